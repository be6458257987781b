/* dv-slide-pack.c
 *
 * Divides cards over pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-pack"

#include "config.h"

#include "dv-slide-pack.h"

#include <math.h>
#include <string.h>

/* Cards keep their order. Each takes the fewest cells that hold its text; when
 * it no longer fits on the page a new one is begun. Texts are not shaped for
 * this but measured roughly, so thousands are divided in a few milliseconds.
 */

typedef struct
{
  DvSlideFrame *frame;
  const DvSlideGrid *grid;
  GArray *places;
  guint page;
  gboolean is_empty; /* the page */
  gboolean taken[DV_SLIDE_PACK_MAX][DV_SLIDE_PACK_MAX]; /* column, row */
} Packer;

static double
get_width (const DvSlideGrid *grid,
           guint              column,
           guint              n_columns)
{
  double width = (n_columns - 1) * grid->column_gap;

  for (guint i = column; i < column + n_columns; i++)
    width += grid->widths[i];

  return width;
}

static double
get_height (const DvSlideGrid *grid,
            guint              n_rows)
{
  double row = (grid->height - (grid->n_rows - 1) * grid->gap) / grid->n_rows;

  return n_rows * row + (n_rows - 1) * grid->gap;
}

/**
 * dv_slide_grid_get:
 * @grid: a page of cells
 * @place: where an item lies on it
 *
 * Returns: the rectangle it takes
 */
DvSceneRect
dv_slide_grid_get (const DvSlideGrid  *grid,
                   const DvSlidePlace *place)
{
  DvSceneRect rect = { grid->x, grid->y, 0.0, 0.0 };

  if (place->column > 0)
    rect.x += get_width (grid, 0, place->column) + grid->column_gap;
  if (place->row > 0)
    rect.y += get_height (grid, place->row) + grid->gap;
  rect.width = get_width (grid, place->column, place->n_columns);
  rect.height = get_height (grid, place->n_rows);

  return rect;
}

/**
 * dv_slide_place_lines:
 * @place: where an item lies
 * @text: its text
 * @from: (out): the first line that lies there
 * @to: (out): the line after the last one
 *
 * Says which lines of a text belong to a part of it.
 */
void
dv_slide_place_lines (const DvSlidePlace *place,
                      const DvSlideText  *text,
                      int                *from,
                      int                *to)
{
  int per_part = (text->n_lines + (int) place->n_parts - 1) / (int) place->n_parts;

  *from = MIN ((int) place->part * per_part, text->n_lines);
  *to = MIN (*from + per_part, text->n_lines);
}

static const char *
get_text (Packer *packer,
          guint   item)
{
  const DvSlideItem *slide_item = g_ptr_array_index (packer->frame->slide->items, item);

  return slide_item->text != NULL ? slide_item->text : "";
}

static void
start_page (Packer *packer)
{
  packer->page++;
  packer->is_empty = TRUE;
  memset (packer->taken, 0, sizeof packer->taken);
}

static void
put (Packer       *packer,
     DvSlidePlace *place)
{
  place->page = packer->page;
  for (guint i = 0; i < place->n_columns; i++)
    for (guint j = 0; j < place->n_rows; j++)
      packer->taken[place->column + i][place->row + j] = TRUE;
  packer->is_empty = FALSE;
  g_array_append_vals (packer->places, place, 1);
}

static int
guess_lines (Packer *packer,
             guint   item,
             int     weight,
             double  size,
             double  width)
{
  DvFont font = dv_slide_font (DV_FACE_DISPLAY, weight, size);

  return dv_shaper_guess_lines (packer->frame->shaper, &font, get_text (packer, item), width);
}

/* A text longer than the whole page goes on on the next ones. */
static void
put_over_pages (Packer *packer,
                guint   item)
{
  const DvSlideGrid *grid = packer->grid;
  DvSlidePlace place = { .item = item, .n_columns = grid->n_columns, .n_rows = grid->n_rows, .size = grid->size };
  int n_lines = guess_lines (packer, item, grid->weight, grid->size,
                             get_width (grid, 0, grid->n_columns) - grid->room_x);
  int per_page = MAX ((int) floor ((grid->height - grid->room_y) / dv_slide_leading (grid->size)), 1);

  if (!packer->is_empty)
    start_page (packer);
  place.n_parts = (guint) ((n_lines + per_page - 1) / per_page);
  for (place.part = 0; place.part < place.n_parts; place.part++)
    {
      if (place.part > 0)
        start_page (packer);
      put (packer, &place);
    }
}

