/* dv-run-sheet-page-actions.c
 *
 * What keys and menus do in the run sheet
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-run-sheet-page"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-plan.h"
#include "dv-run-sheet-page-private.h"

/* All work on the selected row, which follows the focus. */

static DvSession *
get_session (DvRunSheetPage *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

/**
 * dv_run_sheet_page_get_selected:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the activity of the selected row. Only
 *   for the files of the page.
 */
DvItem *
dv_run_sheet_page_get_selected (DvRunSheetPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? dv_run_sheet_row_get_activity (DV_RUN_SHEET_ROW (row)) : NULL;
}

/**
 * dv_run_sheet_page_select:
 * @self: a page
 * @activity: which row to select; nothing happens when it is not there. Only
 *   for the files of the page.
 */
void
dv_run_sheet_page_select (DvRunSheetPage *self,
                          DvItem         *activity)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (dv_run_sheet_row_get_activity (DV_RUN_SHEET_ROW (row)) == activity)
      gtk_list_box_select_row (self->list, row);
}

static gboolean
can_move (DvRunSheetPage *self,
          DvItem         *activity,
          int             by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int to = row != NULL ? gtk_list_box_row_get_index (row) + by : -1;

  /* Not out of the meeting. */
  return activity != NULL && gtk_list_box_get_row_at_index (self->list, to) != NULL && dv_plan_can_move (get_session (self), activity, by);
}

/* Only for the files of the page. */
void
dv_run_sheet_page_update_actions (DvRunSheetPage *self)
{
  static const char *const names[] = { "run-sheet.open", "run-sheet.step-state", "run-sheet.skip", "run-sheet.edit", "run-sheet.set-state",
                                       "run-sheet.longer", "run-sheet.shorter" };
  GtkWidget *widget = GTK_WIDGET (self);
  DvItem *activity = dv_run_sheet_page_get_selected (self);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (widget, names[i], activity != NULL);
  gtk_widget_action_set_enabled (widget, "run-sheet.move-up", can_move (self, activity, -1));
  gtk_widget_action_set_enabled (widget, "run-sheet.move-down", can_move (self, activity, 1));
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (widget);
  GError *error = NULL;
  gboolean done;

  /* Of this minute, so that nothing that changed since is taken over. */
  dv_run_sheet_page_refresh (self);
  if (self->sheet == NULL || !self->sheet->has_proposal)
    return;
  done = dv_run_sheet_accept (self->sheet, C_("undo", "Shorten the meeting"), &error);
  if (dv_session_check (get_session (self), done, &error))
    dv_session_say_undo (get_session (self), C_("toast", "The run sheet has been shortened"));
}

static void
dismiss_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (widget);

  if (self->sheet != NULL)
    self->dismissed = MAX (1, self->sheet->delay);
  dv_run_sheet_page_refresh (self);
  dv_page_focus_entry (DV_PAGE (self));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (widget);

  if (dv_run_sheet_page_get_selected (self) != NULL)
    dv_session_set_activity (get_session (self), dv_run_sheet_page_get_selected (self));
}

static void
minutes_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (widget);
  DvItem *activity = dv_run_sheet_page_get_selected (self);

  if (activity != NULL)
    dv_plan_add_minutes (get_session (self), activity, g_str_equal (name, "run-sheet.longer") ? 1 : -1);
}

static void
set_state (DvRunSheetPage *self,
           DvState         state)
{
  DvItem *activity = dv_run_sheet_page_get_selected (self);

  if (activity != NULL)
    dv_plan_set_state (get_session (self), activity, state);
}

static void
set_state_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  int state = dv_field_find_nick (&dv_activity_kind.fields[DV_ACTIVITY_STATE], g_variant_get_string (parameter, NULL));

  if (state >= 0)
    set_state (DV_RUN_SHEET_PAGE (widget), (DvState) state);
}

/* To do, in progress, done, and round again. */
static void
step_state_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (widget);
  DvItem *activity = dv_run_sheet_page_get_selected (self);

  if (activity == NULL)
    return;
  switch ((DvState) dv_item_get_int (activity, DV_ACTIVITY_STATE))
    {
    case DV_STATE_BUSY:
      set_state (self, DV_STATE_DONE);
      break;
    case DV_STATE_DONE:
      set_state (self, DV_STATE_TODO);
      break;
    case DV_STATE_TODO:
    case DV_STATE_SKIPPED:
    default:
      set_state (self, DV_STATE_BUSY);
    }
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (widget);
  DvItem *activity = dv_run_sheet_page_get_selected (self);

  if (activity != NULL)
    set_state (self, dv_item_get_int (activity, DV_ACTIVITY_STATE) == DV_STATE_SKIPPED ? DV_STATE_TODO : DV_STATE_SKIPPED);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (widget);
  DvItem *activity = dv_run_sheet_page_get_selected (self);
  int by = g_str_equal (name, "run-sheet.move-up") ? -1 : 1;

  if (!can_move (self, activity, by))
    return;
  dv_plan_move (get_session (self), activity, by);
  dv_run_sheet_page_refresh (self);
}

