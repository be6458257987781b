/* store-bench.c
 *
 * How long it takes to open, save and journal a workshop of N behaviours
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "store-bench"

#include "config.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "dv-checkpoint.h"
#include "dv-document.h"
#include "dv-file.h"
#include "dv-xml-reader.h"
#include "dv-xml-writer.h"

/* Prints milliseconds, medians of several runs, and what they are as a ratio of
 * what libxml2 and the disk do by themselves in the same run. */

#define RUNS 5

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values,
        guint   n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static void
append_sentence (GString *to,
                 GRand   *random)
{
  static const char *const words[] = {
    "we", "bellen", "terug", "binnen", "twee", "dagen", "en", "zeggen", "wat", "er",
    "gebeurt", "met", "de", "vraag", "van", "een", "inwoner", "ook", "als", "het",
    "antwoord", "nog", "niet", "klaar", "is", "coördineren", "collega’s", "samen"
  };
  guint n = (guint) g_rand_int_range (random, 16, 34);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (to, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (words))]);
}

static DvBranch *
make_workshop (guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  DvBranch *branch = dv_branch_new ();
  DvRecord *roles[5];
  DvRecord *record = dv_record_new (&dv_workshop_kind, NULL);

  dv_record_set_string (record, DV_WORKSHOP_TITLE, "Meting");
  dv_branch_take (branch, record, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *name = g_strdup_printf ("Rol %u", i + 1);

      roles[i] = dv_record_new (&dv_role_kind, NULL);
      dv_record_set_string (roles[i], DV_ROLE_NAME, name);
      dv_branch_take (branch, roles[i], 1, 0);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint role = (guint) g_rand_int_range (random, 0, 5);

      if (i % MAX (1, n / 7 + 1) == 0)
        {
          record = dv_record_new (&dv_value_kind, NULL);
          dv_record_set_string (record, DV_VALUE_NAME, "Nabij");
          dv_branch_take (branch, record, 1, 0);
        }
      record = dv_record_new (&dv_behaviour_kind, NULL);
      dv_record_set_string (record, DV_BEHAVIOUR_ROLE, dv_record_get_id (roles[role]));
      dv_record_set_int (record, DV_BEHAVIOUR_STAR, i % 9 == 0);
      append_sentence (text, random);
      dv_record_set_string (record, DV_BEHAVIOUR_TEXT, text->str);
      g_string_truncate (text, 0);
      if (i % 2 == 0)
        {
          append_sentence (text, random);
          dv_record_set_string (record, DV_BEHAVIOUR_COUNTER, text->str);
        }
      dv_branch_take (branch, record, 2, 0);
    }

  return branch;
}

/* What libxml2 does by itself: callbacks that count and do nothing else. */
static guint n_elements;

static void
count_start (void           *data,
             const xmlChar  *name,
             const xmlChar  *prefix,
             const xmlChar  *uri,
             int             n_namespaces,
             const xmlChar **namespaces,
             int             n_attributes,
             int             n_defaulted,
             const xmlChar **attributes)
{
  n_elements++;
}

static void
count_text (void          *data,
            const xmlChar *text,
            int            length)
{
  n_elements += (guint) length & 1;
}

static double
time_sax (const char *data,
          gsize       length)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startElementNs = count_start, .characters = count_text };
  double start = now_ms ();

  if (xmlSAXUserParseMemory (&sax, NULL, data, (int) length) != 0)
    g_error ("libxml2 does not read what we wrote");
  return now_ms () - start;
}

static double
time_dom (const char *data,
          gsize       length,
          xmlDoc    **document)
{
  double start = now_ms ();

  *document = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET);
  return now_ms () - start;
}

static double
time_open (const char *path)
{
  double start = now_ms ();
  g_autoptr (DvBranch) branch = dv_xml_load (path, NULL, NULL, NULL);
  g_autoptr (DvWorkshop) workshop = NULL;
  guint line = 0;
  double elapsed;

  workshop = dv_workshop_new_from_branch (branch, NULL, &line, NULL);
  elapsed = now_ms () - start;
  g_assert_nonnull (workshop);
  return elapsed;
}

