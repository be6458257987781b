/* dv-cloud.c
 *
 * Places the words of a cloud, so close that their letters fit into each other
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-cloud"

#include "config.h"

#include "dv-cloud.h"

#include "dv-cloud-board.h"

#include <math.h>
#include <stdlib.h>

/* The largest word goes first, each to the free place nearest to its home; so a
 * small word that is added moves no larger one. Nothing here is left to chance
 * or to the clock: the same words give the same cloud. Pure, for any thread.
 */

/* Part of all columns whose letters go beyond the band: the band is as high as
 * small letters are, "l" and "p" stick out of it. */
#define OUTSIDE 0.25

#define N_SAMPLES 48

/* Setting the board up for another band takes as long as looking for a few
 * places: what is lower than this makes do with the lowest band so far. */
#define LOW 12

/* A word of many pixels needs no fuller outline than this. */
#define MAX_SIZE 4096.0

/* How full a zone becomes by the room that words and gaps take: of a hundred
 * words about so much, of twice as many a little more, as there are more small
 * ones for what is left. That is tried first. When it is too much, the next is
 * what there was room for, and a part of the rest. */
#define FILL_OF_100 0.555
#define FILL_OF_TWICE 0.02
#define HOPE 0.2

/* How much smaller all become at a time, and how often. */
#define SMALLER 0.98
#define MAX_STEPS 500

/* What is asked of a word again and again, in em. */
typedef struct
{
  guint word;
  double size;
  double band_top;
  double band_bottom;
  double area;
} Measure;

static int
compare_floats (gconstpointer a,
                gconstpointer b)
{
  float first = *(const float *) a, second = *(const float *) b;

  return (first > second) - (first < second);
}

/* Below which that part of the columns with ink is; a sample of them will do. */
static double
quantile (const DvCloudShape *shape,
          const float        *values,
          double              part)
{
  float sample[N_SAMPLES];
  guint n = 0;

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      guint column = (guint) ((guint64) i * shape->n_columns / N_SAMPLES);

      if (shape->top[column] < shape->bottom[column])
        sample[n++] = values[column];
    }
  if (n == 0)
    return 0.0;
  qsort (sample, n, sizeof (float), compare_floats);

  return (double) sample[MIN ((guint) (part * n), n - 1)];
}

static void
measure (Measure            *self,
         const DvCloudShape *shape)
{
  if (shape->n_columns == 0)
    return;

  self->band_top = quantile (shape, shape->top, 1.0 - OUTSIDE);
  self->band_bottom = MAX (quantile (shape, shape->bottom, OUTSIDE), self->band_top);
  for (guint i = 0; i < shape->n_columns; i++)
    self->area += MAX ((double) shape->bottom[i], self->band_bottom) - MIN ((double) shape->top[i], self->band_top);
  self->area /= DV_CLOUD_COLUMNS;
}

/* By size, and by place in the list where that is the same. */
static int
compare_measures (gconstpointer a,
                  gconstpointer b)
{
  const Measure *first = a, *second = b;

  if (first->size > second->size || first->size < second->size)
    return first->size > second->size ? -1 : 1;

  return (first->word > second->word) - (first->word < second->word);
}

static Measure *
measure_all (const DvCloudWord *words,
             guint              n_words)
{
  Measure *measures = g_new0 (Measure, n_words + 1);

  for (guint i = 0; i < n_words; i++)
    {
      measures[i].word = i;
      measures[i].size = words[i].size;
      measure (&measures[i], &words[i].shape);
    }
  qsort (measures, n_words, sizeof (Measure), compare_measures);

  return measures;
}

/* A word in pixels; what it needs for that is kept from one to the next. */
typedef struct
{
  DvCloudSprite sprite;
  GArray *tops; /* int, of columns */
  GArray *bottoms;
} Pen;

static void
pen_init (Pen *pen)
{
  *pen = (Pen){ .sprite.runs = g_array_new (FALSE, FALSE, sizeof (DvCloudRun)),
                .tops = g_array_new (FALSE, FALSE, sizeof (int)),
                .bottoms = g_array_new (FALSE, FALSE, sizeof (int)) };
}

static void
pen_clear (Pen *pen)
{
  g_array_unref (pen->sprite.runs);
  g_array_unref (pen->tops);
  g_array_unref (pen->bottoms);
}

/* Columns of the outline become columns of pixels. A pixel is inked when the
 * ink covers about half of it, or letters of a few pixels would become bricks. */
