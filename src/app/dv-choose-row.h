/* dv-choose-row.h
 *
 * How a line of the list on which a room chooses is shown
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-choose-line.h"
#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_CHOOSE_ROW (dv_choose_row_get_type ())
G_DECLARE_FINAL_TYPE (DvChooseRow, dv_choose_row, DV, CHOOSE_ROW, GtkWidget)

GtkWidget    *dv_choose_row_new          (DvSession    *session);
DvChooseLine *dv_choose_row_get_line     (DvChooseRow  *self);
void          dv_choose_row_set_line     (DvChooseRow  *self,
                                          DvChooseLine *line);
gboolean      dv_choose_row_focus_number (DvChooseRow  *self);

G_END_DECLS
