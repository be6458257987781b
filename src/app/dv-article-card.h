/* dv-article-card.h
 *
 * One article in the editor of the Manifest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_ARTICLE_CARD (dv_article_card_get_type ())
G_DECLARE_FINAL_TYPE (DvArticleCard, dv_article_card, DV, ARTICLE_CARD, GtkWidget)

GtkWidget *dv_article_card_new         (DvSession     *session,
                                        DvItem        *article) G_GNUC_WARN_UNUSED_RESULT;
DvItem    *dv_article_card_get_article (DvArticleCard *self);
void       dv_article_card_renumber    (DvArticleCard *self);
gboolean   dv_article_card_select      (DvArticleCard *self,
                                        DvItem        *clause);
gboolean   dv_article_card_focus_first (DvArticleCard *self);
void       dv_article_card_add_clause  (DvArticleCard *self);

G_END_DECLS
