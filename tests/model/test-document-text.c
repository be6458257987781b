/* test-document-text.c
 *
 * Tests of the words, dates and numbers of documents
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>

#include "dv-document-text.h"

static void
assert_taken (char       *text,
              const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_every_text_in_both_languages (void)
{
  for (int i = 0; i <= DV_TEXT_NO_EXAMPLES; i++)
    {
      g_assert_cmpstr (dv_document_text ("nl", (DvDocumentText) i), !=, "");
      g_assert_cmpstr (dv_document_text ("en", (DvDocumentText) i), !=, "");
    }
  g_assert_cmpstr (dv_document_text (NULL, DV_TEXT_STAFF), ==, "Staff");
  g_assert_cmpstr (dv_document_text ("nl", DV_TEXT_STAFF), ==, "Medewerkers");
}

static void
test_dates (void)
{
  assert_taken (dv_document_text_date ("nl", "2026-03-24"), "24 maart 2026");
  assert_taken (dv_document_text_date ("en", "2026-03-04"), "4 March 2026");
  assert_taken (dv_document_text_date ("nl", "2026-13-24"), "");
  assert_taken (dv_document_text_date ("nl", "gisteren"), "");
  assert_taken (dv_document_text_date ("nl", NULL), "");
}

static void
test_numbers (void)
{
  assert_taken (dv_document_text_number ("nl", 1240.0), "1.240");
  assert_taken (dv_document_text_number ("nl", 7.2), "7,2");
  assert_taken (dv_document_text_number ("en", 1234567.5), "1,234,567.5");
  assert_taken (dv_document_text_number ("nl", -123.0), "-123");
  assert_taken (dv_document_text_number ("nl", 0.0), "0");
  assert_taken (dv_document_text_number ("nl", 100.0), "100");
  assert_taken (dv_document_text_number ("nl", (double) NAN), "");
  assert_taken (dv_document_text_number ("nl", 1e300), "1e+300");
}

static void
test_editions (void)
{
  assert_taken (dv_document_text_edition ("nl", TRUE, "1.0", "2026-03-24"), "Versie 1.0, vastgesteld op 24 maart 2026");
  assert_taken (dv_document_text_edition ("nl", FALSE, "0.3", "2026-03-17"), "Concept 0.3, 17 maart 2026");
  assert_taken (dv_document_text_edition ("en", TRUE, "", ""), "Adopted");
  assert_taken (dv_document_text_edition ("en", FALSE, NULL, NULL), "Draft");
  assert_taken (dv_document_text_page ("nl", 1, 2), "1 van 2");
  assert_taken (dv_document_text_article ("nl", 3), "Artikel 3");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-text/both-languages", test_every_text_in_both_languages);
  g_test_add_func ("/document-text/dates", test_dates);
  g_test_add_func ("/document-text/numbers", test_numbers);
  g_test_add_func ("/document-text/editions", test_editions);

  return g_test_run ();
}
