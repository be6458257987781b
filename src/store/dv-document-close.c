/* dv-document-close.c
 *
 * An open workshop that is always saved: copies of it, and closing
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-document"

#include "config.h"

#include "dv-document-private.h"
#include "dv-file.h"
#include "dv-xml-writer.h"

/* --- Copies -------------------------------------------------------------------- */

typedef struct
{
  DvBranch *branch;
  char *path;
  DvCopy copy;
} DvCopying;

static void
copying_free (gpointer data)
{
  DvCopying *copying = data;

  dv_branch_unref (copying->branch);
  g_free (copying->path);
  g_free (copying);
}

static gboolean
write_copy (DvBranch   *branch,
            const char *path,
            DvCopy      copy,
            GError    **error)
{
  g_autoptr (DvBranch) filtered = dv_branch_copy (branch, copy);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *kept_aside = NULL;
  DvFileIdentity identity;

  bytes = dv_xml_write (filtered, copy == DV_COPY_COLLEAGUE ? DV_XML_WITHOUT_FORGOTTEN | DV_XML_WITHOUT_PRIVATE
                                                            : DV_XML_WITHOUT_FORGOTTEN);
  return dv_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       NULL, NULL, &identity, &kept_aside, error);
}

/**
 * dv_document_save_copy:
 * @self: a document
 * @path: where the copy is to be; what is there is replaced
 * @copy: for whom
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Writes a copy that has nothing to do with this document any more. A window
 * uses dv_document_save_copy_async().
 *
 * Returns: whether it was written
 */
gboolean
dv_document_save_copy (DvDocument *self,
                       const char *path,
                       DvCopy      copy,
                       GError    **error)
{
  g_autoptr (DvBranch) branch = NULL;

  g_return_val_if_fail (DV_IS_DOCUMENT (self), FALSE);

  branch = dv_workshop_snapshot (self->opening->workshop);
  return write_copy (branch, path, copy, error);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  DvCopying *copying = data;
  g_autoptr (GError) error = NULL;

  if (write_copy (copying->branch, copying->path, copying->copy, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * dv_document_save_copy_async:
 * @self: a document
 * @path: as for dv_document_save_copy()
 * @copy: for whom
 * @cancellable: (nullable): not used once the writing has begun
 * @callback: what to call when the copy is there
 * @user_data: for @callback
 *
 * Writes a copy of the workshop as it is now.
 */
void
dv_document_save_copy_async (DvDocument          *self,
                             const char          *path,
                             DvCopy               copy,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  DvCopying *copying;

  g_return_if_fail (DV_IS_DOCUMENT (self));
  g_return_if_fail (path != NULL);

  copying = g_new0 (DvCopying, 1);
  copying->branch = dv_workshop_snapshot (self->opening->workshop);
  copying->path = g_canonicalize_filename (path, NULL);
  copying->copy = copy;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dv_document_save_copy_async);
  g_task_set_task_data (task, copying, copying_free);
  g_task_run_in_thread (task, copy_thread);
}

/**
 * dv_document_save_copy_finish:
 * @self: a document
 * @result: what the callback got
 * @error: as for dv_document_save_copy()
 *
 * Returns: whether the copy was written
 */
gboolean
dv_document_save_copy_finish (DvDocument   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dv_document_save_copy_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Closing ------------------------------------------------------------------- */

/* Ends the threads and timers. What is in the room stays as it is. */
void
dv_document_stop (DvDocument *self)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "closed");
  GTask *task;

  dv_document_join (self);
  self->is_closed = TRUE;
  dv_document_answer (self, &self->waiting, NULL);
  while ((task = g_queue_pop_head (&self->placing)) != NULL)
    {
      g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
    }
  g_clear_handle_id (&self->checkpoint_timer, g_source_remove);
  g_clear_handle_id (&self->retry_timer, g_source_remove);
  g_clear_pointer (&self->scribe, dv_scribe_free);
}

/* Whether there is anything in the room to bring home. */
static gboolean
has_written (DvDocument *self)
{
  return self->sequence > self->opening->sequence || self->opening->is_recovered || self->checkpointed > 0;
}

/* Ends it, and lets go of the lock. */
static void
let_go (DvDocument *self)
{
  dv_document_stop (self);
  g_clear_pointer (&self->opening->folder, dv_state_folder_close);
}

/**
 * dv_document_close:
 * @self: a document
 * @error: where to put why the user's file could not be brought up to date
 *
 * Brings the user's file up to date, forgets what is to be forgotten and lets
 * go of the lock. When the file cannot be written, the work stays in the state
 * folder, for dv_state_list_rooms(). The document is of no use afterwards but
 * for its workshop. For the command line; a window uses
 * dv_document_close_async().
 *
 * Returns: whether everything is where it belongs
 */
gboolean
dv_document_close (DvDocument *self,
                   GError    **error)
{
  g_autoptr (DvCheckpoint) checkpoint = NULL;
  gboolean is_saved = TRUE;

  g_return_val_if_fail (DV_IS_DOCUMENT (self), FALSE);

  dv_document_join (self);
  if (self->is_closed)
    return TRUE;

  if (has_written (self))
    {
      checkpoint = dv_document_run_here (self, NULL);
      is_saved = dv_document_report (checkpoint, error);
      if (checkpoint->is_in_room)
        is_saved = dv_checkpoint_forget (checkpoint, is_saved ? error : NULL) && is_saved;
    }
  let_go (self);
  dv_document_answer (self, &self->closing, NULL);

  return is_saved;
}

/* Called when nothing is under way and somebody waits for it to be closed. */
void
dv_document_start_closing (DvDocument *self)
{
  if (has_written (self))
    {
      dv_document_start_checkpoint (self, NULL);
      return;
    }

  let_go (self);
  dv_document_answer (self, &self->closing, NULL);
}

/* The checkpoint with which it is closed was carried out. */
void
dv_document_take_closed (DvDocument   *self,
                         DvCheckpoint *checkpoint)
{
  g_autoptr (GError) error = NULL;

  /* An edit came in after all: once more. It is in the journal. */
  if (self->closing == NULL || self->sequence > checkpoint->sequence)
    return;

  if (dv_document_report (checkpoint, &error) && checkpoint->forget_error != NULL)
    error = g_error_copy (checkpoint->forget_error);
  let_go (self);
  dv_document_answer (self, &self->closing, error);
}

/**
 * dv_document_close_async:
 * @self: a document
 * @cancellable: (nullable): not used
 * @callback: what to call when it is closed
 * @user_data: for @callback
 *
 * Does what dv_document_close() does without keeping the main thread waiting.
 */
void
dv_document_close_async (DvDocument          *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DV_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dv_document_close_async);
  g_task_set_check_cancellable (task, FALSE);
  self->closing = g_list_append (self->closing, task);
  if (self->is_closed)
    dv_document_answer (self, &self->closing, NULL);
  else if (self->worker == NULL)
    dv_document_start_closing (self);
}

/**
 * dv_document_close_finish:
 * @self: a document
 * @result: what the callback got
 * @error: as for dv_document_close()
 *
 * Returns: whether everything is where it belongs
 */
gboolean
dv_document_close_finish (DvDocument   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dv_document_close_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
