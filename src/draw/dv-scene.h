/* dv-scene.h
 *
 * A drawing as a list of shapes and lines of text
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>

#include "dv-palette.h"
#include "dv-shaper.h"

G_BEGIN_DECLS

typedef struct _DvScene DvScene;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} DvSceneRect;

DvScene    *dv_scene_new        (DvShaper *shaper,
                                 double    width,
                                 double    height) G_GNUC_WARN_UNUSED_RESULT;
void        dv_scene_free       (DvScene *self);
cairo_t    *dv_scene_get_pen    (DvScene *self);
void        dv_scene_fill       (DvScene  *self,
                                 DvColour  colour);
void        dv_scene_stroke     (DvScene  *self,
                                 DvColour  colour,
                                 double    width);
void        dv_scene_round_rect (DvScene *self,
                                 double   x,
                                 double   y,
                                 double   width,
                                 double   height,
                                 double   radius);
void        dv_scene_text       (DvScene        *self,
                                 const DvFont   *font,
                                 DvColour        colour,
                                 const char     *text,
                                 double          x,
                                 double          baseline,
                                 PangoAlignment  alignment);
void        dv_scene_paragraph  (DvScene      *self,
                                 PangoLayout  *layout,
                                 const DvFont *font,
                                 DvColour      colour,
                                 double        x,
                                 double        baseline,
                                 double        leading);
void        dv_scene_add_scene  (DvScene *self,
                                 DvScene *scene,
                                 double   x,
                                 double   y,
                                 double   scale);
void        dv_scene_paint      (DvScene           *self,
                                 cairo_t           *cr,
                                 const DvSceneRect *clip);
GBytes     *dv_scene_to_svg     (DvScene    *self,
                                 DvColour    background,
                                 const char *language,
                                 const char *title,
                                 const char *description) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvScene, dv_scene_free)

G_END_DECLS
