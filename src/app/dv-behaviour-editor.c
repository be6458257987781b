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
#include <string.h>

#include "dv-behaviour-editor.h"
#include "dv-behaviours.h"
#include "dv-change.h"
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
  AdwComboRow *role;
  AdwComboRow *table;
  AdwComboRow *value;
  AdwPreferencesGroup *merged;

  /* Owned */
  DvSession *session;
  DvItem *item;
  GPtrArray *values; /* of DvItem: what the value row offers, in order */
  GPtrArray *rows;   /* of GtkWidget, borrowed: in the group of what was merged */

  /* State */
  gboolean is_showing; /* the rows are being filled: not a person's choice */
};

G_DEFINE_FINAL_TYPE (DvBehaviourEditor, dv_behaviour_editor, ADW_TYPE_WINDOW)

static DvWorkshop *
get_workshop (DvBehaviourEditor *self)
{
  return dv_session_get_workshop (self->session);
}

/* Fills @row with the names of @items, and @none before them if it is not NULL. */
static void
fill_row (AdwComboRow *row,
          GListModel  *items,
          int          field,
          const char  *none,
          DvItem      *selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (items);
  guint position = none != NULL ? 0 : GTK_INVALID_LIST_POSITION;

  if (none != NULL)
    gtk_string_list_append (names, none);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvItem) item = g_list_model_get_item (items, i);

      gtk_string_list_append (names, dv_item_get_string (item, field));
      if (item == selected)
        position = i + (none != NULL ? 1 : 0);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, position);
}

static void
separate_clicked_cb (DvBehaviourEditor *self,
                     GtkWidget         *button)
{
  DvItem *item = dv_workshop_find (get_workshop (self), gtk_widget_get_name (button));
  GError *error = NULL;

  if (item != NULL && dv_session_check (self->session, dv_behaviours_unmerge (get_workshop (self), item, &error), error))
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
  g_autoptr (GListModel) values = dv_values_chosen_new (workshop);

  self->is_showing = TRUE;
  fill_row (self->role, G_LIST_MODEL (dv_workshop_get_list (workshop, &dv_role_kind)), DV_ROLE_NAME,
            C_("role", "Unknown"), dv_workshop_get_ref (workshop, self->item, DV_BEHAVIOUR_ROLE));
  fill_row (self->table, G_LIST_MODEL (tables), DV_TABLE_NAME,
            C_("table", "None"), dv_workshop_get_ref (workshop, self->item, DV_BEHAVIOUR_TABLE));
  gtk_widget_set_visible (GTK_WIDGET (self->table), dv_list_get_length (tables) > 0);

  g_ptr_array_set_size (self->values, 0);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    g_ptr_array_add (self->values, g_list_model_get_item (values, i));
  fill_row (self->value, values, DV_VALUE_NAME, NULL, dv_item_get_parent (self->item));
  show_merged (self);
  self->is_showing = FALSE;
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

/* What a row that offers @kind has chosen; NULL for its first line. */
static DvItem *
get_chosen (DvBehaviourEditor *self,
            AdwComboRow       *row,
            const DvKind      *kind)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 ? dv_list_get (dv_workshop_get_list (get_workshop (self), kind), selected - 1) : NULL;
}

static void
role_selected_cb (DvBehaviourEditor *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  DvItem *role;
  GError *error = NULL;

  if (self->is_showing)
    return;
  role = get_chosen (self, self->role, &dv_role_kind);
  if (role == dv_workshop_get_ref (get_workshop (self), self->item, DV_BEHAVIOUR_ROLE))
    return;

  g_ptr_array_add (items, self->item);
  dv_session_check (self->session, dv_behaviours_set_role (get_workshop (self), items, role, &error), error);
}

static void
table_selected_cb (DvBehaviourEditor *self)
{
  DvItem *table;
  GError *error = NULL;

  if (self->is_showing)
    return;
  table = get_chosen (self, self->table, &dv_table_kind);
  if (table == dv_workshop_get_ref (get_workshop (self), self->item, DV_BEHAVIOUR_TABLE))
    return;

  dv_session_check (self->session,
                    dv_change_ref (get_workshop (self), self->item, DV_BEHAVIOUR_TABLE, table, C_("undo", "Change table"), &error),
                    error);
}

static void
value_selected_cb (DvBehaviourEditor *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint selected = adw_combo_row_get_selected (self->value);
  DvItem *value;
  GError *error = NULL;

  if (self->is_showing || selected >= self->values->len)
    return;
  value = g_ptr_array_index (self->values, selected);
  if (value == dv_item_get_parent (self->item))
    return;

  g_ptr_array_add (items, self->item);
  dv_session_check (self->session, dv_behaviours_move_to_value (get_workshop (self), items, value, &error), error);
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
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_BEHAVIOUR_EDITOR);

  G_OBJECT_CLASS (dv_behaviour_editor_parent_class)->dispose (object);
}

static void
dv_behaviour_editor_class_init (DvBehaviourEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_behaviour_editor_dispose;

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
  self->values = g_ptr_array_new_with_free_func (g_object_unref);
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
  dv_field_bind (self->text, session, behaviour, DV_BEHAVIOUR_TEXT, C_("undo", "Change example"));
  dv_field_bind (self->counter, session, behaviour, DV_BEHAVIOUR_COUNTER, C_("undo", "Change counter-example"));
  dv_field_bind (self->note, session, behaviour, DV_BEHAVIOUR_NOTE, C_("undo", "Change note"));
  show (self);

  g_signal_connect_object (self->role, "notify::selected", G_CALLBACK (role_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::selected", G_CALLBACK (table_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->value, "notify::selected", G_CALLBACK (value_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
