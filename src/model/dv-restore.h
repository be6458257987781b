/* dv-restore.h
 *
 * Goes back to an earlier state of a workshop, as a step like any other
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

gboolean  dv_restore_branch      (DvWorkshop     *workshop,
                                  const DvBranch *branch,
                                  const char     *label,
                                  GError        **error);
DvBranch *dv_restore_copy_branch (const DvBranch *branch) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
