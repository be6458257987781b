/* dv-map-layout.h
 *
 * Where the boxes and arrows of a strategy map go
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Measures of the map, in its own units: four to a millimetre on A3. */
#define DV_MAP_BOX_WIDTH 272.0
#define DV_MAP_BOX_HEIGHT 100.0
#define DV_MAP_LABEL_WIDTH 184.0
#define DV_MAP_ARROW_LENGTH 11.0 /* an arrow's line ends this far below its box */

typedef enum
{
  DV_MAP_STATUS_NONE,
  DV_MAP_STATUS_ON_COURSE,
  DV_MAP_STATUS_ATTENTION,
  DV_MAP_STATUS_BEHIND,
} DvMapStatus;

typedef struct
{
  char *id;
  char *text;
  int lane;       /* from the top, or -1 */
  int theme;      /* from the left, or -1 */
  char *measure;  /* (nullable): its name */
  char *values;   /* (nullable): "6,4 → 7,2" */
  DvMapStatus status;
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

typedef struct
{
  double x;
  double y;
} DvMapPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} DvMapRect;

/* A start and, for each cubic curve that follows, two handles and an end. */
typedef struct
{
  guint link;
  guint first_point;
  guint n_points;
} DvMapWire;

typedef struct
{
  double width;
  double height;
  GArray *lanes;   /* DvMapRect, from the top; one more when boxes have no lane */
  GArray *themes;  /* DvMapRect of the boxes of each theme */
  GArray *boxes;   /* DvMapRect, as the nodes */
  GArray *wires;   /* DvMapWire */
  GArray *points;  /* DvMapPoint */
} DvMapLayout;

DvMapGraph  *dv_map_graph_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void         dv_map_graph_free     (DvMapGraph *graph);
void         dv_map_graph_add_node (DvMapGraph *graph,
                                    const char *id,
                                    const char *text,
                                    int         lane,
                                    int         theme);
void         dv_map_graph_add_link (DvMapGraph *graph,
                                    guint       source,
                                    guint       target);

DvMapLayout *dv_map_layout_new     (const DvMapGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void         dv_map_layout_free    (DvMapLayout *self);
int          dv_map_layout_box_at  (const DvMapLayout *self,
                                    double             x,
                                    double             y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMapGraph, dv_map_graph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMapLayout, dv_map_layout_free)

G_END_DECLS
