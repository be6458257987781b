/* dv-phase-strip.h
 *
 * The four steps of choosing for one value
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_PHASE_STRIP (dv_phase_strip_get_type ())
G_DECLARE_FINAL_TYPE (DvPhaseStrip, dv_phase_strip, DV, PHASE_STRIP, GtkWidget)

GtkWidget *dv_phase_strip_new (DvSession *session);

G_END_DECLS
