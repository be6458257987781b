/* dv-map-editor.c
 *
 * The page that shows and edits the strategy map
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-map-editor.h"

#include "dv-map-inspector.h"
#include "dv-map-lists.h"
#include "dv-map-view.h"
#include "dv-map.h"

/* The drawing in the middle; in the side column the lists of the map, or the
 * inspector of the objective that is selected. The drawing follows a moment
 * after an edit. */

/* As narrow as the rows of the inspector can be, in CSS px. */
#define SIDE_WIDTH 316

/* Long enough for a burst of typing, in ms. */
#define DRAW_AFTER 60

struct _DvMapEditor
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *count_label;
  GtkWidget *buttons; /* for the header bar */

  /* Owned */
  GtkWidget *side;
  GtkWidget *lists;
  GtkWidget *inspector;
  DvItem *map;      /* nullable */
  DvItem *selected; /* nullable */

  /* Borrowed: a child of the scroller */
  GtkWidget *view;

  /* State */
  guint draw_id;
};

G_DEFINE_FINAL_TYPE (DvMapEditor, dv_map_editor, DV_TYPE_PAGE)

static DvWorkshop *
get_workshop (DvMapEditor *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

static DvSession *
get_session (DvMapEditor *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static void
update_side_title (DvMapEditor *self)
{
  DvItem *lane = self->selected != NULL ? dv_workshop_get_ref (get_workshop (self), self->selected, DV_OBJECTIVE_LANE)
                                        : NULL;

  dv_page_set_side_title (DV_PAGE (self), self->selected != NULL ? _("Objective") : _("Map"));
  dv_page_set_side_subtitle (DV_PAGE (self), lane != NULL ? dv_item_get_string (lane, DV_LANE_NAME) : NULL);
}

static void
select_objective (DvMapEditor *self,
                  DvItem      *objective)
{
  g_set_object (&self->selected, objective);
  dv_map_inspector_set_objective (DV_MAP_INSPECTOR (self->inspector), objective);
  dv_map_view_select (DV_MAP_VIEW (self->view), objective);
  gtk_stack_set_visible_child (GTK_STACK (self->side), objective != NULL ? self->inspector : self->lists);
  /* Or GTK would look for the nearest box, and that would select it. */
  if (objective == NULL)
    gtk_widget_child_focus (self->lists, GTK_DIR_TAB_FORWARD);
  update_side_title (self);
}

static void
activated_cb (DvMapEditor *self)
{
  dv_map_inspector_focus_text (DV_MAP_INSPECTOR (self->inspector));
}

static void
update_count (DvMapEditor *self)
{
  guint n_objectives = self->map != NULL ? dv_item_count (self->map, &dv_objective_kind) : 0;
  guint n_links = self->map != NULL ? dv_item_count (self->map, &dv_link_kind) : 0;
  g_autofree char *objectives = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u objective", "%u objectives", n_objectives),
                                                 n_objectives);
  g_autofree char *links = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u arrow", "%u arrows", n_links), n_links);
  g_autofree char *text = g_strdup_printf (C_("objectives, arrows", "%s, %s"), objectives, links);

  gtk_label_set_label (self->count_label, text);
}

static void
draw_now (DvMapEditor *self)
{
  g_clear_handle_id (&self->draw_id, g_source_remove);
  dv_map_view_update (DV_MAP_VIEW (self->view));
  update_count (self);
}

static gboolean
draw_cb (gpointer data)
{
  DvMapEditor *self = data;

  self->draw_id = 0;
  draw_now (self);
  return G_SOURCE_REMOVE;
}

static void
update_page (DvMapEditor *self)
{
  const char *title = self->map != NULL ? dv_item_get_string (self->map, DV_MAP_TITLE) : "";
  gboolean has_objectives = self->map != NULL && dv_item_count (self->map, &dv_objective_kind) > 0;

  dv_page_set_subtitle (DV_PAGE (self), title);
  gtk_stack_set_visible_child_name (self->stack, has_objectives ? "map" : "empty");
}

/* An edit anywhere may be one of the map; drawing waits for the next quiet. */
static void
applied_cb (DvMapEditor *self)
{
  DvItem *map = dv_map_get (get_workshop (self));

  if (map != self->map)
    {
      g_set_object (&self->map, map);
      dv_map_lists_set_map (DV_MAP_LISTS (self->lists), map);
    }
  if (self->selected != NULL && dv_workshop_find (get_workshop (self), dv_item_get_id (self->selected)) != self->selected)
    select_objective (self, NULL);
  update_page (self);
  update_side_title (self);
  if (self->draw_id == 0)
    self->draw_id = g_timeout_add (DRAW_AFTER, draw_cb, self);
}

/* Where a new objective goes: beside the one that is selected. */
static void
add_objective (DvMapEditor *self)
{
  DvWorkshop *workshop = get_workshop (self);
  DvItem *lane = NULL, *theme = NULL, *objective;
  GError *error = NULL;

  if (!dv_session_check (get_session (self), dv_map_ensure (workshop, &error), &error))
    return;
  if (self->selected != NULL)
    {
      lane = dv_workshop_get_ref (workshop, self->selected, DV_OBJECTIVE_LANE);
      theme = dv_workshop_get_ref (workshop, self->selected, DV_OBJECTIVE_THEME);
    }
  else
    lane = dv_list_get (dv_item_get_list (dv_map_get (workshop), &dv_lane_kind), 0);

  objective = dv_map_add_objective (workshop, _("New objective"), lane, theme, NULL, &error);
  if (!dv_session_check (get_session (self), objective != NULL, &error))
    return;

  draw_now (self);
  select_objective (self, objective);
  dv_map_inspector_focus_text (DV_MAP_INSPECTOR (self->inspector));
}

static void
add_clicked_cb (DvMapEditor *self)
{
  add_objective (self);
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  add_objective (DV_MAP_EDITOR (widget));
}

/* Single keys work only while a box has the focus, never in a field. */
static gboolean
key_pressed_cb (DvMapEditor    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->selected == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_n:
    case GDK_KEY_N:
      add_objective (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_p:
    case GDK_KEY_P:
      dv_map_inspector_focus_links (DV_MAP_INSPECTOR (self->inspector));
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      dv_map_inspector_focus_text (DV_MAP_INSPECTOR (self->inspector));
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
      gtk_widget_activate_action (self->inspector, "objective.delete", NULL);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
dv_map_editor_enter (DvPage *page)
{
  draw_now (DV_MAP_EDITOR (page));
}

static void
dv_map_editor_focus_entry (DvPage *page)
{
  DvMapEditor *self = DV_MAP_EDITOR (page);

  if (!gtk_widget_get_mapped (self->view) || !gtk_widget_grab_focus (self->view))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
dv_map_editor_search (DvPage     *page,
                      const char *text)
{
  dv_map_view_search (DV_MAP_VIEW (DV_MAP_EDITOR (page)->view), text);
}

static GtkWidget *
dv_map_editor_get_side (DvPage *page)
{
  return DV_MAP_EDITOR (page)->side;
}

static GtkWidget *
dv_map_editor_get_buttons (DvPage *page)
{
  return DV_MAP_EDITOR (page)->buttons;
}

static void
make_side (DvMapEditor *self)
{
  self->side = g_object_ref_sink (gtk_stack_new ());
  self->lists = g_object_ref_sink (dv_map_lists_new (get_session (self)));
  self->inspector = g_object_ref_sink (dv_map_inspector_new (get_session (self)));
  gtk_stack_set_vhomogeneous (GTK_STACK (self->side), FALSE);
  gtk_stack_add_child (GTK_STACK (self->side), self->lists);
  gtk_stack_add_child (GTK_STACK (self->side), self->inspector);
  g_signal_connect_object (self->lists, "picked", G_CALLBACK (select_objective), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "picked", G_CALLBACK (select_objective), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "done", G_CALLBACK (dv_map_editor_focus_entry), self, G_CONNECT_SWAPPED);
}

static void
make_view (DvMapEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = dv_map_view_new (get_session (self));
  gtk_scrolled_window_set_child (self->scroller, self->view);
  g_signal_connect_object (self->view, "selected", G_CALLBACK (select_objective), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
}

static void
dv_map_editor_constructed (GObject *object)
{
  DvMapEditor *self = DV_MAP_EDITOR (object);

  G_OBJECT_CLASS (dv_map_editor_parent_class)->constructed (object);

  make_side (self);
  make_view (self);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  self->map = NULL;
  applied_cb (self);
  draw_now (self);
}

static void
dv_map_editor_dispose (GObject *object)
{
  DvMapEditor *self = DV_MAP_EDITOR (object);

  g_clear_handle_id (&self->draw_id, g_source_remove);
  g_clear_object (&self->selected);
  g_clear_object (&self->map);
  g_clear_object (&self->lists);
  g_clear_object (&self->inspector);
  g_clear_object (&self->side);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_MAP_EDITOR);

  G_OBJECT_CLASS (dv_map_editor_parent_class)->dispose (object);
}

static void
dv_map_editor_class_init (DvMapEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dv_map_editor_constructed;
  G_OBJECT_CLASS (klass)->dispose = dv_map_editor_dispose;
  page_class->enter = dv_map_editor_enter;
  page_class->focus_entry = dv_map_editor_focus_entry;
  page_class->search = dv_map_editor_search;
  page_class->get_side = dv_map_editor_get_side;
  page_class->get_buttons = dv_map_editor_get_buttons;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-map-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DvMapEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, DvMapEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, DvMapEditor, count_label);
  gtk_widget_class_bind_template_child (widget_class, DvMapEditor, buttons);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_install_action (widget_class, "map.add-objective", NULL, add_cb);
}

static void
dv_map_editor_init (DvMapEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_page_set_title (DV_PAGE (self), _("Strategy map"));
  dv_page_set_side_width (DV_PAGE (self), SIDE_WIDTH);
}

/**
 * dv_map_editor_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_map_editor_new (DvSession *session)
{
  return g_object_new (DV_TYPE_MAP_EDITOR, "session", session, NULL);
}
