/* dv-values-page.h
 *
 * Choosing core values and saying what each means
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_VALUES_PAGE (dv_values_page_get_type ())
G_DECLARE_FINAL_TYPE (DvValuesPage, dv_values_page, DV, VALUES_PAGE, DvPage)

DvPage *dv_values_page_new (DvSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
