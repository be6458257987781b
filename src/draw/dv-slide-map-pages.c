/* dv-slide-map-pages.c
 *
 * A strategy map in pieces that the back row can read
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-map-pages"

#include "config.h"

#include "dv-slide-map-pages.h"

/* The whole map on one page if its text can be read there. Otherwise it is cut
 * into as few parts as possible, evenly, between lanes and between themes, and
 * last between the boxes of one lane and theme. A link between two parts is on
 * neither.
 */

#define FLOOR 26.0 /* 2.4 % of 1080, what the back row can read */
#define MIN_SCALE (FLOOR / DV_MAP_ROOM_TEXT)
#define MAX_SCALE 1.9
#define MAX_PAD 44.0

static const DvMapSpacing room_spacing = {
  .left = DV_MAP_ROOM_LABEL_WIDTH + 26.0,
  .right = 24.0,
  .theme_gap = 44.0,
  .lane_pad = 14.0,
  .lane_gap = 8.0,
  .row_gap = 40.0,
  .head = 44.0,
};

/* Lanes, themes and nodes of the whole that a piece has. */
typedef struct
{
  guint lane_from;
  guint lane_to;
  guint theme_from;
  guint theme_to;
  GArray *nodes; /* guint; owned */
} Range;

typedef struct
{
  const DvMapGraph *graph;
  guint n_lanes; /* with the one for boxes without a lane */
  double width;
  double height;
  double *heights;       /* of the boxes, wherever they come */
  double *lane_heights;  /* for their names */
  double *theme_heights;
  GPtrArray *pieces;
} Divider;

static const DvMapNode *
get_node (const DvMapGraph *graph,
          guint             index)
{
  return &g_array_index (graph->nodes, DvMapNode, index);
}

static guint
lane_of (const DvMapGraph *graph,
         guint             node)
{
  int lane = get_node (graph, node)->lane;

  return lane >= 0 && lane < (int) graph->lanes->len ? (guint) lane : graph->lanes->len;
}

/* What has no theme goes with the first. */
static guint
theme_of (const DvMapGraph *graph,
          guint             node)
{
  int theme = get_node (graph, node)->theme;

  return theme >= 0 && theme < (int) graph->themes->len ? (guint) theme : 0;
}

/**
 * dv_map_count_lanes:
 * @graph: a map
 *
 * Returns: how many lanes are drawn: one more when boxes have none, at least 1
 */
guint
dv_map_count_lanes (const DvMapGraph *graph)
{
  guint n_lanes = MAX (graph->lanes->len, 1);

  for (guint i = 0; i < graph->nodes->len; i++)
    n_lanes = MAX (n_lanes, lane_of (graph, i) + 1);

  return n_lanes;
}

/**
 * dv_map_piece_free:
 * @self: (transfer full): a piece
 */
void
dv_map_piece_free (DvMapPiece *self)
{
  g_clear_pointer (&self->layout, dv_map_layout_free);
  g_clear_pointer (&self->graph, dv_map_graph_free);
  g_array_unref (self->nodes);
  g_free (self);
}

static void
copy_node (DvMapGraph  *to,
           Divider     *divider,
           guint        index,
           const Range *range)
{
  const DvMapGraph *from = divider->graph;
  const DvMapNode *node = get_node (from, index);
  DvMapNode *copy;
  gboolean has_lane = node->lane >= 0 && node->lane < (int) from->lanes->len;
  gboolean has_theme = node->theme >= 0 && node->theme < (int) from->themes->len;

  dv_map_graph_add_node (to, node->id, node->text, has_lane ? node->lane - (int) range->lane_from : -1,
                         has_theme ? node->theme - (int) range->theme_from : -1);
  copy = &g_array_index (to->nodes, DvMapNode, to->nodes->len - 1);
  copy->measure = g_strdup (node->measure);
  copy->values = g_strdup (node->values);
  copy->status = node->status;
  copy->height = divider->heights[index];
}

static DvMapGraph *
copy_range (Divider     *divider,
            const Range *range)
{
  const DvMapGraph *graph = divider->graph;
  DvMapGraph *copy = dv_map_graph_new ();
  g_autofree int *place = g_new (int, graph->nodes->len + 1);

  copy->language = g_strdup (graph->language);
  for (guint i = range->lane_from; i < MIN (range->lane_to, graph->lanes->len); i++)
    g_ptr_array_add (copy->lanes, g_strdup (g_ptr_array_index (graph->lanes, i)));
  for (guint i = range->theme_from; i < MIN (range->theme_to, graph->themes->len); i++)
    g_ptr_array_add (copy->themes, g_strdup (g_ptr_array_index (graph->themes, i)));

  for (guint i = 0; i < graph->nodes->len; i++)
    place[i] = -1;
  for (guint i = 0; i < range->nodes->len; i++)
    {
      guint node = g_array_index (range->nodes, guint, i);

      place[node] = (int) i;
      copy_node (copy, divider, node, range);
    }
  for (guint i = 0; i < graph->links->len; i++)
    {
      const DvMapLink *link = &g_array_index (graph->links, DvMapLink, i);

      if (link->source < graph->nodes->len && link->target < graph->nodes->len &&
          place[link->source] >= 0 && place[link->target] >= 0)
        dv_map_graph_add_link (copy, (guint) place[link->source], (guint) place[link->target]);
    }

  return copy;
}

