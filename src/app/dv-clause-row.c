/* dv-clause-row.c
 *
 * One clause in the editor of the Manifest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-clause-row"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-clause-row.h"

#include "dv-field.h"
#include "dv-manifest.h"
#include "dv-thread-popover.h"

/* Reads as text; Enter or a double click turns it into a field until the focus
 * leaves. Where it came from is behind the thread button. */

struct _DvClauseRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkLabel *number_label;
  GtkStack *stack;
  GtkLabel *text_label;
  GtkWidget *text_view;
  GtkMenuButton *thread_button;

  /* Owned */
  DvSession *session;
  DvItem *clause;
};

G_DEFINE_FINAL_TYPE (DvClauseRow, dv_clause_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_text (DvClauseRow *self)
{
  gtk_label_set_label (self->text_label, dv_item_get_string (self->clause, DV_CLAUSE_TEXT));
  dv_clause_row_renumber (self);
}

static gboolean
is_editing (DvClauseRow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "edit") == 0;
}

static void
stop_editing (DvClauseRow *self)
{
  if (!is_editing (self))
    return;

  dv_field_unbind (self->text_view);
  gtk_stack_set_visible_child_name (self->stack, "show");
}

static gboolean
key_pressed_cb (DvClauseRow    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean leaves = keyval == GDK_KEY_Escape || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!leaves || !is_editing (self))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Escape)
    dv_field_revert (self->text_view);
  stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
make_thread_cb (GtkMenuButton *button,
                gpointer       data)
{
  DvClauseRow *self = data;

  gtk_menu_button_set_popover (button, dv_thread_popover_new (self->session, self->clause));
}

static void
show_thread_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_menu_button_popup (DV_CLAUSE_ROW (widget)->thread_button);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  dv_clause_row_edit (DV_CLAUSE_ROW (widget));
}

static void
pressed_cb (DvClauseRow *self,
            int          n_press,
            double       x,
            double       y)
{
  if (n_press == 2)
    dv_clause_row_edit (self);
}

static GdkContentProvider *
drag_prepare_cb (DvClauseRow *self,
                 double       x,
                 double       y)
{
  return gdk_content_provider_new_typed (DV_TYPE_ITEM, self->clause);
}

static void
drag_begin_cb (DvClauseRow *self,
               GdkDrag     *drag)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->text_label));
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);

  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), gtk_picture_new_for_paintable (paintable));
}

static void
dv_clause_row_dispose (GObject *object)
{
  DvClauseRow *self = DV_CLAUSE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_CLAUSE_ROW);
  g_clear_object (&self->session);
  g_clear_object (&self->clause);

  G_OBJECT_CLASS (dv_clause_row_parent_class)->dispose (object);
}

static void
dv_clause_row_class_init (DvClauseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_clause_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-clause-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DvClauseRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, DvClauseRow, stack);
  gtk_widget_class_bind_template_child (widget_class, DvClauseRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, DvClauseRow, text_view);
  gtk_widget_class_bind_template_child (widget_class, DvClauseRow, thread_button);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_editing);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_install_action (widget_class, "clause.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "clause.thread", NULL, show_thread_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "clause.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "clause.thread", NULL);
}

static void
dv_clause_row_init (DvClauseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->thread_button, make_thread_cb, self, NULL);
}

/**
 * dv_clause_row_new:
 * @session: the session of the workshop
 * @clause: a clause
 *
 * Returns: (transfer floating): a row that follows the clause
 */
GtkWidget *
dv_clause_row_new (DvSession *session,
                   DvItem    *clause)
{
  DvClauseRow *self = g_object_new (DV_TYPE_CLAUSE_ROW, NULL);

  self->session = g_object_ref (session);
  self->clause = g_object_ref (clause);
  g_signal_connect_object (clause, "changed", G_CALLBACK (update_text), self, G_CONNECT_SWAPPED);
  update_text (self);

  return GTK_WIDGET (self);
}

/**
 * dv_clause_row_get_clause:
 * @self: a row
 *
 * Returns: (transfer none): the clause
 */
DvItem *
dv_clause_row_get_clause (DvClauseRow *self)
{
  g_return_val_if_fail (DV_IS_CLAUSE_ROW (self), NULL);
  return self->clause;
}

/**
 * dv_clause_row_edit:
 * @self: a row
 *
 * Turns the text into a field with the focus.
 */
void
dv_clause_row_edit (DvClauseRow *self)
{
  g_return_if_fail (DV_IS_CLAUSE_ROW (self));

  dv_field_bind (self->text_view, self->session, self->clause, DV_CLAUSE_TEXT, _("Edit clause"));
  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_grab_focus (self->text_view);
}

/**
 * dv_clause_row_renumber:
 * @self: a row
 *
 * Shows the number that the clause has now.
 */
void
dv_clause_row_renumber (DvClauseRow *self)
{
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (DV_IS_CLAUSE_ROW (self));

  if (dv_item_get_parent (self->clause) == NULL)
    return;

  number = dv_manifest_dup_number (self->clause);
  name = g_strdup_printf ("%s %s", number, dv_item_get_string (self->clause, DV_CLAUSE_TEXT));
  gtk_label_set_label (self->number_label, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
