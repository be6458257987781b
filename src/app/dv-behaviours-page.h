/* dv-behaviours-page.h
 *
 * The page on which a room gives examples of behaviour for each value
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_BEHAVIOURS_PAGE (dv_behaviours_page_get_type ())
G_DECLARE_FINAL_TYPE (DvBehavioursPage, dv_behaviours_page, DV, BEHAVIOURS_PAGE, DvPage)

DvPage *dv_behaviours_page_new (DvSession *session);

G_END_DECLS
