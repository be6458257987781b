/* dv-versions.h
 *
 * Earlier versions of a workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-branch.h"
#include "dv-store-error.h"

G_BEGIN_DECLS

/* An earlier version as a list shows it. */
typedef struct
{
  char *name;
  gint64 time; /* in seconds since 1970 */
  gint64 size; /* in bytes */
} DvVersion;

/* How much is kept of each workshop. */
#define DV_VERSIONS_NEWEST 10
#define DV_VERSIONS_MAX_SIZE (50 * 1024 * 1024)

void       dv_version_free  (DvVersion   *version);
GPtrArray *dv_versions_list (const char  *folder) G_GNUC_WARN_UNUSED_RESULT;
DvBranch  *dv_versions_read (const char  *folder,
                             const char  *name,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void       dv_versions_keep (const char  *folder,
                             const char  *data,
                             gsize        length,
                             gint64       min_age);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvVersion, dv_version_free)

G_END_DECLS
