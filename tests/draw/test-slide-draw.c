/* test-slide-draw.c
 *
 * Tests of how a slide is divided over cards and pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-qr.h"
#include "dv-slide-draw.h"

#include <math.h>
#include <string.h>

#define LONG_TEXT "I take the time to talk with everybody in the street in the first week of a project, also with " \
                  "those who work in the evening or do not know our language well yet, and I write down what we " \
                  "agreed, who does it and when it is done, so that nobody can say later that they did not know, " \
                  "and I send that report within three working days to everybody who was there, with my name and " \
                  "my telephone number below it, so that they can call me when something is not right. Promised."

static const int sizes[][2] = { { 1920, 1080 }, { 1280, 800 }, { 1024, 768 }, { 1080, 1920 }, { 2560, 1080 } };

static const char *const texts[] = {
  "I call back within two days, even if I do not have the answer yet.",
  "I read a letter aloud before it leaves the house.",
  LONG_TEXT,
  "I sit in the superintendentialrepresentativenesscommitteemeetingpreparation as well.",
  "אני חוזר אליך תוך יומיים, גם אם אין לי עדיין תשובה.",
  "I go and look in the street first; only then do I write advice.",
};

static DvSlide *
make_slide (DvSlideKind kind,
            guint       n_items)
{
  DvSlide *slide = dv_slide_new (kind, "en");

  slide->title = g_strdup ("Near");
  slide->subtitle = g_strdup ("How do you see or hear ‘near’?");
  slide->number = 1;
  slide->count = g_strdup_printf ("%u", n_items);
  slide->count_label = g_strdup ("examples");
  slide->newest = g_strdup ("Just in");
  slide->join = g_new0 (DvSlideJoin, 1);
  slide->join->address = g_strdup ("10.42.0.1:8080");
  slide->join->code = g_strdup ("K7M4RP");
  slide->join->page_uri = g_strdup ("http://10.42.0.1:8080/#aGVsbG8gd29ybGQgdGhpcw");
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *id = g_strdup_printf ("item%u", i);
      DvSlideItem *item = dv_slide_add_item (slide, id, texts[(i * 7) % G_N_ELEMENTS (texts)]);

      item->label = g_strdup_printf ("%c", 'A' + (int) (i % 26));
      item->role = g_strdup ("manager");
      item->shape = DV_SHAPE_TRIANGLE;
      item->marks = i % 5 == 0 ? DV_MARK_STAR : 0;
    }

  return slide;
}

static gboolean
has_part (DvScene *scene,
          guint    item)
{
  g_autofree char *id = g_strdup_printf ("item%u", item);

  return dv_scene_get_part (scene, id, NULL);
}

/* Each item is on one page, and none is missing. */
static void
check_pages (DvSlideKind kind,
             guint       n_items,
             const int   size[2])
{
  g_autoptr (DvSlide) slide = make_slide (kind, n_items);
  g_autoptr (DvShaper) shaper = dv_shaper_new ("en");
  guint n_pages = dv_slide_count_pages (slide, shaper, size[0], size[1]);
  g_autofree guint *seen = g_new0 (guint, n_items + 1);

  g_assert_cmpuint (n_pages, >=, 1);
  for (slide->page = 0; slide->page < n_pages; slide->page++)
    {
      g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, size[0], size[1], FALSE);
      guint n_here = 0;

      for (guint i = 0; i < n_items; i++)
        if (has_part (scene, i))
          {
            seen[i]++;
            n_here++;
          }
      if (n_items > 0)
        g_assert_cmpuint (n_here, >, 0);
    }
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

static void
test_every_item_once (void)
{
  static const guint few[] = { 0, 1, 3, 4, 9, 10, 42, 60 };

  for (guint n_items = 0; n_items <= 60; n_items++)
    check_pages (DV_SLIDE_BEHAVIOURS, n_items, sizes[0]);
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (few); j++)
      check_pages (DV_SLIDE_BEHAVIOURS, few[j], sizes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (few); j++)
      {
        check_pages (DV_SLIDE_SHORTLIST, few[j], sizes[i]);
        check_pages (DV_SLIDE_REVEAL, few[j], sizes[i]);
        check_pages (DV_SLIDE_TABLES, few[j], sizes[i]);
      }
}

