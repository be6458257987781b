/* dv-projection.h
 *
 * Whether, where and how the room sees the stage
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-projector.h"
#include "dv-screens.h"

G_BEGIN_DECLS

#define DV_TYPE_PROJECTION (dv_projection_get_type ())
G_DECLARE_FINAL_TYPE (DvProjection, dv_projection, DV, PROJECTION, GObject)

DvProjection *dv_projection_new           (DvSession    *session,
                                           GtkWindow    *console) G_GNUC_WARN_UNUSED_RESULT;
DvShowing     dv_projection_get_showing   (DvProjection *self);
DvProjector  *dv_projection_get_projector (DvProjection *self);
void          dv_projection_open          (DvProjection *self);
void          dv_projection_open_window   (DvProjection *self);
void          dv_projection_move          (DvProjection *self);
void          dv_projection_close         (DvProjection *self);
void          dv_projection_check         (DvProjection *self);
DvRoomScreen  dv_projection_find_room     (GtkWidget    *widget);

G_END_DECLS
