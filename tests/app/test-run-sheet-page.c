/* test-run-sheet-page.c
 *
 * The meeting against the clock, the checklist and the timer, as people use them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-checklist-page.h"
#include "dv-chime.h"
#include "dv-clock.h"
#include "dv-plan.h"
#include "dv-run-sheet-page.h"
#include "dv-run-sheet-row.h"
#include "dv-test-page.h"

static void
set_clock (int hour,
           int minute)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 10, hour, minute, 0);

  dv_clock_set (now);
}

/* The activity of the sample and three more, from one o'clock. */
static void
open_page (DvTestPage *self)
{
  dv_test_page_open (self, dv_run_sheet_page_new);
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("part%d", i);

      dv_test_insert (self->workshop, "activity", id, "step1", "title", id, "minutes", "20", NULL);
    }
  dv_plan_set_times (self->session, dv_test_get (self->workshop, "step1"), 13 * 60, DV_NO_TIME);
  dv_test_wait ();
}

static DvRunSheetRow *
get_row (DvTestPage *self,
         guint       i)
{
  return DV_RUN_SHEET_ROW (dv_test_find (GTK_WIDGET (self->page), DV_TYPE_RUN_SHEET_ROW, i));
}

static void
act (DvTestPage *self,
     guint       row,
     const char *action)
{
  GtkWidget *widget = GTK_WIDGET (get_row (self, row));

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (widget)), GTK_LIST_BOX_ROW (widget));
  gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL);
  dv_test_wait ();
}

static int
get_minutes (DvTestPage *self,
             const char *id)
{
  return (int) dv_item_get_int (dv_test_get (self->workshop, id), DV_ACTIVITY_MINUTES);
}

static void
assert_seen (DvTestPage *self,
             const char *text)
{
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self->page), text));
}

static void
test_rows (void)
{
  DvTestPage self;

  set_clock (12, 0);
  open_page (&self);
  g_assert_nonnull (get_row (&self, 3));
  assert_seen (&self, "13:00");
  assert_seen (&self, "13:50");
  assert_seen (&self, "14:10");

  /* Minute after minute is one step of undo. */
  act (&self, 1, "run-sheet.longer");
  act (&self, 1, "run-sheet.longer");
  g_assert_cmpint (get_minutes (&self, "part1"), ==, 22);
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpint (get_minutes (&self, "part1"), ==, 20);

  /* Skipped, and not. */
  act (&self, 1, "run-sheet.skip");
  g_assert_cmpint (dv_item_get_int (dv_test_get (self.workshop, "part1"), DV_ACTIVITY_STATE), ==, DV_STATE_SKIPPED);
  act (&self, 1, "run-sheet.skip");
  g_assert_cmpint (dv_item_get_int (dv_test_get (self.workshop, "part1"), DV_ACTIVITY_STATE), ==, DV_STATE_TODO);

  /* What moves keeps the selection, and does not leave the meeting. */
  act (&self, 1, "run-sheet.move-down");
  g_assert_true (dv_run_sheet_row_get_activity (get_row (&self, 2)) == dv_test_get (self.workshop, "part1"));
  gtk_widget_activate_action (GTK_WIDGET (self.page), "run-sheet.move-up", NULL);
  dv_test_wait ();
  g_assert_true (dv_run_sheet_row_get_activity (get_row (&self, 1)) == dv_test_get (self.workshop, "part1"));

  act (&self, 2, "run-sheet.open");
  g_assert_true (dv_session_get_activity (self.session) == dv_test_get (self.workshop, "part2"));
  dv_test_check_names (GTK_WIDGET (self.page));
  dv_test_page_close (&self);
}

/* What begins and ends says when; a late room gets a proposal, and one step of
 * undo takes it back. */
