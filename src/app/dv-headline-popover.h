/* dv-headline-popover.h
 *
 * A popover to write the headline over what the room sees
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_HEADLINE_POPOVER (dv_headline_popover_get_type ())
G_DECLARE_FINAL_TYPE (DvHeadlinePopover, dv_headline_popover, DV, HEADLINE_POPOVER, GtkPopover)

void    dv_headline_popover_set_session (DvHeadlinePopover *self,
                                         DvSession         *session);
DvItem *dv_headline_popover_find_item   (DvWorkshop        *workshop,
                                         const DvCue       *cue);

G_END_DECLS
