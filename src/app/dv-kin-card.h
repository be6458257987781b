/* dv-kin-card.h
 *
 * A proposal: words that look related, to be put together
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-term-list.h"

G_BEGIN_DECLS

#define DV_TYPE_KIN_CARD (dv_kin_card_get_type ())
G_DECLARE_FINAL_TYPE (DvKinCard, dv_kin_card, DV, KIN_CARD, GtkWidget)

typedef gboolean (*DvTermTest) (DvTerm *term);

GtkWidget *dv_kin_card_new  (void);
void       dv_kin_card_find (DvKinCard  *self,
                             DvTermList *terms,
                             DvTermTest  test);

G_END_DECLS
