/* dv-run-sheet-page-private.h
 *
 * What the files of the run sheet share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-run-sheet-page.h"
#include "dv-run-sheet-row.h"

G_BEGIN_DECLS

struct _DvRunSheetPage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkWidget *empty_add;
  GtkLabel *now;
  GtkLabel *now_caption;
  GtkLabel *delay;
  GtkLabel *delay_caption;
  GtkLabel *end;
  GtkLabel *end_caption;
  GtkWidget *proposal;
  GtkLabel *proposal_title;
  GtkLabel *proposal_text;
  GtkListBox *list;
  GtkMenuButton *times_button;
  GtkLabel *times_label;
  GtkEditable *start_entry;
  GtkEditable *end_entry;

  /* Owned; of the template, but not in it */
  GtkWidget *buttons;
  GtkDropDown *meetings;
  GtkPopover *times_popover;
  GtkPopover *edit_popover;
  GtkEditable *title_entry;
  GtkSpinButton *minutes_spin;
  GtkSpinButton *report_spin;

  /* Owned */
  DvRunSheet *sheet; /* nullable before the page is shown */
  char *meeting;     /* nullable: id of the step at which it begins */
  DvItem *edited;    /* nullable: what the popover is about */
  DvItem *kept;      /* nullable: what was selected, while rows are made anew */

  /* State */
  guint tick_id;
  guint refresh_id;
  int dismissed; /* how late it was when a proposal was put aside */
  gboolean is_showing; /* the meetings are being filled in: nobody chose */
};

void    dv_run_sheet_page_refresh         (DvRunSheetPage *self);
DvItem *dv_run_sheet_page_get_selected    (DvRunSheetPage *self);
void    dv_run_sheet_page_select          (DvRunSheetPage *self,
                                           DvItem         *activity);
void    dv_run_sheet_page_add             (DvRunSheetPage *self);
void    dv_run_sheet_page_apply_edit      (DvRunSheetPage *self);
void    dv_run_sheet_page_update_actions  (DvRunSheetPage *self);
void    dv_run_sheet_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