/* --- Nothing is cut --- */

typedef struct
{
  const char *part;
  GString *text;
} Reader;

static void
read_cb (const DvSceneMark *mark,
         gpointer           data)
{
  Reader *reader = data;

  if (mark->text != NULL && g_strcmp0 (mark->part, reader->part) == 0)
    g_string_append (reader->text, mark->text);
}

static char *
without_spaces (const char *text)
{
  GString *string = g_string_new (text);

  g_string_replace (string, " ", "", 0);

  return g_string_free (string, FALSE);
}

static void
check_text (DvSlide    *slide,
            guint       item,
            const int   size[2])
{
  g_autoptr (DvShaper) shaper = dv_shaper_new ("en");
  guint n_pages = dv_slide_count_pages (slide, shaper, size[0], size[1]);
  g_autofree char *id = g_strdup_printf ("item%u", item);
  g_autofree char *wanted = without_spaces (((DvSlideItem *) g_ptr_array_index (slide->items, item))->text);
  g_autofree char *drawn = NULL;
  Reader reader = { id, g_string_new (NULL) };

  for (slide->page = 0; slide->page < n_pages; slide->page++)
    {
      g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, size[0], size[1], FALSE);

      dv_scene_foreach (scene, read_cb, &reader);
    }
  drawn = without_spaces (reader.text->str);
  g_string_free (reader.text, TRUE);
  g_assert_nonnull (strstr (drawn, wanted));
}

static void
test_every_word (void)
{
  static const DvSlideKind kinds[] = { DV_SLIDE_BEHAVIOURS, DV_SLIDE_SHORTLIST, DV_SLIDE_REVEAL };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        g_autoptr (DvSlide) slide = make_slide (kinds[j], 12);

        for (guint item = 0; item < 12; item++)
          check_text (slide, item, sizes[i]);
      }
}

static void
test_longer_than_a_page (void)
{
  g_autofree char *wide = g_strnfill (500, 'W');

  for (guint n_items = 1; n_items <= 12; n_items += 11)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (DvSlide) slide = make_slide (DV_SLIDE_BEHAVIOURS, n_items);
        DvSlideItem *first = g_ptr_array_index (slide->items, 0);

        g_free (first->text);
        first->text = g_strdup (wide);
        check_text (slide, 0, sizes[i]);
      }
}

/* --- Nothing jumps --- */

typedef struct
{
  DvSceneRect title;
  DvSceneRect code;
} Places;

static void
find_places_cb (const DvSceneMark *mark,
                gpointer           data)
{
  Places *places = data;

  if (g_strcmp0 (mark->text, "Near") == 0)
    places->title = mark->extents;
  if (mark->text == NULL && mark->is_graphic && mark->part == NULL && mark->extents.width > 200.0 &&
      dv_colour_to_code (mark->colour) == 0x1c2230)
    places->code = mark->extents;
}

static Places
find_places (DvSlide  *slide,
             gboolean  is_dark)
{
  g_autoptr (DvShaper) shaper = dv_shaper_new ("en");
  g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, 1920.0, 1080.0, is_dark);
  Places places = { { 0 } };

  dv_scene_foreach (scene, find_places_cb, &places);

  return places;
}

static void
test_nothing_jumps (void)
{
  g_autoptr (DvSlide) empty = make_slide (DV_SLIDE_BEHAVIOURS, 0);
  Places first = find_places (empty, FALSE);

  g_assert_cmpfloat (first.title.width, >, 0.0);
  g_assert_cmpfloat (first.code.width, >, 0.0);
  for (guint n_items = 1; n_items < 50; n_items += 4)
    {
      g_autoptr (DvSlide) slide = make_slide (DV_SLIDE_BEHAVIOURS, n_items);
      Places places = find_places (slide, FALSE);

      g_assert_cmpmem (&places, sizeof places, &first, sizeof first);
    }
}

/* --- The QR code --- */

static gboolean
is_dark_at (cairo_surface_t *image,
            double           x,
            double           y)
{
  const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (image) +
                                                     (int) y * cairo_image_surface_get_stride (image));

  return (row[(int) x] & 0xff) < 0x80;
}

