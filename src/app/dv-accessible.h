/* dv-accessible.h
 *
 * What the toolkit leaves out for those who cannot see the window
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dv_accessible_name_menu_buttons (GtkWidget *widget);

G_END_DECLS
