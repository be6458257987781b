/* dv-slide-painter.h
 *
 * Paints slides without holding up the window
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-slide.h"

G_BEGIN_DECLS

/* What a slide looks like at one size. Cut into tiles: those that look as they
 * did in the picture before are the same ones, so that only the others are drawn
 * anew. Does not change once it is there; any thread may hold it. */
typedef struct _DvSlidePicture DvSlidePicture;

DvSlidePicture *dv_slide_picture_ref           (DvSlidePicture *self);
void            dv_slide_picture_unref         (DvSlidePicture *self);
int             dv_slide_picture_get_width     (DvSlidePicture *self);
int             dv_slide_picture_get_height    (DvSlidePicture *self);
gboolean        dv_slide_picture_has_arrivals  (DvSlidePicture *self);
const char     *dv_slide_picture_part_at       (DvSlidePicture *self,
                                                double          x,
                                                double          y);
void            dv_slide_picture_snapshot      (DvSlidePicture *self,
                                                GtkSnapshot    *snapshot,
                                                double          scale,
                                                double          arrived);

/* A thread that paints, shared by all who show slides. */
typedef struct _DvSlidePainter DvSlidePainter;

DvSlidePainter *dv_slide_painter_get    (void) G_GNUC_WARN_UNUSED_RESULT;
void            dv_slide_painter_unref  (DvSlidePainter *self);
void            dv_slide_painter_paint  (DvSlidePainter      *self,
                                         DvSlide             *slide,
                                         int                  width,
                                         int                  height,
                                         gboolean             is_dark,
                                         DvSlidePicture      *before,
                                         gboolean             arrives,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
DvSlidePicture *dv_slide_painter_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvSlidePicture, dv_slide_picture_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvSlidePainter, dv_slide_painter_unref)

G_END_DECLS
