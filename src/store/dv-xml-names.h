/* dv-xml-names.h
 *
 * The names that the declarations give, as a parser knows them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"
#include "dv-xml-parser.h"

G_BEGIN_DECLS

/* A kind with the names of its fields and children as pointers into the
 * dictionary of one parser: comparing two names is comparing two pointers. */
typedef struct _DvXmlNames DvXmlNames;

struct _DvXmlNames
{
  const DvKind *kind;
  const xmlChar *name;
  const xmlChar *fields[DV_MAX_FIELDS];
  const DvXmlNames *children[DV_MAX_FIELDS];
};

typedef struct
{
  const xmlChar *uri;
  const xmlChar *id;
  const xmlChar *version;
  DvXmlNames *kinds;
  guint n_kinds;
} DvXmlNameTable;

void              dv_xml_name_table_init      (DvXmlNameTable       *self,
                                               DvXmlParser          *parser);
void              dv_xml_name_table_clear     (DvXmlNameTable       *self);
const DvXmlNames *dv_xml_name_table_find      (const DvXmlNameTable *self,
                                               const xmlChar        *name);

int               dv_xml_names_find_attribute (const DvXmlNames     *self,
                                               const xmlChar        *name);
int               dv_xml_names_find_element   (const DvXmlNames     *self,
                                               const xmlChar        *name);
const DvXmlNames *dv_xml_names_find_child     (const DvXmlNames     *self,
                                               const xmlChar        *name);

G_END_DECLS
