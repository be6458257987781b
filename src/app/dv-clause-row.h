/* dv-clause-row.h
 *
 * One clause in the editor of the Manifest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_CLAUSE_ROW (dv_clause_row_get_type ())
G_DECLARE_FINAL_TYPE (DvClauseRow, dv_clause_row, DV, CLAUSE_ROW, GtkListBoxRow)

GtkWidget *dv_clause_row_new        (DvSession   *session,
                                     DvItem      *clause) G_GNUC_WARN_UNUSED_RESULT;
DvItem    *dv_clause_row_get_clause (DvClauseRow *self);
void       dv_clause_row_edit       (DvClauseRow *self);
void       dv_clause_row_renumber   (DvClauseRow *self);

G_END_DECLS
