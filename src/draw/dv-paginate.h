/* dv-paginate.h
 *
 * Divides a column of boxes of lines over pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths in points. */
typedef struct
{
  double before;      /* space above, left out at the top of a page */
  double pad_top;
  double pad_bottom;
  double leading;     /* height of a line, more than 0 */
  int n_lines;
  gboolean keep_next; /* never the last on its page */
  guint group;        /* neighbours of one group share a page if it holds them; 0: none */
  int repeat;         /* box shown again above this one on a new page, or -1 */
} DvBox;

typedef struct
{
  guint box;
  int from;          /* first line */
  int to;            /* line after the last */
  double y;          /* top */
  double height;
  gboolean repeated; /* a table head shown again */
} DvPiece;

typedef struct
{
  double first_top; /* of the first page */
  double top;       /* of the others */
  double bottom;
} DvPageFrame;

typedef struct
{
  GArray *pieces; /* DvPiece, in reading order */
  GArray *starts; /* guint for each page: its first piece */
} DvPagination;

DvPagination  *dv_paginate               (const DvBox       *boxes,
                                          guint              n_boxes,
                                          const DvPageFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
void           dv_pagination_free        (DvPagination *self);
guint          dv_pagination_get_n_pages (DvPagination *self);
const DvPiece *dv_pagination_get_page    (DvPagination *self,
                                          guint         page,
                                          guint        *n_pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvPagination, dv_pagination_free)

G_END_DECLS
