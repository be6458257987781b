/* test-workshop.c
 *
 * Edits: all or nothing, undo, what was erased, what lost its place
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-test-workshop.h"

static gboolean
apply_remove (DvWorkshop *workshop,
              const char *id,
              DvOrigin    origin,
              gboolean    erase,
              GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new ("", origin);

  if (erase)
    dv_group_erase (group, id);
  else
    dv_group_remove (group, id);
  return dv_workshop_apply (workshop, group, error);
}

static gboolean
apply_set (DvWorkshop *workshop,
           const char *id,
           int         field,
           const char *value,
           DvOrigin    origin,
           GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new ("", origin);

  dv_group_set_string (group, dv_test_get (workshop, id), field, value);
  return dv_workshop_apply (workshop, group, error);
}

/* Removing anything that may be removed takes along what cannot do without it,
 * leaves nothing dangling, and undo gives all of it back. */
static void
test_remove_each (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);

  for (guint i = 1; i < dv_branch_get_length (branch); i++)
    {
      const char *id = dv_record_get_id (dv_branch_get_record (branch, i));
      guint skipped = 0;

      DV_TEST_STEP (workshop, apply_remove (workshop, id, DV_ORIGIN_CONSOLE, FALSE, NULL));
      g_assert_null (dv_workshop_find (workshop, id));
      dv_workshop_undo (workshop, &skipped);
      g_assert_cmpuint (skipped, ==, 0);
    }
}

static void
test_cascade (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();

  DV_TEST_STEP (workshop, apply_remove (workshop, "objective2", DV_ORIGIN_CONSOLE, FALSE, NULL));
  g_assert_null (dv_workshop_find (workshop, "link1"));
  DV_TEST_STEP (workshop, apply_remove (workshop, "value1", DV_ORIGIN_CONSOLE, FALSE, NULL));
  g_assert_null (dv_workshop_find (workshop, "example1"));
  g_assert_null (dv_workshop_find (workshop, "count1"));
  g_assert_cmpstr (dv_item_get_string (dv_test_get (workshop, "word1"), DV_WORD_VALUE), ==, "");
}

static void
test_refusals (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  GError *error = NULL;

  DV_TEST_REFUSED (workshop, apply_remove (workshop, dv_workshop_get_id (workshop), DV_ORIGIN_CONSOLE, FALSE, &error),
                   DV_MODEL_ERROR_NOT_ALLOWED);
  DV_TEST_REFUSED (workshop, apply_remove (workshop, "nothing", DV_ORIGIN_CONSOLE, FALSE, &error),
                   DV_MODEL_ERROR_NOT_FOUND);
  DV_TEST_REFUSED (workshop, apply_set (workshop, "word1", DV_WORD_VALUE, "role1", DV_ORIGIN_CONSOLE, &error),
                   DV_MODEL_ERROR_NOT_FOUND);
  DV_TEST_REFUSED (workshop, apply_set (workshop, "word1", DV_WORD_TEXT, "", DV_ORIGIN_CONSOLE, &error),
                   DV_MODEL_ERROR_INVALID);
  DV_TEST_REFUSED (workshop, apply_set (workshop, "word1", DV_WORD_INTO, "word1", DV_ORIGIN_CONSOLE, &error),
                   DV_MODEL_ERROR_NOT_ALLOWED);
  DV_TEST_REFUSED (workshop, apply_set (workshop, "link1", DV_LINK_SOURCE, "objective1", DV_ORIGIN_CONSOLE, &error),
                   DV_MODEL_ERROR_NOT_ALLOWED);

  g_assert_true (apply_set (workshop, "word1", DV_WORD_INTO, "word2", DV_ORIGIN_CONSOLE, &error));
  g_assert_true (apply_set (workshop, "word2", DV_WORD_INTO, "word3", DV_ORIGIN_CONSOLE, &error));
  DV_TEST_REFUSED (workshop, apply_set (workshop, "word3", DV_WORD_INTO, "word1", DV_ORIGIN_CONSOLE, &error),
                   DV_MODEL_ERROR_NOT_ALLOWED);
}

