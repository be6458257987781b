/* test-document.c
 *
 * An open workshop: life, crash, locks, other programs, failing disks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-document"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "dv-file.h"
#include "dv-state-folder.h"
#include "store-fixture.h"

#define ADD(path, function) ADD_DATA (path, NULL, function)
#define ADD_DATA(path, data, function) \
  g_test_add (path, StoreFixture, data, store_fixture_set_up, function, store_fixture_tear_down)

static DvDocument *
open_document (const char *path)
{
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_open (path, &error);

  g_assert_no_error (error);
  return document;
}

/* A new workshop with a file at the fixture's path. */
static DvDocument *
new_document (StoreFixture *fixture)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_new (workshop, &error);

  g_assert_no_error (error);
  dv_document_save_as_sync (document, fixture->path, &error);
  g_assert_no_error (error);
  return document;
}

static void
type (DvDocument *document,
      const char *text)
{
  g_autoptr (GError) error = NULL;

  add_word (dv_document_get_workshop (document), text);
  dv_document_flush (document, &error);
  g_assert_no_error (error);
}

static void
save (DvDocument *document)
{
  g_autoptr (GError) error = NULL;

  dv_document_save_sync (document, &error);
  g_assert_no_error (error);
}

static void
close_document (DvDocument *document)
{
  g_autoptr (GError) error = NULL;

  dv_document_close (document, &error);
  g_assert_no_error (error);
  g_object_unref (document);
}

/* As if the program had died: nothing is saved, nothing tidied up. */
static void
crash (DvDocument *document)
{
  g_object_unref (document);
}

static guint
count_rooms (gboolean unrecovered)
{
  g_autoptr (GPtrArray) rooms = dv_state_list_rooms ();
  guint n = 0;

  for (guint i = 0; i < rooms->len; i++)
    n += !unrecovered || ((DvRoom *) g_ptr_array_index (rooms, i))->is_unrecovered;
  return n;
}

static char *
find_room (void)
{
  g_autoptr (GPtrArray) rooms = dv_state_list_rooms ();

  for (guint i = 0; i < rooms->len; i++)
    if (((DvRoom *) g_ptr_array_index (rooms, i))->is_unrecovered)
      return g_strdup (((DvRoom *) g_ptr_array_index (rooms, i))->name);
  return NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_life (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_new (workshop, &error);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (dv_document_get_saved_state (document), ==, DV_SAVED_STATE_LAPTOP);
  g_assert_null (dv_document_get_path (document));
  type (document, "nabij");
  g_assert_cmpuint (dv_document_get_durable (document), ==, dv_document_get_sequence (document));

  dv_document_save_as_sync (document, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dv_document_get_path (document), ==, fixture->path);
  g_assert_cmpint (dv_document_get_saved_state (document), ==, DV_SAVED_STATE_SAVED);
  type (document, "eerlijk");
  close_document (document);
  g_assert_cmpuint (count_rooms (TRUE), ==, 0);

  text = read_text (fixture->path);
  g_assert_nonnull (strstr (text, "eerlijk"));
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2);
  g_assert_cmpuint (dv_document_get_n_recovered (document), ==, 0);
  close_document (document);
  again = read_text (fixture->path);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_only_looking (StoreFixture *fixture,
                   gconstpointer data)
{
  DvFileIdentity before;
  DvFileIdentity after;

  close_document (new_document (fixture));
  dv_file_identify (fixture->path, &before);
  close_document (open_document (fixture->path));
  dv_file_identify (fixture->path, &after);
  g_assert_true (dv_file_identity_equal (&before, &after));
}

static void
test_crash_without_file (StoreFixture *fixture,
                         gconstpointer data)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_new (workshop, &error);
  g_autofree char *room = NULL;

  type (document, "nabij");
  crash (document);
  room = find_room ();
  g_assert_nonnull (room);

  document = dv_document_recover (room, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 1);
  g_assert_null (dv_document_get_path (document));
  close_document (document);

  /* It still has no place of its own, so it stays on the list. */
  g_assert_cmpuint (count_rooms (TRUE), ==, 1);
  document = dv_document_recover (room, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 1);
  dv_document_save_as_sync (document, fixture->path, &error);
  g_assert_no_error (error);
  close_document (document);
  g_assert_cmpuint (count_rooms (TRUE), ==, 0);
}

