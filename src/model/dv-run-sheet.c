/* dv-run-sheet.c
 *
 * A meeting against the clock: what is planned, what it became, what still fits
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-run-sheet"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "dv-run-sheet.h"

/* The clock is told, never read. Facts win from the plan: when an activity is
 * marked, the time at which that happened is what the rest is counted from. */

#define DAY (24 * 60)
/* More than this is not late but another day, on which somebody looks back. */
#define LATEST (4 * 60)
/* What is shortened keeps this part of the time it had at first, also when it
 * is shortened again; in whole steps if it can. */
#define LEAST_PART 0.6
#define STEP 5

/* --- Meetings ---------------------------------------------------------------- */

static gboolean
says_start (DvItem *step)
{
  return dv_item_get_string (step, DV_STEP_START)[0] != '\0';
}

static gboolean
says_end (DvItem *step)
{
  return dv_item_get_string (step, DV_STEP_END)[0] != '\0';
}

static DvItem *
get_step (DvWorkshop *workshop,
          guint       position)
{
  return dv_list_get (dv_workshop_get_list (workshop, &dv_step_kind), position);
}

/* The step after the last of a meeting. */
static guint
find_end (DvWorkshop *workshop,
          DvItem     *first)
{
  guint n_steps = dv_list_get_length (dv_workshop_get_list (workshop, &dv_step_kind));
  guint end = dv_item_get_position (first) + 1;

  if (!says_start (first))
    return end;
  while (end < n_steps && !says_end (get_step (workshop, end - 1)) && !says_start (get_step (workshop, end)))
    end++;
  return end;
}

/**
 * dv_run_sheet_list_meetings:
 * @workshop: a workshop
 *
 * Returns: (transfer container) (element-type DvItem): the steps at which a
 *   meeting begins, in order
 */
GPtrArray *
dv_run_sheet_list_meetings (DvWorkshop *workshop)
{
  GPtrArray *meetings = g_ptr_array_new ();
  guint n_steps = dv_list_get_length (dv_workshop_get_list (workshop, &dv_step_kind));

  for (guint i = 0; i < n_steps;)
    {
      DvItem *step = get_step (workshop, i);

      g_ptr_array_add (meetings, step);
      i = find_end (workshop, step);
    }

  return meetings;
}

/**
 * dv_run_sheet_find_meeting:
 * @workshop: a workshop
 * @item: a step or an activity of it
 *
 * Returns: (transfer none): the step at which the meeting begins that @item is in
 */
DvItem *
dv_run_sheet_find_meeting (DvWorkshop *workshop,
                           DvItem     *item)
{
  DvItem *step = dv_item_get_kind (item) == &dv_activity_kind ? dv_item_get_parent (item) : item;

  for (guint i = dv_item_get_position (step) + 1; i > 0; i--)
    {
      DvItem *each = get_step (workshop, i - 1);

      if (each != step && says_end (each))
        break;
      if (says_start (each))
        return each;
    }

  return step;
}

/**
 * dv_run_sheet_get_last_step:
 * @workshop: a workshop
 * @meeting: the step at which a meeting begins
 *
 * Returns: (transfer none): the step with which it ends
 */
DvItem *
dv_run_sheet_get_last_step (DvWorkshop *workshop,
                            DvItem     *meeting)
{
  return get_step (workshop, find_end (workshop, meeting) - 1);
}

static GPtrArray *
list_activities (DvWorkshop *workshop,
                 DvItem     *meeting)
{
  GPtrArray *activities = g_ptr_array_new ();
  guint end = find_end (workshop, meeting);

  for (guint i = dv_item_get_position (meeting); i < end; i++)
    {
      DvList *list = dv_item_get_list (get_step (workshop, i), &dv_activity_kind);

      for (guint j = 0; j < dv_list_get_length (list); j++)
        g_ptr_array_add (activities, dv_list_get (list, j));
    }

  return activities;
}

static DvState
get_state (DvItem *activity)
{
  return (DvState) dv_item_get_int (activity, DV_ACTIVITY_STATE);
}

/**
 * dv_run_sheet_has_begun:
 * @workshop: a workshop
 * @meeting: the step at which a meeting begins
 *
 * Returns: whether an activity of it is busy or done
 */
gboolean
dv_run_sheet_has_begun (DvWorkshop *workshop,
                        DvItem     *meeting)
{
  g_autoptr (GPtrArray) activities = list_activities (workshop, meeting);

  for (guint i = 0; i < activities->len; i++)
    {
      DvState state = get_state (g_ptr_array_index (activities, i));

      if (state == DV_STATE_BUSY || state == DV_STATE_DONE)
        return TRUE;
    }
  return FALSE;
}