static void
test_late (void)
{
  DvTestPage self;
  DvItem *welcome;

  set_clock (13, 0);
  open_page (&self);
  welcome = dv_test_get (self.workshop, "activity1");
  dv_plan_set_state (self.session, welcome, DV_STATE_TODO);
  act (&self, 0, "run-sheet.step-state");
  g_assert_cmpstr (dv_item_get_string (welcome, DV_ACTIVITY_BEGAN), ==, "13:00");

  set_clock (13, 20);
  act (&self, 1, "run-sheet.step-state");
  g_assert_cmpint (dv_item_get_int (welcome, DV_ACTIVITY_STATE), ==, DV_STATE_DONE);
  g_assert_cmpstr (dv_item_get_string (welcome, DV_ACTIVITY_ENDED), ==, "13:20");
  assert_seen (&self, "14:20");
  assert_seen (&self, "10 min");
  assert_seen (&self, "20 → 15");

  gtk_widget_activate_action (GTK_WIDGET (self.page), "run-sheet.accept", NULL);
  dv_test_wait ();
  g_assert_cmpint (get_minutes (&self, "part2"), ==, 15);
  g_assert_cmpint (get_minutes (&self, "part3"), ==, 15);
  assert_seen (&self, "On time");
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpint (get_minutes (&self, "part2"), ==, 20);
  g_assert_cmpint (get_minutes (&self, "part3"), ==, 20);
  dv_test_page_close (&self);
}

static void
test_checklist (void)
{
  DvTestPage self;
  GtkWidget *check;

  dv_test_page_open (&self, dv_checklist_page_new);
  check = dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_CHECK_BUTTON, 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  dv_test_wait ();
  dv_page_enter (self.page);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  dv_test_check_names (GTK_WIDGET (self.page));
  dv_test_page_close (&self);
}

/* Another activity sets a timer that nobody uses, and is offered otherwise. */
static void
test_timekeeper (void)
{
  DvTestPage self;
  DvTimekeeper *keeper;
  int minutes;

  set_clock (13, 0);
  open_page (&self);
  keeper = dv_session_get_timekeeper (self.session);
  dv_session_set_activity (self.session, dv_test_get (self.workshop, "part1"));
  g_assert_cmpint (dv_timer_get_seconds (dv_timekeeper_get_timer (keeper)), ==, 20 * 60);
  g_assert_null (dv_timekeeper_get_offer (keeper, &minutes));

  dv_timekeeper_toggle (keeper);
  set_clock (13, 5);
  dv_session_set_activity (self.session, dv_test_get (self.workshop, "activity1"));
  dv_timekeeper_toggle (keeper);
  g_assert_cmpint (dv_timer_get_seconds (dv_timekeeper_get_timer (keeper)), ==, 15 * 60);
  g_assert_cmpstr (dv_timekeeper_get_offer (keeper, &minutes), ==, "Welkom");
  g_assert_cmpint (minutes, ==, 10);
  dv_timekeeper_take_offer (keeper);
  g_assert_cmpint (dv_timer_get_seconds (dv_timekeeper_get_timer (keeper)), ==, 10 * 60);
  g_assert_null (dv_timekeeper_get_offer (keeper, &minutes));
  dv_test_page_close (&self);
}

/* A WAV file, soft throughout. */
static void
test_chime (void)
{
  g_autoptr (GBytes) sound = dv_chime_make ();
  gsize size;
  const guint8 *data = g_bytes_get_data (sound, &size);
  int loudest = 0;

  g_assert_cmpmem (data, 4, "RIFF", 4);
  for (gsize i = 44; i + 1 < size; i += 2)
    loudest = MAX (loudest, ABS ((gint16) (data[i] | data[i + 1] << 8)));
  g_assert_cmpint (loudest, >, 1000);
  g_assert_cmpint (loudest, <, 9000);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);

  g_test_add_func ("/run-sheet-page/rows", test_rows);
  g_test_add_func ("/run-sheet-page/late", test_late);
  g_test_add_func ("/run-sheet-page/checklist", test_checklist);
  g_test_add_func ("/run-sheet-page/timekeeper", test_timekeeper);
  g_test_add_func ("/run-sheet-page/chime", test_chime);

  return g_test_run ();
}
