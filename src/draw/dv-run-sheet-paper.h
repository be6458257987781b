/* dv-run-sheet-paper.h
 *
 * The run sheet and the checklist on A4
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

GBytes *dv_run_sheet_to_pdf (DvWorkshop *workshop,
                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dv_checklist_to_pdf (DvWorkshop *workshop,
                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
