/* dv-slide-support.c
 *
 * How far the room stands behind each article
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-support"

#include "config.h"

#include <math.h>

#include "dv-slide-frame.h"

/* A row for each article: a bar of those with an opinion, centred on "partly",
 * behind it, apart, those who do not know yet. All bars have one scale and one
 * middle, on every page. A narrow page has the name over its bar.
 */

#define ROW_HEIGHT 106.0
#define MIN_ROW_HEIGHT 84.0
#define STACKED_ROW_HEIGHT 176.0
#define MAX_STACKED_ROW_HEIGHT 230.0
#define STACKED_BELOW 1300.0
#define NAME_WIDTH 400.0
#define PERCENT_WIDTH 200.0
#define CHANGE_WIDTH 152.0
#define BAR_HEIGHT 56.0
#define MAX_SCALE 7.1 /* units to a percent */
#define SEGMENT_GAP 3.0
#define UNSURE_GAP 11.0
#define RADIUS 12.0
#define LEGEND_LINE 48.0
#define LEAD_BASELINE 189.0 /* of the line under a headline of one line */
#define LEGEND_BOTTOM 52.0

typedef struct
{
  DvColour answers[DV_ANSWER_UNSURE];
  DvColour outline;
  DvColour below;
} SupportColours;

typedef struct
{
  double row_height;
  guint per_page;
  gboolean is_stacked;
  gboolean has_results;
  gboolean has_change;
  double bar_left;
  double middle; /* x of the middle of "partly" */
  double scale;
} SupportGrid;

static SupportColours
get_support_colours (gboolean is_dark)
{
  SupportColours colours;

  for (guint i = 0; i < DV_ANSWER_UNSURE; i++)
    colours.answers[i] = dv_palette_answer (i, is_dark);
  colours.outline = dv_palette_answer_outline (is_dark);
  colours.below = colours.answers[DV_ANSWER_NOT];

  return colours;
}

static const DvSlideItem *
get_item (DvSlideFrame *frame,
          guint         index)
{
  return g_ptr_array_index (frame->slide->items, index);
}

static guint
count_opinions (const DvSlideItem *item)
{
  guint n = 0;

  for (guint i = 0; i < DV_ANSWER_UNSURE; i++)
    n += item->answers[i];

  return n;
}

static double
part_of (const DvSlideItem *item,
         DvAnswer           answer)
{
  guint n = count_opinions (item);

  return n > 0 ? 100.0 * item->answers[answer] / n : 0.0;
}

static gboolean
is_shown (const DvSlideItem *item)
{
  return count_opinions (item) > 0 && (item->marks & DV_MARK_HIDDEN) == 0;
}

/* How far the bar reaches to both sides of its middle, in percent. */
static void
measure_bar (const DvSlideItem *item,
             double            *left,
             double            *right)
{
  double partly = part_of (item, DV_ANSWER_PARTLY) / 2.0;

  *left = partly + part_of (item, DV_ANSWER_BARELY) + part_of (item, DV_ANSWER_NOT);
  *right = partly + part_of (item, DV_ANSWER_MOSTLY) + part_of (item, DV_ANSWER_FULLY) +
           MIN (part_of (item, DV_ANSWER_UNSURE), 100.0);
}

/* How high a row has to be for the longest name in the smallest type. */
static double
needed_height (DvSlideFrame      *frame,
               const SupportGrid *grid)
{
  static const double smallest[] = { DV_SLIDE_MIN_TEXT };
  double content = frame->width - 2.0 * DV_SLIDE_MARGIN, needed = 0.0;

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      DvSlideText name;

      dv_slide_fit_text (frame, &name, DV_FACE_BOOK, 600, smallest, 1, get_item (frame, i)->text,
                         grid->has_results && !grid->is_stacked ? NAME_WIDTH : content, 0.0);
      needed = MAX (needed, name.height + 12.0);
      dv_slide_text_clear (&name);
    }

  return grid->is_stacked ? 0.0 : needed;
}

