/* dv-versions-dialog.c
 *
 * Earlier versions of a workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-versions-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-restore.h"
#include "dv-versions-dialog.h"

/* Looking back opens a copy in a window of its own; going back is one step that
 * can be undone. Neither loses anything. */

struct _DvVersionsDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkListBox *list;

  /* Owned */
  DvDocument *document;
  GPtrArray *versions; /* DvVersion, newest first, in the order of the rows */
};

G_DEFINE_FINAL_TYPE (DvVersionsDialog, dv_versions_dialog, ADW_TYPE_WINDOW)

static DvWindow *
get_window (DvVersionsDialog *self)
{
  return DV_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static DvBranch *
read_version (DvVersionsDialog *self,
              guint             i)
{
  DvVersion *version = i < self->versions->len ? g_ptr_array_index (self->versions, i) : NULL;
  g_autoptr (GError) error = NULL;
  DvBranch *branch = version != NULL ? dv_document_read_version (self->document, version->name, &error) : NULL;

  if (branch == NULL)
    dv_window_tell_error (get_window (self), _("That version could not be read"), error);
  return branch;
}

/* A copy is another workshop: it gets an id of its own. */
static DvDocument *
open_copy (DvBranch *branch,
           GError  **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  g_autoptr (DvBranch) renamed = dv_restore_copy_branch (branch);
  g_autoptr (DvWorkshop) workshop = NULL;
  guint line = 0;

  workshop = dv_workshop_new_from_branch (renamed, problems, &line, error);
  return workshop != NULL ? dv_document_new (workshop, error) : NULL;
}

static void
look_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvVersionsDialog *self = DV_VERSIONS_DIALOG (widget);
  g_autoptr (DvBranch) branch = read_version (self, g_variant_get_uint32 (parameter));
  g_autoptr (DvDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (branch == NULL)
    return;

  document = open_copy (branch, &error);
  if (document == NULL)
    dv_window_tell_error (get_window (self), _("That version could not be opened"), error);
  else
    dv_window_show_document (dv_window_new (DV_APPLICATION (g_application_get_default ())), document);
  gtk_window_close (GTK_WINDOW (self));
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DvVersionsDialog *self = DV_VERSIONS_DIALOG (widget);
  g_autoptr (DvBranch) branch = read_version (self, g_variant_get_uint32 (parameter));
  g_autoptr (GError) error = NULL;

  if (branch == NULL)
    return;

  if (dv_restore_branch (dv_document_get_workshop (self->document), branch, C_("undo", "Go back to an earlier version"), &error))
    dv_window_say (get_window (self), _("This is the earlier version; Ctrl+Z takes you back"));
  else
    dv_window_tell_error (get_window (self), _("That version could not be put back"), error);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
make_button (const char *label,
             const char *action,
             guint       i)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
  return button;
}

static void
add_version (DvVersionsDialog *self,
             guint             i)
{
  DvVersion *version = g_ptr_array_index (self->versions, i);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (version->time);
  /* Translators: day and time of an earlier version. */
  g_autofree char *title = g_date_time_format (time, C_("time", "%A %-e %B %Y, %H:%M"));
  g_autofree char *size = g_format_size ((guint64) version->size);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (_("Look"), "versions.look", i));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (_("Go back to this"), "versions.restore", i));
  gtk_list_box_append (self->list, row);
}

static void
dv_versions_dialog_dispose (GObject *object)
{
  DvVersionsDialog *self = DV_VERSIONS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_VERSIONS_DIALOG);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dv_versions_dialog_parent_class)->dispose (object);
}

static void
dv_versions_dialog_class_init (DvVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_versions_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "versions.look", "u", look_action);
  gtk_widget_class_install_action (widget_class, "versions.restore", "u", restore_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DvVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DvVersionsDialog, list);
}

static void
dv_versions_dialog_init (DvVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_versions_dialog_new:
 * @parent: the window of the workshop
 * @document: the workshop
 *
 * Returns: (transfer none): a dialog, not shown yet; owned by GTK
 */
DvVersionsDialog *
dv_versions_dialog_new (DvWindow   *parent,
                        DvDocument *document)
{
  DvVersionsDialog *self = g_object_new (DV_TYPE_VERSIONS_DIALOG, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->versions = dv_document_list_versions (document);
  for (guint i = 0; i < self->versions->len; i++)
    add_version (self, i);
  gtk_stack_set_visible_child_name (self->stack, self->versions->len > 0 ? "list" : "none");

  return self;
}
