/* dv-join.h
 *
 * What people type to take part
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* None that look alike from fifteen metres: 0 and O, 1, I and L. */
#define DV_JOIN_SYMBOLS "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
#define DV_JOIN_CODE_LENGTH 6

char    *dv_join_clean_code         (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean dv_join_is_code            (const char *text);
gboolean dv_join_is_address         (const char *text);
gboolean dv_join_is_password        (const char *text);
gboolean dv_join_has_page           (DvWorkshop *workshop);
gboolean dv_join_has_network        (DvWorkshop *workshop);

G_END_DECLS
