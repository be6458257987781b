/* dv-state-folder.c
 *
 * The rooms of the state folder: lock, journals, snapshots, earlier versions
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-state-folder"

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
#include "dv-meta.h"
#include "dv-state-folder.h"

/* Each workshop that is open, or was when we died, has a room of its own:
 *
 *   lock         held while it is open; the kernel lets go of it when we die.
 *                It says for which file
 *   meta         which file of the user it belongs to
 *   snapshot.N   everything, up to and with group N
 *   journal.N    the groups from N on
 *   versions/    earlier versions of the user's file
 *
 * A room is found by the id of the workshop. A copy of a file has the same id:
 * it gets a room with the hash of its path behind the id. */

struct _DvStateFolder
{
  char *path;
  int lock;
};

static char *
get_rooms (void)
{
  return g_build_filename (g_get_user_state_dir (), "draagvlak", "rooms", NULL);
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  g_autofree char *canonical_a = g_canonicalize_filename (a, NULL);
  g_autofree char *canonical_b = g_canonicalize_filename (b, NULL);
  char *real_a = realpath (a, NULL);
  char *real_b = realpath (b, NULL);
  gboolean is_same = strcmp (canonical_a, canonical_b) == 0 ||
                     (real_a != NULL && real_b != NULL && strcmp (real_a, real_b) == 0);

  free (real_a);
  free (real_b);
  return is_same;
}

static gboolean
is_locked (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  gboolean is_held = fd >= 0 && fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;

  if (fd >= 0)
    close (fd);
  return is_held;
}

/* Whether somebody has the room open for another file than that at @path. As
 * long as nothing was changed in it only the lock says for which. */
static gboolean
is_held_for_other (const char *folder,
                   const char *path)
{
  g_autofree char *lock = g_build_filename (folder, "lock", NULL);
  g_autofree char *holder = NULL;

  return is_locked (folder) && g_file_get_contents (lock, &holder, NULL, NULL) && holder[0] != '\0' &&
         g_file_test (holder, G_FILE_TEST_EXISTS) && !is_same_file (holder, path);
}

/* Whether the room in @folder is, or may become, that of the file at @path. */
static gboolean
belongs_to (const char *folder,
            const char *path)
{
  g_autoptr (DvMeta) meta = dv_meta_read (folder);

  if (meta == NULL)
    return path == NULL || !is_held_for_other (folder, path);
  if (path == NULL || meta->path == NULL)
    return FALSE;

  /* A file that was moved away takes its room along. */
  return is_same_file (meta->path, path) || !g_file_test (meta->path, G_FILE_TEST_EXISTS);
}

/**
 * dv_state_folder_build:
 * @folder: the folder of a room
 * @prefix: "journal" or "snapshot"
 * @number: its number
 *
 * Returns: (transfer full): the path of that file
 */
char *
dv_state_folder_build (const char *folder,
                       const char *prefix,
                       guint64     number)
{
  return g_strdup_printf ("%s/%s.%" G_GUINT64_FORMAT, folder, prefix, number);
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

/**
 * dv_state_folder_list:
 * @folder: the folder of a room
 * @prefix: "journal" or "snapshot"
 *
 * Returns: (transfer full) (element-type guint64): the numbers of such files,
 *   the lowest first
 */
GArray *
dv_state_folder_list (const char *folder,
                      const char *prefix)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gsize length = strlen (prefix);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      guint64 number;

      if (strncmp (name, prefix, length) == 0 && name[length] == '.' &&
          g_ascii_string_to_unsigned (name + length + 1, 10, 0, G_MAXUINT64 - 1, &number, NULL))
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);

  return numbers;
}

/**
 * dv_state_folder_remove:
 * @folder: the folder of a room
 * @prefix: "journal" or "snapshot"
 * @up_to: the highest number that goes
 *
 * Takes away files that a newer snapshot has made superfluous.
 */
