/* test-behaviours.c
 *
 * Example behaviour: lists, merging, moving, the live list, and the strategy map
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dv-behaviours.h"
#include "dv-fold.h"
#include "dv-manifest.h"
#include "dv-choosing.h"
#include "dv-map.h"
#include "dv-outline.h"
#include "dv-people.h"
#include "dv-subset.h"
#include "dv-test-workshop.h"

static void
test_add (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *value = dv_test_get (workshop, "value3");
  DvItem *item;
  GError *error = NULL;

  DV_TEST_STEP (workshop, dv_behaviours_add (workshop, value, " Ik zeg ja ", "Ik zeg nee", dv_test_get (workshop, "role1"),
                                             dv_test_get (workshop, "table2"), TRUE, NULL) != NULL);
  item = dv_list_get (dv_item_get_list (value, &dv_behaviour_kind), 0);
  g_assert_cmpstr (dv_item_get_string (item, DV_BEHAVIOUR_TEXT), ==, "Ik zeg ja");
  g_assert_cmpstr (dv_item_get_string (item, DV_BEHAVIOUR_TABLE), ==, "table2");
  DV_TEST_REFUSED (workshop, dv_behaviours_add (workshop, value, "", NULL, NULL, NULL, FALSE, &error) != NULL,
                   DV_MODEL_ERROR_INVALID);
}

static void
test_add_list (void)
{
  static const char list[] = "▲ Ik luister\n* inwoner: Ik vraag door\tIk praat\nleiding : Ik help\nLet op: geen rol\n◯ Los\n";
  static const char *const texts[] = { "Ik luister", "Ik vraag door", "Ik help", "Let op: geen rol", "◯ Los" };
  static const char *const roles[] = { "role1", "role2", "role1", "role3", "role3" };
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *value = dv_test_get (workshop, "value3");
  guint n = 0;

  DV_TEST_STEP (workshop, dv_behaviours_add_list (workshop, value, list, dv_test_get (workshop, "role3"), &n, NULL));
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < n; i++)
    {
      DvItem *item = dv_list_get (dv_item_get_list (value, &dv_behaviour_kind), i);

      g_assert_cmpstr (dv_item_get_string (item, DV_BEHAVIOUR_TEXT), ==, texts[i]);
      g_assert_cmpstr (dv_item_get_string (item, DV_BEHAVIOUR_ROLE), ==, roles[i]);
      g_assert_cmpstr (dv_item_get_string (item, DV_BEHAVIOUR_COUNTER), ==, i == 1 ? "Ik praat" : "");
    }
}

/* Follows the changes that a list announces and compares what comes of it. */
typedef struct
{
  GListModel *model;
  GPtrArray *mirror;
} DvMirror;

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            DvMirror   *mirror)
{
  if (removed > 0)
    g_ptr_array_remove_range (mirror->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
assert_mirror (DvMirror *mirror,
               guint     length)
{
  g_assert_cmpuint (g_list_model_get_n_items (mirror->model), ==, length);
  g_assert_cmpuint (mirror->mirror->len, ==, length);
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (DvItem) item = g_list_model_get_item (mirror->model, i);

      g_assert_true (item == g_ptr_array_index (mirror->mirror, i));
      g_assert_cmpint (dv_subset_get_position (DV_SUBSET (mirror->model), item), ==, (int) i);
    }
}

static void
test_visible (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *value = dv_test_get (workshop, "value1");
  g_autoptr (GListModel) model = dv_behaviours_visible_new (workshop, value);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) same = dv_test_list (workshop, "example3");
  g_autoptr (GPtrArray) first = dv_test_list (workshop, "example1");
  DvMirror mirror = { model, items };

  changed_cb (model, 0, 0, 4, &mirror);
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), &mirror);
  dv_behaviours_merge (workshop, dv_test_get (workshop, "example1"), same, NULL);
  assert_mirror (&mirror, 3);
  dv_behaviours_move (workshop, dv_test_get (workshop, "example4"), dv_test_get (workshop, "example1"), NULL);
  assert_mirror (&mirror, 3);
  g_assert_cmpstr (dv_item_get_id (g_ptr_array_index (items, 0)), ==, "example4");
  dv_behaviours_add_list (workshop, value, "a\nb\nc", NULL, NULL, NULL);
  assert_mirror (&mirror, 6);
  /* What was merged into it is shown again. */
  dv_behaviours_remove (workshop, first, NULL);
  assert_mirror (&mirror, 6);
  g_assert_true (dv_behaviour_is_visible (dv_test_get (workshop, "example3")));
  while (dv_workshop_undo (workshop, NULL))
    assert_mirror (&mirror, dv_behaviours_count (value));
  assert_mirror (&mirror, 4);
  while (dv_workshop_redo (workshop, NULL))
    assert_mirror (&mirror, dv_behaviours_count (value));
  g_signal_handlers_disconnect_by_data (model, &mirror);
}

