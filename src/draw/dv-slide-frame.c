/* dv-slide-frame.c
 *
 * What the scenes share: head, foot, card, glyph, disc, pips
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-frame"

#include "config.h"

#include "dv-slide-frame.h"

#include <math.h>

/* Head, foot and join column have their place whatever the content is, so that
 * nothing jumps when a card arrives. The head grows only for a question that
 * does not fit in it at the smallest size.
 */

#define HEAD_TOP 56.0
#define CONTENT_TOP 304.0
#define HEAD_GAP 32.0
#define FOOT_BOTTOM 48.0
#define FOOT_GAP 56.0
#define CARD_RADIUS 24.0

/**
 * dv_slide_get_colours:
 * @is_dark: whether the dark style is wanted
 *
 * Returns: the neutral colours of a scene
 */
DvSlideColours
dv_slide_get_colours (gboolean is_dark)
{
  DvSlideColours colours;

  colours.paper = dv_colour_from_code (is_dark ? 0x14171c : 0xfbfaf7);
  colours.card = dv_colour_from_code (is_dark ? 0x20252d : 0xffffff);
  colours.card_edge = dv_colour_from_code (is_dark ? 0x20252d : 0xebebe9);
  colours.panel = dv_colour_from_code (is_dark ? 0x20252d : 0xf0eee7);
  colours.text = dv_colour_from_code (is_dark ? 0xf5f3ee : 0x1c2230);
  colours.dim = dv_colour_from_code (is_dark ? 0xbfc4cc : 0x474e5c);
  colours.rule = dv_colour_from_code (is_dark ? 0x3a404b : 0xdedede);
  colours.residents = dv_colour_from_code (is_dark ? 0xffd6ab : 0x7f3a00);
  colours.staff = dv_colour_from_code (is_dark ? 0x8fb9fe : 0x114e9a);
  colours.warning = dv_colour_from_code (is_dark ? 0xffd6ab : 0x734601);

  return colours;
}

/**
 * dv_slide_set_pages:
 * @frame: a scene
 * @n_pages: how many pages its content takes
 *
 * Tells how many pages there are, and keeps the page among them.
 */
void
dv_slide_set_pages (DvSlideFrame *frame,
                    guint         n_pages)
{
  frame->n_pages = MAX (n_pages, 1);
  frame->page = MIN (frame->page, frame->n_pages - 1);
}

/* --- The top --- */

static const double corner_sizes[] = { 120.0, 104.0, 88.0, 72.0, 60.0, 48.0, 40.0, 34.0, DV_SLIDE_MIN_TEXT };
static const double label_sizes[] = { 30.0, DV_SLIDE_MIN_TEXT };

static gboolean
has_corner (DvSlideFrame *frame)
{
  const DvSlide *slide = frame->slide;

  return dv_slide_has_text (slide->timer) || dv_slide_has_text (slide->count) || dv_slide_has_text (slide->count_label);
}

/**
 * dv_slide_draw_corner:
 * @frame: a scene
 *
 * Draws the count at the top right, or the timer when it is on.
 *
 * Returns: how much narrower the head is because of it; 0 when nothing is there
 */