/* --- Times ------------------------------------------------------------------- */

/**
 * dv_time_parse:
 * @text: "HH:MM", or nothing
 *
 * Returns: minutes since midnight, or %DV_NO_TIME
 */
int
dv_time_parse (const char *text)
{
  const char *colon = strchr (text, ':');

  return colon != NULL ? atoi (text) * 60 + atoi (colon + 1) : DV_NO_TIME;
}

/**
 * dv_time_to_string:
 * @time: minutes since midnight, maybe of the day before
 *
 * Returns: (transfer full): "HH:MM", as fields hold it and people read it
 */
char *
dv_time_to_string (int time)
{
  int minute = ((time % DAY) + DAY) % DAY;

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/* A meeting may go on past midnight: a time long before its start is one of the
 * next day. */
static int
unwrap (int time,
        int start)
{
  return time != DV_NO_TIME && start != DV_NO_TIME && time < start - DAY / 2 ? time + DAY : time;
}

static int
get_time (const DvRunSheet *self,
          DvItem           *activity,
          int               field)
{
  return unwrap (dv_time_parse (dv_item_get_string (activity, field)), self->start);
}

/* --- Counting ---------------------------------------------------------------- */

static DvRunRow *
get_row (const DvRunSheet *self,
         guint             i)
{
  return g_ptr_array_index (self->rows, i);
}

static void
free_row (gpointer row)
{
  g_object_unref (((DvRunRow *) row)->activity);
  g_free (row);
}

static void
add_rows (DvRunSheet *self)
{
  g_autoptr (GPtrArray) activities = list_activities (self->workshop, self->step);

  for (guint i = 0; i < activities->len; i++)
    {
      DvRunRow *row = g_new0 (DvRunRow, 1);

      row->activity = g_object_ref (g_ptr_array_index (activities, i));
      row->state = get_state (row->activity);
      row->minutes = (int) dv_item_get_int (row->activity, DV_ACTIVITY_MINUTES);
      row->full = MAX (row->minutes, (int) dv_item_get_int (row->activity, DV_ACTIVITY_PLANNED));
      row->planned = row->expected = row->gone = row->proposed = DV_NO_TIME;
      g_ptr_array_add (self->rows, row);
      if (row->state == DV_STATE_SKIPPED)
        continue;
      self->n_parts++;
      self->minutes += row->minutes;
    }
}

/* Without a planned start: what it must have been for the first that began. */
static void
find_start (DvRunSheet *self)
{
  int before = 0;

  self->start = dv_time_parse (dv_item_get_string (self->step, DV_STEP_START));
  for (guint i = 0; i < self->rows->len && self->start == DV_NO_TIME; i++)
    {
      DvRunRow *row = get_row (self, i);
      int began = dv_time_parse (dv_item_get_string (row->activity, DV_ACTIVITY_BEGAN));

      if (row->state == DV_STATE_SKIPPED)
        continue;
      if (began != DV_NO_TIME)
        self->start = began - before;
      before += row->minutes;
    }
}

/* The clock counts from the first that begins until the last is done, and not
 * on another day. */
static gboolean
is_live (const DvRunSheet *self)
{
  int last = DV_NO_TIME;
  gboolean is_over = TRUE;

  if (self->now == DV_NO_TIME || self->start == DV_NO_TIME)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      DvRunRow *row = get_row (self, i);

      if (row->state == DV_STATE_BUSY || row->state == DV_STATE_DONE)
        {
          last = MAX (last, get_time (self, row->activity, DV_ACTIVITY_BEGAN));
          last = MAX (last, get_time (self, row->activity, DV_ACTIVITY_ENDED));
        }
      if (row->state == DV_STATE_BUSY || row->state == DV_STATE_TODO)
        is_over = FALSE;
    }

  if (is_over || (last == DV_NO_TIME && dv_run_sheet_has_begun (self->workshop, self->step)))
    return FALSE;
  return last != DV_NO_TIME ? self->now >= last && self->now <= MAX (self->planned_end, last) + LATEST
                            : self->now >= self->start && self->now <= self->start + LATEST;
}

