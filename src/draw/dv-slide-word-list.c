/* dv-slide-word-list.c
 *
 * The key words as a ranked list, with what each group gave
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-word-list"

#include "config.h"

#include <math.h>
#include <string.h>

#include "dv-slide-frame.h"

/* A row for each word: its rank, the word with the other ways in which it was
 * written, and a bar to each side of an axis. A bar is a part of all that its
 * group gave, so that a large group does not drown out a small one.
 */

#define ROW_HEIGHT 88.0
#define HEAD_HEIGHT 72.0
#define RANK_WIDTH 76.0
#define RANK_GAP 28.0
#define BAR_HEIGHT 44.0
#define BAR_RADIUS 8.0
#define COUNT_GAP 14.0
#define COUNT_SIZE 34.0
#define WORDS_PART 0.42 /* of the width */

typedef struct
{
  double left;   /* of the words */
  double right;
  double axis;
  double length; /* of the longest bar */
  guint residents;
  guint staff;
  double most;   /* the largest share of one group */
  double row;    /* height of a row */
} List;

static const DvSlideItem *
get_item (DvSlideFrame *frame,
          guint         index)
{
  return g_ptr_array_index (frame->slide->items, index);
}

static double
share_of (guint part,
          guint whole)
{
  return whole > 0 ? (double) part / whole : 0.0;
}

/* How high the rows have to be for the longest word in the smallest type. */
static double
needed_height (DvSlideFrame *frame,
               double        width)
{
  static const double smallest[] = { DV_SLIDE_MIN_TEXT };
  double needed = ROW_HEIGHT;

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = get_item (frame, i);
      DvSlideText text;

      /* A word of so few letters is at most two lines. */
      if (strlen (item->text) < 24)
        continue;
      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 600, smallest, 1, item->text, width, 0.0);
      needed = MAX (needed, text.height + (dv_slide_has_text (item->detail) ? 36.0 : 8.0));
      dv_slide_text_clear (&text);
    }

  return needed;
}

static void
measure (DvSlideFrame *frame,
         List         *list)
{
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN, count = 0.0;

  *list = (List){ .left = DV_SLIDE_MARGIN + RANK_WIDTH + RANK_GAP, .most = 1e-9 };
  list->right = DV_SLIDE_MARGIN + width * WORDS_PART;
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      list->residents += get_item (frame, i)->residents;
      list->staff += get_item (frame, i)->staff;
    }
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = get_item (frame, i);
      g_autofree char *digits = g_strdup_printf ("%u", MAX (item->residents, item->staff));

      list->most = MAX (list->most, share_of (item->residents, list->residents));
      list->most = MAX (list->most, share_of (item->staff, list->staff));
      if (i < 100)
        count = MAX (count, dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, COUNT_SIZE, digits));
    }

  list->row = needed_height (frame, list->right - list->left);

  /* One bar has all the room when there is one group. */
  list->length = width * (1.0 - WORDS_PART) - DV_SLIDE_GAP - count - COUNT_GAP;
  list->axis = list->right + DV_SLIDE_GAP;
  if (list->residents > 0 && list->staff > 0)
    {
      list->length = (list->length - count - COUNT_GAP) / 2.0;
      list->axis += count + COUNT_GAP + list->length;
    }
}

/* As many as there is room for, and how many more there are. */
static char *
join_variants (DvSlideFrame *frame,
               const char   *detail,
               double        width)
{
  g_auto (GStrv) variants = g_strsplit (detail, ", ", -1);
  guint n = g_strv_length (variants);

  for (guint shown = n; shown > 0; shown--)
    {
      GString *text = g_string_new (variants[0]);

      for (guint i = 1; i < shown; i++)
        g_string_append_printf (text, ", %s", variants[i]);
      if (shown < n)
        g_string_append_printf (text, " +%u", n - shown);
      if (dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, DV_SLIDE_MIN_TEXT, text->str) <= width)
        return g_string_free (text, FALSE);
      g_string_free (text, TRUE);
    }

  return g_strdup_printf ("+%u", n);
}

static void
draw_word (DvSlideFrame      *frame,
           const List        *list,
           const DvSlideItem *item,
           double             y)
{
  static const double sizes[] = { 44.0, 40.0, 36.0, 32.0, DV_SLIDE_MIN_TEXT };
  double width = list->right - list->left;
  gboolean has_variants = dv_slide_has_text (item->detail);
  double most = has_variants ? list->row - 36.0 : list->row - 8.0;
  DvSlideText text;
  double top;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 600, sizes, G_N_ELEMENTS (sizes), item->text, width, most);
  top = y + (list->row - text.height - (has_variants ? 36.0 : 0.0)) / 2.0;
  dv_slide_draw_text (frame, &text, frame->colours.text, list->left, top);
  if (has_variants)
    {
      g_autofree char *variants = join_variants (frame, item->detail, width);

      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, DV_SLIDE_MIN_TEXT, variants, frame->colours.dim, list->left,
                          top + text.height + 26.0, PANGO_ALIGN_LEFT);
    }
  dv_slide_text_clear (&text);
}

