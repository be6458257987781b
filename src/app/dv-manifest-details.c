/* dv-manifest-details.c
 *
 * What the Manifest says about itself, and adopting it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-manifest-details"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "dv-manifest-details.h"

#include "dv-field.h"
#include "dv-file.h"
#include "dv-image.h"
#include "dv-manifest.h"

/* Author, version, date and logo, in a small window over the editor. What is
 * typed is saved while it is typed, as everywhere. */


struct _DvManifestDetails
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *author_row;
  GtkWidget *edition_row;
  GtkWidget *date_row;
  GtkWidget *logo_alt_row;
  AdwActionRow *logo_row;
  GtkImage *logo_image;
  GtkWidget *logo_remove_button;

  /* Owned */
  DvSession *session;
  DvItem *manifest;
  GtkFileChooserNative *chooser; /* nullable; kept until it has answered */
};

G_DEFINE_FINAL_TYPE (DvManifestDetails, dv_manifest_details, ADW_TYPE_WINDOW)

/* A small file can claim to be an image of gigabytes, which GDK would unpack. */
static gboolean
is_picture (GBytes  *bytes,
            GError **error)
{
  cairo_surface_t *image = dv_image_new_from_png (bytes, error);

  if (image == NULL)
    return FALSE;

  cairo_surface_destroy (image);
  return TRUE;
}

static GdkTexture *
load_texture (const char *base64)
{
  gsize length = 0;
  g_autofree guchar *data = g_base64_decode (base64, &length);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return is_picture (bytes, NULL) ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
}

static void
update_logo (DvManifestDetails *self)
{
  const char *base64 = dv_item_get_string (self->manifest, DV_MANIFEST_LOGO);
  g_autoptr (GdkTexture) texture = base64[0] != '\0' ? load_texture (base64) : NULL;

  if (texture != NULL)
    gtk_image_set_from_paintable (self->logo_image, GDK_PAINTABLE (texture));
  else
    gtk_image_set_from_icon_name (self->logo_image, "image-x-generic-symbolic");
  gtk_widget_set_visible (self->logo_remove_button, base64[0] != '\0');
  gtk_widget_set_visible (self->logo_alt_row, base64[0] != '\0');
  adw_action_row_set_subtitle (self->logo_row,
                               base64[0] == '\0' ? _("A PNG picture of at most 1 MB") : _("At the top of the first page"));
}

static void
set_logo (DvManifestDetails *self,
          const char        *base64)
{
  g_autoptr (DvGroup) group = dv_group_new (base64 != NULL ? _("Set logo") : _("Remove logo"), DV_ORIGIN_CONSOLE);

  dv_group_set_string (group, self->manifest, DV_MANIFEST_LOGO, base64);
  dv_session_apply (self->session, group);
}

static void
use_picture (DvManifestDetails *self,
             const char        *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autofree char *base64 = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  if (!dv_file_read (path, &data, &length, NULL, &error))
    {
      dv_session_say (self->session, error->message);
      return;
    }

  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  base64 = g_base64_encode (g_bytes_get_data (bytes, NULL), length);
  if (strlen (base64) > DV_MAX_LOGO)
    dv_session_say (self->session, _("The picture is larger than 1 MB"));
  else if (!is_picture (bytes, &error))
    dv_session_say (self->session, error->message);
  else
    set_logo (self, base64);
}

static void
chosen_cb (DvManifestDetails *self,
           int                response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    use_picture (self, path);
}

static void
choose_logo_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DvManifestDetails *self = DV_MANIFEST_DETAILS (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Choose a logo"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _("PNG pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
remove_logo_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  set_logo (DV_MANIFEST_DETAILS (widget), NULL);
}

static void
dv_manifest_details_dispose (GObject *object)
{
  DvManifestDetails *self = DV_MANIFEST_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_MANIFEST_DETAILS);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->manifest);

  G_OBJECT_CLASS (dv_manifest_details_parent_class)->dispose (object);
}

