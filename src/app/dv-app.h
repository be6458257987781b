/* dv-app.h
 *
 * The program with a window
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int dv_app_run (int    argc,
                char **argv);

G_END_DECLS
