/* test-mix.c
 *
 * Mixed tables: fair in size and in every role
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-change.h"
#include "dv-mix.h"
#include "dv-test-workshop.h"

static void
assert_fair (const guint *people,
             guint        n_roles,
             guint        n_tables)
{
  g_autoptr (DvMix) mix = dv_mix_new (people, n_roles, n_tables);
  guint total = 0, seated = 0;

  for (guint role = 0; role < n_roles; role++)
    {
      guint of_role = 0;

      total += people[role];
      for (guint table = 0; table < n_tables; table++)
        {
          guint seats = dv_mix_get_seats (mix, table, role);

          g_assert_cmpuint (seats, >=, people[role] / n_tables);
          g_assert_cmpuint (seats, <=, (people[role] + n_tables - 1) / n_tables);
          of_role += seats;
        }
      g_assert_cmpuint (of_role, ==, people[role]);
    }

  for (guint table = 0; table < n_tables; table++)
    {
      g_assert_cmpuint (dv_mix_get_size (mix, table), >=, total / n_tables);
      g_assert_cmpuint (dv_mix_get_size (mix, table), <=, (total + n_tables - 1) / n_tables);
      seated += dv_mix_get_size (mix, table);
    }
  g_assert_cmpuint (seated, ==, total);
}

/* Whatever the numbers: everybody sits, tables differ by one at most, and so
 * does every role over the tables. */
static void
test_fair (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  assert_fair ((const guint[]){ 0, 0, 0 }, 3, 4);
  assert_fair ((const guint[]){ 1 }, 1, 9);
  assert_fair ((const guint[]){ 3, 3, 3, 3 }, 4, 6);
  for (guint i = 0; i < 2000; i++)
    {
      guint people[DV_MAX_ROLES];
      guint n_roles = (guint) g_rand_int_range (rand, 1, DV_MAX_ROLES + 1);

      for (guint role = 0; role < n_roles; role++)
        people[role] = (guint) g_rand_int_range (rand, 0, 60);
      assert_fair (people, n_roles, (guint) g_rand_int_range (rand, 1, 31));
    }
}

/* Rare roles do not all end up at the first tables. */
static void
test_rare_roles (void)
{
  g_autoptr (DvMix) mix = dv_mix_new ((const guint[]){ 3, 3, 12 }, 3, 6);

  for (guint table = 0; table < 6; table++)
    {
      g_assert_cmpuint (dv_mix_get_seats (mix, table, 0) + dv_mix_get_seats (mix, table, 1), ==, 1);
      g_assert_cmpuint (dv_mix_get_seats (mix, table, 2), ==, 2);
    }
}

static void
test_set_tables (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  DvList *tables = dv_workshop_get_list (workshop, &dv_table_kind);
  GError *error = NULL;

  g_assert_cmpuint (dv_mix_suggest_tables (workshop), ==, 2);
  g_assert_false (dv_mix_is_set (workshop));

  /* Eleven people with a role. */
  DV_TEST_STEP (workshop, dv_mix_set_tables (workshop, 4, NULL));
  g_assert_true (dv_mix_is_set (workshop));
  g_assert_cmpuint (dv_list_get_length (tables), ==, 4);
  g_assert_cmpstr (dv_item_get_string (dv_list_get (tables, 0), DV_TABLE_NAME), ==, "Tafel 1");
  g_assert_cmpstr (dv_item_get_string (dv_list_get (tables, 3), DV_TABLE_NAME), ==, "Table 4");
  g_assert_cmpint (dv_item_get_int (dv_list_get (tables, 0), DV_TABLE_PEOPLE), ==, 3);
  g_assert_cmpint (dv_item_get_int (dv_list_get (tables, 3), DV_TABLE_PEOPLE), ==, 2);

  DV_TEST_STEP (workshop, dv_change_int (workshop, dv_list_get (tables, 3), DV_TABLE_PEOPLE, 9, "", NULL));
  g_assert_false (dv_mix_is_set (workshop));

  /* The table that a behaviour names goes and comes back. */
  DV_TEST_STEP (workshop, dv_mix_set_tables (workshop, 1, NULL));
  g_assert_cmpint (dv_item_get_int (dv_list_get (tables, 0), DV_TABLE_PEOPLE), ==, 11);
  DV_TEST_REFUSED (workshop, dv_mix_set_tables (workshop, 101, &error), DV_MODEL_ERROR_TOO_LARGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mix/fair", test_fair);
  g_test_add_func ("/mix/rare-roles", test_rare_roles);
  g_test_add_func ("/mix/set-tables", test_set_tables);

  return g_test_run ();
}
