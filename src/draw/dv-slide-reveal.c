/* dv-slide-reveal.c
 *
 * The dots, revealed: how many each got, from whom, and where it is a tie
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-reveal"

#include "config.h"

#include "dv-slide-frame.h"

#include <math.h>

#define HEAD_TOP 56.0
#define CONTENT_TOP 184.0
#define ROW 96.0
#define ROW_GAP 8.0
#define CHOSEN_GAP 24.0
#define ROW_RADIUS 20.0
#define ROW_PADDING 32.0
#define TEXT_SIZE 34.0
#define TEXT_PADDING 6.0
#define STAR 40.0
#define LABEL_SIZE 36.0
#define LABEL_WIDTH 32.0
#define NUMBER_SIZE 60.0
#define NUMBER_WIDTH 88.0
#define GAP 24.0
#define TEXT_PART 0.503
#define MIN_SIDE_BY_SIDE 900.0

#define DOT 20.0
#define MIN_DOT 12.0
#define DOT_PITCH 1.2   /* times a dot */
#define GROUP_GAP 0.6   /* beside the pitch */

#define PILL 52.0
#define PILL_PADDING 24.0
#define TIE_ROOM 64.0

/* The columns are the same for all rows and pages, and so is the size of a dot:
 * strings of dots are to be compared.
 */
typedef struct
{
  DvSlideFrame *frame;
  double label_x;
  double text_x;
  double text_width;
  double dots_x;
  double dots_width;
  gboolean is_stacked; /* dots below the text: the screen is narrow */
  double dot;          /* 0: numbers only */
  double top;
  double bottom;
} Table;

typedef struct
{
  guint page;
  double y;
  double height;
  double before; /* room above it, when it is not the first of its page */
} Row;

static const DvSlideItem *
get_item (Table *table,
          guint  index)
{
  return g_ptr_array_index (table->frame->slide->items, index);
}

static gboolean
is_chosen (const DvSlideItem *item)
{
  return (item->marks & DV_MARK_CHOSEN) != 0;
}

static gboolean
is_tied (const DvSlideItem *item)
{
  return (item->marks & DV_MARK_TIED) != 0;
}

/* --- Measuring --- */

static double
dots_width (const DvSlideItem *item,
            double             dot)
{
  double width = 0.0;

  for (guint i = 0; i < item->dots->len; i++)
    {
      guint count = g_array_index (item->dots, DvSlideDots, i).count;

      if (count > 0)
        width += count * dot * DOT_PITCH + (width > 0.0 ? dot * GROUP_GAP : 0.0);
    }

  return width;
}

/* All strings of dots shrink together; below the floor there are numbers only. */
static double
find_dot (Table *table)
{
  double widest = 0.0, dot;

  for (guint i = 0; i < table->frame->slide->items->len; i++)
    widest = MAX (widest, dots_width (get_item (table, i), 1.0));
  if (widest <= 0.0)
    return 0.0;
  dot = MIN (DOT, table->dots_width / widest);

  return dot >= MIN_DOT ? dot : 0.0;
}

static double
label_width (Table *table)
{
  double width = LABEL_WIDTH;
  glong longest = 1;

  for (guint i = 0; i < table->frame->slide->items->len; i++)
    {
      const char *label = get_item (table, i)->label;
      glong length = label != NULL ? g_utf8_strlen (label, -1) : 0;

      if (length <= longest)
        continue;
      longest = length;
      width = MAX (width, dv_slide_line_width (table->frame, DV_FACE_DISPLAY, 700, LABEL_SIZE, label));
    }

  return width;
}

static int
guess_lines (Table             *table,
             const DvSlideItem *item,
             double             width)
{
  DvFont font = dv_slide_font (DV_FACE_DISPLAY, 600, TEXT_SIZE);

  return dv_shaper_guess_lines (table->frame->shaper, &font, item->text != NULL ? item->text : "", width);
}

/* A text that takes more than a page beside its dots. */
static gboolean
has_very_long (Table  *table,
               double  width)
{
  for (guint i = 0; i < table->frame->slide->items->len; i++)
    if (guess_lines (table, get_item (table, i), width) * dv_slide_leading (TEXT_SIZE) + 2.0 * TEXT_PADDING >
        table->bottom - table->top)
      return TRUE;

  return FALSE;
}

