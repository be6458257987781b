/* dv-map-paint.h
 *
 * What a strategy map looks like
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-map-layout.h"
#include "dv-scene.h"

G_BEGIN_DECLS

typedef struct _DvMapPicture DvMapPicture;

typedef enum
{
  DV_MAP_PLAIN = 0,
  DV_MAP_DARK = 1 << 0,
  DV_MAP_SCREEN = 1 << 1, /* larger text, measures without their names */
  DV_MAP_HINT = 1 << 2,        /* says what to do when the map is empty */
  DV_MAP_ROOM = 1 << 3,   /* for the back row: no text smaller than DV_MAP_ROOM_TEXT */
} DvMapFlags;

#define DV_MAP_ROOM_TEXT 22.0
#define DV_MAP_ROOM_LABEL_WIDTH 196.0

/* What is shown of a node. */
typedef enum
{
  DV_MAP_SHOWN,
  DV_MAP_LIT,    /* in a chain that is pointed out */
  DV_MAP_QUIET,  /* beside that chain */
  DV_MAP_HIDDEN,
} DvMapLook;

/* A map of which not everything is shown, or that is part of a larger one. */
typedef struct
{
  const DvMapLook *looks; /* nullable: of each node */
  guint first_lane;       /* those above it are left out */
  guint first_theme;      /* how many themes of the larger one come before */
} DvMapDetail;

DvMapPicture      *dv_map_picture_new         (DvMapGraph *graph,
                                               DvMapFlags  flags) G_GNUC_WARN_UNUSED_RESULT;
void               dv_map_picture_free        (DvMapPicture *self);
const DvMapLayout *dv_map_picture_get_layout  (DvMapPicture *self);
void               dv_map_picture_paint       (DvMapPicture      *self,
                                               cairo_t           *cr,
                                               const DvSceneRect *clip);

DvScene           *dv_map_scene_new           (const DvMapGraph  *graph,
                                               const DvMapLayout *layout,
                                               DvShaper          *shaper,
                                               DvMapFlags         flags) G_GNUC_WARN_UNUSED_RESULT;
DvScene           *dv_map_scene_new_view      (const DvMapGraph  *graph,
                                               const DvMapLayout *layout,
                                               DvShaper          *shaper,
                                               DvMapFlags         flags,
                                               const DvMapDetail *view) G_GNUC_WARN_UNUSED_RESULT;
void               dv_map_measure             (DvMapGraph *graph,
                                               DvShaper   *shaper,
                                               DvMapFlags  flags);
double             dv_map_lane_height          (DvShaper   *shaper,
                                                const char *name,
                                                DvMapFlags  flags);
double             dv_map_theme_height         (DvShaper   *shaper,
                                                const char *name,
                                                DvMapFlags  flags);
char              *dv_map_describe            (const DvMapGraph *graph) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMapPicture, dv_map_picture_free)

G_END_DECLS
