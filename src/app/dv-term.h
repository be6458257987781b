/* dv-term.h
 *
 * A key word as it is counted: everything that was given under one wording
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-words.h"

G_BEGIN_DECLS

#define DV_TYPE_TERM (dv_term_get_type ())
G_DECLARE_FINAL_TYPE (DvTerm, dv_term, DV, TERM, GObject)

DvTerm     *dv_term_new           (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dv_term_take          (DvTerm     *self,
                                   DvWordRank *rank,
                                   guint       place);

DvItem     *dv_term_get_lead      (DvTerm     *self);
const char *dv_term_get_text      (DvTerm     *self);
DvItem     *dv_term_get_value     (DvTerm     *self);
GListModel *dv_term_get_items     (DvTerm     *self);
guint       dv_term_get_place     (DvTerm     *self);
guint       dv_term_get_residents (DvTerm     *self);
guint       dv_term_get_staff     (DvTerm     *self);
guint       dv_term_get_count     (DvTerm     *self);
guint       dv_term_get_n_quotes  (DvTerm     *self);
gboolean    dv_term_is_merged     (DvTerm     *self);
gboolean    dv_term_matches       (DvTerm     *self,
                                   const char *folded);
char       *dv_term_dup_label     (DvTerm     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