static void
test_merge (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) others = dv_test_list (workshop, "example1 example5 example3");
  g_autoptr (GPtrArray) more = dv_test_list (workshop, "example2");
  g_autoptr (GPtrArray) merged = NULL;
  DvItem *lead = dv_test_get (workshop, "example3");
  DvItem *clause;

  dv_choosing_choose (workshop, dv_test_get (workshop, "example1"), TRUE, NULL);
  dv_choosing_set_table (workshop, dv_test_get (workshop, "example5"), dv_test_get (workshop, "table2"), TRUE, NULL);
  clause = dv_manifest_find_clause (workshop, dv_test_get (workshop, "example1"));
  DV_TEST_STEP (workshop, dv_behaviours_merge (workshop, lead, others, NULL));

  g_assert_cmpint (dv_item_get_int (lead, DV_BEHAVIOUR_STAR), ==, 1);
  g_assert_cmpint (dv_item_get_int (lead, DV_BEHAVIOUR_SHORTLIST), ==, 1);
  g_assert_cmpint (dv_item_get_int (lead, DV_BEHAVIOUR_CHOSEN), ==, 1);
  g_assert_cmpstr (dv_item_get_string (lead, DV_BEHAVIOUR_TABLES), ==, "table2");
  g_assert_true (dv_manifest_find_clause (workshop, lead) == clause);
  g_assert_cmpstr (dv_item_get_string (clause, DV_CLAUSE_FROM), ==, "example3 example1");
  g_assert_cmpuint (dv_choosing_get_total (workshop, lead, DV_METHOD_DOTS), ==, 11);
  merged = dv_behaviours_list_merged (workshop, lead);
  g_assert_cmpuint (merged->len, ==, 2);
  g_assert_cmpstr (dv_item_get_string (dv_test_get (workshop, "example1"), DV_BEHAVIOUR_ROLE), ==, "role1");

  /* Merging the lead on takes all along. */
  DV_TEST_STEP (workshop, dv_behaviours_merge (workshop, dv_test_get (workshop, "example2"), others, NULL));
  g_clear_pointer (&merged, g_ptr_array_unref);
  merged = dv_behaviours_list_merged (workshop, dv_test_get (workshop, "example2"));
  g_assert_cmpuint (merged->len, ==, 3);
  DV_TEST_STEP (workshop, dv_behaviours_unmerge (workshop, dv_test_get (workshop, "example1"), NULL));
  DV_TEST_STEP (workshop, dv_behaviours_unmerge (workshop, dv_test_get (workshop, "example2"), NULL));
  g_assert_cmpuint (dv_behaviours_count (dv_test_get (workshop, "value1")), ==, 5);
}

static void
test_edit (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) two = dv_test_list (workshop, "example1 example2");
  DvItem *behaviour = dv_test_get (workshop, "example1");
  DvItem *clause;

  dv_choosing_choose (workshop, behaviour, TRUE, NULL);
  clause = dv_manifest_find_clause (workshop, behaviour);
  DV_TEST_STEP (workshop, dv_behaviours_edit (workshop, behaviour, "Ik bel vandaag terug", "", NULL));
  g_assert_cmpstr (dv_item_get_string (clause, DV_CLAUSE_TEXT), ==, "Ik bel vandaag terug");
  dv_manifest_edit_clause (workshop, clause, "Wij bellen terug", NULL);
  DV_TEST_STEP (workshop, dv_behaviours_edit (workshop, behaviour, "Ik bel terug", "Ik wacht", NULL));
  g_assert_cmpstr (dv_item_get_string (clause, DV_CLAUSE_TEXT), ==, "Wij bellen terug");

  DV_TEST_STEP (workshop, dv_behaviours_move_to_value (workshop, two, dv_test_get (workshop, "value3"), NULL));
  g_assert_cmpstr (dv_item_get_string (dv_item_get_parent (clause), DV_ARTICLE_VALUE), ==, "value3");
  DV_TEST_STEP (workshop, dv_behaviours_set_role (workshop, two, NULL, NULL));
  DV_TEST_STEP (workshop, dv_behaviours_set_star (workshop, two, TRUE, NULL));
  DV_TEST_STEP (workshop, dv_behaviours_remove (workshop, two, NULL));
  g_assert_cmpstr (dv_item_get_string (clause, DV_CLAUSE_TEXT), ==, "Wij bellen terug");
  g_assert_cmpstr (dv_item_get_string (clause, DV_CLAUSE_FROM), ==, "");
}

static void
test_look (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GArray) mix = dv_behaviours_mix (workshop, dv_test_get (workshop, "value1"));
  g_autoptr (GArray) all = dv_behaviours_mix (workshop, NULL);
  g_autoptr (GPtrArray) similar = dv_behaviours_find_similar (dv_test_get (workshop, "value1"), "ik  BEL terug.");
  g_autofree char *search = dv_fold ("kijk WEG");

  g_assert_cmpuint (mix->len, ==, 5);
  g_assert_cmpuint (g_array_index (mix, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (mix, guint, 1), ==, 1);
  g_assert_cmpuint (g_array_index (mix, guint, 4), ==, 2);
  g_assert_cmpuint (g_array_index (all, guint, 4), ==, 3);
  g_assert_cmpuint (similar->len, ==, 1);
  g_assert_true (dv_behaviour_matches (dv_test_get (workshop, "example4"), search));
  g_assert_false (dv_behaviour_matches (dv_test_get (workshop, "example1"), search));
  g_assert_cmpuint (dv_people_count (workshop), ==, 13);
  g_assert_true (dv_people_shows_role (dv_test_get (workshop, "role1")));
  g_assert_false (dv_people_shows_role (dv_test_get (workshop, "role2")));
}

