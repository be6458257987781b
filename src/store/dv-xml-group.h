/* dv-xml-group.h
 *
 * A group of edits to XML and back, for the journal
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-edit.h"
#include "dv-store-error.h"

G_BEGIN_DECLS

void     dv_xml_append_group (GString       *to,
                              const DvGroup *group);
DvGroup *dv_xml_read_group   (const char    *data,
                              gsize          length,
                              const char    *name,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
