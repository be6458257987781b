/* dv-side-glyph.h
 *
 * The glyph of a side: a house for residents, a town hall for staff
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-kind-word.h"

G_BEGIN_DECLS

#define DV_TYPE_SIDE_GLYPH (dv_side_glyph_get_type ())
G_DECLARE_FINAL_TYPE (DvSideGlyph, dv_side_glyph, DV, SIDE_GLYPH, GtkWidget)

GtkWidget  *dv_side_glyph_new      (DvSide       side);
DvSide      dv_side_glyph_get_side (DvSideGlyph *self);
void        dv_side_glyph_set_side (DvSideGlyph *self,
                                    DvSide       side);

const char *dv_side_get_label      (DvSide       side);

G_END_DECLS
