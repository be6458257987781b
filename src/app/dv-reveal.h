/* dv-reveal.h
 *
 * Showing the room a result
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-session.h"

G_BEGIN_DECLS

gboolean dv_reveal_support (DvSession *session,
                            DvItem    *round,
                            gboolean   is_revealed);

G_END_DECLS
