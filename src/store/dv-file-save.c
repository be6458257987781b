/* dv-file-save.c
 *
 * The user's file: replacing it without losing what anybody wrote
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-file"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "dv-file-private.h"
#include "dv-store-error.h"

/* The user's file may lie anywhere: on a stick, a share, behind a link, and
 * another program may write it while we have it open. The new one is made next
 * to it and the two change places in one step; then we look at what came out.
 * Only what we know is thrown away; anything else is kept under another name. */

typedef struct
{
  const char *data;
  gsize length;
  const DvFileIdentity *expected; /* nullable: the user chose to overwrite */
  const char *expected_digest;    /* nullable */
  DvFileReady ready;              /* nullable */
  gpointer ready_data;
  char *target;
  char *folder;
  char *temporary;
  char *kept_aside; /* nullable */
  int fd;
  struct stat old;
  gboolean has_old;
} DvSave;

static void
save_clear (DvSave *save)
{
  if (save->fd >= 0)
    close (save->fd);
  g_free (save->target);
  g_free (save->folder);
  g_free (save->temporary);
  g_free (save->kept_aside);
}

/* The file itself, also when @path is a link to it. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

static gboolean
is_known (const char *path,
          DvSave     *save,
          gboolean    was_moved)
{
  struct stat st;
  DvFileIdentity now;
  g_autofree char *data = NULL;
  g_autofree char *digest = NULL;
  gsize length = 0;

  if (save->expected == NULL)
    return TRUE;
  if (stat (path, &st) != 0)
    return FALSE;

  dv_file_identity_from_stat (&now, &st);
  if (was_moved)
    now.changed = save->expected->changed;
  if (dv_file_identity_equal (&now, save->expected))
    return TRUE;

  /* Touched, or copied back: the same bytes are nothing to keep. */
  if (save->expected_digest == NULL || !dv_file_read (path, &data, &length, NULL, NULL))
    return FALSE;
  digest = dv_file_digest (data, length);
  return strcmp (digest, save->expected_digest) == 0;
}

/* Gives @path a name of its own beside the user's file. */
static gboolean
keep_aside (DvSave     *save,
            const char *path,
            GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *name = g_path_get_basename (save->target);
  char *suffix = strrchr (name, '.');
  g_autofree char *kind = g_strdup (suffix != NULL && suffix != name ? suffix : "");

  if (suffix != NULL && suffix != name)
    *suffix = '\0';
  for (guint i = 1; i < 100; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      g_autofree char *aside_name = g_strdup_printf (_("%s (changed elsewhere, %s)%s%s"), name, time, number, kind);
      g_autofree char *aside = g_build_filename (save->folder, aside_name, NULL);

      if (link (path, aside) == 0)
        {
          unlink (path);
          save->kept_aside = g_steal_pointer (&aside);
          return TRUE;
        }
      if (errno == EEXIST)
        continue;
      /* No hard links here, as on most sticks. */
      if (access (aside, F_OK) != 0 && rename (path, aside) == 0)
        {
          save->kept_aside = g_steal_pointer (&aside);
          return TRUE;
        }
    }

  dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, save->target);
  return FALSE;
}

/* Says that the old file is about to go, and may go in pieces. */
static gboolean
warn_of_pieces (DvSave  *save,
                GError **error)
{
  return save->ready == NULL || save->ready (save->ready_data, NULL, error);
}

/* A folder that takes no new files, or a share that renames nothing: the file
 * is written over. The state folder holds everything meanwhile. */
static gboolean
write_over (DvSave  *save,
            GError **error)
{
  if (!warn_of_pieces (save, error))
    return FALSE;
  if (!is_known (save->target, save, FALSE))
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNWRITABLE,
                   _("%s was changed by another program, and there is no room to keep both"), save->target);
      return FALSE;
    }

  if (save->fd >= 0)
    close (save->fd);
  save->fd = open (save->target, O_WRONLY | O_CLOEXEC);
  if (save->fd < 0 || !dv_file_write_all (save->fd, save->data, save->length) ||
      ftruncate (save->fd, (off_t) save->length) != 0 || dv_file_calls.fsync (save->fd) != 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, save->target);
      return FALSE;
    }

  return TRUE;
}

/* No two files can change places here: the old one is looked at first. A stick
 * with such a file system may lose both when it is pulled out at that moment,
 * but a new file beside what is left is better than none: this goes on. */
static gboolean
rename_over (DvSave  *save,
             GError **error)
{
  g_autoptr (GError) warning = NULL;

  if (save->has_old && !warn_of_pieces (save, &warning))
    g_message ("%s", warning->message);
  if (save->has_old && !is_known (save->target, save, FALSE) && !keep_aside (save, save->target, error))
    return FALSE;
  if (dv_file_calls.rename (save->temporary, save->target) == 0)
    return TRUE;

  if (save->has_old && (errno == EEXIST || errno == EPERM || errno == EACCES || errno == EXDEV || errno == EBUSY))
    {
      unlink (save->temporary);
      return write_over (save, error);
    }

  dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, save->target);
  return FALSE;
}

static gboolean
change_places (DvSave  *save,
               GError **error)
{
  DvFileIdentity before;
  gboolean was_touched;
  g_autofree char *old = NULL;

  if (!save->has_old)
    {
      if (dv_file_calls.renameat2 (AT_FDCWD, save->temporary, AT_FDCWD, save->target, RENAME_NOREPLACE) == 0)
        return TRUE;
      save->has_old = errno == EEXIST;
      return rename_over (save, error);
    }

  dv_file_identify (save->target, &before);
  was_touched = save->expected != NULL && before.changed != save->expected->changed;
  if (dv_file_calls.renameat2 (AT_FDCWD, save->temporary, AT_FDCWD, save->target, RENAME_EXCHANGE) != 0)
    return rename_over (save, error);

  /* From here on that name is somebody's file, not ours to clean up. */
  old = g_steal_pointer (&save->temporary);
  if (is_known (old, save, !was_touched))
    {
      unlink (old);
      return TRUE;
    }

  return keep_aside (save, old, error);
}

