/* dv-support-bar.h
 *
 * The answers about one article as a bar around the middle
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-support.h"

G_BEGIN_DECLS

#define DV_TYPE_SUPPORT_BAR (dv_support_bar_get_type ())
G_DECLARE_FINAL_TYPE (DvSupportBar, dv_support_bar, DV, SUPPORT_BAR, GtkWidget)

/* How far bars reach from the middle, in parts of all opinions. */
typedef struct
{
  double left;
  double right;
} DvSupportReach;

GtkWidget *dv_support_bar_new     (void);
void       dv_support_bar_set_row (DvSupportBar       *self,
                                   const DvSupportRow *row,
                                   DvSupportReach      reach);
void       dv_support_bar_extend  (DvSupportReach     *reach,
                                   const DvSupportRow *row);

G_END_DECLS
