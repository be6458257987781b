/* test-kinds.c
 *
 * Every kind and field: set, undo, redo, copy, and the limits that they declare
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dv-copy.h"
#include "dv-test-workshop.h"

static DvItem *
find_any (DvWorkshop   *workshop,
          const DvKind *kind)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    if (dv_record_get_kind (dv_branch_get_record (branch, i)) == kind)
      return dv_workshop_find (workshop, dv_record_get_id (dv_branch_get_record (branch, i)));

  g_error ("The sample has no %s", kind->name);
}

static DvItem *
find_other (DvWorkshop   *workshop,
            const DvKind *kind,
            DvItem       *except,
            const char   *not_now)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);
      DvItem *item = dv_workshop_find (workshop, dv_record_get_id (record));

      if ((kind == NULL || dv_record_get_kind (record) == kind) && item != except &&
          strcmp (dv_record_get_id (record), not_now) != 0)
        return item;
    }

  return NULL;
}

static char *
repeat (const char *text,
        gint64      n)
{
  GString *out = g_string_new (NULL);

  for (gint64 i = 0; i < n; i++)
    g_string_append (out, text);

  return g_string_free (out, FALSE);
}

/* Puts in @record another value than @item has now. */
static void
vary (DvWorkshop *workshop,
      DvItem     *item,
      DvRecord   *record,
      int         field)
{
  const DvField *declared = &dv_item_get_kind (item)->fields[field];
  g_autofree char *long_text = NULL;
  DvItem *other;

  switch (declared->type)
    {
    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
      long_text = repeat ("é", declared->max);
      dv_record_set_string (record, field, long_text);
      break;
    case DV_FIELD_INT:
      dv_record_set_int (record, field, dv_item_get_int (item, field) == declared->max ? declared->min : declared->max);
      break;
    case DV_FIELD_NUMBER:
      dv_record_set_number (record, field, 12.5);
      break;
    case DV_FIELD_BOOL:
    case DV_FIELD_ENUM:
      dv_record_set_int (record, field, dv_item_get_int (item, field) == 0 ? 1 : 0);
      break;
    case DV_FIELD_REF:
    case DV_FIELD_REFS:
      other = find_other (workshop, declared->target, item, dv_item_get_string (item, field));
      if (dv_item_get_kind (item) == &dv_link_kind)
        other = dv_test_get (workshop, field == DV_LINK_SOURCE ? "objective3" : "objective4");
      dv_record_set_string (record, field, other != NULL ? dv_item_get_id (other) : NULL);
      break;
    case DV_FIELD_DATE:
      dv_record_set_string (record, field, "2024-02-29");
      break;
    case DV_FIELD_TIME:
      dv_record_set_string (record, field, "23:59");
      break;
    case DV_FIELD_DATA:
      dv_record_set_string (record, field, "iVBORw==");
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
set_one (DvWorkshop *workshop,
         DvItem     *item,
         int         field)
{
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_CONSOLE);
  GError *error = NULL;

  vary (workshop, item, dv_group_set (group, dv_item_get_id (item), dv_item_get_kind (item), field), field);
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
  return TRUE;
}

static void
test_set (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GPtrArray) kinds = dv_kind_list ();

  dv_test_insert (workshop, "objective", "objective3", "map1", "text", "Derde", NULL);
  dv_test_insert (workshop, "objective", "objective4", "map1", "text", "Vierde", NULL);
  for (guint i = 0; i < kinds->len; i++)
    {
      const DvKind *kind = g_ptr_array_index (kinds, i);
      DvItem *item = find_any (workshop, kind);

      for (guint j = 0; j < kind->n_fields; j++)
        DV_TEST_STEP (workshop, set_one (workshop, item, (int) j));
    }
}

/* What the records hold can be written and read back. */
static void
test_format (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);
  GError *error = NULL;

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);
      g_autoptr (DvRecord) copy = dv_record_new (dv_record_get_kind (record), dv_record_get_id (record));

      for (guint j = 0; j < dv_record_get_kind (record)->n_fields; j++)
        {
          g_autofree char *text = dv_record_format (record, (int) j);

          dv_record_parse (copy, (int) j, text, &error);
          g_assert_no_error (error);
          g_assert_true (dv_record_field_equal (record, copy, (int) j));
        }
    }
}

static char *
make_refs (gint64 n)
{
  GString *out = g_string_new (NULL);

  for (gint64 i = 0; i < n; i++)
    g_string_append_printf (out, "%sr%d", i > 0 ? " " : "", (int) i);

  return g_string_free (out, FALSE);
}

