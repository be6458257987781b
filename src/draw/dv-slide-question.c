/* dv-slide-question.c
 *
 * The scenes of few words: blank, question, timer, test
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-question"

#include "config.h"

#include "dv-slide-blocks.h"
#include "dv-slide-frame.h"

#include <math.h>
#include <string.h>

/**
 * dv_slide_paint_blank:
 * @frame: a scene
 *
 * Draws nothing; the paper is black.
 */
void
dv_slide_paint_blank (DvSlideFrame *frame)
{
}

/* What to do, step by step: as on the console, each line has its number, so that
 * a room can be told to go on with step 3. */
static DvSlideBlocks *
make_steps (DvSlideFrame *frame,
            double        size)
{
  DvSlideBlocks *blocks = dv_slide_blocks_new (frame);
  g_autofree char *text = g_strstrip (g_strdup (frame->slide->text));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean is_numbered = frame->slide->number == 0 && strchr (text, '\n') != NULL;
  guint n_steps = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      DvSlideBlock block = {
        .font = { DV_FACE_DISPLAY, size, 400, FALSE, -0.01 },
        .leading = size * 1.3,
        .colour = frame->colours.text,
        .before = size * 0.45,
        .is_balanced = TRUE,
      };

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (is_numbered)
        {
          label = g_strdup_printf ("%u", ++n_steps);
          block.indent = size * 1.2;
          block.label = label;
          block.label_font = block.font;
          block.label_font.weight = 600;
          block.label_colour = frame->colours.dim;
        }
      block.text = lines[i];
      dv_slide_blocks_add (blocks, &block);
    }

  return blocks;
}

/* A text that may be longer than its box goes on on the next page. */
static void
draw_steps (DvSlideFrame *frame,
            double        y,
            double        width,
            double        height)
{
  static const double sizes[] = { 52.0, 48.0, 44.0, 40.0, 36.0, 34.0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DvSlideBlocks) blocks = make_steps (frame, sizes[i]);
      guint n_pages = dv_slide_blocks_flow (blocks, width, height);

      if (n_pages > 1 && i + 1 < G_N_ELEMENTS (sizes))
        continue;
      dv_slide_set_pages (frame, n_pages);
      dv_slide_blocks_draw (blocks, frame->page, DV_SLIDE_MARGIN, y);
      break;
    }
}

/**
 * dv_slide_paint_question:
 * @frame: a scene
 *
 * Draws the question as large as it goes, with the activity above it and what
 * to do below it.
 */
void
dv_slide_paint_question (DvSlideFrame *frame)
{
  static const double above_sizes[] = { 40.0, 34.0, DV_SLIDE_MIN_TEXT };
  static const double sizes[] = { 128.0, 112.0, 96.0, 84.0, 72.0, 60.0, 52.0, 44.0, 36.0 };
  const DvSlide *slide = frame->slide;
  double right = dv_slide_draw_join (frame, 304.0);
  double width = right - DV_SLIDE_MARGIN;
  gboolean has_more = dv_slide_has_text (slide->text);
  double bottom = dv_slide_get_bottom (frame, has_more);
  double y = 64.0, room;
  DvSlideText text;

  if (dv_slide_has_text (slide->subtitle))
    {
      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, above_sizes, G_N_ELEMENTS (above_sizes), slide->subtitle,
                         width, 100.0);
      dv_slide_draw_text (frame, &text, frame->colours.dim, DV_SLIDE_MARGIN, y);
      y += text.height + 24.0;
      dv_slide_text_clear (&text);
    }

  room = (bottom - y) * (has_more ? 0.55 : 1.0);
  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 700, sizes, G_N_ELEMENTS (sizes), slide->title, width, room);
  dv_slide_draw_text (frame, &text, frame->value.ink, DV_SLIDE_MARGIN, y);
  y += text.height + 40.0;
  dv_slide_text_clear (&text);

  if (has_more)
    draw_steps (frame, y, width, bottom - y);
  dv_slide_draw_foot (frame);
}

/**
 * dv_slide_paint_timer:
 * @frame: a scene
 *
 * Draws the time that is left over the whole width, with a bar.
 */
