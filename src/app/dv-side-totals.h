/* dv-side-totals.h
 *
 * How many key words residents and staff gave
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DV_TYPE_SIDE_TOTALS (dv_side_totals_get_type ())
G_DECLARE_FINAL_TYPE (DvSideTotals, dv_side_totals, DV, SIDE_TOTALS, GtkWidget)

void dv_side_totals_set (DvSideTotals *self,
                         guint         residents,
                         guint         staff);

G_END_DECLS
