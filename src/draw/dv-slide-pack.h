/* dv-slide-pack.h
 *
 * Divides cards over pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-slide-frame.h"

G_BEGIN_DECLS

#define DV_SLIDE_PACK_MAX 16

/* A page of cells. The first card of a page may be a panel: larger text over
 * the whole height of the first column. */
typedef struct
{
  double x;
  double y;
  double height;
  double gap;                       /* between rows */
  double column_gap;
  guint n_columns;
  guint n_rows;                     /* at most DV_SLIDE_PACK_MAX, as are columns */
  double widths[DV_SLIDE_PACK_MAX]; /* of the columns */
  gboolean has_panel;
  double size;                      /* of the text in a card */
  int weight;
  double room_x;                    /* what a card needs beside its text */
  double room_y;
  const double *panel_sizes;        /* of the text in a panel, the largest first */
  guint n_panel_sizes;
  int panel_weight;
  double panel_room_x;
  double panel_room_y;
} DvSlideGrid;

/* Where an item lies. One longer than a page lies on more of them. */
typedef struct
{
  guint item;
  guint page;
  guint column;
  guint row;
  guint n_columns;
  guint n_rows;
  guint part;    /* which part of its text, of so many */
  guint n_parts;
  double size;   /* of its text */
  gboolean is_panel;
} DvSlidePlace;

GArray      *dv_slide_pack        (DvSlideFrame       *frame,
                                   const DvSlideGrid  *grid) G_GNUC_WARN_UNUSED_RESULT;
DvSceneRect  dv_slide_grid_get    (const DvSlideGrid  *grid,
                                   const DvSlidePlace *place);
void         dv_slide_place_lines (const DvSlidePlace *place,
                                   const DvSlideText  *text,
                                   int                *from,
                                   int                *to);

G_END_DECLS