static void
test_crash (StoreFixture *fixture,
            gconstpointer data)
{
  DvDocument *document = new_document (fixture);

  type (document, "een");
  type (document, "twee");
  crash (document);

  for (guint i = 0; i < 3; i++)
    {
      document = open_document (fixture->path);
      g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2 + i);
      g_assert_cmpuint (dv_document_get_n_recovered (document), >, 0);
      type (document, "nog een");
      crash (document);
    }
  document = open_document (fixture->path);
  close_document (document);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 5);
  g_assert_cmpuint (dv_document_get_n_recovered (document), ==, 0);
  close_document (document);
}

static void
test_crash_after_save (StoreFixture *fixture,
                       gconstpointer data)
{
  DvDocument *document = new_document (fixture);

  type (document, "een");
  save (document);
  crash (document);
  g_assert_cmpuint (count_rooms (TRUE), ==, 0);
  document = open_document (fixture->path);
  g_assert_cmpuint (dv_document_get_n_recovered (document), ==, 0);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 1);
  type (document, "twee");
  crash (document);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2);
  close_document (document);
}

static void
test_forgotten (StoreFixture *fixture,
                gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  DvWorkshop *workshop = dv_document_get_workshop (document);
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_ROOM);
  DvRecord *record = dv_group_insert (group, &dv_word_kind, dv_workshop_get_id (workshop), NULL);
  g_autofree char *id = g_strdup (dv_record_get_id (record));
  g_autofree char *text = NULL;
  g_autofree char *rooms = g_build_filename (g_get_user_state_dir (), "draagvlak", NULL);
  g_autofree char *command = g_strdup_printf ("grep -rq afzender '%s'", rooms);

  dv_record_set_string (record, DV_WORD_TEXT, "nabij");
  dv_record_set_string (record, DV_WORD_SENDER, "afzender");
  g_assert_true (dv_workshop_apply (workshop, group, NULL));
  save (document);
  crash (document);

  /* It survives a crash, is never in the file, and is gone once it is closed. */
  text = read_text (fixture->path);
  g_assert_null (strstr (text, "afzender"));
  g_assert_cmpint (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL), ==, TRUE);
  document = open_document (fixture->path);
  workshop = dv_document_get_workshop (document);
  type (document, "eerlijk");
  close_document (document);
  {
    int status = 0;

    g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
    g_assert_cmpint (status, !=, 0);
  }
}

static void
test_two_instances (StoreFixture *fixture,
                    gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *link = g_build_filename (fixture->folder, "link.draagvlak", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (dv_document_open (fixture->path, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "workshop.draagvlak"));
  g_clear_error (&error);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_null (dv_document_open (link, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_LOCKED);

  type (document, "nabij");
  close_document (document);
  document = open_document (link);
  type (document, "eerlijk");
  close_document (document);
  /* The link still is one; the file behind it was replaced. */
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2);
  close_document (document);
}

static void
test_copied_file (StoreFixture *fixture,
                  gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  DvDocument *copy;
  g_autofree char *path = g_build_filename (fixture->folder, "copy.draagvlak", NULL);
  g_autofree char *text = NULL;

  type (document, "een");
  save (document);
  text = read_text (fixture->path);
  g_file_set_contents (path, text, -1, NULL);
  type (document, "twee");

  /* The same id, another file: a room of its own, and no edits of the other. */
  copy = open_document (path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (copy)), ==, 1);
  type (copy, "drie");
  crash (document);
  crash (copy);
  copy = open_document (path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (copy)), ==, 2);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2);
  close_document (copy);
  close_document (document);
}

static void
test_moved_file (StoreFixture *fixture,
                 gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "moved.draagvlak", NULL);

  type (document, "een");
  crash (document);
  g_assert_cmpint (rename (fixture->path, path), ==, 0);
  document = open_document (path);
  g_assert_cmpuint (dv_document_get_n_recovered (document), ==, 1);
  close_document (document);
  document = open_document (path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 1);
  close_document (document);
}

static void
change_title (const char *path,
              const char *title)
{
  g_autofree char *text = read_text (path);
  g_autoptr (GString) changed = g_string_new (text);
  g_autofree char *with = g_strdup_printf (" title=\"%s\" id=", title);

  g_string_replace (changed, " id=", with, 1);
  g_file_set_contents (path, changed->str, -1, NULL);
}

