/* dv-map-order.c
 *
 * Which box of a strategy map stands in which row, and where in it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-order"

#include "config.h"

#include "dv-map-order-private.h"

#include <math.h>
#include <string.h>

/* Boxes are put in one after another, the one with most links to what is there
 * first, each where it crosses fewest (dv-map-reinsert.c). Then each is taken out
 * and put back until nothing improves. The search goes on with small groups of
 * boxes that are near each other: taken out together and put back in another
 * order, the result is kept when it is better, or, as in simulated annealing,
 * now and then when it is a little worse (large neighbourhood search: Shaw, 1998;
 * ruin and recreate: Schrimpf and others, 2000).
 *
 * Work is counted in gaps looked at, never in time, so that the same map gives
 * the same order on every machine.
 */

#define MAX_GROUP 6
#define WARM (3.0 * DV_ORDER_CROSSING)
#define COLD (0.3 * DV_ORDER_CROSSING)

/* --- Setting up --- */

static gboolean
is_inside (DvMapOrder        *self,
           const DvOrderLink *link)
{
  return link->source != link->target && self->given[link->source].lane == self->given[link->target].lane;
}

static void
list_links (DvMapOrder *self)
{
  const DvMapOrderInput *input = &self->input;

  self->links = g_new0 (DvOrderLink, input->n_links + 1);
  self->boxes = g_new0 (DvOrderBox, input->n_boxes + 1);
  self->box_links = g_new (guint, 2 * input->n_links + 1);
  for (guint i = 0; i < input->n_links; i++)
    {
      self->links[i].source = input->links[i].source;
      self->links[i].target = input->links[i].target;
      self->links[i].source_is_lower = TRUE;
      self->boxes[input->links[i].source].n_links++;
      self->boxes[input->links[i].target].n_links++;
    }
  for (guint i = 0, first = 0; i < input->n_boxes; i++)
    {
      self->boxes[i].first_link = first;
      first += self->boxes[i].n_links;
      self->boxes[i].n_links = 0;
    }
  for (guint i = 0; i < input->n_links; i++)
    for (guint end = 0; end < 2; end++)
      {
        DvOrderBox *box = &self->boxes[end == 0 ? self->links[i].source : self->links[i].target];

        self->box_links[box->first_link + box->n_links++] = i;
      }
}

/* A circle within a lane cannot rise all the way round: the link that closes it
 * runs down. Depth first, without recursion.
 */
static void
open_circles (DvMapOrder *self)
{
  enum { NEW, ON_PATH, DONE };
  g_autofree guint8 *state = g_new0 (guint8, self->input.n_boxes + 1);
  g_autofree guint *next = g_new0 (guint, self->input.n_boxes + 1);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint start = 0; start < self->input.n_boxes; start++)
    {
      if (state[start] != NEW)
        continue;
      state[start] = ON_PATH;
      g_array_append_val (path, start);
      while (path->len > 0)
        {
          guint box = g_array_index (path, guint, path->len - 1);
          DvOrderLink *link;

          if (next[box] == self->boxes[box].n_links)
            {
              state[box] = DONE;
              g_array_set_size (path, path->len - 1);
              continue;
            }
          link = &self->links[self->box_links[self->boxes[box].first_link + next[box]++]];
          if (link->source != box || !is_inside (self, link))
            continue;
          if (state[link->target] == ON_PATH)
            link->source_is_lower = FALSE;
          else if (state[link->target] == NEW)
            {
              state[link->target] = ON_PATH;
              g_array_append_val (path, link->target);
            }
        }
    }
}

static guint
upper_end (const DvOrderLink *link)
{
  return link->source_is_lower ? link->target : link->source;
}

static guint
lower_end (const DvOrderLink *link)
{
  return link->source_is_lower ? link->source : link->target;
}

