/* dv-clock.c
 *
 * What time it is, also in a test
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-clock"

#include "config.h"

#include "dv-clock.h"

/* Main thread only. */
static GDateTime *fixed;

static GDateTime *
get_now (void)
{
  return fixed != NULL ? g_date_time_ref (fixed) : g_date_time_new_now_local ();
}

/**
 * dv_clock_set:
 * @now: (nullable): what time it is from now on; %NULL for the real time again
 *
 * Stops the clock, for a test.
 */
void
dv_clock_set (GDateTime *now)
{
  g_clear_pointer (&fixed, g_date_time_unref);
  if (now != NULL)
    fixed = g_date_time_ref (now);
}

/**
 * dv_clock_get_minute:
 *
 * Returns: minutes since midnight
 */
int
dv_clock_get_minute (void)
{
  g_autoptr (GDateTime) now = get_now ();

  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

/**
 * dv_clock_dup_time:
 *
 * Returns: (transfer full): "HH:MM", as fields of a workshop hold it
 */
char *
dv_clock_dup_time (void)
{
  g_autoptr (GDateTime) now = get_now ();

  return g_date_time_format (now, "%H:%M");
}

/**
 * dv_clock_dup_date:
 *
 * Returns: (transfer full): "YYYY-MM-DD", as fields of a workshop hold it
 */
char *
dv_clock_dup_date (void)
{
  g_autoptr (GDateTime) now = get_now ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * dv_clock_get_micros:
 *
 * Returns: microseconds of a clock that does not jump, for the timer
 */
gint64
dv_clock_get_micros (void)
{
  return fixed != NULL ? g_date_time_to_unix (fixed) * G_USEC_PER_SEC : g_get_monotonic_time ();
}
