/* test-support.c
 *
 * Support: what is counted, what is said, and what is never told
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-change.h"
#include "dv-support.h"
#include "dv-test-workshop.h"

/* A workshop with articles A, B, … and a round, "round1", about edition 1.0;
 * each of @counts holds the six answers for an article. */
static DvWorkshop *
new_workshop (const char        *language,
              const char *const *counts)
{
  DvWorkshop *workshop = dv_workshop_new ();

  dv_change_int (workshop, dv_workshop_get_root (workshop), DV_WORKSHOP_LANGUAGE,
                 g_str_equal (language, "nl") ? DV_LANGUAGE_NL : DV_LANGUAGE_EN, "", NULL);
  dv_test_insert (workshop, "role", "role1", NULL, "name", "Staff", NULL);
  dv_test_insert (workshop, "role", "role2", NULL, "name", "Council", NULL);
  dv_test_insert (workshop, "role", "role3", NULL, "name", "Residents", NULL);
  dv_test_insert (workshop, "manifest", "manifest1", NULL, "title", "Manifest", "edition", "1.0", NULL);
  dv_test_insert (workshop, "support", "round1", NULL, "edition", "1.0", "date", "2026-03-10", NULL);
  for (guint i = 0; counts[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("article%u", i + 1);
      char title[] = { (char) ('A' + i), '\0' };

      dv_test_insert (workshop, "article", id, "manifest1", "title", title, NULL);
    }

  return workshop;
}

static void
count (DvWorkshop *workshop,
       const char *round,
       const char *article,
       const char *role,
       const char *answers)
{
  g_auto (GStrv) numbers = g_strsplit (answers, " ", -1);

  for (guint i = 0; i < DV_N_ANSWERS; i++)
    g_assert_true (dv_support_set_count (workshop, dv_test_get (workshop, round), dv_test_get (workshop, article),
                                         role != NULL ? dv_test_get (workshop, role) : NULL, i,
                                         (guint) g_ascii_strtoull (numbers[i], NULL, 10), NULL));
}

static DvWorkshop *
new_counted (const char        *language,
             const char *const *counts)
{
  DvWorkshop *workshop = new_workshop (language, counts);

  for (guint i = 0; counts[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("article%u", i + 1);

      count (workshop, "round1", id, NULL, counts[i]);
    }

  return workshop;
}

/* What is shown of one article that got @answers: "answers percent". */
static void
assert_shown (const char *answers,
              const char *expected)
{
  g_autoptr (DvWorkshop) workshop = new_counted ("en", (const char *[]){ answers, NULL });
  g_autoptr (GPtrArray) rows = dv_support_list_rows (workshop, dv_test_get (workshop, "round1"));
  DvSupportRow *row = g_ptr_array_index (rows, 0);
  g_autofree char *percent = dv_support_row_dup_percent (row);
  g_autofree char *shown = g_strdup_printf ("%u %u %u %u %u %u %s", row->answers[0], row->answers[1], row->answers[2],
                                            row->answers[3], row->answers[4], row->answers[5],
                                            percent != NULL ? percent : "-");

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_percent (void)
{
  assert_shown ("5 5 9 45 48 6", "5 5 9 45 48 6 83%");
  assert_shown ("0 0 0 10 10 0", "0 0 0 10 10 0 100%");
  assert_shown ("10 10 0 0 0 0", "10 10 0 0 0 0 0%");
  assert_shown ("5 0 0 5 0 90", "5 0 0 5 0 90 50%");
  assert_shown ("0 0 8 0 0 0", "0 0 8 0 0 0 0%");
}

static void
test_small_cells (void)
{
  /* With the neighbour on the same side; the percentage stays true. */
  assert_shown ("2 6 9 40 10 0", "0 8 9 40 10 0 75%");
  assert_shown ("2 2 6 20 3 0", "0 0 10 23 0 0 70%");
  assert_shown ("3 0 7 6 4 0", "0 0 10 10 0 0 50%");

  /* "Don't know yet" below five is left out. */
  assert_shown ("5 5 5 5 5 4", "5 5 5 5 5 0 40%");

  /* Too few on one side: the percentage would tell how many. */
  assert_shown ("1 0 0 20 19 0", "0 0 0 21 19 0 ≥ 90%");
  assert_shown ("1 1 1 20 17 0", "0 0 0 23 17 0 ≥ 90%");
  assert_shown ("20 10 8 1 1 0", "20 10 10 0 0 0 ≤ 10%");
  assert_shown ("2 1 1 1 2 0", "0 0 0 0 0 0 -");
}

/* Too few people for numbers at all. */
static void
test_few_opinions (void)
{
  assert_shown ("0 0 0 0 4 20", "0 0 0 0 0 0 -");
  assert_shown ("0 0 0 0 0 0", "0 0 0 0 0 0 -");
  assert_shown ("0 0 0 0 5 0", "0 0 0 0 5 0 100%");
}

/* No number of one to four is ever shown, and none can be computed: each of
 * the shown cells, and each side when the percentage is exact, is five or
 * more. */
static void
test_nothing_small_is_shown (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) answers = g_string_new (NULL);
      g_autoptr (DvWorkshop) workshop = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      DvSupportRow *row;
      guint counted = 0, shown = 0;
      guint against = 0, n = 0;

      for (guint j = 0; j < DV_N_ANSWERS; j++)
        {
          guint number = (guint) g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 5 : 30);

          g_string_append_printf (answers, "%s%u", j > 0 ? " " : "", number);
          n += j < DV_ANSWER_UNSURE ? number : 0;
          against += j < DV_ANSWER_MOSTLY ? number : 0;
        }
      workshop = new_counted ("en", (const char *[]){ answers->str, NULL });
      rows = dv_support_list_rows (workshop, dv_test_get (workshop, "round1"));
      row = g_ptr_array_index (rows, 0);

      for (guint j = 0; j < DV_N_ANSWERS; j++)
        g_assert_true (row->answers[j] == 0 || row->answers[j] >= 5);
      for (guint j = 0; j < DV_ANSWER_UNSURE; j++)
        shown += row->answers[j];
      counted = n >= 5 && row->bound != DV_BOUND_HIDDEN ? n : 0;
      g_assert_cmpuint (shown, ==, counted);
      if (row->bound == DV_BOUND_EXACT)
        {
          g_assert_true (against == 0 || against >= 5);
          g_assert_true (n - against == 0 || n - against >= 5);
        }
    }
}

