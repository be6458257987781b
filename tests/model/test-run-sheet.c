/* test-run-sheet.c
 *
 * A meeting against the clock
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <stdlib.h>

#include "dv-run-sheet.h"
#include "dv-test-workshop.h"

#define AT(hour, minute) ((hour) * 60 + (minute))

/* The afternoon of the picture: each part is "title minutes state began ended". */
static const char *const afternoon[][5] = {
  { "Welkom en aanmelden", "15", "done", "13:00", "13:17" },
  { "Kernwaarden in het kort", "10", "done", "13:17", "13:29" },
  { "Voorbeeldgedrag aan tafels", "45", "done", "13:29", "14:20" },
  { "Pauze", "15", "done", "14:20", "14:35" },
  { "Kiezen", "25", "busy", "14:35", NULL },
  { "Manifest lezen en schaven", "30", NULL, NULL, NULL },
  { "Draagvlak meten", "15", NULL, NULL, NULL },
  { "Wat ga ik zelf doen?", "15", NULL, NULL, NULL },
  { "Afsluiten", "10", NULL, NULL, NULL },
};

static DvItem *
part (DvWorkshop *workshop,
      int         i)
{
  g_autofree char *id = g_strdup_printf ("part%d", i);

  return dv_test_get (workshop, id);
}

static void
set (DvWorkshop *workshop,
     DvItem     *item,
     int         field,
     const char *value)
{
  g_autoptr (DvGroup) group = dv_group_new ("test", DV_ORIGIN_CONSOLE);

  dv_group_set_string (group, item, field, value);
  g_assert_true (dv_workshop_apply (workshop, group, NULL));
}

static void
set_int (DvWorkshop *workshop,
         DvItem     *item,
         int         field,
         int         value)
{
  g_autoptr (DvGroup) group = dv_group_new ("test", DV_ORIGIN_CONSOLE);

  dv_group_set_int (group, item, field, value);
  g_assert_true (dv_workshop_apply (workshop, group, NULL));
}

static DvWorkshop *
make_afternoon (gboolean has_begun)
{
  DvWorkshop *workshop = dv_workshop_new ();

  dv_test_insert (workshop, "step", "meeting", NULL, "title", "Voorbeeldgedrag", "start", "13:00", NULL);
  for (int i = 0; i < (int) G_N_ELEMENTS (afternoon); i++)
    {
      g_autofree char *id = g_strdup_printf ("part%d", i);

      dv_test_insert (workshop, "activity", id, "meeting", "title", afternoon[i][0], "minutes", afternoon[i][1], NULL);
      if (!has_begun || afternoon[i][2] == NULL)
        continue;
      set_int (workshop, part (workshop, i), DV_ACTIVITY_STATE, g_str_equal (afternoon[i][2], "done") ? DV_STATE_DONE : DV_STATE_BUSY);
      set (workshop, part (workshop, i), DV_ACTIVITY_BEGAN, afternoon[i][3]);
      if (afternoon[i][4] != NULL)
        set (workshop, part (workshop, i), DV_ACTIVITY_ENDED, afternoon[i][4]);
    }

  return workshop;
}

static DvRunSheet *
make_sheet (DvWorkshop *workshop,
            int         now)
{
  return dv_run_sheet_new (workshop, dv_test_get (workshop, "meeting"), now);
}

static const DvRunRow *
get_row (DvRunSheet *sheet,
         int         i)
{
  return g_ptr_array_index (sheet->rows, i);
}

/* "5:25 7:0": what is proposed for which row; 0 is to skip it. */
static void
assert_proposed (DvRunSheet *sheet,
                 const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    if (get_row (sheet, (int) i)->proposed != DV_NO_TIME)
      g_string_append_printf (text, "%s%u:%d", text->len > 0 ? " " : "", i, get_row (sheet, (int) i)->proposed);
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpint (sheet->has_proposal, ==, text->len > 0);
}

