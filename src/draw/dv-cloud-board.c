/* dv-cloud-board.c
 *
 * The free room of a word cloud, pixel by pixel
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-cloud-board"

#include "config.h"

#include "dv-cloud-board.h"

#include <math.h>
#include <string.h>

/* A bit for each pixel, so that 64 of them are looked at at once. A second set
 * of rows says what is free for the band of a word, several rows high; those
 * rows are kept up to date, so that for most of them one number, the longest
 * free stretch, tells that a word does not fit.
 */

#define BITS 64
#define ALL_BITS G_MAXUINT64

/* What no place costs. */
#define UNKNOWN 1e9

/* Words whose widths differ by less than an eighth are of one class. */
#define N_CLASSES 90
#define CLASSES_IN_OCTAVE 6.0

/* In a row that is looked at, so much farther than what is best so far. */
#define FARTHER 1.1

/* What is known of higher words is forgotten when a band is so much lower. */
#define FORGET 0.9

/* A band is moved up and down by so many parts of its height at a time. */
#define FINENESS 4

struct _DvCloudBoard
{
  int width;
  int height;
  int n_cells;     /* of a row, the last of which is always taken */
  int band;        /* rows in a band */
  guint64 *taken;
  guint64 *bands;  /* taken in any of the rows y to y + band - 1 */
  guint64 *starts; /* scratch: where in a row a word may begin */
  int *longest;    /* free pixels beside each other in a band; -1: not known */
  double home;     /* that all words so far had */
  gboolean is_scattered; /* not all had the same */
  int known_band;  /* height of the band when that began to be remembered */
  float *nearest;  /* of each class of widths, for each band: no room is nearer to home */
};

static guint64 *
row_of (guint64            *rows,
        const DvCloudBoard *self,
        int                 y)
{
  return rows + (gsize) y * (gsize) self->n_cells;
}

/**
 * dv_cloud_board_new:
 * @width: in px
 * @height: in px
 *
 * Returns: (transfer full): a board on which all is free
 */
DvCloudBoard *
dv_cloud_board_new (int width,
                    int height)
{
  DvCloudBoard *self = g_new0 (DvCloudBoard, 1);
  gsize n;

  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->n_cells = (self->width + BITS - 1) / BITS + 1;
  n = (gsize) self->n_cells * (gsize) self->height;
  self->taken = g_new0 (guint64, n);
  self->bands = g_new0 (guint64, n);
  self->starts = g_new (guint64, self->n_cells);
  self->longest = g_new (int, self->height);
  self->nearest = g_new0 (float, N_CLASSES * (gsize) self->height);
  for (int y = 0; y < self->height; y++)
    {
      guint64 *row = row_of (self->taken, self, y);

      row[self->n_cells - 1] = ALL_BITS;
      if (self->width % BITS != 0)
        row[self->n_cells - 2] = ALL_BITS << (self->width % BITS);
    }

  return self;
}

/**
 * dv_cloud_board_free:
 * @self: (transfer full): a board
 */
void
dv_cloud_board_free (DvCloudBoard *self)
{
  g_free (self->taken);
  g_free (self->bands);
  g_free (self->starts);
  g_free (self->longest);
  g_free (self->nearest);
  g_free (self);
}

/* The bits of cell @i that lie from @from to before @to. */
static guint64
mask_of (int i,
         int from,
         int to)
{
  guint64 mask = ALL_BITS;

  if (i == from / BITS)
    mask &= ALL_BITS << (from % BITS);
  if (i == (to - 1) / BITS)
    mask &= ALL_BITS >> (BITS - 1 - (to - 1) % BITS);

  return mask;
}

/* The pixels of a run that are taken, the first one in the lowest bit. */
static guint64
taken_of (const DvCloudBoard *self,
          const DvCloudRun   *run,
          int                 x,
          int                 baseline)
{
  int from = x + run->from, shift = from % BITS;
  const guint64 *cell = self->taken + (gssize) (baseline + run->row) * self->n_cells + from / BITS;

  return (cell[0] >> shift | cell[1] << 1 << (BITS - 1 - shift)) & ALL_BITS >> (BITS - (run->to - run->from));
}

static void
take_pixels (guint64 *row,
             int      from,
             int      to)
{
  for (int i = from / BITS; i <= (to - 1) / BITS; i++)
    row[i] |= mask_of (i, from, to);
}

