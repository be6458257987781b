/* dv-window-stage.c
 *
 * Actions of the window for what the room sees
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-window"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-screen-question.h"
#include "dv-plan.h"
#include "dv-window-private.h"

/* The projector's window stands for these with its own keys. */

static void
projector_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  dv_projection_open (DV_WINDOW (widget)->projection);
}

static void
projector_window_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  dv_projection_open_window (DV_WINDOW (widget)->projection);
}

static void
projector_move_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  dv_projection_move (DV_WINDOW (widget)->projection);
}

static void
projector_close_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  dv_projection_close (DV_WINDOW (widget)->projection);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvStage *stage = dv_session_get_stage (DV_WINDOW (widget)->session);

  dv_stage_step (stage, g_str_equal (name, "win.stage-previous") ? -1 : 1);
}

static void
blank_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DvStage *stage = dv_session_get_stage (DV_WINDOW (widget)->session);

  dv_stage_set_blank (stage, !dv_stage_is_blank (stage));
}

static void
freeze_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvStage *stage = dv_session_get_stage (DV_WINDOW (widget)->session);

  dv_stage_set_frozen (stage, !dv_stage_is_frozen (stage));
}

static gboolean
show (DvSession   *session,
      DvSlideKind  kind)
{
  DvCue cue = dv_cue_make (kind, NULL);

  if (!dv_cue_is_there (dv_session_get_workshop (session), &cue))
    return FALSE;

  dv_stage_show (dv_session_get_stage (session), &cue);
  return TRUE;
}

/* First how to get on the network, then how to open the page, then back to the
 * programme; what there is of it. */
static void
join_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvSession *session = DV_WINDOW (widget)->session;
  DvStage *stage = dv_session_get_stage (session);
  DvSlideKind now = dv_stage_get_cue (stage).kind;
  gboolean is_on_wifi = now == DV_SLIDE_JOIN_WIFI && !dv_stage_is_following (stage);
  gboolean is_on_page = now == DV_SLIDE_JOIN_PAGE && !dv_stage_is_following (stage);

  if (!is_on_wifi && !is_on_page && show (session, DV_SLIDE_JOIN_WIFI))
    return;
  if (!is_on_page && show (session, DV_SLIDE_JOIN_PAGE))
    return;
  if (is_on_wifi || is_on_page)
    dv_stage_show (stage, NULL);
  else
    dv_session_say (session, _("There is no network or address to join yet"));
}

/* Who starts the timer of an activity begins that activity. */
static void
timer_toggle_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DvSession *session = DV_WINDOW (widget)->session;
  DvItem *activity = dv_session_get_activity (session);

  dv_timekeeper_toggle (dv_session_get_timekeeper (session));
  if (activity != NULL && dv_item_get_int (activity, DV_ACTIVITY_STATE) == DV_STATE_TODO &&
      dv_timer_is_running (dv_stage_get_timer (dv_session_get_stage (session))))
    dv_plan_set_state (session, activity, DV_STATE_BUSY);
}

static void
timer_add_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  dv_timekeeper_add (dv_session_get_timekeeper (DV_WINDOW (widget)->session), g_str_equal (name, "win.timer-more") ? 1 : -1);
}

static void
run_sheet_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  dv_console_open_fixed (DV_WINDOW (widget)->console,
                         g_str_equal (name, "win.checklist") ? DV_FIXED_CHECKLIST : DV_FIXED_RUN_SHEET);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} stage_actions[] = {
  { "win.projector", projector_action },
  { "win.projector-window", projector_window_action },
  { "win.projector-move", projector_move_action },
  { "win.projector-close", projector_close_action },
  { "win.stage-next", step_action },
  { "win.stage-previous", step_action },
  { "win.join-scene", join_action },
  { "win.blank", blank_action },
  { "win.freeze", freeze_action },
  { "win.timer-toggle", timer_toggle_action },
  { "win.timer-more", timer_add_action },
  { "win.timer-less", timer_add_action },
  { "win.run-sheet", run_sheet_action },
  { "win.checklist", run_sheet_action },
};

/* Only for the files of the window. */
void
dv_window_install_stage_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (stage_actions); i++)
    gtk_widget_class_install_action (widget_class, stage_actions[i].name, NULL, stage_actions[i].activate);
}

void
dv_window_update_stage_actions (DvWindow *self)
{
  DvShowing showing = self->projection != NULL ? dv_projection_get_showing (self->projection) : DV_SHOWING_NOTHING;

  for (guint i = 0; i < G_N_ELEMENTS (stage_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), stage_actions[i].name, self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.projector-close", showing != DV_SHOWING_NOTHING);
}

/* The question takes the place of the console; where the typing was, the focus
 * returns. */
void
dv_window_showing_changed (DvWindow *self)
{
  gboolean asks = dv_projection_get_showing (self->projection) == DV_SHOWING_ASKS;
  GtkWidget *question = adw_bin_get_child (self->question_bin);

  dv_window_update_stage_actions (self);
  dv_console_tell_showing (self->console, dv_projection_get_showing (self->projection));
  if (asks && question == NULL)
    {
      question = dv_screen_question_new ();
      adw_bin_set_child (self->question_bin, question);
      gtk_stack_set_visible_child_name (self->stack, "question");
      gtk_widget_grab_focus (question);
    }
  else if (!asks && question != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "console");
      adw_bin_set_child (self->question_bin, NULL);
      dv_console_focus_entry (self->console);
    }
}
