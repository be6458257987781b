/* dv-document-private.h
 *
 * What the files of the document share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-checkpoint.h"
#include "dv-document.h"
#include "dv-opening.h"
#include "dv-scribe.h"

G_BEGIN_DECLS

struct _DvDocument
{
  GObject parent_instance;

  /* Owned */
  DvOpening *opening; /* the workshop, its room, what was found */
  DvScribe *scribe;
  char *message;     /* nullable */
  GError *file_error; /* nullable: why the user's file could not be written */
  char *rescue_path; /* nullable: where a copy went when nothing else worked */

  /* The checkpoint under way */
  GThread *worker;          /* nullable */
  DvCheckpoint *checkpoint; /* nullable: of the worker, until it is joined */
  GSource *worker_source;   /* guarded by worker_mutex, nullable */
  GMutex worker_mutex;
  GMainContext *context;
  GList *saving;  /* of GTask: told when this checkpoint is written */
  GList *waiting; /* of GTask: told when the next one is */
  GList *closing; /* of GTask: told when it is closed */
  GQueue placing; /* of GTask, with a path: new places for the file, one at a time */

  /* State */
  DvSavedState saved_state;
  guint64 sequence;     /* of the last group */
  guint64 checkpointed; /* of the last group in the snapshot */
  gboolean is_stale;    /* the user's file lacks something, whatever the numbers say */
  gboolean is_repaired; /* problems were mended and not accepted yet */
  gboolean is_rescuing;
  gboolean is_closed;
  gboolean is_written; /* the worker: the first half is done */
  guint checkpoint_timer;
  guint retry_timer;
};

/* From the first edit that is not in the user's file to the checkpoint. */
#define DV_CHECKPOINT_SECONDS 30
#define DV_CHECKPOINT_GROUPS 2000
#define DV_CHECKPOINT_BYTES (1024 * 1024)
#define DV_RETRY_SECONDS 30
/* An explicit save keeps a version each time, the others every ten minutes. */
#define DV_VERSION_SECONDS (10 * 60)

void          dv_document_update_state     (DvDocument    *self);
void          dv_document_tell             (DvDocument    *self,
                                            char          *notice);
void          dv_document_group_added      (DvDocument    *self);
void          dv_document_scribe_changed   (DvDocument    *self);
void          dv_document_schedule         (DvDocument    *self);
void          dv_document_stop             (DvDocument    *self);

/* Checkpoints */
void          dv_document_start_checkpoint (DvDocument    *self,
                                            const char    *path);
void          dv_document_join             (DvDocument    *self);
DvCheckpoint *dv_document_run_here         (DvDocument    *self,
                                            const char    *path);
gboolean      dv_document_report           (DvCheckpoint  *checkpoint,
                                            GError       **error);
void          dv_document_answer           (DvDocument    *self,
                                            GList        **tasks,
                                            const GError  *error);
void          dv_document_start_closing    (DvDocument    *self);
void          dv_document_take_closed      (DvDocument    *self,
                                            DvCheckpoint  *checkpoint);

G_END_DECLS
