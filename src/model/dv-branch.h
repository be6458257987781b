/* dv-branch.h
 *
 * An item with everything below it at one moment: a row of records with depths
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-record.h"

G_BEGIN_DECLS

typedef struct _DvBranch DvBranch;

DvBranch *dv_branch_new        (void) G_GNUC_WARN_UNUSED_RESULT;
DvBranch *dv_branch_new_sized  (guint           n) G_GNUC_WARN_UNUSED_RESULT;
DvBranch *dv_branch_new_single (DvRecord       *record) G_GNUC_WARN_UNUSED_RESULT;
DvBranch *dv_branch_ref        (DvBranch       *branch);
void      dv_branch_unref      (DvBranch       *branch);

void      dv_branch_take       (DvBranch       *branch,
                                DvRecord       *record,
                                guint           depth,
                                guint           line);
guint     dv_branch_get_length (const DvBranch *branch);
DvRecord *dv_branch_get_record (const DvBranch *branch,
                                guint           i);
guint     dv_branch_get_depth  (const DvBranch *branch,
                                guint           i);
guint     dv_branch_get_line   (const DvBranch *branch,
                                guint           i);
gboolean  dv_branch_equal      (const DvBranch *a,
                                const DvBranch *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvBranch, dv_branch_unref)

G_END_DECLS
