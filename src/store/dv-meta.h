/* dv-meta.h
 *
 * What a room knows about the user's file
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-file.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *title;
  char *path;   /* nullable: no user's file yet */
  char *digest; /* nullable: of the user's file as we last read or wrote it */
  DvFileIdentity identity;
  guint64 saved; /* number of the last group that is in the user's file */
  /* Noted before the user's file is replaced: by what the new one will be known,
   * and the last group in it. We may die before we can note that it is there. */
  DvFileIdentity coming;
  guint64 coming_saved;
} DvMeta;

DvMeta  *dv_meta_new   (const char    *id) G_GNUC_WARN_UNUSED_RESULT;
DvMeta  *dv_meta_copy  (const DvMeta  *meta) G_GNUC_WARN_UNUSED_RESULT;
void     dv_meta_free  (DvMeta        *meta);
DvMeta  *dv_meta_read  (const char    *folder) G_GNUC_WARN_UNUSED_RESULT;
gboolean dv_meta_write (const DvMeta  *meta,
                        const char    *folder,
                        GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMeta, dv_meta_free)

G_END_DECLS
