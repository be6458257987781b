/* dv-screen-question.h
 *
 * Asks whether the room sees the screen of the console too
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DV_TYPE_SCREEN_QUESTION (dv_screen_question_get_type ())
G_DECLARE_FINAL_TYPE (DvScreenQuestion, dv_screen_question, DV, SCREEN_QUESTION, GtkWidget)

GtkWidget *dv_screen_question_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
