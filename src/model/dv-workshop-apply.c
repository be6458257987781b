/* dv-workshop-apply.c
 *
 * One edit: whether it may happen, and making it happen
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-workshop"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-workshop-private.h"

/* Making an edit happen, with its consequences: nothing refers to what is gone,
 * and what has lost its place is kept. Whether it may is dv-workshop-check.c. */

#define PARKING_ID "parkinglot"

static void
set_not_found (GError    **error,
               const char *id)
{
  g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_FOUND, _("There is nothing with the id “%s”"), id);
}

/* For undo and replay: the branch without what was erased or is there already,
 * and without references that lead nowhere. */
static DvBranch *
prune (DvWorkshop *self,
       DvBranch   *branch)
{
  g_autoptr (GHashTable) arriving = dv_workshop_list_arriving (branch);
  DvBranch *pruned = dv_branch_new ();
  guint skip_below = DV_MAX_DEPTH;

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);
      guint depth = dv_branch_get_depth (branch, i);

      if (depth > skip_below)
        continue;
      skip_below = DV_MAX_DEPTH;
      if (g_hash_table_contains (self->erased, dv_record_get_id (record)) ||
          g_hash_table_contains (self->items, dv_record_get_id (record)))
        {
          skip_below = depth;
          continue;
        }
      dv_branch_take (pruned, dv_workshop_drop_dangling (self, arriving, record), depth, 0);
    }

  return pruned;
}

static void
record_insert (DvApply  *apply,
               DvBranch *branch,
               DvItem   *parent,
               DvItem   *before)
{
  DvEdit inverse = { .type = DV_EDIT_REMOVE, .branch = branch };

  dv_group_insert_branch (apply->done, branch, dv_item_get_id (parent),
                          before != NULL ? dv_item_get_id (before) : NULL);
  g_strlcpy (inverse.id, dv_record_get_id (dv_branch_get_record (branch, 0)), sizeof inverse.id);
  dv_group_add_edit (apply->inverse, &inverse);
}

static void
insert_branch (DvApply  *apply,
               DvBranch *branch,
               DvItem   *parent,
               DvItem   *before)
{
  guint next = 0;
  g_autoptr (DvItem) item = dv_workshop_plant (apply->self, branch, 0, &next);

  dv_item_insert (parent, item, before);
  record_insert (apply, branch, parent, before);
}

/* The parking lot, made when there is none. Its id is always the same, so that
 * two replays of one journal give the same workshop. */
static DvItem *
ensure_parking (DvApply *apply)
{
  DvItem *root = apply->self->root;
  DvItem *parking = dv_list_get (dv_item_get_list (root, &dv_parking_kind), 0);
  g_autoptr (DvBranch) branch = NULL;

  if (parking != NULL)
    return parking;

  branch = dv_branch_new_single (dv_record_new (&dv_parking_kind, PARKING_ID));
  insert_branch (apply, branch, root, NULL);
  return dv_list_get (dv_item_get_list (root, &dv_parking_kind), 0);
}

/* What a branch says, for when it fits nowhere: every text in it, a line each.
 * NULL when there is no text in it: a link without its ends says nothing. */
static DvBranch *
write_down (DvBranch *branch)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DvRecord *thought;

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);
      const DvKind *kind = dv_record_get_kind (record);

      for (guint j = 0; j < kind->n_fields; j++)
        if (kind->fields[j].type == DV_FIELD_TEXT || kind->fields[j].type == DV_FIELD_STRING)
          {
            const char *value = dv_record_get_string (record, (int) j);

            if (value[0] != '\0' && (kind->fields[j].flags & DV_FIELD_PRIVATE) == 0)
              g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", value);
          }
    }

  if (text->len == 0)
    return NULL;
  if (g_utf8_strlen (text->str, -1) > 2000)
    g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, 2000) - text->str));
  /* Under the id of what it stands for, so that two replays give the same. */
  thought = dv_record_new (&dv_thought_kind, dv_record_get_id (dv_branch_get_record (branch, 0)));
  dv_record_set_string (thought, DV_THOUGHT_TEXT, text->str);

  return dv_branch_new_single (thought);
}

