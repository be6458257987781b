/* dv-kind-support.h
 *
 * How far people stand behind each article, at one moment
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"
#include "dv-kind-manifest.h"
#include "dv-kind-workshop.h"

G_BEGIN_DECLS

/* Of those with an opinion, so many percent must mostly or fully stand behind
 * an article; a workshop that says nothing has agreed on half. */
#define DV_DEFAULT_THRESHOLD 50

/* The answers, in the order of the fields of a tally from DV_TALLY_NOT. */
typedef enum {
  DV_ANSWER_NOT,
  DV_ANSWER_BARELY,
  DV_ANSWER_PARTLY,
  DV_ANSWER_MOSTLY,
  DV_ANSWER_FULLY,
  DV_ANSWER_UNSURE,
} DvAnswer;

#define DV_N_ANSWERS (DV_ANSWER_UNSURE + 1)

/* One round of asking; "edition" is the version of the Manifest it was about. */
#define DV_SUPPORT_FIELDS(FIELD) \
  FIELD (SUPPORT, TITLE, "title", DV_FIELD_STRING, 0, .max = 120) \
  FIELD (SUPPORT, DATE, "date", DV_FIELD_DATE, 0) \
  FIELD (SUPPORT, EDITION, "edition", DV_FIELD_STRING, 0, .max = 20) \
  FIELD (SUPPORT, INVITED, "invited", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0) \
  FIELD (SUPPORT, PRESENT, "present", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0) \
  FIELD (SUPPORT, THRESHOLD, "threshold", DV_FIELD_INT, 0, .min = 0, .max = 100, .initial = DV_DEFAULT_THRESHOLD) \
  FIELD (SUPPORT, HEADLINE, "headline", DV_FIELD_STRING, 0, .max = 120) \
  FIELD (SUPPORT, REVEALED, "revealed", DV_FIELD_BOOL, 0)
DV_DECLARE_KIND (SUPPORT, support)

/* What was counted for one article, of everybody or of one role. */
#define DV_TALLY_FIELDS(FIELD) \
  FIELD (TALLY, ARTICLE, "article", DV_FIELD_REF, 0, .target = &dv_article_kind) \
  FIELD (TALLY, ROLE, "role", DV_FIELD_REF, 0, .target = &dv_role_kind) \
  FIELD (TALLY, NOT, "not", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0) \
  FIELD (TALLY, BARELY, "barely", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0) \
  FIELD (TALLY, PARTLY, "partly", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0) \
  FIELD (TALLY, MOSTLY, "mostly", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0) \
  FIELD (TALLY, FULLY, "fully", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0) \
  FIELD (TALLY, UNSURE, "unsure", DV_FIELD_INT, 0, .min = 0, .max = 100000, .initial = 0)
DV_DECLARE_KIND (TALLY, tally)

G_END_DECLS