static gboolean
put_panel (Packer *packer,
           guint   item)
{
  const DvSlideGrid *grid = packer->grid;

  for (guint columns = 1; columns <= grid->n_columns; columns++)
    for (guint i = 0; i < grid->n_panel_sizes; i++)
      {
        /* One column only: the panel lies above the cards. */
        guint rows = grid->n_columns > 1 ? grid->n_rows : MIN (2, grid->n_rows);
        DvSlidePlace place = { .item = item, .n_columns = columns, .n_rows = rows, .n_parts = 1,
                               .size = grid->panel_sizes[i], .is_panel = TRUE };
        double height = guess_lines (packer, item, grid->panel_weight, place.size,
                                     get_width (grid, 0, columns) - grid->panel_room_x) *
                        dv_slide_leading (place.size);

        if (grid->n_columns == 1 && i + 1 == grid->n_panel_sizes)
          while (place.n_rows < grid->n_rows && height > get_height (grid, place.n_rows) - grid->panel_room_y)
            place.n_rows++;
        if (height > get_height (grid, place.n_rows) - grid->panel_room_y)
          continue;
        put (packer, &place);
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_free (Packer             *packer,
         const DvSlidePlace *place)
{
  const DvSlideGrid *grid = packer->grid;

  if (place->column + place->n_columns > grid->n_columns || place->row + place->n_rows > grid->n_rows)
    return FALSE;

  for (guint i = 0; i < place->n_columns; i++)
    for (guint j = 0; j < place->n_rows; j++)
      if (packer->taken[place->column + i][place->row + j])
        return FALSE;

  return TRUE;
}

static gboolean
find_free (Packer       *packer,
           DvSlidePlace *place)
{
  for (place->row = 0; place->row < packer->grid->n_rows; place->row++)
    for (place->column = 0; place->column < packer->grid->n_columns; place->column++)
      if (is_free (packer, place))
        return TRUE;

  return FALSE;
}

/* The fewest cells that hold a text: higher first, then wider. */
static gboolean
find_span (Packer       *packer,
           DvSlidePlace *place)
{
  const DvSlideGrid *grid = packer->grid;
  /* Beside a panel, cards lie in the columns after the first. */
  guint first = grid->has_panel && grid->n_columns > 1 ? 1 : 0;

  for (place->n_columns = 1; first + place->n_columns <= grid->n_columns; place->n_columns++)
    {
      double height = guess_lines (packer, place->item, grid->weight, grid->size,
                                   get_width (grid, first, place->n_columns) - grid->room_x) *
                      dv_slide_leading (grid->size);

      for (place->n_rows = 1; place->n_rows <= grid->n_rows; place->n_rows++)
        if (height <= get_height (grid, place->n_rows) - grid->room_y)
          return TRUE;
    }

  return FALSE;
}

static void
put_card (Packer *packer,
          guint   item)
{
  DvSlidePlace place = { .item = item, .n_parts = 1, .size = packer->grid->size };

  if (packer->is_empty && packer->grid->has_panel && put_panel (packer, item))
    return;
  if (!find_span (packer, &place))
    {
      if (!packer->is_empty)
        {
          start_page (packer);
          if (packer->grid->has_panel && put_panel (packer, item))
            return;
        }
      put_over_pages (packer, item);
      return;
    }
  if (!find_free (packer, &place))
    {
      start_page (packer);
      if (packer->grid->has_panel && put_panel (packer, item))
        return;
      if (!find_free (packer, &place))
        {
          put_over_pages (packer, item);
          return;
        }
    }
  put (packer, &place);
}

/**
 * dv_slide_pack:
 * @frame: a scene; the items of its slide are the cards
 * @grid: the cells of a page
 *
 * Returns: (transfer full) (element-type DvSlidePlace): where each item lies, in
 *   the order of the items
 */
GArray *
dv_slide_pack (DvSlideFrame      *frame,
               const DvSlideGrid *grid)
{
  Packer packer = { .frame = frame, .grid = grid, .is_empty = TRUE };

  packer.places = g_array_sized_new (FALSE, FALSE, sizeof (DvSlidePlace), frame->slide->items->len);
  for (guint i = 0; i < frame->slide->items->len; i++)
    put_card (&packer, i);

  return packer.places;
}
