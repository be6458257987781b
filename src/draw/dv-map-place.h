/* dv-map-place.h
 *
 * Where the boxes and arrows of an ordered strategy map go
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-map-layout.h"
#include "dv-map-order.h"

G_BEGIN_DECLS

typedef struct
{
  double width;
  double height;
  int column; /* the theme it keeps to; -1: none */
} DvMapPlaceBox;

typedef struct
{
  double left;       /* from the edge of the map to the first box */
  double right;
  double box_gap;    /* between boxes beside each other */
  double link_gap;   /* between a link and a box beside it */
  double track_gap;  /* between links beside each other */
  double theme_gap;
  double theme_pad;  /* between the edge of a theme and its boxes */
  double row_gap;    /* between rows of one lane */
  double lane_pad;   /* above and below the rows of a lane */
  double lane_gap;
  double head;       /* over the first lane */
  double empty_row;  /* height of a row without boxes */
  double min_width;  /* of what is between left and right */
} DvMapPlaceSpacing;

DvMapLayout *dv_map_place (DvMapOrder              *order,
                           guint                    n_lanes,
                           guint                    n_themes,
                           const DvMapPlaceBox     *boxes,
                           guint                    n_boxes,
                           const DvMapLink         *links,
                           guint                    n_links,
                           const DvMapPlaceSpacing *spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
