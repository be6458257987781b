/* dv-document.h
 *
 * An open workshop that is always saved
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "dv-copy.h"
#include "dv-store-error.h"
#include "dv-versions.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

#define DV_TYPE_DOCUMENT (dv_document_get_type ())
G_DECLARE_FINAL_TYPE (DvDocument, dv_document, DV, DOCUMENT, GObject)

typedef enum {
  /* Every edit is on disk, and goes to the user's file within half a minute. */
  DV_SAVED_STATE_SAVED,
  /* An edit is on its way to the disk: a matter of milliseconds. */
  DV_SAVED_STATE_SAVING,
  /* Every edit is on the disk of this laptop, but there is no user's file, or
   * it cannot be written now: the message says why. */
  DV_SAVED_STATE_LAPTOP,
  /* Edits are not saved at all: the message says why. */
  DV_SAVED_STATE_NOT_SAVING,
} DvSavedState;

#define DV_TYPE_SAVED_STATE (dv_saved_state_get_type ())
GType dv_saved_state_get_type (void);

/* Making and opening */
DvDocument  *dv_document_new              (DvWorkshop           *workshop,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
DvDocument  *dv_document_open             (const char           *path,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void         dv_document_open_async       (const char           *path,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
DvDocument  *dv_document_open_finish      (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
DvDocument  *dv_document_recover          (const char           *room,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void         dv_document_recover_async    (const char           *room,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
DvDocument  *dv_document_recover_finish   (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* What it is */
DvWorkshop  *dv_document_get_workshop     (DvDocument           *self);
const char  *dv_document_get_path         (DvDocument           *self);
char        *dv_document_dup_title        (DvDocument           *self);
DvSavedState dv_document_get_saved_state  (DvDocument           *self);
const char  *dv_document_get_message      (DvDocument           *self);
guint64      dv_document_get_sequence     (DvDocument           *self);
guint64      dv_document_get_durable      (DvDocument           *self);

/* What was found when it was opened */
GPtrArray   *dv_document_get_problems     (DvDocument           *self);
void         dv_document_accept_repairs   (DvDocument           *self);
guint        dv_document_get_n_recovered  (DvDocument           *self);
GPtrArray   *dv_document_get_notices      (DvDocument           *self);

/* Saving */
gboolean     dv_document_flush            (DvDocument           *self,
                                           GError              **error);
gboolean     dv_document_save_sync        (DvDocument           *self,
                                           GError              **error);
void         dv_document_save_async       (DvDocument           *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     dv_document_save_finish      (DvDocument           *self,
                                           GAsyncResult         *result,
                                           GError              **error);
gboolean     dv_document_save_as_sync     (DvDocument           *self,
                                           const char           *path,
                                           GError              **error);
void         dv_document_save_as_async    (DvDocument           *self,
                                           const char           *path,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     dv_document_save_as_finish   (DvDocument           *self,
                                           GAsyncResult         *result,
                                           GError              **error);
gboolean     dv_document_save_copy        (DvDocument           *self,
                                           const char           *path,
                                           DvCopy                copy,
                                           GError              **error);
void         dv_document_save_copy_async  (DvDocument           *self,
                                           const char           *path,
                                           DvCopy                copy,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     dv_document_save_copy_finish (DvDocument           *self,
                                           GAsyncResult         *result,
                                           GError              **error);
gboolean     dv_document_close            (DvDocument           *self,
                                           GError              **error);
void         dv_document_close_async      (DvDocument           *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     dv_document_close_finish     (DvDocument           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Earlier versions */
GPtrArray   *dv_document_list_versions    (DvDocument           *self) G_GNUC_WARN_UNUSED_RESULT;
DvBranch    *dv_document_read_version     (DvDocument           *self,
                                           const char           *name,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
