/* dv-support-bar.c
 *
 * The answers about one article as a bar around the middle
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-support-bar"

#include "config.h"

#include <math.h>
#include <string.h>

#include <adwaita.h>

#include "dv-palette.h"
#include "dv-support-bar.h"

/* Shows what the room may see of the answers, small cells joined, the way the
 * projector does: centred on "partly", one scale for all articles, "don't know
 * yet" dashed behind it. The numbers stand beside it: to a screen reader the
 * bar is decoration. */

#define BAR_HEIGHT 20
#define BAR_WIDTH 140
#define MIN_WIDTH 100
#define GAP 1.5
#define UNSURE_GAP 5
#define RADIUS 3.0

struct _DvSupportBar
{
  GtkWidget parent_instance;

  guint answers[DV_N_ANSWERS];
  DvSupportReach reach;
};

G_DEFINE_FINAL_TYPE (DvSupportBar, dv_support_bar, GTK_TYPE_WIDGET)

static guint
count_opinions (const guint *answers)
{
  guint n = 0;

  for (guint i = 0; i < DV_ANSWER_UNSURE; i++)
    n += answers[i];

  return n;
}

/* How far the bar reaches to the left of the middle of "partly". */
static double
get_left (const guint *answers)
{
  return (answers[DV_ANSWER_NOT] + answers[DV_ANSWER_BARELY] + answers[DV_ANSWER_PARTLY] / 2.0) / count_opinions (answers);
}

/**
 * dv_support_bar_extend:
 * @reach: how far bars reach until now
 * @row: what is shown of an article
 *
 * Makes room for the bar of @row.
 */
void
dv_support_bar_extend (DvSupportReach     *reach,
                       const DvSupportRow *row)
{
  guint n = count_opinions (row->answers);
  double left;

  if (n == 0)
    return;

  left = get_left (row->answers);
  reach->left = MAX (reach->left, left);
  reach->right = MAX (reach->right, 1 - left + row->answers[DV_ANSWER_UNSURE] / (double) n);
}

static void
set_colour (cairo_t *cr,
            DvColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
add_box (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height)
{
  double radius = MIN (RADIUS, width / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
paint_answer (cairo_t *cr,
              guint    answer,
              double   x,
              double   y,
              double   width)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double inset = answer == DV_ANSWER_PARTLY || answer == DV_ANSWER_UNSURE ? 0.5 : 0;
  static const double dashes[] = { 3, 2 };

  add_box (cr, x + inset, y + inset, MAX (width - 2 * inset, 1), BAR_HEIGHT - 2 * inset);
  if (answer != DV_ANSWER_UNSURE)
    {
      set_colour (cr, dv_palette_answer (answer, is_dark));
      cairo_fill_preserve (cr);
    }
  if (inset > 0)
    {
      cairo_set_line_width (cr, 1);
      cairo_set_dash (cr, dashes, answer == DV_ANSWER_UNSURE ? G_N_ELEMENTS (dashes) : 0, 0);
      set_colour (cr, dv_palette_answer_outline (is_dark));
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_middle (cairo_t *cr,
              double   x,
              double   height)
{
  static const double dots[] = { 2, 3 };

  set_colour (cr, dv_palette_answer_outline (adw_style_manager_get_dark (adw_style_manager_get_default ())));
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, floor (x) + 0.5, 0);
  cairo_line_to (cr, floor (x) + 0.5, height);
  cairo_stroke (cr);
}

static void
dv_support_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DvSupportBar *self = DV_SUPPORT_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint n = count_opinions (self->answers);
  double unit, x, y = floor ((height - BAR_HEIGHT) / 2.0);
  cairo_t *cr;

  if (self->reach.left + self->reach.right <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  unit = (width - UNSURE_GAP) / (self->reach.left + self->reach.right);
  paint_middle (cr, self->reach.left * unit, height);
  x = n > 0 ? (self->reach.left - get_left (self->answers)) * unit : 0;
  for (guint i = 0; n > 0 && i < DV_N_ANSWERS; i++)
    {
      double length = self->answers[i] * unit / n;

      if (self->answers[i] == 0)
        continue;
      x += i == DV_ANSWER_UNSURE ? UNSURE_GAP - GAP : 0;
      paint_answer (cr, i, x, y, MAX (length - GAP, 1));
      x += length;
    }
  cairo_destroy (cr);
}

static void
dv_support_bar_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = BAR_WIDTH;
    }
  else
    *minimum = *natural = BAR_HEIGHT;
}

static void
dv_support_bar_class_init (DvSupportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = dv_support_bar_snapshot;
  widget_class->measure = dv_support_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "support-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dv_support_bar_init (DvSupportBar *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * dv_support_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
dv_support_bar_new (void)
{
  return g_object_new (DV_TYPE_SUPPORT_BAR, NULL);
}

/**
 * dv_support_bar_set_row:
 * @self: a bar
 * @row: what is shown of its article
 * @reach: how far the bars of all articles reach, see dv_support_bar_extend()
 */
void
dv_support_bar_set_row (DvSupportBar       *self,
                        const DvSupportRow *row,
                        DvSupportReach      reach)
{
  memcpy (self->answers, row->answers, sizeof self->answers);
  self->reach = reach;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
