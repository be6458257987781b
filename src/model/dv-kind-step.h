/* dv-kind-step.h
 *
 * The steps of a programme and the activities in them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"

G_BEGIN_DECLS

typedef enum {
  DV_PAGE_INSTRUCTIONS,
  DV_PAGE_WORDS,
  DV_PAGE_ORDER,
  DV_PAGE_VALUES,
  DV_PAGE_BEHAVIOURS,
  DV_PAGE_CHOOSE,
  DV_PAGE_MANIFEST,
  DV_PAGE_MAP,
  DV_PAGE_SUPPORT,
} DvPageKind;

typedef enum {
  DV_STATE_TODO,
  DV_STATE_BUSY,
  DV_STATE_DONE,
  DV_STATE_SKIPPED,
} DvState;

/* A meeting begins at the step that says when it starts, and goes on until the
 * step that says when it ends, or before the next that says when it starts. An activity lasts
 * its minutes; the last of them, those of "report", are for reporting back.
 * "planned" are the minutes it had before it was shortened on the way; 0 when it
 * was not. "began" and "ended" are what the clock said.
 * "by-role" promises, before dots are given, that they will be shown by role. */
#define DV_STEP_FIELDS(FIELD) \
  FIELD (STEP, TITLE, "title", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 120) \
  FIELD (STEP, START, "start", DV_FIELD_TIME, 0) \
  FIELD (STEP, END, "end", DV_FIELD_TIME, 0) \
  FIELD (STEP, ABOUT, "about", DV_FIELD_TEXT, DV_FIELD_MULTILINE, .max = 2000)
DV_DECLARE_KIND (STEP, step)

#define DV_ACTIVITY_FIELDS(FIELD) \
  FIELD (ACTIVITY, TITLE, "title", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 120) \
  FIELD (ACTIVITY, PAGE, "page", DV_FIELD_ENUM, 0, .nicks = DV_NICKS ("instructions", "words", "order", "values", "behaviours", "choose", "manifest", "map", "support")) \
  FIELD (ACTIVITY, FORM, "form", DV_FIELD_STRING, 0, .max = 60) \
  FIELD (ACTIVITY, MINUTES, "minutes", DV_FIELD_INT, 0, .min = 0, .max = 1440, .initial = 0) \
  FIELD (ACTIVITY, REPORT, "report", DV_FIELD_INT, 0, .min = 0, .max = 1440, .initial = 0) \
  FIELD (ACTIVITY, PLANNED, "planned", DV_FIELD_INT, DV_FIELD_PROGRESS, .min = 0, .max = 1440, .initial = 0) \
  FIELD (ACTIVITY, BEGAN, "began", DV_FIELD_TIME, DV_FIELD_PROGRESS) \
  FIELD (ACTIVITY, ENDED, "ended", DV_FIELD_TIME, DV_FIELD_PROGRESS) \
  FIELD (ACTIVITY, BY_ROLE, "by-role", DV_FIELD_BOOL, 0) \
  FIELD (ACTIVITY, HEADLINE, "headline", DV_FIELD_STRING, DV_FIELD_PROGRESS, .max = 120) \
  FIELD (ACTIVITY, STATE, "state", DV_FIELD_ENUM, DV_FIELD_PROGRESS, .nicks = DV_NICKS ("todo", "busy", "done", "skipped")) \
  FIELD (ACTIVITY, QUESTION, "question", DV_FIELD_TEXT, 0, .max = 500) \
  FIELD (ACTIVITY, INSTRUCTION, "instruction", DV_FIELD_TEXT, DV_FIELD_MULTILINE, .max = 4000) \
  FIELD (ACTIVITY, NOTES, "notes", DV_FIELD_TEXT, DV_FIELD_PRIVATE | DV_FIELD_MULTILINE, .max = 10000)
DV_DECLARE_KIND (ACTIVITY, activity)

G_END_DECLS
