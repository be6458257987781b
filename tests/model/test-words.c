/* test-words.c
 *
 * Key words: lists, ranks, merging, proposals, shares
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-fold.h"
#include "dv-test-workshop.h"
#include "dv-values.h"
#include "dv-words.h"

static void
test_fold (void)
{
  static const char *const same[][2] = {
    { "Nabij", " nabij " }, { "CAFÉ", "cafe" }, { "één  twee", "een twee" }, { "zo’n", "zo'n" }, { "", "  " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = dv_fold (same[i][0]);
      g_autofree char *b = dv_fold (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }

  g_autofree char *words = dv_fold_words ("Ik bel, «écht»: terug!");

  g_assert_cmpstr (words, ==, "ik bel echt terug");
  g_assert_true (dv_fold_is_words ("Ik bel, «écht»: terug!", words));
  g_assert_true (dv_fold_is_words (" ik  bel e\xcc\x81" "cht terug", words));
  g_assert_false (dv_fold_is_words ("Ik bel echt terug.. nu", words));
  g_assert_false (dv_fold_is_words ("Ik bel", words));
  g_assert_false (dv_fold_is_words ("Ik belde", words));
  g_assert_true (dv_fold_is_words ("…", ""));
  g_assert_true (dv_fold_contains ("Ik bèl terug", "bel"));
  g_assert_true (dv_fold_contains ("x", ""));
  g_assert_false (dv_fold_contains ("Ik bel terug", "belt"));
}

static void
assert_ranks (DvWorkshop *workshop,
              DvItem     *value,
              const char *expected)
{
  g_autoptr (GPtrArray) ranks = dv_words_rank (workshop, value);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < ranks->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (ranks, i);
      g_autofree char *variants = g_strjoinv ("/", rank->variants);

      g_string_append_printf (out, "%s%s %u+%u (%s)", i > 0 ? ", " : "",
                              dv_item_get_string (rank->lead, DV_WORD_TEXT), rank->residents, rank->staff, variants);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_rank (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  guint residents, staff;

  assert_ranks (workshop, NULL, "Nabij 4+0 (nabij), waarde 4+0 (), open 1+2 (Opén), dichtbij 0+1 (), waarden 1+0 ()");
  assert_ranks (workshop, dv_test_get (workshop, "value1"), "Nabij 4+0 (nabij)");
  assert_ranks (workshop, dv_test_get (workshop, "value2"), "");
  dv_words_count (workshop, &residents, &staff);
  g_assert_cmpuint (residents, ==, 10);
  g_assert_cmpuint (staff, ==, 3);
}

static void
test_add (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  GError *error = NULL;
  DvItem *word;

  DV_TEST_STEP (workshop, dv_words_add (workshop, DV_SIDE_STAFF, "  moed\n", " Durf! ", NULL) != NULL);
  word = dv_list_get (dv_workshop_get_list (workshop, &dv_word_kind), 7);
  g_assert_cmpstr (dv_item_get_string (word, DV_WORD_TEXT), ==, "moed");
  g_assert_cmpstr (dv_item_get_string (word, DV_WORD_QUOTE), ==, "Durf!");
  g_assert_cmpstr (dv_workshop_get_undo_label (workshop), ==, "Add key word");
  DV_TEST_REFUSED (workshop, dv_words_add (workshop, DV_SIDE_STAFF, "  ", NULL, &error) != NULL, DV_MODEL_ERROR_INVALID);
}

static void
test_add_list (void)
{
  static const char list[] = "• rust\r\n\n  2. lef; Durf het\n3) trots\t12\n-- \n- zorg\t2\tVoor elkaar\n2030 doelen\ntempo\tniet zo snel\n";
  static const char *const texts[] = { "rust", "lef", "trots", "--", "zorg", "2030 doelen", "tempo" };
  static const char *const quotes[] = { "", "Durf het", "", "", "Voor elkaar", "", "niet zo snel" };
  static const gint64 counts[] = { 1, 1, 12, 1, 2, 1, 1 };
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvList *words = dv_workshop_get_list (workshop, &dv_word_kind);
  g_autofree char *long_line = g_strnfill (81, 'a');
  GError *error = NULL;
  guint n = 0;

  DV_TEST_STEP (workshop, dv_words_add_list (workshop, DV_SIDE_RESIDENT, list, &n, NULL));
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < n; i++)
    {
      DvItem *word = dv_list_get (words, 7 + i);

      g_assert_cmpstr (dv_item_get_string (word, DV_WORD_TEXT), ==, texts[i]);
      g_assert_cmpstr (dv_item_get_string (word, DV_WORD_QUOTE), ==, quotes[i]);
      g_assert_cmpint (dv_item_get_int (word, DV_WORD_COUNT), ==, counts[i]);
    }
  g_assert_cmpstr (dv_workshop_get_undo_label (workshop), ==, "Add 7 key words");

  DV_TEST_REFUSED (workshop, dv_words_add_list (workshop, DV_SIDE_STAFF, long_line, &n, &error), DV_MODEL_ERROR_TOO_LARGE);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (dv_words_add_list (workshop, DV_SIDE_STAFF, " \n \n", &n, NULL));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_merge (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) near = dv_test_list (workshop, "word4");
  g_autoptr (GPtrArray) open = dv_test_list (workshop, "word5");
  g_autoptr (GPtrArray) both = dv_test_list (workshop, "word1 word2");

  DV_TEST_STEP (workshop, dv_words_merge (workshop, dv_test_get (workshop, "word2"), near, NULL));
  assert_ranks (workshop, dv_test_get (workshop, "value1"), "Nabij 4+1 (nabij/dichtbij)");
  /* The same word typed again counts with what it was merged into. */
  g_assert_nonnull (dv_words_add (workshop, DV_SIDE_RESIDENT, "Dichtbij", NULL, NULL));
  assert_ranks (workshop, dv_test_get (workshop, "value1"), "Nabij 5+1 (nabij/dichtbij/Dichtbij)");
  /* A merged word is not the lead of another, its lead is. */
  DV_TEST_STEP (workshop, dv_words_merge (workshop, dv_test_get (workshop, "word4"), open, NULL));
  assert_ranks (workshop, NULL, "Nabij 6+3 (nabij/open/dichtbij/Opén/Dichtbij), waarde 4+0 (), waarden 1+0 ()");
  /* And the other way round, without a ring. */
  DV_TEST_STEP (workshop, dv_words_merge (workshop, dv_test_get (workshop, "word7"), both, NULL));
  g_assert_cmpstr (dv_item_get_string (dv_test_get (workshop, "word7"), DV_WORD_VALUE), ==, "value1");
  DV_TEST_STEP (workshop, dv_words_unmerge (workshop, dv_test_get (workshop, "word3"), NULL));
  DV_TEST_STEP (workshop, dv_words_unmerge (workshop, dv_test_get (workshop, "word7"), NULL));
  assert_ranks (workshop, NULL, "Nabij 4+0 (nabij), waarde 4+0 (), open 1+2 (Opén), dichtbij 1+1 (Dichtbij), waarden 1+0 ()");
}

