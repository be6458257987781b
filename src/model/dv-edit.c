/* dv-edit.c
 *
 * Edits: the only way in which a workshop changes
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-edit"

#include "config.h"

#include "dv-edit.h"

/* A group is one step of undo and one record of the journal. Whoever wants a
 * change fills a group and hands it to dv_workshop_apply(), which checks it as
 * a whole: all of it happens, or nothing. A group that was applied is not
 * changed any more and may be handed to another thread. */

struct _DvGroup
{
  gatomicrefcount ref_count;
  char *label;
  DvOrigin origin;
  GArray *edits;
};

static void
edit_clear (gpointer data)
{
  DvEdit *edit = data;

  g_clear_pointer (&edit->branch, dv_branch_unref);
  g_clear_pointer (&edit->values, dv_record_unref);
  g_clear_pointer (&edit->expected, dv_record_unref);
}

/**
 * dv_group_new:
 * @label: what the person did, translated, for "Undo: …"; may be empty
 * @origin: who asks
 *
 * Returns: (transfer full): a group without edits
 */
DvGroup *
dv_group_new (const char *label,
              DvOrigin    origin)
{
  DvGroup *group = g_new0 (DvGroup, 1);

  g_atomic_ref_count_init (&group->ref_count);
  group->label = g_strdup (label);
  group->origin = origin;
  group->edits = g_array_new (FALSE, TRUE, sizeof (DvEdit));
  g_array_set_clear_func (group->edits, edit_clear);

  return group;
}

DvGroup *
dv_group_ref (DvGroup *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  g_atomic_ref_count_inc (&group->ref_count);
  return group;
}

void
dv_group_unref (DvGroup *group)
{
  g_return_if_fail (group != NULL);

  if (g_atomic_ref_count_dec (&group->ref_count))
    {
      g_array_unref (group->edits);
      g_free (group->label);
      g_free (group);
    }
}

const char *
dv_group_get_label (const DvGroup *group)
{
  return group->label;
}

DvOrigin
dv_group_get_origin (const DvGroup *group)
{
  return group->origin;
}

guint
dv_group_get_length (const DvGroup *group)
{
  return group->edits->len;
}

/**
 * dv_group_get_edit:
 * @group: a group
 * @i: which edit, in the order in which they are made
 *
 * Returns: (transfer none): the edit, valid until the group changes
 */
const DvEdit *
dv_group_get_edit (const DvGroup *group,
                   guint          i)
{
  g_return_val_if_fail (i < group->edits->len, NULL);
  return &g_array_index (group->edits, DvEdit, i);
}

static void
copy_id (char        to[DV_ID_LENGTH + 1],
         const char *from)
{
  g_strlcpy (to, from != NULL ? from : "", DV_ID_LENGTH + 1);
}

/**
 * dv_group_insert:
 * @group: a group
 * @kind: the kind of the new item
 * @parent: the id of its parent
 * @before: (nullable): the id of the sibling that is to come after it, or
 *   %NULL to put it last
 *
 * Adds an edit that inserts an item. Fill the record before the group is
 * applied; its id is dv_record_get_id().
 *
 * Returns: (transfer none): the record of the new item
 */
DvRecord *
dv_group_insert (DvGroup      *group,
                 const DvKind *kind,
                 const char   *parent,
                 const char   *before)
{
  DvRecord *record = dv_record_new (kind, NULL);
  g_autoptr (DvBranch) branch = dv_branch_new_single (record);

  dv_group_insert_branch (group, branch, parent, before);
  return record;
}

/**
 * dv_group_insert_branch:
 * @group: a group
 * @branch: an item with all below it, not empty
 * @parent: the id of its parent
 * @before: (nullable): the id of the sibling that is to come after it
 */
void
dv_group_insert_branch (DvGroup    *group,
                        DvBranch   *branch,
                        const char *parent,
                        const char *before)
{
  DvEdit edit = { .type = DV_EDIT_INSERT };

  g_return_if_fail (dv_branch_get_length (branch) > 0);

  edit.branch = dv_branch_ref (branch);
  copy_id (edit.id, dv_record_get_id (dv_branch_get_record (branch, 0)));
  copy_id (edit.parent, parent);
  copy_id (edit.before, before);
  g_array_append_val (group->edits, edit);
}

