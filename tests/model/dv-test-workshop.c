/* dv-test-workshop.c
 *
 * A small workshop with everything in it, and checks that hold for any
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <stdarg.h>

#include "dv-test-workshop.h"

/* Inserts an item with the fields that follow as name and value. */
void
dv_test_insert (DvWorkshop *workshop,
                const char *kind_name,
                const char *id,
                const char *parent,
                ...)
{
  const DvKind *kind = dv_kind_find (kind_name);
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_IMPORT);
  g_autoptr (DvBranch) branch = NULL;
  DvRecord *record = dv_record_new (kind, id);
  GError *error = NULL;
  va_list arguments;
  const char *name;

  va_start (arguments, parent);
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      int field = dv_kind_find_field (kind, name);

      g_assert_cmpint (field, >=, 0);
      dv_record_parse (record, field, va_arg (arguments, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (arguments);

  branch = dv_branch_new_single (record);
  dv_group_insert_branch (group, branch, parent != NULL ? parent : dv_workshop_get_id (workshop), NULL);
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
}

static void
insert_words (DvWorkshop *workshop)
{
  dv_test_insert (workshop, "word", "word1", NULL, "text", "Nabij", "value", "value1", "quote", "Kom eens langs", NULL);
  dv_test_insert (workshop, "word", "word2", NULL, "text", "nabij", "count", "3", NULL);
  dv_test_insert (workshop, "word", "word3", NULL, "text", "open", "side", "staff", "count", "2", NULL);
  dv_test_insert (workshop, "word", "word4", NULL, "text", "dichtbij", "side", "staff", NULL);
  dv_test_insert (workshop, "word", "word5", NULL, "text", "Opén", NULL);
  dv_test_insert (workshop, "word", "word6", NULL, "text", "waarden", NULL);
  dv_test_insert (workshop, "word", "word7", NULL, "text", "waarde", "count", "4", NULL);
}

static void
insert_values (DvWorkshop *workshop)
{
  dv_test_insert (workshop, "value", "value1", NULL, "name", "Nabij", "state", "chosen",
                  "meaning", "Wij zijn er.", "target", "2", NULL);
  dv_test_insert (workshop, "value", "value2", NULL, "name", "Open", "state", "chosen", NULL);
  dv_test_insert (workshop, "value", "value3", NULL, "name", "Lenig", NULL);
  dv_test_insert (workshop, "behaviour", "example1", "value1", "text", "Ik bel terug", "role", "role1",
                  "star", "true", NULL);
  dv_test_insert (workshop, "behaviour", "example2", "value1", "text", "Ik kom langs", "role", "role2",
                  "table", "table1", NULL);
  dv_test_insert (workshop, "behaviour", "example3", "value1", "text", "Ik bel je terug", "note", "geheim", NULL);
  dv_test_insert (workshop, "behaviour", "example4", "value1", "text", "Ik groet op straat",
                  "counter", "Ik kijk weg", NULL);
  dv_test_insert (workshop, "behaviour", "example5", "value2", "text", "Ik laat zien wat ik doe",
                  "sender", "phone7", NULL);
  dv_test_insert (workshop, "count", "count1", "example1", "number", "5", NULL);
  dv_test_insert (workshop, "count", "count2", "example1", "number", "2", "role", "role1", NULL);
  dv_test_insert (workshop, "count", "count3", "example3", "number", "4", NULL);
}

static void
insert_map (DvWorkshop *workshop)
{
  dv_test_insert (workshop, "map", "map1", NULL, "title", "Kaart", NULL);
  dv_test_insert (workshop, "lane", "lane1", "map1", "name", "Inwoners", NULL);
  dv_test_insert (workshop, "lane", "lane2", "map1", "name", "Middelen", NULL);
  dv_test_insert (workshop, "theme", "theme1", "map1", "name", "Vertrouwen", NULL);
  dv_test_insert (workshop, "objective", "objective1", "map1", "text", "Meer tijd", "lane", "lane1",
                  "theme", "theme1", NULL);
  dv_test_insert (workshop, "objective", "objective2", "map1", "text", "Minder regels", "lane", "lane2",
                  "value", "value1", NULL);
  dv_test_insert (workshop, "measure", "measure1", "objective1", "name", "Cijfer", "now", "6.4", "target", "7.5", NULL);
  dv_test_insert (workshop, "initiative", "plan1", "objective1", "name", "Wijkteam", NULL);
  dv_test_insert (workshop, "link", "link1", "map1", "source", "objective2", "target", "objective1", NULL);
}

/* Every kind is in it at least once; nothing can be undone yet. */
DvWorkshop *
dv_test_workshop_new (void)
{
  DvWorkshop *workshop = dv_workshop_new ();

  dv_test_insert (workshop, "role", "role1", NULL, "name", "Leidinggevende", "short", "Leiding",
                  "shape", "triangle", "people", "8", NULL);
  dv_test_insert (workshop, "role", "role2", NULL, "name", "Inwoner", "shape", "house", "people", "3", NULL);
  dv_test_insert (workshop, "role", "role3", NULL, "name", "Raadslid", "shape", "diamond", NULL);
  dv_test_insert (workshop, "role", "role4", NULL, "name", "Bestuurder", NULL);
  dv_test_insert (workshop, "table", "table1", NULL, "name", "Tafel 1", "people", "6", NULL);
  dv_test_insert (workshop, "table", "table2", NULL, "name", "Tafel 2", "people", "7", NULL);
  dv_test_insert (workshop, "step", "step1", NULL, "title", "Kernwaarden", NULL);
  dv_test_insert (workshop, "activity", "activity1", "step1", "title", "Welkom", "notes", "Zet koffie", "minutes", "10",
                  "state", "done", NULL);
  insert_values (workshop);
  insert_words (workshop);
  dv_test_insert (workshop, "manifest", "manifest1", NULL, "title", "Manifest", "preamble", "Wij luisteren.", NULL);
  dv_test_insert (workshop, "article", "article2", "manifest1", "title", "Open", "value", "value2", NULL);
  dv_test_insert (workshop, "clause", "clause1", "article2", "text", "Wij zijn eerlijk", NULL);
  insert_map (workshop);
  dv_test_insert (workshop, "parking", "parkinglot", NULL, NULL);
  dv_test_insert (workshop, "thought", "thought1", "parkinglot", "text", "Later", NULL);
  dv_test_insert (workshop, "support", "support1", NULL, "title", "Maart", NULL);
  dv_test_insert (workshop, "tally", "tally1", "support1", "article", "article2", "fully", "12", NULL);
  dv_test_insert (workshop, "flip", "flip1", NULL, "text", "Wat nemen we mee?", NULL);
  return workshop;
}

DvItem *
dv_test_get (DvWorkshop *workshop,
             const char *id)
{
  DvItem *item = dv_workshop_find (workshop, id);

  g_assert_nonnull (item);
  return item;
}

/* The items with @ids, which a blank separates. */
GPtrArray *
dv_test_list (DvWorkshop *workshop,
              const char *ids)
{
  GPtrArray *list = g_ptr_array_new ();
  g_auto (GStrv) split = g_strsplit (ids, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (list, dv_test_get (workshop, split[i]));

  return list;
}

static void
check_refs (DvWorkshop     *workshop,
            const DvRecord *record,
            int             field)
{
  const DvField *declared = &dv_record_get_kind (record)->fields[field];
  g_auto (GStrv) ids = NULL;

  if (declared->type != DV_FIELD_REF && declared->type != DV_FIELD_REFS)
    return;

  ids = g_strsplit (dv_record_get_string (record, field), " ", -1);
  for (guint i = 0; ids[i] != NULL && ids[i][0] != '\0'; i++)
    {
      DvItem *item = dv_workshop_find (workshop, ids[i]);

      g_assert_nonnull (item);
      if (declared->target != NULL)
        g_assert_true (dv_item_get_kind (item) == declared->target);
    }
}

/* What holds after any edit: ids are unique and findable, every field fits its
 * declaration, every reference leads to the right kind, nothing is where it may
 * not be, and nothing is more than it may be. */
void
dv_test_check (DvWorkshop *workshop)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);
  g_autoptr (DvWorkshop) again = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  guint line = 0;

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);
      DvItem *item = dv_workshop_find (workshop, dv_record_get_id (record));

      g_assert_true (g_hash_table_add (ids, (gpointer) dv_record_get_id (record)));
      g_assert_nonnull (item);
      g_assert_true (dv_item_get_record (item) == record);
      dv_record_check (record, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < dv_record_get_kind (record)->n_fields; j++)
        check_refs (workshop, record, (int) j);
    }

  again = dv_workshop_new_from_branch (branch, problems, &line, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}