/* The code on the screen is the code of the address, module by module, with
 * white around it.
 */
static void
check_code (DvSlide         *slide,
            cairo_surface_t *image,
            DvSceneRect      place)
{
  g_autoptr (DvQr) code = dv_qr_new (slide->join->page_uri);
  int n_modules = (int) dv_qr_get_size (code);
  double module = place.width / n_modules;
  cairo_surface_t *modules = cairo_image_surface_create (CAIRO_FORMAT_RGB24, n_modules, n_modules);
  cairo_t *cr = cairo_create (modules);

  g_assert_cmpfloat_with_epsilon (module, round (module), 0.001);
  g_assert_cmpfloat (module, >=, 8.0);
  g_assert_cmpfloat (place.width, >=, 240.0);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  dv_qr_add_path (code, cr, 0.0, 0.0, 1.0);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (modules);

  for (int row = -4; row < n_modules + 4; row++)
    for (int column = -4; column < n_modules + 4; column++)
      {
        gboolean is_inside = row >= 0 && row < n_modules && column >= 0 && column < n_modules;
        gboolean is_dark = is_inside && is_dark_at (modules, column, row);

        g_assert_cmpint (is_dark_at (image, place.x + (column + 0.5) * module, place.y + (row + 0.5) * module), ==,
                         is_dark);
      }
  cairo_surface_destroy (modules);
}

static void
test_code (void)
{
  g_autoptr (DvSlide) slide = make_slide (DV_SLIDE_BEHAVIOURS, 6);

  for (int dark = 0; dark < 2; dark++)
    {
      g_autoptr (DvShaper) shaper = dv_shaper_new ("en");
      g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, 1920.0, 1080.0, dark);
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);
      cairo_t *cr = cairo_create (image);

      dv_scene_paint (scene, cr, NULL);
      cairo_destroy (cr);
      cairo_surface_flush (image);
      check_code (slide, image, find_places (slide, dark).code);
      cairo_surface_destroy (image);
    }
}

static void
test_code_too_long (void)
{
  g_autoptr (DvSlide) slide = make_slide (DV_SLIDE_BEHAVIOURS, 2);

  g_free (slide->join->page_uri);
  slide->join->page_uri = g_strnfill (600, 'x');
  g_assert_cmpfloat (find_places (slide, FALSE).code.width, ==, 0.0);
}

/* --- Parts --- */

static void
test_pick (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DvSlide) slide = make_slide (DV_SLIDE_BEHAVIOURS, 40);
      g_autoptr (DvShaper) shaper = dv_shaper_new ("en");
      g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, sizes[i][0], sizes[i][1], FALSE);
      g_autoptr (GPtrArray) parts = dv_scene_list_parts (scene);

      g_assert_cmpuint (parts->len, >, 1);
      for (guint j = 0; j < parts->len; j++)
        {
          DvSceneRect place;

          g_assert_true (dv_scene_get_part (scene, g_ptr_array_index (parts, j), &place));
          g_assert_cmpstr (dv_scene_part_at (scene, place.x + place.width / 2.0, place.y + place.height / 2.0), ==,
                           g_ptr_array_index (parts, j));
        }
      g_assert_null (dv_scene_part_at (scene, 2.0, 2.0));
    }
}

static gboolean
is_first_cb (const char *part,
             gpointer    data)
{
  return g_strcmp0 (part, "inner") == 0;
}

