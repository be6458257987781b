/* dv-behaviour-grid-drag.c
 *
 * Cards that are dragged to another place or another value
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviour-grid"

#include "config.h"

#include "dv-behaviour-card.h"
#include "dv-behaviour-grid-private.h"

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 gpointer       data)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (DV_TYPE_ITEM, dv_behaviour_card_get_item (DV_BEHAVIOUR_CARD (card)));
}

/* What a drag of @item carries: all that is selected when it is too. */
static GPtrArray *
list_dragged (DvBehaviourGrid *self,
              DvItem          *item)
{
  g_autoptr (GPtrArray) selected = dv_behaviour_grid_list_selected (self);
  GPtrArray *items;

  if (g_ptr_array_find (selected, item, NULL))
    return g_steal_pointer (&selected);

  items = dv_behaviour_grid_new_items ();
  g_ptr_array_add (items, g_object_ref (item));
  return items;
}

static gboolean
is_second_half (GtkWidget *card,
                double     x)
{
  gboolean right = x > gtk_widget_get_width (card) / 2.0;

  return gtk_widget_get_direction (card) == GTK_TEXT_DIR_RTL ? !right : right;
}

static void
clear_drop_mark (GtkDropTarget *target)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  gtk_widget_remove_css_class (card, "drop-before");
  gtk_widget_remove_css_class (card, "drop-after");
}

static GdkDragAction
drop_motion_cb (DvBehaviourGrid *self,
                double           x,
                double           y,
                GtkDropTarget   *target)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  clear_drop_mark (target);
  if (self->folded != NULL)
    return 0;

  gtk_widget_add_css_class (card, is_second_half (card, x) ? "drop-after" : "drop-before");
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (DvBehaviourGrid *self,
         const GValue    *value,
         double           x,
         double           y,
         GtkDropTarget   *target)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  DvItem *before = dv_behaviour_card_get_item (DV_BEHAVIOUR_CARD (card));
  DvItem *dropped = g_value_get_object (value);
  g_autoptr (GPtrArray) items = NULL;

  clear_drop_mark (target);
  if (before == NULL || dropped == NULL || dv_item_get_kind (dropped) != &dv_behaviour_kind || self->folded != NULL)
    return FALSE;

  items = list_dragged (self, dropped);
  return dv_behaviour_grid_move_before (self, items, is_second_half (card, x) ? dv_item_get_next (before) : before);
}

/**
 * dv_behaviour_grid_take:
 * @self: a grid
 * @dropped: what was dropped on the chip of a value
 * @value: that value
 *
 * Returns: whether it was taken: moved to @value with what is selected with it
 */
gboolean
dv_behaviour_grid_take (DvBehaviourGrid *self,
                        DvItem          *dropped,
                        DvItem          *value)
{
  g_autoptr (GPtrArray) items = NULL;

  if (dv_item_get_kind (dropped) != &dv_behaviour_kind || dv_item_get_parent (dropped) == value)
    return FALSE;

  items = list_dragged (self, dropped);
  return dv_behaviour_grid_move_to_value (self, items, value);
}

/* Lets @card be dragged, and others be dropped beside it. */
void
dv_behaviour_grid_add_dragging (DvBehaviourGrid *self,
                                GtkWidget       *card)
{
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (DV_TYPE_ITEM, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (drop, "motion", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (drop, "leave", G_CALLBACK (clear_drop_mark), NULL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (drop));
}
