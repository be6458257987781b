/* dv-value-menu.c
 *
 * What can be done with a core value from its chip
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-value-menu"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dv-choosing.h"
#include "dv-field.h"
#include "dv-value-menu.h"
#include "dv-values.h"

typedef struct
{
  DvSession *session; /* owned */
  DvItem *value;      /* owned */
  GPtrArray *others;  /* owned, of DvItem: where examples may go */
  GtkWidget *keep;    /* borrowed, like the next two: children of the dialog */
  GtkWidget *move;
  GtkWidget *other;
} Removal;

static void
removal_free (gpointer  data,
              GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->session);
  g_object_unref (removal->value);
  g_ptr_array_unref (removal->others);
  g_free (removal);
}

static void
removal_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     gpointer          data)
{
  Removal *removal = data;
  DvFate fate = DV_FATE_REMOVE;
  DvItem *other = NULL;
  g_autofree char *said = NULL;
  GError *error = NULL;
  gboolean done;

  if (g_strcmp0 (response, "remove") != 0)
    return;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (removal->keep)))
    fate = DV_FATE_KEEP;
  else if (gtk_check_button_get_active (GTK_CHECK_BUTTON (removal->move)))
    {
      fate = DV_FATE_MOVE;
      other = g_ptr_array_index (removal->others, gtk_drop_down_get_selected (GTK_DROP_DOWN (removal->other)));
    }

  /* TRANSLATORS: the name of a core value */
  said = g_strdup_printf (C_("toast", "Core value %s deleted"), dv_item_get_string (removal->value, DV_VALUE_NAME));
  done = dv_values_remove (dv_session_get_workshop (removal->session), removal->value, fate, other, &error);
  if (dv_session_check (removal->session, done, &error))
    dv_session_say_undo (removal->session, said);
}

static GtkWidget *
add_fate (GtkWidget  *list,
          const char *title,
          const char *subtitle,
          GtkWidget  *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return check;
}

static GtkWidget *
create_others (Removal *removal)
{
  g_autoptr (GListModel) values = dv_values_chosen_new (dv_session_get_workshop (removal->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (DvItem) other = g_list_model_get_item (values, i);

      if (other == removal->value)
        continue;
      gtk_string_list_append (names, dv_item_get_string (other, DV_VALUE_NAME));
      g_ptr_array_add (removal->others, g_object_ref (other));
    }

  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
}

static GtkWidget *
create_fates (Removal *removal)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *others = create_others (removal);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  removal->keep = add_fate (list, C_("fate", "Keep in the parking lot"), C_("fate", "They can come back later"), NULL);
  removal->move = add_fate (list, C_("fate", "Move to another value"), "", removal->keep);
  add_fate (list, C_("fate", "Delete too"), "", removal->keep);

  removal->other = others;
  gtk_widget_set_valign (others, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (others), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("fate", "Other value"), -1);
  g_object_bind_property (removal->move, "active", others, "sensitive", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)), others);
  gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)), removal->others->len > 0);
  return list;
}

