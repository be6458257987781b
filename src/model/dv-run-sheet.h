/* dv-run-sheet.h
 *
 * A meeting against the clock: what is planned, what it became, what still fits
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* Times are minutes since midnight of the day the meeting begins, so that a
 * meeting may go on past midnight. */
#define DV_NO_TIME -1

/* From how many minutes late something is proposed. */
#define DV_RUN_SHEET_LATE 2

typedef struct
{
  DvItem *activity;
  DvState state;
  int minutes;       /* planned */
  int full;          /* planned before it was shortened on the way */
  int planned;       /* when it would begin; DV_NO_TIME when skipped or not known */
  int expected;      /* when it began or is expected to; DV_NO_TIME also when passed over */
  int gone;          /* minutes it took, or takes until now; DV_NO_TIME when not known */
  int over;          /* how many of them are more than planned */
  int proposed;      /* minutes it could do with, 0: skip it; DV_NO_TIME: as it is */
} DvRunRow;

typedef struct
{
  DvWorkshop *workshop;
  DvItem *step;      /* where the meeting begins */
  GPtrArray *rows;   /* DvRunRow */
  guint n_parts;     /* those that are not skipped */
  int minutes;       /* of them */
  gboolean is_live;  /* whether the clock counts: it has begun, and is not over */
  int now;
  int start;         /* as planned, else as it turned out; DV_NO_TIME when not known */
  int fixed_end;     /* DV_NO_TIME for none */
  int planned_end;
  int expected_end;
  int delay;         /* minutes later than planned; negative for earlier */
  gboolean has_proposal;
  int proposed_end;  /* with what is proposed */
} DvRunSheet;

GPtrArray  *dv_run_sheet_list_meetings (DvWorkshop       *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvItem     *dv_run_sheet_find_meeting  (DvWorkshop       *workshop,
                                        DvItem           *item);
DvItem     *dv_run_sheet_get_last_step (DvWorkshop       *workshop,
                                        DvItem           *meeting);
gboolean    dv_run_sheet_has_begun     (DvWorkshop       *workshop,
                                        DvItem           *meeting);

DvRunSheet *dv_run_sheet_new           (DvWorkshop       *workshop,
                                        DvItem           *meeting,
                                        int               now) G_GNUC_WARN_UNUSED_RESULT;
void        dv_run_sheet_free          (DvRunSheet       *self);
gboolean    dv_run_sheet_accept        (const DvRunSheet *self,
                                        const char       *label,
                                        GError          **error);

int         dv_time_parse              (const char       *text);
char       *dv_time_to_string          (int               time) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvRunSheet, dv_run_sheet_free)

G_END_DECLS
