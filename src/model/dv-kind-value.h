/* dv-kind-value.h
 *
 * Core values, the example behaviour that shows them, and counted hands and dots
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"
#include "dv-kind-workshop.h"

G_BEGIN_DECLS

typedef enum {
  DV_VALUE_STATE_CANDIDATE,
  DV_VALUE_STATE_CHOSEN,
} DvValueState;

typedef enum {
  DV_PHASE_SHORTLIST,
  DV_PHASE_DOTS,
  DV_PHASE_REVEALED,
  DV_PHASE_CHOSEN,
} DvPhase;

typedef enum {
  DV_METHOD_DOTS,
  DV_METHOD_HANDS,
} DvMethod;

/* How many clauses a value gets when nothing is said. */
#define DV_DEFAULT_TARGET 3

#define DV_VALUE_FIELDS(FIELD) \
  FIELD (VALUE, NAME, "name", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 60) \
  FIELD (VALUE, STATE, "state", DV_FIELD_ENUM, 0, .nicks = DV_NICKS ("candidate", "chosen")) \
  FIELD (VALUE, TARGET, "target", DV_FIELD_INT, 0, .min = 1, .max = 9, .initial = DV_DEFAULT_TARGET) \
  FIELD (VALUE, PHASE, "phase", DV_FIELD_ENUM, DV_FIELD_PROGRESS, .nicks = DV_NICKS ("shortlist", "dots", "revealed", "chosen")) \
  FIELD (VALUE, MEANING, "meaning", DV_FIELD_TEXT, DV_FIELD_MULTILINE, .max = 1000) \
  FIELD (VALUE, QUESTION, "question", DV_FIELD_TEXT, 0, .max = 500) \
  FIELD (VALUE, QUOTE, "quote", DV_FIELD_TEXT, 0, .max = 500)
DV_DECLARE_KIND (VALUE, value)

#define DV_BEHAVIOUR_FIELDS(FIELD) \
  FIELD (BEHAVIOUR, ROLE, "role", DV_FIELD_REF, 0, .target = &dv_role_kind) \
  FIELD (BEHAVIOUR, TABLE, "table", DV_FIELD_REF, 0, .target = &dv_table_kind) \
  FIELD (BEHAVIOUR, STAR, "star", DV_FIELD_BOOL, 0) \
  FIELD (BEHAVIOUR, SHORTLIST, "shortlist", DV_FIELD_BOOL, 0) \
  FIELD (BEHAVIOUR, CHOSEN, "chosen", DV_FIELD_BOOL, 0) \
  FIELD (BEHAVIOUR, TABLES, "tables", DV_FIELD_REFS, 0, .max = 100, .target = &dv_table_kind) \
  FIELD (BEHAVIOUR, INTO, "into", DV_FIELD_REF, 0, .target = &dv_behaviour_kind) \
  FIELD (BEHAVIOUR, FROM, "from", DV_FIELD_REFS, 0, .max = 200) \
  FIELD (BEHAVIOUR, SENDER, "sender", DV_FIELD_STRING, DV_FIELD_PRIVATE | DV_FIELD_FORGOTTEN, .max = 64) \
  FIELD (BEHAVIOUR, TEXT, "text", DV_FIELD_TEXT, DV_FIELD_REQUIRED, .max = 500) \
  FIELD (BEHAVIOUR, COUNTER, "counter", DV_FIELD_TEXT, 0, .max = 500) \
  FIELD (BEHAVIOUR, NOTE, "note", DV_FIELD_TEXT, DV_FIELD_PRIVATE | DV_FIELD_MULTILINE, .max = 2000)
DV_DECLARE_KIND (BEHAVIOUR, behaviour)

#define DV_COUNT_FIELDS(FIELD) \
  FIELD (COUNT, METHOD, "method", DV_FIELD_ENUM, 0, .nicks = DV_NICKS ("dots", "hands")) \
  FIELD (COUNT, ROLE, "role", DV_FIELD_REF, 0, .target = &dv_role_kind) \
  FIELD (COUNT, NUMBER, "number", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0)
DV_DECLARE_KIND (COUNT, count)

G_END_DECLS