/* Places the map, and then gives the lanes the height that is left. */
static void
place_piece (DvMapPiece  *self,
             Divider     *divider,
             const Range *range)
{
  DvMapSpacing spacing = room_spacing;
  guint n_lanes = dv_map_count_lanes (self->graph);
  double width = divider->width, height = divider->height, slack;

  for (guint i = range->theme_from; i < MIN (range->theme_to, divider->graph->themes->len); i++)
    spacing.head = MAX (spacing.head, divider->theme_heights[i]);
  spacing.lane_heights = divider->lane_heights + MIN (range->lane_from, divider->graph->lanes->len);
  spacing.page_width = width;
  spacing.page_height = height;
  self->layout = dv_map_layout_new_spaced (self->graph, &spacing);
  self->scale = MIN (MIN (width / self->layout->width, height / self->layout->height), MAX_SCALE);

  slack = (height / self->scale - self->layout->height) / (2.0 * n_lanes);
  if (slack < 1.0)
    return;

  spacing.lane_pad = MIN (spacing.lane_pad + slack, MAX_PAD);
  dv_map_layout_free (self->layout);
  self->layout = dv_map_layout_new_spaced (self->graph, &spacing);
  self->scale = MIN (MIN (width / self->layout->width, height / self->layout->height), MAX_SCALE);
}

static DvMapPiece *
make_piece (Divider     *divider,
            const Range *range)
{
  DvMapPiece *self = g_new0 (DvMapPiece, 1);

  self->graph = copy_range (divider, range);
  self->nodes = g_array_ref (range->nodes);
  self->first_theme = range->theme_from;
  place_piece (self, divider, range);

  return self;
}

static Range
make_range (Divider *divider,
            guint    lane_from,
            guint    lane_to,
            guint    theme_from,
            guint    theme_to)
{
  Range range = { lane_from, lane_to, theme_from, theme_to, g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < divider->graph->nodes->len; i++)
    {
      guint lane = lane_of (divider->graph, i), theme = theme_of (divider->graph, i);

      if (lane >= lane_from && lane < lane_to && theme >= theme_from && theme < theme_to)
        g_array_append_val (range.nodes, i);
    }

  return range;
}

static guint
count_themes (Divider *divider)
{
  return MAX (divider->graph->themes->len, 1);
}

/* Whether no text on it is too small. */
static gboolean
is_legible (const DvMapPiece *self)
{
  return self->scale >= MIN_SCALE;
}

/* The part in a certain row and column when @range is cut in so many. */
static Range
take_part (Divider     *divider,
           const Range *range,
           guint        n_rows,
           guint        n_columns,
           guint        index)
{
  guint row = index % n_rows, column = index / n_rows;
  guint n_lanes = range->lane_to - range->lane_from, n_themes = range->theme_to - range->theme_from;

  return make_range (divider, range->lane_from + n_lanes * row / n_rows,
                     range->lane_from + n_lanes * (row + 1) / n_rows,
                     range->theme_from + n_themes * column / n_columns,
                     range->theme_from + n_themes * (column + 1) / n_columns);
}

/* Whether there can be room for the boxes of each lane, side by side and in
 * rows; saves placing what cannot fit. */
static gboolean
may_fit (Divider     *divider,
         const Range *range)
{
  double width = divider->width / MIN_SCALE - room_spacing.left - room_spacing.right;
  double height = divider->height / MIN_SCALE - room_spacing.head + room_spacing.lane_gap;
  guint n_columns = MAX ((guint) ((width + room_spacing.theme_gap) / (DV_MAP_BOX_WIDTH + room_spacing.theme_gap)), 1);
  guint n_lanes = range->lane_to - range->lane_from;
  g_autofree guint *n_boxes = g_new0 (guint, n_lanes + 1);
  g_autofree double *lowest = g_new0 (double, n_lanes + 1);

  if (range->theme_to - range->theme_from > n_columns)
    return FALSE;

  for (guint i = 0; i < range->nodes->len; i++)
    {
      guint node = g_array_index (range->nodes, guint, i), lane = lane_of (divider->graph, node) - range->lane_from;

      lowest[lane] = n_boxes[lane] == 0 ? divider->heights[node] : MIN (lowest[lane], divider->heights[node]);
      n_boxes[lane]++;
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      guint n_rows = MAX ((n_boxes[i] + n_columns - 1) / n_columns, 1);

      height -= n_rows * MAX (lowest[i], DV_MAP_BOX_HEIGHT) + (n_rows - 1) * room_spacing.row_gap +
                2.0 * room_spacing.lane_pad + room_spacing.lane_gap;
    }

  return height >= 0.0;
}

