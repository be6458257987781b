/* dv-cloud-shape.c
 *
 * The outlines of words, for placing them in a cloud
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-cloud-shape"

#include "config.h"

#include "dv-cloud-shape.h"

#include <math.h>

/* Thousands of words are made of a few dozen letters: each letter is painted
 * once, and a word is put together from what its letters look like. Belongs to
 * one thread.
 */

#define UNKNOWN_MARGIN 16

/* The ink of a letter in columns of a pixel, in px from the baseline. */
typedef struct
{
  int left; /* of the first column */
  guint n_columns;
  float *top;
  float *bottom;
} Letter;

typedef struct
{
  PangoFont *font; /* owned */
  PangoGlyph glyph;
} LetterKey;

struct _DvCloudShapes
{
  GHashTable *letters; /* LetterKey to Letter */
  GPtrArray *outlines; /* float *, those of the words */
};

static guint
key_hash (gconstpointer data)
{
  const LetterKey *key = data;

  return g_direct_hash (key->font) ^ (key->glyph * 2654435761u);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const LetterKey *first = a, *second = b;

  return first->font == second->font && first->glyph == second->glyph;
}

static void
key_free (gpointer data)
{
  LetterKey *key = data;

  g_clear_object (&key->font);
  g_free (key);
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_free (letter->top);
  g_free (letter);
}

/**
 * dv_cloud_shapes_new:
 *
 * Returns: (transfer full): a maker of outlines, which owns those it makes
 */
DvCloudShapes *
dv_cloud_shapes_new (void)
{
  DvCloudShapes *self = g_new0 (DvCloudShapes, 1);

  self->letters = g_hash_table_new_full (key_hash, key_equal, key_free, letter_free);
  self->outlines = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * dv_cloud_shapes_free:
 * @self: (transfer full): a maker of outlines
 */
void
dv_cloud_shapes_free (DvCloudShapes *self)
{
  g_hash_table_unref (self->letters);
  g_ptr_array_unref (self->outlines);
  g_free (self);
}

static void
outline_init (float *top,
              float *bottom,
              guint  n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      top[i] = G_MAXFLOAT;
      bottom[i] = -G_MAXFLOAT;
    }
}

/* Paints the letter with its baseline at row @up, and looks where it is inked. */
static void
trace (Letter    *letter,
       PangoFont *font,
       PangoGlyph glyph,
       int        up,
       int        height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) letter->n_columns, height);
  cairo_t *cr = cairo_create (surface);
  PangoGlyphInfo info = { .glyph = glyph };
  PangoGlyphString string = { .num_glyphs = 1, .glyphs = &info };
  const guchar *pixels;
  int stride;

  cairo_move_to (cr, -letter->left, up);
  pango_cairo_show_glyph_string (cr, font, &string);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; pixels != NULL && y < height; y++)
    for (guint x = 0; x < letter->n_columns; x++)
      if (pixels[(gsize) y * (gsize) stride + x] != 0)
        {
          letter->top[x] = MIN (letter->top[x], (float) (y - up));
          letter->bottom[x] = (float) (y - up + 1);
        }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A letter that no font has becomes a box with its number, whose size grows in
 * jumps. */
static void
box (Letter               *letter,
     const PangoRectangle *ink)
{
  for (guint i = 0; i < letter->n_columns; i++)
    {
      letter->top[i] = (float) (ink->y - UNKNOWN_MARGIN);
      letter->bottom[i] = (float) (ink->y + ink->height + UNKNOWN_MARGIN);
    }
}

