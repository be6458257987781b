/* dv-twins.h
 *
 * Finds examples that say the very same, while nobody waits for it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

#define DV_TYPE_TWINS (dv_twins_get_type ())
G_DECLARE_FINAL_TYPE (DvTwins, dv_twins, DV, TWINS, GObject)

DvTwins   *dv_twins_new       (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;
void       dv_twins_set_model (DvTwins    *self,
                               GListModel *behaviours);
GPtrArray *dv_twins_get_first (DvTwins    *self) G_GNUC_WARN_UNUSED_RESULT;
void       dv_twins_dismiss   (DvTwins    *self);

G_END_DECLS
