/* test-walk.c
 *
 * Ten thousand random edits: nothing dangles, and undo leads back to the start
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
#include "dv-words.h"

/* Each walk is as long as the history that a workshop keeps. */
#define N_WALKS 5
#define N_STEPS 2000

static DvItem *
pick (DvWorkshop   *workshop,
      GRand        *dice,
      const DvKind *kind)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);
  guint n = dv_branch_get_length (branch);
  guint start = (guint) g_rand_int_range (dice, 0, (gint32) n);

  for (guint i = 0; i < n; i++)
    {
      DvRecord *record = dv_branch_get_record (branch, (start + i) % n);

      if (kind == NULL || dv_record_get_kind (record) == kind)
        return dv_workshop_find (workshop, dv_record_get_id (record));
    }

  return NULL;
}

/* Puts something in a field that fits, most of the time. */
static void
roll_field (DvWorkshop *workshop,
            GRand      *dice,
            DvRecord   *record,
            int         field)
{
  const DvField *declared = &dv_record_get_kind (record)->fields[field];
  static const char *const texts[] = { "", "nabij", "Nabij", "open", "Ik bel terug", "x" };
  DvItem *target;

  switch (declared->type)
    {
    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
      dv_record_set_string (record, field, texts[g_rand_int_range (dice, 0, G_N_ELEMENTS (texts))]);
      break;
    case DV_FIELD_INT:
      dv_record_set_int (record, field, g_rand_int_range (dice, (gint32) declared->min, (gint32) declared->max + 2));
      break;
    case DV_FIELD_BOOL:
    case DV_FIELD_ENUM:
      dv_record_set_int (record, field, g_rand_int_range (dice, 0, 2));
      break;
    case DV_FIELD_NUMBER:
      dv_record_set_number (record, field, g_rand_double (dice));
      break;
    case DV_FIELD_REF:
    case DV_FIELD_REFS:
      target = pick (workshop, dice, declared->target);
      if (target != NULL)
        dv_record_set_string (record, field, dv_item_get_id (target));
      break;
    case DV_FIELD_DATE:
    case DV_FIELD_TIME:
    case DV_FIELD_DATA:
    default:
      break;
    }
}

static void
add_insert (DvWorkshop *workshop,
            GRand      *dice,
            DvGroup    *group)
{
  DvItem *parent = pick (workshop, dice, NULL);
  const DvKind *kind = dv_item_get_kind (parent);
  const DvKind *child;
  DvItem *before;
  DvRecord *record;

  if (kind->n_children == 0)
    return;
  child = kind->children[g_rand_int_range (dice, 0, (gint32) kind->n_children)].kind;
  before = g_rand_boolean (dice) ? dv_list_get (dv_item_get_list (parent, child), 0) : NULL;
  record = dv_group_insert (group, child, dv_item_get_id (parent), before != NULL ? dv_item_get_id (before) : NULL);
  for (guint i = 0; i < child->n_fields; i++)
    if ((child->fields[i].flags & DV_FIELD_REQUIRED) != 0 || g_rand_int_range (dice, 0, 4) == 0)
      roll_field (workshop, dice, record, (int) i);
}

static void
add_edit (DvWorkshop *workshop,
          GRand      *dice,
          DvGroup    *group)
{
  DvItem *item = pick (workshop, dice, NULL);
  DvItem *parent = pick (workshop, dice, NULL);
  const DvKind *kind = dv_item_get_kind (item);
  int field;

  switch (g_rand_int_range (dice, 0, 16))
    {
    case 0:
      if (kind->n_children == 0 || g_rand_int_range (dice, 0, 4) == 0)
        dv_group_remove (group, dv_item_get_id (item));
      break;
    case 1:
    case 2:
      dv_group_move (group, dv_item_get_id (item), dv_item_get_id (parent), NULL);
      break;
    case 3:
    case 4:
      field = g_rand_int_range (dice, 0, (gint32) kind->n_fields);
      roll_field (workshop, dice, dv_group_set (group, dv_item_get_id (item), kind, field), field);
      break;
    default:
      add_insert (workshop, dice, group);
      break;
    }
}

static void
do_edits (DvWorkshop *workshop,
          GRand      *dice)
{
  g_autoptr (DvGroup) group = dv_group_new ("walk", DV_ORIGIN_CONSOLE);
  gint32 n = g_rand_int_range (dice, 1, 4);

  for (gint32 i = 0; i < n; i++)
    add_edit (workshop, dice, group);
  dv_workshop_apply (workshop, group, NULL);
}