/* Whether the parking lot, which may not be there yet, takes one more @kind. */
static gboolean
can_park (DvApply      *apply,
          const DvKind *kind)
{
  DvItem *parking = dv_list_get (dv_item_get_list (apply->self->root, &dv_parking_kind), 0);

  if (parking == NULL)
    return dv_kind_find_child (&dv_parking_kind, kind) >= 0;

  return dv_workshop_check_place (apply->self, parking, kind, "", TRUE, NULL);
}

/* Something was received and its place is gone, or it is not @whole. */
static gboolean
park (DvApply  *apply,
      DvBranch *branch,
      gboolean  whole)
{
  g_autoptr (DvBranch) thought = NULL;

  if (whole && can_park (apply, dv_record_get_kind (dv_branch_get_record (branch, 0))))
    {
      insert_branch (apply, branch, ensure_parking (apply), NULL);
      return TRUE;
    }

  thought = write_down (branch);
  if (thought == NULL || !can_park (apply, &dv_thought_kind))
    return FALSE;

  insert_branch (apply, thought, ensure_parking (apply), NULL);
  return TRUE;
}

static gboolean
apply_insert_lenient (DvApply      *apply,
                      const DvEdit *edit)
{
  DvWorkshop *self = apply->self;
  DvItem *parent = g_hash_table_lookup (self->items, edit->parent);
  g_autoptr (DvBranch) branch = prune (self, edit->branch);
  const DvKind *kind;
  gboolean whole;

  if (dv_branch_get_length (branch) == 0)
    return FALSE;

  kind = dv_record_get_kind (dv_branch_get_record (branch, 0));
  if (!dv_workshop_check_nesting (branch, NULL))
    return FALSE;
  whole = dv_workshop_check_records (self, branch, NULL);
  if (!whole || parent == NULL || !dv_workshop_check_place (self, parent, kind, "", TRUE, NULL))
    return apply->park && park (apply, branch, whole);

  insert_branch (apply, branch, parent, dv_workshop_find_before (parent, kind, self, edit->before));
  return TRUE;
}

static gboolean
apply_insert (DvApply      *apply,
              const DvEdit *edit,
              GError      **error)
{
  DvWorkshop *self = apply->self;
  DvItem *parent = g_hash_table_lookup (self->items, edit->parent);
  const DvKind *kind = dv_record_get_kind (dv_branch_get_record (edit->branch, 0));

  if (apply->lenient)
    return apply_insert_lenient (apply, edit);

  if (parent == NULL)
    {
      set_not_found (error, edit->parent);
      return FALSE;
    }
  if (!dv_workshop_check_place (self, parent, kind, edit->before, TRUE, error) ||
      !dv_workshop_check_nesting (edit->branch, error) ||
      !dv_workshop_check_records (self, edit->branch, error))
    return FALSE;

  insert_branch (apply, edit->branch, parent, dv_workshop_find_before (parent, kind, self, edit->before));
  return TRUE;
}

/* The fields of @edit that are to be set: those that differ and, in an
 * inverse, hold what was expected. */
static guint32
fields_to_set (const DvEdit *edit,
               DvRecord     *now)
{
  guint32 fields = 0;

  for (guint i = 0; i < dv_record_get_kind (now)->n_fields; i++)
    if ((edit->fields & (1u << i)) != 0 &&
        !dv_record_field_equal (now, edit->values, (int) i) &&
        (edit->expected == NULL || dv_record_field_equal (now, edit->expected, (int) i)))
      fields |= 1u << i;

  return fields;
}

static void
add_set (DvGroup  *group,
         DvRecord *values,
         DvRecord *expected,
         guint32   fields)
{
  DvEdit edit = { .type = DV_EDIT_SET, .values = values, .expected = expected, .fields = fields };

  g_strlcpy (edit.id, dv_record_get_id (values), sizeof edit.id);
  dv_group_add_edit (group, &edit);
}

