/* dv-side-totals.c
 *
 * How many key words residents and staff gave
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-side-totals"

#include "config.h"

#include "dv-side-glyph.h"
#include "dv-side-totals.h"

/* Stands at the end of the question of every page with key words, and says what
 * the colours of the two sides mean. */

struct _DvSideTotals
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *residents_label;
  GtkLabel *staff_label;
};

G_DEFINE_FINAL_TYPE (DvSideTotals, dv_side_totals, GTK_TYPE_WIDGET)

static void
dv_side_totals_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), DV_TYPE_SIDE_TOTALS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_side_totals_parent_class)->dispose (object);
}

static void
dv_side_totals_class_init (DvSideTotalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_side_totals_dispose;

  g_type_ensure (DV_TYPE_SIDE_GLYPH);
  gtk_widget_class_set_css_name (widget_class, "sidetotals");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-side-totals.ui");
  gtk_widget_class_bind_template_child (widget_class, DvSideTotals, residents_label);
  gtk_widget_class_bind_template_child (widget_class, DvSideTotals, staff_label);
}

static void
dv_side_totals_init (DvSideTotals *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_number (GtkLabel *label,
            guint     number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_label (label, text);
}

/**
 * dv_side_totals_set:
 * @self: the totals
 * @residents: how many residents gave
 * @staff: how many staff gave
 */
void
dv_side_totals_set (DvSideTotals *self,
                    guint         residents,
                    guint         staff)
{
  g_return_if_fail (DV_IS_SIDE_TOTALS (self));

  set_number (self->residents_label, residents);
  set_number (self->staff_label, staff);
}
