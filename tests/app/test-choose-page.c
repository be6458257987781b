/* test-choose-page.c
 *
 * The page on which a room chooses a few examples of many
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-choose-page.h"
#include "dv-choose-row.h"
#include "dv-choosing.h"
#include "dv-manifest.h"
#include "dv-phase-strip.h"
#include "dv-test-page.h"

static GtkWidget *
get_view (DvTestPage *self)
{
  return dv_test_find (GTK_WIDGET (self->page), GTK_TYPE_LIST_VIEW, 0);
}

static DvChooseLine *
get_line (DvTestPage *self,
          guint       position)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (get_view (self)));
  g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (model), position);

  /* The model keeps it. */
  g_assert_nonnull (line);
  return line;
}

static GtkWidget *
find_row (DvTestPage *self,
          DvItem     *behaviour)
{
  GtkWidget *row;

  for (guint i = 0; (row = dv_test_find (get_view (self), DV_TYPE_CHOOSE_ROW, i)) != NULL; i++)
    if (dv_choose_row_get_line (DV_CHOOSE_ROW (row)) != NULL &&
        dv_choose_row_get_line (DV_CHOOSE_ROW (row))->behaviour == behaviour)
      return row;

  return NULL;
}

static void
act (DvTestPage *self,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL);
  dv_test_wait ();
}

static void
select_line (DvTestPage *self,
             guint       position)
{
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (get_view (self))), position, TRUE);
}

static void
set_shortlist (DvTestPage *self,
               const char *ids)
{
  g_autoptr (GPtrArray) items = dv_test_list (self->workshop, ids);

  g_assert_true (dv_choosing_set_shortlist (self->workshop, items, TRUE, NULL));
  dv_test_wait ();
}

static void
set_dots (DvTestPage *self,
          const char *id,
          int         number)
{
  GtkWidget *row = find_row (self, dv_test_get (self->workshop, id));
  GtkWidget *spin;

  g_assert_nonnull (row);
  spin = dv_test_find (row, GTK_TYPE_SPIN_BUTTON, 0);
  g_assert_true (gtk_widget_get_mapped (spin));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), number);
}

/* From nothing on the shortlist to clauses in the Manifest. */
static void
test_path (void)
{
  DvTestPage self;
  DvItem *value;

  dv_test_page_open (&self, dv_choose_page_new);
  value = dv_test_get (self.workshop, "value1");
  g_assert_true (dv_session_get_value (self.session) == value);
  g_assert_cmpint (get_line (&self, 0)->type, ==, DV_LINE_HEADING);

  /* V puts what is selected on the shortlist. */
  select_line (&self, 1);
  act (&self, "choose.shortlist");
  g_assert_cmpuint (dv_choosing_count_shortlist (value), ==, 1);
  set_shortlist (&self, "example2 example3 example4");

  act (&self, "choose.paper");
  g_assert_cmpint (dv_item_get_int (value, DV_VALUE_PHASE), ==, DV_PHASE_DOTS);
  set_dots (&self, "example2", 9);
  set_dots (&self, "example3", 4);
  set_dots (&self, "example4", 4);
  act (&self, "choose.paper");
  /* Numbers stay out of sight and the order as it was until the reveal. */
  g_assert_true (get_line (&self, 0)->behaviour == dv_test_get (self.workshop, "example1"));
  g_assert_null (dv_test_find_label (get_view (&self), "9"));

  act (&self, "choose.reveal");
  g_assert_true (get_line (&self, 0)->behaviour == dv_test_get (self.workshop, "example2"));
  g_assert_true (get_line (&self, 1)->behaviour == dv_test_get (self.workshop, "example1"));
  g_assert_nonnull (dv_test_find_label (get_view (&self), "9"));

  act (&self, "choose.top");
  g_assert_cmpuint (dv_choosing_count_chosen (value), ==, 2);
  g_assert_nonnull (strstr (self.said->str, "2 taken into the Manifest"));
  g_assert_nonnull (dv_manifest_find_clause (self.workshop, dv_test_get (self.workshop, "example2")));
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "chosen 2 of 2"));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  dv_test_wait ();
  g_assert_cmpuint (dv_choosing_count_chosen (value), ==, 0);
  dv_test_page_close (&self);
}

/* Of a tie across the edge the room decides by raising hands. */
static void
test_tie (void)
{
  DvTestPage self;
  DvItem *value;
  GError *error = NULL;

  dv_test_page_open (&self, dv_choose_page_new);
  value = dv_test_get (self.workshop, "value1");
  set_shortlist (&self, "example1 example2 example3");
  dv_choosing_set_count (self.workshop, dv_test_get (self.workshop, "example2"), DV_METHOD_DOTS, NULL, 4, &error);
  g_assert_no_error (error);
  act (&self, "choose.reveal");
  g_assert_cmpint (get_line (&self, 3)->type, ==, DV_LINE_TIE);
  g_assert_cmpstr (get_line (&self, 3)->text, ==, "Place 2 is tied: 4 and 4");

  act (&self, "choose.top");
  g_assert_cmpuint (dv_choosing_count_chosen (value), ==, 1);
  act (&self, "choose.hands");
  set_dots (&self, "example3", 12);
  set_dots (&self, "example2", 7);
  act (&self, "choose.hands");
  g_assert_true (get_line (&self, 1)->behaviour == dv_test_get (self.workshop, "example3"));
  act (&self, "choose.top");
  g_assert_cmpuint (dv_choosing_count_chosen (value), ==, 2);
  g_assert_cmpint (dv_item_get_int (dv_test_get (self.workshop, "example3"), DV_BEHAVIOUR_CHOSEN), ==, 1);
  g_assert_cmpint (get_line (&self, 3)->type, !=, DV_LINE_TIE);
  dv_test_page_close (&self);
}

