/* dv-xml-names.c
 *
 * The names that the declarations give, as a parser knows them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-xml-names"

#include "config.h"

#include "dv-xml-names.h"
#include "dv-xml-reader.h"

static const DvXmlNames *
find_kind (const DvXmlNameTable *self,
           const DvKind         *kind)
{
  for (guint i = 0; i < self->n_kinds; i++)
    if (self->kinds[i].kind == kind)
      return &self->kinds[i];

  return NULL;
}

/* Fills the table from the declarations, for a parser that is ready. */
void
dv_xml_name_table_init (DvXmlNameTable *self,
                        DvXmlParser    *parser)
{
  g_autoptr (GPtrArray) kinds = dv_kind_list ();

  self->uri = dv_xml_parser_intern (parser, DV_XML_NAMESPACE);
  self->id = dv_xml_parser_intern (parser, "id");
  self->version = dv_xml_parser_intern (parser, "version");
  self->n_kinds = kinds->len;
  self->kinds = g_new0 (DvXmlNames, kinds->len);

  for (guint i = 0; i < kinds->len; i++)
    {
      const DvKind *kind = g_ptr_array_index (kinds, i);

      self->kinds[i].kind = kind;
      self->kinds[i].name = dv_xml_parser_intern (parser, kind->name);
      for (guint j = 0; j < kind->n_fields; j++)
        self->kinds[i].fields[j] = dv_xml_parser_intern (parser, kind->fields[j].name);
    }

  for (guint i = 0; i < kinds->len; i++)
    for (guint j = 0; j < self->kinds[i].kind->n_children; j++)
      self->kinds[i].children[j] = find_kind (self, self->kinds[i].kind->children[j].kind);
}

void
dv_xml_name_table_clear (DvXmlNameTable *self)
{
  g_clear_pointer (&self->kinds, g_free);
}

/* The kind whose elements have @name, or %NULL. */
const DvXmlNames *
dv_xml_name_table_find (const DvXmlNameTable *self,
                        const xmlChar        *name)
{
  for (guint i = 0; i < self->n_kinds; i++)
    if (self->kinds[i].name == name)
      return &self->kinds[i];

  return NULL;
}

static int
find_field (const DvXmlNames *self,
            const xmlChar    *name,
            gboolean          is_long)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->fields[i] == name)
      return dv_field_is_long (&self->kind->fields[i]) == is_long ? (int) i : -1;

  return -1;
}

/* The number of the field that is the attribute @name, or -1. */
int
dv_xml_names_find_attribute (const DvXmlNames *self,
                             const xmlChar    *name)
{
  return find_field (self, name, FALSE);
}

/* The number of the field that is the element @name, or -1. */
int
dv_xml_names_find_element (const DvXmlNames *self,
                           const xmlChar    *name)
{
  return find_field (self, name, TRUE);
}

/* The kind of child that is the element @name, or %NULL. */
const DvXmlNames *
dv_xml_names_find_child (const DvXmlNames *self,
                         const xmlChar    *name)
{
  for (guint i = 0; i < self->kind->n_children; i++)
    if (self->children[i]->name == name)
      return self->children[i];

  return NULL;
}
