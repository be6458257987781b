/* test-window.c
 *
 * The window and the files of its workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "dv-change.h"
#include "dv-found-dialog.h"
#include "dv-plan.h"
#include "dv-settings.h"
#include "dv-test-page.h"
#include "dv-versions-dialog.h"
#include "dv-window-private.h"

#define LONGEST 20 /* s: more than enough for any machine */

/* Of all tests: a process has one application. */
static DvApplication *application;
static char *folder;

/* --- Helpers ------------------------------------------------------------------ */

static gboolean
too_long_cb (gpointer data)
{
  g_error ("Waited too long");
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until *@pointer is NULL, or is not. */
static void
wait_for (gpointer *pointer,
          gboolean  is_there)
{
  guint id = g_timeout_add_seconds (LONGEST, too_long_cb, NULL);

  while ((*pointer != NULL) != is_there)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static DvWindow *
open_window (const char *path)
{
  DvWindow *window = dv_window_new (application);

  dv_window_open (window, path);
  wait_for ((gpointer *) &window->console, TRUE);
  dv_test_wait ();
  return window;
}

static void
close_window (DvWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  wait_for (&weak, FALSE);
  dv_test_wait ();
}

/* A file of its own for a test, with the example in it. */
static char *
copy_example (const char *name)
{
  g_autofree char *original = g_build_filename (g_getenv ("DRAAGVLAK_DATA_DIR"), "examples", "waterland-noord.draagvlak", NULL);
  g_autofree char *text = NULL;
  char *path = g_build_filename (folder, name, NULL);
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (original, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

/* What a person does in the file chooser that is open, in the folder it shows. */
static void
choose_file (const char *name)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  g_autoptr (GtkWidget) dialog = NULL;

  for (GList *each = windows; each != NULL; each = each->next)
    if (GTK_IS_FILE_CHOOSER (each->data) && gtk_widget_get_visible (each->data))
      g_set_object (&dialog, each->data);
  g_assert_nonnull (dialog);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  /* It first looks at the folder, and then at what is there by that name. */
  for (guint i = 0; i < 40 && gtk_widget_get_visible (dialog); i++)
    {
      gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
      dv_test_wait ();
    }
}

static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static DvItem *
find_first (DvWorkshop   *workshop,
            const DvKind *kind,
            const DvKind *parent)
{
  DvList *parents = dv_workshop_get_list (workshop, parent);

  for (guint i = 0; i < dv_list_get_length (parents); i++)
    {
      DvList *list = dv_item_get_list (dv_list_get (parents, i), kind);

      if (dv_list_get_length (list) > 0)
        return dv_list_get (list, 0);
    }
  g_assert_not_reached ();
}

static void
write_down (DvWorkshop *workshop,
            DvItem     *item,
            int         field,
            const char *text)
{
  GError *error = NULL;

  g_assert_true (dv_change_string (workshop, item, field, text, "write", &error));
  g_assert_no_error (error);
}

/* --- Tests -------------------------------------------------------------------- */

static void
test_open (void)
{
  g_autofree char *path = copy_example ("open.draagvlak");
  DvWindow *window = open_window (path);

  g_assert_cmpstr (dv_window_get_path (window), ==, path);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), !=, "Draagvlak");
  g_assert_nonnull (dv_console_get_page (window->console));
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (window), "Waterland-Noord"));
  close_window (window);
}

/* Whether @widget is higher when there is room without end than it says it must be. */
static gboolean
is_higher_when_wide (GtkWidget *widget)
{
  int least, wide;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 1 << 20, &wide, NULL, NULL, NULL);
  return wide > least;
}

/* GTK complains about such a box, but only in a window that happens to be low.
 * What is around it may make room for it. */
static void
check_heights (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_BOX (widget) && is_higher_when_wide (widget) && is_higher_when_wide (parent))
    g_error ("%s in %s says it can be lower than it can", gtk_widget_get_css_name (widget), G_OBJECT_TYPE_NAME (parent));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      check_heights (child);
}

/* With the style sheet, which is the application's: fonts decide about heights. */
static void
test_heights (gconstpointer data)
{
  g_autofree char *path = copy_example ("heights.draagvlak");
  DvWindow *window = open_window (path);
  DvItem *activity = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), GPOINTER_TO_INT (data), 600);
  while ((activity = dv_plan_get_neighbour (dv_session_get_workshop (window->session), activity, 1)) != NULL)
    {
      dv_session_set_activity (window->session, activity);
      dv_test_wait ();
      check_heights (GTK_WIDGET (window->console));
    }
  for (DvFixed fixed = DV_FIXED_MANIFEST; fixed <= DV_FIXED_EXPORT; fixed++)
    {
      dv_console_open_fixed (window->console, fixed);
      dv_test_wait ();
      check_heights (GTK_WIDGET (window->console));
    }
  close_window (window);
}

