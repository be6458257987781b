/* dv-value-menu.h
 *
 * What can be done with a core value from its chip
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-session.h"
#include "dv-value-chips.h"

G_BEGIN_DECLS

void       dv_value_menu_attach   (DvValueChips *chips);
GtkWidget *dv_value_dialog_edit   (GtkWindow    *parent,
                                   DvSession    *session,
                                   DvItem       *value);
GtkWidget *dv_value_dialog_remove (GtkWindow    *parent,
                                   DvSession    *session,
                                   DvItem       *value);

G_END_DECLS
