/* dv-plan.c
 *
 * Changes to the programme: steps and activities added, moved, removed
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-plan"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-clock.h"
#include "dv-plan.h"
#include "dv-run-sheet.h"

/* What the rail's menu and keys do, as edits. An item is a step or an activity
 * throughout; each function is one step of undo and tells the session when it
 * could not be done. */

static gboolean
is_step (DvItem *item)
{
  return dv_item_get_kind (item) == &dv_step_kind;
}

static int
title_field (DvItem *item)
{
  return dv_kind_find_field (dv_item_get_kind (item), "title");
}

/**
 * dv_plan_get_title:
 * @item: a step or an activity
 *
 * Returns: (transfer none): its title
 */
const char *
dv_plan_get_title (DvItem *item)
{
  return dv_item_get_string (item, title_field (item));
}

static DvState
get_state (DvItem *activity)
{
  return (DvState) dv_item_get_int (activity, DV_ACTIVITY_STATE);
}

/* A state, and what the clock said when it came. What is done without having
 * been busy took as long as it did since the one before: see the run sheet. */
static void
add_state (DvGroup    *group,
           DvItem     *activity,
           DvState     state,
           const char *now)
{
  dv_group_set_int (group, activity, DV_ACTIVITY_STATE, state);
  switch (state)
    {
    case DV_STATE_BUSY:
      if (get_state (activity) != DV_STATE_DONE || dv_item_get_string (activity, DV_ACTIVITY_BEGAN)[0] == '\0')
        dv_group_set_string (group, activity, DV_ACTIVITY_BEGAN, now);
      dv_group_set_string (group, activity, DV_ACTIVITY_ENDED, "");
      break;
    case DV_STATE_DONE:
      dv_group_set_string (group, activity, DV_ACTIVITY_ENDED, now);
      break;
    case DV_STATE_TODO:
    case DV_STATE_SKIPPED:
    default:
      dv_group_set_string (group, activity, DV_ACTIVITY_BEGAN, "");
      dv_group_set_string (group, activity, DV_ACTIVITY_ENDED, "");
    }
}

/* A room does one thing at a time: what was busy in the same meeting is done. */
static void
end_others (DvGroup    *group,
            DvWorkshop *workshop,
            DvItem     *activity,
            const char *now)
{
  DvItem *meeting = dv_run_sheet_find_meeting (workshop, activity);

  for (DvItem *each = dv_plan_get_neighbour (workshop, NULL, 1); each != NULL; each = dv_plan_get_neighbour (workshop, each, 1))
    if (each != activity && get_state (each) == DV_STATE_BUSY && dv_run_sheet_find_meeting (workshop, each) == meeting)
      add_state (group, each, DV_STATE_DONE, now);
}

/**
 * dv_plan_set_state:
 * @session: a session
 * @activity: an activity
 * @state: how far it is now
 *
 * Notes at what time it began or ended. When it begins, what was busy in the
 * same meeting is done.
 */
void
dv_plan_set_state (DvSession *session,
                        DvItem    *activity,
                        DvState    state)
{
  g_autofree char *now = dv_clock_dup_time ();
  g_autoptr (DvGroup) group = NULL;

  if (get_state (activity) == state)
    return;

  group = dv_group_new (state == DV_STATE_SKIPPED ? C_("undo", "Skip an activity") : C_("undo", "Change the state of an activity"),
                        DV_ORIGIN_CONSOLE);
  add_state (group, activity, state, now);
  if (state == DV_STATE_BUSY)
    end_others (group, dv_session_get_workshop (session), activity, now);
  dv_session_apply (session, group);
}

static DvGroup *
new_minutes_group (DvItem *activity,
                   int     minutes)
{
  DvGroup *group = dv_group_new (C_("undo", "Change the planned time"), DV_ORIGIN_CONSOLE);

  dv_group_set_int (group, activity, DV_ACTIVITY_MINUTES, minutes);
  return group;
}

/**
 * dv_plan_set_minutes:
 * @session: a session
 * @activity: an activity
 * @minutes: its planned time, 0 for none
 *
 * That is the plan from now on, also where it was shortened on the way.
 */
void
dv_plan_set_minutes (DvSession *session,
                          DvItem    *activity,
                          int        minutes)
{
  g_autoptr (DvGroup) group = NULL;

  if (dv_item_get_int (activity, DV_ACTIVITY_MINUTES) == minutes)
    return;

  group = new_minutes_group (activity, minutes);
  dv_group_set_int (group, activity, DV_ACTIVITY_PLANNED, 0);
  dv_session_apply (session, group);
}

/**
 * dv_plan_add_minutes:
 * @session: a session
 * @activity: an activity
 * @minutes: how much longer it is planned to last; negative for shorter
 *
 * Minute after minute is one step of undo.
 */