/* The next stretch of ones in @row from pixel @x on. */
static gboolean
next_stretch (const guint64 *row,
              int            n_cells,
              int            x,
              int           *from,
              int           *to)
{
  int i = x / BITS;
  guint64 cell;

  if (i >= n_cells)
    return FALSE;

  for (cell = row[i] & (ALL_BITS << (x % BITS)); cell == 0; cell = row[i])
    if (++i == n_cells)
      return FALSE;
  *from = i * BITS + __builtin_ctzll (cell);

  for (cell = ~row[i] & (ALL_BITS << (*from % BITS)); cell == 0; cell = ~row[i])
    if (++i == n_cells)
      {
        *to = n_cells * BITS;
        return TRUE;
      }
  *to = i * BITS + __builtin_ctzll (cell);

  return TRUE;
}

/* Sets in @starts each pixel with which so many free ones begin: free pixels
 * beside each other are doubled until they are enough. */
static void
find_starts (const guint64 *row,
             int            n_cells,
             int            length,
             guint64       *starts)
{
  for (int i = 0; i < n_cells; i++)
    starts[i] = ~row[i];

  for (int have = 1, step; have < length; have += step)
    {
      int cells, bits, last;

      step = MIN (have, length - have);
      cells = step / BITS;
      bits = step % BITS;
      last = n_cells - cells - 1;
      if (bits == 0)
        for (int i = 0; i <= last; i++)
          starts[i] &= starts[i + cells];
      else
        {
          for (int i = 0; i < last; i++)
            starts[i] &= starts[i + cells] >> bits | starts[i + cells + 1] << (BITS - bits);
          if (last >= 0)
            starts[last] &= starts[n_cells - 1] >> bits;
        }
      for (int i = MAX (last + 1, 0); i < n_cells; i++)
        starts[i] = 0;
    }
}

static int
measure_longest (DvCloudBoard *self,
                 int           y)
{
  const guint64 *row = row_of (self->bands, self, y);
  int free_from = 0, from, to = 0;

  if (self->longest[y] >= 0)
    return self->longest[y];

  self->longest[y] = 0;
  while (next_stretch (row, self->n_cells, to, &from, &to))
    {
      self->longest[y] = MAX (self->longest[y], from - free_from);
      free_from = to;
    }
  self->longest[y] = MAX (self->longest[y], self->width - free_from);

  return self->longest[y];
}

/**
 * dv_cloud_board_set_band:
 * @self: a board
 * @height: how many rows the bands of the next words have at least
 */
void
dv_cloud_board_set_band (DvCloudBoard *self,
                         int           height)
{
  gsize n = (gsize) self->n_cells * (gsize) self->height;

  height = CLAMP (height, 1, self->height);
  if (height == self->band)
    return;

  self->band = height;
  memcpy (self->bands, self->taken, n * sizeof (guint64));
  for (int have = 1, step; have < height; have += step)
    {
      gsize shift;

      step = MIN (have, height - have);
      shift = (gsize) step * (gsize) self->n_cells;
      for (gsize i = 0; i + shift < n; i++)
        self->bands[i] |= self->bands[i + shift];
    }
  for (int y = 0; y < self->height; y++)
    self->longest[y] = -1;
}

static void
update_bands (DvCloudBoard *self,
              int           from,
              int           to)
{
  for (int y = MAX (from - self->band + 1, 0); y < MIN (to, self->height - self->band + 1); y++)
    {
      guint64 *band = row_of (self->bands, self, y);

      for (int row = MAX (y, from); row < MIN (y + self->band, to); row++)
        {
          const guint64 *taken = row_of (self->taken, self, row);

          for (int i = 0; i < self->n_cells; i++)
            band[i] |= taken[i];
        }
      self->longest[y] = -1;
    }
}

/* The first free pixel from @x on; there is one past the right side. */
static int
free_after (const guint64 *row,
            int            n_cells,
            int            x)
{
  int i = x / BITS;
  guint64 cell = ~row[i] & ALL_BITS << (x % BITS);

  while (cell == 0 && ++i < n_cells)
    cell = ~row[i];

  return i < n_cells ? i * BITS + __builtin_ctzll (cell) : n_cells * BITS;
}

/* The last free pixel up to @x, or -1. */
static int
free_before (const guint64 *row,
             int            x)
{
  int i = x / BITS;
  guint64 cell = ~row[i] & ALL_BITS >> (BITS - 1 - x % BITS);

  while (cell == 0 && --i >= 0)
    cell = ~row[i];

  return i >= 0 ? i * BITS + BITS - 1 - __builtin_clzll (cell) : -1;
}

/* The first place from @x to @to where what sticks out is free too, or -1. What
 * is in the way tells how far to go at least. */
