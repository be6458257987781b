/* dv-session.h
 *
 * What the window and its pages share: the workshop, and where we are in it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "dv-timekeeper.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

#define DV_TYPE_SESSION (dv_session_get_type ())
G_DECLARE_FINAL_TYPE (DvSession, dv_session, DV, SESSION, GObject)

DvSession  *dv_session_new          (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;

DvWorkshop *dv_session_get_workshop (DvSession  *self);
DvItem     *dv_session_get_activity (DvSession  *self);
void        dv_session_set_activity (DvSession  *self,
                                     DvItem     *activity);
DvItem     *dv_session_get_value    (DvSession  *self);
void        dv_session_set_value    (DvSession  *self,
                                     DvItem     *value);
DvItem     *dv_session_get_role     (DvSession  *self);
void        dv_session_set_role     (DvSession  *self,
                                     DvItem     *role);
DvSide      dv_session_get_side     (DvSession  *self);
void        dv_session_set_side     (DvSession  *self,
                                     DvSide      side);

/* What the room sees; it follows the activity and value that are open. */
DvStage    *dv_session_get_stage    (DvSession  *self);
DvTimekeeper *dv_session_get_timekeeper (DvSession *self);
double      dv_session_get_aspect   (DvSession  *self);
void        dv_session_set_aspect   (DvSession  *self,
                                     double      aspect);

gboolean    dv_session_apply        (DvSession  *self,
                                     DvGroup    *group);
gboolean    dv_session_check        (DvSession  *self,
                                     gboolean    done,
                                     GError    **error);
void        dv_session_say          (DvSession  *self,
                                     const char *text);
void        dv_session_say_undo     (DvSession  *self,
                                     const char *text);

G_END_DECLS
