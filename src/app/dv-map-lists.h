/* dv-map-lists.h
 *
 * The strategy map as lists: perspectives, themes and objectives
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_MAP_LISTS (dv_map_lists_get_type ())
G_DECLARE_FINAL_TYPE (DvMapLists, dv_map_lists, DV, MAP_LISTS, GtkWidget)

GtkWidget *dv_map_lists_new     (DvSession  *session) G_GNUC_WARN_UNUSED_RESULT;
void       dv_map_lists_set_map (DvMapLists *self,
                                 DvItem     *map);

G_END_DECLS
