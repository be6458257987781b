/* dv-window-view.c
 *
 * Actions of the window that need no file
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-window"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "dv-details-dialog.h"
#include "dv-flip-dialog.h"
#include "dv-join-dialog.h"
#include "dv-parking-dialog.h"
#include "dv-plan.h"
#include "dv-window-private.h"

/* Ctrl+Z in a text that is being typed takes back typing, and only then steps
 * of the workshop. There is no way to ask a GtkText whether it can: try it. */
static gboolean
undo_typing (DvWindow   *self,
             const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *before = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      gboolean is_undo = g_str_equal (action, "text.undo");

      if (is_undo ? !gtk_text_buffer_get_can_undo (buffer) : !gtk_text_buffer_get_can_redo (buffer))
        return FALSE;
      if (is_undo)
        gtk_text_buffer_undo (buffer);
      else
        gtk_text_buffer_redo (buffer);
      return TRUE;
    }
  if (!GTK_IS_EDITABLE (focus))
    return FALSE;

  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);
  return strcmp (before, gtk_editable_get_text (GTK_EDITABLE (focus))) != 0;
}

static void
tell_skipped (DvWindow *self,
              guint     n_skipped)
{
  g_autofree char *text = NULL;

  if (n_skipped == 0)
    return;

  text = g_strdup_printf (ngettext ("%u change could not be taken back: it was changed since",
                                    "%u changes could not be taken back: they were changed since", n_skipped),
                          n_skipped);
  dv_window_say (self, text);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);
  guint n_skipped = 0;

  /* A button is about steps, the key also about what is being typed. */
  if (self->session == NULL || (g_str_equal (name, "win.undo") && undo_typing (self, "text.undo")))
    return;

  dv_workshop_undo (dv_session_get_workshop (self->session), &n_skipped);
  tell_skipped (self, n_skipped);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);
  guint n_skipped = 0;

  if (self->session == NULL || (g_str_equal (name, "win.redo") && undo_typing (self, "text.redo")))
    return;

  dv_workshop_redo (dv_session_get_workshop (self->session), &n_skipped);
  tell_skipped (self, n_skipped);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  dv_console_show_search (DV_WINDOW (widget)->console);
}

static void
toggle_rail_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  dv_console_toggle_rail (DV_WINDOW (widget)->console);
}

static void
toggle_side_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  dv_console_toggle_side (DV_WINDOW (widget)->console);
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  dv_console_go (DV_WINDOW (widget)->console, g_str_equal (name, "win.previous-activity") ? -1 : 1);
}

static void
mark_done_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);
  DvItem *activity = dv_session_get_activity (self->session);
  DvState state;

  if (activity == NULL)
    return;

  state = (DvState) dv_item_get_int (activity, DV_ACTIVITY_STATE);
  dv_plan_set_state (self->session, activity, state == DV_STATE_DONE ? DV_STATE_BUSY : DV_STATE_DONE);
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dv_details_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
parking_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dv_parking_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
join_details_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dv_join_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
flip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dv_flip_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
reveal_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  dv_console_reveal (DV_WINDOW (widget)->console);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} view_actions[] = {
  { "win.undo", undo_action },
  { "win.redo", redo_action },
  { "win.undo-step", undo_action },
  { "win.redo-step", redo_action },
  { "win.search", search_action },
  { "win.toggle-rail", toggle_rail_action },
  { "win.toggle-side", toggle_side_action },
  { "win.previous-activity", go_action },
  { "win.next-activity", go_action },
  { "win.mark-done", mark_done_action },
  { "win.details", details_action },
  { "win.parking", parking_action },
  { "win.join-details", join_details_action },
  { "win.flip-over", flip_action },
  { "win.reveal", reveal_action },
};

/* Only for the files of the window. */
void
dv_window_install_view_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (view_actions); i++)
    gtk_widget_class_install_action (widget_class, view_actions[i].name, NULL, view_actions[i].activate);
}

/* Sets what can be done, of all actions of the window. The keys of undo stay
 * on while there is a workshop: they also take back what is being typed. */
void
dv_window_update_actions (DvWindow *self)
{
  static const char *const file_actions[] = {
    "win.save", "win.save-as", "win.export", "win.export-as", "win.versions", "win.copy-for-colleague",
    "win.use-again", "win.open-folder"
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->session != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (view_actions); i++)
    gtk_widget_action_set_enabled (widget, view_actions[i].name, is_open);
  for (guint i = 0; i < G_N_ELEMENTS (file_actions); i++)
    gtk_widget_action_set_enabled (widget, file_actions[i], is_open);
  dv_window_update_stage_actions (self);
  if (!is_open)
    return;

  gtk_widget_action_set_enabled (widget, "win.undo-step", dv_workshop_get_undo_label (dv_session_get_workshop (self->session)) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo-step", dv_workshop_get_redo_label (dv_session_get_workshop (self->session)) != NULL);
}
