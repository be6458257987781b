/* dv-restore.c
 *
 * Goes back to an earlier state of a workshop, as a step like any other
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-restore"

#include "config.h"

#include "dv-restore.h"

/* What is in both states keeps its item, so that what points at it goes on
 * doing so, and one undo takes everything back. References are set when all
 * that they may point at is there; what went since is removed when nothing
 * points at it any more. */

typedef struct
{
  DvWorkshop *workshop;
  const DvBranch *target;
  GHashTable *wanted; /* ids of the target */
  GHashTable *gone;   /* ids that are removed at the beginning */
  GPtrArray *parents; /* of each record of the target: the id of its parent */
  DvGroup *group;
} DvRestore;

/* The item that stays, or NULL when the record has to be inserted. */
static DvItem *
find_live (DvRestore *self,
           DvRecord  *record)
{
  DvItem *item = dv_workshop_find_kind (self->workshop, dv_record_get_id (record), dv_record_get_kind (record));

  if (item == NULL || g_hash_table_contains (self->gone, dv_record_get_id (record)))
    return NULL;
  return item;
}

static void
add_gone (DvRestore *self,
          DvItem    *item)
{
  const DvKind *kind = dv_item_get_kind (item);

  g_hash_table_add (self->gone, (gpointer) dv_item_get_id (item));
  for (guint i = 0; i < kind->n_children; i++)
    for (guint j = 0; j < dv_item_count (item, kind->children[i].kind); j++)
      add_gone (self, dv_list_get (dv_item_get_list (item, kind->children[i].kind), j));
}

/* Where there may be but one, the other has to go first. */
static void
remove_singles (DvRestore *self)
{
  DvItem *root = dv_workshop_get_root (self->workshop);
  const DvKind *kind = dv_item_get_kind (root);

  for (guint i = 0; i < kind->n_children; i++)
    {
      DvItem *single = kind->children[i].max == 1 ? dv_workshop_get_single (self->workshop, kind->children[i].kind) : NULL;

      if (single == NULL || g_hash_table_contains (self->wanted, dv_item_get_id (single)))
        continue;
      dv_group_remove (self->group, dv_item_get_id (single));
      add_gone (self, single);
    }
}

static DvRecord *
copy_without_refs (DvRecord *record)
{
  DvRecord *copy = dv_record_copy (record);
  const DvKind *kind = dv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == DV_FIELD_REF || kind->fields[i].type == DV_FIELD_REFS)
      dv_record_reset (copy, (int) i);
  return copy;
}

/* Whether the children of a kind are the same, in the same order, apart from
 * those that go. */
static gboolean
is_in_order (DvRestore    *self,
             const char   *parent_id,
             const DvKind *kind,
             guint         from)
{
  DvItem *parent = dv_workshop_find (self->workshop, parent_id);
  guint depth = dv_branch_get_depth (self->target, from);
  DvList *list;
  guint next = 0;

  if (parent == NULL || g_hash_table_contains (self->gone, parent_id))
    return FALSE;

  list = dv_item_get_list (parent, kind);
  for (guint i = from; i < dv_branch_get_length (self->target) && dv_branch_get_depth (self->target, i) >= depth; i++)
    {
      DvRecord *record = dv_branch_get_record (self->target, i);

      if (dv_branch_get_depth (self->target, i) > depth || dv_record_get_kind (record) != kind)
        continue;
      while (next < dv_list_get_length (list) &&
             !g_hash_table_contains (self->wanted, dv_item_get_id (dv_list_get (list, next))))
        next++;
      if (next >= dv_list_get_length (list) ||
          !g_str_equal (dv_item_get_id (dv_list_get (list, next)), dv_record_get_id (record)))
        return FALSE;
      next++;
    }
  return TRUE;
}

/* Every record in its place: in order, each goes to the end of its siblings,
 * unless they are in order as they are. */
static void
place (DvRestore *self)
{
  g_autoptr (GHashTable) ordered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 1; i < dv_branch_get_length (self->target); i++)
    {
      DvRecord *record = dv_branch_get_record (self->target, i);
      const char *parent = g_ptr_array_index (self->parents, i);
      g_autofree char *key = g_strdup_printf ("%s %s", parent, dv_record_get_kind (record)->name);
      gpointer is_ordered;

      if (!g_hash_table_lookup_extended (ordered, key, NULL, &is_ordered))
        {
          is_ordered = GINT_TO_POINTER (is_in_order (self, parent, dv_record_get_kind (record), i));
          g_hash_table_insert (ordered, g_steal_pointer (&key), is_ordered);
        }
      if (find_live (self, record) == NULL)
        {
          g_autoptr (DvBranch) single = dv_branch_new_single (copy_without_refs (record));

          dv_group_insert_branch (self->group, single, parent, NULL);
        }
      else if (!GPOINTER_TO_INT (is_ordered))
        dv_group_move (self->group, dv_record_get_id (record), parent, NULL);
    }
}

