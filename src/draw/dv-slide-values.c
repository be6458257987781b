/* dv-slide-values.c
 *
 * The core values that were chosen, with what is meant by them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-values"

#include "config.h"

#include <math.h>

#include "dv-slide-frame.h"

/* A card for each value. Of the ways to divide the page into cards the one with
 * the fewest pages is taken at which everything can be read, and of those the
 * one with the largest text.
 */

#define GAP 32.0
#define PADDING 40.0
#define DISC 76.0
#define DISC_GAP 24.0
#define MIN_WIDTH 400.0
#define MIN_HEIGHT 200.0
#define PLAIN_HEIGHT 260.0 /* of a card without a meaning */
#define MAX_COLUMNS 4
#define MAX_ROWS 4
#define N_NAMES 10
#define N_MEANINGS 5

static const double name_sizes[N_NAMES] = { 64.0, 58.0, 52.0, 48.0, 44.0, 40.0, 36.0, 32.0, 30.0, DV_SLIDE_MIN_TEXT };
static const double meaning_sizes[N_MEANINGS] = { 42.0, 38.0, 34.0, 31.0, DV_SLIDE_MIN_TEXT };

typedef struct
{
  guint columns;
  guint rows;
  guint n_pages;
  double width;
  double height;
  guint name;    /* index of its size */
  guint meaning;
} ValuesGrid;

static const DvSlideItem *
get_item (DvSlideFrame *frame,
          guint         index)
{
  return g_ptr_array_index (frame->slide->items, index);
}

static double
name_room (const ValuesGrid *grid)
{
  return grid->width - 2.0 * PADDING - DISC - DISC_GAP;
}

/* The largest size at which every name is one line, or else the largest at
 * which it is two without a broken word. */
static void
fit_names (DvSlideFrame *frame,
           ValuesGrid   *grid)
{
  guint n = frame->slide->items->len;

  grid->name = 0;
  for (guint i = 0; i < n; i++)
    for (;; grid->name++)
      {
        guint index = grid->name;
        DvFont font = dv_slide_font (DV_FACE_DISPLAY, 700, name_sizes[index]);
        DvFit fit;

        if (index + 1 == N_NAMES)
          return;
        fit = dv_shaper_fit (frame->shaper, &font, get_item (frame, i)->text, name_room (grid));
        if (fit.n_lines == 1 || (fit.n_lines == 2 && index >= 5))
          break;
      }
}

static double
fit_name (DvSlideFrame      *frame,
          const ValuesGrid  *grid,
          const DvSlideItem *item,
          DvSlideText       *text)
{
  dv_slide_fit_text (frame, text, DV_FACE_DISPLAY, 700, name_sizes + grid->name, 1, item->text, name_room (grid), 0.0);

  return MAX (text->height, DISC);
}

/* Whether the meanings can fit, by their area: setting a thousand letters in
 * every size for every way to divide the page would take too long. No text of
 * words is narrower than this. */
static gboolean
may_fit (DvSlideFrame     *frame,
         const ValuesGrid *grid)
{
  double size = meaning_sizes[grid->meaning], room = grid->height - 2.0 * PADDING - DISC + 16.0;
  double letter = 0.4 * size * dv_slide_leading (size);

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = get_item (frame, i);

      if (dv_slide_has_text (item->detail) &&
          (double) g_utf8_strlen (item->detail, -1) * letter > (grid->width - 2.0 * PADDING) * room)
        return FALSE;
    }

  return TRUE;
}

static double
measure_text (DvSlideFrame *frame,
              int           weight,
              double        size,
              const char   *text,
              double        width)
{
  DvFont font = dv_slide_font (DV_FACE_DISPLAY, weight, size);

  return dv_shaper_count_lines (frame->shaper, &font, text, width) * dv_slide_leading (size);
}

