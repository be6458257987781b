/* dv-kind-flip.h
 *
 * A sheet of the flip chart: free text for the room
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"

G_BEGIN_DECLS

#define DV_FLIP_FIELDS(FIELD) \
  FIELD (FLIP, TITLE, "title", DV_FIELD_STRING, 0, .max = 120) \
  FIELD (FLIP, TEXT, "text", DV_FIELD_TEXT, DV_FIELD_MULTILINE, .max = 4000)
DV_DECLARE_KIND (FLIP, flip)

G_END_DECLS
