/* dv-stage-choose.c
 *
 * What the facilitator has made public: choosing it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-stage-choose"

#include "config.h"

#include "dv-stage-private.h"

#include "dv-stage-path.h"

static void
set_place (DvStage *self,
           DvItem  *activity,
           DvItem  *value)
{
  g_strlcpy (self->activity, activity != NULL ? dv_item_get_id (activity) : "", sizeof self->activity);
  g_strlcpy (self->value, value != NULL ? dv_item_get_id (value) : "", sizeof self->value);
}

/**
 * dv_stage_follow:
 * @self: a stage
 * @activity: (nullable): the activity that was opened
 * @value: (nullable): the value that was opened in it
 *
 * Shows what that activity shows. Does nothing when they are followed already,
 * so that a cue that was shown on top of them stays.
 */
void
dv_stage_follow (DvStage *self,
                 DvItem  *activity,
                 DvItem  *value)
{
  g_autoptr (GArray) cues = NULL;

  g_return_if_fail (DV_IS_STAGE (self));

  value = dv_stage_path_get_value (self->workshop, activity, value);
  if (activity == dv_stage_get_activity (self) && value == dv_stage_get_value (self))
    return;

  set_place (self, activity, value);
  cues = dv_stage_list_cues (self);
  dv_stage_set_cue (self, cues, 0);
  dv_stage_go_to_page (self, 0);
  dv_stage_rebuild (self);
}

/**
 * dv_stage_get_activity:
 * @self: a stage
 *
 * Returns: (nullable) (transfer none): the activity that is followed
 */
DvItem *
dv_stage_get_activity (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->activity[0] != '\0' ? dv_workshop_find_kind (self->workshop, self->activity, &dv_activity_kind) : NULL;
}

/**
 * dv_stage_get_value:
 * @self: a stage
 *
 * Returns: (nullable) (transfer none): the value that is followed, in an
 *   activity that goes by value
 */
DvItem *
dv_stage_get_value (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->value[0] != '\0' ? dv_workshop_find_kind (self->workshop, self->value, &dv_value_kind) : NULL;
}

/**
 * dv_stage_show:
 * @self: a stage
 * @cue: (nullable): what to show; %NULL to go back to the activity
 *
 * Shows something else than the activity does, until another activity or value
 * is opened or a step is made past its last page.
 */
void
dv_stage_show (DvStage     *self,
               const DvCue *cue)
{
  g_autoptr (GArray) cues = NULL;
  int place;

  g_return_if_fail (DV_IS_STAGE (self));

  cues = dv_stage_list_cues (self);
  place = dv_cue_find (cues, cue != NULL ? cue : &self->cue);
  if (cue == NULL || place >= 0)
    dv_stage_set_cue (self, cues, (guint) MAX (place, 0));
  else
    {
      self->special = *cue;
      self->is_following = FALSE;
    }
  dv_stage_go_to_page (self, 0);
  dv_stage_rebuild (self);
}

/**
 * dv_stage_is_following:
 * @self: a stage
 *
 * Returns: whether what is shown belongs to the activity
 */
gboolean
dv_stage_is_following (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), TRUE);

  return self->is_following;
}

/**
 * dv_stage_get_cue:
 * @self: a stage
 *
 * Returns: what is shown, or would be were it not frozen or blank
 */
DvCue
dv_stage_get_cue (DvStage *self)
{
  return self->is_following ? self->cue : self->special;
}

/**
 * dv_stage_get_slide:
 * @self: a stage
 *
 * Returns: (transfer none): what the room sees
 */
DvSlide *
dv_stage_get_slide (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->shown;
}

/**
 * dv_stage_get_live:
 * @self: a stage
 *
 * Returns: (transfer none): what the room would see were it not frozen or blank
 */
DvSlide *
dv_stage_get_live (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->live;
}

/**
 * dv_stage_get_next:
 * @self: a stage
 *
 * Returns: (nullable) (transfer none): what the next step would show; %NULL at
 *   the end
 */
DvSlide *
dv_stage_get_next (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->next;
}

/* Goes to the next or previous cue, value or activity. */
static gboolean
leave (DvStage *self,
       int      by)
{
  g_autoptr (GArray) cues = dv_stage_list_cues (self);
  DvItem *activity = dv_stage_get_activity (self), *value = dv_stage_get_value (self);
  int place = (int) self->place + by;

  if (!self->is_following)
    {
      self->is_following = TRUE;
      dv_stage_go_to_page (self, 0);
      return TRUE;
    }
  if (place >= 0 && place < (int) cues->len)
    {
      dv_stage_set_cue (self, cues, (guint) place);
      dv_stage_go_to_page (self, by > 0 ? 0 : G_MAXUINT - 1);
      return TRUE;
    }
  if (activity == NULL || !dv_stage_path_move (self->workshop, &activity, &value, by))
    return FALSE;

  set_place (self, activity, value);
  g_array_unref (cues);
  cues = dv_stage_list_cues (self);
  dv_stage_set_cue (self, cues, by > 0 ? 0 : cues->len - 1);
  dv_stage_go_to_page (self, by > 0 ? 0 : G_MAXUINT - 1);
  g_signal_emit_by_name (self, "went");
  return TRUE;
}

