/* dv-copy.h
 *
 * Copies of a workshop for somebody else, or for another time
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-branch.h"

G_BEGIN_DECLS

typedef enum {
  /* Everything that is not private. */
  DV_COPY_COLLEAGUE,
  /* To use again: without what a room contributed, at the beginning. */
  DV_COPY_FRESH,
} DvCopy;

DvBranch *dv_branch_copy (const DvBranch *branch,
                          DvCopy          copy) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
