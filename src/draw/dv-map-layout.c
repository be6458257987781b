/* dv-map-layout.c
 *
 * Where the boxes of a strategy map go
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-layout"

#include "config.h"

#include "dv-map-layout-private.h"

#include <math.h>

/* Lanes are bands, themes are columns. The boxes of a lane and theme stand in
 * a grid of their own; all themes get as many columns of boxes as makes the
 * whole map largest on the page it will be printed on. What has no theme
 * stands between the boxes it is linked with, where there is room. Boxes stand
 * in rows that nothing else reaches into, so two can never overlap.
 *
 * Everything here is arithmetic on the graph: the same graph always gives the
 * same map.
 */

#define INNER_GAP 44.0 /* between boxes of one theme */
#define MAX_EXTRA_GAP 160.0
#define N_SWEEPS 4
#define NEW_ROW_COST 400.0 /* how far a box is moved aside before it takes a new row */

/* As the map is printed on A3, and shown in the editor. */
static const DvMapSpacing paper_spacing = {
  .left = 210.0,
  .right = 30.0,
  .theme_gap = 80.0,
  .lane_pad = 34.0,
  .lane_gap = 12.0,
  .row_gap = 60.0,
  .head = 46.0,
  .page_width = 1568.0,
  .page_height = 942.0,
};

typedef struct
{
  const DvMapGraph *graph;
  const DvMapSpacing *spacing;
  guint n_nodes;
  guint n_lanes;     /* with the one for boxes without a lane */
  guint n_themes;    /* with the one for boxes without a theme, if they get one */
  gboolean has_spanning;
  guint *columns;    /* of boxes, for each theme */
  double *theme_x;   /* left side, for each theme */
  double content;    /* width of all themes with the space around them */
  GArray **cells;    /* guint nodes: lane * n_themes + theme */
  GArray **spanning; /* guint nodes, for each lane */
  double *x;         /* middle of each box */
  GArray **near;     /* guint: nodes linked with each node */
  guint *level;      /* length of the chain below it in its own lane */
} Placer;

static const DvMapNode *
get_node (const DvMapGraph *graph,
          guint             index)
{
  return &g_array_index (graph->nodes, DvMapNode, index);
}

static double
node_height (const DvMapGraph *graph,
             guint             index)
{
  double height = get_node (graph, index)->height;

  return height > 0.0 ? height : DV_MAP_BOX_HEIGHT;
}

static double
theme_width (guint n_columns)
{
  return n_columns * DV_MAP_BOX_WIDTH + (n_columns - 1) * INNER_GAP;
}

static guint
lane_of (Placer *placer,
         guint   node)
{
  int lane = get_node (placer->graph, node)->lane;

  return lane >= 0 && lane < (int) placer->graph->lanes->len ? (guint) lane : placer->graph->lanes->len;
}

static GArray *
get_cell (Placer *placer,
          guint   lane,
          guint   theme)
{
  return placer->cells[lane * placer->n_themes + theme];
}

static GArray **
new_lists (guint n)
{
  GArray **lists = g_new (GArray *, n);

  for (guint i = 0; i < n; i++)
    lists[i] = g_array_new (FALSE, FALSE, sizeof (guint));

  return lists;
}

static void
free_lists (GArray **lists,
            guint    n)
{
  for (guint i = 0; i < n; i++)
    g_array_unref (lists[i]);
  g_free (lists);
}

static gboolean
has_theme (const DvMapGraph *graph,
           const DvMapNode  *node)
{
  return node->theme >= 0 && node->theme < (int) graph->themes->len;
}

/* A few boxes without a theme span the themes they serve; many of them are a
 * column of their own, or the map would be mostly holes.
 */
