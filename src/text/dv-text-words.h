/* dv-text-words.h
 *
 * Counts the forms of a key word as one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-slide.h"

G_BEGIN_DECLS

DvSlide *dv_text_group_words (const DvSlide *slide) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
