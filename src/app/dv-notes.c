/* dv-notes.c
 *
 * The facilitator's notes in the side column
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-notes"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-field.h"
#include "dv-notes.h"
#include "dv-settings.h"

/* The notes of the open activity, or of the workshop when none is open. Stars
 * around words make them bold; the stars themselves are seen while writing
 * only, so that nothing jumps under the cursor. */

struct _DvNotes
{
  GtkWidget parent_instance;

  /* Template children */
  GtkTextView *view;
  GtkLabel *placeholder;

  /* Owned */
  DvSession *session;

  /* Owned by the buffer */
  GtkTextTag *bold;
  GtkTextTag *star;

  /* State */
  gboolean is_writing;
};

G_DEFINE_FINAL_TYPE (DvNotes, dv_notes, GTK_TYPE_WIDGET)

/* Text between stars, on one line. */
static void
mark_bold (DvNotes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end, open, after_open, close, after_close, line_end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->bold, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->star, &start, &end);

  while (gtk_text_iter_forward_search (&start, "*", GTK_TEXT_SEARCH_TEXT_ONLY, &open, &after_open, NULL))
    {
      start = after_open;
      line_end = after_open;
      if (!gtk_text_iter_ends_line (&line_end))
        gtk_text_iter_forward_to_line_end (&line_end);
      if (!gtk_text_iter_forward_search (&after_open, "*", GTK_TEXT_SEARCH_TEXT_ONLY, &close, &after_close, &line_end))
        continue;
      gtk_text_buffer_apply_tag (buffer, self->bold, &after_open, &close);
      gtk_text_buffer_apply_tag (buffer, self->star, &open, &after_open);
      gtk_text_buffer_apply_tag (buffer, self->star, &close, &after_close);
      start = after_close;
    }
}

static void
text_changed_cb (DvNotes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  mark_bold (self);
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), gtk_text_buffer_get_char_count (buffer) == 0);
}

static void
set_writing (DvNotes  *self,
             gboolean  is_writing)
{
  if (self->is_writing == is_writing)
    return;

  self->is_writing = is_writing;
  g_object_set (self->star, "invisible", !is_writing, NULL);
}

static void
focus_in_cb (DvNotes *self)
{
  set_writing (self, TRUE);
}

static void
focus_out_cb (DvNotes *self)
{
  set_writing (self, FALSE);
}

static void
show_item (DvNotes *self)
{
  DvItem *activity = dv_session_get_activity (self->session);

  if (activity != NULL)
    dv_field_bind (GTK_WIDGET (self->view), self->session, activity, DV_ACTIVITY_NOTES, C_("undo", "Edit the notes"));
  else
    dv_field_bind (GTK_WIDGET (self->view), self->session,
                   dv_workshop_get_root (dv_session_get_workshop (self->session)), DV_WORKSHOP_NOTES,
                   C_("undo", "Edit the notes"));
  text_changed_cb (self);
}

static void
update_size (DvNotes *self)
{
  g_autofree char *size = dv_settings_dup_string ("notes-size", "normal");
  const char *classes[] = { size, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

static void
dv_notes_dispose (GObject *object)
{
  DvNotes *self = DV_NOTES (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_NOTES);
  /* GTK 4.8 lets go of children that have a name only. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_notes_parent_class)->dispose (object);
}

static void
dv_notes_class_init (DvNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_notes_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notes");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, DvNotes, view);
  gtk_widget_class_bind_template_child (widget_class, DvNotes, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_out_cb);
}

static void
dv_notes_init (DvNotes *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->view);
  self->bold = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  /* Settings tell of a key only when it is read after connecting. */
  if (dv_settings_get () != NULL)
    g_signal_connect_object (dv_settings_get (), "changed::notes-size", G_CALLBACK (update_size), self, G_CONNECT_SWAPPED);
  update_size (self);
  self->star = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, NULL);
}

/**
 * dv_notes_set_session:
 * @self: new notes
 * @session: whose activity to follow; can be set once
 */
void
dv_notes_set_session (DvNotes   *self,
                      DvSession *session)
{
  g_return_if_fail (DV_IS_NOTES (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::activity", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}

/**
 * dv_notes_commit:
 * @self: notes
 *
 * Saves what was typed, now.
 */
void
dv_notes_commit (DvNotes *self)
{
  g_return_if_fail (DV_IS_NOTES (self));
  dv_field_commit (GTK_WIDGET (self->view));
}
