/* test-stage.c
 *
 * The room sees exactly what the facilitator chose
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-behaviours.h"
#include "dv-change.h"
#include "dv-choosing.h"
#include "dv-stage-order.h"
#include "dv-stage.h"
#include "dv-test-workshop.h"

/* Three values, of which one is a candidate, in a programme of words, examples,
 * a pause that is skipped, choosing and the Manifest. */
typedef struct
{
  DvWorkshop *workshop;
  DvStage *stage;
  gint64 now;      /* of the clock of the stage */
  guint n_pages;   /* of every slide */
  guint n_counted; /* how often its pages were */
  guint n_changed; /* how often the stage said so */
  guint n_went;
} Fixture;

static gint64
tell_time (gpointer data)
{
  return ((Fixture *) data)->now;
}

static guint
count_pages (const DvSlide *slide,
             gpointer       data)
{
  Fixture *fixture = data;

  fixture->n_counted++;
  return fixture->n_pages;
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
went_cb (Fixture *fixture)
{
  fixture->n_went++;
}

static DvWorkshop *
make_workshop (void)
{
  DvWorkshop *workshop = dv_workshop_new ();

  dv_test_insert (workshop, "value", "near", NULL, "name", "Nabij", "state", "chosen", NULL);
  dv_test_insert (workshop, "value", "maybe", NULL, "name", "Misschien", NULL);
  dv_test_insert (workshop, "value", "open", NULL, "name", "Open", "state", "chosen", NULL);
  dv_test_insert (workshop, "behaviour", "one", "near", "text", "Een", "shortlist", "true", NULL);
  dv_test_insert (workshop, "behaviour", "two", "near", "text", "Twee", NULL);
  dv_test_insert (workshop, "step", "step1", NULL, "title", "Eerst", NULL);
  dv_test_insert (workshop, "activity", "words", "step1", "title", "Woorden", "page", "words",
                  "question", "Wat verwacht je?", NULL);
  dv_test_insert (workshop, "step", "step2", NULL, "title", "Dan", NULL);
  dv_test_insert (workshop, "activity", "collect", "step2", "title", "Voorbeelden", "page", "behaviours", NULL);
  dv_test_insert (workshop, "activity", "pause", "step2", "title", "Pauze", "state", "skipped", NULL);
  dv_test_insert (workshop, "activity", "choose", "step2", "title", "Kiezen", "page", "choose", NULL);
  dv_test_insert (workshop, "flip", "flip1", NULL, "title", "Vel", "text", "Afspraken", NULL);
  return workshop;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->workshop = make_workshop ();
  fixture->stage = dv_stage_new (fixture->workshop);
  fixture->now = 1000 * G_TIME_SPAN_SECOND;
  fixture->n_pages = 1;
  dv_stage_set_clock (fixture->stage, tell_time, fixture);
  dv_stage_set_pager (fixture->stage, count_pages, fixture);
  g_signal_connect_swapped (fixture->stage, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->stage, "went", G_CALLBACK (went_cb), fixture);
  fixture->now += G_TIME_SPAN_SECOND;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->stage);
  g_assert_finalize_object (fixture->workshop);
}

static void
follow (Fixture    *fixture,
        const char *activity,
        const char *value)
{
  dv_stage_follow (fixture->stage, dv_test_get (fixture->workshop, activity),
                   value != NULL ? dv_test_get (fixture->workshop, value) : NULL);
  fixture->n_changed = 0;
  fixture->now += G_TIME_SPAN_SECOND;
}

