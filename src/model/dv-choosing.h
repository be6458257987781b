/* dv-choosing.h
 *
 * From much behaviour to a few clauses a value: shortlist, dots, reveal
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* How a behaviour of the shortlist did. Before the reveal places are 0 and
 * nothing is tied or certain, because the room is still giving dots. */
typedef struct
{
  DvItem *behaviour; /* owned */
  char *letter;      /* owned: A, B, … */
  guint dots;
  guint hands;
  guint place;      /* from 1; those that are equal share a place */
  gboolean tied;    /* another has the same dots and hands */
  gboolean certain; /* among the first of the target number, whatever happens to ties */
  gboolean at_edge; /* tied across the edge: the room decides between these */
} DvPlace;

void        dv_place_free                (DvPlace    *place);

gboolean    dv_choosing_set_shortlist    (DvWorkshop *workshop,
                                          GPtrArray  *behaviours,
                                          gboolean    shortlist,
                                          GError    **error);
gboolean    dv_choosing_set_table        (DvWorkshop *workshop,
                                          DvItem     *behaviour,
                                          DvItem     *table,
                                          gboolean    proposes,
                                          GError    **error);
gboolean    dv_choosing_set_phase        (DvWorkshop *workshop,
                                          DvItem     *value,
                                          DvPhase     phase,
                                          GError    **error);
gboolean    dv_choosing_set_target       (DvWorkshop *workshop,
                                          DvItem     *value,
                                          int         target,
                                          GError    **error);
gboolean    dv_choosing_set_count        (DvWorkshop *workshop,
                                          DvItem     *behaviour,
                                          DvMethod    method,
                                          DvItem     *role,
                                          guint       number,
                                          GError    **error);

gboolean    dv_choosing_may_promise      (DvWorkshop *workshop);
gboolean    dv_choosing_check_promise    (DvWorkshop *workshop,
                                          GError    **error);
gboolean    dv_choosing_is_promised      (DvWorkshop *workshop);
gboolean    dv_choosing_set_promised     (DvWorkshop *workshop,
                                          DvItem     *activity,
                                          gboolean    promised,
                                          GError    **error);

guint       dv_choosing_get_count        (DvItem     *behaviour,
                                          DvMethod    method,
                                          DvItem     *role);
guint       dv_choosing_get_total        (DvWorkshop *workshop,
                                          DvItem     *behaviour,
                                          DvMethod    method);
guint       dv_choosing_get_given        (DvItem     *value,
                                          DvMethod    method);
char       *dv_choosing_dup_letter       (DvItem     *behaviour) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dv_choosing_is_revealed      (DvItem     *value);
guint       dv_choosing_count_shortlist  (DvItem     *value);
guint       dv_choosing_count_chosen     (DvItem     *value);
GPtrArray  *dv_choosing_rank             (DvWorkshop *workshop,
                                          DvItem     *value) G_GNUC_WARN_UNUSED_RESULT;

GListModel *dv_choosing_shortlist_new    (DvWorkshop *workshop,
                                          DvItem     *value) G_GNUC_WARN_UNUSED_RESULT;
GListModel *dv_choosing_reserve_new      (DvWorkshop *workshop,
                                          DvItem     *value) G_GNUC_WARN_UNUSED_RESULT;

gboolean    dv_choosing_take_top         (DvWorkshop *workshop,
                                          DvItem     *value,
                                          guint      *n_taken,
                                          GError    **error);
gboolean    dv_choosing_choose           (DvWorkshop *workshop,
                                          DvItem     *behaviour,
                                          gboolean    chosen,
                                          GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvPlace, dv_place_free)

G_END_DECLS
