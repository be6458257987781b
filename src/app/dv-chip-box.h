/* dv-chip-box.h
 *
 * Chips in lines, as many on a line as fit
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DV_TYPE_CHIP_BOX (dv_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (DvChipBox, dv_chip_box, DV, CHIP_BOX, GtkWidget)

void dv_chip_box_set_chips (DvChipBox *self,
                            GPtrArray *chips);

G_END_DECLS
