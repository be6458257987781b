/* dv-flip-dialog.h
 *
 * The flip chart: sheets of free text for the room
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_FLIP_DIALOG (dv_flip_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DvFlipDialog, dv_flip_dialog, DV, FLIP_DIALOG, AdwWindow)

DvFlipDialog *dv_flip_dialog_new (GtkWindow    *parent,
                                  DvSession    *session);
void          dv_flip_dialog_add (DvFlipDialog *self);

G_END_DECLS