void
dv_plan_add_minutes (DvSession *session,
                     DvItem    *activity,
                     int        minutes)
{
  int now = (int) dv_item_get_int (activity, DV_ACTIVITY_MINUTES);
  int then = CLAMP (now + minutes, 0, 24 * 60);
  g_autoptr (DvGroup) group = new_minutes_group (activity, then);
  GError *error = NULL;

  if (then != now)
    dv_session_check (session, dv_workshop_amend (dv_session_get_workshop (session), group, &error), &error);
}

/**
 * dv_plan_rename:
 * @session: a session
 * @item: a step or an activity
 * @title: its new title; nothing happens when it is blank
 */
void
dv_plan_rename (DvSession  *session,
                     DvItem     *item,
                     const char *title)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (title));
  g_autoptr (DvGroup) group = NULL;

  if (trimmed[0] == '\0' || g_str_equal (trimmed, dv_plan_get_title (item)))
    return;

  group = dv_group_new (is_step (item) ? C_("undo", "Rename a step") : C_("undo", "Rename an activity"), DV_ORIGIN_CONSOLE);
  dv_group_set_string (group, item, title_field (item), trimmed);
  dv_session_apply (session, group);
}

static DvItem *
insert (DvSession    *session,
        const DvKind *kind,
        int           field,
        DvItem       *parent,
        DvItem       *before,
        const char   *title,
        const char   *label)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  DvRecord *record = dv_group_insert (group, kind, dv_item_get_id (parent),
                                      before != NULL ? dv_item_get_id (before) : NULL);
  g_autofree char *id = g_strdup (dv_record_get_id (record));

  dv_record_set_string (record, field, title);
  if (!dv_session_apply (session, group))
    return NULL;

  return dv_workshop_find (dv_session_get_workshop (session), id);
}

/**
 * dv_plan_add_activity:
 * @session: a session
 * @after: the activity before it, or the step to put it last in
 *
 * Returns: (transfer none) (nullable): the new activity; %NULL when there may
 *   not be more
 */
DvItem *
dv_plan_add_activity (DvSession *session,
                           DvItem    *after)
{
  DvItem *step = is_step (after) ? after : dv_item_get_parent (after);

  return insert (session, &dv_activity_kind, DV_ACTIVITY_TITLE, step,
                 is_step (after) ? NULL : dv_item_get_next (after),
                 C_("title", "New activity"), C_("undo", "Add an activity"));
}

/**
 * dv_plan_add_step:
 * @session: a session
 * @after: (nullable): the step before it; %NULL to put it last
 *
 * Returns: (transfer none) (nullable): the new step; %NULL when there may not
 *   be more
 */
DvItem *
dv_plan_add_step (DvSession *session,
                       DvItem    *after)
{
  return insert (session, &dv_step_kind, DV_STEP_TITLE,
                 dv_workshop_get_root (dv_session_get_workshop (session)),
                 after != NULL ? dv_item_get_next (after) : NULL,
                 C_("title", "New step"), C_("undo", "Add a step"));
}

/* Where a new meeting ends when nobody says: without that, it would go on
 * through the steps that follow. */
static int
usual_end (DvWorkshop *workshop,
           DvItem     *meeting,
           int         start)
{
  g_autoptr (DvRunSheet) sheet = NULL;

  if (start == DV_NO_TIME || dv_item_get_string (meeting, DV_STEP_START)[0] != '\0')
    return DV_NO_TIME;
  sheet = dv_run_sheet_new (workshop, meeting, DV_NO_TIME);
  return sheet->minutes > 0 ? start + sheet->minutes : DV_NO_TIME;
}

static void
add_time (DvGroup *group,
          DvItem  *step,
          int      field,
          int      time)
{
  g_autofree char *text = time != DV_NO_TIME ? dv_time_to_string (time) : g_strdup ("");

  if (!g_str_equal (dv_item_get_string (step, field), text))
    dv_group_set_string (group, step, field, text);
}

/**
 * dv_plan_set_times:
 * @session: a session
 * @meeting: the step at which a meeting begins
 * @start: when it starts, or %DV_NO_TIME
 * @end: when it has to end, or %DV_NO_TIME
 */
void
dv_plan_set_times (DvSession *session,
                   DvItem    *meeting,
                   int        start,
                   int        end)
{
  DvWorkshop *workshop = dv_session_get_workshop (session);
  g_autoptr (DvGroup) group = dv_group_new (C_("undo", "Change the times of a meeting"), DV_ORIGIN_CONSOLE);

  if (end == DV_NO_TIME)
    end = usual_end (workshop, meeting, start);
  add_time (group, meeting, DV_STEP_START, start);
  add_time (group, dv_run_sheet_get_last_step (workshop, meeting), DV_STEP_END, end);
  if (dv_group_get_length (group) > 0)
    dv_session_apply (session, group);
}