static void
test_changed_while_open (StoreFixture *fixture,
                         gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *ours = NULL;

  type (document, "een");
  save (document);
  change_title (fixture->path, "Elders");
  type (document, "twee");
  save (document);

  /* Both are kept, and it is told. */
  g_assert_cmpuint (dv_document_get_notices (document)->len, ==, 1);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  ours = read_text (fixture->path);
  g_assert_nonnull (strstr (ours, "twee"));
  g_assert_null (strstr (ours, "Elders"));

  /* Touching it is no change. */
  g_assert_cmpint (g_utime (fixture->path, NULL), ==, 0);
  type (document, "drie");
  save (document);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);

  /* Nor is taking it away a reason to lose it. */
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  type (document, "vier");
  close_document (document);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  g_clear_pointer (&ours, g_free);
  ours = read_text (fixture->path);
  g_assert_nonnull (strstr (ours, "vier"));
}

static void
test_changed_after_crash (StoreFixture *fixture,
                          gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *room = NULL;
  g_autoptr (GError) error = NULL;

  type (document, "een");
  crash (document);
  change_title (fixture->path, "Elders");

  /* The work does not fit this file: it is opened as it is, the work is kept. */
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 0);
  g_assert_cmpuint (dv_document_get_notices (document)->len, ==, 1);
  close_document (document);
  room = find_room ();
  g_assert_nonnull (room);
  document = dv_document_recover (room, &error);
  g_assert_no_error (error);
  g_assert_null (dv_document_get_path (document));
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 1);
  close_document (document);
}

