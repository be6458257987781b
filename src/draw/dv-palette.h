/* dv-palette.h
 *
 * The colours of core values, surfaces and map status
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DV_PALETTE_N_VALUES 8

/* Each part from 0 to 1, sRGB. */
typedef struct
{
  double red;
  double green;
  double blue;
} DvColour;

/* Ink is for text; solid for lines and fills; tint is a starred card; tint2 a
 * selected chip or badge.
 */
typedef struct
{
  DvColour solid;
  DvColour ink;
  DvColour tint;
  DvColour tint2;
} DvValueColours;

typedef struct
{
  DvColour page;
  DvColour band;
  DvColour box;
  DvColour text;
  DvColour dim;
  DvColour rule;
  DvColour residents;
  DvColour staff;
  DvColour on_course;
  DvColour attention;
  DvColour behind;
} DvSurface;

DvColour       dv_colour_from_code (guint code);
guint          dv_colour_to_code   (DvColour colour);

DvValueColours dv_palette_value   (guint    number,
                                   gboolean dark);
DvSurface      dv_palette_surface (gboolean dark);
DvColour       dv_palette_answer  (guint    answer,
                                   gboolean dark);
DvColour       dv_palette_answer_outline (gboolean dark);

G_END_DECLS
