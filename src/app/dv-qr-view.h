/* dv-qr-view.h
 *
 * A QR code in the window
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DV_TYPE_QR_VIEW (dv_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (DvQrView, dv_qr_view, DV, QR_VIEW, GtkWidget)

void dv_qr_view_set_text (DvQrView   *self,
                          const char *text);

G_END_DECLS
