/* dv-word-row.h
 *
 * A row in the list of key words: a term, or one word that was given
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-term-list.h"

G_BEGIN_DECLS

#define DV_TYPE_WORD_ROW (dv_word_row_get_type ())
G_DECLARE_FINAL_TYPE (DvWordRow, dv_word_row, DV, WORD_ROW, GtkWidget)

GtkWidget *dv_word_row_new    (DvTermList     *terms);
void       dv_word_row_bind   (DvWordRow      *self,
                               GtkTreeListRow *row);
void       dv_word_row_unbind (DvWordRow      *self);
guint      dv_word_row_get_position (DvWordRow *self);

G_END_DECLS
