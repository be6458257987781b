/* dv-document.c
 *
 * An open workshop that is always saved
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-document-private.h"

/* A document is a workshop with a place to live. It belongs to the thread that
 * made it. Whatever is applied to the workshop goes to the scribe at once, and
 * every now and then as a whole to the room and the user's file. There is no
 * "save changes?": a person only ever chooses where the file is. */

G_DEFINE_FINAL_TYPE (DvDocument, dv_document, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (DvSavedState, dv_saved_state,
                    G_DEFINE_ENUM_VALUE (DV_SAVED_STATE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (DV_SAVED_STATE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (DV_SAVED_STATE_LAPTOP, "laptop"),
                    G_DEFINE_ENUM_VALUE (DV_SAVED_STATE_NOT_SAVING, "not-saving"))
/* clang-format on */

enum
{
  PROP_0,
  PROP_PATH,
  PROP_TITLE,
  PROP_SAVED_STATE,
  PROP_MESSAGE,
  PROP_DURABLE,
  N_PROPS
};

enum
{
  NOTICE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static DvSavedState
find_state (DvDocument *self,
            char      **message)
{
  g_autoptr (GError) error = dv_scribe_dup_error (self->scribe);

  if (error != NULL)
    {
      *message = self->rescue_path != NULL
                   ? g_strdup_printf (_("Changes are not saved: %s. A copy was put in %s."), error->message, self->rescue_path)
                   : g_strdup_printf (_("Changes are not saved: %s"), error->message);
      return DV_SAVED_STATE_NOT_SAVING;
    }
  if (dv_document_get_durable (self) < self->sequence)
    return DV_SAVED_STATE_SAVING;
  if (self->opening->meta->path == NULL)
    return DV_SAVED_STATE_LAPTOP;
  if (self->is_repaired)
    {
      *message = g_strdup (_("The file was mended while it was opened. It is written when you accept that."));
      return DV_SAVED_STATE_LAPTOP;
    }
  if (self->file_error != NULL)
    {
      *message = g_strdup (self->file_error->message);
      return DV_SAVED_STATE_LAPTOP;
    }

  return DV_SAVED_STATE_SAVED;
}

/* Works out what to tell about saving, and tells it when it is something else. */
void
dv_document_update_state (DvDocument *self)
{
  g_autofree char *message = NULL;
  DvSavedState state = find_state (self, &message);

  if (g_strcmp0 (message, self->message) != 0)
    {
      g_free (self->message);
      self->message = g_steal_pointer (&message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
    }
  if (state != self->saved_state)
    {
      self->saved_state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_STATE]);
    }
}

/* Adds a notice and says so; takes the text. */
void
dv_document_tell (DvDocument *self,
                  char       *notice)
{
  g_ptr_array_add (self->opening->notices, notice);
  g_signal_emit (self, signals[NOTICE], 0, notice);
}

static void
scribe_cb (gpointer data)
{
  DvDocument *self = data;

  dv_document_scribe_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DURABLE]);
}

static void
applied_cb (DvWorkshop *workshop,
            DvGroup    *group,
            DvDocument *self)
{
  if (self->is_closed)
    return;

  self->sequence++;
  dv_scribe_append (self->scribe, self->sequence, group);
  dv_document_group_added (self);
  dv_document_update_state (self);
}

static void
root_changed_cb (DvItem     *root,
                 guint       fields,
                 DvDocument *self)
{
  if ((fields & (1u << DV_WORKSHOP_TITLE)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

typedef struct
{
  char *folder;
  DvMeta *meta;
  DvBranch *base;
  guint64 sequence;
} DvBase;

static gboolean
secure_base (gpointer data,
             GError **error)
{
  DvBase *base = data;

  return dv_opening_secure_base (base->folder, base->meta, base->base, base->sequence, error);
}

static void
base_free (gpointer data)
{
  DvBase *base = data;

  g_free (base->folder);
  dv_meta_free (base->meta);
  dv_branch_unref (base->base);
  g_free (base);
}

/* Takes over @opening. */
static DvDocument *
new_from_opening (DvOpening *opening,
                  gboolean   is_new)
{
  DvDocument *self = g_object_new (DV_TYPE_DOCUMENT, NULL);
  const char *folder = dv_state_folder_get_path (opening->folder);
  DvBase *base = NULL;

  self->opening = opening;
  self->sequence = opening->sequence;
  self->checkpointed = is_new ? opening->sequence : 0;
  self->is_repaired = opening->problems->len > 0;
  self->is_stale = opening->is_recovered;
  self->scribe = dv_scribe_new (folder, dv_workshop_get_id (opening->workshop), scribe_cb, self);
  if (!is_new)
    {
      base = g_new0 (DvBase, 1);
      base->folder = g_strdup (folder);
      base->meta = dv_meta_copy (opening->meta);
      base->base = g_steal_pointer (&opening->base);
      base->sequence = opening->sequence;
    }
  g_clear_pointer (&opening->base, dv_branch_unref);
  dv_scribe_begin (self->scribe, self->sequence, FALSE, base != NULL ? secure_base : NULL,
                   base, base != NULL ? base_free : NULL);

  g_signal_connect_object (opening->workshop, "applied", G_CALLBACK (applied_cb), self, 0);
  g_signal_connect_object (dv_workshop_get_root (opening->workshop), "changed", G_CALLBACK (root_changed_cb), self, 0);
  if (self->is_stale)
    dv_document_schedule (self);
  dv_document_update_state (self);

  return self;
}

/**
 * dv_document_new:
 * @workshop: a workshop that no document has
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Gives a new workshop a place in the state folder, where it is durable when
 * this returns. It has no user's file until dv_document_save_as_async().
 *
 * Returns: (transfer full) (nullable): the document
 */
DvDocument *
dv_document_new (DvWorkshop *workshop,
                 GError    **error)
{
  g_autoptr (DvOpening) opening = g_new0 (DvOpening, 1);

  g_return_val_if_fail (DV_IS_WORKSHOP (workshop), NULL);

  if (!dv_opening_create (opening, workshop, error))
    return NULL;

  return new_from_opening (g_steal_pointer (&opening), TRUE);
}

/**
 * dv_document_open:
 * @path: the user's file
 * @error: where to put a %DV_STORE_ERROR; its message says where and what
 *
 * Opens a file, takes its lock, and puts back what was not saved in it when the
 * program was ended last time. See dv_document_get_problems() for what was
 * mended and dv_document_get_notices() for what there is to tell.
 *
 * Returns: (transfer full) (nullable): the document
 */
DvDocument *
dv_document_open (const char *path,
                  GError    **error)
{
  g_autoptr (DvOpening) opening = g_new0 (DvOpening, 1);

  g_return_val_if_fail (path != NULL, NULL);

  if (!dv_opening_open_file (opening, path, error))
    return NULL;

  return new_from_opening (g_steal_pointer (&opening), FALSE);
}

/**
 * dv_document_recover:
 * @room: the name of a #DvRoom
 * @error: where to put a %DV_STORE_ERROR
 *
 * Opens what a room holds, with its file when that is still the same.
 *
 * Returns: (transfer full) (nullable): the document
 */
DvDocument *
dv_document_recover (const char *room,
                     GError    **error)
{
  g_autoptr (DvOpening) opening = g_new0 (DvOpening, 1);

  g_return_val_if_fail (room != NULL, NULL);

  if (!dv_opening_open_room (opening, room, error))
    return NULL;

  return new_from_opening (g_steal_pointer (&opening), FALSE);
}

typedef struct
{
  char *name;
  gboolean (*open) (DvOpening  *self,
                    const char *name,
                    GError    **error);
} DvRequest;

static void
request_free (gpointer data)
{
  DvRequest *request = data;

  g_free (request->name);
  g_free (request);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  DvRequest *request = data;
  g_autoptr (DvOpening) opening = g_new0 (DvOpening, 1);
  GError *error = NULL;

  if (request->open (opening, request->name, &error))
    g_task_return_pointer (task, g_steal_pointer (&opening), (GDestroyNotify) dv_opening_free);
  else
    g_task_return_error (task, error);
}

static void
open_async (const char          *name,
            gboolean (*open) (DvOpening *, const char *, GError **),
            gpointer             tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  DvRequest *request = g_new0 (DvRequest, 1);

  request->name = g_strdup (name);
  request->open = open;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, open_thread);
}

static DvDocument *
open_finish (GAsyncResult *result,
             GError      **error)
{
  DvOpening *opening = g_task_propagate_pointer (G_TASK (result), error);

  return opening != NULL ? new_from_opening (opening, FALSE) : NULL;
}

/**
 * dv_document_open_async:
 * @path: the user's file
 * @cancellable: (nullable): to give up
 * @callback: what to call on this thread
 * @user_data: for @callback
 *
 * Like dv_document_open(); the window goes on meanwhile.
 */
void
dv_document_open_async (const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (path != NULL);

  open_async (path, dv_opening_open_file, dv_document_open_async, cancellable, callback, user_data);
}

/**
 * dv_document_open_finish:
 * @result: what the callback got
 * @error: as for dv_document_open()
 *
 * Returns: (transfer full) (nullable): the document
 */
DvDocument *
dv_document_open_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dv_document_open_async), NULL);

  return open_finish (result, error);
}

