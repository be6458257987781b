/* dv-xml-reader.c
 *
 * XML to a branch of records, driven by the declarations
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-xml-reader"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-workshop.h"
#include "dv-xml-items.h"
#include "dv-xml-reader.h"

typedef struct
{
  DvXmlParser parser;
  DvXmlItems items;
  gboolean has_comments;
} DvReader;

/* A newer major version is refused; a newer minor one is read as far as it is
 * known. */
static void
check_version (DvReader   *self,
               const char *version)
{
  char *end = NULL;
  gint64 major;

  if (version == NULL)
    {
      dv_xml_items_warn (&self->items, _("The version of the format is not there"));
      return;
    }

  major = g_ascii_strtoll (version, &end, 10);
  if (!g_ascii_isdigit (version[0]) || *end != '.' || !g_ascii_isdigit (end[1]) || major < 1)
    dv_xml_parser_fail (&self->parser, DV_STORE_ERROR_MALFORMED, _("“%s” is not a version"), version);
  else if (major > DV_XML_VERSION_MAJOR)
    dv_xml_parser_fail (&self->parser, DV_STORE_ERROR_NEWER,
                        _("The file was made by a newer version of Draagvlak (format %s) and cannot be opened"), version);
  else if (g_ascii_strtoll (end + 1, NULL, 10) > DV_XML_VERSION_MINOR)
    {
      self->items.is_newer = TRUE;
      dv_xml_items_warn (&self->items,
                         _("The file was made by a newer version of Draagvlak (format %s); what is not known is kept"),
                         version);
    }
}

static void
start_root (DvReader       *self,
            const xmlChar  *name,
            const xmlChar  *uri,
            int             n,
            const xmlChar **attributes)
{
  if (uri != self->items.names.uri || strcmp ((const char *) name, dv_workshop_kind.name) != 0)
    {
      dv_xml_parser_fail (&self->parser, DV_STORE_ERROR_NOT_OURS,
                          _("This is not a workshop of Draagvlak, but “%s”"), (const char *) name);
      return;
    }

  check_version (self, dv_xml_parser_find (attributes, n, "version", self->items.text));
  if (self->parser.error == NULL)
    dv_xml_items_start (&self->items, name, uri, n, attributes);
}

static void
start_cb (DvXmlParser    *parser,
          const xmlChar  *name,
          const xmlChar  *uri,
          int             n_attributes,
          const xmlChar **attributes)
{
  DvReader *self = (DvReader *) parser;

  if (self->items.n_frames == 0)
    start_root (self, name, uri, n_attributes, attributes);
  else
    dv_xml_items_start (&self->items, name, uri, n_attributes, attributes);
}

static void
end_cb (DvXmlParser *parser)
{
  dv_xml_items_end (&((DvReader *) parser)->items);
}

static void
text_cb (DvXmlParser *parser,
         const char  *text,
         gsize        length)
{
  dv_xml_items_text (&((DvReader *) parser)->items, text, length);
}

static void
comment_cb (DvXmlParser *parser)
{
  DvReader *self = (DvReader *) parser;

  if (!self->has_comments)
    dv_xml_items_warn (&self->items, _("Comments are not kept"));
  self->has_comments = TRUE;
}

/* @owned, if any, is given back to the system before the records are made, so
 * that a large file is not twice in memory. */
static DvBranch *
read_bytes (const char *data,
            gsize       length,
            char       *owned,
            const char *name,
            GPtrArray  *problems,
            GPtrArray  *warnings,
            GError    **error)
{
  DvReader self = { .parser = { .name = name, .start = start_cb, .end = end_cb, .text = text_cb, .comment = comment_cb } };
  DvBranch *branch = NULL;
  gboolean is_ready = dv_xml_parser_init (&self.parser, data, length, error);

  g_free (owned);
  if (is_ready)
    {
      dv_xml_items_init (&self.items, &self.parser, problems, warnings);
      if (dv_xml_parser_run (&self.parser, error))
        branch = dv_xml_items_steal (&self.items);
      dv_xml_items_clear (&self.items);
    }
  dv_xml_parser_clear (&self.parser);

  return branch;
}

/**
 * dv_xml_read:
 * @bytes: what a file holds
 * @name: the name of the file, for messages
 * @problems: (nullable) (element-type DvProblem): where to add what was mended
 *   and a person has to accept
 * @warnings: (nullable) (element-type DvProblem): where to add what a person
 *   may want to know
 * @error: where to put a %DV_STORE_ERROR; its message says where
 *
 * Reads a workshop from whoever made it. Hand the branch to
 * dv_workshop_new_from_branch(), which checks what only the whole can tell.
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the workshop as a branch
 */
DvBranch *
dv_xml_read (GBytes     *bytes,
             const char *name,
             GPtrArray  *problems,
             GPtrArray  *warnings,
             GError    **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  return read_bytes (data, length, NULL, name, problems, warnings, error);
}

/**
 * dv_xml_load_identified:
 * @path: where the file is
 * @identity: (out) (optional): which file that was
 * @problems: (nullable) (element-type DvProblem): as for dv_xml_read()
 * @warnings: (nullable) (element-type DvProblem): as for dv_xml_read()
 * @error: where to put a %DV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the workshop as a branch
 */
DvBranch *
dv_xml_load_identified (const char     *path,
                        DvFileIdentity *identity,
                        GPtrArray      *problems,
                        GPtrArray      *warnings,
                        GError        **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *display = g_filename_display_name (name);
  char *data = NULL;
  gsize length = 0;

  if (!dv_file_read (path, &data, &length, identity, error))
    return NULL;

  return read_bytes (data, length, data, display, problems, warnings, error);
}

/**
 * dv_xml_load:
 * @path: where the file is
 * @problems: (nullable) (element-type DvProblem): as for dv_xml_read()
 * @warnings: (nullable) (element-type DvProblem): as for dv_xml_read()
 * @error: where to put a %DV_STORE_ERROR
 *
 * Reads a file without locking it or looking for a journal. May be called from
 * any thread.
 *
 * Returns: (transfer full) (nullable): the workshop as a branch
 */
DvBranch *
dv_xml_load (const char *path,
             GPtrArray  *problems,
             GPtrArray  *warnings,
             GError    **error)
{
  return dv_xml_load_identified (path, NULL, problems, warnings, error);
}
