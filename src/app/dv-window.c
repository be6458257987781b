/* dv-window.c
 *
 * A window with a workshop, or with the start screen
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-window"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dv-found-dialog.h"
#include "dv-plan.h"
#include "dv-programme.h"
#include "dv-recent.h"
#include "dv-settings.h"
#include "dv-welcome.h"
#include "dv-window-private.h"

/* Owns the open document. What the console shows goes through the session; what
 * has to do with files is in dv-window-file.c, with the projector in
 * dv-window-stage.c, the other actions in dv-window-view.c. A file that is being opened replaces nothing until it is
 * read completely. */

/* A file that takes longer to open gets a spinner, in ms. */
#define SPINNER_AFTER 300

G_DEFINE_FINAL_TYPE (DvWindow, dv_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Telling ----------------------------------------------------------------- */

/**
 * dv_window_say:
 * @self: a window
 * @text: translated
 */
void
dv_window_say (DvWindow   *self,
               const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  /* What people typed is in it: no markup. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  adw_toast_set_title (toast, escaped);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * dv_window_tell_error:
 * @self: a window
 * @what: what did not work, translated
 * @error: (nullable): why
 */
void
dv_window_tell_error (DvWindow     *self,
                      const char   *what,
                      const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), what, error != NULL ? error->message : NULL);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * dv_window_say_folder:
 * @self: a window
 * @text: what was written, translated
 * @path: where
 *
 * Offers to open the folder.
 */
void
dv_window_say_folder (DvWindow   *self,
                      const char *text,
                      const char *path)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, _("Open folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_string (path));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
say_cb (DvWindow   *self,
        const char *text,
        gboolean    undo)
{
  AdwToast *toast;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (!undo)
    {
      dv_window_say (self, text);
      return;
    }

  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo-step");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
saved_changed_cb (DvWindow *self)
{
  const char *message = dv_document_get_message (self->document);
  const char *path = dv_document_get_path (self->document);
  DvSavedState state = dv_document_get_saved_state (self->document);
  g_autofree char *alarm = NULL;

  if (self->console == NULL)
    return;

  dv_console_set_place (self->console, path);
  if (state == DV_SAVED_STATE_NOT_SAVING)
    alarm = g_strdup_printf (_("What you change now is not saved. %s"), message != NULL ? message : "");
  else if (state == DV_SAVED_STATE_LAPTOP && path != NULL)
    alarm = g_strdup_printf (_("Your work is kept on this laptop, but your file cannot be written. %s"), message != NULL ? message : "");

  if (path == NULL && alarm == NULL)
    dv_console_tell_saved (self->console, C_("where it is saved", "On this laptop"),
                           _("Saved on this laptop. Give it a place of its own (Ctrl+S)"), NULL);
  else
    dv_console_tell_saved (self->console, NULL, NULL, alarm);
}

static void
title_changed_cb (DvWindow *self)
{
  DvItem *root = dv_workshop_get_root (dv_session_get_workshop (self->session));
  const char *title = dv_item_get_string (root, DV_WORKSHOP_TITLE);

  gtk_window_set_title (GTK_WINDOW (self), title[0] != '\0' ? title : "Draagvlak");
}

/* --- Remembering --------------------------------------------------------------- */

static char *
dup_place (DvItem *activity)
{
  DvItem *step;

  if (activity == NULL)
    return g_strdup ("");

  step = dv_item_get_parent (activity);
  /* Translators: where somebody was in a workshop: number of the step, title
   * of the activity. */
  return g_strdup_printf (C_("place", "Step %u, %s"), dv_item_get_position (step) + 1, dv_plan_get_title (activity));
}

static void
remember_workshop (DvWindow *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  DvItem *activity = dv_session_get_activity (self->session);
  const char *path = dv_document_get_path (self->document);
  const char *title = dv_item_get_string (dv_workshop_get_root (workshop), DV_WORKSHOP_TITLE);
  g_autofree char *place = dup_place (activity);

  dv_recent_remember (&(DvRecent){
      .id = (char *) dv_workshop_get_id (workshop),
      .path = (char *) (path != NULL ? path : ""),
      .title = (char *) (title[0] != '\0' ? title : C_("title", "Untitled workshop")),
      .place = place,
      .activity = (char *) (activity != NULL ? dv_item_get_id (activity) : ""),
      .time = g_get_real_time () / G_USEC_PER_SEC,
  });
}

static void
go_where_we_were (DvWindow *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  g_autofree char *id = dv_recent_dup_activity (dv_workshop_get_id (workshop), dv_document_get_path (self->document));
  DvItem *activity = id != NULL && id[0] != '\0' ? dv_workshop_find_kind (workshop, id, &dv_activity_kind) : NULL;

  /* A workshop that was never open here starts where its room is. */
  if (activity == NULL)
    activity = dv_plan_get_current (workshop);
  if (activity != NULL)
    dv_session_set_activity (self->session, activity);
}

static void
remember_window (DvWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  dv_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      dv_settings_set_int ("window-width", width);
      dv_settings_set_int ("window-height", height);
    }
}

/* --- Documents ----------------------------------------------------------------- */

/* Another program changed the file, and the like. */
static void
notice_cb (DvWindow   *self,
           const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Something happened to the file"), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
clear_document (DvWindow *self)
{
  if (self->document == NULL)
    return;

  g_clear_object (&self->projection);
  adw_bin_set_child (self->question_bin, NULL);
  adw_bin_set_child (self->console_bin, NULL);
  self->console = NULL;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
}

static void
tell_found (DvWindow *self)
{
  GPtrArray *notices = dv_document_get_notices (self->document);
  GPtrArray *problems = dv_document_get_problems (self->document);
  guint n_recovered = dv_document_get_n_recovered (self->document);

  if (n_recovered > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u change that was not in the file has been recovered",
                                                         "%u changes that were not in the file have been recovered", n_recovered),
                                               n_recovered);

      dv_window_say (self, text);
    }
  if ((problems != NULL && problems->len > 0) || (notices != NULL && notices->len > 0))
    gtk_window_present (GTK_WINDOW (dv_found_dialog_new (GTK_WINDOW (self), self->document)));
}

static int
get_width (DvWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height;

  if (width <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width;
}

/**
 * dv_window_show_document:
 * @self: a window without a workshop
 * @document: (transfer none): what to show
 */
void
dv_window_show_document (DvWindow   *self,
                         DvDocument *document)
{
  g_return_if_fail (DV_IS_WINDOW (self));
  g_return_if_fail (self->document == NULL);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  self->document = g_object_ref (document);
  self->session = dv_session_new (dv_document_get_workshop (document));
  go_where_we_were (self);
  g_signal_connect_object (self->session, "say", G_CALLBACK (say_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dv_session_get_workshop (self->session), "history-changed", G_CALLBACK (dv_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dv_workshop_get_root (dv_session_get_workshop (self->session)), "changed", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify", G_CALLBACK (saved_changed_cb), self, G_CONNECT_SWAPPED);

  self->console = DV_CONSOLE (dv_console_new (self->session, get_width (self)));
  adw_bin_set_child (self->console_bin, GTK_WIDGET (self->console));
  gtk_stack_set_visible_child_name (self->stack, "console");
  adw_bin_set_child (self->welcome_bin, NULL);
  self->projection = dv_projection_new (self->session, GTK_WINDOW (self));
  g_signal_connect_object (self->projection, "notify::showing", G_CALLBACK (dv_window_showing_changed), self, G_CONNECT_SWAPPED);
  saved_changed_cb (self);
  title_changed_cb (self);
  dv_window_update_actions (self);
  remember_workshop (self);
  gtk_window_present (GTK_WINDOW (self));
  dv_console_focus_entry (self->console);
  tell_found (self);
}

static void
show_spinner (gpointer data)
{
  DvWindow *self = data;

  self->wait_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_window_present (GTK_WINDOW (self));
}

static void
begin_opening (DvWindow   *self,
               const char *name)
{
  g_autofree char *text = g_strdup_printf (_("Opening %s"), name);

  gtk_label_set_text (self->loading_label, text);
  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  self->wait_id = g_timeout_add_once (SPINNER_AFTER, show_spinner, self);
}

static void
end_opening (DvWindow   *self,
             DvDocument *document,
             GError     *error,
             const char *what)
{
  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->opening);
  if (document != NULL && !self->is_closing)
    {
      dv_window_show_document (self, document);
      return;
    }

  g_clear_pointer (&self->opening_path, g_free);
  if (self->is_closing || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dv_window_show_welcome (self);
  dv_window_tell_error (self, what, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DvWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DvDocument) document = dv_document_open_finish (result, &error);
  g_autofree char *name = self->opening_path != NULL ? g_filename_display_basename (self->opening_path) : NULL;
  g_autofree char *what = g_strdup_printf (_("“%s” could not be opened"), name != NULL ? name : "");

  end_opening (self, document, error, what);
}

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (DvWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DvDocument) document = dv_document_recover_finish (result, &error);

  end_opening (self, document, error, _("The workshop could not be recovered"));
}

/**
 * dv_window_open:
 * @self: a window without a workshop
 * @path: a file
 *
 * Opens it without blocking; the window appears when it is read, or with a
 * spinner when that takes long.
 */
void
dv_window_open (DvWindow   *self,
                const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_return_if_fail (dv_window_is_free (self));

  g_free (self->opening_path);
  self->opening_path = g_strdup (path);
  begin_opening (self, name);
  dv_document_open_async (path, self->opening, opened_cb, g_object_ref (self));
}

/**
 * dv_window_recover:
 * @self: a window without a workshop
 * @room: the name of a room in the state folder
 */
void
dv_window_recover (DvWindow   *self,
                   const char *room)
{
  g_return_if_fail (dv_window_is_free (self));

  begin_opening (self, C_("what is being opened", "the workshop"));
  dv_document_recover_async (room, self->opening, recovered_cb, g_object_ref (self));
}

/**
 * dv_window_show_welcome:
 * @self: a window without a workshop
 */
void
dv_window_show_welcome (DvWindow *self)
{
  g_return_if_fail (DV_IS_WINDOW (self));
  if (self->document != NULL)
    return;

  adw_bin_set_child (self->welcome_bin, dv_welcome_new ());
  gtk_stack_set_visible_child_name (self->stack, "welcome");
  gtk_window_set_title (GTK_WINDOW (self), "Draagvlak");
  dv_window_update_actions (self);
}

/* --- Closing ------------------------------------------------------------------- */

static void
close_anyway_cb (DvWindow   *self,
                 const char *response)
{
  if (g_str_equal (response, "save-as"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
      return;
    }
  if (!g_str_equal (response, "leave"))
    return;

  self->is_closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* Nothing is lost then either: the state folder has it, and the start screen
 * lists it. But the person must know before walking away with the file. */
static void
ask_about_closing (DvWindow     *self,
                   const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Your file could not be written"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("%s\n\nYour work is kept on this laptop: the start screen will offer to recover it."),
                                  error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("Keep open"),
                                    "leave", _("Close"),
                                    "save-as", _("Save as…"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_anyway_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The window is gone from the screen, so this comes by itself. */
static void
tell_after_closing (DvWindow     *self,
                    const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, _("Your file could not be written"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_set_application (GTK_WINDOW (dialog), gtk_window_get_application (GTK_WINDOW (self)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DvWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (dv_document_get_path (DV_DOCUMENT (source)));
  gboolean is_wanted = gtk_widget_get_visible (GTK_WIDGET (self));

  if (!dv_document_close_finish (DV_DOCUMENT (source), result, &error))
    {
      if (self->is_told)
        g_info ("%s", error->message);
      else
        tell_after_closing (self, error);
    }
  gtk_window_destroy (GTK_WINDOW (self));

  /* It was opened again before it was closed. */
  if (is_wanted && path != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-path",
                                    g_variant_new_string (path));
}

static void
saved_before_closing_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      data)
{
  DvWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (dv_document_save_finish (DV_DOCUMENT (source), result, &error))
    {
      dv_document_close_async (DV_DOCUMENT (source), NULL, closed_cb, self);
      return;
    }

  self->is_leaving = FALSE;
  self->is_closing = FALSE;
  gtk_window_present (GTK_WINDOW (self));
  ask_about_closing (self, error);
  g_object_unref (self);
}

/* Writing a large workshop, or to a slow stick, takes seconds. The window goes at
 * once; as long as it exists, hidden, it keeps the application alive. */
static void
leave (DvWindow *self)
{
  /* A document that is closed cannot be opened up again: save, and ask, before. */
  self->is_told = self->is_closing;
  self->is_leaving = TRUE;
  dv_projection_close (self->projection);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->is_closing)
    dv_document_close_async (self->document, NULL, closed_cb, g_object_ref (self));
  else
    dv_document_save_async (self->document, NULL, saved_before_closing_cb, g_object_ref (self));
  self->is_closing = TRUE;
}

static gboolean
dv_window_close_request (GtkWindow *window)
{
  DvWindow *self = DV_WINDOW (window);

  if (self->is_leaving)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return GDK_EVENT_STOP;
    }

  remember_window (self);
  if (self->document != NULL)
    {
      dv_console_commit (self->console);
      remember_workshop (self);
      leave (self);
      return GDK_EVENT_STOP;
    }
  self->is_closing = TRUE;
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);

  return GTK_WINDOW_CLASS (dv_window_parent_class)->close_request (window);
}

/* --- Life ------------------------------------------------------------------------ */

static void
dv_window_dispose (GObject *object)
{
  DvWindow *self = DV_WINDOW (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->console_bin != NULL)
    clear_document (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_WINDOW);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->chooser_task, g_free);
  g_clear_pointer (&self->opening_path, g_free);

  G_OBJECT_CLASS (dv_window_parent_class)->dispose (object);
}

static void
dv_window_class_init (DvWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dv_window_close_request;

  dv_window_install_file_actions (widget_class);
  dv_window_install_view_actions (widget_class);
  dv_window_install_stage_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DvWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DvWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DvWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, DvWindow, console_bin);
  gtk_widget_class_bind_template_child (widget_class, DvWindow, question_bin);
  gtk_widget_class_bind_template_child (widget_class, DvWindow, loading_label);
}

static void
dv_window_init (DvWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               dv_settings_get_int ("window-width", 1366),
                               dv_settings_get_int ("window-height", 768));
  if (dv_settings_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  dv_window_update_actions (self);
}

/**
 * dv_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with nothing in it yet, not shown; owned
 *   by GTK
 */
DvWindow *
dv_window_new (DvApplication *application)
{
  return g_object_new (DV_TYPE_WINDOW, "application", application, NULL);
}

/**
 * dv_window_is_free:
 * @self: a window
 *
 * Returns: whether it has no workshop, and none is being opened
 */
gboolean
dv_window_is_free (DvWindow *self)
{
  g_return_val_if_fail (DV_IS_WINDOW (self), FALSE);
  return self->document == NULL && self->opening == NULL && !self->is_closing;
}

/**
 * dv_window_get_path:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): the file of its workshop, or the one
 *   that is being opened
 */
const char *
dv_window_get_path (DvWindow *self)
{
  g_return_val_if_fail (DV_IS_WINDOW (self), NULL);
  return self->document != NULL ? dv_document_get_path (self->document) : self->opening_path;
}

/**
 * dv_window_get_document:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): the open workshop
 */
DvDocument *
dv_window_get_document (DvWindow *self)
{
  g_return_val_if_fail (DV_IS_WINDOW (self), NULL);
  return self->document;
}