/* How many rows of its own lane must at least be above each box, or below it. */
static guint *
count_rows_beside (DvMapOrder *self,
                   gboolean    above)
{
  guint *n_rows = g_new0 (guint, self->input.n_boxes + 1);
  g_autofree guint *n_open = g_new0 (guint, self->input.n_boxes + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->input.n_links; i++)
    if (is_inside (self, &self->links[i]))
      n_open[above ? lower_end (&self->links[i]) : upper_end (&self->links[i])]++;
  for (guint i = 0; i < self->input.n_boxes; i++)
    if (n_open[i] == 0)
      g_array_append_val (queue, i);
  for (guint i = 0; i < queue->len; i++)
    {
      guint box = g_array_index (queue, guint, i);

      for (guint j = 0; j < self->boxes[box].n_links; j++)
        {
          const DvOrderLink *link = &self->links[self->box_links[self->boxes[box].first_link + j]];
          guint other = above ? lower_end (link) : upper_end (link);

          if (!is_inside (self, link) || other == box)
            continue;
          n_rows[other] = MAX (n_rows[other], n_rows[box] + 1);
          if (--n_open[other] == 0)
            g_array_append_val (queue, other);
        }
    }

  return n_rows;
}

static void
count_rows (DvMapOrder  *self,
            const guint *n_above)
{
  const DvMapOrderInput *input = &self->input;
  g_autofree guint *n_boxes = g_new0 (guint, input->n_lanes + 1);

  self->first_row = g_new0 (guint, input->n_lanes + 1);
  self->last_row = g_new0 (guint, input->n_lanes + 1);
  for (guint i = 0; i < input->n_boxes; i++)
    {
      guint lane = self->given[i].lane;

      n_boxes[lane]++;
      self->last_row[lane] = MAX (self->last_row[lane], n_above[i]);
    }
  for (guint lane = 0; lane < input->n_lanes; lane++)
    {
      guint n = self->last_row[lane] + 1;

      if (input->max_in_row > 0)
        n = MAX (n, (n_boxes[lane] + input->max_in_row - 1) / input->max_in_row);
      self->first_row[lane] = self->n_rows;
      self->n_rows += n;
      self->last_row[lane] = self->n_rows - 1;
    }
}

static void
make_rows (DvMapOrder *self)
{
  const DvMapOrderInput *input = &self->input;
  gsize n_places = input->n_boxes + (gsize) input->n_links * self->n_rows;
  guint longest = input->n_boxes + input->n_links + 1;

  self->rows = g_new0 (DvOrderRow, self->n_rows + 1);
  self->position = g_new0 (guint32, n_places + 1);
  self->stop_link = g_new (guint32, (gsize) input->n_links * self->n_rows + 1);
  for (guint i = 0; i < input->n_links; i++)
    for (guint row = 0; row < self->n_rows; row++)
      self->stop_link[(gsize) i * self->n_rows + row] = i;
  self->left = g_new (int, longest);
  self->right = g_new (int, longest);
  self->cost = g_new (int *, self->n_rows + 1);
  self->sum = g_new (int *, self->n_rows + 1);
  self->came_from = g_new (guint32 *, self->n_rows + 1);
  self->windows = g_new (DvOrderWindow, self->n_rows + 1);
  self->near = g_array_new (FALSE, FALSE, sizeof (DvPlaceId));
  for (guint row = 0; row < self->n_rows; row++)
    {
      self->rows[row].places = g_array_new (FALSE, FALSE, sizeof (DvPlaceId));
      self->cost[row] = g_new (int, longest);
      self->sum[row] = g_new (int, longest);
      self->came_from[row] = g_new (guint32, longest);
    }
}

/* The next box is the one with most links to boxes that are in, then with most
 * links at all.
 */
static guint
next_box (DvMapOrder  *self,
          const guint *n_linked,
          const guint8 *is_done)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < self->input.n_boxes; i++)
    if (!is_done[i] && (best == G_MAXUINT || n_linked[i] > n_linked[best] ||
                        (n_linked[i] == n_linked[best] && self->boxes[i].n_links > self->boxes[best].n_links)))
      best = i;

  return best;
}

