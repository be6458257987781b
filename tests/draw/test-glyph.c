/* test-glyph.c
 *
 * Tests of the small shapes and the colours of values
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-glyph.h"
#include "dv-palette.h"

/* Each shape leaves ink, stays in its box, and differs from the others. */
static void
test_shapes (void)
{
  guint sums[DV_GLYPH_N] = { 0 };

  for (int i = DV_GLYPH_TRIANGLE; i < DV_GLYPH_N; i++)
    {
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 48, 48);
      cairo_t *cr = cairo_create (image);
      const guchar *data;
      double x1, y1, x2, y2;

      dv_glyph_path (cr, (DvGlyph) i);
      cairo_path_extents (cr, &x1, &y1, &x2, &y2);
      g_assert_cmpfloat (MIN (x1, y1), >=, -0.01);
      g_assert_cmpfloat (MAX (x2, y2), <=, 1.06);
      cairo_new_path (cr);
      dv_glyph_paint (cr, (DvGlyph) i, 0.0, 0.0, 48.0);
      cairo_surface_flush (image);
      data = cairo_image_surface_get_data (image);
      for (int j = 0; j < 48 * cairo_image_surface_get_stride (image); j++)
        sums[i] += data[j];
      g_assert_cmpuint (sums[i], >, 20000);
      cairo_destroy (cr);
      cairo_surface_destroy (image);
    }
  g_assert_cmpuint (sums[DV_GLYPH_RING], <, sums[DV_GLYPH_CIRCLE]);
  g_assert_cmpuint (sums[DV_GLYPH_ATTENTION], <, sums[DV_GLYPH_ON_COURSE]);
}

static void
test_names (void)
{
  g_assert_cmpint (dv_glyph_from_shape ("house"), ==, DV_GLYPH_HOUSE);
  g_assert_cmpint (dv_glyph_from_shape ("none"), ==, DV_GLYPH_NONE);
  g_assert_cmpint (dv_glyph_from_shape (NULL), ==, DV_GLYPH_NONE);
}

static double
luminance (DvColour colour)
{
  return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue;
}

static void
test_colours_repeat (void)
{
  for (guint number = 1; number <= DV_PALETTE_N_VALUES; number++)
    for (gboolean dark = FALSE; dark <= TRUE; dark++)
      {
        DvValueColours colours = dv_palette_value (number, dark);
        DvValueColours again = dv_palette_value (number + DV_PALETTE_N_VALUES, dark);
        double difference = luminance (colours.tint) - luminance (colours.ink);

        g_assert_cmpuint (dv_colour_to_code (colours.ink), ==, dv_colour_to_code (again.ink));
        g_assert_cmpfloat (dark ? -difference : difference, >, 0.3);
      }
  g_assert_cmpuint (dv_colour_to_code (dv_palette_value (1, FALSE).ink), ==, 0x114e9a);
  g_assert_cmpuint (dv_colour_to_code (dv_palette_value (0, FALSE).solid), ==, 0x474e5c);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/glyph/shapes", test_shapes);
  g_test_add_func ("/glyph/names", test_names);
  g_test_add_func ("/palette/repeat", test_colours_repeat);

  return g_test_run ();
}
