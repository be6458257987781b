/* dv-scribe.c
 *
 * The thread that makes edits durable, in the order in which they were made
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-scribe"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "dv-file-private.h"
#include "dv-journal.h"
#include "dv-scribe.h"
#include "dv-xml-group.h"
#include "dv-xml-limits.h"

/* The main thread hands over groups; this thread writes them and waits for the
 * disk, once for all that has come in meanwhile. So a slow disk makes batches
 * longer and never holds up a window, and a busy window never holds up what was
 * handed over. A file whose fdatasync failed is never tried again: nobody knows
 * what it holds. The document then begins a new one with all there is. */

typedef struct
{
  guint64 sequence;
  DvGroup *group; /* NULL: begin a new journal after this number */
  gboolean at_once;
  DvScribePrepare prepare; /* nullable */
  gpointer data;
  GDestroyNotify destroy;
} DvOrder;

struct _DvScribe
{
  char *folder;
  char *id;
  GThread *thread;
  GMainContext *context;
  DvScribeFunc notify;
  gpointer notify_data;

  GMutex mutex;
  GCond changed;
  GQueue orders;    /* guarded */
  gboolean stop;    /* guarded */
  guint64 durable;  /* guarded */
  guint64 size;     /* guarded: bytes written since the journal began */
  GError *error;    /* guarded, nullable: nothing is saved now */
  GSource *waiting; /* guarded, nullable: the notification under way */

  /* Of the thread */
  int fd; /* -1 until the first record */
  guint64 salt;
  gboolean is_dead;
  DvOrder *begin; /* nullable: not carried out yet */
};

static void
order_free (DvOrder *order)
{
  if (order == NULL)
    return;

  g_clear_pointer (&order->group, dv_group_unref);
  if (order->destroy != NULL)
    order->destroy (order->data);
  g_free (order);
}

static gboolean
notify_cb (gpointer data)
{
  DvScribe *self = data;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->waiting, g_source_unref);
  g_mutex_unlock (&self->mutex);
  self->notify (self->notify_data);

  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
announce (DvScribe *self)
{
  g_cond_broadcast (&self->changed);
  if (self->waiting != NULL || self->notify == NULL)
    return;

  self->waiting = g_idle_source_new ();
  g_source_set_priority (self->waiting, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->waiting, notify_cb, self, NULL);
  g_source_attach (self->waiting, self->context);
}

static void
report_durable (DvScribe *self,
                guint64   sequence,
                gsize     size)
{
  g_mutex_lock (&self->mutex);
  self->durable = MAX (self->durable, sequence);
  self->size += size;
  g_clear_error (&self->error);
  announce (self);
  g_mutex_unlock (&self->mutex);
}

static void
die (DvScribe *self,
     GError   *error)
{
  self->is_dead = TRUE;
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->begin, order_free);

  g_mutex_lock (&self->mutex);
  g_clear_error (&self->error);
  self->error = error;
  announce (self);
  g_mutex_unlock (&self->mutex);
}

/* What must be there before the journal may rely on it. */
static gboolean
carry_out_begin (DvScribe *self,
                 GError  **error)
{
  g_autofree DvOrder *begin = g_steal_pointer (&self->begin);
  gboolean is_ready = begin->prepare == NULL || begin->prepare (begin->data, error);

  if (begin->destroy != NULL)
    begin->destroy (begin->data);
  return is_ready;
}

static gboolean
open_journal (DvScribe   *self,
              guint64     first,
              GByteArray *bytes,
              GError    **error)
{
  g_autofree char *path = g_strdup_printf ("%s/journal.%" G_GUINT64_FORMAT, self->folder, first);

  self->fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd < 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, path);
      return FALSE;
    }

  self->salt = ((guint64) g_random_int () << 32) | g_random_int ();
  dv_journal_append_header (bytes, self->id, first, self->salt);
  return TRUE;
}

