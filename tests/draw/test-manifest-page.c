/* test-manifest-page.c
 *
 * Tests of the Manifest on A4
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include "dv-image.h"
#include "dv-test-pdf.h"

static GBytes *
export_pdf (const DvManifestText *text)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = dv_manifest_export_pdf (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);

  return pdf;
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (g_strstr_len (text, -1, part) == NULL)
    g_error ("\"%s\" is not in: %s", part, text);
}

static void
test_content (void)
{
  g_autoptr (DvManifestText) manifest = dv_test_waterland ();
  g_autoptr (GBytes) pdf = export_pdf (manifest);
  g_autofree char *text = NULL;

  dv_test_keep (pdf, "manifest.pdf");
  text = dv_test_pdf_to_text (pdf);
  if (text == NULL)
    return;

  assert_contains (text, "Gemeente Waterland-Noord");
  assert_contains (text, "Manifest");
  assert_contains (text, "Artikel 1");
  assert_contains (text, "Nabij");
  assert_contains (text, "1.1");
  assert_contains (text, "Ik bel binnen twee dagen terug, ook als ik het antwoord nog niet heb.");
  assert_contains (text, "Versie 1.0, vastgesteld op 24 maart 2026");
  assert_contains (text, "1 van 2");
  assert_contains (text, "2 van 2");
  g_assert_null (strstr (text, "Concept"));
}

static void
test_draft_is_marked_on_every_page (void)
{
  g_autoptr (DvManifestText) manifest = dv_test_manifest (6, 6);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  manifest->edition = g_strdup ("0.3");
  manifest->date = g_strdup ("2026-03-17");
  pdf = export_pdf (manifest);
  dv_test_keep (pdf, "draft.pdf");
  text = dv_test_pdf_to_text (pdf);
  if (text == NULL)
    return;

  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, 2);
  for (guint i = 0; pages[i + 1] != NULL; i++)
    {
      const char *mark = strstr (pages[i], "Concept");

      g_assert_nonnull (mark);
      assert_contains (mark + 1, "Concept 0.3, 17 maart 2026");
    }
}

static void
test_language_is_the_workshops (void)
{
  g_autoptr (DvManifestText) manifest = dv_test_manifest (1, 1);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  g_free (manifest->language);
  manifest->language = g_strdup ("en");
  manifest->date = g_strdup ("2026-03-17");
  pdf = export_pdf (manifest);
  text = dv_test_pdf_to_text (pdf);
  if (text == NULL)
    return;

  assert_contains (text, "Article 1");
  assert_contains (text, "Draft, 17 March 2026");
  assert_contains (text, "1 of 1");
}

static void
test_same_bytes_twice (void)
{
  g_autoptr (DvManifestText) manifest = dv_test_manifest (12, 9);
  g_autoptr (GBytes) first = export_pdf (manifest);
  g_autoptr (GBytes) second = NULL;

  g_usleep (1100 * 1000); /* PDF knows seconds: the clock must have moved on */
  second = export_pdf (manifest);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_empty (void)
{
  g_autoptr (DvManifestText) manifest = dv_manifest_text_new ();
  g_autoptr (GBytes) pdf = export_pdf (manifest);
  g_autoptr (DvManifestLayout) layout = dv_manifest_layout_new (manifest);

  dv_test_keep (pdf, "empty.pdf");
  g_assert_cmpuint (dv_manifest_layout_get_n_pages (layout), ==, 1);
}

static void
test_articles_stay_together (void)
{
  for (guint n_clauses = 1; n_clauses < 8; n_clauses++)
    {
      g_autoptr (DvManifestText) manifest = dv_test_manifest (14, n_clauses);
      g_autoptr (DvManifestLayout) layout = dv_manifest_layout_new (manifest);

      for (guint i = 0; i < manifest->articles->len; i++)
        {
          DvManifestArticle *article = g_ptr_array_index (manifest->articles, i);
          DvManifestClause *last = g_ptr_array_index (article->clauses, n_clauses - 1);
          double x, y, width, height;
          guint first_page, last_page;

          g_assert_true (dv_manifest_layout_find (layout, article->id, 0, &first_page, &x, &y, &width, &height));
          g_assert_true (dv_manifest_layout_find (layout, last->id, 0, &last_page, &x, &y, &width, &height));
          g_assert_cmpuint (first_page, ==, last_page);
          g_assert_false (dv_manifest_layout_find (layout, last->id, 1, &last_page, &x, &y, &width, &height));
        }
    }
}

/* Articles longer than a page begin where they can, but never with their
 * heading alone at the foot.
 */
