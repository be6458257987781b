/* dv-word-dialogs.h
 *
 * Questions about key words: which wording stays, and how else to write one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"
#include "dv-term.h"

G_BEGIN_DECLS

GtkWindow *dv_word_dialogs_merge  (GtkWidget *parent,
                                   DvSession *session,
                                   GPtrArray *terms);
GtkWindow *dv_word_dialogs_reword (GtkWidget *parent,
                                   DvSession *session,
                                   DvTerm    *term);

G_END_DECLS