static gboolean
write_batch (DvScribe *self,
             GQueue   *batch,
             gsize    *size,
             GError  **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GString) payload = g_string_new (NULL);
  gboolean is_new = self->fd < 0;

  if (self->begin != NULL && !carry_out_begin (self, error))
    return FALSE;
  if (is_new && !open_journal (self, ((DvOrder *) batch->head->data)->sequence, bytes, error))
    return FALSE;

  for (GList *l = batch->head; l != NULL; l = l->next)
    {
      DvOrder *order = l->data;

      g_string_truncate (payload, 0);
      dv_xml_append_group (payload, order->group);
      if (payload->len > DV_XML_MAX_FILE)
        {
          g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_TOO_LARGE, _("A change is too large for the journal"));
          return FALSE;
        }
      dv_journal_append_record (bytes, self->salt, order->sequence, payload->str, payload->len);
    }

  *size = bytes->len;
  if (!dv_file_write_all (self->fd, bytes->data, bytes->len) || dv_file_calls.fdatasync (self->fd) != 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, self->folder);
      return FALSE;
    }

  return !is_new || dv_file_sync_folder (self->folder, error);
}

static void
save_batch (DvScribe *self,
            GQueue   *batch)
{
  GError *error = NULL;
  gsize size = 0;

  if (g_queue_is_empty (batch))
    return;

  if (self->is_dead || !write_batch (self, batch, &size, &error))
    {
      if (error != NULL)
        die (self, error);
    }
  else
    report_durable (self, ((DvOrder *) batch->tail->data)->sequence, size);
  g_queue_clear_full (batch, (GDestroyNotify) order_free);
}

static void
start_generation (DvScribe *self,
                  DvOrder  *order)
{
  guint64 sequence = order->sequence;
  gboolean at_once = order->at_once;
  GError *error = NULL;

  /* Groups were lost to the dead journal: only a whole snapshot brings us back. */
  if (self->is_dead && order->prepare == NULL)
    {
      order_free (order);
      return;
    }

  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  self->is_dead = FALSE;

  /* A session that has written nothing yet still owes its own beginning. */
  if (order->prepare == NULL && self->begin != NULL)
    order_free (order);
  else
    {
      order_free (self->begin);
      self->begin = order;
    }

  if (at_once && !carry_out_begin (self, &error))
    die (self, error);
  else if (at_once)
    report_durable (self, sequence, 0);
}

static void
carry_out (DvScribe *self,
           GQueue   *orders)
{
  GQueue batch = G_QUEUE_INIT;
  DvOrder *order;

  while ((order = g_queue_pop_head (orders)) != NULL)
    if (order->group != NULL)
      g_queue_push_tail (&batch, order);
    else
      {
        save_batch (self, &batch);
        start_generation (self, order);
      }
  save_batch (self, &batch);
}

static gpointer
run (gpointer data)
{
  DvScribe *self = data;

  for (;;)
    {
      GQueue orders;
      gboolean stop;

      g_mutex_lock (&self->mutex);
      while (g_queue_is_empty (&self->orders) && !self->stop)
        g_cond_wait (&self->changed, &self->mutex);
      orders = self->orders;
      g_queue_init (&self->orders);
      stop = self->stop;
      g_mutex_unlock (&self->mutex);

      if (g_queue_is_empty (&orders) && stop)
        return NULL;
      carry_out (self, &orders);
    }
}

/**
 * dv_scribe_new:
 * @folder: the folder for journals, which is locked
 * @id: the id of the workshop
 * @notify: (nullable): what to call on the main context of this thread when
 *   dv_scribe_get_durable() or dv_scribe_dup_error() may say something else
 * @data: for @notify
 *
 * Returns: (transfer full): a scribe; call dv_scribe_begin() first
 */