static void
set_fields (DvApply  *apply,
            DvItem   *item,
            DvRecord *next,
            guint32   fields)
{
  g_autoptr (DvRecord) old = dv_record_ref (dv_item_get_record (item));

  dv_item_set_record (item, next);
  dv_workshop_index (apply->self, item);
  add_set (apply->done, next, NULL, fields);
  add_set (apply->inverse, old, next, fields);
  dv_item_tell_changed (item, fields);
}

static gboolean
apply_set (DvApply      *apply,
           const DvEdit *edit,
           GError      **error)
{
  DvWorkshop *self = apply->self;
  DvItem *item = g_hash_table_lookup (self->items, edit->id);
  g_autoptr (DvRecord) next = NULL;
  guint32 fields;

  if (item == NULL || dv_item_get_kind (item) != dv_record_get_kind (edit->values))
    {
      set_not_found (error, edit->id);
      return FALSE;
    }

  fields = fields_to_set (edit, dv_item_get_record (item));
  if (fields == 0)
    return !apply->lenient || edit->expected == NULL;

  next = dv_record_copy (dv_item_get_record (item));
  for (guint i = 0; i < dv_item_get_kind (item)->n_fields; i++)
    if ((fields & (1u << i)) != 0)
      dv_record_copy_field (next, edit->values, (int) i);

  if (!dv_record_check (next, error) || !dv_workshop_check_kind (self, next, error))
    return FALSE;
  for (guint i = 0; i < dv_item_get_kind (item)->n_fields; i++)
    if ((fields & (1u << i)) != 0 && !dv_workshop_check_refs (self, NULL, next, (int) i, error))
      return FALSE;

  set_fields (apply, item, next, fields);
  return TRUE;
}

static void
add_move (DvGroup    *group,
          DvItem     *item,
          DvItem     *parent,
          DvItem     *before)
{
  dv_group_move (group, dv_item_get_id (item), dv_item_get_id (parent),
                 before != NULL ? dv_item_get_id (before) : NULL);
}

static gboolean
apply_move (DvApply      *apply,
            const DvEdit *edit,
            GError      **error)
{
  DvWorkshop *self = apply->self;
  DvItem *parent = g_hash_table_lookup (self->items, edit->parent);
  g_autoptr (DvItem) item = g_hash_table_lookup (self->items, edit->id);
  DvItem *old_parent, *old_next, *before;

  if (item != NULL)
    g_object_ref (item);
  if (item == NULL || parent == NULL || item == self->root)
    {
      set_not_found (error, item == NULL || item == self->root ? edit->id : edit->parent);
      return FALSE;
    }

  old_parent = dv_item_get_parent (item);
  if (!dv_workshop_check_place (self, parent, dv_item_get_kind (item), apply->lenient ? "" : edit->before,
                    parent != old_parent, error))
    return FALSE;

  before = dv_workshop_find_before (parent, dv_item_get_kind (item), self, edit->before);
  old_next = dv_item_get_next (item);
  if (parent == old_parent && (before == item || before == old_next))
    return TRUE;

  dv_item_detach (item);
  dv_item_insert (parent, item, before);
  add_move (apply->done, item, parent, before);
  add_move (apply->inverse, item, old_parent, old_next);
  return TRUE;
}

typedef struct
{
  GHashTable *going;       /* ids that are being removed */
  GHashTable *going_kinds; /* kinds of those */
  GPtrArray *touched;      /* of DvItem: those that refer to one of them */

  /* The fields that may refer to one of them, of the kind looked at last: most
   * items of a large workshop are of one kind. */
  const DvKind *kind;
  guint32 fields;
} DvReferrers;

