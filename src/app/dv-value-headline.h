/* dv-value-headline.h
 *
 * The question about a value, large, and to be changed where it stands
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_VALUE_HEADLINE (dv_value_headline_get_type ())
G_DECLARE_FINAL_TYPE (DvValueHeadline, dv_value_headline, DV, VALUE_HEADLINE, GtkWidget)

GtkWidget *dv_value_headline_new (DvSession *session);

G_END_DECLS
