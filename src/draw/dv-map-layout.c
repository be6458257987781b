/* dv-map-layout.c
 *
 * Where the boxes and arrows of a strategy map go
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-layout"

#include "config.h"

#include "dv-map-layout.h"

#include <math.h>

#include "dv-map-order.h"
#include "dv-map-place.h"

/* Lanes are bands of one or more rows; themes are columns that a box with a
 * theme does not leave. A lane gets as many rows as makes the whole map largest
 * on its page: a few numbers are tried quickly, the best is worked out well
 * (dv-map-order.c), and then everything gets its coordinates (dv-map-place.c).
 *
 * Everything here is arithmetic on the graph: the same graph always gives the
 * same map.
 */

#define BOX_GAP 44.0         /* between boxes of one theme */
#define LINK_GAP 36.0        /* between an arrow and a box beside it */
#define TIGHT_LINK_GAP 12.0  /* when there is no room for that */
#define TRACK_GAP 10.0       /* between arrows beside each other */
#define TIGHT_GAIN 1.03      /* how much larger a tight map must come out */
#define MAX_EXTRA_GAP 160.0  /* a theme is never made wider by more */

/* Units of work (dv-map-order.h): a few milliseconds for a map that people can
 * read, and never more than a second for one that they cannot. */
#define TRY_WORK 300000
#define SETTLE_WORK 40000000
#define SEARCH_WORK 6000000
#define MAX_TRIED 120        /* boxes; beyond, numbers of rows are only guessed */

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
  guint n_lanes;         /* with the one for boxes without a lane */
  guint n_boxes;
  guint n_themes;
  DvMapOrderBox *boxes;
  DvMapPlaceBox *sizes;
  GArray *links;         /* DvMapLink: those with two boxes */
  GArray *link_index;    /* guint: which link of the graph each is */
  double row_height;     /* with the space below */
  guint most;            /* boxes in the fullest lane */
} Layouter;

static void
take_boxes (Layouter *layouter)
{
  const DvMapGraph *graph = layouter->graph;
  g_autofree guint *n_in_lane = g_new0 (guint, graph->lanes->len + 1);

  layouter->n_lanes = MAX (graph->lanes->len, 1);
  layouter->most = 1;
  layouter->row_height = DV_MAP_BOX_HEIGHT + layouter->spacing->row_gap;
  layouter->boxes = g_new0 (DvMapOrderBox, layouter->n_boxes + 1);
  layouter->sizes = g_new0 (DvMapPlaceBox, layouter->n_boxes + 1);
  for (guint i = 0; i < layouter->n_boxes; i++)
    {
      const DvMapNode *node = &g_array_index (graph->nodes, DvMapNode, i);
      gboolean has_lane = node->lane >= 0 && node->lane < (int) graph->lanes->len;
      gboolean has_theme = node->theme >= 0 && node->theme < (int) graph->themes->len;
      double height = node->height > 0.0 ? node->height : DV_MAP_BOX_HEIGHT;
      guint lane = has_lane ? (guint) node->lane : graph->lanes->len;

      layouter->n_lanes = MAX (layouter->n_lanes, lane + 1);
      layouter->most = MAX (layouter->most, ++n_in_lane[lane]);
      layouter->boxes[i] = (DvMapOrderBox){ lane, has_theme ? node->theme : -1, DV_MAP_BOX_WIDTH + BOX_GAP };
      layouter->sizes[i] = (DvMapPlaceBox){ DV_MAP_BOX_WIDTH, height, layouter->boxes[i].column };
      layouter->row_height = MAX (layouter->row_height, height + layouter->spacing->row_gap);
    }
}

static void
take_links (Layouter *layouter)
{
  const DvMapGraph *graph = layouter->graph;

  layouter->links = g_array_new (FALSE, FALSE, sizeof (DvMapLink));
  layouter->link_index = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < graph->links->len; i++)
    {
      const DvMapLink *link = &g_array_index (graph->links, DvMapLink, i);

      if (link->source >= layouter->n_boxes || link->target >= layouter->n_boxes || link->source == link->target)
        continue;
      g_array_append_val (layouter->links, *link);
      g_array_append_val (layouter->link_index, i);
    }
}

/* The width that a page of the same shape has when the rows fill its height. */
static double
width_for_rows (Layouter *layouter,
                guint     max_in_row)
{
  const DvMapSpacing *spacing = layouter->spacing;
  g_autofree guint *n_in_lane = g_new0 (guint, layouter->n_lanes + 1);
  double height = spacing->head - spacing->lane_gap;

  for (guint i = 0; i < layouter->n_boxes; i++)
    n_in_lane[layouter->boxes[i].lane]++;
  for (guint i = 0; i < layouter->n_lanes; i++)
    height += MAX ((n_in_lane[i] + max_in_row - 1) / max_in_row, 1) * layouter->row_height - spacing->row_gap +
              2.0 * spacing->lane_pad + spacing->lane_gap;

  return MAX (height * spacing->page_width / spacing->page_height, spacing->page_width) - spacing->left - spacing->right;
}