static void
test_roles_minimum (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  GError *error = NULL;

  g_assert_true (apply_remove (workshop, "role4", DV_ORIGIN_CONSOLE, FALSE, &error));
  DV_TEST_REFUSED (workshop, apply_remove (workshop, "role3", DV_ORIGIN_CONSOLE, FALSE, &error),
                   DV_MODEL_ERROR_NOT_ALLOWED);
}

/* The second edit does not fit, so the first does not happen either. */
static void
test_all_or_nothing (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_CONSOLE);
  GError *error = NULL;

  dv_group_set_string (group, dv_test_get (workshop, "word1"), DV_WORD_TEXT, "anders");
  dv_group_remove (group, "value1");
  dv_group_move (group, "example5", "value3", NULL);
  dv_group_remove (group, "nothing");
  DV_TEST_REFUSED (workshop, dv_workshop_apply (workshop, group, &error), DV_MODEL_ERROR_NOT_FOUND);
  g_assert_null (dv_workshop_get_undo_label (workshop));
}

static void
test_rings_arrive (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_IMPORT);
  g_autoptr (DvBranch) branch = dv_branch_new ();
  DvRecord *value = dv_record_new (&dv_value_kind, "valuenew");
  DvRecord *first = dv_record_new (&dv_behaviour_kind, "ring1");
  DvRecord *second = dv_record_new (&dv_behaviour_kind, "ring2");
  GError *error = NULL;

  dv_record_set_string (value, DV_VALUE_NAME, "Nieuw");
  dv_record_set_string (first, DV_BEHAVIOUR_TEXT, "een");
  dv_record_set_string (first, DV_BEHAVIOUR_INTO, "ring2");
  dv_record_set_string (second, DV_BEHAVIOUR_TEXT, "twee");
  dv_record_set_string (second, DV_BEHAVIOUR_INTO, "ring1");
  dv_branch_take (branch, value, 0, 0);
  dv_branch_take (branch, first, 1, 0);
  dv_branch_take (branch, second, 1, 0);
  dv_group_insert_branch (group, branch, dv_workshop_get_id (workshop), NULL);

  DV_TEST_REFUSED (workshop, dv_workshop_apply (workshop, group, &error), DV_MODEL_ERROR_NOT_ALLOWED);
  dv_workshop_replay (workshop, group);
  dv_test_check (workshop);
  g_assert_cmpstr (dv_item_get_string (dv_test_get (workshop, "ring1"), DV_BEHAVIOUR_INTO), ==, "");
}

/* Undo leaves alone what somebody else changed since. */
static void
test_undo_skips (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  guint skipped = 0;

  apply_set (workshop, "word1", DV_WORD_TEXT, "console", DV_ORIGIN_CONSOLE, NULL);
  apply_set (workshop, "word1", DV_WORD_TEXT, "phone", DV_ORIGIN_ROOM, NULL);
  g_assert_true (dv_workshop_undo (workshop, &skipped));
  g_assert_cmpuint (skipped, ==, 1);
  g_assert_cmpstr (dv_item_get_string (dv_test_get (workshop, "word1"), DV_WORD_TEXT), ==, "phone");
  g_assert_false (dv_workshop_undo (workshop, &skipped));
}

/* What a phone sent is not in the console's undo. */
static void
test_undo_is_ours (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();

  apply_set (workshop, "word1", DV_WORD_TEXT, "phone", DV_ORIGIN_ROOM, NULL);
  g_assert_null (dv_workshop_get_undo_label (workshop));
  g_assert_false (dv_workshop_undo (workshop, NULL));
}