static void
check_limit (DvRecord   *record,
             int         field,
             const char *fits,
             const char *beyond,
             int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (dv_record_parse (record, field, fits, &error));
  g_assert_no_error (error);
  g_assert_false (dv_record_parse (record, field, beyond, &error));
  g_assert_error (error, DV_MODEL_ERROR, code);
  kept = dv_record_format (record, field);
  g_assert_cmpstr (kept, ==, fits);
}

static void
check_field_limits (DvRecord *record,
                    int       field)
{
  const DvField *declared = &dv_record_get_kind (record)->fields[field];
  g_autofree char *fits = NULL;
  g_autofree char *beyond = NULL;
  g_autofree char *below = NULL;

  switch (declared->type)
    {
    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
      fits = repeat ("é", declared->max);
      beyond = repeat ("é", declared->max + 1);
      check_limit (record, field, fits, beyond, DV_MODEL_ERROR_TOO_LARGE);
      check_limit (record, field, "a\tb", "a\001b", DV_MODEL_ERROR_INVALID);
      check_limit (record, field, "a", "a\xff", DV_MODEL_ERROR_INVALID);
      if ((declared->flags & DV_FIELD_MULTILINE) == 0)
        check_limit (record, field, "a", "a\nb", DV_MODEL_ERROR_INVALID);
      break;
    case DV_FIELD_INT:
      fits = g_strdup_printf ("%d", (int) declared->max);
      beyond = g_strdup_printf ("%d", (int) declared->max + 1);
      below = g_strdup_printf ("%d", (int) declared->min - 1);
      check_limit (record, field, fits, beyond, DV_MODEL_ERROR_TOO_LARGE);
      check_limit (record, field, fits, below, DV_MODEL_ERROR_TOO_LARGE);
      check_limit (record, field, fits, "1.5", DV_MODEL_ERROR_INVALID);
      break;
    case DV_FIELD_NUMBER:
      check_limit (record, field, "-0.5", "0x10", DV_MODEL_ERROR_INVALID);
      check_limit (record, field, "1e+300", "1e999", DV_MODEL_ERROR_INVALID);
      break;
    case DV_FIELD_BOOL:
      check_limit (record, field, "true", "yes", DV_MODEL_ERROR_INVALID);
      break;
    case DV_FIELD_ENUM:
      check_limit (record, field, declared->nicks[g_strv_length ((char **) declared->nicks) - 1], "nothing", DV_MODEL_ERROR_INVALID);
      break;
    case DV_FIELD_REF:
      check_limit (record, field, "abcdefghij", "abcdefghijk", DV_MODEL_ERROR_INVALID);
      check_limit (record, field, "a1", "a1 b2", DV_MODEL_ERROR_TOO_LARGE);
      break;
    case DV_FIELD_REFS:
      fits = make_refs (declared->max);
      beyond = make_refs (declared->max + 1);
      check_limit (record, field, fits, beyond, DV_MODEL_ERROR_TOO_LARGE);
      break;
    case DV_FIELD_DATE:
      check_limit (record, field, "2024-02-29", "2023-02-29", DV_MODEL_ERROR_INVALID);
      break;
    case DV_FIELD_TIME:
      check_limit (record, field, "23:59", "24:00", DV_MODEL_ERROR_INVALID);
      check_limit (record, field, "00:00", "9:30", DV_MODEL_ERROR_INVALID);
      break;
    case DV_FIELD_DATA:
      fits = repeat ("AAAA", declared->max / 4);
      beyond = repeat ("AAAA", declared->max / 4 + 1);
      check_limit (record, field, fits, beyond, DV_MODEL_ERROR_TOO_LARGE);
      check_limit (record, field, "AAAA", "A!AA", DV_MODEL_ERROR_INVALID);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_limits (void)
{
  g_autoptr (GPtrArray) kinds = dv_kind_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const DvKind *kind = g_ptr_array_index (kinds, i);

      for (guint j = 0; j < kind->n_fields; j++)
        {
          g_autoptr (DvRecord) record = dv_record_new (kind, NULL);

          check_field_limits (record, (int) j);
        }
    }
}

/* As many children as a kind declares go in, and not one more. The largest
 * lists are tried by the loader, which takes them at once. */
static void
test_child_limits (void)
{
  g_autoptr (GPtrArray) kinds = dv_kind_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const DvKind *kind = g_ptr_array_index (kinds, i);

      for (guint j = 0; j < kind->n_children; j++)
        {
          const DvChildren *children = &kind->children[j];
          g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
          g_autoptr (DvGroup) one_more = dv_group_new ("", DV_ORIGIN_CONSOLE);
          DvItem *parent = find_any (workshop, kind);
          GError *error = NULL;

          if (children->max > 3000 || children->kind == &dv_link_kind)
            continue;
          while (dv_item_count (parent, children->kind) < children->max)
            {
              g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_CONSOLE);
              DvRecord *record = dv_group_insert (group, children->kind, dv_item_get_id (parent), NULL);

              for (guint k = 0; k < children->kind->n_fields; k++)
                if ((children->kind->fields[k].flags & DV_FIELD_REQUIRED) != 0)
                  dv_record_set_string (record, (int) k, "x");
              dv_workshop_apply (workshop, group, &error);
              g_assert_no_error (error);
            }

          dv_group_insert (one_more, children->kind, dv_item_get_id (parent), NULL);
          DV_TEST_REFUSED (workshop, dv_workshop_apply (workshop, one_more, &error), DV_MODEL_ERROR_TOO_LARGE);
        }
    }
}

