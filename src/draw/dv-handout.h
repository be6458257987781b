/* dv-handout.h
 *
 * The workshop as a document for those who took part
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

GBytes *dv_handout_to_pdf (DvWorkshop *workshop,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
