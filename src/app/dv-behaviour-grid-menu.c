/* dv-behaviour-grid-menu.c
 *
 * The menu of a card
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviour-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviour-card.h"
#include "dv-behaviour-grid-private.h"
#include "dv-values.h"

static DvWorkshop *
get_workshop (DvBehaviourGrid *self)
{
  return dv_session_get_workshop (self->session);
}

static void
append_targets (GMenu      *menu,
                const char *label,
                const char *action,
                GListModel *items,
                int         field,
                DvItem     *without)
{
  g_autoptr (GMenu) targets = g_menu_new ();
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvItem) item = g_list_model_get_item (items, i);
      g_autoptr (GMenuItem) entry = NULL;

      if (item == without)
        continue;
      entry = g_menu_item_new (dv_item_get_string (item, field), NULL);
      g_menu_item_set_action_and_target (entry, action, "s", dv_item_get_id (item));
      g_menu_append_item (targets, entry);
    }
  if (field == DV_ROLE_NAME && g_strcmp0 (action, "behaviours.set-role") == 0)
    {
      g_autoptr (GMenuItem) unknown = g_menu_item_new (C_("role", "Unknown"), NULL);

      g_menu_item_set_action_and_target (unknown, action, "s", "");
      g_menu_append_item (targets, unknown);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (targets)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (targets));
}

static GMenuModel *
create_menu (DvBehaviourGrid *self,
             guint            n_selected)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();
  g_autoptr (GListModel) values = dv_values_chosen_new (get_workshop (self));
  GListModel *roles = G_LIST_MODEL (dv_workshop_get_list (get_workshop (self), &dv_role_kind));

  if (n_selected == 1)
    g_menu_append (first, C_("card menu", "Edit…"), "behaviours.edit");
  g_menu_append (first, C_("card menu", "Star"), "behaviours.star");
  if (n_selected > 1)
    g_menu_append (first, C_("card menu", "Merge…"), "behaviours.merge");
  append_targets (second, C_("card menu", "Role"), "behaviours.set-role", roles, DV_ROLE_NAME, NULL);
  append_targets (second, C_("card menu", "Move to value"), "behaviours.move-to-value", values, DV_VALUE_NAME, self->value);
  g_menu_append (second, C_("card menu", "Move forward"), "behaviours.move(-1)");
  g_menu_append (second, C_("card menu", "Move back"), "behaviours.move(1)");
  g_menu_append (third, C_("card menu", "Delete"), "behaviours.remove");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (menu);
}

static void
menu_closed_cb (DvBehaviourGrid *self)
{
  /* The chosen action comes after this, so the menu goes when the next opens. */
  gtk_widget_grab_focus (self->view);
}

static void
popup_menu (DvBehaviourGrid *self,
            GtkWidget       *card,
            double           x,
            double           y)
{
  DvItem *item = dv_behaviour_card_get_item (DV_BEHAVIOUR_CARD (card));
  guint position = dv_behaviour_grid_find_position (self, item);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GMenuModel) model = NULL;
  double at_x, at_y;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  items = dv_behaviour_grid_list_selected (self);
  model = create_menu (self, items->len);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_translate_coordinates (card, GTK_WIDGET (self), x, y, &at_x, &at_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) at_x, (int) at_y, 1, 1 });
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
card_pressed_cb (DvBehaviourGrid *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGesture      *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

/* The key for the menu of the card with the focus. */
void
dv_behaviour_grid_menu_action (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  DvBehaviourCard *card = dv_behaviour_grid_find_focused_card (DV_BEHAVIOUR_GRID (widget));

  if (card != NULL)
    popup_menu (DV_BEHAVIOUR_GRID (widget), GTK_WIDGET (card), 24, 24);
}

/* Lets @card have the menu. */
void
dv_behaviour_grid_add_menu (DvBehaviourGrid *self,
                            GtkWidget       *card)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (card_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (press));
}