static DvMapOrder *
order_boxes (Layouter *layouter,
             guint     max_in_row)
{
  DvMapOrderInput input = {
    .n_lanes = layouter->n_lanes,
    .n_boxes = layouter->n_boxes,
    .boxes = layouter->boxes,
    .n_links = layouter->links->len,
    .links = (const DvMapLink *) (gpointer) layouter->links->data,
    .max_in_row = max_in_row,
    .row_width = width_for_rows (layouter, max_in_row),
    .link_width = 2.0 * TIGHT_LINK_GAP,
  };

  return dv_map_order_new (&input);
}

static DvMapLayout *
place_boxes (Layouter   *layouter,
             DvMapOrder *order,
             double      link_gap,
             double      min_width)
{
  const DvMapSpacing *spacing = layouter->spacing;
  DvMapPlaceSpacing place = {
    .left = spacing->left,
    .right = spacing->right,
    .box_gap = BOX_GAP,
    .link_gap = link_gap,
    .track_gap = TRACK_GAP,
    .theme_gap = spacing->theme_gap,
    .row_gap = spacing->row_gap,
    .lane_pad = spacing->lane_pad,
    .lane_gap = spacing->lane_gap,
    .head = layouter->n_themes > 0 ? spacing->head : 0.0,
    .empty_row = DV_MAP_BOX_HEIGHT,
    .min_width = min_width,
  };

  return dv_map_place (order, layouter->n_lanes, layouter->n_themes, layouter->sizes, layouter->n_boxes,
                       (const DvMapLink *) (gpointer) layouter->links->data, layouter->links->len, &place);
}

/* How large a layout is on its page. */
static double
get_scale (Layouter          *layouter,
           const DvMapLayout *layout)
{
  return MIN (layouter->spacing->page_width / layout->width, layouter->spacing->page_height / layout->height);
}

/* How large the map would be with so many boxes in a row, from what rows of
 * boxes and links on their way usually take.
 */
static double
guess_scale (Layouter *layouter,
             guint     max_in_row)
{
  const DvMapSpacing *spacing = layouter->spacing;
  double width = max_in_row * (DV_MAP_BOX_WIDTH + BOX_GAP) + spacing->left + spacing->right +
                 layouter->n_themes * spacing->theme_gap + 2.0 * TIGHT_LINK_GAP * layouter->links->len / layouter->n_lanes;
  double page_width = width_for_rows (layouter, max_in_row) + spacing->left + spacing->right;

  return MIN (page_width / width, 1.0) * spacing->page_width / page_width;
}

/* The number of boxes that a row should hold at most for the map to be largest:
 * guessed, and for a map of a usual size tried around there.
 */
static guint
choose_rows (Layouter *layouter)
{
  guint guess = 1, best = 1, from, to;
  double best_scale = 0.0;

  for (guint n = 1; n <= layouter->most; n++)
    {
      double scale = guess_scale (layouter, n);

      if (scale > best_scale * 1.0001)
        {
          best_scale = scale;
          guess = n;
        }
    }
  if (layouter->n_boxes > MAX_TRIED)
    return guess;

  best = guess;
  best_scale = 0.0;
  from = MAX (guess * 2 / 3, 1);
  to = MIN (guess * 3 / 2 + 1, layouter->most);
  for (guint n = from, last_rows = 0; n <= to; n++)
    {
      g_autoptr (DvMapOrder) order = NULL;
      g_autoptr (DvMapLayout) layout = NULL;
      double scale;

      order = order_boxes (layouter, n);
      if (dv_map_order_get_n_rows (order) == last_rows)
        continue;
      last_rows = dv_map_order_get_n_rows (order);
      dv_map_order_settle (order, TRY_WORK);
      layout = place_boxes (layouter, order, TIGHT_LINK_GAP, 0.0);
      scale = get_scale (layouter, layout);
      if (scale > best_scale * 1.0001)
        {
          best_scale = scale;
          best = n;
        }
    }

  return best;
}

/* Arrows keep their distance to boxes unless the map becomes much larger without.
 * One that is higher than its page gets wider themes, up to the page's width.
 */
static DvMapLayout *
place_for_page (Layouter   *layouter,
                DvMapOrder *order)
{
  const DvMapSpacing *spacing = layouter->spacing;
  g_autoptr (DvMapLayout) tight = place_boxes (layouter, order, TIGHT_LINK_GAP, 0.0);
  DvMapLayout *layout = place_boxes (layouter, order, LINK_GAP, 0.0);
  double link_gap = LINK_GAP, room, inner;

  if (get_scale (layouter, tight) > TIGHT_GAIN * get_scale (layouter, layout))
    {
      dv_map_layout_free (layout);
      layout = g_steal_pointer (&tight);
      link_gap = TIGHT_LINK_GAP;
    }

  room = spacing->page_width / get_scale (layouter, layout) - layout->width;
  if (layouter->n_themes == 0 || room < 1.0)
    return layout;

  inner = layout->width - spacing->left - spacing->right;
  dv_map_layout_free (layout);

  return place_boxes (layouter, order, link_gap, inner + MIN (room, layouter->n_themes * MAX_EXTRA_GAP));
}

