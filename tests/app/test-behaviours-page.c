/* test-behaviours-page.c
 *
 * The page on which a room gives examples of behaviour
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-behaviour-card.h"
#include "dv-behaviour-editor.h"
#include "dv-behaviour-grid.h"
#include "dv-behaviours-page.h"
#include "dv-behaviours.h"
#include "dv-entry-bar.h"
#include "dv-mix-meter.h"
#include "dv-test-page.h"
#include "dv-value-menu.h"
#include "dv-values.h"

static DvEntryBar *
get_entry (DvTestPage *self)
{
  return DV_ENTRY_BAR (dv_test_find (GTK_WIDGET (self->page), DV_TYPE_ENTRY_BAR, 0));
}

static DvBehaviourGrid *
get_grid (DvTestPage *self)
{
  return DV_BEHAVIOUR_GRID (dv_test_find (GTK_WIDGET (self->page), DV_TYPE_BEHAVIOUR_GRID, 0));
}

static GtkWidget *
get_card (DvTestPage *self,
          guint       nth)
{
  return dv_test_find (GTK_WIDGET (get_grid (self)), DV_TYPE_BEHAVIOUR_CARD, nth);
}

static DvItem *
get_shown (DvTestPage *self,
           guint       position)
{
  g_autoptr (DvItem) item = g_list_model_get_item (dv_behaviour_grid_get_shown (get_grid (self)), position);

  /* The workshop keeps it. */
  return item;
}

static guint
count_shown (DvTestPage *self)
{
  return g_list_model_get_n_items (dv_behaviour_grid_get_shown (get_grid (self)));
}

static const char *
get_shown_text (DvTestPage *self,
                guint       position)
{
  return dv_item_get_string (get_shown (self, position), DV_BEHAVIOUR_TEXT);
}

/* Types @text and clicks the button, as Enter does. */
static void
type (DvTestPage *self,
      const char *text)
{
  GtkWidget *add = NULL;

  dv_entry_bar_set_text (get_entry (self), text);
  for (guint i = 0; (add = dv_test_find (GTK_WIDGET (get_entry (self)), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (gtk_widget_has_css_class (add, "suggested-action"))
      break;
  g_assert_nonnull (add);
  if (gtk_widget_get_sensitive (add))
    g_signal_emit_by_name (add, "clicked");
}

static void
test_typing (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  g_assert_true (dv_session_get_value (self.session) == dv_test_get (self.workshop, "value1"));
  g_assert_cmpuint (count_shown (&self), ==, 4);

  gtk_widget_activate_action (GTK_WIDGET (get_entry (&self)), "entry.role", "i", 2);
  type (&self, "  Ik vraag door  ");
  g_assert_cmpuint (count_shown (&self), ==, 5);
  g_assert_cmpstr (get_shown_text (&self, 0), ==, "Ik vraag door");
  g_assert_cmpstr (dv_item_get_string (get_shown (&self, 0), DV_BEHAVIOUR_ROLE), ==, "role2");
  g_assert_cmpstr (dv_entry_bar_get_text (get_entry (&self)), ==, "");

  /* The role stays until another is chosen. */
  type (&self, "Ik wacht");
  g_assert_cmpstr (dv_item_get_string (get_shown (&self, 0), DV_BEHAVIOUR_ROLE), ==, "role2");
  gtk_widget_activate_action (GTK_WIDGET (get_entry (&self)), "entry.role", "i", 0);
  type (&self, "Ik luister");
  g_assert_cmpstr (dv_item_get_string (get_shown (&self, 0), DV_BEHAVIOUR_ROLE), ==, "");

  type (&self, "   ");
  g_assert_cmpuint (count_shown (&self), ==, 7);
  for (guint i = 0; i < 3; i++)
    g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpuint (count_shown (&self), ==, 4);
  dv_test_page_close (&self);
}

static void
test_limit (void)
{
  g_autofree char *longest = g_strnfill (500, 'e');
  g_autofree char *longer = g_strnfill (501, 'e');
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  type (&self, longer);
  g_assert_cmpuint (count_shown (&self), ==, 4);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (get_entry (&self)), "1 character too long"));
  type (&self, longest);
  g_assert_cmpuint (count_shown (&self), ==, 5);
  dv_test_page_close (&self);
}

static void
test_paste (void)
{
  DvTestPage self;
  GtkWidget *text;

  dv_test_page_open (&self, dv_behaviours_page_new);
  text = dv_test_find (GTK_WIDGET (get_entry (&self)), GTK_TYPE_TEXT, 0);
  /* As a person does it: the entry must get the lines as they were copied. */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (text), "- Eerste\n- Tweede\n\n3. Derde\n");
  g_signal_emit_by_name (text, "paste-clipboard");
  while (count_shown (&self) < 7)
    dv_test_wait ();
  g_assert_cmpuint (count_shown (&self), ==, 7);
  g_assert_cmpstr (get_shown_text (&self, 0), ==, "Eerste");
  g_assert_cmpstr (get_shown_text (&self, 2), ==, "Derde");
  g_assert_cmpstr (dv_entry_bar_get_text (get_entry (&self)), ==, "");
  g_assert_nonnull (strstr (self.said->str, "3 examples added"));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpuint (count_shown (&self), ==, 4);

  g_signal_emit_by_name (text, "insert-at-cursor", "Een regel\n");
  g_assert_cmpstr (dv_entry_bar_get_text (get_entry (&self)), ==, "Een regel");
  dv_test_page_close (&self);
}

