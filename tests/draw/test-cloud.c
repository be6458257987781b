/* test-cloud.c
 *
 * Word clouds: nothing overlaps, nothing is lost, and little moves
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-cloud-shape.h"
#include "dv-slide-draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 1600
#define HEIGHT 900
#define GAP 2
#define INKED 128 /* of 255 */

static const char *const starts[] = { "bereik", "samen", "luister", "dicht", "open", "zorg", "wijk", "helder", "gelijk",
                                      "vertrouwen", "Één", "jong", "ÅÇ", "moed", "taal" };
static const char *const ends[] = { "baar", "heid", " werken", "s plein", "vuldig", "ig", "e afspraak", "kracht" };

typedef struct
{
  GPtrArray *texts;
  DvCloudShapes *shapes;
  PangoLayout *layout;
  DvCloudZone zone;
  DvCloudWord *words;
  guint n;
} Cloud;

static PangoLayout *
make_layout (double size)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("DejaVu Sans");
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout *layout;

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  layout = pango_layout_new (context);
  pango_layout_set_font_description (layout, font);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  g_object_unref (context);

  return layout;
}

static void
cloud_init (Cloud *cloud,
            double width,
            double height)
{
  *cloud = (Cloud){ .texts = g_ptr_array_new_with_free_func (g_free), .shapes = dv_cloud_shapes_new (),
                    .layout = make_layout (DV_CLOUD_COLUMNS),
                    .zone = { width, height, GAP, GAP, 1.0, width / MAX (height, 1.0), 0 } };
}

static void
cloud_clear (Cloud *cloud)
{
  g_ptr_array_unref (cloud->texts);
  dv_cloud_shapes_free (cloud->shapes);
  g_object_unref (cloud->layout);
  g_free (cloud->words);
}

static void
cloud_add (Cloud      *cloud,
           const char *text,
           double      size)
{
  DvCloudWord word = { .size = size, .home_x = cloud->zone.width / 2.0, .home_y = cloud->zone.height / 2.0 };

  pango_layout_set_text (cloud->layout, text, -1);
  word.shape = dv_cloud_shapes_make (cloud->shapes, cloud->layout);
  cloud->words = g_renew (DvCloudWord, cloud->words, cloud->n + 1);
  cloud->words[cloud->n++] = word;
  g_ptr_array_add (cloud->texts, g_strdup (text));
}

/* As in a workshop: a few words often, many once. */
static void
cloud_add_many (Cloud *cloud,
                guint  n)
{
  GRand *chance = g_rand_new_with_seed (n);

  for (guint i = 0; i < n; i++)
    {
      const char *start = starts[g_rand_int_range (chance, 0, G_N_ELEMENTS (starts))];
      const char *end = ends[g_rand_int_range (chance, 0, G_N_ELEMENTS (ends))];
      g_autofree char *text = g_strconcat (start, end, NULL);

      cloud_add (cloud, text, 12.0 + 108.0 / pow (i + 1, 0.45));
    }
  g_rand_free (chance);
}

/* Paints each word by itself, as it will be seen, and counts the pixels that
 * more than one has, and those outside of the zone. */
static guint
count_overlaps (Cloud *cloud,
                double scale)
{
  int width = (int) cloud->zone.width, height = (int) cloud->zone.height, margin = 8;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width + 2 * margin, height + 2 * margin);
  int stride = cairo_image_surface_get_stride (surface);
  gsize size = (gsize) stride * (gsize) (height + 2 * margin);
  g_autofree guchar *seen = g_malloc0 (size);
  guint n = 0;

  for (guint i = 0; i < cloud->n; i++)
    {
      const DvCloudWord *word = &cloud->words[i];
      PangoLayout *layout = make_layout (word->size * scale);
      cairo_t *cr = cairo_create (surface);
      const guchar *pixels;

      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      pango_layout_set_text (layout, g_ptr_array_index (cloud->texts, i), -1);
      cairo_move_to (cr, word->x + margin, word->baseline + margin);
      if (word->is_placed)
        pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      pixels = cairo_image_surface_get_data (surface);
      for (int y = 0; y < height + 2 * margin; y++)
        for (int x = 0; x < width + 2 * margin; x++)
          {
            gsize at = (gsize) y * (gsize) stride + (gsize) x;
            gboolean is_outside = x < margin - 1 || y < margin - 1 || x > width + margin || y > height + margin;

            if (pixels[at] < INKED)
              continue;
            n += seen[at] != 0 || is_outside ? 1 : 0;
            seen[at] = 1;
          }
      g_object_unref (layout);
    }
  cairo_surface_destroy (surface);

  return n;
}

static guint
count_placed (const Cloud *cloud)
{
  guint n = 0;

  for (guint i = 0; i < cloud->n; i++)
    n += cloud->words[i].is_placed ? 1 : 0;

  return n;
}

