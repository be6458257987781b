/* dv-application.c
 *
 * The application: its windows, actions and keys
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-application"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "dv-app.h"
#include "dv-application.h"
#include "dv-new-dialog.h"
#include "dv-preferences.h"
#include "dv-settings.h"
#include "dv-window.h"

/* One process for a session: a second start is sent here, and opening a file
 * that is open raises its window. A window without a workshop shows the start
 * screen and takes the first workshop that is opened. */

struct _DvApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GtkFileChooserNative *chooser; /* nullable: while it is shown */
};

G_DEFINE_FINAL_TYPE (DvApplication, dv_application, ADW_TYPE_APPLICATION)

/* Every key that works everywhere in the window. The keys of rail and pages are
 * in their templates. help-overlay.ui shows all; a test compares. */
static const DvKey keys[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.search", { "<Control>f" } },
  { "win.details", { "<Alt>Return" } },
  { "win.parking", { "<Control><Shift>p" } },
  { "win.flip-over", { "<Control><Shift>f" } },
  { "win.reveal", { "<Control>r" } },
  { "win.mark-done", { "<Control><Shift>d" } },
  { "win.previous-activity", { "<Alt>Left" } },
  { "win.next-activity", { "<Alt>Right" } },
  { "win.toggle-rail", { "F9" } },
  { "win.toggle-side", { "<Shift>F9" } },
  { "win.projector", { "F5" } },
  { "win.projector-move", { "<Shift>F5" } },
  { "win.projector-close", { "<Control>F5" } },
  { "win.join-scene", { "F6" } },
  { "win.blank", { "F7" } },
  { "win.freeze", { "F8" } },
  { "win.stage-previous", { "Page_Up" } },
  { "win.stage-next", { "Page_Down" } },
  { "win.run-sheet", { "<Control><Shift>r" } },
  { "win.timer-toggle", { "<Control>t" } },
  { "win.timer-more", { "<Control>Up" } },
  { "win.timer-less", { "<Control>Down" } },
};

/* --- Windows --------------------------------------------------------------- */

static DvWindow *
find_window (DvApplication *self,
             const char    *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *each = windows; each != NULL; each = each->next)
    if (DV_IS_WINDOW (each->data) && g_strcmp0 (dv_window_get_path (each->data), path) == 0)
      return each->data;
  return NULL;
}

/* The window that takes a workshop: one with the start screen, or a new one. */
static DvWindow *
get_free_window (DvApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *each = windows; each != NULL; each = each->next)
    if (DV_IS_WINDOW (each->data) && dv_window_is_free (each->data))
      return each->data;
  return dv_window_new (self);
}

static void
open_path (DvApplication *self,
           const char    *path)
{
  DvWindow *window = find_window (self, path);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    dv_window_open (get_free_window (self), path);
}

static void
show_welcome (DvApplication *self)
{
  DvWindow *window = get_free_window (self);

  dv_window_show_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
dv_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    show_welcome (DV_APPLICATION (application));
}

static void
dv_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_path (DV_APPLICATION (application), path);
    }

  /* Addresses of the web are no files: there must be a window all the same. */
  if (gtk_application_get_windows (GTK_APPLICATION (application)) == NULL)
    show_welcome (DV_APPLICATION (application));
}

/* --- Actions ----------------------------------------------------------------- */

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  GtkWindow *parent = gtk_application_get_active_window (data);
  const char *programme = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  gtk_window_present (GTK_WINDOW (dv_new_dialog_new (parent, programme)));
}

static void
chosen_cb (DvApplication *self,
           int            response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GListModel) files = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        open_path (self, path);
    }
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  DvApplication *self = data;
  g_autoptr (GtkFileFilter) filter = dv_window_new_file_filter ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Open a workshop"),
                                               gtk_application_get_active_window (data),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_path_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  open_path (data, g_variant_get_string (parameter, NULL));
}

static void
recover_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  dv_window_recover (get_free_window (data), g_variant_get_string (parameter, NULL));
}

