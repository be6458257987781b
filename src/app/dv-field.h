/* dv-field.h
 *
 * Ties a text field on screen to a field of an item
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

void dv_field_bind   (GtkWidget  *widget,
                      DvSession  *session,
                      DvItem     *item,
                      int         field,
                      const char *label);
void dv_field_unbind (GtkWidget  *widget);
void dv_field_commit (GtkWidget  *widget);
void dv_field_revert (GtkWidget  *widget);

void dv_entry_put    (GtkWidget  *entry,
                      const char *text);

G_END_DECLS
