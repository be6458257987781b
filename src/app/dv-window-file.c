/* dv-window-file.c
 *
 * Actions of the window that have to do with files
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-window"

#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dv-export.h"
#include "dv-file.h"
#include "dv-found-dialog.h"
#include "dv-programme.h"
#include "dv-settings.h"
#include "dv-slide-draw.h"
#include "dv-versions-dialog.h"
#include "dv-window-private.h"

/* One file chooser at a time. What its file is for is kept as a word: the name
 * of a task below, or subject and format of an export ("manifest.pdf"). */

/* Of a picture of the projector, in px. */
#define PICTURE_WIDTH 1920

#define TASK_SAVE_AS "save-as"
#define TASK_COLLEAGUE "colleague"
#define TASK_USE_AGAIN "use-again"

#define SUFFIX ".draagvlak"

/**
 * dv_window_new_file_filter:
 *
 * Returns: (transfer full): a filter for workshops
 */
GtkFileFilter *
dv_window_new_file_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Workshops of Draagvlak"));
  gtk_file_filter_add_pattern (filter, "*" SUFFIX);
  return filter;
}

/**
 * dv_window_copy_example:
 * @error: return location for an error
 *
 * Puts a copy of the example in the state folder, where it can be played with;
 * a copy that is there is used again.
 *
 * Returns: (transfer full) (nullable): the copy
 */
char *
dv_window_copy_example (GError **error)
{
  g_autofree char *original = dv_data_find ("examples", "waterland-noord" SUFFIX);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "draagvlak", "examples", NULL);
  g_autofree char *copy = g_build_filename (folder, "waterland-noord" SUFFIX, NULL);
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) target = NULL;

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&copy);
  if (original == NULL)
    {
      g_set_error_literal (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_FOUND, _("The example is not installed"));
      return NULL;
    }

  source = g_file_new_for_path (original);
  target = g_file_new_for_path (copy);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNWRITABLE, "%s: %s", folder, g_strerror (errno));
      return NULL;
    }
  if (!g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&copy);
}

/* --- After the chooser --------------------------------------------------------- */

static void
saved_as_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DvWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!dv_document_save_as_finish (DV_DOCUMENT (source), result, &error))
    {
      dv_window_tell_error (self, _("The workshop could not be saved there"), error);
      return;
    }

  name = g_filename_display_basename (dv_document_get_path (DV_DOCUMENT (source)));
  text = g_strdup_printf (_("Saved as “%s”"), name);
  dv_window_say_folder (self, text, dv_document_get_path (DV_DOCUMENT (source)));
}

/* A copy that is being made. */
typedef struct
{
  DvWindow *window; /* owned */
  char *path;
  DvCopy copy;
} DvCopyMade;

static void
copy_made_free (DvCopyMade *made)
{
  g_object_unref (made->window);
  g_free (made->path);
  g_free (made);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvCopyMade, copy_made_free)

static void
copy_made_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (DvCopyMade) made = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (made->path);
  g_autofree char *text = NULL;

  if (!dv_document_save_copy_finish (DV_DOCUMENT (source), result, &error))
    {
      dv_window_tell_error (made->window, _("The copy could not be made"), error);
      return;
    }

  if (made->copy == DV_COPY_FRESH)
    {
      g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-path",
                                      g_variant_new_string (made->path));
      return;
    }
  text = g_strdup_printf (_("Copy “%s” made; nothing private is in it"), name);
  dv_window_say_folder (made->window, text, made->path);
}

static void
save_copy (DvWindow   *self,
           const char *path,
           DvCopy      copy)
{
  DvCopyMade *made;

  if (g_strcmp0 (path, dv_document_get_path (self->document)) == 0)
    {
      dv_window_tell_error (self, _("A copy needs a name of its own"), NULL);
      return;
    }

  made = g_new0 (DvCopyMade, 1);
  made->window = g_object_ref (self);
  made->path = g_strdup (path);
  made->copy = copy;
  dv_document_save_copy_async (self->document, path, copy, NULL, copy_made_cb, made);
}

/* What the room sees now, or all that it can be shown, at the shape of its
 * screen. */
