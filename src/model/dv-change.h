/* dv-change.h
 *
 * Small changes of one field or one place, each a step that can be undone
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

gboolean    dv_change_string  (DvWorkshop *workshop,
                               DvItem     *item,
                               int         field,
                               const char *value,
                               const char *label,
                               GError    **error);
gboolean    dv_change_int     (DvWorkshop *workshop,
                               DvItem     *item,
                               int         field,
                               gint64      value,
                               const char *label,
                               GError    **error);
gboolean    dv_change_number  (DvWorkshop *workshop,
                               DvItem     *item,
                               int         field,
                               double      value,
                               const char *label,
                               GError    **error);
gboolean    dv_change_ref     (DvWorkshop *workshop,
                               DvItem     *item,
                               int         field,
                               DvItem     *other,
                               const char *label,
                               GError    **error);
gboolean    dv_change_place   (DvWorkshop *workshop,
                               DvItem     *item,
                               DvItem     *before,
                               const char *label,
                               GError    **error);
DvItem     *dv_change_insert  (DvWorkshop   *workshop,
                               const DvKind *kind,
                               DvItem       *parent,
                               DvItem       *before,
                               int           field,
                               const char   *text,
                               const char   *label,
                               GError      **error);
gboolean    dv_change_remove  (DvWorkshop *workshop,
                               DvItem     *item,
                               const char *label,
                               GError    **error);

char       *dv_trim           (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_join_lines     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *dv_split_lines    (const char *text) G_GNUC_WARN_UNUSED_RESULT;
const char *dv_group_parking  (DvGroup    *group,
                               DvWorkshop *workshop);

G_END_DECLS
