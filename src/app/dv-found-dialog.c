/* dv-found-dialog.c
 *
 * What was found when a workshop was opened
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-found-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-found-dialog.h"

/* Two lists: notices, which are for knowing, and repairs of a file with
 * mistakes, which are saved only when they are accepted. Closing the dialog
 * accepts nothing: the workshop can be looked at, and its file stays as it is. */

struct _DvFoundDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwPreferencesGroup *notices;
  AdwPreferencesGroup *problems;
  GtkWidget *accept_button;

  /* Owned */
  DvDocument *document;
};

G_DEFINE_FINAL_TYPE (DvFoundDialog, dv_found_dialog, ADW_TYPE_WINDOW)

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* A message may quote the file. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_problem (DvFoundDialog   *self,
             const DvProblem *problem)
{
  g_autofree char *line = problem->line > 0 ? g_strdup_printf (_("Line %u"), problem->line) : NULL;

  add_row (self->problems, problem->message, line);
}

static void
accept_cb (DvFoundDialog *self)
{
  dv_document_accept_repairs (self->document);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dv_found_dialog_dispose (GObject *object)
{
  DvFoundDialog *self = DV_FOUND_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_FOUND_DIALOG);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dv_found_dialog_parent_class)->dispose (object);
}

static void
dv_found_dialog_class_init (DvFoundDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_found_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-found-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DvFoundDialog, notices);
  gtk_widget_class_bind_template_child (widget_class, DvFoundDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, DvFoundDialog, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
dv_found_dialog_init (DvFoundDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_found_dialog_new:
 * @parent: the window of the workshop
 * @document: a workshop with notices or problems
 *
 * Returns: (transfer none): a dialog, not shown yet; owned by GTK
 */
DvFoundDialog *
dv_found_dialog_new (GtkWindow  *parent,
                     DvDocument *document)
{
  DvFoundDialog *self = g_object_new (DV_TYPE_FOUND_DIALOG, "transient-for", parent, NULL);
  GPtrArray *notices = dv_document_get_notices (document);
  GPtrArray *problems = dv_document_get_problems (document);
  gboolean has_notices = notices != NULL && notices->len > 0;
  gboolean has_problems = problems != NULL && problems->len > 0;

  self->document = g_object_ref (document);
  for (guint i = 0; has_notices && i < notices->len; i++)
    add_row (self->notices, g_ptr_array_index (notices, i), NULL);
  for (guint i = 0; has_problems && i < problems->len; i++)
    add_problem (self, g_ptr_array_index (problems, i));
  gtk_widget_set_visible (GTK_WIDGET (self->notices), has_notices);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), has_problems);
  gtk_widget_set_visible (self->accept_button, has_problems);

  return self;
}
