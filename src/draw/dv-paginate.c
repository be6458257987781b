/* dv-paginate.c
 *
 * Divides a column of boxes of lines over pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-paginate"

#include "config.h"

#include "dv-paginate.h"

#include <math.h>

/* Pure geometry: nothing here knows what a box holds. Wishes are honoured in
 * this order: everything lands on a page; a heading is not left behind at the
 * foot; a group stays together; no line stands alone at the foot or the top.
 */

#define MIN_LINES 2    /* of a paragraph on either side of a page end */
#define MAX_CHAIN 8    /* boxes looked ahead for keep_next */
#define TOLERANCE 0.01 /* points; sums of doubles are not exact */

typedef struct
{
  const DvBox *boxes;
  guint n_boxes;
  const DvPageFrame *frame;
  DvPagination *result;
  double y;
  gboolean fresh; /* nothing but a repeated head on this page yet */
} Pager;

static double
box_height (const DvBox *box)
{
  return box->pad_top + box->n_lines * box->leading + box->pad_bottom;
}

static double
page_height (Pager *pager)
{
  return pager->frame->bottom - pager->frame->top;
}

static gboolean
is_fitting (Pager  *pager,
            double  height)
{
  return pager->y + height <= pager->frame->bottom + TOLERANCE;
}

static gboolean
is_divisible (const DvBox *box)
{
  return box->n_lines >= 2 * MIN_LINES;
}

/* The height a box needs to begin here, with what has to follow it. */
static double
needed_height (Pager *pager,
               guint  index,
               guint  depth)
{
  const DvBox *box = &pager->boxes[index];

  if (box->keep_next && index + 1 < pager->n_boxes && depth < MAX_CHAIN)
    return box_height (box) + pager->boxes[index + 1].before + needed_height (pager, index + 1, depth + 1);
  if (is_divisible (box))
    return box->pad_top + MIN_LINES * box->leading;

  return box_height (box);
}

static double
group_height (Pager *pager,
              guint  index)
{
  double height = 0.0;

  for (guint i = index; i < pager->n_boxes && pager->boxes[i].group == pager->boxes[index].group; i++)
    height += box_height (&pager->boxes[i]) + (i == index ? 0.0 : pager->boxes[i].before);

  return height;
}

static void
add_piece (Pager    *pager,
           guint     index,
           int       from,
           int       to,
           gboolean  repeated)
{
  const DvBox *box = &pager->boxes[index];
  DvPiece piece = { index, from, to, pager->y, 0.0, repeated };

  piece.height = (to - from) * box->leading;
  if (from == 0)
    piece.height += box->pad_top;
  if (to == box->n_lines)
    piece.height += box->pad_bottom;
  g_array_append_val (pager->result->pieces, piece);
  pager->y += piece.height;
}

static void
begin_page (Pager *pager,
            guint  index)
{
  int repeat = pager->boxes[index].repeat;

  g_array_append_val (pager->result->starts, pager->result->pieces->len);
  pager->y = pager->frame->top;
  pager->fresh = TRUE;

  /* A head that fills the page would leave no room for what it heads. */
  if (repeat >= 0 && (guint) repeat < index && box_height (&pager->boxes[repeat]) < page_height (pager) / 2.0)
    add_piece (pager, (guint) repeat, 0, pager->boxes[repeat].n_lines, TRUE);
}

/* How many of the remaining lines go on this page; 0 to begin a new one. */
static int
lines_here (Pager *pager,
            guint  index,
            int    from)
{
  const DvBox *box = &pager->boxes[index];
  double room = pager->frame->bottom - pager->y - (from == 0 ? box->pad_top : 0.0);
  int left = box->n_lines - from;
  int fitting = (int) floor ((room + TOLERANCE) / box->leading);

  if (fitting >= left)
    return left;
  if (pager->fresh && (fitting < MIN_LINES || left < 2 * MIN_LINES))
    return CLAMP (fitting, 1, left);
  if (left - fitting < MIN_LINES)
    fitting = left - MIN_LINES;
  if (fitting < MIN_LINES || (from == 0 && !is_divisible (box)))
    return pager->fresh ? 1 : 0;

  return fitting;
}

static gboolean
is_better_on_new_page (Pager *pager,
                       guint  index)
{
  const DvBox *box = &pager->boxes[index];
  gboolean is_group_start = box->group != 0 && (index == 0 || pager->boxes[index - 1].group != box->group);
  double needed;

  if (pager->fresh)
    return FALSE;

  if (is_group_start)
    {
      double height = group_height (pager, index);

      if (height <= page_height (pager) && !is_fitting (pager, box->before + height))
        return TRUE;
    }

  needed = needed_height (pager, index, 0);

  return needed <= page_height (pager) && !is_fitting (pager, box->before + needed);
}

static void
place_box (Pager *pager,
           guint  index)
{
  const DvBox *box = &pager->boxes[index];
  int from = 0;

  if (is_better_on_new_page (pager, index))
    begin_page (pager, index);
  if (!pager->fresh)
    pager->y += box->before;

  while (from < box->n_lines)
    {
      int here = lines_here (pager, index, from);

      if (here > 0)
        {
          add_piece (pager, index, from, from + here, FALSE);
          pager->fresh = FALSE;
          from += here;
        }
      if (from < box->n_lines)
        begin_page (pager, index);
    }
}

/**
 * dv_paginate:
 * @boxes: boxes from top to bottom, each of at least one line
 * @n_boxes: how many
 * @frame: where a page begins and ends
 *
 * Every line of every box is on exactly one page, in order. Without boxes there
 * is one empty page.
 *
 * Returns: (transfer full): the pages
 */
DvPagination *
dv_paginate (const DvBox       *boxes,
             guint              n_boxes,
             const DvPageFrame *frame)
{
  DvPagination *result = g_new0 (DvPagination, 1);
  Pager pager = { boxes, n_boxes, frame, result, frame->first_top, TRUE };
  guint first = 0;

  result->pieces = g_array_new (FALSE, FALSE, sizeof (DvPiece));
  result->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (result->starts, first);

  for (guint i = 0; i < n_boxes; i++)
    place_box (&pager, i);

  return result;
}

/**
 * dv_pagination_free:
 * @self: (transfer full): pages
 */
void
dv_pagination_free (DvPagination *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * dv_pagination_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are, at least 1
 */
guint
dv_pagination_get_n_pages (DvPagination *self)
{
  return self->starts->len;
}

/**
 * dv_pagination_get_page:
 * @self: pages
 * @page: a page, from 0
 * @n_pieces: (out): how many pieces it has
 *
 * Returns: (transfer none): the pieces of that page
 */
const DvPiece *
dv_pagination_get_page (DvPagination *self,
                        guint         page,
                        guint        *n_pieces)
{
  guint first, end;

  g_return_val_if_fail (page < self->starts->len, NULL);

  first = g_array_index (self->starts, guint, page);
  end = page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1) : self->pieces->len;
  *n_pieces = end - first;

  return &g_array_index (self->pieces, DvPiece, first);
}
