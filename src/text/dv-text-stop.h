/* dv-text-stop.h
 *
 * Words that say nothing by themselves
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dv_text_is_stop (const char *language,
                          const char *text);

G_END_DECLS
