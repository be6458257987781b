/* dv-kind-map.h
 *
 * The strategy map: lanes, themes, objectives, links, measures and initiatives
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"
#include "dv-kind-value.h"

G_BEGIN_DECLS

typedef enum {
  DV_STATUS_NONE,
  DV_STATUS_ON_COURSE,
  DV_STATUS_ATTENTION,
  DV_STATUS_BEHIND,
} DvStatus;

#define DV_MAP_FIELDS(FIELD) \
  FIELD (MAP, TITLE, "title", DV_FIELD_STRING, 0, .max = 200) \
  FIELD (MAP, SUBTITLE, "subtitle", DV_FIELD_STRING, 0, .max = 300)
DV_DECLARE_KIND (MAP, map)

#define DV_LANE_FIELDS(FIELD) \
  FIELD (LANE, NAME, "name", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 80)
DV_DECLARE_KIND (LANE, lane)

#define DV_THEME_FIELDS(FIELD) \
  FIELD (THEME, NAME, "name", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 80)
DV_DECLARE_KIND (THEME, theme)

#define DV_OBJECTIVE_FIELDS(FIELD) \
  FIELD (OBJECTIVE, TEXT, "text", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 160) \
  FIELD (OBJECTIVE, LANE, "lane", DV_FIELD_REF, 0, .target = &dv_lane_kind) \
  FIELD (OBJECTIVE, THEME, "theme", DV_FIELD_REF, 0, .target = &dv_theme_kind) \
  FIELD (OBJECTIVE, VALUE, "value", DV_FIELD_REF, 0, .target = &dv_value_kind) \
  FIELD (OBJECTIVE, OWNER, "owner", DV_FIELD_STRING, 0, .max = 120) \
  FIELD (OBJECTIVE, FROM, "from", DV_FIELD_REFS, 0, .max = 200)
DV_DECLARE_KIND (OBJECTIVE, objective)

#define DV_MEASURE_FIELDS(FIELD) \
  FIELD (MEASURE, NAME, "name", DV_FIELD_STRING, 0, .max = 160) \
  FIELD (MEASURE, UNIT, "unit", DV_FIELD_STRING, 0, .max = 20) \
  FIELD (MEASURE, NOW, "now", DV_FIELD_NUMBER, 0) \
  FIELD (MEASURE, TARGET, "target", DV_FIELD_NUMBER, 0) \
  FIELD (MEASURE, BY, "by", DV_FIELD_STRING, 0, .max = 20) \
  FIELD (MEASURE, STATUS, "status", DV_FIELD_ENUM, 0, .nicks = DV_NICKS ("none", "on-course", "attention", "behind"))
DV_DECLARE_KIND (MEASURE, measure)

#define DV_INITIATIVE_FIELDS(FIELD) \
  FIELD (INITIATIVE, NAME, "name", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 200) \
  FIELD (INITIATIVE, OWNER, "owner", DV_FIELD_STRING, 0, .max = 120) \
  FIELD (INITIATIVE, UNTIL, "until", DV_FIELD_DATE, 0)
DV_DECLARE_KIND (INITIATIVE, initiative)

#define DV_LINK_FIELDS(FIELD) \
  FIELD (LINK, SOURCE, "source", DV_FIELD_REF, DV_FIELD_REQUIRED, .target = &dv_objective_kind) \
  FIELD (LINK, TARGET, "target", DV_FIELD_REF, DV_FIELD_REQUIRED, .target = &dv_objective_kind)
DV_DECLARE_KIND (LINK, link)

G_END_DECLS
