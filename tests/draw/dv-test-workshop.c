/* dv-test-workshop.c
 *
 * Workshops with more in them than anybody should put there
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-test-workshop"

#include "config.h"

#include "dv-test-workshop.h"

#include "dv-xml-reader.h"

/* Written as a file and read again, so that limits and references are those
 * of real workshops. An id is a letter for the kind and nine digits.
 */

typedef struct
{
  const DvTestAmounts *amounts;
  GString *xml;
  guint n_texts; /* so that texts differ */
} Writer;

static DvWorkshop *
make_workshop (DvBranch *branch,
               GError  **error)
{
  guint line = 0;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);

  return branch != NULL ? dv_workshop_new_from_branch (branch, problems, &line, error) : NULL;
}

DvWorkshop *
dv_test_workshop_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  DvBranch *branch = dv_xml_load (path, NULL, NULL, &error);
  DvWorkshop *workshop;

  g_assert_no_error (error);
  workshop = make_workshop (branch, &error);
  g_assert_no_error (error);
  dv_branch_unref (branch);

  return workshop;
}

/* A text of about @length letters, at most; never the same twice. */
static char *
make_text (Writer *writer,
           guint   length)
{
  static const char *const words[] = { "Ik", "bel", "binnen", "twee", "werkdagen", "terug", "ook", "als", "het",
                                       "antwoord", "er", "gelijkwaardigheidsbeginsel", "nog", "niet", "is" };
  GString *text = g_string_new (NULL);
  guint wanted = writer->amounts->is_long || writer->amounts->is_unbroken ? length : MIN (length, 60);

  g_string_printf (text, "%u", ++writer->n_texts % 100);
  for (guint i = writer->n_texts; text->len < wanted; i++)
    {
      if (writer->amounts->is_unbroken)
        g_string_append_c (text, (char) ('A' + i % 26));
      else
        g_string_append_printf (text, " %s", words[i % G_N_ELEMENTS (words)]);
    }
  g_string_truncate (text, MIN (text->len, wanted));

  return g_string_free (text, FALSE);
}

static void
add_attribute (Writer     *writer,
               const char *name,
               guint       length)
{
  g_autofree char *text = make_text (writer, length);

  g_string_append_printf (writer->xml, " %s=\"%s\"", name, g_strchomp (text));
}

static void
add_element (Writer     *writer,
             const char *name,
             guint       length)
{
  g_autofree char *text = make_text (writer, length);

  g_string_append_printf (writer->xml, "<%s>%s</%s>", name, g_strchomp (text), name);
}

static void
open_item (Writer     *writer,
           const char *kind,
           char        letter,
           guint       number)
{
  g_string_append_printf (writer->xml, "<%s id=\"%c%09u\"", kind, letter, number);
}

static void
add_people (Writer *writer)
{
  static const char *const shapes[] = { "triangle", "circle", "square", "diamond", "house", "pentagon", "hexagon", "ring" };

  for (guint i = 0; i < writer->amounts->roles; i++)
    {
      open_item (writer, "role", 'r', i);
      add_attribute (writer, "name", 60);
      g_string_append_printf (writer->xml, " shape=\"%s\" people=\"%u\"/>", shapes[i % G_N_ELEMENTS (shapes)], 5 + 9 * i);
    }
  for (guint i = 0; i < writer->amounts->tables; i++)
    {
      open_item (writer, "table", 't', i);
      add_attribute (writer, "name", 60);
      g_string_append_printf (writer->xml, " people=\"%u\"", 4 + i % 5);
      if (writer->amounts->values > 0)
        g_string_append_printf (writer->xml, " value=\"v%09u\"", i % writer->amounts->values);
      g_string_append (writer->xml, "/>");
    }
}

static void
add_steps (Writer *writer)
{
  static const char *const pages[] = { "instructions", "words", "order", "values", "behaviours", "choose", "manifest", "map" };

  for (guint i = 0; i < 2; i++)
    {
      open_item (writer, "step", 's', i);
      add_attribute (writer, "title", 120);
      g_string_append_printf (writer->xml, " start=\"%u:00\" end=\"%u:30\">", 10 + 4 * i, 13 + 4 * i);
      for (guint j = 0; j < (writer->amounts->is_long ? 16 : 8); j++)
        {
          open_item (writer, "activity", 'a', 100 * i + j);
          add_attribute (writer, "title", 120);
          g_string_append_printf (writer->xml, " page=\"%s\" minutes=\"15\" state=\"%s\">", pages[j % 8],
                                  i > 0 ? "todo" : j < 3 ? "done" : j == 3 ? "busy" : "todo");
          add_element (writer, "question", 500);
          add_element (writer, "instruction", 600);
          g_string_append (writer->xml, "</activity>");
        }
      g_string_append (writer->xml, "</step>");
    }
}