static SupportGrid
make_grid (DvSlideFrame *frame,
           double        top,
           double        bottom)
{
  guint n = MAX (frame->slide->items->len, 1), n_pages;
  double left = 0.0, right = 0.0, bar_right;
  SupportGrid grid = { .is_stacked = frame->width < STACKED_BELOW };

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      double item_left, item_right;

      grid.has_change = grid.has_change || get_item (frame, i)->has_change;
      if (!is_shown (get_item (frame, i)))
        continue;
      grid.has_results = TRUE;
      measure_bar (get_item (frame, i), &item_left, &item_right);
      left = MAX (left, item_left);
      right = MAX (right, item_right);
    }

  grid.row_height = grid.is_stacked ? STACKED_ROW_HEIGHT : ROW_HEIGHT;
  grid.row_height = MAX (grid.row_height, needed_height (frame, &grid));
  if (grid.is_stacked)
    grid.row_height = CLAMP ((bottom - top) / n, STACKED_ROW_HEIGHT, MAX_STACKED_ROW_HEIGHT);
  else if (n * grid.row_height > bottom - top)
    grid.row_height = MAX (MAX (MIN_ROW_HEIGHT, needed_height (frame, &grid)), (bottom - top) / n);
  grid.per_page = MAX ((guint) ((bottom - top + 0.5) / grid.row_height), 1);
  n_pages = (n + grid.per_page - 1) / grid.per_page;
  grid.per_page = (n + n_pages - 1) / n_pages;
  dv_slide_set_pages (frame, n_pages);

  grid.bar_left = DV_SLIDE_MARGIN + (grid.is_stacked ? 0.0 : NAME_WIDTH + DV_SLIDE_GAP);
  bar_right = frame->width - DV_SLIDE_MARGIN - (grid.has_change ? CHANGE_WIDTH : 0.0) - PERCENT_WIDTH - DV_SLIDE_GAP;
  grid.scale = MIN (MAX_SCALE, (bar_right - grid.bar_left - UNSURE_GAP - 4.0 * SEGMENT_GAP) / MAX (left + right, 1.0));
  grid.middle = grid.bar_left + left * grid.scale + 2.0 * SEGMENT_GAP;
  if (grid.is_stacked)
    return grid;
  /* The bars stand in the middle of their room. */
  grid.middle += MAX (0.0, bar_right - grid.bar_left - UNSURE_GAP - (left + right) * grid.scale) / 2.0;

  return grid;
}

/* A rectangle with its own radius at either side. */
static void
add_segment (DvScene *scene,
             double   x,
             double   y,
             double   width,
             double   height,
             double   left_radius,
             double   right_radius)
{
  cairo_t *pen = dv_scene_get_pen (scene);

  left_radius = MIN (left_radius, width / 2.0);
  right_radius = MIN (right_radius, width / 2.0);
  cairo_new_sub_path (pen);
  cairo_arc (pen, x + width - right_radius, y + right_radius, right_radius, -G_PI / 2.0, 0.0);
  cairo_arc (pen, x + width - right_radius, y + height - right_radius, right_radius, 0.0, G_PI / 2.0);
  cairo_arc (pen, x + left_radius, y + height - left_radius, left_radius, G_PI / 2.0, G_PI);
  cairo_arc (pen, x + left_radius, y + left_radius, left_radius, G_PI, 1.5 * G_PI);
  cairo_close_path (pen);
}

/* Dashes as short lines, for scenes know no dashes. */
static void
draw_dashed_box (DvSlideFrame *frame,
                 DvColour      colour,
                 double        x,
                 double        y,
                 double        width,
                 double        height)
{
  cairo_t *pen = dv_scene_get_pen (frame->scene);
  double right = x + width, bottom = y + height, dash = 8.0, step = 14.0;

  for (double at = x; at < right; at += step)
    {
      cairo_move_to (pen, at, y);
      cairo_line_to (pen, MIN (at + dash, right), y);
      cairo_move_to (pen, at, bottom);
      cairo_line_to (pen, MIN (at + dash, right), bottom);
    }
  for (double at = y; at < bottom; at += step)
    {
      cairo_move_to (pen, x, at);
      cairo_line_to (pen, x, MIN (at + dash, bottom));
      cairo_move_to (pen, right, at);
      cairo_line_to (pen, right, MIN (at + dash, bottom));
    }
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_stroke (frame->scene, colour, 2.5);
  dv_scene_set_graphic (frame->scene, FALSE);
}