static double
time_write (const char *path,
            const char *data,
            gsize       length)
{
  g_autofree char *temporary = g_strconcat (path, ".new", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  double start = now_ms ();
  int fd = open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (!dv_file_write_all (fd, data, length) || fsync (fd) != 0 || rename (temporary, path) != 0)
    g_error ("Cannot write %s", path);
  close (fd);
  dv_file_sync_folder (folder, NULL);
  return now_ms () - start;
}

static double
time_dom_save (xmlDoc     *document,
               const char *path)
{
  double start = now_ms ();
  xmlChar *data = NULL;
  int length = 0;

  xmlDocDumpMemory (document, &data, &length);
  time_write (path, (const char *) data, (gsize) length);
  xmlFree (data);
  return now_ms () - start;
}

static double
time_append (int fd)
{
  static const char record[300] = { 'x' };
  double start = now_ms ();

  if (!dv_file_write_all (fd, record, sizeof record) || fdatasync (fd) != 0)
    g_error ("Cannot append");
  return now_ms () - start;
}

/* The memory that opening takes, measured in a process of its own. */
static double
measure_memory (const char *path)
{
  int pipes[2];
  pid_t child;
  long kilobytes[2] = { 0, 0 };

  if (pipe (pipes) != 0)
    return NAN;
  child = fork ();
  if (child == 0)
    {
      g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
      g_autofree char *fd = g_strdup_printf ("%d", pipes[1]);

      execl (self, self, "--memory", path, fd, NULL);
      _exit (1);
    }
  close (pipes[1]);
  if (read (pipes[0], kilobytes, sizeof kilobytes) != sizeof kilobytes)
    kilobytes[1] = 0;
  close (pipes[0]);
  waitpid (child, NULL, 0);

  return (double) (kilobytes[1] - kilobytes[0]) * 1024.0;
}

/* The most memory that this process had, in kilobytes. */
static long
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  return line != NULL ? atol (line + strlen ("VmHWM:")) : 0;
}

static int
report_memory (const char *path,
               const char *fd)
{
  long kilobytes[2];

  kilobytes[0] = get_peak ();
  time_open (path);
  kilobytes[1] = get_peak ();
  return write (atoi (fd), kilobytes, sizeof kilobytes) == sizeof kilobytes ? 0 : 1;
}

static void
bench_open (const char *path,
            const char *data,
            gsize       length)
{
  double sax[RUNS], dom[RUNS], own[RUNS];
  double memory = measure_memory (path);

  for (guint i = 0; i < RUNS; i++)
    {
      xmlDoc *document = NULL;

      sax[i] = time_sax (data, length);
      own[i] = time_open (path);
      dom[i] = time_dom (data, length, &document);
      xmlFreeDoc (document);
    }
  median (sax, RUNS);
  median (dom, RUNS);
  median (own, RUNS);
  printf ("open %29.2f ms   %5.2f of libxml2 SAX2 (%.2f ms)   %5.2f of its DOM (%.2f ms)\n", own[RUNS / 2],
          own[RUNS / 2] / sax[RUNS / 2], sax[RUNS / 2], own[RUNS / 2] / dom[RUNS / 2], dom[RUNS / 2]);
  printf ("memory to open %19.2f MB   %5.2f of the file (%.2f MB)\n", memory / 1e6, memory / (double) length,
          (double) length / 1e6);
}