static void
draw_columns (Pen                *pen,
              const DvCloudShape *shape,
              double              size)
{
  double step = DV_CLOUD_COLUMNS / size;
  int last = (int) shape->n_columns;

  pen->sprite.width = MAX (1, (int) ceil (shape->n_columns / step - 0.25));
  g_array_set_size (pen->tops, (guint) pen->sprite.width);
  g_array_set_size (pen->bottoms, (guint) pen->sprite.width);
  pen->sprite.top = pen->sprite.band_top;
  pen->sprite.bottom = pen->sprite.band_bottom;

  for (int x = 0; x < pen->sprite.width; x++)
    {
      int from = MIN ((int) (x * step), last - 1), to = CLAMP ((int) ceil ((x + 1) * step), from + 1, last);
      double top = G_MAXFLOAT, bottom = -G_MAXFLOAT;
      int *column_top = &g_array_index (pen->tops, int, x), *column_bottom = &g_array_index (pen->bottoms, int, x);

      for (int i = from; i < to; i++)
        {
          top = MIN (top, (double) shape->top[i]);
          bottom = MAX (bottom, (double) shape->bottom[i]);
        }
      *column_top = pen->sprite.band_top;
      *column_bottom = pen->sprite.band_bottom;
      if (top < bottom)
        {
          *column_top = MIN (*column_top, (int) floor (top * size + 0.4));
          *column_bottom = MAX (*column_bottom, (int) ceil (bottom * size - 0.4));
        }
      pen->sprite.top = MIN (pen->sprite.top, *column_top);
      pen->sprite.bottom = MAX (pen->sprite.bottom, *column_bottom);
    }
}

static void
draw_row (Pen *pen,
          int  row)
{
  const int *tops = (const int *) pen->tops->data, *bottoms = (const int *) pen->bottoms->data;
  DvCloudRun run = { row, -1, -1 };

  for (int x = 0; x <= pen->sprite.width; x++)
    {
      gboolean is_inked = x < pen->sprite.width && tops[x] <= row && bottoms[x] > row;

      if (run.from >= 0 && (!is_inked || x - run.from == DV_CLOUD_MAX_RUN))
        {
          run.to = x;
          g_array_append_val (pen->sprite.runs, run);
          run.from = -1;
        }
      if (is_inked && run.from < 0)
        run.from = x;
    }
}

/* Rows far from each other come first: what is in the way of one is mostly in
 * the way of its neighbours too, so few of them tell that there is no room. */