static GBytes *
draw_projector (DvWindow   *self,
                const char *what,
                const char *format,
                GError    **error)
{
  DvSlide *slide = dv_stage_get_slide (dv_session_get_stage (self->session));
  int height = (int) (PICTURE_WIDTH / dv_session_get_aspect (self->session));
  gboolean is_dark = dv_settings_get_boolean ("projector-dark", FALSE);

  if (g_str_equal (what, "scenes"))
    return dv_slides_to_pdf (dv_session_get_workshop (self->session), PICTURE_WIDTH, height, is_dark, error);
  if (g_str_equal (format, "svg"))
    return dv_slide_to_svg (slide, PICTURE_WIDTH, height, is_dark, error);
  if (g_str_equal (format, "pdf"))
    return dv_slide_to_pdf (slide, PICTURE_WIDTH, height, is_dark, error);

  return dv_slide_to_png (slide, PICTURE_WIDTH, height, is_dark, error);
}

static void
export_to (DvWindow   *self,
           const char *path)
{
  g_auto (GStrv) parts = g_strsplit (self->chooser_task, ".", 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Exported as “%s”"), name);
  g_autofree char *kept_aside = NULL;
  DvFileIdentity identity;

  bytes = g_str_has_prefix (parts[0], "scene")
              ? draw_projector (self, parts[0], parts[1], &error)
              : dv_export (dv_session_get_workshop (self->session), parts[0], parts[1], &error);
  if (bytes == NULL ||
      !dv_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, &identity,
                     &kept_aside, &error))
    {
      dv_window_tell_error (self, _("The export could not be made"), error);
      return;
    }

  dv_settings_set_string ("export-folder", folder);
  dv_window_say_folder (self, text, path);
}

/* The chooser asked whether an existing file may be replaced for the name that
 * it knew; a suffix is only added where no file is in the way. */
static char *
dup_with_suffix (const char *path,
                 const char *suffix)
{
  g_autofree char *longer = NULL;

  if (g_str_has_suffix (path, suffix))
    return g_strdup (path);

  longer = g_strconcat (path, suffix, NULL);
  return g_file_test (longer, G_FILE_TEST_EXISTS) ? g_strdup (path) : g_steal_pointer (&longer);
}

static void
use_path (DvWindow   *self,
          const char *path)
{
  const char *dot = strchr (self->chooser_task, '.');
  g_autofree char *full = dup_with_suffix (path, dot != NULL ? dot : SUFFIX);

  if (dot != NULL)
    export_to (self, full);
  else if (g_str_equal (self->chooser_task, TASK_SAVE_AS))
    dv_document_save_as_async (self->document, full, NULL, saved_as_cb, g_object_ref (self));
  else if (g_str_equal (self->chooser_task, TASK_COLLEAGUE))
    save_copy (self, full, DV_COPY_COLLEAGUE);
  else
    save_copy (self, full, DV_COPY_FRESH);
}

static void
chosen_cb (DvWindow *self,
           int       response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT || self->document == NULL)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    use_path (self, path);
  else
    dv_window_tell_error (self, _("That place is not a folder of this computer"), NULL);
}

/* --- The chooser --------------------------------------------------------------- */

static char *
dup_folder (DvWindow *self,
            gboolean  is_export)
{
  const char *path = dv_document_get_path (self->document);
  g_autofree char *last = is_export ? dv_settings_dup_string ("export-folder", "") : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (last != NULL && last[0] != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&last);
  if (path != NULL)
    return g_path_get_dirname (path);
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

static void
choose (DvWindow   *self,
        const char *task,
        const char *title,
        const char *accept,
        char       *name)
{
  gboolean is_export = strchr (task, '.') != NULL;
  g_autofree char *own_name = name;
  g_autofree char *folder = dup_folder (self, is_export);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  /* Pressed twice. */
  if (self->chooser != NULL)
    return;

  g_free (self->chooser_task);
  self->chooser_task = g_strdup (task);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (!is_export)
    {
      g_autoptr (GtkFileFilter) filter = dv_window_new_file_filter ();

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
    }
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), g_strdelimit (own_name, "/\\:*?\"<>|\n", '-'));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static const char *
get_title (DvWindow *self)
{
  const char *title = dv_item_get_string (dv_workshop_get_root (dv_session_get_workshop (self->session)), DV_WORKSHOP_TITLE);

  return title[0] != '\0' ? title : C_("file name", "Workshop");
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  choose (self, TASK_SAVE_AS, _("Save the workshop"), _("Save"), g_strconcat (get_title (self), SUFFIX, NULL));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DvWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (dv_document_save_finish (DV_DOCUMENT (source), result, &error))
    dv_window_say (self, _("Saved. You never have to: it is saved all the time."));
  else
    dv_window_tell_error (self, _("The workshop could not be saved in its file"), error);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);
  GPtrArray *problems = dv_document_get_problems (self->document);

  if (dv_document_get_path (self->document) == NULL)
    save_as_action (widget, name, parameter);
  else if (problems != NULL && problems->len > 0 &&
           dv_document_get_saved_state (self->document) == DV_SAVED_STATE_LAPTOP)
    /* Nothing is written before the repairs are accepted: ask again. */
    gtk_window_present (GTK_WINDOW (dv_found_dialog_new (GTK_WINDOW (self), self->document)));
  else
    dv_document_save_async (self->document, NULL, saved_cb, g_object_ref (self));
}

