/* test-paginate.c
 *
 * Tests of dividing boxes over pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-flow.h"
#include "dv-paginate.h"

static const DvPageFrame frame = { 0.0, 0.0, 100.0 };

static DvBox
lines (int n_lines)
{
  return (DvBox){ .leading = 10.0, .n_lines = n_lines, .repeat = -1 };
}

static guint
page_of (DvPagination *pages,
         guint         box)
{
  for (guint i = 0; i < dv_pagination_get_n_pages (pages); i++)
    {
      guint n_pieces;
      const DvPiece *pieces = dv_pagination_get_page (pages, i, &n_pieces);

      for (guint j = 0; j < n_pieces; j++)
        if (pieces[j].box == box && !pieces[j].repeated)
          return i;
    }
  g_assert_not_reached ();
}

static void
test_nothing (void)
{
  g_autoptr (DvPagination) pages = dv_paginate (NULL, 0, &frame);
  guint n_pieces;

  g_assert_cmpuint (dv_pagination_get_n_pages (pages), ==, 1);
  dv_pagination_get_page (pages, 0, &n_pieces);
  g_assert_cmpuint (n_pieces, ==, 0);
}

static void
test_no_widow_no_orphan (void)
{
  for (int before = 0; before <= 10; before++)
    for (int n_lines = 1; n_lines <= 10; n_lines++)
      {
        DvBox boxes[] = { lines (MAX (before, 1)), lines (n_lines) };
        g_autoptr (DvPagination) pages = dv_paginate (boxes, 2, &frame);

        for (guint i = 0; i < pages->pieces->len; i++)
          {
            DvPiece *piece = &g_array_index (pages->pieces, DvPiece, i);

            if (piece->to - piece->from < 2)
              g_assert_cmpint (boxes[piece->box].n_lines, ==, 1);
          }
      }
}

static void
test_heading_goes_along (void)
{
  DvBox boxes[] = { lines (8), lines (1), lines (3) };
  g_autoptr (DvPagination) pages = NULL;

  boxes[1].keep_next = TRUE;
  pages = dv_paginate (boxes, 3, &frame);
  g_assert_cmpuint (page_of (pages, 0), ==, 0);
  g_assert_cmpuint (page_of (pages, 1), ==, 1);
  g_assert_cmpuint (page_of (pages, 2), ==, 1);
}

static void
test_group_stays_together (void)
{
  DvBox boxes[] = { lines (4), lines (2), lines (3), lines (3), lines (1) };
  g_autoptr (DvPagination) pages = NULL;

  boxes[1].group = boxes[2].group = boxes[3].group = 1;
  pages = dv_paginate (boxes, 5, &frame);
  g_assert_cmpuint (page_of (pages, 1), ==, 1);
  g_assert_cmpuint (page_of (pages, 3), ==, 1);

  /* One that no page holds begins where it can. */
  boxes[3].n_lines = 20;
  g_clear_pointer (&pages, dv_pagination_free);
  pages = dv_paginate (boxes, 5, &frame);
  g_assert_cmpuint (page_of (pages, 1), ==, 0);
}

static void
test_table_head_is_repeated (void)
{
  DvBox boxes[30];
  g_autoptr (DvPagination) pages = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      boxes[i] = lines (1);
      boxes[i].repeat = i == 0 ? -1 : 0;
    }
  pages = dv_paginate (boxes, G_N_ELEMENTS (boxes), &frame);
  g_assert_cmpuint (dv_pagination_get_n_pages (pages), ==, 4);
  for (guint i = 1; i < 4; i++)
    {
      guint n_pieces;
      const DvPiece *pieces = dv_pagination_get_page (pages, i, &n_pieces);

      g_assert_true (pieces[0].repeated);
      g_assert_cmpuint (pieces[0].box, ==, 0);
    }
}

static void
test_line_higher_than_page (void)
{
  DvBox boxes[] = { lines (1), lines (3), lines (1) };
  g_autoptr (DvPagination) pages = NULL;

  boxes[1].leading = 250.0;
  pages = dv_paginate (boxes, 3, &frame);
  g_assert_cmpuint (dv_pagination_get_n_pages (pages), ==, 5);
}

/* Whatever is asked: every line once, in order, and inside its page. */
static void
test_every_line_once (void)
{
  for (int seed = 0; seed < 400; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) seed);
      DvBox boxes[60];
      g_autoptr (DvPagination) pages = NULL;
      guint box = 0;
      int line = 0;

      for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
        {
          boxes[i] = lines (g_rand_int_range (rand, 1, 16));
          boxes[i].before = g_rand_double_range (rand, 0.0, 15.0);
          boxes[i].pad_top = g_rand_double_range (rand, 0.0, 3.0);
          boxes[i].keep_next = g_rand_int_range (rand, 0, 4) == 0;
          boxes[i].group = (guint) g_rand_int_range (rand, 0, 3);
        }
      pages = dv_paginate (boxes, G_N_ELEMENTS (boxes), &frame);
      for (guint i = 0; i < pages->pieces->len; i++)
        {
          DvPiece *piece = &g_array_index (pages->pieces, DvPiece, i);

          g_assert_cmpuint (piece->box, ==, box);
          g_assert_cmpint (piece->from, ==, line);
          g_assert_cmpint (piece->to, >, piece->from);
          g_assert_cmpfloat (piece->y + piece->height, <=, 100.01);
          line = piece->to;
          if (line == boxes[box].n_lines)
            {
              box++;
              line = 0;
            }
        }
      g_assert_cmpuint (box, ==, G_N_ELEMENTS (boxes));
    }
}

static DvFlow *
make_table (DvShaper *shaper,
            guint     n_rows)
{
  const DvFlowPage page = { 200.0, 100.0, frame, 0.0, 200.0, { 0.0, 0.0, 0.0 } };
  const DvTextStyle style = { { DV_FACE_UI, 8.0, 400, FALSE, 0.0 }, 10.0, { 0.0, 0.0, 0.0 } };
  const DvFlowCell cell = { .style = &style, .text = "a", .width = 100.0 };
  const DvFlowBlock heading = { .kind = DV_FLOW_HEADING_2, .keep_next = TRUE };
  const DvFlowBlock row = { .kind = DV_FLOW_ROW };
  DvFlow *flow = dv_flow_new (shaper, &page);

  dv_flow_add (flow, &heading, &cell, 1);
  for (guint i = 0; i < n_rows; i++)
    dv_flow_add (flow, &row, &cell, 1);

  return flow;
}

/* One row more than fits takes another along. */
static void
test_no_row_alone (void)
{
  g_autoptr (DvShaper) shaper = dv_shaper_new ("nl");
  g_autoptr (DvFlow) last = make_table (shaper, 10);
  guint n_pieces;

  g_assert_cmpuint (dv_flow_get_n_pages (last), ==, 2);
  dv_flow_get_page (last, 1, &n_pieces);
  g_assert_cmpuint (n_pieces, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paginate/nothing", test_nothing);
  g_test_add_func ("/paginate/widow-orphan", test_no_widow_no_orphan);
  g_test_add_func ("/paginate/heading", test_heading_goes_along);
  g_test_add_func ("/paginate/group", test_group_stays_together);
  g_test_add_func ("/paginate/table-head", test_table_head_is_repeated);
  g_test_add_func ("/paginate/no-row-alone", test_no_row_alone);
  g_test_add_func ("/paginate/high-line", test_line_higher_than_page);
  g_test_add_func ("/paginate/every-line-once", test_every_line_once);

  return g_test_run ();
}
