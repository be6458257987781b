/* dv-xml-writer.h
 *
 * A branch of records to XML that a person can read
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-branch.h"
#include "dv-edit.h"

G_BEGIN_DECLS

typedef enum {
  DV_XML_EVERYTHING = 0,
  /* What the user's file leaves out. */
  DV_XML_WITHOUT_FORGOTTEN = 1 << 0,
  DV_XML_WITHOUT_PRIVATE = 1 << 1,
} DvXmlFlags;

GBytes *dv_xml_write       (const DvBranch *branch,
                            DvXmlFlags      flags) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dv_xml_write_group (const DvGroup  *group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
