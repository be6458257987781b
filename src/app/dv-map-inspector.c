/* dv-map-inspector.c
 *
 * What one objective of the strategy map says
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-inspector"

#include "config.h"

#include <math.h>

#include <glib/gi18n.h>

#include "dv-map-inspector.h"

#include "dv-choice-row.h"
#include "dv-field.h"
#include "dv-map.h"
#include "dv-values.h"

/* The side column of the map while an objective is selected: its text, lane,
 * theme and value; its measure; what it contributes to. One measure is shown,
 * the first: more can be added from the command line and stay as they are. */

struct _DvMapInspector
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *scroller; /* the whole of it */
  GtkWidget *text_row;
  DvChoiceRow *lane_row;
  DvChoiceRow *theme_row;
  DvChoiceRow *value_row;
  GtkWidget *owner_row;
  GtkWidget *measure_row;
  GtkWidget *now_row;
  GtkWidget *target_row;
  GtkWidget *unit_row;
  GtkWidget *by_row;
  GtkWidget *status_box;
  GtkListBox *link_list;
  DvChoiceRow *link_row;
  GtkListBox *initiative_list;
  GtkWidget *initiative_row;

  /* Owned */
  DvSession *session;
  DvItem *objective; /* nullable */
  GPtrArray *statuses; /* GtkToggleButton, as DvStatus */

  /* State */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (DvMapInspector, dv_map_inspector, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static DvWorkshop *
get_workshop (DvMapInspector *self)
{
  return dv_session_get_workshop (self->session);
}

static DvItem *
get_measure (DvMapInspector *self)
{
  return dv_list_get (dv_item_get_list (self->objective, &dv_measure_kind), 0);
}

/* NaN when there is no measure yet. */
static double
get_number (DvItem *measure,
            int     field)
{
  double number = NAN;

  if (measure != NULL)
    number = dv_item_get_number (measure, field);
  return number;
}

/* A number as people here write it; the XML has a point. */
static char *
format_number (double number)
{
  return isnan (number) ? g_strdup ("") : g_strdup_printf ("%.15g", number);
}

/* Takes a comma or a point; FALSE when it is no number. */
static gboolean
parse_number (const char *text,
              double     *number)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  char *end = NULL;

  *number = NAN;
  if (plain[0] == '\0')
    return TRUE;

  g_strdelimit (plain, ",", '.');
  *number = g_ascii_strtod (plain, &end);
  return *end == '\0' && isfinite (*number);
}

static DvItem *
ensure_measure (DvMapInspector *self)
{
  DvItem *measure = get_measure (self);
  GError *error = NULL;

  if (measure != NULL)
    return measure;

  measure = dv_map_add_measure (get_workshop (self), self->objective, "", &error);
  dv_session_check (self->session, measure != NULL, &error);
  return measure;
}

static void
set_measure_text (DvMapInspector *self,
                  int             field,
                  GtkWidget      *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  DvItem *measure = get_measure (self);
  g_autoptr (DvGroup) group = NULL;

  if ((measure == NULL && text[0] == '\0') ||
      (measure != NULL && g_strcmp0 (dv_item_get_string (measure, field), text) == 0))
    return;

  measure = ensure_measure (self);
  if (measure == NULL)
    return;
  group = dv_group_new (_("Edit measure"), DV_ORIGIN_CONSOLE);
  dv_group_set_string (group, measure, field, text);
  dv_session_apply (self->session, group);
}

static void
set_measure_number (DvMapInspector *self,
                    int             field,
                    GtkWidget      *row)
{
  DvItem *measure = get_measure (self);
  double old = get_number (measure, field);
  g_autoptr (DvGroup) group = NULL;
  double number;

  if (!parse_number (gtk_editable_get_text (GTK_EDITABLE (row)), &number))
    {
      dv_session_say (self->session, _("That is not a number"));
      return;
    }
  if ((isnan (number) && isnan (old)) || fabs (number - old) <= 0)
    return;

  measure = ensure_measure (self);
  if (measure == NULL)
    return;
  group = dv_group_new (_("Edit measure"), DV_ORIGIN_CONSOLE);
  dv_group_set_number (group, measure, field, number);
  dv_session_apply (self->session, group);
}

