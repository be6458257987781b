/* dv-value-row.c
 *
 * A value in the list to choose from
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-value-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-palette.h"
#include "dv-side-bar.h"
#include "dv-value-row.h"
#include "dv-values.h"

/* Its check says whether it is a core value; a row that is dragged onto another
 * takes the place of that one. */

struct _DvValueRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkDropTarget *drop_target;
  GtkCheckButton *check;
  GtkLabel *number_label;
  GtkLabel *name_label;
  GtkLabel *residents_label;
  DvSideBar *bar;
  GtkLabel *staff_label;

  /* Owned */
  DvSession *session;
  DvItem *value;

  /* State */
  gboolean is_showing; /* the check follows the value, not the person */
};

G_DEFINE_FINAL_TYPE (DvValueRow, dv_value_row, GTK_TYPE_LIST_BOX_ROW)

static DvWorkshop *
get_workshop (DvValueRow *self)
{
  return dv_session_get_workshop (self->session);
}

static void
toggled_cb (DvValueRow *self)
{
  GError *error = NULL;

  if (self->is_showing)
    return;

  dv_session_check (self->session,
                    dv_values_choose (get_workshop (self), self->value, gtk_check_button_get_active (self->check), &error),
                    &error);
}

static GdkContentProvider *
prepare_cb (DvValueRow    *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (paintable);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (DV_TYPE_VALUE_ROW, self);
}

/* Onto one below, it goes behind that; onto one above, before it. */
static gboolean
drop_cb (DvValueRow    *self,
         const GValue  *dropped,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  DvItem *moved = dv_value_row_get_value (g_value_get_object (dropped));
  DvItem *before = dv_item_get_position (moved) < dv_item_get_position (self->value) ? dv_item_get_next (self->value)
                                                                                    : self->value;
  GError *error = NULL;

  if (moved == self->value || dv_value_is_chosen (moved) != dv_value_is_chosen (self->value))
    return FALSE;

  return dv_session_check (self->session,
                           dv_change_place (get_workshop (self), moved, before, C_ ("undo", "Move value"), &error), &error);
}

static void
dv_value_row_dispose (GObject *object)
{
  DvValueRow *self = DV_VALUE_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->value);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_VALUE_ROW);

  G_OBJECT_CLASS (dv_value_row_parent_class)->dispose (object);
}

static void
dv_value_row_class_init (DvValueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_value_row_dispose;

  g_type_ensure (DV_TYPE_SIDE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DvValueRow, drop_target);
  gtk_widget_class_bind_template_child (widget_class, DvValueRow, check);
  gtk_widget_class_bind_template_child (widget_class, DvValueRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, DvValueRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, DvValueRow, residents_label);
  gtk_widget_class_bind_template_child (widget_class, DvValueRow, bar);
  gtk_widget_class_bind_template_child (widget_class, DvValueRow, staff_label);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
dv_value_row_init (DvValueRow *self)
{
  GType dropped = DV_TYPE_VALUE_ROW;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, &dropped, 1);
}

/**
 * dv_value_row_new:
 * @session: the session
 * @value: a value, chosen or not
 *
 * Returns: (transfer floating): its row; call dv_value_row_show() next
 */
GtkWidget *
dv_value_row_new (DvSession *session,
                  DvItem    *value)
{
  DvValueRow *self = g_object_new (DV_TYPE_VALUE_ROW, NULL);

  self->session = g_object_ref (session);
  self->value = g_object_ref (value);

  return GTK_WIDGET (self);
}

DvItem *
dv_value_row_get_value (DvValueRow *self)
{
  g_return_val_if_fail (DV_IS_VALUE_ROW (self), NULL);
  return self->value;
}

static void
show_number (DvValueRow *self)
{
  guint number = dv_value_get_number (self->value);
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *class_name = g_strdup_printf ("value-%u", (number - 1) % DV_PALETTE_N_VALUES + 1);

  gtk_widget_set_visible (GTK_WIDGET (self->number_label), number > 0);
  if (number == 0)
    return;
  gtk_label_set_label (self->number_label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->number_label),
                              (const char *[]){ "number-disc", "numeric", "ink", "tint-2", class_name, NULL });
}

static void
show_percentage (GtkLabel *label,
                 double    share)
{
  g_autofree char *text = g_strdup_printf (C_ ("share", "%.0f%%"), share * 100);

  gtk_label_set_label (label, share > 0 ? text : "");
}

/**
 * dv_value_row_show:
 * @self: a row
 * @residents: what part of all that residents gave leads to it, from 0 to 1
 * @staff: the same for staff
 * @top: the largest such part of any value
 */
void
dv_value_row_show (DvValueRow *self,
                   double      residents,
                   double      staff,
                   double      top)
{
  const char *name;
  g_autofree char *label = NULL;

  g_return_if_fail (DV_IS_VALUE_ROW (self));

  name = dv_item_get_string (self->value, DV_VALUE_NAME);
  label = g_strdup_printf (C_ ("values", "“%s” is a core value"), name);
  self->is_showing = TRUE;
  gtk_check_button_set_active (self->check, dv_value_is_chosen (self->value));
  self->is_showing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (self->name_label, name);
  show_number (self);
  show_percentage (self->residents_label, residents);
  show_percentage (self->staff_label, staff);
  /* Without words, the axis of the bar would stand there alone. */
  gtk_widget_set_visible (GTK_WIDGET (self->residents_label), top > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), top > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->staff_label), top > 0);
  dv_side_bar_set_shares (self->bar, top > 0 ? residents / top : 0, top > 0 ? staff / top : 0);
}
