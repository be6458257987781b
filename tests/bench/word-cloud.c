/* word-cloud.c
 *
 * Lays a word cloud out as large as the canvas allows, and writes where all is
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "bench-json.h"
#include "dv-cloud-shape.h"

#include <gio/gio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sizes of letters at scale 1, in px: of a word that is never named, and what
 * the word that is named most has more. */
#define SMALLEST 12.0
#define MORE 108.0

typedef struct
{
  DvCloudZone zone;
  char *font;
  GPtrArray *texts;
  GArray *weights; /* double */
} Input;

static gboolean
read_word (BenchJson *json,
           Input     *input)
{
  char *text = NULL;
  double weight = 0.0;

  if (!bench_json_expect (json, '{', "a word"))
    return FALSE;
  while (bench_json_peek (json) != '}')
    {
      g_autofree char *name = bench_json_read_string (json);

      if (name == NULL || !bench_json_expect (json, ':', "a colon"))
        break;
      if (strcmp (name, "text") == 0 && text == NULL)
        text = bench_json_read_string (json);
      else if (strcmp (name, "weight") == 0)
        bench_json_read_number (json, &weight);
      else
        bench_json_skip (json);
      if (bench_json_peek (json) != '}' && !bench_json_expect (json, ',', "a comma"))
        break;
    }
  if (text == NULL)
    return bench_json_fail (json, "a word with a text");
  g_ptr_array_add (input->texts, text);
  g_array_append_val (input->weights, weight);

  return bench_json_expect (json, '}', "the end of the word");
}

static gboolean
read_words (BenchJson *json,
            Input     *input)
{
  if (!bench_json_expect (json, '[', "a list of words"))
    return FALSE;
  while (bench_json_peek (json) != ']')
    if (!read_word (json, input) || (bench_json_peek (json) != ']' && !bench_json_expect (json, ',', "a comma")))
      return FALSE;

  return bench_json_expect (json, ']', "the end of the words");
}

static gboolean
read_canvas (BenchJson   *json,
             DvCloudZone *zone)
{
  return bench_json_expect (json, '[', "the size of the canvas") && bench_json_read_number (json, &zone->width) &&
         bench_json_expect (json, ',', "a height") && bench_json_read_number (json, &zone->height) &&
         bench_json_expect (json, ']', "the end of the size");
}

static gboolean
read_input (BenchJson *json,
            Input     *input)
{
  gboolean ok = bench_json_expect (json, '{', "an object");

  while (ok && bench_json_peek (json) != '}')
    {
      g_autofree char *name = bench_json_read_string (json);

      ok = name != NULL && bench_json_expect (json, ':', "a colon");
      if (!ok)
        break;
      if (strcmp (name, "canvas") == 0)
        ok = read_canvas (json, &input->zone);
      else if (strcmp (name, "font") == 0 && input->font == NULL)
        ok = (input->font = bench_json_read_string (json)) != NULL;
      else if (strcmp (name, "pad") == 0)
        ok = bench_json_read_number (json, &input->zone.gap_x);
      else if (strcmp (name, "words") == 0)
        ok = read_words (json, input);
      else
        ok = bench_json_skip (json);
      ok = ok && (bench_json_peek (json) == '}' || bench_json_expect (json, ',', "a comma"));
    }
  input->zone.gap_y = input->zone.gap_x;
  input->zone.pull_x = 1.0;
  input->zone.pull_y = input->zone.width / input->zone.height;

  return ok && (input->font != NULL || bench_json_fail (json, "a font"));
}

static double
size_of (const Input *input,
         guint        index,
         double       highest)
{
  return SMALLEST + MORE * sqrt (g_array_index (input->weights, double, index) / highest);
}

static PangoLayout *
make_layout (const char *family)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (family);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout *layout;

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_absolute_size (font, DV_CLOUD_COLUMNS * PANGO_SCALE);
  layout = pango_layout_new (context);
  pango_layout_set_font_description (layout, font);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  g_object_unref (context);

  return layout;
}

