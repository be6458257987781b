/* dv-instructions-page.h
 *
 * An activity that is done in the room: its question, what to do, and why
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"

G_BEGIN_DECLS

#define DV_TYPE_INSTRUCTIONS_PAGE (dv_instructions_page_get_type ())
G_DECLARE_FINAL_TYPE (DvInstructionsPage, dv_instructions_page, DV, INSTRUCTIONS_PAGE, DvPage)

DvPage *dv_instructions_page_new (DvSession *session);

G_END_DECLS
