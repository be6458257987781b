/* dv-choose-page-private.h
 *
 * What the two files of the page on which a room chooses share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-choose-lines.h"
#include "dv-choose-page.h"
#include "dv-value-chips.h"

G_BEGIN_DECLS

typedef enum {
  DV_STEP_DOTS,
  DV_STEP_REVEAL,
  DV_STEP_TOP,
  DV_STEP_VALUE,
  DV_STEP_NONE,
} DvNextStep;

struct _DvChoosePage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkStack *content;
  GtkWidget *chips_place;
  GtkWidget *phase_place;
  GtkWidget *question;
  GtkWidget *chosen;
  GtkWidget *target;
  GtkWidget *promise;
  GtkWidget *view;
  GtkWidget *hints;
  GtkWidget *next;
  GtkWidget *next_label;
  GtkWidget *next_key;
  DvValueChips *chips;

  /* Owned */
  GListModel *values;
  DvChooseLines *lines;
  GtkSingleSelection *selection;
  GPtrArray *bound; /* of GtkListItem, borrowed: those on screen */
  DvItem *value; /* nullable: what is shown */

  /* State */
  gboolean is_showing; /* target and promise are being filled in: nobody did */
  gboolean is_high;
  guint focus_id; /* the source that puts the focus on the first example */
};

DvNextStep dv_choose_page_get_next_step   (DvChoosePage   *self);
void       dv_choose_page_refresh         (DvChoosePage   *self);
void       dv_choose_page_focus_first     (DvChoosePage   *self);
void       dv_choose_page_set_counting    (DvChoosePage   *self,
                                           DvCounting      counting);
void       dv_choose_page_activate        (DvChoosePage   *self,
                                           guint           position);
void       dv_choose_page_install_actions (GtkWidgetClass *widget_class);
void       dv_choose_page_add_keys        (DvChoosePage   *self);

G_END_DECLS
