/* dv-map-graph.c
 *
 * A strategy map as plain data: what is on it, not where
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-graph"

#include "config.h"

#include "dv-map-graph.h"

#include <string.h>

#include "dv-document-text.h"
#include "dv-map.h"

static void
node_clear (gpointer data)
{
  DvMapNode *node = data;

  g_free (node->id);
  g_free (node->text);
  g_free (node->measure);
  g_free (node->values);
}

/**
 * dv_map_graph_new:
 *
 * Returns: (transfer full): an empty map
 */
DvMapGraph *
dv_map_graph_new (void)
{
  DvMapGraph *graph = g_new0 (DvMapGraph, 1);

  graph->lanes = g_ptr_array_new_with_free_func (g_free);
  graph->themes = g_ptr_array_new_with_free_func (g_free);
  graph->nodes = g_array_new (FALSE, TRUE, sizeof (DvMapNode));
  g_array_set_clear_func (graph->nodes, node_clear);
  graph->links = g_array_new (FALSE, FALSE, sizeof (DvMapLink));

  return graph;
}

/**
 * dv_map_graph_free:
 * @graph: (transfer full): a map
 */
void
dv_map_graph_free (DvMapGraph *graph)
{
  g_free (graph->language);
  g_free (graph->title);
  g_free (graph->subtitle);
  g_free (graph->organisation);
  g_free (graph->date);
  g_ptr_array_unref (graph->lanes);
  g_ptr_array_unref (graph->themes);
  g_array_unref (graph->nodes);
  g_array_unref (graph->links);
  g_free (graph);
}

/**
 * dv_map_graph_add_node:
 * @graph: a map
 * @id: (nullable): to find the node again
 * @text: what is in its box
 * @lane: its lane from the top, or -1
 * @theme: its theme from the left, or -1
 *
 * Adds a node without a measure.
 */
void
dv_map_graph_add_node (DvMapGraph *graph,
                       const char *id,
                       const char *text,
                       int         lane,
                       int         theme)
{
  DvMapNode node = { .id = g_strdup (id), .text = g_strdup (text), .lane = lane, .theme = theme };

  g_array_append_val (graph->nodes, node);
}

/**
 * dv_map_graph_add_link:
 * @graph: a map
 * @source: index of a node
 * @target: index of the node it contributes to
 */
void
dv_map_graph_add_link (DvMapGraph *graph,
                       guint       source,
                       guint       target)
{
  DvMapLink link = { source, target };

  g_array_append_val (graph->links, link);
}

/**
 * dv_map_graph_copy:
 * @graph: a map
 *
 * Returns: (transfer full): one that is equal
 */
DvMapGraph *
dv_map_graph_copy (const DvMapGraph *graph)
{
  DvMapGraph *copy = dv_map_graph_new ();

  copy->language = g_strdup (graph->language);
  copy->title = g_strdup (graph->title);
  copy->subtitle = g_strdup (graph->subtitle);
  copy->organisation = g_strdup (graph->organisation);
  copy->date = g_strdup (graph->date);
  for (guint i = 0; i < graph->lanes->len; i++)
    g_ptr_array_add (copy->lanes, g_strdup (g_ptr_array_index (graph->lanes, i)));
  for (guint i = 0; i < graph->themes->len; i++)
    g_ptr_array_add (copy->themes, g_strdup (g_ptr_array_index (graph->themes, i)));
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      DvMapNode node = g_array_index (graph->nodes, DvMapNode, i);

      node.id = g_strdup (node.id);
      node.text = g_strdup (node.text);
      node.measure = g_strdup (node.measure);
      node.values = g_strdup (node.values);
      g_array_append_val (copy->nodes, node);
    }
  g_array_append_vals (copy->links, graph->links->data, graph->links->len);

  return copy;
}

static gboolean
names_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
nodes_equal (GArray *a,
             GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const DvMapNode *first = &g_array_index (a, DvMapNode, i);
      const DvMapNode *second = &g_array_index (b, DvMapNode, i);

      if (g_strcmp0 (first->id, second->id) != 0 || g_strcmp0 (first->text, second->text) != 0 ||
          first->lane != second->lane || first->theme != second->theme ||
          g_strcmp0 (first->measure, second->measure) != 0 || g_strcmp0 (first->values, second->values) != 0 ||
          first->status != second->status || first->height < second->height || first->height > second->height)
        return FALSE;
    }

  return TRUE;
}

static gboolean
links_equal (GArray *a,
             GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (DvMapLink)) == 0);
}

/**
 * dv_map_graph_equal:
 * @a: (nullable): a map
 * @b: (nullable): another
 *
 * Returns: whether they are drawn the same
 */
gboolean
dv_map_graph_equal (const DvMapGraph *a,
                    const DvMapGraph *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->subtitle, b->subtitle) == 0 && g_strcmp0 (a->organisation, b->organisation) == 0 &&
         g_strcmp0 (a->date, b->date) == 0 && names_equal (a->lanes, b->lanes) &&
         names_equal (a->themes, b->themes) && nodes_equal (a->nodes, b->nodes) && links_equal (a->links, b->links);
}

