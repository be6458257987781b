/* dv-nearest.h
 *
 * Which widget lies next in the direction of an arrow
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dv_nearest_find (GtkWidget       *inside,
                            GtkWidget       *from,
                            GPtrArray       *widgets,
                            GtkDirectionType direction);

G_END_DECLS
