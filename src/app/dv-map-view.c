/* dv-map-view.c
 *
 * The strategy map on screen, with every objective in reach
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-view"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dv-map-view.h"

#include "dv-fold.h"
#include "dv-from-workshop.h"
#include "dv-map-paint.h"
#include "dv-map.h"

/* The map is one drawing, the same as on paper, scaled to the room there is.
 * Over every box lies a real button without a look of its own: it takes focus
 * and clicks, and tells a screen reader what the box says. */

/* The whole map may shrink this far before it scrolls instead. */
#define MIN_SCALE 0.42
#define MAX_SCALE 1.0

#define SELECTION_WIDTH 3.5

struct _DvMapView
{
  GtkWidget parent_instance;

  /* Owned */
  DvSession *session;
  DvMapPicture *picture; /* nullable */
  GPtrArray *objectives; /* DvItem, as the boxes of the picture */
  GPtrArray *buttons;    /* GtkWidget, children of this, in the same order */
  DvItem *selected;      /* nullable */
  char *needle;          /* nullable: what is searched for, folded */

  /* State */
  gboolean is_updating; /* the focus moves by itself, nobody selects */
};

G_DEFINE_FINAL_TYPE (DvMapView, dv_map_view, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const DvMapLayout *
get_layout (DvMapView *self)
{
  return self->picture != NULL ? dv_map_picture_get_layout (self->picture) : NULL;
}

static double
get_scale (DvMapView *self)
{
  const DvMapLayout *layout = get_layout (self);

  if (layout == NULL || layout->width <= 0)
    return 1;
  return CLAMP (gtk_widget_get_width (GTK_WIDGET (self)) / layout->width, MIN_SCALE, MAX_SCALE);
}

/* A map narrower than the view stands in the middle of it. */
static double
get_left (DvMapView *self)
{
  const DvMapLayout *layout = get_layout (self);

  if (layout == NULL)
    return 0;
  return MAX (0, (gtk_widget_get_width (GTK_WIDGET (self)) - layout->width * get_scale (self)) / 2);
}

static DvItem *
get_objective (DvMapView *self,
               GtkWidget *button)
{
  guint i = 0;

  return g_ptr_array_find (self->buttons, button, &i) ? g_ptr_array_index (self->objectives, i) : NULL;
}

static void
focus_cb (GtkEventController *focus,
          DvMapView          *self)
{
  DvItem *objective = get_objective (self, gtk_event_controller_get_widget (focus));

  if (objective != NULL && objective != self->selected && !self->is_updating)
    g_signal_emit (self, signals[SELECTED], 0, objective);
}

static void
clicked_cb (GtkWidget *button,
            DvMapView *self)
{
  DvItem *objective = get_objective (self, button);

  if (objective != self->selected)
    g_signal_emit (self, signals[SELECTED], 0, objective);
  else
    g_signal_emit (self, signals[ACTIVATED], 0, objective);
}

static GtkWidget *
make_button (DvMapView  *self,
             const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (button, "map-box");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (button, text);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (button, focus);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static void
clear_buttons (DvMapView *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  g_ptr_array_set_size (self->objectives, 0);
}

/* Gives the focus back to the box of what is selected. */
static void
restore_focus (DvMapView *self)
{
  guint i = 0;

  if (self->selected != NULL && g_ptr_array_find (self->objectives, self->selected, &i))
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i));
}

/* The keys of the map work on a box: the selected one, or else the first. */
static gboolean
dv_map_view_grab_focus (GtkWidget *widget)
{
  DvMapView *self = DV_MAP_VIEW (widget);
  guint i = 0;

  if (self->buttons->len == 0)
    return FALSE;
  if (self->selected == NULL || !g_ptr_array_find (self->objectives, self->selected, &i))
    i = 0;

  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i));
}

