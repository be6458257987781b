/* dv-map-page.h
 *
 * The strategy map on A3, as PDF, SVG and PNG
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "dv-map-layout.h"

G_BEGIN_DECLS

#define DV_MAP_PNG_WIDTH 3508 /* pixels */

GBytes *dv_map_export_pdf (DvMapGraph *graph,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dv_map_export_svg (DvMapGraph *graph,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dv_map_export_png (DvMapGraph *graph,
                           int         width,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
