/* dv-choosing-promise.c
 *
 * The promise that dots will be shown by role, made before they are given
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choosing-promise"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-choosing.h"

/* Who gives a dot must know beforehand that the room will see of which role it
 * was. So it can be promised only as long as nothing was counted, and taken
 * back at any time. */

static gboolean
is_choosing (DvItem *activity)
{
  return dv_item_get_int (activity, DV_ACTIVITY_PAGE) == DV_PAGE_CHOOSE &&
         dv_item_get_int (activity, DV_ACTIVITY_STATE) != DV_STATE_SKIPPED;
}

/**
 * dv_choosing_is_promised:
 * @workshop: a workshop
 *
 * Returns: whether every activity in which dots may be given promised to show
 *   them by role
 */
gboolean
dv_choosing_is_promised (DvWorkshop *workshop)
{
  DvList *steps = dv_workshop_get_list (workshop, &dv_step_kind);
  gboolean is_found = FALSE;

  for (guint i = 0; i < dv_list_get_length (steps); i++)
    {
      DvList *activities = dv_item_get_list (dv_list_get (steps, i), &dv_activity_kind);

      for (guint j = 0; j < dv_list_get_length (activities); j++)
        {
          DvItem *activity = dv_list_get (activities, j);

          if (!is_choosing (activity))
            continue;
          if (dv_item_get_int (activity, DV_ACTIVITY_BY_ROLE) == 0)
            return FALSE;
          is_found = TRUE;
        }
    }

  return is_found;
}

/**
 * dv_choosing_may_promise:
 * @workshop: a workshop
 *
 * Returns: whether nothing was counted yet, so that it can still be promised to
 *   show dots by role
 */
gboolean
dv_choosing_may_promise (DvWorkshop *workshop)
{
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);

  for (guint i = 0; i < dv_list_get_length (values); i++)
    if (dv_choosing_get_given (dv_list_get (values, i), DV_METHOD_DOTS) > 0)
      return FALSE;

  return TRUE;
}

/**
 * dv_choosing_check_promise:
 * @workshop: a workshop
 * @error: where to put a %DV_MODEL_ERROR: NOT_ALLOWED when dots were given
 *   already
 *
 * Returns: whether it can still be promised to show dots by role
 */
gboolean
dv_choosing_check_promise (DvWorkshop *workshop,
                           GError    **error)
{
  if (dv_choosing_may_promise (workshop))
    return TRUE;

  g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED,
               _("Dots were given before this was said to the room"));
  return FALSE;
}

/**
 * dv_choosing_set_promised:
 * @workshop: a workshop
 * @activity: an activity in which dots are given
 * @promised: whether they will be shown by role
 * @error: where to put a %DV_MODEL_ERROR: NOT_ALLOWED when dots were given
 *   already
 *
 * Returns: whether it happened
 */
gboolean
dv_choosing_set_promised (DvWorkshop *workshop,
                          DvItem     *activity,
                          gboolean    promised,
                          GError    **error)
{
  if (promised && !dv_choosing_check_promise (workshop, error))
    return FALSE;

  return dv_change_int (workshop, activity, DV_ACTIVITY_BY_ROLE, promised,
                        promised ? _("Show dots by role") : _("Do not show dots by role"), error);
}
