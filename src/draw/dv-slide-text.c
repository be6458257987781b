/* dv-slide-text.c
 *
 * Text on a slide: as large as fits, never too small, never cut
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-text"

#include "config.h"

#include "dv-slide-frame.h"

#include <math.h>

/**
 * dv_slide_has_text:
 * @text: (nullable): a text of a slide
 *
 * Returns: whether there is anything to draw
 */
gboolean
dv_slide_has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * dv_slide_leading:
 * @size: size of a font
 *
 * Returns: the height of its lines; large letters stand closer
 */
double
dv_slide_leading (double size)
{
  if (size >= 100.0)
    return floor (size * 1.065);
  if (size >= 70.0)
    return floor (size * 1.16);

  return floor (size * 1.27);
}

/**
 * dv_slide_font:
 * @face: a typeface
 * @weight: 400 regular, 700 bold
 * @size: its size
 *
 * Returns: that font, with larger letters set a little closer together
 */
DvFont
dv_slide_font (DvFace face,
               int    weight,
               double size)
{
  DvFont font = { .face = face, .size = size, .weight = weight };

  if (face == DV_FACE_BOOK || size < 34.0)
    font.tracking = 0.0;
  else
    font.tracking = size >= 60.0 ? -0.02 : -0.011;

  return font;
}

/**
 * dv_slide_text_clear:
 * @text: a text
 *
 * Frees what @text holds.
 */
void
dv_slide_text_clear (DvSlideText *text)
{
  g_clear_object (&text->layout);
}

/* Whether a word had to be broken because it is wider than a line. */
static gboolean
has_broken_word (PangoLayout *layout)
{
  const char *string = pango_layout_get_text (layout);
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, NULL);

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      int start = pango_layout_line_get_start_index (l->data);

      if (start > 0 && !attributes[g_utf8_pointer_to_offset (string, string + start)].is_line_break)
        return TRUE;
    }

  return FALSE;
}

/* The least width at which a text of two lines stays on two, about. */
static double
guess_balance (DvShaper     *shaper,
               const DvFont *font,
               const char   *string,
               double        width)
{
  double narrow = width / 2.0, wide = width;

  while (wide - narrow > 8.0)
    {
      double middle = (narrow + wide) / 2.0;

      if (dv_shaper_guess_lines (shaper, font, string, middle) > 2)
        narrow = middle;
      else
        wide = middle;
    }

  return wide;
}

/* Whether a text is so much too long that it need not be shaped to know it. */
static gboolean
is_far_too_long (DvShaper     *shaper,
                 const DvFont *font,
                 const char   *string,
                 double        width,
                 double        height)
{
  double n_lines = dv_shaper_guess_lines (shaper, font, string, width) * 0.95 - 1.0;

  return height > 0.0 && n_lines * dv_slide_leading (font->size) > height;
}

/* Two lines of about the same length are read more easily than a long one with
 * a word below it. */
