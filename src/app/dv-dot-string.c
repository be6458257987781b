/* dv-dot-string.c
 *
 * A shape for each dot that was given, role by role
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-dot-string"

#include "config.h"

#include "dv-dot-string.h"

/* In CSS px, from the design. */
#define DOT 9
#define GAP 2
#define ROLE_GAP 5
#define LINE_GAP 3
#define MIN_WIDTH 120
#define NATURAL_WIDTH 312
/* More shapes than this nobody counts; the number beside them says it. */
#define MAX_DOTS 100

typedef struct
{
  DvGlyph glyph;
  guint number;
} Run;

struct _DvDotString
{
  GtkWidget parent_instance;

  /* Owned */
  GArray *runs; /* of Run */

  /* State */
  guint total;
};

G_DEFINE_FINAL_TYPE (DvDotString, dv_dot_string, GTK_TYPE_WIDGET)

/* Lays the dots out over lines of @width; paints them when @cr is not NULL.
 * Returns: the height. */
static int
lay_out (DvDotString *self,
         int          width,
         cairo_t     *cr)
{
  int x = 0;
  int y = 0;

  if (self->total == 0 || self->total > MAX_DOTS)
    return 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      Run run = g_array_index (self->runs, Run, i);

      if (i > 0 && x > 0)
        x += ROLE_GAP - GAP;
      for (guint j = 0; j < run.number; j++)
        {
          if (x > 0 && x + DOT > width)
            {
              x = 0;
              y += DOT + LINE_GAP;
            }
          if (cr != NULL)
            dv_glyph_paint (cr, run.glyph, x, y, DOT);
          x += DOT + GAP;
        }
    }

  return y + DOT;
}

static GtkSizeRequestMode
dv_dot_string_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_dot_string_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = lay_out (DV_DOT_STRING (widget), for_size >= 0 ? for_size : MIN_WIDTH, NULL);
}

static void
dv_dot_string_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA colour;
  cairo_t *cr;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_cairo_set_source_rgba (cr, &colour);
  lay_out (DV_DOT_STRING (widget), width, cr);
  cairo_destroy (cr);
}

static void
dv_dot_string_finalize (GObject *object)
{
  g_array_unref (DV_DOT_STRING (object)->runs);

  G_OBJECT_CLASS (dv_dot_string_parent_class)->finalize (object);
}

static void
dv_dot_string_class_init (DvDotStringClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dv_dot_string_finalize;
  widget_class->get_request_mode = dv_dot_string_get_request_mode;
  widget_class->measure = dv_dot_string_measure;
  widget_class->snapshot = dv_dot_string_snapshot;

  gtk_widget_class_set_css_name (widget_class, "dot-string");
  /* The number beside it says the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dv_dot_string_init (DvDotString *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
}

/**
 * dv_dot_string_new:
 *
 * Returns: (transfer floating): an empty string
 */
GtkWidget *
dv_dot_string_new (void)
{
  return g_object_new (DV_TYPE_DOT_STRING, NULL);
}

void
dv_dot_string_clear (DvDotString *self)
{
  g_return_if_fail (DV_IS_DOT_STRING (self));
  g_array_set_size (self->runs, 0);
  self->total = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * dv_dot_string_add:
 * @self: a string
 * @glyph: the shape of a role; %DV_GLYPH_NONE for a plain circle
 * @number: how many dots
 */
void
dv_dot_string_add (DvDotString *self,
                   DvGlyph      glyph,
                   guint        number)
{
  Run run = { glyph != DV_GLYPH_NONE ? glyph : DV_GLYPH_CIRCLE, number };

  g_return_if_fail (DV_IS_DOT_STRING (self));
  if (number == 0)
    return;

  g_array_append_val (self->runs, run);
  self->total += number;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
