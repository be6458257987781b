/* dv-sheet.c
 *
 * A sheet of paper, as large as fits
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-sheet"

#include "config.h"

#include "dv-sheet.h"

/* White in the dark style too: it shows what will be printed. GTK keeps the
 * drawing until somebody asks to draw anew or the size changes. */

struct _DvSheet
{
  GtkWidget parent_instance;

  /* Borrowed */
  DvSheetDrawFunc draw;
  gpointer data;

  /* State */
  double width; /* of the paper, in its own units */
  double height;
};

G_DEFINE_FINAL_TYPE (DvSheet, dv_sheet, GTK_TYPE_WIDGET)

enum
{
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
get_scale (DvSheet *self)
{
  return MIN (gtk_widget_get_width (GTK_WIDGET (self)) / self->width,
              gtk_widget_get_height (GTK_WIDGET (self)) / self->height);
}

static double
get_left (DvSheet *self,
          double   scale)
{
  return (gtk_widget_get_width (GTK_WIDGET (self)) - self->width * scale) / 2;
}

static GtkSizeRequestMode
dv_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_sheet_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  DvSheet *self = DV_SHEET (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 220;
  *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *natural = MAX (*minimum, (int) (for_size * self->height / self->width));
}

static void
draw_shadow (GtkSnapshot           *snapshot,
             const graphene_rect_t *paper)
{
  const GdkRGBA edge = { 0, 0, 0, 0.10f };
  const GdkRGBA shade = { 0, 0, 0, 0.10f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, paper, 2);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 3, 0, 14);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &edge, 0, 0, 1, 0);
}

static void
dv_sheet_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  DvSheet *self = DV_SHEET (widget);
  double scale = get_scale (self);
  graphene_rect_t paper;
  cairo_t *cr;

  if (scale <= 0)
    return;

  graphene_rect_init (&paper, (float) get_left (self, scale), 0,
                      (float) (self->width * scale), (float) (self->height * scale));
  draw_shadow (snapshot, &paper);
  gtk_snapshot_append_color (snapshot, &white, &paper);
  if (self->draw == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_translate (cr, paper.origin.x, paper.origin.y);
  cairo_scale (cr, scale, scale);
  self->draw (self, cr, self->data);
  cairo_destroy (cr);
}

static void
released_cb (DvSheet *self,
             int      n_press,
             double   x,
             double   y)
{
  double scale = get_scale (self);

  g_signal_emit (self, signals[CLICKED], 0, (x - get_left (self, scale)) / scale, y / scale);
}

static void
dv_sheet_class_init (DvSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = dv_sheet_get_request_mode;
  widget_class->measure = dv_sheet_measure;
  widget_class->snapshot = dv_sheet_snapshot;

  /**
   * DvSheet::clicked:
   * @self: the sheet
   * @x: where, in the units of the paper
   * @y: where, in the units of the paper
   */
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dv_sheet_init (DvSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->width = 595;
  self->height = 842;
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * dv_sheet_set_size:
 * @self: a sheet
 * @width: of the paper, in the units in which it is drawn
 * @height: of the paper
 */
void
dv_sheet_set_size (DvSheet *self,
                   double   width,
                   double   height)
{
  g_return_if_fail (DV_IS_SHEET (self));
  g_return_if_fail (width > 0 && height > 0);

  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * dv_sheet_set_draw_func:
 * @self: a sheet
 * @draw: (nullable): what draws it
 * @data: for @draw
 */
void
dv_sheet_set_draw_func (DvSheet        *self,
                        DvSheetDrawFunc draw,
                        gpointer        data)
{
  g_return_if_fail (DV_IS_SHEET (self));

  self->draw = draw;
  self->data = data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
