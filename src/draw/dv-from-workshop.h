/* dv-from-workshop.h
 *
 * Takes from a workshop what is public, for drawing
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-behaviours-page.h"
#include "dv-manifest-page.h"
#include "dv-map-layout.h"
#include "dv-words-page.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

DvManifestText   *dv_manifest_text_new_from_workshop   (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvWordsText      *dv_words_text_new_from_workshop      (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvBehavioursText *dv_behaviours_text_new_from_workshop (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
