/* dv-checklist.c
 *
 * What has to be ready before a meeting, as far as the workshop knows
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-checklist"

#include "config.h"

#include "dv-checklist.h"

/* What the workshop cannot know (a screen, a sound, paper) is for people, and
 * for the window, to tick. */

/* The first in which something is still to be done. */
static DvItem *
find_next_meeting (DvWorkshop *workshop)
{
  g_autoptr (GPtrArray) meetings = dv_run_sheet_list_meetings (workshop);

  for (guint i = 0; i < meetings->len; i++)
    {
      g_autoptr (DvRunSheet) sheet = dv_run_sheet_new (workshop, g_ptr_array_index (meetings, i), DV_NO_TIME);

      for (guint j = 0; j < sheet->rows->len; j++)
        if (((DvRunRow *) g_ptr_array_index (sheet->rows, j))->state <= DV_STATE_BUSY)
          return g_ptr_array_index (meetings, i);
    }

  return meetings->len > 0 ? g_ptr_array_index (meetings, meetings->len - 1) : NULL;
}

static void
count_values (DvChecklist *self,
              DvWorkshop  *workshop)
{
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);

  for (guint i = 0; i < dv_list_get_length (values); i++)
    if (dv_item_get_int (dv_list_get (values, i), DV_VALUE_STATE) == DV_VALUE_STATE_CHOSEN)
      self->n_values++;
}

/**
 * dv_checklist_new:
 * @workshop: a workshop
 *
 * Returns: (transfer full): what it knows of the meeting that comes next
 */
DvChecklist *
dv_checklist_new (DvWorkshop *workshop)
{
  DvChecklist *self = g_new0 (DvChecklist, 1);
  DvItem *root = dv_workshop_get_root (workshop);
  DvItem *meeting = find_next_meeting (workshop);

  if (meeting != NULL)
    self->sheet = dv_run_sheet_new (workshop, meeting, DV_NO_TIME);
  count_values (self, workshop);
  self->n_roles = dv_list_get_length (dv_workshop_get_list (workshop, &dv_role_kind));
  self->n_people = (int) dv_item_get_int (root, DV_WORKSHOP_PEOPLE);
  self->has_address = dv_item_get_string (root, DV_WORKSHOP_JOIN_ADDRESS)[0] != '\0';
  return self;
}

/**
 * dv_checklist_free:
 * @self: (transfer full): a checklist
 */
void
dv_checklist_free (DvChecklist *self)
{
  g_clear_pointer (&self->sheet, dv_run_sheet_free);
  g_free (self);
}

/**
 * dv_checklist_is_done:
 * @self: a checklist
 * @check: one of its lines
 *
 * Returns: whether the workshop itself shows that it is ready
 */
gboolean
dv_checklist_is_done (const DvChecklist *self,
                      DvCheck            check)
{
  switch (check)
    {
    case DV_CHECK_JOIN:
      return self->has_address;
    case DV_CHECK_RUN_SHEET:
      return self->sheet != NULL && self->sheet->start != DV_NO_TIME && self->sheet->minutes > 0 && !self->sheet->has_proposal;
    case DV_CHECK_VALUES:
      return self->n_values > 0;
    case DV_CHECK_PEOPLE:
      return self->n_roles >= DV_MIN_ROLES && self->n_people > 0;
    case DV_CHECK_PROJECTOR:
    case DV_CHECK_BACK_ROW:
    case DV_CHECK_SOUND:
    case DV_CHECK_PAPER:
    case DV_CHECK_COPY:
    default:
      return FALSE;
    }
}
