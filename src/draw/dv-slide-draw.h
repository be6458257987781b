/* dv-slide-draw.h
 *
 * Draws a slide: the scenes of the projector
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-scene.h"
#include "dv-slide.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

/* A scene is a pure function of a slide, a size and a style: window, preview,
 * export and tests all call it. Units are those of the given size. Each card,
 * row or box of the drawing is a part (see dv-scene.h) under the id of its item.
 */

DvScene *dv_slide_draw        (const DvSlide *slide,
                               DvShaper      *shaper,
                               double         width,
                               double         height,
                               gboolean       is_dark) G_GNUC_WARN_UNUSED_RESULT;
guint    dv_slide_count_pages (const DvSlide *slide,
                               DvShaper      *shaper,
                               double         width,
                               double         height);
GBytes  *dv_slide_to_png      (const DvSlide *slide,
                               int            width,
                               int            height,
                               gboolean       is_dark,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *dv_slide_to_svg      (const DvSlide *slide,
                               int            width,
                               int            height,
                               gboolean       is_dark,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *dv_slide_to_pdf      (const DvSlide *slide,
                               int            width,
                               int            height,
                               gboolean       is_dark,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *dv_slides_to_pdf     (DvWorkshop    *workshop,
                               int            width,
                               int            height,
                               gboolean       is_dark,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
