/* dv-map-place.c
 *
 * Where the boxes and arrows of an ordered strategy map go
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-place"

#include "config.h"

#include "dv-map-place.h"

#include <math.h>

/* Rows keep the order they were given; here everything gets its coordinates.
 * What stands in a row wants to be where its neighbours in the rows above and
 * below are, a passing link more than a box, so that long arrows run straight.
 * Within one row the best places that keep order and distance are a weighted
 * isotonic regression, which the pool of adjacent violators solves exactly
 * (Ayer and others, 1955); rows are visited down and up until they settle.
 */

#define N_SWEEPS 24
#define PORT_SWEEP 14        /* from here on links are pulled from their ports */
#define PORT_GAP 36.0
#define PORT_MARGIN 24.0     /* from the corner of a box */
#define STRAIGHT_ENOUGH 60.0 /* before the boxes are aligned */
#define HANDLE 0.52          /* of the space between two rows */
#define STRAIGHT 8.0         /* how much more a passing link wants to be straight */

typedef struct
{
  int box;      /* -1: a link that passes */
  guint link;
  double half;  /* of its width */
  double x;     /* its middle */
} Entry;

typedef struct
{
  GArray *entries; /* Entry */
  double top;
  double bottom;
} Row;

typedef struct
{
  gboolean is_routed;
  gboolean is_straight; /* joins the middles of boxes that stand above each other */
  guint upper;        /* box */
  guint lower;
  double upper_port;  /* from the middle of the box */
  double lower_port;
  guint first_stop;   /* in stops */
  guint n_stops;
} Way;

typedef struct
{
  DvMapOrder *order;
  guint n_lanes;
  guint n_themes;
  const DvMapPlaceBox *boxes;
  guint n_boxes;
  const DvMapLink *links;
  guint n_links;
  const DvMapPlaceSpacing *spacing;
  guint n_rows;
  Row *rows;
  Entry **box_entries; /* of each box; fixed once all rows are filled */
  Entry **stops;       /* of each way, from the top */
  Way *ways;
  GArray **ways_up;    /* guint, of each box: ways that leave at its top */
  GArray **ways_down;
  double *theme_from;  /* of each theme */
  double *theme_to;
  double width;
} Place;

/* --- Setting up --- */

static Entry *
get_entry (Row  *row,
           guint i)
{
  return &g_array_index (row->entries, Entry, i);
}

static void
fill_rows (Place *place)
{
  place->n_rows = dv_map_order_get_n_rows (place->order);
  place->rows = g_new0 (Row, place->n_rows + 1);
  for (guint i = 0; i < place->n_rows; i++)
    {
      g_autoptr (GArray) given = dv_map_order_list_row (place->order, i);

      place->rows[i].entries = g_array_sized_new (FALSE, TRUE, sizeof (Entry), given->len);
      g_array_set_size (place->rows[i].entries, given->len);
      for (guint j = 0; j < given->len; j++)
        {
          DvMapOrderEntry *from = &g_array_index (given, DvMapOrderEntry, j);
          Entry *entry = get_entry (&place->rows[i], j);

          entry->box = from->box;
          entry->link = from->link;
          entry->half = from->box >= 0 ? place->boxes[from->box].width / 2.0 : 0.0;
        }
    }
}

