/* dv-reserve-lines.h
 *
 * Lines for the examples that are not on the shortlist
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DV_TYPE_RESERVE_LINES (dv_reserve_lines_get_type ())

G_DECLARE_FINAL_TYPE (DvReserveLines, dv_reserve_lines, DV, RESERVE_LINES, GObject)

DvReserveLines *dv_reserve_lines_new (GListModel *reserve) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
