/* dv-choice-row.h
 *
 * A row that chooses one of the items in a list, or none
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_CHOICE_ROW (dv_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (DvChoiceRow, dv_choice_row, DV, CHOICE_ROW, AdwComboRow)

void    dv_choice_row_fill       (DvChoiceRow *self,
                                  GListModel  *items,
                                  int          field,
                                  const char  *none);
void    dv_choice_row_set_chosen (DvChoiceRow *self,
                                  DvItem      *item);
DvItem *dv_choice_row_get_chosen (DvChoiceRow *self);

G_END_DECLS
