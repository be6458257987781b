/* dv-pages.h
 *
 * Which page an activity is worked on
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_PAGE_N_KINDS (DV_PAGE_SUPPORT + 1)

DvPage *dv_pages_create (DvPageKind kind,
                         DvSession *session);

G_END_DECLS