/* Buttons stay where the objectives are the same, so that the focus does. */
static void
update_buttons (DvMapView *self)
{
  gboolean had_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  DvItem *map = dv_map_get (dv_session_get_workshop (self->session));
  DvList *list = map != NULL ? dv_item_get_list (map, &dv_objective_kind) : NULL;
  guint n = list != NULL ? dv_list_get_length (list) : 0;
  gboolean is_same = n == self->objectives->len;

  for (guint i = 0; is_same && i < n; i++)
    is_same = dv_list_get (list, i) == g_ptr_array_index (self->objectives, i);

  self->is_updating = TRUE;
  if (!is_same)
    clear_buttons (self);
  for (guint i = 0; i < n; i++)
    {
      DvItem *objective = dv_list_get (list, i);
      const char *text = dv_item_get_string (objective, DV_OBJECTIVE_TEXT);

      if (is_same)
        {
          GtkWidget *button = g_ptr_array_index (self->buttons, i);

          gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
          gtk_widget_set_tooltip_text (button, text);
          continue;
        }
      g_ptr_array_add (self->objectives, g_object_ref (objective));
      g_ptr_array_add (self->buttons, make_button (self, text));
    }
  if (!is_same && had_focus)
    restore_focus (self);
  self->is_updating = FALSE;
}

static GtkSizeRequestMode
dv_map_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_map_view_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  const DvMapLayout *layout = get_layout (DV_MAP_VIEW (widget));
  double scale;

  *minimum = *natural = 0;
  if (layout == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (layout->width * MIN_SCALE);
      *natural = (int) layout->width;
    }
  else
    {
      scale = for_size > 0 ? CLAMP (for_size / layout->width, MIN_SCALE, MAX_SCALE) : MIN_SCALE;
      *minimum = *natural = (int) (layout->height * scale);
    }
}

static void
dv_map_view_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  DvMapView *self = DV_MAP_VIEW (widget);
  const DvMapLayout *layout = get_layout (self);
  double scale = get_scale (self);

  for (guint i = 0; layout != NULL && i < self->buttons->len && i < layout->boxes->len; i++)
    {
      const DvMapRect *box = &g_array_index (layout->boxes, DvMapRect, i);
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      GtkAllocation allocation = {
        (int) (get_left (self) + box->x * scale), (int) (box->y * scale),
        (int) (box->width * scale), (int) (box->height * scale)
      };
      int least = 0;

      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      allocation.width = MAX (allocation.width, least);
      gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, allocation.width, &least, NULL, NULL, NULL);
      allocation.height = MAX (allocation.height, least);
      gtk_widget_size_allocate (button, &allocation, -1);
    }
}

static gboolean
is_found (DvMapView *self,
          DvItem    *objective)
{
  g_autofree char *text = dv_fold (dv_item_get_string (objective, DV_OBJECTIVE_TEXT));

  return strstr (text, self->needle) != NULL;
}

static void
outline_box (cairo_t         *cr,
             const DvMapRect *box,
             double           grow)
{
  double x = box->x - grow, y = box->y - grow;
  double width = box->width + 2 * grow, height = box->height + 2 * grow;
  double radius = 18 + grow;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Selection and search are the screen's own, over the drawing. */
static void
draw_marks (DvMapView *self,
            cairo_t   *cr,
            double     scale)
{
  const DvMapLayout *layout = get_layout (self);
  GdkRGBA accent;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_bg_color", &accent))
    gdk_rgba_parse (&accent, "#1c71d8");

  for (guint i = 0; i < self->objectives->len && i < layout->boxes->len; i++)
    {
      DvItem *objective = g_ptr_array_index (self->objectives, i);
      gboolean is_selected = objective == self->selected;

      if (!is_selected && (self->needle == NULL || !is_found (self, objective)))
        continue;

      outline_box (cr, &g_array_index (layout->boxes, DvMapRect, i), is_selected ? 1 : 5);
      gdk_cairo_set_source_rgba (cr, &accent);
      cairo_set_line_width (cr, SELECTION_WIDTH / scale);
      cairo_stroke (cr);
    }
}

static void
dv_map_view_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  DvMapView *self = DV_MAP_VIEW (widget);
  double scale = get_scale (self);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->picture == NULL)
    return;

  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, get_left (self), 0);
  cairo_scale (cr, scale, scale);
  dv_map_picture_paint (self->picture, cr, NULL);
  draw_marks (self, cr, scale);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (dv_map_view_parent_class)->snapshot (widget, snapshot);
}