static void
test_map (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvItem *one = dv_test_get (workshop, "objective1");
  DvItem *two = dv_test_get (workshop, "objective2");
  GError *error = NULL;

  DV_TEST_REFUSED (workshop, dv_map_add_link (workshop, two, one, &error), DV_MODEL_ERROR_NOT_ALLOWED);
  DV_TEST_REFUSED (workshop, dv_map_add_link (workshop, one, one, &error), DV_MODEL_ERROR_NOT_ALLOWED);
  DV_TEST_STEP (workshop, dv_map_toggle_link (workshop, one, two, NULL));
  g_assert_nonnull (dv_map_find_link (workshop, one, two));
  DV_TEST_STEP (workshop, dv_map_toggle_link (workshop, one, two, NULL));
  g_assert_null (dv_map_find_link (workshop, one, two));

  DV_TEST_STEP (workshop, dv_map_add_lane (workshop, "Boven", dv_test_get (workshop, "lane1"), NULL) != NULL);
  DV_TEST_STEP (workshop, dv_map_add_theme (workshop, "Rust", NULL, NULL) != NULL);
  DV_TEST_STEP (workshop, dv_map_add_objective (workshop, " Derde ", dv_test_get (workshop, "lane2"), NULL, NULL, NULL) != NULL);
  DV_TEST_STEP (workshop, dv_map_set_lane (workshop, one, dv_test_get (workshop, "lane2"), NULL));
  DV_TEST_STEP (workshop, dv_map_set_theme (workshop, one, NULL, NULL));
  DV_TEST_STEP (workshop, dv_map_set_measure (workshop, dv_test_get (workshop, "measure1"), "Cijfer", "punten", NAN, 8.0,
                                              "2028", DV_STATUS_BEHIND, NULL));
  DV_TEST_STEP (workshop, dv_map_add_measure (workshop, one, "Wachttijd", NULL) != NULL);
  DV_TEST_STEP (workshop, dv_map_add_initiative (workshop, one, "Loket", NULL) != NULL);
  DV_TEST_STEP (workshop, dv_map_remove_lane (workshop, dv_test_get (workshop, "lane2"), DV_FATE_MOVE,
                                              dv_test_get (workshop, "lane1"), NULL));
  g_assert_cmpstr (dv_item_get_string (two, DV_OBJECTIVE_LANE), ==, "lane1");
  DV_TEST_STEP (workshop, dv_map_remove_theme (workshop, dv_test_get (workshop, "theme1"), NULL));
  DV_TEST_STEP (workshop, dv_map_remove_lane (workshop, dv_test_get (workshop, "lane1"), DV_FATE_KEEP, NULL, NULL));
  g_assert_cmpstr (dv_item_get_string (two, DV_OBJECTIVE_LANE), ==, "");
}

static void
test_map_first (void)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();

  DV_TEST_STEP (workshop, dv_map_add_objective (workshop, "Eerste", NULL, NULL, NULL, NULL) != NULL);
  g_assert_true (dv_map_ensure (workshop, NULL));
  g_assert_cmpuint (dv_item_count (dv_map_get (workshop), &dv_objective_kind), ==, 1);
}

/* The outline is complete, and private only when asked. */
static void
test_outline (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autofree char *public = dv_outline_write (workshop, DV_OUTLINE_PUBLIC);
  g_autofree char *all = dv_outline_write (workshop, DV_OUTLINE_PRIVATE | DV_OUTLINE_IDS);
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);
      const DvKind *kind = dv_record_get_kind (record);

      g_assert_nonnull (strstr (all, dv_record_get_id (record)));
      for (guint j = 0; j < kind->n_fields; j++)
        if (kind->fields[j].type == DV_FIELD_TEXT || kind->fields[j].type == DV_FIELD_STRING)
          {
            const char *text = dv_record_get_string (record, (int) j);

            g_assert_nonnull (strstr (all, text));
            if (text[0] != '\0')
              g_assert_true ((strstr (public, text) == NULL) == ((kind->fields[j].flags & DV_FIELD_PRIVATE) != 0));
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/behaviours/add", test_add);
  g_test_add_func ("/behaviours/add-list", test_add_list);
  g_test_add_func ("/behaviours/visible", test_visible);
  g_test_add_func ("/behaviours/merge", test_merge);
  g_test_add_func ("/behaviours/edit", test_edit);
  g_test_add_func ("/behaviours/look", test_look);
  g_test_add_func ("/map/edit", test_map);
  g_test_add_func ("/map/first", test_map_first);
  g_test_add_func ("/outline/complete", test_outline);
  return g_test_run ();
}
