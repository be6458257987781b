/* dv-slide-mix.c
 *
 * How the tables are mixed
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-mix"

#include "config.h"

#include "dv-slide-frame.h"

/* A card for each table, with a shape for each seat: the roles beside each
 * other, so that everybody finds a table that lacks theirs. Where the shapes of
 * one table do not fit on its card, all tables show a shape and a number.
 */

#define GAP 32.0
#define PADDING 36.0
#define MIN_WIDTH 380.0
#define MAX_HEIGHT 304.0
#define MIN_HEIGHT 208.0
#define NAME_LINE 72.0
#define SEAT_GAP 0.3  /* of a seat */
#define ROLE_GAP 0.65
#define SEAT_LINE 1.45
#define DETAIL_LINE 44.0
#define LEGEND_LINE 48.0
#define LEGEND_GAP 40.0

typedef struct
{
  guint columns;
  guint rows;
  double width;
  double height;
  double seat;          /* size of a shape */
  gboolean has_numbers; /* a shape and a number for each role */
} MixGrid;

static const double seat_sizes[] = { 52.0, 46.0, 40.0, 34.0 };

static const DvSlideItem *
get_item (DvSlideFrame *frame,
          guint         index)
{
  return g_ptr_array_index (frame->slide->items, index);
}

static DvGlyph
glyph_of (DvShape shape)
{
  /* Who is not told apart still has a seat. */
  return shape == DV_SHAPE_NONE ? DV_GLYPH_RING : dv_slide_glyph_of_shape (shape);
}

static void
draw_seat (DvSlideFrame *frame,
           DvShape       shape,
           double        x,
           double        y,
           double        size)
{
  dv_slide_draw_glyph (frame, glyph_of (shape), frame->colours.text, x, y, size);
}

/* Sets the seats of a table in lines of @width; returns their height. */
static double
place_seats (DvSlideFrame      *frame,
             const DvSlideItem *item,
             const MixGrid     *grid,
             double             x,
             double             y,
             gboolean           is_drawn)
{
  double at = 0.0, line = 0.0, seat = grid->seat, width = grid->width - 2.0 * PADDING;

  for (guint i = 0; item->dots != NULL && i < item->dots->len; i++)
    {
      const DvSlideDots *dots = &g_array_index (item->dots, DvSlideDots, i);
      g_autofree char *number = g_strdup_printf ("%u", dots->count);
      double role_width = grid->has_numbers ? seat + 10.0 + dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, 38.0, number)
                                      : dots->count * (seat + SEAT_GAP * seat) - SEAT_GAP * seat;

      if (dots->count == 0)
        continue;
      if (at > 0.0 && at + ROLE_GAP * seat + role_width > width)
        {
          at = 0.0;
          line += SEAT_LINE * seat;
        }
      if (at > 0.0)
        at += ROLE_GAP * seat;
      if (grid->has_numbers)
        {
          if (is_drawn)
            {
              draw_seat (frame, dots->shape, x + at, y + line, seat);
              dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, 38.0, number, frame->colours.text, x + at + seat + 10.0,
                                  y + line + 31.0, PANGO_ALIGN_LEFT);
            }
          at += role_width;
          continue;
        }
      for (guint j = 0; j < dots->count; j++)
        {
          if (at > 0.0 && j > 0 && at + SEAT_GAP * seat + seat > width)
            {
              at = 0.0;
              line += SEAT_LINE * seat;
            }
          else if (j > 0)
            {
              at += SEAT_GAP * seat;
            }
          if (is_drawn)
            draw_seat (frame, dots->shape, x + at, y + line, seat);
          at += seat;
        }
    }

  return line + SEAT_LINE * seat;
}

/* The legend on as many lines as needed, upward from @bottom; returns where it
 * begins. */
static double
draw_mix_legend (DvSlideFrame *frame,
                 double        bottom,
                 gboolean      is_drawn)
{
  GPtrArray *roles = frame->slide->roles;
  double right = frame->width - DV_SLIDE_MARGIN, x = DV_SLIDE_MARGIN;
  g_autofree double *xs = g_new (double, roles->len + 1);
  g_autofree guint *lines = g_new (guint, roles->len + 1);
  guint line = 0;

  if (roles->len == 0)
    return bottom;

  for (guint i = 0; i < roles->len; i++)
    {
      const DvSlideItem *role = g_ptr_array_index (roles, i);
      double width = 44.0 + dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 30.0, role->text);

      if (x > DV_SLIDE_MARGIN && x + width > right)
        {
          x = DV_SLIDE_MARGIN;
          line++;
        }
      xs[i] = x;
      lines[i] = line;
      x += width + LEGEND_GAP;
    }
  for (guint i = 0; is_drawn && i < roles->len; i++)
    {
      const DvSlideItem *role = g_ptr_array_index (roles, i);
      double y = bottom - (line + 1 - lines[i]) * LEGEND_LINE;

      dv_slide_draw_glyph (frame, glyph_of (role->shape), frame->colours.text, xs[i], y + 11.0, 28.0);
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 30.0, role->text, frame->colours.dim, xs[i] + 44.0, y + 35.0,
                          PANGO_ALIGN_LEFT);
    }

  return bottom - (line + 1) * LEGEND_LINE;
}

