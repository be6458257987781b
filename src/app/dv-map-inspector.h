/* dv-map-inspector.h
 *
 * What one objective of the strategy map says
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_MAP_INSPECTOR (dv_map_inspector_get_type ())
G_DECLARE_FINAL_TYPE (DvMapInspector, dv_map_inspector, DV, MAP_INSPECTOR, GtkWidget)

GtkWidget *dv_map_inspector_new           (DvSession      *session) G_GNUC_WARN_UNUSED_RESULT;
void       dv_map_inspector_set_objective (DvMapInspector *self,
                                           DvItem         *objective);
void       dv_map_inspector_focus_text    (DvMapInspector *self);
void       dv_map_inspector_focus_links   (DvMapInspector *self);

G_END_DECLS
