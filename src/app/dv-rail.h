/* dv-rail.h
 *
 * The steps and activities of the programme, beside the work space
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

/* Pages that are always there, whatever the programme. */
typedef enum {
  DV_FIXED_NONE,
  DV_FIXED_MANIFEST,
  DV_FIXED_MAP,
  DV_FIXED_RUN_SHEET,
  DV_FIXED_CHECKLIST, /* under the run sheet */
  DV_FIXED_EXPORT,
  DV_N_FIXED,
} DvFixed;

#define DV_TYPE_RAIL (dv_rail_get_type ())
G_DECLARE_FINAL_TYPE (DvRail, dv_rail, DV, RAIL, GtkWidget)

void dv_rail_set_session (DvRail    *self,
                          DvSession *session);
void dv_rail_set_fixed   (DvRail    *self,
                          DvFixed    fixed);

G_END_DECLS