static void
put_in_all (DvMapOrder  *self,
            const guint *n_above,
            const guint *n_below)
{
  g_autofree guint *n_linked = g_new0 (guint, self->input.n_boxes + 1);
  g_autofree guint8 *is_done = g_new0 (guint8, self->input.n_boxes + 1);

  for (guint n = 0; n < self->input.n_boxes; n++)
    {
      guint box = next_box (self, n_linked, is_done);
      guint lane = self->given[box].lane;

      /* Room is left for the chains above and below it, so there is a row for
       * every box unless a neighbour took it: then that one goes out again. */
      dv_order_put_in (self, box, self->first_row[lane] + n_above[box], self->last_row[lane] - n_below[box], 0);
      is_done[box] = TRUE;
      for (guint i = 0; i < self->boxes[box].n_links; i++)
        {
          const DvOrderLink *link = &self->links[self->box_links[self->boxes[box].first_link + i]];

          n_linked[link->source == box ? link->target : link->source]++;
        }
    }
}

/* A chain within a lane may have been cut off by the first choices: boxes that
 * found no row push their neighbours aside, each to the rows its chain allows.
 */
static void
put_in_rest (DvMapOrder  *self,
             const guint *n_above,
             const guint *n_below)
{
  for (guint box = 0; box < self->input.n_boxes; box++)
    {
      guint lane = self->given[box].lane;

      if (self->boxes[box].is_in)
        continue;
      /* All of the lane anew, from the top: a row at least below all above it. */
      for (guint i = 0; i < self->input.n_boxes; i++)
        if (self->given[i].lane == lane && self->boxes[i].is_in)
          dv_order_take_out (self, i);
      for (guint level = 0; level < self->n_rows; level++)
        for (guint i = 0; i < self->input.n_boxes; i++)
          if (self->given[i].lane == lane && n_above[i] == level)
            dv_order_put_in (self, i, self->first_row[lane] + n_above[i], self->last_row[lane] - n_below[i], 0);
    }
}

/**
 * dv_map_order_new:
 * @input: what is to be ordered; its arrays are needed only now
 *
 * Gives every box a row and a place in it. Links within a lane rise, but for
 * those that would close a circle; links whose ends share a row are not routed.
 *
 * Returns: (transfer full): a first order
 */
DvMapOrder *
dv_map_order_new (const DvMapOrderInput *input)
{
  DvMapOrder *self = g_new0 (DvMapOrder, 1);
  g_autofree guint *n_above = NULL;
  g_autofree guint *n_below = NULL;

  self->input = *input;
  self->random = 2463534242u;
  self->given = g_memdup2 (input->boxes, sizeof (DvMapOrderBox) * MAX (input->n_boxes, 1));
  self->input.boxes = self->given;
  list_links (self);
  self->input.links = NULL;
  open_circles (self);
  n_above = count_rows_beside (self, TRUE);
  n_below = count_rows_beside (self, FALSE);
  count_rows (self, n_above);
  make_rows (self);
  put_in_all (self, n_above, n_below);
  put_in_rest (self, n_above, n_below);

  return self;
}

/**
 * dv_map_order_free:
 * @self: (transfer full): an order
 */
void
dv_map_order_free (DvMapOrder *self)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      g_array_unref (self->rows[row].places);
      g_free (self->cost[row]);
      g_free (self->sum[row]);
      g_free (self->came_from[row]);
    }
  g_free (self->rows);
  g_free (self->cost);
  g_free (self->sum);
  g_free (self->came_from);
  g_free (self->windows);
  g_array_unref (self->near);
  g_free (self->left);
  g_free (self->right);
  g_free (self->position);
  g_free (self->stop_link);
  g_free (self->links);
  g_free (self->boxes);
  g_free (self->box_links);
  g_free (self->first_row);
  g_free (self->last_row);
  g_free (self->given);
  g_free (self);
}

/* --- What it costs --- */