/**
 * dv_document_recover_async:
 * @room: the name of a #DvRoom
 * @cancellable: (nullable): to give up
 * @callback: what to call on this thread
 * @user_data: for @callback
 *
 * Like dv_document_recover(); the window goes on meanwhile.
 */
void
dv_document_recover_async (const char          *room,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (room != NULL);

  open_async (room, dv_opening_open_room, dv_document_recover_async, cancellable, callback, user_data);
}

/**
 * dv_document_recover_finish:
 * @result: what the callback got
 * @error: as for dv_document_recover()
 *
 * Returns: (transfer full) (nullable): the document
 */
DvDocument *
dv_document_recover_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dv_document_recover_async), NULL);

  return open_finish (result, error);
}

/**
 * dv_document_get_workshop:
 * @self: a document
 *
 * Returns: (transfer none): its workshop; change it with dv_workshop_apply()
 */
DvWorkshop *
dv_document_get_workshop (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), NULL);
  return self->opening->workshop;
}

/**
 * dv_document_get_path:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): where the user's file is, %NULL when it
 *   has no place yet
 */
const char *
dv_document_get_path (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), NULL);
  return self->opening->meta->path;
}

/**
 * dv_document_dup_title:
 * @self: a document
 *
 * Returns: (transfer full): the title of the workshop, else the name of the
 *   file, else "New workshop"
 */