static void
test_propose (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) pairs = dv_words_propose_merges (workshop);
  DvWordPair *pair;

  g_assert_cmpuint (pairs->len, ==, 1);
  pair = g_ptr_array_index (pairs, 0);
  g_assert_cmpstr (dv_item_get_id (pair->lead), ==, "word7");
  g_assert_cmpstr (dv_item_get_id (pair->other), ==, "word6");
}

static void
test_assign (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) open = dv_test_list (workshop, "word5");
  g_autoptr (GPtrArray) shares = NULL;
  DvWordShare *share;

  DV_TEST_STEP (workshop, dv_words_assign (workshop, open, dv_test_get (workshop, "value2"), NULL));
  assert_ranks (workshop, dv_test_get (workshop, "value2"), "open 1+2 (Opén)");
  shares = dv_words_shares (workshop);
  g_assert_cmpuint (shares->len, ==, 3);
  share = g_ptr_array_index (shares, 1);
  g_assert_cmpuint (share->residents, ==, 1);
  g_assert_cmpfloat_with_epsilon (share->resident_share, 10.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (share->staff_share, 200.0 / 3, 1e-9);
  DV_TEST_STEP (workshop, dv_words_assign (workshop, open, NULL, NULL));
  DV_TEST_STEP (workshop, dv_words_remove (workshop, open, NULL));
}

