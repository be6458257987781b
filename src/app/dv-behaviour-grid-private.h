/* dv-behaviour-grid-private.h
 *
 * What the files of the grid of examples share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-behaviour-card.h"
#include "dv-behaviour-grid.h"

G_BEGIN_DECLS

struct _DvBehaviourGrid
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkWidget *view;

  /* Owned */
  DvSession *session;
  DvItem *value; /* nullable */
  GtkFilterListModel *shown;
  GtkMultiSelection *selection;
  GtkCustomFilter *filter;
  char *folded; /* what is searched for; NULL for nothing */
  DvItem *moved;  /* nullable: to which the focus goes when it has its card */
  DvItem *recent; /* nullable: what was typed last */
  GtkWidget *menu; /* nullable: a child */

  /* State */
  guint columns;
  guint focus_id;
};

GPtrArray       *dv_behaviour_grid_new_items         (void);
DvBehaviourCard *dv_behaviour_grid_find_focused_card (DvBehaviourGrid *self);
guint            dv_behaviour_grid_find_position     (DvBehaviourGrid *self,
                                                      DvItem          *item);
gboolean         dv_behaviour_grid_move_before       (DvBehaviourGrid *self,
                                                      GPtrArray       *items,
                                                      DvItem          *before);
gboolean         dv_behaviour_grid_move_to_value     (DvBehaviourGrid *self,
                                                      GPtrArray       *items,
                                                      DvItem          *value);
void             dv_behaviour_grid_activate          (DvBehaviourGrid *self,
                                                      guint            position);
void             dv_behaviour_grid_menu_action       (GtkWidget       *widget,
                                                      const char      *name,
                                                      GVariant        *parameter);
void             dv_behaviour_grid_add_menu          (DvBehaviourGrid *self,
                                                      GtkWidget       *card);
void             dv_behaviour_grid_add_dragging      (DvBehaviourGrid *self,
                                                      GtkWidget       *card);
void             dv_behaviour_grid_add_keys          (DvBehaviourGrid *self);
void             dv_behaviour_grid_install_actions   (GtkWidgetClass  *widget_class);

G_END_DECLS
