/* dv-behaviour-grid.c
 *
 * The examples of one value as cards, and everything that is done with cards
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviour-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviour-card.h"
#include "dv-behaviour-editor.h"
#include "dv-behaviour-grid.h"
#include "dv-behaviours.h"
#include "dv-fold.h"
#include "dv-merge-dialog.h"
#include "dv-values.h"

/* Items go through the value's live list, a filter that is only there while
 * something is searched for, and a selection. The actions are about the cards
 * that are selected, or the one with the focus, or what was typed last. */

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
  DvItem *recent; /* nullable: what was typed last */
  GtkWidget *menu; /* nullable: a child */

  /* State */
  guint columns;
};

G_DEFINE_FINAL_TYPE (DvBehaviourGrid, dv_behaviour_grid, GTK_TYPE_WIDGET)

static DvWorkshop *
get_workshop (DvBehaviourGrid *self)
{
  return dv_session_get_workshop (self->session);
}

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* The card that has the focus, or holds what has it. */
static DvBehaviourCard *
find_focused_card (DvBehaviourGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->view))
    return NULL;
  card = gtk_widget_get_ancestor (focus, DV_TYPE_BEHAVIOUR_CARD);
  if (card == NULL)
    card = gtk_widget_get_first_child (focus);

  return DV_IS_BEHAVIOUR_CARD (card) ? DV_BEHAVIOUR_CARD (card) : NULL;
}

/**
 * dv_behaviour_grid_list_selected:
 * @self: a grid
 *
 * Returns: (transfer full) (element-type DvItem): the selected examples in
 *   order; without any, the one with the focus
 */
GPtrArray *
dv_behaviour_grid_list_selected (DvBehaviourGrid *self)
{
  GPtrArray *items = new_items ();
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  DvBehaviourCard *card = find_focused_card (self);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  if (items->len == 0 && card != NULL && dv_behaviour_card_get_item (card) != NULL)
    g_ptr_array_add (items, g_object_ref (dv_behaviour_card_get_item (card)));

  return items;
}

/* What Ctrl+D and Delete are about: also what was typed last, for who types. */
static GPtrArray *
list_meant (DvBehaviourGrid *self)
{
  GPtrArray *items = dv_behaviour_grid_list_selected (self);

  if (items->len == 0 && self->recent != NULL && self->value != NULL &&
      dv_item_get_parent (self->recent) == self->value && dv_behaviour_is_visible (self->recent))
    g_ptr_array_add (items, g_object_ref (self->recent));

  return items;
}

static guint
find_position (DvBehaviourGrid *self,
               DvItem          *item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvItem) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other == item)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * dv_behaviour_grid_select:
 * @self: a grid
 * @items: (element-type DvItem): examples of its value
 *
 * Selects just these.
 */
void
dv_behaviour_grid_select (DvBehaviourGrid *self,
                          GPtrArray       *items)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  gtk_selection_model_unselect_all (selection);
  for (guint i = 0; i < items->len; i++)
    {
      guint position = find_position (self, g_ptr_array_index (items, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_selection_model_select_item (selection, position, FALSE);
    }
}

static void
scroll_to (DvBehaviourGrid *self,
           DvItem          *item)
{
  guint position = find_position (self, item);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

/**
 * dv_behaviour_grid_show_first:
 * @self: a grid
 *
 * Scrolls to the first card: a new one that was typed is there.
 */
void
dv_behaviour_grid_show_first (DvBehaviourGrid *self)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", 0);
}

/* --- Actions --------------------------------------------------------------- */

static void
star_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (widget);
  g_autoptr (GPtrArray) items = list_meant (self);
  gboolean all = TRUE;
  GError *error = NULL;
  gboolean done;

  if (items->len == 0)
    return;

  for (guint i = 0; i < items->len; i++)
    all = all && dv_item_get_int (g_ptr_array_index (items, i), DV_BEHAVIOUR_STAR) != 0;
  done = dv_behaviours_set_star (get_workshop (self), items, !all, &error);
  dv_session_check (self->session, done, error);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (widget);
  g_autoptr (GPtrArray) items = dv_behaviour_grid_list_selected (self);
  g_autofree char *said = NULL;
  GError *error = NULL;

  if (items->len == 0)
    return;

  if (!dv_session_check (self->session, dv_behaviours_remove (get_workshop (self), items, &error), error))
    return;
  said = g_strdup_printf (ngettext ("%u example deleted", "%u examples deleted", items->len), items->len);
  dv_session_say_undo (self->session, said);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (widget);
  g_autoptr (GPtrArray) items = list_meant (self);

  if (items->len > 0)
    dv_behaviour_editor_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, g_ptr_array_index (items, 0));
}