static DvItem *
get_sibling (DvItem *item,
             int     by)
{
  DvList *list = dv_item_get_list (dv_item_get_parent (item), dv_item_get_kind (item));
  int position = (int) dv_item_get_position (item) + by;

  if (position < 0 || position >= (int) dv_list_get_length (list))
    return NULL;
  return dv_list_get (list, (guint) position);
}

/* The step that an activity at the edge of its own goes to. */
static DvItem *
get_step_beside (DvItem *item,
                 int     by)
{
  return is_step (item) ? NULL : get_sibling (dv_item_get_parent (item), by);
}

/**
 * dv_plan_can_move:
 * @session: a session
 * @item: a step or an activity
 * @by: -1 for up, 1 for down
 *
 * Returns: whether there is a place to move to; an activity moves on into the
 *   next step
 */
gboolean
dv_plan_can_move (DvSession *session,
                       DvItem    *item,
                       int        by)
{
  return get_sibling (item, by) != NULL || get_step_beside (item, by) != NULL;
}

/**
 * dv_plan_move:
 * @session: a session
 * @item: a step or an activity
 * @by: -1 for up, 1 for down
 */
void
dv_plan_move (DvSession *session,
                   DvItem    *item,
                   int        by)
{
  DvItem *sibling = get_sibling (item, by);
  DvItem *parent = sibling != NULL ? dv_item_get_parent (item) : get_step_beside (item, by);
  DvItem *before = NULL;
  g_autoptr (DvGroup) group = NULL;

  if (parent == NULL)
    return;
  if (sibling != NULL)
    before = by < 0 ? sibling : dv_item_get_next (sibling);
  else if (by > 0)
    before = dv_list_get (dv_item_get_list (parent, &dv_activity_kind), 0);

  group = dv_group_new (is_step (item) ? C_("undo", "Move a step") : C_("undo", "Move an activity"), DV_ORIGIN_CONSOLE);
  dv_group_move (group, dv_item_get_id (item), dv_item_get_id (parent), before != NULL ? dv_item_get_id (before) : NULL);
  dv_session_apply (session, group);
}

/**
 * dv_plan_remove:
 * @session: a session
 * @item: a step with its activities, or an activity
 *
 * What was collected in it stays: words and behaviours belong to the workshop.
 */
void
dv_plan_remove (DvSession *session,
                     DvItem    *item)
{
  g_autofree char *said = NULL;
  g_autoptr (DvGroup) group = NULL;

  if (is_step (item))
    said = g_strdup_printf (_("Step “%s” removed"), dv_plan_get_title (item));
  else
    said = g_strdup_printf (_("Activity “%s” removed"), dv_plan_get_title (item));

  group = dv_group_new (is_step (item) ? C_("undo", "Remove a step") : C_("undo", "Remove an activity"), DV_ORIGIN_CONSOLE);
  dv_group_remove (group, dv_item_get_id (item));
  if (dv_session_apply (session, group))
    dv_session_say_undo (session, said);
}

/**
 * dv_plan_get_neighbour:
 * @workshop: a workshop
 * @activity: (nullable): an activity
 * @by: -1 for the one before, 1 for the one after
 *
 * Returns: (transfer none) (nullable): the activity beside it, over the bounds
 *   of steps; the first one when @activity is %NULL
 */
DvItem *
dv_plan_get_neighbour (DvWorkshop *workshop,
                            DvItem     *activity,
                            int         by)
{
  DvItem *previous = NULL;
  DvList *steps = dv_workshop_get_list (workshop, &dv_step_kind);
  gboolean found = activity == NULL;

  for (guint i = 0; i < dv_list_get_length (steps); i++)
    {
      DvList *activities = dv_item_get_list (dv_list_get (steps, i), &dv_activity_kind);

      for (guint j = 0; j < dv_list_get_length (activities); j++)
        {
          DvItem *item = dv_list_get (activities, j);

          if (found)
            return item;
          if (item == activity)
            {
              if (by < 0)
                return previous;
              found = TRUE;
            }
          previous = item;
        }
    }

  return NULL;
}

/**
 * dv_plan_get_current:
 * @workshop: a workshop
 *
 * Returns: (transfer none) (nullable): where the room is: what is in progress,
 *   else the first after the last that is done, else the last; %NULL when there
 *   are no activities
 */
DvItem *
dv_plan_get_current (DvWorkshop *workshop)
{
  DvItem *current = dv_plan_get_neighbour (workshop, NULL, 1);
  gboolean after_done = FALSE;

  for (DvItem *item = current; item != NULL; item = dv_plan_get_neighbour (workshop, item, 1))
    {
      DvState state = (DvState) dv_item_get_int (item, DV_ACTIVITY_STATE);

      if (state == DV_STATE_BUSY)
        return item;
      if (state == DV_STATE_SKIPPED)
        continue;
      if (state == DV_STATE_DONE || after_done)
        current = item;
      after_done = state == DV_STATE_DONE;
    }

  return current;
}
