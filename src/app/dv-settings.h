/* dv-settings.h
 *
 * What is remembered about the window, with or without installed settings
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *dv_settings_get         (void);
gboolean   dv_settings_get_boolean (const char *key,
                                    gboolean    fallback);
void       dv_settings_set_boolean (const char *key,
                                    gboolean    value);
int        dv_settings_get_int     (const char *key,
                                    int         fallback);
void       dv_settings_set_int     (const char *key,
                                    int         value);
char      *dv_settings_dup_string  (const char *key,
                                    const char *fallback) G_GNUC_WARN_UNUSED_RESULT;
void       dv_settings_set_string  (const char *key,
                                    const char *value);
char     **dv_settings_dup_strv    (const char *key) G_GNUC_WARN_UNUSED_RESULT;
void       dv_settings_set_strv    (const char        *key,
                                    const char *const *value);
void       dv_settings_bind        (const char *key,
                                    gpointer    object,
                                    const char *property);

G_END_DECLS
