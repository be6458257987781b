/* dv-map-graph.c
 *
 * A strategy map as plain data: what is on it, not where
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-graph"

#include "config.h"

#include "dv-map-layout.h"

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
