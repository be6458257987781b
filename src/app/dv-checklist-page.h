/* dv-checklist-page.h
 *
 * Whether everything is ready for the next meeting
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_CHECKLIST_PAGE (dv_checklist_page_get_type ())
G_DECLARE_FINAL_TYPE (DvChecklistPage, dv_checklist_page, DV, CHECKLIST_PAGE, DvPage)

DvPage *dv_checklist_page_new       (DvSession       *session);
void    dv_checklist_page_set_place (DvChecklistPage *self,
                                     const char      *path);

G_END_DECLS