/* Arrows go to the nearest box that way, however the tab order runs. */
static gboolean
key_pressed_cb (DvMapView      *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  const DvMapLayout *layout = get_layout (self);
  int dx = keyval == GDK_KEY_Right ? 1 : keyval == GDK_KEY_Left ? -1 : 0;
  int dy = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  const DvMapRect *from;
  guint selected = 0;
  int best = -1;
  double best_distance = G_MAXDOUBLE;

  if ((dx == 0 && dy == 0) || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0 ||
      layout == NULL || self->selected == NULL ||
      !g_ptr_array_find (self->objectives, self->selected, &selected))
    return GDK_EVENT_PROPAGATE;

  from = &g_array_index (layout->boxes, DvMapRect, selected);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const DvMapRect *to = &g_array_index (layout->boxes, DvMapRect, i);
      double along = (to->x - from->x) * dx + (to->y - from->y) * dy;
      double aside = ABS ((to->x - from->x) * dy) + ABS ((to->y - from->y) * dx);

      if (i != selected && along > 1 && along + 3 * aside < best_distance)
        {
          best = (int) i;
          best_distance = along + 3 * aside;
        }
    }
  if (best >= 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, best));

  return GDK_EVENT_STOP;
}

static void
dv_map_view_dispose (GObject *object)
{
  DvMapView *self = DV_MAP_VIEW (object);

  clear_buttons (self);
  g_clear_object (&self->selected);
  g_clear_object (&self->session);
  g_clear_pointer (&self->picture, dv_map_picture_free);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (dv_map_view_parent_class)->dispose (object);
}

static void
dv_map_view_finalize (GObject *object)
{
  DvMapView *self = DV_MAP_VIEW (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->objectives);

  G_OBJECT_CLASS (dv_map_view_parent_class)->finalize (object);
}

static void
dv_map_view_class_init (DvMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_map_view_dispose;
  object_class->finalize = dv_map_view_finalize;
  widget_class->get_request_mode = dv_map_view_get_request_mode;
  widget_class->measure = dv_map_view_measure;
  widget_class->size_allocate = dv_map_view_size_allocate;
  widget_class->snapshot = dv_map_view_snapshot;
  widget_class->grab_focus = dv_map_view_grab_focus;

  /**
   * DvMapView::selected:
   * @self: the view
   * @objective: what got the focus or was clicked
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_ITEM);

  /**
   * DvMapView::activated:
   * @self: the view
   * @objective: what was selected, and clicked or entered
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_ITEM);

  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_map_view_init (DvMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->objectives = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (dv_map_view_update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Strategy map"), -1);
}

/**
 * dv_map_view_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): a view that is empty until dv_map_view_update()
 */
GtkWidget *
dv_map_view_new (DvSession *session)
{
  DvMapView *self = g_object_new (DV_TYPE_MAP_VIEW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * dv_map_view_update:
 * @self: a view
 *
 * Lays out and draws the map as it is now.
 */
void
dv_map_view_update (DvMapView *self)
{
  DvMapFlags flags = DV_MAP_SCREEN;

  g_return_if_fail (DV_IS_MAP_VIEW (self));

  if (self->session == NULL)
    return;
  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    flags |= DV_MAP_DARK;

  g_clear_pointer (&self->picture, dv_map_picture_free);
  self->picture = dv_map_picture_new (dv_map_graph_new_from_workshop (dv_session_get_workshop (self->session)), flags);
  update_buttons (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dv_map_view_select:
 * @self: a view
 * @objective: (nullable): what the inspector shows
 *
 * Marks the objective; the focus stays where it is.
 */
void
dv_map_view_select (DvMapView *self,
                    DvItem    *objective)
{
  g_return_if_fail (DV_IS_MAP_VIEW (self));

  if (g_set_object (&self->selected, objective))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dv_map_view_search:
 * @self: a view
 * @text: what to mark; empty for nothing
 */
void
dv_map_view_search (DvMapView  *self,
                    const char *text)
{
  g_return_if_fail (DV_IS_MAP_VIEW (self));

  g_clear_pointer (&self->needle, g_free);
  if (text[0] != '\0')
    self->needle = dv_fold (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
