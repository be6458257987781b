/* dv-run-sheet-row.h
 *
 * One part of a meeting in the run sheet
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-run-sheet.h"

G_BEGIN_DECLS

#define DV_TYPE_RUN_SHEET_ROW (dv_run_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (DvRunSheetRow, dv_run_sheet_row, DV, RUN_SHEET_ROW, GtkListBoxRow)

GtkWidget *dv_run_sheet_row_new          (void);
DvItem    *dv_run_sheet_row_get_activity (DvRunSheetRow  *self);
void       dv_run_sheet_row_show         (DvRunSheetRow  *self,
                                          const DvRunRow *row,
                                          gboolean        is_live,
                                          gboolean        is_proposed);
void       dv_run_sheet_row_set_scale    (DvRunSheetRow  *self,
                                          double          scale,
                                          int             width);

G_END_DECLS