/* Of the table that takes most. */
static guint
count_lines (DvSlideFrame  *frame,
             const MixGrid *grid)
{
  guint n_lines = 0;

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      double height = place_seats (frame, get_item (frame, i), grid, 0.0, 0.0, FALSE);

      n_lines = MAX (n_lines, (guint) (height / (SEAT_LINE * grid->seat) + 0.5));
    }

  return n_lines;
}

static gboolean
fits (DvSlideFrame  *frame,
      const MixGrid *grid)
{
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = get_item (frame, i);
      double height = NAME_LINE + place_seats (frame, item, grid, 0.0, 0.0, FALSE);

      if (dv_slide_has_text (item->detail))
        height += DETAIL_LINE;
      if (height > grid->height - 2.0 * PADDING + 20.0)
        return FALSE;
    }

  return TRUE;
}

static MixGrid
divide_page (DvSlideFrame *frame,
             guint         columns,
             guint         rows,
             double        height)
{
  MixGrid grid = { .columns = columns, .rows = rows };
  guint n_lines;

  grid.width = (frame->width - 2.0 * DV_SLIDE_MARGIN - (columns - 1) * GAP) / columns;
  grid.height = MIN ((height - (rows - 1) * GAP) / rows, MAX_HEIGHT);
  /* Larger shapes only as long as they take no more lines. */
  grid.seat = seat_sizes[G_N_ELEMENTS (seat_sizes) - 1];
  grid.has_numbers = !fits (frame, &grid);
  n_lines = count_lines (frame, &grid);
  for (guint i = 0; i < G_N_ELEMENTS (seat_sizes); i++)
    {
      grid.seat = seat_sizes[i];
      if (count_lines (frame, &grid) <= n_lines && fits (frame, &grid))
        break;
    }

  return grid;
}

/* As large as all tables allow on one page; else as many as fit. */
static MixGrid
choose_grid (DvSlideFrame *frame,
             double        height)
{
  static const guint shapes[][2] = { { 2, 1 }, { 3, 1 }, { 2, 2 }, { 3, 2 }, { 4, 2 }, { 2, 3 }, { 3, 3 }, { 4, 3 }, { 2, 5 } };
  guint n = frame->slide->items->len;
  MixGrid best = divide_page (frame, 1, 1, height);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      MixGrid grid = divide_page (frame, shapes[i][0], shapes[i][1], height);

      if (grid.width < MIN_WIDTH || grid.height < MIN_HEIGHT || !fits (frame, &grid))
        continue;
      if (grid.columns * grid.rows > best.columns * best.rows)
        best = grid;
      if (grid.columns * grid.rows >= n)
        return grid;
    }

  return best;
}

static void
draw_table (DvSlideFrame      *frame,
            const MixGrid     *grid,
            const DvSlideItem *item,
            double             x,
            double             y)
{
  static const double sizes[] = { 52.0, 46.0, 40.0, 36.0, 32.0, DV_SLIDE_MIN_TEXT };
  const char *string = dv_slide_has_text (item->label) ? item->label : item->text;
  double inner = grid->width - 2.0 * PADDING;
  DvSlideText name;

  dv_scene_begin_part (frame->scene, item->id);
  dv_slide_draw_card (frame, x, y, grid->width, grid->height, FALSE, 0);
  dv_slide_fit_text (frame, &name, DV_FACE_DISPLAY, 700, sizes, G_N_ELEMENTS (sizes), string, inner, NAME_LINE);
  dv_slide_draw_text (frame, &name, frame->colours.text, x + PADDING, y + PADDING - 14.0 + (NAME_LINE - name.height) / 2.0);
  dv_slide_text_clear (&name);
  place_seats (frame, item, grid, x + PADDING, y + PADDING + NAME_LINE, TRUE);
  if (dv_slide_has_text (item->detail))
    dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 32.0, item->detail, frame->colours.dim, x + PADDING,
                        y + grid->height - PADDING, PANGO_ALIGN_LEFT);
  dv_scene_end_part (frame->scene);
}

/**
 * dv_slide_paint_mix:
 * @frame: where to draw
 *
 * How many of each role sit at each table.
 */
void
dv_slide_paint_mix (DvSlideFrame *frame)
{
  double top = dv_slide_draw_headline (frame), bottom = dv_slide_get_bottom (frame, FALSE), legend;
  guint n = frame->slide->items->len, per_page, first;
  MixGrid grid;

  legend = draw_mix_legend (frame, bottom, FALSE) - 20.0;
  grid = choose_grid (frame, legend - top);
  if (n > grid.columns * grid.rows)
    {
      bottom = dv_slide_get_bottom (frame, TRUE);
      legend = draw_mix_legend (frame, bottom, FALSE) - 20.0;
      grid = choose_grid (frame, legend - top);
    }
  draw_mix_legend (frame, bottom, TRUE);

  per_page = grid.columns * grid.rows;
  dv_slide_set_pages (frame, (n + per_page - 1) / per_page);
  first = frame->page * per_page;
  for (guint i = first; i < MIN (n, first + per_page); i++)
    draw_table (frame, &grid, get_item (frame, i),
                DV_SLIDE_MARGIN + ((i - first) % grid.columns) * (grid.width + GAP),
                top + ((i - first) / grid.columns) * (grid.height + GAP));
  dv_slide_draw_foot (frame);
}