/* Adds an example, newest first as the console does, a second later. */
static void
add_example (Fixture    *fixture,
             const char *text)
{
  GError *error = NULL;

  fixture->now += G_TIME_SPAN_SECOND;
  dv_behaviours_add (fixture->workshop, dv_test_get (fixture->workshop, "near"), text, NULL, NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
}

static void
set_string (Fixture    *fixture,
            const char *id,
            int         field,
            const char *value)
{
  GError *error = NULL;

  fixture->now += G_TIME_SPAN_SECOND;
  dv_change_string (fixture->workshop, dv_test_get (fixture->workshop, id), field, value, "", &error);
  g_assert_no_error (error);
}

static void
show (Fixture    *fixture,
      DvSlideKind kind,
      const char *id)
{
  DvCue cue = dv_cue_make (kind, id);

  dv_stage_show (fixture->stage, &cue);
}

static void
assert_cue (Fixture    *fixture,
            DvSlideKind kind,
            const char *id)
{
  DvCue cue = dv_stage_get_cue (fixture->stage);

  g_assert_cmpint (cue.kind, ==, kind);
  g_assert_cmpstr (cue.id, ==, id);
}

/* --- Following --- */

static void
test_start (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_cmpint (dv_stage_get_slide (fixture->stage)->kind, ==, DV_SLIDE_HOUSE);
  g_assert_true (dv_stage_is_following (fixture->stage));
  g_assert_null (dv_stage_get_activity (fixture->stage));
  g_assert_null (dv_stage_get_next (fixture->stage));
  g_assert_false (dv_stage_step (fixture->stage, 1));
}

static void
test_follow (Fixture      *fixture,
             gconstpointer data)
{
  follow (fixture, "collect", "open");
  g_assert_cmpstr (dv_stage_get_slide (fixture->stage)->title, ==, "Open");

  /* The console says it again at every turn. */
  follow (fixture, "collect", "open");
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  /* No value is open yet: the first. */
  follow (fixture, "choose", NULL);
  assert_cue (fixture, DV_SLIDE_SHORTLIST, "near");
}

static void
test_show (Fixture      *fixture,
           gconstpointer data)
{
  follow (fixture, "collect", "near");
  show (fixture, DV_SLIDE_FLIP, "flip1");
  g_assert_false (dv_stage_is_following (fixture->stage));
  g_assert_cmpstr (dv_stage_get_slide (fixture->stage)->title, ==, "Vel");
  g_assert_cmpstr (dv_stage_get_next (fixture->stage)->title, ==, "Nabij");

  dv_stage_step (fixture->stage, 1);
  g_assert_true (dv_stage_is_following (fixture->stage));
  assert_cue (fixture, DV_SLIDE_BEHAVIOURS, "near");

  show (fixture, DV_SLIDE_FLIP, "flip1");
  dv_stage_show (fixture->stage, NULL);
  assert_cue (fixture, DV_SLIDE_BEHAVIOURS, "near");

  show (fixture, DV_SLIDE_FLIP, "flip1");
  follow (fixture, "collect", "open");
  assert_cue (fixture, DV_SLIDE_BEHAVIOURS, "open");
}

static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  GError *error = NULL;

  follow (fixture, "collect", "near");
  show (fixture, DV_SLIDE_FLIP, "flip1");
  fixture->now += G_TIME_SPAN_SECOND;
  dv_change_remove (fixture->workshop, dv_test_get (fixture->workshop, "flip1"), "", &error);
  g_assert_no_error (error);
  g_assert_true (dv_stage_is_following (fixture->stage));
  assert_cue (fixture, DV_SLIDE_BEHAVIOURS, "near");

  fixture->now += G_TIME_SPAN_SECOND;
  dv_change_remove (fixture->workshop, dv_test_get (fixture->workshop, "collect"), "", &error);
  g_assert_no_error (error);
  assert_cue (fixture, DV_SLIDE_HOUSE, "");
  g_assert_null (dv_stage_get_activity (fixture->stage));
}

static void
test_reveal (Fixture      *fixture,
             gconstpointer data)
{
  GError *error = NULL;

  follow (fixture, "choose", "near");
  dv_choosing_set_phase (fixture->workshop, dv_test_get (fixture->workshop, "near"), DV_PHASE_REVEALED, &error);
  g_assert_no_error (error);
  assert_cue (fixture, DV_SLIDE_REVEAL, "near");
  g_assert_cmpint (dv_stage_get_slide (fixture->stage)->kind, ==, DV_SLIDE_REVEAL);

  /* And covers up again. */
  fixture->now += G_TIME_SPAN_SECOND;
  dv_choosing_set_phase (fixture->workshop, dv_test_get (fixture->workshop, "near"), DV_PHASE_DOTS, &error);
  g_assert_cmpint (dv_stage_get_slide (fixture->stage)->kind, ==, DV_SLIDE_SHORTLIST);
}

/* --- Stepping --- */

