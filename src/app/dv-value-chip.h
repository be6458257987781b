/* dv-value-chip.h
 *
 * One core value in the row of chips: number, name, and count or target
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-workshop.h"

G_BEGIN_DECLS

/* How the row is laid out, from roomy to narrow. */
typedef enum {
  DV_CHIP_ROOMY,
  DV_CHIP_COMPACT,
  DV_CHIP_COLUMN,
} DvChipLayout;

#define DV_TYPE_VALUE_CHIP (dv_value_chip_get_type ())
G_DECLARE_FINAL_TYPE (DvValueChip, dv_value_chip, DV, VALUE_CHIP, GtkButton)

GtkWidget *dv_value_chip_new          (DvItem      *value,
                                       gboolean     shows_target);
DvItem    *dv_value_chip_get_value    (DvValueChip *self);
gboolean   dv_value_chip_update       (DvValueChip *self,
                                       gboolean     selected);
int        dv_value_chip_get_width    (DvValueChip *self,
                                       DvChipLayout layout);
int        dv_value_chip_get_height   (DvChipLayout layout);
void       dv_value_chip_set_layout   (DvValueChip *self,
                                       DvChipLayout layout);

G_END_DECLS