/* Adds the parts if all of them can be read. */
static gboolean
try_parts (Divider     *divider,
           const Range *range,
           guint        n_rows,
           guint        n_columns)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_map_piece_free);

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      Range part = take_part (divider, range, n_rows, n_columns, i);
      DvMapPiece *piece = may_fit (divider, &part) ? make_piece (divider, &part) : NULL;

      g_array_unref (part.nodes);
      if (piece != NULL)
        g_ptr_array_add (pieces, piece);
      if (piece == NULL || !is_legible (piece))
        return FALSE;
    }
  g_ptr_array_extend_and_steal (divider->pieces, g_steal_pointer (&pieces));

  return TRUE;
}

static void divide (Divider     *divider,
                    const Range *range);

static void
divide_nodes (Divider     *divider,
              const Range *range)
{
  guint half = range->nodes->len / 2;

  for (guint i = 0; i < 2; i++)
    {
      Range part = *range;

      part.nodes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_vals (part.nodes, &g_array_index (range->nodes, guint, i == 0 ? 0 : half),
                           i == 0 ? half : range->nodes->len - half);
      divide (divider, &part);
      g_array_unref (part.nodes);
    }
}

static void
divide (Divider     *divider,
        const Range *range)
{
  guint n_lanes = range->lane_to - range->lane_from, n_themes = range->theme_to - range->theme_from;
  gboolean is_single = n_lanes == 1 && n_themes == 1 && range->nodes->len < 2;

  if (is_single || may_fit (divider, range))
    {
      g_autoptr (DvMapPiece) piece = make_piece (divider, range);

      if (is_single || is_legible (piece))
        {
          g_ptr_array_add (divider->pieces, g_steal_pointer (&piece));
          return;
        }
    }
  if (n_lanes == 1 && n_themes == 1)
    {
      divide_nodes (divider, range);
      return;
    }

  for (guint n = 2; n < n_lanes * n_themes; n++)
    for (guint n_columns = 1; n_columns <= MIN (n, n_themes); n_columns++)
      if (n % n_columns == 0 && n / n_columns <= n_lanes && try_parts (divider, range, n / n_columns, n_columns))
        return;
  for (guint i = 0; i < n_lanes * n_themes; i++)
    {
      Range part = take_part (divider, range, n_lanes, n_themes, i);

      divide (divider, &part);
      g_array_unref (part.nodes);
    }
}

static Divider
make_divider (const DvMapGraph *graph,
              DvShaper         *shaper,
              double            width,
              double            height)
{
  Divider divider = { .graph = graph, .n_lanes = dv_map_count_lanes (graph), .width = width, .height = height };
  g_autoptr (DvMapGraph) measured = dv_map_graph_copy (graph);

  divider.pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_map_piece_free);
  divider.heights = g_new0 (double, graph->nodes->len + 1);
  divider.lane_heights = g_new0 (double, graph->lanes->len + 1);
  divider.theme_heights = g_new0 (double, graph->themes->len + 1);
  dv_map_measure (measured, shaper, DV_MAP_ROOM);
  for (guint i = 0; i < graph->nodes->len; i++)
    divider.heights[i] = get_node (measured, i)->height;
  for (guint i = 0; i < graph->lanes->len; i++)
    divider.lane_heights[i] = dv_map_lane_height (shaper, g_ptr_array_index (graph->lanes, i), DV_MAP_ROOM);
  for (guint i = 0; i < graph->themes->len; i++)
    divider.theme_heights[i] = dv_map_theme_height (shaper, g_ptr_array_index (graph->themes, i), DV_MAP_ROOM);

  return divider;
}

/* Frees all but the pieces. */
static void
divider_clear (Divider *divider)
{
  g_free (divider->heights);
  g_free (divider->lane_heights);
  g_free (divider->theme_heights);
}

/**
 * dv_map_divide:
 * @graph: a map
 * @shaper: a shaper
 * @width: width of a page
 * @height: its height
 *
 * Returns: (transfer full) (element-type DvMapPiece): its pages; for each group
 *   of themes, from the top
 */
GPtrArray *
dv_map_divide (const DvMapGraph *graph,
               DvShaper         *shaper,
               double            width,
               double            height)
{
  Divider divider = make_divider (graph, shaper, width, height);
  Range range = make_range (&divider, 0, divider.n_lanes, 0, count_themes (&divider));

  divide (&divider, &range);
  g_array_unref (range.nodes);
  divider_clear (&divider);

  return divider.pieces;
}
