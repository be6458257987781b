/* test-text-words.c
 *
 * The words that the room sees, with their forms counted as one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-stage.h"
#include "dv-test-workshop.h"
#include "dv-text-words.h"

static void
add (DvSlide    *slide,
     const char *text,
     guint       residents,
     guint       staff)
{
  g_autofree char *id = g_strdup_printf ("word%u", slide->items->len);
  DvSlideItem *item = dv_slide_add_item (slide, id, text);

  item->residents = residents;
  item->staff = staff;
  item->count = residents + staff;
  item->label = g_strdup_printf ("%u", slide->items->len);
}

static const DvSlideItem *
get (const DvSlide *slide,
     guint          index)
{
  return g_ptr_array_index (slide->items, index);
}

static DvSlide *
make_slide (void)
{
  DvSlide *slide = dv_slide_new (DV_SLIDE_WORD_LIST, "nl");

  add (slide, "open", 5, 0);
  add (slide, "afspraken nakomen", 4, 0);
  add (slide, "opening", 3, 0);
  add (slide, "Afspraak nakomen", 0, 3);
  add (slide, "de", 1, 1);
  add (slide, "luisteren", 1, 0);
  add (slide, "luister", 0, 1);

  return slide;
}

/* The wording given most leads, nothing is lost, and the order is by what all
 * forms were given together. */
static void
test_group (void)
{
  g_autoptr (DvSlide) slide = make_slide ();
  g_autoptr (DvSlide) grouped = dv_text_group_words (slide);
  guint residents = 0, staff = 0;

  g_assert_cmpuint (grouped->items->len, ==, 5);
  g_assert_cmpstr (get (grouped, 0)->text, ==, "afspraken nakomen");
  g_assert_cmpstr (get (grouped, 0)->detail, ==, "Afspraak nakomen");
  g_assert_cmpstr (get (grouped, 0)->label, ==, "1");
  g_assert_cmpuint (get (grouped, 0)->residents, ==, 4);
  g_assert_cmpuint (get (grouped, 0)->staff, ==, 3);
  g_assert_cmpuint (get (grouped, 0)->count, ==, 7);
  g_assert_cmpstr (get (grouped, 1)->text, ==, "open");
  g_assert_cmpstr (get (grouped, 1)->label, ==, "2");
  g_assert_null (get (grouped, 1)->detail);

  for (guint i = 0; i < grouped->items->len; i++)
    {
      residents += get (grouped, i)->residents;
      staff += get (grouped, i)->staff;
    }
  g_assert_cmpuint (residents, ==, 14);
  g_assert_cmpuint (staff, ==, 5);
}

static void
test_again (void)
{
  g_autoptr (DvSlide) slide = make_slide ();
  g_autoptr (DvSlide) before = dv_slide_copy (slide);
  g_autoptr (DvSlide) once = dv_text_group_words (slide);
  g_autoptr (DvSlide) twice = dv_text_group_words (once);

  g_assert_true (dv_slide_equal (slide, before));
  g_assert_true (dv_slide_equal (once, twice));
}

/* A headline of the program counts what is seen; one of a person stays. */
static void
test_headline (void)
{
  g_autoptr (DvSlide) slide = make_slide ();
  g_autoptr (DvSlide) grouped = NULL;

  add (slide, "respect", 0, 9);
  dv_slide_set_word_sides (slide);
  slide->title = dv_slide_make_words_headline (slide);
  g_assert_cmpstr (slide->title, ==, "Dit woord delen we");
  grouped = dv_text_group_words (slide);
  g_assert_cmpstr (grouped->title, ==, "Deze drie woorden delen we");

  g_free (slide->title);
  slide->title = g_strdup ("Wij luisteren");
  g_clear_pointer (&grouped, dv_slide_unref);
  grouped = dv_text_group_words (slide);
  g_assert_cmpstr (grouped->title, ==, "Wij luisteren");
}

static void
test_spotlight (void)
{
  g_autoptr (DvSlide) slide = make_slide ();
  g_autoptr (DvSlide) grouped = NULL;

  slide->spotlight = g_strdup ("word3");
  grouped = dv_text_group_words (slide);
  g_assert_cmpstr (grouped->spotlight, ==, "word1");
}

static void
test_other_kind (void)
{
  g_autoptr (DvSlide) slide = dv_slide_new (DV_SLIDE_BEHAVIOURS, "nl");
  g_autoptr (DvSlide) grouped = NULL;

  add (slide, "luister", 0, 0);
  add (slide, "luisteren", 0, 0);
  grouped = dv_text_group_words (slide);
  g_assert_true (dv_slide_equal (slide, grouped));
}

/* What is read aloud of the stage is what is drawn. */
static void
test_stage (void)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (DvStage) stage = dv_stage_new (workshop);
  g_autofree char *text = NULL;
  DvCue cue = dv_cue_make (DV_SLIDE_WORD_LIST, NULL);
  DvSlide *shown;

  dv_test_insert (workshop, "word", "one", NULL, "text", "agreements", "count", "5", NULL);
  dv_test_insert (workshop, "word", "two", NULL, "text", "Agreement", "count", "3", NULL);
  dv_stage_set_filter (stage, dv_text_group_words);
  dv_stage_show (stage, &cue);
  shown = dv_stage_get_slide (stage);
  g_assert_cmpint (shown->kind, ==, DV_SLIDE_WORD_LIST);
  g_assert_cmpuint (shown->items->len, ==, 1);
  g_assert_cmpuint (get (shown, 0)->count, ==, 8);

  text = dv_slide_describe (shown);
  g_assert_nonnull (strstr (text, "agreements"));
  g_assert_nonnull (strstr (text, "8"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/words/group", test_group);
  g_test_add_func ("/text/words/again", test_again);
  g_test_add_func ("/text/words/headline", test_headline);
  g_test_add_func ("/text/words/spotlight", test_spotlight);
  g_test_add_func ("/text/words/other-kind", test_other_kind);
  g_test_add_func ("/text/words/stage", test_stage);

  return g_test_run ();
}
