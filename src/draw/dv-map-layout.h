/* dv-map-layout.h
 *
 * Where the boxes and arrows of a strategy map go
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-map-graph.h"

G_BEGIN_DECLS

/* Measures of the map, in its own units: four to a millimetre on A3. */
#define DV_MAP_BOX_WIDTH 272.0
#define DV_MAP_BOX_HEIGHT 100.0
#define DV_MAP_LABEL_WIDTH 184.0
#define DV_MAP_ARROW_LENGTH 11.0 /* an arrow's line ends this far below its box */

typedef struct
{
  double x;
  double y;
} DvMapPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} DvMapRect;

/* How far things are apart, and the size of the page the map is to fill. */
typedef struct
{
  double left;       /* from the edge of a lane to the first box */
  double right;
  double theme_gap;
  double lane_pad;   /* above and below the boxes of a lane */
  double lane_gap;
  double row_gap;    /* between the rows of boxes in a lane */
  double head;       /* for the names of themes */
  double page_width;
  double page_height;
  const double *lane_heights; /* nullable: of each lane at least, for its name */
} DvMapSpacing;

/* A start and, for each cubic curve that follows, two handles and an end. */
typedef struct
{
  guint link;
  guint first_point;
  guint n_points;
} DvMapWire;

typedef struct
{
  double width;
  double height;
  GArray *lanes;   /* DvMapRect, from the top; one more when boxes have no lane */
  GArray *themes;  /* DvMapRect of the boxes of each theme */
  GArray *boxes;   /* DvMapRect, as the nodes */
  GArray *wires;   /* DvMapWire */
  GArray *points;  /* DvMapPoint */
} DvMapLayout;

DvMapLayout *dv_map_layout_new     (const DvMapGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
DvMapLayout *dv_map_layout_new_spaced (const DvMapGraph   *graph,
                                       const DvMapSpacing *spacing) G_GNUC_WARN_UNUSED_RESULT;
void         dv_map_layout_free    (DvMapLayout *self);
int          dv_map_layout_box_at  (const DvMapLayout *self,
                                    double             x,
                                    double             y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMapLayout, dv_map_layout_free)

G_END_DECLS
