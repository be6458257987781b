/* test-programme.c
 *
 * Programmes and forms: every one in every language, and what strangers drop in
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-programme"

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "dv-programme.h"
#include "dv-xml-reader.h"
#include "store-fixture.h"

static void
test_every_programme (void)
{
  for (int language = DV_LANGUAGE_EN; language <= DV_LANGUAGE_NL; language++)
    {
      g_autoptr (GPtrArray) programmes = dv_programme_list ((DvLanguage) language, NULL);

      g_assert_cmpuint (programmes->len, >=, 2);
      for (guint i = 0; i < programmes->len; i++)
        {
          DvProgramme *programme = g_ptr_array_index (programmes, i);
          g_autoptr (GError) error = NULL;
          g_autoptr (DvWorkshop) workshop = dv_programme_instantiate (programme->id, (DvLanguage) language, "Titel", &error);
          DvItem *root;
          DvList *steps;

          g_assert_no_error (error);
          g_assert_cmpstr (programme->title, !=, "");
          g_assert_cmpstr (programme->about, !=, "");
          root = dv_workshop_get_root (workshop);
          g_assert_cmpstr (dv_item_get_string (root, DV_WORKSHOP_TITLE), ==, "Titel");
          g_assert_cmpstr (dv_item_get_string (root, DV_WORKSHOP_PROGRAMME), ==, programme->id);
          g_assert_cmpint (dv_item_get_int (root, DV_WORKSHOP_LANGUAGE), ==, language);
          g_assert_cmpuint (dv_item_count (root, &dv_role_kind), >=, 3);
          steps = dv_workshop_get_list (workshop, &dv_step_kind);
          g_assert_cmpuint (dv_list_get_length (steps), >, 0);
          for (guint j = 0; j < dv_list_get_length (steps); j++)
            g_assert_cmpuint (dv_item_count (dv_list_get (steps, j), &dv_activity_kind), >, 0);
        }
    }
}

static void
test_every_form (void)
{
  g_autoptr (GPtrArray) forms = dv_form_list (DV_LANGUAGE_NL);

  g_assert_cmpuint (forms->len, >, 10);
  for (guint i = 0; i < forms->len; i++)
    {
      DvForm *form = g_ptr_array_index (forms, i);

      g_assert_cmpstr (form->title, !=, "");
      g_assert_cmpstr (form->instruction, !=, "");
      g_assert_cmpstr (form->layout, !=, "");
    }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dv_programme_instantiate ("nothing", DV_LANGUAGE_NL, NULL, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "verbonden-gemeente"));
  g_clear_error (&error);
  g_assert_null (dv_form_lookup ("../../etc/passwd", DV_LANGUAGE_NL, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_FOUND);
}

/* What a facilitator drops into his own folder is found, and read with care. */
static void
test_own (void)
{
  static const char *const broken[] = {
    "<form xmlns=\"urn:draagvlak:data\" id=\"mine\"",
    "<form xmlns=\"urn:draagvlak:data\" id=\"other\"/>",
    "<programme xmlns=\"urn:draagvlak:data\" id=\"mine\"/>",
    "<form id=\"mine\"/>",
    "<!DOCTYPE form><form xmlns=\"urn:draagvlak:data\" id=\"mine\"/>",
  };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "draagvlak", "forms", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.xml", NULL);
  g_autoptr (GError) error = NULL;
  DvForm *form;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path,
                       "<form xmlns=\"urn:draagvlak:data\" id=\"mine\" layout=\"columns\" page=\"order\" minutes=\"7\">"
                       "<title xml:lang=\"nl\">Mijn &amp; uw vorm</title><title xml:lang=\"en\">Mine</title>"
                       "<tip xml:lang=\"nl\">a</tip><tip xml:lang=\"en\">x</tip><tip xml:lang=\"nl\">b</tip>"
                       "<card kind=\"word\"/><column><name xml:lang=\"nl\">Links</name></column></form>",
                       -1, &error);
  g_assert_no_error (error);
  form = dv_form_lookup ("mine", DV_LANGUAGE_NL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (form->title, ==, "Mijn & uw vorm");
  g_assert_cmpint (form->page, ==, DV_PAGE_ORDER);
  g_assert_cmpint (form->minutes, ==, 7);
  g_assert_cmpstr (form->question, ==, "");
  g_assert_cmpuint (g_strv_length (form->tips), ==, 2);
  g_assert_cmpstr (form->tips[1], ==, "b");
  g_assert_cmpstr (form->cards[0], ==, "word");
  g_assert_cmpstr (form->columns[0], ==, "Links");
  dv_form_free (form);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_file_set_contents (path, broken[i], -1, NULL);
      g_assert_null (dv_form_lookup ("mine", DV_LANGUAGE_NL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* A template that is not right hides no other, and it is told. */
static void
test_broken_programme (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "draagvlak", "programmes", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.xml", NULL);
  g_autofree char *not_a_file = g_build_filename (folder, "folder.xml", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) programmes = NULL;

  g_assert_cmpint (g_mkdir_with_parents (not_a_file, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "<programme", -1, NULL));
  programmes = dv_programme_list (DV_LANGUAGE_NL, problems);
  g_assert_cmpuint (programmes->len, >=, 2);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "mine.xml:1: "));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The examples are workshops that need no mending and warn of nothing. */
static void
test_examples (void)
{
  g_autofree char *path = dv_data_find ("examples", "waterland-noord.draagvlak");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  g_autoptr (DvBranch) branch = NULL;
  g_autoptr (DvWorkshop) workshop = NULL;
  g_autoptr (GError) error = NULL;
  guint line = 0;

  g_assert_nonnull (path);
  branch = dv_xml_load (path, notes, notes, &error);
  g_assert_no_error (error);
  workshop = dv_workshop_new_from_branch (branch, notes, &line, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 0);
  g_assert_cmpuint (count_words (workshop), >, 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/programme/every", test_every_programme);
  g_test_add_func ("/programme/unknown", test_unknown);
  g_test_add_func ("/programme/form/every", test_every_form);
  g_test_add_func ("/programme/form/own", test_own);
  g_test_add_func ("/programme/broken", test_broken_programme);
  g_test_add_func ("/programme/examples", test_examples);

  return g_test_run ();
}
