/* dv-map-lists.c
 *
 * The strategy map as lists: perspectives, themes and objectives
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-lists"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dv-map-lists.h"

#include "dv-field.h"
#include "dv-list-box.h"
#include "dv-map.h"

/* The side column of the map while nothing is selected. Every row is a field;
 * Alt+Up and Alt+Down move it, and the last row of each list adds one. */

struct _DvMapLists
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *scroller; /* the whole of it */
  GtkWidget *title_row;
  GtkWidget *subtitle_row;
  GtkListBox *lane_list;
  GtkListBox *theme_list;
  GtkWidget *add_lane_row;
  GtkWidget *add_theme_row;
  GtkListBox *objective_list;
  GtkWidget *objective_group;

  /* Owned */
  DvSession *session;
  DvItem *map; /* nullable */
};

G_DEFINE_FINAL_TYPE (DvMapLists, dv_map_lists, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static DvItem *
get_item (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "item");
}

static void
removed_cb (GtkWidget  *button,
            DvMapLists *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  DvItem *item = get_item (button);
  gboolean is_lane = dv_item_get_kind (item) == &dv_lane_kind;
  GError *error = NULL;

  /* Its objectives stay on the map, without a perspective or theme. */
  if (dv_session_check (self->session,
                        is_lane ? dv_map_remove_lane (workshop, item, DV_FATE_KEEP, NULL, &error)
                                : dv_map_remove_theme (workshop, item, &error),
                        &error))
    dv_session_say_undo (self->session, is_lane ? _("Perspective removed") : _("Theme removed"));
}

static void
focus_row (DvMapLists *self,
           DvItem     *item)
{
  GtkListBox *list = dv_item_get_kind (item) == &dv_lane_kind ? self->lane_list : self->theme_list;

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) dv_item_get_position (item))));
}

static gboolean
row_key_cb (GtkEventControllerKey *keys,
            guint                  keyval,
            guint                  keycode,
            GdkModifierType        state,
            DvMapLists            *self)
{
  DvItem *item = get_item (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));
  DvList *siblings = dv_item_get_list (self->map, dv_item_get_kind (item));
  guint position = dv_item_get_position (item);
  DvItem *before;
  g_autoptr (DvGroup) group = NULL;

  if ((state & GDK_ALT_MASK) == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  if ((keyval == GDK_KEY_Up && position == 0) ||
      (keyval == GDK_KEY_Down && position + 1 == dv_list_get_length (siblings)))
    return GDK_EVENT_STOP;

  before = dv_list_get (siblings, keyval == GDK_KEY_Up ? position - 1 : position + 2);
  group = dv_group_new (_("Move"), DV_ORIGIN_CONSOLE);
  dv_group_move (group, dv_item_get_id (item), dv_item_get_id (self->map),
                 before != NULL ? dv_item_get_id (before) : NULL);
  if (dv_session_apply (self->session, group))
    focus_row (self, item);

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_row (gpointer data,
          gpointer user_data)
{
  DvMapLists *self = user_data;
  DvItem *item = data;
  gboolean is_lane = dv_item_get_kind (item) == &dv_lane_kind;
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_lane ? _("Perspective") : _("Theme"));
  gtk_widget_set_tooltip_text (button, is_lane ? _("Remove perspective") : _("Remove theme"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (item), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (removed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (row, keys);
  dv_field_bind (row, self->session, item, dv_kind_find_field (dv_item_get_kind (item), "name"),
                 is_lane ? _("Rename perspective") : _("Rename theme"));

  return row;
}

static void
follow_text (GtkWidget *row,
             guint      fields,
             DvItem    *objective)
{
  g_autofree char *escaped = g_markup_escape_text (dv_item_get_string (objective, DV_OBJECTIVE_TEXT), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
}

static GtkWidget *
make_objective_row (gpointer data,
                    gpointer user_data)
{
  DvItem *objective = data;
  GtkWidget *row = adw_action_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (objective), g_object_unref);
  g_signal_connect_object (objective, "changed", G_CALLBACK (follow_text), row, G_CONNECT_SWAPPED);
  follow_text (row, 0, objective);

  return row;
}

static void
objective_cb (DvMapLists *self,
              GtkWidget  *row)
{
  g_signal_emit (self, signals[PICKED], 0, get_item (row));
}

static char *
take_text (GtkWidget *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  dv_entry_put (GTK_WIDGET (row), "");
  return text;
}

static void
add_lane_cb (DvMapLists *self)
{
  g_autofree char *name = take_text (self->add_lane_row);
  GError *error = NULL;

  if (name[0] != '\0')
    dv_session_check (self->session,
                      dv_map_add_lane (dv_session_get_workshop (self->session), name, NULL, &error) != NULL, &error);
}

static void
add_theme_cb (DvMapLists *self)
{
  g_autofree char *name = take_text (self->add_theme_row);
  GError *error = NULL;

  if (name[0] != '\0')
    dv_session_check (self->session,
                      dv_map_add_theme (dv_session_get_workshop (self->session), name, NULL, &error) != NULL, &error);
}

static void
dv_map_lists_dispose (GObject *object)
{
  DvMapLists *self = DV_MAP_LISTS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_MAP_LISTS);
  g_clear_object (&self->map);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_map_lists_parent_class)->dispose (object);
}

static void
dv_map_lists_class_init (DvMapListsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_map_lists_dispose;

  /**
   * DvMapLists::picked:
   * @self: the lists
   * @objective: what the inspector is to show
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-map-lists.ui");
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, scroller);
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, title_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, subtitle_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, lane_list);
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, theme_list);
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, add_lane_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, add_theme_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, objective_list);
  gtk_widget_class_bind_template_child (widget_class, DvMapLists, objective_group);
  gtk_widget_class_bind_template_callback (widget_class, add_lane_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_theme_cb);
  gtk_widget_class_bind_template_callback (widget_class, objective_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dv_map_lists_init (DvMapLists *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_map_lists_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): lists that are empty until dv_map_lists_set_map()
 */
GtkWidget *
dv_map_lists_new (DvSession *session)
{
  DvMapLists *self = g_object_new (DV_TYPE_MAP_LISTS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * dv_map_lists_set_map:
 * @self: the lists
 * @map: (nullable): the strategy map to follow
 */
void
dv_map_lists_set_map (DvMapLists *self,
                      DvItem     *map)
{
  g_return_if_fail (DV_IS_MAP_LISTS (self));

  if (self->map == map)
    return;

  dv_field_unbind (self->title_row);
  dv_field_unbind (self->subtitle_row);
  gtk_list_box_bind_model (self->lane_list, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->theme_list, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->objective_list, NULL, NULL, NULL, NULL);
  g_set_object (&self->map, map);
  if (map == NULL)
    return;

  dv_field_bind (self->title_row, self->session, map, DV_MAP_TITLE, _("Edit title"));
  dv_field_bind (self->subtitle_row, self->session, map, DV_MAP_SUBTITLE, _("Edit subtitle"));
  dv_list_box_bind (self->lane_list, G_LIST_MODEL (dv_item_get_list (map, &dv_lane_kind)), make_row, self);
  dv_list_box_bind (self->theme_list, G_LIST_MODEL (dv_item_get_list (map, &dv_theme_kind)), make_row, self);
  dv_list_box_bind (self->objective_list, G_LIST_MODEL (dv_item_get_list (map, &dv_objective_kind)), make_objective_row, self);
}
