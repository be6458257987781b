/* dv-entry-bar.h
 *
 * Where examples are typed: role shortcuts above one large entry
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_ENTRY_BAR (dv_entry_bar_get_type ())
G_DECLARE_FINAL_TYPE (DvEntryBar, dv_entry_bar, DV, ENTRY_BAR, GtkWidget)

GtkWidget  *dv_entry_bar_new             (DvSession  *session,
                                          guint       limit);
void        dv_entry_bar_focus           (DvEntryBar *self);
void        dv_entry_bar_set_placeholder (DvEntryBar *self,
                                          const char *text);
void        dv_entry_bar_edit            (DvEntryBar *self,
                                          const char *text);
gboolean    dv_entry_bar_is_editing      (DvEntryBar *self);
const char *dv_entry_bar_get_text        (DvEntryBar *self);
void        dv_entry_bar_set_text        (DvEntryBar *self,
                                          const char *text);
void        dv_entry_bar_clear           (DvEntryBar *self);

G_END_DECLS