/* The places in the row below that a place is linked with, as positions. */
static void
list_below (DvMapOrder *self,
            DvPlaceId   place,
            guint       row,
            GArray     *positions)
{
  const DvMapOrderInput *input = &self->input;

  if (place >= input->n_boxes)
    {
      const DvOrderLink *link = &self->links[self->stop_link[place - input->n_boxes]];

      g_array_append_val (positions, self->position[row + 1 == link->lower_row ? link->lower : place + 1]);
      return;
    }
  for (guint i = 0; i < self->boxes[place].n_links; i++)
    {
      guint index = self->box_links[self->boxes[place].first_link + i];
      const DvOrderLink *link = &self->links[index];

      if (link->is_in && link->upper == place)
        g_array_append_val (positions, self->position[link->lower_row - link->upper_row == 1
                                                          ? link->lower
                                                          : dv_order_stop (self, index, row + 1)]);
    }
}

/* Crossings between a row and the next, counted with a Fenwick tree over the
 * positions in the lower row (Barth, Mutzel and Jünger, 2004).
 */
static gint64
count_between (DvMapOrder *self,
               guint       row,
               GArray     *tree,
               GArray     *near)
{
  guint n = dv_order_row_length (self, row + 1);
  gint64 n_crossings = 0, n_seen = 0;

  g_array_set_size (tree, 0);
  g_array_set_size (tree, n + 1);
  for (guint i = 0; i < dv_order_row_length (self, row); i++)
    {
      g_array_set_size (near, 0);
      list_below (self, dv_order_place (self, row, i), row, near);
      for (guint j = 0; j < near->len; j++)
        {
          gint64 not_right = 0;

          for (guint k = g_array_index (near, guint32, j) + 1; k > 0; k -= k & -k)
            not_right += g_array_index (tree, guint, k);
          n_crossings += n_seen - not_right;
        }
      for (guint j = 0; j < near->len; j++, n_seen++)
        for (guint k = g_array_index (near, guint32, j) + 1; k <= n; k += k & -k)
          g_array_index (tree, guint, k)++;
    }

  return n_crossings;
}

/**
 * dv_map_order_count_crossings:
 * @self: an order
 *
 * Returns: how often two links cross
 */
gint64
dv_map_order_count_crossings (DvMapOrder *self)
{
  g_autoptr (GArray) tree = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint64 n_crossings = 0;

  for (guint row = 0; row + 1 < self->n_rows; row++)
    n_crossings += count_between (self, row, tree, near);

  return n_crossings;
}

static gint64
get_cost (DvMapOrder *self)
{
  gint64 cost = dv_map_order_count_crossings (self) * DV_ORDER_CROSSING;

  for (guint i = 0; i < self->input.n_links; i++)
    {
      guint source = self->boxes[self->links[i].source].row, target = self->boxes[self->links[i].target].row;

      cost += (gint64) (MAX (source, target) - MIN (source, target)) * DV_ORDER_SPAN;
    }
  for (guint row = 0; row < self->n_rows && self->input.row_width > 0.0; row++)
    cost += (gint64) MAX (self->rows[row].width - self->input.row_width, 0.0) * DV_ORDER_OVERFLOW;
  self->work += self->input.n_links * 4;

  return cost;
}

/* --- Improving --- */

static void
shuffle (DvMapOrder *self,
         guint      *items,
         guint       n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = dv_order_random (self, i), item = items[i - 1];

      items[i - 1] = items[j];
      items[j] = item;
    }
}

/* Back in, which it was before, so there is a row for it. */
static gboolean
put_back (DvMapOrder *self,
          guint       box,
          guint       noise)
{
  guint lane = self->given[box].lane;

  return dv_order_put_in (self, box, self->first_row[lane], self->last_row[lane], noise);
}

/**
 * dv_map_order_settle:
 * @self: an order
 * @work: how many units may be spent; the last box may take a few more
 *
 * Takes every box out and puts it back at its best, until nothing improves.
 *
 * Returns: the units that are left; 0 when there may be more to improve
 */
gint64
dv_map_order_settle (DvMapOrder *self,
                     gint64      work)
{
  g_autofree guint *boxes = g_new (guint, self->input.n_boxes + 1);
  gint64 limit = self->work + work, cost = get_cost (self);

  for (guint i = 0; i < self->input.n_boxes; i++)
    boxes[i] = i;
  for (guint round = 0;; round++)
    {
      gint64 before = cost;

      shuffle (self, boxes, self->input.n_boxes);
      for (guint i = 0; i < self->input.n_boxes; i++)
        {
          if (self->work >= limit)
            return 0;
          dv_order_take_out (self, boxes[i]);
          put_back (self, boxes[i], 0);
        }
      cost = get_cost (self);
      if (cost >= before)
        return limit - self->work;
    }
}

