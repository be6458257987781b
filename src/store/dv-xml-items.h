/* dv-xml-items.h
 *
 * Elements to records: the part of reading that the declarations drive
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-branch.h"
#include "dv-xml-limits.h"
#include "dv-xml-names.h"

G_BEGIN_DECLS

typedef enum {
  DV_XML_AT_ITEM,
  DV_XML_AT_FIELD,
  DV_XML_AT_UNKNOWN, /* ours, of a newer version: kept */
  DV_XML_AT_IGNORED, /* not ours, or of no use: dropped */
} DvXmlPlace;

typedef struct
{
  DvXmlPlace place;
  guint line;
  const DvXmlNames *names; /* of the item, or of the one around it */
  DvRecord *record;        /* AT_ITEM: borrowed from the branch */
  guint32 fields_seen;     /* AT_ITEM: a bit for each long field */
  GString *extra;          /* AT_ITEM: nullable, owned */
  int field;               /* AT_FIELD */
  const xmlChar *name;     /* AT_UNKNOWN */
  gboolean is_open;        /* AT_UNKNOWN: its > is not written yet */
} DvXmlFrame;

typedef struct
{
  /* Borrowed */
  DvXmlParser *parser;
  GPtrArray *problems; /* nullable */
  GPtrArray *warnings; /* nullable */

  /* Owned */
  DvXmlNameTable names;
  DvBranch *branch; /* nullable */
  GString *text;

  /* A journal: ids are there, records may be parts. */
  gboolean is_journal;
  /* A file of a newer minor version. */
  gboolean is_newer;
  guint n_frames;
  guint n_items;
  DvXmlFrame frames[DV_XML_MAX_DEPTH + 1];
} DvXmlItems;

void      dv_xml_items_init   (DvXmlItems     *self,
                               DvXmlParser    *parser,
                               GPtrArray      *problems,
                               GPtrArray      *warnings);
void      dv_xml_items_clear  (DvXmlItems     *self);
void      dv_xml_items_start  (DvXmlItems     *self,
                               const xmlChar  *name,
                               const xmlChar  *uri,
                               int             n_attributes,
                               const xmlChar **attributes);
void      dv_xml_items_end    (DvXmlItems     *self);
void      dv_xml_items_text   (DvXmlItems     *self,
                               const char     *text,
                               gsize           length);
void      dv_xml_items_warn   (DvXmlItems     *self,
                               const char     *format,
                               ...) G_GNUC_PRINTF (2, 3);
DvBranch *dv_xml_items_steal  (DvXmlItems     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
