/* dv-document-save.c
 *
 * An open workshop that is always saved: checkpoints, saving, saving as
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-document"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-document-private.h"
#include "dv-file.h"
#include "dv-versions.h"
#include "dv-xml-writer.h"

/* A checkpoint: the main thread copies references to all records, which takes
 * milliseconds however large the workshop is; a worker writes them. There is at
 * most one at a time. It has two halves: what makes it durable, and what can
 * wait. Whoever asked for it hears after the first. */

static const char *
get_folder (DvDocument *self)
{
  return dv_state_folder_get_path (self->opening->folder);
}

/* Whether there is anything for a checkpoint to do. */
static gboolean
is_dirty (DvDocument *self)
{
  if (self->opening->meta->path == NULL)
    return self->sequence > self->checkpointed;

  return !self->is_repaired && (self->is_stale || self->sequence > self->opening->meta->saved);
}

/* The same when somebody asks. While repairs wait to be accepted the file is not
 * written, and the journal alone has what was done: if it failed, a snapshot is
 * what can be saved. */
static gboolean
is_asking_of_use (DvDocument *self)
{
  return is_dirty (self) || (self->is_repaired && self->sequence > self->checkpointed &&
                             self->sequence > self->opening->sequence &&
                             dv_document_get_durable (self) < self->sequence);
}

/* Answers all of @tasks. */
void
dv_document_answer (DvDocument   *self,
                    GList       **tasks,
                    const GError *error)
{
  g_autolist (GTask) list = g_steal_pointer (tasks);

  for (GList *l = list; l != NULL; l = l->next)
    if (error != NULL)
      g_task_return_error (l->data, g_error_copy (error));
    else
      g_task_return_boolean (l->data, TRUE);
}

/* Takes over what the first half came to. */
static void
take_written (DvDocument   *self,
              DvCheckpoint *checkpoint)
{
  DvMeta *meta = self->opening->meta;
  const GError *error = checkpoint->room_error;

  if (checkpoint->write_file)
    {
      gboolean is_elsewhere = g_strcmp0 (meta->path, checkpoint->meta->path) != 0;

      if (checkpoint->is_in_file)
        {
          g_free (meta->path);
          meta->path = g_strdup (checkpoint->meta->path);
          meta->identity = checkpoint->meta->identity;
          meta->saved = checkpoint->sequence;
          g_clear_pointer (&meta->digest, g_free);
          self->is_stale = FALSE;
          error = NULL;
          g_clear_error (&self->file_error);
          if (is_elsewhere)
            g_object_notify (G_OBJECT (self), "path");
        }
      else
        {
          error = checkpoint->file_error;
          /* A place that could not be taken does not change the one we have. */
          if (!is_elsewhere)
            {
              g_clear_error (&self->file_error);
              self->file_error = g_error_copy (checkpoint->file_error);
            }
        }
    }

  if (checkpoint->kept_aside != NULL)
    dv_document_tell (self, g_strdup_printf (_("Another program changed the file. What it wrote was kept as %s."),
                                             checkpoint->kept_aside));
  dv_document_answer (self, &self->saving, error);
  dv_document_update_state (self);
}

/* Takes over what the second half came to. */
static void
take_settled (DvDocument   *self,
              DvCheckpoint *checkpoint)
{
  if (checkpoint->room_error != NULL)
    dv_document_tell (self, g_strdup (checkpoint->room_error->message));
  /* Not before: it was read back. */
  if (checkpoint->is_in_room)
    self->checkpointed = checkpoint->sequence;
  if (checkpoint->is_in_file && self->opening->meta->saved == checkpoint->sequence)
    {
      g_free (self->opening->meta->digest);
      self->opening->meta->digest = g_strdup (checkpoint->meta->digest);
    }
}

static DvCheckpoint *
make_checkpoint (DvDocument *self,
                 const char *path)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (self->opening->workshop);
  DvCheckpoint *checkpoint = dv_checkpoint_new (get_folder (self), branch, self->sequence, self->opening->meta);

  checkpoint->write_file = !self->is_repaired && self->opening->meta->path != NULL;
  checkpoint->version_age = DV_VERSION_SECONDS;
  if (path != NULL)
    {
      g_free (checkpoint->meta->path);
      checkpoint->meta->path = g_strdup (path);
      checkpoint->is_elsewhere = g_strcmp0 (path, self->opening->meta->path) != 0;
      checkpoint->write_file = TRUE;
      checkpoint->overwrite = TRUE;
    }

  g_clear_handle_id (&self->checkpoint_timer, g_source_remove);
  g_clear_handle_id (&self->retry_timer, g_source_remove);
  checkpoint->forget = self->closing != NULL;
  if (self->sequence > self->opening->sequence)
    dv_scribe_begin (self->scribe, self->sequence, FALSE, NULL, NULL, NULL);
  return checkpoint;
}