static void
make_columns (Table *table)
{
  double left = DV_SLIDE_MARGIN + ROW_PADDING, right = table->frame->width - DV_SLIDE_MARGIN - ROW_PADDING;
  double free_width;

  table->label_x = left + STAR + GAP;
  table->text_x = table->label_x + label_width (table) + GAP;
  free_width = right - NUMBER_WIDTH - GAP - table->text_x;
  table->is_stacked = free_width < MIN_SIDE_BY_SIDE || has_very_long (table, free_width * TEXT_PART);
  table->text_width = table->is_stacked ? free_width : free_width * TEXT_PART;
  table->dots_x = table->is_stacked ? table->text_x : table->text_x + table->text_width + GAP;
  table->dots_width = right - NUMBER_WIDTH - GAP - table->dots_x;
  table->dot = find_dot (table);
  if (table->dot <= 0.0 && !table->is_stacked)
    table->text_width = free_width;
}

/* The row before which the tie is told: at the edge of what is chosen, or
 * between the first two that are tied.
 */
static guint
find_tie (Table *table)
{
  guint n_items = table->frame->slide->items->len, first = G_MAXUINT;

  for (guint i = 1; i < n_items; i++)
    {
      if (!is_tied (get_item (table, i)) || !is_tied (get_item (table, i - 1)))
        continue;
      if (is_chosen (get_item (table, i - 1)) && !is_chosen (get_item (table, i)))
        return i;
      if (first == G_MAXUINT)
        first = i;
    }

  return first;
}

static gboolean
has_tie_text (Table *table)
{
  const DvSlide *slide = table->frame->slide;

  return slide->labels != NULL && dv_slide_has_text (slide->labels[0]);
}

static GArray *
make_rows (Table *table)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  guint n_items = table->frame->slide->items->len, tie = find_tie (table), page = 0;
  double y = table->top;

  for (guint i = 0; i < n_items; i++)
    {
      const DvSlideItem *item = get_item (table, i);
      Row row = { .before = i == 0 ? 0.0 : ROW_GAP };

      row.height = guess_lines (table, item, table->text_width) * dv_slide_leading (TEXT_SIZE) + 2.0 * TEXT_PADDING;
      if (table->is_stacked && table->dot > 0.0)
        row.height += table->dot + 14.0;
      row.height = CLAMP (row.height, ROW, table->bottom - table->top);
      if (i > 0 && is_chosen (get_item (table, i - 1)) && !is_chosen (item))
        row.before = CHOSEN_GAP;
      if (i == tie && table->is_stacked && has_tie_text (table))
        row.before = TIE_ROOM;
      if (y > table->top && y + row.before + row.height > table->bottom)
        {
          page++;
          y = table->top;
        }
      row.page = page;
      row.y = y > table->top ? y + row.before : y;
      y = row.y + row.height;
      g_array_append_val (rows, row);
    }

  return rows;
}

static guint
count_pages (GArray *rows)
{
  return rows->len > 0 ? g_array_index (rows, Row, rows->len - 1).page + 1 : 1;
}

/* --- Drawing --- */

/* The value in its colour, the rest of the headline behind it, or below it when
 * it is long.
 */
