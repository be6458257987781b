/* dv-picture.c
 *
 * To do what can wait until the first picture is on the screen
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-picture"

#include "config.h"

#include "dv-picture.h"

typedef struct
{
  GtkWidget *widget; /* owned */
  DvPictureFunc function;
} DvPictureWait;

static void
wait_free (gpointer data)
{
  DvPictureWait *wait = data;

  g_object_unref (wait->widget);
  g_free (wait);
}

static gboolean
idle_cb (gpointer data)
{
  DvPictureWait *wait = data;

  /* It may have been closed in the meantime. */
  if (gtk_widget_get_root (wait->widget) != NULL)
    wait->function (wait->widget);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GtkWidget     *widget,
            GdkFrameClock *clock)
{
  DvPictureWait *wait = g_new0 (DvPictureWait, 1);

  wait->widget = g_object_ref (widget);
  wait->function = (DvPictureFunc) g_object_get_data (G_OBJECT (widget), "dv-picture");
  g_signal_handlers_disconnect_by_func (clock, painted_cb, widget);
  /* Not at once: the picture has not been handed over yet. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, wait, wait_free);
}

static void
map_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, map_cb, NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (painted_cb), widget, G_CONNECT_SWAPPED);
}

/**
 * dv_picture_wait:
 * @widget: a widget that is not shown yet
 * @function: what to call with it
 *
 * Calls @function once, after the first picture with @widget has gone to the
 * screen. One for each widget.
 */
void
dv_picture_wait (GtkWidget     *widget,
                 DvPictureFunc  function)
{
  g_return_if_fail (!gtk_widget_get_mapped (widget));

  g_object_set_data (G_OBJECT (widget), "dv-picture", (gpointer) function);
  g_signal_connect (widget, "map", G_CALLBACK (map_cb), NULL);
}
