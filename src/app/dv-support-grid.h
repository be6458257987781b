/* dv-support-grid.h
 *
 * The table in which the answers of a round of support are typed
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DV_TYPE_SUPPORT_GRID (dv_support_grid_get_type ())
G_DECLARE_FINAL_TYPE (DvSupportGrid, dv_support_grid, DV, SUPPORT_GRID, GtkWidget)

GtkWidget *dv_support_grid_new         (DvSession     *session);
void       dv_support_grid_commit      (DvSupportGrid *self);
void       dv_support_grid_set_round   (DvSupportGrid *self,
                                        DvItem        *round);
void       dv_support_grid_refresh     (DvSupportGrid *self);
void       dv_support_grid_focus_first (DvSupportGrid *self);

G_END_DECLS