double
dv_slide_draw_corner (DvSlideFrame *frame)
{
  const DvSlide *slide = frame->slide;
  gboolean has_timer = dv_slide_has_text (slide->timer);
  const char *large = has_timer ? slide->timer : slide->count;
  const char *label = has_timer ? slide->status : slide->count_label;
  double right = frame->width - DV_SLIDE_MARGIN;
  DvSlideText text;

  if (dv_slide_has_text (large))
    {
      for (guint i = 0; i < G_N_ELEMENTS (corner_sizes); i++)
        if (i + 1 == G_N_ELEMENTS (corner_sizes) ||
            dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, corner_sizes[i], large) <= DV_SLIDE_CORNER_WIDTH)
          {
            dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, corner_sizes[i], large, frame->colours.text, right,
                                HEAD_TOP + 113.0, PANGO_ALIGN_RIGHT);
            break;
          }
    }
  if (!dv_slide_has_text (label))
    return has_corner (frame) ? DV_SLIDE_CORNER_WIDTH + DV_SLIDE_GAP : 0.0;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, label_sizes, G_N_ELEMENTS (label_sizes), label, DV_SLIDE_CORNER_WIDTH,
                     80.0);
  pango_layout_set_alignment (text.layout, PANGO_ALIGN_RIGHT);
  dv_slide_draw_text (frame, &text, frame->colours.dim, right - text.width, HEAD_TOP + 132.0);
  dv_slide_text_clear (&text);

  return DV_SLIDE_CORNER_WIDTH + DV_SLIDE_GAP;
}

static double
head_width (DvSlideFrame *frame)
{
  gboolean keeps_corner = has_corner (frame) || frame->slide->join != NULL;

  return frame->width - 2.0 * DV_SLIDE_MARGIN - (keeps_corner ? DV_SLIDE_CORNER_WIDTH + DV_SLIDE_GAP : 0.0);
}

/* Sets two texts above each other, as large as they go in @height together;
 * the second shrinks before the first.
 */
static void
fit_pair (DvSlideFrame *frame,
          DvSlideText   texts[2],
          const double *sizes[2],
          const guint   n_sizes[2],
          const char   *strings[2],
          const int     weights[2],
          double        height)
{
  double width = head_width (frame);

  for (guint i = 0; i < n_sizes[0]; i++)
    for (guint j = 0; j < n_sizes[1]; j++)
      {
        gboolean is_last = i + 1 == n_sizes[0] && j + 1 == n_sizes[1];
        gboolean has_fitted;

        has_fitted = dv_slide_fit_text (frame, &texts[0], DV_FACE_DISPLAY, weights[0], sizes[0] + i, 1, strings[0],
                                        width, height) &&
                     (!texts[0].has_broken || i + 1 == n_sizes[0]);
        has_fitted = dv_slide_fit_text (frame, &texts[1], DV_FACE_DISPLAY, weights[1], sizes[1] + j, 1, strings[1],
                                        width, height) &&
                     (!texts[1].has_broken || j + 1 == n_sizes[1]) && has_fitted;
        if (!dv_slide_has_text (strings[1]))
          texts[1].height = 0.0;
        if (is_last || (has_fitted && texts[0].height + texts[1].height <= height))
          return;
        dv_slide_text_clear (&texts[0]);
        dv_slide_text_clear (&texts[1]);
      }
}

/**
 * dv_slide_draw_head:
 * @frame: a scene
 *
 * Draws the title in the colour of its value, the question, and the count or
 * the timer.
 *
 * Returns: the y where the content may begin
 */
double
dv_slide_draw_head (DvSlideFrame *frame)
{
  static const double title_sizes[] = { 128.0, 112.0, 96.0, 80.0, 72.0, 64.0, 56.0, 48.0 };
  static const double question_sizes[] = { 48.0, 42.0, 36.0, 32.0, DV_SLIDE_MIN_TEXT };
  const double *sizes[] = { title_sizes, question_sizes };
  const guint n_sizes[] = { G_N_ELEMENTS (title_sizes), G_N_ELEMENTS (question_sizes) };
  const char *strings[] = { frame->slide->title, frame->slide->subtitle };
  const int weights[] = { 700, 500 };
  DvSlideText texts[2];
  double y = HEAD_TOP, bottom;

  fit_pair (frame, texts, sizes, n_sizes, strings, weights, CONTENT_TOP - HEAD_GAP - HEAD_TOP);
  /* A large letter has room at its left side that a small one does not have. */
  dv_slide_draw_text (frame, &texts[0], frame->value.ink,
                      DV_SLIDE_MARGIN - (texts[0].font.size >= 96.0 ? texts[0].font.size * 0.046 : 0.0), y);
  y += texts[0].height + 4.0;
  if (texts[1].height > 0.0)
    dv_slide_draw_text (frame, &texts[1], frame->colours.text, DV_SLIDE_MARGIN, y);
  bottom = y + texts[1].height + HEAD_GAP;
  dv_slide_text_clear (&texts[0]);
  dv_slide_text_clear (&texts[1]);
  dv_slide_draw_corner (frame);

  return MAX (CONTENT_TOP, bottom);
}

