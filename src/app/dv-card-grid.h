/* dv-card-grid.h
 *
 * Cards in columns of equal width, as many as fit
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DV_TYPE_CARD_GRID (dv_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (DvCardGrid, dv_card_grid, DV, CARD_GRID, GtkWidget)

void dv_card_grid_insert (DvCardGrid *self,
                          GtkWidget  *card,
                          GtkWidget  *previous);

G_END_DECLS
