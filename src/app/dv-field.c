/* dv-field.c
 *
 * Ties a text field on screen to a field of an item
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-field"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "dv-field.h"

/* What is typed is saved a moment after the last key, on Enter and when the
 * focus leaves, and one burst of typing is one step of undo. Esc gives the old
 * text back. What the field may not hold is kept on screen and said, never cut
 * off. Belongs to the widget and goes with it. */

/* So that a crash costs no more than the last word, in ms. */
#define SAVE_AFTER 600

#define DV_TYPE_FIELD_BINDING (dv_field_binding_get_type ())
G_DECLARE_FINAL_TYPE (DvFieldBinding, dv_field_binding, DV, FIELD_BINDING, GObject)

struct _DvFieldBinding
{
  GObject parent_instance;

  /* Owned */
  DvSession *session;
  DvItem *item;
  char *label;
  char *before; /* what it held when the typing began */
  GtkEventController *focus;
  GtkEventController *keys;

  /* Borrowed */
  GtkWidget *widget;         /* an editable or a text view; owns this */
  GObject *source;           /* what says that the text changed */

  /* State */
  int field;
  guint save_id;
  gboolean is_typing; /* since the focus came in */
  gboolean is_loading;
};

G_DEFINE_FINAL_TYPE (DvFieldBinding, dv_field_binding, G_TYPE_OBJECT)

static const char data_key[] = "dv-field";

