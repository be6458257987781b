/* dv-kind-parking.c
 *
 * The parking lot: what has no place, and what lost its place
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-parking"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-parking.h"
#include "dv-kind-manifest.h"
#include "dv-kind-map.h"
#include "dv-kind-value.h"

static const DvChildren parking_children[] = {
  { &dv_thought_kind, 0, 10000 },
  { &dv_behaviour_kind, 0, 100000 },
  { &dv_clause_kind, 0, 10000 },
};

/* clang-format off */
DV_DEFINE_KIND (PARKING, parking, .label = NC_("kind", "parking lot"), DV_CHILDREN (parking_children))
DV_DEFINE_KIND (THOUGHT, thought, .label = NC_("kind", "thought"), .flags = DV_KIND_CONTRIBUTION)
/* clang-format on */