static void
test_read_only (StoreFixture *fixture,
                gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *other = g_build_filename (fixture->folder, "other.draagvlak", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  close_document (document);
  before = read_text (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  document = open_document (fixture->path);
  type (document, "een");
  g_assert_false (dv_document_save_sync (document, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNWRITABLE);
  g_clear_error (&error);
  g_assert_cmpint (dv_document_get_saved_state (document), ==, DV_SAVED_STATE_LAPTOP);
  g_assert_nonnull (dv_document_get_message (document));
  after = read_text (fixture->path);
  g_assert_cmpstr (before, ==, after);

  /* Closing keeps it; opening brings it back; another place takes it. */
  g_assert_false (dv_document_close (document, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNWRITABLE);
  g_clear_error (&error);
  g_object_unref (document);
  g_assert_cmpuint (count_rooms (TRUE), ==, 1);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 1);
  dv_document_save_as_sync (document, other, &error);
  g_assert_no_error (error);
  close_document (document);
  g_assert_cmpuint (count_rooms (TRUE), ==, 0);
}

static void
test_no_place (StoreFixture *fixture,
               gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "gone", "x.draagvlak", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (dv_document_save_as_sync (document, nowhere, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNWRITABLE);
  g_assert_cmpstr (dv_document_get_path (document), ==, fixture->path);
  close_document (document);
}

static const char dangling[] =
    "<workshop xmlns=\"urn:draagvlak:workshop\" version=\"1.0\" id=\"wdangling\">"
    "<role id=\"a\" name=\"x\"/><role id=\"a\" name=\"y\"/>"
    "<value id=\"v\" name=\"z\"><behaviour id=\"b\" role=\"gone\"><text>t</text></behaviour></value></workshop>";

static void
test_repairs (StoreFixture *fixture,
              gconstpointer data)
{
  DvDocument *document;
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;

  g_file_set_contents (fixture->path, dangling, -1, NULL);
  document = open_document (fixture->path);
  g_assert_cmpuint (dv_document_get_problems (document)->len, ==, 2);
  type (document, "een");
  save (document);
  text = read_text (fixture->path);
  g_assert_cmpstr (text, ==, dangling);
  g_assert_cmpint (dv_document_get_saved_state (document), ==, DV_SAVED_STATE_LAPTOP);

  dv_document_accept_repairs (document);
  save (document);
  close_document (document);
  after = read_text (fixture->path);
  g_assert_null (strstr (after, "gone"));
  g_assert_nonnull (strstr (after, "een"));
  document = open_document (fixture->path);
  g_assert_cmpuint (dv_document_get_problems (document)->len, ==, 0);
  close_document (document);
}

static void
test_versions (StoreFixture *fixture,
               gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (DvBranch) branch = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < DV_VERSIONS_NEWEST + 5; i++)
    {
      type (document, "woord");
      save (document);
    }
  versions = dv_document_list_versions (document);
  g_assert_cmpuint (versions->len, ==, DV_VERSIONS_NEWEST);
  branch = dv_document_read_version (document, ((DvVersion *) g_ptr_array_index (versions, 1))->name, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dv_branch_get_length (branch), ==, 1 + DV_VERSIONS_NEWEST + 4);
  g_assert_null (dv_document_read_version (document, "../meta", &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_FOUND);
  close_document (document);
}

static void
test_copies (StoreFixture *fixture,
             gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  DvWorkshop *workshop = dv_document_get_workshop (document);
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_CONSOLE);
  g_autofree char *path = g_build_filename (fixture->folder, "copy.draagvlak", NULL);
  g_autofree char *colleague = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr (GError) error = NULL;

  dv_group_set_string (group, dv_workshop_get_root (workshop), DV_WORKSHOP_NOTES, "geheim");
  g_assert_true (dv_workshop_apply (workshop, group, NULL));
  type (document, "nabij");
  dv_document_save_copy (document, path, DV_COPY_COLLEAGUE, &error);
  g_assert_no_error (error);
  colleague = read_text (path);
  g_assert_null (strstr (colleague, "geheim"));
  g_assert_nonnull (strstr (colleague, "nabij"));
  dv_document_save_copy (document, path, DV_COPY_FRESH, &error);
  g_assert_no_error (error);
  fresh = read_text (path);
  g_assert_nonnull (strstr (fresh, "geheim"));
  g_assert_null (strstr (fresh, dv_workshop_get_id (workshop)));
  close_document (document);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  dv_document_save_finish (DV_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  (*(guint *) data)++;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(DvDocument **) data = dv_document_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (StoreFixture *fixture,
            gconstpointer data)
{
  DvDocument *document = NULL;
  guint n_saved = 0;

  close_document (new_document (fixture));
  dv_document_open_async (fixture->path, NULL, opened_cb, &document);
  while (document == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 20; i++)
    {
      add_word (dv_document_get_workshop (document), "woord");
      dv_document_save_async (document, NULL, saved_cb, &n_saved);
    }
  while (n_saved < 20)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (dv_document_get_saved_state (document), ==, DV_SAVED_STATE_SAVED);
  crash (document);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 20);
  close_document (document);
}

typedef struct
{
  guint n_done;
  gboolean is_fine;
} Answer;

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->is_fine = dv_document_close_finish (DV_DOCUMENT (source), result, NULL);
  answer->n_done++;
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->is_fine = dv_document_save_copy_finish (DV_DOCUMENT (source), result, NULL);
  answer->n_done++;
}

static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->is_fine = dv_document_save_as_finish (DV_DOCUMENT (source), result, NULL);
  answer->n_done++;
}

static void
wait_for (Answer *answer,
          guint   n)
{
  while (answer->n_done < n)
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever is asked at once is done in order; what comes in while it is being
 * closed is not lost, and the last word is that it is closed. */
static void
test_close_async (StoreFixture *fixture,
                  gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.draagvlak", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.draagvlak", NULL);
  Answer copied = { 0 };
  Answer placed = { 0 };
  Answer closed = { 0 };

  add_word (dv_document_get_workshop (document), "een");
  dv_document_save_copy_async (document, copy, DV_COPY_COLLEAGUE, NULL, copied_cb, &copied);
  dv_document_save_async (document, NULL, NULL, NULL);
  dv_document_save_as_async (document, other, NULL, placed_cb, &placed);
  dv_document_close_async (document, NULL, closed_cb, &closed);
  add_word (dv_document_get_workshop (document), "twee");
  dv_document_close_async (document, NULL, closed_cb, &closed);
  wait_for (&closed, 2);
  wait_for (&copied, 1);
  g_assert_true (closed.is_fine);
  g_assert_true (copied.is_fine);
  g_assert_true (placed.is_fine);
  g_assert_true (dv_document_close (document, NULL));
  g_object_unref (document);

  g_assert_cmpuint (count_rooms (TRUE), ==, 0);
  document = open_document (other);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2);
  g_assert_cmpuint (dv_document_get_n_recovered (document), ==, 0);
  close_document (document);
  document = open_document (copy);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 1);
  close_document (document);

  /* Nothing to do, and nothing that can be done. */
  document = open_document (other);
  dv_document_close_async (document, NULL, closed_cb, &closed);
  wait_for (&closed, 3);
  g_assert_true (closed.is_fine);
  g_object_unref (document);
  g_assert_cmpint (g_chmod (other, 0400), ==, 0);
  document = open_document (other);
  add_word (dv_document_get_workshop (document), "drie");
  dv_document_close_async (document, NULL, closed_cb, &closed);
  wait_for (&closed, 4);
  g_assert_false (closed.is_fine);
  g_object_unref (document);
  g_assert_cmpuint (count_rooms (TRUE), ==, 1);
}

