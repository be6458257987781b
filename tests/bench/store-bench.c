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
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

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

static int
report_memory (const char *path,
               const char *fd)
{
  struct rusage usage;
  long kilobytes[2];

  getrusage (RUSAGE_SELF, &usage);
  kilobytes[0] = usage.ru_maxrss;
  time_open (path);
  getrusage (RUSAGE_SELF, &usage);
  kilobytes[1] = usage.ru_maxrss;
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
  printf ("open %29.2f ms   %5.2f of libxml2 SAX2 (%.2f ms)   %5.2f of its DOM (%.2f ms)\n", median (own, RUNS),
          own[RUNS / 2] / sax[RUNS / 2], sax[RUNS / 2], own[RUNS / 2] / dom[RUNS / 2], dom[RUNS / 2]);
  printf ("memory to open %19.2f MB   %5.2f of the file (%.2f MB)\n", memory / 1e6, memory / (double) length,
          (double) length / 1e6);
}