static void
example_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  DvWindow *window = get_free_window (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dv_window_copy_example (&error);

  if (path != NULL)
    open_path (data, path);
  else
    dv_window_tell_error (window, _("The example could not be opened"), error);
}

static void
welcome_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  show_welcome (data);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  GtkWidget *preferences = dv_preferences_new ();

  gtk_window_set_transient_for (GTK_WINDOW (preferences), gtk_application_get_active_window (data));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_show_about_window (gtk_application_get_active_window (data),
                         "application-name", "Draagvlak",
                         "application-icon", DV_APPLICATION_ID,
                         "version", DV_VERSION,
                         "developer-name", _("The Draagvlak authors"),
                         "copyright", "© 2026 The Draagvlak authors",
                         "license", _("This program comes under the European Union Public Licence, version 1.2."),
                         "comments", _("From core values to behaviour: lead the meetings, and keep what people say."),
                         /* Translators: your own names, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* Each closes its workshop; one that cannot be saved stays and says so. */
  for (GList *each = windows; each != NULL; each = each->next)
    if (DV_IS_WINDOW (each->data))
      gtk_window_close (each->data);
}

/* --- Life -------------------------------------------------------------------- */

static void
update_style (GSettings  *settings,
              const char *key,
              gpointer    data)
{
  g_autofree char *style = dv_settings_dup_string ("style", "system");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* A desktop that sets no font says just "Sans". */
static void
choose_font (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;

  if (settings == NULL)
    return;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  if (font == NULL || strcmp (font, "Sans") == 0 || g_str_has_prefix (font, "Sans "))
    g_object_set (settings, "gtk-font-name", "Inter, Sans 10.5", NULL);
}

static void
add_actions (DvApplication *self)
{
  static const GActionEntry entries[] = {
    { "new", new_action },
    { "new-from", new_action, "s" },
    { "open", open_action },
    { "open-path", open_path_action, "s" },
    { "recover", recover_action, "s" },
    { "example", example_action },
    { "welcome", welcome_action },
    { "preferences", preferences_action },
    { "about", about_action },
    { "quit", quit_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].accels);
}

static void
dv_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (dv_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (DV_APPLICATION_ID);
  choose_font ();
  /* Settings tell of a key only when it is read after connecting. */
  if (dv_settings_get () != NULL)
    g_signal_connect_object (dv_settings_get (), "changed::style", G_CALLBACK (update_style), application, 0);
  update_style (NULL, NULL, NULL);
  add_actions (DV_APPLICATION (application));
}

static void
dv_application_dispose (GObject *object)
{
  g_clear_object (&DV_APPLICATION (object)->chooser);

  G_OBJECT_CLASS (dv_application_parent_class)->dispose (object);
}

static void
dv_application_class_init (DvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_application_dispose;
  application_class->startup = dv_application_startup;
  application_class->activate = dv_application_activate;
  application_class->open = dv_application_open;
}

static void
dv_application_init (DvApplication *self)
{
}

/**
 * dv_application_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
DvApplication *
dv_application_new (void)
{
  return g_object_new (DV_TYPE_APPLICATION,
                       "application-id", DV_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       /* Where style.css, icons and gtk/help-overlay.ui are. */
                       "resource-base-path", "/io/github/draagvlak/Draagvlak",
                       NULL);
}

/**
 * dv_application_get_keys:
 * @n_keys: (out): how many there are
 *
 * Returns: (transfer none): the keys that work everywhere in the window
 */
const DvKey *
dv_application_get_keys (guint *n_keys)
{
  *n_keys = G_N_ELEMENTS (keys);
  return keys;
}

/**
 * dv_app_run:
 * @argc: number of arguments
 * @argv: the name of the program, and files to open
 *
 * Runs the program with a window, until the last one is closed. The language
 * has been set up.
 *
 * Returns: the exit status
 */
int
dv_app_run (int    argc,
            char **argv)
{
  g_autoptr (DvApplication) application = dv_application_new ();

  g_set_application_name ("Draagvlak");

  return g_application_run (G_APPLICATION (application), argc, argv);
}