/* The journal is first: a checkpoint never runs ahead of it, so that whatever
 * is cut short, the numbers in the room follow each other. */
static void
write_checkpoint (DvDocument   *self,
                  DvCheckpoint *checkpoint)
{
  if (checkpoint->sequence > self->opening->sequence)
    dv_scribe_wait (self->scribe, checkpoint->sequence, NULL);
  dv_checkpoint_write (checkpoint);
}

/* Waits for the checkpoint under way, if any, and takes over what it came to. */
void
dv_document_join (DvDocument *self)
{
  g_autoptr (DvCheckpoint) checkpoint = NULL;

  if (self->worker == NULL)
    return;

  g_thread_join (g_steal_pointer (&self->worker));
  g_mutex_lock (&self->worker_mutex);
  if (self->worker_source != NULL)
    {
      g_source_destroy (self->worker_source);
      g_clear_pointer (&self->worker_source, g_source_unref);
    }
  g_mutex_unlock (&self->worker_mutex);

  checkpoint = g_steal_pointer (&self->checkpoint);
  if (!self->is_written)
    take_written (self, checkpoint);
  take_settled (self, checkpoint);
  if (checkpoint->forget)
    dv_document_take_closed (self, checkpoint);
}

/* The next of what was asked for while a checkpoint was under way. */
static void
go_on (DvDocument *self)
{
  GTask *placing = g_queue_pop_head (&self->placing);

  if (placing != NULL)
    {
      self->waiting = g_list_append (self->waiting, placing);
      dv_document_start_checkpoint (self, g_task_get_task_data (placing));
    }
  else if (self->closing != NULL)
    dv_document_start_closing (self);
  else if (self->waiting != NULL)
    dv_document_start_checkpoint (self, NULL);
  else
    dv_document_schedule (self);
}

static gboolean
worker_done_cb (gpointer data)
{
  /* The last to ask may let go of it meanwhile. */
  g_autoptr (DvDocument) self = g_object_ref (data);

  dv_document_join (self);
  if (self->scribe != NULL)
    go_on (self);

  return G_SOURCE_REMOVE;
}

static gboolean
worker_written_cb (gpointer data)
{
  DvDocument *self = data;

  /* It may have been joined and taken over by somebody who could not wait. */
  if (self->worker != NULL && !self->is_written)
    {
      self->is_written = TRUE;
      take_written (self, self->checkpoint);
    }

  return G_SOURCE_REMOVE;
}

static void
announce (DvDocument  *self,
          GSourceFunc  callback)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, callback, self, NULL);
  g_mutex_lock (&self->worker_mutex);
  if (self->worker_source != NULL)
    {
      /* The second half says all that the first would. */
      g_source_destroy (self->worker_source);
      g_source_unref (self->worker_source);
    }
  self->worker_source = source;
  g_source_attach (source, self->context);
  g_mutex_unlock (&self->worker_mutex);
}

static gpointer
run_worker (gpointer data)
{
  DvDocument *self = data;

  write_checkpoint (self, self->checkpoint);
  announce (self, worker_written_cb);
  dv_checkpoint_settle (self->checkpoint);
  if (self->checkpoint->forget && self->checkpoint->is_in_room)
    dv_checkpoint_forget (self->checkpoint, &self->checkpoint->forget_error);
  dv_checkpoint_release (self->checkpoint);
  announce (self, worker_done_cb);

  return NULL;
}

/* Starts a checkpoint on a thread of its own; @path is a new place for the
 * user's file, or %NULL. */
void
dv_document_start_checkpoint (DvDocument *self,
                              const char *path)
{
  g_assert (self->worker == NULL);

  self->saving = g_list_concat (self->saving, g_steal_pointer (&self->waiting));
  self->is_written = FALSE;
  self->checkpoint = make_checkpoint (self, path);
  if (self->saving != NULL)
    self->checkpoint->version_age = 0;
  self->worker = g_thread_new ("checkpoint", run_worker, self);
}

static gboolean
timer_cb (gpointer data)
{
  DvDocument *self = data;

  self->checkpoint_timer = 0;
  self->retry_timer = 0;
  if (self->worker == NULL && is_dirty (self))
    dv_document_start_checkpoint (self, NULL);

  return G_SOURCE_REMOVE;
}

