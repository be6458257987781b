/* dv-sheet.h
 *
 * A sheet of paper, as large as fits
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DV_TYPE_SHEET (dv_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DvSheet, dv_sheet, DV, SHEET, GtkWidget)

/* Draws the sheet in its own units: (0, 0) is its corner. */
typedef void (*DvSheetDrawFunc) (DvSheet *sheet,
                                 cairo_t *cr,
                                 gpointer data);

void dv_sheet_set_size      (DvSheet        *self,
                             double          width,
                             double          height);
void dv_sheet_set_draw_func (DvSheet        *self,
                             DvSheetDrawFunc draw,
                             gpointer        data);

G_END_DECLS
