/* dv-cluster-card.h
 *
 * A group of key words: a core value, or what may become one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"
#include "dv-word-chip.h"

G_BEGIN_DECLS

#define DV_TYPE_CLUSTER_CARD (dv_cluster_card_get_type ())
G_DECLARE_FINAL_TYPE (DvClusterCard, dv_cluster_card, DV, CLUSTER_CARD, GtkWidget)

GtkWidget *dv_cluster_card_new         (DvSession     *session,
                                        DvItem        *value);
DvItem    *dv_cluster_card_get_value   (DvClusterCard *self);
void       dv_cluster_card_show        (DvClusterCard *self,
                                        GPtrArray     *chips,
                                        guint          key,
                                        double         residents,
                                        double         staff);
void       dv_cluster_card_set_current (DvClusterCard *self,
                                        gboolean       current);
void       dv_cluster_card_rename      (DvClusterCard *self);

G_END_DECLS
