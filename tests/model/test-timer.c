/* test-timer.c
 *
 * The timer of two phases
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-timer.h"

#define SECONDS(n) ((gint64) ((n) * G_USEC_PER_SEC))
#define MINUTES(n) SECONDS ((n) * 60.0)

static void
assert_text (DvTimer    *timer,
             const char *expected)
{
  g_autofree char *text = dv_timer_dup_text (timer);

  g_assert_cmpstr (text, ==, expected);
}

/* Counts down, shows every second for a second, and counts up after zero. */
static void
test_count (void)
{
  g_autoptr (DvTimer) timer = dv_timer_new ();

  g_assert_false (dv_timer_is_set (timer));
  assert_text (timer, "00:00");
  dv_timer_start (timer, 0);
  g_assert_false (dv_timer_is_running (timer));

  dv_timer_set (timer, 8 * 60, 0);
  assert_text (timer, "08:00");
  dv_timer_start (timer, SECONDS (100));
  dv_timer_tick (timer, SECONDS (100.4));
  assert_text (timer, "08:00");
  dv_timer_tick (timer, SECONDS (136.5));
  assert_text (timer, "07:24");
  g_assert_cmpfloat_with_epsilon (dv_timer_get_part (timer), 36.5 / 480, 1e-9);
  dv_timer_tick (timer, SECONDS (100) + MINUTES (8) - 1);
  assert_text (timer, "00:01");
  dv_timer_tick (timer, SECONDS (100) + MINUTES (8));
  assert_text (timer, "+00:00");
  g_assert_cmpint (dv_timer_get_phase (timer), ==, DV_TIMER_OVER);
  dv_timer_tick (timer, SECONDS (135) + MINUTES (8));
  assert_text (timer, "+00:35");
  g_assert_cmpfloat (dv_timer_get_part (timer), ==, 1);
}

static void
test_long (void)
{
  g_autoptr (DvTimer) timer = dv_timer_new ();

  dv_timer_set (timer, 65 * 60, 0);
  assert_text (timer, "1:05:00");
  dv_timer_start (timer, 0);
  dv_timer_tick (timer, MINUTES (5) + SECONDS (0.5));
  assert_text (timer, "1:00:00");
  dv_timer_tick (timer, MINUTES (5) + SECONDS (1));
  assert_text (timer, "59:59");
}

static void
count_cb (DvTimer *timer,
          guint   *count)
{
  (*count)++;
}

static void
test_phases (void)
{
  g_autoptr (DvTimer) timer = dv_timer_new ();
  guint phases = 0;

  g_signal_connect (timer, "phase-changed", G_CALLBACK (count_cb), &phases);
  dv_timer_set (timer, 20 * 60, 5 * 60);
  dv_timer_start (timer, 0);
  dv_timer_tick (timer, MINUTES (20) - 1);
  g_assert_cmpint (dv_timer_get_phase (timer), ==, DV_TIMER_WORK);
  g_assert_cmpuint (phases, ==, 0);
  dv_timer_tick (timer, MINUTES (20));
  g_assert_cmpint (dv_timer_get_phase (timer), ==, DV_TIMER_REPORT);
  g_assert_cmpuint (phases, ==, 1);
  assert_text (timer, "05:00");
  g_assert_cmpfloat (dv_timer_get_part (timer), ==, 0);
  dv_timer_tick (timer, MINUTES (24));
  assert_text (timer, "01:00");
  g_assert_cmpfloat_with_epsilon (dv_timer_get_part (timer), 0.8, 1e-9);
  dv_timer_tick (timer, MINUTES (25) + SECONDS (3));
  g_assert_cmpuint (phases, ==, 2);
  assert_text (timer, "+00:03");

  /* Whoever was away for both ends is told once. */
  dv_timer_set (timer, 60, 60);
  dv_timer_start (timer, 0);
  dv_timer_tick (timer, MINUTES (10));
  g_assert_cmpuint (phases, ==, 3);
  assert_text (timer, "+08:00");
}

