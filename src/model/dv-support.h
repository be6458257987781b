/* dv-support.h
 *
 * Support for the articles: what was counted, and what of it may be shown
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* How much a percentage tells: so few may be for or against that the number
 * itself would tell how many. */
typedef enum
{
  DV_BOUND_HIDDEN,   /* too few for a percentage */
  DV_BOUND_EXACT,
  DV_BOUND_AT_LEAST, /* fewer than five do not stand behind it */
  DV_BOUND_AT_MOST,  /* fewer than five do */
} DvBound;

/* What may be shown of one article. */
typedef struct
{
  DvItem *article;             /* owned */
  guint answers[DV_N_ANSWERS]; /* with small cells joined; all 0 when hidden */
  DvBound bound;
  int percent;                 /* mostly and fully, of those with an opinion; -1 when hidden */
  gboolean has_support;        /* as many as the threshold asks, or more */
  gboolean has_change;
  int change;                  /* percentage points since the round before */
} DvSupportRow;

void        dv_support_row_free         (DvSupportRow *row);
char       *dv_support_row_dup_percent  (const DvSupportRow *row) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray  *dv_support_list_rows        (DvWorkshop  *workshop,
                                         DvItem      *support) G_GNUC_WARN_UNUSED_RESULT;
DvItem     *dv_support_get_latest       (DvWorkshop  *workshop);
DvItem     *dv_support_find_previous    (DvWorkshop  *workshop,
                                         DvItem      *support);
DvItem     *dv_support_find_comparable  (DvWorkshop  *workshop,
                                         DvItem      *support);
gboolean    dv_support_is_revealed      (DvItem      *support);

guint       dv_support_get_count        (DvItem      *support,
                                         DvItem      *article,
                                         DvItem      *role,
                                         DvAnswer     answer);
guint       dv_support_get_total        (DvItem      *support,
                                         DvItem      *article,
                                         DvAnswer     answer);

/* In the language of the workshop; those that may have nothing to say give
 * NULL then. */
const char *dv_support_get_answer_text  (const char  *language,
                                         DvAnswer     answer);
char       *dv_support_dup_computed     (DvWorkshop  *workshop,
                                         DvItem      *support) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_support_dup_headline     (DvWorkshop  *workshop,
                                         DvItem      *support) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_support_dup_lead         (DvWorkshop  *workshop,
                                         DvItem      *support) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_support_dup_presence     (DvWorkshop  *workshop,
                                         DvItem      *support) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_support_dup_since        (DvWorkshop  *workshop,
                                         DvItem      *support) G_GNUC_WARN_UNUSED_RESULT;

DvItem     *dv_support_add_round        (DvWorkshop  *workshop,
                                         const char  *title,
                                         const char  *date,
                                         GError     **error);
gboolean    dv_support_set_count        (DvWorkshop  *workshop,
                                         DvItem      *support,
                                         DvItem      *article,
                                         DvItem      *role,
                                         DvAnswer     answer,
                                         guint        number,
                                         GError     **error);
gboolean    dv_support_set_revealed     (DvWorkshop  *workshop,
                                         DvItem      *support,
                                         gboolean     is_revealed,
                                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvSupportRow, dv_support_row_free)

G_END_DECLS