DvScribe *
dv_scribe_new (const char   *folder,
               const char   *id,
               DvScribeFunc  notify,
               gpointer      data)
{
  DvScribe *self = g_new0 (DvScribe, 1);

  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  self->context = g_main_context_ref_thread_default ();
  self->notify = notify;
  self->notify_data = data;
  self->fd = -1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("scribe", run, self);

  return self;
}

/**
 * dv_scribe_free:
 * @self: a scribe
 *
 * Writes what was handed over, then ends the thread.
 */
void
dv_scribe_free (DvScribe *self)
{
  g_mutex_lock (&self->mutex);
  self->stop = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  if (self->waiting != NULL)
    {
      g_source_destroy (self->waiting);
      g_source_unref (self->waiting);
    }
  order_free (self->begin);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_error (&self->error);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->folder);
  g_free (self->id);
  g_free (self);
}

static void
hand_over (DvScribe *self,
           DvOrder  *order)
{
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->orders, order);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/**
 * dv_scribe_begin:
 * @self: a scribe
 * @sequence: the number of the last group that is not for the new journal
 * @at_once: whether to call @prepare now, after which @sequence is durable,
 *   rather than before the first record
 * @prepare: (nullable): makes a snapshot of all up to @sequence durable; %NULL
 *   when the older journals do
 * @data: for @prepare
 * @destroy: (nullable): frees @data
 *
 * Begins a new journal; also after an error.
 */
void
dv_scribe_begin (DvScribe        *self,
                 guint64          sequence,
                 gboolean         at_once,
                 DvScribePrepare  prepare,
                 gpointer         data,
                 GDestroyNotify   destroy)
{
  DvOrder *order = g_new0 (DvOrder, 1);

  order->sequence = sequence;
  order->at_once = at_once;
  order->prepare = prepare;
  order->data = data;
  order->destroy = destroy;
  g_mutex_lock (&self->mutex);
  self->size = 0;
  g_mutex_unlock (&self->mutex);
  hand_over (self, order);
}

/**
 * dv_scribe_append:
 * @self: a scribe
 * @sequence: the number of the group, one more than the one before
 * @group: a group that is not changed any more
 */
void
dv_scribe_append (DvScribe *self,
                  guint64   sequence,
                  DvGroup  *group)
{
  DvOrder *order = g_new0 (DvOrder, 1);

  order->sequence = sequence;
  order->group = dv_group_ref (group);
  hand_over (self, order);
}

/**
 * dv_scribe_wait:
 * @self: a scribe
 * @sequence: the number of a group that was handed over
 * @error: where to put why it is not durable
 *
 * Waits until that group and all before it are on the disk. May be called from
 * any thread.
 *
 * Returns: whether they are
 */
gboolean
dv_scribe_wait (DvScribe *self,
                guint64   sequence,
                GError  **error)
{
  gboolean is_durable;

  g_mutex_lock (&self->mutex);
  while (self->durable < sequence && self->error == NULL)
    g_cond_wait (&self->changed, &self->mutex);
  is_durable = self->durable >= sequence;
  if (!is_durable)
    g_propagate_error (error, g_error_copy (self->error));
  g_mutex_unlock (&self->mutex);

  return is_durable;
}

guint64
dv_scribe_get_durable (DvScribe *self)
{
  guint64 durable;

  g_mutex_lock (&self->mutex);
  durable = self->durable;
  g_mutex_unlock (&self->mutex);

  return durable;
}

/* How many bytes the journal has grown since it began. */
guint64
dv_scribe_get_size (DvScribe *self)
{
  guint64 size;

  g_mutex_lock (&self->mutex);
  size = self->size;
  g_mutex_unlock (&self->mutex);

  return size;
}

/* Why nothing is saved now, or NULL. */
GError *
dv_scribe_dup_error (DvScribe *self)
{
  GError *error;

  g_mutex_lock (&self->mutex);
  error = self->error != NULL ? g_error_copy (self->error) : NULL;
  g_mutex_unlock (&self->mutex);

  return error;
}
