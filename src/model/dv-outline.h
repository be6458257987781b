/* dv-outline.h
 *
 * A whole workshop as plain text
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

typedef enum {
  DV_OUTLINE_PUBLIC = 0,
  DV_OUTLINE_PRIVATE = 1 << 0, /* private fields too */
  DV_OUTLINE_IDS = 1 << 1,     /* the id behind each item, for the command line */
} DvOutlineFlags;

char *dv_outline_write (DvWorkshop    *workshop,
                        DvOutlineFlags flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
