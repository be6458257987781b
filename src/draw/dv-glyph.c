/* dv-glyph.c
 *
 * The small shapes: roles, sides, star and status
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-glyph"

#include "config.h"

#include "dv-glyph.h"

#include <math.h>

/* Every shape is drawn in a box of 16 units, the grid the design was drawn
 * on, and scaled to a box of 1. Filled areas only: a shape is one path, to be
 * filled with the even-odd rule, so it can also become a clip, a mask or a
 * path in an SVG file.
 */

#define GRID 16.0
#define TOLERANCE 0.005 /* device units: a dot of a few units must still be round when enlarged */

typedef struct
{
  double x;
  double y;
} Point;

static void
polygon (cairo_t     *cr,
         const Point *points,
         guint        n_points)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

static void
regular_polygon (cairo_t *cr,
                 guint    n_sides,
                 double   x,
                 double   y,
                 double   radius)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_sides; i++)
    {
      double angle = 2.0 * G_PI * i / n_sides - G_PI / 2.0;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
disc (cairo_t *cr,
      double   x,
      double   y,
      double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
  cairo_close_path (cr);
}

static void
star (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < 10; i++)
    {
      double angle = G_PI * i / 5.0 - G_PI / 2.0;
      double radius = i % 2 == 0 ? 8.0 : 3.6;

      cairo_line_to (cr, 8.0 + radius * cos (angle), 8.4 + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
town_hall (cairo_t *cr)
{
  static const Point roof[] = { { 8, .8 }, { 15.4, 5.4 }, { 15.4, 6.2 }, { .6, 6.2 }, { .6, 5.4 } };

  polygon (cr, roof, G_N_ELEMENTS (roof));
  cairo_rectangle (cr, 2.0, 7.4, 2.9, 4.6);
  cairo_rectangle (cr, 6.55, 7.4, 2.9, 4.6);
  cairo_rectangle (cr, 11.1, 7.4, 2.9, 4.6);
  cairo_rectangle (cr, .8, 13.1, 14.4, 2.3);
}

/**
 * dv_glyph_from_shape:
 * @shape: (nullable): the shape of a role as the workshop names it
 *
 * Returns: the glyph, or %DV_GLYPH_NONE for what is not known
 */
DvGlyph
dv_glyph_from_shape (const char *shape)
{
  static const char *const shapes[] = {
    [DV_GLYPH_TRIANGLE] = "triangle",
    [DV_GLYPH_CIRCLE] = "circle",
    [DV_GLYPH_SQUARE] = "square",
    [DV_GLYPH_DIAMOND] = "diamond",
    [DV_GLYPH_HOUSE] = "house",
    [DV_GLYPH_PENTAGON] = "pentagon",
    [DV_GLYPH_HEXAGON] = "hexagon",
    [DV_GLYPH_RING] = "ring",
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_strcmp0 (shapes[i], shape) == 0 && shape != NULL)
      return (DvGlyph) i;

  return DV_GLYPH_NONE;
}

/**
 * dv_glyph_path:
 * @cr: a context
 * @glyph: a glyph
 *
 * Adds the outline of @glyph to the path of @cr, in a box from 0,0 to 1,1.
 * Fill it with %CAIRO_FILL_RULE_EVEN_ODD.
 */
void
dv_glyph_path (cairo_t *cr,
               DvGlyph  glyph)
{
  static const Point triangle[] = { { 8, .9 }, { 15.7, 14.8 }, { .3, 14.8 } };
  static const Point diamond[] = { { 8, .2 }, { 15.8, 8 }, { 8, 15.8 }, { .2, 8 } };
  static const Point house[] = {
    { 8, .5 }, { 15.4, 7.1 }, { 15.4, 15.2 }, { 9.9, 15.2 }, { 9.9, 10 },
    { 6.1, 10 }, { 6.1, 15.2 }, { .6, 15.2 }, { .6, 7.1 },
  };
  double tolerance = cairo_get_tolerance (cr);
  cairo_matrix_t saved;

  cairo_get_matrix (cr, &saved);
  cairo_set_tolerance (cr, TOLERANCE);
  cairo_scale (cr, 1.0 / GRID, 1.0 / GRID);

  switch (glyph)
    {
    case DV_GLYPH_TRIANGLE:
    case DV_GLYPH_BEHIND:
      polygon (cr, triangle, G_N_ELEMENTS (triangle));
      break;
    case DV_GLYPH_CIRCLE:
    case DV_GLYPH_ON_COURSE:
      disc (cr, 8.0, 8.0, 6.6);
      break;
    case DV_GLYPH_SQUARE:
      cairo_rectangle (cr, 1.8, 1.8, 12.4, 12.4);
      break;
    case DV_GLYPH_DIAMOND:
      polygon (cr, diamond, G_N_ELEMENTS (diamond));
      break;
    case DV_GLYPH_HOUSE:
      polygon (cr, house, G_N_ELEMENTS (house));
      break;
    case DV_GLYPH_PENTAGON:
      regular_polygon (cr, 5, 8.0, 8.4, 7.6);
      break;
    case DV_GLYPH_HEXAGON:
      regular_polygon (cr, 6, 8.0, 8.0, 7.5);
      break;
    case DV_GLYPH_RING:
      disc (cr, 8.0, 8.0, 7.0);
      disc (cr, 8.0, 8.0, 4.0);
      break;
    case DV_GLYPH_TOWN_HALL:
      town_hall (cr);
      break;
    case DV_GLYPH_STAR:
      star (cr);
      break;
    case DV_GLYPH_ATTENTION:
      /* A ring of which the left half is hollow. */
      disc (cr, 8.0, 8.0, 6.8);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 8.0, 8.0, 5.0, G_PI / 2.0, 1.5 * G_PI);
      cairo_close_path (cr);
      break;
    case DV_GLYPH_NONE:
    default:
      break;
    }

  cairo_set_tolerance (cr, tolerance);
  cairo_set_matrix (cr, &saved);
}

/**
 * dv_glyph_paint:
 * @cr: a context with the colour already set
 * @glyph: a glyph
 * @x: left side
 * @y: top
 * @size: width and height
 *
 * Paints @glyph filled.
 */
void
dv_glyph_paint (cairo_t *cr,
                DvGlyph  glyph,
                double   x,
                double   y,
                double   size)
{
  if (glyph == DV_GLYPH_NONE)
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  dv_glyph_path (cr, glyph);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
  cairo_restore (cr);
}
