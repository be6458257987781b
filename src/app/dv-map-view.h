/* dv-map-view.h
 *
 * The strategy map on screen, with every objective in reach
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_MAP_VIEW (dv_map_view_get_type ())
G_DECLARE_FINAL_TYPE (DvMapView, dv_map_view, DV, MAP_VIEW, GtkWidget)

GtkWidget *dv_map_view_new    (DvSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       dv_map_view_update (DvMapView *self);
void       dv_map_view_select (DvMapView *self,
                               DvItem    *objective);
void       dv_map_view_search (DvMapView  *self,
                               const char *text);

G_END_DECLS
