/* dv-record.h
 *
 * The values of one item at one moment, immutable once shared
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"

G_BEGIN_DECLS

typedef struct _DvRecord DvRecord;

DvRecord     *dv_record_new                  (const DvKind *kind,
                                              const char   *id) G_GNUC_WARN_UNUSED_RESULT;
DvRecord     *dv_record_copy                 (const DvRecord *record) G_GNUC_WARN_UNUSED_RESULT;
DvRecord     *dv_record_ref                  (DvRecord       *record);
void          dv_record_unref                (DvRecord       *record);

const DvKind *dv_record_get_kind             (const DvRecord *record);
const char   *dv_record_get_id               (const DvRecord *record);
const char   *dv_record_get_string           (const DvRecord *record,
                                              int             field);
gint64        dv_record_get_int              (const DvRecord *record,
                                              int             field);
double        dv_record_get_number           (const DvRecord *record,
                                              int             field);
gboolean      dv_record_is_initial           (const DvRecord *record,
                                              int             field);
gboolean      dv_record_field_equal          (const DvRecord *a,
                                              const DvRecord *b,
                                              int             field);
char         *dv_record_format               (const DvRecord *record,
                                              int             field) G_GNUC_WARN_UNUSED_RESULT;

void          dv_record_set_string           (DvRecord       *record,
                                              int             field,
                                              const char     *value);
void          dv_record_set_int              (DvRecord       *record,
                                              int             field,
                                              gint64          value);
void          dv_record_set_number           (DvRecord       *record,
                                              int             field,
                                              double          value);
void          dv_record_copy_field           (DvRecord       *record,
                                              const DvRecord *from,
                                              int             field);
void          dv_record_reset                (DvRecord       *record,
                                              int             field);
void          dv_record_rename               (DvRecord       *record,
                                              const char     *id);
gboolean      dv_record_parse                (DvRecord       *record,
                                              int             field,
                                              const char     *text,
                                              GError        **error);
gboolean      dv_record_check                (const DvRecord *record,
                                              GError        **error);

const char   *dv_record_get_extra_attributes (const DvRecord *record);
const char   *dv_record_get_extra_elements   (const DvRecord *record);
void          dv_record_set_extra            (DvRecord       *record,
                                              const char     *attributes,
                                              const char     *elements);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvRecord, dv_record_unref)

G_END_DECLS
