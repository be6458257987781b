/* dv-parking-dialog.h
 *
 * The parking lot: thoughts for later, and what lost its place
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_PARKING_DIALOG (dv_parking_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DvParkingDialog, dv_parking_dialog, DV, PARKING_DIALOG, AdwWindow)

DvParkingDialog *dv_parking_dialog_new (GtkWindow *parent,
                                        DvSession *session);

G_END_DECLS
