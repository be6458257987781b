/* test-cue.c
 *
 * What there is to show, and in which order
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-cue.h"
#include "dv-test-workshop.h"

/* "words:activity1 values", in order. */
static char *
list_names (GArray *cues)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < cues->len; i++)
    {
      const DvCue *cue = &g_array_index (cues, DvCue, i);

      g_string_append_printf (names, "%s%s%s%s", i > 0 ? " " : "", dv_slide_kind_to_nick (cue->kind),
                              cue->id[0] != '\0' ? ":" : "", cue->id);
    }

  return g_string_free (names, FALSE);
}

static void
assert_of_activity (DvWorkshop *workshop,
                    const char *activity,
                    const char *value,
                    const char *expected)
{
  g_autoptr (GArray) cues = dv_cue_of_activity (workshop, activity != NULL ? dv_test_get (workshop, activity) : NULL,
                                                value != NULL ? dv_test_get (workshop, value) : NULL);
  g_autofree char *names = list_names (cues);

  g_assert_cmpstr (names, ==, expected);
}

static void
insert_activity (DvWorkshop *workshop,
                 const char *id,
                 const char *page)
{
  dv_test_insert (workshop, "activity", id, "step1", "title", id, "page", page, NULL);
}

static void
test_of_activity (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();

  insert_activity (workshop, "wordsact", "words");
  insert_activity (workshop, "valuesact", "values");
  insert_activity (workshop, "examples", "behaviours");
  insert_activity (workshop, "choosing", "choose");
  insert_activity (workshop, "writing", "manifest");
  insert_activity (workshop, "mapping", "map");
  dv_test_insert (workshop, "activity", "asking", "step1", "title", "Vragen", "page", "words", "question", "Wat?", NULL);
  dv_test_insert (workshop, "activity", "opening", "step1", "title", "Welkom", "form", "welcome", NULL);
  dv_test_insert (workshop, "activity", "measuring", "step1", "title", "Meten", "form", "measure-support", NULL);

  assert_of_activity (workshop, NULL, NULL, "house");
  assert_of_activity (workshop, "activity1", NULL, "question:activity1");
  assert_of_activity (workshop, "wordsact", NULL, "words:wordsact word-list:wordsact");
  assert_of_activity (workshop, "asking", NULL, "question:asking words:asking word-list:asking");
  assert_of_activity (workshop, "valuesact", NULL, "values");
  assert_of_activity (workshop, "examples", "value1", "behaviours:value1");
  assert_of_activity (workshop, "examples", NULL, "question:examples");
  assert_of_activity (workshop, "choosing", "value1", "shortlist:value1");
  assert_of_activity (workshop, "writing", NULL, "article:article2 manifest");
  assert_of_activity (workshop, "mapping", NULL, "map-story map");
  assert_of_activity (workshop, "opening", NULL, "house agenda question:opening");
  assert_of_activity (workshop, "measuring", NULL, "question:measuring support:support1");
}

/* All tables at work come once, after the last value. */
static void
test_tables (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_IMPORT);
  GError *error = NULL;

  insert_activity (workshop, "examples", "behaviours");
  dv_group_set_string (group, dv_test_get (workshop, "table1"), DV_TABLE_VALUE, "value1");
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
  assert_of_activity (workshop, "examples", "value1", "behaviours:value1");
  assert_of_activity (workshop, "examples", "value2", "behaviours:value2 tables:examples");
}

/* Whatever is listed is there, and stands in it once. */
static void
test_list (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GArray) cues = NULL;
  g_autofree char *names = NULL;

  dv_test_insert (workshop, "activity", "opening", "step1", "title", "Welkom", "form", "welcome", NULL);
  dv_test_insert (workshop, "activity", "measuring", "step1", "title", "Meten", "form", "measure-support", NULL);
  insert_activity (workshop, "examples", "behaviours");
  insert_activity (workshop, "choosing", "choose");
  cues = dv_cue_list (workshop);
  names = list_names (cues);
  for (guint i = 0; i < cues->len; i++)
    {
      const DvCue *cue = &g_array_index (cues, DvCue, i);
      g_autofree char *label = dv_cue_dup_label (workshop, cue);

      g_assert_true (dv_cue_is_there (workshop, cue));
      g_assert_cmpuint (strlen (label), >, 0);
      for (guint j = 0; j < i; j++)
        g_assert_false (dv_cue_equal (cue, &g_array_index (cues, DvCue, j)));
    }
  g_assert_true (g_str_has_prefix (names, "house agenda "));
  g_assert_nonnull (strstr (names, "behaviours:value1"));
  g_assert_nonnull (strstr (names, "flip:flip1"));
  g_assert_null (strstr (names, "value3"));
  g_assert_null (strstr (names, "reveal"));
}

static void
test_label (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvCue cue = dv_cue_make (DV_SLIDE_BEHAVIOURS, "value1");
  DvCue sheet = dv_cue_make (DV_SLIDE_FLIP, "flip1");
  g_autofree char *label = dv_cue_dup_label (workshop, &cue);
  g_autofree char *sheet_label = dv_cue_dup_label (workshop, &sheet);

  g_assert_cmpstr (label, ==, "Examples: Nabij");
  g_assert_cmpstr (sheet_label, ==, "Flip-over: Wat nemen we mee?");
}

/* A cue is kept while the workshop changes, and then shows nothing. */
static void
test_gone (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  const struct
  {
    DvSlideKind kind;
    const char *id;
  } wrong[] = {
    { DV_SLIDE_BEHAVIOURS, "nothing" }, { DV_SLIDE_BEHAVIOURS, "article2" }, { DV_SLIDE_BEHAVIOURS, NULL },
    { DV_SLIDE_ARTICLE, "value1" },     { DV_SLIDE_FLIP, NULL },             { DV_SLIDE_REVEAL, "value1" },
    { DV_SLIDE_QUESTION, NULL },        { DV_SLIDE_JOIN_PAGE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      DvCue cue = dv_cue_make (wrong[i].kind, wrong[i].id);
      g_autoptr (DvSlide) slide = dv_cue_make_slide (workshop, &cue);

      g_assert_false (dv_cue_is_there (workshop, &cue));
      g_assert_cmpint (slide->kind, ==, DV_SLIDE_BLANK);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cue/of-activity", test_of_activity);
  g_test_add_func ("/cue/tables", test_tables);
  g_test_add_func ("/cue/list", test_list);
  g_test_add_func ("/cue/label", test_label);
  g_test_add_func ("/cue/gone", test_gone);

  return g_test_run ();
}