/* One answer; "partly" is so light that its edge carries it. */
static void
draw_answer (DvSlideFrame         *frame,
             const SupportColours *colours,
             DvAnswer              answer,
             double                x,
             double                y,
             double                width,
             double                height,
             double                left_radius,
             double                right_radius)
{
  if (answer == DV_ANSWER_UNSURE)
    {
      draw_dashed_box (frame, colours->outline, x + 1.5, y + 1.5, width - 3.0, height - 3.0);
      return;
    }

  add_segment (frame->scene, x, y, width, height, left_radius, right_radius);
  dv_scene_set_graphic (frame->scene, answer != DV_ANSWER_PARTLY);
  dv_scene_fill (frame->scene, colours->answers[answer]);
  dv_scene_set_graphic (frame->scene, FALSE);
  if (answer != DV_ANSWER_PARTLY)
    return;

  add_segment (frame->scene, x + 1.0, y + 1.0, MAX (width - 2.0, 1.0), height - 2.0, left_radius, right_radius);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_stroke (frame->scene, colours->outline, 2.0);
  dv_scene_set_graphic (frame->scene, FALSE);
}

static void
draw_bar (DvSlideFrame         *frame,
          const SupportGrid    *grid,
          const SupportColours *colours,
          const DvSlideItem    *item,
          double                y)
{
  double left, right, x;
  int first = DV_ANSWER_FULLY, last = DV_ANSWER_NOT;

  for (int i = DV_ANSWER_NOT; i <= DV_ANSWER_FULLY; i++)
    if (item->answers[i] > 0)
      {
        first = MIN (first, i);
        last = i;
      }

  measure_bar (item, &left, &right);
  x = grid->middle - left * grid->scale;
  for (int i = DV_ANSWER_NOT; i <= DV_ANSWER_FULLY; i++)
    {
      double width = part_of (item, (DvAnswer) i) * grid->scale;

      if (item->answers[i] == 0)
        continue;
      draw_answer (frame, colours, (DvAnswer) i, x, y, MAX (width - SEGMENT_GAP, 2.0), BAR_HEIGHT,
                   i == first ? RADIUS : 4.0, i == last ? RADIUS : 4.0);
      x += width;
    }
  if (item->answers[DV_ANSWER_UNSURE] > 0)
    draw_answer (frame, colours, DV_ANSWER_UNSURE, x + UNSURE_GAP - SEGMENT_GAP, y,
                 MAX (MIN (part_of (item, DV_ANSWER_UNSURE), 100.0) * grid->scale, 16.0), BAR_HEIGHT, RADIUS, RADIUS);
}

static void
draw_change (DvSlideFrame      *frame,
             const DvSlideItem *item,
             DvColour           colour,
             double             middle)
{
  double right = frame->width - DV_SLIDE_MARGIN, width, x;
  cairo_t *pen = dv_scene_get_pen (frame->scene);
  g_autofree char *number = g_strdup_printf ("%d", ABS (item->change));

  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, 38.0, number, colour, right, middle + 14.0, PANGO_ALIGN_RIGHT);
  if (item->change == 0)
    return;

  width = dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, 38.0, number);
  x = right - width - 14.0 - 24.0;
  if (item->change > 0)
    {
      cairo_move_to (pen, x + 12.0, middle - 11.0);
      cairo_line_to (pen, x + 24.0, middle + 10.0);
      cairo_line_to (pen, x, middle + 10.0);
    }
  else
    {
      cairo_move_to (pen, x + 12.0, middle + 11.0);
      cairo_line_to (pen, x + 24.0, middle - 10.0);
      cairo_line_to (pen, x, middle - 10.0);
    }
  cairo_close_path (pen);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_fill (frame->scene, colour);
  dv_scene_set_graphic (frame->scene, FALSE);
}

static void
draw_numbers (DvSlideFrame         *frame,
              const SupportGrid    *grid,
              const SupportColours *colours,
              const DvSlideItem    *item,
              double                middle)
{
  static const double sizes[] = { 76.0, 64.0, 56.0, 48.0, 40.0, 34.0, DV_SLIDE_MIN_TEXT };
  gboolean is_below = (item->marks & DV_MARK_BELOW) != 0;
  double right = frame->width - DV_SLIDE_MARGIN - (grid->has_change ? CHANGE_WIDTH : 0.0);

  /* Only the words know whether the number is a bound, "≥ 90%". */
  for (guint i = 0; dv_slide_has_text (item->detail) && i < G_N_ELEMENTS (sizes); i++)
    {
      if (i + 1 < G_N_ELEMENTS (sizes) &&
          dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, sizes[i], item->detail) > PERCENT_WIDTH + 8.0)
        continue;
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 700, sizes[i], item->detail, is_below ? colours->below : frame->colours.text,
                          right, middle + sizes[i] * 0.355, PANGO_ALIGN_RIGHT);
      break;
    }
  if (item->has_change)
    draw_change (frame, item, is_below ? colours->below : frame->colours.dim, middle);
}