static void
test_no_heading_is_stranded (void)
{
  for (guint n_clauses = 20; n_clauses < 60; n_clauses += 3)
    {
      g_autoptr (DvManifestText) manifest = dv_test_manifest (6, n_clauses);
      g_autoptr (DvManifestLayout) layout = dv_manifest_layout_new (manifest);

      for (guint i = 0; i < manifest->articles->len; i++)
        {
          DvManifestArticle *article = g_ptr_array_index (manifest->articles, i);
          DvManifestClause *first = g_ptr_array_index (article->clauses, 0);
          double x, y, width, height;
          guint heading_page, clause_page;

          g_assert_true (dv_manifest_layout_find (layout, article->id, 0, &heading_page, &x, &y, &width, &height));
          g_assert_true (dv_manifest_layout_find (layout, first->id, 0, &clause_page, &x, &y, &width, &height));
          g_assert_cmpuint (heading_page, ==, clause_page);
        }
    }
}

static void
test_clause_at (void)
{
  g_autoptr (DvManifestText) manifest = dv_test_waterland ();
  g_autoptr (DvManifestLayout) layout = dv_manifest_layout_new (manifest);
  double x, y, width, height;
  guint page;

  g_assert_true (dv_manifest_layout_find (layout, "c22", 0, &page, &x, &y, &width, &height));
  g_assert_cmpuint (page, ==, 0);
  g_assert_cmpstr (dv_manifest_layout_at (layout, page, x + width / 2, y + height / 2), ==, "c22");
  g_assert_null (dv_manifest_layout_at (layout, page, 2.0, y));
  g_assert_false (dv_manifest_layout_find (layout, "nobody", 0, &page, &x, &y, &width, &height));
  g_assert_false (dv_manifest_layout_find (layout, NULL, 0, &page, &x, &y, &width, &height));
}

static void
test_long_words_and_titles (void)
{
  g_autoptr (DvManifestText) manifest = dv_test_manifest (1, 1);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (word, "onafgebroken");
  g_free (manifest->title);
  manifest->title = g_strdup ("Verantwoordelijkheidsmanifest van de samenwerkende gemeenten");
  dv_manifest_article_add_clause (g_ptr_array_index (manifest->articles, 0), "long", word->str);
  pdf = export_pdf (manifest);
  dv_test_keep (pdf, "long.pdf");
}

/* A logo comes from a file somebody chose: it may be anything. */
static void
test_bad_logo_is_left_out (void)
{
  static const guint8 bomb[] = "\211PNG\r\n\032\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0";
  g_autoptr (DvManifestText) manifest = dv_test_waterland ();
  g_autoptr (GBytes) pdf = NULL;

  manifest->logo = g_bytes_new_static (bomb, sizeof bomb);
  pdf = export_pdf (manifest);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
}

/* With a word for those who cannot see it, or as decoration; with and without
 * transparency. */
static void
test_logo (gconstpointer data)
{
  const char *alternative = data;
  const cairo_format_t formats[] = { CAIRO_FORMAT_RGB24, CAIRO_FORMAT_ARGB32 };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (DvManifestText) manifest = dv_test_waterland ();
      g_autoptr (GBytes) pdf = NULL;
      cairo_surface_t *image = cairo_image_surface_create (formats[i], 40, 30);

      manifest->logo = dv_image_to_png (image, NULL);
      g_free (manifest->logo_alt);
      manifest->logo_alt = g_strdup (alternative);
      cairo_surface_destroy (image);
      pdf = export_pdf (manifest);
      g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/Subtype /Image", 15));
    }
}

static void
test_two_hundred_pages (void)
{
  g_autoptr (DvManifestText) manifest = dv_test_manifest (40, 200);
  g_autoptr (DvManifestLayout) layout = dv_manifest_layout_new (manifest);

  g_assert_cmpuint (dv_manifest_layout_get_n_pages (layout), >, 200);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/manifest-page/content", test_content);
  g_test_add_func ("/manifest-page/draft", test_draft_is_marked_on_every_page);
  g_test_add_func ("/manifest-page/language", test_language_is_the_workshops);
  g_test_add_func ("/manifest-page/same-bytes", test_same_bytes_twice);
  g_test_add_func ("/manifest-page/empty", test_empty);
  g_test_add_func ("/manifest-page/articles-together", test_articles_stay_together);
  g_test_add_func ("/manifest-page/stranded-heading", test_no_heading_is_stranded);
  g_test_add_func ("/manifest-page/clause-at", test_clause_at);
  g_test_add_func ("/manifest-page/long-words", test_long_words_and_titles);
  g_test_add_data_func ("/manifest-page/logo/figure", "Wapen van de gemeente", test_logo);
  g_test_add_data_func ("/manifest-page/logo/decoration", NULL, test_logo);
  g_test_add_func ("/manifest-page/bad-logo", test_bad_logo_is_left_out);
  g_test_add_func ("/manifest-page/two-hundred-pages", test_two_hundred_pages);

  return g_test_run ();
}
