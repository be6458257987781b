/* dv-preferences.h
 *
 * How the program looks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DV_TYPE_PREFERENCES (dv_preferences_get_type ())
G_DECLARE_FINAL_TYPE (DvPreferences, dv_preferences, DV, PREFERENCES, AdwPreferencesWindow)

GtkWidget *dv_preferences_new (void);

G_END_DECLS
