/* dv-rail-row.h
 *
 * One step or activity in the rail
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-workshop.h"

G_BEGIN_DECLS

#define DV_TYPE_RAIL_ROW (dv_rail_row_get_type ())
G_DECLARE_FINAL_TYPE (DvRailRow, dv_rail_row, DV, RAIL_ROW, GtkListBoxRow)

GtkWidget *dv_rail_row_new      (DvItem    *item);
DvItem    *dv_rail_row_get_item (DvRailRow *self);
gboolean   dv_rail_row_is_step  (DvRailRow *self);
void       dv_rail_row_set_here (DvRailRow *self,
                                 gboolean   is_here);
void       dv_rail_row_update   (DvRailRow *self);

gboolean   dv_step_is_done      (DvItem    *step);

G_END_DECLS