/* Makes the new file next to the old one, with its permissions. */
static gboolean
make_temporary (DvSave  *save,
                GError **error)
{
  save->temporary = g_strdup_printf ("%s/.draagvlak-%08x%08x.tmp", save->folder, g_random_int (), g_random_int ());
  save->fd = open (save->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (save->fd < 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, save->target);
      return FALSE;
    }

  if (save->has_old)
    {
      /* As far as we may: a file of another owner becomes ours. */
      if (fchown (save->fd, save->old.st_uid, save->old.st_gid) != 0)
        g_debug ("%s: %s", save->target, g_strerror (errno));
      if (fchmod (save->fd, save->old.st_mode & 0777) != 0)
        g_debug ("%s: %s", save->target, g_strerror (errno));
    }

  return dv_file_fill (save->fd, save->temporary, save->data, save->length, error);
}

/* Says by what the new file will be known once it is in place. */
static void
announce_coming (DvSave *save)
{
  g_autoptr (GError) error = NULL;
  DvFileIdentity coming;
  struct stat st;

  if (save->ready == NULL || fstat (save->fd, &st) != 0)
    return;

  dv_file_identity_from_stat (&coming, &st);
  if (!save->ready (save->ready_data, &coming, &error))
    g_message ("%s", error->message);
}

/* Whether what is at @path, if anything is, may be replaced. */
static gboolean
may_replace (const char        *path,
             const struct stat *st,
             GError           **error)
{
  if (!S_ISREG (st->st_mode))
    errno = S_ISDIR (st->st_mode) ? EISDIR : EINVAL;
  else if ((st->st_mode & 0222) == 0)
    errno = EACCES;
  else if (access (path, W_OK) == 0)
    return TRUE;

  dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, path);
  return FALSE;
}

/**
 * dv_file_may_save:
 * @path: the user's file, or a link to it; it need not exist
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * To be asked before there is anything to save; when it says yes, saving may
 * still fail.
 *
 * Returns: whether the file is not one that was made read-only, a folder or a
 *   device
 */
gboolean
dv_file_may_save (const char *path,
                  GError    **error)
{
  struct stat st;

  return stat (path, &st) != 0 || may_replace (path, &st, error);
}

static gboolean
run_save (DvSave         *save,
          DvFileIdentity *identity,
          GError        **error)
{
  struct stat st;
  gboolean is_saved;

  save->has_old = stat (save->target, &save->old) == 0;
  if (save->has_old && !may_replace (save->target, &save->old, error))
    return FALSE;

  if (save->has_old && access (save->folder, W_OK) != 0)
    is_saved = write_over (save, error);
  else
    {
      is_saved = make_temporary (save, error);
      if (is_saved)
        {
          announce_coming (save);
          is_saved = change_places (save, error);
        }
    }
  if (!is_saved)
    {
      if (save->temporary != NULL)
        unlink (save->temporary);
      return FALSE;
    }

  if (!dv_file_sync_folder (save->folder, error))
    return FALSE;
  if (fstat (save->fd, &st) != 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNREADABLE, save->target);
      return FALSE;
    }
  dv_file_identity_from_stat (identity, &st);

  return TRUE;
}

/**
 * dv_file_save_when:
 * @ready: (nullable): what to call just before the old file is gone
 * @ready_data: for @ready
 * @path: the user's file, or a link to it; it need not exist
 * @data: bytes
 * @length: how many
 * @expected: (nullable): the file as we read or wrote it last, %DV_FILE_NONE
 *   when there was none, or %NULL to replace whatever is there
 * @expected_digest: (nullable): its dv_file_digest()
 * @identity: (out): the file as it is now
 * @kept_aside: (out): where a file went that was not as expected, or %NULL
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Replaces the user's file durably and in one step. May be called from any
 * thread.
 *
 * Returns: whether the new one is there
 */
gboolean
dv_file_save_when (DvFileReady           ready,
                   gpointer              ready_data,
                   const char           *path,
                   const char           *data,
                   gsize                 length,
                   const DvFileIdentity *expected,
                   const char           *expected_digest,
                   DvFileIdentity       *identity,
                   char                **kept_aside,
                   GError              **error)
{
  DvSave save = { .data = data, .length = length, .expected = expected, .expected_digest = expected_digest,
                  .ready = ready, .ready_data = ready_data, .fd = -1 };
  gboolean is_saved;

  save.target = resolve (path);
  save.folder = g_path_get_dirname (save.target);
  is_saved = run_save (&save, identity, error);
  *kept_aside = g_steal_pointer (&save.kept_aside);
  save_clear (&save);

  return is_saved;
}

/**
 * dv_file_save:
 * @path: as for dv_file_save_when()
 * @data: bytes
 * @length: how many
 * @expected: (nullable): as for dv_file_save_when()
 * @expected_digest: (nullable): as for dv_file_save_when()
 * @identity: (out): the file as it is now
 * @kept_aside: (out): where a file went that was not as expected, or %NULL
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Returns: whether the new one is there
 */
gboolean
dv_file_save (const char           *path,
              const char           *data,
              gsize                 length,
              const DvFileIdentity *expected,
              const char           *expected_digest,
              DvFileIdentity       *identity,
              char                **kept_aside,
              GError              **error)
{
  return dv_file_save_when (NULL, NULL, path, data, length, expected, expected_digest, identity, kept_aside, error);
}
