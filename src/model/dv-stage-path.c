/* dv-stage-path.c
 *
 * The way through a programme: values within activities, one after another
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-stage-path"

#include "config.h"

#include "dv-stage-path.h"

#include "dv-values.h"

/**
 * dv_stage_path_goes_by_value:
 * @activity: an activity
 *
 * Returns: whether it is about one core value after another
 */
gboolean
dv_stage_path_goes_by_value (DvItem *activity)
{
  gint64 page = dv_item_get_int (activity, DV_ACTIVITY_PAGE);

  return page == DV_PAGE_BEHAVIOURS || page == DV_PAGE_CHOOSE;
}

/* The core value after or before @value; the first or last of all for NULL. */
static DvItem *
find_value (DvWorkshop *workshop,
            DvItem     *value,
            int         by)
{
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  int n = (int) dv_list_get_length (values);
  int at = value != NULL ? (int) dv_item_get_position (value) + by : (by > 0 ? 0 : n - 1);

  for (; at >= 0 && at < n; at += by)
    if (dv_value_is_chosen (dv_list_get (values, (guint) at)))
      return dv_list_get (values, (guint) at);

  return NULL;
}

/* The activity after or before @activity that is not skipped. */
static DvItem *
find_activity (DvWorkshop *workshop,
               DvItem     *activity,
               int         by)
{
  DvList *steps = dv_workshop_get_list (workshop, &dv_step_kind);
  DvItem *step = dv_item_get_parent (activity);
  int at_step = step != NULL ? (int) dv_item_get_position (step) : 0;
  int at = (int) dv_item_get_position (activity) + by;

  while (at_step >= 0 && at_step < (int) dv_list_get_length (steps))
    {
      DvList *activities = dv_item_get_list (dv_list_get (steps, (guint) at_step), &dv_activity_kind);

      for (; at >= 0 && at < (int) dv_list_get_length (activities); at += by)
        if (dv_item_get_int (dv_list_get (activities, (guint) at), DV_ACTIVITY_STATE) != DV_STATE_SKIPPED)
          return dv_list_get (activities, (guint) at);

      at_step += by;
      if (at_step >= 0 && at_step < (int) dv_list_get_length (steps))
        at = by > 0 ? 0 : (int) dv_item_count (dv_list_get (steps, (guint) at_step), &dv_activity_kind) - 1;
    }

  return NULL;
}

/**
 * dv_stage_path_get_value:
 * @workshop: a workshop
 * @activity: (nullable): an activity
 * @value: (nullable): the value that is open
 *
 * Returns: (nullable) (transfer none): which value @activity shows: none when
 *   it does not go by value, else @value or the first core value
 */
DvItem *
dv_stage_path_get_value (DvWorkshop *workshop,
                         DvItem     *activity,
                         DvItem     *value)
{
  if (activity == NULL || !dv_stage_path_goes_by_value (activity))
    return NULL;

  return value != NULL ? value : find_value (workshop, NULL, 1);
}

/**
 * dv_stage_path_move:
 * @workshop: a workshop
 * @activity: (inout) (transfer none): an activity
 * @value: (inout) (nullable) (transfer none): the value that it shows
 * @by: 1 or -1
 *
 * Goes to the next or previous value, and from the last one to the next
 * activity that is not skipped.
 *
 * Returns: whether there was one; if not, nothing changed
 */
gboolean
dv_stage_path_move (DvWorkshop *workshop,
                    DvItem    **activity,
                    DvItem    **value,
                    int         by)
{
  DvItem *next = NULL;

  if (*value != NULL && dv_stage_path_goes_by_value (*activity))
    next = find_value (workshop, *value, by);
  if (next != NULL)
    {
      *value = next;
      return TRUE;
    }

  next = find_activity (workshop, *activity, by);
  if (next == NULL)
    return FALSE;

  *activity = next;
  *value = dv_stage_path_goes_by_value (next) ? find_value (workshop, NULL, by) : NULL;
  return TRUE;
}