static void
do_operation (DvWorkshop *workshop,
              GRand      *dice)
{
  DvItem *value = pick (workshop, dice, &dv_value_kind);
  DvItem *other = pick (workshop, dice, &dv_value_kind);
  DvItem *behaviour = pick (workshop, dice, &dv_behaviour_kind);
  DvItem *word = pick (workshop, dice, &dv_word_kind);
  DvItem *clause = pick (workshop, dice, &dv_clause_kind);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (value == NULL || behaviour == NULL || word == NULL)
    return;

  switch (g_rand_int_range (dice, 0, 10))
    {
    case 0:
      g_ptr_array_add (list, pick (workshop, dice, &dv_word_kind));
      dv_words_merge (workshop, word, list, NULL);
      break;
    case 1:
      dv_words_unmerge (workshop, word, NULL);
      break;
    case 2:
      g_ptr_array_add (list, pick (workshop, dice, &dv_behaviour_kind));
      dv_behaviours_merge (workshop, behaviour, list, NULL);
      break;
    case 3:
      g_ptr_array_add (list, behaviour);
      dv_behaviours_move_to_value (workshop, list, value, NULL);
      break;
    case 4:
      dv_choosing_choose (workshop, behaviour, g_rand_boolean (dice), NULL);
      break;
    case 5:
      dv_choosing_set_phase (workshop, value, DV_PHASE_REVEALED, NULL);
      dv_choosing_take_top (workshop, value, NULL, NULL);
      break;
    case 6:
      dv_values_choose (workshop, value, g_rand_boolean (dice), NULL);
      break;
    case 7:
      if (other != value && g_rand_int_range (dice, 0, 4) == 0)
        dv_values_remove (workshop, value, (DvFate) g_rand_int_range (dice, 0, 3), other, NULL);
      break;
    case 8:
      if (clause != NULL)
        dv_manifest_remove_clause (workshop, clause, NULL);
      break;
    default:
      dv_behaviours_unmerge (workshop, behaviour, NULL);
      break;
    }
}

static void
applied_cb (DvWorkshop *workshop,
            DvGroup    *group,
            GPtrArray  *journal)
{
  g_ptr_array_add (journal, dv_group_ref (group));
}

static void
walk (guint32 seed)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvWorkshop) again = NULL;
  g_autoptr (GPtrArray) journal = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_group_unref);
  g_autoptr (DvBranch) start = dv_workshop_snapshot (workshop);
  g_autoptr (DvBranch) end = NULL;
  g_autoptr (DvBranch) undone = NULL;
  g_autoptr (DvBranch) replayed = NULL;
  guint line = 0;
  guint skipped = 0;

  g_signal_connect (workshop, "applied", G_CALLBACK (applied_cb), journal);
  for (guint i = 0; i < N_STEPS; i++)
    {
      gint32 roll = g_rand_int_range (dice, 0, 10);

      if (roll == 0)
        dv_workshop_undo (workshop, &skipped);
      else if (roll == 1)
        dv_workshop_redo (workshop, &skipped);
      else if (roll < 5)
        do_operation (workshop, dice);
      else
        do_edits (workshop, dice);
      g_assert_cmpuint (skipped, ==, 0);
      if (i % 50 == 0)
        dv_test_check (workshop);
    }
  dv_test_check (workshop);

  end = dv_workshop_snapshot (workshop);
  g_test_message ("%u groups were applied, %u items are left", journal->len, dv_branch_get_length (end));
  again = dv_workshop_new_from_branch (start, NULL, &line, NULL);
  for (guint i = 0; i < journal->len; i++)
    g_assert_cmpuint (dv_workshop_replay (again, g_ptr_array_index (journal, i)), ==, 0);
  replayed = dv_workshop_snapshot (again);
  g_assert_true (dv_branch_equal (end, replayed));

  while (dv_workshop_undo (workshop, &skipped))
    g_assert_cmpuint (skipped, ==, 0);
  undone = dv_workshop_snapshot (workshop);
  g_assert_true (dv_branch_equal (start, undone));
}

static void
test_walk (gconstpointer seed)
{
  /* Ids too are the same each time. */
  g_random_set_seed (GPOINTER_TO_UINT (seed));
  walk (GPOINTER_TO_UINT (seed));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 1; i <= N_WALKS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/walk/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_walk);
    }
  return g_test_run ();
}
