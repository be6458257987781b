/* dv-plan.h
 *
 * Changes to the programme: steps and activities added, moved, removed
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-session.h"

G_BEGIN_DECLS

const char *dv_plan_get_title     (DvItem     *item);
void        dv_plan_set_state     (DvSession  *session,
                                   DvItem     *activity,
                                   DvState     state);
void        dv_plan_set_minutes   (DvSession  *session,
                                   DvItem     *activity,
                                   int         minutes);
void        dv_plan_add_minutes   (DvSession  *session,
                                   DvItem     *activity,
                                   int         minutes);
void        dv_plan_set_times     (DvSession  *session,
                                   DvItem     *meeting,
                                   int         start,
                                   int         end);
void        dv_plan_rename        (DvSession  *session,
                                   DvItem     *item,
                                   const char *title);
DvItem     *dv_plan_add_activity  (DvSession  *session,
                                   DvItem     *after);
DvItem     *dv_plan_add_step      (DvSession  *session,
                                   DvItem     *after);
gboolean    dv_plan_can_move      (DvSession  *session,
                                   DvItem     *item,
                                   int         by);
void        dv_plan_move          (DvSession  *session,
                                   DvItem     *item,
                                   int         by);
void        dv_plan_remove        (DvSession  *session,
                                   DvItem     *item);
DvItem     *dv_plan_get_neighbour (DvWorkshop *workshop,
                                   DvItem     *activity,
                                   int         by);
DvItem     *dv_plan_get_current   (DvWorkshop *workshop);

G_END_DECLS
