/* dv-thread-popover.h
 *
 * Where a clause came from, as one line from quote to clause
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

GtkWidget *dv_thread_popover_new (DvSession *session,
                                  DvItem    *clause) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
