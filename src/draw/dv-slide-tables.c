/* dv-slide-tables.c
 *
 * All tables at work: each with its value and how far it is
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-tables"

#include "config.h"

#include "dv-slide-frame.h"

#include <math.h>

#define ROW 304.0
#define MIN_COLUMN 380.0
#define FEW 6
#define PADDING_X 40.0
#define PADDING_Y 32.0
#define COUNT_SIZE 112.0
#define COUNT_GAP 24.0
#define PIP 34.0
#define FOOT_BOTTOM 56.0
#define FOOT_GAP 36.0
#define PAGES_WIDTH 150.0
#define ARROW 52.0
#define ARROW_GAP 28.0
#define WIDE 660.0

typedef struct
{
  guint n_columns;
  guint n_rows;
  double width;
  double height;
  double top;
  gboolean is_beside; /* the value beside the count, not below it */
} Grid;

static const double value_sizes[] = { 64.0, 56.0, 50.0, 44.0, 38.0, 34.0 };

static double
count_width (DvSlideFrame      *frame,
             const DvSlideItem *item)
{
  g_autofree char *count = g_strdup_printf ("%u", item->count);

  return dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, COUNT_SIZE, count);
}

/* All values stand beside their count, or all below it. */
static gboolean
fits_beside (DvSlideFrame *frame,
             double        width)
{
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);

      if (dv_slide_has_text (item->text) &&
          dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, 50.0, item->text) >
            width - 2.0 * PADDING_X - COUNT_GAP - count_width (frame, item))
        return FALSE;
    }

  return TRUE;
}

/* How high the cards have to be for the longest names, in the smallest type. */
static double
needed_height (DvSlideFrame *frame,
               double        width)
{
  static const double smallest[] = { DV_SLIDE_MIN_TEXT };
  double needed = ROW;

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);
      double room = width - 2.0 * PADDING_X, height = 2.0 * PADDING_Y + 60.0;
      DvSlideText text;

      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, smallest, 1, item->label,
                         room - COUNT_GAP - count_width (frame, item), 0.0);
      height += MAX (text.height, 112.0);
      dv_slide_text_clear (&text);
      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 700, value_sizes + G_N_ELEMENTS (value_sizes) - 1, 1, item->text,
                         room, 0.0);
      height += dv_slide_has_text (item->text) ? text.height : 0.0;
      dv_slide_text_clear (&text);
      needed = MAX (needed, height);
    }

  return needed;
}

static void
make_grid (DvSlideFrame *frame,
           double        top,
           double        bottom,
           Grid         *grid)
{
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN, row;
  guint n_items = frame->slide->items->len;
  guint most = (guint) MAX (floor ((width + DV_SLIDE_GAP) / (MIN_COLUMN + DV_SLIDE_GAP)), 1.0);

  grid->top = top;
  grid->n_columns = MIN (most, n_items > FEW ? 4u : 3u);
  grid->width = (width - (grid->n_columns - 1) * DV_SLIDE_GAP) / grid->n_columns;
  grid->is_beside = fits_beside (frame, grid->width);
  row = grid->is_beside ? ROW : needed_height (frame, grid->width);
  grid->n_rows = (guint) MAX (floor ((bottom - top + DV_SLIDE_GAP) / (row + DV_SLIDE_GAP)), 1.0);
  grid->height = MIN (row, bottom - top);
}

static void
draw_table (DvSlideFrame      *frame,
            const Grid        *grid,
            const DvSlideItem *item,
            double             x,
            double             y)
{
  static const double label_sizes[] = { 32.0, DV_SLIDE_MIN_TEXT };
  g_autofree char *count = g_strdup_printf ("%u", item->count);
  DvColour ink = item->number > 0 ? dv_palette_value ((guint) item->number, frame->is_dark).ink : frame->colours.text;
  double left = x + PADDING_X, right = x + grid->width - PADDING_X, bottom = y + grid->height - PADDING_Y;
  double beside = right - left - COUNT_GAP - count_width (frame, item), value_y, words = 0.0, pitch;
  DvSlideText text;

  dv_scene_begin_part (frame->scene, item->id);
  dv_slide_draw_card (frame, x, y, grid->width, grid->height, FALSE, 0);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, COUNT_SIZE, count, frame->colours.text, right, y + 125.0,
                      PANGO_ALIGN_RIGHT);
  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, label_sizes, G_N_ELEMENTS (label_sizes), item->label, beside,
                     grid->is_beside ? 40.0 : 104.0);
  dv_slide_draw_text (frame, &text, frame->colours.dim, left, y + PADDING_Y);
  value_y = y + PADDING_Y + (grid->is_beside ? MAX (text.height, 40.0) : MAX (text.height, 112.0));
  dv_slide_text_clear (&text);

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 700, value_sizes, G_N_ELEMENTS (value_sizes), item->text,
                     grid->is_beside ? beside : right - left, bottom - 48.0 - value_y);
  dv_slide_draw_text (frame, &text, ink, left, value_y);
  dv_slide_text_clear (&text);

  /* Many pips are smaller, so that the words beside them fit. */
  if (dv_slide_has_text (item->detail))
    words = dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 30.0, item->detail) + 18.0;
  pitch = item->target > 0 ? MIN (PIP * 1.353, (right - left - words) / item->target) : 0.0;
  dv_slide_draw_pips (frame, item->number, item->reached, item->target, left, bottom - 20.0 - pitch / 1.353 / 2.0,
                      pitch / 1.353);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 30.0, item->detail, frame->colours.dim,
                      left + item->target * pitch + (item->target > 0 ? 6.0 : 0.0), bottom - 9.0, PANGO_ALIGN_LEFT);
  dv_scene_end_part (frame->scene);
}

