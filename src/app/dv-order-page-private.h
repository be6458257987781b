/* dv-order-page-private.h
 *
 * What the two files of the page of groups share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-card-grid.h"
#include "dv-chip-box.h"
#include "dv-cluster-card.h"
#include "dv-order-page.h"
#include "dv-side-totals.h"
#include "dv-term-list.h"

G_BEGIN_DECLS

struct _DvOrderPage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkWidget *empty_view;
  GtkWidget *board;
  GtkLabel *question_label;
  DvSideTotals *totals;
  GtkDropTarget *well_target;
  GtkLabel *loose_label;
  GtkScrolledWindow *well_scroller;
  DvChipBox *loose_box;
  DvCardGrid *grid;
  GtkWidget *drop_zone;
  GtkDropTarget *zone_target;

  /* Owned */
  DvTermList *terms;
  GListModel *chosen;    /* of DvItem: the core values */
  GListModel *clusters;  /* of DvItem: the other values */
  GHashTable *chips;     /* DvTerm (owned) to DvWordChip (owned) */
  GPtrArray *cards;      /* of DvClusterCard, in the order of their digits */
  GHashTable *marked;    /* ids of leads */
  GtkWidget *kin_card;   /* the proposal */
  GtkWidget *group_button;
  char *wanted;          /* nullable: folded text that is searched for */

  /* Borrowed */
  DvClusterCard *current; /* nullable: in cards */
  GtkWidget *last_focus;  /* nullable, weak: the chip or card that had the focus */

  /* State */
  guint n_loose; /* how many loose words may be on the table */
  gulong focus_id;
};

DvClusterCard *dv_order_page_find_card     (DvOrderPage     *self,
                                            DvItem          *value);
void           dv_order_page_set_current   (DvOrderPage     *self,
                                            DvClusterCard   *card);
void           dv_order_page_add_actions   (GtkWidgetClass  *widget_class);
void           dv_order_page_make_group    (DvOrderPage     *self,
                                            GPtrArray       *words);
void           dv_order_page_words_dropped (DvOrderPage     *self,
                                            DvWordChip      *chip,
                                            DvClusterCard   *card);
gboolean       dv_order_page_well_drop     (DvOrderPage     *self,
                                            const GValue    *value,
                                            double           x,
                                            double           y,
                                            GtkDropTarget   *target);
gboolean       dv_order_page_zone_drop     (DvOrderPage     *self,
                                            const GValue    *value,
                                            double           x,
                                            double           y,
                                            GtkDropTarget   *target);
void           dv_order_page_released      (DvOrderPage     *self,
                                            int              n_press,
                                            double           x,
                                            double           y,
                                            GtkGestureClick *gesture);

G_END_DECLS
