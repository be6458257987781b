/* dv-map-editor.h
 *
 * The page that shows and edits the strategy map
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_MAP_EDITOR (dv_map_editor_get_type ())
G_DECLARE_FINAL_TYPE (DvMapEditor, dv_map_editor, DV, MAP_EDITOR, DvPage)

DvPage *dv_map_editor_new (DvSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
