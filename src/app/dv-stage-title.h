/* dv-stage-title.h
 *
 * What the room sees, in a few words for the facilitator
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-cue.h"
#include "dv-shaper.h"

G_BEGIN_DECLS

char *dv_stage_title_dup (DvWorkshop    *workshop,
                          const DvSlide *slide,
                          DvShaper      *shaper,
                          double         aspect,
                          guint          n_pages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
