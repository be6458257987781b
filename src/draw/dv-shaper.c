/* dv-shaper.c
 *
 * Turns text into lines of glyphs, and paints them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-shaper"

#include "config.h"

#include "dv-shaper.h"

#include <hb.h>
#include <string.h>

/* One Pango context for a whole drawing, without hinting, so that the same
 * text breaks into the same lines on paper, in the preview and on a wall.
 * Fonts are looked up once and kept. Belongs to one thread.
 */

#define MAX_FONTS 32
#define N_COMMON 0x250 /* Latin letters: looked up without hashing */
#define KERNING_SPARE 1.02
#define MAX_MEASURES 8192 /* about 1 MB */

typedef struct
{
  DvFont font;
  PangoFontDescription *description;
  PangoAttrList *attributes;
  double ascent;  /* units of the drawing */
  double descent;
  float *common;      /* nullable: widths of characters, less than 0 if not known yet */
  GHashTable *others; /* nullable: gunichar to width in Pango units */
} KnownFont;

/* What was asked of a text. */
typedef enum
{
  MEASURE_FIT,
  MEASURE_LINES,
  MEASURE_WIDTH,
} MeasureKind;

typedef struct
{
  MeasureKind kind;
  DvFont font;
  double width;
  DvFit fit; /* the answer */
  char text[];
} Measure;

struct _DvShaper
{
  PangoContext *context;
  GHashTable *measures; /* of Measure, which are their own keys */
  KnownFont known[MAX_FONTS];
  guint n_known;
  guint next_replaced;
};

/* --- Measures ---
 *
 * A scene is laid out over and over with mostly the same texts, at sizes that
 * are tried in the same order. What came of shaping them is kept; when too much
 * is kept all of it goes.
 */

static guint
measure_hash (gconstpointer data)
{
  const Measure *measure = data;

  return g_str_hash (measure->text) ^ g_double_hash (&measure->width) ^ (g_double_hash (&measure->font.size) * 31) ^
         (guint) measure->kind;
}

static gboolean
measure_equal (gconstpointer a,
               gconstpointer b)
{
  const Measure *one = a, *other = b;

  return one->kind == other->kind && memcmp (&one->width, &other->width, sizeof one->width) == 0 &&
         dv_font_equal (&one->font, &other->font) && g_str_equal (one->text, other->text);
}

/* The measure with an answer, if @is_known; else one to be filled in. */
static Measure *
find_measure (DvShaper     *self,
              MeasureKind   kind,
              const DvFont *font,
              const char   *text,
              double        width,
              gboolean     *is_known)
{
  gsize size = strlen (text) + 1;
  Measure *measure = g_malloc (sizeof *measure + size), *found;

  measure->kind = kind;
  measure->font = *font;
  measure->width = width;
  measure->fit = (DvFit){ 0, 0.0 };
  memcpy (measure->text, text, size);

  found = g_hash_table_lookup (self->measures, measure);
  *is_known = found != NULL;
  if (found != NULL)
    {
      g_free (measure);
      return found;
    }

  if (g_hash_table_size (self->measures) >= MAX_MEASURES)
    g_hash_table_remove_all (self->measures);
  g_hash_table_add (self->measures, measure);

  return measure;
}

/* --- Fonts --- */

static void
known_font_clear (KnownFont *known)
{
  g_clear_pointer (&known->description, pango_font_description_free);
  g_clear_pointer (&known->attributes, pango_attr_list_unref);
  g_clear_pointer (&known->common, g_free);
  g_clear_pointer (&known->others, g_hash_table_unref);
}

static void
known_font_init (KnownFont    *known,
                 PangoContext *context,
                 const DvFont *font)
{
  PangoFontMetrics *metrics;

  known->font = *font;
  known->description = dv_font_describe (font);
  known->attributes = dv_font_attributes (font);

  metrics = pango_context_get_metrics (context, known->description, NULL);
  known->ascent = pango_font_metrics_get_ascent (metrics) / (double) PANGO_SCALE;
  known->descent = pango_font_metrics_get_descent (metrics) / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

/* A page uses a dozen fonts; the cap only guards against a caller that makes
 * up sizes without end.
 */
static KnownFont *
find_font (DvShaper     *self,
           const DvFont *font)
{
  KnownFont *known;

  for (guint i = 0; i < self->n_known; i++)
    if (dv_font_equal (&self->known[i].font, font))
      return &self->known[i];

  if (self->n_known < MAX_FONTS)
    {
      known = &self->known[self->n_known++];
    }
  else
    {
      known = &self->known[self->next_replaced];
      self->next_replaced = (self->next_replaced + 1) % MAX_FONTS;
      known_font_clear (known);
    }
  known_font_init (known, self->context, font);

  return known;
}

/* Where a line breaks Pango replaces the space by an empty glyph. Cairo would
 * write that to PDF as a nested span, after which readers miss the rest of the
 * paragraph, and text copied from the page would run words together.
 */
static void
put_spaces_back (PangoGlyphItem *run)
{
  PangoGlyphString *glyphs = run->glyphs;
  PangoFont *font = run->item->analysis.font;

  /* On a machine without any font Pango draws boxes, and has none to give. */
  for (int i = 0; font != NULL && i < glyphs->num_glyphs; i++)
    {
      hb_codepoint_t space;

      if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
        continue;
      if (hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &space))
        glyphs->glyphs[i].glyph = space;
    }
}

