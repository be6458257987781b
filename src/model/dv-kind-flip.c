/* dv-kind-flip.c
 *
 * A sheet of the flip chart: free text for the room
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-flip"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-flip.h"

/* clang-format off */
DV_DEFINE_KIND (FLIP, flip, .label = NC_("kind", "flip-over sheet"), .flags = DV_KIND_CONTRIBUTION)
/* clang-format on */
