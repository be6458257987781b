/* dv-clock.h
 *
 * What time it is, also in a test
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Everything in the window that says what time it is asks here. */
void   dv_clock_set         (GDateTime *now);
int    dv_clock_get_minute  (void);
char  *dv_clock_dup_time    (void) G_GNUC_WARN_UNUSED_RESULT;
char  *dv_clock_dup_date    (void) G_GNUC_WARN_UNUSED_RESULT;
gint64 dv_clock_get_micros  (void);

G_END_DECLS