/* From the texts to where they stand, all that belongs to it. */
static double
lay_out (const Input *input,
         PangoLayout *layout,
         DvCloudWord *words)
{
  g_autoptr (DvCloudShapes) shapes = dv_cloud_shapes_new ();
  double highest = 0.0, scale;

  for (guint i = 0; i < input->weights->len; i++)
    highest = MAX (highest, g_array_index (input->weights, double, i));
  for (guint i = 0; i < input->texts->len; i++)
    {
      pango_layout_set_text (layout, g_ptr_array_index (input->texts, i), -1);
      words[i] = (DvCloudWord){ .shape = dv_cloud_shapes_make (shapes, layout), .size = size_of (input, i, highest),
                                .home_x = input->zone.width / 2.0, .home_y = input->zone.height / 2.0 };
    }
  scale = dv_cloud_fill (&input->zone, words, input->texts->len);

  return scale;
}

static void
append_string (GString    *json,
               const char *string)
{
  g_string_append_c (json, '"');
  for (const char *c = string; *c != '\0'; c++)
    if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *c);
    else
      g_string_append_printf (json, *c == '"' || *c == '\\' ? "\\%c" : "%c", *c);
  g_string_append_c (json, '"');
}

static void
append_number (GString    *json,
               const char *name,
               double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, ",\"%s\":%s", name, g_ascii_formatd (buffer, sizeof buffer, "%.4f", number));
}

static char *
write_result (const Input       *input,
              const DvCloudWord *words,
              double             scale,
              double             milliseconds)
{
  GString *json = g_string_new ("{\"tool\":\"draagvlak\"");
  const char *separator = "";

  append_number (json, "ms", milliseconds);
  append_number (json, "scale", scale);
  g_string_append_printf (json, ",\"N\":%u,\"canvas\":[%d,%d],\"words\":[", input->texts->len, (int) input->zone.width,
                          (int) input->zone.height);
  for (guint i = 0; i < input->texts->len; i++)
    {
      double size = words[i].size * scale;

      if (!words[i].is_placed)
        continue;
      g_string_append_printf (json, "%s\n{\"text\":", separator);
      append_string (json, g_ptr_array_index (input->texts, i));
      append_number (json, "x", words[i].x + words[i].shape.advance * size / 2.0);
      append_number (json, "y", words[i].baseline);
      append_number (json, "size", size);
      g_string_append (json, ",\"rotate\":0,\"font\":");
      append_string (json, input->font);
      g_string_append (json, ",\"anchor\":\"middle-baseline\"}");
      separator = ",";
    }
  g_string_append (json, "]}\n");

  return g_string_free (json, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *result = NULL;
  g_autofree DvCloudWord *words = NULL;
  Input input = { .zone = { 1600.0, 900.0, 2.0, 2.0 } };
  PangoLayout *layout;
  BenchJson json;
  gint64 begin;
  double scale;

  if (argc != 3)
    {
      fprintf (stderr, "Usage: word-cloud IN.json OUT.json\n");
      return 2;
    }
  input.texts = g_ptr_array_new_with_free_func (g_free);
  input.weights = g_array_new (FALSE, FALSE, sizeof (double));
  if (!bench_json_load (&json, argv[1], &text, &error) || !read_input (&json, &input))
    {
      fprintf (stderr, "%s: %s\n", argv[1], error->message);
      return 1;
    }

  words = g_new0 (DvCloudWord, input.texts->len + 1);
  /* Looking for the font's file is not laying out. */
  layout = make_layout (input.font);
  pango_layout_set_text (layout, "a", -1);
  pango_layout_get_extents (layout, NULL, NULL);
  begin = g_get_monotonic_time ();
  scale = lay_out (&input, layout, words);
  result = write_result (&input, words, scale, (double) (g_get_monotonic_time () - begin) / 1000.0);
  if (!g_file_set_contents (argv[2], result, -1, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  g_ptr_array_unref (input.texts);
  g_array_unref (input.weights);
  g_free (input.font);
  g_object_unref (layout);

  return 0;
}
