/* test-text-stem.c
 *
 * Which words are forms of one, and which must never be taken for that
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-text-stem.h"
#include "dv-text-stop.h"

typedef struct
{
  const char *first;
  const char *second;
} Pair;

static const Pair dutch_same[] = {
  { "Vertrouwen", "vertrouwen" },
  { "geïnteresseerd", "geinteresseerd" },
  { "afspraak", "afspraken" },
  { "afspraak nakomen", "afspraken nakomen" },
  { "Afspraak nakomen!", "afspraken nakomen" },
  { "samenwerken", "samenwerk" },
  { "luister", "luisteren" },
  { "kader", "kaders" },
  { "wethouder", "wethouders" },
  { "gemeente", "gemeenten" },
  { "inwoner", "inwoners" },
  { "raad", "raden" },
  { "zaak", "zaken" },
  { "zak", "zakken" },
  { "dag", "dagen" },
  { "weg", "wegen" },
  { "brief", "brieven" },
  { "huis", "huizen" },
  { "geef", "geven" },
  { "durf", "durven" },
  { "lees", "lezen" },
  { "les", "lessen" },
  { "regel", "regels" },
  { "ding", "dingen" },
  { "mogelijkheid", "mogelijkheden" },
  { "duidelijk", "duidelijke" },
  { "goed", "goede" },
  { "eerlijk gesprek", "eerlijke gesprekken" },
  { "mens", "mensen" },
  { "foto", "foto's" },
  { "leer", "leren" },
  { "probleem", "problemen" },
  { "verantwoordelijk", "verantwoordelijke" },
};

static const Pair dutch_different[] = {
  { "open", "opening" },
  { "open", "openheid" },
  { "eerlijk", "eerlijkheid" },
  { "duidelijk", "duidelijkheid" },
  { "veilig", "veiligheid" },
  { "burger", "burgerlijk" },
  { "gemeente", "gemeentelijk" },
  { "mens", "menselijk" },
  { "tijd", "tijdig" },
  { "moed", "moedig" },
  { "moed", "moeder" },
  { "held", "helder" },
  { "hand", "handel" },
  { "raad", "rad" },
  { "raden", "rad" },
  { "zaak", "zak" },
  { "zaken", "zakken" },
  { "taal", "tal" },
  { "lef", "leven" },
  { "les", "lezen" },
  { "buur", "buurt" },
  { "beet", "beter" },
  { "vrij", "vrijheid" },
  { "samen", "samenwerken" },
  { "wijk", "wijs" },
  { "rechter", "recht" },
  { "één loket", "loket" },
  { "snel antwoord", "antwoord snel" },
  { "vertrouwen", "vertrouwd" },
  { "betrouwbaar", "vertrouwen" },
  { "zorg", "zorgvuldig" },
  { "werkloos", "werk" },
  { "😀", "🎉" },
  { "?", "!" },
};

static const Pair english_same[] = {
  { "Listen", "listening" },
  { "agreement", "agreements" },
  { "promise kept", "promises kept" },
  { "café", "cafes" },
  { "community", "communities" },
};

static const Pair english_different[] = {
  { "kind", "kindness" },
  { "respect", "respectful" },
  { "open", "openness" },
  { "care", "careless" },
  { "honest", "honesty" },
  { "new", "news letter" },
};

static void
check (const char *language,
       const Pair *pairs,
       guint       n,
       gboolean    is_same)
{
  g_autoptr (DvTextStemmer) stemmer = dv_text_stemmer_new (language);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvTextStem) first = dv_text_stem (stemmer, pairs[i].first);
      g_autoptr (DvTextStem) second = dv_text_stem (stemmer, pairs[i].second);

      if (dv_text_stem_is_same (first, second) != is_same || dv_text_stem_is_same (second, first) != is_same)
        {
          g_test_message ("%s: “%s” (%s, %s) and “%s” (%s, %s)", is_same ? "not joined" : "joined", pairs[i].first,
                          first->key, first->form, pairs[i].second, second->key, second->form);
          g_test_fail ();
        }
    }
}

static void
test_dutch (void)
{
  check ("nl", dutch_same, G_N_ELEMENTS (dutch_same), TRUE);
  check ("nl", dutch_different, G_N_ELEMENTS (dutch_different), FALSE);
}

static void
test_english (void)
{
  check ("en", english_same, G_N_ELEMENTS (english_same), TRUE);
  check ("en", english_different, G_N_ELEMENTS (english_different), FALSE);
}

static void
test_odd (void)
{
  static const char *const texts[] = { "", " ", "a", "e", "en", "s", "v", "z", "heid", "ing", "’s", "ĳ", "中文", "1234" };
  g_autoptr (DvTextStemmer) stemmer = dv_text_stemmer_new ("nl");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DvTextStem) stem = dv_text_stem (stemmer, texts[i]);

      g_assert_nonnull (stem->key);
      g_assert_true (dv_text_stem_is_same (stem, stem));
    }
}

static void
test_stop (void)
{
  g_assert_true (dv_text_is_stop ("nl", "de"));
  g_assert_true (dv_text_is_stop ("nl", "Het"));
  g_assert_true (dv_text_is_stop ("nl", "van de"));
  g_assert_true (dv_text_is_stop ("en", "of the"));
  g_assert_false (dv_text_is_stop ("nl", "één"));
  g_assert_false (dv_text_is_stop ("nl", "op tijd"));
  g_assert_false (dv_text_is_stop ("nl", "samen"));
  g_assert_false (dv_text_is_stop ("nl", "wij"));
  g_assert_false (dv_text_is_stop ("nl", "the"));
  g_assert_false (dv_text_is_stop ("nl", ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/stem/dutch", test_dutch);
  g_test_add_func ("/text/stem/english", test_english);
  g_test_add_func ("/text/stem/odd", test_odd);
  g_test_add_func ("/text/stop", test_stop);

  return g_test_run ();
}
