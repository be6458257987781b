/* dv-kind-step.c
 *
 * The steps of a programme and the activities in them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-step"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-step.h"

static const DvChildren step_children[] = { { &dv_activity_kind, 0, 60 } };

/* clang-format off */
DV_DEFINE_KIND (STEP, step, .label = NC_("kind", "step"), DV_CHILDREN (step_children))
DV_DEFINE_KIND (ACTIVITY, activity, .label = NC_("kind", "activity"))
/* clang-format on */
