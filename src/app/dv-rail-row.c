/* dv-rail-row.c
 *
 * One step or activity in the rail
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-rail-row"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-plan.h"
#include "dv-rail-row.h"

/* A step has a disc with its number, and a check when all of its activities are
 * done; an activity has a glyph for its state. The rail says where we are. */

struct _DvRailRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkStack *mark;
  GtkLabel *number;
  GtkImage *glyph;
  GtkLabel *title;

  /* Owned */
  DvItem *item;

  /* State */
  gboolean is_here; /* the open activity, or the step that holds it */
};

G_DEFINE_FINAL_TYPE (DvRailRow, dv_rail_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * dv_step_is_done:
 * @step: a step
 *
 * Returns: whether it has activities and all are done or skipped
 */
gboolean
dv_step_is_done (DvItem *step)
{
  DvList *activities = dv_item_get_list (step, &dv_activity_kind);
  guint n = dv_list_get_length (activities);

  for (guint i = 0; i < n; i++)
    if (dv_item_get_int (dv_list_get (activities, i), DV_ACTIVITY_STATE) < DV_STATE_DONE)
      return FALSE;

  return n > 0;
}

static void
set_class (DvRailRow  *self,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_step (DvRailRow *self)
{
  gboolean is_done = dv_step_is_done (self->item);
  guint number = dv_item_get_position (self->item) + 1;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *name = NULL;

  gtk_label_set_text (self->number, digits);
  gtk_stack_set_visible_child_name (self->mark, is_done && !self->is_here ? "check" : "number");
  set_class (self, "done", is_done);

  if (is_done)
    name = g_strdup_printf (C_("accessible", "Step %u, done: %s"), number, dv_item_get_string (self->item, DV_STEP_TITLE));
  else
    name = g_strdup_printf (C_("accessible", "Step %u: %s"), number, dv_item_get_string (self->item, DV_STEP_TITLE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
get_state_name (DvState state)
{
  switch (state)
    {
    case DV_STATE_BUSY:
      return C_("state of an activity", "in progress");
    case DV_STATE_DONE:
      return C_("state of an activity", "done");
    case DV_STATE_SKIPPED:
      return C_("state of an activity", "skipped");
    case DV_STATE_TODO:
    default:
      return C_("state of an activity", "to do");
    }
}

static char *
dup_tooltip (DvItem *activity,
             DvState state)
{
  int minutes = (int) dv_item_get_int (activity, DV_ACTIVITY_MINUTES);
  g_autofree char *planned = NULL;

  if (minutes == 0)
    return g_strdup_printf ("%s: %s", dv_item_get_string (activity, DV_ACTIVITY_TITLE), get_state_name (state));

  planned = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
  /* Translators: title of an activity, its state, its planned time. */
  return g_strdup_printf (C_("tooltip", "%s: %s, %s planned"),
                          dv_item_get_string (activity, DV_ACTIVITY_TITLE), get_state_name (state), planned);
}

static void
update_activity (DvRailRow *self)
{
  static const char *icons[] = { "dv-dot-symbolic", "media-playback-start-symbolic", "object-select-symbolic", "list-remove-symbolic" };
  DvState state = (DvState) dv_item_get_int (self->item, DV_ACTIVITY_STATE);
  g_autofree char *tooltip = dup_tooltip (self->item, state);
  g_autofree char *name = NULL;

  /* Where we are is busy, whether somebody said so or not. */
  gtk_image_set_from_icon_name (self->glyph, icons[self->is_here && state == DV_STATE_TODO ? DV_STATE_BUSY : state]);
  gtk_stack_set_visible_child_name (self->mark, "glyph");
  set_class (self, "todo", (state == DV_STATE_TODO || state == DV_STATE_SKIPPED) && !self->is_here);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);

  name = g_strdup_printf (C_("accessible", "%s, %s"),
                          dv_item_get_string (self->item, DV_ACTIVITY_TITLE), get_state_name (state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * dv_rail_row_update:
 * @self: a row
 *
 * Shows the item as it is now. Rows follow their item by themselves, but not
 * what their number and state derive from: siblings and children.
 */
void
dv_rail_row_update (DvRailRow *self)
{
  g_return_if_fail (DV_IS_RAIL_ROW (self));

  gtk_label_set_text (self->title, dv_plan_get_title (self->item));
  set_class (self, "here", self->is_here);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, self->is_here, -1);
  if (dv_rail_row_is_step (self))
    update_step (self);
  else
    update_activity (self);
}

static void
dv_rail_row_dispose (GObject *object)
{
  DvRailRow *self = DV_RAIL_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_RAIL_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (dv_rail_row_parent_class)->dispose (object);
}

static void
dv_rail_row_class_init (DvRailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_rail_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-rail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DvRailRow, mark);
  gtk_widget_class_bind_template_child (widget_class, DvRailRow, number);
  gtk_widget_class_bind_template_child (widget_class, DvRailRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, DvRailRow, title);
}

static void
dv_rail_row_init (DvRailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_rail_row_new:
 * @item: a step or an activity
 *
 * Returns: (transfer floating): a row that follows @item
 */
GtkWidget *
dv_rail_row_new (DvItem *item)
{
  DvRailRow *self = g_object_new (DV_TYPE_RAIL_ROW, NULL);

  self->item = g_object_ref (item);
  gtk_widget_add_css_class (GTK_WIDGET (self), dv_rail_row_is_step (self) ? "step" : "activity");
  g_signal_connect_object (item, "changed", G_CALLBACK (dv_rail_row_update), self, G_CONNECT_SWAPPED);
  dv_rail_row_update (self);

  return GTK_WIDGET (self);
}

/**
 * dv_rail_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): the step or activity
 */
DvItem *
dv_rail_row_get_item (DvRailRow *self)
{
  g_return_val_if_fail (DV_IS_RAIL_ROW (self), NULL);
  return self->item;
}

/**
 * dv_rail_row_is_step:
 * @self: a row
 *
 * Returns: whether it stands for a step
 */
gboolean
dv_rail_row_is_step (DvRailRow *self)
{
  g_return_val_if_fail (DV_IS_RAIL_ROW (self), FALSE);
  return dv_item_get_kind (self->item) == &dv_step_kind;
}

/**
 * dv_rail_row_set_here:
 * @self: a row
 * @is_here: whether this is the open activity, or the step that holds it
 */
void
dv_rail_row_set_here (DvRailRow *self,
                      gboolean   is_here)
{
  g_return_if_fail (DV_IS_RAIL_ROW (self));
  if (self->is_here == is_here)
    return;

  self->is_here = is_here;
  dv_rail_row_update (self);
}
