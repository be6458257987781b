/* dv-map-order.h
 *
 * Which box of a strategy map stands in which row, and where in it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-map-graph.h"

G_BEGIN_DECLS

typedef struct _DvMapOrder DvMapOrder;

typedef struct
{
  guint lane;    /* from the top */
  int column;    /* the theme it keeps to, from the left; -1: none */
  double width;  /* with the space beside it */
} DvMapOrderBox;

typedef struct
{
  guint n_lanes;
  guint n_boxes;
  const DvMapOrderBox *boxes;
  guint n_links;
  const DvMapLink *links; /* between boxes that are there */
  guint max_in_row;       /* a lane has rows enough to hold no more; 0: as few as its links ask for */
  double row_width;       /* a wider row has a price; 0: none has */
  double link_width;      /* of a link that passes a row, with the space beside it */
} DvMapOrderInput;

/* What stands in a row: a box, or a link on its way to another row. */
typedef struct
{
  int box;    /* -1: a link */
  guint link;
} DvMapOrderEntry;

DvMapOrder *dv_map_order_new             (const DvMapOrderInput *input) G_GNUC_WARN_UNUSED_RESULT;
void        dv_map_order_free            (DvMapOrder *self);

gint64      dv_map_order_settle          (DvMapOrder *self,
                                          gint64      work);
gint64      dv_map_order_search          (DvMapOrder *self,
                                          gint64      work);

guint       dv_map_order_get_n_rows      (DvMapOrder *self);
void        dv_map_order_get_lane        (DvMapOrder *self,
                                          guint       lane,
                                          guint      *first_row,
                                          guint      *last_row);
GArray     *dv_map_order_list_row        (DvMapOrder *self,
                                          guint       row) G_GNUC_WARN_UNUSED_RESULT;
guint       dv_map_order_get_row_of      (DvMapOrder *self,
                                          guint       box);
gboolean    dv_map_order_is_routed       (DvMapOrder *self,
                                          guint       link);
gint64      dv_map_order_count_crossings (DvMapOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMapOrder, dv_map_order_free)

G_END_DECLS
