/* dv-kind-workshop.c
 *
 * The workshop itself, the roles of the people in it and the tables they sit at
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-workshop"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-workshop.h"
#include "dv-kind-manifest.h"
#include "dv-kind-map.h"
#include "dv-kind-parking.h"
#include "dv-kind-flip.h"
#include "dv-kind-step.h"
#include "dv-kind-support.h"
#include "dv-kind-value.h"
#include "dv-kind-word.h"

static const DvChildren workshop_children[] = {
  { &dv_role_kind, DV_MIN_ROLES, DV_MAX_ROLES },
  { &dv_table_kind, 0, 100 },
  { &dv_step_kind, 0, 30 },
  { &dv_word_kind, 0, 100000 },
  { &dv_value_kind, 0, 40 },
  { &dv_manifest_kind, 0, 1 },
  { &dv_map_kind, 0, 1 },
  { &dv_parking_kind, 0, 1 },
  { &dv_support_kind, 0, 100 },
  { &dv_flip_kind, 0, 200 },
};

/* clang-format off */
DV_DEFINE_KIND (WORKSHOP, workshop, .label = NC_("kind", "workshop"), DV_CHILDREN (workshop_children))
DV_DEFINE_KIND (ROLE, role, .label = NC_("kind", "role"))
DV_DEFINE_KIND (TABLE, table, .label = NC_("kind", "table"))
/* clang-format on */
