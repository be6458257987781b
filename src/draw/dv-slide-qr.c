/* dv-slide-qr.c
 *
 * A QR code that a phone at the back of the room can read
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-qr"

#include "config.h"

#include "dv-qr.h"
#include "dv-slide-frame.h"

#include <math.h>

#define MIN_SIDE 240.0
#define MIN_MODULE 6.0
#define PLENTY 8.0
#define MAX_MODULE 20.0

/* The larger a module, the farther away the code is read; whole pixels of the
 * screen keep its edges sharp.
 */
static double
find_module (DvSlideFrame *frame,
             const DvQr   *code,
             double        size)
{
  double whole = floor (size * frame->scale / (dv_qr_get_size (code) + 2 * DV_QR_QUIET)) / frame->scale;

  return MIN (whole, MAX (floor (MAX_MODULE * frame->scale), 1.0) / frame->scale);
}

static DvQr *
encode (DvSlideFrame *frame,
        const char   *text,
        double        size)
{
  DvQr *code = dv_qr_new (text);

  if (code != NULL && find_module (frame, code, size) < PLENTY)
    {
      dv_qr_free (code);
      code = dv_qr_new_coarse (text);
    }

  return code;
}

/**
 * dv_slide_draw_qr:
 * @frame: a scene
 * @text: what it holds
 * @x: left side of its card
 * @y: top of its card
 * @size: side of its card
 *
 * Draws a white card with a QR code, dark on white in the dark style too, with
 * the four modules around it that a reader needs.
 *
 * Returns: whether it was drawn; not when its modules would be too small
 */
gboolean
dv_slide_draw_qr (DvSlideFrame *frame,
                  const char   *text,
                  double        x,
                  double        y,
                  double        size)
{
  g_autoptr (DvQr) code = encode (frame, text, size);
  double module, side;

  if (code == NULL)
    return FALSE;

  module = find_module (frame, code, size);
  side = module * dv_qr_get_size (code);
  if (module < MIN_MODULE || side < MIN_SIDE)
    return FALSE;

  if (!frame->is_dark)
    {
      dv_scene_round_rect (frame->scene, x - 1.0, y - 1.0, size + 2.0, size + 3.0, 25.0);
      dv_scene_fill (frame->scene, frame->colours.card_edge);
    }
  dv_scene_round_rect (frame->scene, x, y, size, size, 24.0);
  dv_scene_fill (frame->scene, dv_colour_from_code (0xffffff));
  dv_qr_add_path (code, dv_scene_get_pen (frame->scene),
                  round ((x + (size - side) / 2.0) * frame->scale) / frame->scale,
                  round ((y + (size - side) / 2.0) * frame->scale) / frame->scale, module);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_fill (frame->scene, dv_colour_from_code (0x1c2230));
  dv_scene_set_graphic (frame->scene, FALSE);

  return TRUE;
}
