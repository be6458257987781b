/* dv-term-list.h
 *
 * The live ranking of the key words of a workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-term.h"

G_BEGIN_DECLS

#define DV_TYPE_TERM_LIST (dv_term_list_get_type ())
G_DECLARE_FINAL_TYPE (DvTermList, dv_term_list, DV, TERM_LIST, GObject)

DvTermList *dv_term_list_new           (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;
guint       dv_term_list_get_length    (DvTermList *self);
DvTerm     *dv_term_list_get           (DvTermList *self,
                                        guint       position);
DvTerm     *dv_term_list_find          (DvTermList *self,
                                        DvItem     *word);
guint       dv_term_list_get_residents (DvTermList *self);
guint       dv_term_list_get_staff     (DvTermList *self);
double      dv_term_list_get_share     (DvTermList *self,
                                        DvTerm     *term,
                                        DvSide      side);
double      dv_term_list_get_top_share (DvTermList *self);

G_END_DECLS
