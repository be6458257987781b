/* dv-kind-parking.h
 *
 * The parking lot: what has no place, and what lost its place
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"

G_BEGIN_DECLS

#define DV_PARKING_FIELDS(FIELD) \
  FIELD (PARKING, TITLE, "title", DV_FIELD_STRING, 0, .max = 120)
DV_DECLARE_KIND (PARKING, parking)

#define DV_THOUGHT_FIELDS(FIELD) \
  FIELD (THOUGHT, FROM, "from", DV_FIELD_REFS, 0, .max = 200) \
  FIELD (THOUGHT, TEXT, "text", DV_FIELD_TEXT, DV_FIELD_REQUIRED | DV_FIELD_MULTILINE, .max = 2000)
DV_DECLARE_KIND (THOUGHT, thought)

G_END_DECLS
