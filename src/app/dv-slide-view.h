/* dv-slide-view.h
 *
 * Shows what the room sees, on the projector or small
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-slide.h"

G_BEGIN_DECLS

#define DV_TYPE_SLIDE_VIEW (dv_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (DvSlideView, dv_slide_view, DV, SLIDE_VIEW, GtkWidget)

GtkWidget *dv_slide_view_new          (void) G_GNUC_WARN_UNUSED_RESULT;

DvSlide   *dv_slide_view_get_slide    (DvSlideView *self);
void       dv_slide_view_set_slide    (DvSlideView *self,
                                       DvSlide     *slide);
gboolean   dv_slide_view_get_dark     (DvSlideView *self);
void       dv_slide_view_set_dark     (DvSlideView *self,
                                       gboolean     is_dark);
gboolean   dv_slide_view_get_animated (DvSlideView *self);
void       dv_slide_view_set_animated (DvSlideView *self,
                                       gboolean     is_animated);
double     dv_slide_view_get_aspect   (DvSlideView *self);
void       dv_slide_view_set_aspect   (DvSlideView *self,
                                       double       aspect);
gboolean   dv_slide_view_is_settled   (DvSlideView *self);
const char *dv_slide_view_part_at     (DvSlideView *self,
                                       double       x,
                                       double       y);

G_END_DECLS