/* More than 2,000 groups make a checkpoint by themselves. */
static void
test_checkpoint (StoreFixture *fixture,
                 gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  gboolean is_saved = FALSE;

  for (guint i = 0; i < 2100; i++)
    add_word (dv_document_get_workshop (document), "woord");
  while (!is_saved)
    {
      g_autofree char *text = NULL;

      g_main_context_iteration (NULL, TRUE);
      text = read_text (fixture->path);
      is_saved = strstr (text, "woord") != NULL;
    }
  crash (document);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2100);
  close_document (document);
}

/* A disk that fails: the k-th call of its kind, and perhaps all after it. */
static guint calls_left;
static gboolean fails_for_good;
static int failure;

static gboolean
fails_now (void)
{
  if (calls_left > 0)
    {
      calls_left--;
      return FALSE;
    }
  if (!fails_for_good)
    calls_left = G_MAXUINT;
  errno = failure;
  return TRUE;
}

static ssize_t
failing_write (int         fd,
               const void *data,
               size_t      length)
{
  return fails_now () ? -1 : write (fd, data, length);
}

static int
failing_fsync (int fd)
{
  return fails_now () ? -1 : fsync (fd);
}

static int
failing_fdatasync (int fd)
{
  return fails_now () ? -1 : fdatasync (fd);
}

static int
failing_renameat2 (int          old_folder,
                   const char  *old_name,
                   int          new_folder,
                   const char  *new_name,
                   unsigned int flags)
{
  return fails_now () ? -1 : renameat2 (old_folder, old_name, new_folder, new_name, flags);
}

static void
use_disk (int call)
{
  dv_file_calls = (DvFileCalls){ write, fsync, fdatasync, renameat2, rename };
  switch (call)
    {
    case 0:
      dv_file_calls.write = failing_write;
      break;
    case 1:
      dv_file_calls.fsync = failing_fsync;
      break;
    case 2:
      dv_file_calls.fdatasync = failing_fdatasync;
      break;
    case 3:
      dv_file_calls.renameat2 = failing_renameat2;
      break;
    default:
      break;
    }
}

/* Every call fails once, and from then on. What was told durable is there
 * afterwards, and nothing is twice. */
static void
test_failing_disk (StoreFixture *fixture,
                   gconstpointer data)
{
  static const int failures[] = { EIO, ENOSPC };

  for (int call = 0; call < 4; call++)
    for (guint k = 0; k < 14; k++)
      for (guint mode = 0; mode < 2 * G_N_ELEMENTS (failures); mode++)
        {
          g_autofree char *path = g_strdup_printf ("%s/w-%d-%u-%u.draagvlak", fixture->folder, call, k, mode);
          g_autofree char *room = NULL;
          StoreFixture file = { fixture->folder, path };
          DvDocument *document = new_document (&file);
          guint n_durable = 0;
          guint n_typed = 0;

          calls_left = k;
          fails_for_good = mode % 2 != 0;
          failure = failures[mode / 2];
          use_disk (call);
          for (guint i = 0; i < 6; i++)
            {
              add_word (dv_document_get_workshop (document), "woord");
              n_typed++;
              if (dv_document_flush (document, NULL))
                n_durable = n_typed;
              if (i % 2 != 0 && dv_document_save_sync (document, NULL))
                n_durable = n_typed;
              while (g_main_context_iteration (NULL, FALSE))
                ;
            }
          use_disk (-1);
          crash (document);

          document = open_document (path);
          if (count_words (dv_document_get_workshop (document)) < n_durable)
            g_test_fail_printf ("call %d, k %u, mode %u: %u of %u", call, k, mode,
                                count_words (dv_document_get_workshop (document)), n_durable);
          g_assert_cmpuint (count_words (dv_document_get_workshop (document)), <=, n_typed);
          close_document (document);
        }
}

