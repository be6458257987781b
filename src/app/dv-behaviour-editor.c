/* dv-behaviour-editor.c
 *
 * The dialog in which one example is worked out
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviour-editor"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviour-editor.h"
#include "dv-behaviours.h"
#include "dv-change.h"
#include "dv-choice-row.h"
#include "dv-field.h"
#include "dv-values.h"

/* What is changed here is saved at once, and each change is a step of undo;
 * there is nothing to confirm. */

struct _DvBehaviourEditor
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *text;
  GtkWidget *counter;
  GtkWidget *note;
  DvChoiceRow *role;
  DvChoiceRow *table;
  DvChoiceRow *value;
  AdwPreferencesGroup *merged;

  /* Owned */
  DvSession *session;
  DvItem *item;
  GListModel *values;
  GPtrArray *rows; /* of GtkWidget, borrowed: in the group of what was merged */
};

G_DEFINE_FINAL_TYPE (DvBehaviourEditor, dv_behaviour_editor, ADW_TYPE_WINDOW)

static DvWorkshop *
get_workshop (DvBehaviourEditor *self)
{
  return dv_session_get_workshop (self->session);
}

static void
separate_clicked_cb (DvBehaviourEditor *self,
                     GtkWidget         *button)
{
  DvItem *item = dv_workshop_find (get_workshop (self), gtk_widget_get_name (button));
  GError *error = NULL;

  if (item != NULL && dv_session_check (self->session, dv_behaviours_unmerge (get_workshop (self), item, &error), &error))
    dv_session_say_undo (self->session, C_("toast", "The example stands alone again"));
}

static void
show_merged (DvBehaviourEditor *self)
{
  g_autoptr (GPtrArray) merged = dv_behaviours_list_merged (get_workshop (self), self->item);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->merged, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->merged), merged->len > 0);

  for (guint i = 0; i < merged->len; i++)
    {
      DvItem *item = g_ptr_array_index (merged, i);
      DvItem *role = dv_workshop_get_ref (get_workshop (self), item, DV_BEHAVIOUR_ROLE);
      g_autofree char *title = g_markup_escape_text (dv_item_get_string (item, DV_BEHAVIOUR_TEXT), -1);
      g_autofree char *subtitle = role != NULL ? g_markup_escape_text (dv_item_get_string (role, DV_ROLE_NAME), -1) : NULL;
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_with_label (C_("editor", "Separate"));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_name (button, dv_item_get_id (item));
      g_signal_connect_object (button, "clicked", G_CALLBACK (separate_clicked_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (self->merged, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show (DvBehaviourEditor *self)
{
  DvWorkshop *workshop = get_workshop (self);
  DvList *tables = dv_workshop_get_list (workshop, &dv_table_kind);

  dv_choice_row_fill (self->role, G_LIST_MODEL (dv_workshop_get_list (workshop, &dv_role_kind)), DV_ROLE_NAME, C_("role", "Unknown"));
  dv_choice_row_set_chosen (self->role, dv_workshop_get_ref (workshop, self->item, DV_BEHAVIOUR_ROLE));
  dv_choice_row_fill (self->table, G_LIST_MODEL (tables), DV_TABLE_NAME, C_("table", "None"));
  dv_choice_row_set_chosen (self->table, dv_workshop_get_ref (workshop, self->item, DV_BEHAVIOUR_TABLE));
  gtk_widget_set_visible (GTK_WIDGET (self->table), dv_list_get_length (tables) > 0);
  dv_choice_row_fill (self->value, self->values, DV_VALUE_NAME, NULL);
  dv_choice_row_set_chosen (self->value, dv_item_get_parent (self->item));
  show_merged (self);
}

static void
applied_cb (DvBehaviourEditor *self)
{
  if (dv_item_get_parent (self->item) == NULL ||
      dv_workshop_find (get_workshop (self), dv_item_get_id (self->item)) != self->item)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show (self);
}

static void
role_chosen_cb (DvBehaviourEditor *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GError *error = NULL;
  gboolean done;

  g_ptr_array_add (items, self->item);
  done = dv_behaviours_set_role (get_workshop (self), items, dv_choice_row_get_chosen (self->role), &error);
  dv_session_check (self->session, done, &error);
}

static void
table_chosen_cb (DvBehaviourEditor *self)
{
  GError *error = NULL;
  gboolean done = dv_change_ref (get_workshop (self), self->item, DV_BEHAVIOUR_TABLE,
                                 dv_choice_row_get_chosen (self->table), C_("undo", "Change table"), &error);

  dv_session_check (self->session, done, &error);
}

static void
value_chosen_cb (DvBehaviourEditor *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  DvItem *value = dv_choice_row_get_chosen (self->value);
  GError *error = NULL;
  gboolean done;

  if (value == NULL || value == dv_item_get_parent (self->item))
    return;

  g_ptr_array_add (items, self->item);
  done = dv_behaviours_move_to_value (get_workshop (self), items, value, &error);
  dv_session_check (self->session, done, &error);
}

static gboolean
close_request_cb (DvBehaviourEditor *self)
{
  dv_field_commit (self->text);
  dv_field_commit (self->counter);
  dv_field_commit (self->note);
  return FALSE;
}

static void
dv_behaviour_editor_dispose (GObject *object)
{
  DvBehaviourEditor *self = DV_BEHAVIOUR_EDITOR (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_object (&self->values);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_BEHAVIOUR_EDITOR);

  G_OBJECT_CLASS (dv_behaviour_editor_parent_class)->dispose (object);
}

static void
dv_behaviour_editor_class_init (DvBehaviourEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_behaviour_editor_dispose;

  g_type_ensure (DV_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-behaviour-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourEditor, text);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourEditor, counter);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourEditor, note);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourEditor, role);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourEditor, table);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourEditor, value);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourEditor, merged);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dv_behaviour_editor_init (DvBehaviourEditor *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_behaviour_editor_present:
 * @parent: (nullable): the window that it stands before
 * @session: the session of the window
 * @behaviour: the example to work out
 *
 * Returns: (transfer none): the dialog; it closes itself when the example goes
 */
GtkWidget *
dv_behaviour_editor_present (GtkWindow *parent,
                             DvSession *session,
                             DvItem    *behaviour)
{
  DvBehaviourEditor *self = g_object_new (DV_TYPE_BEHAVIOUR_EDITOR, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->item = g_object_ref (behaviour);
  self->values = dv_values_chosen_new (get_workshop (self));
  dv_field_bind (self->text, session, behaviour, DV_BEHAVIOUR_TEXT, C_("undo", "Change example"));
  dv_field_bind (self->counter, session, behaviour, DV_BEHAVIOUR_COUNTER, C_("undo", "Change counter-example"));
  dv_field_bind (self->note, session, behaviour, DV_BEHAVIOUR_NOTE, C_("undo", "Change note"));
  show (self);

  g_signal_connect_object (self->role, "chosen", G_CALLBACK (role_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (table_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->value, "chosen", G_CALLBACK (value_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
