/* dv-nearest.c
 *
 * Which widget lies next in the direction of an arrow
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-nearest"

#include "config.h"

#include "dv-nearest.h"

/* GTK moves the focus by arrows within one container; this looks across all of
 * them, by where the widgets are seen. */

/* A step aside counts as so many ahead. */
#define ASIDE 3
/* So far aside is no matter when it is near, in px. */
#define REACH 24

/* How far @widget is from the middle of @from in a direction; negative when it
 * does not lie there. */
static double
measure_step (GtkWidget             *inside,
              GtkWidget             *widget,
              const graphene_rect_t *from,
              GtkDirectionType       direction)
{
  graphene_rect_t to;
  double ahead, aside;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, inside, &to))
    return -1;

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    {
      double from_middle = (double) from->origin.y + (double) from->size.height / 2;

      ahead = direction == GTK_DIR_RIGHT ? (double) to.origin.x - ((double) from->origin.x + (double) from->size.width)
                                         : (double) from->origin.x - ((double) to.origin.x + (double) to.size.width);
      aside = ABS ((double) to.origin.y + (double) to.size.height / 2 - from_middle);
    }
  else
    {
      double from_start = (double) from->origin.x;
      double to_start = (double) to.origin.x;

      ahead = direction == GTK_DIR_DOWN ? (double) to.origin.y - ((double) from->origin.y + (double) from->size.height)
                                        : (double) from->origin.y - ((double) to.origin.y + (double) to.size.height);
      /* What overlaps lies straight below, whatever its width. */
      aside = MAX (0, MAX (to_start - (from_start + (double) from->size.width),
                           from_start - (to_start + (double) to.size.width))) +
              ABS (to_start - from_start) / 8;
    }

  /* What lies more aside than ahead is not in that direction. */
  if (ahead < -1 || aside > MAX (0, ahead) + REACH)
    return -1;

  return MAX (0, ahead) + ASIDE * aside;
}

/**
 * dv_nearest_find:
 * @inside: a widget that holds all of them
 * @from: where to go from
 * @widgets: (element-type GtkWidget): where one may go
 * @direction: an arrow
 *
 * Returns: (nullable) (transfer none): the nearest of @widgets in @direction
 */
GtkWidget *
dv_nearest_find (GtkWidget       *inside,
                 GtkWidget       *from,
                 GPtrArray       *widgets,
                 GtkDirectionType direction)
{
  GtkWidget *best = NULL;
  double best_step = G_MAXDOUBLE;
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (from, inside, &bounds))
    return NULL;

  /* From something that holds others, one goes down to the first of these. */
  if (gtk_widget_get_first_child (from) != NULL && bounds.size.height > 64)
    bounds.size.height = 1;
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);
      double step = widget != from ? measure_step (inside, widget, &bounds, direction) : -1;

      if (step >= 0 && step < best_step)
        {
          best = widget;
          best_step = step;
        }
    }

  return best;
}