static void
bench_save (const char *path,
            const char *data,
            gsize       length)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *room = g_build_filename (folder, "room", NULL);
  g_autofree char *own_path = g_build_filename (folder, "own.draagvlak", NULL);
  g_autofree char *other_path = g_build_filename (folder, "other.draagvlak", NULL);
  g_autoptr (DvBranch) branch = dv_xml_load (path, NULL, NULL, NULL);
  g_autoptr (DvMeta) meta = dv_meta_new ("bench");
  double dom[RUNS], raw[RUNS], own[RUNS], snapshot[RUNS], settle[RUNS], serialise[RUNS];
  g_autoptr (DvWorkshop) workshop = NULL;
  xmlDoc *document = NULL;
  guint line = 0;

  g_mkdir_with_parents (room, 0700);
  meta->path = g_strdup (own_path);
  workshop = dv_workshop_new_from_branch (branch, NULL, &line, NULL);
  time_dom (data, length, &document);
  for (guint i = 0; i < RUNS; i++)
    {
      double start = now_ms ();
      g_autoptr (DvBranch) frozen = dv_workshop_snapshot (workshop);
      g_autoptr (DvCheckpoint) checkpoint = NULL;

      snapshot[i] = now_ms () - start;
      checkpoint = dv_checkpoint_new (room, frozen, i + 1, meta);
      checkpoint->write_file = TRUE;
      checkpoint->overwrite = TRUE;
      start = now_ms ();
      dv_checkpoint_write (checkpoint);
      own[i] = now_ms () - start;
      g_assert_true (checkpoint->is_in_file);
      start = now_ms ();
      dv_checkpoint_settle (checkpoint);
      settle[i] = now_ms () - start;
      g_assert_true (checkpoint->is_in_room);
      start = now_ms ();
      g_bytes_unref (dv_xml_write (frozen, DV_XML_EVERYTHING));
      serialise[i] = now_ms () - start;
      dom[i] = time_dom_save (document, other_path);
      raw[i] = time_write (other_path, data, length);
    }
  xmlFreeDoc (document);
  median (dom, RUNS);
  median (raw, RUNS);
  median (own, RUNS);
  printf ("save, durable %20.2f ms   %5.2f of libxml2's serialiser, durable (%.2f ms)   %5.2f of a durable write (%.2f ms)\n",
          own[RUNS / 2], own[RUNS / 2] / dom[RUNS / 2], dom[RUNS / 2], own[RUNS / 2] / raw[RUNS / 2], raw[RUNS / 2]);
  printf ("  before it, on the main thread %4.2f ms\n", median (snapshot, RUNS));
  printf ("  of it making the bytes %11.2f ms\n", median (serialise, RUNS));
  printf ("  after it, in the background %6.2f ms\n", median (settle, RUNS));
}

#define EDITS 300

/* From the edit to durable, one at a time, as a person types. */
static void
bench_journal (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *floor_path = g_build_filename (folder, "floor", NULL);
  int fd = open (floor_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  g_autoptr (GError) error = NULL;
  DvDocument *document = dv_document_open (path, &error);
  DvWorkshop *workshop;
  static double floor_times[EDITS], own[EDITS];

  if (document == NULL)
    g_error ("%s", error->message);
  workshop = dv_document_get_workshop (document);
  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (DvGroup) group = dv_group_new ("Add", DV_ORIGIN_CONSOLE);
      DvRecord *record = dv_group_insert (group, &dv_word_kind, dv_workshop_get_id (workshop), NULL);
      double start;

      dv_record_set_string (record, DV_WORD_TEXT, "nabij");
      start = now_ms ();
      if (!dv_workshop_apply (workshop, group, &error) || !dv_document_flush (document, &error))
        g_error ("%s", error->message);
      own[i] = now_ms () - start;
      floor_times[i] = time_append (fd);
    }
  median (floor_times, EDITS);
  median (own, EDITS);
  printf ("one edit, applied and durable %4.2f ms   %5.2f of an append and fdatasync (%.2f ms)\n", own[EDITS / 2],
          own[EDITS / 2] / floor_times[EDITS / 2], floor_times[EDITS / 2]);
  close (fd);
  g_object_unref (document);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *command = NULL;
  g_autoptr (DvBranch) branch = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize length = 0;
  guint n;

  if (argc == 4 && strcmp (argv[1], "--memory") == 0)
    return report_memory (argv[2], argv[3]);
  n = argc == 2 ? (guint) atoi (argv[1]) : 0;
  if (n == 0)
    {
      fprintf (stderr, "Usage: store-bench N\n\nTimes opening, saving and journaling a workshop of N behaviours.\n");
      return 2;
    }

  /* Not in /tmp, which may be memory. */
  folder = g_strdup_printf ("%s/store-bench-%d", g_get_user_cache_dir (), getpid ());
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_error ("Cannot make %s", folder);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  path = g_build_filename (folder, "bench.draagvlak", NULL);
  branch = make_workshop (n);
  bytes = dv_xml_write (branch, DV_XML_EVERYTHING);
  g_clear_pointer (&branch, dv_branch_unref);
  data = g_bytes_get_data (bytes, &length);
  time_write (path, data, length);

  printf ("%u behaviours, %.2f MB\n", n, (double) length / 1e6);
  bench_open (path, data, length);
  bench_save (path, data, length);
  bench_journal (path);

  command = g_strdup_printf ("rm -r '%s'", folder);
  return g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL) ? 0 : 1;
}
