/* dv-number-entry.h
 *
 * A small text field for a whole number
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal: "entered" (guint) when a person has typed another number. */
#define DV_TYPE_NUMBER_ENTRY (dv_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (DvNumberEntry, dv_number_entry, DV, NUMBER_ENTRY, GtkEntry)

GtkWidget *dv_number_entry_new       (const char    *name);
void       dv_number_entry_set_value (DvNumberEntry *self,
                                      guint          value);
void       dv_number_entry_commit    (DvNumberEntry *self);

G_END_DECLS
