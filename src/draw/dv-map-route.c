/* dv-map-route.c
 *
 * How the arrows of a strategy map run
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-route"

#include "config.h"

#include "dv-map-layout-private.h"

#include <math.h>
#include <stdlib.h>

/* An arrow leaves at the top of a box and enters at the bottom of another.
 * Curves live in the space between rows of boxes, straights in the gutters
 * between the boxes of a row, so an arrow never runs through a box. One that
 * has to go down, or to its own row, turns in the space above its source.
 */

#define HANDLE 0.52      /* of the space between two rows */
#define TURN 38.0        /* handle of a turn: it rises three quarters of this */
#define PORT_GAP 36.0
#define PORT_MARGIN 24.0 /* from the corner of a box */
#define TRACK_GAP 10.0   /* between arrows in one gutter */
#define CLEARANCE 12.0   /* between an arrow and the side of a box */
#define OUTSIDE 28.0     /* of the first and last gutter */
#define WIDE 120.0       /* a gutter wider than this has no middle to keep to */
#define OUTSIDE_COST 80.0

typedef struct
{
  double from;
  double to;
  guint n_used;
  gboolean is_outside; /* between the boxes and the edge of the lane */
} Gutter;

typedef struct
{
  gboolean is_routed;
  gboolean is_straight; /* its boxes stand right above each other */
  gboolean goes_down;
  guint first_via;      /* in vias: x in each row between, in its order */
  guint n_vias;
  double source_offset; /* of the ports, from the middle of the box */
  double target_offset;
} Path;

typedef struct
{
  const DvMapGraph *graph;
  DvMapLayout *layout;
  GPtrArray *rows;     /* DvMapRow */
  const guint *row_of;
  GArray **gutters;    /* Gutter, for each row */
  Path *paths;         /* for each link */
  GArray *vias;        /* double */
} Router;

static const DvMapRect *
get_box (Router *router,
         guint   node)
{
  return &g_array_index (router->layout->boxes, DvMapRect, node);
}

static double
middle_of (Router *router,
           guint   node)
{
  const DvMapRect *box = get_box (router, node);

  return box->x + box->width / 2.0;
}

static DvMapRow *
get_row (Router *router,
         guint   row)
{
  return g_ptr_array_index (router->rows, row);
}

static const DvMapLink *
get_link (Router *router,
          guint   index)
{
  return &g_array_index (router->graph->links, DvMapLink, index);
}

static void
find_gutters (Router *router,
              double  left,
              double  right)
{
  router->gutters = g_new (GArray *, router->rows->len + 1);
  for (guint i = 0; i < router->rows->len; i++)
    {
      DvMapRow *row = get_row (router, i);
      Gutter gutter = { left - OUTSIDE, 0.0, 0, FALSE };

      router->gutters[i] = g_array_new (FALSE, FALSE, sizeof (Gutter));
      for (guint j = 0; j <= row->nodes->len; j++)
        {
          const DvMapRect *box = NULL;

          if (j < row->nodes->len)
            box = get_box (router, g_array_index (row->nodes, guint, j));
          gutter.to = box != NULL ? box->x - CLEARANCE : right + OUTSIDE;
          gutter.is_outside = row->nodes->len > 0 && (j == 0 || j == row->nodes->len) &&
                              gutter.to - gutter.from < WIDE;
          if (gutter.to > gutter.from)
            g_array_append_val (router->gutters[i], gutter);
          if (box != NULL)
            gutter.from = box->x + box->width + CLEARANCE;
        }
    }
}

/* Where an arrow between @from and @to would run in a gutter, and how much
 * longer that makes it. Of two equal ones the right one wins.
 */
static double
place_in_gutter (const Gutter *gutter,
                 double        from,
                 double        to,
                 double       *cost)
{
  double place = CLAMP (to, gutter->from, gutter->to);

  if (gutter->to - gutter->from < WIDE)
    place = (gutter->from + gutter->to) / 2.0;
  *cost = fabs (place - from) + fabs (place - to) - place * 1e-6 + (gutter->is_outside ? OUTSIDE_COST : 0.0);

  return place;
}

