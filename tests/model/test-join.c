/* test-join.c
 *
 * What people type to take part
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-join.h"

static void
check_clean (const char *typed,
             const char *code)
{
  g_autofree char *clean = dv_join_clean_code (typed);

  g_assert_cmpstr (clean, ==, code);
}

static void
test_code (void)
{
  g_assert_cmpuint (strlen (DV_JOIN_SYMBOLS), ==, 31);
  check_clean ("k7m 4rp", "K7M4RP");
  check_clean ("O0I1L", "");
  check_clean ("K7M4RPXX", "K7M4RP");
  check_clean ("ĸ7é", "7");
  g_assert_true (dv_join_is_code ("K7M4RP"));
  g_assert_false (dv_join_is_code ("k7m4rp"));
  g_assert_false (dv_join_is_code ("K7M4R"));
  g_assert_false (dv_join_is_code ("K7M4R0"));
  g_assert_false (dv_join_is_code (""));
}

static void
test_address (void)
{
  g_assert_true (dv_join_is_address ("10.42.0.1:8080"));
  g_assert_true (dv_join_is_address ("draagvlak.local"));
  g_assert_true (dv_join_is_address ("[fd00::1]:8080"));
  g_assert_false (dv_join_is_address ("10.42.0.1 8080"));
  g_assert_false (dv_join_is_address ("scan the code"));
  g_assert_false (dv_join_is_address (":8080"));
  g_assert_false (dv_join_is_address (""));
}

static void
test_password (void)
{
  g_assert_true (dv_join_is_password (""));
  g_assert_true (dv_join_is_password ("samen aan tafel"));
  g_assert_false (dv_join_is_password ("kort"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/join/code", test_code);
  g_test_add_func ("/join/address", test_address);
  g_test_add_func ("/join/password", test_password);
  return g_test_run ();
}