void
dv_state_folder_remove (const char *folder,
                        const char *prefix,
                        guint64     up_to)
{
  g_autoptr (GArray) numbers = dv_state_folder_list (folder, prefix);

  for (guint i = 0; i < numbers->len && g_array_index (numbers, guint64, i) <= up_to; i++)
    {
      g_autofree char *path = dv_state_folder_build (folder, prefix, g_array_index (numbers, guint64, i));

      unlink (path);
    }
}

/**
 * dv_state_folder_has_work:
 * @folder: the folder of a room
 *
 * Returns: whether it holds something that is not in the user's file
 */
gboolean
dv_state_folder_has_work (const char *folder)
{
  g_autoptr (DvMeta) meta = dv_meta_read (folder);
  g_autoptr (GArray) snapshots = dv_state_folder_list (folder, "snapshot");
  g_autoptr (GArray) journals = dv_state_folder_list (folder, "journal");

  if (snapshots->len == 0)
    return FALSE;
  if (meta == NULL || meta->path == NULL)
    return TRUE;

  return g_array_index (snapshots, guint64, snapshots->len - 1) > meta->saved ||
         (journals->len > 0 && g_array_index (journals, guint64, journals->len - 1) > meta->saved);
}

static int
take_lock (const char *folder,
           GError    **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, path);
      return -1;
    }
  if (fcntl (fd, F_OFD_SETLK, &lock) == 0)
    return fd;

  if (errno == EAGAIN || errno == EACCES)
    g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_LOCKED,
                 _("This workshop is open already, in another window or program"));
  else
    dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, path);
  close (fd);

  return -1;
}

/* What a write that was cut short left behind. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".tmp"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        unlink (path);
      }
}

static DvStateFolder *
open_folder (const char *folder,
             GError    **error)
{
  DvStateFolder *self;
  int lock;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, folder);
      return NULL;
    }

  lock = take_lock (folder, error);
  if (lock < 0)
    return NULL;

  sweep (folder);
  self = g_new0 (DvStateFolder, 1);
  self->path = g_strdup (folder);
  self->lock = lock;
  return self;
}

/* The room of its own that a copy has beside that of the file with the same id. */
static char *
build_apart (const char *rooms,
             const char *id,
             const char *path)
{
  g_autofree char *text = path != NULL ? g_strdup (path) : g_strdup_printf ("%08x", g_random_int ());
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%s/%s-%.8s", rooms, id, hash);
}

static char *
choose_folder (const char *id,
               const char *path)
{
  g_autofree char *rooms = get_rooms ();
  g_autofree char *folder = g_build_filename (rooms, id, NULL);
  g_autofree char *apart = build_apart (rooms, id, path);
  g_autoptr (DvMeta) meta = dv_meta_read (apart);

  /* Work that was done on the copy stays with it. */
  if (meta != NULL && path != NULL && meta->path != NULL && is_same_file (meta->path, path))
    return g_steal_pointer (&apart);

  return belongs_to (folder, path) ? g_steal_pointer (&folder) : g_steal_pointer (&apart);
}

/* Says in the lock for which file it is held; without that it is still held. */
static void
note_holder (DvStateFolder *self,
             const char    *path)
{
  if (ftruncate (self->lock, 0) != 0 ||
      (path != NULL && pwrite (self->lock, path, strlen (path), 0) != (ssize_t) strlen (path)))
    g_debug ("%s: %s", self->path, g_strerror (errno));
}

/**
 * dv_state_folder_open:
 * @id: the id of a workshop
 * @path: (nullable): the user's file, or %NULL when there is none
 * @error: where to put %DV_STORE_ERROR_LOCKED or %DV_STORE_ERROR_UNWRITABLE
 *
 * Opens the room of a workshop, which is made when there is none, and locks it.
 *
 * Returns: (transfer full) (nullable): the room
 */
DvStateFolder *
dv_state_folder_open (const char *id,
                      const char *path,
                      GError    **error)
{
  g_autofree char *canonical = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *folder = choose_folder (id, canonical);
  DvStateFolder *self = open_folder (folder, error);

  if (self != NULL)
    note_holder (self, canonical);
  return self;
}

