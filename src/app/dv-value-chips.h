/* dv-value-chips.h
 *
 * The row of core values to choose from, which fits five to many
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"
#include "dv-value-chip.h"

G_BEGIN_DECLS

#define DV_TYPE_VALUE_CHIPS (dv_value_chips_get_type ())
G_DECLARE_FINAL_TYPE (DvValueChips, dv_value_chips, DV, VALUE_CHIPS, GtkWidget)

/* How the chips stand, for tests and for who draws around them. */
typedef enum {
  DV_ROW_ROOMY,
  DV_ROW_COMPACT,
  DV_ROW_COLUMNS,
  DV_ROW_SCROLLED,
} DvRowLayout;

GtkWidget  *dv_value_chips_new         (DvSession    *session,
                                        gboolean      shows_target);
void        dv_value_chips_step        (DvValueChips *self,
                                        int           by);
DvSession  *dv_value_chips_get_session (DvValueChips *self);
DvRowLayout dv_value_chips_get_layout  (DvValueChips *self);
guint       dv_value_chips_get_length  (DvValueChips *self);

G_END_DECLS
