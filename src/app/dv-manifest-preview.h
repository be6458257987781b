/* dv-manifest-preview.h
 *
 * The Manifest as it will be on paper, beside its editor
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_MANIFEST_PREVIEW (dv_manifest_preview_get_type ())
G_DECLARE_FINAL_TYPE (DvManifestPreview, dv_manifest_preview, DV, MANIFEST_PREVIEW, GtkWidget)

GtkWidget *dv_manifest_preview_new      (DvSession         *session) G_GNUC_WARN_UNUSED_RESULT;
void       dv_manifest_preview_select   (DvManifestPreview *self,
                                         const char        *id);
void       dv_manifest_preview_turn     (DvManifestPreview *self,
                                         int                pages);

G_END_DECLS
