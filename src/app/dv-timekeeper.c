/* dv-timekeeper.c
 *
 * Tells the timer the time, and what it is for
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-timekeeper"

#include "config.h"

#include "dv-chime.h"
#include "dv-clock.h"
#include "dv-settings.h"
#include "dv-stage-path.h"
#include "dv-timekeeper.h"

/* The only one that ticks, and only while the timer runs. Going to another
 * activity or value sets a timer that nobody is using; one that is in use goes
 * on, and what it would have been set to is offered. */

/* In ms: often enough that no second is skipped. */
#define TICK 200
/* For what says no minutes. */
#define USUAL_MINUTES 5

struct _DvTimekeeper
{
  GObject parent_instance;

  /* Owned */
  DvStage *stage;
  char *title;  /* what is open now */
  char *key;    /* nullable: ids of what is open */
  char *set_for; /* nullable: the key it was set for */

  /* State */
  int work; /* minutes of what is open */
  int report;
  int per_value;
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (DvTimekeeper, dv_timekeeper, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
tick_cb (gpointer data)
{
  dv_timer_tick (dv_timekeeper_get_timer (data), dv_clock_get_micros ());
  return G_SOURCE_CONTINUE;
}

static void
timer_changed_cb (DvTimekeeper *self)
{
  gboolean is_running = dv_timer_is_running (dv_timekeeper_get_timer (self));

  if (is_running && self->tick_id == 0)
    self->tick_id = g_timeout_add (TICK, tick_cb, self);
  else if (!is_running)
    g_clear_handle_id (&self->tick_id, g_source_remove);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
phase_changed_cb (DvTimekeeper *self)
{
  if (dv_settings_get_boolean ("timer-sound", TRUE))
    dv_chime_play ();
}

static void
dv_timekeeper_dispose (GObject *object)
{
  DvTimekeeper *self = DV_TIMEKEEPER (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->stage);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->set_for, g_free);

  G_OBJECT_CLASS (dv_timekeeper_parent_class)->dispose (object);
}

static void
dv_timekeeper_class_init (DvTimekeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dv_timekeeper_dispose;

  /**
   * DvTimekeeper::changed:
   * @self: the timekeeper
   *
   * The timer shows something else, or something else is offered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dv_timekeeper_init (DvTimekeeper *self)
{
}

/**
 * dv_timekeeper_new:
 * @stage: whose timer to keep
 *
 * Returns: (transfer full): a timekeeper
 */
DvTimekeeper *
dv_timekeeper_new (DvStage *stage)
{
  DvTimekeeper *self = g_object_new (DV_TYPE_TIMEKEEPER, NULL);
  DvTimer *timer = dv_stage_get_timer (stage);

  self->stage = g_object_ref (stage);
  g_signal_connect_object (timer, "changed", G_CALLBACK (timer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timer, "phase-changed", G_CALLBACK (phase_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * dv_timekeeper_get_timer:
 * @self: a timekeeper
 *
 * Returns: (transfer none): the timer of the stage
 */
DvTimer *
dv_timekeeper_get_timer (DvTimekeeper *self)
{
  return dv_stage_get_timer (self->stage);
}

/**
 * dv_timekeeper_get_stage:
 * @self: a timekeeper
 *
 * Returns: (transfer none): the stage
 */
DvStage *
dv_timekeeper_get_stage (DvTimekeeper *self)
{
  return self->stage;
}

static void
set_from_open (DvTimekeeper *self)
{
  DvTimer *timer = dv_timekeeper_get_timer (self);

  g_free (self->set_for);
  self->set_for = g_strdup (self->key);
  dv_timer_set_title (timer, self->title);
  dv_timer_set (timer, self->work * 60, self->report * 60);
}

static void
read_minutes (DvTimekeeper *self,
              DvItem       *activity)
{
  int minutes = (int) dv_item_get_int (activity, DV_ACTIVITY_MINUTES);
  int report = (int) dv_item_get_int (activity, DV_ACTIVITY_REPORT);

  self->report = MIN (report, minutes);
  self->work = minutes > 0 ? minutes - self->report : USUAL_MINUTES;
}

/**
 * dv_timekeeper_follow:
 * @self: a timekeeper
 * @activity: what is open
 * @value: (nullable): which value it is about now
 *
 * Sets a timer that nobody is using to what is open; never disturbs one that
 * runs or is paused.
 */
void
dv_timekeeper_follow (DvTimekeeper *self,
                      DvItem       *activity,
                      DvItem       *value)
{
  gboolean is_value = self->per_value > 0 && value != NULL && dv_stage_path_goes_by_value (activity);

  g_return_if_fail (DV_IS_TIMEKEEPER (self));

  g_free (self->title);
  g_free (self->key);
  if (is_value)
    {
      self->title = g_strdup (dv_item_get_string (value, DV_VALUE_NAME));
      self->key = g_strconcat (dv_item_get_id (activity), " ", dv_item_get_id (value), NULL);
      self->work = self->per_value;
      self->report = 0;
    }
  else
    {
      self->title = g_strdup (dv_item_get_string (activity, DV_ACTIVITY_TITLE));
      self->key = g_strdup (dv_item_get_id (activity));
      read_minutes (self, activity);
    }

  if (g_strcmp0 (self->key, self->set_for) != 0 && dv_timer_is_idle (dv_timekeeper_get_timer (self)))
    set_from_open (self);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dv_timekeeper_toggle:
 * @self: a timekeeper
 *
 * Starts the timer, or pauses it.
 */
void
dv_timekeeper_toggle (DvTimekeeper *self)
{
  DvTimer *timer = dv_timekeeper_get_timer (self);

  g_return_if_fail (DV_IS_TIMEKEEPER (self));

  if (dv_timer_is_running (timer))
    dv_timer_pause (timer, dv_clock_get_micros ());
  else
    {
      if (!dv_timer_is_set (timer))
        dv_timer_set (timer, USUAL_MINUTES * 60, 0);
      dv_timer_start (timer, dv_clock_get_micros ());
    }
}

/**
 * dv_timekeeper_add:
 * @self: a timekeeper
 * @minutes: how many more; negative for less
 */
void
dv_timekeeper_add (DvTimekeeper *self,
                   int           minutes)
{
  g_return_if_fail (DV_IS_TIMEKEEPER (self));
  dv_timer_add (dv_timekeeper_get_timer (self), minutes * 60, dv_clock_get_micros ());
}

/**
 * dv_timekeeper_set_lengths:
 * @self: a timekeeper
 * @work: minutes of work
 * @report: minutes for reporting back after that
 *
 * Begins anew with these; a timer that was running runs on.
 */
void
dv_timekeeper_set_lengths (DvTimekeeper *self,
                           int           work,
                           int           report)
{
  DvTimer *timer = dv_timekeeper_get_timer (self);
  gboolean is_running;

  g_return_if_fail (DV_IS_TIMEKEEPER (self));

  is_running = dv_timer_is_running (timer) && dv_timer_get_phase (timer) != DV_TIMER_OVER;
  dv_timer_set (timer, work * 60, report * 60);
  if (is_running)
    dv_timer_start (timer, dv_clock_get_micros ());
}

/**
 * dv_timekeeper_set_per_value:
 * @self: a timekeeper
 * @minutes: for each value, or 0 to time activities as a whole
 *
 * Counts from the next value on; a timer that nobody is using is set at once.
 */
void
dv_timekeeper_set_per_value (DvTimekeeper *self,
                             int           minutes)
{
  g_return_if_fail (DV_IS_TIMEKEEPER (self));

  if (self->per_value == minutes)
    return;
  self->per_value = minutes;
  g_clear_pointer (&self->set_for, g_free);
  if (dv_stage_get_activity (self->stage) != NULL)
    dv_timekeeper_follow (self, dv_stage_get_activity (self->stage), dv_stage_get_value (self->stage));
}

/**
 * dv_timekeeper_get_per_value:
 * @self: a timekeeper
 *
 * Returns: minutes for each value; 0 when activities are timed as a whole
 */
int
dv_timekeeper_get_per_value (DvTimekeeper *self)
{
  g_return_val_if_fail (DV_IS_TIMEKEEPER (self), 0);
  return self->per_value;
}

/**
 * dv_timekeeper_get_offer:
 * @self: a timekeeper
 * @minutes: (out): how many it would have
 *
 * Returns: (transfer none) (nullable): what the timer could be set to, while
 *   it is in use for something else; %NULL when there is nothing to offer
 */
const char *
dv_timekeeper_get_offer (DvTimekeeper *self,
                         int          *minutes)
{
  g_return_val_if_fail (DV_IS_TIMEKEEPER (self), NULL);

  *minutes = self->work + self->report;
  return self->key != NULL && g_strcmp0 (self->key, self->set_for) != 0 ? self->title : NULL;
}

/**
 * dv_timekeeper_take_offer:
 * @self: a timekeeper
 *
 * Sets the timer to what is open, standing still.
 */
void
dv_timekeeper_take_offer (DvTimekeeper *self)
{
  g_return_if_fail (DV_IS_TIMEKEEPER (self));

  if (self->key != NULL)
    set_from_open (self);
}
