/* dv-role-glyph.h
 *
 * The shape of a role, in the colour of the text around it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-glyph.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

#define DV_TYPE_ROLE_GLYPH (dv_role_glyph_get_type ())
G_DECLARE_FINAL_TYPE (DvRoleGlyph, dv_role_glyph, DV, ROLE_GLYPH, GtkWidget)

GtkWidget *dv_role_glyph_new      (int          size);
void       dv_role_glyph_set_role (DvRoleGlyph *self,
                                   DvItem      *role);
DvGlyph    dv_role_glyph_of       (DvItem      *role);

G_END_DECLS
