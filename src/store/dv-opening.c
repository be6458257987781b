/* dv-opening.c
 *
 * Opening a workshop: its file, its room, and what was not saved
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-opening"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-file.h"
#include "dv-opening.h"
#include "dv-recovery.h"
#include "dv-versions.h"
#include "dv-xml-reader.h"
#include "dv-xml-writer.h"

/* The file is read first, because it says which workshop it is. Then the room
 * of that workshop is locked; when it holds work that is not in the file, and
 * the file is the one that this work was done on, the work is put back. When
 * the file is another one by now, both are kept. */

void
dv_opening_free (DvOpening *self)
{
  g_clear_pointer (&self->folder, dv_state_folder_close);
  g_clear_object (&self->workshop);
  g_clear_pointer (&self->meta, dv_meta_free);
  g_clear_pointer (&self->base, dv_branch_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_free (self);
}

static void
set_model_error (GError      **error,
                 const char   *path,
                 guint         line,
                 const GError *reason)
{
  g_autofree char *name = g_filename_display_basename (path);
  gboolean too_large = g_error_matches (reason, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE);

  g_set_error (error, DV_STORE_ERROR, too_large ? DV_STORE_ERROR_TOO_LARGE : DV_STORE_ERROR_MALFORMED,
               "%s:%u: %s", name, line, reason->message);
}

static void
init_lists (DvOpening *self)
{
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  self->notices = g_ptr_array_new_with_free_func (g_free);
}

/* Whether the file is the one that we put there, and did not live to note: it
 * changed its name and nothing else. */
static gboolean
has_come (const DvMeta         *meta,
          const DvFileIdentity *identity)
{
  DvFileIdentity coming = meta->coming;

  coming.changed = identity->changed;
  return coming.size >= 0 && dv_file_identity_equal (&coming, identity);
}

/* Whether the file is what a snapshot of the room would have been written as:
 * we died between writing the file and noting that. */
static gboolean
is_written_snapshot (const char *folder,
                     const char *data,
                     gsize       length)
{
  g_autoptr (GArray) snapshots = dv_state_folder_list (folder, "snapshot");

  for (guint i = 0; i < snapshots->len; i++)
    {
      g_autofree char *path = dv_state_folder_build (folder, "snapshot", g_array_index (snapshots, guint64, i));
      g_autoptr (DvBranch) branch = dv_xml_load (path, NULL, NULL, NULL);
      g_autoptr (GBytes) bytes = branch != NULL ? dv_xml_write (branch, DV_XML_WITHOUT_FORGOTTEN) : NULL;

      if (bytes != NULL && g_bytes_get_size (bytes) == length &&
          memcmp (g_bytes_get_data (bytes, NULL), data, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether the work in the room was done on the file as it is now. */
static gboolean
is_base (const char *folder,
         DvMeta     *meta,
         const char *path)
{
  DvFileIdentity identity;
  g_autofree char *data = NULL;
  g_autofree char *digest = NULL;
  gsize length = 0;

  if (!dv_file_read (path, &data, &length, &identity, NULL))
    return FALSE;
  if (dv_file_identity_equal (&identity, &meta->identity))
    return TRUE;
  if (has_come (meta, &identity))
    {
      meta->identity = identity;
      meta->saved = meta->coming_saved;
      meta->coming = DV_FILE_NONE;
      g_clear_pointer (&meta->digest, g_free);
      /* Only to count right what is put back. */
      if (!dv_meta_write (meta, folder, NULL))
        g_debug ("Cannot note that %s is there", path);
      return TRUE;
    }

  digest = dv_file_digest (data, length);
  if (g_strcmp0 (digest, meta->digest) != 0 && !is_written_snapshot (folder, data, length))
    return FALSE;

  meta->identity = identity;
  g_free (meta->digest);
  meta->digest = g_steal_pointer (&digest);
  return TRUE;
}

static gboolean
recover (DvOpening *self,
         GError   **error)
{
  DvRecovery recovery = { 0 };
  const char *folder = dv_state_folder_get_path (self->folder);
  gboolean is_done = dv_recovery_run (&recovery, folder, error);

  if (is_done)
    {
      self->workshop = g_steal_pointer (&recovery.workshop);
      self->sequence = recovery.sequence + 1;
      self->n_recovered = recovery.n_groups;
      self->is_recovered = TRUE;
    }
  for (guint i = 0; i < recovery.notices->len; i++)
    g_ptr_array_add (self->notices, g_strdup (g_ptr_array_index (recovery.notices, i)));
  dv_recovery_clear (&recovery);

  return is_done;
}

/* Puts unsaved work back on the file, or keeps it apart. */
static gboolean
settle_room (DvOpening  *self,
             const char *path,
             GError    **error)
{
  const char *folder = dv_state_folder_get_path (self->folder);
  g_autoptr (GError) local = NULL;

  if (!dv_state_folder_has_work (folder))
    return TRUE;

  if (self->meta != NULL && self->meta->path != NULL && is_base (folder, self->meta, path))
    {
      if (recover (self, &local))
        return TRUE;
      g_ptr_array_add (self->notices, g_strdup (local->message));
    }

  if (!dv_state_folder_set_aside (self->folder, error))
    return FALSE;
  g_clear_pointer (&self->meta, dv_meta_free);
  g_ptr_array_add (self->notices,
                   g_strdup (_("There was unsaved work for this workshop that does not fit the file as it is now. "
                               "It was kept apart and is listed on the welcome screen.")));
  return TRUE;
}

static gboolean
build (DvOpening  *self,
       DvBranch   *branch,
       const char *path,
       GError    **error)
{
  g_autoptr (GError) local = NULL;
  guint line = 0;

  self->workshop = dv_workshop_new_from_branch (branch, self->problems, &line, &local);
  if (self->workshop == NULL)
    set_model_error (error, path, line, local);

  return self->workshop != NULL;
}

static const char *
get_title (DvWorkshop *workshop)
{
  return dv_item_get_string (dv_workshop_get_root (workshop), DV_WORKSHOP_TITLE);
}

static void
add_warnings (DvOpening *self,
              GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      DvProblem *warning = g_ptr_array_index (warnings, i);

      g_ptr_array_add (self->notices, g_strdup_printf (_("Line %u: %s"), warning->line, warning->message));
    }
}

static const char *
get_id (DvBranch *branch)
{
  return dv_record_get_id (dv_branch_get_record (branch, 0));
}

static gboolean
is_still_there (const char           *path,
                const DvFileIdentity *identity)
{
  DvFileIdentity now;

  dv_file_identify (path, &now);
  return dv_file_identity_equal (&now, identity);
}

/* The file says which room is to be locked, so it is read before there is a
 * lock. Whoever had the lock until then may just have saved: then what was read
 * is old, and it is read again. */
static DvBranch *
load_locked (DvOpening      *self,
             const char     *path,
             DvFileIdentity *identity,
             GPtrArray      *warnings,
             GError        **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *id = NULL;

  while (TRUE)
    {
      g_autoptr (DvBranch) branch = NULL;

      g_ptr_array_set_size (self->problems, 0);
      g_ptr_array_set_size (warnings, 0);
      branch = dv_xml_load_identified (path, identity, self->problems, warnings, error);
      if (branch == NULL)
        return NULL;
      if (id != NULL && strcmp (id, get_id (branch)) == 0)
        return g_steal_pointer (&branch);

      g_clear_pointer (&self->folder, dv_state_folder_close);
      self->folder = dv_state_folder_open (get_id (branch), path, error);
      if (self->folder == NULL)
        {
          g_prefix_error (error, "%s: ", name);
          return NULL;
        }
      if (is_still_there (path, identity))
        return g_steal_pointer (&branch);
      g_free (id);
      id = g_strdup (get_id (branch));
    }
}

/**
 * dv_opening_open_file:
 * @self: zeros
 * @path: the user's file
 * @error: where to put a %DV_STORE_ERROR
 *
 * May be called from any thread.
 *
 * Returns: whether the workshop is open, and locked
 */
gboolean
dv_opening_open_file (DvOpening  *self,
                      const char *path,
                      GError    **error)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  g_autoptr (DvBranch) branch = NULL;
  DvFileIdentity identity = DV_FILE_NONE;

  init_lists (self);
  branch = load_locked (self, canonical, &identity, warnings, error);
  if (branch == NULL)
    return FALSE;

  self->meta = dv_meta_read (dv_state_folder_get_path (self->folder));
  if (!settle_room (self, canonical, error))
    return FALSE;
  if (self->meta == NULL)
    self->meta = dv_meta_new (get_id (branch));
  if (self->is_recovered)
    g_ptr_array_set_size (self->problems, 0);
  else
    {
      add_warnings (self, warnings);
      if (!build (self, branch, path, error))
        return FALSE;
      self->sequence = self->meta->saved + 1;
      self->meta->saved = self->sequence;
      self->meta->identity = identity;
      g_clear_pointer (&self->meta->digest, g_free);
    }

  g_free (self->meta->path);
  self->meta->path = g_steal_pointer (&canonical);
  g_free (self->meta->title);
  self->meta->title = g_strdup (get_title (self->workshop));
  self->base = dv_workshop_snapshot (self->workshop);
  return TRUE;
}

/**
 * dv_opening_open_room:
 * @self: zeros
 * @name: the name of a room
 * @error: where to put a %DV_STORE_ERROR
 *
 * Opens what a room holds. It keeps its place when the file there is still the
 * one that was worked on, or is not there: the stick may come back. May be
 * called from any thread.
 *
 * Returns: whether the workshop is open, and locked
 */
gboolean
dv_opening_open_room (DvOpening  *self,
                      const char *name,
                      GError    **error)
{
  const char *folder;

  init_lists (self);
  self->folder = dv_state_folder_open_room (name, error);
  if (self->folder == NULL)
    return FALSE;

  folder = dv_state_folder_get_path (self->folder);
  self->meta = dv_meta_read (folder);
  if (!recover (self, error))
    return FALSE;
  if (self->meta == NULL)
    self->meta = dv_meta_new (dv_workshop_get_id (self->workshop));

  if (self->meta->path != NULL && g_file_test (self->meta->path, G_FILE_TEST_EXISTS) &&
      !is_base (folder, self->meta, self->meta->path))
    {
      g_ptr_array_add (self->notices,
                       g_strdup_printf (_("%s was changed meanwhile. This is the version that was not saved; "
                                          "give it a place of its own."), self->meta->path));
      g_clear_pointer (&self->meta->path, g_free);
      self->meta->identity = DV_FILE_NONE;
    }
  self->base = dv_workshop_snapshot (self->workshop);
  return TRUE;
}

/**
 * dv_opening_create:
 * @self: zeros
 * @workshop: a new workshop
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Gives a new workshop a room, and makes it durable there at once.
 *
 * Returns: whether it has one
 */
gboolean
dv_opening_create (DvOpening  *self,
                   DvWorkshop *workshop,
                   GError    **error)
{
  init_lists (self);
  self->workshop = g_object_ref (workshop);
  self->folder = dv_state_folder_open (dv_workshop_get_id (workshop), NULL, error);
  if (self->folder == NULL)
    return FALSE;

  self->meta = dv_meta_new (dv_workshop_get_id (workshop));
  g_free (self->meta->title);
  self->meta->title = g_strdup (get_title (workshop));
  self->base = dv_workshop_snapshot (workshop);
  self->sequence = 1;
  return dv_opening_secure_base (dv_state_folder_get_path (self->folder), self->meta, self->base, self->sequence, error);
}

/**
 * dv_opening_secure_base:
 * @folder: the folder of a room
 * @meta: what it is to know; the digest is filled in
 * @base: the workshop as it was opened
 * @sequence: its number
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * What a journal builds on, made durable before its first record: so the work
 * does not depend on the user's file staying what and where it is. A workshop
 * that is only looked at writes nothing.
 *
 * Returns: whether it is durable
 */
gboolean
dv_opening_secure_base (const char *folder,
                        DvMeta     *meta,
                        DvBranch   *base,
                        guint64     sequence,
                        GError    **error)
{
  g_autofree char *name = g_strdup_printf ("snapshot.%" G_GUINT64_FORMAT, sequence);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *data = NULL;
  DvFileIdentity identity;
  gsize length = 0;

  if (meta->path != NULL && meta->digest == NULL && dv_file_read (meta->path, &data, &length, &identity, NULL) &&
      dv_file_identity_equal (&identity, &meta->identity))
    {
      meta->digest = dv_file_digest (data, length);
      dv_versions_keep (folder, data, length, 0);
    }
  if (!dv_meta_write (meta, folder, error))
    return FALSE;

  bytes = dv_xml_write (base, DV_XML_EVERYTHING);
  return dv_file_replace (folder, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
