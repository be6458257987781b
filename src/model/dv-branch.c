/* dv-branch.c
 *
 * An item with everything below it at one moment: a row of records with depths
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-branch"

#include "config.h"

#include "dv-branch.h"

/* The tree is flat: every record in document order, with how deep it stands
 * below the first. So a checkpoint of a hundred thousand items is one walk that
 * copies references, and a reader or writer is one loop. Filled by one thread,
 * then shared and not changed any more. */

typedef struct
{
  DvRecord *record;
  guint8 depth;
  guint line;
} DvEntry;

struct _DvBranch
{
  gatomicrefcount ref_count;
  GArray *entries;
};

static void
entry_clear (gpointer data)
{
  DvEntry *entry = data;

  dv_record_unref (entry->record);
}

/**
 * dv_branch_new:
 *
 * Returns: (transfer full): an empty branch; fill it with dv_branch_take()
 */
DvBranch *
dv_branch_new (void)
{
  return dv_branch_new_sized (0);
}

/**
 * dv_branch_new_sized:
 * @n: how many records to make room for at once
 *
 * Returns: (transfer full): an empty branch
 */
DvBranch *
dv_branch_new_sized (guint n)
{
  DvBranch *branch = g_new0 (DvBranch, 1);

  g_atomic_ref_count_init (&branch->ref_count);
  branch->entries = g_array_sized_new (FALSE, FALSE, sizeof (DvEntry), n);
  g_array_set_clear_func (branch->entries, entry_clear);

  return branch;
}

/**
 * dv_branch_new_single:
 * @record: (transfer full): a record
 *
 * Returns: (transfer full): a branch of that one record
 */
DvBranch *
dv_branch_new_single (DvRecord *record)
{
  DvBranch *branch = dv_branch_new ();

  dv_branch_take (branch, record, 0, 0);
  return branch;
}

DvBranch *
dv_branch_ref (DvBranch *branch)
{
  g_return_val_if_fail (branch != NULL, NULL);

  g_atomic_ref_count_inc (&branch->ref_count);
  return branch;
}

void
dv_branch_unref (DvBranch *branch)
{
  g_return_if_fail (branch != NULL);

  if (g_atomic_ref_count_dec (&branch->ref_count))
    {
      g_array_unref (branch->entries);
      g_free (branch);
    }
}

/**
 * dv_branch_take:
 * @branch: a branch that is being filled
 * @record: (transfer full): the next record in document order
 * @depth: 0 for the first, and for each other at most one more than the depth
 *   of the record before it
 * @line: the line of the file where it stands, or 0
 */
void
dv_branch_take (DvBranch *branch,
                DvRecord *record,
                guint     depth,
                guint     line)
{
  DvEntry entry = { record, (guint8) depth, line };

  g_return_if_fail (branch != NULL && record != NULL);
  g_return_if_fail (depth < DV_MAX_DEPTH);
  g_return_if_fail ((depth == 0) == (branch->entries->len == 0));

  g_array_append_val (branch->entries, entry);
}

guint
dv_branch_get_length (const DvBranch *branch)
{
  g_return_val_if_fail (branch != NULL, 0);
  return branch->entries->len;
}

/**
 * dv_branch_get_record:
 * @branch: a branch
 * @i: which record, in document order
 *
 * Returns: (transfer none): the record
 */
DvRecord *
dv_branch_get_record (const DvBranch *branch,
                      guint           i)
{
  g_return_val_if_fail (i < branch->entries->len, NULL);
  return g_array_index (branch->entries, DvEntry, i).record;
}

guint
dv_branch_get_depth (const DvBranch *branch,
                     guint           i)
{
  g_return_val_if_fail (i < branch->entries->len, 0);
  return g_array_index (branch->entries, DvEntry, i).depth;
}

/**
 * dv_branch_get_line:
 * @branch: a branch
 * @i: which record, in document order
 *
 * Returns: the line of the file where the record stood, or 0
 */
guint
dv_branch_get_line (const DvBranch *branch,
                    guint           i)
{
  g_return_val_if_fail (i < branch->entries->len, 0);
  return g_array_index (branch->entries, DvEntry, i).line;
}

static gboolean
records_equal (const DvRecord *a,
               const DvRecord *b)
{
  const DvKind *kind = dv_record_get_kind (a);

  if (a == b)
    return TRUE;
  if (kind != dv_record_get_kind (b) ||
      g_strcmp0 (dv_record_get_id (a), dv_record_get_id (b)) != 0 ||
      g_strcmp0 (dv_record_get_extra_attributes (a), dv_record_get_extra_attributes (b)) != 0 ||
      g_strcmp0 (dv_record_get_extra_elements (a), dv_record_get_extra_elements (b)) != 0)
    return FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if (!dv_record_field_equal (a, b, (int) i))
      return FALSE;

  return TRUE;
}

/**
 * dv_branch_equal:
 * @a: a branch
 * @b: another
 *
 * Returns: whether both hold the same items with the same values in the same
 *   places; lines of files do not count
 */
gboolean
dv_branch_equal (const DvBranch *a,
                 const DvBranch *b)
{
  if (a->entries->len != b->entries->len)
    return FALSE;

  for (guint i = 0; i < a->entries->len; i++)
    if (dv_branch_get_depth (a, i) != dv_branch_get_depth (b, i) ||
        !records_equal (dv_branch_get_record (a, i), dv_branch_get_record (b, i)))
      return FALSE;

  return TRUE;
}
