/* dv-support-page.h
 *
 * The page on which the support for the articles is counted
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_SUPPORT_PAGE (dv_support_page_get_type ())
G_DECLARE_FINAL_TYPE (DvSupportPage, dv_support_page, DV, SUPPORT_PAGE, DvPage)

DvPage *dv_support_page_new (DvSession *session);

G_END_DECLS
