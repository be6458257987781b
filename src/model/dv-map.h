/* dv-map.h
 *
 * The strategy map: objectives in lanes and themes, and what leads to what
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-values.h"

G_BEGIN_DECLS

gboolean dv_map_ensure         (DvWorkshop *workshop,
                                GError    **error);
DvItem  *dv_map_get            (DvWorkshop *workshop);

DvItem  *dv_map_add_lane       (DvWorkshop *workshop,
                                const char *name,
                                DvItem     *before,
                                GError    **error);
gboolean dv_map_remove_lane    (DvWorkshop *workshop,
                                DvItem     *lane,
                                DvFate      fate,
                                DvItem     *other,
                                GError    **error);
DvItem  *dv_map_add_theme      (DvWorkshop *workshop,
                                const char *name,
                                DvItem     *before,
                                GError    **error);
gboolean dv_map_remove_theme   (DvWorkshop *workshop,
                                DvItem     *theme,
                                GError    **error);

DvItem  *dv_map_add_objective  (DvWorkshop *workshop,
                                const char *text,
                                DvItem     *lane,
                                DvItem     *theme,
                                DvItem     *before,
                                GError    **error);
gboolean dv_map_set_lane       (DvWorkshop *workshop,
                                DvItem     *objective,
                                DvItem     *lane,
                                GError    **error);
gboolean dv_map_set_theme      (DvWorkshop *workshop,
                                DvItem     *objective,
                                DvItem     *theme,
                                GError    **error);

DvItem  *dv_map_find_link      (DvWorkshop *workshop,
                                DvItem     *source,
                                DvItem     *target);
gboolean dv_map_add_link       (DvWorkshop *workshop,
                                DvItem     *source,
                                DvItem     *target,
                                GError    **error);
gboolean dv_map_toggle_link    (DvWorkshop *workshop,
                                DvItem     *source,
                                DvItem     *target,
                                GError    **error);

DvItem  *dv_map_add_measure    (DvWorkshop *workshop,
                                DvItem     *objective,
                                const char *name,
                                GError    **error);
gboolean dv_map_set_measure    (DvWorkshop *workshop,
                                DvItem     *measure,
                                const char *name,
                                const char *unit,
                                double      now,
                                double      target,
                                const char *by,
                                DvStatus    status,
                                GError    **error);
DvItem  *dv_map_add_initiative (DvWorkshop *workshop,
                                DvItem     *objective,
                                const char *name,
                                GError    **error);

G_END_DECLS
