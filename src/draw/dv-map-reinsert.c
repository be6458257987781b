/* dv-map-reinsert.c
 *
 * Puts a box of a strategy map where its links cross fewest others
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-reinsert"

#include "config.h"

#include "dv-map-order-private.h"

#include <stdlib.h>
#include <string.h>

/* Taking a box out together with its links and putting it back at its best is
 * solved exactly: for each link the cheapest way from its other end to every gap
 * of every row is found row by row (dynamic programming over the gaps, with the
 * crossings between two rows counted as both ends move along); the sums over the
 * links of the box tell the best row and gap for it. Large rows are looked at
 * only around where a straight link would pass.
 */

#define IMPOSSIBLE (1 << 29)
/* Gaps on either side; in maps of many boxes rows are long and ways many. */
#define HALF_WINDOW 40
#define HALF_WINDOW_MANY 16
#define MANY 600

/* --- Rows --- */

static double
width_of (DvMapOrder *self,
          DvPlaceId   place)
{
  return place < self->input.n_boxes ? self->given[place].width : self->input.link_width;
}

static void
renumber (DvMapOrder *self,
          guint       row,
          guint       from)
{
  for (guint i = from; i < dv_order_row_length (self, row); i++)
    self->position[dv_order_place (self, row, i)] = i;
}

static void
insert_place (DvMapOrder *self,
              DvPlaceId   place,
              guint       row,
              guint       gap)
{
  g_array_insert_val (self->rows[row].places, gap, place);
  self->rows[row].width += width_of (self, place);
  renumber (self, row, gap);
}

static void
remove_place (DvMapOrder *self,
              DvPlaceId   place,
              guint       row)
{
  guint position = self->position[place];

  g_array_remove_index (self->rows[row].places, position);
  self->rows[row].width -= width_of (self, place);
  renumber (self, row, position);
}

/* The places in the row above (or below) that @place in @row is linked with. */
static void
find_near (DvMapOrder *self,
           DvPlaceId   place,
           guint       row,
           gboolean    above)
{
  g_array_set_size (self->near, 0);
  if (place >= self->input.n_boxes)
    {
      const DvOrderLink *link = &self->links[self->stop_link[place - self->input.n_boxes]];
      DvPlaceId near = above ? (row - 1 == link->upper_row ? link->upper : place - 1)
                             : (row + 1 == link->lower_row ? link->lower : place + 1);

      g_array_append_val (self->near, near);
      return;
    }

  for (guint i = 0; i < self->boxes[place].n_links; i++)
    {
      guint index = self->box_links[self->boxes[place].first_link + i];
      const DvOrderLink *link = &self->links[index];
      DvPlaceId near;

      if (!link->is_in || (above ? link->lower : link->upper) != place)
        continue;
      if (link->lower_row - link->upper_row == 1)
        near = above ? link->upper : link->lower;
      else
        near = dv_order_stop (self, index, above ? row - 1 : row + 1);
      g_array_append_val (self->near, near);
    }
}

static guint
near_position (DvMapOrder *self,
               guint       i)
{
  return self->position[g_array_index (self->near, DvPlaceId, i)];
}

/* --- The cheapest way through the rows --- */

static DvOrderWindow
window_around (DvMapOrder *self,
               guint       row,
               double      part)
{
  guint n_gaps = dv_order_row_length (self, row) + 1;
  guint middle = (guint) CLAMP (part * n_gaps, 0.0, n_gaps - 1.0);
  guint half = self->input.n_boxes > MANY ? HALF_WINDOW_MANY : HALF_WINDOW;
  DvOrderWindow window = { middle > half ? middle - half : 0, MIN (middle + half, n_gaps - 1) };

  return window;
}

/* Counts for each place of the window in @row how many of its links towards the
 * row at the other side begin left of @split, and how many at it or right of it.
 */
static void
split_links (DvMapOrder    *self,
             guint          row,
             gboolean       above,
             DvOrderWindow  window,
             guint          split)
{
  for (guint i = window.from; i < window.to; i++)
    {
      self->left[i] = 0;
      find_near (self, dv_order_place (self, row, i), row, above);
      for (guint j = 0; j < self->near->len; j++)
        self->left[i] += near_position (self, j) < split;
      self->right[i] = (int) self->near->len - self->left[i];
    }
}

