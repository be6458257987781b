/* dv-slide-agenda.c
 *
 * The slide of what a meeting does
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-agenda"

#include "config.h"

#include "dv-slide-private.h"

#include "dv-run-sheet.h"

/**
 * dv_slide_find_busy:
 * @workshop: a workshop
 *
 * Returns: (nullable) (transfer none): the activity that is busy, else the
 *   first that is still to do
 */
DvItem *
dv_slide_find_busy (DvWorkshop *workshop)
{
  DvList *steps = dv_workshop_get_list (workshop, &dv_step_kind);
  DvItem *todo = NULL;

  for (guint i = 0; i < dv_list_get_length (steps); i++)
    {
      DvList *activities = dv_item_get_list (dv_list_get (steps, i), &dv_activity_kind);

      for (guint j = 0; j < dv_list_get_length (activities); j++)
        {
          DvItem *activity = dv_list_get (activities, j);
          gint64 state = dv_item_get_int (activity, DV_ACTIVITY_STATE);

          if (state == DV_STATE_BUSY)
            return activity;
          if (state == DV_STATE_TODO && todo == NULL)
            todo = activity;
        }
    }

  return todo;
}

static DvItem *
find_step (DvWorkshop *workshop)
{
  DvItem *busy = dv_slide_find_busy (workshop);

  return busy != NULL ? busy : dv_list_get (dv_workshop_get_list (workshop, &dv_step_kind), 0);
}

static void
add_row (DvSlide        *slide,
         const DvRunRow *row)
{
  DvSlideItem *item;

  if (row->state == DV_STATE_SKIPPED)
    return;

  item = dv_slide_add_item (slide, dv_item_get_id (row->activity), dv_slide_read (row->activity, DV_ACTIVITY_TITLE));
  if (row->planned != DV_NO_TIME)
    item->label = dv_time_to_string (row->planned);
  if (row->minutes > 0)
    item->detail = dv_document_text_fill (slide->language, DV_TEXT_MINUTES, (guint) row->minutes, 0);
  if (row->state == DV_STATE_BUSY)
    item->marks |= DV_MARK_NOW;
  else if (row->state == DV_STATE_DONE)
    item->marks |= DV_MARK_DONE;
}

/**
 * dv_slide_build_agenda:
 * @workshop: a workshop
 * @step: (nullable): a step of the meeting; %NULL for the one that is going on
 *
 * Times are those of the plan: the room need not see how late it is.
 *
 * Returns: (transfer full): what that meeting does
 */
DvSlide *
dv_slide_build_agenda (DvWorkshop *workshop,
                       DvItem     *step)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_AGENDA);
  g_autoptr (DvRunSheet) sheet = NULL;
  DvItem *meeting;

  slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_PROGRAMME));
  if (dv_list_get_length (dv_workshop_get_list (workshop, &dv_step_kind)) == 0)
    return slide;

  meeting = dv_run_sheet_find_meeting (workshop, step != NULL ? step : find_step (workshop));
  sheet = dv_run_sheet_new (workshop, meeting, DV_NO_TIME);
  slide->subtitle = dv_slide_dup_field (meeting, DV_STEP_TITLE);
  for (guint i = 0; i < sheet->rows->len; i++)
    add_row (slide, g_ptr_array_index (sheet->rows, i));

  return slide;
}
