/* dv-workshop.h
 *
 * A workshop: the live tree of items, and the one way to change it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-edit.h"
#include "dv-kinds.h"

G_BEGIN_DECLS

#define DV_TYPE_WORKSHOP (dv_workshop_get_type ())
G_DECLARE_FINAL_TYPE (DvWorkshop, dv_workshop, DV, WORKSHOP, GObject)

/* Something in a file that was mended while it was opened. */
typedef struct
{
  guint line; /* 0 when not known */
  char *message;
} DvProblem;

void        dv_problem_free             (DvProblem  *problem);

DvWorkshop *dv_workshop_new             (void) G_GNUC_WARN_UNUSED_RESULT;
DvWorkshop *dv_workshop_new_from_branch (DvBranch   *branch,
                                         GPtrArray  *problems,
                                         guint      *error_line,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;

DvItem     *dv_workshop_get_root        (DvWorkshop *self);
const char *dv_workshop_get_id          (DvWorkshop *self);
DvItem     *dv_workshop_find            (DvWorkshop *self,
                                         const char *id);
DvItem     *dv_workshop_find_kind       (DvWorkshop *self,
                                         const char *id,
                                         const DvKind *kind);
DvItem     *dv_workshop_get_ref         (DvWorkshop *self,
                                         DvItem     *item,
                                         int         field);
DvList     *dv_workshop_get_list        (DvWorkshop *self,
                                         const DvKind *kind);
DvItem     *dv_workshop_get_single      (DvWorkshop *self,
                                         const DvKind *kind);
DvBranch   *dv_workshop_snapshot        (DvWorkshop *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean    dv_workshop_apply           (DvWorkshop *self,
                                         DvGroup    *group,
                                         GError    **error);
gboolean    dv_workshop_amend           (DvWorkshop *self,
                                         DvGroup    *group,
                                         GError    **error);
guint       dv_workshop_replay          (DvWorkshop *self,
                                         DvGroup    *group);

gboolean    dv_workshop_undo            (DvWorkshop *self,
                                         guint      *n_skipped);
gboolean    dv_workshop_redo            (DvWorkshop *self,
                                         guint      *n_skipped);
const char *dv_workshop_get_undo_label  (DvWorkshop *self);
const char *dv_workshop_get_redo_label  (DvWorkshop *self);

G_END_DECLS
