/* dv-words-page.h
 *
 * Collecting key words: typing, counting and merging
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_WORDS_PAGE (dv_words_page_get_type ())
G_DECLARE_FINAL_TYPE (DvWordsPage, dv_words_page, DV, WORDS_PAGE, DvPage)

DvPage *dv_words_page_new (DvSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
