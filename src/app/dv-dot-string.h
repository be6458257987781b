/* dv-dot-string.h
 *
 * A shape for each dot that was given, role by role
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-glyph.h"

G_BEGIN_DECLS

#define DV_TYPE_DOT_STRING (dv_dot_string_get_type ())
G_DECLARE_FINAL_TYPE (DvDotString, dv_dot_string, DV, DOT_STRING, GtkWidget)

GtkWidget *dv_dot_string_new   (void);
void       dv_dot_string_clear (DvDotString *self);
void       dv_dot_string_add   (DvDotString *self,
                                DvGlyph      glyph,
                                guint        number);

G_END_DECLS
