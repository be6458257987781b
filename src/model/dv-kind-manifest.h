/* dv-kind-manifest.h
 *
 * The Manifest with its articles and clauses
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"
#include "dv-kind-value.h"

G_BEGIN_DECLS

typedef enum {
  DV_MANIFEST_STATE_CONCEPT,
  DV_MANIFEST_STATE_ADOPTED,
} DvManifestState;

/* A logo of at most 1 MiB, in base64. */
#define DV_MAX_LOGO (1398104)

#define DV_MANIFEST_FIELDS(FIELD) \
  FIELD (MANIFEST, TITLE, "title", DV_FIELD_STRING, 0, .max = 200) \
  FIELD (MANIFEST, SUBTITLE, "subtitle", DV_FIELD_STRING, 0, .max = 300) \
  FIELD (MANIFEST, STATE, "state", DV_FIELD_ENUM, DV_FIELD_PROGRESS, .nicks = DV_NICKS ("concept", "adopted")) \
  FIELD (MANIFEST, EDITION, "edition", DV_FIELD_STRING, DV_FIELD_PROGRESS, .max = 20) \
  FIELD (MANIFEST, DATE, "date", DV_FIELD_DATE, DV_FIELD_PROGRESS) \
  FIELD (MANIFEST, AUTHOR, "author", DV_FIELD_STRING, 0, .max = 200) \
  FIELD (MANIFEST, LOGO_ALT, "logo-alt", DV_FIELD_STRING, 0, .max = 300) \
  FIELD (MANIFEST, PREAMBLE, "preamble", DV_FIELD_TEXT, DV_FIELD_MULTILINE, .max = 10000) \
  FIELD (MANIFEST, LOGO, "logo", DV_FIELD_DATA, 0, .max = DV_MAX_LOGO)
DV_DECLARE_KIND (MANIFEST, manifest)

#define DV_ARTICLE_FIELDS(FIELD) \
  FIELD (ARTICLE, TITLE, "title", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 120) \
  FIELD (ARTICLE, VALUE, "value", DV_FIELD_REF, 0, .target = &dv_value_kind) \
  FIELD (ARTICLE, STATEMENT, "statement", DV_FIELD_TEXT, 0, .max = 1000)
DV_DECLARE_KIND (ARTICLE, article)

#define DV_CLAUSE_FIELDS(FIELD) \
  FIELD (CLAUSE, FROM, "from", DV_FIELD_REFS, 0, .max = 200) \
  FIELD (CLAUSE, TEXT, "text", DV_FIELD_TEXT, DV_FIELD_REQUIRED, .max = 500)
DV_DECLARE_KIND (CLAUSE, clause)

G_END_DECLS
