/* dv-slide-shortlist.c
 *
 * What is chosen from, each with its letter
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-shortlist"

#include "config.h"

#include "dv-slide-pack.h"

#include <math.h>

#define MIN_COLUMN 560.0
#define MAX_COLUMNS 2
#define MIN_ROW 136.0
#define ROW_GAP 24.0
#define PADDING_X 36.0
#define PADDING_Y 14.0
#define LABEL_SIZE 48.0
#define LABEL_WIDTH 36.0
#define LABEL_GAP 28.0
#define TEXT_SIZE 36.0
#define USUAL 1300.0 /* width of a usual text on one line */

/* As wide as the widest letter that is used: past Z there are two. */
static double
label_width (DvSlideFrame *frame)
{
  double width = LABEL_WIDTH;
  glong longest = 1;

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);
      glong length = item->label != NULL ? g_utf8_strlen (item->label, -1) : 0;

      if (length <= longest)
        continue;
      longest = length;
      width = dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, LABEL_SIZE, item->label);
    }

  return width;
}

static void
make_grid (DvSlideFrame *frame,
           double        top,
           double        bottom,
           double        labels,
           DvSlideGrid  *grid)
{
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN;
  double column, row;

  *grid = (DvSlideGrid){ .x = DV_SLIDE_MARGIN, .y = top, .gap = ROW_GAP, .column_gap = DV_SLIDE_GAP,
                         .size = TEXT_SIZE, .weight = 500, .room_x = 2.0 * PADDING_X + labels + LABEL_GAP,
                         .room_y = 2.0 * PADDING_Y };
  grid->n_columns = (guint) CLAMP (floor ((width + DV_SLIDE_GAP) / (MIN_COLUMN + DV_SLIDE_GAP)), 1.0, MAX_COLUMNS);
  column = (width - (grid->n_columns - 1) * DV_SLIDE_GAP) / grid->n_columns;
  for (guint i = 0; i < grid->n_columns; i++)
    grid->widths[i] = column;
  row = MAX (MIN_ROW, CLAMP (ceil (USUAL / (column - grid->room_x)), 2.0, 4.0) * dv_slide_leading (TEXT_SIZE) +
                        grid->room_y);
  grid->n_rows = (guint) CLAMP (floor ((bottom - top + ROW_GAP) / (row + ROW_GAP)), 1.0, DV_SLIDE_PACK_MAX);
  grid->height = MIN (grid->n_rows * (row + ROW_GAP) - ROW_GAP, bottom - top);
}

static void
draw_place (DvSlideFrame       *frame,
            const DvSlideGrid  *grid,
            const DvSlidePlace *place)
{
  /* The smaller ones only if the division over pages misjudged a text. */
  static const double sizes[] = { TEXT_SIZE, 32.0, DV_SLIDE_MIN_TEXT };
  const DvSlideItem *item = g_ptr_array_index (frame->slide->items, place->item);
  DvSceneRect box = dv_slide_grid_get (grid, place);
  double left = box.x + grid->room_x - PADDING_X, middle = box.y + box.height / 2.0;
  int from, to;
  DvSlideText text;

  dv_scene_begin_part (frame->scene, item->id);
  dv_slide_draw_card (frame, box.x, box.y, box.width, box.height, (item->marks & DV_MARK_CHOSEN) != 0,
                      frame->slide->number);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 700, LABEL_SIZE, item->label, frame->value.ink, box.x + PADDING_X,
                      middle + LABEL_SIZE * 0.364, PANGO_ALIGN_LEFT);
  dv_slide_fit_card (frame, &text, 500, sizes, place->n_parts > 1 ? 1 : G_N_ELEMENTS (sizes), item->text,
                     box.width - grid->room_x, place->n_parts > 1 ? 0.0 : box.height);
  dv_slide_place_lines (place, &text, &from, &to);
  dv_slide_draw_lines (frame, &text, frame->colours.text, left, middle - (to - from) * text.leading / 2.0, from, to);
  dv_slide_text_clear (&text);
  dv_scene_end_part (frame->scene);
}

/* The cell after the last card of this page; their number when there is none. */
static guint
find_rest (DvSlideFrame      *frame,
           const DvSlideGrid *grid,
           GArray            *places)
{
  guint rest = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const DvSlidePlace *place = &g_array_index (places, DvSlidePlace, i);

      if (place->page == frame->page)
        rest = MAX (rest, (place->row + place->n_rows - 1) * grid->n_columns + place->column + place->n_columns);
    }

  return rest;
}

/* The remark stands in the cell after the last card; when that card ends the
 * page, at the foot.
 */
static gboolean
draw_remark (DvSlideFrame      *frame,
             const DvSlideGrid *grid,
             GArray            *places)
{
  static const double sizes[] = { 32.0, DV_SLIDE_MIN_TEXT };
  guint cell = find_rest (frame, grid, places);
  DvSlidePlace place = { .column = cell % grid->n_columns, .row = cell / grid->n_columns, .n_columns = 1, .n_rows = 1 };
  DvSceneRect box;
  DvSlideText text;
  gboolean has_room;

  if (place.row >= grid->n_rows)
    return FALSE;

  box = dv_slide_grid_get (grid, &place);
  has_room = dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, sizes, G_N_ELEMENTS (sizes), frame->slide->text,
                                box.width - 2.0 * PADDING_X, box.height);
  if (has_room)
    dv_slide_draw_text (frame, &text, frame->colours.dim, box.x + PADDING_X, box.y + (box.height - text.height) / 2.0);
  dv_slide_text_clear (&text);

  return has_room;
}

/**
 * dv_slide_paint_shortlist:
 * @frame: a scene
 *
 * Draws the examples that dots are given to, with the letters they are called
 * by.
 */
void
dv_slide_paint_shortlist (DvSlideFrame *frame)
{
  const DvSlide *slide = frame->slide;
  const DvSlideItem *spotlight = dv_slide_get_spotlight (slide);
  double top = dv_slide_draw_head (frame);
  double bottom = dv_slide_get_bottom (frame, TRUE);
  g_autoptr (GArray) places = NULL;
  DvSlide with_remark = *slide;
  DvSlideGrid grid;

  if (spotlight != NULL)
    {
      dv_slide_draw_spotlight (frame, top, frame->width - DV_SLIDE_MARGIN, bottom, spotlight);
      dv_slide_draw_foot (frame);
      return;
    }

  make_grid (frame, top, bottom, label_width (frame), &grid);
  places = dv_slide_pack (frame, &grid);
  dv_slide_set_pages (frame, places->len > 0 ? g_array_index (places, DvSlidePlace, places->len - 1).page + 1 : 1);
  for (guint i = 0; i < places->len; i++)
    {
      const DvSlidePlace *place = &g_array_index (places, DvSlidePlace, i);

      if (place->page == frame->page)
        draw_place (frame, &grid, place);
    }

  if (dv_slide_has_text (slide->text) && frame->page + 1 == frame->n_pages && !draw_remark (frame, &grid, places) &&
      !dv_slide_has_text (slide->foot_end))
    with_remark.foot_end = slide->text;
  frame->slide = &with_remark;
  dv_slide_draw_foot (frame);
  frame->slide = slide;
}
