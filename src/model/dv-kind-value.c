/* dv-kind-value.c
 *
 * Core values, the example behaviour that shows them, and counted hands and dots
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-value"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-value.h"

static const DvChildren value_children[] = { { &dv_behaviour_kind, 0, 100000 } };
static const DvChildren behaviour_children[] = { { &dv_count_kind, 0, 100 } };

/* clang-format off */
DV_DEFINE_KIND (VALUE, value, .label = NC_("kind", "core value"), DV_CHILDREN (value_children))
DV_DEFINE_KIND (BEHAVIOUR, behaviour, .label = NC_("kind", "example behaviour"), .flags = DV_KIND_CONTRIBUTION,
                DV_CHILDREN (behaviour_children))
DV_DEFINE_KIND (COUNT, count, .label = NC_("kind", "count"), .flags = DV_KIND_CONTRIBUTION)
/* clang-format on */