/**
 * dv_stage_step:
 * @self: a stage
 * @by: 1 for the next page, -1 for the previous
 *
 * Past the last page comes the next scene of the activity, then the next value,
 * then the next activity; backwards likewise, to their last page.
 *
 * Returns: whether there was anything to go to
 */
gboolean
dv_stage_step (DvStage *self,
               int      by)
{
  g_return_val_if_fail (DV_IS_STAGE (self), FALSE);
  g_return_val_if_fail (by == 1 || by == -1, FALSE);

  if (by > 0 ? self->page + 1 < self->n_pages : self->page > 0)
    {
      dv_stage_go_to_page (self, by > 0 ? self->page + 1 : self->page - 1);
      self->paged_at = self->clock (self->clock_data);
      dv_stage_update (self);
      return TRUE;
    }

  if (!leave (self, by))
    return FALSE;
  dv_stage_rebuild (self);
  return TRUE;
}

/**
 * dv_stage_get_page:
 * @self: a stage
 *
 * Returns: the page that is shown, from 0
 */
guint
dv_stage_get_page (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), 0);

  return self->page;
}

/**
 * dv_stage_get_n_pages:
 * @self: a stage
 *
 * Returns: how many pages there are, at least 1
 */
guint
dv_stage_get_n_pages (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), 1);

  return self->n_pages;
}

/**
 * dv_stage_set_blank:
 * @self: a stage
 * @is_blank: whether the room sees nothing
 */
void
dv_stage_set_blank (DvStage *self,
                    gboolean is_blank)
{
  g_return_if_fail (DV_IS_STAGE (self));

  self->is_blank = is_blank;
  dv_stage_update (self);
}

/**
 * dv_stage_is_blank:
 * @self: a stage
 *
 * Returns: whether the room sees nothing
 */
gboolean
dv_stage_is_blank (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), FALSE);

  return self->is_blank;
}

/**
 * dv_stage_set_frozen:
 * @self: a stage
 * @is_frozen: whether the room keeps seeing what it sees now
 *
 * What is waiting is shown at once when this ends.
 */
void
dv_stage_set_frozen (DvStage *self,
                     gboolean is_frozen)
{
  g_return_if_fail (DV_IS_STAGE (self));

  if (self->is_frozen == is_frozen)
    return;

  self->is_frozen = is_frozen;
  g_clear_pointer (&self->frozen, dv_slide_unref);
  if (is_frozen)
    self->frozen = dv_slide_ref (self->live);
  dv_stage_update (self);
}

/**
 * dv_stage_is_frozen:
 * @self: a stage
 *
 * Returns: whether the room keeps seeing what it saw
 */
gboolean
dv_stage_is_frozen (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), FALSE);

  return self->is_frozen;
}

/**
 * dv_stage_get_n_waiting:
 * @self: a stage
 *
 * Returns: while it is frozen, how many items are new or different
 */
guint
dv_stage_get_n_waiting (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), 0);

  return self->n_waiting;
}

/**
 * dv_stage_set_spotlight:
 * @self: a stage
 * @id: (nullable): an item of the slide to show alone, or %NULL
 *
 * Lasts until the next step, or until the item is gone.
 */
void
dv_stage_set_spotlight (DvStage    *self,
                        const char *id)
{
  g_return_if_fail (DV_IS_STAGE (self));

  g_free (self->spotlight);
  self->spotlight = g_strdup (id);
  dv_stage_update (self);
}

/**
 * dv_stage_set_timer_shown:
 * @self: a stage
 * @is_shown: whether the timer is on every slide
 */
void
dv_stage_set_timer_shown (DvStage *self,
                          gboolean is_shown)
{
  g_return_if_fail (DV_IS_STAGE (self));

  self->is_timer_shown = is_shown;
  dv_stage_update (self);
}

/**
 * dv_stage_is_timer_shown:
 * @self: a stage
 *
 * Returns: whether the timer is on every slide
 */
gboolean
dv_stage_is_timer_shown (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), FALSE);

  return self->is_timer_shown;
}

/**
 * dv_stage_refresh:
 * @self: a stage
 *
 * Looks again at once: the size of what the room looks at is another.
 */
void
dv_stage_refresh (DvStage *self)
{
  g_return_if_fail (DV_IS_STAGE (self));

  g_clear_pointer (&self->counted, dv_slide_unref);
  dv_stage_rebuild (self);
}
