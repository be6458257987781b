/* test-shell.c
 *
 * The window around the pages: templates, keys, rail, folding
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-application.h"
#include "dv-console.h"
#include "dv-details-dialog.h"
#include "dv-parking-dialog.h"
#include "dv-values.h"
#include "dv-new-dialog.h"
#include "dv-notes.h"
#include "dv-plan.h"
#include "dv-preferences.h"
#include "dv-rail-row.h"
#include "dv-settings.h"
#include "dv-test-page.h"
#include "dv-welcome.h"

typedef struct
{
  DvWorkshop *workshop;
  DvSession *session;
  GtkWidget *console;
  GtkWidget *window;
} DvFixture;

/* A console of @width in a window. */
static void
open_console (DvFixture *self,
              int        width)
{
  self->workshop = dv_test_workshop_new ();
  self->session = dv_session_new (self->workshop);
  self->console = g_object_ref_sink (dv_console_new (self->session, width));
  self->window = gtk_window_new ();
  /* Without a frame, which would take some of the width. */
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), self->console);
  gtk_window_present (GTK_WINDOW (self->window));
  dv_test_wait ();
}

static void
close_console (DvFixture *self)
{
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  dv_test_wait ();
  g_assert_finalize_object (self->console);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->workshop);
}

/* Every page of the console, and nothing of it is left behind. */
static void
test_pages (gconstpointer data)
{
  DvFixture self;
  DvList *steps;

  open_console (&self, GPOINTER_TO_INT (data));
  steps = dv_workshop_get_list (self.workshop, &dv_step_kind);
  for (guint i = 0; i < dv_list_get_length (steps); i++)
    {
      DvList *activities = dv_item_get_list (dv_list_get (steps, i), &dv_activity_kind);

      for (guint j = 0; j < dv_list_get_length (activities); j++)
        {
          dv_session_set_activity (self.session, dv_list_get (activities, j));
          g_assert_nonnull (dv_console_get_page (DV_CONSOLE (self.console)));
          dv_test_wait ();
        }
    }
  for (DvFixed fixed = DV_FIXED_MANIFEST; fixed <= DV_FIXED_EXPORT; fixed++)
    {
      dv_console_open_fixed (DV_CONSOLE (self.console), fixed);
      g_assert_cmpint (dv_console_get_fixed (DV_CONSOLE (self.console)), ==, fixed);
      g_assert_null (dv_session_get_activity (self.session));
      dv_test_wait ();
    }
  close_console (&self);
}

static void
test_go (void)
{
  DvFixture self;
  DvItem *first, *second;

  open_console (&self, 1366);
  first = dv_plan_get_neighbour (self.workshop, NULL, 1);
  g_assert_true (dv_session_get_activity (self.session) == first);
  second = dv_plan_get_neighbour (self.workshop, first, 1);
  if (second == NULL)
    second = dv_plan_add_activity (self.session, first);
  dv_console_go (DV_CONSOLE (self.console), 1);
  g_assert_true (dv_session_get_activity (self.session) == second);
  dv_console_go (DV_CONSOLE (self.console), -1);
  dv_console_go (DV_CONSOLE (self.console), -1);
  g_assert_true (dv_session_get_activity (self.session) == first);
  close_console (&self);
}

/* An activity that goes while it is open leaves another one open. */
static void
test_removed (void)
{
  DvFixture self;
  DvItem *added;

  open_console (&self, 1366);
  added = dv_plan_add_activity (self.session, dv_session_get_activity (self.session));
  g_assert_nonnull (added);
  dv_session_set_activity (self.session, added);
  dv_plan_remove (self.session, added);
  g_assert_nonnull (dv_session_get_activity (self.session));
  g_assert_nonnull (dv_console_get_page (DV_CONSOLE (self.console)));
  dv_test_wait ();
  close_console (&self);
}

/* The stars that make words bold are hidden while the notes are read, and kept
 * when the focus comes and goes. */
