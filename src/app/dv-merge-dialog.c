/* dv-merge-dialog.c
 *
 * Asks which wording stands for examples that are merged
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-merge-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviours.h"
#include "dv-merge-dialog.h"

/* Longer lists scroll, so that the buttons stay on a small screen. In CSS px. */
#define MAX_HEIGHT 320
/* Of a wording over two lines with its role: texts wrap, and the dialog asks for
 * the height they have without. */
#define ROW_HEIGHT 74

typedef struct
{
  DvSession *session; /* owned */
  GPtrArray *items;   /* owned, of DvItem */
  GPtrArray *checks;  /* owned, of GtkCheckButton, borrowed */
} Merge;

static void
merge_free (gpointer data,
            GClosure *closure)
{
  Merge *merge = data;

  g_object_unref (merge->session);
  g_ptr_array_unref (merge->items);
  g_ptr_array_unref (merge->checks);
  g_free (merge);
}

/**
 * dv_merge:
 * @session: a session
 * @behaviours: (element-type DvItem): two examples or more
 * @lead: which of them speaks for all
 *
 * Merges and tells how many, with the way back.
 *
 * Returns: whether it happened
 */
gboolean
dv_merge (DvSession *session,
          GPtrArray *behaviours,
          guint      lead)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *said = NULL;
  GError *error = NULL;
  gboolean done;

  g_return_val_if_fail (lead < behaviours->len, FALSE);

  for (guint i = 0; i < behaviours->len; i++)
    if (i != lead)
      g_ptr_array_add (others, g_ptr_array_index (behaviours, i));
  done = dv_behaviours_merge (dv_session_get_workshop (session), g_ptr_array_index (behaviours, lead), others, &error);
  if (!dv_session_check (session, done, &error))
    return FALSE;

  said = g_strdup_printf (ngettext ("%u example merged", "%u examples merged", behaviours->len), behaviours->len);
  dv_session_say_undo (session, said);
  return TRUE;
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Merge *merge = data;

  if (g_strcmp0 (response, "merge") != 0)
    return;

  for (guint i = 0; i < merge->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (merge->checks, i)))
      {
        dv_merge (merge->session, merge->items, i);
        return;
      }
}

static GtkWidget *
create_row (Merge  *merge,
            DvItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  DvItem *role = dv_workshop_get_ref (dv_session_get_workshop (merge->session), item, DV_BEHAVIOUR_ROLE);
  g_autofree char *title = g_markup_escape_text (dv_item_get_string (item, DV_BEHAVIOUR_TEXT), -1);
  g_autofree char *subtitle = role != NULL ? g_markup_escape_text (dv_item_get_string (role, DV_ROLE_NAME), -1) : NULL;

  if (merge->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (merge->checks, 0));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dv_item_get_string (item, DV_BEHAVIOUR_TEXT), -1);
  g_ptr_array_add (merge->checks, check);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/**
 * dv_merge_dialog_present:
 * @parent: (nullable): the window that it stands before
 * @session: the session of the window
 * @behaviours: (element-type DvItem): two examples or more
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
dv_merge_dialog_present (GtkWindow *parent,
                         DvSession *session,
                         GPtrArray *behaviours)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("Merge %u example", "Merge %u examples", behaviours->len), behaviours->len);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  Merge *merge = g_new0 (Merge, 1);

  merge->session = g_object_ref (session);
  merge->items = g_ptr_array_new_with_free_func (g_object_unref);
  merge->checks = g_ptr_array_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("accessible", "Wording"), -1);
  for (guint i = 0; i < behaviours->len; i++)
    {
      g_ptr_array_add (merge->items, g_object_ref (g_ptr_array_index (behaviours, i)));
      gtk_list_box_append (GTK_LIST_BOX (list), create_row (merge, g_ptr_array_index (behaviours, i)));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN (MAX_HEIGHT, (int) behaviours->len * ROW_HEIGHT));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               C_("merge", "Which wording says it best? The others are kept with it and can stand alone again."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", C_("merge", "_Cancel"), "merge", C_("merge", "_Merge"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "merge");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), merge, merge_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}