/* An insertion of the console that a phone put something under goes with it. */
static void
test_undo_insert_grown (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvGroup) group = dv_group_new ("value", DV_ORIGIN_CONSOLE);
  DvRecord *record = dv_group_insert (group, &dv_value_kind, dv_workshop_get_id (workshop), NULL);
  g_autofree char *id = g_strdup (dv_record_get_id (record));
  guint skipped = 0;

  dv_record_set_string (record, DV_VALUE_NAME, "Nieuw");
  g_assert_true (dv_workshop_apply (workshop, group, NULL));
  dv_test_insert (workshop, "behaviour", "phone1", id, "text", "Van een telefoon", NULL);
  g_assert_true (dv_workshop_undo (workshop, &skipped));
  dv_test_check (workshop);
  g_assert_null (dv_workshop_find (workshop, id));
  /* What the phone sent was kept. */
  g_assert_cmpstr (dv_item_get_id (dv_item_get_parent (dv_test_get (workshop, "phone1"))), ==, "parkinglot");
  g_assert_true (dv_workshop_redo (workshop, &skipped));
  g_assert_nonnull (dv_workshop_find (workshop, id));
  dv_test_check (workshop);
}

static void
test_erased (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();

  g_assert_true (apply_remove (workshop, "example5", DV_ORIGIN_CONSOLE, FALSE, NULL));
  g_assert_true (dv_workshop_undo (workshop, NULL));
  g_assert_true (apply_remove (workshop, "value2", DV_ORIGIN_CONSOLE, FALSE, NULL));
  g_assert_true (dv_workshop_undo (workshop, NULL));
  g_assert_true (apply_remove (workshop, "value2", DV_ORIGIN_CONSOLE, FALSE, NULL));
  g_assert_true (dv_workshop_undo (workshop, NULL));
  g_assert_true (apply_set (workshop, "example5", DV_BEHAVIOUR_TEXT, "anders", DV_ORIGIN_CONSOLE, NULL));
  g_assert_true (apply_remove (workshop, "example5", DV_ORIGIN_ROOM, TRUE, NULL));

  while (dv_workshop_undo (workshop, NULL))
    g_assert_null (dv_workshop_find (workshop, "example5"));
  while (dv_workshop_redo (workshop, NULL))
    g_assert_null (dv_workshop_find (workshop, "example5"));
  dv_test_check (workshop);
}

/* Removed by the console and then withdrawn by its giver: undo may not bring
 * it back, although it was not there to be erased. */
static void
test_erased_when_gone (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_ROOM);

  g_assert_true (apply_remove (workshop, "value2", DV_ORIGIN_CONSOLE, FALSE, NULL));
  dv_group_erase (group, "example5");
  g_assert_true (dv_workshop_apply (workshop, group, NULL));
  g_assert_true (dv_workshop_undo (workshop, NULL));
  g_assert_nonnull (dv_workshop_find (workshop, "value2"));
  g_assert_null (dv_workshop_find (workshop, "example5"));
  dv_test_check (workshop);
}

static void
test_replay_parks (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_ROOM);
  DvRecord *behaviour = dv_group_insert (group, &dv_behaviour_kind, "gone1", NULL);
  DvRecord *measure = dv_group_insert (group, &dv_measure_kind, "gone2", NULL);
  DvRecord *link = dv_group_insert (group, &dv_link_kind, "map1", NULL);
  DvItem *parking = dv_test_get (workshop, "parkinglot");

  dv_record_set_string (behaviour, DV_BEHAVIOUR_TEXT, "Van een telefoon");
  dv_record_set_string (behaviour, DV_BEHAVIOUR_ROLE, "gone3");
  dv_record_set_string (measure, DV_MEASURE_NAME, "Wachttijd");
  dv_record_set_string (link, DV_LINK_SOURCE, "gone4");
  dv_record_set_string (link, DV_LINK_TARGET, "objective1");
  dv_group_remove (group, "gone5");

  g_assert_cmpuint (dv_workshop_replay (workshop, group), ==, 2);
  dv_test_check (workshop);
  g_assert_cmpuint (dv_item_count (parking, &dv_behaviour_kind), ==, 1);
  g_assert_cmpuint (dv_item_count (parking, &dv_thought_kind), ==, 2);
  g_assert_cmpstr (dv_item_get_string (dv_list_get (dv_item_get_list (parking, &dv_thought_kind), 1), DV_THOUGHT_TEXT),
                   ==, "Wachttijd");
  g_assert_false (dv_workshop_undo (workshop, NULL));
}