typedef struct
{
  GArray **places; /* DvPlaceId, for each row */
  double *widths;
  guint *rows;     /* of each box */
  DvOrderLink *links;
} Memory;

static void
memory_init (DvMapOrder *self,
             Memory     *memory)
{
  memory->places = g_new (GArray *, self->n_rows + 1);
  memory->widths = g_new (double, self->n_rows + 1);
  memory->rows = g_new (guint, self->input.n_boxes + 1);
  memory->links = g_new (DvOrderLink, self->input.n_links + 1);
  for (guint row = 0; row < self->n_rows; row++)
    memory->places[row] = g_array_new (FALSE, FALSE, sizeof (DvPlaceId));
}

static void
memory_clear (DvMapOrder *self,
              Memory     *memory)
{
  for (guint row = 0; row < self->n_rows; row++)
    g_array_unref (memory->places[row]);
  g_free (memory->places);
  g_free (memory->widths);
  g_free (memory->rows);
  g_free (memory->links);
}

static void
copy_places (GArray *from,
             GArray *to)
{
  g_array_set_size (to, 0);
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

static void
memorise (DvMapOrder *self,
          Memory     *memory)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      copy_places (self->rows[row].places, memory->places[row]);
      memory->widths[row] = self->rows[row].width;
    }
  for (guint i = 0; i < self->input.n_boxes; i++)
    memory->rows[i] = self->boxes[i].row;
  memcpy (memory->links, self->links, self->input.n_links * sizeof (DvOrderLink));
}

static void
recall (DvMapOrder *self,
        Memory     *memory)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      copy_places (memory->places[row], self->rows[row].places);
      self->rows[row].width = memory->widths[row];
      for (guint i = 0; i < dv_order_row_length (self, row); i++)
        self->position[dv_order_place (self, row, i)] = i;
    }
  for (guint i = 0; i < self->input.n_boxes; i++)
    {
      self->boxes[i].row = memory->rows[i];
      self->boxes[i].is_in = TRUE;
    }
  memcpy (self->links, memory->links, self->input.n_links * sizeof (DvOrderLink));
}

/* A box and others that are linked with it or stand near it. */
static guint
choose_group (DvMapOrder *self,
              guint       group[MAX_GROUP])
{
  guint size = 2 + dv_order_random (self, MAX_GROUP - 1), n = 1;

  group[0] = dv_order_random (self, self->input.n_boxes);
  for (guint attempt = 0; n < size && attempt < 4 * MAX_GROUP; attempt++)
    {
      const DvOrderBox *near = &self->boxes[group[dv_order_random (self, n)]];
      guint candidate;

      if (near->n_links > 0 && dv_order_random (self, 2) == 0)
        {
          const DvOrderLink *link =
              &self->links[self->box_links[near->first_link + dv_order_random (self, near->n_links)]];

          candidate = dv_order_random (self, 2) == 0 ? link->source : link->target;
        }
      else
        {
          guint length = dv_order_row_length (self, near->row);
          guint position = self->position[near - self->boxes] + dv_order_random (self, 9);
          DvPlaceId place;

          if (position < 4 || position - 4 >= length)
            continue;
          place = dv_order_place (self, near->row, position - 4);
          candidate = place < self->input.n_boxes ? place : self->links[self->stop_link[place - self->input.n_boxes]].source;
        }

      for (guint i = 0; i < n && candidate != G_MAXUINT; i++)
        if (group[i] == candidate)
          candidate = G_MAXUINT;
      if (candidate != G_MAXUINT)
        group[n++] = candidate;
    }

  return n;
}

