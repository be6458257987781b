/* dv-behaviour-grid.h
 *
 * The examples of one value as cards, and everything that is done with cards
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_BEHAVIOUR_GRID (dv_behaviour_grid_get_type ())
G_DECLARE_FINAL_TYPE (DvBehaviourGrid, dv_behaviour_grid, DV, BEHAVIOUR_GRID, GtkWidget)

GtkWidget  *dv_behaviour_grid_new           (DvSession       *session);
void        dv_behaviour_grid_set_value     (DvBehaviourGrid *self,
                                             DvItem          *value);
void        dv_behaviour_grid_set_columns   (DvBehaviourGrid *self,
                                             guint            columns);
void        dv_behaviour_grid_search        (DvBehaviourGrid *self,
                                             const char      *text);
void        dv_behaviour_grid_show_first    (DvBehaviourGrid *self);
void        dv_behaviour_grid_set_recent    (DvBehaviourGrid *self,
                                             DvItem          *item);
GListModel *dv_behaviour_grid_get_all       (DvBehaviourGrid *self);
GListModel *dv_behaviour_grid_get_shown     (DvBehaviourGrid *self);
GPtrArray  *dv_behaviour_grid_list_selected (DvBehaviourGrid *self) G_GNUC_WARN_UNUSED_RESULT;
void        dv_behaviour_grid_select        (DvBehaviourGrid *self,
                                             GPtrArray       *items);
void        dv_behaviour_grid_merge         (DvBehaviourGrid *self,
                                             GPtrArray       *items);
gboolean    dv_behaviour_grid_take          (DvBehaviourGrid *self,
                                             DvItem          *dropped,
                                             DvItem          *value);

G_END_DECLS