static void
draw_runs (Pen *pen)
{
  static const int order[] = { 0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15 };

  g_array_set_size (pen->sprite.runs, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (int row = pen->sprite.top + order[i]; row < pen->sprite.bottom; row += (int) G_N_ELEMENTS (order))
      if (row < pen->sprite.band_top || row >= pen->sprite.band_bottom)
        draw_row (pen, row);
}

/* @band: rows that the band may have at most: the board knows one height at a
 * time, and those of smaller words are lower. */
static void
draw (Pen                *pen,
      const DvCloudShape *shape,
      const Measure      *measured,
      double              size,
      int                 band)
{
  int full;

  pen->sprite.band_top = (int) floor (measured->band_top * size + 0.4);
  full = MAX ((int) ceil (measured->band_bottom * size - 0.4), pen->sprite.band_top + 1);
  pen->sprite.band_bottom = full;
  draw_columns (pen, shape, size);
  if (full - pen->sprite.band_top < LOW)
    pen->sprite.band_bottom = MIN (full, pen->sprite.band_top + band);
  draw_runs (pen);
}

static gboolean
place_word (DvCloudBoard      *board,
            const DvCloudZone *zone,
            DvCloudWord       *word,
            Pen               *pen,
            double             size)
{
  DvCloudWish wish = { word->home_x, word->home_y, zone->pull_x, zone->pull_y };
  int x, baseline;

  word->is_placed = dv_cloud_board_find (board, &pen->sprite, &wish, FALSE, &x, &baseline) ||
                    dv_cloud_board_find (board, &pen->sprite, &wish, TRUE, &x, &baseline);
  if (!word->is_placed)
    return FALSE;

  dv_cloud_board_take (board, &pen->sprite, x, baseline, (int) zone->gap_x, (int) zone->gap_y);
  word->x = x - word->shape.left * size;
  word->baseline = baseline;

  return TRUE;
}

/* Returns for how many words in the order of @measures it looked, the last one
 * without success when it ran out of patience. */
static guint
place_all (const DvCloudZone *zone,
           DvCloudWord       *words,
           const Measure     *measures,
           guint              n_words,
           double             scale,
           guint              patience)
{
  g_autoptr (DvCloudBoard) board = dv_cloud_board_new ((int) zone->width, (int) zone->height);
  int band = (int) MAX_SIZE;
  guint n_missed = 0, i;
  Pen pen;

  for (i = 0; i < n_words; i++)
    words[i].is_placed = FALSE;

  pen_init (&pen);
  for (i = 0; i < n_words && (patience == 0 || n_missed < patience); i++)
    {
      DvCloudWord *word = &words[measures[i].word];
      double size = MIN (word->size * scale, MAX_SIZE);

      if (word->shape.n_columns == 0 || size <= 0.0)
        continue;
      draw (&pen, &word->shape, &measures[i], size, band);
      band = pen.sprite.band_bottom - pen.sprite.band_top;
      dv_cloud_board_set_band (board, band);
      n_missed = place_word (board, zone, word, &pen, size) ? 0 : n_missed + 1;
    }
  pen_clear (&pen);

  return i;
}

/**
 * dv_cloud_place:
 * @zone: where there is room
 * @words: words; their places are set
 * @n_words: how many
 * @scale: what the sizes of the words are multiplied by
 *
 * Gives each word the free place nearest to its home, the largest first. A word
 * without room has none; tell so.
 *
 * Returns: how many have a place
 */
guint
dv_cloud_place (const DvCloudZone *zone,
                DvCloudWord       *words,
                guint              n_words,
                double             scale)
{
  g_autofree Measure *measures = measure_all (words, n_words);
  guint n_placed = 0;

  place_all (zone, words, measures, n_words, scale, zone->patience);
  for (guint i = 0; i < n_words; i++)
    n_placed += words[i].is_placed ? 1 : 0;

  return n_placed;
}

/* What part of the zone so many words, with the gaps at one side of each, take
 * when they are made @step steps smaller. */
static double
fill_at (const DvCloudZone *zone,
         const DvCloudWord *words,
         const Measure     *measures,
         guint              n_words,
         int                step)
{
  double scale = pow (SMALLER, step), sum = 0.0;

  for (guint i = 0; i < n_words; i++)
    {
      const DvCloudWord *word = &words[measures[i].word];
      double size = word->size * scale;
      double width = word->shape.n_columns * size / DV_CLOUD_COLUMNS;

      if (width > 0.0)
        sum += (width + zone->gap_x) * (measures[i].area * size * size / width + zone->gap_y);
    }

  return sum / (zone->width * zone->height);
}

/* The first step from @step on at which the zone is not fuller than that. */
static int
step_for (const DvCloudZone *zone,
          const DvCloudWord *words,
          const Measure     *measures,
          guint              n_words,
          int                step,
          double             fill)
{
  while (step < MAX_STEPS && fill_at (zone, words, measures, n_words, step) > fill)
    step++;

  return step;
}

/* Whether no word alone is wider than the zone. */
static gboolean
is_narrow (const DvCloudZone *zone,
           const DvCloudWord *words,
           guint              n_words,
           int                step)
{
  for (guint i = 0; i < n_words; i++)
    if (words[i].shape.n_columns * words[i].size * pow (SMALLER, step) / DV_CLOUD_COLUMNS > zone->width)
      return FALSE;

  return TRUE;
}

static gboolean
is_complete (const DvCloudWord *words,
             guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (!words[i].is_placed && words[i].shape.n_columns > 0 && words[i].size > 0.0)
      return FALSE;

  return TRUE;
}

/**
 * dv_cloud_fill:
 * @zone: where there is room
 * @words: words; their places are set
 * @n_words: how many
 *
 * Places all words as large as they all fit, each in proportion to its size.
 * Begins with more than there is room for and goes down, the farther the sooner
 * it got stuck. The steps are the same whatever the words are, so that one word
 * more seldom changes the size of all.
 *
 * Returns: what the sizes are multiplied by; 0 if there is nothing to place, or
 *   no room even for letters that nobody can see
 */
double
dv_cloud_fill (const DvCloudZone *zone,
               DvCloudWord       *words,
               guint              n_words)
{
  g_autofree Measure *measures = measure_all (words, n_words);
  int step = -MAX_STEPS;

  if (zone->width < 1.0 || zone->height < 1.0 || fill_at (zone, words, measures, n_words, 0) <= 0.0)
    return 0.0;

  step = step_for (zone, words, measures, n_words, step, FILL_OF_100 + FILL_OF_TWICE * log2 (n_words / 100.0));
  while (step < MAX_STEPS && !is_narrow (zone, words, n_words, step))
    step++;
  while (step < MAX_STEPS)
    {
      guint n_tried = place_all (zone, words, measures, n_words, pow (SMALLER, step), 1);
      double fill = fill_at (zone, words, measures, n_words, step), done;

      if (is_complete (words, n_words))
        return pow (SMALLER, step);
      done = fill_at (zone, words, measures, n_tried - 1, step);
      step = step_for (zone, words, measures, n_words, step + 1, done + HOPE * (fill - done));
    }

  return 0.0;
}