static void
add_words (Writer *writer)
{
  for (guint i = 0; i < 2 * writer->amounts->words; i++)
    {
      open_item (writer, "word", 'w', i);
      g_string_append_printf (writer->xml, " side=\"%s\" count=\"%u\">", i % 2 == 0 ? "resident" : "staff",
                              1 + 40 / (1 + i / 4));
      add_element (writer, "text", writer->amounts->is_long || writer->amounts->is_unbroken ? 80 : 12);
      g_string_append (writer->xml, "</word>");
    }
}

static void
add_behaviours (Writer *writer,
                guint   value)
{
  for (guint i = 0; i < writer->amounts->behaviours; i++)
    {
      open_item (writer, "behaviour", 'b', 1000 * value + i);
      if (writer->amounts->roles > 0)
        g_string_append_printf (writer->xml, " role=\"r%09u\"", i % writer->amounts->roles);
      g_string_append_printf (writer->xml, " star=\"%s\" shortlist=\"%s\">", i % 3 == 0 ? "true" : "false",
                              i < 9 ? "true" : "false");
      add_element (writer, "text", 500);
      for (guint j = 0; j < writer->amounts->roles && i < 9; j++)
        g_string_append_printf (writer->xml, "<count id=\"c%09u\" role=\"r%09u\" number=\"%u\"/>",
                                100000 * value + 100 * i + j, j, (i / 2 * 3 + j) % 8);
      g_string_append (writer->xml, "</behaviour>");
    }
}

static void
add_values (Writer *writer)
{
  static const char *const phases[] = { "shortlist", "dots", "revealed", "chosen" };

  for (guint i = 0; i < writer->amounts->values; i++)
    {
      open_item (writer, "value", 'v', i);
      add_attribute (writer, "name", 60);
      g_string_append_printf (writer->xml, " state=\"chosen\" phase=\"%s\">", phases[i % 4]);
      add_element (writer, "meaning", 1000);
      add_element (writer, "question", 500);
      add_behaviours (writer, i);
      g_string_append (writer->xml, "</value>");
    }
}

static void
add_manifest (Writer *writer)
{
  open_item (writer, "manifest", 'm', 0);
  add_attribute (writer, "title", 200);
  add_attribute (writer, "subtitle", 300);
  g_string_append (writer->xml, " edition=\"0.9\" date=\"2026-03-10\">");
  add_element (writer, "preamble", 3000);
  for (guint i = 0; i < writer->amounts->values; i++)
    {
      open_item (writer, "article", 'd', i);
      add_attribute (writer, "title", 120);
      g_string_append_printf (writer->xml, " value=\"v%09u\">", i);
      add_element (writer, "statement", 1000);
      for (guint j = 0; j < writer->amounts->clauses; j++)
        {
          open_item (writer, "clause", 'e', 1000 * i + j);
          g_string_append_c (writer->xml, '>');
          add_element (writer, "text", 500);
          g_string_append (writer->xml, "</clause>");
        }
      g_string_append (writer->xml, "</article>");
    }
  g_string_append (writer->xml, "</manifest>");
}

