/* dv-manifest-editor.h
 *
 * The page that edits the Manifest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_MANIFEST_EDITOR (dv_manifest_editor_get_type ())
G_DECLARE_FINAL_TYPE (DvManifestEditor, dv_manifest_editor, DV, MANIFEST_EDITOR, DvPage)

DvPage *dv_manifest_editor_new (DvSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