static void
test_star (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_choose_page_new);
  set_shortlist (&self, "example3");
  select_line (&self, 0);
  act (&self, "choose.star");
  g_assert_nonnull (dv_manifest_find_clause (self.workshop, dv_test_get (self.workshop, "example3")));
  g_assert_true (gtk_widget_has_css_class (find_row (&self, dv_test_get (self.workshop, "example3")), "tint"));
  act (&self, "choose.star");
  g_assert_null (dv_manifest_find_clause (self.workshop, dv_test_get (self.workshop, "example3")));
  dv_test_page_close (&self);
}

static void
test_target (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_choose_page_new);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "Which two show best what ‘nabij’ is?"));
  g_assert_true (dv_choosing_set_target (self.workshop, dv_test_get (self.workshop, "value1"), 1, NULL));
  dv_test_wait ();
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "Which one shows best what ‘nabij’ is?"));
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "chosen 0 of 1"));
  dv_test_page_close (&self);
}

static void
test_names (void)
{
  DvTestPage self;
  GtkWidget *strip;

  dv_test_page_open (&self, dv_choose_page_new);
  set_shortlist (&self, "example2");
  gtk_test_accessible_assert_property (find_row (&self, dv_test_get (self.workshop, "example2")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "A: Ik kom langs");
  strip = dv_test_find (GTK_WIDGET (self.page), DV_TYPE_PHASE_STRIP, 0);
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (strip), GTK_ACCESSIBLE_PROPERTY_LABEL, "Shortlist");
  dv_test_check_names (GTK_WIDGET (self.page));
  dv_test_page_close (&self);
}

/* A click on a step of the strip goes there, and back. */
static void
test_steps (void)
{
  DvTestPage self;
  GtkWidget *strip, *first, *last;
  DvItem *value;

  dv_test_page_open (&self, dv_choose_page_new);
  value = dv_test_get (self.workshop, "value1");
  set_shortlist (&self, "example1 example2");
  strip = dv_test_find (GTK_WIDGET (self.page), DV_TYPE_PHASE_STRIP, 0);
  first = gtk_widget_get_first_child (strip);
  last = gtk_widget_get_last_child (strip);
  g_assert_false (gtk_widget_get_sensitive (last));
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (last), "clicked");
  g_assert_cmpint (dv_item_get_int (value, DV_VALUE_PHASE), ==, DV_PHASE_REVEALED);
  g_assert_true (gtk_widget_get_sensitive (last));
  g_signal_emit_by_name (first, "clicked");
  g_assert_cmpint (dv_item_get_int (value, DV_VALUE_PHASE), ==, DV_PHASE_SHORTLIST);
  dv_test_page_close (&self);
}

/* What comes off the shortlist is in the reserve, once, and so is the rest. */
static void
test_reserve (void)
{
  DvTestPage self;
  DvItem *value;
  g_autoptr (GPtrArray) off = NULL;
  DvList *behaviours;
  guint position = 0;

  dv_test_page_open (&self, dv_choose_page_new);
  value = dv_test_get (self.workshop, "value1");
  set_shortlist (&self, "example1 example2 example3");
  off = dv_test_list (self.workshop, "example2");
  g_assert_true (dv_choosing_set_shortlist (self.workshop, off, FALSE, NULL));
  dv_test_wait ();

  behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    {
      DvItem *behaviour = dv_list_get (behaviours, i);
      GtkWidget *row = find_row (&self, behaviour);

      g_assert_nonnull (row);
      g_assert_nonnull (dv_test_find_label (row, dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT)));
    }
  while (get_line (&self, position)->type != DV_LINE_HEADING)
    position++;
  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    if (dv_item_get_int (dv_list_get (behaviours, i), DV_BEHAVIOUR_SHORTLIST) == 0)
      g_assert_true (get_line (&self, ++position)->behaviour == dv_list_get (behaviours, i));
  dv_test_page_close (&self);
}

int
main (int   argc,
      char *argv[])
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/choose-page/path", test_path);
  g_test_add_func ("/choose-page/tie", test_tie);
  g_test_add_func ("/choose-page/star", test_star);
  g_test_add_func ("/choose-page/target", test_target);
  g_test_add_func ("/choose-page/names", test_names);
  g_test_add_func ("/choose-page/steps", test_steps);
  g_test_add_func ("/choose-page/reserve", test_reserve);
  return g_test_run ();
}