static void
test_counts (void)
{
  g_autoptr (DvWorkshop) workshop = new_workshop ("en", (const char *[]){ "", "", NULL });
  DvItem *round = dv_test_get (workshop, "round1");
  DvItem *article = dv_test_get (workshop, "article1");
  DvItem *role = dv_test_get (workshop, "role1");
  GError *error = NULL;

  DV_TEST_STEP (workshop, dv_support_set_count (workshop, round, article, role, DV_ANSWER_FULLY, 7, NULL));
  DV_TEST_STEP (workshop, dv_support_set_count (workshop, round, article, dv_test_get (workshop, "role2"),
                                                DV_ANSWER_FULLY, 3, NULL));
  g_assert_cmpuint (dv_support_get_count (round, article, role, DV_ANSWER_FULLY), ==, 7);
  g_assert_cmpuint (dv_support_get_total (round, article, DV_ANSWER_FULLY), ==, 10);
  g_assert_cmpuint (dv_support_get_total (round, dv_test_get (workshop, "article2"), DV_ANSWER_FULLY), ==, 0);

  /* What was counted for everybody goes before the sum. */
  DV_TEST_STEP (workshop, dv_support_set_count (workshop, round, article, NULL, DV_ANSWER_FULLY, 40, NULL));
  g_assert_cmpuint (dv_support_get_total (round, article, DV_ANSWER_FULLY), ==, 40);
  DV_TEST_STEP (workshop, dv_support_set_count (workshop, round, article, NULL, DV_ANSWER_FULLY, 0, NULL));
  g_assert_cmpuint (dv_support_get_total (round, article, DV_ANSWER_FULLY), ==, 10);
  g_assert_cmpuint (dv_item_count (round, &dv_tally_kind), ==, 2);

  DV_TEST_REFUSED (workshop, dv_support_set_count (workshop, round, article, NULL, DV_ANSWER_NOT, 100001, &error),
                   DV_MODEL_ERROR_INVALID);
}

