/* dv-list-box.h
 *
 * A list box that is not there when it is empty
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dv_list_box_bind (GtkListBox                 *box,
                       GListModel                 *model,
                       GtkListBoxCreateWidgetFunc  create,
                       gpointer                    data);

G_END_DECLS
