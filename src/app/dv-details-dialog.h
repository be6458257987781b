/* dv-details-dialog.h
 *
 * Workshop details: what it is called, who takes part, at which tables
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_DETAILS_DIALOG (dv_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DvDetailsDialog, dv_details_dialog, DV, DETAILS_DIALOG, AdwWindow)

DvDetailsDialog *dv_details_dialog_new (GtkWindow *parent,
                                        DvSession *session);

G_END_DECLS