/* What took place counts to its end, what did not to its planned length. */
static int
count_row (const DvRunSheet *self,
           DvRunRow         *row,
           int               time)
{
  int began = get_time (self, row->activity, DV_ACTIVITY_BEGAN);
  int ended = get_time (self, row->activity, DV_ACTIVITY_ENDED);

  if (row->state == DV_STATE_TODO)
    {
      row->expected = self->is_live ? MAX (time, self->now) : time;
      return row->expected + row->minutes;
    }

  /* Marked done without having been marked busy: since the one before. */
  if (row->state == DV_STATE_DONE && began == DV_NO_TIME && ended >= time && ended - time < row->minutes + LATEST)
    began = time;
  row->expected = began != DV_NO_TIME ? began : time;
  if (row->state == DV_STATE_DONE && began != DV_NO_TIME && ended >= began)
    row->gone = ended - began;
  else if (row->state == DV_STATE_BUSY && self->is_live)
    row->gone = MAX (0, self->now - row->expected);
  row->over = MAX (0, row->gone - row->minutes);

  if (row->state == DV_STATE_DONE)
    return row->gone != DV_NO_TIME ? row->expected + row->gone : row->expected + row->minutes;
  return row->expected + MAX (row->minutes, row->gone);
}

/* How many rows at the beginning have a busy or done one at or after them: what
 * is still to do among them was passed over. */
static guint
count_passed (const DvRunSheet *self)
{
  for (guint i = self->rows->len; i > 0; i--)
    if (get_row (self, i - 1)->state == DV_STATE_BUSY || get_row (self, i - 1)->state == DV_STATE_DONE)
      return i;

  return 0;
}

static void
count_rows (DvRunSheet *self)
{
  int planned = self->start;
  int expected = self->start;
  guint n_passed = count_passed (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      DvRunRow *row = get_row (self, i);

      if (row->state == DV_STATE_SKIPPED)
        continue;
      row->planned = planned;
      planned += row->minutes;
      if (row->state != DV_STATE_TODO || i >= n_passed)
        expected = count_row (self, row, expected);
    }
  self->expected_end = expected;
}

/* A fixed end decides what late is: with room to spare before it, an activity
 * that takes longer harms nobody. */
static void
count_delay (DvRunSheet *self)
{
  int delay = self->expected_end - self->planned_end;

  if (self->fixed_end != DV_NO_TIME)
    delay = self->expected_end > self->fixed_end ? self->expected_end - self->fixed_end : MIN (0, delay);
  self->delay = delay;
}

/* --- Proposals --------------------------------------------------------------- */

static gboolean
can_propose (const DvRunRow *row)
{
  return row->state == DV_STATE_TODO && row->expected != DV_NO_TIME && row->minutes > 0 && row->proposed != 0;
}

static int
proposed_minutes (const DvRunRow *row)
{
  return row->proposed != DV_NO_TIME ? row->proposed : row->minutes;
}

/* What it would become when it is shortened by one step, or by one minute; its
 * own length when it cannot be. */
static int
shorten (const DvRunRow *row,
         int             step)
{
  int minutes = proposed_minutes (row);
  int shorter = (minutes - 1) / step * step;

  return shorter > 0 && shorter >= row->full * LEAST_PART ? shorter : minutes;
}

/* The one that keeps the largest part of its time; of those alike the longest
 * that was left alone, and of those the last, as the beginning of an afternoon
 * is what the rest builds on. */
static gboolean
is_better (const DvRunRow *row,
           const DvRunRow *best,
           int             step)
{
  double part = (double) shorten (row, step) / row->full;
  double best_part = (double) shorten (best, step) / best->full;

  if (ABS (part - best_part) > 1e-9)
    return part > best_part;
  if ((row->proposed == DV_NO_TIME) != (best->proposed == DV_NO_TIME))
    return row->proposed == DV_NO_TIME;
  return row->minutes >= best->minutes;
}

/* Returns how many minutes are still to be found. */
static int
shorten_by (DvRunSheet *self,
            int         minutes,
            int         step)
{
  while (minutes > 0)
    {
      DvRunRow *best = NULL;

      for (guint i = 0; i < self->rows->len; i++)
        {
          DvRunRow *row = get_row (self, i);

          if (can_propose (row) && shorten (row, step) < proposed_minutes (row) && (best == NULL || is_better (row, best, step)))
            best = row;
        }
      if (best == NULL)
        break;
      minutes -= proposed_minutes (best) - shorten (best, step);
      best->proposed = shorten (best, step);
    }

  return minutes;
}

/* Skips what is just long enough, or else the longest; the last that is to be
 * done stays, as a meeting has an end. Returns the minutes that are won. */
