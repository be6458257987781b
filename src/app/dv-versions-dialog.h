/* dv-versions-dialog.h
 *
 * Earlier versions of a workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-window.h"

G_BEGIN_DECLS

#define DV_TYPE_VERSIONS_DIALOG (dv_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DvVersionsDialog, dv_versions_dialog, DV, VERSIONS_DIALOG, AdwWindow)

DvVersionsDialog *dv_versions_dialog_new (DvWindow   *parent,
                                          DvDocument *document);

G_END_DECLS
