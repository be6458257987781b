/* dv-map-layout-private.h
 *
 * What placing boxes tells the routing of arrows
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-map-layout.h"

G_BEGIN_DECLS

/* Boxes of one height band, anywhere in a lane. No other box reaches into it. */
typedef struct
{
  double top;
  double bottom;
  GArray *nodes; /* guint, from the left */
} DvMapRow;

void dv_map_route (const DvMapGraph *graph,
                   DvMapLayout      *layout,
                   GPtrArray        *rows,
                   const guint      *row_of,
                   double            left,
                   double            right);

G_END_DECLS