static int
skip_one (DvRunSheet *self,
          int         minutes)
{
  DvRunRow *best = NULL;
  guint last = self->rows->len;

  while (last > 0 && !can_propose (get_row (self, last - 1)))
    last--;
  for (guint i = 0; i + 1 < last; i++)
    {
      DvRunRow *row = get_row (self, i);

      if (!can_propose (row))
        continue;
      if (best == NULL || (row->minutes >= minutes ? best->minutes < minutes || row->minutes <= best->minutes
                                                   : row->minutes >= best->minutes && best->minutes < minutes))
        best = row;
    }
  if (best == NULL)
    return 0;
  best->proposed = 0;
  return best->minutes;
}

static void
forget_shorter (DvRunSheet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->proposed > 0)
      get_row (self, i)->proposed = DV_NO_TIME;
}

static void
propose (DvRunSheet *self)
{
  int minutes = self->delay;
  int left, won;

  if (minutes < DV_RUN_SHEET_LATE)
    return;

  while ((left = shorten_by (self, shorten_by (self, minutes, STEP), 1)) > 0)
    {
      /* With something skipped the others may need less. */
      won = skip_one (self, left);
      if (won == 0)
        break;
      minutes -= won;
      forget_shorter (self);
    }

  self->proposed_end = self->expected_end;
  for (guint i = 0; i < self->rows->len; i++)
    {
      DvRunRow *row = get_row (self, i);

      if (row->proposed == DV_NO_TIME)
        continue;
      self->has_proposal = TRUE;
      self->proposed_end -= row->minutes - row->proposed;
    }
}

/**
 * dv_run_sheet_new:
 * @workshop: a workshop
 * @meeting: the step at which the meeting begins
 * @now: minutes since midnight, or %DV_NO_TIME for the plan alone
 *
 * The same workshop and time give the same sheet. A meeting of which nothing
 * has begun is taken to begin today: pass %DV_NO_TIME when it does not.
 *
 * Returns: (transfer full): what is planned, expected and proposed
 */
DvRunSheet *
dv_run_sheet_new (DvWorkshop *workshop,
                  DvItem     *meeting,
                  int         now)
{
  DvRunSheet *self = g_new0 (DvRunSheet, 1);

  self->workshop = g_object_ref (workshop);
  self->step = g_object_ref (meeting);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->fixed_end = self->planned_end = self->expected_end = self->proposed_end = DV_NO_TIME;
  add_rows (self);
  find_start (self);
  self->now = unwrap (now, self->start);
  if (self->start == DV_NO_TIME)
    return self;

  self->fixed_end = unwrap (dv_time_parse (dv_item_get_string (dv_run_sheet_get_last_step (workshop, meeting), DV_STEP_END)), self->start);
  self->planned_end = self->start + self->minutes;
  self->is_live = is_live (self);
  count_rows (self);
  count_delay (self);
  propose (self);
  return self;
}

/**
 * dv_run_sheet_free:
 * @self: (transfer full): a run sheet
 */
void
dv_run_sheet_free (DvRunSheet *self)
{
  g_ptr_array_unref (self->rows);
  g_object_unref (self->step);
  g_object_unref (self->workshop);
  g_free (self);
}

/* The end that was planned is from now on the one that counts, or the plan that
 * became shorter would be late again. */
static void
fix_end (const DvRunSheet *self,
         DvGroup          *group)
{
  g_autofree char *end = dv_time_to_string (self->planned_end);

  if (self->fixed_end == DV_NO_TIME)
    dv_group_set_string (group, dv_run_sheet_get_last_step (self->workshop, self->step), DV_STEP_END, end);
}

/**
 * dv_run_sheet_accept:
 * @self: a run sheet of the workshop as it is now
 * @label: what undo calls it, translated
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Takes over what is proposed, as one step of undo. Without a fixed end, the
 * planned one becomes fixed.
 *
 * Returns: whether it happened; nothing happens when nothing is proposed
 */
gboolean
dv_run_sheet_accept (const DvRunSheet *self,
                     const char       *label,
                     GError          **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);

  if (!self->has_proposal)
    return TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      DvRunRow *row = get_row (self, i);

      if (row->proposed == 0)
        dv_group_set_int (group, row->activity, DV_ACTIVITY_STATE, DV_STATE_SKIPPED);
      else if (row->proposed != DV_NO_TIME)
        {
          dv_group_set_int (group, row->activity, DV_ACTIVITY_MINUTES, row->proposed);
          dv_group_set_int (group, row->activity, DV_ACTIVITY_PLANNED, row->full);
          if (dv_item_get_int (row->activity, DV_ACTIVITY_REPORT) > row->proposed)
            dv_group_set_int (group, row->activity, DV_ACTIVITY_REPORT, row->proposed);
        }
    }
  fix_end (self, group);

  return dv_workshop_apply (self->workshop, group, error);
}
