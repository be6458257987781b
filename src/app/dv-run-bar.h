/* dv-run-bar.h
 *
 * How long a part of a meeting lasts, as a bar
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-run-sheet.h"

G_BEGIN_DECLS

#define DV_TYPE_RUN_BAR (dv_run_bar_get_type ())
G_DECLARE_FINAL_TYPE (DvRunBar, dv_run_bar, DV, RUN_BAR, GtkWidget)

void dv_run_bar_show (DvRunBar       *self,
                      const DvRunRow *row,
                      double          scale,
                      int             width);

G_END_DECLS
