/* dv-notes.c
 *
 * The facilitator's notes in the side column
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-notes"

#include "config.h"

#include <string.h>

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

  GtkWidget *smaller_button;
  GtkWidget *larger_button;

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

/* --- Emphasis ---------------------------------------------------------------- */

static gboolean
is_star (const GtkTextIter *iter)
{
  return gtk_text_iter_get_char (iter) == '*';
}

/* What Ctrl+B is about: the selection, else the word at the cursor, with the
 * stars around it. */
static gboolean
get_emphasis (GtkTextBuffer *buffer,
              GtkTextIter   *start,
              GtkTextIter   *end)
{
  GtkTextIter before;

  if (!gtk_text_buffer_get_selection_bounds (buffer, start, end))
    {
      if (!gtk_text_iter_inside_word (start) && !gtk_text_iter_ends_word (start))
        return FALSE;
      if (!gtk_text_iter_starts_word (start))
        gtk_text_iter_backward_word_start (start);
      if (!gtk_text_iter_ends_word (end))
        gtk_text_iter_forward_word_end (end);
    }

  before = *start;
  if (gtk_text_iter_backward_char (&before) && is_star (&before) && is_star (end))
    {
      *start = before;
      gtk_text_iter_forward_char (end);
    }
  return TRUE;
}

static gboolean
is_bold (const char *line)
{
  gsize length = strlen (line);

  return length >= 2 && line[0] == '*' && line[length - 1] == '*';
}

/* Stars hold on one line only, so each line gets its own; when all have them
 * they go. */
static char *
toggle_stars (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean are_bold = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    are_bold = are_bold && (lines[i][0] == '\0' || is_bold (lines[i]));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = lines[i];

      if (line[0] == '\0' || (is_bold (line) && !are_bold))
        lines[i] = g_strdup (line);
      else if (are_bold)
        lines[i] = g_strndup (line + 1, strlen (line) - 2);
      else
        lines[i] = g_strdup_printf ("*%s*", line);
    }

  return g_strjoinv ("\n", lines);
}

static void
bold_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (DV_NOTES (widget)->view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  int offset;

  if (!get_emphasis (buffer, &start, &end))
    return;

  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  changed = toggle_stars (text);
  offset = gtk_text_iter_get_offset (&start);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, changed, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, offset);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

/* --- Size -------------------------------------------------------------------- */

static const char *const sizes[] = { "normal", "large", "larger" };

static guint
get_size (void)
{
  g_autofree char *size = dv_settings_dup_string ("notes-size", sizes[0]);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (size, sizes[i]))
      return i;
  return 0;
}

static void
update_size (DvNotes *self)
{
  guint size = get_size ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), sizes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), sizes[size]);
  gtk_widget_set_sensitive (self->smaller_button, size > 0);
  gtk_widget_set_sensitive (self->larger_button, size + 1 < G_N_ELEMENTS (sizes));
}

static void
size_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  int size = (int) get_size () + (g_str_equal (name, "notes.larger") ? 1 : -1);

  if (size < 0 || size >= (int) G_N_ELEMENTS (sizes))
    return;

  dv_settings_set_string ("notes-size", sizes[size]);
  update_size (DV_NOTES (widget));
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

  gtk_widget_class_install_action (widget_class, "notes.bold", NULL, bold_action);
  gtk_widget_class_install_action (widget_class, "notes.larger", NULL, size_action);
  gtk_widget_class_install_action (widget_class, "notes.smaller", NULL, size_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "notes.bold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "notes.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_underscore, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "notes.smaller", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "notes.smaller", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notes");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, DvNotes, view);
  gtk_widget_class_bind_template_child (widget_class, DvNotes, placeholder);
  gtk_widget_class_bind_template_child (widget_class, DvNotes, smaller_button);
  gtk_widget_class_bind_template_child (widget_class, DvNotes, larger_button);
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