static void
assert_starts (DvRunSheet *sheet,
               gboolean    is_expected,
               const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const DvRunRow *row = get_row (sheet, (int) i);
      int time = is_expected ? row->expected : row->planned;
      g_autofree char *word = time != DV_NO_TIME ? dv_time_to_string (time) : g_strdup ("-");

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", word);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Before it begins: start times follow from the minutes, whatever the clock. */
static void
test_plan (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (FALSE);
  g_autoptr (DvRunSheet) sheet = make_sheet (workshop, DV_NO_TIME);
  g_autoptr (DvRunSheet) early = make_sheet (workshop, AT (9, 30));
  g_autoptr (DvRunSheet) late = make_sheet (workshop, AT (13, 4));

  assert_starts (sheet, FALSE, "13:00 13:15 13:25 14:10 14:25 14:50 15:20 15:35 15:50");
  assert_starts (sheet, TRUE, "13:00 13:15 13:25 14:10 14:25 14:50 15:20 15:35 15:50");
  g_assert_cmpuint (sheet->n_parts, ==, 9);
  g_assert_cmpint (sheet->minutes, ==, 180);
  g_assert_cmpint (sheet->planned_end, ==, AT (16, 0));
  g_assert_cmpint (sheet->delay, ==, 0);
  g_assert_false (sheet->is_live);
  assert_proposed (sheet, "");

  g_assert_false (early->is_live);
  g_assert_cmpint (early->expected_end, ==, AT (16, 0));

  /* The room is still coming in. */
  g_assert_true (late->is_live);
  g_assert_cmpint (late->delay, ==, 4);
  g_assert_cmpint (get_row (late, 0)->expected, ==, AT (13, 4));
}

static void
test_picture (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (TRUE);
  g_autoptr (DvRunSheet) sheet = make_sheet (workshop, AT (14, 41));

  g_assert_true (sheet->is_live);
  assert_starts (sheet, FALSE, "13:00 13:15 13:25 14:10 14:25 14:50 15:20 15:35 15:50");
  assert_starts (sheet, TRUE, "13:00 13:17 13:29 14:20 14:35 15:00 15:30 15:45 16:00");
  g_assert_cmpint (get_row (sheet, 0)->over, ==, 2);
  g_assert_cmpint (get_row (sheet, 1)->over, ==, 2);
  g_assert_cmpint (get_row (sheet, 2)->over, ==, 6);
  g_assert_cmpint (get_row (sheet, 3)->over, ==, 0);
  g_assert_cmpint (get_row (sheet, 4)->gone, ==, 6);
  g_assert_cmpint (sheet->delay, ==, 10);
  g_assert_cmpint (sheet->expected_end, ==, AT (16, 10));
  g_assert_cmpint (sheet->planned_end, ==, AT (16, 0));
  assert_proposed (sheet, "5:25 7:10");
  g_assert_cmpint (sheet->proposed_end, ==, AT (16, 0));
}

/* One step of undo, after which nothing is left to propose. */
static void
test_accept (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (TRUE);
  g_autoptr (DvRunSheet) sheet = NULL;
  g_autoptr (DvRunSheet) after = NULL;

  set_int (workshop, part (workshop, 5), DV_ACTIVITY_REPORT, 28);
  sheet = make_sheet (workshop, AT (14, 41));
  DV_TEST_STEP (workshop, dv_run_sheet_accept (sheet, "accept", NULL));
  g_assert_cmpstr (dv_workshop_get_undo_label (workshop), ==, "accept");

  after = make_sheet (workshop, AT (14, 41));
  assert_starts (after, TRUE, "13:00 13:17 13:29 14:20 14:35 15:00 15:25 15:40 15:50");
  g_assert_cmpint (after->expected_end, ==, AT (16, 0));
  g_assert_cmpint (after->fixed_end, ==, AT (16, 0));
  g_assert_cmpint (after->delay, ==, 0);
  g_assert_cmpint (dv_item_get_int (part (workshop, 5), DV_ACTIVITY_REPORT), ==, 25);
  assert_proposed (after, "");
}

/* Time after time something is taken off, never more than there was to take of
 * what was planned at first. */
static void
test_accept_again (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (TRUE);

  for (int now = AT (14, 41); now < AT (15, 40); now += 8)
    {
      g_autoptr (DvRunSheet) sheet = make_sheet (workshop, now);

      g_assert_true (dv_run_sheet_accept (sheet, "accept", NULL));
      for (int i = 5; i < (int) G_N_ELEMENTS (afternoon); i++)
        if (dv_item_get_int (part (workshop, i), DV_ACTIVITY_STATE) == DV_STATE_TODO)
          g_assert_cmpint (dv_item_get_int (part (workshop, i), DV_ACTIVITY_MINUTES) * 10, >=, atoi (afternoon[i][1]) * 6);
    }
  g_assert_cmpint (dv_item_get_int (part (workshop, 8), DV_ACTIVITY_MINUTES), <, 10);
}

/* One minute late is not worth a word; two are. */
static void
test_threshold (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (FALSE);
  g_autoptr (DvRunSheet) one = NULL;
  g_autoptr (DvRunSheet) two = NULL;

  set (workshop, dv_test_get (workshop, "meeting"), DV_STEP_END, "16:00");
  set_int (workshop, part (workshop, 0), DV_ACTIVITY_STATE, DV_STATE_BUSY);
  set (workshop, part (workshop, 0), DV_ACTIVITY_BEGAN, "13:01");
  one = make_sheet (workshop, AT (13, 10));
  assert_proposed (one, "");
  g_assert_cmpint (one->delay, ==, 1);
  set (workshop, part (workshop, 0), DV_ACTIVITY_BEGAN, "13:02");
  two = make_sheet (workshop, AT (13, 10));
  assert_proposed (two, "2:40");
  g_assert_cmpint (two->proposed_end, ==, AT (15, 57));
}

/* When shortening does not do it, the least is skipped, never the closing, and
 * the others need less. */
static void
test_skip (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (TRUE);
  g_autoptr (DvRunSheet) sheet = make_sheet (workshop, AT (15, 20));
  g_autoptr (DvRunSheet) hopeless = make_sheet (workshop, AT (16, 30));

  /* 30 late, while shortening can win no more than 28. */
  g_assert_cmpint (sheet->delay, ==, 30);
  assert_proposed (sheet, "5:20 6:10 7:0");
  g_assert_cmpint (sheet->proposed_end, ==, AT (16, 0));

  /* It does what it can and says where that ends. */
  g_assert_cmpint (hopeless->delay, ==, 100);
  assert_proposed (hopeless, "5:0 6:0 7:0 8:6");
  g_assert_cmpint (hopeless->proposed_end, ==, AT (16, 36));
}

/* What is skipped counts nowhere; what was passed over is not waited for. */
static void
test_skipped (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (FALSE);
  g_autoptr (DvRunSheet) sheet = NULL;

  set_int (workshop, part (workshop, 1), DV_ACTIVITY_STATE, DV_STATE_SKIPPED);
  set_int (workshop, part (workshop, 0), DV_ACTIVITY_STATE, DV_STATE_DONE);
  set (workshop, part (workshop, 0), DV_ACTIVITY_BEGAN, "13:00");
  set (workshop, part (workshop, 0), DV_ACTIVITY_ENDED, "13:10");
  set_int (workshop, part (workshop, 3), DV_ACTIVITY_STATE, DV_STATE_BUSY);
  set (workshop, part (workshop, 3), DV_ACTIVITY_BEGAN, "13:10");
  sheet = make_sheet (workshop, AT (13, 12));

  g_assert_cmpuint (sheet->n_parts, ==, 8);
  g_assert_cmpint (sheet->minutes, ==, 170);
  assert_starts (sheet, FALSE, "13:00 - 13:15 14:00 14:15 14:40 15:10 15:25 15:40");
  assert_starts (sheet, TRUE, "13:00 - - 13:10 13:25 13:50 14:20 14:35 14:50");
  g_assert_cmpint (sheet->delay, ==, -50);
}

/* Looked at on another day, or when all is done, it is history. */
static void
test_history (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (TRUE);
  g_autoptr (DvRunSheet) morning = make_sheet (workshop, AT (9, 0));
  g_autoptr (DvRunSheet) night = make_sheet (workshop, AT (23, 0));
  g_autoptr (DvRunSheet) done = NULL;

  g_assert_false (morning->is_live);
  g_assert_false (night->is_live);
  g_assert_cmpint (night->expected_end, ==, AT (16, 10));
  for (int i = 4; i < 9; i++)
    set_int (workshop, part (workshop, i), DV_ACTIVITY_STATE, DV_STATE_DONE);
  set (workshop, part (workshop, 8), DV_ACTIVITY_BEGAN, "16:00");
  set (workshop, part (workshop, 8), DV_ACTIVITY_ENDED, "16:12");
  done = make_sheet (workshop, AT (16, 20));
  g_assert_false (done->is_live);
  g_assert_cmpint (done->expected_end, ==, AT (16, 12));
  assert_proposed (done, "");
}

static void
test_midnight (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (FALSE);
  g_autoptr (DvRunSheet) sheet = NULL;

  set (workshop, dv_test_get (workshop, "meeting"), DV_STEP_START, "22:30");
  set (workshop, dv_test_get (workshop, "meeting"), DV_STEP_END, "01:00");
  set_int (workshop, part (workshop, 0), DV_ACTIVITY_STATE, DV_STATE_BUSY);
  set (workshop, part (workshop, 0), DV_ACTIVITY_BEGAN, "22:30");
  sheet = make_sheet (workshop, AT (0, 5));

  g_assert_true (sheet->is_live);
  g_assert_cmpint (get_row (sheet, 0)->gone, ==, 95);
  g_assert_cmpint (sheet->delay, ==, 110);
  assert_starts (sheet, FALSE, "22:30 22:45 22:55 23:40 23:55 00:20 00:50 01:05 01:20");
}

/* Without a start it still shows how long things take. */
static void
test_no_start (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (FALSE);
  g_autoptr (DvRunSheet) sheet = NULL;
  g_autoptr (DvRunSheet) begun = NULL;

  set (workshop, dv_test_get (workshop, "meeting"), DV_STEP_START, "");
  sheet = make_sheet (workshop, AT (13, 0));
  assert_starts (sheet, FALSE, "- - - - - - - - -");
  g_assert_cmpint (sheet->planned_end, ==, DV_NO_TIME);
  g_assert_cmpint (sheet->minutes, ==, 180);

  set_int (workshop, part (workshop, 1), DV_ACTIVITY_STATE, DV_STATE_BUSY);
  set (workshop, part (workshop, 1), DV_ACTIVITY_BEGAN, "13:15");
  begun = make_sheet (workshop, AT (13, 20));
  g_assert_cmpint (begun->start, ==, AT (13, 0));
  g_assert_cmpint (begun->delay, ==, 0);
}

/* A meeting goes on until the next step that says when it starts. */
static void
test_meetings (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (FALSE);
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (DvRunSheet) sheet = NULL;

  dv_test_insert (workshop, "step", "step2", NULL, "title", "Avond", "end", "21:00", NULL);
  dv_test_insert (workshop, "activity", "evening", "step2", "title", "Soep", "minutes", "60", NULL);
  dv_test_insert (workshop, "step", "step3", NULL, "title", "Morgen", "start", "09:00", NULL);
  dv_test_insert (workshop, "step", "step4", NULL, "title", "Later", NULL);

  meetings = dv_run_sheet_list_meetings (workshop);
  g_assert_cmpuint (meetings->len, ==, 2);
  g_assert_true (g_ptr_array_index (meetings, 1) == dv_test_get (workshop, "step3"));
  g_assert_true (dv_run_sheet_find_meeting (workshop, dv_test_get (workshop, "evening")) == dv_test_get (workshop, "meeting"));
  g_assert_true (dv_run_sheet_find_meeting (workshop, dv_test_get (workshop, "step4")) == dv_test_get (workshop, "step3"));
  sheet = make_sheet (workshop, DV_NO_TIME);
  g_assert_cmpuint (sheet->rows->len, ==, 10);
  g_assert_true (dv_run_sheet_get_last_step (workshop, dv_test_get (workshop, "meeting")) == dv_test_get (workshop, "step2"));
  g_assert_cmpint (sheet->fixed_end, ==, AT (21, 0));
  g_assert_cmpint (sheet->delay, ==, 0);

  /* What comes after an end is a meeting of its own. */
  set (workshop, dv_test_get (workshop, "meeting"), DV_STEP_END, "17:00");
  g_assert_true (dv_run_sheet_find_meeting (workshop, dv_test_get (workshop, "evening")) == dv_test_get (workshop, "step2"));
  set (workshop, dv_test_get (workshop, "meeting"), DV_STEP_END, "");

  /* Steps that say nothing are meetings of their own. */
  set (workshop, dv_test_get (workshop, "meeting"), DV_STEP_START, "");
  g_assert_true (dv_run_sheet_find_meeting (workshop, dv_test_get (workshop, "evening")) == dv_test_get (workshop, "step2"));
}

/* A plan that does not fit says so before the day. */
static void
test_too_full (void)
{
  g_autoptr (DvWorkshop) workshop = make_afternoon (FALSE);
  g_autoptr (DvRunSheet) sheet = NULL;

  set (workshop, dv_test_get (workshop, "meeting"), DV_STEP_END, "15:40");
  sheet = make_sheet (workshop, DV_NO_TIME);
  g_assert_cmpint (sheet->delay, ==, 20);
  assert_proposed (sheet, "2:35 4:20 5:25");
  g_assert_cmpint (sheet->proposed_end, ==, AT (15, 40));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-sheet/plan", test_plan);
  g_test_add_func ("/run-sheet/picture", test_picture);
  g_test_add_func ("/run-sheet/accept", test_accept);
  g_test_add_func ("/run-sheet/accept-again", test_accept_again);
  g_test_add_func ("/run-sheet/threshold", test_threshold);
  g_test_add_func ("/run-sheet/skip", test_skip);
  g_test_add_func ("/run-sheet/skipped", test_skipped);
  g_test_add_func ("/run-sheet/history", test_history);
  g_test_add_func ("/run-sheet/midnight", test_midnight);
  g_test_add_func ("/run-sheet/no-start", test_no_start);
  g_test_add_func ("/run-sheet/meetings", test_meetings);
  g_test_add_func ("/run-sheet/too-full", test_too_full);

  return g_test_run ();
}
