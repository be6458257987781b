/* dv-image.c
 *
 * Reads and writes PNG images in memory
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-image"

#include "config.h"

#include "dv-image.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define SIGNATURE "\211PNG\r\n\032\n"
#define SIGNATURE_LENGTH 8
#define WIDTH_OFFSET 16 /* in the file: signature, length, "IHDR", width, height */
#define HEIGHT_OFFSET 20
#define HEADER_LENGTH 24

typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static guint32
big_endian (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/**
 * dv_image_new_from_png:
 * @png: a PNG file, of any origin
 * @error: return location for an error
 *
 * A few hundred bytes can claim to be an image of gigabytes, so the size it
 * says it has is read before it is unpacked.
 *
 * Returns: (transfer full): the image, or %NULL with %G_IO_ERROR_INVALID_DATA set
 */
cairo_surface_t *
dv_image_new_from_png (GBytes  *png,
                       GError **error)
{
  Reader reader;
  cairo_surface_t *image;

  reader.data = g_bytes_get_data (png, &reader.left);
  if (reader.left < HEADER_LENGTH || memcmp (reader.data, SIGNATURE, SIGNATURE_LENGTH) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is not a PNG picture"));
      return NULL;
    }
  if (big_endian (reader.data + WIDTH_OFFSET) > DV_IMAGE_MAX_SIDE ||
      big_endian (reader.data + HEIGHT_OFFSET) > DV_IMAGE_MAX_SIDE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The picture is wider or higher than %d pixels"), DV_IMAGE_MAX_SIDE);
      return NULL;
    }

  image = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  if (cairo_surface_status (image) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The picture is damaged: %s"),
                   cairo_status_to_string (cairo_surface_status (image)));
      cairo_surface_destroy (image);
      return NULL;
    }

  return image;
}

/**
 * dv_image_to_png:
 * @image: an image
 * @error: return location for an error
 *
 * Returns: (transfer full): a PNG file, or %NULL with %G_IO_ERROR_FAILED set
 */
GBytes *
dv_image_to_png (cairo_surface_t  *image,
                 GError          **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = cairo_surface_write_to_png_stream (image, write_cb, bytes);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "PNG: %s", cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
