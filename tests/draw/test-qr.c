/* test-qr.c
 *
 * QR codes
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-qr.h"

/* A picture of one pixel for each module. */
static cairo_surface_t *
draw (const DvQr *qr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) dv_qr_get_size (qr), (int) dv_qr_get_size (qr));
  cairo_t *cr = cairo_create (surface);

  dv_qr_add_path (qr, cr, 0, 0, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_dark (cairo_surface_t *surface,
         int              x,
         int              y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] > 127;
}

/* The square that a camera looks for: a dot in a ring. */
static void
check_finder (cairo_surface_t *surface,
              int              left,
              int              top)
{
  for (int y = 0; y < 7; y++)
    for (int x = 0; x < 7; x++)
      {
        int ring = MAX (ABS (x - 3), ABS (y - 3));

        g_assert_cmpint (is_dark (surface, left + x, top + y), ==, ring != 2);
      }
}

static void
test_corners (void)
{
  g_autoptr (DvQr) qr = dv_qr_new ("http://10.42.0.1:8080/#K7M4RP");
  int size;
  cairo_surface_t *surface;

  g_assert_nonnull (qr);
  size = (int) dv_qr_get_size (qr);
  g_assert_cmpint (size, ==, 29);
  surface = draw (qr);
  check_finder (surface, 0, 0);
  check_finder (surface, size - 7, 0);
  check_finder (surface, 0, size - 7);
  cairo_surface_destroy (surface);
}

static void
test_limits (void)
{
  g_autofree char *longest = g_strnfill (2331, 'a');
  g_autofree char *longer = g_strnfill (2332, 'a');
  g_autoptr (DvQr) qr = dv_qr_new (longest);

  g_assert_nonnull (qr);
  g_assert_null (dv_qr_new (longer));
  g_assert_null (dv_qr_new (""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/corners", test_corners);
  g_test_add_func ("/qr/limits", test_limits);
  return g_test_run ();
}
