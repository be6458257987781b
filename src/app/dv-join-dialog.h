/* dv-join-dialog.h
 *
 * How people join: network, address and code
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_JOIN_DIALOG (dv_join_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DvJoinDialog, dv_join_dialog, DV, JOIN_DIALOG, AdwWindow)

DvJoinDialog *dv_join_dialog_new (GtkWindow *parent,
                                  DvSession *session);

G_END_DECLS