/* Wires tell which link of the graph they are. */
static void
name_links (Layouter    *layouter,
            DvMapLayout *layout)
{
  for (guint i = 0; i < layout->wires->len; i++)
    {
      DvMapWire *wire = &g_array_index (layout->wires, DvMapWire, i);

      wire->link = g_array_index (layouter->link_index, guint, wire->link);
    }
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

/* --- Remembering ---
 *
 * A map is drawn far more often than it changes: on the projector, in two
 * previews, page by page. The last layouts are kept, under all that went into
 * them. Drawing happens in more than one thread, hence the lock.
 */

#define N_REMEMBERED 8

typedef struct
{
  GBytes *key;
  DvMapLayout *layout;
} Remembered;

static GMutex remembered_lock;
static Remembered remembered[N_REMEMBERED];
static guint next_remembered;

static void
append_number (GByteArray *key,
               double      number)
{
  g_byte_array_append (key, (const guint8 *) &number, sizeof number);
}

static GBytes *
make_key (Layouter *layouter)
{
  const DvMapSpacing *spacing = layouter->spacing;
  const double numbers[] = { spacing->left, spacing->right, spacing->theme_gap, spacing->lane_pad, spacing->lane_gap,
                             spacing->row_gap, spacing->head, spacing->page_width, spacing->page_height,
                             layouter->n_lanes, layouter->n_themes, layouter->n_boxes };
  GByteArray *key = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    append_number (key, numbers[i]);
  for (guint i = 0; i < layouter->n_boxes; i++)
    {
      append_number (key, layouter->boxes[i].lane);
      append_number (key, layouter->boxes[i].column);
      append_number (key, layouter->sizes[i].height);
    }
  for (guint i = 0; i < layouter->links->len; i++)
    {
      append_number (key, g_array_index (layouter->links, DvMapLink, i).source);
      append_number (key, g_array_index (layouter->links, DvMapLink, i).target);
    }

  return g_byte_array_free_to_bytes (key);
}

static DvMapLayout *
layout_copy (const DvMapLayout *layout)
{
  DvMapLayout *copy = g_memdup2 (layout, sizeof *layout);

  copy->lanes = g_array_copy (layout->lanes);
  copy->themes = g_array_copy (layout->themes);
  copy->boxes = g_array_copy (layout->boxes);
  copy->wires = g_array_copy (layout->wires);
  copy->points = g_array_copy (layout->points);

  return copy;
}

static DvMapLayout *
recall_layout (GBytes *key)
{
  DvMapLayout *found = NULL;

  g_mutex_lock (&remembered_lock);
  for (guint i = 0; i < N_REMEMBERED && found == NULL; i++)
    if (remembered[i].key != NULL && g_bytes_equal (remembered[i].key, key))
      found = layout_copy (remembered[i].layout);
  g_mutex_unlock (&remembered_lock);

  return found;
}

static void
remember_layout (GBytes            *key,
                 const DvMapLayout *layout)
{
  Remembered *place;

  g_mutex_lock (&remembered_lock);
  place = &remembered[next_remembered];
  next_remembered = (next_remembered + 1) % N_REMEMBERED;
  g_clear_pointer (&place->key, g_bytes_unref);
  g_clear_pointer (&place->layout, dv_map_layout_free);
  place->key = g_bytes_ref (key);
  place->layout = layout_copy (layout);
  g_mutex_unlock (&remembered_lock);
}

static DvMapLayout *
work_out_layout (Layouter *layouter)
{
  g_autoptr (DvMapOrder) order = order_boxes (layouter, choose_rows (layouter));

  dv_map_order_settle (order, SETTLE_WORK);
  dv_map_order_search (order, SEARCH_WORK);

  return place_for_page (layouter, order);
}

/**
 * dv_map_layout_new_spaced:
 * @graph: what is on the map; not kept
 * @spacing: how far things are apart, and the page it is for
 *
 * As dv_map_layout_new(), for another page than A3. May be called from any
 * thread.
 *
 * Returns: (transfer full): where everything goes
 */
DvMapLayout *
dv_map_layout_new_spaced (const DvMapGraph   *graph,
                          const DvMapSpacing *spacing)
{
  Layouter layouter = { .graph = graph, .spacing = spacing, .n_boxes = graph->nodes->len, .n_themes = graph->themes->len };
  g_autoptr (GBytes) key = NULL;
  DvMapLayout *layout;

  take_boxes (&layouter);
  take_links (&layouter);
  key = make_key (&layouter);
  layout = recall_layout (key);
  if (layout == NULL)
    {
      layout = work_out_layout (&layouter);
      remember_layout (key, layout);
    }
  name_links (&layouter, layout);

  g_free (layouter.boxes);
  g_free (layouter.sizes);
  g_array_unref (layouter.links);
  g_array_unref (layouter.link_index);

  return layout;
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