char *
dv_document_dup_title (DvDocument *self)
{
  const char *title;

  g_return_val_if_fail (DV_IS_DOCUMENT (self), NULL);

  title = dv_item_get_string (dv_workshop_get_root (self->opening->workshop), DV_WORKSHOP_TITLE);
  if (title[0] != '\0')
    return g_strdup (title);
  if (self->opening->meta->path != NULL)
    return g_filename_display_basename (self->opening->meta->path);

  return g_strdup (_("New workshop"));
}

DvSavedState
dv_document_get_saved_state (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), DV_SAVED_STATE_NOT_SAVING);
  return self->saved_state;
}

/**
 * dv_document_get_message:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): why it is not saved in the user's file,
 *   for people
 */
const char *
dv_document_get_message (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), NULL);
  return self->message;
}

/**
 * dv_document_get_sequence:
 * @self: a document
 *
 * Returns: the number of the last group that was applied
 */
guint64
dv_document_get_sequence (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), 0);
  return self->sequence;
}

/**
 * dv_document_get_durable:
 * @self: a document
 *
 * Returns: the number of the last group that is on the disk for certain; with
 *   the property "durable" it may be told to whoever waits for it
 */
guint64
dv_document_get_durable (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), 0);
  return MAX (dv_scribe_get_durable (self->scribe), self->opening->sequence);
}