static char *
dup_text (DvFieldBinding *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (self->widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  /* A view may hide marks such as stars; they belong to the text all the same. */
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * dv_entry_put:
 * @entry: a #GtkEditable
 * @text: what it is to show
 *
 * Shows @text and forgets what was typed before. Without that, Ctrl+Z brings
 * the typed text back into the entry instead of taking the last step back.
 */
void
dv_entry_put (GtkWidget  *entry,
              const char *text)
{
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  g_object_set (entry, "enable-undo", FALSE, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_object_set (entry, "enable-undo", TRUE, NULL);
}

static void
put_in_view (GtkTextView *view,
             const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

static void
load_text (DvFieldBinding   *self,
           const char *text)
{
  g_autofree char *shown = dup_text (self);

  if (strcmp (shown, text) == 0)
    return;

  self->is_loading = TRUE;
  if (GTK_IS_EDITABLE (self->widget))
    dv_entry_put (self->widget, text);
  else
    put_in_view (GTK_TEXT_VIEW (self->widget), text);
  self->is_loading = FALSE;
}

static const DvField *
declared (DvFieldBinding *self)
{
  return &dv_item_get_kind (self->item)->fields[self->field];
}

/* The text as it may be kept: no blanks around it, no breaks in one line. */
static char *
dup_clean (DvFieldBinding *self)
{
  char *text = g_strstrip (dup_text (self));

  if ((declared (self)->flags & DV_FIELD_MULTILINE) == 0)
    g_strdelimit (text, "\n\r", ' ');
  return text;
}

static void
save (DvFieldBinding *self,
      gboolean  finish)
{
  g_autofree char *text = dup_clean (self);
  g_autoptr (DvGroup) group = NULL;
  GError *error = NULL;
  DvWorkshop *workshop = dv_session_get_workshop (self->session);

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (dv_workshop_find (workshop, dv_item_get_id (self->item)) != self->item)
    return;
  if (strcmp (text, dv_item_get_string (self->item, self->field)) == 0)
    return;
  if (text[0] == '\0' && (declared (self)->flags & DV_FIELD_REQUIRED) != 0)
    {
      if (finish)
        load_text (self, dv_item_get_string (self->item, self->field));
      return;
    }

  group = dv_group_new (self->label, DV_ORIGIN_CONSOLE);
  dv_group_set_string (group, self->item, self->field, text);
  dv_session_check (self->session,
                    self->is_typing ? dv_workshop_amend (workshop, group, &error)
                                    : dv_workshop_apply (workshop, group, &error),
                    &error);
  self->is_typing = TRUE;
}

static gboolean
save_cb (gpointer data)
{
  DvFieldBinding *self = data;

  self->save_id = 0;
  save (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (DvFieldBinding *self)
{
  if (self->is_loading)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_AFTER, save_cb, self);
}

static void
item_changed_cb (DvFieldBinding *self,
                 guint     fields)
{
  g_autofree char *text = NULL;

  if ((fields & (1u << self->field)) == 0)
    return;

  /* Saving trims; what is being typed stays as it is. */
  text = dup_clean (self);
  if (strcmp (text, dv_item_get_string (self->item, self->field)) != 0)
    {
      g_clear_handle_id (&self->save_id, g_source_remove);
      load_text (self, dv_item_get_string (self->item, self->field));
    }
}

static void
enter_cb (DvFieldBinding *self)
{
  self->is_typing = FALSE;
  g_free (self->before);
  self->before = g_strdup (dv_item_get_string (self->item, self->field));
}

static void
leave_cb (DvFieldBinding *self)
{
  save (self, TRUE);
  self->is_typing = FALSE;
  g_clear_pointer (&self->before, g_free);
}

static void
revert (DvFieldBinding *self)
{
  if (self->before == NULL)
    return;

  load_text (self, self->before);
  save (self, TRUE);
}

static gboolean
key_pressed_cb (DvFieldBinding       *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_Escape)
    {
      revert (self);
      return GDK_EVENT_PROPAGATE;
    }
  if (is_enter && GTK_IS_TEXT_VIEW (self->widget) &&
      ((state & GDK_CONTROL_MASK) != 0 || (declared (self)->flags & DV_FIELD_MULTILINE) == 0))
    {
      save (self, TRUE);
      gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (self->widget)), GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    }
  if (is_enter && GTK_IS_EDITABLE (self->widget))
    {
      /* What is confirmed is not for Escape to take back. */
      save (self, TRUE);
      enter_cb (self);
    }

  return GDK_EVENT_PROPAGATE;
}

static void
drop_controller (GtkEventController **controller)
{
  GtkWidget *widget = *controller != NULL ? gtk_event_controller_get_widget (*controller) : NULL;

  /* NULL when the widget itself is on its way out. */
  if (widget != NULL)
    gtk_widget_remove_controller (widget, *controller);
  g_clear_object (controller);
}

static void
dv_field_binding_dispose (GObject *object)
{
  DvFieldBinding *self = DV_FIELD_BINDING (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  drop_controller (&self->focus);
  drop_controller (&self->keys);
  g_clear_object (&self->session);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (dv_field_binding_parent_class)->dispose (object);
}

static void
dv_field_binding_finalize (GObject *object)
{
  DvFieldBinding *self = DV_FIELD_BINDING (object);

  g_free (self->label);
  g_free (self->before);

  G_OBJECT_CLASS (dv_field_binding_parent_class)->finalize (object);
}

static void
dv_field_binding_class_init (DvFieldBindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dv_field_binding_dispose;
  object_class->finalize = dv_field_binding_finalize;
}

static void
dv_field_binding_init (DvFieldBinding *self)
{
}

static void
watch (DvFieldBinding *self)
{
  if (GTK_IS_EDITABLE (self->widget))
    self->source = G_OBJECT (self->widget);
  else
    self->source = G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)));
  g_signal_connect_object (self->source, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->item, "changed", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);

  self->focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (self->focus, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, g_object_ref (self->focus));

  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, g_object_ref (self->keys));
  g_signal_connect_object (self->widget, "unmap", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dv_field_bind:
 * @widget: a #GtkEditable or a #GtkTextView
 * @session: the session of the workshop
 * @item: an item
 * @field: the number of a field of the type STRING or TEXT
 * @label: what a change is called in "Undo: …", translated
 *
 * Shows the field and saves what is typed. Replaces an earlier binding.
 */
void
dv_field_bind (GtkWidget  *widget,
               DvSession  *session,
               DvItem     *item,
               int         field,
               const char *label)
{
  DvFieldBinding *self;

  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));

  dv_field_unbind (widget);

  self = g_object_new (DV_TYPE_FIELD_BINDING, NULL);
  self->widget = widget;
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  self->field = field;
  self->label = g_strdup (label);

  load_text (self, dv_item_get_string (item, field));
  watch (self);
  /* The widget is the owner, and there is no subclass to hold a field. */
  g_object_set_data_full (G_OBJECT (widget), data_key, self, g_object_unref);
}

/**
 * dv_field_unbind:
 * @widget: a widget that may have been bound
 *
 * Saves what was typed and lets go of the item.
 */
void
dv_field_unbind (GtkWidget *widget)
{
  dv_field_commit (widget);
  g_object_set_data (G_OBJECT (widget), data_key, NULL);
}

/**
 * dv_field_commit:
 * @widget: a widget that may have been bound
 *
 * Saves what was typed, now.
 */
void
dv_field_commit (GtkWidget *widget)
{
  DvFieldBinding *self = g_object_get_data (G_OBJECT (widget), data_key);

  if (self != NULL && self->save_id != 0)
    save (self, TRUE);
}

/**
 * dv_field_revert:
 * @widget: a widget that may have been bound
 *
 * Gives back the text that was there when the focus came in.
 */
void
dv_field_revert (GtkWidget *widget)
{
  DvFieldBinding *self = g_object_get_data (G_OBJECT (widget), data_key);

  if (self != NULL)
    revert (self);
}
