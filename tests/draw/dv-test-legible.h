/* dv-test-legible.h
 *
 * Whether the back row can read a drawing
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-slide-draw.h"

G_BEGIN_DECLS

/* Adds what is wrong with a drawing of a slide, a char* each, beginning with
 * @name. Sizes are those of the drawing. */
void dv_test_check_legible (DvScene     *scene,
                            DvSlideKind  kind,
                            const char  *name,
                            GPtrArray   *faults);

G_END_DECLS
