/* dv-order-page.h
 *
 * Putting key words together that belong together
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_ORDER_PAGE (dv_order_page_get_type ())
G_DECLARE_FINAL_TYPE (DvOrderPage, dv_order_page, DV, ORDER_PAGE, DvPage)

DvPage *dv_order_page_new (DvSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