/**
 * dv_value_dialog_remove:
 * @parent: (nullable): the window that it stands before
 * @session: the session of the window
 * @value: the value to delete
 *
 * Asks what becomes of its examples. Without any, nothing needs to be asked.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
dv_value_dialog_remove (GtkWindow *parent,
                        DvSession *session,
                        DvItem    *value)
{
  guint n = dv_item_count (value, &dv_behaviour_kind);
  g_autofree char *heading = g_strdup_printf (C_("fate", "Delete %s?"), dv_item_get_string (value, DV_VALUE_NAME));
  g_autofree char *body = g_strdup_printf (ngettext ("What is to become of its %u example?",
                                                     "What is to become of its %u examples?", n), n);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  Removal *removal = g_new0 (Removal, 1);
  GtkWidget *fates;

  removal->session = g_object_ref (session);
  removal->value = g_object_ref (value);
  removal->others = g_ptr_array_new_with_free_func (g_object_unref);
  fates = create_fates (removal);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), n > 0 ? body : C_("fate", "It has no examples."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), fates);
  gtk_widget_set_visible (fates, n > 0);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", C_("fate", "_Cancel"), "remove", C_("fate", "_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (removal_response_cb), removal, removal_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

static void
edit_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  GtkWidget        *meaning)
{
  dv_field_commit (meaning);
}

/**
 * dv_value_dialog_edit:
 * @parent: (nullable): the window that it stands before
 * @session: the session of the window
 * @value: the value to name
 *
 * Its name and what is meant by it, saved as they are typed.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
dv_value_dialog_edit (GtkWindow *parent,
                      DvSession *session,
                      DvItem    *value)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, C_("value", "Name and meaning"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *name = gtk_entry_new ();
  GtkWidget *meaning = gtk_text_view_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("value", "Name"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (meaning), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("value", "What we mean by it"), -1);
  gtk_widget_set_tooltip_text (meaning, C_("value", "What we mean by it"));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (meaning), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (meaning), FALSE);
  gtk_widget_set_size_request (meaning, 360, 96);
  gtk_widget_add_css_class (meaning, "card-text");
  gtk_entry_set_activates_default (GTK_ENTRY (name), TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), meaning);
  dv_field_bind (name, session, value, DV_VALUE_NAME, C_("undo", "Rename core value"));
  dv_field_bind (meaning, session, value, DV_VALUE_MEANING, C_("undo", "Change meaning"));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", C_("value", "_Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (edit_response_cb), meaning, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

static void
activate_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GtkWidget *chip = data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (chip));
  DvSession *session = dv_value_chips_get_session (DV_VALUE_CHIPS (gtk_widget_get_parent (chip)));
  DvItem *value = dv_value_chip_get_value (DV_VALUE_CHIP (chip));

  if (g_strcmp0 (g_action_get_name (G_ACTION (action)), "edit") == 0)
    dv_value_dialog_edit (window, session, value);
  else
    dv_value_dialog_remove (window, session, value);
}

static void
target_activate_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  GtkWidget *chip = data;
  DvSession *session = dv_value_chips_get_session (DV_VALUE_CHIPS (gtk_widget_get_parent (chip)));
  DvItem *value = dv_value_chip_get_value (DV_VALUE_CHIP (chip));
  GError *error = NULL;
  gboolean done;

  done = dv_choosing_set_target (dv_session_get_workshop (session), value, g_variant_get_int32 (parameter), &error);
  dv_session_check (session, done, &error);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) targets = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  for (int i = 1; i <= 9; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", i);
      g_autofree char *action = g_strdup_printf ("value.target(%d)", i);

      g_menu_append (targets, label, action);
    }
  g_menu_append (menu, C_("value menu", "Name and meaning…"), "value.edit");
  g_menu_append_submenu (menu, C_("value menu", "Number to choose"), G_MENU_MODEL (targets));
  g_menu_append (last, C_("value menu", "Delete…"), "value.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

static gboolean
take_away_cb (gpointer data)
{
  GtkWidget *popover = data;

  /* The chip may be gone, and the menu with it. */
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkWidget *popover)
{
  /* The action that was chosen comes after this. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_away_cb, g_object_ref (popover), g_object_unref);
}

static void
menu_cb (DvValueChips *chips,
         GtkWidget    *chip)
{
  DvSession *session = dv_value_chips_get_session (chips);
  DvItem *value = dv_value_chip_get_value (DV_VALUE_CHIP (chip));
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = create_menu ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  const GActionEntry entries[] = {
    { .name = "edit", .activate = activate_cb },
    { .name = "remove", .activate = activate_cb },
  };
  g_autoptr (GSimpleAction) target =
    g_simple_action_new_stateful ("target", G_VARIANT_TYPE_INT32,
                                  g_variant_new_int32 ((int) dv_item_get_int (value, DV_VALUE_TARGET)));

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), chip);
  g_signal_connect_object (target, "activate", G_CALLBACK (target_activate_cb), chip, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (target));
  gtk_widget_insert_action_group (chip, "value", G_ACTION_GROUP (actions));

  dv_session_set_value (session, value);
  gtk_widget_set_parent (popover, chip);
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * dv_value_menu_attach:
 * @chips: a row of values
 *
 * Gives the chips their menu.
 */
void
dv_value_menu_attach (DvValueChips *chips)
{
  g_signal_connect (chips, "menu", G_CALLBACK (menu_cb), NULL);
}
