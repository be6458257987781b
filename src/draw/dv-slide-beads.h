/* dv-slide-beads.h
 *
 * All contributions as a string of beads, in groups by page
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-slide-pack.h"

G_BEGIN_DECLS

void dv_slide_draw_beads (DvSlideFrame *frame,
                          GArray       *places,
                          double        y,
                          double        right);

G_END_DECLS
