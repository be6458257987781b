/* dv-xml-writer.h
 *
 * A branch of records to XML that a person can read
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-branch.h"

G_BEGIN_DECLS

typedef enum {
  DV_XML_EVERYTHING = 0,
  /* What the user's file leaves out. */
  DV_XML_WITHOUT_FORGOTTEN = 1 << 0,
  DV_XML_WITHOUT_PRIVATE = 1 << 1,
} DvXmlFlags;

/* Every field of a record. */
#define DV_XML_ALL_FIELDS G_MAXUINT32

GBytes *dv_xml_write          (const DvBranch *branch,
                               DvXmlFlags      flags) G_GNUC_WARN_UNUSED_RESULT;
void    dv_xml_append_branch  (GString        *to,
                               const DvBranch *branch,
                               guint           indent);
void    dv_xml_append_record  (GString        *to,
                               const DvRecord *record,
                               guint32         fields,
                               guint           indent);
void    dv_xml_append_escaped (GString        *to,
                               const char     *text,
                               gboolean        in_attribute);

G_END_DECLS
