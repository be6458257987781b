/* dv-notes.h
 *
 * The facilitator's notes in the side column
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_NOTES (dv_notes_get_type ())
G_DECLARE_FINAL_TYPE (DvNotes, dv_notes, DV, NOTES, GtkWidget)

void dv_notes_set_session (DvNotes   *self,
                           DvSession *session);
void dv_notes_commit      (DvNotes   *self);

G_END_DECLS
