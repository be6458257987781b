/* dv-timer.c
 *
 * A timer of two phases: work, then report back
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-timer"

#include "config.h"

#include "dv-timer.h"

/* Keeps how much time has gone; everything else follows from that and the two
 * lengths, so that adding a minute after the end simply goes back into the last
 * phase. Main thread. */

/* In seconds. */
#define SHORTEST 60
#define LONGEST (24 * 60 * 60)

struct _DvTimer
{
  GObject parent_instance;

  char *title;
  int work; /* in seconds, like the next */
  int report;
  gint64 gone;  /* in microseconds, up to the last time it was told */
  gint64 since; /* when that was; means nothing while it stands still */
  gboolean is_running;
  DvTimerPhase phase;
  int shown; /* what the text said last, in seconds */
};

G_DEFINE_FINAL_TYPE (DvTimer, dv_timer, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PHASE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
end_of_work (DvTimer *self)
{
  return (gint64) self->work * G_USEC_PER_SEC;
}

static gint64
end_of_all (DvTimer *self)
{
  return ((gint64) self->work + self->report) * G_USEC_PER_SEC;
}

static DvTimerPhase
find_phase (DvTimer *self)
{
  if (!dv_timer_is_set (self) || self->gone < end_of_work (self))
    return DV_TIMER_WORK;
  return self->gone < end_of_all (self) ? DV_TIMER_REPORT : DV_TIMER_OVER;
}

/* Brings what has gone up to date. */
static void
count (DvTimer *self,
       gint64   now)
{
  if (!self->is_running)
    return;

  self->gone += MAX (0, now - self->since);
  self->since = now;
}

static void
dv_timer_finalize (GObject *object)
{
  g_free (DV_TIMER (object)->title);

  G_OBJECT_CLASS (dv_timer_parent_class)->finalize (object);
}

static void
dv_timer_class_init (DvTimerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dv_timer_finalize;

  /**
   * DvTimer::changed:
   * @self: the timer
   *
   * What it shows is another: at most once a second while it runs.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DvTimer::phase-changed:
   * @self: the timer
   *
   * The time of a phase ran out while it was running; not when a person moved
   * it into another phase.
   */
  signals[PHASE_CHANGED] = g_signal_new ("phase-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dv_timer_init (DvTimer *self)
{
  self->title = g_strdup ("");
}

/**
 * dv_timer_new:
 *
 * Returns: (transfer full): a timer that is not set
 */
DvTimer *
dv_timer_new (void)
{
  return g_object_new (DV_TYPE_TIMER, NULL);
}

static void
changed (DvTimer *self)
{
  self->phase = find_phase (self);
  self->shown = dv_timer_get_seconds (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dv_timer_set:
 * @self: a timer
 * @work: how long the work lasts, in seconds
 * @report: how long reporting back lasts after that, in seconds; 0 for none
 *
 * Sets it to the beginning, standing still. Zero and zero unsets it.
 */
void
dv_timer_set (DvTimer *self,
              int      work,
              int      report)
{
  g_return_if_fail (DV_IS_TIMER (self));

  self->work = CLAMP (work, 0, LONGEST);
  self->report = CLAMP (report, 0, LONGEST);
  self->gone = 0;
  self->is_running = FALSE;
  changed (self);
}

/**
 * dv_timer_set_title:
 * @self: a timer
 * @title: (nullable): what the time is for
 */
void
dv_timer_set_title (DvTimer    *self,
                    const char *title)
{
  g_return_if_fail (DV_IS_TIMER (self));

  if (title == NULL)
    title = "";
  if (g_str_equal (self->title, title))
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  changed (self);
}

/**
 * dv_timer_get_title:
 * @self: a timer
 *
 * Returns: (transfer none): what the time is for; may be empty
 */
const char *
dv_timer_get_title (DvTimer *self)
{
  g_return_val_if_fail (DV_IS_TIMER (self), "");
  return self->title;
}

/**
 * dv_timer_start:
 * @self: a timer that is set
 * @now: the time, in microseconds of a clock that does not jump
 *
 * Starts it, or goes on after a pause.
 */
void
dv_timer_start (DvTimer *self,
                gint64   now)
{
  g_return_if_fail (DV_IS_TIMER (self));

  if (self->is_running || !dv_timer_is_set (self))
    return;
  self->is_running = TRUE;
  self->since = now;
  changed (self);
}

/**
 * dv_timer_pause:
 * @self: a timer
 * @now: the time, in microseconds of a clock that does not jump
 *
 * It stands still until it is started again, however long that takes.
 */
void
dv_timer_pause (DvTimer *self,
                gint64   now)
{
  g_return_if_fail (DV_IS_TIMER (self));

  if (!self->is_running)
    return;
  count (self, now);
  self->is_running = FALSE;
  changed (self);
}

/* Takes no more time off a phase than is left of it, for what has gone has
 * gone; and what has not begun yet does not vanish. */
static int
lengthen (int    length,
          int    seconds,
          gint64 gone)
{
  int least = gone > 0 ? (int) ((gone + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : SHORTEST;

  return CLAMP (length + seconds, MIN (length, least), LONGEST);
}

/**
 * dv_timer_add:
 * @self: a timer
 * @seconds: how much longer; negative for shorter
 * @now: the time, in microseconds of a clock that does not jump
 *
 * Changes the phase it is in. Time that is over comes back into the last phase;
 * what is over cannot be made shorter. A timer that was not set gets so long.
 */
void
dv_timer_add (DvTimer *self,
              int      seconds,
              gint64   now)
{
  g_return_if_fail (DV_IS_TIMER (self));

  count (self, now);
  switch (find_phase (self))
    {
    case DV_TIMER_WORK:
      self->work = lengthen (self->work, seconds, self->gone);
      break;
    case DV_TIMER_REPORT:
      self->report = lengthen (self->report, seconds, self->gone - end_of_work (self));
      break;
    case DV_TIMER_OVER:
    default:
      if (seconds <= 0)
        break;
      if (self->report > 0)
        self->report = MIN (self->report + seconds, LONGEST);
      else
        self->work = MIN (self->work + seconds, LONGEST);
    }
  changed (self);
}

/**
 * dv_timer_tick:
 * @self: a timer
 * @now: the time, in microseconds of a clock that does not jump
 *
 * To be called a few times a second while it runs; does nothing otherwise.
 */
void
dv_timer_tick (DvTimer *self,
               gint64   now)
{
  DvTimerPhase phase;

  g_return_if_fail (DV_IS_TIMER (self));

  if (!self->is_running)
    return;

  count (self, now);
  phase = self->phase;
  if (find_phase (self) == phase && dv_timer_get_seconds (self) == self->shown)
    return;

  changed (self);
  if (self->phase != phase)
    g_signal_emit (self, signals[PHASE_CHANGED], 0);
}

/**
 * dv_timer_is_set:
 * @self: a timer
 *
 * Returns: whether it has a length
 */
gboolean
dv_timer_is_set (DvTimer *self)
{
  g_return_val_if_fail (DV_IS_TIMER (self), FALSE);
  return self->work > 0 || self->report > 0;
}

/**
 * dv_timer_is_running:
 * @self: a timer
 *
 * Returns: whether it counts; also after its end, until it is paused
 */
gboolean
dv_timer_is_running (DvTimer *self)
{
  g_return_val_if_fail (DV_IS_TIMER (self), FALSE);
  return self->is_running;
}

/**
 * dv_timer_is_idle:
 * @self: a timer
 *
 * Returns: whether nobody is using it: it stands still, and has not begun or is
 *   over. It may be set to something else then.
 */
gboolean
dv_timer_is_idle (DvTimer *self)
{
  g_return_val_if_fail (DV_IS_TIMER (self), FALSE);
  return !self->is_running && (self->gone == 0 || find_phase (self) == DV_TIMER_OVER);
}

/**
 * dv_timer_get_work:
 * @self: a timer
 *
 * Returns: how long the work lasts, in seconds, with what was added
 */
int
dv_timer_get_work (DvTimer *self)
{
  g_return_val_if_fail (DV_IS_TIMER (self), 0);
  return self->work;
}

/**
 * dv_timer_get_report:
 * @self: a timer
 *
 * Returns: how long reporting back lasts, in seconds, with what was added
 */
int
dv_timer_get_report (DvTimer *self)
{
  g_return_val_if_fail (DV_IS_TIMER (self), 0);
  return self->report;
}

/**
 * dv_timer_get_phase:
 * @self: a timer
 *
 * Returns: which phase it is in; time is over when both are
 */
DvTimerPhase
dv_timer_get_phase (DvTimer *self)
{
  g_return_val_if_fail (DV_IS_TIMER (self), DV_TIMER_WORK);
  return find_phase (self);
}

/**
 * dv_timer_get_seconds:
 * @self: a timer
 *
 * Returns: how many seconds are left of the phase, the one that is running out
 *   included; once it is over, how many it is over
 */
int
dv_timer_get_seconds (DvTimer *self)
{
  gint64 end;

  g_return_val_if_fail (DV_IS_TIMER (self), 0);

  if (find_phase (self) == DV_TIMER_OVER)
    return (int) ((self->gone - end_of_all (self)) / G_USEC_PER_SEC);
  end = find_phase (self) == DV_TIMER_WORK ? end_of_work (self) : end_of_all (self);
  return (int) ((end - self->gone + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

/**
 * dv_timer_get_part:
 * @self: a timer
 *
 * Returns: which part of the phase has gone, from 0 to 1; 1 once it is over
 */
double
dv_timer_get_part (DvTimer *self)
{
  g_return_val_if_fail (DV_IS_TIMER (self), 0);

  if (!dv_timer_is_set (self))
    return 0;
  switch (find_phase (self))
    {
    case DV_TIMER_WORK:
      return (double) self->gone / (double) end_of_work (self);
    case DV_TIMER_REPORT:
      return (double) (self->gone - end_of_work (self)) / ((double) self->report * G_USEC_PER_SEC);
    case DV_TIMER_OVER:
    default:
      return 1;
    }
}

/**
 * dv_timer_dup_text:
 * @self: a timer
 *
 * Returns: (transfer full): what it shows: "07:24", "1:05:00", or "+00:35" once
 *   it is over
 */
char *
dv_timer_dup_text (DvTimer *self)
{
  const char *sign;
  int seconds;

  g_return_val_if_fail (DV_IS_TIMER (self), NULL);

  sign = find_phase (self) == DV_TIMER_OVER ? "+" : "";
  seconds = dv_timer_get_seconds (self);
  if (seconds >= 3600)
    return g_strdup_printf ("%s%d:%02d:%02d", sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%s%02d:%02d", sign, seconds / 60, seconds % 60);
}
