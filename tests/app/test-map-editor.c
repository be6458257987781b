/* test-map-editor.c
 *
 * The editor of the strategy map
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-choice-row.h"
#include "dv-map-editor.h"
#include "dv-map-inspector.h"
#include "dv-map-lists.h"
#include "dv-map-view.h"
#include "dv-map.h"
#include "dv-test-page.h"

static GtkWidget *
get_view (DvTestPage *self)
{
  return dv_test_find (GTK_WIDGET (self->page), DV_TYPE_MAP_VIEW, 0);
}

static GtkWidget *
get_box (DvTestPage *self,
         guint       nth)
{
  return dv_test_find (get_view (self), GTK_TYPE_BUTTON, nth);
}

static GtkWidget *
get_inspector (DvTestPage *self)
{
  return dv_test_find (dv_page_get_side (self->page), DV_TYPE_MAP_INSPECTOR, 0);
}

/* Every objective is a button where its box is drawn. */
static void
test_boxes (void)
{
  DvTestPage self;
  graphene_rect_t first, second;

  dv_test_page_open (&self, dv_map_editor_new);
  g_assert_nonnull (get_box (&self, 1));
  g_assert_null (get_box (&self, 2));
  gtk_test_accessible_assert_role (get_box (&self, 0), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (get_box (&self, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Meer tijd");
  g_assert_true (gtk_widget_compute_bounds (get_box (&self, 0), get_view (&self), &first));
  g_assert_true (gtk_widget_compute_bounds (get_box (&self, 1), get_view (&self), &second));
  g_assert_cmpfloat (first.origin.y + first.size.height, <, second.origin.y);
  dv_test_check_names (GTK_WIDGET (self.page));
  dv_test_page_close (&self);
}

static void
test_inspects (void)
{
  DvTestPage self;
  GtkWidget *text_row;

  dv_test_page_open (&self, dv_map_editor_new);
  gtk_widget_grab_focus (get_box (&self, 0));
  g_assert_true (gtk_widget_get_mapped (get_inspector (&self)));
  g_assert_cmpstr (dv_page_get_side_title (self.page), ==, "Objective");
  g_assert_cmpstr (dv_page_get_side_subtitle (self.page), ==, "Inwoners");
  text_row = dv_test_find (get_inspector (&self), ADW_TYPE_ENTRY_ROW, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text_row)), ==, "Meer tijd");
  dv_test_check_names (dv_page_get_side (self.page));

  /* Removing it brings the lists back; undo brings it back. */
  gtk_widget_activate_action (get_inspector (&self), "objective.delete", NULL);
  dv_test_wait ();
  g_assert_false (gtk_widget_get_mapped (get_inspector (&self)));
  g_assert_null (get_box (&self, 1));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  dv_test_wait ();
  g_assert_nonnull (get_box (&self, 1));
  g_assert_nonnull (dv_workshop_find (self.workshop, "link1"));
  dv_test_page_close (&self);
}

static void
test_links (void)
{
  DvTestPage self;
  DvItem *from, *to;
  GtkWidget *row;

  dv_test_page_open (&self, dv_map_editor_new);
  from = dv_test_get (self.workshop, "objective1");
  to = dv_test_get (self.workshop, "objective2");
  gtk_widget_grab_focus (get_box (&self, 0));
  row = dv_test_find (get_inspector (&self), DV_TYPE_CHOICE_ROW, 3);
  g_assert_null (dv_map_find_link (self.workshop, from, to));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  dv_test_wait ();
  g_assert_nonnull (dv_map_find_link (self.workshop, from, to));
  g_assert_null (dv_choice_row_get_chosen (DV_CHOICE_ROW (row)));
  dv_test_page_close (&self);
}

static void
test_lists (void)
{
  DvTestPage self;
  GtkWidget *lists, *row;
  DvItem *map;
  guint n_lanes;

  dv_test_page_open (&self, dv_map_editor_new);
  map = dv_map_get (self.workshop);
  n_lanes = dv_item_count (map, &dv_lane_kind);
  lists = dv_test_find (dv_page_get_side (self.page), DV_TYPE_MAP_LISTS, 0);
  row = dv_test_find (lists, ADW_TYPE_ENTRY_ROW, 2 + n_lanes);
  gtk_editable_set_text (GTK_EDITABLE (row), "Leren");
  g_signal_emit_by_name (row, "apply");
  g_assert_cmpuint (dv_item_count (map, &dv_lane_kind), ==, n_lanes + 1);
  g_assert_cmpstr (dv_item_get_string (dv_list_get (dv_item_get_list (map, &dv_lane_kind), n_lanes), DV_LANE_NAME),
                   ==, "Leren");
  dv_test_page_close (&self);
}

static void
test_adds (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_map_editor_new);
  gtk_widget_grab_focus (get_box (&self, 0));
  gtk_widget_activate_action (GTK_WIDGET (self.page), "map.add-objective", NULL);
  g_assert_nonnull (get_box (&self, 2));
  g_assert_cmpstr (dv_page_get_side_subtitle (self.page), ==, "Inwoners");
  g_assert_cmpstr (self.said->str, ==, "");
  dv_test_page_close (&self);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/map-editor/boxes", test_boxes);
  g_test_add_func ("/map-editor/inspects", test_inspects);
  g_test_add_func ("/map-editor/links", test_links);
  g_test_add_func ("/map-editor/lists", test_lists);
  g_test_add_func ("/map-editor/adds", test_adds);
  return g_test_run ();
}