static void
dv_manifest_details_class_init (DvManifestDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_manifest_details_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-manifest-details.ui");
  gtk_widget_class_bind_template_child (widget_class, DvManifestDetails, author_row);
  gtk_widget_class_bind_template_child (widget_class, DvManifestDetails, edition_row);
  gtk_widget_class_bind_template_child (widget_class, DvManifestDetails, date_row);
  gtk_widget_class_bind_template_child (widget_class, DvManifestDetails, logo_alt_row);
  gtk_widget_class_bind_template_child (widget_class, DvManifestDetails, logo_row);
  gtk_widget_class_bind_template_child (widget_class, DvManifestDetails, logo_image);
  gtk_widget_class_bind_template_child (widget_class, DvManifestDetails, logo_remove_button);
  gtk_widget_class_install_action (widget_class, "details.choose-logo", NULL, choose_logo_cb);
  gtk_widget_class_install_action (widget_class, "details.remove-logo", NULL, remove_logo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dv_manifest_details_init (DvManifestDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_manifest_details_new:
 * @parent: the window to stand over
 * @session: a session of a workshop that has a Manifest
 *
 * Returns: (transfer floating): a window with author, version, date and logo
 */
GtkWidget *
dv_manifest_details_new (GtkWindow *parent,
                         DvSession *session)
{
  DvManifestDetails *self = g_object_new (DV_TYPE_MANIFEST_DETAILS, "transient-for", parent, "modal", TRUE, NULL);

  self->session = g_object_ref (session);
  self->manifest = g_object_ref (dv_manifest_get (dv_session_get_workshop (session)));
  dv_field_bind (self->author_row, session, self->manifest, DV_MANIFEST_AUTHOR, _("Edit author"));
  dv_field_bind (self->edition_row, session, self->manifest, DV_MANIFEST_EDITION, _("Edit version"));
  dv_field_bind (self->date_row, session, self->manifest, DV_MANIFEST_DATE, _("Edit date"));
  dv_field_bind (self->logo_alt_row, session, self->manifest, DV_MANIFEST_LOGO_ALT, _("Edit logo description"));
  g_signal_connect_object (self->manifest, "changed", G_CALLBACK (update_logo), self, G_CONNECT_SWAPPED);
  update_logo (self);

  return GTK_WIDGET (self);
}

/* The entries of the dialog that adopts; they live as long as it does. */
typedef struct
{
  DvSession *session;
  GtkEditable *edition;
  GtkEditable *date;
} DvAdopt;

static void
adopt_free (gpointer  data,
            GClosure *closure)
{
  DvAdopt *adopt = data;

  g_object_unref (adopt->session);
  g_free (adopt);
}

static void
adopt_response_cb (GtkWidget  *dialog,
                   const char *response,
                   DvAdopt    *adopt)
{
  GError *error = NULL;

  if (strcmp (response, "adopt") != 0)
    return;

  if (dv_session_check (adopt->session,
                        dv_manifest_adopt (dv_session_get_workshop (adopt->session),
                                           gtk_editable_get_text (adopt->edition),
                                           gtk_editable_get_text (adopt->date), &error),
                        &error))
    dv_session_say_undo (adopt->session, _("The Manifest is adopted"));
}

static GtkEditable *
add_entry (GtkWidget  *group,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (GTK_LIST_BOX (group), row);
  return GTK_EDITABLE (row);
}

/**
 * dv_adopt_dialog_new:
 * @parent: the window to stand over
 * @session: a session of a workshop that has a Manifest
 *
 * Returns: (transfer floating): a dialog that asks for version and date, and adopts
 */
GtkWidget *
dv_adopt_dialog_new (GtkWindow *parent,
                     DvSession *session)
{
  DvItem *manifest = dv_manifest_get (dv_session_get_workshop (session));
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Adopt the Manifest?"),
                                              _("The word “Draft” goes from every page. You can always make it a draft again."));
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *edition = dv_item_get_string (manifest, DV_MANIFEST_EDITION);
  DvAdopt *adopt = g_new0 (DvAdopt, 1);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  adopt->session = g_object_ref (session);
  adopt->edition = add_entry (list, _("Version"), edition[0] == '\0' || edition[0] == '0' ? "1.0" : edition);
  adopt->date = add_entry (list, _("Date of adoption (year-month-day)"), today);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "adopt", _("Adopt"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "adopt", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "adopt");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (adopt_response_cb), adopt, adopt_free, G_CONNECT_DEFAULT);

  return dialog;
}
