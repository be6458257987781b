/* dv-new-dialog.c
 *
 * Asks what a new programme is called, and what it begins with
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-new-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-document.h"
#include "dv-new-dialog.h"
#include "dv-programme.h"
#include "dv-window.h"

/* Everything but the title may be left as it is. The language is that of the
 * workshop, what the room reads, and begins as that of the desktop. */

/* In the order of the rows. */
static const DvLanguage languages[] = { DV_LANGUAGE_NL, DV_LANGUAGE_EN };
static const DvAddress addresses[] = { DV_ADDRESS_JE, DV_ADDRESS_U };

struct _DvNewDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwEntryRow *title_row;
  AdwEntryRow *organisation_row;
  AdwComboRow *programme_row;
  AdwComboRow *language_row;
  AdwComboRow *address_row;

  /* Owned */
  GPtrArray *programmes; /* DvProgramme */
};

G_DEFINE_FINAL_TYPE (DvNewDialog, dv_new_dialog, ADW_TYPE_WINDOW)

static DvLanguage
get_language (DvNewDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  return languages[MIN (selected, G_N_ELEMENTS (languages) - 1)];
}

static void
show_programmes (DvNewDialog *self,
                 const char  *id)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  self->programmes = dv_programme_list (get_language (self), NULL);
  for (guint i = 0; i < self->programmes->len; i++)
    {
      DvProgramme *programme = g_ptr_array_index (self->programmes, i);

      gtk_string_list_append (titles, programme->title);
      if (g_strcmp0 (programme->id, id) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->programme_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->programme_row, selected);
}

static DvProgramme *
get_programme (DvNewDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->programme_row);

  if (self->programmes == NULL || selected >= self->programmes->len)
    return NULL;
  return g_ptr_array_index (self->programmes, selected);
}

static void
programme_selected_cb (DvNewDialog *self)
{
  DvProgramme *programme = get_programme (self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->programme_row), programme != NULL ? programme->about : "");
}

static void
language_selected_cb (DvNewDialog *self)
{
  DvProgramme *programme = get_programme (self);
  g_autofree char *id = programme != NULL ? g_strdup (programme->id) : NULL;

  show_programmes (self, id);
  gtk_widget_set_visible (GTK_WIDGET (self->address_row), get_language (self) == DV_LANGUAGE_NL);
}

static void
title_changed_cb (DvNewDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", title[0] != '\0');
}

/* Part of how the workshop begins: not a step that could be undone. */
static gboolean
fill_in (DvNewDialog *self,
         DvWorkshop  *workshop,
         GError     **error)
{
  DvItem *root = dv_workshop_get_root (workshop);
  g_autofree char *organisation = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->organisation_row))));
  g_autoptr (DvGroup) group = dv_group_new (NULL, DV_ORIGIN_IMPORT);
  guint address = adw_combo_row_get_selected (self->address_row);

  dv_group_set_string (group, root, DV_WORKSHOP_ORGANISATION, organisation);
  if (get_language (self) == DV_LANGUAGE_NL && address < G_N_ELEMENTS (addresses))
    dv_group_set_int (group, root, DV_WORKSHOP_ADDRESS, addresses[address]);
  return dv_workshop_apply (workshop, group, error);
}

static DvDocument *
create (DvNewDialog *self,
        GError     **error)
{
  DvProgramme *programme = get_programme (self);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  g_autoptr (DvWorkshop) workshop = NULL;

  workshop = dv_programme_instantiate (programme != NULL ? programme->id : "verbonden-gemeente",
                                       get_language (self), title, error);
  if (workshop == NULL || !fill_in (self, workshop, error))
    return NULL;

  return dv_document_new (workshop, error);
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvNewDialog *self = DV_NEW_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_autoptr (GError) error = NULL;
  g_autoptr (DvDocument) document = create (self, &error);
  DvWindow *window;

  if (document == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
      return;
    }

  window = DV_IS_WINDOW (parent) && dv_window_is_free (DV_WINDOW (parent)) ? DV_WINDOW (parent)
                                                                           : dv_window_new (DV_APPLICATION (application));
  dv_window_show_document (window, document);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
entry_activated_cb (DvNewDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.create", NULL);
}

static void
dv_new_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dv_new_dialog_parent_class)->map (widget);

  /* Not on Cancel, where the first space would press it. */
  gtk_widget_grab_focus (GTK_WIDGET (DV_NEW_DIALOG (widget)->title_row));
}

static void
dv_new_dialog_dispose (GObject *object)
{
  DvNewDialog *self = DV_NEW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_NEW_DIALOG);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);

  G_OBJECT_CLASS (dv_new_dialog_parent_class)->dispose (object);
}

static void
dv_new_dialog_class_init (DvNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_new_dialog_dispose;
  widget_class->map = dv_new_dialog_map;

  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DvNewDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, DvNewDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, DvNewDialog, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, DvNewDialog, programme_row);
  gtk_widget_class_bind_template_child (widget_class, DvNewDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, DvNewDialog, address_row);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, programme_selected_cb);
}

static void
dv_new_dialog_init (DvNewDialog *self)
{
  gboolean is_dutch = g_str_has_prefix (g_get_language_names ()[0], "nl");

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->language_row, is_dutch ? 0 : 1);
  language_selected_cb (self);
  title_changed_cb (self);
  /* Not the first button: the title is all that is needed. */
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

/**
 * dv_new_dialog_new:
 * @parent: (nullable): the window that takes the workshop when it has none
 * @programme: (nullable): the id of the programme to propose
 *
 * Returns: (transfer none): a dialog, not shown yet; owned by GTK
 */
DvNewDialog *
dv_new_dialog_new (GtkWindow  *parent,
                   const char *programme)
{
  DvNewDialog *self = g_object_new (DV_TYPE_NEW_DIALOG, "transient-for", parent, NULL);

  show_programmes (self, programme != NULL ? programme : "verbonden-gemeente");
  return self;
}