static void
test_pause (void)
{
  g_autoptr (DvTimer) timer = dv_timer_new ();

  dv_timer_set (timer, 10 * 60, 0);
  g_assert_true (dv_timer_is_idle (timer));
  dv_timer_start (timer, 0);
  g_assert_false (dv_timer_is_idle (timer));
  dv_timer_pause (timer, MINUTES (4));
  assert_text (timer, "06:00");
  g_assert_false (dv_timer_is_idle (timer));

  /* It stays paused, whatever comes. */
  dv_timer_tick (timer, MINUTES (30));
  dv_timer_pause (timer, MINUTES (30));
  dv_timer_add (timer, 60, MINUTES (31));
  dv_timer_set_title (timer, "Choosing");
  assert_text (timer, "07:00");
  g_assert_false (dv_timer_is_running (timer));

  dv_timer_start (timer, MINUTES (60));
  dv_timer_start (timer, MINUTES (61));
  dv_timer_tick (timer, MINUTES (62));
  assert_text (timer, "05:00");

  dv_timer_tick (timer, MINUTES (68));
  g_assert_false (dv_timer_is_idle (timer));
  dv_timer_pause (timer, MINUTES (68));
  g_assert_true (dv_timer_is_idle (timer));
}

static void
test_add (void)
{
  g_autoptr (DvTimer) timer = dv_timer_new ();

  /* A minute more sets what was not set; a minute less leaves one. */
  dv_timer_add (timer, 60, 0);
  assert_text (timer, "01:00");
  dv_timer_add (timer, -60, 0);
  assert_text (timer, "01:00");
  dv_timer_add (timer, 120, 0);
  assert_text (timer, "03:00");

  dv_timer_set (timer, 5 * 60, 2 * 60);
  dv_timer_start (timer, 0);
  dv_timer_add (timer, 60, MINUTES (1));
  assert_text (timer, "05:00");
  dv_timer_add (timer, -60, MINUTES (1));
  assert_text (timer, "04:00");

  /* No more is taken off than there is: then it is the turn of the next. */
  dv_timer_add (timer, -600, MINUTES (2));
  g_assert_cmpint (dv_timer_get_phase (timer), ==, DV_TIMER_REPORT);
  assert_text (timer, "02:00");
  dv_timer_add (timer, 60, MINUTES (2));
  assert_text (timer, "03:00");

  /* What is over comes back. */
  dv_timer_tick (timer, MINUTES (5) + SECONDS (35));
  assert_text (timer, "+00:35");
  dv_timer_add (timer, -60, MINUTES (5) + SECONDS (35));
  assert_text (timer, "+00:35");
  dv_timer_add (timer, 60, MINUTES (5) + SECONDS (35));
  assert_text (timer, "00:25");
  g_assert_cmpint (dv_timer_get_phase (timer), ==, DV_TIMER_REPORT);
  g_assert_true (dv_timer_is_running (timer));
}

/* A clock that goes back is not believed; ticks that change nothing are not
 * told. */
static void
test_quiet (void)
{
  g_autoptr (DvTimer) timer = dv_timer_new ();
  guint changes = 0;

  dv_timer_set (timer, 10 * 60, 0);
  dv_timer_start (timer, SECONDS (100));
  g_signal_connect (timer, "changed", G_CALLBACK (count_cb), &changes);
  for (int i = 1; i <= 40; i++)
    dv_timer_tick (timer, SECONDS (100) + i * SECONDS (0.1));
  g_assert_cmpuint (changes, ==, 4);
  dv_timer_tick (timer, 0);
  assert_text (timer, "09:56");

  dv_timer_set_title (timer, NULL);
  g_assert_cmpuint (changes, ==, 4);
  dv_timer_set_title (timer, "Choosing");
  g_assert_cmpstr (dv_timer_get_title (timer), ==, "Choosing");
  g_assert_cmpuint (changes, ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timer/count", test_count);
  g_test_add_func ("/timer/long", test_long);
  g_test_add_func ("/timer/phases", test_phases);
  g_test_add_func ("/timer/pause", test_pause);
  g_test_add_func ("/timer/add", test_add);
  g_test_add_func ("/timer/quiet", test_quiet);

  return g_test_run ();
}