static void
show_merged_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (widget);
  DvItem *item = dv_workshop_find (get_workshop (self), g_variant_get_string (parameter, NULL));

  if (item != NULL)
    dv_behaviour_editor_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, item);
}

/**
 * dv_behaviour_grid_merge:
 * @self: a grid
 * @items: (element-type DvItem): two examples or more
 *
 * Asks which wording is to stand for all, and merges.
 */
void
dv_behaviour_grid_merge (DvBehaviourGrid *self,
                         GPtrArray       *items)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  if (items->len < 2)
    dv_session_say (self->session, C_("toast", "Select two or more examples to merge"));
  else
    dv_merge_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, items);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (widget);
  g_autoptr (GPtrArray) items = dv_behaviour_grid_list_selected (self);

  dv_behaviour_grid_merge (self, items);
}

static gboolean
move_to_value (DvBehaviourGrid *self,
               GPtrArray       *items,
               DvItem          *value)
{
  g_autofree char *said = NULL;
  GError *error = NULL;
  gboolean done;

  done = dv_behaviours_move_to_value (get_workshop (self), items, value, &error);
  if (!dv_session_check (self->session, done, error))
    return FALSE;

  /* TRANSLATORS: how many examples; the name of a core value */
  said = g_strdup_printf (ngettext ("%u example moved to %s", "%u examples moved to %s", items->len),
                          items->len, dv_item_get_string (value, DV_VALUE_NAME));
  dv_session_say_undo (self->session, said);
  return TRUE;
}

static void
move_to_value_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (widget);
  DvItem *value = dv_workshop_find_kind (get_workshop (self), g_variant_get_string (parameter, NULL), &dv_value_kind);
  g_autoptr (GPtrArray) items = dv_behaviour_grid_list_selected (self);

  if (value != NULL && items->len > 0)
    move_to_value (self, items, value);
}

static void
set_role_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (widget);
  DvItem *role = dv_workshop_find_kind (get_workshop (self), g_variant_get_string (parameter, NULL), &dv_role_kind);
  g_autoptr (GPtrArray) items = dv_behaviour_grid_list_selected (self);
  GError *error = NULL;

  if (items->len > 0)
    {
      gboolean done = dv_behaviours_set_role (get_workshop (self), items, role, &error);

      dv_session_check (self->session, done, error);
    }
}

/* Moves all of @items, which keep their order, before @before. */
static gboolean
move_before (DvBehaviourGrid *self,
             GPtrArray       *items,
             DvItem          *before)
{
  g_autoptr (DvGroup) group = dv_group_new (C_("undo", "Move examples"), DV_ORIGIN_CONSOLE);

  while (before != NULL && g_ptr_array_find (items, before, NULL))
    before = dv_item_get_next (before);
  for (guint i = 0; i < items->len; i++)
    dv_group_move (group, dv_item_get_id (g_ptr_array_index (items, i)), dv_item_get_id (self->value),
                   before != NULL ? dv_item_get_id (before) : NULL);

  return dv_session_apply (self->session, group);
}

/* Moves what is selected @by places; at an end it stays. */
static void
move_by (DvBehaviourGrid *self,
         int              by)
{
  g_autoptr (GPtrArray) items = dv_behaviour_grid_list_selected (self);
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autoptr (DvItem) before = NULL;
  int first, last, target;

  if (self->folded != NULL)
    {
      dv_session_say (self->session, C_("toast", "End the search to change the order"));
      return;
    }
  if (items->len == 0)
    return;

  first = (int) find_position (self, g_ptr_array_index (items, 0));
  last = (int) find_position (self, g_ptr_array_index (items, items->len - 1));
  if ((by < 0 && first == 0) || (by > 0 && last == n - 1))
    return;

  target = by < 0 ? MAX (0, first + by) : MIN (n, last + by + 1);
  before = g_list_model_get_item (G_LIST_MODEL (self->shown), (guint) target);
  if (!move_before (self, items, before))
    return;
  dv_behaviour_grid_select (self, items);
  scroll_to (self, g_ptr_array_index (items, by < 0 ? 0 : items->len - 1));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (widget);
  int by = g_variant_get_int32 (parameter);

  /* Two and more mean a row. */
  move_by (self, ABS (by) > 1 ? by / 2 * (int) self->columns : by);
}

