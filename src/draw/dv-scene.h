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

/* A shape or a line of text as it lies on the drawing, for tests and for
 * exports that need more than a picture. Borrowed. */
typedef struct
{
  DvColour colour;
  DvSceneRect extents;  /* of what is inked; of text: its ink, not its line */
  double size;          /* of text: its font; 0: not text */
  double baseline;      /* of text */
  const char *text;     /* nullable: the line */
  const char *part;     /* nullable */
  gboolean is_stroke;
  gboolean is_image;
  gboolean is_graphic;  /* carries meaning: must be told from what is under it */
} DvSceneMark;

typedef void     (*DvSceneFunc)   (const DvSceneMark *mark,
                                   gpointer           data);
/* @part: (nullable): the innermost part a shape belongs to. */
typedef gboolean (*DvSceneFilter) (const char        *part,
                                   gpointer           data);

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
void        dv_scene_lines      (DvScene      *self,
                                 PangoLayout  *layout,
                                 const DvFont *font,
                                 DvColour      colour,
                                 double        x,
                                 double        baseline,
                                 double        leading,
                                 int           from,
                                 int           to);
void        dv_scene_add_scene  (DvScene *self,
                                 DvScene *scene,
                                 double   x,
                                 double   y,
                                 double   scale);
void        dv_scene_image      (DvScene *self,
                                 GBytes  *png,
                                 double   x,
                                 double   y,
                                 double   width,
                                 double   height);
gboolean    dv_scene_measure_image (GBytes *png,
                                    double *width,
                                    double *height);
void        dv_scene_paint      (DvScene           *self,
                                 cairo_t           *cr,
                                 const DvSceneRect *clip);

/* Parts: shapes that belong together, such as a card with its text. */
void        dv_scene_begin_part (DvScene    *self,
                                 const char *id);
void        dv_scene_end_part   (DvScene    *self);
const char *dv_scene_part_at    (DvScene    *self,
                                 double      x,
                                 double      y);
GPtrArray  *dv_scene_list_parts (DvScene    *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dv_scene_get_part   (DvScene     *self,
                                 const char  *id,
                                 DvSceneRect *extents);
void        dv_scene_paint_some (DvScene       *self,
                                 cairo_t       *cr,
                                 DvSceneFilter  filter,
                                 gpointer       data);
void        dv_scene_set_graphic (DvScene  *self,
                                  gboolean  is_graphic);
void        dv_scene_foreach    (DvScene     *self,
                                 DvSceneFunc  func,
                                 gpointer     data);
double      dv_scene_get_width  (DvScene    *self);
double      dv_scene_get_height (DvScene    *self);

GBytes     *dv_scene_to_svg     (DvScene    *self,
                                 DvColour    background,
                                 const char *language,
                                 const char *title,
                                 const char *description) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvScene, dv_scene_free)

G_END_DECLS
