/* dv-reveal.c
 *
 * Showing the room a result
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-reveal"

#include "config.h"

#include "dv-reveal.h"
#include "dv-support.h"

/* More pages than a question will have. */
#define MAX_STEPS 50

/* From the question of the measurement that the room is looking at to its
 * result. Whatever else was put on the projector stays there. */
static void
leave_question (DvStage *stage,
                DvItem  *round)
{
  DvItem *activity = dv_stage_get_activity (stage);

  if (activity == NULL || dv_item_get_int (activity, DV_ACTIVITY_PAGE) != DV_PAGE_SUPPORT ||
      dv_support_get_latest (dv_stage_get_workshop (stage)) != round)
    return;

  for (guint i = 0; i < MAX_STEPS && dv_stage_is_following (stage) &&
                    dv_stage_get_cue (stage).kind == DV_SLIDE_QUESTION && dv_stage_get_activity (stage) == activity;
       i++)
    dv_stage_step (stage, 1);
}

/**
 * dv_reveal_support:
 * @session: a session
 * @round: a round of support
 * @is_revealed: whether the room is to see its answers
 *
 * A room that still looks at the question goes on to the answers: who presses
 * Reveal expects to see something.
 *
 * Returns: whether that was done; the session said why not
 */
gboolean
dv_reveal_support (DvSession *session,
                   DvItem    *round,
                   gboolean   is_revealed)
{
  GError *error = NULL;
  gboolean done;

  g_return_val_if_fail (DV_IS_SESSION (session), FALSE);

  done = dv_support_set_revealed (dv_session_get_workshop (session), round, is_revealed, &error);
  if (!dv_session_check (session, done, &error))
    return FALSE;

  if (is_revealed)
    leave_question (dv_session_get_stage (session), round);
  return TRUE;
}
