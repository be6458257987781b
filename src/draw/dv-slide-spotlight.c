/* dv-slide-spotlight.c
 *
 * One item of a slide, alone and very large
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-spotlight"

#include "config.h"

#include "dv-slide-frame.h"

#include <math.h>
#include <string.h>

#define PADDING 64.0
#define META_SIZE 36.0
#define GLYPH_SIZE 36.0
#define MAX_LETTERS 3 /* of a label beside the text */

/**
 * dv_slide_get_spotlight:
 * @slide: a slide
 *
 * Returns: (transfer none) (nullable): the item that is put in the light
 */
const DvSlideItem *
dv_slide_get_spotlight (const DvSlide *slide)
{
  if (!dv_slide_has_text (slide->spotlight))
    return NULL;

  for (guint i = 0; i < slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (slide->items, i);

      if (item->id != NULL && strcmp (item->id, slide->spotlight) == 0)
        return item;
    }

  return NULL;
}

/* Role and star, at the foot of the card; returns its height. */
static double
draw_meta (DvSlideFrame      *frame,
           const DvSlideItem *item,
           double             x,
           double             right,
           double             bottom)
{
  static const double sizes[] = { META_SIZE, DV_SLIDE_MIN_TEXT };
  DvGlyph glyph = dv_slide_glyph_of_shape (item->shape);
  gboolean has_star = (item->marks & (DV_MARK_STAR | DV_MARK_CHOSEN)) != 0;
  const char *words = dv_slide_has_text (item->role) ? item->role : item->detail;
  double left = x + (glyph != DV_GLYPH_NONE ? GLYPH_SIZE + 18.0 : 0.0);
  DvSlideText text;
  double height;

  if (glyph == DV_GLYPH_NONE && !has_star && !dv_slide_has_text (words))
    return 0.0;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, sizes, G_N_ELEMENTS (sizes), words,
                     right - left - (has_star ? 80.0 : 0.0), 96.0);
  height = MAX (text.height, 46.0);
  if (dv_slide_has_text (words))
    dv_slide_draw_text (frame, &text, frame->colours.dim, left, bottom - height);
  dv_slide_draw_glyph (frame, glyph, frame->colours.dim, x, bottom - height + 5.0, GLYPH_SIZE);
  if (has_star)
    dv_slide_draw_glyph (frame, DV_GLYPH_STAR, frame->value.ink, right - 48.0, bottom - height - 2.0, 48.0);
  dv_slide_text_clear (&text);

  return height + 32.0;
}

/**
 * dv_slide_draw_spotlight:
 * @frame: a scene
 * @top: where the content begins
 * @right: where it ends
 * @bottom: where it ends
 * @item: what is put in the light
 *
 * Draws an item alone, as large as it goes; a text too long even then goes on
 * on further pages.
 */
void
dv_slide_draw_spotlight (DvSlideFrame      *frame,
                         double             top,
                         double             right,
                         double             bottom,
                         const DvSlideItem *item)
{
  static const double label_sizes[] = { 44.0, 36.0, DV_SLIDE_MIN_TEXT };
  static const double sizes[] = { 116.0, 104.0, 88.0, 76.0, 64.0, 56.0, 48.0, 42.0, 36.0 };
  gboolean is_tinted = (item->marks & (DV_MARK_STAR | DV_MARK_CHOSEN)) != 0;
  int number = item->number > 0 ? item->number : frame->slide->number;
  double x = DV_SLIDE_MARGIN + PADDING, inner = right - PADDING;
  double room;
  DvSlideText text;
  int per_page, from;

  dv_scene_begin_part (frame->scene, item->id);
  dv_slide_draw_card (frame, DV_SLIDE_MARGIN, top, right - DV_SLIDE_MARGIN, bottom - top, is_tinted, number);
  room = bottom - top - 2.0 * PADDING + 24.0;
  room -= draw_meta (frame, item, x, inner, bottom - PADDING + 24.0);
  if (dv_slide_has_text (item->label) && g_utf8_strlen (item->label, -1) > MAX_LETTERS)
    {
      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, label_sizes, G_N_ELEMENTS (label_sizes), item->label,
                         inner - x, 120.0);
      dv_slide_draw_text (frame, &text, frame->colours.dim, x, top + PADDING - 12.0);
      top += text.height + 16.0;
      room -= text.height + 16.0;
      dv_slide_text_clear (&text);
    }
  else if (dv_slide_has_text (item->label))
    {
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 700, 88.0, item->label, frame->value.ink, x, top + PADDING + 74.0,
                          PANGO_ALIGN_LEFT);
      x += dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, 88.0, item->label) + 48.0;
    }

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 600, sizes, G_N_ELEMENTS (sizes), item->text, inner - x, room);
  per_page = MAX ((int) floor (room / text.leading), 1);
  dv_slide_set_pages (frame, (guint) ((text.n_lines + per_page - 1) / per_page));
  from = (int) frame->page * per_page;
  dv_slide_draw_lines (frame, &text, frame->colours.text, x, top + PADDING - 12.0, from, from + per_page);
  dv_slide_text_clear (&text);
  dv_scene_end_part (frame->scene);
}
