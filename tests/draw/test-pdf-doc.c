/* test-pdf-doc.c
 *
 * Tests of the structure of a PDF document
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-links.h"
#include "dv-pdf-doc.h"
#include "dv-test-pdf.h"

static DvPdfDoc *
new_doc (void)
{
  return dv_pdf_doc_new (300.0, 400.0, &(DvPdfInfo){ .title = "Proef (1) \\ é", .language = "nl" });
}

static void
paint_something (DvPdfDoc *doc)
{
  cairo_t *cr = dv_pdf_doc_get_cairo (doc);

  cairo_rectangle (cr, 10.0, 10.0, 20.0, 20.0);
  cairo_fill (cr);
}

static GBytes *
finish (DvPdfDoc *doc)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = dv_pdf_doc_finish (doc, &error);

  g_assert_no_error (error);

  return pdf;
}

/* The list a later pass over the file walks through. */
static void
test_tags_in_order (void)
{
  static const DvPdfRole expected[] = { DV_PDF_DOCUMENT, DV_PDF_PARAGRAPH, DV_PDF_SPAN, DV_PDF_ARTIFACT, DV_PDF_SPAN,
                                        DV_PDF_FIGURE };
  g_autoptr (DvPdfDoc) doc = new_doc ();
  g_autoptr (GBytes) pdf = NULL;
  const GArray *tags;

  dv_pdf_doc_begin (doc, DV_PDF_PARAGRAPH);
  dv_pdf_doc_begin (doc, DV_PDF_SPAN);
  paint_something (doc);
  dv_pdf_doc_end (doc);
  dv_pdf_doc_begin (doc, DV_PDF_ARTIFACT);
  paint_something (doc);
  dv_pdf_doc_end (doc);
  dv_pdf_doc_next_page (doc);
  dv_pdf_doc_begin (doc, DV_PDF_SPAN);
  paint_something (doc);
  dv_pdf_doc_end (doc);
  dv_pdf_doc_end (doc);
  dv_pdf_doc_begin_figure (doc, "Een vierkant.");
  paint_something (doc);
  dv_pdf_doc_end (doc);

  tags = dv_pdf_doc_get_tags (doc);
  g_assert_cmpuint (tags->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < tags->len; i++)
    g_assert_cmpint (g_array_index (tags, DvPdfTag, i).role, ==, expected[i]);
  g_assert_cmpstr (g_array_index (tags, DvPdfTag, 5).text, ==, "Een vierkant.");
  pdf = finish (doc);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5), ==, 0);
}

/* Cairo would write these as they are, and the file would be broken. */
static void
test_hostile_addresses (void)
{
  static const char *const addresses[] = { "https://x.nl/a)b", "https://x.nl/'>> endobj", "https://x.nl/\\(", "https://x.nl/é ü",
                                           "mailto:a@b.nl?subject=%0A(" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (DvPdfDoc) doc = new_doc ();
      g_autoptr (GBytes) pdf = NULL;
      const char *written;

      dv_pdf_doc_begin (doc, DV_PDF_PARAGRAPH);
      dv_pdf_doc_begin_link (doc, addresses[i], 10.0, 10.0, 20.0, 20.0);
      paint_something (doc);
      dv_pdf_doc_end (doc);
      dv_pdf_doc_end (doc);
      written = g_array_index (dv_pdf_doc_get_tags (doc), DvPdfTag, 2).text;
      g_assert_null (strpbrk (written, "()'\\ <>"));
      pdf = finish (doc);
      g_assert_cmpuint (g_bytes_get_size (pdf), >, 500);
    }
}

static void
assert_link (const char *text,
             const char *expected)
{
  gsize start = 0, end = 0;
  g_autofree char *uri = dv_links_find (text, &start, &end);

  g_assert_cmpstr (uri, ==, expected);
  g_assert_true (dv_links_has_any (text) == (expected != NULL));
}

static void
test_links_in_text (void)
{
  assert_link ("Zie https://www.overheid.nl/pagina.", "https://www.overheid.nl/pagina");
  assert_link ("(www.overheid.nl)", "https://www.overheid.nl");
  assert_link ("Zie https://nl.org/Buurt_(wijk).", "https://nl.org/Buurt_(wijk)");
  assert_link ("Mail griffie@gemeente.nl, of bel.", "mailto:griffie@gemeente.nl");
  assert_link ("Ik bel binnen 2 dagen terug @ het loket", NULL);
  assert_link ("www.", NULL);
}

/* A page drawn on a screen has no document around it. */
static void
test_without_document (void)
{
  dv_pdf_doc_begin (NULL, DV_PDF_PARAGRAPH);
  dv_pdf_doc_begin_figure (NULL, "");
  dv_pdf_doc_begin_link (NULL, "x", 0.0, 0.0, 1.0, 1.0);
  dv_pdf_doc_end (NULL);
  dv_pdf_doc_add_outline (NULL, 1, "x", 0.0, 0.0);
  dv_pdf_doc_next_page (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-doc/tags", test_tags_in_order);
  g_test_add_func ("/pdf-doc/hostile-addresses", test_hostile_addresses);
  g_test_add_func ("/pdf-doc/links", test_links_in_text);
  g_test_add_func ("/pdf-doc/without-document", test_without_document);

  return g_test_run ();
}
