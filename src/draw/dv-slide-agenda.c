/* dv-slide-agenda.c
 *
 * What a meeting does, and where it is now
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-agenda"

#include "config.h"

#include "dv-slide-frame.h"

/* A card for each activity, from top to bottom. What goes on now is a panel in
 * the colour of the text, as the newest example is; what has been is quiet and
 * ticked off. A long programme takes two columns where there is room, then
 * pages.
 */

#define ROW_GAP 14.0
#define MIN_ROW 84.0
#define MAX_ROW 148.0
#define PADDING 36.0
#define COLUMN_GAP 32.0
#define TWO_COLUMNS 1560.0
#define TICK 34.0

typedef struct
{
  double label_width; /* 0: no times */
  double detail_width;
  double width;
  double row_height;
  guint n_columns;
} AgendaGrid;

static const DvSlideItem *
get_item (DvSlideFrame *frame,
          guint         index)
{
  return g_ptr_array_index (frame->slide->items, index);
}

static gboolean
is_done (const DvSlideItem *item)
{
  return (item->marks & DV_MARK_DONE) != 0;
}

static void
fit_title (DvSlideFrame      *frame,
           const AgendaGrid  *grid,
           const DvSlideItem *item,
           DvSlideText       *text)
{
  static const double sizes[] = { 52.0, 44.0, 40.0, 36.0, 32.0, DV_SLIDE_MIN_TEXT };
  double width = grid->width - 2.0 * PADDING - grid->label_width - grid->detail_width;

  dv_slide_fit_text (frame, text, DV_FACE_DISPLAY, 600, sizes, G_N_ELEMENTS (sizes), item->text, width, MIN_ROW - 8.0);
}

/* One height for all rows, enough for the longest title. */
static void
measure_rows (DvSlideFrame *frame,
              AgendaGrid   *grid)
{
  double content = frame->width - 2.0 * DV_SLIDE_MARGIN;

  grid->width = (content - (grid->n_columns - 1) * COLUMN_GAP) / grid->n_columns;
  grid->row_height = MIN_ROW;
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      DvSlideText text;

      fit_title (frame, grid, get_item (frame, i), &text);
      grid->row_height = MAX (grid->row_height, text.height + 20.0);
      dv_slide_text_clear (&text);
    }
}

static guint
rows_in (const AgendaGrid *grid,
         double            height)
{
  return MAX ((guint) ((height + ROW_GAP + 0.5) / (grid->row_height + ROW_GAP)), 1);
}

static AgendaGrid
make_grid (DvSlideFrame *frame,
           double        height)
{
  AgendaGrid grid = { .n_columns = 1 };
  guint n = frame->slide->items->len;

  for (guint i = 0; i < n; i++)
    {
      const DvSlideItem *item = get_item (frame, i);

      if (dv_slide_has_text (item->label))
        grid.label_width = MAX (grid.label_width,
                                dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, 40.0, item->label) + 40.0);
      if (dv_slide_has_text (item->detail))
        grid.detail_width = MAX (grid.detail_width,
                                 dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 32.0, item->detail) + 32.0);
    }
  grid.detail_width += TICK + 20.0;

  measure_rows (frame, &grid);
  if (n > rows_in (&grid, height) && frame->width - 2.0 * DV_SLIDE_MARGIN >= TWO_COLUMNS)
    {
      grid.n_columns = 2;
      measure_rows (frame, &grid);
    }

  return grid;
}

static void
draw_tick (DvSlideFrame *frame,
           DvColour      colour,
           double        x,
           double        middle)
{
  cairo_t *pen = dv_scene_get_pen (frame->scene);

  cairo_move_to (pen, x + 3.0, middle + 1.0);
  cairo_line_to (pen, x + 12.0, middle + 11.0);
  cairo_line_to (pen, x + TICK - 3.0, middle - 12.0);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_stroke (frame->scene, colour, 5.0);
  dv_scene_set_graphic (frame->scene, FALSE);
}

static void
draw_row (DvSlideFrame      *frame,
          const AgendaGrid  *grid,
          const DvSlideItem *item,
          double             x,
          double             y)
{
  gboolean is_now = (item->marks & DV_MARK_NOW) != 0;
  DvColour ink = is_now ? frame->colours.paper : is_done (item) ? frame->colours.dim : frame->colours.text;
  DvColour quiet = is_now ? frame->colours.paper : frame->colours.dim;
  double middle = y + grid->row_height / 2.0, right = x + grid->width - PADDING;
  DvSlideText title;

  dv_scene_begin_part (frame->scene, item->id);
  if (is_now)
    {
      dv_scene_round_rect (frame->scene, x, y, grid->width, grid->row_height, 24.0);
      dv_scene_fill (frame->scene, frame->colours.text);
    }
  else if (!is_done (item))
    {
      dv_slide_draw_card (frame, x, y, grid->width, grid->row_height, FALSE, 0);
    }
  if (dv_slide_has_text (item->label))
    dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, 40.0, item->label, ink, x + PADDING, middle + 14.5, PANGO_ALIGN_LEFT);
  fit_title (frame, grid, item, &title);
  dv_slide_draw_text (frame, &title, ink, x + PADDING + grid->label_width, middle - title.height / 2.0);
  dv_slide_text_clear (&title);
  if (dv_slide_has_text (item->detail))
    dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 32.0, item->detail, quiet, right - TICK - 20.0, middle + 11.5,
                        PANGO_ALIGN_RIGHT);
  if (is_done (item))
    draw_tick (frame, quiet, right - TICK, middle);
  dv_scene_end_part (frame->scene);
}

/**
 * dv_slide_paint_agenda:
 * @frame: where to draw
 *
 * The activities of a meeting, with what is done and what is busy.
 */
void
dv_slide_paint_agenda (DvSlideFrame *frame)
{
  const DvSlideItem *spotlight = dv_slide_get_spotlight (frame->slide);
  double top = dv_slide_draw_headline (frame), bottom = dv_slide_get_bottom (frame, FALSE), room;
  guint n = frame->slide->items->len, n_rows, first, n_here;
  AgendaGrid grid;

  if (spotlight != NULL)
    {
      dv_slide_draw_spotlight (frame, top, frame->width - DV_SLIDE_MARGIN, bottom, spotlight);
      return;
    }

  grid = make_grid (frame, bottom - top);
  n_rows = rows_in (&grid, bottom - top);
  if (n > n_rows * grid.n_columns)
    {
      bottom = dv_slide_get_bottom (frame, TRUE);
      n_rows = rows_in (&grid, bottom - top);
    }
  dv_slide_set_pages (frame, (n + n_rows * grid.n_columns - 1) / (n_rows * grid.n_columns));
  /* Columns, and pages, of about the same length. */
  n_rows = MAX ((n + frame->n_pages * grid.n_columns - 1) / (frame->n_pages * grid.n_columns), 1);
  room = (bottom - top + ROW_GAP) / n_rows - ROW_GAP;
  grid.row_height = MAX (grid.row_height, MIN (room, MAX_ROW));

  first = frame->page * n_rows * grid.n_columns;
  n_here = first < n ? MIN (n - first, n_rows * grid.n_columns) : 0;
  for (guint i = 0; i < n_here; i++)
    draw_row (frame, &grid, get_item (frame, first + i), DV_SLIDE_MARGIN + (i / n_rows) * (grid.width + COLUMN_GAP),
              top + (i % n_rows) * (grid.row_height + ROW_GAP));
  dv_slide_draw_foot (frame);
}
