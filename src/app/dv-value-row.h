/* dv-value-row.h
 *
 * A value in the list to choose from
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_VALUE_ROW (dv_value_row_get_type ())
G_DECLARE_FINAL_TYPE (DvValueRow, dv_value_row, DV, VALUE_ROW, GtkListBoxRow)

GtkWidget *dv_value_row_new       (DvSession  *session,
                                   DvItem     *value);
DvItem    *dv_value_row_get_value (DvValueRow *self);
void       dv_value_row_show      (DvValueRow *self,
                                   double      residents,
                                   double      staff,
                                   double      top);

G_END_DECLS
