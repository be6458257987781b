/* dv-map-order-private.h
 *
 * The rows of a strategy map while they are being ordered
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-map-order.h"

G_BEGIN_DECLS

/* Rows are counted from the top. A link between rows that are not neighbours
 * has a stop in each row between; a "place" is a box or a stop, as one number:
 * boxes first, then the stops of link 0 in each row, those of link 1, … So a
 * stop needs no memory of its own, and the one above it is the number before.
 */
typedef guint32 DvPlaceId;

typedef struct
{
  guint source;
  guint target;
  gboolean is_in;  /* routed now */
  guint upper;     /* box, when it is in */
  guint lower;
  guint upper_row;
  guint lower_row;
  gboolean source_is_lower; /* which way it should run within one lane */
} DvOrderLink;

typedef struct
{
  guint first_link;  /* in box_links */
  guint n_links;
  guint row;
  gboolean is_in;
} DvOrderBox;

typedef struct
{
  GArray *places; /* DvPlaceId, from the left */
  double width;   /* of all of them */
} DvOrderRow;

/* Where a path may pass a row: gaps "from" to "to", gap 0 left of place 0. */
typedef struct
{
  guint from;
  guint to;
} DvOrderWindow;

struct _DvMapOrder
{
  DvMapOrderInput input;
  DvMapOrderBox *given; /* owned copy of the boxes */
  guint n_rows;
  guint *first_row;     /* of each lane */
  guint *last_row;
  DvOrderRow *rows;
  DvOrderBox *boxes;
  DvOrderLink *links;
  guint *box_links;     /* links of each box */
  guint32 *position;    /* of each place in its row */
  guint32 *stop_link;   /* of each stop: its link */
  gint64 work;          /* units spent */
  guint32 random;

  /* For dv-map-reinsert.c */
  int *left;            /* of a place in the next row: its links that come from the left */
  int *right;
  int **cost;           /* for each row and gap: of the best path there */
  guint32 **came_from;
  int **sum;            /* for each row and gap: of all links of a box */
  DvOrderWindow *windows;
  GArray *near;         /* DvPlaceId */
};

/* A crossing costs this much; the others are small beside it. */
#define DV_ORDER_CROSSING 1000
#define DV_ORDER_SPAN 30      /* for each row a link goes up or down */
#define DV_ORDER_OVERFLOW 40  /* for each unit a row is too wide */

static inline guint
dv_order_row_length (DvMapOrder *self,
                     guint       row)
{
  return self->rows[row].places->len;
}

static inline DvPlaceId
dv_order_place (DvMapOrder *self,
                guint       row,
                guint       position)
{
  return g_array_index (self->rows[row].places, DvPlaceId, position);
}

static inline DvPlaceId
dv_order_stop (DvMapOrder *self,
               guint       link,
               guint       row)
{
  return self->input.n_boxes + link * self->n_rows + row;
}

static inline guint
dv_order_random (DvMapOrder *self,
                 guint       below)
{
  /* xorshift32 of Marsaglia, 2003. */
  self->random ^= self->random << 13;
  self->random ^= self->random >> 17;
  self->random ^= self->random << 5;

  return (guint) (((guint64) self->random * below) >> 32);
}

void     dv_order_take_out  (DvMapOrder *self,
                             guint       box);
gboolean dv_order_put_in    (DvMapOrder *self,
                             guint       box,
                             guint       from_row,
                             guint       to_row,
                             guint       noise);
gboolean dv_order_get_range (DvMapOrder *self,
                             guint       box,
                             guint      *from_row,
                             guint      *to_row);

G_END_DECLS
