/* dv-file.c
 *
 * Files: reading whole, writing durably
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-file"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "dv-file-private.h"
#include "dv-store-error.h"
#include "dv-xml-limits.h"

DvFileCalls dv_file_calls = { write, fsync, fdatasync, renameat2, rename };

/* Sets @error from errno. */
void
dv_file_set_error (GError    **error,
                   int         code,
                   const char *path)
{
  int saved = errno;
  g_autofree char *display = g_filename_display_name (path);

  g_set_error (error, DV_STORE_ERROR, code,
               code == DV_STORE_ERROR_UNREADABLE ? _("Cannot read %s: %s") : _("Cannot write %s: %s"),
               display, g_strerror (saved));
}

void
dv_file_identity_from_stat (DvFileIdentity    *identity,
                            const struct stat *st)
{
  identity->device = (guint64) st->st_dev;
  identity->inode = (guint64) st->st_ino;
  identity->size = (gint64) st->st_size;
  identity->modified = (gint64) st->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + st->st_mtim.tv_nsec;
  identity->changed = (gint64) st->st_ctim.tv_sec * G_GINT64_CONSTANT (1000000000) + st->st_ctim.tv_nsec;
}

static gboolean
read_open (int         fd,
           const char *path,
           char      **data,
           gsize      *length,
           struct stat *st,
           GError    **error)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *buffer = NULL;
  gsize size;
  gsize n = 0;

  if (fstat (fd, st) != 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNREADABLE, path);
      return FALSE;
    }
  if (!S_ISREG (st->st_mode))
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_OURS, _("%s is not a file"), display);
      return FALSE;
    }
  if (st->st_size > DV_XML_MAX_FILE)
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_TOO_LARGE,
                   _("%s is larger than %d MiB"), display, DV_XML_MAX_FILE / (1024 * 1024));
      return FALSE;
    }

  size = (gsize) st->st_size;
  buffer = g_malloc (size + 1);
  while (n < size)
    {
      ssize_t got = read (fd, buffer + n, size - n);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          dv_file_set_error (error, DV_STORE_ERROR_UNREADABLE, path);
          return FALSE;
        }
      if (got == 0)
        break;
      n += (gsize) got;
    }

  buffer[n] = '\0';
  *data = g_steal_pointer (&buffer);
  *length = n;
  return TRUE;
}

/**
 * dv_file_read:
 * @path: where the file is
 * @data: (out): its bytes, with a zero behind them
 * @length: (out): how many, without the zero
 * @identity: (out) (optional): which file that was
 * @error: where to put a %DV_STORE_ERROR
 *
 * Reads a regular file of at most %DV_XML_MAX_FILE bytes. It is not mapped: a
 * file that somebody else shortens would take us down.
 *
 * Returns: whether it was read
 */
gboolean
dv_file_read (const char     *path,
              char          **data,
              gsize          *length,
              DvFileIdentity *identity,
              GError        **error)
{
  struct stat st;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  gboolean is_read;

  if (fd < 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNREADABLE, path);
      return FALSE;
    }

  is_read = read_open (fd, path, data, length, &st, error);
  close (fd);
  if (is_read && identity != NULL)
    dv_file_identity_from_stat (identity, &st);

  return is_read;
}

/**
 * dv_file_identify:
 * @path: where a file may be
 * @identity: (out): which file is there, or %DV_FILE_NONE
 */
void
dv_file_identify (const char     *path,
                  DvFileIdentity *identity)
{
  struct stat st;

  if (stat (path, &st) == 0)
    dv_file_identity_from_stat (identity, &st);
  else
    *identity = DV_FILE_NONE;
}

gboolean
dv_file_identity_equal (const DvFileIdentity *a,
                        const DvFileIdentity *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size &&
         a->modified == b->modified && a->changed == b->changed;
}

/**
 * dv_file_digest:
 * @data: bytes
 * @length: how many
 *
 * Returns: (transfer full): their SHA-256, in hexadecimal
 */
char *
dv_file_digest (const char *data,
                gsize       length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}

/**
 * dv_file_write_all:
 * @fd: a file that is open for writing
 * @data: bytes
 * @length: how many
 *
 * Returns: whether all were written; if not, errno says why
 */
gboolean
dv_file_write_all (int         fd,
                   const void *data,
                   gsize       length)
{
  const char *at = data;

  while (length > 0)
    {
      ssize_t n = dv_file_calls.write (fd, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      at += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/**
 * dv_file_sync_folder:
 * @folder: a folder
 * @error: where to put a %DV_STORE_ERROR
 *
 * Makes the names in @folder durable.
 *
 * Returns: whether they are
 */
gboolean
dv_file_sync_folder (const char *folder,
                     GError    **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean is_synced = fd >= 0 && dv_file_calls.fsync (fd) == 0;

  if (!is_synced)
    dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, folder);
  if (fd >= 0)
    close (fd);

  return is_synced;
}

/* Fills a new file and makes it durable; a file that could not be filled is
 * taken away again. */
gboolean
dv_file_fill (int         fd,
              const char *path,
              const char *data,
              gsize       length,
              GError    **error)
{
  if (dv_file_write_all (fd, data, length) && dv_file_calls.fsync (fd) == 0)
    return TRUE;

  dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, path);
  unlink (path);
  return FALSE;
}

/**
 * dv_file_replace:
 * @folder: a folder of our own
 * @name: the name of a file in it
 * @data: bytes
 * @length: how many
 * @error: where to put a %DV_STORE_ERROR
 *
 * Puts a new file in the place of the old one, in one step, durably. After a
 * crash there is either the old one or the new one.
 *
 * Returns: whether it was
 */
gboolean
dv_file_replace (const char *folder,
                 const char *name,
                 const char *data,
                 gsize       length,
                 GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *temporary = g_strdup_printf ("%s-%08x.tmp", path, g_random_int ());
  gboolean is_filled;
  int fd;

  fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, temporary);
      return FALSE;
    }

  is_filled = dv_file_fill (fd, temporary, data, length, error);
  close (fd);
  if (!is_filled)
    return FALSE;

  if (rename (temporary, path) != 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, path);
      unlink (temporary);
      return FALSE;
    }

  return dv_file_sync_folder (folder, error);
}
