/* dv-rail.c
 *
 * The steps and activities of the programme, beside the work space
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-rail"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-plan.h"
#include "dv-rail-row.h"
#include "dv-rail.h"

/* A programme is some thirty rows, so a change of its shape makes them anew; a
 * change of a text or a state touches one row. Only the step we are in shows
 * its activities. Keys and the context menu work on the row with the focus. */

struct _DvRail
{
  GtkWidget parent_instance;

  /* Template children */
  GtkListBox *list;
  GtkListBox *foot;
  GtkListBoxRow *manifest_row;
  GtkListBoxRow *map_row;
  GtkListBoxRow *run_sheet_row;
  GtkListBoxRow *export_row;
  GtkPopover *menu;
  GtkPopover *rename_popover;
  GtkEntry *rename_entry;
  GtkPopover *minutes_popover;
  GtkSpinButton *minutes_spin;

  /* Owned */
  DvSession *session;
  DvItem *expanded;   /* nullable: the step that shows its activities */
  DvItem *edited;     /* nullable: what a popover is about */
  GPtrArray *watched; /* lists of activities */

  /* State */
  DvFixed fixed;
  guint rebuild_id;
};

G_DEFINE_FINAL_TYPE (DvRail, dv_rail, GTK_TYPE_WIDGET)

enum
{
  OPEN_FIXED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static DvRailRow *
get_row (DvRail *self,
         int     i)
{
  return DV_RAIL_ROW (gtk_list_box_get_row_at_index (self->list, i));
}

static DvRailRow *
find_row (DvRail *self,
          DvItem *item)
{
  DvRailRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (dv_rail_row_get_item (row) == item)
      return row;
  return NULL;
}

static void
update_rows (DvRail *self)
{
  DvItem *activity = dv_session_get_activity (self->session);
  DvRailRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      DvItem *item = dv_rail_row_get_item (row);
      gboolean is_step = dv_rail_row_is_step (row);

      dv_rail_row_set_here (row, item == (is_step ? self->expanded : activity));
      gtk_widget_set_visible (GTK_WIDGET (row), is_step || dv_item_get_parent (item) == self->expanded);
      if (is_step)
        gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, item == self->expanded, -1);
      dv_rail_row_update (row);
    }
}

static void
focus_item (DvRail *self,
            DvItem *item)
{
  DvRailRow *row = find_row (self, item);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static DvItem *
get_focused (DvRail *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return DV_IS_RAIL_ROW (row) ? dv_rail_row_get_item (DV_RAIL_ROW (row)) : NULL;
}

static void
append (DvRail *self,
        DvItem *step)
{
  DvList *activities = dv_item_get_list (step, &dv_activity_kind);
  GtkWidget *step_row = dv_rail_row_new (step);

  gtk_list_box_append (self->list, step_row);
  for (guint i = 0; i < dv_list_get_length (activities); i++)
    {
      DvItem *activity = dv_list_get (activities, i);

      gtk_list_box_append (self->list, dv_rail_row_new (activity));
      g_signal_connect_object (activity, "changed", G_CALLBACK (dv_rail_row_update), step_row, G_CONNECT_SWAPPED);
    }
}

static void rebuild_later (DvRail *self);

static void
watch (DvRail *self,
       DvList *list)
{
  g_signal_connect_object (list, "items-changed", G_CALLBACK (rebuild_later), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->watched, g_object_ref (list));
}

static void
unwatch (DvRail *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->watched, i), rebuild_later, self);
  g_ptr_array_set_size (self->watched, 0);
}