static void
set_fields (DvRestore *self,
            DvRecord  *record)
{
  DvItem *item = find_live (self, record);
  g_autoptr (DvRecord) now = item != NULL ? dv_record_ref (dv_item_get_record (item)) : copy_without_refs (record);
  const DvKind *kind = dv_record_get_kind (record);
  DvEdit edit = { .type = DV_EDIT_SET, .values = record };

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & DV_FIELD_FORGOTTEN) == 0 && !dv_record_field_equal (now, record, (int) i))
      edit.fields |= 1u << i;
  if (edit.fields == 0)
    return;

  g_strlcpy (edit.id, dv_record_get_id (record), sizeof edit.id);
  dv_group_add_edit (self->group, &edit);
}

static void
remove_others (DvRestore *self,
               DvItem    *item)
{
  const DvKind *kind = dv_item_get_kind (item);

  for (guint i = 0; i < kind->n_children; i++)
    for (guint j = 0; j < dv_item_count (item, kind->children[i].kind); j++)
      {
        DvItem *child = dv_list_get (dv_item_get_list (item, kind->children[i].kind), j);

        if (g_hash_table_contains (self->gone, dv_item_get_id (child)))
          continue;
        if (g_hash_table_contains (self->wanted, dv_item_get_id (child)))
          remove_others (self, child);
        else
          dv_group_remove (self->group, dv_item_get_id (child));
      }
}

static void
find_parents (DvRestore *self)
{
  const char *path[DV_MAX_DEPTH + 1] = { NULL };

  for (guint i = 0; i < dv_branch_get_length (self->target); i++)
    {
      guint depth = MIN (dv_branch_get_depth (self->target, i), (guint) DV_MAX_DEPTH);

      /* The workshop may have got another id since: its root is the root. */
      path[depth] = i == 0 ? dv_workshop_get_id (self->workshop) : dv_record_get_id (dv_branch_get_record (self->target, i));
      g_hash_table_add (self->wanted, (gpointer) path[depth]);
      g_ptr_array_add (self->parents, (gpointer) (depth > 0 ? path[depth - 1] : NULL));
    }
}

/**
 * dv_restore_branch:
 * @workshop: a workshop
 * @branch: an earlier state of it
 * @label: what the step is called in "Undo: …", translated
 * @error: return location for a %DV_MODEL_ERROR
 *
 * Makes the workshop as it was. Fields that are forgotten on close stay as they
 * are.
 *
 * Returns: whether it happened; on failure nothing has changed
 */
gboolean
dv_restore_branch (DvWorkshop     *workshop,
                   const DvBranch *branch,
                   const char     *label,
                   GError        **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) parents = g_ptr_array_new ();
  DvRestore self = { workshop, branch, wanted, gone, parents, group };
  g_autoptr (DvRecord) root = NULL;

  g_return_val_if_fail (dv_branch_get_length (branch) > 0, FALSE);

  find_parents (&self);
  remove_singles (&self);
  place (&self);
  root = dv_record_copy (dv_branch_get_record (branch, 0));
  dv_record_rename (root, dv_workshop_get_id (workshop));
  set_fields (&self, root);
  for (guint i = 1; i < dv_branch_get_length (branch); i++)
    set_fields (&self, dv_branch_get_record (branch, i));
  remove_others (&self, dv_workshop_get_root (workshop));

  return dv_group_get_length (group) == 0 || dv_workshop_apply (workshop, group, error);
}

/**
 * dv_restore_copy_branch:
 * @branch: an earlier state of a workshop
 *
 * Returns: (transfer full): the same as a workshop of its own, with a new id
 */
DvBranch *
dv_restore_copy_branch (const DvBranch *branch)
{
  DvBranch *copy = dv_branch_new ();

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_record_copy (dv_branch_get_record (branch, i));

      if (i == 0)
        dv_record_rename (record, NULL);
      dv_branch_take (copy, record, dv_branch_get_depth (branch, i), 0);
    }

  return copy;
}
