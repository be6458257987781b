/* dv-image.h
 *
 * Reads and writes PNG images in memory
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Side of the largest image taken, in pixels: 64 MB when unpacked. */
#define DV_IMAGE_MAX_SIDE 4096

cairo_surface_t *dv_image_new_from_png (GBytes           *png,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes          *dv_image_to_png       (cairo_surface_t  *image,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
