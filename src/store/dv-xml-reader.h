/* dv-xml-reader.h
 *
 * XML to a branch of records, driven by the declarations
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-branch.h"
#include "dv-file.h"
#include "dv-store-error.h"

G_BEGIN_DECLS

#define DV_XML_NAMESPACE "urn:draagvlak:workshop"
#define DV_XML_VERSION_MAJOR 1
#define DV_XML_VERSION_MINOR 0

DvBranch *dv_xml_read (GBytes      *bytes,
                       const char  *name,
                       GPtrArray   *problems,
                       GPtrArray   *warnings,
                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
DvBranch *dv_xml_load (const char  *path,
                       GPtrArray   *problems,
                       GPtrArray   *warnings,
                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

DvBranch *dv_xml_load_identified (const char      *path,
                                  DvFileIdentity  *identity,
                                  GPtrArray       *problems,
                                  GPtrArray       *warnings,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
