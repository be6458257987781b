/* dv-behaviour-card.h
 *
 * A card with one example of behaviour
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_BEHAVIOUR_CARD (dv_behaviour_card_get_type ())
G_DECLARE_FINAL_TYPE (DvBehaviourCard, dv_behaviour_card, DV, BEHAVIOUR_CARD, GtkWidget)

GtkWidget *dv_behaviour_card_new      (DvSession       *session);
DvItem    *dv_behaviour_card_get_item (DvBehaviourCard *self);
void       dv_behaviour_card_set_item (DvBehaviourCard *self,
                                       DvItem          *item);
void       dv_behaviour_card_refresh  (DvBehaviourCard *self);

G_END_DECLS
