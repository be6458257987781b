/* test-restore.c
 *
 * Going back to an earlier state
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-restore.h"
#include "dv-test-workshop.h"

static void
remove_item (DvWorkshop *workshop,
             const char *id)
{
  g_autoptr (DvGroup) group = dv_group_new ("remove", DV_ORIGIN_CONSOLE);
  g_autoptr (GError) error = NULL;

  dv_group_remove (group, id);
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
}

static void
set_string (DvWorkshop *workshop,
            DvItem     *item,
            int         field,
            const char *value)
{
  g_autoptr (DvGroup) group = dv_group_new ("set", DV_ORIGIN_CONSOLE);
  g_autoptr (GError) error = NULL;

  dv_group_set_string (group, item, field, value);
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
}

static void
move_to_end (DvWorkshop *workshop,
             DvItem     *item)
{
  g_autoptr (DvGroup) group = dv_group_new ("move", DV_ORIGIN_CONSOLE);
  g_autoptr (GError) error = NULL;

  dv_group_move (group, dv_item_get_id (item), dv_item_get_id (dv_item_get_parent (item)), NULL);
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
}

/* Every kind of change is taken back by one step, which is undone by one. */
static void
test_back (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvBranch) before = dv_workshop_snapshot (workshop);
  g_autoptr (DvBranch) after = NULL;
  DvItem *root = dv_workshop_get_root (workshop);
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);

  set_string (workshop, root, DV_WORKSHOP_TITLE, "Something else");
  move_to_end (workshop, dv_list_get (values, 0));
  remove_item (workshop, dv_item_get_id (dv_list_get (values, 0)));
  dv_test_insert (workshop, "word", "newword1", dv_item_get_id (root), "text", "nieuw", NULL);

  DV_TEST_STEP (workshop, dv_restore_branch (workshop, before, "back", NULL));
  after = dv_workshop_snapshot (workshop);
  g_assert_true (dv_branch_equal (before, after));
}

/* A Manifest that was made anew makes way for the one that was there. */
static void
test_single (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvBranch) before = dv_workshop_snapshot (workshop);
  g_autoptr (DvBranch) after = NULL;
  DvItem *manifest = dv_workshop_get_single (workshop, &dv_manifest_kind);

  if (manifest != NULL)
    remove_item (workshop, dv_item_get_id (manifest));
  dv_test_insert (workshop, "manifest", "another1", dv_workshop_get_id (workshop), "title", "Ander", NULL);

  DV_TEST_STEP (workshop, dv_restore_branch (workshop, before, "back", NULL));
  after = dv_workshop_snapshot (workshop);
  g_assert_true (dv_branch_equal (before, after));
}

static void
test_same (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvBranch) now = dv_workshop_snapshot (workshop);
  g_autofree char *label = g_strdup (dv_workshop_get_undo_label (workshop));

  g_assert_true (dv_restore_branch (workshop, now, "back", NULL));
  g_assert_cmpstr (dv_workshop_get_undo_label (workshop), ==, label);
}

static void
test_copy (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvBranch) now = dv_workshop_snapshot (workshop);
  g_autoptr (DvBranch) copy = dv_restore_copy_branch (now);

  g_assert_cmpuint (dv_branch_get_length (copy), ==, dv_branch_get_length (now));
  g_assert_cmpstr (dv_record_get_id (dv_branch_get_record (copy, 0)), !=, dv_workshop_get_id (workshop));
  for (guint i = 1; i < dv_branch_get_length (now); i++)
    g_assert_cmpstr (dv_record_get_id (dv_branch_get_record (copy, i)), ==,
                     dv_record_get_id (dv_branch_get_record (now, i)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/restore/back", test_back);
  g_test_add_func ("/restore/single", test_single);
  g_test_add_func ("/restore/same", test_same);
  g_test_add_func ("/restore/copy", test_copy);

  return g_test_run ();
}
