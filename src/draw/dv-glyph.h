/* dv-glyph.h
 *
 * The small shapes: roles, sides, star and status
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DV_GLYPH_NONE,
  DV_GLYPH_TRIANGLE,
  DV_GLYPH_CIRCLE,
  DV_GLYPH_SQUARE,
  DV_GLYPH_DIAMOND,
  DV_GLYPH_HOUSE,
  DV_GLYPH_PENTAGON,
  DV_GLYPH_HEXAGON,
  DV_GLYPH_RING,
  DV_GLYPH_TOWN_HALL,
  DV_GLYPH_STAR,
  DV_GLYPH_ON_COURSE,
  DV_GLYPH_ATTENTION,
  DV_GLYPH_BEHIND,
} DvGlyph;

#define DV_GLYPH_N (DV_GLYPH_BEHIND + 1)

DvGlyph dv_glyph_from_shape (const char *shape);
void    dv_glyph_path       (cairo_t *cr,
                             DvGlyph  glyph);
void    dv_glyph_paint      (cairo_t *cr,
                             DvGlyph  glyph,
                             double   x,
                             double   y,
                             double   size);

G_END_DECLS
