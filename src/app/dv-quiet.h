/* dv-quiet.h
 *
 * Keeps the screen on and notifications away while the room looks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DV_TYPE_QUIET (dv_quiet_get_type ())
G_DECLARE_FINAL_TYPE (DvQuiet, dv_quiet, DV, QUIET, GObject)

DvQuiet *dv_quiet_new   (GDBusConnection *bus) G_GNUC_WARN_UNUSED_RESULT;
void     dv_quiet_begin (DvQuiet   *self,
                         GtkWindow *window);
void     dv_quiet_end   (DvQuiet   *self);

G_END_DECLS