/* Where the values go next stands beside the rest of the foot, or above it when
 * the screen is narrow. Returns its top.
 */
static double
fit_foot (DvSlideFrame *frame,
          gboolean      has_pages,
          DvSlideText  *text)
{
  static const double sizes[] = { 36.0, 32.0, DV_SLIDE_MIN_TEXT };
  const DvSlide *slide = frame->slide;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN - ARROW - ARROW_GAP;
  double end = has_pages ? PAGES_WIDTH : 0.0, lift = 0.0;

  if (dv_slide_has_text (slide->foot_end))
    end += dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 30.0, slide->foot_end) + 48.0;
  if (end > 0.55 * width)
    lift = 64.0;
  else
    width -= end;
  dv_slide_fit_text (frame, text, DV_FACE_DISPLAY, 600, sizes, G_N_ELEMENTS (sizes), slide->foot, width, 84.0);
  if (!dv_slide_has_text (slide->foot))
    text->height = lift = 0.0;

  return frame->height - FOOT_BOTTOM - lift - text->height;
}

static double
get_bottom (DvSlideFrame *frame,
            gboolean      has_pages)
{
  DvSlideText text;
  double top = fit_foot (frame, has_pages, &text);

  dv_slide_text_clear (&text);

  return MIN (top - FOOT_GAP, dv_slide_get_bottom (frame, has_pages));
}

static void
draw_foot (DvSlideFrame *frame)
{
  const DvSlide *slide = frame->slide;
  DvSlide without_foot = *slide;
  cairo_t *pen = dv_scene_get_pen (frame->scene);
  DvSlideText text;
  double y;

  without_foot.foot = NULL;
  frame->slide = &without_foot;
  dv_slide_draw_foot (frame);
  frame->slide = slide;

  y = fit_foot (frame, frame->n_pages > 1, &text) + 4.0;
  if (dv_slide_has_text (slide->foot))
    {
      dv_slide_draw_text (frame, &text, frame->colours.text, DV_SLIDE_MARGIN + ARROW + ARROW_GAP, y);
      y += text.leading / 2.0;
      cairo_move_to (pen, DV_SLIDE_MARGIN + 2.0, y);
      cairo_line_to (pen, DV_SLIDE_MARGIN + ARROW - 2.0, y);
      cairo_move_to (pen, DV_SLIDE_MARGIN + ARROW - 18.0, y - 16.0);
      cairo_line_to (pen, DV_SLIDE_MARGIN + ARROW - 2.0, y);
      cairo_line_to (pen, DV_SLIDE_MARGIN + ARROW - 18.0, y + 16.0);
      dv_scene_stroke (frame->scene, frame->colours.text, 4.0);
    }
  dv_slide_text_clear (&text);
}

/* The card of one table, enlarged. */
static void
draw_spotlight (DvSlideFrame      *frame,
                const DvSlideItem *item,
                double             top,
                double             bottom)
{
  Grid grid = { .n_columns = 1, .n_rows = 1, .width = WIDE, .height = ROW };
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN;
  double scale = MIN (width / WIDE, (bottom - top) / ROW);
  DvSlideFrame inner = *frame;

  inner.scene = dv_scene_new (frame->shaper, WIDE, ROW);
  grid.is_beside = dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, 50.0, item->text != NULL ? item->text : "") <=
                   WIDE - 2.0 * PADDING_X - COUNT_GAP - count_width (frame, item);
  draw_table (&inner, &grid, item, 0.0, 0.0);
  dv_scene_add_scene (frame->scene, inner.scene, DV_SLIDE_MARGIN + (width - WIDE * scale) / 2.0, top, scale);
}

/**
 * dv_slide_paint_tables:
 * @frame: a scene
 *
 * Draws a card for each table.
 */
void
dv_slide_paint_tables (DvSlideFrame *frame)
{
  const DvSlideItem *spotlight = dv_slide_get_spotlight (frame->slide);
  double top = dv_slide_draw_headline (frame);
  double bottom = get_bottom (frame, TRUE);
  guint n_items = frame->slide->items->len, per_page;
  Grid grid;

  if (spotlight != NULL)
    {
      draw_spotlight (frame, spotlight, top, bottom);
      draw_foot (frame);
      return;
    }

  make_grid (frame, top, bottom, &grid);
  per_page = grid.n_columns * grid.n_rows;
  dv_slide_set_pages (frame, (n_items + per_page - 1) / per_page);
  for (guint i = frame->page * per_page; i < MIN (n_items, (frame->page + 1) * per_page); i++)
    {
      guint cell = i % per_page;

      draw_table (frame, &grid, g_ptr_array_index (frame->slide->items, i),
                  DV_SLIDE_MARGIN + (cell % grid.n_columns) * (grid.width + DV_SLIDE_GAP),
                  top + (cell / grid.n_columns) * (grid.height + DV_SLIDE_GAP));
    }
  draw_foot (frame);
}
