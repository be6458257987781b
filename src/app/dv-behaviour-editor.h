/* dv-behaviour-editor.h
 *
 * The dialog in which one example is worked out
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_BEHAVIOUR_EDITOR (dv_behaviour_editor_get_type ())
G_DECLARE_FINAL_TYPE (DvBehaviourEditor, dv_behaviour_editor, DV, BEHAVIOUR_EDITOR, AdwWindow)

GtkWidget *dv_behaviour_editor_present (GtkWindow *parent,
                                        DvSession *session,
                                        DvItem    *behaviour);

G_END_DECLS