static gboolean
rebuild_group (DvMapOrder *self)
{
  guint group[MAX_GROUP];
  guint n = choose_group (self, group);

  for (guint i = 0; i < n; i++)
    dv_order_take_out (self, group[i]);
  shuffle (self, group, n);
  for (guint i = 0; i < n; i++)
    if (!put_back (self, group[i], dv_order_random (self, 3) == 0 ? DV_ORDER_CROSSING : 0))
      return FALSE;

  return TRUE;
}

/**
 * dv_map_order_search:
 * @self: an order
 * @work: how many units are spent; a little more
 *
 * Looks for a better order among those that differ in a few boxes. Ends with the
 * best it saw.
 *
 * Returns: the number of orders it looked at
 */
gint64
dv_map_order_search (DvMapOrder *self,
                     gint64      work)
{
  gint64 start = self->work, cost, best_cost, n_tried = 0;
  Memory now, best;

  if (self->input.n_boxes < 3 || self->n_rows < 2 || work <= 0)
    return 0;

  memory_init (self, &now);
  memory_init (self, &best);
  memorise (self, &now);
  memorise (self, &best);
  cost = best_cost = get_cost (self);
  for (; self->work - start < work; n_tried++)
    {
      double gone = (double) (self->work - start) / (double) work;
      double warmth = WARM * pow (COLD / WARM, gone);
      gboolean is_whole = rebuild_group (self);
      gint64 next = is_whole ? get_cost (self) : G_MAXINT64;

      /* What remembering takes; a gap is looked at in less than that. */
      self->work += 1000 + 4 * (self->input.n_boxes + 2 * self->input.n_links);
      if (is_whole &&
          (next <= cost || exp ((double) (cost - next) / warmth) > dv_order_random (self, 1 << 20) / (double) (1 << 20)))
        {
          cost = next;
          memorise (self, &now);
          if (cost < best_cost)
            {
              best_cost = cost;
              memorise (self, &best);
            }
        }
      else
        recall (self, &now);
    }
  recall (self, &best);
  memory_clear (self, &now);
  memory_clear (self, &best);

  return n_tried;
}

/* --- What came out --- */

/**
 * dv_map_order_get_n_rows:
 * @self: an order
 *
 * Returns: the number of rows of all lanes; a lane without boxes has one
 */
guint
dv_map_order_get_n_rows (DvMapOrder *self)
{
  return self->n_rows;
}

/**
 * dv_map_order_get_lane:
 * @self: an order
 * @lane: a lane, from the top
 * @first_row: (out): its upper row
 * @last_row: (out): its lower one
 */
void
dv_map_order_get_lane (DvMapOrder *self,
                       guint       lane,
                       guint      *first_row,
                       guint      *last_row)
{
  *first_row = self->first_row[lane];
  *last_row = self->last_row[lane];
}

/**
 * dv_map_order_list_row:
 * @self: an order
 * @row: a row, from the top
 *
 * Returns: (transfer full) (element-type DvMapOrderEntry): what stands in it,
 *   from the left
 */
GArray *
dv_map_order_list_row (DvMapOrder *self,
                       guint       row)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (DvMapOrderEntry));

  for (guint i = 0; i < dv_order_row_length (self, row); i++)
    {
      DvPlaceId place = dv_order_place (self, row, i);
      DvMapOrderEntry entry = { -1, 0 };

      if (place < self->input.n_boxes)
        entry.box = (int) place;
      else
        entry.link = self->stop_link[place - self->input.n_boxes];
      g_array_append_val (entries, entry);
    }

  return entries;
}

/**
 * dv_map_order_get_row_of:
 * @self: an order
 * @box: a box
 *
 * Returns: the row it stands in, from the top
 */
guint
dv_map_order_get_row_of (DvMapOrder *self,
                         guint       box)
{
  return self->boxes[box].row;
}

/**
 * dv_map_order_is_routed:
 * @self: an order
 * @link: a link
 *
 * Returns: whether it has a way through the rows; one that begins and ends in
 *   the same row has not
 */
gboolean
dv_map_order_is_routed (DvMapOrder *self,
                        guint       link)
{
  return self->links[link].is_in;
}
