/* dv-found-dialog.h
 *
 * What was found when a workshop was opened
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-document.h"

G_BEGIN_DECLS

#define DV_TYPE_FOUND_DIALOG (dv_found_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DvFoundDialog, dv_found_dialog, DV, FOUND_DIALOG, AdwWindow)

DvFoundDialog *dv_found_dialog_new (GtkWindow  *parent,
                                    DvDocument *document);

G_END_DECLS
