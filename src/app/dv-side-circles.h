/* dv-side-circles.h
 *
 * Two circles that share a part: what residents and staff say
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DV_TYPE_SIDE_CIRCLES (dv_side_circles_get_type ())
G_DECLARE_FINAL_TYPE (DvSideCircles, dv_side_circles, DV, SIDE_CIRCLES, GtkWidget)

GtkWidget *dv_side_circles_new (void);

G_END_DECLS
