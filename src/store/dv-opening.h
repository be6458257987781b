/* dv-opening.h
 *
 * Opening a workshop: its file, its room, and what was not saved
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-meta.h"
#include "dv-state-folder.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

/* What opening comes to; made on any thread, then taken over by a document. */
typedef struct
{
  DvStateFolder *folder;
  DvWorkshop *workshop;
  DvMeta *meta;
  DvBranch *base;      /* the workshop as it was opened */
  guint64 sequence;    /* its number */
  GPtrArray *problems; /* of DvProblem: what was mended and has to be accepted */
  GPtrArray *notices;  /* of char * */
  guint n_recovered;   /* groups that were not in the user's file */
  gboolean is_recovered;
} DvOpening;

void     dv_opening_free        (DvOpening     *self);
gboolean dv_opening_open_file   (DvOpening     *self,
                                 const char    *path,
                                 GError       **error);
gboolean dv_opening_open_room   (DvOpening     *self,
                                 const char    *name,
                                 GError       **error);
gboolean dv_opening_create      (DvOpening     *self,
                                 DvWorkshop    *workshop,
                                 GError       **error);

gboolean dv_opening_secure_base (const char    *folder,
                                 DvMeta        *meta,
                                 DvBranch      *base,
                                 guint64        sequence,
                                 GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvOpening, dv_opening_free)

G_END_DECLS
