/* test-values-page.c
 *
 * Choosing values
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-test-page.h"
#include "dv-value-row.h"
#include "dv-values-page.h"
#include "dv-values.h"

static GtkWidget *
get_row (DvTestPage *self,
         DvItem     *value)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = dv_test_find (GTK_WIDGET (self->page), DV_TYPE_VALUE_ROW, i);

      g_assert_nonnull (row);
      if (dv_value_row_get_value (DV_VALUE_ROW (row)) == value)
        return row;
    }
}

static DvItem *
add_value (DvTestPage *self,
           const char *name)
{
  DvList *values = dv_workshop_get_list (self->workshop, &dv_value_kind);
  GtkWidget *text;

  dv_page_focus_entry (self->page);
  text = gtk_root_get_focus (GTK_ROOT (self->window));
  gtk_editable_set_text (GTK_EDITABLE (text), name);
  g_signal_emit_by_name (text, "activate");

  return dv_list_get (values, dv_list_get_length (values) - 1);
}

static void
test_adds_without_words (void)
{
  DvTestPage self;
  DvItem *value;
  guint n;

  dv_test_page_open (&self, dv_values_page_new);
  n = dv_values_count_chosen (self.workshop);
  value = add_value (&self, " Zorgzaam ");
  g_assert_cmpstr (dv_item_get_string (value, DV_VALUE_NAME), ==, "Zorgzaam");
  g_assert_cmpuint (dv_values_count_chosen (self.workshop), ==, n + 1);
  g_assert_true (dv_session_get_value (self.session) == value);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "No key words"));
  dv_test_page_close (&self);
}

static void
test_chooses_and_moves (void)
{
  DvTestPage self;
  DvItem *first, *second;
  guint number;

  dv_test_page_open (&self, dv_values_page_new);
  first = add_value (&self, "Zorgzaam");
  second = add_value (&self, "Zuinig");
  number = dv_value_get_number (second);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (get_row (&self, second))),
                           GTK_LIST_BOX_ROW (get_row (&self, second)));
  gtk_widget_activate_action (GTK_WIDGET (self.page), "values.up", NULL);
  g_assert_cmpuint (dv_value_get_number (second), ==, number - 1);
  g_assert_cmpuint (dv_value_get_number (first), ==, number);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "values.down", NULL);
  g_assert_cmpuint (dv_value_get_number (second), ==, number);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "values.choose", NULL);
  g_assert_false (dv_value_is_chosen (second));
  gtk_widget_activate_action (GTK_WIDGET (self.page), "values.remove", NULL);
  g_assert_null (dv_workshop_find_kind (self.workshop, dv_item_get_id (second), &dv_value_kind));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  dv_test_page_close (&self);
}

static void
test_fields (void)
{
  DvTestPage self;
  DvItem *value;
  GtkWidget *view;

  dv_test_page_open (&self, dv_values_page_new);
  value = add_value (&self, "Zorgzaam");
  view = dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Wij letten op elkaar.", -1);
  /* Looking at another value saves what was typed. */
  add_value (&self, "Zuinig");
  g_assert_cmpstr (dv_item_get_string (value, DV_VALUE_MEANING), ==, "Wij letten op elkaar.");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_SPIN_BUTTON, 0)), 5);
  g_assert_cmpint (dv_item_get_int (dv_session_get_value (self.session), DV_VALUE_TARGET), ==, 5);
  g_assert_cmpint (dv_item_get_int (value, DV_VALUE_TARGET), ==, DV_DEFAULT_TARGET);
  dv_test_page_close (&self);
}

static void
test_names (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_values_page_new);
  dv_test_check_names (GTK_WIDGET (self.page));
  gtk_test_accessible_assert_property (dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_SPIN_BUTTON, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Clauses in the Manifest");
  dv_test_page_close (&self);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/values-page/adds-without-words", test_adds_without_words);
  g_test_add_func ("/values-page/chooses-and-moves", test_chooses_and_moves);
  g_test_add_func ("/values-page/fields", test_fields);
  g_test_add_func ("/values-page/names", test_names);

  return g_test_run ();
}
