/* dv-join-dialog.c
 *
 * How people join: network, address and code
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-join-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-field.h"
#include "dv-join-dialog.h"
#include "dv-join.h"

/* What is typed is kept as it is typed; what people could not use is said under
 * the fields. Only in a code nothing else can be typed than a code holds. */

struct _DvJoinDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *network_row;
  GtkWidget *password_row;
  GtkWidget *password_hint;
  GtkWidget *address_row;
  GtkWidget *address_hint;
  GtkWidget *code_row;
  GtkWidget *code_hint;
};

G_DEFINE_FINAL_TYPE (DvJoinDialog, dv_join_dialog, ADW_TYPE_WINDOW)

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
show_hint (GtkWidget *row,
           GtkWidget *hint,
           gboolean   is_good)
{
  gtk_widget_set_visible (hint, !is_good);
  if (is_good)
    gtk_widget_remove_css_class (row, "warning");
  else
    gtk_widget_add_css_class (row, "warning");
}

static void
password_changed_cb (DvJoinDialog *self)
{
  show_hint (self->password_row, self->password_hint, dv_join_is_password (get_text (self->password_row)));
}

static void
address_changed_cb (DvJoinDialog *self)
{
  const char *address = get_text (self->address_row);

  show_hint (self->address_row, self->address_hint, address[0] == '\0' || dv_join_is_address (address));
}

static void
code_changed_cb (DvJoinDialog *self)
{
  const char *code = get_text (self->code_row);

  show_hint (self->code_row, self->code_hint, code[0] == '\0' || dv_join_is_code (code));
}

/* Small letters become capitals; what cannot be in a code is not typed. */
static void
insert_code_cb (GtkEditable  *text,
                const char   *typed,
                int           length,
                int          *position,
                DvJoinDialog *self)
{
  g_autofree char *whole = g_strndup (typed, length < 0 ? strlen (typed) : (gsize) length);
  g_autofree char *clean = dv_join_clean_code (whole);
  int room = DV_JOIN_CODE_LENGTH - (int) g_utf8_strlen (gtk_editable_get_text (text), -1);

  g_signal_stop_emission_by_name (text, "insert-text");
  if (clean[0] == '\0' || room <= 0)
    {
      gtk_widget_error_bell (self->code_row);
      return;
    }

  g_signal_handlers_block_by_func (text, insert_code_cb, self);
  gtk_editable_insert_text (text, clean, MIN (room, (int) strlen (clean)), position);
  g_signal_handlers_unblock_by_func (text, insert_code_cb, self);
}

static gboolean
dv_join_dialog_close_request (GtkWindow *window)
{
  /* Leaving a field saves it. */
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (dv_join_dialog_parent_class)->close_request (window);
}

static void
dv_join_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DV_TYPE_JOIN_DIALOG);

  G_OBJECT_CLASS (dv_join_dialog_parent_class)->dispose (object);
}

static void
dv_join_dialog_class_init (DvJoinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_join_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dv_join_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-join-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DvJoinDialog, network_row);
  gtk_widget_class_bind_template_child (widget_class, DvJoinDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, DvJoinDialog, password_hint);
  gtk_widget_class_bind_template_child (widget_class, DvJoinDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, DvJoinDialog, address_hint);
  gtk_widget_class_bind_template_child (widget_class, DvJoinDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, DvJoinDialog, code_hint);
  gtk_widget_class_bind_template_callback (widget_class, password_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
}

static void
dv_join_dialog_init (DvJoinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_join_dialog_new:
 * @parent: the window of the workshop
 * @session: its session
 *
 * Returns: (transfer none): a dialog, not shown yet; owned by GTK
 */
DvJoinDialog *
dv_join_dialog_new (GtkWindow *parent,
                    DvSession *session)
{
  DvJoinDialog *self = g_object_new (DV_TYPE_JOIN_DIALOG, "transient-for", parent, NULL);
  DvItem *root = dv_workshop_get_root (dv_session_get_workshop (session));
  const char *label = C_("undo", "Change how people join");

  dv_field_bind (self->network_row, session, root, DV_WORKSHOP_NETWORK, label);
  dv_field_bind (self->password_row, session, root, DV_WORKSHOP_PASSWORD, label);
  dv_field_bind (self->address_row, session, root, DV_WORKSHOP_JOIN_ADDRESS, label);
  dv_field_bind (self->code_row, session, root, DV_WORKSHOP_JOIN_CODE, label);
  /* A file may hold a code that nobody could type here: it stays as it is. */
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->code_row)), "insert-text",
                    G_CALLBACK (insert_code_cb), self);

  return self;
}
