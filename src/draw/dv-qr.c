/* dv-qr.c
 *
 * A QR code
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-qr"

#include "config.h"

#include <qrencode.h>

#include "dv-qr.h"

/* The squares alone; what is around them is for who draws it. Error correction
 * M: a projector blurs, but nothing is folded or torn. L is for where M would
 * make the squares too small. */

struct _DvQr
{
  QRcode *code;
};

static DvQr *
encode (const char *text,
        QRecLevel   level)
{
  QRcode *code;
  DvQr *self;

  g_return_val_if_fail (text != NULL, NULL);

  code = text[0] != '\0' ? QRcode_encodeString8bit (text, 0, level) : NULL;
  if (code == NULL)
    return NULL;

  self = g_new0 (DvQr, 1);
  self->code = code;
  return self;
}

/**
 * dv_qr_new:
 * @text: what it is to hold, UTF-8
 *
 * Returns: (transfer full) (nullable): a code, as small as @text allows; %NULL
 *   when @text is empty or longer than a code can hold
 */
DvQr *
dv_qr_new (const char *text)
{
  return encode (text, QR_ECLEVEL_M);
}

/**
 * dv_qr_new_coarse:
 * @text: what it is to hold, UTF-8
 *
 * Like dv_qr_new(), with less correction and so with fewer, larger modules.
 *
 * Returns: (transfer full) (nullable): a code
 */
DvQr *
dv_qr_new_coarse (const char *text)
{
  return encode (text, QR_ECLEVEL_L);
}

/**
 * dv_qr_free:
 * @self: (transfer full) (nullable): a code
 */
void
dv_qr_free (DvQr *self)
{
  if (self == NULL)
    return;

  QRcode_free (self->code);
  g_free (self);
}

/**
 * dv_qr_get_size:
 * @self: a code
 *
 * Returns: how many modules it is wide and high, without the quiet zone
 */
guint
dv_qr_get_size (const DvQr *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (guint) self->code->width;
}

static gboolean
is_dark (const DvQr *self,
         int         column,
         int         row)
{
  return (self->code->data[row * self->code->width + column] & 1) != 0;
}

/**
 * dv_qr_add_path:
 * @self: a code
 * @cr: a drawing
 * @x: left edge of the first module
 * @y: top of the first module
 * @module: width and height of a module
 *
 * Adds the dark modules to the path, those beside each other as one box: seams
 * between boxes would show as pale lines.
 */
void
dv_qr_add_path (const DvQr *self,
                cairo_t    *cr,
                double      x,
                double      y,
                double      module)
{
  int width;

  g_return_if_fail (self != NULL);

  width = self->code->width;
  for (int row = 0; row < width; row++)
    for (int column = 0; column < width; column++)
      {
        int first = column;

        while (column < width && is_dark (self, column, row))
          column++;
        if (column > first)
          cairo_rectangle (cr, x + first * module, y + row * module, (column - first) * module, module);
      }
}