/* From a box in @row to each gap of @next: of the links of other boxes. */
static void
step_from_box (DvMapOrder *self,
               guint       box,
               guint       row,
               guint       next)
{
  DvOrderWindow window = self->windows[next];
  guint split = self->position[box];
  int crossings = 0;

  split_links (self, next, row < next, window, split);
  for (guint i = window.from; i < window.to; i++)
    {
      /* Links of the box itself fan out and cross nothing. */
      find_near (self, dv_order_place (self, next, i), next, row < next);
      for (guint j = 0; j < self->near->len; j++)
        self->right[i] -= near_position (self, j) == split;
    }
  for (guint i = window.from; i < window.to; i++)
    crossings += self->left[i];
  for (guint gap = window.from; gap <= window.to; gap++)
    {
      self->cost[next][gap] = crossings * DV_ORDER_CROSSING;
      if (gap < window.to)
        crossings += self->right[gap] - self->left[gap];
    }
  self->work += window.to - window.from + 1;
}

/* From each gap of @row to each gap of @next. */
static void
step_between_gaps (DvMapOrder *self,
                   guint       row,
                   guint       next)
{
  DvOrderWindow from = self->windows[row], to = self->windows[next];
  int *cost = self->cost[next];
  int crossings = 0; /* at the first gap of @next */

  split_links (self, next, row < next, to, from.from);
  for (guint gap = to.from; gap <= to.to; gap++)
    cost[gap] = IMPOSSIBLE;
  for (guint i = to.from; i < to.to; i++)
    crossings += self->left[i];

  for (guint gap = from.from; gap <= from.to; gap++)
    {
      int here = self->cost[row][gap] + crossings * DV_ORDER_CROSSING;

      for (guint i = to.from;; i++)
        {
          if (here < cost[i])
            {
              cost[i] = here;
              self->came_from[next][i] = gap;
            }
          if (i == to.to)
            break;
          here += (self->right[i] - self->left[i]) * DV_ORDER_CROSSING;
        }
      if (gap == from.to)
        break;

      /* Links of the place at this gap change sides as the gap moves past it. */
      find_near (self, dv_order_place (self, row, gap), row, row > next);
      for (guint j = 0; j < self->near->len; j++)
        {
          guint position = near_position (self, j);

          if (position < to.from)
            {
              crossings--;
              continue;
            }
          crossings++;
          if (position < to.to)
            {
              self->left[position]++;
              self->right[position]--;
            }
        }
    }
  self->work += (gint64) (from.to - from.from + 1) * (to.to - to.from + 1);
}

/* From the gaps of @row to a box in @next; returns the best gap. */
static guint
step_to_box (DvMapOrder *self,
             guint       row,
             guint       next,
             guint       box)
{
  DvOrderWindow window = self->windows[row];
  guint at = self->position[box], best_gap = window.from;
  int crossings = 0, best = IMPOSSIBLE;

  for (guint gap = window.from; gap <= window.to; gap++)
    {
      int cost = self->cost[row][gap] + crossings * DV_ORDER_CROSSING;

      if (cost < best)
        {
          best = cost;
          best_gap = gap;
        }
      if (gap == window.to)
        break;
      find_near (self, dv_order_place (self, row, gap), row, row > next);
      for (guint j = 0; j < self->near->len; j++)
        crossings += near_position (self, j) > at ? 1 : near_position (self, j) < at ? -1 : 0;
    }

  return best_gap;
}

/* Fills the costs of the rows after that of @box up to @last; from @first on the
 * way is expected to pass at @part of each row, from 0 to 1.
 */
static void
find_ways (DvMapOrder *self,
           guint       box,
           guint       first,
           guint       last,
           double      part)
{
  guint row = self->boxes[box].row;
  int by = last > row ? 1 : -1;
  double here = (self->position[box] + 0.5) / dv_order_row_length (self, row);
  int distance = abs ((int) last - (int) row), before = abs ((int) first - (int) row);

  for (int i = 1; i <= distance; i++)
    {
      guint next = (guint) ((int) row + i * by);

      self->windows[next] = window_around (self, next, i < before ? here + (part - here) * i / before : part);
      if (i == 1)
        step_from_box (self, box, row, next);
      else
        step_between_gaps (self, (guint) ((int) next - by), next);
    }
}