static void
test_notes (void)
{
  DvFixture self;
  DvItem *activity;
  GtkWidget *view, *notes;
  g_autoptr (GError) error = NULL;
  g_autoptr (DvGroup) group = dv_group_new ("notes", DV_ORIGIN_CONSOLE);
  g_autofree char *label = NULL;

  open_console (&self, 1366);
  activity = dv_session_get_activity (self.session);
  dv_group_set_string (group, activity, DV_ACTIVITY_NOTES, "Zeg het *hardop*.");
  dv_workshop_apply (self.workshop, group, &error);
  g_assert_no_error (error);
  label = g_strdup (dv_workshop_get_undo_label (self.workshop));

  notes = dv_test_find (self.console, DV_TYPE_NOTES, 0);
  view = dv_test_find (notes, GTK_TYPE_TEXT_VIEW, 0);
  gtk_widget_grab_focus (view);
  dv_test_wait ();
  dv_console_toggle_side (DV_CONSOLE (self.console));
  dv_test_wait ();
  dv_console_commit (DV_CONSOLE (self.console));
  g_assert_cmpstr (dv_item_get_string (activity, DV_ACTIVITY_NOTES), ==, "Zeg het *hardop*.");
  g_assert_cmpstr (dv_workshop_get_undo_label (self.workshop), ==, label);
  close_console (&self);
}

static guint
count_rows (GtkWidget *root,
            DvItem    *item)
{
  guint n = 0;

  for (guint i = 0; dv_test_find (root, DV_TYPE_RAIL_ROW, i) != NULL; i++)
    n += dv_rail_row_get_item (DV_RAIL_ROW (dv_test_find (root, DV_TYPE_RAIL_ROW, i))) == item;
  return n;
}

static void
test_rail (void)
{
  DvFixture self;
  DvItem *activity, *step, *added;

  open_console (&self, 1366);
  activity = dv_session_get_activity (self.session);
  step = dv_item_get_parent (activity);
  g_assert_cmpuint (count_rows (self.console, step), ==, 1);
  g_assert_cmpuint (count_rows (self.console, activity), ==, 1);

  added = dv_plan_add_step (self.session, step);
  dv_test_wait ();
  g_assert_cmpuint (count_rows (self.console, added), ==, 1);
  g_assert_true (dv_plan_can_move (self.session, added, -1));
  dv_plan_move (self.session, added, -1);
  g_assert_cmpuint (dv_item_get_position (added), ==, dv_item_get_position (step) - 1);

  dv_plan_rename (self.session, added, "   ");
  g_assert_cmpstr (dv_plan_get_title (added), !=, "");
  dv_plan_set_state (self.session, activity, DV_STATE_DONE);
  g_assert_cmpint (dv_item_get_int (activity, DV_ACTIVITY_STATE), ==, DV_STATE_DONE);
  dv_plan_set_minutes (self.session, activity, 25);
  g_assert_cmpint (dv_item_get_int (activity, DV_ACTIVITY_MINUTES), ==, 25);

  dv_workshop_undo (self.workshop, NULL);
  g_assert_cmpint (dv_item_get_int (activity, DV_ACTIVITY_MINUTES), !=, 25);
  dv_test_wait ();
  close_console (&self);
}

