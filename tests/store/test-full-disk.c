/* test-full-disk.c
 *
 * A disk that fills up: what was told durable is there when there is room again
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-full-disk"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "store-fixture.h"

/* With the rights for it, a small disk of our own in memory, which a ballast
 * file fills but for so many bytes. Without them, a limit on the length of any
 * file, which makes the same calls fail at the same places. */

#define DISK_OPTIONS "size=2m,mode=700"
#define STEP 4096
#define STEPS 24
#define EDITS 40

static gboolean
is_mount_allowed (void)
{
  return geteuid () == 0 && unshare (CLONE_NEWNS) == 0 && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static gboolean
mount_disk (const char *folder)
{
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return mount ("tmpfs", folder, "tmpfs", 0, DISK_OPTIONS) == 0;
}

/* Fills the disk of @folder but for @left bytes. */
static char *
fill (const char *folder,
      gsize       left)
{
  char *path = g_build_filename (folder, "ballast", NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  struct statvfs disk;

  g_assert_cmpint (statvfs (folder, &disk), ==, 0);
  if (disk.f_bavail * disk.f_bsize > left)
    g_assert_cmpint (posix_fallocate (fd, 0, (off_t) (disk.f_bavail * disk.f_bsize - left)), ==, 0);
  close (fd);
  return path;
}

static void
set_limit (rlim_t limit)
{
  struct rlimit limits;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limits), ==, 0);
  limits.rlim_cur = MIN (limit, limits.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limits), ==, 0);
}

/* Works on until all is typed; returns how many words were told durable. */
static guint
work (DvDocument *document)
{
  guint n_durable = 0;

  for (guint i = 0; i < EDITS; i++)
    {
      add_word (dv_document_get_workshop (document), "een woord dat wat plaats inneemt op de schijf");
      if (dv_document_flush (document, NULL))
        n_durable = i + 1;
      if (i % 5 == 4 && dv_document_save_sync (document, NULL))
        n_durable = i + 1;
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  return n_durable;
}

static DvDocument *
new_document (const char *path)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_new (workshop, &error);

  g_assert_no_error (error);
  dv_document_save_as_sync (document, path, &error);
  g_assert_no_error (error);
  return document;
}

static void
check (const char *path,
       guint       n_durable,
       guint       left)
{
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_open (path, &error);
  guint n;

  g_assert_no_error (error);
  n = count_words (dv_document_get_workshop (document));
  if (n < n_durable || n > EDITS)
    g_test_fail_printf ("with %u bytes left: %u words, %u were told durable", left, n, n_durable);
  dv_document_close (document, &error);
  g_assert_no_error (error);
  g_object_unref (document);
}

static void
test_full (StoreFixture *fixture,
           gconstpointer data)
{
  const char *state = g_get_user_state_dir ();
  gboolean is_real = is_mount_allowed () && mount_disk (fixture->folder) && mount_disk (state);
  guint n_failed = 0;

  g_test_message ("%s", is_real ? "on disks in memory" : "with a limit on the length of files");
  for (guint step = 0; step < STEPS && !g_test_failed (); step++)
    {
      guint left = step * STEP;
      g_autofree char *path = g_strdup_printf ("%s/%u.draagvlak", fixture->folder, step);
      DvDocument *document = new_document (path);
      g_autofree char *ballast = is_real ? fill (state, left) : NULL;
      g_autofree char *more = is_real ? fill (fixture->folder, left) : NULL;
      guint n_durable;

      if (!is_real)
        set_limit (left / 8 + 512);
      n_durable = work (document);
      n_failed += n_durable < EDITS;
      set_limit (RLIM_INFINITY);
      if (is_real)
        {
          g_unlink (ballast);
          g_unlink (more);
        }

      /* As if the program had died. */
      g_object_unref (document);
      check (path, n_durable, left);
    }
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_cmpuint (n_failed, <, STEPS);

  if (is_real)
    {
      umount (state);
      umount (fixture->folder);
    }
}

int
main (int    argc,
      char **argv)
{
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/full-disk/every-place", StoreFixture, NULL, store_fixture_set_up, test_full, store_fixture_tear_down);

  return g_test_run ();
}