static DvRecord *
new_filled (const DvKind *kind)
{
  DvRecord *record = dv_record_new (kind, NULL);

  for (guint k = 0; k < kind->n_fields; k++)
    if ((kind->fields[k].flags & DV_FIELD_REQUIRED) != 0)
      dv_record_set_string (record, (int) k, "x");

  return record;
}

static void
test_load_limits (void)
{
  for (guint extra = 0; extra < 2; extra++)
    {
      g_autoptr (DvBranch) branch = dv_branch_new ();
      g_autoptr (DvWorkshop) workshop = NULL;
      g_autoptr (GError) error = NULL;
      guint line = 0;

      dv_branch_take (branch, dv_record_new (&dv_workshop_kind, NULL), 0, 1);
      dv_branch_take (branch, new_filled (&dv_value_kind), 1, 2);
      for (guint i = 0; i < 100000 + extra; i++)
        dv_branch_take (branch, new_filled (&dv_behaviour_kind), 2, 3 + i);

      workshop = dv_workshop_new_from_branch (branch, NULL, &line, &error);
      if (extra == 0)
        {
          g_autoptr (DvBranch) again = NULL;

          g_assert_no_error (error);
          again = dv_workshop_snapshot (workshop);
          g_assert_true (dv_branch_equal (branch, again));
          continue;
        }
      g_assert_null (workshop);
      g_assert_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE);
      g_assert_cmpuint (line, ==, 100003);
    }
}

/* A copy for a colleague has no private field, one to use again no contribution
 * and no progress. Both are whole. */
static void
test_copy (gconstpointer data)
{
  DvCopy copy = GPOINTER_TO_INT (data);
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);
  g_autoptr (DvBranch) copied = dv_branch_copy (branch, copy);
  g_autoptr (DvWorkshop) result = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  g_autoptr (GError) error = NULL;
  DvFieldFlags out = copy == DV_COPY_COLLEAGUE ? DV_FIELD_PRIVATE | DV_FIELD_FORGOTTEN : DV_FIELD_PROGRESS;
  guint line = 0;

  for (guint i = 0; i < dv_branch_get_length (copied); i++)
    {
      DvRecord *record = dv_branch_get_record (copied, i);
      const DvKind *kind = dv_record_get_kind (record);

      if (copy == DV_COPY_FRESH)
        g_assert_cmpint (kind->flags & DV_KIND_CONTRIBUTION, ==, 0);
      for (guint j = 0; j < kind->n_fields; j++)
        if ((kind->fields[j].flags & out) != 0)
          g_assert_true (dv_record_is_initial (record, (int) j));
    }

  result = dv_workshop_new_from_branch (copied, problems, &line, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  dv_test_check (result);
  if (copy == DV_COPY_COLLEAGUE)
    {
      g_assert_cmpuint (dv_branch_get_length (copied), ==, dv_branch_get_length (branch));
      g_assert_cmpstr (dv_workshop_get_id (result), ==, dv_workshop_get_id (workshop));
    }
  else
    g_assert_cmpstr (dv_workshop_get_id (result), !=, dv_workshop_get_id (workshop));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/set", test_set);
  g_test_add_func ("/kinds/format", test_format);
  g_test_add_func ("/kinds/limits", test_limits);
  g_test_add_func ("/kinds/child-limits", test_child_limits);
  g_test_add_func ("/kinds/load-limits", test_load_limits);
  g_test_add_data_func ("/kinds/copy-colleague", GINT_TO_POINTER (DV_COPY_COLLEAGUE), test_copy);
  g_test_add_data_func ("/kinds/copy-fresh", GINT_TO_POINTER (DV_COPY_FRESH), test_copy);
  return g_test_run ();
}
