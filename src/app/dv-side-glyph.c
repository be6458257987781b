/* dv-side-glyph.c
 *
 * The glyph of a side: a house for residents, a town hall for staff
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-side-glyph"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-glyph.h"
#include "dv-side-glyph.h"

/* Drawn in the colour of the text around it; the style classes "resident" and
 * "staff" give it the colour of its side. It stands beside a word that names
 * the side, so to a screen reader it is decoration. */

struct _DvSideGlyph
{
  GtkWidget parent_instance;

  int size; /* in CSS px */
  DvSide side;
};

G_DEFINE_FINAL_TYPE (DvSideGlyph, dv_side_glyph, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDE,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
dv_side_glyph_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DvSideGlyph *self = DV_SIDE_GLYPH (object);

  switch (prop_id)
    {
    case PROP_SIDE:
      g_value_set_int (value, (int) self->side);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_side_glyph_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DvSideGlyph *self = DV_SIDE_GLYPH (object);

  switch (prop_id)
    {
    case PROP_SIDE:
      dv_side_glyph_set_side (self, (DvSide) g_value_get_int (value));
      break;
    case PROP_SIZE:
      if (self->size == g_value_get_int (value))
        return;
      self->size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_side_glyph_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = DV_SIDE_GLYPH (widget)->size;
}

static void
dv_side_glyph_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  DvSideGlyph *self = DV_SIDE_GLYPH (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  dv_glyph_paint (cr, self->side == DV_SIDE_STAFF ? DV_GLYPH_TOWN_HALL : DV_GLYPH_HOUSE,
                  (width - self->size) / 2, (height - self->size) / 2, self->size);
  cairo_destroy (cr);
}

static void
dv_side_glyph_class_init (DvSideGlyphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dv_side_glyph_get_property;
  object_class->set_property = dv_side_glyph_set_property;
  widget_class->measure = dv_side_glyph_measure;
  widget_class->snapshot = dv_side_glyph_snapshot;

  /* A DvSide. */
  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, 0, DV_SIDE_STAFF, 0, flags);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 4, 256, 14, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "sideglyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dv_side_glyph_init (DvSideGlyph *self)
{
  self->size = 14;
}

GtkWidget *
dv_side_glyph_new (DvSide side)
{
  return g_object_new (DV_TYPE_SIDE_GLYPH, "side", (int) side, NULL);
}

DvSide
dv_side_glyph_get_side (DvSideGlyph *self)
{
  g_return_val_if_fail (DV_IS_SIDE_GLYPH (self), DV_SIDE_RESIDENT);
  return self->side;
}

void
dv_side_glyph_set_side (DvSideGlyph *self,
                        DvSide       side)
{
  g_return_if_fail (DV_IS_SIDE_GLYPH (self));
  if (self->side == side)
    return;

  self->side = side;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

/**
 * dv_side_get_label:
 * @side: a side
 *
 * Returns: (transfer none): what a person calls it, translated
 */
const char *
dv_side_get_label (DvSide side)
{
  return side == DV_SIDE_STAFF ? C_ ("side", "Staff") : C_ ("side", "Residents");
}