/**
 * dv_shaper_mend_line:
 * @layout: shaped text
 * @line: a line of it
 *
 * Makes @line ready to be painted.
 *
 * Returns: how far it is indented by the alignment of @layout, in units of the
 *   drawing
 */
double
dv_shaper_mend_line (PangoLayout     *layout,
                     PangoLayoutLine *line)
{
  PangoAlignment alignment = pango_layout_get_alignment (layout);
  int width = pango_layout_get_width (layout);
  PangoRectangle extents;
  double room;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    put_spaces_back (l->data);

  if (alignment == PANGO_ALIGN_LEFT || width < 0)
    return 0.0;

  pango_layout_line_get_extents (line, NULL, &extents);
  room = (width - extents.width) / (double) PANGO_SCALE;

  return alignment == PANGO_ALIGN_CENTER ? room / 2.0 : room;
}

/**
 * dv_shaper_new:
 * @language: (nullable): language of the text ("nl"), which decides the form
 *   of some letters
 *
 * Returns: (transfer full): a new shaper
 */
DvShaper *
dv_shaper_new (const char *language)
{
  DvShaper *self = g_new0 (DvShaper, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->measures = g_hash_table_new_full (measure_hash, measure_equal, g_free, NULL);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (self->context, 72.0);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  if (language != NULL)
    pango_context_set_language (self->context, pango_language_from_string (language));

  return self;
}

/**
 * dv_shaper_free:
 * @self: (transfer full): a shaper
 */
void
dv_shaper_free (DvShaper *self)
{
  for (guint i = 0; i < self->n_known; i++)
    known_font_clear (&self->known[i]);
  g_hash_table_unref (self->measures);
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * dv_shaper_layout:
 * @self: a shaper
 * @font: the font
 * @text: valid UTF-8
 * @width: width of the lines in units of the drawing, or less than 0 for one
 *   line
 * @alignment: how lines stand in @width
 *
 * Lines break between words, and inside a word only if it is wider than a
 * line; never with a hyphen.
 *
 * Returns: (transfer full): the shaped text
 */
PangoLayout *
dv_shaper_layout (DvShaper       *self,
                  const DvFont   *font,
                  const char     *text,
                  double          width,
                  PangoAlignment  alignment)
{
  const KnownFont *known = find_font (self, font);
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, known->description);
  pango_layout_set_attributes (layout, known->attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
  if (width >= 0.0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* A piece of text that is not broken, without the space after it; left and
 * right end when all text stands on one line.
 */
typedef struct
{
  double from;
  double to;
} Word;

static double
place_of_index (PangoLayout *layout,
                const char  *at)
{
  PangoRectangle place;

  pango_layout_index_to_pos (layout, (int) (at - pango_layout_get_text (layout)), &place);

  return place.x / (double) PANGO_SCALE;
}

static GArray *
find_words (PangoLayout *layout)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *at = pango_layout_get_text (layout), *end = at;
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  Word word = { 0.0, 0.0 };

  for (int i = 0; i < n_attributes; i++)
    {
      if (i > 0 && (attributes[i].is_line_break || i == n_attributes - 1))
        {
          word.to = place_of_index (layout, end);
          g_array_append_val (words, word);
          word.from = place_of_index (layout, at);
        }
      if (i < n_attributes - 1)
        {
          at = g_utf8_next_char (at);
          if (!attributes[i].is_white)
            end = at;
        }
    }

  return words;
}

/* Lines that @words take, or 0 when one of them is wider than @width. */
static int
count_lines (GArray *words,
             double  width)
{
  int n_lines = 1;
  double start = 0.0;

  for (guint i = 0; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);

      if (word->to - word->from > width)
        return 0;
      if (word->to - start > width)
        {
          n_lines++;
          start = word->from;
        }
    }

  return n_lines;
}

static DvFit
fit_words (DvShaper     *self,
           const DvFont *font,
           const char   *text,
           double        width)
{
  g_autoptr (PangoLayout) layout = dv_shaper_layout (self, font, text, -1.0, PANGO_ALIGN_LEFT);
  g_autoptr (GArray) words = find_words (layout);
  DvFit fit = { count_lines (words, width), width };
  double narrow = 0.0, wide = width;

  if (fit.n_lines < 2)
    return fit;

  while (wide - narrow > 1.0)
    {
      double middle = (narrow + wide) / 2.0;
      int n_lines = count_lines (words, middle);

      if (n_lines == 0 || n_lines > fit.n_lines)
        narrow = middle;
      else
        wide = middle;
    }
  fit.width = MIN (wide + 1.0, width);

  return fit;
}

/**
 * dv_shaper_fit:
 * @self: a shaper
 * @font: the font
 * @text: valid UTF-8
 * @width: greatest width of a line
 *
 * Shapes @text once to see how it would break, and remembers it.
 *
 * Returns: how many lines it takes, 0 when a word is wider than @width; and
 *   the width at which as many lines are of about the same length
 */
DvFit
dv_shaper_fit (DvShaper     *self,
               const DvFont *font,
               const char   *text,
               double        width)
{
  gboolean is_known;
  Measure *measure = find_measure (self, MEASURE_FIT, font, text, width, &is_known);

  if (!is_known)
    measure->fit = fit_words (self, font, text, width);

  return measure->fit;
}

/**
 * dv_shaper_count_lines:
 * @self: a shaper
 * @font: the font
 * @text: valid UTF-8
 * @width: width of a line
 *
 * Shapes @text once, and remembers what came of it.
 *
 * Returns: how many lines dv_shaper_layout() makes of @text
 */
int
dv_shaper_count_lines (DvShaper     *self,
                       const DvFont *font,
                       const char   *text,
                       double        width)
{
  gboolean is_known;
  Measure *measure = find_measure (self, MEASURE_LINES, font, text, width, &is_known);

  if (!is_known)
    {
      g_autoptr (PangoLayout) layout = dv_shaper_layout (self, font, text, width, PANGO_ALIGN_LEFT);

      measure->fit.n_lines = pango_layout_get_line_count (layout);
    }

  return measure->fit.n_lines;
}

/**
 * dv_shaper_balance:
 * @self: a shaper
 * @font: the font
 * @text: valid UTF-8
 * @width: greatest width of a line
 *
 * Like dv_shaper_layout(), centred, with lines of about the same length.
 *
 * Returns: (transfer full): the shaped text
 */
PangoLayout *
dv_shaper_balance (DvShaper     *self,
                   const DvFont *font,
                   const char   *text,
                   double        width)
{
  return dv_shaper_layout (self, font, text, dv_shaper_fit (self, font, text, width).width, PANGO_ALIGN_CENTER);
}

/**
 * dv_shaper_width:
 * @self: a shaper
 * @font: the font
 * @text: valid UTF-8, one line
 *
 * Returns: the width of @text in units of the drawing
 */
double
dv_shaper_width (DvShaper     *self,
                 const DvFont *font,
                 const char   *text)
{
  gboolean is_known;
  Measure *measure = find_measure (self, MEASURE_WIDTH, font, text, -1.0, &is_known);

  if (!is_known)
    {
      g_autoptr (PangoLayout) layout = dv_shaper_layout (self, font, text, -1.0, PANGO_ALIGN_LEFT);
      PangoRectangle extents;

      pango_layout_get_extents (layout, NULL, &extents);
      measure->fit.width = extents.width / (double) PANGO_SCALE;
    }

  return measure->fit.width;
}

/**
 * dv_shaper_words_fit:
 * @self: a shaper
 * @font: the font
 * @text: valid UTF-8
 * @width: width of a line
 *
 * Returns: whether no word of @text is wider than @width
 */
gboolean
dv_shaper_words_fit (DvShaper     *self,
                     const DvFont *font,
                     const char   *text,
                     double        width)
{
  return dv_shaper_fit (self, font, text, width).n_lines > 0;
}

static double
shape_character (DvShaper     *self,
                 const DvFont *font,
                 gunichar      character)
{
  char text[7] = "";

  g_unichar_to_utf8 (character, text);

  return dv_shaper_width (self, font, text);
}

static double
width_of_character (DvShaper  *self,
                    KnownFont *known,
                    gunichar   character)
{
  gpointer width;

  if (character < N_COMMON)
    {
      if (known->common == NULL)
        {
          known->common = g_new (float, N_COMMON);
          for (guint i = 0; i < N_COMMON; i++)
            known->common[i] = -1.0f;
        }
      if (known->common[character] < 0.0f)
        known->common[character] = (float) shape_character (self, &known->font, character);
      return (double) known->common[character];
    }

  if (known->others == NULL)
    known->others = g_hash_table_new (NULL, NULL);
  if (!g_hash_table_lookup_extended (known->others, GUINT_TO_POINTER (character), NULL, &width))
    {
      width = GINT_TO_POINTER ((int) (shape_character (self, &known->font, character) * PANGO_SCALE));
      g_hash_table_insert (known->others, GUINT_TO_POINTER (character), width);
    }

  return GPOINTER_TO_INT (width) / (double) PANGO_SCALE;
}

/* Lines that a word adds to a text that has come as far as @place; one wider
 * than a line is broken, and may leave room for a letter on each.
 */
static int
add_word (double *place,
          double  word,
          double  width,
          double  letter)
{
  double line;
  int n_lines;

  if (*place + word <= width)
    {
      *place += word;
      return 0;
    }
  if (word <= width)
    {
      *place = word;
      return 1;
    }

  line = MAX (width - letter, letter);
  n_lines = (int) (word / line) + 1;
  *place = width;

  return n_lines;
}

/**
 * dv_shaper_guess_lines:
 * @self: a shaper
 * @font: the font
 * @text: valid UTF-8
 * @width: width of a line
 *
 * Adds up the widths of the characters, which are kept, instead of shaping the
 * text: a hundred times faster, to divide thousands of texts over pages.
 *
 * Returns: about how many lines @text takes: rather one more than one less
 */
int
dv_shaper_guess_lines (DvShaper     *self,
                       const DvFont *font,
                       const char   *text,
                       double        width)
{
  KnownFont *known = find_font (self, font);
  double place = 0.0, word = 0.0, space = 0.0;
  int n_lines = 1;

  width /= KERNING_SPARE;
  for (const char *c = text;; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean is_space = character == ' ' || character == '\t';

      if (character != '\0' && character != '\n' && !is_space)
        {
          word += width_of_character (self, known, character);
          continue;
        }
      if (word > 0.0)
        {
          place += space;
          n_lines += add_word (&place, word, width, font->size);
          word = space = 0.0;
        }
      if (is_space)
        space += width_of_character (self, known, ' ');
      if (character == '\n')
        {
          n_lines++;
          place = space = 0.0;
        }
      if (character == '\0')
        return n_lines;
    }
}

/**
 * dv_shaper_first_baseline:
 * @self: a shaper
 * @font: the font
 * @leading: height of a line
 *
 * Returns: how far the baseline stands below the top of a line of @leading, in
 *   which the font is centred
 */
double
dv_shaper_first_baseline (DvShaper     *self,
                          const DvFont *font,
                          double        leading)
{
  const KnownFont *known = find_font (self, font);

  return (leading + known->ascent - known->descent) / 2.0;
}

/**
 * dv_shaper_paint_lines:
 * @cr: where to paint, with the colour already set
 * @layout: shaped text
 * @x: left side of the text
 * @baseline: baseline of the first painted line
 * @leading: distance between baselines
 * @from: the first line to paint
 * @to: the line after the last one
 */
void
dv_shaper_paint_lines (cairo_t     *cr,
                       PangoLayout *layout,
                       double       x,
                       double       baseline,
                       double       leading,
                       int          from,
                       int          to)
{
  GSList *lines = g_slist_nth (pango_layout_get_lines_readonly (layout), (guint) from);

  for (int i = from; i < to && lines != NULL; i++, lines = lines->next)
    {
      double indent = dv_shaper_mend_line (layout, lines->data);

      cairo_move_to (cr, x + indent, baseline + (i - from) * leading);
      pango_cairo_show_layout_line (cr, lines->data);
    }
}

/**
 * dv_shaper_paint_text:
 * @self: a shaper
 * @cr: where to paint, with the colour already set
 * @font: the font
 * @text: valid UTF-8, one line
 * @x: where the text begins, has its middle, or ends
 * @baseline: its baseline
 * @alignment: what @x says
 */
void
dv_shaper_paint_text (DvShaper       *self,
                      cairo_t        *cr,
                      const DvFont   *font,
                      const char     *text,
                      double          x,
                      double          baseline,
                      PangoAlignment  alignment)
{
  g_autoptr (PangoLayout) layout = dv_shaper_layout (self, font, text, -1.0, PANGO_ALIGN_LEFT);
  PangoRectangle extents;
  double width;

  pango_layout_get_extents (layout, NULL, &extents);
  width = extents.width / (double) PANGO_SCALE;
  if (alignment == PANGO_ALIGN_CENTER)
    x -= width / 2.0;
  else if (alignment == PANGO_ALIGN_RIGHT)
    x -= width;
  dv_shaper_paint_lines (cr, layout, x, baseline, 0.0, 0, 1);
}