static void
test_step_through (Fixture      *fixture,
                   gconstpointer data)
{
  static const struct
  {
    DvSlideKind kind;
    const char *id;
  } way[] = {
    { DV_SLIDE_QUESTION, "words" },   { DV_SLIDE_WORDS, "words" },     { DV_SLIDE_WORD_LIST, "words" },
    { DV_SLIDE_BEHAVIOURS, "near" },  { DV_SLIDE_BEHAVIOURS, "open" }, { DV_SLIDE_SHORTLIST, "near" },
    { DV_SLIDE_SHORTLIST, "open" },
  };

  follow (fixture, "words", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      DvSlide *next = dv_stage_get_next (fixture->stage);

      assert_cue (fixture, way[i].kind, way[i].id);
      if (i + 1 == G_N_ELEMENTS (way))
        break;
      g_assert_nonnull (next);
      next = dv_slide_ref (next);
      g_assert_true (dv_stage_step (fixture->stage, 1));
      g_assert_true (dv_slide_equal (dv_stage_get_slide (fixture->stage), next));
      dv_slide_unref (next);
    }
  g_assert_cmpuint (fixture->n_went, ==, 4);
  g_assert_null (dv_stage_get_next (fixture->stage));
  g_assert_false (dv_stage_step (fixture->stage, 1));

  for (guint i = G_N_ELEMENTS (way) - 1; i > 0; i--)
    {
      assert_cue (fixture, way[i].kind, way[i].id);
      g_assert_true (dv_stage_step (fixture->stage, -1));
    }
  assert_cue (fixture, DV_SLIDE_QUESTION, "words");
  g_assert_false (dv_stage_step (fixture->stage, -1));
}

static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  fixture->n_pages = 3;
  follow (fixture, "collect", "near");
  g_assert_cmpuint (dv_stage_get_n_pages (fixture->stage), ==, 3);
  dv_stage_step (fixture->stage, 1);
  g_assert_cmpuint (dv_stage_get_slide (fixture->stage)->page, ==, 1);
  dv_stage_step (fixture->stage, 1);
  dv_stage_step (fixture->stage, 1);
  assert_cue (fixture, DV_SLIDE_BEHAVIOURS, "open");
  g_assert_cmpuint (dv_stage_get_page (fixture->stage), ==, 0);

  /* Back to the last page of the one before. */
  dv_stage_step (fixture->stage, -1);
  assert_cue (fixture, DV_SLIDE_BEHAVIOURS, "near");
  g_assert_cmpuint (dv_stage_get_page (fixture->stage), ==, 2);

  fixture->n_pages = 2;
  dv_stage_refresh (fixture->stage);
  g_assert_cmpuint (dv_stage_get_slide (fixture->stage)->page, ==, 1);
}

/* --- Arrivals --- */

static void
test_arrival (Fixture      *fixture,
              gconstpointer data)
{
  fixture->n_pages = 3;
  follow (fixture, "collect", "near");
  dv_stage_step (fixture->stage, 1);

  /* Who has just turned a page wants to read it. */
  fixture->now += 10 * G_TIME_SPAN_SECOND;
  add_example (fixture, "Drie");
  g_assert_cmpuint (dv_stage_get_page (fixture->stage), ==, 1);
  fixture->now += 20 * G_TIME_SPAN_SECOND;
  add_example (fixture, "Vier");
  g_assert_cmpuint (dv_stage_get_page (fixture->stage), ==, 0);
}

static const char *
get_text (Fixture *fixture,
          guint    place)
{
  DvSlide *slide = dv_stage_get_live (fixture->stage);

  g_assert_cmpuint (slide->items->len, >, place);
  return ((DvSlideItem *) g_ptr_array_index (slide->items, place))->text;
}

static void
test_first_at_once (Fixture      *fixture,
                    gconstpointer data)
{
  follow (fixture, "collect", "near");
  add_example (fixture, "Drie");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (get_text (fixture, 0), ==, "Drie");
}