static void
test_previous (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  type (&self, "Ik vraag dor");
  g_signal_emit_by_name (get_entry (&self), "previous");
  g_assert_true (dv_entry_bar_is_editing (get_entry (&self)));
  g_assert_cmpstr (dv_entry_bar_get_text (get_entry (&self)), ==, "Ik vraag dor");
  type (&self, "Ik vraag door");
  g_assert_false (dv_entry_bar_is_editing (get_entry (&self)));
  g_assert_cmpuint (count_shown (&self), ==, 5);
  g_assert_cmpstr (get_shown_text (&self, 0), ==, "Ik vraag door");

  /* What is deleted meanwhile is not edited. */
  g_signal_emit_by_name (get_entry (&self), "previous");
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_false (dv_entry_bar_is_editing (get_entry (&self)));
  dv_test_page_close (&self);
}

static void
test_star (void)
{
  g_autoptr (GPtrArray) two = NULL;
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  two = dv_test_list (self.workshop, "example1 example2");
  dv_behaviour_grid_select (get_grid (&self), two);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "page.star", NULL);
  g_assert_cmpint (dv_item_get_int (dv_test_get (self.workshop, "example2"), DV_BEHAVIOUR_STAR), ==, 1);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "2 with a star"));
  gtk_widget_activate_action (GTK_WIDGET (self.page), "page.star", NULL);
  g_assert_cmpint (dv_item_get_int (dv_test_get (self.workshop, "example1"), DV_BEHAVIOUR_STAR), ==, 0);
  dv_test_page_close (&self);
}

static void
test_remove (void)
{
  g_autoptr (GPtrArray) two = NULL;
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  two = dv_test_list (self.workshop, "example2 example4");
  dv_behaviour_grid_select (get_grid (&self), two);
  gtk_widget_activate_action (GTK_WIDGET (get_grid (&self)), "behaviours.remove", NULL);
  dv_test_wait ();
  g_assert_cmpuint (count_shown (&self), ==, 2);
  g_assert_nonnull (strstr (self.said->str, "2 examples deleted"));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpuint (count_shown (&self), ==, 4);
  dv_test_page_close (&self);
}

static void
test_twins (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  g_assert_null (dv_test_find_label (GTK_WIDGET (self.page), "say the same"));
  type (&self, "ik bèl terug!");
  dv_test_wait ();
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "2 say the same"));
  gtk_widget_activate_action (GTK_WIDGET (self.page), "page.merge", NULL);
  dv_test_wait ();
  g_assert_cmpuint (count_shown (&self), ==, 4);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "2 merged"));

  /* Nothing was lost: it stands alone again. */
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpuint (count_shown (&self), ==, 5);
  dv_test_page_close (&self);
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) one = NULL;
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  one = dv_test_list (self.workshop, "example1");
  dv_behaviour_grid_select (get_grid (&self), one);
  gtk_widget_activate_action (GTK_WIDGET (get_grid (&self)), "behaviours.move", "i", 1);
  g_assert_true (get_shown (&self, 1) == dv_test_get (self.workshop, "example1"));
  gtk_widget_activate_action (GTK_WIDGET (get_grid (&self)), "behaviours.move", "i", 2);
  g_assert_true (get_shown (&self, 3) == dv_test_get (self.workshop, "example1"));
  /* At the end it stays. */
  gtk_widget_activate_action (GTK_WIDGET (get_grid (&self)), "behaviours.move", "i", 1);
  g_assert_true (get_shown (&self, 3) == dv_test_get (self.workshop, "example1"));
  gtk_widget_activate_action (GTK_WIDGET (get_grid (&self)), "behaviours.move-to-value", "s", "value2");
  g_assert_true (dv_item_get_parent (dv_test_get (self.workshop, "example1")) == dv_test_get (self.workshop, "value2"));
  g_assert_cmpuint (count_shown (&self), ==, 3);
  dv_test_page_close (&self);
}

static void
test_search (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  g_assert_true (dv_page_can_search (self.page));
  dv_page_search (self.page, "BÉL");
  dv_test_wait ();
  g_assert_cmpuint (count_shown (&self), ==, 2);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "2 of 4"));
  dv_page_search (self.page, "zzz");
  dv_test_wait ();
  g_assert_cmpuint (count_shown (&self), ==, 0);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "Nothing found"));
  dv_page_search (self.page, "");
  dv_test_wait ();
  g_assert_cmpuint (count_shown (&self), ==, 4);
  dv_test_page_close (&self);
}