/* Sees to it that what is not in the user's file will be. */
void
dv_document_schedule (DvDocument *self)
{
  if (self->is_closed || self->worker != NULL || !is_dirty (self))
    return;

  if (self->file_error != NULL)
    {
      if (self->retry_timer == 0)
        self->retry_timer = g_timeout_add_seconds (DV_RETRY_SECONDS, timer_cb, self);
    }
  else if (self->checkpoint_timer == 0)
    self->checkpoint_timer = g_timeout_add_seconds (self->is_stale ? 0 : DV_CHECKPOINT_SECONDS, timer_cb, self);
}

/* Called for each group, after it was handed to the scribe. */
void
dv_document_group_added (DvDocument *self)
{
  guint64 since = MAX (self->checkpointed, self->opening->sequence);

  if (self->worker == NULL && (self->sequence - since > DV_CHECKPOINT_GROUPS ||
                               dv_scribe_get_size (self->scribe) > DV_CHECKPOINT_BYTES))
    dv_document_start_checkpoint (self, NULL);
  else
    dv_document_schedule (self);
}

typedef struct
{
  char *folder;
  DvMeta *meta;
  DvBranch *branch;
  guint64 sequence;
} DvRescue;

static gboolean
write_rescue (gpointer data,
              GError **error)
{
  DvRescue *rescue = data;

  return dv_opening_secure_base (rescue->folder, rescue->meta, rescue->branch, rescue->sequence, error);
}

static void
rescue_free (gpointer data)
{
  DvRescue *rescue = data;

  g_free (rescue->folder);
  dv_meta_free (rescue->meta);
  dv_branch_unref (rescue->branch);
  g_free (rescue);
}

/* The journal is dead: a new one, on top of a snapshot of all there is. */
static void
begin_anew (DvDocument *self)
{
  DvRescue *rescue = g_new0 (DvRescue, 1);

  self->is_rescuing = TRUE;
  rescue->folder = g_strdup (get_folder (self));
  rescue->meta = dv_meta_copy (self->opening->meta);
  rescue->branch = dv_workshop_snapshot (self->opening->workshop);
  rescue->sequence = self->sequence;
  dv_scribe_begin (self->scribe, self->sequence, TRUE, write_rescue, rescue, rescue_free);
}

static gboolean
begin_anew_cb (gpointer data)
{
  DvDocument *self = data;

  self->retry_timer = 0;
  begin_anew (self);
  return G_SOURCE_REMOVE;
}

/* The state folder takes nothing: a copy anywhere is better than none. */
static void
copy_elsewhere (DvDocument *self)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (self->opening->workshop);
  g_autoptr (GBytes) bytes = dv_xml_write (branch, DV_XML_WITHOUT_FORGOTTEN);
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT ".draagvlak", dv_workshop_get_id (self->opening->workshop),
                                           g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *beside = self->opening->meta->path != NULL ? g_path_get_dirname (self->opening->meta->path) : NULL;
  const char *const folders[] = { beside, g_get_home_dir () };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = folders[i] != NULL ? g_build_filename (folders[i], name, NULL) : NULL;
      g_autofree char *kept_aside = NULL;
      DvFileIdentity none = DV_FILE_NONE;
      DvFileIdentity identity;

      if (path != NULL && dv_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                        &none, NULL, &identity, &kept_aside, NULL))
        {
          self->rescue_path = g_steal_pointer (&path);
          return;
        }
    }
}

/* More is durable, or nothing is any more. */
void
dv_document_scribe_changed (DvDocument *self)
{
  g_autoptr (GError) error = dv_scribe_dup_error (self->scribe);

  if (error == NULL)
    {
      if (self->is_rescuing)
        dv_document_schedule (self);
      self->is_rescuing = FALSE;
      g_clear_pointer (&self->rescue_path, g_free);
    }
  else if (!self->is_rescuing)
    begin_anew (self);
  else if (self->retry_timer == 0)
    {
      if (self->rescue_path == NULL)
        copy_elsewhere (self);
      self->retry_timer = g_timeout_add_seconds (DV_RETRY_SECONDS, begin_anew_cb, self);
    }
  dv_document_update_state (self);
}

/**
 * dv_document_accept_repairs:
 * @self: a document
 *
 * The person saw dv_document_get_problems() and agrees: the file is written
 * from now on.
 */
void
dv_document_accept_repairs (DvDocument *self)
{
  g_return_if_fail (DV_IS_DOCUMENT (self));

  if (!self->is_repaired)
    return;

  self->is_repaired = FALSE;
  self->is_stale = TRUE;
  g_ptr_array_set_size (self->opening->problems, 0);
  dv_document_schedule (self);
  dv_document_update_state (self);
}

/**
 * dv_document_flush:
 * @self: a document
 * @error: where to put why it is not durable
 *
 * Waits until all that was applied is on the disk: a matter of milliseconds.
 *
 * Returns: whether it is
 */
