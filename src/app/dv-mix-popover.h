/* dv-mix-popover.h
 *
 * Mixing the groups over tables
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_MIX_POPOVER (dv_mix_popover_get_type ())
G_DECLARE_FINAL_TYPE (DvMixPopover, dv_mix_popover, DV, MIX_POPOVER, GtkPopover)

GtkWidget *dv_mix_popover_new (DvSession *session);

G_END_DECLS
