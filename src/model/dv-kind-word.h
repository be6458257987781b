/* dv-kind-word.h
 *
 * A key word that somebody gave, with the sentence it came in
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"
#include "dv-kind-value.h"

G_BEGIN_DECLS

typedef enum {
  DV_SIDE_RESIDENT,
  DV_SIDE_STAFF,
} DvSide;

#define DV_WORD_FIELDS(FIELD) \
  FIELD (WORD, SIDE, "side", DV_FIELD_ENUM, 0, .nicks = DV_NICKS ("resident", "staff")) \
  FIELD (WORD, COUNT, "count", DV_FIELD_INT, 0, .min = 1, .max = 100000, .initial = 1) \
  FIELD (WORD, VALUE, "value", DV_FIELD_REF, 0, .target = &dv_value_kind) \
  FIELD (WORD, INTO, "into", DV_FIELD_REF, 0, .target = &dv_word_kind) \
  FIELD (WORD, FROM, "from", DV_FIELD_REFS, 0, .max = 200) \
  FIELD (WORD, SENDER, "sender", DV_FIELD_STRING, DV_FIELD_PRIVATE | DV_FIELD_FORGOTTEN, .max = 64) \
  FIELD (WORD, TEXT, "text", DV_FIELD_TEXT, DV_FIELD_REQUIRED, .max = 80) \
  FIELD (WORD, QUOTE, "quote", DV_FIELD_TEXT, 0, .max = 500)
DV_DECLARE_KIND (WORD, word)

G_END_DECLS