static void
count_lanes_and_themes (Placer *placer)
{
  const DvMapGraph *graph = placer->graph;
  g_autofree guint *n_spanning = g_new0 (guint, graph->lanes->len + 1);
  guint most = 0;

  placer->n_lanes = MAX (graph->lanes->len, 1);
  for (guint i = 0; i < placer->n_nodes; i++)
    {
      guint lane = lane_of (placer, i);

      placer->n_lanes = MAX (placer->n_lanes, lane + 1);
      if (!has_theme (graph, get_node (graph, i)))
        most = MAX (most, ++n_spanning[lane]);
    }

  placer->has_spanning = graph->themes->len > 0 && most <= MAX (2, graph->themes->len / 2);
  placer->n_themes = placer->has_spanning ? graph->themes->len : graph->themes->len + 1;
  if (most == 0 && graph->themes->len > 0)
    placer->n_themes = graph->themes->len;
}

static void
fill_cells (Placer *placer)
{
  const DvMapGraph *graph = placer->graph;

  placer->cells = new_lists (placer->n_lanes * placer->n_themes);
  placer->spanning = new_lists (placer->n_lanes);
  placer->near = new_lists (placer->n_nodes);
  for (guint i = 0; i < placer->n_nodes; i++)
    {
      const DvMapNode *node = get_node (graph, i);
      guint lane = lane_of (placer, i);

      if (has_theme (graph, node))
        g_array_append_val (get_cell (placer, lane, (guint) node->theme), i);
      else if (placer->has_spanning)
        g_array_append_val (placer->spanning[lane], i);
      else
        g_array_append_val (get_cell (placer, lane, placer->n_themes - 1), i);
    }
  for (guint i = 0; i < graph->links->len; i++)
    {
      DvMapLink *link = &g_array_index (graph->links, DvMapLink, i);

      if (link->source >= placer->n_nodes || link->target >= placer->n_nodes || link->source == link->target)
        continue;
      g_array_append_val (placer->near[link->source], link->target);
      g_array_append_val (placer->near[link->target], link->source);
    }
}

static guint
columns_of (Placer *placer,
            guint   theme,
            guint   limit)
{
  guint most = 1;

  for (guint lane = 0; lane < placer->n_lanes; lane++)
    most = MAX (most, get_cell (placer, lane, theme)->len);

  return MIN (most, limit);
}

/* How large the map would be on its page with at most @limit columns of boxes
 * for each theme.
 */
static double
scale_for (Placer *placer,
           guint   limit)
{
  double width = placer->spacing->left + placer->spacing->right + (placer->n_themes - 1) * placer->spacing->theme_gap, height = placer->spacing->head - placer->spacing->lane_gap;

  for (guint theme = 0; theme < placer->n_themes; theme++)
    width += theme_width (columns_of (placer, theme, limit));

  for (guint lane = 0; lane < placer->n_lanes; lane++)
    {
      guint n_rows = 1;

      for (guint theme = 0; theme < placer->n_themes; theme++)
        {
          guint n_columns = columns_of (placer, theme, limit);

          n_rows = MAX (n_rows, (get_cell (placer, lane, theme)->len + n_columns - 1) / n_columns);
        }
      height += n_rows * (DV_MAP_BOX_HEIGHT + placer->spacing->row_gap) - placer->spacing->row_gap + 2 * placer->spacing->lane_pad + placer->spacing->lane_gap;
    }

  return MIN (placer->spacing->page_width / width, placer->spacing->page_height / height);
}

static void
choose_columns (Placer *placer)
{
  guint most = 1, best = 1;
  double best_scale = 0.0, width = placer->spacing->left + placer->spacing->right + (placer->n_themes - 1) * placer->spacing->theme_gap, extra;

  for (guint theme = 0; theme < placer->n_themes; theme++)
    most = MAX (most, columns_of (placer, theme, G_MAXUINT));
  /* Wider than this no page is: 120 boxes beside each other. */
  most = MIN (most, 120);

  for (guint limit = 1; limit <= most; limit++)
    {
      double scale = scale_for (placer, limit);

      if (scale > best_scale * 1.0001)
        {
          best_scale = scale;
          best = limit;
        }
    }

  placer->columns = g_new (guint, placer->n_themes);
  placer->theme_x = g_new (double, placer->n_themes);
  for (guint theme = 0; theme < placer->n_themes; theme++)
    {
      placer->columns[theme] = columns_of (placer, theme, best);
      width += theme_width (placer->columns[theme]);
    }

  /* A map that is higher than its page gets wider gutters, up to its width. */
  extra = CLAMP ((placer->spacing->page_width / best_scale - width) / placer->n_themes, 0.0, MAX_EXTRA_GAP);
  placer->content = extra / 2.0;
  for (guint theme = 0; theme < placer->n_themes; theme++)
    {
      placer->theme_x[theme] = placer->content;
      placer->content += theme_width (placer->columns[theme]) + placer->spacing->theme_gap + extra;
    }
  placer->content -= placer->spacing->theme_gap + extra / 2.0;
}

