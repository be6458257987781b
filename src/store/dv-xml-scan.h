/* dv-xml-scan.h
 *
 * One pass over the bytes of a file, before the parser may see them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dv_xml_scan (const char  *data,
                      gsize        length,
                      const char  *name,
                      GError     **error);

G_END_DECLS
