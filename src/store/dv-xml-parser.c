/* dv-xml-parser.c
 *
 * libxml2's streaming parser over bytes in memory, behind the pre-scan
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-xml-parser"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>

#include "dv-store-error.h"
#include "dv-xml-parser.h"
#include "dv-xml-scan.h"

/* The only place that talks to libxml2. No tree is ever built: what is read
 * goes straight to whoever reads it. */

static void
start_cb (void           *data,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  DvXmlParser *self = data;

  if (self->error == NULL)
    self->start (self, name, uri, n_attributes, attributes);
}

static void
end_cb (void          *data,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  DvXmlParser *self = data;

  if (self->error == NULL)
    self->end (self);
}

static void
text_cb (void          *data,
         const xmlChar *text,
         int            length)
{
  DvXmlParser *self = data;

  if (self->error == NULL)
    self->text (self, (const char *) text, (gsize) length);
}

static void
comment_cb (void          *data,
            const xmlChar *comment)
{
  DvXmlParser *self = data;

  if (self->error == NULL && self->comment != NULL)
    self->comment (self);
}

static void
error_cb (void     *data,
          xmlError *problem)
{
  g_autofree char *message = NULL;

  if (problem->level < XML_ERR_ERROR)
    return;

  message = g_strdup (problem->message != NULL ? problem->message : "?");
  dv_xml_parser_fail (data, DV_STORE_ERROR_MALFORMED, _("The XML is broken: %s"), g_strstrip (message));
}

/* The pre-scan lets no document type through; should one come, it ends here. */
static void
document_type_cb (void          *data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  dv_xml_parser_fail (data, DV_STORE_ERROR_MALFORMED, "%s", _("A document type or entity is not allowed"));
}

static gpointer
init_library (gpointer unused)
{
  xmlInitParser ();
  return NULL;
}

static void
set_handlers (xmlSAXHandler *sax)
{
  memset (sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->startElementNs = start_cb;
  sax->endElementNs = end_cb;
  sax->characters = text_cb;
  sax->ignorableWhitespace = text_cb;
  sax->cdataBlock = text_cb;
  sax->comment = comment_cb;
  sax->internalSubset = document_type_cb;
  sax->serror = error_cb;
}

/**
 * dv_xml_parser_init:
 * @self: a parser with its callbacks and @name set; it may not move from now on
 * @data: the bytes; libxml2 takes a copy, so they may go afterwards
 * @length: how many
 * @error: where to put a %DV_STORE_ERROR
 *
 * Looks at the bytes with dv_xml_scan() and gets ready. May be called from any
 * thread. Call dv_xml_parser_clear() afterwards, whatever happened.
 *
 * Returns: whether the parser may run
 */
gboolean
dv_xml_parser_init (DvXmlParser *self,
                    const char  *data,
                    gsize        length,
                    GError     **error)
{
  static GOnce once = G_ONCE_INIT;

  if (!dv_xml_scan (data, length, self->name, error))
    return FALSE;

  g_once (&once, init_library, NULL);
  self->xml = xmlCreateMemoryParserCtxt (data, (int) length);
  if (self->xml == NULL)
    g_error ("libxml2 has no memory for a parser");

  xmlCtxtUseOptions (self->xml, XML_PARSE_NONET);
  set_handlers (self->xml->sax);
  self->xml->userData = self;

  return TRUE;
}

/**
 * dv_xml_parser_run:
 * @self: a parser that is ready
 * @error: where to put the first %DV_STORE_ERROR, with name and line
 *
 * Returns: whether the bytes were well-formed and nobody called
 *   dv_xml_parser_fail()
 */
gboolean
dv_xml_parser_run (DvXmlParser *self,
                   GError     **error)
{
  xmlParseDocument (self->xml);
  if (!self->xml->wellFormed)
    dv_xml_parser_fail (self, DV_STORE_ERROR_MALFORMED, "%s", _("The file is broken"));
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

void
dv_xml_parser_clear (DvXmlParser *self)
{
  g_clear_pointer (&self->xml, xmlFreeParserCtxt);
  g_clear_error (&self->error);
}

/**
 * dv_xml_parser_intern:
 * @self: a parser that is ready
 * @name: the name of an element or attribute, or a namespace
 *
 * Returns: (transfer none): the pointer by which the parser will know it
 */
const xmlChar *
dv_xml_parser_intern (DvXmlParser *self,
                      const char  *name)
{
  return xmlDictLookup (self->xml->dict, (const xmlChar *) name, -1);
}

guint
dv_xml_parser_line (DvXmlParser *self)
{
  return self->xml->input != NULL ? (guint) self->xml->input->line : 0;
}

/**
 * dv_xml_parser_fail:
 * @self: a parser that runs
 * @code: a #DvStoreError
 * @format: the fact; name and line are put before it
 *
 * Stops the reading. Only the first failure counts.
 */
void
dv_xml_parser_fail (DvXmlParser *self,
                    int          code,
                    const char  *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (&self->error, DV_STORE_ERROR, code, "%s:%u: %s", self->name, dv_xml_parser_line (self), message);
  xmlStopParser (self->xml);
}

/**
 * dv_xml_parser_value:
 * @attributes: what a start callback was handed
 * @i: which attribute
 * @buffer: where to put its value
 *
 * Returns: (transfer none): the value, valid until @buffer changes
 */
const char *
dv_xml_parser_value (const xmlChar **attributes,
                     int             i,
                     GString        *buffer)
{
  static const char ampersand[] = "&#38;";
  const char *at = (const char *) attributes[i * 5 + 3];
  const char *end = (const char *) attributes[i * 5 + 4];
  const char *found;

  g_string_truncate (buffer, 0);
  /* As long as libxml2 is not to replace entities, and it is not, it leaves an
   * ampersand in an attribute in this one form. */
  while ((found = memchr (at, '&', (gsize) (end - at))) != NULL)
    {
      g_string_append_len (buffer, at, found + 1 - at);
      at = (gsize) (end - found) >= strlen (ampersand) && memcmp (found, ampersand, strlen (ampersand)) == 0
             ? found + strlen (ampersand)
             : found + 1;
    }
  g_string_append_len (buffer, at, end - at);
  return buffer->str;
}

/**
 * dv_xml_parser_find:
 * @attributes: what a start callback was handed
 * @n_attributes: how many
 * @name: the name of an attribute without a namespace
 * @buffer: where to put its value
 *
 * Returns: (transfer none) (nullable): the value, valid until @buffer changes
 */
const char *
dv_xml_parser_find (const xmlChar **attributes,
                    int             n_attributes,
                    const char     *name,
                    GString        *buffer)
{
  for (int i = 0; i < n_attributes; i++)
    if (DV_XML_ATTRIBUTE_URI (attributes, i) == NULL &&
        strcmp ((const char *) DV_XML_ATTRIBUTE_NAME (attributes, i), name) == 0)
      return dv_xml_parser_value (attributes, i, buffer);

  return NULL;
}