/**
 * dv_document_get_problems:
 * @self: a document
 *
 * Returns: (transfer none) (element-type DvProblem): what was mended in the
 *   file and waits for dv_document_accept_repairs(); empty when nothing does
 */
GPtrArray *
dv_document_get_problems (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), NULL);
  return self->opening->problems;
}

/**
 * dv_document_get_n_recovered:
 * @self: a document
 *
 * Returns: how many groups of edits were put back that were not in the file
 */
guint
dv_document_get_n_recovered (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), 0);
  return self->opening->n_recovered;
}

/**
 * dv_document_get_notices:
 * @self: a document
 *
 * Returns: (transfer none) (element-type utf8): what there was to tell since
 *   it was opened; later ones also come with the signal "notice"
 */
GPtrArray *
dv_document_get_notices (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), NULL);
  return self->opening->notices;
}

/**
 * dv_document_list_versions:
 * @self: a document
 *
 * Returns: (transfer full) (element-type DvVersion): the earlier versions that
 *   are kept, the newest first
 */
GPtrArray *
dv_document_list_versions (DvDocument *self)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), NULL);
  return dv_versions_list (dv_state_folder_get_path (self->opening->folder));
}

/**
 * dv_document_read_version:
 * @self: a document
 * @name: the name of a #DvVersion
 * @error: where to put %DV_STORE_ERROR_NOT_FOUND or another %DV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the workshop as it was then
 */
DvBranch *
dv_document_read_version (DvDocument *self,
                          const char *name,
                          GError    **error)
{
  g_return_val_if_fail (DV_IS_DOCUMENT (self), NULL);
  return dv_versions_read (dv_state_folder_get_path (self->opening->folder), name, error);
}

static void
dv_document_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  DvDocument *self = DV_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, dv_document_get_path (self));
      break;
    case PROP_TITLE:
      g_value_take_string (value, dv_document_dup_title (self));
      break;
    case PROP_SAVED_STATE:
      g_value_set_enum (value, (int) self->saved_state);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_DURABLE:
      g_value_set_uint64 (value, dv_document_get_durable (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_document_dispose (GObject *object)
{
  DvDocument *self = DV_DOCUMENT (object);

  if (self->scribe != NULL)
    dv_document_stop (self);

  G_OBJECT_CLASS (dv_document_parent_class)->dispose (object);
}

static void
dv_document_finalize (GObject *object)
{
  DvDocument *self = DV_DOCUMENT (object);

  g_clear_pointer (&self->opening, dv_opening_free);
  g_clear_error (&self->file_error);
  g_free (self->message);
  g_free (self->rescue_path);
  g_mutex_clear (&self->worker_mutex);
  g_main_context_unref (self->context);

  G_OBJECT_CLASS (dv_document_parent_class)->finalize (object);
}

static void
dv_document_class_init (DvDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = dv_document_get_property;
  object_class->dispose = dv_document_dispose;
  object_class->finalize = dv_document_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SAVED_STATE] = g_param_spec_enum ("saved-state", NULL, NULL, DV_TYPE_SAVED_STATE,
                                                    DV_SAVED_STATE_SAVED, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_DURABLE] = g_param_spec_uint64 ("durable", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DvDocument::notice:
   * @self: the document
   * @text: a sentence for people
   *
   * Something happened that a person has to know: another program changed the
   * file, and both are kept.
   */
  signals[NOTICE] = g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dv_document_init (DvDocument *self)
{
  g_mutex_init (&self->worker_mutex);
  self->context = g_main_context_ref_thread_default ();
}