/**
 * dv_slide_draw_headline:
 * @frame: a scene
 *
 * Draws the title as a headline, a line below it, and the count or the timer.
 *
 * Returns: the y where the content may begin
 */
double
dv_slide_draw_headline (DvSlideFrame *frame)
{
  static const double title_sizes[] = { 76.0, 68.0, 60.0, 52.0, 48.0 };
  static const double lead_sizes[] = { 40.0, 36.0, 32.0, DV_SLIDE_MIN_TEXT };
  const double *sizes[] = { title_sizes, lead_sizes };
  const guint n_sizes[] = { G_N_ELEMENTS (title_sizes), G_N_ELEMENTS (lead_sizes) };
  const char *strings[] = { frame->slide->title, frame->slide->subtitle };
  const int weights[] = { 700, 400 };
  gboolean has_lead = dv_slide_has_text (frame->slide->subtitle);
  double top = has_lead ? 248.0 : 184.0, bottom;
  DvSlideText texts[2];

  fit_pair (frame, texts, sizes, n_sizes, strings, weights, has_lead ? 160.0 : 96.0);
  dv_slide_draw_text (frame, &texts[0], frame->colours.text, DV_SLIDE_MARGIN, HEAD_TOP);
  bottom = HEAD_TOP + texts[0].height + 8.0;
  if (has_lead)
    dv_slide_draw_text (frame, &texts[1], frame->colours.dim, DV_SLIDE_MARGIN, bottom);
  bottom += texts[1].height + HEAD_GAP;
  dv_slide_text_clear (&texts[0]);
  dv_slide_text_clear (&texts[1]);
  dv_slide_draw_corner (frame);
  if (dv_slide_has_text (frame->slide->timer) || dv_slide_has_text (frame->slide->count))
    top = 248.0;

  return MAX (top, bottom);
}

/* --- The bottom --- */

static double
draw_foot (DvSlideFrame *frame,
           gboolean      has_pages,
           gboolean      is_drawn)
{
  const DvSlide *slide = frame->slide;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN;
  double right = frame->width - DV_SLIDE_MARGIN;
  g_autofree char *pages = g_strdup_printf ("%u / %u", frame->page + 1, frame->n_pages);
  DvSlideText texts[2] = { { 0 }, { 0 } };
  double room[2] = { width, width };
  double height;

  if (has_pages)
    {
      /* Room for "88 / 88", so that the text beside it stays where it is. */
      room[0] -= 150.0;
      room[1] -= 150.0;
    }
  if (dv_slide_has_text (slide->foot) && dv_slide_has_text (slide->foot_end))
    {
      double end = dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, 30.0, slide->foot_end);

      room[1] = MIN (end + 1.0, room[1] * 0.45);
      room[0] -= room[1] + 48.0;
    }
  dv_slide_fit_text (frame, &texts[0], DV_FACE_DISPLAY, 400, label_sizes, G_N_ELEMENTS (label_sizes), slide->foot,
                     room[0], 72.0);
  dv_slide_fit_text (frame, &texts[1], DV_FACE_DISPLAY, 400, label_sizes, G_N_ELEMENTS (label_sizes), slide->foot_end,
                     room[1], 72.0);
  height = MAX (texts[0].height, texts[1].height);
  if (is_drawn)
    {
      double bottom = frame->height - FOOT_BOTTOM;

      if (dv_slide_has_text (slide->foot))
        dv_slide_draw_text (frame, &texts[0], frame->colours.dim, DV_SLIDE_MARGIN, bottom - texts[0].height);
      if (dv_slide_has_text (slide->foot_end))
        {
          pango_layout_set_alignment (texts[1].layout, PANGO_ALIGN_RIGHT);
          dv_slide_draw_text (frame, &texts[1], frame->colours.dim, right - (has_pages ? 150.0 : 0.0) - texts[1].width,
                              bottom - texts[1].height);
        }
      if (has_pages)
        dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, 30.0, pages, frame->colours.dim, right, bottom - 9.0,
                            PANGO_ALIGN_RIGHT);
    }
  dv_slide_text_clear (&texts[0]);
  dv_slide_text_clear (&texts[1]);

  return frame->height - FOOT_BOTTOM - height - FOOT_GAP;
}