/**
 * dv_group_set:
 * @group: a group
 * @id: the id of an item
 * @kind: its kind
 * @field: the number of the field that is to change
 *
 * Adds an edit that sets a field. Fields of one item that are set one after
 * the other make one edit.
 *
 * Returns: (transfer none): the record in which to put the new value of @field
 */
DvRecord *
dv_group_set (DvGroup      *group,
              const char   *id,
              const DvKind *kind,
              int           field)
{
  DvEdit *last = group->edits->len > 0 ? &g_array_index (group->edits, DvEdit, group->edits->len - 1) : NULL;
  DvEdit edit = { .type = DV_EDIT_SET };

  if (last == NULL || last->type != DV_EDIT_SET || g_strcmp0 (last->id, id) != 0)
    {
      copy_id (edit.id, id);
      edit.values = dv_record_new (kind, id);
      g_array_append_val (group->edits, edit);
      last = &g_array_index (group->edits, DvEdit, group->edits->len - 1);
    }
  last->fields |= 1u << field;

  return last->values;
}

/**
 * dv_group_set_string:
 * @group: a group
 * @item: an item
 * @field: the number of a field that is kept as text
 * @value: (nullable): its new value
 */
void
dv_group_set_string (DvGroup    *group,
                     DvItem     *item,
                     int         field,
                     const char *value)
{
  dv_record_set_string (dv_group_set (group, dv_item_get_id (item), dv_item_get_kind (item), field), field, value);
}

void
dv_group_set_int (DvGroup *group,
                  DvItem  *item,
                  int      field,
                  gint64   value)
{
  dv_record_set_int (dv_group_set (group, dv_item_get_id (item), dv_item_get_kind (item), field), field, value);
}

void
dv_group_set_number (DvGroup *group,
                     DvItem  *item,
                     int      field,
                     double   value)
{
  dv_record_set_number (dv_group_set (group, dv_item_get_id (item), dv_item_get_kind (item), field), field, value);
}

/**
 * dv_group_move:
 * @group: a group
 * @id: the id of an item
 * @parent: the id of its new parent, or of the one that it has
 * @before: (nullable): the id of the sibling that is to come after it
 */
void
dv_group_move (DvGroup    *group,
               const char *id,
               const char *parent,
               const char *before)
{
  DvEdit edit = { .type = DV_EDIT_MOVE };

  copy_id (edit.id, id);
  copy_id (edit.parent, parent);
  copy_id (edit.before, before);
  g_array_append_val (group->edits, edit);
}

static void
add_remove (DvGroup    *group,
            const char *id,
            gboolean    erase)
{
  DvEdit edit = { .type = DV_EDIT_REMOVE, .erase = erase };

  copy_id (edit.id, id);
  g_array_append_val (group->edits, edit);
}

/**
 * dv_group_remove:
 * @group: a group
 * @id: the id of an item; what is below it goes too, and what refers to it
 *   forgets it
 */
void
dv_group_remove (DvGroup    *group,
                 const char *id)
{
  add_remove (group, id, FALSE);
}

/**
 * dv_group_erase:
 * @group: a group
 * @id: the id of an item that its giver withdrew
 *
 * Like dv_group_remove(), but no undo brings it back.
 */
void
dv_group_erase (DvGroup    *group,
                const char *id)
{
  add_remove (group, id, TRUE);
}

/**
 * dv_group_add_edit:
 * @group: a group
 * @edit: an edit, which is copied with its own references
 */
void
dv_group_add_edit (DvGroup      *group,
                   const DvEdit *edit)
{
  DvEdit copy = *edit;

  if (copy.branch != NULL)
    dv_branch_ref (copy.branch);
  if (copy.values != NULL)
    dv_record_ref (copy.values);
  if (copy.expected != NULL)
    dv_record_ref (copy.expected);
  g_array_append_val (group->edits, copy);
}

/**
 * dv_group_reverse:
 * @group: a group
 *
 * Turns the order of the edits around.
 */
void
dv_group_reverse (DvGroup *group)
{
  for (guint i = 0; i < group->edits->len / 2; i++)
    {
      DvEdit *a = &g_array_index (group->edits, DvEdit, i);
      DvEdit *b = &g_array_index (group->edits, DvEdit, group->edits->len - 1 - i);
      DvEdit swap = *a;

      *a = *b;
      *b = swap;
    }
}
