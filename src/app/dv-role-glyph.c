/* dv-role-glyph.c
 *
 * The shape of a role, in the colour of the text around it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-role-glyph"

#include "config.h"

#include "dv-role-glyph.h"

/* Decoration: the word for the role always stands beside it, so a screen reader
 * skips the shape. */

struct _DvRoleGlyph
{
  GtkWidget parent_instance;

  /* State */
  DvGlyph glyph;
  int size; /* in CSS px */
};

G_DEFINE_FINAL_TYPE (DvRoleGlyph, dv_role_glyph, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
dv_role_glyph_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = DV_ROLE_GLYPH (widget)->size;
}

static void
dv_role_glyph_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  DvRoleGlyph *self = DV_ROLE_GLYPH (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA colour;
  cairo_t *cr;

  if (self->glyph == DV_GLYPH_NONE)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_cairo_set_source_rgba (cr, &colour);
  dv_glyph_paint (cr, self->glyph, (width - self->size) / 2.0, (height - self->size) / 2.0, self->size);
  cairo_destroy (cr);
}

static void
dv_role_glyph_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SIZE:
      g_value_set_int (value, DV_ROLE_GLYPH (object)->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_role_glyph_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SIZE:
      DV_ROLE_GLYPH (object)->size = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_role_glyph_class_init (DvRoleGlyphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dv_role_glyph_get_property;
  object_class->set_property = dv_role_glyph_set_property;
  widget_class->measure = dv_role_glyph_measure;
  widget_class->snapshot = dv_role_glyph_snapshot;

  /* Height and width in CSS px. */
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 4, 128, 12,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "role-glyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dv_role_glyph_init (DvRoleGlyph *self)
{
  self->glyph = DV_GLYPH_NONE;
}

/**
 * dv_role_glyph_new:
 * @size: height and width in CSS px
 *
 * Returns: (transfer floating): a shape, empty until it gets a role
 */
GtkWidget *
dv_role_glyph_new (int size)
{
  return g_object_new (DV_TYPE_ROLE_GLYPH, "size", size, "valign", GTK_ALIGN_CENTER, NULL);
}

/**
 * dv_role_glyph_of:
 * @role: (nullable): a role
 *
 * Returns: its glyph; %DV_GLYPH_NONE when it is unknown or has no shape
 */
DvGlyph
dv_role_glyph_of (DvItem *role)
{
  return role != NULL ? dv_glyph_from_shape (dv_role_kind.fields[DV_ROLE_SHAPE].nicks[dv_item_get_int (role, DV_ROLE_SHAPE)])
                      : DV_GLYPH_NONE;
}

/**
 * dv_role_glyph_set_role:
 * @self: a shape
 * @role: (nullable): the role to show; %NULL for unknown
 */
void
dv_role_glyph_set_role (DvRoleGlyph *self,
                        DvItem      *role)
{
  DvGlyph glyph = dv_role_glyph_of (role);

  g_return_if_fail (DV_IS_ROLE_GLYPH (self));
  if (self->glyph == glyph)
    return;

  self->glyph = glyph;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
