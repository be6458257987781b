/* dv-list-page.h
 *
 * What the printed lists share: title, tables and foot on A4
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "dv-flow.h"

G_BEGIN_DECLS

#define DV_LIST_PAGE_LEFT 56.7
#define DV_LIST_PAGE_RIGHT 538.6

/* Borrowed; nullable but for @title. @date is YYYY-MM-DD. */
typedef struct
{
  const char *language;
  const char *title;
  const char *subtitle;
  const char *author;
  const char *date;
} DvListInfo;

typedef struct
{
  DvListInfo info;
  DvShaper *shaper;
  DvFlow *flow;
  DvTextStyle heading;
  DvTextStyle head; /* of a table */
  DvTextStyle text;
  DvTextStyle strong;
  DvTextStyle meta;
  guint group;      /* of what is added; 0: none */
  guint n_groups;
} DvListPage;

DvListPage *dv_list_page_new         (const DvListInfo *info) G_GNUC_WARN_UNUSED_RESULT;
void        dv_list_page_free        (DvListPage *self);
void        dv_list_page_begin_group (DvListPage *self);
void        dv_list_page_end_group   (DvListPage *self);
void        dv_list_page_add_heading (DvListPage *self,
                                      const char *text,
                                      DvColour    colour);
void        dv_list_page_add_note    (DvListPage *self,
                                      const char *text);
void        dv_list_page_add_row     (DvListPage       *self,
                                      gboolean          is_head,
                                      guint             main_cell,
                                      const DvFlowCell *cells,
                                      guint             n_cells);
GBytes     *dv_list_page_export      (DvListPage *self,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvListPage, dv_list_page_free)

G_END_DECLS
