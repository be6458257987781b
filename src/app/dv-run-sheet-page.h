/* dv-run-sheet-page.h
 *
 * The meeting against the clock
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_RUN_SHEET_PAGE (dv_run_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (DvRunSheetPage, dv_run_sheet_page, DV, RUN_SHEET_PAGE, DvPage)

DvPage *dv_run_sheet_page_new (DvSession *session);

G_END_DECLS