/* What was announced as applied, replayed on the workshop as it was, gives the
 * workshop as it is: that is what the journal relies on. */
static void
applied_cb (DvWorkshop *workshop,
            DvGroup    *group,
            GPtrArray  *journal)
{
  g_ptr_array_add (journal, dv_group_ref (group));
}

static void
test_journal (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvBranch) before = dv_workshop_snapshot (workshop);
  g_autoptr (DvBranch) after = NULL;
  g_autoptr (DvBranch) replayed = NULL;
  g_autoptr (DvWorkshop) again = NULL;
  g_autoptr (GPtrArray) journal = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_group_unref);
  guint line = 0;

  g_signal_connect (workshop, "applied", G_CALLBACK (applied_cb), journal);
  apply_remove (workshop, "value1", DV_ORIGIN_CONSOLE, FALSE, NULL);
  apply_remove (workshop, "objective1", DV_ORIGIN_CONSOLE, FALSE, NULL);
  dv_workshop_undo (workshop, NULL);
  dv_workshop_undo (workshop, NULL);
  dv_workshop_redo (workshop, NULL);
  apply_remove (workshop, "example5", DV_ORIGIN_ROOM, TRUE, NULL);
  apply_set (workshop, "word3", DV_WORD_INTO, "word5", DV_ORIGIN_CONSOLE, NULL);
  after = dv_workshop_snapshot (workshop);

  again = dv_workshop_new_from_branch (before, NULL, &line, NULL);
  for (guint i = 0; i < journal->len; i++)
    g_assert_cmpuint (dv_workshop_replay (again, g_ptr_array_index (journal, i)), ==, 0);
  replayed = dv_workshop_snapshot (again);
  g_assert_true (dv_branch_equal (after, replayed));
}

static void
test_mended (void)
{
  g_autoptr (DvBranch) branch = dv_branch_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  g_autoptr (DvWorkshop) workshop = NULL;
  g_autoptr (GError) error = NULL;
  guint line = 0;

  dv_branch_take (branch, dv_record_new (&dv_workshop_kind, "workshop1"), 0, 1);
  for (guint i = 0; i < 4; i++)
    {
      DvRecord *word = dv_record_new (&dv_word_kind, i == 1 ? "word0" : i == 0 ? "word0" : i == 2 ? "word2" : "word3");

      dv_record_set_string (word, DV_WORD_TEXT, "tekst");
      dv_record_set_string (word, DV_WORD_VALUE, i == 0 ? "gone" : NULL);
      dv_record_set_string (word, DV_WORD_INTO, i == 2 ? "word3" : i == 3 ? "word2" : NULL);
      dv_branch_take (branch, word, 1, 2 + i);
    }

  workshop = dv_workshop_new_from_branch (branch, problems, &line, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 3);
  dv_test_check (workshop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop/remove-each", test_remove_each);
  g_test_add_func ("/workshop/cascade", test_cascade);
  g_test_add_func ("/workshop/refusals", test_refusals);
  g_test_add_func ("/workshop/roles-minimum", test_roles_minimum);
  g_test_add_func ("/workshop/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/workshop/rings-arrive", test_rings_arrive);
  g_test_add_func ("/workshop/undo-skips", test_undo_skips);
  g_test_add_func ("/workshop/undo-is-ours", test_undo_is_ours);
  g_test_add_func ("/workshop/undo-insert-grown", test_undo_insert_grown);
  g_test_add_func ("/workshop/erased", test_erased);
  g_test_add_func ("/workshop/erased-when-gone", test_erased_when_gone);
  g_test_add_func ("/workshop/replay-parks", test_replay_parks);
  g_test_add_func ("/workshop/journal", test_journal);
  g_test_add_func ("/workshop/mended", test_mended);
  return g_test_run ();
}
