/* test-schema.c
 *
 * The grammar that is installed takes every user's file that we write
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-schema"

#include "config.h"

#include "dv-xml-writer.h"
#include "store-fixture.h"

#define N_RANDOM 50

/* Runs xmllint on all of @paths at once. */
static void
validate (const char *schema,
          GPtrArray  *paths)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *complaints = NULL;
  int status = 1;

  g_ptr_array_add (argv, (gpointer) "xmllint");
  g_ptr_array_add (argv, (gpointer) "--noout");
  g_ptr_array_add (argv, (gpointer) "--nonet");
  g_ptr_array_add (argv, (gpointer) "--relaxng");
  g_ptr_array_add (argv, (gpointer) schema);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (argv, g_ptr_array_index (paths, i));
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &complaints, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    {
      g_test_message ("%s", complaints);
      g_test_fail ();
    }
}

static gboolean
can_validate (const char *schema)
{
  g_autofree char *program = g_find_program_in_path ("xmllint");

  if (schema != NULL && program != NULL)
    return TRUE;
  g_test_skip ("There is no xmllint or no schema");
  return FALSE;
}

static void
test_examples (gconstpointer schema)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DRAAGVLAK_DATA_DIR"), "examples", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (!can_validate (schema))
    return;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".draagvlak"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_add (paths, g_test_build_filename (G_TEST_DIST, "store", "golden.draagvlak", NULL));
  g_assert_cmpuint (paths->len, >, 1);
  validate (schema, paths);
}

static void
test_random (gconstpointer schema)
{
  g_autofree char *folder = g_dir_make_tmp ("schema-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (!can_validate (schema))
    {
      remove_tree (folder);
      return;
    }

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (i);
      g_autoptr (DvBranch) branch = make_random_workshop (random, i % 2 != 0);
      g_autoptr (GBytes) bytes = dv_xml_write (branch, DV_XML_WITHOUT_FORGOTTEN);
      g_autofree char *path = g_strdup_printf ("%s/%u.draagvlak", folder, i);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
      g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  validate (schema, paths);
  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  const char *schema;

  g_test_init (&argc, &argv, NULL);
  schema = argc > 1 ? argv[1] : NULL;
  g_test_add_data_func ("/schema/examples", schema, test_examples);
  g_test_add_data_func ("/schema/random", schema, test_random);

  return g_test_run ();
}