static void
save_measure (DvMapInspector *self)
{
  if (self->objective == NULL || self->is_filling || dv_item_get_parent (self->objective) == NULL)
    return;

  set_measure_text (self, DV_MEASURE_NAME, self->measure_row);
  set_measure_text (self, DV_MEASURE_UNIT, self->unit_row);
  set_measure_text (self, DV_MEASURE_BY, self->by_row);
  set_measure_number (self, DV_MEASURE_NOW, self->now_row);
  set_measure_number (self, DV_MEASURE_TARGET, self->target_row);
}

static void
status_cb (GtkToggleButton *button,
           DvMapInspector  *self)
{
  guint status = 0;
  g_autoptr (DvGroup) group = NULL;
  DvItem *measure;

  if (self->is_filling || !gtk_toggle_button_get_active (button))
    return;

  g_ptr_array_find (self->statuses, button, &status);
  measure = ensure_measure (self);
  if (measure == NULL)
    return;
  group = dv_group_new (_("Set status"), DV_ORIGIN_CONSOLE);
  dv_group_set_int (group, measure, DV_MEASURE_STATUS, status);
  dv_session_apply (self->session, group);
}

static void
lane_cb (DvMapInspector *self,
         DvItem         *lane)
{
  GError *error = NULL;

  dv_session_check (self->session, dv_map_set_lane (get_workshop (self), self->objective, lane, &error), &error);
}

static void
theme_cb (DvMapInspector *self,
          DvItem         *theme)
{
  GError *error = NULL;

  dv_session_check (self->session, dv_map_set_theme (get_workshop (self), self->objective, theme, &error), &error);
}

static void
value_cb (DvMapInspector *self,
          DvItem         *value)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Set core value"), DV_ORIGIN_CONSOLE);

  dv_group_set_string (group, self->objective, DV_OBJECTIVE_VALUE, value != NULL ? dv_item_get_id (value) : NULL);
  dv_session_apply (self->session, group);
}

static void
link_cb (DvMapInspector *self,
         DvItem         *target)
{
  GError *error = NULL;

  if (target != NULL)
    dv_session_check (self->session, dv_map_add_link (get_workshop (self), self->objective, target, &error), &error);
}

static void
remove_item (DvMapInspector *self,
             DvItem         *item,
             const char     *done)
{
  g_autoptr (DvGroup) group = dv_group_new (done, DV_ORIGIN_CONSOLE);

  dv_group_remove (group, dv_item_get_id (item));
  if (dv_session_apply (self->session, group))
    dv_session_say_undo (self->session, done);
}

/* A row with one thing that can be taken away. The data is the item. */
static GtkWidget *
make_row (DvMapInspector *self,
          const char     *title,
          const char     *tooltip,
          GCallback       removed_cb,
          DvItem         *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (item), g_object_unref);
  g_signal_connect (button, "clicked", removed_cb, self);

  return row;
}

static void
link_removed_cb (GtkWidget      *button,
                 DvMapInspector *self)
{
  remove_item (self, g_object_get_data (G_OBJECT (button), "item"), _("Link removed"));
}

static void
initiative_removed_cb (GtkWidget      *button,
                       DvMapInspector *self)
{
  remove_item (self, g_object_get_data (G_OBJECT (button), "item"), _("Initiative removed"));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);
}

/* What it may still contribute to: not itself, and not what it does already. */
static void
fill_links (DvMapInspector *self)
{
  DvItem *map = dv_item_get_parent (self->objective);
  DvList *objectives = dv_item_get_list (map, &dv_objective_kind);
  g_autoptr (GListStore) others = g_list_store_new (DV_TYPE_ITEM);

  clear_list (self->link_list);
  for (guint i = 0; i < dv_list_get_length (objectives); i++)
    {
      DvItem *other = dv_list_get (objectives, i);
      DvItem *link = dv_map_find_link (get_workshop (self), self->objective, other);

      if (link != NULL)
        gtk_list_box_append (self->link_list,
                             make_row (self, dv_item_get_string (other, DV_OBJECTIVE_TEXT), _("Remove link"),
                                       G_CALLBACK (link_removed_cb), link));
      else if (other != self->objective)
        g_list_store_append (others, other);
    }
  dv_choice_row_fill (self->link_row, G_LIST_MODEL (others), DV_OBJECTIVE_TEXT, _("Choose an objective"));
  dv_choice_row_set_chosen (self->link_row, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->link_list), gtk_list_box_get_row_at_index (self->link_list, 0) != NULL);
}

