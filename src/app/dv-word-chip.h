/* dv-word-chip.h
 *
 * A key word that can be picked up and put with others
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-term-list.h"

G_BEGIN_DECLS

#define DV_TYPE_WORD_CHIP (dv_word_chip_get_type ())
G_DECLARE_FINAL_TYPE (DvWordChip, dv_word_chip, DV, WORD_CHIP, GtkWidget)

GtkWidget *dv_word_chip_new        (DvTermList *terms,
                                    DvTerm     *term);
DvTerm    *dv_word_chip_get_term   (DvWordChip *self);
gboolean   dv_word_chip_is_marked  (DvWordChip *self);
void       dv_word_chip_set_marked (DvWordChip *self,
                                    gboolean    marked);

G_END_DECLS