gboolean
dv_document_flush (DvDocument *self,
                   GError    **error)
{
  gboolean is_durable;

  g_return_val_if_fail (DV_IS_DOCUMENT (self), FALSE);

  is_durable = self->sequence == self->opening->sequence || dv_scribe_wait (self->scribe, self->sequence, error);
  dv_document_update_state (self);
  return is_durable;
}

/* Both halves, here and now. */
DvCheckpoint *
dv_document_run_here (DvDocument *self,
                      const char *path)
{
  DvCheckpoint *checkpoint;

  dv_document_join (self);
  checkpoint = make_checkpoint (self, path);
  checkpoint->version_age = 0;
  write_checkpoint (self, checkpoint);
  take_written (self, checkpoint);
  dv_checkpoint_settle (checkpoint);
  take_settled (self, checkpoint);
  dv_document_answer (self, &self->waiting, NULL);

  return checkpoint;
}

/* Whether it came where it was to be. */
gboolean
dv_document_report (DvCheckpoint *checkpoint,
                    GError      **error)
{
  if (checkpoint->write_file ? checkpoint->is_in_file : checkpoint->is_in_room)
    return TRUE;

  g_propagate_error (error, g_error_copy (checkpoint->write_file ? checkpoint->file_error : checkpoint->room_error));
  return FALSE;
}

/**
 * dv_document_save_sync:
 * @self: a document
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Brings the user's file up to date and waits for it. For the command line; a
 * window uses dv_document_save_async().
 *
 * Returns: whether it is; if not, everything is in the state folder, unless
 *   dv_document_get_saved_state() says otherwise
 */
gboolean
dv_document_save_sync (DvDocument *self,
                       GError    **error)
{
  g_autoptr (DvCheckpoint) checkpoint = NULL;

  g_return_val_if_fail (DV_IS_DOCUMENT (self), FALSE);

  dv_document_join (self);
  /* The journal says whether it failed only when it was waited for. */
  if (self->is_repaired)
    dv_document_flush (self, NULL);
  if (!is_asking_of_use (self))
    return TRUE;

  checkpoint = dv_document_run_here (self, NULL);
  return dv_document_report (checkpoint, error);
}

/**
 * dv_document_save_as_sync:
 * @self: a document
 * @path: the new place; what is there is replaced
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Returns: whether the user's file is there now; if not, it is where it was
 */
gboolean
dv_document_save_as_sync (DvDocument *self,
                          const char *path,
                          GError    **error)
{
  g_autoptr (DvCheckpoint) checkpoint = NULL;
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (DV_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  dv_document_accept_repairs (self);
  canonical = g_canonicalize_filename (path, NULL);
  checkpoint = dv_document_run_here (self, canonical);
  return dv_document_report (checkpoint, error);
}

/**
 * dv_document_save_async:
 * @self: a document
 * @cancellable: (nullable): not used once the writing has begun
 * @callback: what to call when the user's file is durable
 * @user_data: for @callback
 *
 * Brings the user's file up to date now, rather than within half a minute.
 */
void
dv_document_save_async (DvDocument          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DV_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dv_document_save_async);
  if (!is_asking_of_use (self) && self->worker == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  self->waiting = g_list_append (self->waiting, task);
  if (self->worker == NULL)
    dv_document_start_checkpoint (self, NULL);
}

/**
 * dv_document_save_finish:
 * @self: a document
 * @result: what the callback got
 * @error: as for dv_document_save_sync()
 *
 * Returns: whether the user's file is up to date
 */
gboolean
dv_document_save_finish (DvDocument   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dv_document_save_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dv_document_save_as_async:
 * @self: a document
 * @path: the new place; what is there is replaced
 * @cancellable: (nullable): not used once the writing has begun
 * @callback: what to call when the file is there
 * @user_data: for @callback
 *
 * Gives the workshop a place, or another one.
 */
void
dv_document_save_as_async (DvDocument          *self,
                           const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DV_IS_DOCUMENT (self));
  g_return_if_fail (path != NULL);

  dv_document_accept_repairs (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dv_document_save_as_async);
  g_task_set_task_data (task, g_canonicalize_filename (path, NULL), g_free);
  g_queue_push_tail (&self->placing, task);
  if (self->worker == NULL)
    go_on (self);
}

/**
 * dv_document_save_as_finish:
 * @self: a document
 * @result: what the callback got
 * @error: as for dv_document_save_as_sync()
 *
 * Returns: whether the user's file is there now
 */
gboolean
dv_document_save_as_finish (DvDocument   *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dv_document_save_as_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
