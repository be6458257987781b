/* test-xml-scan.c
 *
 * The scan of bytes: every limit at and past it, and what strangers send
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-xml-scan"

#include "config.h"

#include <string.h>

#include "dv-store-error.h"
#include "dv-xml-limits.h"
#include "dv-xml-reader.h"
#include "dv-xml-scan.h"

#define HEAD "<workshop xmlns=\"urn:draagvlak:workshop\" version=\"1.0\" id=\"w\">"
#define TAIL "</workshop>"

static void
assert_scan (GString *text,
             int      code,
             guint    line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_strdup_printf ("x.xml:%u: ", line);

  if (dv_xml_scan (text->str, text->len, "x.xml", &error))
    g_assert_cmpint (code, ==, -1);
  else
    {
      g_assert_error (error, DV_STORE_ERROR, code);
      if (line > 0)
        g_assert_true (g_str_has_prefix (error->message, place));
    }
}

static GString *
repeat (const char *before,
        const char *part,
        gsize       times,
        const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < times; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return text;
}

/* @within fits, @beyond is one more. */
static void
assert_limit (GString *within,
              GString *beyond)
{
  assert_scan (within, -1, 0);
  assert_scan (beyond, DV_STORE_ERROR_TOO_LARGE, 0);
  g_string_free (within, TRUE);
  g_string_free (beyond, TRUE);
}

static void
test_file_limit (void)
{
  GString *text = g_string_new ("<a>");
  gsize fill = DV_XML_MAX_FILE - strlen ("<a></a>");

  g_string_set_size (text, 3 + fill);
  memset (text->str + 3, 'x', fill);
  g_string_append (text, "</a>");
  assert_scan (text, -1, 0);
  g_string_append_c (text, '\n');
  assert_scan (text, DV_STORE_ERROR_TOO_LARGE, 0);
  g_string_free (text, TRUE);
}

static void
test_tag_limit (void)
{
  gsize fill = DV_XML_MAX_TAG - strlen ("<a b=\"\">");

  assert_limit (repeat ("<a b=\"", "x", fill, "\"></a>"), repeat ("<a b=\"", "x", fill + 1, "\"></a>"));
}

static void
test_attribute_limit (void)
{
  assert_limit (repeat ("<a", " b=\"=\"", DV_XML_MAX_ATTRIBUTES, "/>"),
                repeat ("<a", " b=\"=\"", DV_XML_MAX_ATTRIBUTES + 1, "/>"));
}

static void
test_depth_limit (void)
{
  assert_limit (repeat ("", "<a>", DV_XML_MAX_DEPTH, ""), repeat ("", "<a>", DV_XML_MAX_DEPTH + 1, ""));
}

static void
test_number_limit (void)
{
  assert_limit (repeat ("<a>", "<a/>", DV_XML_MAX_TAGS - 1, "</a>"), repeat ("<a>", "<a/>", DV_XML_MAX_TAGS, "</a>"));
}

static void
test_comment_limit (void)
{
  gsize fill = DV_XML_MAX_COMMENT - strlen ("<!---->");

  assert_limit (repeat ("<a><!--", "x", fill, "--></a>"), repeat ("<a><!--", "x", fill + 1, "--></a>"));
}

typedef struct
{
  const char *name;
  const char *text;
  gssize length; /* -1 for a text that ends in a zero */
  int code;
  guint line;
} Sample;