static void
test_card (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_behaviours_page_new);
  gtk_test_accessible_assert_property (get_card (&self, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ik bel terug – Leidinggevende – with a star");
  g_assert_true (gtk_widget_has_css_class (get_card (&self, 0), "tint"));
  g_assert_true (gtk_widget_has_css_class (get_card (&self, 0), "value-1"));
  g_assert_false (gtk_widget_has_css_class (get_card (&self, 1), "tint"));
  gtk_test_accessible_assert_property (get_card (&self, 3), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ik groet op straat – has a counter-example");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (dv_test_find (GTK_WIDGET (self.page), DV_TYPE_MIX_METER, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Leidinggevende: 1 example");
  dv_test_check_names (GTK_WIDGET (self.page));
  dv_test_page_close (&self);
}

static void
test_editor (void)
{
  DvTestPage self;
  GtkWidget *editor;
  GtkTextBuffer *buffer;

  dv_test_page_open (&self, dv_behaviours_page_new);
  editor = dv_behaviour_editor_present (GTK_WINDOW (self.window), self.session, dv_test_get (self.workshop, "example2"));
  dv_test_wait ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (dv_test_find (editor, GTK_TYPE_TEXT_VIEW, 1)));
  gtk_text_buffer_set_text (buffer, "Ik blijf weg", -1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (dv_test_find (editor, ADW_TYPE_COMBO_ROW, 0)), 3);
  dv_test_wait ();
  g_assert_cmpstr (dv_item_get_string (dv_test_get (self.workshop, "example2"), DV_BEHAVIOUR_ROLE), ==, "role3");
  gtk_window_close (GTK_WINDOW (editor));
  dv_test_wait ();
  g_assert_cmpstr (dv_item_get_string (dv_test_get (self.workshop, "example2"), DV_BEHAVIOUR_COUNTER), ==, "Ik blijf weg");
  dv_test_page_close (&self);
}

/* Deleting a value asks what becomes of its examples. */
static void
test_delete_value (void)
{
  DvTestPage self;
  GtkWidget *dialog;

  dv_test_page_open (&self, dv_behaviours_page_new);
  dialog = dv_value_dialog_remove (GTK_WINDOW (self.window), self.session, dv_test_get (self.workshop, "value1"));
  dv_test_wait ();
  g_assert_nonnull (dv_test_find_label (dialog, "parking lot"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  gtk_window_destroy (GTK_WINDOW (dialog));
  dv_test_wait ();
  g_assert_null (dv_workshop_find (self.workshop, "value1"));
  g_assert_cmpstr (dv_item_get_id (dv_item_get_parent (dv_test_get (self.workshop, "example1"))), ==, "parkinglot");
  g_assert_true (dv_session_get_value (self.session) == dv_test_get (self.workshop, "value2"));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpuint (dv_behaviours_count (dv_test_get (self.workshop, "value1")), ==, 4);
  dv_test_page_close (&self);
}

static void
test_no_values (void)
{
  DvTestPage self;
  GtkWidget *entry;

  dv_test_page_open (&self, dv_behaviours_page_new);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("value%u", i);

      g_assert_true (dv_values_choose (self.workshop, dv_test_get (self.workshop, id), FALSE, NULL));
    }
  dv_page_enter (self.page);
  dv_test_wait ();
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "Choose core values first"));
  for (guint i = 0; (entry = dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_ENTRY, i)) != NULL; i++)
    if (gtk_widget_get_mapped (entry))
      break;
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Moedig");
  g_signal_emit_by_name (entry, "activate");
  dv_test_wait ();
  g_assert_cmpuint (dv_values_count_chosen (self.workshop), ==, 1);
  type (&self, "Ik zeg nee");
  g_assert_cmpuint (count_shown (&self), ==, 1);
  dv_test_page_close (&self);
}

int
main (int   argc,
      char *argv[])
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/behaviours-page/typing", test_typing);
  g_test_add_func ("/behaviours-page/limit", test_limit);
  g_test_add_func ("/behaviours-page/paste", test_paste);
  g_test_add_func ("/behaviours-page/previous", test_previous);
  g_test_add_func ("/behaviours-page/star", test_star);
  g_test_add_func ("/behaviours-page/remove", test_remove);
  g_test_add_func ("/behaviours-page/twins", test_twins);
  g_test_add_func ("/behaviours-page/order", test_order);
  g_test_add_func ("/behaviours-page/search", test_search);
  g_test_add_func ("/behaviours-page/card", test_card);
  g_test_add_func ("/behaviours-page/editor", test_editor);
  g_test_add_func ("/behaviours-page/delete-value", test_delete_value);
  g_test_add_func ("/behaviours-page/no-values", test_no_values);
  return g_test_run ();
}