static PangoLayout *
shape_text (DvShaper     *shaper,
            const DvFont *font,
            const char   *string,
            double        width)
{
  g_autoptr (PangoLayout) layout = dv_shaper_layout (shaper, font, string, width, PANGO_ALIGN_LEFT);

  if (pango_layout_get_line_count (layout) == 2 && !has_broken_word (layout))
    {
      double balanced = guess_balance (shaper, font, string, width);

      pango_layout_set_width (layout, (int) (balanced * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) != 2)
        pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    }
  if (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  return g_steal_pointer (&layout);
}

/**
 * dv_slide_fit_text:
 * @frame: a scene
 * @text: (out caller-allocates): the text; clear it with dv_slide_text_clear()
 * @face: a typeface
 * @weight: its weight
 * @sizes: sizes to try, the largest first
 * @n_sizes: how many
 * @string: (nullable): valid UTF-8
 * @width: width of the box
 * @height: its height, 0 when it may be as high as it likes
 *
 * Sets @string in the largest of @sizes at which it fits in the box without
 * breaking a word; only at the last size are words broken. When it fits at none
 * it is set in the last size all the same, and goes on beyond @height: then
 * page it.
 *
 * Returns: whether it fits
 */
gboolean
dv_slide_fit_text (DvSlideFrame *frame,
                   DvSlideText  *text,
                   DvFace        face,
                   int           weight,
                   const double *sizes,
                   guint         n_sizes,
                   const char   *string,
                   double        width,
                   double        height)
{
  *text = (DvSlideText){ .width = width };
  if (string == NULL)
    string = "";

  for (guint i = 0; i < n_sizes; i++)
    {
      gboolean is_last = i + 1 == n_sizes;

      g_clear_object (&text->layout);
      text->font = dv_slide_font (face, weight, sizes[i]);
      text->leading = dv_slide_leading (sizes[i]);
      if (!is_last && is_far_too_long (frame->shaper, &text->font, string, width, height))
        continue;
      text->layout = shape_text (frame->shaper, &text->font, string, width);
      text->n_lines = pango_layout_get_line_count (text->layout);
      text->height = text->n_lines * text->leading;
      text->has_broken = has_broken_word (text->layout);
      if ((height <= 0.0 || text->height <= height) && (is_last || !text->has_broken))
        return TRUE;
    }

  return FALSE;
}

/**
 * dv_slide_fit_card:
 * @frame: a scene
 * @text: (out caller-allocates): the text; clear it with dv_slide_text_clear()
 * @weight: its weight
 * @sizes: sizes to try, the largest first
 * @n_sizes: how many
 * @string: (nullable): valid UTF-8
 * @width: width of the box
 * @height: its height, 0 when it may be as high as it likes
 *
 * Like dv_slide_fit_text(), but breaks a word rather than make one card's text
 * smaller than that of the others.
 *
 * Returns: whether it fits
 */
gboolean
dv_slide_fit_card (DvSlideFrame *frame,
                   DvSlideText  *text,
                   int           weight,
                   const double *sizes,
                   guint         n_sizes,
                   const char   *string,
                   double        width,
                   double        height)
{
  for (guint i = 0; i < n_sizes; i++)
    {
      if (dv_slide_fit_text (frame, text, DV_FACE_DISPLAY, weight, sizes + i, 1, string, width, height))
        return TRUE;
      if (i + 1 < n_sizes)
        dv_slide_text_clear (text);
    }

  return FALSE;
}

/**
 * dv_slide_draw_lines:
 * @frame: a scene
 * @text: a text
 * @colour: its colour
 * @x: left side of its box
 * @y: top of the first line that is drawn
 * @from: that line
 * @to: the line after the last one
 *
 * Draws some lines of a text, for a text that takes more than a page.
 */
void
dv_slide_draw_lines (DvSlideFrame *frame,
                     DvSlideText  *text,
                     DvColour      colour,
                     double        x,
                     double        y,
                     int           from,
                     int           to)
{
  double baseline = y + dv_shaper_first_baseline (frame->shaper, &text->font, text->leading);

  if (pango_layout_get_alignment (text->layout) == PANGO_ALIGN_RIGHT)
    x += text->width;
  else if (pango_layout_get_alignment (text->layout) == PANGO_ALIGN_CENTER)
    x += text->width / 2.0;
  dv_scene_lines (frame->scene, text->layout, &text->font, colour, x, baseline, text->leading, from,
                  MIN (to, text->n_lines));
}

/**
 * dv_slide_draw_text:
 * @frame: a scene
 * @text: a text
 * @colour: its colour
 * @x: left side of its box
 * @y: top of its box
 *
 * Draws a text; one in a script that runs to the left begins at the right side
 * of its box.
 */
void
dv_slide_draw_text (DvSlideFrame *frame,
                    DvSlideText  *text,
                    DvColour      colour,
                    double        x,
                    double        y)
{
  dv_slide_draw_lines (frame, text, colour, x, y, 0, text->n_lines);
}

/**
 * dv_slide_line_width:
 * @frame: a scene
 * @face: a typeface
 * @weight: its weight
 * @size: its size
 * @string: (nullable): valid UTF-8
 *
 * Returns: how wide @string is on one line
 */
double
dv_slide_line_width (DvSlideFrame *frame,
                     DvFace        face,
                     int           weight,
                     double        size,
                     const char   *string)
{
  DvFont font = dv_slide_font (face, weight, size);

  return dv_slide_has_text (string) ? dv_shaper_width (frame->shaper, &font, string) : 0.0;
}

/**
 * dv_slide_draw_line:
 * @frame: a scene
 * @face: a typeface
 * @weight: its weight
 * @size: its size
 * @string: (nullable): valid UTF-8, known to fit
 * @colour: its colour
 * @x: where it begins, has its middle or ends
 * @baseline: its baseline
 * @alignment: what @x says
 *
 * Draws a short text on one line.
 *
 * Returns: its width
 */
double
dv_slide_draw_line (DvSlideFrame   *frame,
                    DvFace          face,
                    int             weight,
                    double          size,
                    const char     *string,
                    DvColour        colour,
                    double          x,
                    double          baseline,
                    PangoAlignment  alignment)
{
  DvFont font = dv_slide_font (face, weight, size);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle extents;

  if (!dv_slide_has_text (string))
    return 0.0;

  layout = dv_shaper_layout (frame->shaper, &font, string, -1.0, PANGO_ALIGN_LEFT);
  pango_layout_get_extents (layout, NULL, &extents);
  if (alignment == PANGO_ALIGN_CENTER)
    x -= extents.width / 2.0 / PANGO_SCALE;
  else if (alignment == PANGO_ALIGN_RIGHT)
    x -= extents.width / (double) PANGO_SCALE;
  dv_scene_lines (frame->scene, layout, &font, colour, x, baseline, 0.0, 0, 1);

  return extents.width / (double) PANGO_SCALE;
}