/* What must be refused, by the scan or by the reader behind it. */
static const Sample samples[] = {
  { "empty", "", 0, DV_STORE_ERROR_NOT_OURS, 0 },
  { "blank", "  \n ", -1, DV_STORE_ERROR_NOT_OURS, 0 },
  { "picture", "\x89PNG\r\n\x1a\n", -1, DV_STORE_ERROR_NOT_OURS, 0 },
  { "archive", "PK\x03\x04zzzz", -1, DV_STORE_ERROR_NOT_OURS, 0 },
  { "web-page", "<html><body/></html>", -1, DV_STORE_ERROR_NOT_OURS, 1 },
  { "other-namespace", "<workshop xmlns=\"urn:x\" version=\"1.0\" id=\"w\"/>", -1, DV_STORE_ERROR_NOT_OURS, 1 },
  { "no-namespace", "<workshop version=\"1.0\" id=\"w\"/>", -1, DV_STORE_ERROR_NOT_OURS, 1 },
  { "document-type", "<!DOCTYPE workshop>\n" HEAD TAIL, -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "entities", "<?xml version=\"1.0\"?>\n<!DOCTYPE w [<!ENTITY a \"b\">]>" HEAD "&a;" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "billion-laughs", "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" HEAD TAIL, -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "external-entity", "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" HEAD "&x;" TAIL, -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "entity-alone", HEAD "\n<!ENTITY a \"b\">" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "unknown-entity", HEAD "\n&nbsp;" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "instruction", HEAD "\n<?php x ?>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "stylesheet", "<?xml-stylesheet href=\"x\"?>" HEAD TAIL, -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "utf-16-mark", "\xff\xfe<\0w\0", 6, DV_STORE_ERROR_MALFORMED, 1 },
  { "utf-16", "<\0w\0/\0>\0", 8, DV_STORE_ERROR_MALFORMED, 1 },
  { "latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" HEAD TAIL, -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "utf-7", "<?xml version='1.0' encoding = 'utf-7'?>" HEAD TAIL, -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "invalid-utf-8", HEAD "\n\n\xc3\x28" TAIL, -1, DV_STORE_ERROR_MALFORMED, 3 },
  { "overlong", HEAD "\n\xc0\xaf" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "surrogate", HEAD "\n\xed\xa0\x80" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "cut-character", HEAD "\xe2\x82", -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "zero", HEAD "\n\0" TAIL, sizeof (HEAD "\n\0" TAIL) - 1, DV_STORE_ERROR_MALFORMED, 2 },
  { "control", HEAD "\n\x01" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "no-character", HEAD "\n\xef\xbf\xbf" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "control-reference", HEAD "\n<word id=\"a\"><text>&#1;</text></word>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "ends-in-tag", HEAD "\n<word id=\"a", -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "ends-in-comment", HEAD "\n<!-- ", -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "short-comment", HEAD "\n<!-->", -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "ends-early", HEAD "\n", -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "closed-twice", HEAD TAIL "\n" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "two-roots", HEAD TAIL "\n" HEAD TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "crossed", HEAD "\n<step id=\"a\" title=\"x\"></word>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "same-attribute", HEAD "\n<role id=\"a\" name=\"x\" name=\"y\"/>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "undeclared-prefix", HEAD "\n<x:y/>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "newer", "<workshop xmlns=\"urn:draagvlak:workshop\" version=\"2.0\" id=\"w\"/>", -1, DV_STORE_ERROR_NEWER, 1 },
  { "no-version", "<workshop xmlns=\"urn:draagvlak:workshop\" version=\"x\" id=\"w\"/>", -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "bad-id", HEAD "\n<word id=\"A b\"/>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "long-id", HEAD "\n<word id=\"abcdefghijk\"/>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "bad-number", HEAD "\n<table id=\"a\" name=\"x\" people=\"12q\"/>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "large-number", HEAD "\n<table id=\"a\" name=\"x\" people=\"1001\"/>" TAIL, -1, DV_STORE_ERROR_TOO_LARGE, 2 },
  { "bad-choice", HEAD "\n<role id=\"a\" name=\"x\" shape=\"star\"/>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "bad-switch", HEAD "<value id=\"v\" name=\"x\">\n<behaviour id=\"a\" star=\"1\"/></value>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "bad-date", "<workshop xmlns=\"urn:draagvlak:workshop\" version=\"1.0\" id=\"w\" date=\"2026-02-30\"/>", -1, DV_STORE_ERROR_MALFORMED, 1 },
  { "wrong-place", HEAD "\n<clause id=\"a\"/>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "text-outside", HEAD "\nx" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "element-in-text", HEAD "<word id=\"a\"><text>\n<b/></text></word>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "field-twice", HEAD "<word id=\"a\"><text>x</text>\n<text>y</text></word>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "bad-data", HEAD "<manifest id=\"a\">\n<logo>$$$$</logo></manifest>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
  { "line-break", HEAD "<word id=\"a\">\n<text>x&#10;y</text></word>" TAIL, -1, DV_STORE_ERROR_MALFORMED, 2 },
};

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  gsize length = sample->length < 0 ? strlen (sample->text) : (gsize) sample->length;
  g_autoptr (GBytes) bytes = g_bytes_new (sample->text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (DvBranch) branch = dv_xml_read (bytes, "x.xml", NULL, NULL, &error);
  g_autofree char *place = g_strdup_printf ("x.xml:%u: ", sample->line);

  g_assert_error (error, DV_STORE_ERROR, sample->code);
  g_assert_null (branch);
  if (sample->line > 0 && !g_str_has_prefix (error->message, place))
    g_test_fail_printf ("“%s” does not begin with “%s”", error->message, place);
}

static void
test_many_attributes (void)
{
  g_autoptr (GString) text = g_string_new ("<workshop");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, " a%u=\"x\"", i);
  g_string_append (text, "/>");
  assert_scan (text, DV_STORE_ERROR_TOO_LARGE, 1);
}