static void
test_values (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) words = dv_test_list (workshop, "word3");
  g_autoptr (GListModel) chosen = dv_values_chosen_new (workshop);
  g_autofree char *question = NULL;
  g_autofree char *dutch = NULL;
  DvItem *value;

  DV_TEST_STEP (workshop, dv_values_add (workshop, " Eerlijk ", DV_VALUE_STATE_CANDIDATE, words, NULL) != NULL);
  value = dv_list_get (dv_workshop_get_list (workshop, &dv_value_kind), 3);
  assert_ranks (workshop, value, "open 1+2 (Opén)");
  g_assert_cmpuint (dv_value_get_number (value), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (chosen), ==, 2);

  /* A value that is chosen comes behind the others, before the candidates. */
  DV_TEST_STEP (workshop, dv_values_choose (workshop, value, TRUE, NULL));
  g_assert_cmpuint (dv_value_get_number (value), ==, 3);
  g_assert_cmpuint (dv_item_get_position (value), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (chosen), ==, 3);
  DV_TEST_STEP (workshop, dv_values_choose (workshop, dv_test_get (workshop, "value1"), FALSE, NULL));
  g_assert_cmpuint (dv_value_get_number (value), ==, 2);
  g_assert_cmpuint (dv_values_count_chosen (workshop), ==, 2);

  question = dv_value_dup_question (workshop, value);
  g_assert_cmpstr (question, ==, "How do you see or hear ‘eerlijk’?");
  dv_test_insert (workshop, "value", "value9", NULL, "name", "Traag", "question", "Eigen vraag?", NULL);
  dutch = dv_value_dup_question (workshop, dv_test_get (workshop, "value9"));
  g_assert_cmpstr (dutch, ==, "Eigen vraag?");
}

static void
test_remove_value (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *value = dv_test_get (workshop, "value1");

  DV_TEST_STEP (workshop, dv_values_remove (workshop, value, DV_FATE_REMOVE, NULL, NULL));
  g_assert_null (dv_workshop_find (workshop, "example1"));
  dv_workshop_undo (workshop, NULL);
  value = dv_test_get (workshop, "value1");
  DV_TEST_STEP (workshop, dv_values_remove (workshop, value, DV_FATE_MOVE, dv_test_get (workshop, "value3"), NULL));
  g_assert_cmpuint (dv_item_count (dv_test_get (workshop, "value3"), &dv_behaviour_kind), ==, 4);
  dv_workshop_undo (workshop, NULL);
  value = dv_test_get (workshop, "value1");
  DV_TEST_STEP (workshop, dv_values_remove (workshop, value, DV_FATE_KEEP, NULL, NULL));
  g_assert_cmpuint (dv_item_count (dv_test_get (workshop, "parkinglot"), &dv_behaviour_kind), ==, 4);
  g_assert_cmpuint (dv_item_count (dv_test_get (workshop, "example1"), &dv_count_kind), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/fold", test_fold);
  g_test_add_func ("/words/rank", test_rank);
  g_test_add_func ("/words/add", test_add);
  g_test_add_func ("/words/add-list", test_add_list);
  g_test_add_func ("/words/merge", test_merge);
  g_test_add_func ("/words/propose", test_propose);
  g_test_add_func ("/words/assign", test_assign);
  g_test_add_func ("/values/choose", test_values);
  g_test_add_func ("/values/remove", test_remove_value);
  return g_test_run ();
}