static void
test_drawing_in_drawing (void)
{
  g_autoptr (DvShaper) shaper = dv_shaper_new ("en");
  g_autoptr (DvScene) outer = dv_scene_new (shaper, 200.0, 200.0);
  DvScene *inner = dv_scene_new (shaper, 50.0, 50.0);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
  cairo_t *cr = cairo_create (image);
  DvSceneRect place;

  cairo_rectangle (dv_scene_get_pen (outer), 0.0, 0.0, 200.0, 200.0);
  dv_scene_fill (outer, dv_colour_from_code (0x0000ff));
  dv_scene_begin_part (inner, "inner");
  cairo_rectangle (dv_scene_get_pen (inner), 10.0, 10.0, 20.0, 20.0);
  dv_scene_fill (inner, dv_colour_from_code (0x0000ff));
  dv_scene_end_part (inner);
  dv_scene_begin_part (outer, "outer");
  dv_scene_add_scene (outer, inner, 100.0, 100.0, 2.0);
  dv_scene_end_part (outer);

  g_assert_true (dv_scene_get_part (outer, "inner", &place));
  g_assert_cmpfloat_with_epsilon (place.x, 120.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (place.width, 40.0, 1e-9);
  g_assert_cmpstr (dv_scene_part_at (outer, 130.0, 130.0), ==, "inner");
  g_assert_cmpstr (dv_scene_part_at (outer, 190.0, 190.0), ==, "outer");
  g_assert_null (dv_scene_part_at (outer, 20.0, 20.0));

  dv_scene_paint_some (outer, cr, is_first_cb, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  g_assert_false (is_dark_at (image, 130.0, 130.0));
  g_assert_true (is_dark_at (image, 20.0, 20.0));
  cairo_surface_destroy (image);
}

/* --- Spotlight, pages, files --- */

static void
test_spotlight (void)
{
  static const DvSlideKind kinds[] = { DV_SLIDE_BEHAVIOURS, DV_SLIDE_SHORTLIST, DV_SLIDE_REVEAL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (DvSlide) slide = make_slide (kinds[i], 40);
      g_autoptr (DvShaper) shaper = dv_shaper_new ("en");
      g_autoptr (DvScene) scene = NULL;
      g_autoptr (GPtrArray) parts = NULL;

      slide->spotlight = g_strdup ("item31");
      scene = dv_slide_draw (slide, shaper, 1920.0, 1080.0, FALSE);
      parts = dv_scene_list_parts (scene);
      g_assert_cmpuint (parts->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (parts, 0), ==, "item31");
    }
}

static void
test_past_the_last_page (void)
{
  g_autoptr (DvSlide) slide = make_slide (DV_SLIDE_BEHAVIOURS, 40);
  g_autoptr (DvShaper) shaper = dv_shaper_new ("en");
  g_autoptr (GBytes) last = NULL;
  g_autoptr (GBytes) past = NULL;

  slide->page = dv_slide_count_pages (slide, shaper, 1920.0, 1080.0) - 1;
  last = dv_slide_to_svg (slide, 1920, 1080, FALSE, NULL);
  slide->page = 1000;
  past = dv_slide_to_svg (slide, 1920, 1080, FALSE, NULL);
  g_assert_true (g_bytes_equal (last, past));
}

static void
test_same_bytes (void)
{
  for (int kind = 0; kind < DV_SLIDE_N_KINDS; kind++)
    {
      g_autoptr (DvSlide) slide = make_slide (kind, 5);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = dv_slide_to_png (slide, 640, 400, TRUE, &error);
      g_autoptr (GBytes) again = dv_slide_to_png (slide, 640, 400, TRUE, &error);
      g_autoptr (GBytes) svg = dv_slide_to_svg (slide, 640, 400, FALSE, &error);
      g_autoptr (GBytes) pdf = dv_slide_to_pdf (slide, 640, 400, FALSE, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (png, again));
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "</svg>"));
      g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide-draw/every-item-once", test_every_item_once);
  g_test_add_func ("/slide-draw/every-word", test_every_word);
  g_test_add_func ("/slide-draw/longer-than-a-page", test_longer_than_a_page);
  g_test_add_func ("/slide-draw/nothing-jumps", test_nothing_jumps);
  g_test_add_func ("/slide-draw/code", test_code);
  g_test_add_func ("/slide-draw/code-too-long", test_code_too_long);
  g_test_add_func ("/slide-draw/pick", test_pick);
  g_test_add_func ("/slide-draw/drawing-in-drawing", test_drawing_in_drawing);
  g_test_add_func ("/slide-draw/spotlight", test_spotlight);
  g_test_add_func ("/slide-draw/past-the-last-page", test_past_the_last_page);
  g_test_add_func ("/slide-draw/same-bytes", test_same_bytes);

  return g_test_run ();
}
