/* dv-checkpoint.h
 *
 * Writing all of a workshop: to its room and to the user's file
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-branch.h"
#include "dv-meta.h"
#include "dv-store-error.h"

G_BEGIN_DECLS

/* Filled by the main thread, then of the thread that carries it out. */
typedef struct
{
  char *folder;
  DvBranch *branch; /* nullable once released */
  guint64 sequence; /* of the last group in @branch */
  DvMeta *meta;     /* as the room is to know it; brought up to date */
  gboolean write_file;
  gboolean overwrite;    /* the user chose to replace what is there */
  gboolean is_elsewhere; /* the file gets another place than it had */
  gboolean forget;       /* the workshop is closed, see dv_checkpoint_forget() */
  gint64 version_age;    /* see dv_versions_keep() */

  /* What came of it */
  GBytes *file_bytes;    /* nullable: what the user's file holds */
  gboolean is_in_room;   /* the snapshot is durable */
  gboolean is_in_file;   /* the user's file is durable */
  GError *room_error;    /* nullable */
  GError *file_error;    /* nullable */
  GError *forget_error;  /* nullable */
  char *kept_aside;      /* nullable: where a file that another program wrote went */
} DvCheckpoint;

DvCheckpoint *dv_checkpoint_new    (const char      *folder,
                                    DvBranch        *branch,
                                    guint64          sequence,
                                    const DvMeta    *meta) G_GNUC_WARN_UNUSED_RESULT;
void          dv_checkpoint_free   (DvCheckpoint    *self);
void          dv_checkpoint_write  (DvCheckpoint    *self);
void          dv_checkpoint_settle (DvCheckpoint    *self);
gboolean      dv_checkpoint_forget (DvCheckpoint    *self,
                                    GError         **error);
void          dv_checkpoint_release (DvCheckpoint   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvCheckpoint, dv_checkpoint_free)

G_END_DECLS