static gboolean
has_foot (DvSlideFrame *frame)
{
  return dv_slide_has_text (frame->slide->foot) || dv_slide_has_text (frame->slide->foot_end);
}

/**
 * dv_slide_get_bottom:
 * @frame: a scene
 * @may_page: whether room is kept for the number of the page
 *
 * Returns: the y where the content must end
 */
double
dv_slide_get_bottom (DvSlideFrame *frame,
                     gboolean      may_page)
{
  if (!may_page && !has_foot (frame))
    return frame->height - DV_SLIDE_MARGIN;

  return draw_foot (frame, may_page, FALSE);
}

/**
 * dv_slide_draw_foot:
 * @frame: a scene, of which the number of pages is known
 *
 * Draws the texts at the foot, and which page it is when there are more.
 *
 * Returns: the y where the content must end
 */
double
dv_slide_draw_foot (DvSlideFrame *frame)
{
  if (frame->n_pages < 2 && !has_foot (frame))
    return frame->height - DV_SLIDE_MARGIN;

  return draw_foot (frame, frame->n_pages > 1, TRUE);
}

/* --- Cards and marks --- */

/**
 * dv_slide_draw_card:
 * @frame: a scene
 * @x: left side
 * @y: top
 * @width: width
 * @height: height
 * @is_tinted: whether it is starred or chosen
 * @number: the value whose tint it has
 *
 * Draws an empty card.
 */
void
dv_slide_draw_card (DvSlideFrame *frame,
                    double        x,
                    double        y,
                    double        width,
                    double        height,
                    gboolean      is_tinted,
                    int           number)
{
  DvValueColours colours = dv_palette_value ((guint) MAX (number, 0), frame->is_dark);
  DvColour edge = is_tinted ? colours.tint2 : frame->colours.card_edge;
  double line = is_tinted ? 2.0 : 0.0;

  if (is_tinted)
    dv_scene_round_rect (frame->scene, x, y, width, height, CARD_RADIUS);
  else
    dv_scene_round_rect (frame->scene, x - 1.0, y - 1.0, width + 2.0, height + 3.0, CARD_RADIUS + 1.0);
  dv_scene_fill (frame->scene, edge);
  dv_scene_round_rect (frame->scene, x + line, y + line, width - 2.0 * line, height - 2.0 * line, CARD_RADIUS - line);
  dv_scene_fill (frame->scene, is_tinted ? colours.tint : frame->colours.card);
}

/**
 * dv_slide_draw_glyph:
 * @frame: a scene
 * @glyph: a glyph
 * @colour: its colour
 * @x: left side of its box
 * @y: top of its box
 * @size: side of its box
 *
 * Draws a shape that stands for a role, a star or a side.
 */
void
dv_slide_draw_glyph (DvSlideFrame *frame,
                     DvGlyph       glyph,
                     DvColour      colour,
                     double        x,
                     double        y,
                     double        size)
{
  cairo_t *pen = dv_scene_get_pen (frame->scene);

  if (glyph == DV_GLYPH_NONE)
    return;

  cairo_save (pen);
  cairo_translate (pen, x, y);
  cairo_scale (pen, size, size);
  dv_glyph_path (pen, glyph);
  cairo_restore (pen);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_fill (frame->scene, colour);
  dv_scene_set_graphic (frame->scene, FALSE);
}

