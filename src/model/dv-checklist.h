/* dv-checklist.h
 *
 * What has to be ready before a meeting, as far as the workshop knows
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-run-sheet.h"

G_BEGIN_DECLS

/* In groups: the room, the content, the paper. */
typedef enum
{
  DV_CHECK_JOIN,
  DV_CHECK_PROJECTOR,
  DV_CHECK_BACK_ROW,
  DV_CHECK_SOUND,
  DV_CHECK_RUN_SHEET,
  DV_CHECK_VALUES,
  DV_CHECK_PEOPLE,
  DV_CHECK_PAPER,
  DV_CHECK_COPY,
} DvCheck;

#define DV_N_CHECKS (DV_CHECK_COPY + 1)

typedef struct
{
  DvRunSheet *sheet; /* nullable: the meeting that comes next, as planned */
  guint n_values;    /* chosen ones */
  guint n_roles;
  int n_people;
  gboolean has_address; /* how to join is filled in */
} DvChecklist;

DvChecklist *dv_checklist_new     (DvWorkshop        *workshop) G_GNUC_WARN_UNUSED_RESULT;
void         dv_checklist_free    (DvChecklist       *self);
gboolean     dv_checklist_is_done (const DvChecklist *self,
                                   DvCheck            check);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvChecklist, dv_checklist_free)

G_END_DECLS
