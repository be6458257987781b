/* dv-table-text.h
 *
 * Rows of cells as CSV
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dv_table_text_append_csv (GString           *csv,
                               const char *const *cells);

G_END_DECLS
