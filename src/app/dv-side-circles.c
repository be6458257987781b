/* dv-side-circles.c
 *
 * Two circles that share a part: what residents and staff say
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-side-circles"

#include "config.h"

#include <adwaita.h>

#include "dv-glyph.h"
#include "dv-palette.h"
#include "dv-side-circles.h"

/* The picture of an empty page of key words. Decoration: the title below it
 * says the same. */

/* In CSS px. */
#define RADIUS 66
#define DISTANCE 80
#define LINE 2
#define GLYPH 30

struct _DvSideCircles
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DvSideCircles, dv_side_circles, GTK_TYPE_WIDGET)

static void
paint_circle (cairo_t *cr,
              DvColour colour,
              double   x,
              double   y)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.08);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
}

static void
paint_glyph (cairo_t *cr,
             DvColour colour,
             DvGlyph  glyph,
             double   x,
             double   y)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  dv_glyph_paint (cr, glyph, x - GLYPH / 2.0, y - GLYPH / 2.0, GLYPH);
}

static void
dv_side_circles_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  DvSurface surface = dv_palette_surface (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  double left = width / 2 - DISTANCE / 2.0;
  double right = width / 2 + DISTANCE / 2.0;

  paint_circle (cr, surface.residents, left, height / 2);
  paint_circle (cr, surface.staff, right, height / 2);
  paint_glyph (cr, surface.residents, DV_GLYPH_HOUSE, left - 30, height / 2);
  paint_glyph (cr, surface.staff, DV_GLYPH_TOWN_HALL, right + 30, height / 2);
  cairo_destroy (cr);
}

static void
dv_side_circles_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = 2 * RADIUS + LINE + (orientation == GTK_ORIENTATION_HORIZONTAL ? DISTANCE : 0);
}

static void
dv_side_circles_class_init (DvSideCirclesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dv_side_circles_measure;
  widget_class->snapshot = dv_side_circles_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sidecircles");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dv_side_circles_init (DvSideCircles *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dv_side_circles_new (void)
{
  return g_object_new (DV_TYPE_SIDE_CIRCLES, NULL);
}