static double
draw_headline (DvSlideFrame *frame)
{
  static const double sizes[] = { 76.0, 68.0, 60.0, 52.0, 48.0 };
  const char *rest = frame->slide->subtitle;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN;
  g_autofree char *value = g_strconcat (frame->slide->title != NULL ? frame->slide->title : "",
                                        dv_slide_has_text (rest) ? ": " : NULL, NULL);
  DvSlideText texts[2];
  double y = HEAD_TOP;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double first = dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, sizes[i], value);
      double second = dv_slide_has_text (rest) ? dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, sizes[i], rest) : 0.0;

      if (first + second > width)
        continue;
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 700, sizes[i], value, frame->value.ink, DV_SLIDE_MARGIN,
                          HEAD_TOP + 71.0, PANGO_ALIGN_LEFT);
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 700, sizes[i], rest, frame->colours.text, DV_SLIDE_MARGIN + first,
                          HEAD_TOP + 71.0, PANGO_ALIGN_LEFT);
      return CONTENT_TOP;
    }

  dv_slide_fit_text (frame, &texts[0], DV_FACE_DISPLAY, 700, sizes + 3, 2, value, width, 130.0);
  dv_slide_draw_text (frame, &texts[0], frame->value.ink, DV_SLIDE_MARGIN, y);
  y += texts[0].height;
  dv_slide_fit_text (frame, &texts[1], DV_FACE_DISPLAY, 700, sizes + 3, 2, rest, width, 130.0);
  dv_slide_draw_text (frame, &texts[1], frame->colours.text, DV_SLIDE_MARGIN, y);
  if (dv_slide_has_text (rest))
    y += texts[1].height;
  dv_slide_text_clear (&texts[0]);
  dv_slide_text_clear (&texts[1]);

  return MAX (CONTENT_TOP, y + 32.0);
}

static DvGlyph
glyph_of_dots (DvShape shape)
{
  return shape == DV_SHAPE_NONE ? DV_GLYPH_CIRCLE : dv_slide_glyph_of_shape (shape);
}

static void
draw_dots (Table             *table,
           const DvSlideItem *item,
           DvColour           colour,
           double             y)
{
  double x = table->dots_x;

  for (guint i = 0; i < item->dots->len; i++)
    {
      const DvSlideDots *dots = &g_array_index (item->dots, DvSlideDots, i);

      for (guint j = 0; j < dots->count; j++, x += table->dot * DOT_PITCH)
        dv_slide_draw_glyph (table->frame, glyph_of_dots (dots->shape), colour, x, y, table->dot);
      if (dots->count > 0)
        x += table->dot * GROUP_GAP;
    }
}

static void
draw_row (Table             *table,
          const DvSlideItem *item,
          const Row         *row)
{
  static const double sizes[] = { TEXT_SIZE, 31.0, DV_SLIDE_MIN_TEXT };
  DvSlideFrame *frame = table->frame;
  gboolean chosen = is_chosen (item), has_dots = table->dot > 0.0 && (item->marks & DV_MARK_HIDDEN) == 0;
  double below = table->is_stacked && table->dot > 0.0 ? table->dot + 14.0 : 0.0;
  double middle = row->y + row->height / 2.0, right = frame->width - DV_SLIDE_MARGIN - ROW_PADDING;
  DvColour colour = chosen ? frame->value.ink : frame->colours.dim;
  g_autofree char *number = g_strdup_printf ("%u", item->count);
  DvSlideText text;
  double y;

  dv_scene_begin_part (frame->scene, item->id);
  dv_scene_round_rect (frame->scene, DV_SLIDE_MARGIN, row->y, frame->width - 2.0 * DV_SLIDE_MARGIN, row->height,
                       ROW_RADIUS);
  dv_scene_fill (frame->scene, chosen ? dv_palette_value ((guint) MAX (frame->slide->number, 0), frame->is_dark).tint
                                      : frame->colours.paper);
  if (chosen)
    dv_slide_draw_glyph (frame, DV_GLYPH_STAR, frame->value.ink, DV_SLIDE_MARGIN + ROW_PADDING, middle - STAR / 2.0,
                         STAR);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, chosen ? 700 : 600, LABEL_SIZE, item->label, colour, table->label_x,
                      middle + LABEL_SIZE * 0.364, PANGO_ALIGN_LEFT);
  dv_slide_fit_card (frame, &text, chosen ? 600 : 500, sizes, G_N_ELEMENTS (sizes), item->text, table->text_width,
                     row->height - below);
  y = middle - (text.height + below) / 2.0;
  dv_slide_draw_text (frame, &text, frame->colours.text, table->text_x, y);
  if (has_dots)
    draw_dots (table, item, colour, table->is_stacked ? y + text.height + 8.0 : middle - table->dot / 2.0);
  if ((item->marks & DV_MARK_HIDDEN) == 0)
    dv_slide_draw_line (frame, DV_FACE_DISPLAY, 700, NUMBER_SIZE, number, frame->colours.text, right,
                        middle + NUMBER_SIZE * 0.364, PANGO_ALIGN_RIGHT);
  dv_slide_text_clear (&text);
  dv_scene_end_part (frame->scene);
}

