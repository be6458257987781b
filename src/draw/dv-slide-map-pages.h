/* dv-slide-map-pages.h
 *
 * A strategy map in pieces that the back row can read
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-map-paint.h"

G_BEGIN_DECLS

/* A part of a map, placed. */
typedef struct
{
  DvMapGraph *graph;
  DvMapLayout *layout;
  GArray *nodes;     /* guint: which node of the whole each one is */
  guint first_theme; /* of the whole */
  double scale;
} DvMapPiece;

void        dv_map_piece_free      (DvMapPiece       *self);
guint       dv_map_count_lanes     (const DvMapGraph *graph);
GPtrArray  *dv_map_divide          (const DvMapGraph *graph,
                                    DvShaper         *shaper,
                                    double            width,
                                    double            height) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMapPiece, dv_map_piece_free)

G_END_DECLS