static void
test_rounds (void)
{
  g_autoptr (DvWorkshop) workshop = new_counted ("nl", (const char *[]){ "5 5 0 10 0 0", NULL });
  DvItem *first = dv_test_get (workshop, "round1");
  DvItem *second;

  dv_change_int (workshop, first, DV_SUPPORT_THRESHOLD, 60, "", NULL);
  dv_change_int (workshop, first, DV_SUPPORT_INVITED, 140, "", NULL);
  DV_TEST_STEP (workshop, (second = dv_support_add_round (workshop, NULL, "2026-03-24", NULL)) != NULL);
  second = dv_support_get_latest (workshop);
  g_assert_cmpstr (dv_item_get_string (second, DV_SUPPORT_TITLE), ==, "Ronde 2");
  g_assert_cmpstr (dv_item_get_string (second, DV_SUPPORT_EDITION), ==, "1.0");
  g_assert_cmpint (dv_item_get_int (second, DV_SUPPORT_THRESHOLD), ==, 60);
  g_assert_cmpint (dv_item_get_int (second, DV_SUPPORT_INVITED), ==, 140);
  g_assert_true (dv_support_find_previous (workshop, second) == first);

  /* The day decides, not the order of entering. */
  dv_test_insert (workshop, "support", "round0", NULL, "date", "2026-01-01", NULL);
  g_assert_true (dv_support_get_latest (workshop) == second);
  g_assert_true (dv_support_find_previous (workshop, first) == dv_test_get (workshop, "round0"));
}

static void
assert_change (DvWorkshop *workshop,
               const char *expected)
{
  DvItem *round = dv_support_get_latest (workshop);
  g_autoptr (GPtrArray) rows = dv_support_list_rows (workshop, round);
  DvSupportRow *row = g_ptr_array_index (rows, 0);
  g_autofree char *since = dv_support_dup_since (workshop, round);
  g_autofree char *shown = row->has_change ? g_strdup_printf ("%+d %s", row->change, since) : g_strdup ("none");

  g_assert_cmpstr (shown, ==, expected);
}

/* A change is told only against the same text, and never tells a result that
 * the room has not seen. */
static void
test_change (void)
{
  g_autoptr (DvWorkshop) workshop = new_counted ("nl", (const char *[]){ "5 5 0 10 0 0", NULL });
  DvItem *first = dv_test_get (workshop, "round1");
  DvItem *second = dv_support_add_round (workshop, NULL, "2026-03-24", NULL);

  count (workshop, dv_item_get_id (second), "article1", NULL, "0 8 0 8 16 0");
  assert_change (workshop, "none");
  DV_TEST_STEP (workshop, dv_support_set_revealed (workshop, first, TRUE, NULL));
  assert_change (workshop, "+25 sinds 10 maart");

  dv_change_string (workshop, first, DV_SUPPORT_DATE, "2025-12-01", "", NULL);
  assert_change (workshop, "+25 sinds 1 december 2025");
  dv_change_string (workshop, first, DV_SUPPORT_DATE, NULL, "", NULL);
  assert_change (workshop, "+25 sinds de vorige ronde");

  dv_change_string (workshop, first, DV_SUPPORT_EDITION, "0.9", "", NULL);
  assert_change (workshop, "none");
  dv_change_string (workshop, first, DV_SUPPORT_EDITION, NULL, "", NULL);
  dv_change_string (workshop, second, DV_SUPPORT_EDITION, NULL, "", NULL);
  assert_change (workshop, "none");

  /* Of fewer than five nothing can be subtracted. */
  dv_change_string (workshop, first, DV_SUPPORT_EDITION, "1.0", "", NULL);
  dv_change_string (workshop, second, DV_SUPPORT_EDITION, "1.0", "", NULL);
  count (workshop, "round1", "article1", NULL, "0 0 3 10 20 0");
  assert_change (workshop, "none");
}

#define FOR "0 0 5 10 10 0"
#define AGAINST "10 10 0 0 9 0"
#define FEW "0 0 0 0 3 9"

static void
assert_headline (const char        *language,
                 const char *const *counts,
                 const char        *expected)
{
  g_autoptr (DvWorkshop) workshop = new_counted (language, counts);
  g_autofree char *headline = dv_support_dup_headline (workshop, dv_test_get (workshop, "round1"));

  g_assert_cmpstr (headline, ==, expected);
}

#define ARTICLES(...) \
  ((const char *[]){ __VA_ARGS__, NULL })