/* A bracket around the numbers that are the same, and what is said about it. */
static void
draw_tie (Table  *table,
          GArray *rows)
{
  static const double sizes[] = { DV_SLIDE_MIN_TEXT };
  DvSlideFrame *frame = table->frame;
  const Row *first = NULL, *last = NULL, *edge = NULL;
  guint tie = find_tie (table);
  double x = frame->width - DV_SLIDE_MARGIN - ROW_PADDING - NUMBER_WIDTH - GAP - 2.0, y, width;
  cairo_t *pen = dv_scene_get_pen (frame->scene);
  DvSlideText text;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (row->page != frame->page || !is_tied (get_item (table, i)))
        continue;
      first = first != NULL ? first : row;
      last = row;
      if (i == tie)
        edge = row;
    }
  if (first == NULL || first == last)
    return;

  cairo_move_to (pen, x + 14.0, first->y + first->height / 2.0);
  cairo_line_to (pen, x, first->y + first->height / 2.0);
  cairo_line_to (pen, x, last->y + last->height / 2.0);
  cairo_line_to (pen, x + 14.0, last->y + last->height / 2.0);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_stroke (frame->scene, frame->colours.dim, 2.0);
  dv_scene_set_graphic (frame->scene, FALSE);
  if (!has_tie_text (table))
    return;

  width = MIN (dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, DV_SLIDE_MIN_TEXT, frame->slide->labels[0]) + 1.0,
               table->dots_width - 2.0 * PILL_PADDING);
  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 600, sizes, 1, frame->slide->labels[0], width, 0.0);
  y = edge != NULL ? edge->y - (edge->y > table->top ? edge->before / 2.0 : 0.0) : (first->y + last->y + last->height) / 2.0;
  y -= (text.height + 16.0) / 2.0;
  width += 2.0 * PILL_PADDING;
  dv_scene_round_rect (frame->scene, x - width, y, width, MAX (text.height + 16.0, PILL), PILL / 2.0);
  dv_scene_fill (frame->scene, frame->colours.dim);
  dv_scene_round_rect (frame->scene, x - width + 2.0, y + 2.0, width - 4.0, MAX (text.height + 16.0, PILL) - 4.0,
                       PILL / 2.0 - 2.0);
  dv_scene_fill (frame->scene, frame->colours.card);
  dv_slide_draw_text (frame, &text, frame->colours.text, x - width + PILL_PADDING, y + 8.0);
  dv_slide_text_clear (&text);
}

/**
 * dv_slide_paint_reveal:
 * @frame: a scene
 *
 * Draws the dots, most first, one glyph for each; rows that were chosen stand
 * apart.
 */
void
dv_slide_paint_reveal (DvSlideFrame *frame)
{
  const DvSlideItem *spotlight = dv_slide_get_spotlight (frame->slide);
  Table table = { .frame = frame };
  g_autoptr (GArray) rows = NULL;

  table.top = draw_headline (frame);
  table.bottom = dv_slide_get_legend_bottom (frame, FALSE);
  if (spotlight != NULL)
    {
      dv_slide_draw_spotlight (frame, table.top, frame->width - DV_SLIDE_MARGIN, table.bottom, spotlight);
      dv_slide_draw_legend (frame);
      return;
    }

  make_columns (&table);
  rows = make_rows (&table);
  if (count_pages (rows) > 1)
    {
      g_array_unref (rows);
      table.bottom = dv_slide_get_legend_bottom (frame, TRUE);
      rows = make_rows (&table);
    }
  dv_slide_set_pages (frame, count_pages (rows));
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, Row, i).page == frame->page)
      draw_row (&table, get_item (&table, i), &g_array_index (rows, Row, i));
  draw_tie (&table, rows);
  dv_slide_draw_legend (frame);
}
