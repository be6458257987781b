/* dv-fold.h
 *
 * Comparing texts as people do: without case, accents and stray blanks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *dv_fold          (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char    *dv_fold_words    (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean dv_fold_contains (const char *text,
                           const char *folded);
gboolean dv_fold_is_words (const char *text,
                           const char *folded);

G_END_DECLS
