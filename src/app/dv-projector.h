/* dv-projector.h
 *
 * The window that the room looks at
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-session.h"
#include "dv-slide-view.h"

G_BEGIN_DECLS

#define DV_TYPE_PROJECTOR (dv_projector_get_type ())
G_DECLARE_FINAL_TYPE (DvProjector, dv_projector, DV, PROJECTOR, GtkWindow)

/* A key of the presenter, of the arrows or of the row on top, and the action of
 * the console's window that it stands for. */
typedef struct
{
  guint keyval;
  const char *action;
} DvProjectorKey;

DvProjector *dv_projector_new             (DvSession      *session,
                                           GtkWidget      *console) G_GNUC_WARN_UNUSED_RESULT;
DvSlideView *dv_projector_get_view        (DvProjector    *self);
void         dv_projector_show_full       (DvProjector    *self,
                                           GdkMonitor     *monitor);
void         dv_projector_show_window     (DvProjector    *self);
void         dv_projector_toggle_full     (DvProjector    *self);
gboolean     dv_projector_press           (DvProjector    *self,
                                           guint           keyval,
                                           GdkModifierType state);
const char  *dv_projector_get_description (DvProjector    *self);

G_END_DECLS