/* After the first failure everything is put on a new journal, and it goes on. */
static void
test_journal_dies (StoreFixture *fixture,
                   gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autoptr (GError) error = NULL;

  type (document, "een");
  calls_left = 0;
  fails_for_good = FALSE;
  failure = EIO;
  use_disk (2);
  add_word (dv_document_get_workshop (document), "twee");
  g_assert_false (dv_document_flush (document, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNWRITABLE);
  g_assert_cmpint (dv_document_get_saved_state (document), ==, DV_SAVED_STATE_NOT_SAVING);
  while (dv_document_get_saved_state (document) == DV_SAVED_STATE_NOT_SAVING)
    g_main_context_iteration (NULL, TRUE);
  use_disk (-1);
  type (document, "drie");
  crash (document);

  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 3);
  close_document (document);
}

/* While repairs wait to be accepted nothing goes to the file. When the journal
 * fails then, saving makes a snapshot, and does not say that all is well when
 * that fails as well. */
static void
test_journal_dies_unrepaired (StoreFixture *fixture,
                              gconstpointer data)
{
  DvDocument *document;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, dangling, -1, NULL);
  document = open_document (fixture->path);
  type (document, "een");
  calls_left = 0;
  fails_for_good = TRUE;
  failure = EIO;
  use_disk (2);
  add_word (dv_document_get_workshop (document), "twee");
  dv_file_calls.fsync = failing_fsync;
  g_assert_false (dv_document_save_sync (document, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNWRITABLE);
  g_clear_error (&error);

  dv_file_calls.fsync = fsync;
  dv_document_save_sync (document, &error);
  g_assert_no_error (error);
  use_disk (-1);
  crash (document);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2);
  close_document (document);
}

static int
refused_renameat2 (int          old_folder,
                   const char  *old_name,
                   int          new_folder,
                   const char  *new_name,
                   unsigned int flags)
{
  errno = EINVAL;
  return -1;
}

static int
refused_rename (const char *old_path,
                const char *new_path)
{
  if (!g_str_has_suffix (new_path, ".draagvlak"))
    return rename (old_path, new_path);
  errno = EPERM;
  return -1;
}

static gboolean
has_snapshot_of (const char *word)
{
  g_autofree char *rooms = g_build_filename (g_get_user_state_dir (), "draagvlak", "rooms", NULL);
  g_autofree char *command = g_strdup_printf ("sh -c 'grep -q %s %s/*/snapshot.*'", word, rooms);
  int status = 1;

  return g_spawn_command_line_sync (command, NULL, NULL, &status, NULL) && status == 0;
}

/* Dies in the middle of writing the user's file over. */
static ssize_t
broken_write (int         fd,
              const void *data,
              size_t      length)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);

  if (!g_str_has_suffix (path, "workshop.draagvlak"))
    return write (fd, data, length);

  /* The snapshot has to be there by now. */
  g_assert_true (has_snapshot_of ("drie"));
  if (length > 10)
    return write (fd, data, 10);
  errno = EIO;
  return -1;
}

/* Where a file cannot be replaced in one step, the snapshot is there before. */
static void
test_written_over (StoreFixture *fixture,
                   gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *room = NULL;

  dv_file_calls.renameat2 = refused_renameat2;
  type (document, "een");
  save (document);
  dv_file_calls.rename = refused_rename;
  type (document, "twee");
  save (document);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  use_disk (-1);
  close_document (document);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 2);

  /* All but its end, and nothing lost. */
  dv_file_calls.renameat2 = refused_renameat2;
  dv_file_calls.rename = refused_rename;
  dv_file_calls.write = broken_write;
  type (document, "drie");
  g_assert_false (dv_document_save_sync (document, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNWRITABLE);
  g_clear_error (&error);
  use_disk (-1);
  crash (document);
  room = find_room ();
  g_assert_nonnull (room);
  document = dv_document_recover (room, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 3);
  close_document (document);
}