static int
slide_right (DvCloudBoard        *self,
             const DvCloudSprite *sprite,
             int                  baseline,
             int                  x,
             int                  to)
{
  const DvCloudRun *runs = (const DvCloudRun *) sprite->runs->data;
  guint n_free = 0, n = sprite->runs->len;

  for (guint i = 0; x <= to && n_free < n; i = i + 1 < n ? i + 1 : 0)
    {
      const DvCloudRun *run = &runs[i];
      guint64 taken = taken_of (self, run, x, baseline);

      n_free++;
      if (taken != 0)
        {
          int last = x + run->from + BITS - 1 - __builtin_clzll (taken);

          x = free_after (row_of (self->taken, self, baseline + run->row), self->n_cells, last) - run->from;
          n_free = 1;
        }
    }

  return x <= to ? x : -1;
}

/* The last place from @x down to @to. */
static int
slide_left (DvCloudBoard        *self,
            const DvCloudSprite *sprite,
            int                  baseline,
            int                  x,
            int                  to)
{
  const DvCloudRun *runs = (const DvCloudRun *) sprite->runs->data;
  guint n_free = 0, n = sprite->runs->len;

  for (guint i = 0; x >= to && n_free < n; i = i + 1 < n ? i + 1 : 0)
    {
      const DvCloudRun *run = &runs[i];
      guint64 taken = taken_of (self, run, x, baseline);

      n_free++;
      if (taken != 0)
        {
          int first = x + run->from + __builtin_ctzll (taken);

          x = free_before (row_of (self->taken, self, baseline + run->row), first) + 1 - run->to;
          n_free = 1;
        }
    }

  return x >= to ? x : -1;
}

/* How far a place is from what was wished for: a box that grows, in which
 * places straight beside or above come a little sooner than its corners. */
static double
cost_of (double away_x,
         double away_y)
{
  return MAX (away_x, away_y) + 0.1 * MIN (away_x, away_y);
}

typedef struct
{
  double cost;
  int x;
  int baseline;
} Place;

/* What is looked for: a word, its wish, and the best place so far. */
typedef struct
{
  const DvCloudSprite *sprite;
  const DvCloudWish *wish;
  double left;    /* wished for left side */
  double top;     /* wished for first row of the band */
  float *nearest; /* nullable: what is known of words like it */
  Place best;
} Search;

static double
away_y (const Search *search,
        int           y)
{
  return fabs (y - search->top) * search->wish->pull_y;
}

/* What a place in this row costs at least. */
static double
least_cost (const Search *search,
            int           y)
{
  return cost_of (search->nearest != NULL ? (double) search->nearest[y] * search->wish->pull_x : 0.0, away_y (search, y));
}

/* The nearest place from @from to @to, or -1. */
static int
search_right (DvCloudBoard        *self,
              const DvCloudSprite *sprite,
              int                  baseline,
              int                  from,
              int                  to)
{
  int begin, end = from;

  while (next_stretch (self->starts, self->n_cells, end, &begin, &end) && begin <= to)
    {
      int x = slide_right (self, sprite, baseline, begin, MIN (end - 1, to));

      if (x >= 0)
        return x;
    }

  return -1;
}

/* The last place from @from to @to, or -1. */
static int
search_left (DvCloudBoard        *self,
             const DvCloudSprite *sprite,
             int                  baseline,
             int                  from,
             int                  to)
{
  int begin, end = from, best = -1;

  while (next_stretch (self->starts, self->n_cells, end, &begin, &end) && begin <= to)
    best = MAX (best, slide_left (self, sprite, baseline, MIN (end - 1, to), begin));

  return best;
}

/* What has no room for a word has none for a wider one. */
static void
remember (DvCloudBoard *self,
          Search       *search,
          int           y,
          int           away)
{
  float *end = self->nearest + N_CLASSES * (gsize) self->height;

  for (float *nearest = search->nearest + y; nearest < end && *nearest < (float) away; nearest += self->height)
    *nearest = (float) away;
}

/* Looks for the nearest place at which the band begins in row @y, a little
 * farther than would be worth it, and remembers how near there is none: that
 * can only become more. */
static void
search_row (DvCloudBoard *self,
            Search       *search,
            int           y)
{
  const DvCloudSprite *sprite = search->sprite;
  int baseline = y - sprite->band_top, home = (int) CLAMP (search->left, 0.0, self->width);
  int known = search->nearest != NULL ? (int) search->nearest[y] : 0;
  int reach = (int) MIN (self->width, search->best.cost * FARTHER / search->wish->pull_x + 1.0);
  int right, left, x;

  find_starts (row_of (self->bands, self, y), self->n_cells, sprite->width, self->starts);
  right = search_right (self, sprite, baseline, home + known, MIN (home + reach, self->width));
  if (right >= 0)
    reach = right - home;
  left = search_left (self, sprite, baseline, MAX (home - reach, 0), home - known);

  x = left < 0 ? right : left;
  if (x >= 0)
    reach = ABS (x - home);
  if (search->nearest != NULL)
    remember (self, search, y, reach);
  if (x >= 0)
    {
      double cost = cost_of (fabs (x - search->left) * search->wish->pull_x, away_y (search, y));

      if (cost < search->best.cost)
        search->best = (Place){ cost, x, baseline };
    }
}