static void
draw_row (DvSlideFrame         *frame,
          const SupportGrid    *grid,
          const SupportColours *colours,
          const DvSlideItem    *item,
          double                top)
{
  static const double sizes[] = { 50.0, 44.0, 38.0, 34.0, 30.0, DV_SLIDE_MIN_TEXT };
  static const double large_sizes[] = { 64.0, 56.0, 50.0, 44.0, 38.0, 34.0, 30.0, DV_SLIDE_MIN_TEXT };
  double width = NAME_WIDTH, height = grid->row_height - 12.0, middle = top + grid->row_height / 2.0;
  DvSlideText name;

  if (!grid->has_results)
    width = frame->width - 2.0 * DV_SLIDE_MARGIN;
  else if (grid->is_stacked)
    {
      width = frame->width - 2.0 * DV_SLIDE_MARGIN;
      height = 76.0;
      middle = top + (grid->row_height + STACKED_ROW_HEIGHT) / 2.0 - 16.0 - BAR_HEIGHT / 2.0;
    }
  dv_slide_fit_text (frame, &name, DV_FACE_BOOK, 600, grid->has_results ? sizes : large_sizes,
                     grid->has_results ? G_N_ELEMENTS (sizes) : G_N_ELEMENTS (large_sizes), item->text, width, height);
  dv_scene_begin_part (frame->scene, item->id);
  dv_slide_draw_text (frame, &name, frame->colours.text, DV_SLIDE_MARGIN,
                      grid->has_results && grid->is_stacked ? middle - BAR_HEIGHT / 2.0 - 6.0 - name.height
                                                            : middle - name.height / 2.0);
  dv_slide_text_clear (&name);
  if (grid->has_results)
    {
      if (is_shown (item))
        draw_bar (frame, grid, colours, item, middle - BAR_HEIGHT / 2.0);
      draw_numbers (frame, grid, colours, item, middle);
    }
  dv_scene_end_part (frame->scene);
}

/* The line at the middle of all bars, behind them. */
static void
draw_middle (DvSlideFrame      *frame,
             const SupportGrid *grid,
             double             top,
             guint              n_rows)
{
  cairo_t *pen = dv_scene_get_pen (frame->scene);

  for (double y = top; y < top + n_rows * grid->row_height; y += 9.0)
    {
      cairo_move_to (pen, grid->middle, y);
      cairo_line_to (pen, grid->middle, y + 0.1);
    }
  dv_scene_stroke (frame->scene, frame->colours.dim, 3.0);
}

static const char *
get_label (DvSlideFrame *frame,
           guint         index)
{
  guint n = frame->slide->labels != NULL ? g_strv_length (frame->slide->labels) : 0;

  return index < n ? frame->slide->labels[index] : "";
}

/* The answers and the date of the round before, on as many lines as needed,
 * upward from the bottom; returns where they begin. */
static double
draw_support_legend (DvSlideFrame         *frame,
                     const SupportColours *colours,
                     double                bottom,
                     gboolean              is_drawn)
{
  const char *since = get_label (frame, DV_N_ANSWERS);
  double x = DV_SLIDE_MARGIN, right = frame->width - DV_SLIDE_MARGIN, xs[DV_N_ANSWERS], since_width = 0.0;
  int line = 0, lines[DV_N_ANSWERS], n_lines;

  for (guint i = 0; i < DV_N_ANSWERS; i++)
    {
      double width = 48.0 + dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 30.0, get_label (frame, i));

      if (x > DV_SLIDE_MARGIN && x + width > right)
        {
          x = DV_SLIDE_MARGIN;
          line++;
        }
      xs[i] = x;
      lines[i] = line;
      x += width + 28.0;
    }
  if (*since != '\0')
    {
      since_width = 64.0 + dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 30.0, since);
      if (x + since_width > right)
        line++;
    }
  n_lines = line + 1;
  if (!is_drawn)
    return bottom - n_lines * LEGEND_LINE;

  for (guint i = 0; i < DV_N_ANSWERS; i++)
    {
      double y = bottom - (n_lines - lines[i]) * LEGEND_LINE;

      draw_answer (frame, colours, (DvAnswer) i, xs[i], y + 9.0, 36.0, 30.0, 6.0, 6.0);
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 30.0, get_label (frame, i), frame->colours.dim, xs[i] + 48.0,
                          y + 35.0, PANGO_ALIGN_LEFT);
    }
  if (*since != '\0')
    {
      cairo_t *pen = dv_scene_get_pen (frame->scene);
      double y = bottom - LEGEND_LINE, left = right - since_width;

      cairo_move_to (pen, left + 12.0, y + 15.0);
      cairo_line_to (pen, left + 22.0, y + 33.0);
      cairo_line_to (pen, left + 2.0, y + 33.0);
      cairo_close_path (pen);
      cairo_move_to (pen, left + 40.0, y + 33.0);
      cairo_line_to (pen, left + 30.0, y + 15.0);
      cairo_line_to (pen, left + 50.0, y + 15.0);
      cairo_close_path (pen);
      dv_scene_set_graphic (frame->scene, TRUE);
      dv_scene_fill (frame->scene, frame->colours.dim);
      dv_scene_set_graphic (frame->scene, FALSE);
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 30.0, since, frame->colours.dim, right, y + 35.0,
                          PANGO_ALIGN_RIGHT);
    }

  return bottom - n_lines * LEGEND_LINE;
}

