/* dv-xml-parser.h
 *
 * libxml2's streaming parser over bytes in memory, behind the pre-scan
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

/* What a file is read by. Every name and namespace that it is handed is in the
 * dictionary of @xml, so that pointers may be compared. It stops the reading
 * with dv_xml_parser_fail(). Embed it as the first member, so that the
 * callbacks find the reader. */
typedef struct _DvXmlParser DvXmlParser;

struct _DvXmlParser
{
  xmlParserCtxt *xml;
  const char *name;
  GError *error;

  void (*start)   (DvXmlParser    *self,
                   const xmlChar  *name,
                   const xmlChar  *uri,
                   int             n_attributes,
                   const xmlChar **attributes);
  void (*end)     (DvXmlParser    *self);
  void (*text)    (DvXmlParser    *self,
                   const char     *text,
                   gsize           length);
  /* Nullable: what to do about a comment. */
  void (*comment) (DvXmlParser    *self);
};

/* Attributes as libxml2 hands them: name, prefix, namespace, and where the
 * value begins and ends. */
#define DV_XML_ATTRIBUTE_NAME(attributes, i) ((attributes)[(i) * 5])
#define DV_XML_ATTRIBUTE_URI(attributes, i) ((attributes)[(i) * 5 + 2])

gboolean       dv_xml_parser_init   (DvXmlParser    *self,
                                     const char     *data,
                                     gsize           length,
                                     GError        **error);
gboolean       dv_xml_parser_run    (DvXmlParser    *self,
                                     GError        **error);
void           dv_xml_parser_clear  (DvXmlParser    *self);
const xmlChar *dv_xml_parser_intern (DvXmlParser    *self,
                                     const char     *name);
guint          dv_xml_parser_line   (DvXmlParser    *self);
void           dv_xml_parser_fail   (DvXmlParser    *self,
                                     int             code,
                                     const char     *format,
                                     ...) G_GNUC_PRINTF (3, 4);
const char    *dv_xml_parser_value  (const xmlChar **attributes,
                                     int             i,
                                     GString        *buffer);
const char    *dv_xml_parser_find   (const xmlChar **attributes,
                                     int             n_attributes,
                                     const char     *name,
                                     GString        *buffer);

G_END_DECLS