/* --- Links --- */

static void
take_out_link (DvMapOrder *self,
               guint       index)
{
  DvOrderLink *link = &self->links[index];

  if (!link->is_in)
    return;

  link->is_in = FALSE;
  for (guint row = link->upper_row + 1; row < link->lower_row; row++)
    remove_place (self, dv_order_stop (self, index, row), row);
}

static void
put_in_link (DvMapOrder *self,
             guint       index)
{
  DvOrderLink *link = &self->links[index];
  gboolean source_is_lower = self->boxes[link->source].row > self->boxes[link->target].row;
  guint gap;

  link->upper = source_is_lower ? link->target : link->source;
  link->lower = source_is_lower ? link->source : link->target;
  link->upper_row = self->boxes[link->upper].row;
  link->lower_row = self->boxes[link->lower].row;
  if (link->lower_row == link->upper_row)
    return;

  if (link->lower_row - link->upper_row > 1)
    {
      guint last = link->lower_row - 1;
      double part = (self->position[link->lower] + 0.5) / dv_order_row_length (self, link->lower_row);

      find_ways (self, link->upper, last, last, part);
      gap = step_to_box (self, last, link->lower_row, link->lower);
      for (guint row = last; row > link->upper_row; row--)
        {
          guint here = gap;

          if (row - 1 > link->upper_row)
            gap = self->came_from[row][gap];
          insert_place (self, dv_order_stop (self, index, row), row, here);
        }
    }
  link->is_in = TRUE;
}

/* --- Boxes --- */

static guint
other_end (const DvOrderLink *link,
           guint              box)
{
  return link->source == box ? link->target : link->source;
}

static const DvOrderLink *
link_of_box (DvMapOrder *self,
             guint       box,
             guint       i)
{
  return &self->links[self->box_links[self->boxes[box].first_link + i]];
}

/**
 * dv_order_take_out:
 * @self: an order
 * @box: a box that is in it
 *
 * Takes a box out, and its links.
 */
void
dv_order_take_out (DvMapOrder *self,
                   guint       box)
{
  DvOrderBox *taken = &self->boxes[box];

  for (guint i = 0; i < taken->n_links; i++)
    take_out_link (self, self->box_links[taken->first_link + i]);
  remove_place (self, box, taken->row);
  taken->is_in = FALSE;
}

/**
 * dv_order_get_range:
 * @self: an order
 * @box: a box that is not in it
 * @from_row: (inout): the first row it may stand in
 * @to_row: (inout): the last
 *
 * Narrows the range to rows above the boxes of its lane that contribute to it
 * and below those it contributes to.
 *
 * Returns: whether there is such a row
 */
gboolean
dv_order_get_range (DvMapOrder *self,
                    guint       box,
                    guint      *from_row,
                    guint      *to_row)
{
  for (guint i = 0; i < self->boxes[box].n_links; i++)
    {
      const DvOrderLink *link = link_of_box (self, box, i);
      guint other = other_end (link, box);

      if (!self->boxes[other].is_in || self->given[other].lane != self->given[box].lane)
        continue;
      if (link->source_is_lower == (link->source == box))
        *from_row = MAX (*from_row, self->boxes[other].row + 1);
      else if (self->boxes[other].row == 0)
        return FALSE;
      else
        *to_row = MIN (*to_row, self->boxes[other].row - 1);
    }

  return *from_row <= *to_row;
}

/* Where in its row a box with these links would stand, from 0 to 1. */
static double
expected_part (DvMapOrder *self,
               guint       box)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < self->boxes[box].n_links; i++)
    {
      guint other = other_end (link_of_box (self, box, i), box);

      if (!self->boxes[other].is_in)
        continue;
      sum += (self->position[other] + 0.5) / dv_order_row_length (self, self->boxes[other].row);
      n++;
    }

  return n > 0 ? sum / n : 0.5;
}

