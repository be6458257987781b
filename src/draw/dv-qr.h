/* dv-qr.h
 *
 * A QR code
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A camera wants so many modules of white around it. */
#define DV_QR_QUIET 4

typedef struct _DvQr DvQr;

DvQr    *dv_qr_new      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DvQr    *dv_qr_new_coarse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void     dv_qr_free     (DvQr       *self);
guint    dv_qr_get_size (const DvQr *self);
void     dv_qr_add_path (const DvQr *self,
                         cairo_t    *cr,
                         double      x,
                         double      y,
                         double      module);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvQr, dv_qr_free)

G_END_DECLS
