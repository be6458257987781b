/* dv-behaviours.h
 *
 * Example behaviour: collecting, ordering, merging and moving it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

DvItem     *dv_behaviours_add           (DvWorkshop *workshop,
                                         DvItem     *value,
                                         const char *text,
                                         const char *counter,
                                         DvItem     *role,
                                         DvItem     *table,
                                         gboolean    star,
                                         GError    **error);
gboolean    dv_behaviours_add_list      (DvWorkshop *workshop,
                                         DvItem     *value,
                                         const char *text,
                                         DvItem     *role,
                                         guint      *n_added,
                                         GError    **error);
gboolean    dv_behaviours_edit          (DvWorkshop *workshop,
                                         DvItem     *behaviour,
                                         const char *text,
                                         const char *counter,
                                         GError    **error);
gboolean    dv_behaviours_set_role      (DvWorkshop *workshop,
                                         GPtrArray  *behaviours,
                                         DvItem     *role,
                                         GError    **error);
gboolean    dv_behaviours_set_star      (DvWorkshop *workshop,
                                         GPtrArray  *behaviours,
                                         gboolean    star,
                                         GError    **error);

gboolean    dv_behaviours_move          (DvWorkshop *workshop,
                                         DvItem     *behaviour,
                                         DvItem     *before,
                                         GError    **error);
gboolean    dv_behaviours_move_to_value (DvWorkshop *workshop,
                                         GPtrArray  *behaviours,
                                         DvItem     *value,
                                         GError    **error);
gboolean    dv_behaviours_remove        (DvWorkshop *workshop,
                                         GPtrArray  *behaviours,
                                         GError    **error);

gboolean    dv_behaviours_merge         (DvWorkshop *workshop,
                                         DvItem     *lead,
                                         GPtrArray  *others,
                                         GError    **error);
gboolean    dv_behaviours_unmerge       (DvWorkshop *workshop,
                                         DvItem     *behaviour,
                                         GError    **error);
GPtrArray  *dv_behaviours_list_merged   (DvWorkshop *workshop,
                                         DvItem     *behaviour) G_GNUC_WARN_UNUSED_RESULT;

GListModel *dv_behaviours_visible_new   (DvWorkshop *workshop,
                                         DvItem     *value) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dv_behaviour_is_visible     (DvItem     *behaviour);
guint       dv_behaviours_count         (DvItem     *value);
GArray     *dv_behaviours_mix           (DvWorkshop *workshop,
                                         DvItem     *value) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dv_behaviour_matches        (DvItem     *behaviour,
                                         const char *folded);
GPtrArray  *dv_behaviours_find_similar  (DvItem     *value,
                                         const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