static void
colleague_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  choose (self, TASK_COLLEAGUE, _("Copy for a colleague"), _("Make copy"),
          /* Translators: name of a file; the title of the workshop. */
          g_strdup_printf (C_("file name", "%s, for a colleague.draagvlak"), get_title (self)));
}

static void
use_again_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  choose (self, TASK_USE_AGAIN, _("Use again"), _("Make copy"),
          /* Translators: name of a file; the title of the workshop. */
          g_strdup_printf (C_("file name", "%s, again.draagvlak"), get_title (self)));
}

static const char *
get_subject_name (const char *what)
{
  if (g_str_has_prefix (what, "map"))
    return C_("file name", "Strategy map");
  if (g_str_has_prefix (what, "words"))
    return C_("file name", "Key words");
  if (g_str_has_prefix (what, "run-sheet"))
    return C_("file name", "Run sheet");
  if (g_str_has_prefix (what, "checklist"))
    return C_("file name", "Ready for tomorrow");
  if (g_str_has_prefix (what, "scenes"))
    return C_("file name", "All scenes");
  if (g_str_has_prefix (what, "scene"))
    return C_("file name", "Projector");
  if (g_str_has_prefix (what, "handout"))
    return C_("file name", "Handout");
  if (g_str_has_prefix (what, "behaviours"))
    return C_("file name", "Example behaviour");
  return C_("file name", "Manifest");
}

static void
begin_export (DvWindow   *self,
              const char *task)
{
  dv_console_commit (self->console);
  choose (self, task, get_subject_name (task), _("Export"),
          g_strdup_printf ("%s, %s%s", get_title (self), get_subject_name (task), strchr (task, '.')));
}

/* The parameter is a subject and a format: "map.svg". */
static void
export_as_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  const char *task = g_variant_get_string (parameter, NULL);

  if (strchr (task, '.') != NULL)
    begin_export (DV_WINDOW (widget), task);
}

/* What the open page is about; where it is about nothing, all there is. */
static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);
  DvFixed fixed = dv_console_get_fixed (self->console);

  if (fixed == DV_FIXED_RUN_SHEET || fixed == DV_FIXED_CHECKLIST)
    {
      begin_export (self, fixed == DV_FIXED_RUN_SHEET ? "run-sheet.pdf" : "checklist.pdf");
      return;
    }

  switch (dv_console_get_kind (self->console))
    {
    case DV_PAGE_WORDS:
    case DV_PAGE_ORDER:
    case DV_PAGE_VALUES:
      begin_export (self, "words.pdf");
      break;
    case DV_PAGE_BEHAVIOURS:
    case DV_PAGE_CHOOSE:
      begin_export (self, "behaviours.pdf");
      break;
    case DV_PAGE_MANIFEST:
      begin_export (self, "manifest.pdf");
      break;
    case DV_PAGE_MAP:
      begin_export (self, "map.pdf");
      break;
    case DV_PAGE_SUPPORT:
    case DV_PAGE_INSTRUCTIONS:
    default:
      dv_console_open_fixed (self->console, DV_FIXED_EXPORT);
    }
}

static void
show_in_folder (DvWindow   *self,
                const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
open_folder_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  if (dv_document_get_path (self->document) != NULL)
    show_in_folder (self, dv_document_get_path (self->document));
}

static void
show_in_folder_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  show_in_folder (DV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
versions_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DvWindow *self = DV_WINDOW (widget);

  dv_console_commit (self->console);
  gtk_window_present (GTK_WINDOW (dv_versions_dialog_new (self, self->document)));
}

/* Only for the files of the window. */
void
dv_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.copy-for-colleague", NULL, colleague_action);
  gtk_widget_class_install_action (widget_class, "win.use-again", NULL, use_again_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-as", "s", export_as_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-folder", "s", show_in_folder_action);
  gtk_widget_class_install_action (widget_class, "win.versions", NULL, versions_action);
}