/* The parts of all rows from @first to @last that are free in each of them. */
static GArray *
common_gutters (Router *router,
                guint   first,
                guint   last)
{
  GArray *common = g_array_new (FALSE, FALSE, sizeof (Gutter));

  g_array_append_vals (common, router->gutters[first]->data, router->gutters[first]->len);
  for (guint row = first + 1; row <= last && common->len > 0; row++)
    {
      GArray *other = router->gutters[row];
      GArray *both = g_array_new (FALSE, FALSE, sizeof (Gutter));

      for (guint i = 0, j = 0; i < common->len && j < other->len;)
        {
          Gutter *a = &g_array_index (common, Gutter, i);
          Gutter *b = &g_array_index (other, Gutter, j);
          Gutter gutter = { MAX (a->from, b->from), MIN (a->to, b->to), 0, a->is_outside || b->is_outside };

          if (gutter.to - gutter.from > 2.0)
            g_array_append_val (both, gutter);
          if (a->to < b->to)
            i++;
          else
            j++;
        }
      g_array_unref (common);
      common = both;
    }

  return common;
}

/* Arrows in one gutter run beside each other: in its middle, then right, then
 * left, as far as it is wide; after that they share.
 */
static double
take_track (Router *router,
            guint   row,
            double  place)
{
  GArray *gutters = router->gutters[row];

  for (guint i = 0; i < gutters->len; i++)
    {
      Gutter *gutter = &g_array_index (gutters, Gutter, i);
      double room, offset;
      guint n_tracks, track;

      if (place < gutter->from - 0.01 || place > gutter->to + 0.01)
        continue;

      room = MIN (place - gutter->from, gutter->to - place);
      n_tracks = 1 + 2 * (guint) (room / TRACK_GAP);
      track = gutter->n_used++ % n_tracks;
      offset = (track + 1) / 2 * TRACK_GAP;

      return track % 2 == 1 ? offset : -offset;
    }

  return 0.0;
}

static void
add_via (Router *router,
         Path   *path,
         double  x)
{
  g_array_append_val (router->vias, x);
  path->n_vias++;
}

static void
route_by_row (Router *router,
              Path   *path,
              guint   first,
              guint   last,
              double  from,
              double  to)
{
  for (guint i = 0; i <= last - first; i++)
    {
      guint row = path->goes_down ? first + i : last - i;
      GArray *gutters = router->gutters[row];
      double best = from, best_cost = G_MAXDOUBLE;

      for (guint j = 0; j < gutters->len; j++)
        {
          Gutter *gutter = &g_array_index (gutters, Gutter, j);
          double cost, place = place_in_gutter (gutter, from, to, &cost);

          if (cost < best_cost)
            {
              best = place;
              best_cost = cost;
            }
        }
      add_via (router, path, best + take_track (router, row, best));
      from = best;
    }
}

/* One gutter through all rows if there is one, else row by row. */
static void
route_through (Router *router,
               Path   *path,
               guint   first,
               guint   last,
               double  from,
               double  to)
{
  g_autoptr (GArray) common = common_gutters (router, first, last);
  double best = 0.0, best_cost = G_MAXDOUBLE, offset = 0.0;
  Gutter best_gutter = { 0 };

  for (guint i = 0; i < common->len; i++)
    {
      Gutter *gutter = &g_array_index (common, Gutter, i);
      double cost, place = place_in_gutter (gutter, from, to, &cost);

      if (cost < best_cost)
        {
          best = place;
          best_cost = cost;
          best_gutter = *gutter;
        }
    }
  if (common->len == 0)
    {
      route_by_row (router, path, first, last, from, to);
      return;
    }

  for (guint row = first; row <= last; row++)
    {
      double taken = take_track (router, row, best);

      if (fabs (taken) > fabs (offset))
        offset = taken;
    }
  best = CLAMP (best + offset, best_gutter.from, best_gutter.to);
  for (guint row = first; row <= last; row++)
    add_via (router, path, best);
}

