/* dv-manifest-details.h
 *
 * What the Manifest says about itself, and adopting it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_MANIFEST_DETAILS (dv_manifest_details_get_type ())
G_DECLARE_FINAL_TYPE (DvManifestDetails, dv_manifest_details, DV, MANIFEST_DETAILS, AdwWindow)

GtkWidget *dv_manifest_details_new (GtkWindow *parent,
                                    DvSession *session) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *dv_adopt_dialog_new     (GtkWindow *parent,
                                    DvSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