static void
fill_initiatives (DvMapInspector *self)
{
  DvList *initiatives = dv_item_get_list (self->objective, &dv_initiative_kind);

  clear_list (self->initiative_list);
  for (guint i = 0; i < dv_list_get_length (initiatives); i++)
    {
      DvItem *initiative = dv_list_get (initiatives, i);

      gtk_list_box_append (self->initiative_list,
                           make_row (self, dv_item_get_string (initiative, DV_INITIATIVE_NAME), _("Remove initiative"),
                                     G_CALLBACK (initiative_removed_cb), initiative));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->initiative_list), dv_list_get_length (initiatives) > 0);
}

static void
initiative_cb (DvMapInspector *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->initiative_row))));
  GError *error = NULL;

  if (name[0] == '\0' || self->objective == NULL)
    return;
  if (dv_session_check (self->session,
                        dv_map_add_initiative (get_workshop (self), self->objective, name, &error) != NULL, &error))
    dv_entry_put (GTK_WIDGET (self->initiative_row), "");
}

static void
show_text (GtkWidget  *row,
           const char *text)
{
  /* What is being typed is not touched. */
  if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
fill_measure (DvMapInspector *self)
{
  DvItem *measure = get_measure (self);
  g_autofree char *now = format_number (get_number (measure, DV_MEASURE_NOW));
  g_autofree char *target = format_number (get_number (measure, DV_MEASURE_TARGET));
  gint64 status = measure != NULL ? dv_item_get_int (measure, DV_MEASURE_STATUS) : DV_STATUS_NONE;

  show_text (self->measure_row, measure != NULL ? dv_item_get_string (measure, DV_MEASURE_NAME) : "");
  show_text (self->unit_row, measure != NULL ? dv_item_get_string (measure, DV_MEASURE_UNIT) : "");
  show_text (self->by_row, measure != NULL ? dv_item_get_string (measure, DV_MEASURE_BY) : "");
  show_text (self->now_row, now);
  show_text (self->target_row, target);
  gtk_toggle_button_set_active (g_ptr_array_index (self->statuses, status), TRUE);
}

static void
update (DvMapInspector *self)
{
  DvItem *map;
  g_autoptr (GListModel) values = NULL;

  if (self->objective == NULL || dv_item_get_parent (self->objective) == NULL)
    return;

  map = dv_item_get_parent (self->objective);
  values = dv_values_chosen_new (get_workshop (self));
  self->is_filling = TRUE;
  dv_choice_row_fill (self->lane_row, G_LIST_MODEL (dv_item_get_list (map, &dv_lane_kind)), DV_LANE_NAME,
                      C_("perspective", "None"));
  dv_choice_row_fill (self->theme_row, G_LIST_MODEL (dv_item_get_list (map, &dv_theme_kind)), DV_THEME_NAME,
                      C_("theme", "All themes"));
  dv_choice_row_fill (self->value_row, values, DV_VALUE_NAME, C_("core value", "None"));
  dv_choice_row_set_chosen (self->lane_row, dv_workshop_get_ref (get_workshop (self), self->objective, DV_OBJECTIVE_LANE));
  dv_choice_row_set_chosen (self->theme_row,
                            dv_workshop_get_ref (get_workshop (self), self->objective, DV_OBJECTIVE_THEME));
  dv_choice_row_set_chosen (self->value_row,
                            dv_workshop_get_ref (get_workshop (self), self->objective, DV_OBJECTIVE_VALUE));
  fill_measure (self);
  fill_links (self);
  fill_initiatives (self);
  self->is_filling = FALSE;
}

static void
focus_left_cb (DvMapInspector *self)
{
  save_measure (self);
}

static void
text_done_cb (DvMapInspector *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
add_status (DvMapInspector *self,
            const char     *icon,
            const char     *label)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *text = gtk_label_new (label);

  gtk_widget_add_css_class (text, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->statuses->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->statuses, 0));
  g_signal_connect (button, "toggled", G_CALLBACK (status_cb), self);
  gtk_widget_set_tooltip_text (button, label);
  gtk_box_append (GTK_BOX (self->status_box), button);
  g_ptr_array_add (self->statuses, button);
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  DvMapInspector *self = DV_MAP_INSPECTOR (widget);

  if (self->objective != NULL)
    remove_item (self, self->objective, _("Objective removed"));
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[PICKED], 0, NULL);
}

