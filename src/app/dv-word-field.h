/* dv-word-field.h
 *
 * Where key words are typed: whose, which word, and the sentence with it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_WORD_FIELD (dv_word_field_get_type ())
G_DECLARE_FINAL_TYPE (DvWordField, dv_word_field, DV, WORD_FIELD, GtkWidget)

void dv_word_field_set_session (DvWordField *self,
                                DvSession   *session);
void dv_word_field_edit        (DvWordField *self,
                                DvItem      *word);
void dv_word_field_paste       (DvWordField *self);
void dv_word_field_add_list    (DvWordField *self,
                                const char  *text);

G_END_DECLS
