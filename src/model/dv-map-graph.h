/* dv-map-graph.h
 *
 * A strategy map as plain data: what is on it, not where
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *text;
  int lane;       /* from the top, or -1 */
  int theme;      /* from the left, or -1 */
  char *measure;  /* (nullable): its name */
  char *values;   /* (nullable): "6,4 → 7,2" */
  DvStatus status;
  double height;  /* of its box; 0: the usual */
} DvMapNode;

/* The source contributes to the target. */
typedef struct
{
  guint source;
  guint target;
} DvMapLink;

typedef struct
{
  char *language;
  char *title;
  char *subtitle;
  char *organisation;
  char *date;        /* YYYY-MM-DD, or empty */
  GPtrArray *lanes;  /* char*, from the top */
  GPtrArray *themes; /* char*, from the left */
  GArray *nodes;     /* DvMapNode */
  GArray *links;     /* DvMapLink */
} DvMapGraph;

DvMapGraph *dv_map_graph_new      (void) G_GNUC_WARN_UNUSED_RESULT;
DvMapGraph *dv_map_graph_new_from_workshop (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvMapGraph *dv_map_graph_copy     (const DvMapGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dv_map_graph_equal    (const DvMapGraph *a,
                                    const DvMapGraph *b);
void        dv_map_graph_free     (DvMapGraph *graph);
void        dv_map_graph_add_node (DvMapGraph *graph,
                                    const char *id,
                                    const char *text,
                                    int         lane,
                                    int         theme);
void        dv_map_graph_add_link (DvMapGraph *graph,
                                    guint       source,
                                    guint       target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMapGraph, dv_map_graph_free)

G_END_DECLS