/* Whether the line under the headline, where it is when the headline is one
 * line, leaves room at its right side. */
static gboolean
is_beside (DvSlideFrame *frame)
{
  const DvSlide *slide = frame->slide;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN;

  return !dv_slide_has_text (slide->timer) && dv_slide_has_text (slide->title) && dv_slide_has_text (slide->subtitle) &&
         dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, 76.0, slide->title) < width &&
         dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 40.0, slide->subtitle) + 60.0 +
           dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 30.0, slide->meta) < width;
}

/* How many were there: at the right of the line under the headline if that
 * leaves room, else on a line of its own. Returns where the content begins. */
static double
draw_presence (DvSlideFrame *frame,
               double        top)
{
  static const double sizes[] = { 30.0, DV_SLIDE_MIN_TEXT };
  DvSlideText text;

  if (!dv_slide_has_text (frame->slide->meta))
    return top;

  if (is_beside (frame))
    {
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 30.0, frame->slide->meta, frame->colours.dim,
                          frame->width - DV_SLIDE_MARGIN, LEAD_BASELINE, PANGO_ALIGN_RIGHT);
      return top;
    }

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, sizes, G_N_ELEMENTS (sizes), frame->slide->meta,
                     frame->width - 2.0 * DV_SLIDE_MARGIN, 0.0);
  dv_slide_draw_text (frame, &text, frame->colours.dim, DV_SLIDE_MARGIN, top - 20.0);
  top += text.height;
  dv_slide_text_clear (&text);

  return top;
}

/**
 * dv_slide_paint_support:
 * @frame: where to draw
 *
 * For each article how far people stand behind it. Until that is revealed only
 * the articles are there.
 */
void
dv_slide_paint_support (DvSlideFrame *frame)
{
  SupportColours colours = get_support_colours (frame->is_dark);
  double top = draw_presence (frame, dv_slide_draw_headline (frame)), bottom = frame->height - LEGEND_BOTTOM, legend;
  guint n_items = frame->slide->items->len, first, n;
  SupportGrid grid;

  grid = make_grid (frame, top, dv_slide_get_bottom (frame, FALSE));
  if (grid.has_results)
    {
      legend = draw_support_legend (frame, &colours, bottom, FALSE) - 12.0;
      grid = make_grid (frame, top, legend);
      if (frame->n_pages > 1)
        {
          bottom = dv_slide_get_bottom (frame, TRUE) + 20.0;
          legend = draw_support_legend (frame, &colours, bottom, FALSE) - 12.0;
          grid = make_grid (frame, top, legend);
        }
      draw_support_legend (frame, &colours, bottom, TRUE);
    }
  else if (frame->n_pages > 1)
    {
      grid = make_grid (frame, top, dv_slide_get_bottom (frame, TRUE));
    }

  first = frame->page * grid.per_page;
  n = first < n_items ? MIN (grid.per_page, n_items - first) : 0;
  if (grid.has_results)
    draw_middle (frame, &grid, top, n);
  for (guint i = 0; i < n; i++)
    draw_row (frame, &grid, &colours, get_item (frame, first + i), top + i * grid.row_height);
  dv_slide_draw_foot (frame);
}