static void
route_link (Router *router,
            guint   index)
{
  const DvMapLink *link = get_link (router, index);
  Path *path = &router->paths[index];
  guint n_nodes = router->graph->nodes->len, source_row, target_row;
  double from, to;

  if (link->source >= n_nodes || link->target >= n_nodes || link->source == link->target)
    return;

  path->is_routed = TRUE;
  path->first_via = router->vias->len;
  source_row = router->row_of[link->source];
  target_row = router->row_of[link->target];
  path->goes_down = source_row <= target_row;
  from = middle_of (router, link->source);
  to = middle_of (router, link->target);

  if (path->goes_down)
    route_through (router, path, source_row, target_row, from, to);
  else if (target_row + 1 < source_row)
    route_through (router, path, target_row + 1, source_row - 1, from, to);
  else
    path->is_straight = fabs (from - to) < 0.5;
}

typedef struct
{
  guint link;
  double toward; /* x where the arrow goes from here */
  double *offset;
  gboolean is_straight;
} Port;

static int
compare_ports (gconstpointer a,
               gconstpointer b)
{
  const Port *first = a, *second = b;

  if (first->toward < second->toward || first->toward > second->toward)
    return first->toward < second->toward ? -1 : 1;

  return first->link < second->link ? -1 : first->link > second->link;
}

/* Arrows on one side of a box stand in the order in which they go. The one
 * that goes straight has the middle and the others stand around it.
 */
static void
spread_ports (GArray *ports)
{
  double centre = (ports->len - 1) / 2.0, farthest = 0.0, gap = PORT_GAP;

  g_array_sort (ports, compare_ports);
  for (guint i = 0; i < ports->len; i++)
    if (g_array_index (ports, Port, i).is_straight)
      {
        centre = i;
        break;
      }

  farthest = MAX (centre, ports->len - 1 - centre);
  if (farthest * gap > DV_MAP_BOX_WIDTH / 2.0 - PORT_MARGIN)
    gap = (DV_MAP_BOX_WIDTH / 2.0 - PORT_MARGIN) / farthest;
  for (guint i = 0; i < ports->len; i++)
    *g_array_index (ports, Port, i).offset = (i - centre) * gap;
}

static void
assign_ports (Router *router)
{
  guint n_nodes = router->graph->nodes->len;
  g_autoptr (GPtrArray) sides = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < 2 * n_nodes; i++)
    g_ptr_array_add (sides, g_array_new (FALSE, FALSE, sizeof (Port)));

  for (guint i = 0; i < router->graph->links->len; i++)
    {
      const DvMapLink *link = get_link (router, i);
      Path *path = &router->paths[i];
      Port out = { i, 0.0, &path->source_offset, path->is_straight };
      Port in = { i, 0.0, &path->target_offset, path->is_straight };

      if (!path->is_routed)
        continue;
      out.toward = middle_of (router, link->target);
      in.toward = middle_of (router, link->source);
      if (path->n_vias > 0)
        {
          out.toward = g_array_index (router->vias, double, path->first_via);
          in.toward = g_array_index (router->vias, double, path->first_via + path->n_vias - 1);
        }
      g_array_append_val ((GArray *) g_ptr_array_index (sides, 2 * link->source), out);
      g_array_append_val ((GArray *) g_ptr_array_index (sides, 2 * link->target + 1), in);
    }

  for (guint i = 0; i < sides->len; i++)
    if (((GArray *) g_ptr_array_index (sides, i))->len > 0)
      spread_ports (g_ptr_array_index (sides, i));
}

static void
add_point (Router *router,
           double  x,
           double  y)
{
  DvMapPoint point = { x, y };

  g_array_append_val (router->layout->points, point);
}

static DvMapPoint
last_point (Router *router)
{
  return g_array_index (router->layout->points, DvMapPoint, router->layout->points->len - 1);
}

static void
curve_to (Router *router,
          double  handle_y1,
          double  handle_y2,
          double  x,
          double  y)
{
  DvMapPoint from = last_point (router);

  add_point (router, from.x, handle_y1);
  add_point (router, x, handle_y2);
  add_point (router, x, y);
}

static void
line_to_y (Router *router,
           double  y)
{
  DvMapPoint from = last_point (router);

  if (fabs (from.y - y) > 0.01)
    curve_to (router, from.y + (y - from.y) / 3.0, from.y + (y - from.y) * 2.0 / 3.0, from.x, y);
}