static void
find_ways (Place *place)
{
  guint n_stops = 0;

  place->box_entries = g_new0 (Entry *, place->n_boxes + 1);
  place->ways = g_new0 (Way, place->n_links + 1);
  place->ways_up = g_new (GArray *, place->n_boxes + 1);
  place->ways_down = g_new (GArray *, place->n_boxes + 1);
  for (guint i = 0; i < place->n_boxes; i++)
    {
      place->ways_up[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      place->ways_down[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  for (guint i = 0; i < place->n_links; i++)
    {
      Way *way = &place->ways[i];
      guint source = place->links[i].source, target = place->links[i].target, source_row, target_row;

      if (!dv_map_order_is_routed (place->order, i))
        continue;
      source_row = dv_map_order_get_row_of (place->order, source);
      target_row = dv_map_order_get_row_of (place->order, target);
      way->is_routed = TRUE;
      way->upper = source_row < target_row ? source : target;
      way->lower = source_row < target_row ? target : source;
      way->n_stops = MAX (source_row, target_row) - MIN (source_row, target_row) - 1;
      way->first_stop = n_stops;
      n_stops += way->n_stops;
      g_array_append_val (place->ways_down[way->upper], i);
      g_array_append_val (place->ways_up[way->lower], i);
    }
  place->stops = g_new0 (Entry *, n_stops + 1);
  for (guint i = 0; i < place->n_rows; i++)
    for (guint j = 0; j < place->rows[i].entries->len; j++)
      {
        Entry *entry = get_entry (&place->rows[i], j);

        if (entry->box >= 0)
          place->box_entries[entry->box] = entry;
        else
          {
            Way *way = &place->ways[entry->link];
            guint first_row = dv_map_order_get_row_of (place->order, way->upper) + 1;

            place->stops[way->first_stop + i - first_row] = entry;
          }
      }
}

/* --- Across --- */

/* Distance between the middles of two that stand beside each other. */
static double
distance_between (Place       *place,
                  const Entry *a,
                  const Entry *b)
{
  double gap = a->box < 0 && b->box < 0 ? place->spacing->track_gap : place->spacing->link_gap;

  if (a->box >= 0 && b->box >= 0)
    {
      int first = place->boxes[a->box].column, second = place->boxes[b->box].column;

      gap = place->spacing->box_gap;
      if (first >= 0 && second >= 0 && first != second)
        gap = MAX (gap, place->spacing->theme_gap + 2.0 * place->spacing->theme_pad);
    }

  return a->half + gap + b->half;
}

static int
column_of (Place       *place,
           const Entry *entry)
{
  return entry->box >= 0 ? place->boxes[entry->box].column : -1;
}

/* Packs every row to the left with the themes that are known; returns how far to
 * the right a box of @theme reaches.
 */
static double
pack_rows (Place *place,
           guint  n_known,
           int    theme)
{
  double reach = 0.0;

  for (guint i = 0; i < place->n_rows; i++)
    for (guint j = 0; j < place->rows[i].entries->len; j++)
      {
        Entry *entry = get_entry (&place->rows[i], j);
        int column = column_of (place, entry);

        entry->x = j == 0 ? entry->half
                          : get_entry (&place->rows[i], j - 1)->x +
                                distance_between (place, get_entry (&place->rows[i], j - 1), entry);
        if (column >= 0 && column < (int) n_known)
          entry->x = MAX (entry->x, place->theme_from[column] + place->spacing->theme_pad + entry->half);
        if (theme < 0 || column == theme)
          reach = MAX (reach, entry->x + entry->half);
      }

  return reach;
}

/* Themes from the left, each as wide as its widest row of boxes needs. */
static void
choose_themes (Place *place)
{
  double from = 0.0;

  place->theme_from = g_new0 (double, place->n_themes + 1);
  place->theme_to = g_new0 (double, place->n_themes + 1);
  for (guint i = 0; i < place->n_themes; i++)
    {
      double reach;

      place->theme_from[i] = from;
      reach = pack_rows (place, i + 1, (int) i);
      place->theme_to[i] = MAX (reach, from + place->spacing->theme_pad + place->spacing->box_gap * 3.0) +
                           place->spacing->theme_pad;
      from = place->theme_to[i] + place->spacing->theme_gap;
    }
  place->width = MAX (pack_rows (place, place->n_themes, -1), place->n_themes > 0 ? place->theme_to[place->n_themes - 1] : 0.0);
}

/* What room there is over goes to the themes, equally. */
static void
widen_themes (Place *place)
{
  double extra = place->spacing->min_width - place->width;

  if (extra <= 0.0)
    return;
  place->width += extra;
  for (guint i = 0; i < place->n_themes; i++)
    {
      place->theme_from[i] += extra * i / place->n_themes;
      place->theme_to[i] += extra * (i + 1) / place->n_themes;
    }
}

typedef struct
{
  double wanted;
  double weight;
  guint n;
} Pool;

typedef struct
{
  double sum;
  double weight;
} Pull;

static void
pull (Pull   *pull_,
      double  x,
      double  weight)
{
  pull_->sum += x * weight;
  pull_->weight += weight;
}

static double
box_x (Place *place,
       guint  box)
{
  return place->box_entries[box]->x;
}

/* Where the way goes on, above or below the stop @i of it; -1 and n_stops are
 * its boxes.
 */
static double
way_x (Place     *place,
       const Way *way,
       int        i)
{
  if (i < 0)
    return box_x (place, way->upper) + way->upper_port;
  if (i >= (int) way->n_stops)
    return box_x (place, way->lower) + way->lower_port;

  return place->stops[way->first_stop + (guint) i]->x;
}

static Pull
pull_of_box (Place *place,
             guint  box)
{
  Pull sum = { 0.0, 0.0 };

  for (guint i = 0; i < place->ways_up[box]->len; i++)
    {
      const Way *way = &place->ways[g_array_index (place->ways_up[box], guint, i)];

      pull (&sum, way_x (place, way, (int) way->n_stops - 1) - way->lower_port, 1.0);
    }
  for (guint i = 0; i < place->ways_down[box]->len; i++)
    {
      const Way *way = &place->ways[g_array_index (place->ways_down[box], guint, i)];

      pull (&sum, way_x (place, way, 0) - way->upper_port, 1.0);
    }

  return sum;
}

static Pull
pull_of_stop (Place       *place,
              const Entry *entry,
              guint        row)
{
  const Way *way = &place->ways[entry->link];
  int i = (int) (row - dv_map_order_get_row_of (place->order, way->upper)) - 1;
  Pull sum = { 0.0, 0.0 };

  pull (&sum, way_x (place, way, i - 1), i > 0 ? STRAIGHT : STRAIGHT / 2.0);
  pull (&sum, way_x (place, way, i + 1), i + 1 < (int) way->n_stops ? STRAIGHT : STRAIGHT / 2.0);

  return sum;
}

/* The best places of one row for what is in the others. */
static void
settle_row (Place *place,
            guint  index,
            Pool  *pools,
            double *offsets,
            double *highest)
{
  Row *row = &place->rows[index];
  guint n = row->entries->len, n_pools = 0;
  double lowest = -INFINITY, high = INFINITY, offset = 0.0;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      Entry *entry = get_entry (row, i);
      Pull wish = entry->box >= 0 ? pull_of_box (place, (guint) entry->box) : pull_of_stop (place, entry, index);

      if (i > 0)
        offset += distance_between (place, get_entry (row, i - 1), entry);
      offsets[i] = offset;
      pools[n_pools].weight = wish.weight > 0.0 ? wish.weight : 0.01;
      pools[n_pools].wanted = (wish.weight > 0.0 ? wish.sum / wish.weight : entry->x) - offset;
      pools[n_pools].n = 1;
      n_pools++;
      while (n_pools > 1 && pools[n_pools - 2].wanted > pools[n_pools - 1].wanted)
        {
          Pool *a = &pools[n_pools - 2], *b = &pools[n_pools - 1];

          a->wanted = (a->wanted * a->weight + b->wanted * b->weight) / (a->weight + b->weight);
          a->weight += b->weight;
          a->n += b->n;
          n_pools--;
        }
    }

  /* Limits of themes and of the map, made monotone: clamping is exact then. */
  for (guint i = n; i > 0; i--)
    {
      Entry *entry = get_entry (row, i - 1);
      int column = column_of (place, entry);
      double limit = place->width - entry->half;

      if (column >= 0)
        limit = MIN (limit, place->theme_to[column] - place->spacing->theme_pad - entry->half);
      high = MIN (high, limit - offsets[i - 1]);
      highest[i - 1] = high;
    }
  for (guint i = 0, pool = 0, used = 0; i < n; i++)
    {
      Entry *entry = get_entry (row, i);
      int column = column_of (place, entry);
      double limit = entry->half;

      if (column >= 0)
        limit = MAX (limit, place->theme_from[column] + place->spacing->theme_pad + entry->half);
      lowest = MAX (lowest, limit - offsets[i]);
      entry->x = MAX (MIN (pools[pool].wanted, highest[i]), lowest) + offsets[i];
      if (++used == pools[pool].n)
        {
          pool++;
          used = 0;
        }
    }
}

static int
compare_upward (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  Place *place = data;
  const Way *first = &place->ways[*(const guint *) a], *second = &place->ways[*(const guint *) b];
  double x = way_x (place, first, (int) first->n_stops - 1), y = way_x (place, second, (int) second->n_stops - 1);

  return x < y ? -1 : x > y ? 1 : (first > second) - (first < second);
}

static int
compare_downward (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  Place *place = data;
  const Way *first = &place->ways[*(const guint *) a], *second = &place->ways[*(const guint *) b];
  double x = way_x (place, first, 0), y = way_x (place, second, 0);

  return x < y ? -1 : x > y ? 1 : (first > second) - (first < second);
}

/* The straightest of the ways on one side of a box, when it is straight enough. */
static guint
find_straight (Place  *place,
               GArray *ways)
{
  double best = STRAIGHT_ENOUGH;
  guint found = G_MAXUINT;

  for (guint i = 0; i < ways->len; i++)
    {
      guint index = g_array_index (ways, guint, i);
      const Way *way = &place->ways[index];
      double slant = fabs (box_x (place, way->upper) - box_x (place, way->lower));

      if (way->n_stops == 0 && slant < best)
        {
          best = slant;
          found = index;
        }
    }

  return found;
}

static void
choose_straight (Place *place)
{
  for (guint box = 0; box < place->n_boxes; box++)
    {
      guint way = find_straight (place, place->ways_up[box]);

      if (way != G_MAXUINT)
        place->ways[way].is_straight = find_straight (place, place->ways_down[place->ways[way].upper]) == way;
    }
}

/* The ports of one side of a box, 36 apart where they fit; the straight way has
 * the middle, and the others keep their order around it.
 */
static void
spread_ports (Place    *place,
              guint     box,
              GArray   *ways,
              gboolean  is_up)
{
  double room = MAX (place->boxes[box].width / 2.0 - PORT_MARGIN, 0.0);
  double middle = (ways->len - 1) / 2.0, gap;

  for (guint i = 0; i < ways->len; i++)
    if (place->ways[g_array_index (ways, guint, i)].is_straight)
      middle = i;
  gap = MIN (PORT_GAP, room / MAX (MAX (middle, ways->len - 1 - middle), 0.5));
  for (guint i = 0; i < ways->len; i++)
    {
      Way *way = &place->ways[g_array_index (ways, guint, i)];

      *(is_up ? &way->lower_port : &way->upper_port) = (i - middle) * gap;
    }
}

static void
choose_ports (Place *place)
{
  for (guint box = 0; box < place->n_boxes; box++)
    {
      GArray *up = place->ways_up[box], *down = place->ways_down[box];

      g_array_sort_with_data (up, compare_upward, place);
      g_array_sort_with_data (down, compare_downward, place);
      if (up->len > 0)
        spread_ports (place, box, up, TRUE);
      if (down->len > 0)
        spread_ports (place, box, down, FALSE);
    }
}

static void
settle_rows (Place *place)
{
  guint longest = 1;
  g_autofree Pool *pools = NULL;
  g_autofree double *offsets = NULL;
  g_autofree double *highest = NULL;

  for (guint i = 0; i < place->n_rows; i++)
    longest = MAX (longest, place->rows[i].entries->len);
  pools = g_new (Pool, longest + 1);
  offsets = g_new (double, longest);
  highest = g_new (double, longest);

  for (guint sweep = 0; sweep < N_SWEEPS; sweep++)
    {
      if (sweep == PORT_SWEEP)
        {
          choose_straight (place);
          choose_ports (place);
        }
      for (guint i = 0; i < place->n_rows; i++)
        settle_row (place, sweep % 2 == 0 ? i : place->n_rows - 1 - i, pools, offsets, highest);
    }
}

/* --- Down --- */

static void
stack_rows (Place       *place,
            DvMapLayout *layout)
{
  const DvMapPlaceSpacing *spacing = place->spacing;
  double y = spacing->head;

  for (guint lane = 0; lane < place->n_lanes; lane++)
    {
      DvMapRect rect = { 0.0, y, layout->width, 0.0 };
      guint first, last;

      dv_map_order_get_lane (place->order, lane, &first, &last);
      y += spacing->lane_pad;
      for (guint i = first; i <= last; i++)
        {
          Row *row = &place->rows[i];
          double height = 0.0;

          for (guint j = 0; j < row->entries->len; j++)
            if (get_entry (row, j)->box >= 0)
              height = MAX (height, place->boxes[get_entry (row, j)->box].height);
          if (height <= 0.0)
            height = spacing->empty_row;
          row->top = y;
          row->bottom = y + height;
          y += height + (i < last ? spacing->row_gap : 0.0);
        }
      y += spacing->lane_pad;
      rect.height = y - rect.y;
      g_array_append_val (layout->lanes, rect);
      y += spacing->lane_gap;
    }
  layout->height = y - spacing->lane_gap;
}

static void
put_boxes (Place       *place,
           DvMapLayout *layout)
{
  for (guint i = 0; i < place->n_rows; i++)
    for (guint j = 0; j < place->rows[i].entries->len; j++)
      {
        const Row *row = &place->rows[i];
        const Entry *entry = get_entry (&place->rows[i], j);
        DvMapRect *rect;

        if (entry->box < 0)
          continue;
        rect = &g_array_index (layout->boxes, DvMapRect, entry->box);
        rect->width = place->boxes[entry->box].width;
        rect->height = place->boxes[entry->box].height;
        rect->x = place->spacing->left + entry->x - rect->width / 2.0;
        rect->y = (row->top + row->bottom - rect->height) / 2.0;
      }
}

/* --- Arrows --- */

static void
add_point (DvMapLayout *layout,
           DvMapWire   *wire,
           double       x,
           double       y)
{
  DvMapPoint point = { x, y };

  g_array_append_val (layout->points, point);
  wire->n_points++;
}

/* A curve with vertical tangents from where the wire is to a place in another
 * row. All curves between two rows have the same shape, so that two of them
 * cross just when the order of their ends does.
 */
static void
add_curve (DvMapLayout *layout,
           DvMapWire   *wire,
           double       x,
           double       y)
{
  DvMapPoint from = g_array_index (layout->points, DvMapPoint, layout->points->len - 1);
  double handle = (y - from.y) * HANDLE;

  if (fabs (from.x - x) < 0.01 && fabs (from.y - y) < 0.01)
    return;
  add_point (layout, wire, from.x, from.y + handle);
  add_point (layout, wire, x, y - handle);
  add_point (layout, wire, x, y);
}

/* The line ends under the head of the arrow, which ends at the box at @y. */
static void
end_wire (DvMapLayout *layout,
          DvMapWire   *wire,
          double       x,
          double       y,
          double       direction)
{
  DvMapPoint *end = &g_array_index (layout->points, DvMapPoint, layout->points->len - 1);
  double stop = y + direction * DV_MAP_ARROW_LENGTH;

  if ((end->y - stop) * direction > 0.0)
    add_curve (layout, wire, x, stop);
  else
    end->y = stop;
}

static void
add_wire (Place       *place,
          DvMapLayout *layout,
          guint        link)
{
  const Way *way = &place->ways[link];
  guint upper_row = dv_map_order_get_row_of (place->order, way->upper);
  gboolean rises = place->links[link].target == way->upper;
  const DvMapRect *source = &g_array_index (layout->boxes, DvMapRect, place->links[link].source);
  const DvMapRect *target = &g_array_index (layout->boxes, DvMapRect, place->links[link].target);
  DvMapWire wire = { .link = link, .first_point = layout->points->len };
  int n_stops = (int) way->n_stops;
  double left = place->spacing->left;

  for (int i = 0; i <= n_stops + 1; i++)
    {
      /* -1 is the upper box, n_stops the lower one. */
      int stop = rises ? n_stops - i : i - 1;
      const Row *row = &place->rows[(int) upper_row + 1 + stop];
      double x = left + way_x (place, way, stop);
      double near = rises ? row->bottom : row->top, far = rises ? row->top : row->bottom;

      if (i == 0)
        add_point (layout, &wire, x, rises ? source->y : source->y + source->height);
      else
        add_curve (layout, &wire, x, near);
      if (i <= n_stops)
        add_curve (layout, &wire, x, far);
      else
        end_wire (layout, &wire, x, rises ? target->y + target->height : target->y, rises ? 1.0 : -1.0);
    }
  g_array_append_val (layout->wires, wire);
}

static DvMapLayout *
layout_new (guint n_boxes)
{
  DvMapLayout *layout = g_new0 (DvMapLayout, 1);

  layout->lanes = g_array_new (FALSE, FALSE, sizeof (DvMapRect));
  layout->themes = g_array_new (FALSE, FALSE, sizeof (DvMapRect));
  layout->boxes = g_array_new (FALSE, TRUE, sizeof (DvMapRect));
  layout->wires = g_array_new (FALSE, FALSE, sizeof (DvMapWire));
  layout->points = g_array_new (FALSE, FALSE, sizeof (DvMapPoint));
  g_array_set_size (layout->boxes, n_boxes);

  return layout;
}

static void
place_clear (Place *place)
{
  for (guint i = 0; i < place->n_rows; i++)
    g_array_unref (place->rows[i].entries);
  for (guint i = 0; i < place->n_boxes; i++)
    {
      g_array_unref (place->ways_up[i]);
      g_array_unref (place->ways_down[i]);
    }
  g_free (place->rows);
  g_free (place->box_entries);
  g_free (place->stops);
  g_free (place->ways);
  g_free (place->ways_up);
  g_free (place->ways_down);
  g_free (place->theme_from);
  g_free (place->theme_to);
}

/**
 * dv_map_place:
 * @order: rows, and what stands in them
 * @n_lanes: number of lanes
 * @n_themes: number of columns
 * @boxes: (array length=n_boxes): sizes of the boxes
 * @n_boxes: their number
 * @links: (array length=n_links): as they were given to @order
 * @n_links: their number
 * @spacing: how far things are apart
 *
 * Gives boxes their places and links their curves. A box never overlaps another,
 * a curve never runs through a box, and two curves cross only where @order says.
 * An arrow that rises leaves at the top of a box and enters at the bottom of
 * another; one that falls does the opposite.
 *
 * Returns: (transfer full): where everything goes
 */
DvMapLayout *
dv_map_place (DvMapOrder              *order,
              guint                    n_lanes,
              guint                    n_themes,
              const DvMapPlaceBox     *boxes,
              guint                    n_boxes,
              const DvMapLink         *links,
              guint                    n_links,
              const DvMapPlaceSpacing *spacing)
{
  Place place = { .order = order, .n_lanes = n_lanes, .n_themes = n_themes, .boxes = boxes, .n_boxes = n_boxes,
                  .links = links, .n_links = n_links, .spacing = spacing };
  DvMapLayout *layout = layout_new (n_boxes);

  fill_rows (&place);
  find_ways (&place);
  choose_themes (&place);
  widen_themes (&place);
  settle_rows (&place);
  choose_ports (&place);

  layout->width = spacing->left + place.width + spacing->right;
  for (guint i = 0; i < n_themes; i++)
    {
      DvMapRect rect = { spacing->left + place.theme_from[i], 0.0, place.theme_to[i] - place.theme_from[i], spacing->head };

      g_array_append_val (layout->themes, rect);
    }
  stack_rows (&place, layout);
  put_boxes (&place, layout);
  for (guint i = 0; i < n_links; i++)
    if (place.ways[i].is_routed)
      add_wire (&place, layout, i);
  place_clear (&place);

  return layout;
}
