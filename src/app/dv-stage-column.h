/* dv-stage-column.h
 *
 * The side column: what the room sees, the time, who joins, and notes
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_STAGE_COLUMN (dv_stage_column_get_type ())
G_DECLARE_FINAL_TYPE (DvStageColumn, dv_stage_column, DV, STAGE_COLUMN, GtkWidget)

GtkWidget  *dv_stage_column_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void        dv_stage_column_set_session    (DvStageColumn *self,
                                            DvSession     *session);
const char *dv_stage_column_get_subtitle   (DvStageColumn *self);
void        dv_stage_column_set_projecting (DvStageColumn *self,
                                            gboolean       is_projecting);
gboolean    dv_stage_column_reveal         (DvStageColumn *self);
void        dv_stage_column_commit         (DvStageColumn *self);

G_END_DECLS
