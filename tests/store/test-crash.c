/* test-crash.c
 *
 * Killed at any moment: what was told durable is there afterwards, once
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-crash"

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "dv-recovery.h"
#include "dv-state-folder.h"
#include "dv-xml-writer.h"
#include "store-fixture.h"

/* A child does random edits, saves every now and then, and tells on a pipe what
 * is durable: the ids of what it inserted and removed. The parent kills it,
 * often in the middle of a checkpoint, and looks. */

#define KILLS 300

static void
tell (const char *what,
      const char *id)
{
  char line[32];
  int length = snprintf (line, sizeof line, "%s %s\n", what, id);

  if (write (STDOUT_FILENO, line, (size_t) length) != length)
    _exit (1);
}

static void
do_something (DvWorkshop *workshop,
              GRand      *random,
              GPtrArray  *inserted)
{
  DvList *words = dv_workshop_get_list (workshop, &dv_word_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (DvGroup) group = dv_group_new ("Something", DV_ORIGIN_CONSOLE);
  DvItem *item = NULL;
  guint at;
  int choice = g_rand_int_range (random, 0, 10);

  if (dv_list_get_length (words) > 0)
    item = dv_list_get (words, (guint) g_rand_int_range (random, 0, (gint32) dv_list_get_length (words)));
  if (item != NULL && choice == 0 && dv_list_get_length (words) > 20)
    {
      /* Told before, because it may be on the disk before anything can be told. */
      tell ("gone", dv_item_get_id (item));
      if (g_ptr_array_find_with_equal_func (inserted, dv_item_get_id (item), g_str_equal, &at))
        g_ptr_array_remove_index (inserted, at);
      dv_group_remove (group, dv_item_get_id (item));
    }
  else if (item != NULL && choice == 1)
    dv_group_move (group, dv_item_get_id (item), dv_workshop_get_id (workshop), NULL);
  else if (item != NULL && choice == 2)
    dv_group_set_string (group, item, DV_WORD_QUOTE, "veranderd <&>");
  else
    {
      g_ptr_array_add (inserted, g_strdup (add_word (workshop, "woord")));
      return;
    }

  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
}

static void
tell_inserted (GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    tell ("here", g_ptr_array_index (ids, i));
  g_ptr_array_set_size (ids, 0);
}

static void
run_child (const char *path,
           const char *seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) atoi (seed));
  g_autoptr (GPtrArray) inserted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_open (path, &error);

  if (document == NULL)
    g_error ("%s", error->message);

  tell ("open", "-");
  for (;;)
    {
      guint n = (guint) g_rand_int_range (random, 1, 5);

      for (guint i = 0; i < n; i++)
        do_something (dv_document_get_workshop (document), random, inserted);
      if (g_rand_int_range (random, 0, 3) == 0)
        {
          tell ("save", "-");
          dv_document_save_async (document, NULL, NULL, NULL);
        }
      if (!dv_document_flush (document, &error))
        g_error ("%s", error->message);
      tell_inserted (inserted);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

typedef struct
{
  GHashTable *here;
  guint n_acknowledged;
} Told;

static void
note_line (Told       *told,
           const char *line,
           const char *id)
{
  if (strncmp (line, "here", 4) == 0)
    {
      g_hash_table_add (told->here, g_strdup (id));
      told->n_acknowledged++;
    }
  else if (strncmp (line, "gone", 4) == 0)
    g_hash_table_remove (told->here, id);
}

/* Reads what the child says, and kills it after so many lines or, when it is
 * to be during a checkpoint, just after it began the next one. */
static void
listen_and_kill (int      fd,
                 pid_t    child,
                 Told    *told,
                 guint    n_lines,
                 gboolean during_checkpoint)
{
  FILE *stream = fdopen (fd, "r");
  char line[64];
  gboolean is_killed = FALSE;

  while (fgets (line, sizeof line, stream) != NULL)
    {
      char *id = strchr (line, ' ') + 1;

      id[strcspn (id, "\n")] = '\0';
      note_line (told, line, id);
      if (n_lines > 0)
        n_lines--;
      if (is_killed || n_lines > 0 || (during_checkpoint && strncmp (line, "save", 4) != 0))
        continue;

      g_usleep ((gulong) g_random_int_range (0, 3000));
      kill (child, SIGKILL);
      is_killed = TRUE;
    }
  fclose (stream);
}

static pid_t
start_child (const char *program,
             const char *path,
             guint       seed,
             int        *fd)
{
  g_autofree char *number = g_strdup_printf ("%u", seed);
  int pipes[2];
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      dup2 (pipes[1], STDOUT_FILENO);
      close (pipes[0]);
      close (pipes[1]);
      g_setenv ("XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
      execl (program, program, "--child", path, number, NULL);
      _exit (1);
    }
  close (pipes[1]);
  *fd = pipes[0];
  return child;
}

static char *
recover_text (void)
{
  g_autoptr (GPtrArray) rooms = dv_state_list_rooms ();
  g_autofree char *folder = NULL;
  DvRecovery recovery = { 0 };
  g_autoptr (DvBranch) branch = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (rooms->len, ==, 1);
  folder = g_build_filename (g_get_user_state_dir (), "draagvlak", "rooms",
                             ((DvRoom *) g_ptr_array_index (rooms, 0))->name, NULL);
  if (!dv_state_folder_has_work (folder))
    return g_strdup ("");

  dv_recovery_run (&recovery, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recovery.notices->len, ==, 0);
  branch = dv_workshop_snapshot (recovery.workshop);
  bytes = dv_xml_write (branch, DV_XML_EVERYTHING);
  dv_recovery_clear (&recovery);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
check (const char *path,
       Told       *told)
{
  g_autofree char *first = recover_text ();
  g_autofree char *second = recover_text ();
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_open (path, &error);
  DvWorkshop *workshop;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (dv_document_get_problems (document)->len, ==, 0);
  g_assert_cmpuint (dv_document_get_notices (document)->len, ==, 0);
  workshop = dv_document_get_workshop (document);
  for (guint i = 0; i < count_words (workshop); i++)
    g_assert_true (g_hash_table_add (ids, (gpointer) dv_item_get_id (
                                              dv_list_get (dv_workshop_get_list (workshop, &dv_word_kind), i))));

  g_hash_table_iter_init (&iter, told->here);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (ids, id))
      g_test_fail_printf ("%s was told durable and is not there", (const char *) id);
  g_object_unref (document);
}

static void
test_kill (StoreFixture *fixture,
           gconstpointer program)
{
  Told told = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_new (workshop, &error);

  g_assert_no_error (error);
  dv_document_save_as_sync (document, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (dv_document_close (document, &error));
  g_object_unref (document);

  for (guint i = 0; i < KILLS && !g_test_failed (); i++)
    {
      int fd;
      int status;
      pid_t child = start_child (program, fixture->path, i, &fd);

      listen_and_kill (fd, child, &told, (guint) g_random_int_range (1, 30), i % 2 == 0);
      waitpid (child, &status, 0);
      g_assert_true (WIFSIGNALED (status));
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      check (fixture->path, &told);
    }
  g_test_message ("%d kills, %u told durable", KILLS, told.n_acknowledged);
  g_assert_cmpuint (told.n_acknowledged, >, KILLS);
  g_hash_table_unref (told.here);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    run_child (argv[2], argv[3]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/crash/kill", StoreFixture, argv[0], store_fixture_set_up, test_kill, store_fixture_tear_down);

  return g_test_run ();
}