/**
 * dv_slide_draw_disc:
 * @frame: a scene
 * @number: number of a value; past the eighth it tells what the colour does not
 * @x: left side
 * @y: top
 * @size: its diameter, at least 48
 *
 * Draws the numbered disc of a value.
 */
void
dv_slide_draw_disc (DvSlideFrame *frame,
                    int           number,
                    double        x,
                    double        y,
                    double        size)
{
  DvValueColours colours = dv_palette_value ((guint) MAX (number, 0), frame->is_dark);
  g_autofree char *digits = g_strdup_printf ("%d", number);
  double letters = MAX (size * 0.6, DV_SLIDE_MIN_TEXT);

  dv_scene_round_rect (frame->scene, x, y, size, size, size / 2.0);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_fill (frame->scene, colours.ink);
  dv_scene_set_graphic (frame->scene, FALSE);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 700, letters, digits,
                      frame->is_dark ? frame->colours.paper : dv_colour_from_code (0xffffff), x + size / 2.0,
                      y + size / 2.0 + letters * 0.364, PANGO_ALIGN_CENTER);
}

/**
 * dv_slide_draw_pips:
 * @frame: a scene
 * @number: number of a value
 * @reached: how many are full
 * @target: how many there are
 * @x: left side of the first
 * @y: top
 * @size: their diameter
 *
 * Draws how far something is: a circle for each that is wanted.
 */
void
dv_slide_draw_pips (DvSlideFrame *frame,
                    int           number,
                    guint         reached,
                    guint         target,
                    double        x,
                    double        y,
                    double        size)
{
  DvValueColours colours = dv_palette_value ((guint) MAX (number, 0), frame->is_dark);
  cairo_t *pen = dv_scene_get_pen (frame->scene);

  dv_scene_set_graphic (frame->scene, TRUE);
  for (guint i = 0; i < target; i++)
    {
      double middle = x + size / 2.0 + i * size * 1.353;
      double line = i < reached ? 0.0 : 3.0;

      cairo_new_sub_path (pen);
      cairo_arc (pen, middle, y + size / 2.0, (size - line) / 2.0, 0.0, 2.0 * G_PI);
      cairo_close_path (pen);
      if (i < reached)
        dv_scene_fill (frame->scene, colours.solid);
      else
        dv_scene_stroke (frame->scene, frame->colours.dim, line);
    }
  dv_scene_set_graphic (frame->scene, FALSE);
}

/**
 * dv_slide_glyph_of_shape:
 * @shape: shape of a role
 *
 * Returns: the glyph that is drawn for it
 */
DvGlyph
dv_slide_glyph_of_shape (DvShape shape)
{
  static const DvGlyph glyphs[] = {
    [DV_SHAPE_NONE] = DV_GLYPH_NONE,       [DV_SHAPE_TRIANGLE] = DV_GLYPH_TRIANGLE,
    [DV_SHAPE_CIRCLE] = DV_GLYPH_CIRCLE,   [DV_SHAPE_SQUARE] = DV_GLYPH_SQUARE,
    [DV_SHAPE_DIAMOND] = DV_GLYPH_DIAMOND, [DV_SHAPE_HOUSE] = DV_GLYPH_HOUSE,
    [DV_SHAPE_PENTAGON] = DV_GLYPH_PENTAGON, [DV_SHAPE_HEXAGON] = DV_GLYPH_HEXAGON,
    [DV_SHAPE_RING] = DV_GLYPH_RING,
  };

  return (guint) shape < G_N_ELEMENTS (glyphs) ? glyphs[shape] : DV_GLYPH_NONE;
}
