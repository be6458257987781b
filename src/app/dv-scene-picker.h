/* dv-scene-picker.h
 *
 * A popover to choose what the room sees
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_SCENE_PICKER (dv_scene_picker_get_type ())
G_DECLARE_FINAL_TYPE (DvScenePicker, dv_scene_picker, DV, SCENE_PICKER, GtkPopover)

void dv_scene_picker_set_session (DvScenePicker *self,
                                  DvSession     *session);

G_END_DECLS
