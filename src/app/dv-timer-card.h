/* dv-timer-card.h
 *
 * The timer in the side column
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_TIMER_CARD (dv_timer_card_get_type ())
G_DECLARE_FINAL_TYPE (DvTimerCard, dv_timer_card, DV, TIMER_CARD, GtkWidget)

GtkWidget *dv_timer_card_new         (void);
void       dv_timer_card_set_session (DvTimerCard *self,
                                      DvSession   *session);

G_END_DECLS
