/* dv-run-bar.c
 *
 * How long a part of a meeting lasts, as a bar
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-run-bar"

#include "config.h"

#include "dv-run-bar.h"

/* Planned time is a track, time that has gone a fill over it, and what was more
 * than planned is set apart in another colour. The numbers stand beside it in
 * words: to a screen reader the bar is decoration. */

/* In CSS px. */
#define HEIGHT 8
#define GAP 2
#define LEAST 4

struct _DvRunBar
{
  GtkWidget parent_instance;

  DvState state;
  double planned; /* lengths in px */
  double gone;
  double over;
  int width;
};

G_DEFINE_FINAL_TYPE (DvRunBar, dv_run_bar, GTK_TYPE_WIDGET)

static void
append_round (GtkSnapshot   *snapshot,
              const GdkRGBA *colour,
              double         x,
              double         y,
              double         width)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, HEIGHT);
  GskRoundedRect round;

  if (width <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&round, &bounds, (float) MIN (HEIGHT / 2.0, width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static GdkRGBA
fade (GdkRGBA colour,
      float   alpha)
{
  colour.alpha *= alpha;
  return colour;
}

static void
dv_run_bar_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  DvRunBar *self = DV_RUN_BAR (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  double y = (gtk_widget_get_height (widget) - HEIGHT) / 2.0;
  GdkRGBA text, late, track, fill;

  if (self->state == DV_STATE_SKIPPED)
    return;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "late_color", &late))
    late = text;
  track = fade (text, self->state == DV_STATE_BUSY ? 0.16f : 0.1f);
  fill = fade (text, self->state == DV_STATE_DONE ? 0.45f : 1);
  append_round (snapshot, &track, 0, y, self->planned);
  append_round (snapshot, &fill, 0, y, self->gone);
  append_round (snapshot, &late, self->planned + GAP, y, self->over);
}

static void
dv_run_bar_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : DV_RUN_BAR (widget)->width;
}

static void
dv_run_bar_class_init (DvRunBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dv_run_bar_measure;
  widget_class->snapshot = dv_run_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "runbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dv_run_bar_init (DvRunBar *self)
{
}

/**
 * dv_run_bar_show:
 * @self: a bar
 * @row: what to show
 * @scale: px to a minute
 * @width: how wide the bar is, in px, whatever it shows
 */
void
dv_run_bar_show (DvRunBar       *self,
                 const DvRunRow *row,
                 double          scale,
                 int             width)
{
  g_return_if_fail (DV_IS_RUN_BAR (self));

  self->state = row->state;
  self->planned = row->minutes * scale;
  self->gone = row->state == DV_STATE_DONE && row->gone == DV_NO_TIME ? self->planned : CLAMP (row->gone, 0, row->minutes) * scale;
  self->over = row->over > 0 ? MAX (LEAST, row->over * scale) : 0;
  if (self->width != width)
    {
      self->width = width;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