/* Whether name and meaning of all values fit at one size. */
static gboolean
fits (DvSlideFrame     *frame,
      const ValuesGrid *grid)
{
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = get_item (frame, i);
      double height = MAX (measure_text (frame, 700, name_sizes[grid->name], item->text, name_room (grid)), DISC);

      if (dv_slide_has_text (item->detail))
        height += 20.0 + measure_text (frame, 400, meaning_sizes[grid->meaning], item->detail,
                                       grid->width - 2.0 * PADDING);
      if (height > grid->height - 2.0 * PADDING + 16.0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_meanings (DvSlideFrame *frame)
{
  for (guint i = 0; i < frame->slide->items->len; i++)
    if (dv_slide_has_text (get_item (frame, i)->detail))
      return TRUE;

  return FALSE;
}

static ValuesGrid
divide_page (DvSlideFrame *frame,
             guint         columns,
             guint         rows,
             double        height)
{
  ValuesGrid grid = { .columns = columns, .rows = rows };
  double content = frame->width - 2.0 * DV_SLIDE_MARGIN;

  grid.n_pages = (MAX (frame->slide->items->len, 1) + columns * rows - 1) / (columns * rows);
  grid.width = (content - (columns - 1) * GAP) / columns;
  grid.height = (height - (rows - 1) * GAP) / rows;

  return grid;
}

static gboolean
is_possible (DvSlideFrame     *frame,
             const ValuesGrid *grid)
{
  guint n = frame->slide->items->len;

  if (grid->width < MIN_WIDTH || grid->height < MIN_HEIGHT)
    return FALSE;
  /* No row or column that would stay empty. */
  return (grid->columns == 1 || n > (grid->columns - 1) * 1) &&
         (grid->rows == 1 || grid->n_pages > 1 || n > grid->columns * (grid->rows - 1));
}

static ValuesGrid
choose_grid (DvSlideFrame *frame,
             double        height)
{
  guint n = MAX (frame->slide->items->len, 1);
  ValuesGrid best = divide_page (frame, 1, 1, height);
  gboolean is_found = FALSE;

  for (guint n_pages = 1; n_pages <= n && !is_found; n_pages++)
    for (guint meaning = 0; meaning < N_MEANINGS && !is_found; meaning++)
      for (guint columns = MAX_COLUMNS; columns >= 1 && !is_found; columns--)
        for (guint rows = 1; rows <= MAX_ROWS && !is_found; rows++)
          {
            ValuesGrid grid = divide_page (frame, columns, rows, height);

            grid.meaning = meaning;
            if (grid.n_pages != n_pages || !is_possible (frame, &grid) ||
                (columns > 1 && rows == 1 && n > 3 && grid.n_pages == 1))
              continue;
            if (!may_fit (frame, &grid))
              continue;
            fit_names (frame, &grid);
            is_found = fits (frame, &grid);
            if (is_found)
              best = grid;
          }
  if (!is_found)
    {
      best.meaning = N_MEANINGS - 1;
      best.name = N_NAMES - 1;
    }
  if (!has_meanings (frame))
    best.height = MIN (best.height, PLAIN_HEIGHT);

  return best;
}

static void
draw_value (DvSlideFrame      *frame,
            const ValuesGrid  *grid,
            const DvSlideItem *item,
            double             x,
            double             y)
{
  DvColour ink = dv_palette_value ((guint) MAX (item->number, 0), frame->is_dark).ink;
  DvSlideText name, meaning;
  double height, top = y + PADDING - 4.0;

  dv_scene_begin_part (frame->scene, item->id);
  dv_slide_draw_card (frame, x, y, grid->width, grid->height, FALSE, 0);
  height = fit_name (frame, grid, item, &name);
  if (!has_meanings (frame))
    top = y + (grid->height - height) / 2.0;
  dv_slide_draw_disc (frame, item->number, x + PADDING, top, DISC);
  dv_slide_draw_text (frame, &name, ink, x + PADDING + DISC + DISC_GAP, top + (height - name.height) / 2.0);
  dv_slide_text_clear (&name);
  if (dv_slide_has_text (item->detail))
    {
      dv_slide_fit_text (frame, &meaning, DV_FACE_DISPLAY, 400, meaning_sizes + grid->meaning, 1, item->detail,
                         grid->width - 2.0 * PADDING, 0.0);
      dv_slide_draw_text (frame, &meaning, frame->colours.text, x + PADDING, top + height + 20.0);
      dv_slide_text_clear (&meaning);
    }
  dv_scene_end_part (frame->scene);
}

/**
 * dv_slide_paint_values:
 * @frame: where to draw
 *
 * The chosen values, each on a card of its own.
 */
void
dv_slide_paint_values (DvSlideFrame *frame)
{
  const DvSlideItem *spotlight = dv_slide_get_spotlight (frame->slide);
  double top = dv_slide_draw_headline (frame), bottom = dv_slide_get_bottom (frame, FALSE);
  guint n = frame->slide->items->len, first, per_page;
  ValuesGrid grid;

  if (spotlight != NULL)
    {
      dv_slide_draw_spotlight (frame, top, frame->width - DV_SLIDE_MARGIN, bottom, spotlight);
      return;
    }

  grid = choose_grid (frame, bottom - top);
  if (grid.n_pages > 1)
    grid = choose_grid (frame, dv_slide_get_bottom (frame, TRUE) - top);
  per_page = grid.columns * grid.rows;
  dv_slide_set_pages (frame, (n + per_page - 1) / per_page);
  first = frame->page * per_page;
  for (guint i = first; i < MIN (n, first + per_page); i++)
    draw_value (frame, &grid, get_item (frame, i),
                DV_SLIDE_MARGIN + ((i - first) % grid.columns) * (grid.width + GAP),
                top + ((i - first) / grid.columns) * (grid.height + GAP));
  dv_slide_draw_foot (frame);
}
