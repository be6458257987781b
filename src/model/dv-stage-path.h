/* dv-stage-path.h
 *
 * The way through a programme: values within activities, one after another
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

gboolean dv_stage_path_goes_by_value (DvItem *activity);
DvItem  *dv_stage_path_get_value (DvWorkshop *workshop,
                                  DvItem     *activity,
                                  DvItem     *value);
gboolean dv_stage_path_move      (DvWorkshop *workshop,
                                  DvItem    **activity,
                                  DvItem    **value,
                                  int         by);

G_END_DECLS