static void
clear_rows (DvRail *self)
{
  DvRailRow *row;

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
rebuild (DvRail *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  DvList *steps = dv_workshop_get_list (workshop, &dv_step_kind);
  DvItem *focused = get_focused (self);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  unwatch (self);
  clear_rows (self);
  watch (self, steps);
  for (guint i = 0; i < dv_list_get_length (steps); i++)
    {
      DvItem *step = dv_list_get (steps, i);

      watch (self, dv_item_get_list (step, &dv_activity_kind));
      append (self, step);
    }
  if (self->expanded != NULL && dv_workshop_find (workshop, dv_item_get_id (self->expanded)) != self->expanded)
    g_clear_object (&self->expanded);
  if (dv_session_get_activity (self->session) != NULL)
    g_set_object (&self->expanded, dv_item_get_parent (dv_session_get_activity (self->session)));
  update_rows (self);
  if (focused != NULL)
    focus_item (self, focused);
}

static gboolean
rebuild_cb (gpointer data)
{
  DvRail *self = data;

  self->rebuild_id = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* One step of undo may change several lists. */
static void
rebuild_later (DvRail *self)
{
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, rebuild_cb, self, NULL);
}

static void
activity_changed_cb (DvRail *self)
{
  DvItem *activity = dv_session_get_activity (self->session);

  if (activity != NULL)
    g_set_object (&self->expanded, dv_item_get_parent (activity));
  if (self->rebuild_id == 0)
    update_rows (self);
}

/* Where one goes on in a step: what is not done yet, else its beginning. */
static DvItem *
get_next_in_step (DvItem *step)
{
  DvList *activities = dv_item_get_list (step, &dv_activity_kind);

  for (guint i = 0; i < dv_list_get_length (activities); i++)
    if (dv_item_get_int (dv_list_get (activities, i), DV_ACTIVITY_STATE) < DV_STATE_DONE)
      return dv_list_get (activities, i);

  return dv_list_get_length (activities) > 0 ? dv_list_get (activities, 0) : NULL;
}

static void
open_item (DvRail *self,
           DvItem *item)
{
  DvItem *activity = dv_session_get_activity (self->session);

  if (dv_item_get_kind (item) == &dv_activity_kind)
    {
      dv_session_set_activity (self->session, item);
      return;
    }

  g_set_object (&self->expanded, item);
  update_rows (self);
  if ((activity == NULL || dv_item_get_parent (activity) != item) && get_next_in_step (item) != NULL)
    dv_session_set_activity (self->session, get_next_in_step (item));
}

static void
row_activated_cb (DvRail    *self,
                  DvRailRow *row)
{
  open_item (self, dv_rail_row_get_item (row));
}

static void
foot_activated_cb (DvRail        *self,
                   GtkListBoxRow *row)
{
  DvFixed fixed = DV_FIXED_EXPORT;

  if (row == self->manifest_row)
    fixed = DV_FIXED_MANIFEST;
  else if (row == self->map_row)
    fixed = DV_FIXED_MAP;
  else if (row == self->run_sheet_row)
    fixed = DV_FIXED_RUN_SHEET;
  g_signal_emit (self, signals[OPEN_FIXED], 0, (int) fixed);
}

/* --- Editing the programme ------------------------------------------------ */

static void
point_at (DvRail     *self,
          GtkPopover *popover,
          DvItem     *item)
{
  graphene_rect_t bounds;
  DvRailRow *row = find_row (self, item);

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;
  gtk_popover_set_pointing_to (popover, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                         (int) bounds.size.width, (int) bounds.size.height });
}

static void
update_actions (DvRail *self,
                DvItem *item)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_activity = item != NULL && dv_item_get_kind (item) == &dv_activity_kind;

  gtk_widget_action_set_enabled (widget, "rail.set-state", is_activity);
  gtk_widget_action_set_enabled (widget, "rail.minutes", is_activity);
  gtk_widget_action_set_enabled (widget, "rail.rename", item != NULL);
  gtk_widget_action_set_enabled (widget, "rail.remove", item != NULL);
  gtk_widget_action_set_enabled (widget, "rail.move-up", item != NULL && dv_plan_can_move (self->session, item, -1));
  gtk_widget_action_set_enabled (widget, "rail.move-down", item != NULL && dv_plan_can_move (self->session, item, 1));
}

/* What the menu greys out must not stop a key on another row. */
static void
menu_closed_cb (DvRail *self)
{
  static const char *const names[] = { "rail.set-state", "rail.minutes", "rail.rename", "rail.remove", "rail.move-up", "rail.move-down" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], TRUE);
}

