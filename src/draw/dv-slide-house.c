/* dv-slide-house.c
 *
 * The title of a workshop, for while people come in
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-house"

#include "config.h"

#include "dv-slide-frame.h"

/* The page of a book cover: the logo above, the title large at the bottom left,
 * organisation over it, date and place under a line. A logo stands on white,
 * in the dark too: most were made for paper.
 */

#define LOGO_HEIGHT 132.0
#define LOGO_MAX_WIDTH 620.0
#define LOGO_PAD 34.0
#define FOOT_BASELINE 64.0 /* above the bottom */
#define RULE_GAP 62.0      /* from the baseline of the foot up to the line */
#define RULE 3.0

static void
draw_logo (DvSlideFrame *frame,
           double        y)
{
  double width, height, scale;

  if (frame->slide->logo == NULL || !dv_scene_measure_image (frame->slide->logo, &width, &height))
    return;

  scale = MIN (LOGO_HEIGHT / height, LOGO_MAX_WIDTH / width);
  dv_scene_round_rect (frame->scene, DV_SLIDE_MARGIN, y, width * scale + 2.0 * LOGO_PAD, height * scale + 2.0 * LOGO_PAD,
                       24.0);
  dv_scene_fill (frame->scene, dv_colour_from_code (0xffffff));
  dv_scene_image (frame->scene, frame->slide->logo, DV_SLIDE_MARGIN + LOGO_PAD, y + LOGO_PAD, width * scale,
                  height * scale);
}

/**
 * dv_slide_paint_house:
 * @frame: where to draw
 *
 * Title, organisation, logo, date and place.
 */
void
dv_slide_paint_house (DvSlideFrame *frame)
{
  static const double title_sizes[] = { 160.0, 144.0, 128.0, 112.0, 96.0, 84.0, 72.0, 64.0, 56.0, 48.0 };
  static const double name_sizes[] = { 56.0, 48.0, 42.0, 36.0, 32.0 };
  static const double foot_sizes[] = { 40.0, 36.0, 32.0, DV_SLIDE_MIN_TEXT };
  const DvSlide *slide = frame->slide;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN, y = frame->height - FOOT_BASELINE, top = DV_SLIDE_MARGIN;
  DvSlideText text;

  draw_logo (frame, top);
  if (slide->logo != NULL)
    top += LOGO_HEIGHT + 2.0 * LOGO_PAD + 40.0;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, foot_sizes, G_N_ELEMENTS (foot_sizes), slide->meta, width, 96.0);
  if (dv_slide_has_text (slide->meta))
    {
      y -= text.height - text.leading * 0.75;
      dv_slide_draw_text (frame, &text, frame->colours.dim, DV_SLIDE_MARGIN, y - text.leading * 0.75);
      y -= text.leading * 0.75 + 30.0;
    }
  dv_slide_text_clear (&text);
  dv_scene_round_rect (frame->scene, DV_SLIDE_MARGIN, y - RULE, width, RULE, RULE / 2.0);
  dv_scene_fill (frame->scene, frame->colours.rule);
  y -= 44.0;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 700, title_sizes, G_N_ELEMENTS (title_sizes), slide->title, width,
                     y - top - 150.0);
  if (dv_slide_has_text (slide->title))
    {
      y -= text.height;
      dv_slide_draw_text (frame, &text, frame->colours.text, DV_SLIDE_MARGIN - text.font.size * 0.04, y);
    }
  dv_slide_text_clear (&text);
  y -= 20.0;
  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, name_sizes, G_N_ELEMENTS (name_sizes), slide->subtitle, width,
                     140.0);
  if (dv_slide_has_text (slide->subtitle))
    dv_slide_draw_text (frame, &text, frame->colours.dim, DV_SLIDE_MARGIN, y - text.height);
  dv_slide_text_clear (&text);
}