static void
add_map (Writer *writer)
{
  const DvTestAmounts *amounts = writer->amounts;

  open_item (writer, "map", 'n', 0);
  add_attribute (writer, "title", 200);
  add_attribute (writer, "subtitle", 300);
  g_string_append_c (writer->xml, '>');
  for (guint i = 0; i < amounts->lanes; i++)
    {
      open_item (writer, "lane", 'l', i);
      add_attribute (writer, "name", 80);
      g_string_append (writer->xml, "/>");
    }
  for (guint i = 0; i < amounts->themes; i++)
    {
      open_item (writer, "theme", 'k', i);
      add_attribute (writer, "name", 80);
      g_string_append (writer->xml, "/>");
    }
  for (guint i = 0; i < amounts->objectives; i++)
    {
      open_item (writer, "objective", 'o', i);
      add_attribute (writer, "text", 160);
      if (i % 11 != 10)
        g_string_append_printf (writer->xml, " lane=\"l%09u\"", i % amounts->lanes);
      if (i % 7 != 6)
        g_string_append_printf (writer->xml, " theme=\"k%09u\"", i / amounts->lanes % amounts->themes);
      g_string_append_printf (writer->xml, "><measure id=\"p%09u\"", i);
      add_attribute (writer, "name", 160);
      g_string_append_printf (writer->xml, " unit=\"%s\" now=\"1234.5\" target=\"1300\" status=\"behind\"/></objective>",
                              amounts->is_long ? "klachten per maand" : "%");
    }
  for (guint i = 1; i < amounts->objectives; i++)
    g_string_append_printf (writer->xml, "<link id=\"q%09u\" source=\"o%09u\" target=\"o%09u\"/>", i, i, (i - 1) / 2);
  g_string_append (writer->xml, "</map>");
}

static void
add_support (Writer *writer,
             guint   round)
{
  open_item (writer, "support", 'f', round);
  g_string_append_printf (writer->xml, " date=\"2026-0%u-10\" edition=\"0.9\" invited=\"140\" present=\"118\" revealed=\"%s\"",
                          3 + round, round < 2 ? "true" : "false");
  if (writer->amounts->is_long || writer->amounts->is_unbroken)
    add_attribute (writer, "headline", 120);
  g_string_append_c (writer->xml, '>');
  for (guint i = 0; i < writer->amounts->values; i++)
    g_string_append_printf (writer->xml,
                            "<tally id=\"g%09u\" article=\"d%09u\" not=\"%u\" barely=\"%u\" partly=\"%u\" mostly=\"%u\" "
                            "fully=\"%u\" unsure=\"%u\"/>",
                            100 * round + i, i, i == 1 ? 90u : 5 + i, i % 3 * 7, 9 + round, i == 2 ? 1u : 40 - 3 * i, 30 + round * 4,
                            i == 3 ? 60u : 5u);
  g_string_append (writer->xml, "</support>");
}

static void
add_flips (Writer *writer)
{
  static const guint lengths[] = { 0, 20, 400, 4000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      open_item (writer, "flip", 'h', i);
      if (i > 0)
        add_attribute (writer, "title", 120);
      g_string_append_c (writer->xml, '>');
      if (lengths[i] > 0)
        add_element (writer, "text", lengths[i]);
      g_string_append (writer->xml, "</flip>");
    }
}

DvWorkshop *
dv_test_workshop_new (const DvTestAmounts *amounts)
{
  Writer writer = { amounts, g_string_new (NULL), 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DvBranch *branch;
  DvWorkshop *workshop;

  g_string_append_printf (writer.xml, "<workshop xmlns=\"" DV_XML_NAMESPACE "\" version=\"1.0\" id=\"x000000000\" "
                                      "language=\"%s\"",
                          amounts->language);
  if (amounts->values > 0)
    {
      add_attribute (&writer, "title", 200);
      add_attribute (&writer, "organisation", 200);
      add_attribute (&writer, "place", 200);
      g_string_append (writer.xml, " date=\"2026-03-10\" people=\"320\" network=\"Gemeentehuis-Gasten-Vergaderzaal-Beneden\" "
                                   "password=\"lelie-dijk-zeven-waterland-noord\" join-address=\"192.168.178.201:8080\" "
                                   "join-code=\"K7M4RP\"");
    }
  g_string_append_c (writer.xml, '>');
  if (amounts->values > 0)
    {
      add_people (&writer);
      add_steps (&writer);
      add_words (&writer);
      add_values (&writer);
      add_manifest (&writer);
      add_map (&writer);
      for (guint i = 0; i < 3; i++)
        add_support (&writer, i);
      add_flips (&writer);
    }
  g_string_append (writer.xml, "</workshop>");

  bytes = g_string_free_to_bytes (writer.xml);
  branch = dv_xml_read (bytes, "test", NULL, NULL, &error);
  g_assert_no_error (error);
  workshop = make_workshop (branch, &error);
  g_assert_no_error (error);
  dv_branch_unref (branch);

  return workshop;
}