/* The row with the focus; while the menu has it, the row the menu is about. */
static DvItem *
get_target (DvRail *self)
{
  DvItem *focused = get_focused (self);

  return focused != NULL ? focused : self->edited;
}

static void
show_menu (DvRail *self,
           DvItem *item,
           double  x,
           double  y)
{
  g_set_object (&self->edited, item);
  update_actions (self, item);
  if (x < 0)
    point_at (self, self->menu, item);
  else
    gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
pressed_cb (DvRail          *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, DV_TYPE_RAIL_ROW) : NULL;

  if (row == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  show_menu (self, dv_rail_row_get_item (DV_RAIL_ROW (row)), x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvRail *self = DV_RAIL (widget);

  if (get_focused (self) != NULL)
    show_menu (self, get_focused (self), -1, -1);
}

static void
set_state_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DvRail *self = DV_RAIL (widget);
  DvItem *item = get_target (self);
  int state = dv_field_find_nick (&dv_activity_kind.fields[DV_ACTIVITY_STATE], g_variant_get_string (parameter, NULL));

  if (item != NULL && dv_item_get_kind (item) == &dv_activity_kind && state >= 0)
    dv_plan_set_state (self->session, item, (DvState) state);
}

static void
show_rename (DvRail *self,
             DvItem *item)
{
  g_set_object (&self->edited, item);
  gtk_editable_set_text (GTK_EDITABLE (self->rename_entry), dv_plan_get_title (item));
  point_at (self, self->rename_popover, item);
  gtk_popover_popup (self->rename_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->rename_entry));
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvItem *item = get_target (DV_RAIL (widget));

  if (item != NULL)
    show_rename (DV_RAIL (widget), item);
}

static void
rename_activate_cb (DvRail *self)
{
  g_autoptr (DvItem) item = g_steal_pointer (&self->edited);

  gtk_popover_popdown (self->rename_popover);
  if (item == NULL)
    return;
  dv_plan_rename (self->session, item, gtk_editable_get_text (GTK_EDITABLE (self->rename_entry)));
  focus_item (self, item);
}

static void
minutes_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DvRail *self = DV_RAIL (widget);
  DvItem *item = get_target (self);

  if (item == NULL || dv_item_get_kind (item) != &dv_activity_kind)
    return;

  g_set_object (&self->edited, item);
  gtk_spin_button_set_value (self->minutes_spin, (double) dv_item_get_int (item, DV_ACTIVITY_MINUTES));
  point_at (self, self->minutes_popover, item);
  gtk_popover_popup (self->minutes_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->minutes_spin));
}

static void
minutes_activate_cb (DvRail *self)
{
  g_autoptr (DvItem) item = g_steal_pointer (&self->edited);

  gtk_spin_button_update (self->minutes_spin);
  gtk_popover_popdown (self->minutes_popover);
  if (item == NULL)
    return;
  dv_plan_set_minutes (self->session, item, gtk_spin_button_get_value_as_int (self->minutes_spin));
  focus_item (self, item);
}

static void
edit_new (DvRail *self,
          DvItem *item)
{
  if (item == NULL)
    return;

  rebuild (self);
  if (dv_item_get_kind (item) == &dv_activity_kind)
    g_set_object (&self->expanded, dv_item_get_parent (item));
  else
    g_set_object (&self->expanded, item);
  update_rows (self);
  focus_item (self, item);
  show_rename (self, item);
}

static void
add_activity_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DvRail *self = DV_RAIL (widget);
  DvItem *item = get_target (self);

  if (item == NULL)
    item = self->expanded;
  if (item != NULL)
    edit_new (self, dv_plan_add_activity (self->session, item));
}