/* What follows soon is gathered. */
static void
test_batch (Fixture      *fixture,
            gconstpointer data)
{
  GError *error = NULL;

  follow (fixture, "collect", "near");
  add_example (fixture, "Drie");
  for (guint i = 0; i < 20; i++)
    dv_behaviours_add (fixture->workshop, dv_test_get (fixture->workshop, "near"), "Meer", NULL, NULL, NULL, FALSE,
                       &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (dv_stage_get_live (fixture->stage)->items->len, ==, 3);

  while (fixture->n_changed == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpuint (dv_stage_get_live (fixture->stage)->items->len, ==, 23);
}

static void
test_nothing_changes (Fixture      *fixture,
                      gconstpointer data)
{
  DvSlide *slide;

  follow (fixture, "collect", "near");
  slide = dv_stage_get_slide (fixture->stage);
  set_string (fixture, "words", DV_ACTIVITY_NOTES, "Zet de stoelen klaar");
  dv_stage_refresh (fixture->stage);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (dv_stage_get_slide (fixture->stage) == slide);
}

/* --- Freeze, blank, spotlight, timer --- */

static void
test_freeze (Fixture      *fixture,
             gconstpointer data)
{
  DvSlide *held;

  follow (fixture, "collect", "near");
  dv_stage_set_frozen (fixture->stage, TRUE);
  held = dv_stage_get_slide (fixture->stage);
  add_example (fixture, "Drie");
  add_example (fixture, "Vier");
  set_string (fixture, "one", DV_BEHAVIOUR_TEXT, "Eén");
  g_assert_true (dv_stage_get_slide (fixture->stage) == held);
  g_assert_cmpuint (dv_stage_get_n_waiting (fixture->stage), ==, 3);
  g_assert_cmpuint (dv_stage_get_live (fixture->stage)->items->len, ==, 4);

  dv_stage_step (fixture->stage, 1);
  g_assert_true (dv_stage_get_slide (fixture->stage) == held);
  dv_stage_step (fixture->stage, -1);

  dv_stage_set_frozen (fixture->stage, FALSE);
  g_assert_cmpuint (dv_stage_get_n_waiting (fixture->stage), ==, 0);
  g_assert_cmpuint (dv_stage_get_slide (fixture->stage)->items->len, ==, 4);
}

static void
test_blank (Fixture      *fixture,
            gconstpointer data)
{
  follow (fixture, "collect", "near");
  dv_stage_set_blank (fixture->stage, TRUE);
  g_assert_cmpint (dv_stage_get_slide (fixture->stage)->kind, ==, DV_SLIDE_BLANK);
  g_assert_cmpint (dv_stage_get_live (fixture->stage)->kind, ==, DV_SLIDE_BEHAVIOURS);
  dv_stage_set_frozen (fixture->stage, TRUE);
  add_example (fixture, "Drie");
  g_assert_cmpint (dv_stage_get_slide (fixture->stage)->kind, ==, DV_SLIDE_BLANK);

  /* What was to be held is what was there when that was asked. */
  dv_stage_set_blank (fixture->stage, FALSE);
  g_assert_cmpuint (dv_stage_get_slide (fixture->stage)->items->len, ==, 2);
}

static void
test_spotlight (Fixture      *fixture,
                gconstpointer data)
{
  GError *error = NULL;

  follow (fixture, "collect", "near");
  dv_stage_set_spotlight (fixture->stage, "one");
  g_assert_cmpstr (dv_stage_get_slide (fixture->stage)->spotlight, ==, "one");
  dv_stage_set_spotlight (fixture->stage, "nothing");
  g_assert_null (dv_stage_get_slide (fixture->stage)->spotlight);

  dv_stage_set_spotlight (fixture->stage, "one");
  dv_stage_step (fixture->stage, 1);
  dv_stage_step (fixture->stage, -1);
  g_assert_null (dv_stage_get_slide (fixture->stage)->spotlight);

  dv_stage_set_spotlight (fixture->stage, "one");
  fixture->now += G_TIME_SPAN_SECOND;
  dv_change_remove (fixture->workshop, dv_test_get (fixture->workshop, "one"), "", &error);
  g_assert_no_error (error);
  g_assert_null (dv_stage_get_slide (fixture->stage)->spotlight);
}

static void
test_timer (Fixture      *fixture,
            gconstpointer data)
{
  DvTimer *timer = dv_stage_get_timer (fixture->stage);

  follow (fixture, "collect", "near");
  dv_timer_set (timer, 120, 60);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  dv_stage_set_timer_shown (fixture->stage, TRUE);
  g_assert_cmpstr (dv_stage_get_slide (fixture->stage)->timer, ==, "02:00");
  g_assert_null (dv_stage_get_slide (fixture->stage)->status);

  dv_timer_start (timer, 0);
  dv_timer_tick (timer, 30 * G_TIME_SPAN_SECOND);
  g_assert_cmpstr (dv_stage_get_slide (fixture->stage)->timer, ==, "01:30");
  dv_timer_pause (timer, 30 * G_TIME_SPAN_SECOND);
  g_assert_cmpstr (dv_stage_get_slide (fixture->stage)->status, ==, "paused");

  dv_stage_set_timer_shown (fixture->stage, FALSE);
  g_assert_null (dv_stage_get_slide (fixture->stage)->timer);
  show (fixture, DV_SLIDE_TIMER, NULL);
  g_assert_nonnull (dv_stage_get_slide (fixture->stage)->timer);
}

/* The pages are those of what is shown under the clock. */
static void
test_timer_pages (Fixture      *fixture,
                  gconstpointer data)
{
  DvTimer *timer = dv_stage_get_timer (fixture->stage);
  guint n_counted;

  follow (fixture, "collect", "near");
  dv_timer_set (timer, 120, 0);
  dv_stage_set_timer_shown (fixture->stage, TRUE);
  dv_timer_start (timer, 0);
  n_counted = fixture->n_counted;
  dv_timer_tick (timer, 30 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (fixture->n_counted, ==, n_counted);

  /* Another screen. */
  fixture->n_pages = 3;
  dv_stage_refresh (fixture->stage);
  g_assert_cmpuint (dv_stage_get_n_pages (fixture->stage), ==, 3);
}

/* What people gave is held, the clock is not. */
static void
test_timer_frozen (Fixture      *fixture,
                   gconstpointer data)
{
  DvTimer *timer = dv_stage_get_timer (fixture->stage);

  follow (fixture, "collect", "near");
  dv_timer_set (timer, 120, 0);
  dv_stage_set_timer_shown (fixture->stage, TRUE);
  dv_timer_start (timer, 0);
  dv_stage_set_frozen (fixture->stage, TRUE);
  add_example (fixture, "Drie");
  dv_timer_tick (timer, 30 * G_TIME_SPAN_SECOND);
  g_assert_cmpstr (dv_stage_get_slide (fixture->stage)->timer, ==, "01:30");
  g_assert_cmpuint (dv_stage_get_slide (fixture->stage)->items->len, ==, 2);
  g_assert_cmpuint (dv_stage_get_n_waiting (fixture->stage), ==, 1);

  dv_stage_step (fixture->stage, 1);
  dv_timer_tick (timer, 180 * G_TIME_SPAN_SECOND);
  g_assert_true (dv_stage_get_slide (fixture->stage)->timer_over);
  g_assert_cmpint (dv_stage_get_slide (fixture->stage)->kind, ==, DV_SLIDE_BEHAVIOURS);
}

/* No clock comes onto a screen that is held without one. */
static void
test_timer_held_back (Fixture      *fixture,
                      gconstpointer data)
{
  DvSlide *held;

  follow (fixture, "collect", "near");
  dv_timer_set (dv_stage_get_timer (fixture->stage), 120, 0);
  dv_stage_set_frozen (fixture->stage, TRUE);
  held = dv_stage_get_slide (fixture->stage);
  dv_stage_set_timer_shown (fixture->stage, TRUE);
  dv_timer_start (dv_stage_get_timer (fixture->stage), 0);
  dv_timer_tick (dv_stage_get_timer (fixture->stage), 30 * G_TIME_SPAN_SECOND);
  g_assert_true (dv_stage_get_slide (fixture->stage) == held);
}

static DvSlide *
shout (const DvSlide *slide)
{
  DvSlide *loud = dv_slide_copy (slide);

  g_free (loud->title);
  loud->title = g_ascii_strup (slide->title != NULL ? slide->title : "", -1);
  return loud;
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  DvSlide *shown;

  follow (fixture, "collect", "near");
  dv_stage_set_filter (fixture->stage, shout);
  shown = dv_stage_get_slide (fixture->stage);
  g_assert_cmpstr (shown->title, ==, "NABIJ");
  g_assert_cmpstr (dv_stage_get_next (fixture->stage)->title, ==, "OPEN");

  /* Nothing that is to be seen is another. */
  fixture->now += G_TIME_SPAN_SECOND;
  dv_stage_refresh (fixture->stage);
  g_assert_true (dv_stage_get_slide (fixture->stage) == shown);
}

/* --- Order of arrivals --- */

static GPtrArray *
make_items (DvSlide    *slide,
            const char *ids)
{
  g_auto (GStrv) split = g_strsplit (ids, " ", -1);

  g_ptr_array_set_size (slide->items, 0);
  for (guint i = 0; split[i] != NULL; i++)
    dv_slide_add_item (slide, split[i], split[i]);
  return slide->items;
}

/* What the room sees of @ids, in order. */
static char *
apply (DvStageOrder *order,
       const char   *ids,
       guint        *n_new)
{
  g_autoptr (DvSlide) slide = dv_slide_new (DV_SLIDE_BEHAVIOURS, "nl");
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  *n_new = dv_stage_order_apply (order, make_items (slide, ids));
  for (guint i = 0; i < slide->items->len; i++)
    g_ptr_array_add (shown, ((DvSlideItem *) g_ptr_array_index (slide->items, i))->id);
  g_ptr_array_add (shown, NULL);
  return g_strjoinv (" ", (char **) shown->pdata);
}

static void
test_order (void)
{
  g_autoptr (DvStageOrder) order = dv_stage_order_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *gone = NULL;
  guint n_new;

  first = apply (order, "a b c", &n_new);
  g_assert_cmpstr (first, ==, "a b c");
  g_assert_cmpuint (n_new, ==, 0);

  second = apply (order, "e d a b c", &n_new);
  g_assert_cmpuint (n_new, ==, 2);
  g_assert_true (strcmp (second, "e d a b c") == 0 || strcmp (second, "d e a b c") == 0);

  /* What is there keeps its place whatever comes. */
  third = apply (order, "f e d a b c", &n_new);
  g_assert_cmpuint (n_new, ==, 1);
  g_assert_cmpstr (third + 2, ==, second);

  fewer = apply (order, "f e d b c", &n_new);
  gone = apply (order, "b c", &n_new);
  g_assert_cmpuint (n_new, ==, 0);
  g_assert_cmpstr (gone, ==, "b c");
}

static void
test_order_moved (void)
{
  g_autoptr (DvStageOrder) order = dv_stage_order_new ();
  g_autofree char *first = apply (order, "a b c d", &(guint){ 0 });
  g_autofree char *back = NULL;
  g_autofree char *forth = NULL;
  g_autofree char *anyhow = NULL;
  guint n_new;

  back = apply (order, "b c a d", &n_new);
  g_assert_cmpstr (back, ==, "b c a d");
  forth = apply (order, "d b c a", &n_new);
  g_assert_cmpstr (forth, ==, "d b c a");
  anyhow = apply (order, "a c b d", &n_new);
  g_assert_cmpstr (anyhow, ==, "a c b d");
  g_assert_cmpuint (n_new, ==, 0);
}

/* Who counts would find that no order of arrival is more likely than another. */
static void
test_order_shuffles (void)
{
  guint n_same = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (DvStageOrder) order = dv_stage_order_new ();
      g_autofree char *before = apply (order, "a", &(guint){ 0 });
      g_autofree char *after = apply (order, "d c b a", &(guint){ 0 });

      g_assert_true (g_str_has_suffix (after, " a"));
      if (strcmp (after, "d c b a") == 0)
        n_same++;
    }
  /* One in six is expected; so few or many come once in a billion runs. */
  g_assert_cmpuint (n_same, >, 20);
  g_assert_cmpuint (n_same, <, 130);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/stage/start", test_start);
  ADD ("/stage/follow", test_follow);
  ADD ("/stage/show", test_show);
  ADD ("/stage/gone", test_gone);
  ADD ("/stage/reveal", test_reveal);
  ADD ("/stage/step-through", test_step_through);
  ADD ("/stage/pages", test_pages);
  ADD ("/stage/arrival", test_arrival);
  ADD ("/stage/first-at-once", test_first_at_once);
  ADD ("/stage/batch", test_batch);
  ADD ("/stage/nothing-changes", test_nothing_changes);
  ADD ("/stage/freeze", test_freeze);
  ADD ("/stage/blank", test_blank);
  ADD ("/stage/spotlight", test_spotlight);
  ADD ("/stage/timer", test_timer);
  ADD ("/stage/timer-pages", test_timer_pages);
  ADD ("/stage/timer-frozen", test_timer_frozen);
  ADD ("/stage/timer-held-back", test_timer_held_back);
  ADD ("/stage/filter", test_filter);
  g_test_add_func ("/stage/order", test_order);
  g_test_add_func ("/stage/order-moved", test_order_moved);
  g_test_add_func ("/stage/order-shuffles", test_order_shuffles);

  return g_test_run ();
}