static void
test_fill (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  Cloud cloud;
  double scale;

  cloud_init (&cloud, WIDTH, HEIGHT);
  cloud_add_many (&cloud, n);
  scale = dv_cloud_fill (&cloud.zone, cloud.words, cloud.n);
  g_assert_cmpfloat (scale, >, 0.1);
  g_assert_cmpuint (count_placed (&cloud), ==, n);
  if (n <= 200)
    g_assert_cmpuint (count_overlaps (&cloud, scale), ==, 0);
  cloud_clear (&cloud);
}

static void
test_same_again (void)
{
  Cloud first, second;

  cloud_init (&first, WIDTH, HEIGHT);
  cloud_init (&second, WIDTH, HEIGHT);
  cloud_add_many (&first, 300);
  cloud_add_many (&second, 300);
  g_assert_cmpfloat (dv_cloud_fill (&first.zone, first.words, 300), ==,
                     dv_cloud_fill (&second.zone, second.words, 300));
  for (guint i = 0; i < 300; i++)
    {
      g_assert_cmpfloat (first.words[i].x, ==, second.words[i].x);
      g_assert_cmpfloat (first.words[i].baseline, ==, second.words[i].baseline);
    }
  cloud_clear (&first);
  cloud_clear (&second);
}

static guint
count_moved (const Cloud *before,
             const Cloud *after,
             guint        n)
{
  guint n_moved = 0;

  for (guint i = 0; i < n; i++)
    n_moved += fabs (before->words[i].x - after->words[i].x) > 0.5 ||
                   fabs (before->words[i].baseline - after->words[i].baseline) > 0.5
                 ? 1
                 : 0;

  return n_moved;
}

/* A word that is added moves none that is larger, and one that is given once
 * more, so that it overtakes none, moves none before it. */
static void
test_stable (void)
{
  Cloud before, after;

  cloud_init (&before, WIDTH, HEIGHT);
  cloud_init (&after, WIDTH, HEIGHT);
  cloud_add_many (&before, 100);
  cloud_add_many (&after, 100);
  cloud_add (&after, "nieuw", 13.0);
  dv_cloud_place (&before.zone, before.words, before.n, 1.0);
  dv_cloud_place (&after.zone, after.words, after.n, 1.0);
  g_assert_cmpuint (count_moved (&before, &after, 100), ==, 0);

  after.words[100].size = after.words[49].size + 0.01;
  dv_cloud_place (&after.zone, after.words, after.n, 1.0);
  g_assert_cmpuint (count_moved (&before, &after, 49), ==, 0);
  cloud_clear (&before);
  cloud_clear (&after);
}

static void
test_odd_words (void)
{
  Cloud cloud;
  double scale;

  cloud_init (&cloud, WIDTH, HEIGHT);
  cloud_add (&cloud, "verantwoordelijkheidsgevoelsontwikkelingstrajectbegeleiding", 120.0);
  cloud_add (&cloud, "😀", 60.0);
  cloud_add (&cloud, "-", 60.0);
  cloud_add (&cloud, "’’", 60.0);
  cloud_add (&cloud, "中文", 60.0);
  cloud_add (&cloud, "مرحبا", 60.0);
  cloud_add (&cloud, "Ǻ̈gj", 60.0);
  scale = dv_cloud_fill (&cloud.zone, cloud.words, cloud.n);
  g_assert_cmpuint (count_placed (&cloud), ==, cloud.n);
  g_assert_cmpuint (count_overlaps (&cloud, scale), ==, 0);
  cloud_clear (&cloud);
}

static void
test_one_word (void)
{
  Cloud cloud;

  cloud_init (&cloud, WIDTH, HEIGHT);
  cloud_add (&cloud, "samen", 100.0);
  g_assert_cmpuint (dv_cloud_place (&cloud.zone, cloud.words, 1, 1.0), ==, 1);
  g_assert_cmpfloat (fabs (cloud.words[0].x + cloud.words[0].shape.advance * 50.0 - WIDTH / 2.0), <, 8.0);
  g_assert_cmpfloat (fabs (cloud.words[0].baseline - HEIGHT / 2.0), <, 60.0);
  cloud_clear (&cloud);
}

static void
test_no_room (void)
{
  Cloud cloud;

  cloud_init (&cloud, 0.0, 0.0);
  cloud_add (&cloud, "samen", 40.0);
  cloud_add (&cloud, "", 40.0);
  g_assert_cmpfloat (dv_cloud_fill (&cloud.zone, cloud.words, cloud.n), ==, 0.0);
  g_assert_cmpuint (dv_cloud_place (&cloud.zone, cloud.words, cloud.n, 1.0), ==, 0);
  cloud.zone.width = 60.0;
  cloud.zone.height = 20.0;
  g_assert_cmpuint (dv_cloud_place (&cloud.zone, cloud.words, cloud.n, 1.0), ==, 0);
  g_assert_cmpfloat (dv_cloud_fill (&cloud.zone, cloud.words, 0), ==, 0.0);
  cloud_clear (&cloud);
}

