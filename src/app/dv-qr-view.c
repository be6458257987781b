/* dv-qr-view.c
 *
 * A QR code in the window
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-qr-view"

#include "config.h"

#include "dv-qr-view.h"
#include "dv-qr.h"

/* Dark on white in every style: cameras do not read it the other way round. */

/* Of a module, in px; whole, so that its edges are sharp. */
#define MODULE 2

struct _DvQrView
{
  GtkWidget parent_instance;

  /* Owned */
  char *text; /* nullable */
  DvQr *code; /* nullable */
};

G_DEFINE_FINAL_TYPE (DvQrView, dv_qr_view, GTK_TYPE_WIDGET)

static int
get_size (DvQrView *self)
{
  return self->code != NULL ? MODULE * ((int) dv_qr_get_size (self->code) + 2 * DV_QR_QUIET) : 0;
}

static void
dv_qr_view_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = *natural = get_size (DV_QR_VIEW (widget));
}

static void
dv_qr_view_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  DvQrView *self = DV_QR_VIEW (widget);
  int size = get_size (self);
  GskRoundedRect paper;
  cairo_t *cr;

  if (self->code == NULL)
    return;

  gsk_rounded_rect_init_from_rect (&paper, &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &paper);
  gtk_snapshot_append_color (snapshot, &white, &paper.bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &paper.bounds);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  dv_qr_add_path (self->code, cr, DV_QR_QUIET * MODULE, DV_QR_QUIET * MODULE, MODULE);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
dv_qr_view_finalize (GObject *object)
{
  DvQrView *self = DV_QR_VIEW (object);

  g_free (self->text);
  dv_qr_free (self->code);

  G_OBJECT_CLASS (dv_qr_view_parent_class)->finalize (object);
}

static void
dv_qr_view_class_init (DvQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dv_qr_view_finalize;
  widget_class->measure = dv_qr_view_measure;
  widget_class->snapshot = dv_qr_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "qrcode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dv_qr_view_init (DvQrView *self)
{
}

/**
 * dv_qr_view_set_text:
 * @self: a QR code
 * @text: (nullable): what it is to hold; nothing is shown for %NULL
 */
void
dv_qr_view_set_text (DvQrView   *self,
                     const char *text)
{
  g_return_if_fail (DV_IS_QR_VIEW (self));
  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->code, dv_qr_free);
  if (text != NULL)
    self->code = dv_qr_new (text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
