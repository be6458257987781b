/* dv-slide-join.c
 *
 * How to join: the column beside the cards, and the two scenes
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-join"

#include "config.h"

#include "dv-slide-frame.h"

#include <math.h>

#define COLUMN DV_SLIDE_JOIN_WIDTH
#define COLUMN_BOTTOM 76.0
#define GLYPH 26.0
#define CARD 820.0
#define CARD_GAP 80.0

/* --- The column --- */

static gboolean
has_column (const DvSlide *slide)
{
  return slide->join != NULL &&
         (dv_slide_has_text (slide->join->page_uri) || dv_slide_has_text (slide->join->address) ||
          dv_slide_has_text (slide->join->code));
}

/**
 * dv_slide_get_right:
 * @frame: a scene
 *
 * Returns: the x where the content must end, beside the join column if there
 *   is one
 */
double
dv_slide_get_right (DvSlideFrame *frame)
{
  double right = frame->width - DV_SLIDE_MARGIN;

  return has_column (frame->slide) ? right - COLUMN - DV_SLIDE_GAP : right;
}

/* An address is as large as the column is wide, or breaks over lines. */
static double
draw_address (DvSlideFrame *frame,
              const char   *address,
              double        x,
              double        y)
{
  static const double sizes[] = { 43.0, 38.0, 34.0, 30.0, DV_SLIDE_MIN_TEXT };
  guint i = 0;
  DvSlideText text;

  while (i + 1 < G_N_ELEMENTS (sizes) && dv_slide_line_width (frame, DV_FACE_UI, 600, sizes[i], address) > COLUMN + 4.0)
    i++;
  dv_slide_fit_text (frame, &text, DV_FACE_UI, 600, sizes + i, 1, address, COLUMN + 4.0, 0.0);
  dv_slide_draw_text (frame, &text, frame->colours.text, x, y);
  y += text.height;
  dv_slide_text_clear (&text);

  return y;
}

/* The letters of a code stand apart, over the whole width, so that they are
 * typed one by one.
 */
static double
draw_code (DvSlideFrame *frame,
           const char   *code,
           double        x,
           double        y,
           double        width,
           double        largest)
{
  glong n_letters = g_utf8_strlen (code, -1);
  double size = MAX (MIN (largest, width / (double) n_letters * 1.35), DV_SLIDE_MIN_TEXT);
  double baseline = y + size * 0.93;
  double letters = 0.0, gap;

  for (const char *c = code; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *letter = g_strndup (c, (gsize) (g_utf8_next_char (c) - c));

      letters += dv_slide_line_width (frame, DV_FACE_UI, 700, size, letter);
    }
  if (n_letters < 2 || letters > width)
    {
      DvSlideText text;

      dv_slide_fit_text (frame, &text, DV_FACE_UI, 700, &size, 1, code, width, 0.0);
      dv_slide_draw_text (frame, &text, frame->colours.text, x, y);
      y += text.height;
      dv_slide_text_clear (&text);
      return y;
    }

  gap = (width - letters) / (double) (n_letters - 1);
  for (const char *c = code; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *letter = g_strndup (c, (gsize) (g_utf8_next_char (c) - c));

      x += gap + dv_slide_draw_line (frame, DV_FACE_UI, 700, size, letter, frame->colours.text, x, baseline,
                                     PANGO_ALIGN_LEFT);
    }

  return y + size * 1.15;
}

/* The roles that are here, from the bottom up: as many on a line as fit. */
static void
draw_people (DvSlideFrame *frame,
             double        x,
             double        top,
             double        bottom)
{
  const DvSlide *slide = frame->slide;
  const char *people = slide->labels != NULL ? slide->labels[0] : NULL;
  guint n_roles = slide->roles->len;
  guint per_line = n_roles <= 4 ? MAX (n_roles, 1) : 3;
  guint n_lines = (n_roles + per_line - 1) / per_line;
  double y = bottom - n_lines * 48.0;
  DvSlideText text;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, (const double[]){ DV_SLIDE_MIN_TEXT }, 1, people, COLUMN, 0.0);
  if (dv_slide_has_text (people) && y - text.height >= top)
    dv_slide_draw_text (frame, &text, frame->colours.dim, x, y - text.height);
  dv_slide_text_clear (&text);
  if (y < top)
    return;

  for (guint i = 0; i < n_roles; i++)
    {
      const DvSlideItem *role = g_ptr_array_index (slide->roles, i);
      g_autofree char *count = g_strdup_printf ("%u", role->count);
      guint column = i % per_line;
      double cell = COLUMN / per_line;
      double width = GLYPH + 10.0 + dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, 32.0, count);
      double left = x + column * cell;

      /* The first begins at the left side, the last ends at the right side. */
      if (per_line > 1)
        left += column * (cell - width) / (per_line - 1);
      dv_slide_draw_glyph (frame, dv_slide_glyph_of_shape (role->shape), frame->colours.text, left,
                           y + (i / per_line) * 48.0 + 15.0, GLYPH);
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, 32.0, count, frame->colours.text, left + GLYPH + 10.0,
                          y + (i / per_line) * 48.0 + 39.0, PANGO_ALIGN_LEFT);
    }
}

/**
 * dv_slide_draw_join:
 * @frame: a scene
 * @top: where the content begins
 *
 * Draws the column at the right: QR code, address, code and who is here.
 *
 * Returns: the x where the content must end, the right margin when there is
 *   nothing to join
 */
double
dv_slide_draw_join (DvSlideFrame *frame,
                    double        top)
{
  const DvSlide *slide = frame->slide;
  double x = frame->width - DV_SLIDE_MARGIN - COLUMN;
  double y = top;

  if (!has_column (slide))
    return dv_slide_get_right (frame);

  if (dv_slide_has_text (slide->join->page_uri) && dv_slide_draw_qr (frame, slide->join->page_uri, x, y, COLUMN))
    y += COLUMN + 24.0;
  if (dv_slide_has_text (slide->join->address))
    y = draw_address (frame, slide->join->address, x, y);
  if (dv_slide_has_text (slide->join->code))
    y = draw_code (frame, slide->join->code, x, y, COLUMN, 70.0);
  draw_people (frame, x, y + 16.0, frame->height - COLUMN_BOTTOM);

  return dv_slide_get_right (frame);
}
