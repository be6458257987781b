/* test-journal.c
 *
 * The journal: torn at every byte, damaged, of another workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-journal"

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "dv-journal.h"
#include "store-fixture.h"

#define SALT G_GUINT64_CONSTANT (0x123456789abcdef0)
#define N_RECORDS 5

typedef struct
{
  guint n;
  guint stop_after;
} Seen;

static gboolean
seen_cb (guint64     sequence,
         const char *payload,
         gsize       length,
         gpointer    data)
{
  Seen *seen = data;
  g_autofree char *expected = g_strdup_printf ("record %" G_GUINT64_FORMAT, sequence);

  g_assert_cmpuint (sequence, ==, 7 + seen->n);
  g_assert_cmpmem (payload, length, expected, strlen (expected));
  seen->n++;
  return seen->n != seen->stop_after;
}

/* Fills a journal; @ends gets where each record ends. */
static GByteArray *
make_journal (gsize ends[N_RECORDS + 1])
{
  GByteArray *bytes = g_byte_array_new ();

  dv_journal_append_header (bytes, "workshop", 7, SALT);
  ends[0] = bytes->len;
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *payload = g_strdup_printf ("record %u", 7 + i);

      dv_journal_append_record (bytes, SALT, 7 + i, payload, strlen (payload));
      ends[i + 1] = bytes->len;
    }

  return bytes;
}

static guint
read_journal (StoreFixture *fixture,
              const void   *data,
              gsize         length,
              const char   *id,
              DvJournalEnd *end)
{
  g_autoptr (GError) error = NULL;
  Seen seen = { 0, 0 };

  g_file_set_contents (fixture->path, data, (gssize) length, &error);
  g_assert_no_error (error);
  dv_journal_read (fixture->path, id, seen_cb, &seen, end, &error);
  g_assert_no_error (error);
  return seen.n;
}

static void
test_torn (StoreFixture *fixture,
           gconstpointer data)
{
  gsize ends[N_RECORDS + 1];
  g_autoptr (GByteArray) bytes = make_journal (ends);

  for (gsize length = 0; length <= bytes->len; length++)
    {
      DvJournalEnd end;
      guint n = read_journal (fixture, bytes->data, length, "workshop", &end);
      guint expected = 0;
      gboolean is_whole = FALSE;

      for (guint i = 0; i <= N_RECORDS; i++)
        if (length >= ends[i])
          {
            expected = i;
            is_whole = length == ends[i];
          }
      g_assert_cmpuint (n, ==, expected);
      g_assert_cmpint (end, ==, is_whole ? DV_JOURNAL_WHOLE : DV_JOURNAL_TORN);
    }
}

/* What a disk leaves when power goes: zeros where the end should be. */
static void
test_zeros (StoreFixture *fixture,
            gconstpointer data)
{
  gsize ends[N_RECORDS + 1];
  g_autoptr (GByteArray) bytes = make_journal (ends);

  for (gsize from = ends[3]; from < bytes->len; from++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes->data, bytes->len);
      DvJournalEnd end;
      guint n;

      memset (copy + from, 0, bytes->len - from);
      n = read_journal (fixture, copy, bytes->len, "workshop", &end);
      g_assert_cmpuint (n, ==, from < ends[4] ? 3 : 4);
      g_assert_cmpint (end, ==, DV_JOURNAL_TORN);
    }
}

/* Any one byte that changes is noticed, and told apart from an end that was torn
 * off. */
static void
test_damaged (StoreFixture *fixture,
              gconstpointer data)
{
  gsize ends[N_RECORDS + 1];
  g_autoptr (GByteArray) bytes = make_journal (ends);

  for (gsize at = 0; at < bytes->len; at++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes->data, bytes->len);
      guint expected = 0;
      DvJournalEnd end;

      /* Between the sum of the header and its end there is nothing. */
      if (at >= 44 && at < DV_JOURNAL_HEADER_SIZE)
        continue;
      /* A last record that says it is longer looks like one that was cut off. */
      if (at >= ends[N_RECORDS - 1] && at < ends[N_RECORDS - 1] + 4)
        continue;
      copy[at] ^= 0x10;
      for (guint i = 0; i < N_RECORDS; i++)
        if (at >= ends[i])
          expected = i;
      g_assert_cmpuint (read_journal (fixture, copy, bytes->len, "workshop", &end), ==, expected);
      g_assert_cmpint (end, ==, DV_JOURNAL_DAMAGED);
    }
}

/* A record of an older file, which the disk still held, is no record of this. */
static void
test_stale (StoreFixture *fixture,
            gconstpointer data)
{
  gsize ends[N_RECORDS + 1];
  g_autoptr (GByteArray) bytes = make_journal (ends);
  DvJournalEnd end;

  dv_journal_append_record (bytes, SALT + 1, 7 + N_RECORDS, "record 12", 9);
  g_assert_cmpuint (read_journal (fixture, bytes->data, bytes->len, "workshop", &end), ==, N_RECORDS);
  g_assert_cmpint (end, ==, DV_JOURNAL_DAMAGED);
}

static void
test_repeated (StoreFixture *fixture,
               gconstpointer data)
{
  gsize ends[N_RECORDS + 1];
  g_autoptr (GByteArray) bytes = make_journal (ends);
  DvJournalEnd end;

  dv_journal_append_record (bytes, SALT, 6 + N_RECORDS, "record 11", 9);
  g_assert_cmpuint (read_journal (fixture, bytes->data, bytes->len, "workshop", &end), ==, N_RECORDS);
  g_assert_cmpint (end, ==, DV_JOURNAL_DAMAGED);
}

static void
test_other_workshop (StoreFixture *fixture,
                     gconstpointer data)
{
  gsize ends[N_RECORDS + 1];
  g_autoptr (GByteArray) bytes = make_journal (ends);
  DvJournalEnd end;

  g_assert_cmpuint (read_journal (fixture, bytes->data, bytes->len, "another", &end), ==, 0);
  g_assert_cmpint (end, ==, DV_JOURNAL_DAMAGED);
}

static void
test_missing (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Seen seen = { 0, 0 };
  DvJournalEnd end;

  g_assert_false (dv_journal_read (fixture->path, "workshop", seen_cb, &seen, &end, &error));
  g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNREADABLE);
}

#define ADD(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/journal/torn", test_torn);
  ADD ("/journal/zeros", test_zeros);
  ADD ("/journal/damaged", test_damaged);
  ADD ("/journal/stale", test_stale);
  ADD ("/journal/repeated", test_repeated);
  ADD ("/journal/other-workshop", test_other_workshop);
  ADD ("/journal/missing", test_missing);

  return g_test_run ();
}
