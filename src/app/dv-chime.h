/* dv-chime.h
 *
 * A soft sound when time is up
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GBytes *dv_chime_make (void) G_GNUC_WARN_UNUSED_RESULT;
void    dv_chime_play (void);

G_END_DECLS