static void
test_headline (void)
{
  assert_headline ("en", ARTICLES (FOR, FOR, AGAINST, FOR, FOR, FOR), "Five of six articles have support");
  assert_headline ("nl", ARTICLES (FOR, FOR, AGAINST, FOR, FOR, FOR), "Vijf van de zes artikelen hebben draagvlak");
  assert_headline ("nl", ARTICLES (FOR, AGAINST, AGAINST, FEW), "Eén van de drie artikelen heeft draagvlak");
  assert_headline ("nl", ARTICLES (FOR, FOR, FOR), "Alle drie artikelen hebben draagvlak");
  assert_headline ("nl", ARTICLES (FOR, FOR), "Beide artikelen hebben draagvlak");
  assert_headline ("nl", ARTICLES (AGAINST, AGAINST), "Nog geen van de twee artikelen heeft draagvlak");
  assert_headline ("nl", ARTICLES (FOR), "Het artikel heeft draagvlak");
  assert_headline ("en", ARTICLES (AGAINST), "The article has no support yet");
  assert_headline ("nl", ARTICLES (FEW), "Nog geen antwoorden");
  assert_headline ("en", ARTICLES (FOR, FOR, FOR, FOR, FOR, FOR, FOR, FOR, FOR, FOR, FOR, FOR, FOR, AGAINST),
                   "13 of 14 articles have support");
}

static void
assert_lead (const char *const *counts,
             const char        *expected)
{
  g_autoptr (DvWorkshop) workshop = new_counted ("nl", counts);
  g_autofree char *lead = dv_support_dup_lead (workshop, dv_test_get (workshop, "round1"));

  g_assert_cmpstr (lead, ==, expected);
}

static void
test_lead (void)
{
  assert_lead (ARTICLES (FOR, FEW), "Vooraf afgesproken grens: 50%.");
  assert_lead (ARTICLES (FOR, AGAINST), "B heeft een gesprek nodig. Vooraf afgesproken grens: 50%.");
  assert_lead (ARTICLES (AGAINST, FOR, AGAINST), "A en C hebben een gesprek nodig. Vooraf afgesproken grens: 50%.");
  assert_lead (ARTICLES (AGAINST, AGAINST, AGAINST),
               "Drie artikelen hebben een gesprek nodig. Vooraf afgesproken grens: 50%.");
}

static void
test_words (void)
{
  g_autoptr (DvWorkshop) workshop = new_counted ("nl", ARTICLES (FOR));
  DvItem *round = dv_test_get (workshop, "round1");
  g_autofree char *headline = NULL;
  g_autofree char *presence = NULL;

  g_assert_null (dv_support_dup_presence (workshop, round));
  dv_change_int (workshop, round, DV_SUPPORT_PRESENT, 118, "", NULL);
  dv_change_int (workshop, round, DV_SUPPORT_INVITED, 140, "", NULL);
  presence = dv_support_dup_presence (workshop, round);
  g_assert_cmpstr (presence, ==, "118 van 140 genodigden aanwezig");
  g_assert_cmpstr (dv_support_get_answer_text ("nl", DV_ANSWER_UNSURE), ==, "weet ik nog niet");

  dv_change_string (workshop, round, DV_SUPPORT_HEADLINE, "Wij zijn eruit", "", NULL);
  headline = dv_support_dup_headline (workshop, round);
  g_assert_cmpstr (headline, ==, "Wij zijn eruit");
}

/* "As many as was agreed on" is support; the rounding of what is shown decides
 * nothing. */
static void
test_threshold (void)
{
  g_autoptr (DvWorkshop) workshop = new_counted ("en", ARTICLES ("0 0 10 10 0 0", "0 0 101 100 0 0"));
  g_autoptr (GPtrArray) rows = dv_support_list_rows (workshop, dv_test_get (workshop, "round1"));
  DvSupportRow *even = g_ptr_array_index (rows, 0);
  DvSupportRow *less = g_ptr_array_index (rows, 1);

  g_assert_true (even->has_support);
  g_assert_cmpint (less->percent, ==, 50);
  g_assert_false (less->has_support);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/support/percent", test_percent);
  g_test_add_func ("/support/small-cells", test_small_cells);
  g_test_add_func ("/support/few-opinions", test_few_opinions);
  g_test_add_func ("/support/nothing-small-is-shown", test_nothing_small_is_shown);
  g_test_add_func ("/support/counts", test_counts);
  g_test_add_func ("/support/rounds", test_rounds);
  g_test_add_func ("/support/change", test_change);
  g_test_add_func ("/support/headline", test_headline);
  g_test_add_func ("/support/lead", test_lead);
  g_test_add_func ("/support/words", test_words);
  g_test_add_func ("/support/threshold", test_threshold);

  return g_test_run ();
}