/* The flaps fold at their widths, and never keep the window from it. */
static void
test_folds (void)
{
  static const struct
  {
    int width;
    gboolean rail;
    gboolean side;
  } cases[] = { { 1366, TRUE, TRUE }, { 1180, TRUE, TRUE }, { 1179, TRUE, FALSE }, { 960, TRUE, FALSE }, { 959, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DvFixture self;
      GtkWidget *rail, *side;

      open_console (&self, cases[i].width);
      rail = dv_test_find (self.console, ADW_TYPE_FLAP, 0);
      side = dv_test_find (self.console, ADW_TYPE_FLAP, 1);
      g_assert_cmpint (gtk_widget_get_width (self.console), ==, cases[i].width);
      g_assert_cmpint (!adw_flap_get_folded (ADW_FLAP (rail)), ==, cases[i].rail);
      g_assert_cmpint (!adw_flap_get_folded (ADW_FLAP (side)), ==, cases[i].side);
      close_console (&self);
    }
}

/* An example whose value was removed is found in the parking lot, and goes back
 * to a value from there. */
static void
test_parking (void)
{
  DvWorkshop *workshop = dv_test_workshop_new ();
  DvSession *session = dv_session_new (workshop);
  GtkWidget *dialog = GTK_WIDGET (dv_parking_dialog_new (NULL, session));
  GtkWidget *entry, *menu_button;
  GError *error = NULL;
  DvItem *example = dv_test_get (workshop, "example5");

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_nonnull (dv_test_find_label (dialog, "Later"));
  entry = dv_test_find (dialog, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Parkeren bij het <station>");
  g_signal_emit_by_name (entry, "activate");
  dv_test_wait ();
  g_assert_nonnull (dv_test_find_label (dialog, "Parkeren bij het <station>"));

  g_assert_true (dv_values_remove (workshop, dv_test_get (workshop, "value2"), DV_FATE_KEEP, NULL, &error));
  dv_test_wait ();
  g_assert_nonnull (dv_test_find_label (dialog, "Ik laat zien wat ik doe"));
  menu_button = dv_test_find (dialog, GTK_TYPE_MENU_BUTTON, 0);
  g_assert_nonnull (menu_button);
  dv_test_check_names (dv_test_find (dialog, GTK_TYPE_STACK, 0));
  gtk_widget_activate_action (dialog, "parking.put-back", "(ss)", "example5", "value1");
  g_assert_cmpstr (dv_item_get_id (dv_item_get_parent (example)), ==, "value1");
  g_assert_true (dv_workshop_undo (workshop, NULL));
  gtk_widget_activate_action (dialog, "parking.remove", "s", "thought1");
  dv_test_wait ();
  g_assert_null (dv_test_find_label (dialog, "Later"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  dv_test_wait ();
  g_assert_finalize_object (session);
  g_assert_finalize_object (workshop);
}

static void
test_dialogs (void)
{
  DvWorkshop *workshop = dv_test_workshop_new ();
  DvSession *session = dv_session_new (workshop);
  GtkWidget *windows[] = {
    GTK_WIDGET (dv_new_dialog_new (NULL, NULL)),
    GTK_WIDGET (dv_details_dialog_new (NULL, session)),
    GTK_WIDGET (dv_parking_dialog_new (NULL, session)),
    dv_preferences_new (),
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      gpointer weak = windows[i];

      g_object_add_weak_pointer (G_OBJECT (windows[i]), &weak);
      gtk_window_present (GTK_WINDOW (windows[i]));
      dv_test_wait ();
      gtk_window_destroy (GTK_WINDOW (windows[i]));
      dv_test_wait ();
      g_assert_null (weak);
    }
  g_assert_finalize_object (session);
  g_assert_finalize_object (workshop);
}

static void
test_welcome (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *welcome = g_object_ref_sink (dv_welcome_new ());

  adw_window_set_content (ADW_WINDOW (window), welcome);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_present (GTK_WINDOW (window));
  dv_test_wait ();
  adw_window_set_content (ADW_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  dv_test_wait ();
  g_assert_finalize_object (welcome);
}

/* Every key that works everywhere is in the overlay, and the other way round. */
static void
test_keys (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/draagvlak/Draagvlak/gtk/help-overlay.ui",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  guint n_keys, n_shown = 0;
  const DvKey *keys = dv_application_get_keys (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      g_autofree char *property = g_strdup_printf ("<property name=\"action-name\">%s</property>", keys[i].action);

      if (strstr (text, property) == NULL)
        g_error ("help-overlay.ui does not show %s", keys[i].action);
    }
  for (const char *at = text; (at = strstr (at, "\"action-name\">")) != NULL; at++)
    n_shown++;
  /* GTK itself brings the key of the overlay. */
  g_assert_cmpuint (n_shown, ==, n_keys + 1);
}

static void
test_overlay (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/draagvlak/Draagvlak/gtk/help-overlay.ui");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
}

/* Without an installed schema there are defaults, and nothing is remembered. */
static void
test_settings (void)
{
  g_autofree char *style = dv_settings_dup_string ("style", "system");

  g_assert_cmpstr (style, ==, "system");
  g_assert_true (dv_settings_get_boolean ("no-such-key", TRUE));
  dv_settings_set_int ("no-such-key", 3);
  g_assert_cmpint (dv_settings_get_int ("no-such-key", 7), ==, 7);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);

  g_test_add_data_func ("/shell/pages/wide", GINT_TO_POINTER (1366), test_pages);
  g_test_add_data_func ("/shell/pages/narrow", GINT_TO_POINTER (700), test_pages);
  g_test_add_func ("/shell/go", test_go);
  g_test_add_func ("/shell/removed", test_removed);
  g_test_add_func ("/shell/notes", test_notes);
  g_test_add_func ("/shell/rail", test_rail);
  g_test_add_func ("/shell/folds", test_folds);
  g_test_add_func ("/shell/dialogs", test_dialogs);
  g_test_add_func ("/shell/parking", test_parking);
  g_test_add_func ("/shell/welcome", test_welcome);
  g_test_add_func ("/shell/keys", test_keys);
  g_test_add_func ("/shell/overlay", test_overlay);
  g_test_add_func ("/shell/settings", test_settings);

  return g_test_run ();
}
