/* dv-kind-map.c
 *
 * The strategy map: lanes, themes, objectives, links, measures and initiatives
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-map"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-map.h"

static const DvChildren map_children[] = {
  { &dv_lane_kind, 0, 8 },
  { &dv_theme_kind, 0, 12 },
  { &dv_objective_kind, 0, 3000 },
  { &dv_link_kind, 0, 10000 },
};
static const DvChildren objective_children[] = {
  { &dv_measure_kind, 0, 10 },
  { &dv_initiative_kind, 0, 20 },
};

/* clang-format off */
DV_DEFINE_KIND (MAP, map, .label = NC_("kind", "strategy map"), DV_CHILDREN (map_children))
DV_DEFINE_KIND (LANE, lane, .label = NC_("kind", "perspective"))
DV_DEFINE_KIND (THEME, theme, .label = NC_("kind", "theme"))
DV_DEFINE_KIND (OBJECTIVE, objective, .label = NC_("kind", "objective"), .flags = DV_KIND_CONTRIBUTION,
                DV_CHILDREN (objective_children))
DV_DEFINE_KIND (MEASURE, measure, .label = NC_("kind", "measure"), .flags = DV_KIND_CONTRIBUTION)
DV_DEFINE_KIND (INITIATIVE, initiative, .label = NC_("kind", "initiative"), .flags = DV_KIND_CONTRIBUTION)
DV_DEFINE_KIND (LINK, link, .label = NC_("kind", "link"), .flags = DV_KIND_CONTRIBUTION)
/* clang-format on */
