/* dv-kind-support.c
 *
 * How far people stand behind each article, at one moment
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-support"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-support.h"

static const DvChildren support_children[] = {
  { &dv_tally_kind, 0, 400 },
};

/* clang-format off */
DV_DEFINE_KIND (SUPPORT, support, .label = NC_("kind", "support"), .flags = DV_KIND_CONTRIBUTION, DV_CHILDREN (support_children))
DV_DEFINE_KIND (TALLY, tally, .label = NC_("kind", "tally"), .flags = DV_KIND_CONTRIBUTION)
/* clang-format on */