static void
add_step_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DvRail *self = DV_RAIL (widget);
  DvItem *item = get_target (self);

  if (item != NULL && dv_item_get_kind (item) == &dv_activity_kind)
    item = dv_item_get_parent (item);
  edit_new (self, dv_plan_add_step (self->session, item));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvRail *self = DV_RAIL (widget);
  DvItem *item = get_target (self);

  if (item == NULL)
    return;

  dv_plan_move (self->session, item, g_str_equal (name, "rail.move-up") ? -1 : 1);
  if (dv_item_get_kind (item) == &dv_activity_kind)
    g_set_object (&self->expanded, dv_item_get_parent (item));
  rebuild (self);
  focus_item (self, item);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvRail *self = DV_RAIL (widget);
  DvItem *item = get_target (self);

  if (item != NULL)
    dv_plan_remove (self->session, item);
  g_clear_object (&self->edited);
}

/* --- Life ------------------------------------------------------------------ */

static void
dv_rail_dispose (GObject *object)
{
  DvRail *self = DV_RAIL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  if (self->watched != NULL)
    unwatch (self);
  g_clear_pointer (&self->watched, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_RAIL);
  /* GTK 4.8 lets go of children that have a name only. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->expanded);
  g_clear_object (&self->edited);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_rail_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rail.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "rail.set-state", "s", set_state_action);
  gtk_widget_class_install_action (widget_class, "rail.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "rail.minutes", NULL, minutes_action);
  gtk_widget_class_install_action (widget_class, "rail.add-activity", NULL, add_activity_action);
  gtk_widget_class_install_action (widget_class, "rail.add-step", NULL, add_step_action);
  gtk_widget_class_install_action (widget_class, "rail.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "rail.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "rail.remove", NULL, remove_action);
}

static void
dv_rail_class_init (DvRailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_rail_dispose;

  /**
   * DvRail::open-fixed:
   * @self: the rail
   * @fixed: a #DvFixed
   *
   * Asks for one of the pages that are always there.
   */
  signals[OPEN_FIXED] = g_signal_new ("open-fixed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rail");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-rail.ui");
  gtk_widget_class_bind_template_child (widget_class, DvRail, list);
  gtk_widget_class_bind_template_child (widget_class, DvRail, foot);
  gtk_widget_class_bind_template_child (widget_class, DvRail, manifest_row);
  gtk_widget_class_bind_template_child (widget_class, DvRail, map_row);
  gtk_widget_class_bind_template_child (widget_class, DvRail, run_sheet_row);
  gtk_widget_class_bind_template_child (widget_class, DvRail, export_row);
  gtk_widget_class_bind_template_child (widget_class, DvRail, menu);
  gtk_widget_class_bind_template_child (widget_class, DvRail, rename_popover);
  gtk_widget_class_bind_template_child (widget_class, DvRail, rename_entry);
  gtk_widget_class_bind_template_child (widget_class, DvRail, minutes_popover);
  gtk_widget_class_bind_template_child (widget_class, DvRail, minutes_spin);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, foot_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_activate_cb);
}

static void
dv_rail_init (DvRail *self)
{
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/**
 * dv_rail_set_session:
 * @self: a new rail
 * @session: whose programme to show; can be set once
 */
void
dv_rail_set_session (DvRail    *self,
                     DvSession *session)
{
  g_return_if_fail (DV_IS_RAIL (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::activity", G_CALLBACK (activity_changed_cb), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

/**
 * dv_rail_set_fixed:
 * @self: a rail
 * @fixed: which of the pages at its foot is open
 */
void
dv_rail_set_fixed (DvRail *self,
                   DvFixed fixed)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (DV_IS_RAIL (self));

  if (fixed == DV_FIXED_MANIFEST)
    row = self->manifest_row;
  else if (fixed == DV_FIXED_MAP)
    row = self->map_row;
  else if (fixed == DV_FIXED_RUN_SHEET || fixed == DV_FIXED_CHECKLIST)
    row = self->run_sheet_row;
  else if (fixed == DV_FIXED_EXPORT)
    row = self->export_row;

  if (self->fixed == fixed)
    return;
  self->fixed = fixed;
  for (GtkWidget *each = gtk_widget_get_first_child (GTK_WIDGET (self->foot)); each != NULL; each = gtk_widget_get_next_sibling (each))
    {
      gtk_widget_remove_css_class (each, "here");
      if (each == GTK_WIDGET (row))
        gtk_widget_add_css_class (each, "here");
    }
}
