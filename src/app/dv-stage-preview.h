/* dv-stage-preview.h
 *
 * What the room sees, small, and what can be done with it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"
#include "dv-slide-view.h"

G_BEGIN_DECLS

#define DV_TYPE_STAGE_PREVIEW (dv_stage_preview_get_type ())
G_DECLARE_FINAL_TYPE (DvStagePreview, dv_stage_preview, DV, STAGE_PREVIEW, GtkWidget)

void         dv_stage_preview_set_session (DvStagePreview *self,
                                           DvSession      *session);
DvSlideView *dv_stage_preview_get_view    (DvStagePreview *self);

void         dv_stage_preview_fit         (DvSlideView    *view,
                                           double          aspect,
                                           int             width,
                                           int             height);

G_END_DECLS
