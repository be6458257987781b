/* dv-choose-page.h
 *
 * The page on which a room chooses a few examples of many
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_CHOOSE_PAGE (dv_choose_page_get_type ())
G_DECLARE_FINAL_TYPE (DvChoosePage, dv_choose_page, DV, CHOOSE_PAGE, DvPage)

DvPage *dv_choose_page_new (DvSession *session);

G_END_DECLS