/* @direction: -1 to the left of the axis, 1 to the right. */
static void
draw_bar (DvSlideFrame *frame,
          const List   *list,
          double        direction,
          guint         count,
          double        share,
          DvColour      colour,
          double        y)
{
  double length = MAX (share / list->most * list->length, count > 0 ? 4.0 : 0.0);
  double end = list->axis + direction * length;
  g_autofree char *digits = g_strdup_printf ("%u", count);

  if (count == 0)
    return;

  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_round_rect (frame->scene, MIN (list->axis, end), y + (list->row - BAR_HEIGHT) / 2.0, length, BAR_HEIGHT,
                       MIN (BAR_RADIUS, length / 2.0));
  dv_scene_fill (frame->scene, colour);
  dv_scene_set_graphic (frame->scene, FALSE);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, COUNT_SIZE, digits, colour, end + direction * COUNT_GAP,
                      y + list->row / 2.0 + COUNT_SIZE * 0.364, direction < 0.0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static void
draw_row (DvSlideFrame      *frame,
          const List        *list,
          const DvSlideItem *item,
          double             y)
{
  gboolean has_both = list->residents > 0 && list->staff > 0;

  dv_scene_begin_part (frame->scene, item->id);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 34.0, item->label, frame->colours.dim, DV_SLIDE_MARGIN + RANK_WIDTH,
                      y + list->row / 2.0 + 34.0 * 0.364, PANGO_ALIGN_RIGHT);
  draw_word (frame, list, item, y);
  draw_bar (frame, list, has_both ? -1.0 : 1.0, item->residents, share_of (item->residents, list->residents),
            frame->colours.residents, y);
  draw_bar (frame, list, 1.0, item->staff, share_of (item->staff, list->staff), frame->colours.staff, y);
  dv_scene_end_part (frame->scene);
}

/* Whose the bars are: the glyph of the group, its name and how many it gave. */
static void
draw_group (DvSlideFrame    *frame,
            const List      *list,
            DvSlideWordLabel name,
            DvSlideWordLabel count,
            DvGlyph          glyph,
            DvColour         colour,
            double           direction,
            double           baseline)
{
  char **labels = frame->slide->labels;
  g_autofree char *text = NULL;
  double size = 32.0, width, x;

  if (labels == NULL || g_strv_length (labels) < DV_SLIDE_WORDS_N_LABELS)
    return;

  text = g_strdup_printf ("%s %s", labels[name], labels[count]);
  x = list->axis + (direction > 0.0 && list->residents > 0 && list->staff > 0 ? 16.0 : 0.0);
  width = dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, size, text) + 46.0;
  if (direction > 0.0 && x + width > frame->width - DV_SLIDE_MARGIN)
    {
      /* A narrow screen leaves the last group less room. */
      size = DV_SLIDE_MIN_TEXT;
      width = dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, size, text) + 46.0;
      x = MIN (x, frame->width - DV_SLIDE_MARGIN - width);
    }
  if (direction < 0.0)
    x = list->axis - 16.0 - width;
  dv_slide_draw_glyph (frame, glyph, colour, x, baseline - 28.0, 32.0);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, size, text, colour, x + 46.0, baseline, PANGO_ALIGN_LEFT);
}

static void
draw_groups (DvSlideFrame *frame,
             const List   *list,
             double        baseline)
{
  if (list->residents > 0)
    draw_group (frame, list, DV_SLIDE_WORDS_RESIDENTS, DV_SLIDE_WORDS_N_RESIDENTS, DV_GLYPH_HOUSE,
                frame->colours.residents, list->staff > 0 ? -1.0 : 1.0, baseline);
  if (list->staff > 0)
    draw_group (frame, list, DV_SLIDE_WORDS_STAFF, DV_SLIDE_WORDS_N_STAFF, DV_GLYPH_TOWN_HALL, frame->colours.staff,
                1.0, baseline);
}

static void
draw_nothing (DvSlideFrame *frame,
              double        top,
              double        bottom)
{
  static const double sizes[] = { 48.0, 40.0, 34.0, DV_SLIDE_MIN_TEXT };
  DvSlideText text;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, sizes, G_N_ELEMENTS (sizes), frame->slide->text,
                     frame->width - 2.0 * DV_SLIDE_MARGIN, bottom - top);
  dv_slide_draw_text (frame, &text, frame->colours.dim, DV_SLIDE_MARGIN, top + 32.0);
  dv_slide_text_clear (&text);
}

/**
 * dv_slide_paint_word_list:
 * @frame: a scene of key words, with their forms counted as one
 *
 * Draws the list, on as many pages as it takes.
 */
void
dv_slide_paint_word_list (DvSlideFrame *frame)
{
  const DvSlideItem *spotlight = dv_slide_get_spotlight (frame->slide);
  double top = dv_slide_draw_headline (frame), bottom = dv_slide_get_bottom (frame, FALSE);
  guint n = frame->slide->items->len, per_page, first;
  List list;

  if (spotlight != NULL || n == 0)
    {
      if (spotlight != NULL)
        dv_slide_draw_spotlight (frame, top, frame->width - DV_SLIDE_MARGIN, bottom, spotlight);
      else
        draw_nothing (frame, top, bottom);
      return;
    }

  measure (frame, &list);
  if (top + HEAD_HEIGHT + n * list.row > bottom)
    bottom = dv_slide_get_bottom (frame, TRUE);
  per_page = (guint) MAX (1.0, floor ((bottom - top - HEAD_HEIGHT) / list.row));
  dv_slide_set_pages (frame, (n + per_page - 1) / per_page);
  draw_groups (frame, &list, top + 40.0);
  first = frame->page * per_page;
  for (guint i = first; i < MIN (first + per_page, n); i++)
    draw_row (frame, &list, get_item (frame, i), top + HEAD_HEIGHT + (i - first) * list.row);
  dv_slide_draw_foot (frame);
}
