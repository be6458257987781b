/* dv-export-page.h
 *
 * What there is to give away, and where the workshop is kept
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_EXPORT_PAGE (dv_export_page_get_type ())
G_DECLARE_FINAL_TYPE (DvExportPage, dv_export_page, DV, EXPORT_PAGE, DvPage)

DvPage *dv_export_page_new       (DvSession    *session);
void    dv_export_page_set_place (DvExportPage *self,
                                  const char   *path);

G_END_DECLS
