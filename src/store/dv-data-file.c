/* dv-data-file.c
 *
 * Data files: programmes and working forms as small trees
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-data-file"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-data-file.h"
#include "dv-file.h"
#include "dv-programme.h"
#include "dv-xml-parser.h"

/* A facilitator can write a form with a text editor and drop it into his data
 * folder; it then goes before the one of the same name that came with the
 * program. So these files are read as carefully as workshops are. */

#define NAMESPACE "urn:draagvlak:data"
#define LANG_NAMESPACE "http://www.w3.org/XML/1998/namespace"

typedef struct
{
  DvXmlParser parser;
  GString *buffer;
  DvDataNode *root;
  GPtrArray *path; /* of DvDataNode, borrowed */
} DvDataReader;

void
dv_data_node_free (DvDataNode *node)
{
  g_free (node->name);
  g_free (node->language);
  g_hash_table_unref (node->attributes);
  g_string_free (node->text, TRUE);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static DvDataNode *
new_node (const char *name)
{
  DvDataNode *node = g_new0 (DvDataNode, 1);

  node->name = g_strdup (name);
  node->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  node->text = g_string_new (NULL);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_data_node_free);
  return node;
}

static void
start_cb (DvXmlParser    *parser,
          const xmlChar  *name,
          const xmlChar  *uri,
          int             n_attributes,
          const xmlChar **attributes)
{
  DvDataReader *self = (DvDataReader *) parser;
  DvDataNode *node;

  if (uri == NULL || strcmp ((const char *) uri, NAMESPACE) != 0)
    {
      dv_xml_parser_fail (parser, DV_STORE_ERROR_NOT_OURS, _("“%s” is not of the namespace %s"),
                          (const char *) name, NAMESPACE);
      return;
    }

  node = new_node ((const char *) name);
  for (int i = 0; i < n_attributes; i++)
    {
      const char *value = dv_xml_parser_value (attributes, i, self->buffer);
      const char *attribute_uri = (const char *) DV_XML_ATTRIBUTE_URI (attributes, i);

      if (attribute_uri == NULL)
        g_hash_table_insert (node->attributes, g_strdup ((const char *) DV_XML_ATTRIBUTE_NAME (attributes, i)),
                             g_strdup (value));
      else if (strcmp (attribute_uri, LANG_NAMESPACE) == 0)
        node->language = g_strdup (value);
    }

  if (self->path->len > 0)
    g_ptr_array_add (((DvDataNode *) g_ptr_array_index (self->path, self->path->len - 1))->children, node);
  else
    self->root = node;
  g_ptr_array_add (self->path, node);
}

static void
end_cb (DvXmlParser *parser)
{
  DvDataReader *self = (DvDataReader *) parser;

  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
}

static void
text_cb (DvXmlParser *parser,
         const char  *text,
         gsize        length)
{
  DvDataReader *self = (DvDataReader *) parser;

  if (self->path->len > 0)
    g_string_append_len (((DvDataNode *) g_ptr_array_index (self->path, self->path->len - 1))->text, text,
                         (gssize) length);
}

static DvDataNode *
read_file (const char *path,
           GError    **error)
{
  g_autofree char *data = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  DvDataReader self = { .parser = { .name = name, .start = start_cb, .end = end_cb, .text = text_cb } };
  gsize length = 0;
  gboolean is_read;

  if (!dv_file_read (path, &data, &length, NULL, error))
    return NULL;

  self.buffer = g_string_new (NULL);
  self.path = g_ptr_array_new ();
  is_read = dv_xml_parser_init (&self.parser, data, length, error) && dv_xml_parser_run (&self.parser, error);
  dv_xml_parser_clear (&self.parser);
  g_string_free (self.buffer, TRUE);
  g_ptr_array_unref (self.path);
  if (!is_read)
    g_clear_pointer (&self.root, dv_data_node_free);

  return self.root;
}

/**
 * dv_data_node_get:
 * @node: an element
 * @attribute: the name of an attribute
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
dv_data_node_get (DvDataNode *node,
                  const char *attribute)
{
  return g_hash_table_lookup (node->attributes, attribute);
}

/**
 * dv_data_node_find:
 * @node: an element
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the first child of that name
 */
DvDataNode *
dv_data_node_find (DvDataNode *node,
                   const char *name)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      DvDataNode *child = g_ptr_array_index (node->children, i);

      if (strcmp (child->name, name) == 0)
        return child;
    }

  return NULL;
}