static void
test_dialogs (void)
{
  g_autofree char *path = copy_example ("dialogs.draagvlak");
  DvWindow *window = open_window (path);
  DvDocument *document = dv_window_get_document (window);
  GtkWindow *dialogs[] = {
    GTK_WINDOW (dv_found_dialog_new (GTK_WINDOW (window), document)),
    GTK_WINDOW (dv_versions_dialog_new (window, document)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gpointer weak = dialogs[i];

      g_object_add_weak_pointer (G_OBJECT (dialogs[i]), &weak);
      gtk_window_present (dialogs[i]);
      dv_test_wait ();
      gtk_window_close (dialogs[i]);
      wait_for (&weak, FALSE);
    }
  close_window (window);
}

/* What was written for the own eyes stays out of the copy; the rest is in it. */
static void
test_colleague (void)
{
  g_autofree char *path = copy_example ("own.draagvlak");
  DvWindow *window = open_window (path);
  DvWorkshop *workshop = dv_session_get_workshop (window->session);
  g_autofree char *copy = NULL, *own = NULL;

  write_down (workshop, dv_workshop_get_root (workshop), DV_WORKSHOP_NOTES, "For my eyes: workshop");
  write_down (workshop, dv_session_get_activity (window->session), DV_ACTIVITY_NOTES, "For my eyes: activity");
  write_down (workshop, find_first (workshop, &dv_behaviour_kind, &dv_value_kind), DV_BEHAVIOUR_NOTE, "For my eyes: behaviour");
  write_down (workshop, find_first (workshop, &dv_behaviour_kind, &dv_value_kind), DV_BEHAVIOUR_TEXT, "For everyone");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-for-colleague", NULL);
  dv_test_wait ();
  choose_file ("copy.draagvlak");
  copy = read_file ("copy.draagvlak");
  g_assert_nonnull (strstr (copy, "For everyone"));
  g_assert_null (strstr (copy, "For my eyes"));
  g_assert_null (strstr (copy, "<notes"));
  g_assert_null (strstr (copy, "notes=\""));
  g_assert_null (strstr (copy, "sender=\""));
  g_assert_cmpstr (dv_window_get_path (window), ==, path);

  close_window (window);
  own = read_file ("own.draagvlak");
  g_assert_nonnull (strstr (own, "For my eyes: workshop"));
  g_assert_nonnull (strstr (own, "For my eyes: activity"));
  g_assert_nonnull (strstr (own, "For my eyes: behaviour"));
}

static void
test_export (void)
{
  static const char *const tasks[] = { "manifest.pdf", "map.svg", "words.csv", "behaviours.csv" };
  g_autofree char *path = copy_example ("export.draagvlak");
  g_autofree char *remembered = NULL;
  DvWindow *window = open_window (path);

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      const char *suffix = strchr (tasks[i], '.');
      g_autofree char *name = g_strconcat ("exported", suffix, NULL);
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.export-as", "s", tasks[i]);
      dv_test_wait ();
      /* The suffix is added to a name without it. */
      choose_file ("exported");
      g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
    }
  remembered = dv_settings_dup_string ("export-folder", "");
  g_assert_cmpstr (remembered, ==, folder);
  close_window (window);
}

static void
test_save_as (void)
{
  g_autofree char *path = copy_example ("first.draagvlak");
  g_autofree char *second = g_build_filename (folder, "second.draagvlak", NULL);
  DvWindow *window = open_window (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as", NULL);
  dv_test_wait ();
  choose_file ("second");
  for (guint i = 0; i < 40 && g_strcmp0 (dv_window_get_path (window), second) != 0; i++)
    dv_test_wait ();
  g_assert_cmpstr (dv_window_get_path (window), ==, second);
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_REGULAR));
  close_window (window);
}

/* A window comes back as large as it was, with the activity that was open. */
static void
test_state (void)
{
  g_autofree char *path = copy_example ("state.draagvlak");
  DvWindow *window = open_window (path);
  DvWorkshop *workshop = dv_session_get_workshop (window->session);
  DvItem *other = dv_plan_get_neighbour (workshop, dv_session_get_activity (window->session), -1);
  g_autofree char *id = g_strdup (dv_item_get_id (other));
  int width, height;

  dv_session_set_activity (window->session, other);
  gtk_window_set_default_size (GTK_WINDOW (window), 1023, 677);
  dv_test_wait ();
  close_window (window);

  window = open_window (path);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1023);
  g_assert_cmpint (height, ==, 677);
  g_assert_cmpstr (dv_item_get_id (dv_session_get_activity (window->session)), ==, id);
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  dv_test_page_init (&argc, &argv);
  folder = g_dir_make_tmp ("draagvlak-window-XXXXXX", &error);
  g_assert_no_error (error);
  application = dv_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_application_hold (G_APPLICATION (application));

  g_test_add_func ("/window/open", test_open);
  g_test_add_data_func ("/window/heights/wide", GINT_TO_POINTER (1366), test_heights);
  g_test_add_data_func ("/window/heights/narrow", GINT_TO_POINTER (640), test_heights);
  g_test_add_func ("/window/dialogs", test_dialogs);
  g_test_add_func ("/window/colleague", test_colleague);
  g_test_add_func ("/window/export", test_export);
  g_test_add_func ("/window/save-as", test_save_as);
  g_test_add_func ("/window/state", test_state);

  status = g_test_run ();
  g_application_release (G_APPLICATION (application));
  g_object_unref (application);
  g_free (folder);
  return status;
}
