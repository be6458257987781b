/* dv-people.h
 *
 * How many people there are, and when a group is too small to show
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* Of fewer people than this nothing is shown by role. */
#define DV_ANONYMITY_MIN 5

guint      dv_people_count       (DvWorkshop *workshop);
gboolean   dv_people_shows_role  (DvItem     *role);
GPtrArray *dv_people_list_shown  (DvWorkshop *workshop,
                                  gboolean    has_others,
                                  guint      *n_others) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