/* --- Title and minutes ------------------------------------------------------- */

static void
show_edit (DvRunSheetPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  DvItem *activity = dv_run_sheet_page_get_selected (self);
  graphene_rect_t bounds;

  if (activity == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;

  g_set_object (&self->edited, activity);
  gtk_editable_set_text (self->title_entry, dv_plan_get_title (activity));
  gtk_spin_button_set_value (self->minutes_spin, (double) dv_item_get_int (activity, DV_ACTIVITY_MINUTES));
  gtk_spin_button_set_value (self->report_spin, (double) dv_item_get_int (activity, DV_ACTIVITY_REPORT));
  gtk_popover_set_pointing_to (self->edit_popover, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                                    (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (self->edit_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show_edit (DV_RUN_SHEET_PAGE (widget));
}

static void
set_int (DvGroup *group,
         DvItem  *activity,
         int      field,
         int      value)
{
  if (dv_item_get_int (activity, field) != value)
    dv_group_set_int (group, activity, field, value);
}

/* Only for the files of the page. */
void
dv_run_sheet_page_apply_edit (DvRunSheetPage *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_entry)));
  g_autoptr (DvGroup) group = dv_group_new (C_("undo", "Change an activity"), DV_ORIGIN_CONSOLE);
  int minutes = gtk_spin_button_get_value_as_int (self->minutes_spin);

  gtk_popover_popdown (self->edit_popover);
  if (self->edited == NULL)
    return;

  if (title[0] != '\0' && !g_str_equal (title, dv_plan_get_title (self->edited)))
    dv_group_set_string (group, self->edited, DV_ACTIVITY_TITLE, title);
  set_int (group, self->edited, DV_ACTIVITY_MINUTES, minutes);
  set_int (group, self->edited, DV_ACTIVITY_REPORT, MIN (minutes, gtk_spin_button_get_value_as_int (self->report_spin)));
  if (dv_group_get_length (group) > 0)
    dv_session_apply (get_session (self), group);
  g_clear_object (&self->edited);
}

/**
 * dv_run_sheet_page_add:
 * @self: a page
 *
 * Adds an activity after the selected one, and asks for its title. Only for
 * the files of the page.
 */
void
dv_run_sheet_page_add (DvRunSheetPage *self)
{
  DvItem *selected = dv_run_sheet_page_get_selected (self);
  DvItem *added;

  if (selected == NULL && self->sheet == NULL)
    selected = dv_plan_add_step (get_session (self), NULL);
  else if (selected == NULL)
    selected = dv_run_sheet_get_last_step (dv_page_get_workshop (DV_PAGE (self)), self->sheet->step);
  added = selected != NULL ? dv_plan_add_activity (get_session (self), selected) : NULL;
  dv_run_sheet_page_refresh (self);
  if (added == NULL)
    return;

  dv_run_sheet_page_select (self, added);
  show_edit (self);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  dv_run_sheet_page_add (DV_RUN_SHEET_PAGE (widget));
}

static void
times_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_menu_button_popup (DV_RUN_SHEET_PAGE (widget)->times_button);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "run-sheet.accept", accept_action },
  { "run-sheet.dismiss", dismiss_action },
  { "run-sheet.open", open_action },
  { "run-sheet.longer", minutes_action },
  { "run-sheet.shorter", minutes_action },
  { "run-sheet.step-state", step_state_action },
  { "run-sheet.skip", skip_action },
  { "run-sheet.move-up", move_action },
  { "run-sheet.move-down", move_action },
  { "run-sheet.edit", edit_action },
  { "run-sheet.add", add_action },
  { "run-sheet.times", times_action },
};

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_j, GDK_CONTROL_MASK, "run-sheet.accept" },
  { GDK_KEY_plus, 0, "run-sheet.longer" },
  { GDK_KEY_equal, 0, "run-sheet.longer" },
  { GDK_KEY_KP_Add, 0, "run-sheet.longer" },
  { GDK_KEY_minus, 0, "run-sheet.shorter" },
  { GDK_KEY_KP_Subtract, 0, "run-sheet.shorter" },
  { GDK_KEY_space, 0, "run-sheet.step-state" },
  { GDK_KEY_Delete, 0, "run-sheet.skip" },
  { GDK_KEY_KP_Delete, 0, "run-sheet.skip" },
  { GDK_KEY_Up, GDK_ALT_MASK, "run-sheet.move-up" },
  { GDK_KEY_Down, GDK_ALT_MASK, "run-sheet.move-down" },
  { GDK_KEY_F2, 0, "run-sheet.edit" },
  { GDK_KEY_m, 0, "run-sheet.edit" },
  { GDK_KEY_Insert, 0, "run-sheet.add" },
  { GDK_KEY_s, 0, "run-sheet.times" },
};

/* Only for the files of the page. */
void
dv_run_sheet_page_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "run-sheet.set-state", "s", set_state_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "run-sheet.set-state", "s", "todo");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, 0, "run-sheet.set-state", "s", "busy");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "run-sheet.set-state", "s", "done");
}