static gboolean
refers_to_going (DvReferrers    *referrers,
                 const DvRecord *record,
                 int             field)
{
  const char *value = dv_record_get_string (record, field);
  g_auto (GStrv) ids = NULL;

  if (value[0] == '\0')
    return FALSE;
  if (dv_record_get_kind (record)->fields[field].type == DV_FIELD_REF)
    return g_hash_table_contains (referrers->going, value);

  ids = g_strsplit (value, " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_contains (referrers->going, ids[i]))
      return TRUE;

  return FALSE;
}

/* The fields of @record that refer to what is going. */
static guint32
find_fields (DvReferrers    *referrers,
             const DvRecord *record)
{
  guint32 fields = 0;

  if (referrers->kind != dv_record_get_kind (record))
    {
      referrers->kind = dv_record_get_kind (record);
      referrers->fields = dv_workshop_find_ref_fields (referrers->kind, referrers->going_kinds);
    }
  for (guint i = 0; referrers->fields >> i != 0; i++)
    if ((referrers->fields & (1u << i)) != 0 && refers_to_going (referrers, record, (int) i))
      fields |= 1u << i;

  return fields;
}

static gboolean
refers (DvReferrers *referrers,
        DvItem      *item)
{
  return find_fields (referrers, dv_item_get_record (item)) != 0 &&
         !g_hash_table_contains (referrers->going, dv_item_get_id (item));
}

static void
find_referrers (DvWorkshop  *self,
                DvReferrers *referrers)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (refers (referrers, value))
      g_ptr_array_add (referrers->touched, g_object_ref (value));
}

/* The same from what dv_workshop_foresee() found. What has gone since is not
 * in the workshop any more, or does not refer any more. */
static void
recall_referrers (DvApply     *apply,
                  DvReferrers *referrers)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, referrers->going);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      GPtrArray *foreseen = g_hash_table_lookup (apply->referrers, id);

      for (guint i = 0; foreseen != NULL && i < foreseen->len; i++)
        {
          DvItem *item = g_ptr_array_index (foreseen, i);

          if (g_hash_table_lookup (apply->self->items, dv_item_get_id (item)) == item && refers (referrers, item) &&
              !g_ptr_array_find (referrers->touched, item, NULL))
            g_ptr_array_add (referrers->touched, g_object_ref (item));
        }
    }
}

/* Whether any of the keys of @ids may be referred to. */
static gboolean
any_referred (DvWorkshop *self,
              GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (self->referred, id))
      return TRUE;

  return FALSE;
}

/* Makes a place for what refers to @item and to all below it. */
static void
expect (GHashTable *referrers,
        DvItem     *item)
{
  const DvKind *kind = dv_item_get_kind (item);

  g_hash_table_insert (referrers, g_strdup (dv_item_get_id (item)), g_ptr_array_new_with_free_func (g_object_unref));
  for (guint i = 0; i < kind->n_children; i++)
    for (guint j = 0; j < dv_item_count (item, kind->children[i].kind); j++)
      expect (referrers, dv_list_get (dv_item_get_list (item, kind->children[i].kind), j));
}

static void
note_refs (GHashTable *referrers,
           DvItem     *item,
           guint32     fields)
{
  for (guint i = 0; fields >> i != 0; i++)
    {
      const char *value = (fields & (1u << i)) != 0 ? dv_item_get_string (item, (int) i) : "";
      g_auto (GStrv) ids = NULL;

      if (value[0] == '\0')
        continue;
      ids = g_strsplit (value, " ", -1);
      for (guint j = 0; ids[j] != NULL; j++)
        {
          GPtrArray *found = g_hash_table_lookup (referrers, ids[j]);

          if (found != NULL)
            g_ptr_array_add (found, g_object_ref (item));
        }
    }
}

/* Looking for what refers to an item means looking at all items. Removals that
 * follow each other, such as the undo of a long pasted list, share one look:
 * call this before edit @i of @group, for each, and clear the referrers
 * at the end. */
