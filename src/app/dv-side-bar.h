/* dv-side-bar.h
 *
 * A bar that sets what residents said beside what staff said
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-kind-word.h"

G_BEGIN_DECLS

/* How the two shares become one picture. */
typedef enum {
  DV_SIDE_BAR_MIRROR,   /* back to back: residents to the left, staff to the right */
  DV_SIDE_BAR_RESIDENT, /* only residents, on a trough */
  DV_SIDE_BAR_STAFF,    /* only staff, on a trough */
} DvSideBarLook;

#define DV_TYPE_SIDE_BAR (dv_side_bar_get_type ())
G_DECLARE_FINAL_TYPE (DvSideBar, dv_side_bar, DV, SIDE_BAR, GtkWidget)

GtkWidget *dv_side_bar_new        (DvSideBarLook look);
void       dv_side_bar_set_shares (DvSideBar    *self,
                                   double        residents,
                                   double        staff);

void       dv_side_bar_append     (GtkSnapshot           *snapshot,
                                   const graphene_rect_t *bounds,
                                   double                 residents,
                                   double                 staff);

G_END_DECLS