/**
 * dv_data_node_get_text:
 * @node: an element
 * @name: the name of its children
 * @language: which language
 *
 * Returns: (transfer none) (nullable): the text of the child in that language,
 *   else in any
 */
const char *
dv_data_node_get_text (DvDataNode *node,
                       const char *name,
                       DvLanguage  language)
{
  const char *wanted = dv_workshop_kind.fields[DV_WORKSHOP_LANGUAGE].nicks[language];
  DvDataNode *any = dv_data_node_find (node, name);

  for (guint i = 0; i < node->children->len; i++)
    {
      DvDataNode *child = g_ptr_array_index (node->children, i);

      if (strcmp (child->name, name) == 0 && g_strcmp0 (child->language, wanted) == 0)
        return child->text->str;
    }

  return any != NULL ? any->text->str : NULL;
}

/* Where data is looked for, the first that has a name wins. */
static GPtrArray *
list_folders (const char *folder)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  const char *chosen = g_getenv ("DRAAGVLAK_DATA_DIR");

  if (chosen != NULL && chosen[0] != '\0')
    g_ptr_array_add (folders, g_build_filename (chosen, folder, NULL));
  g_ptr_array_add (folders, g_build_filename (g_get_user_data_dir (), "draagvlak", folder, NULL));
  g_ptr_array_add (folders, g_build_filename (DV_PKGDATADIR, folder, NULL));

  return folders;
}

/**
 * dv_data_find:
 * @folder: "programmes", "forms", "examples"
 * @name: the name of a file
 *
 * Looks in the folder that the environment variable DRAAGVLAK_DATA_DIR names,
 * in the user's data folder and in that of the program.
 *
 * Returns: (transfer full) (nullable): where the file is
 */
char *
dv_data_find (const char *folder,
              const char *name)
{
  g_autoptr (GPtrArray) folders = list_folders (folder);

  if (strchr (name, '/') != NULL || name[0] == '.')
    return NULL;

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  return NULL;
}

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
is_file (const char *folder,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/**
 * dv_data_file_list:
 * @folder: "programmes" or "forms"
 *
 * Returns: (transfer full) (element-type utf8): the ids of what is there, in
 *   alphabetical order
 */
GPtrArray *
dv_data_file_list (const char *folder)
{
  g_autoptr (GPtrArray) folders = list_folders (folder);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < folders->len; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (g_ptr_array_index (folders, i), 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".xml") && name[0] != '.')
          {
            g_autofree char *id = g_strndup (name, strlen (name) - strlen (".xml"));

            if (g_utf8_validate (id, -1, NULL) && is_file (g_ptr_array_index (folders, i), name) &&
                !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
              g_ptr_array_add (ids, g_steal_pointer (&id));
          }
    }
  g_ptr_array_sort (ids, compare_names);

  return ids;
}

/* What a person calls the root of a data file. */
static const char *
get_label (const char *element)
{
  static const char *const labels[] = { NC_("kind", "programme"), NC_("kind", "form") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i], element) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind", element);

  return element;
}

/**
 * dv_data_file_read:
 * @folder: "programmes" or "forms"
 * @element: what its root is called
 * @id: the id of a programme or form, which is also the name of its file
 * @error: where to put %DV_STORE_ERROR_NOT_FOUND or another %DV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the root of the file
 */
DvDataNode *
dv_data_file_read (const char *folder,
                   const char *element,
                   const char *id,
                   GError    **error)
{
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = dv_data_find (folder, name);
  g_autoptr (DvDataNode) root = NULL;

  if (path == NULL)
    {
      g_autoptr (GPtrArray) ids = dv_data_file_list (folder);
      g_autofree char *known = NULL;

      g_ptr_array_add (ids, NULL);
      known = g_strjoinv (", ", (char **) ids->pdata);
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_FOUND,
                   _("There is no %s “%s”. There are: %s"), get_label (element), id, known);
      return NULL;
    }

  root = read_file (path, error);
  if (root == NULL)
    return NULL;
  if (strcmp (root->name, element) != 0 || g_strcmp0 (dv_data_node_get (root, "id"), id) != 0)
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_MALFORMED,
                   _("%s does not hold the %s “%s”"), name, get_label (element), id);
      return NULL;
    }

  return g_steal_pointer (&root);
}