/* Within a lane a chain of contributions rises as well. Boxes of a circle keep
 * level 0.
 */
static void
find_levels (Placer *placer)
{
  const DvMapGraph *graph = placer->graph;
  g_autofree guint *n_below = g_new0 (guint, placer->n_nodes + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray **above = new_lists (placer->n_nodes);

  placer->level = g_new0 (guint, placer->n_nodes + 1);
  for (guint i = 0; i < graph->links->len; i++)
    {
      DvMapLink *link = &g_array_index (graph->links, DvMapLink, i);

      if (link->source >= placer->n_nodes || link->target >= placer->n_nodes ||
          lane_of (placer, link->source) != lane_of (placer, link->target))
        continue;
      g_array_append_val (above[link->source], link->target);
      n_below[link->target]++;
    }
  for (guint i = 0; i < placer->n_nodes; i++)
    if (n_below[i] == 0)
      g_array_append_val (queue, i);
  for (guint i = 0; i < queue->len; i++)
    {
      guint node = g_array_index (queue, guint, i);

      for (guint j = 0; j < above[node]->len; j++)
        {
          guint target = g_array_index (above[node], guint, j);

          placer->level[target] = MAX (placer->level[target], placer->level[node] + 1);
          if (--n_below[target] == 0)
            g_array_append_val (queue, target);
        }
    }
  free_lists (above, placer->n_nodes);
}

/* Number of rows a cell of @n boxes takes. */
static guint
cell_rows (Placer *placer,
           guint   theme,
           guint   n)
{
  return (n + placer->columns[theme] - 1) / placer->columns[theme];
}

/* Gives the boxes of a cell their columns, filled from the left. */
static void
spread_cell (Placer *placer,
             guint   lane,
             guint   theme)
{
  GArray *cell = get_cell (placer, lane, theme);
  guint n_rows, n_used;
  double start;

  if (cell->len == 0)
    return;

  n_rows = cell_rows (placer, theme, cell->len);
  n_used = (cell->len + n_rows - 1) / n_rows;
  start = placer->theme_x[theme] + (theme_width (placer->columns[theme]) - theme_width (n_used)) / 2.0;
  for (guint i = 0; i < cell->len; i++)
    placer->x[g_array_index (cell, guint, i)] =
      start + (i / n_rows) * (DV_MAP_BOX_WIDTH + INNER_GAP) + DV_MAP_BOX_WIDTH / 2.0;
}

static double
mean_of_near (Placer *placer,
              guint   node,
              double  otherwise)
{
  GArray *near = placer->near[node];
  double sum = 0.0;

  for (guint i = 0; i < near->len; i++)
    sum += placer->x[g_array_index (near, guint, i)];

  return near->len > 0 ? sum / near->len : otherwise;
}

typedef struct
{
  Placer *placer;
  const double *wanted;
} SortData;

static int
compare_wanted (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  SortData *sort = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  double difference = sort->wanted[first] - sort->wanted[second];

  if (difference < -0.01 || difference > 0.01)
    return difference < 0.0 ? -1 : 1;

  return first < second ? -1 : first > second;
}

static int
compare_level (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  SortData *sort = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (sort->placer->level[first] != sort->placer->level[second])
    return sort->placer->level[first] > sort->placer->level[second] ? -1 : 1;

  return compare_wanted (a, b, data);
}

/* Boxes stand above what they are linked with: each cell is sorted by the mean
 * place of its neighbours, from the bottom up and from the top down.
 */
static void
order_cells (Placer *placer)
{
  g_autofree double *wanted = g_new0 (double, placer->n_nodes + 1);
  SortData data = { placer, wanted };
  guint n_cells = placer->n_lanes * placer->n_themes;

  for (guint i = 0; i < n_cells; i++)
    spread_cell (placer, i / placer->n_themes, i % placer->n_themes);

  for (guint sweep = 0; sweep < N_SWEEPS; sweep++)
    for (guint step = 0; step < n_cells; step++)
      {
        guint i = sweep % 2 == 0 ? n_cells - 1 - step : step;
        GArray *cell = placer->cells[i];

        for (guint j = 0; j < cell->len; j++)
          {
            guint node = g_array_index (cell, guint, j);

            wanted[node] = mean_of_near (placer, node, placer->x[node]);
          }
        g_array_sort_with_data (cell, compare_wanted, &data);
        spread_cell (placer, i / placer->n_themes, i % placer->n_themes);
      }

  /* Within a column what contributes stands below. */
  for (guint i = 0; i < n_cells; i++)
    {
      GArray *cell = placer->cells[i];
      guint n_rows = MAX (cell_rows (placer, i % placer->n_themes, cell->len), 1);

      for (guint start = 0; start < cell->len; start += n_rows)
        g_qsort_with_data (&g_array_index (cell, guint, start), (int) MIN (n_rows, cell->len - start),
                           sizeof (guint), compare_level, &data);
    }
}

static DvMapRow *
add_row (GPtrArray *rows)
{
  DvMapRow *row = g_new0 (DvMapRow, 1);

  row->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (rows, row);

  return row;
}

static void
row_free (gpointer data)
{
  DvMapRow *row = data;

  g_array_unref (row->nodes);
  g_free (row);
}

/* The free place of a row nearest to @wanted, or NAN. */
static double
find_place (Placer   *placer,
            DvMapRow *row,
            double    wanted)
{
  double half = DV_MAP_BOX_WIDTH / 2.0, best = NAN, from = half;

  for (guint i = 0; i <= row->nodes->len; i++)
    {
      double to = placer->content - half, place;

      if (i < row->nodes->len)
        to = placer->x[g_array_index (row->nodes, guint, i)] - DV_MAP_BOX_WIDTH - INNER_GAP;
      place = CLAMP (wanted, from, MAX (from, to));
      if (from <= to && (isnan (best) || fabs (place - wanted) < fabs (best - wanted)))
        best = place;
      if (i < row->nodes->len)
        from = placer->x[g_array_index (row->nodes, guint, i)] + DV_MAP_BOX_WIDTH + INNER_GAP;
    }

  return best;
}

static void
insert_in_row (Placer   *placer,
               DvMapRow *row,
               guint     node)
{
  guint at = 0;

  while (at < row->nodes->len && placer->x[g_array_index (row->nodes, guint, at)] < placer->x[node])
    at++;
  g_array_insert_val (row->nodes, at, node);
}

static void
place_spanning (Placer    *placer,
                GPtrArray *rows,
                guint      first_row,
                guint      lane)
{
  GArray *spanning = placer->spanning[lane];

  for (guint i = 0; i < spanning->len; i++)
    {
      guint node = g_array_index (spanning, guint, i);
      double half = DV_MAP_BOX_WIDTH / 2.0, place, best_cost;
      double wanted = mean_of_near (placer, node, placer->content / 2.0);
      DvMapRow *best = NULL;

      wanted = CLAMP (wanted, half, MAX (half, placer->content - half));
      place = wanted;
      best_cost = (rows->len - first_row) * NEW_ROW_COST;
      for (guint j = first_row; j < rows->len; j++)
        {
          double candidate = find_place (placer, g_ptr_array_index (rows, j), wanted);
          double cost = fabs (candidate - wanted) + (j - first_row) * NEW_ROW_COST;

          if (!isnan (candidate) && cost < best_cost)
            {
              best_cost = cost;
              best = g_ptr_array_index (rows, j);
              place = candidate;
            }
        }
      placer->x[node] = place;
      insert_in_row (placer, best != NULL ? best : add_row (rows), node);
    }
}

/* Adds the rows of a lane, without heights yet. */
static void
fill_rows (Placer    *placer,
           GPtrArray *rows,
           guint      lane)
{
  guint first_row = rows->len;

  for (guint theme = 0; theme < placer->n_themes; theme++)
    {
      GArray *cell = get_cell (placer, lane, theme);
      guint n_rows = cell_rows (placer, theme, cell->len);

      for (guint i = 0; i < cell->len; i++)
        {
          while (rows->len - first_row < n_rows)
            add_row (rows);
          insert_in_row (placer, g_ptr_array_index (rows, first_row + i % n_rows), g_array_index (cell, guint, i));
        }
    }
  place_spanning (placer, rows, first_row, lane);
}

/* How much lower the rows of a lane begin because its name needs the height. */
static double
lane_slack (Placer    *placer,
            GPtrArray *rows,
            guint      first_row,
            guint      lane)
{
  double height = 2.0 * placer->spacing->lane_pad - placer->spacing->row_gap;

  if (placer->spacing->lane_heights == NULL || lane >= placer->graph->lanes->len)
    return 0.0;

  for (guint i = first_row; i < MAX (rows->len, first_row + 1); i++)
    {
      double row_height = DV_MAP_BOX_HEIGHT;

      if (i < rows->len)
        {
          DvMapRow *row = g_ptr_array_index (rows, i);

          for (guint j = 0; j < row->nodes->len; j++)
            row_height = MAX (row_height, node_height (placer->graph, g_array_index (row->nodes, guint, j)));
        }
      height += row_height + placer->spacing->row_gap;
    }

  return MAX (0.0, placer->spacing->lane_heights[lane] - height) / 2.0;
}

/* Gives rows and boxes their heights; returns the height of the lane. */
static double
stack_rows (Placer      *placer,
            DvMapLayout *layout,
            GPtrArray   *rows,
            guint        first_row,
            guint       *row_of,
            double       top)
{
  double y = top + placer->spacing->lane_pad;

  for (guint i = first_row; i < rows->len; i++)
    {
      DvMapRow *row = g_ptr_array_index (rows, i);

      row->top = y;
      row->bottom = y + DV_MAP_BOX_HEIGHT;
      for (guint j = 0; j < row->nodes->len; j++)
        row->bottom = MAX (row->bottom, y + node_height (placer->graph, g_array_index (row->nodes, guint, j)));
      for (guint j = 0; j < row->nodes->len; j++)
        {
          guint node = g_array_index (row->nodes, guint, j);
          double height = node_height (placer->graph, node);
          DvMapRect *box = &g_array_index (layout->boxes, DvMapRect, node);

          row_of[node] = i;
          box->x = placer->spacing->left + placer->x[node] - DV_MAP_BOX_WIDTH / 2.0;
          box->y = row->top + (row->bottom - row->top - height) / 2.0;
          box->width = DV_MAP_BOX_WIDTH;
          box->height = height;
        }
      y = row->bottom + placer->spacing->row_gap;
    }
  if (rows->len == first_row)
    y += DV_MAP_BOX_HEIGHT + placer->spacing->row_gap;

  return y - placer->spacing->row_gap + placer->spacing->lane_pad - top;
}

static void
place_lanes (Placer      *placer,
             DvMapLayout *layout,
             GPtrArray   *rows,
             guint       *row_of)
{
  double y = placer->graph->themes->len > 0 ? placer->spacing->head : 0.0;

  layout->width = placer->spacing->left + placer->content + placer->spacing->right;
  for (guint theme = 0; theme < placer->graph->themes->len; theme++)
    {
      DvMapRect rect = { placer->spacing->left + placer->theme_x[theme], 0.0, theme_width (placer->columns[theme]), placer->spacing->head };

      g_array_append_val (layout->themes, rect);
    }
  for (guint lane = 0; lane < placer->n_lanes; lane++)
    {
      guint first_row = rows->len;
      DvMapRect rect = { 0.0, y, layout->width, 0.0 };
      double slack;

      fill_rows (placer, rows, lane);
      slack = lane_slack (placer, rows, first_row, lane);
      rect.height = stack_rows (placer, layout, rows, first_row, row_of, y + slack) + 2.0 * slack;
      g_array_append_val (layout->lanes, rect);
      y += rect.height + placer->spacing->lane_gap;
    }
  layout->height = y - placer->spacing->lane_gap;
}

static void
placer_clear (Placer *placer)
{
  free_lists (placer->cells, placer->n_lanes * placer->n_themes);
  free_lists (placer->spanning, placer->n_lanes);
  free_lists (placer->near, placer->n_nodes);
  g_free (placer->columns);
  g_free (placer->theme_x);
  g_free (placer->x);
  g_free (placer->level);
}

/**
 * dv_map_layout_new:
 * @graph: what is on the map; not kept
 *
 * Links to nodes that are not there, and from a node to itself, have no wire.
 *
 * Returns: (transfer full): where everything goes
 */
DvMapLayout *
dv_map_layout_new (const DvMapGraph *graph)
{
  return dv_map_layout_new_spaced (graph, &paper_spacing);
}

/**
 * dv_map_layout_new_spaced:
 * @graph: what is on the map; not kept
 * @spacing: how far things are apart, and the page it is for
 *
 * As dv_map_layout_new(), for another page than A3.
 *
 * Returns: (transfer full): where everything goes
 */
DvMapLayout *
dv_map_layout_new_spaced (const DvMapGraph   *graph,
                          const DvMapSpacing *spacing)
{
  DvMapLayout *self = g_new0 (DvMapLayout, 1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree guint *row_of = g_new0 (guint, graph->nodes->len + 1);
  Placer placer = { .graph = graph, .spacing = spacing, .n_nodes = graph->nodes->len };

  self->lanes = g_array_new (FALSE, FALSE, sizeof (DvMapRect));
  self->themes = g_array_new (FALSE, FALSE, sizeof (DvMapRect));
  self->boxes = g_array_new (FALSE, TRUE, sizeof (DvMapRect));
  self->wires = g_array_new (FALSE, FALSE, sizeof (DvMapWire));
  self->points = g_array_new (FALSE, FALSE, sizeof (DvMapPoint));
  g_array_set_size (self->boxes, graph->nodes->len);

  placer.x = g_new0 (double, graph->nodes->len + 1);
  count_lanes_and_themes (&placer);
  fill_cells (&placer);
  choose_columns (&placer);
  find_levels (&placer);
  order_cells (&placer);
  place_lanes (&placer, self, rows, row_of);
  dv_map_route (graph, self, rows, row_of, spacing->left, spacing->left + placer.content);
  placer_clear (&placer);

  return self;
}

/**
 * dv_map_layout_free:
 * @self: (transfer full): a layout
 */
void
dv_map_layout_free (DvMapLayout *self)
{
  g_array_unref (self->lanes);
  g_array_unref (self->themes);
  g_array_unref (self->boxes);
  g_array_unref (self->wires);
  g_array_unref (self->points);
  g_free (self);
}

/**
 * dv_map_layout_box_at:
 * @self: a layout
 * @x: a place on the map, in its units
 * @y: the same
 *
 * Returns: the node whose box is there, or -1
 */
int
dv_map_layout_box_at (const DvMapLayout *self,
                      double             x,
                      double             y)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const DvMapRect *box = &g_array_index (self->boxes, DvMapRect, i);

      if (x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height)
        return (int) i;
    }

  return -1;
}
