/* dv-kind-word.c
 *
 * A key word that somebody gave, with the sentence it came in
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind-word"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-kind-word.h"

/* clang-format off */
DV_DEFINE_KIND (WORD, word, .label = NC_("kind", "key word"), .flags = DV_KIND_CONTRIBUTION)
/* clang-format on */