/* All that is known is about words with the same home; where each has its own
 * nothing is remembered. */
static float *
find_nearest (DvCloudBoard        *self,
              const DvCloudSprite *sprite,
              const DvCloudWish   *wish)
{
  int class = (int) (log2 (sprite->width) * CLASSES_IN_OCTAVE);

  if (self->known_band > 0 && (self->home < wish->x || self->home > wish->x))
    self->is_scattered = TRUE;
  if (self->is_scattered)
    return NULL;

  self->home = wish->x;
  if (self->known_band == 0 || self->band < FORGET * self->known_band)
    {
      memset (self->nearest, 0, N_CLASSES * (gsize) self->height * sizeof (float));
      self->known_band = self->band;
    }

  return self->nearest + (gsize) MIN (class, N_CLASSES - 1) * (gsize) self->height;
}

/**
 * dv_cloud_board_find:
 * @self: a board
 * @sprite: a word; its band is as high as that of the board
 * @wish: where it would best be
 * @thorough: look also where words of about that width found no room
 * @x: (out): where its left side may be
 * @baseline: (out): where its baseline may be
 *
 * Returns: whether there is room; if so, the nearest there is
 */
gboolean
dv_cloud_board_find (DvCloudBoard        *self,
                     const DvCloudSprite *sprite,
                     const DvCloudWish   *wish,
                     gboolean             thorough,
                     int                 *x,
                     int                 *baseline)
{
  int least = sprite->band_top - sprite->top, most = self->height - (sprite->bottom - sprite->band_top);
  Search search = { .sprite = sprite, .wish = wish, .best = { UNKNOWN, 0, 0 } };
  double cheapest = G_MAXDOUBLE;
  int first = least, step = thorough ? 1 : MAX (1, (sprite->band_bottom - sprite->band_top) / FINENESS);

  if (most < least || sprite->width > self->width)
    return FALSE;

  search.left = wish->x - sprite->width / 2.0;
  search.top = wish->y - (sprite->band_bottom - sprite->band_top) / 2.0;
  search.nearest = thorough ? NULL : find_nearest (self, sprite, wish);

  /* The row that promises most goes first: after it few others are worth a look. */
  for (int y = least; y <= most; y += step)
    {
      double cost = least_cost (&search, y);

      if (cost < cheapest && measure_longest (self, y) >= sprite->width)
        {
          cheapest = cost;
          first = y;
        }
    }
  search_row (self, &search, first);
  for (int y = least; y <= most; y += step)
    if (least_cost (&search, y) < search.best.cost && measure_longest (self, y) >= sprite->width)
      search_row (self, &search, y);

  *x = search.best.x;
  *baseline = search.best.baseline;

  return search.best.cost < UNKNOWN;
}

/* Takes what is at most so far from a run; the corners of that are cut, as a
 * pen with a round point would. */
static void
take_run (DvCloudBoard     *self,
          const DvCloudRun *run,
          int               gap_x,
          int               gap_y)
{
  for (int away = -gap_y; away <= gap_y; away++)
    {
      int y = run->row + away;
      int reach = 2 * ABS (away) > gap_y ? gap_x - gap_x / 2 : gap_x;

      if (y >= 0 && y < self->height)
        take_pixels (row_of (self->taken, self, y), MAX (run->from - reach, 0), MIN (run->to + reach, self->width));
    }
}

/**
 * dv_cloud_board_take:
 * @self: a board
 * @sprite: a word
 * @x: where its left side is
 * @baseline: where its baseline is
 * @gap_x: how far others stay away from its ink, in px
 * @gap_y: the same, up and down
 */
void
dv_cloud_board_take (DvCloudBoard        *self,
                     const DvCloudSprite *sprite,
                     int                  x,
                     int                  baseline,
                     int                  gap_x,
                     int                  gap_y)
{
  DvCloudRun run = { 0, x, x + sprite->width };

  for (int row = sprite->band_top; row < sprite->band_bottom; row++)
    {
      gboolean is_edge = row == sprite->band_top || row == sprite->band_bottom - 1;

      run.row = baseline + row;
      take_run (self, &run, gap_x, is_edge ? gap_y : 0);
    }
  for (guint i = 0; i < sprite->runs->len; i++)
    {
      run = g_array_index (sprite->runs, DvCloudRun, i);
      run = (DvCloudRun){ run.row + baseline, run.from + x, run.to + x };
      take_run (self, &run, gap_x, gap_y);
    }
  update_bands (self, MAX (baseline + sprite->top - gap_y, 0), MIN (baseline + sprite->bottom + gap_y, self->height));
}