static void
dv_map_inspector_dispose (GObject *object)
{
  DvMapInspector *self = DV_MAP_INSPECTOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_MAP_INSPECTOR);
  g_clear_object (&self->objective);
  g_clear_object (&self->session);
  g_clear_pointer (&self->statuses, g_ptr_array_unref);

  G_OBJECT_CLASS (dv_map_inspector_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-map-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, text_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, lane_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, theme_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, value_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, owner_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, measure_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, now_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, target_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, unit_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, by_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, status_box);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, link_list);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, link_row);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, initiative_list);
  gtk_widget_class_bind_template_child (widget_class, DvMapInspector, initiative_row);
  gtk_widget_class_bind_template_callback (widget_class, lane_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, initiative_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_done_cb);
}

static void
dv_map_inspector_class_init (DvMapInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_map_inspector_dispose;

  /**
   * DvMapInspector::picked:
   * @self: the inspector
   * @objective: (nullable): what is to be shown instead; %NULL for the lists
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_ITEM);

  /**
   * DvMapInspector::done:
   * @self: the inspector
   *
   * The text is confirmed, and the focus belongs on the map again.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DV_TYPE_CHOICE_ROW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "objective.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "objective.back", NULL, back_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dv_map_inspector_init (DvMapInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->statuses = g_ptr_array_new ();
  add_status (self, "dv-status-none-symbolic", C_("status", "none"));
  add_status (self, "dv-status-on-course-symbolic", C_("status", "on course"));
  add_status (self, "dv-status-attention-symbolic", C_("status", "attention"));
  add_status (self, "dv-status-behind-symbolic", C_("status", "behind"));
}

/**
 * dv_map_inspector_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): an inspector that shows nothing yet
 */
GtkWidget *
dv_map_inspector_new (DvSession *session)
{
  DvMapInspector *self = g_object_new (DV_TYPE_MAP_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (dv_session_get_workshop (session), "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * dv_map_inspector_set_objective:
 * @self: an inspector
 * @objective: (nullable): what to show
 */
void
dv_map_inspector_set_objective (DvMapInspector *self,
                                DvItem         *objective)
{
  g_return_if_fail (DV_IS_MAP_INSPECTOR (self));

  if (self->objective == objective)
    return;

  save_measure (self);
  dv_field_unbind (self->text_row);
  dv_field_unbind (self->owner_row);
  g_set_object (&self->objective, objective);
  if (objective == NULL)
    return;

  dv_field_bind (self->text_row, self->session, objective, DV_OBJECTIVE_TEXT, _("Edit objective"));
  dv_field_bind (self->owner_row, self->session, objective, DV_OBJECTIVE_OWNER, _("Edit owner"));
  update (self);
}

/**
 * dv_map_inspector_focus_text:
 * @self: an inspector
 *
 * Puts the focus in the text of the objective.
 */
void
dv_map_inspector_focus_text (DvMapInspector *self)
{
  g_return_if_fail (DV_IS_MAP_INSPECTOR (self));
  gtk_widget_grab_focus (self->text_row);
}

/**
 * dv_map_inspector_focus_links:
 * @self: an inspector
 *
 * Puts the focus where a link is added.
 */
void
dv_map_inspector_focus_links (DvMapInspector *self)
{
  g_return_if_fail (DV_IS_MAP_INSPECTOR (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->link_row));
}