static char *
number_with_unit (const char *language,
                  double      number,
                  const char *unit)
{
  g_autofree char *plain = dv_document_text_number (language, number);

  return g_strconcat (plain, *plain != '\0' ? unit : "", NULL);
}

/* "48% → 65%", "34 → 20 dagen", or what is known of it. */
static char *
values_of_measure (const char *language,
                   DvItem     *measure)
{
  const char *unit = dv_item_get_string (measure, DV_MEASURE_UNIT);
  gboolean is_percent = g_strcmp0 (unit, "%") == 0;
  g_autofree char *spaced = NULL;
  g_autofree char *now = NULL;
  g_autofree char *target = NULL;

  spaced = unit != NULL && *unit != '\0' && !is_percent ? g_strconcat (" ", unit, NULL) : g_strdup ("");
  now = number_with_unit (language, dv_item_get_number (measure, DV_MEASURE_NOW), is_percent ? "%" : "");
  target = number_with_unit (language, dv_item_get_number (measure, DV_MEASURE_TARGET), is_percent ? "%" : spaced);
  if (*target == '\0')
    return *now != '\0' ? g_strconcat (now, spaced, NULL) : g_strdup ("");

  return *now != '\0' ? g_strconcat (now, " → ", target, NULL) : g_strconcat ("→ ", target, NULL);
}

static int
place_of (DvWorkshop *workshop,
          DvItem     *item,
          int         field)
{
  DvItem *referred = dv_workshop_get_ref (workshop, item, field);

  return referred != NULL ? (int) dv_item_get_position (referred) : -1;
}

static void
take_objective (DvMapGraph *graph,
                DvWorkshop *workshop,
                DvItem     *objective)
{
  DvMapNode *node;
  DvItem *measure;

  dv_map_graph_add_node (graph, dv_item_get_id (objective), dv_item_get_string (objective, DV_OBJECTIVE_TEXT),
                         place_of (workshop, objective, DV_OBJECTIVE_LANE),
                         place_of (workshop, objective, DV_OBJECTIVE_THEME));
  if (dv_item_count (objective, &dv_measure_kind) == 0)
    return;

  node = &g_array_index (graph->nodes, DvMapNode, graph->nodes->len - 1);
  measure = dv_list_get (dv_item_get_list (objective, &dv_measure_kind), 0);
  node->measure = g_strdup (dv_item_get_string (measure, DV_MEASURE_NAME));
  node->values = values_of_measure (graph->language, measure);
  node->status = (DvStatus) dv_item_get_int (measure, DV_MEASURE_STATUS);
}

static void
take_names (GPtrArray    *names,
            DvItem       *map,
            const DvKind *kind,
            int           field)
{
  for (guint i = 0; i < dv_item_count (map, kind); i++)
    g_ptr_array_add (names, g_strdup (dv_item_get_string (dv_list_get (dv_item_get_list (map, kind), i), field)));
}

/**
 * dv_map_graph_new_from_workshop:
 * @workshop: a workshop
 *
 * Returns: (transfer full): its strategy map; nodes and links are in the order
 *   of its objectives and links
 */
DvMapGraph *
dv_map_graph_new_from_workshop (DvWorkshop *workshop)
{
  DvMapGraph *graph = dv_map_graph_new ();
  DvItem *root = dv_workshop_get_root (workshop);
  DvItem *map = dv_map_get (workshop);

  graph->language = g_strdup (dv_document_language (workshop));
  graph->organisation = g_strdup (dv_item_get_string (root, DV_WORKSHOP_ORGANISATION));
  graph->date = g_strdup (dv_item_get_string (root, DV_WORKSHOP_DATE));
  if (map == NULL)
    return graph;

  graph->title = g_strdup (dv_item_get_string (map, DV_MAP_TITLE));
  graph->subtitle = g_strdup (dv_item_get_string (map, DV_MAP_SUBTITLE));
  take_names (graph->lanes, map, &dv_lane_kind, DV_LANE_NAME);
  take_names (graph->themes, map, &dv_theme_kind, DV_THEME_NAME);
  for (guint i = 0; i < dv_item_count (map, &dv_objective_kind); i++)
    take_objective (graph, workshop, dv_list_get (dv_item_get_list (map, &dv_objective_kind), i));
  for (guint i = 0; i < dv_item_count (map, &dv_link_kind); i++)
    {
      DvItem *link = dv_list_get (dv_item_get_list (map, &dv_link_kind), i);
      int source = place_of (workshop, link, DV_LINK_SOURCE), target = place_of (workshop, link, DV_LINK_TARGET);

      if (source >= 0 && target >= 0)
        dv_map_graph_add_link (graph, (guint) source, (guint) target);
    }

  return graph;
}