static void
test_damaged_journal (StoreFixture *fixture,
                      gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *command = NULL;
  g_autofree char *rooms = g_build_filename (g_get_user_state_dir (), "draagvlak", "rooms", NULL);
  guint n;

  for (guint i = 0; i < 9; i++)
    type (document, "woord");
  crash (document);
  command = g_strdup_printf ("sh -c \"f=$(ls %s/*/journal.*); printf X | dd of=$f bs=1 seek=1000 conv=notrunc status=none\"", rooms);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));

  document = open_document (fixture->path);
  n = count_words (dv_document_get_workshop (document));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 9);
  g_assert_cmpuint (dv_document_get_notices (document)->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (dv_document_get_notices (document), 0), ".damaged"));
  close_document (document);
  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, n);
  close_document (document);
}

/* The one record of a journal that is not as it was written. */
static void
test_damaged_last_record (StoreFixture *fixture,
                          gconstpointer data)
{
  DvDocument *document = new_document (fixture);
  g_autofree char *rooms = g_build_filename (g_get_user_state_dir (), "draagvlak", "rooms", NULL);
  g_autofree char *command = g_strdup_printf ("sh -c \"sed -i s/woord/waard/ %s/*/journal.*\"", rooms);

  type (document, "woord");
  crash (document);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));

  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 0);
  g_assert_cmpuint (dv_document_get_notices (document)->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (dv_document_get_notices (document), 0), ".damaged"));
  close_document (document);
}

/* What a room holds does not pass for saved because its meta is not right. */
static void
test_damaged_meta (StoreFixture *fixture,
                   gconstpointer data)
{
  const char *change = data;
  DvDocument *document = new_document (fixture);
  g_autofree char *rooms = g_build_filename (g_get_user_state_dir (), "draagvlak", "rooms", NULL);
  g_autofree char *command = g_strdup_printf ("sh -c \"sed -i '%s' %s/*/meta\"", change, rooms);
  g_autofree char *room = NULL;
  g_autoptr (GError) error = NULL;

  type (document, "woord");
  crash (document);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));

  document = open_document (fixture->path);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 0);
  g_assert_cmpuint (dv_document_get_notices (document)->len, ==, 1);
  close_document (document);
  room = find_room ();
  g_assert_nonnull (room);
  document = dv_document_recover (room, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (dv_document_get_workshop (document)), ==, 1);
  close_document (document);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/document/life", test_life);
  ADD ("/document/only-looking", test_only_looking);
  ADD ("/document/crash", test_crash);
  ADD ("/document/crash-without-file", test_crash_without_file);
  ADD ("/document/crash-after-save", test_crash_after_save);
  ADD ("/document/forgotten", test_forgotten);
  ADD ("/document/two-instances", test_two_instances);
  ADD ("/document/copied-file", test_copied_file);
  ADD ("/document/moved-file", test_moved_file);
  ADD ("/document/changed-while-open", test_changed_while_open);
  ADD ("/document/changed-after-crash", test_changed_after_crash);
  ADD ("/document/read-only", test_read_only);
  ADD ("/document/no-place", test_no_place);
  ADD ("/document/repairs", test_repairs);
  ADD ("/document/versions", test_versions);
  ADD ("/document/copies", test_copies);
  ADD ("/document/async", test_async);
  ADD ("/document/close-async", test_close_async);
  ADD ("/document/checkpoint", test_checkpoint);
  ADD ("/document/failing-disk", test_failing_disk);
  ADD ("/document/journal-dies", test_journal_dies);
  ADD ("/document/journal-dies-unrepaired", test_journal_dies_unrepaired);
  ADD ("/document/written-over", test_written_over);
  ADD ("/document/damaged-journal", test_damaged_journal);
  ADD ("/document/damaged-last-record", test_damaged_last_record);
  ADD_DATA ("/document/damaged-meta/saved", "s/saved=/saved=9/", test_damaged_meta);
  ADD_DATA ("/document/damaged-meta/file", "s/file=file/file=fild/", test_damaged_meta);
  ADD_DATA ("/document/damaged-meta/gone", "d", test_damaged_meta);

  return g_test_run ();
}
