/* dv-new-dialog.h
 *
 * Asks what a new programme is called, and what it begins with
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DV_TYPE_NEW_DIALOG (dv_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DvNewDialog, dv_new_dialog, DV, NEW_DIALOG, AdwWindow)

DvNewDialog *dv_new_dialog_new (GtkWindow  *parent,
                                const char *programme);

G_END_DECLS
