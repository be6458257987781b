/* dv-picture.h
 *
 * To do what can wait until the first picture is on the screen
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*DvPictureFunc) (GtkWidget *widget);

void  dv_picture_wait (GtkWidget     *widget,
                       DvPictureFunc  function);

G_END_DECLS
