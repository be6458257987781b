/* dv-values.h
 *
 * Core values: clusters of key words, choosing among them, letting one go
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* What becomes of the example behaviour of a value that is removed. */
typedef enum {
  DV_FATE_KEEP,   /* it goes to the parking lot */
  DV_FATE_MOVE,   /* it goes to another value */
  DV_FATE_REMOVE, /* it goes too */
} DvFate;

DvItem     *dv_values_add          (DvWorkshop *workshop,
                                    const char *name,
                                    DvValueState state,
                                    GPtrArray  *words,
                                    GError    **error);
gboolean    dv_values_choose       (DvWorkshop *workshop,
                                    DvItem     *value,
                                    gboolean    chosen,
                                    GError    **error);
gboolean    dv_values_set_name     (DvWorkshop *workshop,
                                    DvItem     *value,
                                    const char *name,
                                    GError    **error);
gboolean    dv_values_set_meaning  (DvWorkshop *workshop,
                                    DvItem     *value,
                                    const char *meaning,
                                    GError    **error);
gboolean    dv_values_remove       (DvWorkshop *workshop,
                                    DvItem     *value,
                                    DvFate      fate,
                                    DvItem     *other,
                                    GError    **error);

GListModel *dv_values_chosen_new   (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;
GListModel *dv_values_clusters_new (DvWorkshop *workshop) G_GNUC_WARN_UNUSED_RESULT;
guint       dv_values_count_chosen (DvWorkshop *workshop);
gboolean    dv_value_is_chosen     (DvItem     *value);
guint       dv_value_get_number    (DvItem     *value);
char       *dv_value_dup_question  (DvWorkshop *workshop,
                                    DvItem     *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
