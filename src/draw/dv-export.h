/* dv-export.h
 *
 * Everything a workshop can be exported as
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

#define DV_EXPORT_ERROR (dv_export_error_quark ())

typedef enum
{
  DV_EXPORT_ERROR_UNKNOWN_SUBJECT,
  DV_EXPORT_ERROR_UNKNOWN_FORMAT,
} DvExportError;

GQuark             dv_export_error_quark  (void);

const char *const *dv_export_subjects     (void);
const char *const *dv_export_formats      (const char *what);
GBytes            *dv_export              (DvWorkshop *workshop,
                                           const char *what,
                                           const char *format,
                                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