void
dv_slide_paint_timer (DvSlideFrame *frame)
{
  static const double title_sizes[] = { 76.0, 68.0, 60.0, 52.0, 44.0, 36.0 };
  static const double status_sizes[] = { 60.0, 52.0, 44.0, 36.0 };
  const DvSlide *slide = frame->slide;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN;
  const char *time = dv_slide_has_text (slide->timer) ? slide->timer : "–";
  double size, middle = frame->height / 2.0;
  DvSlideText text;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 700, title_sizes, G_N_ELEMENTS (title_sizes), slide->title, width,
                     180.0);
  dv_slide_draw_text (frame, &text, frame->colours.text, DV_SLIDE_MARGIN, 56.0);
  dv_slide_text_clear (&text);

  /* Digits are all as wide, so the size does not change from second to second. */
  size = MIN (480.0, 480.0 * width / dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, 480.0, time));
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, size, time, frame->colours.text, frame->width / 2.0,
                      middle + size * 0.364, PANGO_ALIGN_CENTER);

  if (dv_slide_has_text (slide->status))
    {
      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, status_sizes, G_N_ELEMENTS (status_sizes), slide->status,
                         width, 160.0);
      pango_layout_set_alignment (text.layout, PANGO_ALIGN_CENTER);
      dv_slide_draw_text (frame, &text, frame->colours.dim, DV_SLIDE_MARGIN, middle + 240.0);
      dv_slide_text_clear (&text);
    }

  dv_scene_round_rect (frame->scene, DV_SLIDE_MARGIN, frame->height - 104.0, width, 24.0, 12.0);
  dv_scene_fill (frame->scene, frame->colours.rule);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_round_rect (frame->scene, DV_SLIDE_MARGIN, frame->height - 104.0,
                       MAX (24.0, width * CLAMP (1.0 - slide->timer_part, 0.0, 1.0)), 24.0, 12.0);
  if (slide->timer_part < 1.0)
    dv_scene_fill (frame->scene, frame->colours.text);
  cairo_new_path (dv_scene_get_pen (frame->scene));
  dv_scene_set_graphic (frame->scene, FALSE);
}

/* Shows whether the colours of the values can be told apart on this projector. */
static void
draw_colours (DvSlideFrame *frame,
              double        y)
{
  double pitch = MIN (120.0, (frame->width - 2.0 * DV_SLIDE_MARGIN + 24.0) / DV_PALETTE_N_VALUES);

  for (int i = 0; i < DV_PALETTE_N_VALUES; i++)
    dv_slide_draw_disc (frame, i + 1, DV_SLIDE_MARGIN + i * pitch, y, pitch - 24.0);
}

/* From the largest size to the smallest over all lines; all a step smaller
 * when they do not fit.
 */
static double
lay_lines (DvSlideFrame *frame,
           guint         step,
           double        y,
           gboolean      is_drawn)
{
  /* Headline, card and the least are among them. */
  static const double sizes[] = { 76.0, 62.0, 50.0, 39.0, 34.0, 31.0, DV_SLIDE_MIN_TEXT };
  const guint last = G_N_ELEMENTS (sizes) - 1;
  GPtrArray *items = frame->slide->items;

  for (guint i = 0; i < items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (items, i);
      guint size = items->len > 1 ? MIN (step + i * last / (items->len - 1), last) : step;
      DvSlideText text;

      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, sizes + size, 1, item->text,
                         frame->width - 2.0 * DV_SLIDE_MARGIN, 0.0);
      if (is_drawn)
        dv_slide_draw_text (frame, &text, frame->colours.text, DV_SLIDE_MARGIN, y);
      y += text.height + 16.0;
      dv_slide_text_clear (&text);
    }

  return y;
}

/**
 * dv_slide_paint_test:
 * @frame: a scene
 *
 * Draws lines of text, each smaller than the one before and the last as small
 * as text on a slide gets, and the colours of the values.
 */
void
dv_slide_paint_test (DvSlideFrame *frame)
{
  double y = dv_slide_draw_headline (frame), bottom = frame->height - DV_SLIDE_MARGIN - 112.0;
  guint step = 0;

  while (step < 6 && lay_lines (frame, step, y, FALSE) > bottom)
    step++;
  lay_lines (frame, step, y, TRUE);
  draw_colours (frame, frame->height - DV_SLIDE_MARGIN - 96.0);
}
