/* dv-stage-order.h
 *
 * In which order the room sees examples that come in
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-slide.h"

G_BEGIN_DECLS

typedef struct _DvStageOrder DvStageOrder;

DvStageOrder *dv_stage_order_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void          dv_stage_order_free  (DvStageOrder *self);
guint         dv_stage_order_apply (DvStageOrder *self,
                                    GPtrArray    *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvStageOrder, dv_stage_order_free)

G_END_DECLS