static void
test_accepted (void)
{
  static const char *const texts[] = {
    HEAD TAIL,
    "\xef\xbb\xbf" HEAD TAIL,
    "<?xml version=\"1.0\"?>\r\n" HEAD "\r\n" TAIL "\r\n",
    "<?xml version='1.0' encoding='utf-8' standalone='yes'?>" HEAD TAIL,
    HEAD "<!-- a > b & c --><word id=\"a\"><text><![CDATA[<x>]]></text></word>" TAIL,
    HEAD "<role id=\"a\" name=\"a > b = 'c'\"/>" TAIL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (DvBranch) branch = dv_xml_read (bytes, "x.xml", NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (branch);
    }
}

/* Broken in any one place, a file is read or refused, and nothing else. */
static void
test_broken_anywhere (void)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" HEAD "<!-- x -->"
                             "<role id=\"a\" name=\"é\"/><word id=\"b\"><text>€ &amp; <![CDATA[y]]></text></word>" TAIL;
  static const char bytes_to_try[] = { '\0', '<', '>', '&', '"', '\'', '/', '!', '-', ']', '\x80', '\xff' };

  for (gsize i = 0; i < sizeof text - 1; i++)
    for (guint j = 0; j <= G_N_ELEMENTS (bytes_to_try); j++)
      {
        g_autofree char *copy = g_memdup2 (text, sizeof text);
        gsize length = j == G_N_ELEMENTS (bytes_to_try) ? i : sizeof text - 1;
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (DvBranch) branch = NULL;

        if (j < G_N_ELEMENTS (bytes_to_try))
          copy[i] = bytes_to_try[j];
        bytes = g_bytes_new (copy, length);
        branch = dv_xml_read (bytes, "x.xml", NULL, NULL, &error);
        g_assert_true ((branch == NULL) == (error != NULL));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml-scan/limit/file", test_file_limit);
  g_test_add_func ("/xml-scan/limit/tag", test_tag_limit);
  g_test_add_func ("/xml-scan/limit/attributes", test_attribute_limit);
  g_test_add_func ("/xml-scan/limit/depth", test_depth_limit);
  g_test_add_func ("/xml-scan/limit/number", test_number_limit);
  g_test_add_func ("/xml-scan/limit/comment", test_comment_limit);
  g_test_add_func ("/xml-scan/many-attributes", test_many_attributes);
  g_test_add_func ("/xml-scan/accepted", test_accepted);
  g_test_add_func ("/xml-scan/broken-anywhere", test_broken_anywhere);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-scan/refused/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }

  return g_test_run ();
}
