/* test-choosing.c
 *
 * Choosing and the Manifest: dots, ties, clauses and where they came from
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-behaviours.h"
#include "dv-choosing.h"
#include "dv-manifest.h"
#include "dv-test-workshop.h"
#include "dv-values.h"

static void
give_dots (DvWorkshop *workshop,
           const char *behaviour,
           guint       dots)
{
  g_assert_true (dv_choosing_set_count (workshop, dv_test_get (workshop, behaviour), DV_METHOD_DOTS, NULL, dots, NULL));
}

static void
assert_places (DvWorkshop *workshop,
               const char *expected)
{
  g_autoptr (GPtrArray) places = dv_choosing_rank (workshop, dv_test_get (workshop, "value1"));
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);

      g_string_append_printf (out, "%s%s%u:%u.%u%s%s%s", i > 0 ? " " : "", place->letter, place->place, place->dots,
                              place->hands, place->tied ? "=" : "", place->certain ? "!" : "",
                              place->at_edge ? "?" : "");
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static DvWorkshop *
new_with_shortlist (void)
{
  DvWorkshop *workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) list = dv_test_list (workshop, "example1 example2 example3 example4");

  DV_TEST_STEP (workshop, dv_choosing_set_shortlist (workshop, list, TRUE, NULL));
  return workshop;
}

static void
test_counts (void)
{
  g_autoptr (DvWorkshop) workshop = new_with_shortlist ();
  DvItem *behaviour = dv_test_get (workshop, "example2");
  DvItem *role = dv_test_get (workshop, "role1");
  GError *error = NULL;

  DV_TEST_STEP (workshop, dv_choosing_set_count (workshop, behaviour, DV_METHOD_DOTS, NULL, 4, NULL));
  DV_TEST_STEP (workshop, dv_choosing_set_count (workshop, behaviour, DV_METHOD_DOTS, role, 2, NULL));
  DV_TEST_STEP (workshop, dv_choosing_set_count (workshop, behaviour, DV_METHOD_HANDS, NULL, 9, NULL));
  DV_TEST_STEP (workshop, dv_choosing_set_count (workshop, behaviour, DV_METHOD_DOTS, NULL, 3, NULL));
  g_assert_cmpuint (dv_choosing_get_count (behaviour, DV_METHOD_DOTS, NULL), ==, 3);
  g_assert_cmpuint (dv_choosing_get_total (workshop, behaviour, DV_METHOD_DOTS), ==, 5);
  g_assert_cmpuint (dv_choosing_get_given (dv_test_get (workshop, "value1"), DV_METHOD_DOTS), ==, 16);
  DV_TEST_STEP (workshop, dv_choosing_set_count (workshop, behaviour, DV_METHOD_DOTS, role, 0, NULL));
  g_assert_cmpuint (dv_item_count (behaviour, &dv_count_kind), ==, 2);
  DV_TEST_REFUSED (workshop, dv_choosing_set_count (workshop, behaviour, DV_METHOD_DOTS, NULL, 100001, &error),
                   DV_MODEL_ERROR_INVALID);
}

static void
test_letters (void)
{
  g_autoptr (DvWorkshop) workshop = new_with_shortlist ();
  DvItem *value = dv_test_get (workshop, "value1");
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *first = NULL;
  g_autofree char *twenty_seventh = NULL;
  g_autofree char *none = dv_choosing_dup_letter (dv_test_get (workshop, "example5"));

  for (guint i = 0; i < 24; i++)
    g_string_append (text, "x\n");
  g_assert_true (dv_behaviours_add_list (workshop, value, text->str, NULL, NULL, NULL));
  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    g_ptr_array_add (all, dv_list_get (behaviours, i));
  g_assert_true (dv_choosing_set_shortlist (workshop, all, TRUE, NULL));

  first = dv_choosing_dup_letter (dv_list_get (behaviours, 0));
  twenty_seventh = dv_choosing_dup_letter (dv_list_get (behaviours, 26));
  g_assert_cmpstr (first, ==, "A");
  g_assert_cmpstr (twenty_seventh, ==, "AA");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (dv_choosing_count_shortlist (value), ==, 28);
}

/* Once dots are being given, nothing that comes later takes a letter. */
static void
test_letters_stay (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *value = dv_test_get (workshop, "value1");
  g_autoptr (GPtrArray) list = dv_test_list (workshop, "example2 example4");
  g_autoptr (GPtrArray) later = dv_test_list (workshop, "example1 example3");
  const char *const letters[] = { "C", "A", "D", "B" };

  DV_TEST_STEP (workshop, dv_choosing_set_shortlist (workshop, list, TRUE, NULL));
  DV_TEST_STEP (workshop, dv_choosing_set_phase (workshop, value, DV_PHASE_DOTS, NULL));
  DV_TEST_STEP (workshop, dv_choosing_set_shortlist (workshop, later, TRUE, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *id = g_strdup_printf ("example%u", i + 1);
      g_autofree char *letter = dv_choosing_dup_letter (dv_test_get (workshop, id));

      g_assert_cmpstr (letter, ==, letters[i]);
    }

  g_assert_true (dv_workshop_undo (workshop, NULL));
  DV_TEST_STEP (workshop, dv_choosing_set_table (workshop, dv_test_get (workshop, "example1"), dv_test_get (workshop, "table1"), TRUE, NULL));
  g_assert_cmpint (dv_item_get_position (dv_test_get (workshop, "example1")), >, dv_item_get_position (dv_test_get (workshop, "example4")));
}

static void
test_rank (void)
{
  g_autoptr (DvWorkshop) workshop = new_with_shortlist ();
  DvItem *value = dv_test_get (workshop, "value1");
  GError *error = NULL;
  guint n = 9;

  /* Target 2: A has 5+2, C has 4. Before the reveal no places are given. */
  give_dots (workshop, "example2", 4);
  assert_places (workshop, "A0:7.0 B0:4.0 C0:4.0 D0:0.0");
  DV_TEST_REFUSED (workshop, dv_choosing_take_top (workshop, value, &n, &error), DV_MODEL_ERROR_NOT_ALLOWED);
  g_assert_cmpuint (n, ==, 0);
  DV_TEST_STEP (workshop, dv_choosing_set_phase (workshop, value, DV_PHASE_DOTS, NULL));
  DV_TEST_STEP (workshop, dv_choosing_set_phase (workshop, value, DV_PHASE_REVEALED, NULL));
  assert_places (workshop, "A1:7.0! B2:4.0=? C2:4.0=? D4:0.0");

  /* Only what is certain is taken, and choosing goes on. */
  DV_TEST_STEP (workshop, dv_choosing_take_top (workshop, value, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (dv_item_get_int (value, DV_VALUE_PHASE), ==, DV_PHASE_REVEALED);
  g_assert_cmpuint (dv_choosing_count_chosen (value), ==, 1);

  /* Hands decide. */
  g_assert_true (dv_choosing_set_count (workshop, dv_test_get (workshop, "example3"), DV_METHOD_HANDS, NULL, 8, NULL));
  assert_places (workshop, "A1:7.0! C2:4.8! B3:4.0 D4:0.0");
  DV_TEST_STEP (workshop, dv_choosing_take_top (workshop, value, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (dv_item_get_int (value, DV_VALUE_PHASE), ==, DV_PHASE_CHOSEN);

  DV_TEST_STEP (workshop, dv_choosing_set_target (workshop, value, 3, NULL));
  assert_places (workshop, "A1:7.0! C2:4.8! B3:4.0! D4:0.0");
  give_dots (workshop, "example2", 0);
  assert_places (workshop, "A1:7.0! C2:4.8! B3:0.0=? D3:0.0=?");
  DV_TEST_REFUSED (workshop, dv_choosing_set_target (workshop, value, 10, &error), DV_MODEL_ERROR_INVALID);
}

static void
test_tables (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *behaviour = dv_test_get (workshop, "example2");
  DvItem *value = dv_test_get (workshop, "value1");
  g_autoptr (GListModel) shortlist = dv_choosing_shortlist_new (workshop, value);
  g_autoptr (GListModel) reserve = dv_choosing_reserve_new (workshop, value);

  DV_TEST_STEP (workshop, dv_choosing_set_table (workshop, behaviour, dv_test_get (workshop, "table1"), TRUE, NULL));
  DV_TEST_STEP (workshop, dv_choosing_set_table (workshop, behaviour, dv_test_get (workshop, "table2"), TRUE, NULL));
  g_assert_cmpstr (dv_item_get_string (behaviour, DV_BEHAVIOUR_TABLES), ==, "table1 table2");
  g_assert_cmpuint (g_list_model_get_n_items (shortlist), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (reserve), ==, 3);
  DV_TEST_STEP (workshop, dv_choosing_set_table (workshop, behaviour, dv_test_get (workshop, "table1"), FALSE, NULL));
  g_assert_cmpstr (dv_item_get_string (behaviour, DV_BEHAVIOUR_TABLES), ==, "table2");
  g_assert_cmpuint (g_list_model_get_n_items (shortlist), ==, 1);
}

static void
test_choose (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *behaviour = dv_test_get (workshop, "example1");
  DvItem *article, *clause;
  g_autofree char *number = NULL;
  g_autofree char *article_number = NULL;

  /* The article comes where its value stands: before that of the second. */
  DV_TEST_STEP (workshop, dv_choosing_choose (workshop, behaviour, TRUE, NULL));
  article = dv_manifest_find_article (workshop, dv_test_get (workshop, "value1"));
  clause = dv_manifest_find_clause (workshop, behaviour);
  g_assert_cmpuint (dv_item_get_position (article), ==, 0);
  g_assert_cmpstr (dv_item_get_string (article, DV_ARTICLE_TITLE), ==, "Nabij");
  g_assert_cmpstr (dv_item_get_string (article, DV_ARTICLE_STATEMENT), ==, "Wij zijn er.");
  g_assert_cmpstr (dv_item_get_string (clause, DV_CLAUSE_TEXT), ==, "Ik bel terug");
  number = dv_manifest_dup_number (clause);
  article_number = dv_manifest_dup_number (dv_test_get (workshop, "article2"));
  g_assert_cmpstr (number, ==, "1.1");
  g_assert_cmpstr (article_number, ==, "2");

  DV_TEST_STEP (workshop, dv_choosing_choose (workshop, behaviour, FALSE, NULL));
  g_assert_null (dv_manifest_find_clause (workshop, behaviour));
  g_assert_cmpint (dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN), ==, 0);
}

static void
test_manifest (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *behaviour = dv_test_get (workshop, "example2");
  DvItem *article, *clause, *own;
  GError *error = NULL;

  DV_TEST_STEP (workshop, dv_manifest_ensure (workshop, NULL));
  article = dv_manifest_find_article (workshop, dv_test_get (workshop, "value1"));
  DV_TEST_STEP (workshop, dv_manifest_add_clause (workshop, article, " Wij groeten ", NULL, NULL) != NULL);
  own = dv_list_get (dv_item_get_list (article, &dv_clause_kind), 0);
  DV_TEST_STEP (workshop, dv_manifest_add_behaviour (workshop, behaviour, NULL, own, NULL) != NULL);
  clause = dv_manifest_find_clause (workshop, behaviour);
  g_assert_cmpuint (dv_item_get_position (clause), ==, 0);
  /* A second time moves it. */
  DV_TEST_STEP (workshop, dv_manifest_add_behaviour (workshop, behaviour, dv_test_get (workshop, "article2"), NULL, NULL) == clause);
  DV_TEST_STEP (workshop, dv_manifest_move_clause (workshop, clause, article, NULL, NULL));
  DV_TEST_STEP (workshop, dv_manifest_edit_clause (workshop, clause, "Wij komen langs", NULL));
  g_assert_cmpstr (dv_item_get_string (clause, DV_CLAUSE_FROM), ==, "example2");
  DV_TEST_STEP (workshop, dv_manifest_remove_clause (workshop, clause, NULL));
  g_assert_cmpint (dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN), ==, 0);

  dv_choosing_choose (workshop, behaviour, TRUE, NULL);
  DV_TEST_STEP (workshop, dv_manifest_move_article (workshop, article, NULL, NULL));
  g_assert_cmpuint (dv_item_get_position (article), ==, 1);
  DV_TEST_STEP (workshop, dv_manifest_remove_article (workshop, article, NULL));
  g_assert_cmpint (dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN), ==, 0);
  DV_TEST_STEP (workshop, dv_manifest_add_article (workshop, "Slot", NULL, NULL, NULL) != NULL);
  DV_TEST_STEP (workshop, dv_manifest_adopt (workshop, "1.0", "2026-03-17", NULL));
  DV_TEST_REFUSED (workshop, dv_manifest_adopt (workshop, "1.0", "17 maart", &error), DV_MODEL_ERROR_INVALID);
  DV_TEST_STEP (workshop, dv_manifest_reopen (workshop, NULL));
}

static void
test_value_words (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *value = dv_test_get (workshop, "value1");
  DvItem *article;

  dv_manifest_ensure (workshop, NULL);
  article = dv_manifest_find_article (workshop, value);
  DV_TEST_STEP (workshop, dv_values_set_name (workshop, value, "Dichtbij", NULL));
  DV_TEST_STEP (workshop, dv_values_set_meaning (workshop, value, "Wij zijn er.\nAltijd.", NULL));
  g_assert_cmpstr (dv_item_get_string (article, DV_ARTICLE_TITLE), ==, "Dichtbij");
  g_assert_cmpstr (dv_item_get_string (article, DV_ARTICLE_STATEMENT), ==, "Wij zijn er. Altijd.");
}

static void
test_trace (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) same = dv_test_list (workshop, "example2");
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  dv_choosing_choose (workshop, dv_test_get (workshop, "example1"), TRUE, NULL);
  dv_behaviours_merge (workshop, dv_test_get (workshop, "example1"), same, NULL);
  traces = dv_manifest_trace (workshop, dv_manifest_find_clause (workshop, dv_test_get (workshop, "example1")));
  for (guint i = 1; i < traces->len; i++)
    {
      DvTrace *trace = g_ptr_array_index (traces, i);

      g_assert_false (trace->role != NULL && trace->table != NULL);
      g_string_append_printf (out, "%u%s%s%s.%u ", trace->depth, dv_item_get_id (trace->item),
                              trace->role != NULL ? "-role" : "", trace->table != NULL ? "-table" : "", trace->dots);
    }
  /* The second has a role of three people: its table is told instead. */
  g_assert_cmpstr (out->str, ==, "1example1-role.7 2example2-table.0 1value1.0 2word1.0 ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choosing/counts", test_counts);
  g_test_add_func ("/choosing/letters", test_letters);
  g_test_add_func ("/choosing/letters-stay", test_letters_stay);
  g_test_add_func ("/choosing/rank", test_rank);
  g_test_add_func ("/choosing/tables", test_tables);
  g_test_add_func ("/choosing/choose", test_choose);
  g_test_add_func ("/manifest/edit", test_manifest);
  g_test_add_func ("/manifest/value-words", test_value_words);
  g_test_add_func ("/manifest/trace", test_trace);
  return g_test_run ();
}