void
dv_workshop_foresee (DvApply       *apply,
                     const DvGroup *group,
                     guint          i)
{
  DvWorkshop *self = apply->self;
  const DvKind *kind = NULL;
  guint32 fields = 0;
  GHashTableIter iter;
  gpointer value;

  if (dv_group_get_edit (group, i)->type != DV_EDIT_REMOVE)
    {
      g_clear_pointer (&apply->referrers, g_hash_table_unref);
      return;
    }
  if (apply->referrers != NULL || i + 1 >= dv_group_get_length (group) ||
      dv_group_get_edit (group, i + 1)->type != DV_EDIT_REMOVE)
    return;

  apply->referrers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (; i < dv_group_get_length (group) && dv_group_get_edit (group, i)->type == DV_EDIT_REMOVE; i++)
    {
      DvItem *item = g_hash_table_lookup (self->items, dv_group_get_edit (group, i)->id);

      if (item != NULL)
        expect (apply->referrers, item);
    }

  if (!any_referred (self, apply->referrers))
    return;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (kind != dv_item_get_kind (value))
        {
          kind = dv_item_get_kind (value);
          fields = dv_workshop_find_ref_fields (kind, NULL);
        }
      note_refs (apply->referrers, value, fields);
    }
}

static char *
without_going (DvReferrers *referrers,
               const char  *value)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (referrers->going, ids[i]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", ids[i]);

  return g_string_free (kept, FALSE);
}

static gboolean remove_item (DvApply *apply,
                             DvItem  *item,
                             gboolean erase);

/* Makes @item forget what is going, or go with it when it cannot do without. */
static void
let_go (DvApply     *apply,
        DvReferrers *referrers,
        DvItem      *item)
{
  g_autoptr (DvRecord) next = dv_record_copy (dv_item_get_record (item));
  const DvKind *kind = dv_item_get_kind (item);
  guint32 fields = find_fields (referrers, next);

  for (guint i = 0; fields >> i != 0; i++)
    {
      g_autofree char *kept = NULL;

      if ((fields & (1u << i)) == 0)
        continue;
      kept = without_going (referrers, dv_item_get_string (item, (int) i));
      if (kept[0] == '\0' && (kind->fields[i].flags & DV_FIELD_REQUIRED) != 0)
        {
          remove_item (apply, item, FALSE);
          return;
        }
      dv_record_set_string (next, (int) i, kept);
    }

  set_fields (apply, item, next, fields);
}

static gboolean
remove_item (DvApply *apply,
             DvItem  *item,
             gboolean erase)
{
  DvWorkshop *self = apply->self;
  g_autoptr (DvItem) held = g_object_ref (item);
  g_autoptr (DvBranch) branch = dv_item_snapshot (item);
  g_autoptr (GHashTable) going = dv_workshop_list_arriving (branch);
  g_autoptr (GHashTable) going_kinds = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) touched = g_ptr_array_new_with_free_func (g_object_unref);
  DvReferrers referrers = { .going = going, .going_kinds = going_kinds, .touched = touched };
  DvItem *next;

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    g_hash_table_add (going_kinds, (gpointer) dv_record_get_kind (dv_branch_get_record (branch, i)));
  if (apply->referrers != NULL)
    recall_referrers (apply, &referrers);
  else if (any_referred (self, going))
    find_referrers (self, &referrers);
  for (guint i = 0; i < touched->len; i++)
    if (dv_item_get_parent (g_ptr_array_index (touched, i)) != NULL ||
        g_ptr_array_index (touched, i) == self->root)
      let_go (apply, &referrers, g_ptr_array_index (touched, i));

  next = dv_item_get_next (item);
  if (erase)
    {
      dv_group_erase (apply->done, dv_item_get_id (item));
      for (guint i = 0; i < dv_branch_get_length (branch); i++)
        g_hash_table_add (self->erased, g_strdup (dv_record_get_id (dv_branch_get_record (branch, i))));
    }
  else
    {
      dv_group_remove (apply->done, dv_item_get_id (item));
      dv_group_insert_branch (apply->inverse, branch, dv_item_get_id (dv_item_get_parent (item)),
                              next != NULL ? dv_item_get_id (next) : NULL);
    }

  dv_workshop_unindex (self, item);
  dv_item_detach (item);
  return TRUE;
}