static void
activate_cb (DvBehaviourGrid *self,
             guint            position)
{
  g_autoptr (DvItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    dv_behaviour_editor_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, item);
}

/* --- Menu ------------------------------------------------------------------ */

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
  guint position = find_position (self, item);
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

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvBehaviourCard *card = find_focused_card (DV_BEHAVIOUR_GRID (widget));

  if (card != NULL)
    popup_menu (DV_BEHAVIOUR_GRID (widget), GTK_WIDGET (card), 24, 24);
}

/* --- Dragging -------------------------------------------------------------- */

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

  items = new_items ();
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
  return move_before (self, items, is_second_half (card, x) ? dv_item_get_next (before) : before);
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
  return move_to_value (self, items, value);
}

/* --- Cards ----------------------------------------------------------------- */

static void
setup_cb (DvBehaviourGrid *self,
          GtkListItem     *list_item)
{
  GtkWidget *card = dv_behaviour_card_new (self->session);
  GtkGesture *press = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (DV_TYPE_ITEM, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (card_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (press));

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (drop, "motion", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (drop, "leave", G_CALLBACK (clear_drop_mark), NULL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (drop));

  gtk_list_item_set_child (list_item, card);
}

/* There is no unbinding: GTK (seen in 4.8) unbinds and binds every card on an
 * insertion, mostly to the item it had, and then there is nothing to do. */
static void
bind_cb (DvBehaviourGrid *self,
         GtkListItem     *list_item)
{
  dv_behaviour_card_set_item (DV_BEHAVIOUR_CARD (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static gboolean
matches_cb (gpointer item,
            gpointer data)
{
  return dv_behaviour_matches (item, DV_BEHAVIOUR_GRID (data)->folded);
}

/* Whether cards look different although their own items are as they were. */
static gboolean
concerns_cards (DvWorkshop   *workshop,
                const DvEdit *edit)
{
  switch (edit->type)
    {
    case DV_EDIT_SET:
      if (dv_workshop_find_kind (workshop, edit->id, &dv_behaviour_kind) != NULL)
        return (edit->fields & (1u << DV_BEHAVIOUR_INTO)) != 0;
      return dv_workshop_find_kind (workshop, edit->id, &dv_role_kind) != NULL ||
             dv_workshop_find_kind (workshop, edit->id, &dv_value_kind) != NULL;
    case DV_EDIT_MOVE:
      return dv_workshop_find_kind (workshop, edit->id, &dv_value_kind) != NULL;
    case DV_EDIT_REMOVE:
      return TRUE;
    case DV_EDIT_INSERT:
    default:
      return FALSE;
    }
}

static void
refresh_cards (DvBehaviourGrid *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DV_IS_BEHAVIOUR_CARD (gtk_widget_get_first_child (child)))
      dv_behaviour_card_refresh (DV_BEHAVIOUR_CARD (gtk_widget_get_first_child (child)));
}

/* While searching, a text that is edited may come to match or not. */
static void
applied_cb (DvBehaviourGrid *self,
            DvGroup         *group,
            DvWorkshop      *workshop)
{
  gboolean concerns = FALSE;
  gboolean sets = FALSE;

  for (guint i = 0; i < dv_group_get_length (group); i++)
    {
      const DvEdit *edit = dv_group_get_edit (group, i);

      sets = sets || edit->type == DV_EDIT_SET;
      concerns = concerns || concerns_cards (workshop, edit);
    }
  if (concerns)
    refresh_cards (self);
  if (sets && self->folded != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
dv_behaviour_grid_dispose (GObject *object)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->view != NULL)
    {
      gtk_grid_view_set_model (GTK_GRID_VIEW (self->view), NULL);
      gtk_grid_view_set_factory (GTK_GRID_VIEW (self->view), NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_BEHAVIOUR_GRID);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->recent);
  g_clear_object (&self->value);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_behaviour_grid_parent_class)->dispose (object);
}

static void
dv_behaviour_grid_finalize (GObject *object)
{
  g_free (DV_BEHAVIOUR_GRID (object)->folded);

  G_OBJECT_CLASS (dv_behaviour_grid_parent_class)->finalize (object);
}

/* Keys of the cards. They come before those of the view, for which Space means
 * to select. */
static void
add_card_keys (DvBehaviourGrid *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "space|KP_Space", "action(behaviours.star)" },
    { "Delete|KP_Delete", "action(behaviours.remove)" },
    { "Menu|<Shift>F10", "action(behaviours.menu)" },
  };
  static const struct
  {
    const char *trigger;
    int by;
  } moves[] = {
    { "<Control><Shift>Left", -1 },
    { "<Control><Shift>Right", 1 },
    { "<Control><Shift>Up", -2 },
    { "<Control><Shift>Down", 2 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_shortcut_action_parse_string (keys[i].action)));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (moves[i].trigger),
                                                gtk_named_action_new ("behaviours.move"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (moves[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (self->view, controller);
}

static void
dv_behaviour_grid_class_init (DvBehaviourGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_behaviour_grid_dispose;
  object_class->finalize = dv_behaviour_grid_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-behaviour-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourGrid, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "behaviours.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "behaviours.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "behaviours.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "behaviours.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "behaviours.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "behaviours.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "behaviours.move-to-value", "s", move_to_value_action);
  gtk_widget_class_install_action (widget_class, "behaviours.set-role", "s", set_role_action);
  gtk_widget_class_install_action (widget_class, "behaviours.show-merged", "s", show_merged_action);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dv_behaviour_grid_init (DvBehaviourGrid *self)
{
  self->columns = 3;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_card_keys (self);
}

/**
 * dv_behaviour_grid_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): a grid without a value
 */
GtkWidget *
dv_behaviour_grid_new (DvSession *session)
{
  DvBehaviourGrid *self = g_object_new (DV_TYPE_BEHAVIOUR_GRID, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->session = g_object_ref (session);
  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  /* A search through thousands must not hold up the next key. */
  gtk_filter_list_model_set_incremental (self->shown, TRUE);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (GTK_GRID_VIEW (self->view), factory);
  gtk_grid_view_set_model (GTK_GRID_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (dv_session_get_workshop (session), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dv_behaviour_grid_set_value:
 * @self: a grid
 * @value: (nullable): the value whose examples are shown
 */
void
dv_behaviour_grid_set_value (DvBehaviourGrid *self,
                             DvItem          *value)
{
  g_autoptr (GListModel) items = NULL;

  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  if (!g_set_object (&self->value, value))
    return;

  g_clear_object (&self->recent);
  if (value != NULL)
    items = dv_behaviours_visible_new (get_workshop (self), value);
  gtk_filter_list_model_set_model (self->shown, items);
  dv_behaviour_grid_show_first (self);
}

void
dv_behaviour_grid_set_columns (DvBehaviourGrid *self,
                               guint            columns)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  if (self->columns == columns)
    return;

  self->columns = columns;
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->view), MIN (columns, gtk_grid_view_get_max_columns (GTK_GRID_VIEW (self->view))));
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->view), columns);
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->view), columns);
}

/**
 * dv_behaviour_grid_search:
 * @self: a grid
 * @text: what to look for; empty for all
 */
void
dv_behaviour_grid_search (DvBehaviourGrid *self,
                          const char      *text)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));

  g_free (self->folded);
  self->folded = dv_fold (text);
  if (self->folded[0] == '\0')
    g_clear_pointer (&self->folded, g_free);

  if (self->folded != NULL)
    gtk_custom_filter_set_filter_func (self->filter, matches_cb, self, NULL);
  else
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  dv_behaviour_grid_show_first (self);
}

/**
 * dv_behaviour_grid_set_recent:
 * @self: a grid
 * @item: (nullable): what was typed last, which a key without a selection means
 */
void
dv_behaviour_grid_set_recent (DvBehaviourGrid *self,
                              DvItem          *item)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  g_set_object (&self->recent, item);
}

/**
 * dv_behaviour_grid_get_all:
 * @self: a grid
 *
 * Returns: (nullable) (transfer none): the examples of the value that were not
 *   merged into others
 */
GListModel *
dv_behaviour_grid_get_all (DvBehaviourGrid *self)
{
  g_return_val_if_fail (DV_IS_BEHAVIOUR_GRID (self), NULL);
  return gtk_filter_list_model_get_model (self->shown);
}

/**
 * dv_behaviour_grid_get_shown:
 * @self: a grid
 *
 * Returns: (transfer none): those that match what is searched for
 */
GListModel *
dv_behaviour_grid_get_shown (DvBehaviourGrid *self)
{
  g_return_val_if_fail (DV_IS_BEHAVIOUR_GRID (self), NULL);
  return G_LIST_MODEL (self->shown);
}