/* From one edge of the space between two rows to the other. */
static void
cross_gap (Router *router,
           double  x,
           double  far_y,
           double  end_y)
{
  DvMapPoint from = last_point (router);
  double handle = (far_y - from.y) * HANDLE;

  if (fabs (from.x - x) < 0.1)
    line_to_y (router, end_y);
  else
    curve_to (router, from.y + handle, far_y - handle, x, end_y);
}

static double
get_via (Router *router,
         Path   *path,
         guint   index)
{
  return g_array_index (router->vias, double, path->first_via + index);
}

static void
draw_upward (Router          *router,
             Path            *path,
             const DvMapLink *link,
             double           end_x)
{
  const DvMapRect *target = get_box (router, link->target);
  guint row = router->row_of[link->source];
  guint target_row = router->row_of[link->target];
  double target_bottom = target->y + target->height, edge = get_row (router, target_row)->bottom;

  line_to_y (router, get_row (router, row)->top);
  for (guint i = 0; i < path->n_vias; i++)
    {
      DvMapRow *next = get_row (router, row - 1 - i);

      cross_gap (router, get_via (router, path, i), next->bottom, next->bottom);
      line_to_y (router, next->top);
    }
  cross_gap (router, end_x, edge, MAX (edge, target_bottom + DV_MAP_ARROW_LENGTH));
  line_to_y (router, target_bottom + DV_MAP_ARROW_LENGTH);
}

static void
draw_downward (Router          *router,
               Path            *path,
               const DvMapLink *link,
               double           end_x)
{
  const DvMapRect *target = get_box (router, link->target);
  guint row = router->row_of[link->source];
  double top = get_row (router, row)->top, target_bottom = target->y + target->height, bottom;

  line_to_y (router, top);
  curve_to (router, top - TURN, top - TURN, get_via (router, path, 0), top);
  line_to_y (router, get_row (router, row)->bottom);
  for (guint i = 1; i < path->n_vias; i++)
    {
      DvMapRow *next = get_row (router, row + i);

      cross_gap (router, get_via (router, path, i), next->top, next->top);
      line_to_y (router, next->bottom);
    }
  bottom = get_row (router, router->row_of[link->target])->bottom;
  curve_to (router, bottom + TURN, bottom + TURN, end_x, MAX (bottom, target_bottom + DV_MAP_ARROW_LENGTH));
  line_to_y (router, target_bottom + DV_MAP_ARROW_LENGTH);
}

static void
draw_link (Router *router,
           guint   index)
{
  const DvMapLink *link = get_link (router, index);
  Path *path = &router->paths[index];
  DvMapWire wire = { index, router->layout->points->len, 0 };
  double end_x;

  if (!path->is_routed)
    return;

  end_x = middle_of (router, link->target) + path->target_offset;
  add_point (router, middle_of (router, link->source) + path->source_offset, get_box (router, link->source)->y);
  if (path->goes_down)
    draw_downward (router, path, link, end_x);
  else
    draw_upward (router, path, link, end_x);
  wire.n_points = router->layout->points->len - wire.first_point;
  g_array_append_val (router->layout->wires, wire);
}

/**
 * dv_map_route:
 * @graph: what is on the map
 * @layout: boxes in place; gets the wires
 * @rows: (element-type DvMapRow): all rows, from the top
 * @row_of: for each node, its row
 * @left: where the boxes begin
 * @right: where they end
 */
void
dv_map_route (const DvMapGraph *graph,
              DvMapLayout      *layout,
              GPtrArray        *rows,
              const guint      *row_of,
              double            left,
              double            right)
{
  Router router = { graph, layout, rows, row_of, NULL, NULL, NULL };

  router.paths = g_new0 (Path, graph->links->len + 1);
  router.vias = g_array_new (FALSE, FALSE, sizeof (double));
  find_gutters (&router, left, right);

  for (guint i = 0; i < graph->links->len; i++)
    route_link (&router, i);
  assign_ports (&router);
  for (guint i = 0; i < graph->links->len; i++)
    draw_link (&router, i);

  for (guint i = 0; i < rows->len; i++)
    g_array_unref (router.gutters[i]);
  g_free (router.gutters);
  g_free (router.paths);
  g_array_unref (router.vias);
}
