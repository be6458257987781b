/* dv-timekeeper.h
 *
 * Tells the timer the time, and what it is for
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-stage.h"

G_BEGIN_DECLS

/* Signal: "changed" when the timer shows something else, or there is another
 * offer. Main thread only. */
#define DV_TYPE_TIMEKEEPER (dv_timekeeper_get_type ())
G_DECLARE_FINAL_TYPE (DvTimekeeper, dv_timekeeper, DV, TIMEKEEPER, GObject)

DvTimekeeper *dv_timekeeper_new             (DvStage      *stage) G_GNUC_WARN_UNUSED_RESULT;
DvTimer      *dv_timekeeper_get_timer       (DvTimekeeper *self);
DvStage      *dv_timekeeper_get_stage       (DvTimekeeper *self);
void          dv_timekeeper_follow          (DvTimekeeper *self,
                                             DvItem       *activity,
                                             DvItem       *value);
void          dv_timekeeper_toggle          (DvTimekeeper *self);
void          dv_timekeeper_add             (DvTimekeeper *self,
                                             int           minutes);
void          dv_timekeeper_set_lengths     (DvTimekeeper *self,
                                             int           work,
                                             int           report);
void          dv_timekeeper_set_per_value   (DvTimekeeper *self,
                                             int           minutes);
int           dv_timekeeper_get_per_value   (DvTimekeeper *self);
const char   *dv_timekeeper_get_offer       (DvTimekeeper *self,
                                             int          *minutes);
void          dv_timekeeper_take_offer      (DvTimekeeper *self);

G_END_DECLS