static const Letter *
find_letter (DvCloudShapes *self,
             PangoFont     *font,
             PangoGlyph     glyph)
{
  LetterKey key = { font, glyph };
  Letter *letter = g_hash_table_lookup (self->letters, &key);
  LetterKey *kept;
  PangoRectangle ink;

  if (letter != NULL)
    return letter;

  pango_font_get_glyph_extents (font, glyph, &ink, NULL);
  pango_extents_to_pixels (&ink, NULL);
  letter = g_new0 (Letter, 1);
  if (ink.width > 0 && ink.height > 0)
    {
      int margin = (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 ? 1 : UNKNOWN_MARGIN;

      letter->left = ink.x - margin;
      letter->n_columns = (guint) (ink.width + 2 * margin);
      letter->top = g_new (float, 2 * letter->n_columns);
      letter->bottom = letter->top + letter->n_columns;
      outline_init (letter->top, letter->bottom, letter->n_columns);
      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        trace (letter, font, glyph, 1 - ink.y, ink.height + 2);
      else
        box (letter, &ink);
    }

  kept = g_new (LetterKey, 1);
  *kept = (LetterKey){ font != NULL ? g_object_ref (font) : NULL, glyph };
  g_hash_table_insert (self->letters, kept, letter);

  return letter;
}

/* @x: of where the letter stands, in px; it may stand between two columns and
 * then reaches into one more. */
static void
add_letter (float        *top,
            float        *bottom,
            int           n_columns,
            const Letter *letter,
            double        x)
{
  int from = (int) floor (x) + letter->left;
  int reach = x > floor (x) ? 2 : 1;

  for (guint i = 0; i < letter->n_columns; i++)
    for (int to = from + (int) i; to < from + (int) i + reach; to++)
      if (to >= 0 && to < n_columns)
        {
          top[to] = MIN (top[to], letter->top[i]);
          bottom[to] = MAX (bottom[to], letter->bottom[i]);
        }
}

static void
add_run (DvCloudShapes  *self,
         PangoGlyphItem *run,
         double          x,
         double          x0,
         float          *top,
         float          *bottom,
         int             n_columns)
{
  PangoFont *font = run->item->analysis.font;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        add_letter (top, bottom, n_columns, find_letter (self, font, info->glyph),
                    x - x0 + info->geometry.x_offset / (double) PANGO_SCALE);
      x += info->geometry.width / (double) PANGO_SCALE;
    }
}

/**
 * dv_cloud_shapes_make:
 * @self: a maker of outlines
 * @layout: a word on one line, in a font of %DV_CLOUD_COLUMNS px
 *
 * Returns: the outline of @layout; it lives as long as @self
 */
DvCloudShape
dv_cloud_shapes_make (DvCloudShapes *self,
                      PangoLayout   *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoRectangle ink, logical;
  DvCloudShape shape = { 0 };
  float *top, *bottom;
  double x = 0.0, x0;
  guint from, to;

  pango_layout_line_get_extents (line, &ink, &logical);
  x0 = PANGO_PIXELS_FLOOR (ink.x) - 2;
  shape.n_columns = (guint) PANGO_PIXELS_CEIL (ink.width) + 5;
  shape.advance = logical.width / (double) PANGO_SCALE / DV_CLOUD_COLUMNS;
  top = g_new (float, 2 * shape.n_columns);
  bottom = top + shape.n_columns;
  outline_init (top, bottom, shape.n_columns);
  g_ptr_array_add (self->outlines, top);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;

      add_run (self, run, x, x0, top, bottom, (int) shape.n_columns);
      x += pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;
    }

  /* Without empty columns at either end, so that left is where ink begins. */
  for (from = 0; from + 1 < shape.n_columns && top[from] > bottom[from];)
    from++;
  for (to = shape.n_columns; to > from + 1 && top[to - 1] > bottom[to - 1];)
    to--;
  for (guint i = from; i < to; i++)
    if (top[i] <= bottom[i])
      {
        top[i] /= DV_CLOUD_COLUMNS;
        bottom[i] /= DV_CLOUD_COLUMNS;
      }
  shape.top = top + from;
  shape.bottom = bottom + from;
  shape.n_columns = top[from] <= bottom[from] ? to - from : 0;
  shape.left = (x0 + from) / DV_CLOUD_COLUMNS;

  return shape;
}
