/* dv-list-box.c
 *
 * A list box that is not there when it is empty
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-list-box"

#include "config.h"

#include "dv-list-box.h"

static void
items_changed_cb (GtkWidget  *box,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GListModel *model)
{
  gtk_widget_set_visible (box, g_list_model_get_n_items (model) > 0);
}

/**
 * dv_list_box_bind:
 * @box: a list box
 * @model: what it shows
 * @create: makes a row
 * @data: for @create; must outlive @box
 *
 * Like gtk_list_box_bind_model(), and hides @box while @model is empty: the
 * frame of a boxed list would stay as a line. Bind a box only once to a model.
 */
void
dv_list_box_bind (GtkListBox                *box,
                  GListModel                *model,
                  GtkListBoxCreateWidgetFunc create,
                  gpointer                   data)
{
  g_return_if_fail (GTK_IS_LIST_BOX (box));
  g_return_if_fail (G_IS_LIST_MODEL (model));

  gtk_list_box_bind_model (box, model, create, data, NULL);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), box, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (box), g_list_model_get_n_items (model) > 0);
}
