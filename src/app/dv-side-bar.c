/* dv-side-bar.c
 *
 * A bar that sets what residents said beside what staff said
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-side-bar"

#include "config.h"

#include <adwaita.h>

#include "dv-palette.h"
#include "dv-side-bar.h"

/* Both sides are drawn as shares of their own total, so that the larger group
 * does not drown the smaller one. The numbers stand beside it in words: to a
 * screen reader the bar is decoration. */

#define BAR_HEIGHT 6
#define BAR_WIDTH 48
/* The line in the middle of a mirror. */
#define AXIS_WIDTH 1

struct _DvSideBar
{
  GtkWidget parent_instance;

  DvSideBarLook look;
  double residents; /* from 0 to 1, of the length of the bar */
  double staff;
};

G_DEFINE_FINAL_TYPE (DvSideBar, dv_side_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LOOK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GdkRGBA
side_colour (DvSide side)
{
  DvSurface surface = dv_palette_surface (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  DvColour colour = side == DV_SIDE_STAFF ? surface.staff : surface.residents;

  return (GdkRGBA){ (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
}

static void
append_box (GtkSnapshot   *snapshot,
            const GdkRGBA *colour,
            double         x,
            double         y,
            double         width,
            double         height)
{
  if (width > 0)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
append_round (GtkSnapshot   *snapshot,
              const GdkRGBA *colour,
              double         x,
              double         y,
              double         width,
              double         height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  GskRoundedRect round;

  if (width <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&round, &bounds, (float) MIN (height / 2, width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* A share that is there at all is seen, however small. */
static double
length_of (double share,
           double full)
{
  return share > 0 ? MAX (2, CLAMP (share, 0, 1) * full) : 0;
}

static void
dv_side_bar_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  DvSideBar *self = DV_SIDE_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double y = (gtk_widget_get_height (widget) - BAR_HEIGHT) / 2.0;
  double half = (width - AXIS_WIDTH) / 2;
  GdkRGBA residents = side_colour (DV_SIDE_RESIDENT);
  GdkRGBA staff = side_colour (DV_SIDE_STAFF);
  GdkRGBA trough;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &trough);
  trough.alpha = 0.12f;
  if (self->look == DV_SIDE_BAR_MIRROR)
    {
      double left = length_of (self->residents, half);

      trough.alpha = 0.3f;
      append_box (snapshot, &residents, half - left, y, left, BAR_HEIGHT);
      append_box (snapshot, &staff, half + AXIS_WIDTH, y, length_of (self->staff, half), BAR_HEIGHT);
      append_box (snapshot, &trough, half, y - 4, AXIS_WIDTH, BAR_HEIGHT + 8);
      return;
    }

  append_round (snapshot, &trough, 0, y, width, BAR_HEIGHT);
  if (self->look == DV_SIDE_BAR_RESIDENT)
    append_round (snapshot, &residents, 0, y, length_of (self->residents, width), BAR_HEIGHT);
  else
    append_round (snapshot, &staff, 0, y, length_of (self->staff, width), BAR_HEIGHT);
}

static void
dv_side_bar_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = BAR_HEIGHT;
  else
    {
      *minimum = BAR_WIDTH / 2;
      *natural = BAR_WIDTH;
    }
}

static void
dv_side_bar_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOOK:
      g_value_set_int (value, (int) DV_SIDE_BAR (object)->look);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_side_bar_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LOOK:
      DV_SIDE_BAR (object)->look = (DvSideBarLook) g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_side_bar_class_init (DvSideBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dv_side_bar_get_property;
  object_class->set_property = dv_side_bar_set_property;
  widget_class->measure = dv_side_bar_measure;
  widget_class->snapshot = dv_side_bar_snapshot;

  /* A DvSideBarLook. */
  properties[PROP_LOOK] = g_param_spec_int ("look", NULL, NULL, 0, DV_SIDE_BAR_STAFF, 0,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "sidesbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dv_side_bar_init (DvSideBar *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dv_side_bar_new (DvSideBarLook look)
{
  return g_object_new (DV_TYPE_SIDE_BAR, "look", (int) look, NULL);
}

/**
 * dv_side_bar_set_shares:
 * @self: a bar
 * @residents: how long the part of the residents is, from 0 to 1
 * @staff: how long the part of the staff is, from 0 to 1
 */
void
dv_side_bar_set_shares (DvSideBar *self,
                        double     residents,
                        double     staff)
{
  g_return_if_fail (DV_IS_SIDE_BAR (self));

  self->residents = residents;
  self->staff = staff;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dv_side_bar_append:
 * @snapshot: where to draw
 * @bounds: the whole bar
 * @residents: the share of the residents, in any unit
 * @staff: the share of the staff, in the same unit
 *
 * Draws a full bar that is divided over the two sides.
 */
void
dv_side_bar_append (GtkSnapshot           *snapshot,
                    const graphene_rect_t *bounds,
                    double                 residents,
                    double                 staff)
{
  GdkRGBA left = side_colour (DV_SIDE_RESIDENT);
  GdkRGBA right = side_colour (DV_SIDE_STAFF);
  double total = residents + staff;
  double first = total > 0 ? (double) bounds->size.width * residents / total : 0;

  append_box (snapshot, &left, bounds->origin.x, bounds->origin.y, first, bounds->size.height);
  if (total > 0)
    append_box (snapshot, &right, (double) bounds->origin.x + first, bounds->origin.y,
                (double) bounds->size.width - first, bounds->size.height);
}
