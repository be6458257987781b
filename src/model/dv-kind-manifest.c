/* dv-kind-manifest.c
 *
 * The Manifest with its articles and clauses
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-manifest"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-manifest.h"

static const DvChildren manifest_children[] = { { &dv_article_kind, 0, 40 } };
static const DvChildren article_children[] = { { &dv_clause_kind, 0, 200 } };

/* clang-format off */
DV_DEFINE_KIND (MANIFEST, manifest, .label = NC_("kind", "Manifest"), DV_CHILDREN (manifest_children))
DV_DEFINE_KIND (ARTICLE, article, .label = NC_("kind", "article"), .flags = DV_KIND_CONTRIBUTION,
                DV_CHILDREN (article_children))
DV_DEFINE_KIND (CLAUSE, clause, .label = NC_("kind", "clause"), .flags = DV_KIND_CONTRIBUTION)
/* clang-format on */
