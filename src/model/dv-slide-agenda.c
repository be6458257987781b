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

static gboolean
begins_meeting (DvItem *step)
{
  return dv_slide_read (step, DV_STEP_START)[0] != '\0';
}

/* The step in which something is busy, else the first in which something is
 * still to do, else the first. */
static guint
find_current (DvList *steps)
{
  guint todo = G_MAXUINT;

  for (guint i = 0; i < dv_list_get_length (steps); i++)
    {
      DvList *activities = dv_item_get_list (dv_list_get (steps, i), &dv_activity_kind);

      for (guint j = 0; j < dv_list_get_length (activities); j++)
        {
          gint64 state = dv_item_get_int (dv_list_get (activities, j), DV_ACTIVITY_STATE);

          if (state == DV_STATE_BUSY)
            return i;
          if (state == DV_STATE_TODO && todo == G_MAXUINT)
            todo = i;
        }
    }

  return todo != G_MAXUINT ? todo : 0;
}

static void
add_activity (DvSlide *slide,
              DvItem  *activity)
{
  gint64 state = dv_item_get_int (activity, DV_ACTIVITY_STATE);
  gint64 minutes = dv_item_get_int (activity, DV_ACTIVITY_MINUTES);
  DvSlideItem *item;

  if (state == DV_STATE_SKIPPED)
    return;

  item = dv_slide_add_item (slide, dv_item_get_id (activity), dv_slide_read (activity, DV_ACTIVITY_TITLE));
  if (minutes > 0)
    item->detail = dv_document_text_fill (slide->language, DV_TEXT_MINUTES, (guint) minutes, 0);
  if (state == DV_STATE_BUSY)
    item->marks |= DV_MARK_NOW;
  else if (state == DV_STATE_DONE)
    item->marks |= DV_MARK_DONE;
}

/**
 * dv_slide_build_agenda:
 * @workshop: a workshop
 * @step: (nullable): a step of the meeting; %NULL for the one that is going on
 *
 * A meeting begins at the step that says when it starts and goes on until the
 * next that does; without such steps each is a meeting of its own.
 *
 * Returns: (transfer full): what that meeting does
 */
DvSlide *
dv_slide_build_agenda (DvWorkshop *workshop,
                       DvItem     *step)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_AGENDA);
  DvList *steps = dv_workshop_get_list (workshop, &dv_step_kind);
  guint n_steps = dv_list_get_length (steps), current, first, end;

  slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_PROGRAMME));
  if (n_steps == 0)
    return slide;

  current = step != NULL ? dv_item_get_position (step) : find_current (steps);
  for (first = current; first > 0 && !begins_meeting (dv_list_get (steps, first)); first--)
    ;
  if (!begins_meeting (dv_list_get (steps, first)))
    first = current;
  for (end = first + 1; end < n_steps && !begins_meeting (dv_list_get (steps, end)); end++)
    ;
  if (!begins_meeting (dv_list_get (steps, first)))
    end = first + 1;

  slide->subtitle = dv_slide_dup_field (dv_list_get (steps, first), DV_STEP_TITLE);
  for (guint i = first; i < end; i++)
    {
      DvList *activities = dv_item_get_list (dv_list_get (steps, i), &dv_activity_kind);

      for (guint j = 0; j < dv_list_get_length (activities); j++)
        add_activity (slide, dv_list_get (activities, j));
    }

  return slide;
}
