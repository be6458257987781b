/* dv-scene-private.h
 *
 * What a drawing consists of, for the files that read it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-scene.h"

G_BEGIN_DECLS

typedef enum
{
  DV_SCENE_FILL,
  DV_SCENE_STROKE,
  DV_SCENE_TEXT,
  DV_SCENE_SCENE,
  DV_SCENE_IMAGE,
} DvSceneShapeKind;

typedef struct
{
  DvSceneShapeKind kind;
  DvColour colour;
  DvSceneRect extents;
  cairo_path_t *path;       /* of fill and stroke */
  double line_width;
  PangoLayout *layout;      /* of text */
  int line;
  DvFont font;
  PangoAlignment alignment; /* what anchor_x is to the line */
  double x;                 /* left side */
  double anchor_x;
  double baseline;
  DvScene *scene;           /* another drawing, at extents, */
  double scale;             /* this large */
  cairo_surface_t *image;   /* fills extents, */
  GBytes *png;              /* made from this */
  int part;                 /* the innermost it is of, or -1 */
  gboolean is_graphic;
} DvSceneShape;

/* What was drawn between one begin and end. An id may come back: as a card and
 * as a bead, say.
 */
typedef struct
{
  char *id;
  DvSceneRect extents; /* of its shapes and of the parts inside it */
  gboolean has_extents;
  int parent;          /* or -1 */
} DvScenePart;

struct _DvScene
{
  DvShaper *shaper; /* borrowed */
  double width;
  double height;
  GArray *shapes;   /* DvSceneShape */
  GArray *parts;    /* DvScenePart, in the order begun */
  int open_part;    /* or -1 */
  gboolean is_graphic;
  cairo_t *pen;     /* on nothing: only its path is used */
};

/* What is painted: all shapes in a clip, or those a filter wants. */
typedef struct
{
  const DvSceneRect *clip;
  DvSceneFilter filter;
  gpointer data;
} DvSceneWanted;

DvSceneRect dv_scene_rect_unite   (DvSceneRect a,
                                   DvSceneRect b);
void        dv_scene_paint_wanted (DvScene             *self,
                                   cairo_t             *cr,
                                   const DvSceneWanted *wanted,
                                   const char          *outer);

G_END_DECLS
