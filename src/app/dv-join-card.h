/* dv-join-card.h
 *
 * How people join and how many take part, small
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_JOIN_CARD (dv_join_card_get_type ())
G_DECLARE_FINAL_TYPE (DvJoinCard, dv_join_card, DV, JOIN_CARD, GtkWidget)

void dv_join_card_set_session (DvJoinCard *self,
                               DvSession  *session);

G_END_DECLS
