/* dv-merge-dialog.h
 *
 * Asks which wording stands for examples that are merged
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

GtkWidget *dv_merge_dialog_present (GtkWindow *parent,
                                    DvSession *session,
                                    GPtrArray *behaviours);
gboolean   dv_merge                (DvSession *session,
                                    GPtrArray *behaviours,
                                    guint      lead);

G_END_DECLS