/**
 * dv_state_folder_open_room:
 * @name: the name of a room, as dv_state_list_rooms() gives it
 * @error: where to put %DV_STORE_ERROR_LOCKED or %DV_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the room, locked
 */
DvStateFolder *
dv_state_folder_open_room (const char *name,
                           GError    **error)
{
  g_autofree char *rooms = get_rooms ();
  g_autofree char *folder = g_build_filename (rooms, name, NULL);

  if (strchr (name, '/') != NULL || name[0] == '.' || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_FOUND, _("There is no unsaved workshop “%s”"), name);
      return NULL;
    }

  return open_folder (folder, error);
}

void
dv_state_folder_close (DvStateFolder *self)
{
  note_holder (self, NULL);
  close (self->lock);
  g_free (self->path);
  g_free (self);
}

const char *
dv_state_folder_get_path (DvStateFolder *self)
{
  return self->path;
}

/**
 * dv_state_folder_set_aside:
 * @self: a room
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Gives the room another name and takes its file from it: it keeps work that
 * does not fit the file as that is now. The room at hand is a new, empty one.
 *
 * Returns: whether it was done
 */
gboolean
dv_state_folder_set_aside (DvStateFolder *self,
                           GError       **error)
{
  g_autoptr (DvMeta) meta = dv_meta_read (self->path);
  g_autofree char *aside = g_strdup_printf ("%s-%08x", self->path, g_random_int ());
  g_autoptr (DvStateFolder) fresh = NULL;
  int lock;

  if (meta != NULL)
    {
      g_clear_pointer (&meta->path, g_free);
      if (!dv_meta_write (meta, self->path, error))
        return FALSE;
    }
  if (rename (self->path, aside) != 0)
    {
      dv_file_set_error (error, DV_STORE_ERROR_UNWRITABLE, aside);
      return FALSE;
    }

  fresh = open_folder (self->path, error);
  if (fresh == NULL)
    return FALSE;
  lock = self->lock;
  self->lock = fresh->lock;
  fresh->lock = lock;
  return TRUE;
}

void
dv_room_free (DvRoom *room)
{
  g_free (room->name);
  g_free (room->title);
  g_free (room->path);
  g_free (room);
}

static gint64
get_last_time (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gint64 last = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat st;

      if (strcmp (name, "lock") != 0 && lstat (path, &st) == 0 && S_ISREG (st.st_mode))
        last = MAX (last, (gint64) st.st_mtim.tv_sec);
    }

  return last;
}

static int
compare_rooms (const void *a,
               const void *b)
{
  const DvRoom *x = *(DvRoom *const *) a;
  const DvRoom *y = *(DvRoom *const *) b;

  return x->time < y->time ? 1 : x->time > y->time ? -1 : strcmp (x->name, y->name);
}

/**
 * dv_state_list_rooms:
 *
 * Returns: (transfer full) (element-type DvRoom): every room, the last used
 *   first
 */
GPtrArray *
dv_state_list_rooms (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_room_free);
  g_autofree char *rooms = get_rooms ();
  g_autoptr (GDir) dir = g_dir_open (rooms, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (rooms, name, NULL);
      g_autoptr (DvMeta) meta = dv_meta_read (folder);
      DvRoom *room;

      /* Its meta may be damaged; what it holds is there all the same. */
      if (meta == NULL && dv_state_folder_has_work (folder))
        meta = dv_meta_new (name);
      if (meta == NULL)
        continue;
      room = g_new0 (DvRoom, 1);
      room->name = g_strdup (name);
      room->title = g_strdup (meta->title);
      room->path = g_strdup (meta->path);
      room->time = get_last_time (folder);
      room->in_use = is_locked (folder);
      room->is_unrecovered = !room->in_use && dv_state_folder_has_work (folder);
      g_ptr_array_add (list, room);
    }
  g_ptr_array_sort (list, compare_rooms);

  return list;
}
