/* dv-slide-qr.c
 *
 * A QR code that a phone at the back of the room can read
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-qr"

#include "config.h"

#include "dv-slide-frame.h"

#include <math.h>
#include <qrencode.h>

#define QUIET 4
#define MIN_SIDE 240.0
#define MIN_MODULE 6.0
#define PLENTY 8.0
#define MAX_MODULE 20.0

/* The larger a module, the farther away the code is read; whole pixels of the
 * screen keep its edges sharp.
 */
static double
find_module (DvSlideFrame *frame,
             QRcode       *code,
             double        size)
{
  double whole = floor (size * frame->scale / (code->width + 2 * QUIET)) / frame->scale;

  return MIN (whole, MAX (floor (MAX_MODULE * frame->scale), 1.0) / frame->scale);
}

/* More correction makes a larger code; it is taken where the modules stay large
 * all the same.
 */
static QRcode *
encode (DvSlideFrame *frame,
        const char   *text,
        double        size)
{
  QRcode *sturdy = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  QRcode *plain;

  if (sturdy != NULL && find_module (frame, sturdy, size) >= PLENTY)
    return sturdy;

  plain = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_L);
  if (sturdy != NULL && plain != NULL && plain->width == sturdy->width)
    {
      QRcode_free (plain);
      return sturdy;
    }
  g_clear_pointer (&sturdy, QRcode_free);

  return plain;
}

/* Modules beside each other are one rectangle: fewer edges, and no seams. */
static void
add_modules (DvSlideFrame *frame,
             QRcode       *code,
             double        x,
             double        y,
             double        module)
{
  cairo_t *pen = dv_scene_get_pen (frame->scene);

  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      {
        const unsigned char *modules = code->data + row * code->width;
        int first = column;

        while (column < code->width && (modules[column] & 1) != 0)
          column++;
        if (column > first)
          cairo_rectangle (pen, x + first * module, y + row * module, (column - first) * module, module);
      }
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
  QRcode *code = encode (frame, text, size);
  double module, side;

  if (code == NULL)
    return FALSE;

  module = find_module (frame, code, size);
  side = module * code->width;
  if (module < MIN_MODULE || side + 2 * QUIET * module < MIN_SIDE)
    {
      QRcode_free (code);
      return FALSE;
    }

  if (!frame->is_dark)
    {
      dv_scene_round_rect (frame->scene, x - 1.0, y - 1.0, size + 2.0, size + 3.0, 25.0);
      dv_scene_fill (frame->scene, frame->colours.card_edge);
    }
  dv_scene_round_rect (frame->scene, x, y, size, size, 24.0);
  dv_scene_fill (frame->scene, dv_colour_from_code (0xffffff));
  add_modules (frame, code, round ((x + (size - side) / 2.0) * frame->scale) / frame->scale,
               round ((y + (size - side) / 2.0) * frame->scale) / frame->scale, module);
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_fill (frame->scene, dv_colour_from_code (0x1c2230));
  dv_scene_set_graphic (frame->scene, FALSE);
  QRcode_free (code);

  return TRUE;
}