static void
test_equal (void)
{
  Cloud cloud;
  double scale;

  cloud_init (&cloud, WIDTH, HEIGHT);
  for (guint i = 0; i < 60; i++)
    cloud_add (&cloud, starts[i % G_N_ELEMENTS (starts)], 40.0);
  scale = dv_cloud_fill (&cloud.zone, cloud.words, cloud.n);
  g_assert_cmpuint (count_placed (&cloud), ==, 60);
  g_assert_cmpuint (count_overlaps (&cloud, scale), ==, 0);
  cloud_clear (&cloud);
}

/* --- On a slide --- */

static DvSlide *
make_slide (guint n,
            guint staff_of_three)
{
  static const char *const labels[] = { "Inwoners", "Medewerkers", "beide groepen", "in de lijst", "99", "44", NULL };
  DvSlide *slide = dv_slide_new (DV_SLIDE_WORDS, "nl");

  slide->title = g_strdup ("Woorden");
  slide->labels = g_strdupv ((char **) labels);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%s %u", starts[i % G_N_ELEMENTS (starts)],
                                               ends[i % G_N_ELEMENTS (ends)], i);
      g_autofree char *id = g_strdup_printf ("word%u", i);
      DvSlideItem *item = dv_slide_add_item (slide, id, text);

      item->residents = 60 / (i + 1) + 1;
      item->staff = i % 3 < staff_of_three ? 40 / (i + 1) + 1 : 0;
      item->count = item->residents + item->staff;
    }
  dv_slide_set_word_sides (slide);

  return slide;
}

typedef struct
{
  guint n_drawn;
  guint n_listed;
  double smallest;
} Seen;

static void
see_mark (const DvSceneMark *mark,
          gpointer           data)
{
  Seen *seen = data;

  if (mark->text == NULL)
    return;
  seen->smallest = MIN (seen->smallest, mark->size);
  if (mark->part != NULL)
    seen->n_drawn++;
  else if (mark->text[0] == '+')
    seen->n_listed += (guint) strtoul (mark->text + 1, NULL, 10);
}

/* Each word is on the page or is counted at its foot. */
static void
test_slide (void)
{
  static const guint counts[] = { 0, 1, 5, 40, 400, 2000 };
  static const double sizes[][2] = { { 1920, 1080 }, { 1280, 800 }, { 1024, 768 }, { 1080, 1920 } };
  g_autoptr (DvShaper) shaper = dv_shaper_new ("nl");

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (DvSlide) slide = make_slide (counts[i], j % 4);
        g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, sizes[j][0], sizes[j][1], FALSE);
        Seen seen = { .smallest = G_MAXDOUBLE };

        dv_scene_foreach (scene, see_mark, &seen);
        g_assert_cmpuint (seen.n_drawn + seen.n_listed, ==, counts[i]);
        g_assert_cmpfloat (seen.smallest, >=, 27.9 * MIN (sizes[j][0], sizes[j][1]) / 1080.0);
      }
}

static void
test_list_pages (void)
{
  g_autoptr (DvShaper) shaper = dv_shaper_new ("nl");
  g_autoptr (DvSlide) slide = make_slide (50, 2);
  guint n_pages, n_rows = 0;

  slide->kind = DV_SLIDE_WORD_LIST;
  n_pages = dv_slide_count_pages (slide, shaper, 1920, 1080);
  g_assert_cmpuint (n_pages, >, 4);
  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (DvScene) scene = NULL;
      g_autoptr (GPtrArray) parts = NULL;

      slide->page = page;
      scene = dv_slide_draw (slide, shaper, 1920, 1080, FALSE);
      parts = dv_scene_list_parts (scene);
      n_rows += parts->len;
    }
  g_assert_cmpuint (n_rows, ==, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/draw/cloud/fill/50", GUINT_TO_POINTER (50), test_fill);
  g_test_add_data_func ("/draw/cloud/fill/200", GUINT_TO_POINTER (200), test_fill);
  g_test_add_data_func ("/draw/cloud/fill/2000", GUINT_TO_POINTER (2000), test_fill);
  g_test_add_func ("/draw/cloud/same-again", test_same_again);
  g_test_add_func ("/draw/cloud/stable", test_stable);
  g_test_add_func ("/draw/cloud/odd-words", test_odd_words);
  g_test_add_func ("/draw/cloud/one-word", test_one_word);
  g_test_add_func ("/draw/cloud/no-room", test_no_room);
  g_test_add_func ("/draw/cloud/equal", test_equal);
  g_test_add_func ("/draw/cloud/slide", test_slide);
  g_test_add_func ("/draw/cloud/list-pages", test_list_pages);

  return g_test_run ();
}
