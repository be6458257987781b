/* dv-behaviour-grid-actions.c
 *
 * What is done with the cards that are selected
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviour-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviour-editor.h"
#include "dv-behaviour-grid-private.h"
#include "dv-behaviours.h"
#include "dv-merge-dialog.h"

static DvWorkshop *
get_workshop (DvBehaviourGrid *self)
{
  return dv_session_get_workshop (self->session);
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

static void
scroll_to (DvBehaviourGrid *self,
           DvItem          *item)
{
  guint position = dv_behaviour_grid_find_position (self, item);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

static void
focus_moved_cb (gpointer data)
{
  DvBehaviourGrid *self = data;
  g_autoptr (DvItem) moved = g_steal_pointer (&self->moved);

  self->focus_id = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *card = gtk_widget_get_first_child (child);

      if (DV_IS_BEHAVIOUR_CARD (card) && dv_behaviour_card_get_item (DV_BEHAVIOUR_CARD (card)) == moved)
        {
          gtk_widget_grab_focus (child);
          return;
        }
    }
}

/* Lets the focus follow a card that was moved: the next key is about that card.
 * The view binds it after the change. */
static void
focus_later (DvBehaviourGrid *self,
             DvItem          *item)
{
  g_set_object (&self->moved, item);
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_once (focus_moved_cb, self);
}

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
  dv_session_check (self->session, done, &error);
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

  if (!dv_session_check (self->session, dv_behaviours_remove (get_workshop (self), items, &error), &error))
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

gboolean
dv_behaviour_grid_move_to_value (DvBehaviourGrid *self,
                                 GPtrArray       *items,
                                 DvItem          *value)
                  {
  g_autofree char *said = NULL;
  GError *error = NULL;
  gboolean done;

  done = dv_behaviours_move_to_value (get_workshop (self), items, value, &error);
  if (!dv_session_check (self->session, done, &error))
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
    dv_behaviour_grid_move_to_value (self, items, value);
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

      dv_session_check (self->session, done, &error);
    }
}

/* Moves all of @items, which keep their order, before @before. */
gboolean
dv_behaviour_grid_move_before (DvBehaviourGrid *self,
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
  gboolean has_focus = dv_behaviour_grid_find_focused_card (self) != NULL;
  int first, last, target;

  if (self->folded != NULL)
    {
      dv_session_say (self->session, C_("toast", "End the search to change the order"));
      return;
    }
  if (items->len == 0)
    return;

  first = (int) dv_behaviour_grid_find_position (self, g_ptr_array_index (items, 0));
  last = (int) dv_behaviour_grid_find_position (self, g_ptr_array_index (items, items->len - 1));
  if ((by < 0 && first == 0) || (by > 0 && last == n - 1))
    return;

  target = by < 0 ? MAX (0, first + by) : MIN (n, last + by + 1);
  before = g_list_model_get_item (G_LIST_MODEL (self->shown), (guint) target);
  if (!dv_behaviour_grid_move_before (self, items, before))
    return;
  dv_behaviour_grid_select (self, items);
  if (has_focus)
    focus_later (self, g_ptr_array_index (items, by < 0 ? 0 : items->len - 1));
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

/* A card is clicked twice, or Enter is pressed on it. */
void
dv_behaviour_grid_activate (DvBehaviourGrid *self,
                            guint            position)
{
  g_autoptr (DvItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    dv_behaviour_editor_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, item);
}

void
dv_behaviour_grid_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "behaviours.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "behaviours.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "behaviours.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "behaviours.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "behaviours.menu", NULL, dv_behaviour_grid_menu_action);
  gtk_widget_class_install_action (widget_class, "behaviours.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "behaviours.move-to-value", "s", move_to_value_action);
  gtk_widget_class_install_action (widget_class, "behaviours.set-role", "s", set_role_action);
  gtk_widget_class_install_action (widget_class, "behaviours.show-merged", "s", show_merged_action);
}

/* Keys of the cards. They come before those of the view, for which Space means
 * to select. */
void
dv_behaviour_grid_add_keys (DvBehaviourGrid *self)
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
