/* dv-mix-meter.h
 *
 * How many examples of a value each role gave, and which role is still silent
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_MIX_METER (dv_mix_meter_get_type ())
G_DECLARE_FINAL_TYPE (DvMixMeter, dv_mix_meter, DV, MIX_METER, GtkWidget)

GtkWidget *dv_mix_meter_new (DvSession *session);

G_END_DECLS
