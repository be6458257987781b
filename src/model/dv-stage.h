/* dv-stage.h
 *
 * What the facilitator has made public
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-cue.h"
#include "dv-timer.h"

G_BEGIN_DECLS

/* How many pages a slide has where it is shown; that depends on its texts and
 * on the size, which this folder knows nothing of. */
typedef guint (*DvStagePager) (const DvSlide *slide,
                               gpointer       data);

/* What is to be seen of a slide of the workshop: another one, such as one on which
 * forms of a word are counted as one. */
typedef DvSlide *(*DvStageFilter) (const DvSlide *slide);

/* The time in microseconds of a clock that does not jump. */
typedef gint64 (*DvStageClock) (gpointer data);

/* Signals: "changed" when what the room sees, what comes next or how many
 * changes wait is another; "went" when stepping led to another activity or
 * value, which the console then opens. Notices changes of the workshop by
 * itself, at most every 400 ms, and holds new examples in small shuffled
 * batches. Main thread only. */
#define DV_TYPE_STAGE (dv_stage_get_type ())
G_DECLARE_FINAL_TYPE (DvStage, dv_stage, DV, STAGE, GObject)

DvStage     *dv_stage_new              (DvWorkshop   *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvWorkshop  *dv_stage_get_workshop     (DvStage      *self);
DvTimer     *dv_stage_get_timer        (DvStage      *self);
void         dv_stage_set_pager        (DvStage      *self,
                                        DvStagePager  pager,
                                        gpointer      data);
void         dv_stage_set_filter       (DvStage      *self,
                                        DvStageFilter filter);
void         dv_stage_set_clock        (DvStage      *self,
                                        DvStageClock  clock,
                                        gpointer      data);

void         dv_stage_follow           (DvStage      *self,
                                        DvItem       *activity,
                                        DvItem       *value);
DvItem      *dv_stage_get_activity     (DvStage      *self);
DvItem      *dv_stage_get_value        (DvStage      *self);
void         dv_stage_show             (DvStage      *self,
                                        const DvCue  *cue);
gboolean     dv_stage_is_following     (DvStage      *self);
DvCue        dv_stage_get_cue          (DvStage      *self);

/* What the room sees, what it would see if it were not frozen or blank, and
 * what the next step would show. */
DvSlide     *dv_stage_get_slide        (DvStage      *self);
DvSlide     *dv_stage_get_live         (DvStage      *self);
DvSlide     *dv_stage_get_next         (DvStage      *self);

gboolean     dv_stage_step             (DvStage      *self,
                                        int           by);
guint        dv_stage_get_page         (DvStage      *self);
guint        dv_stage_get_n_pages      (DvStage      *self);

void         dv_stage_set_blank        (DvStage      *self,
                                        gboolean      is_blank);
gboolean     dv_stage_is_blank         (DvStage      *self);
void         dv_stage_set_frozen       (DvStage      *self,
                                        gboolean      is_frozen);
gboolean     dv_stage_is_frozen        (DvStage      *self);
guint        dv_stage_get_n_waiting    (DvStage      *self);
void         dv_stage_set_spotlight    (DvStage      *self,
                                        const char   *id);
void         dv_stage_set_timer_shown  (DvStage      *self,
                                        gboolean      is_shown);
gboolean     dv_stage_is_timer_shown   (DvStage      *self);
void         dv_stage_refresh          (DvStage      *self);

G_END_DECLS
