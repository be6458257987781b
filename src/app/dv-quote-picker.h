/* dv-quote-picker.h
 *
 * The quote of a value, and choosing another among what was said
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_QUOTE_PICKER (dv_quote_picker_get_type ())
G_DECLARE_FINAL_TYPE (DvQuotePicker, dv_quote_picker, DV, QUOTE_PICKER, GtkWidget)

void dv_quote_picker_show (DvQuotePicker *self,
                           DvSession     *session,
                           DvItem        *value,
                           GPtrArray     *words);

G_END_DECLS
