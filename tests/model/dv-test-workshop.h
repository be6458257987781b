/* dv-test-workshop.h
 *
 * A small workshop with everything in it, and checks that hold for any
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

/* Ids of the sample are the name of the kind and a number: value1, word3. */
DvWorkshop *dv_test_workshop_new (void) G_GNUC_WARN_UNUSED_RESULT;
DvItem     *dv_test_get          (DvWorkshop *workshop,
                                  const char *id);
GPtrArray  *dv_test_list         (DvWorkshop *workshop,
                                  const char *ids) G_GNUC_WARN_UNUSED_RESULT;
void        dv_test_insert       (DvWorkshop *workshop,
                                  const char *kind,
                                  const char *id,
                                  const char *parent,
                                  ...) G_GNUC_NULL_TERMINATED;
void        dv_test_check        (DvWorkshop *workshop);

/* Does @step, which must succeed and change something, and sees that undo gives
 * back what was, and redo what became. */
#define DV_TEST_STEP(workshop, step)                                       \
  G_STMT_START                                                             \
  {                                                                        \
    g_autoptr (DvBranch) test_before = dv_workshop_snapshot (workshop);    \
    g_autoptr (DvBranch) test_after = NULL;                                \
    g_autoptr (DvBranch) test_undone = NULL;                               \
    g_autoptr (DvBranch) test_redone = NULL;                               \
    guint test_skipped = 0;                                                \
                                                                           \
    g_assert_true (step);                                                  \
    dv_test_check (workshop);                                              \
    test_after = dv_workshop_snapshot (workshop);                          \
    g_assert_false (dv_branch_equal (test_before, test_after));            \
    g_assert_true (dv_workshop_undo (workshop, &test_skipped));            \
    g_assert_cmpuint (test_skipped, ==, 0);                                \
    test_undone = dv_workshop_snapshot (workshop);                         \
    g_assert_true (dv_branch_equal (test_before, test_undone));            \
    g_assert_true (dv_workshop_redo (workshop, &test_skipped));            \
    g_assert_cmpuint (test_skipped, ==, 0);                                \
    test_redone = dv_workshop_snapshot (workshop);                         \
    g_assert_true (dv_branch_equal (test_after, test_redone));             \
  }                                                                        \
  G_STMT_END

/* Sees that @step fails with @code and leaves everything as it was. */
#define DV_TEST_REFUSED(workshop, step, code)                              \
  G_STMT_START                                                             \
  {                                                                        \
    g_autoptr (DvBranch) test_before = dv_workshop_snapshot (workshop);    \
    g_autoptr (DvBranch) test_after = NULL;                                \
                                                                           \
    g_assert_false (step);                                                 \
    g_assert_error (error, DV_MODEL_ERROR, code);                          \
    g_clear_error (&error);                                                \
    test_after = dv_workshop_snapshot (workshop);                          \
    g_assert_true (dv_branch_equal (test_before, test_after));             \
    dv_test_check (workshop);                                              \
  }                                                                        \
  G_STMT_END