/* What stands below the first of @branch and did not come with it, each with
 * all below it. */
static void
find_foreign (DvItem     *item,
              GHashTable *ours,
              GPtrArray  *foreign)
{
  const DvKind *kind = dv_item_get_kind (item);

  for (guint i = 0; i < kind->n_children; i++)
    for (guint j = 0; j < dv_item_count (item, kind->children[i].kind); j++)
      {
        DvItem *child = dv_list_get (dv_item_get_list (item, kind->children[i].kind), j);

        if (g_hash_table_contains (ours, dv_item_get_id (child)))
          find_foreign (child, ours, foreign);
        else
          g_ptr_array_add (foreign, g_object_ref (child));
      }
}

/* When an insertion is undone, what others have put there since is theirs: it
 * goes to the parking lot. */
static void
rescue_foreign (DvApply  *apply,
                DvItem   *item,
                DvBranch *branch)
{
  g_autoptr (GHashTable) ours = dv_workshop_list_arriving (branch);
  g_autoptr (GPtrArray) foreign = g_ptr_array_new_with_free_func (g_object_unref);

  find_foreign (item, ours, foreign);
  for (guint i = 0; i < foreign->len; i++)
    {
      DvItem *child = g_ptr_array_index (foreign, i);
      DvEdit edit = { .type = DV_EDIT_MOVE };

      if (!can_park (apply, dv_item_get_kind (child)))
        continue;
      g_strlcpy (edit.id, dv_item_get_id (child), sizeof edit.id);
      g_strlcpy (edit.parent, dv_item_get_id (ensure_parking (apply)), sizeof edit.parent);
      apply_move (apply, &edit, NULL);
    }
}

static gboolean
apply_remove (DvApply      *apply,
              const DvEdit *edit,
              GError      **error)
{
  DvWorkshop *self = apply->self;
  DvItem *item = g_hash_table_lookup (self->items, edit->id);
  const DvKind *parent_kind;
  guint min;

  if (item == NULL && edit->erase)
    {
      /* It is not there now, and undo may not bring it back. */
      g_hash_table_add (self->erased, g_strdup (edit->id));
      dv_group_erase (apply->done, edit->id);
      return TRUE;
    }
  if (item == NULL)
    {
      set_not_found (error, edit->id);
      return FALSE;
    }
  if (item == self->root)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED, _("The workshop itself cannot be removed"));
      return FALSE;
    }

  parent_kind = dv_item_get_kind (dv_item_get_parent (item));
  min = parent_kind->children[dv_kind_find_child (parent_kind, dv_item_get_kind (item))].min;
  if (!apply->lenient && dv_item_count (dv_item_get_parent (item), dv_item_get_kind (item)) <= min)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED,
                   _("“%s” needs at least %u of the kind “%s”"), dv_kind_get_label (parent_kind), min,
                   dv_kind_get_label (dv_item_get_kind (item)));
      return FALSE;
    }

  if (edit->branch != NULL)
    rescue_foreign (apply, item, edit->branch);
  return remove_item (apply, item, edit->erase);
}

/* Does one edit, with its consequences, and notes what was done and how to
 * turn it back. On failure nothing has changed. */
gboolean
dv_workshop_apply_edit (DvApply      *apply,
                        const DvEdit *edit,
                        GError      **error)
{
  switch (edit->type)
    {
    case DV_EDIT_INSERT:
      return apply_insert (apply, edit, error);
    case DV_EDIT_SET:
      return apply_set (apply, edit, error);
    case DV_EDIT_MOVE:
      return apply_move (apply, edit, error);
    case DV_EDIT_REMOVE:
      return apply_remove (apply, edit, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
