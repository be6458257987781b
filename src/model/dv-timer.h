/* dv-timer.h
 *
 * A timer of two phases: work, then report back
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DV_TIMER_WORK,
  DV_TIMER_REPORT,
  DV_TIMER_OVER,   /* counts up */
} DvTimerPhase;

/* Does not look at any clock: who owns it tells it the time, in microseconds of
 * a clock that does not jump, and so can a test. Signals: "changed" when
 * something that can be read is another; "phase-changed" when time ran out. */
#define DV_TYPE_TIMER (dv_timer_get_type ())
G_DECLARE_FINAL_TYPE (DvTimer, dv_timer, DV, TIMER, GObject)

DvTimer     *dv_timer_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void         dv_timer_set            (DvTimer *self,
                                      int      work,
                                      int      report);
void         dv_timer_set_title      (DvTimer    *self,
                                      const char *title);
const char  *dv_timer_get_title      (DvTimer *self);
void         dv_timer_start          (DvTimer *self,
                                      gint64   now);
void         dv_timer_pause          (DvTimer *self,
                                      gint64   now);
void         dv_timer_add            (DvTimer *self,
                                      int      seconds,
                                      gint64   now);
void         dv_timer_tick           (DvTimer *self,
                                      gint64   now);
gboolean     dv_timer_is_set         (DvTimer *self);
gboolean     dv_timer_is_running     (DvTimer *self);
gboolean     dv_timer_is_idle        (DvTimer *self);
int          dv_timer_get_work       (DvTimer *self);
int          dv_timer_get_report     (DvTimer *self);
DvTimerPhase dv_timer_get_phase      (DvTimer *self);
int          dv_timer_get_seconds    (DvTimer *self);
double       dv_timer_get_part       (DvTimer *self);
char        *dv_timer_dup_text       (DvTimer *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
