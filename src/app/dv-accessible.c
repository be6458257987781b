/* dv-accessible.c
 *
 * What the toolkit leaves out for those who cannot see the window
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-accessible"

#include "config.h"

#include "dv-accessible.h"

/**
 * dv_accessible_name_menu_buttons:
 * @widget: a widget
 *
 * Names the menu buttons in @widget after their tooltips. What has the focus in
 * a menu button is a button of its own, which in GTK 4.8 is told neither the
 * name nor the tooltip.
 */
void
dv_accessible_name_menu_buttons (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (child);
      GtkWidget *inner = gtk_widget_get_first_child (child);

      if (!GTK_IS_MENU_BUTTON (child))
        dv_accessible_name_menu_buttons (child);
      else if (tooltip != NULL && inner != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
    }
}
