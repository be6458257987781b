/* dv-welcome.h
 *
 * The start screen: go on, begin, or look around
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DV_TYPE_WELCOME (dv_welcome_get_type ())
G_DECLARE_FINAL_TYPE (DvWelcome, dv_welcome, DV, WELCOME, GtkWidget)

GtkWidget *dv_welcome_new (void);

G_END_DECLS
