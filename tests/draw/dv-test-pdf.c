/* dv-test-pdf.c
 *
 * What the tests of drawing share: example texts and a look into a PDF
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-test-pdf.h"

#include <glib/gstdio.h>
#include <unistd.h>

/**
 * dv_test_manifest:
 * @n_articles: how many articles
 * @n_clauses: how many clauses in each
 *
 * Returns: (transfer full): a Manifest of made-up sentences of varying length,
 *   always the same
 */
DvManifestText *
dv_test_manifest (guint n_articles,
                  guint n_clauses)
{
  static const char *const words[] = { "bewoners", "antwoord", "straat", "luisteren", "afspraak", "wijk", "open",
                                       "samen", "besluit", "week", "gesprek", "duidelijk" };
  DvManifestText *text = dv_manifest_text_new ();
  guint seed = 7;

  text->language = g_strdup ("nl");
  text->organisation = g_strdup ("Gemeente Voorbeeldstad");
  text->title = g_strdup ("Manifest");
  text->preamble = g_strdup ("Wij luisteren.\nWij doen wat wij zeggen.");
  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *title = g_strdup_printf ("Waarde %u", i + 1);
      DvManifestArticle *article = dv_manifest_text_add_article (text, title, title, "Wij staan hiervoor.", i % 8 + 1);

      for (guint j = 0; j < n_clauses; j++)
        {
          g_autofree char *id = g_strdup_printf ("c%u-%u", i, j);
          g_autoptr (GString) clause = g_string_new ("Ik");
          guint length = 4 + (seed >> 16) % 40;

          for (guint k = 0; k < length; k++)
            {
              seed = seed * 1103515245u + 12345u;
              g_string_append_printf (clause, " %s", words[(seed >> 16) % G_N_ELEMENTS (words)]);
            }
          dv_manifest_article_add_clause (article, id, clause->str);
        }
    }

  return text;
}

/**
 * dv_test_waterland:
 *
 * Returns: (transfer full): the Manifest of the design's picture
 */
DvManifestText *
dv_test_waterland (void)
{
  DvManifestText *text = dv_manifest_text_new ();
  DvManifestArticle *article;

  text->language = g_strdup ("nl");
  text->organisation = g_strdup ("Gemeente Waterland-Noord");
  text->title = g_strdup ("Manifest");
  text->subtitle = g_strdup ("Zo werken wij, en daar mag je ons op aanspreken");
  text->edition = g_strdup ("1.0");
  text->date = g_strdup ("2026-03-24");
  text->is_adopted = TRUE;
  text->preamble = g_strdup ("Wij, bestuurders, leidinggevenden en medewerkers van Waterland-Noord, hebben "
                             "geluisterd naar wat inwoners van ons verwachten. In vijf gemengde groepen hebben wij "
                             "onze kernwaarden vertaald naar gedrag dat je kunt zien. Daar houden wij ons aan, en "
                             "daar mag iedereen ons op aanspreken.");
  article = dv_manifest_text_add_article (text, "a1", "Nabij", "Wij zijn er op tijd en in persoon. Inwoners weten "
                                          "wie wij zijn en hoe zij ons bereiken.", 1);
  dv_manifest_article_add_clause (article, "c11", "Ik bel binnen twee dagen terug, ook als ik het antwoord nog niet heb.");
  dv_manifest_article_add_clause (article, "c12", "Ik ga eerst kijken in de straat, daarna schrijf ik pas een advies.");
  dv_manifest_article_add_clause (article, "c13", "Ik vraag aan het eind van elk gesprek of de vraag is beantwoord.");
  article = dv_manifest_text_add_article (text, "a2", "Open", "Wij laten zien wat wij doen en waarom. Ook als het "
                                          "nog niet af is.", 2);
  dv_manifest_article_add_clause (article, "c21", "Ik deel mijn eerste versie met de mensen over wie het gaat.");
  dv_manifest_article_add_clause (article, "c22", "Ik schrijf bij elk besluit in twee zinnen op wat het alternatief was.");
  dv_manifest_article_add_clause (article, "c23", "Ik geef een fout toe in de week waarin ik hem ontdek.");
  article = dv_manifest_text_add_article (text, "a3", "Betrouwbaar", "Wij doen wat wij hebben toegezegd, of zeggen "
                                          "op tijd dat het anders loopt.", 3);
  dv_manifest_article_add_clause (article, "c31", "Ik noem een datum die ik kan halen en houd mij daaraan.");
  dv_manifest_article_add_clause (article, "c32", "Ik meld uitstel voordat de termijn voorbij is, met een nieuwe datum.");
  dv_manifest_article_add_clause (article, "c33", "Ik draag een zaak over in een gesprek, nooit alleen per e-mail.");
  article = dv_manifest_text_add_article (text, "a4", "Samen", "Wij beginnen pas als iedereen aan tafel zit die het aangaat.", 4);
  dv_manifest_article_add_clause (article, "c41", "Ik nodig de buurt uit voordat het plan af is. Meer op https://www.waterland-noord.nl/(manifest).");

  return text;
}

/**
 * dv_test_pdf_to_text:
 * @pdf: a PDF file
 *
 * Returns: (transfer full) (nullable): its text, or %NULL after skipping the
 *   test when pdftotext is not installed
 */
char *
dv_test_pdf_to_text (GBytes *pdf)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int fd;

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return NULL;
    }

  fd = g_file_open_tmp ("draagvlak-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  g_spawn_sync (NULL, (char *[]){ program, (char *) "-layout", path, (char *) "-", NULL }, NULL, G_SPAWN_DEFAULT,
                NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return text;
}

/**
 * dv_test_keep:
 * @bytes: what a test made
 * @name: a file name
 *
 * Writes @bytes to the folder DV_TEST_KEEP names, to be looked at by a person.
 */
void
dv_test_keep (GBytes     *bytes,
              const char *name)
{
  const char *folder = g_getenv ("DV_TEST_KEEP");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;

  path = g_build_filename (folder, name, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}