/* The gaps of @row where @box is among its own theme. */
static DvOrderWindow
gaps_of_column (DvMapOrder *self,
                guint       box,
                guint       row)
{
  DvOrderWindow window = { 0, dv_order_row_length (self, row) };
  int column = self->given[box].column;

  for (guint i = 0; column >= 0 && i < dv_order_row_length (self, row); i++)
    {
      DvPlaceId place = dv_order_place (self, row, i);
      int other = place < self->input.n_boxes ? self->given[place].column : -1;

      if (other >= 0 && other < column)
        window.from = i + 1;
      if (other > column)
        {
          window.to = i;
          break;
        }
    }

  return window;
}

static void
add_ways (DvMapOrder *self,
          guint       other,
          guint       from_row,
          guint       to_row,
          double      part)
{
  guint start = self->boxes[other].row;

  if (start < from_row)
    find_ways (self, other, from_row, to_row, part);
  else if (start > to_row)
    find_ways (self, other, to_row, from_row, part);
  else
    return;

  for (guint row = from_row; row <= to_row; row++)
    for (guint gap = self->windows[row].from; gap <= self->windows[row].to; gap++)
      self->sum[row][gap] += self->cost[row][gap] + ABS ((int) row - (int) start) * DV_ORDER_SPAN;
}

static void
find_best (DvMapOrder *self,
           guint       box,
           guint       from_row,
           guint       to_row,
           guint       noise,
           guint      *best_row,
           guint      *best_gap)
{
  int best = G_MAXINT;

  for (guint row = from_row; row <= to_row; row++)
    {
      DvOrderWindow column = gaps_of_column (self, box, row);
      double excess = self->rows[row].width + self->given[box].width - self->input.row_width;
      int price = self->input.row_width > 0.0 && excess > 0.0 ? (int) (MIN (excess, 1e5) * DV_ORDER_OVERFLOW) : 0;

      for (guint gap = column.from; gap <= column.to; gap++)
        {
          int cost = self->sum[row][gap] + price + (noise > 0 ? (int) dv_order_random (self, noise) : 0);

          if (cost < best)
            {
              best = cost;
              *best_row = row;
              *best_gap = gap;
            }
        }
    }
}

/**
 * dv_order_put_in:
 * @self: an order
 * @box: a box that is not in it
 * @from_row: the first row it may stand in
 * @to_row: the last
 * @noise: up to this much is added to the cost of each gap
 *
 * Puts a box where it and its links cross fewest others, and routes the links to
 * the boxes that are in.
 *
 * Returns: %FALSE when no row is allowed
 */
gboolean
dv_order_put_in (DvMapOrder *self,
                 guint       box,
                 guint       from_row,
                 guint       to_row,
                 guint       noise)
{
  DvOrderBox *put = &self->boxes[box];
  guint row = 0, gap = 0;
  double part;

  if (!dv_order_get_range (self, box, &from_row, &to_row))
    return FALSE;

  part = expected_part (self, box);
  for (row = from_row; row <= to_row; row++)
    {
      DvOrderWindow window = window_around (self, row, part);

      /* Far from where its links lead a box is never better off. */
      for (gap = 0; gap <= dv_order_row_length (self, row); gap++)
        self->sum[row][gap] = gap < window.from || gap > window.to ? IMPOSSIBLE / 4 : 0;
    }
  for (guint i = 0; i < put->n_links; i++)
    {
      guint other = other_end (link_of_box (self, box, i), box);

      if (self->boxes[other].is_in && other != box)
        add_ways (self, other, from_row, to_row, part);
    }
  find_best (self, box, from_row, to_row, noise, &row, &gap);
  insert_place (self, box, row, gap);
  put->row = row;
  put->is_in = TRUE;

  /* Short links first: they have the least room to give way. */
  for (guint distance = 1; distance < self->n_rows; distance++)
    for (guint i = 0; i < put->n_links; i++)
      {
        const DvOrderLink *link = link_of_box (self, box, i);
        guint other = other_end (link, box);

        if (self->boxes[other].is_in && other != box &&
            (guint) ABS ((int) self->boxes[other].row - (int) row) == distance)
          put_in_link (self, self->box_links[put->first_link + i]);
      }

  return TRUE;
}
