/* dv-links.h
 *
 * Addresses in running text, made into links
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-pdf-doc.h"
#include "dv-shaper.h"

G_BEGIN_DECLS

gboolean  dv_links_has_any     (const char *text);
char     *dv_links_find        (const char *text,
                                gsize      *start,
                                gsize      *end) G_GNUC_WARN_UNUSED_RESULT;
void      dv_links_mark        (PangoLayout *layout,
                                const char  *text);
void      dv_links_paint_lines (cairo_t     *cr,
                                DvPdfDoc    *doc,
                                PangoLayout *layout,
                                double       x,
                                double       baseline,
                                double       leading,
                                int          from,
                                int          to,
                                double       size);

G_END_DECLS
