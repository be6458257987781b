/* dv-workshop.c
 *
 * A workshop: the live tree of items, and the one way to change it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-workshop"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-workshop-private.h"

/* A workshop lives on the main thread. Everybody who wants to change it makes a
 * group of edits; dv_workshop_apply() takes all of it or nothing, tells the
 * items' watchers, keeps the inverse for undo when the console asked, and says
 * "applied", upon which the journal writes the group down. */

/* As many steps as a long day of typing. */
#define MAX_UNDO 2000

G_DEFINE_FINAL_TYPE (DvWorkshop, dv_workshop, G_TYPE_OBJECT)

enum
{
  APPLIED,
  HISTORY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
dv_problem_free (DvProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

static void
clear_history (GQueue *queue)
{
  g_queue_clear_full (queue, (GDestroyNotify) dv_group_unref);
}

static void
dv_workshop_finalize (GObject *object)
{
  DvWorkshop *self = DV_WORKSHOP (object);

  clear_history (&self->undo);
  clear_history (&self->redo);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->erased);
  g_hash_table_unref (self->referred);
  g_clear_object (&self->root);

  G_OBJECT_CLASS (dv_workshop_parent_class)->finalize (object);
}

static void
dv_workshop_class_init (DvWorkshopClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dv_workshop_finalize;

  /**
   * DvWorkshop::applied:
   * @self: the workshop
   * @group: the group as it was really applied, with its consequences
   *
   * Says that the workshop changed. The group is not changed any more and may
   * be handed to another thread.
   */
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * DvWorkshop::history-changed:
   * @self: the workshop
   *
   * Says that there is something else to undo or to redo.
   */
  signals[HISTORY_CHANGED] = g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dv_workshop_init (DvWorkshop *self)
{
  /* The key is the id in the record that the item has now. */
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  self->erased = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->referred = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The fields of @kind that hold references, to one of @targets when given. */
guint32
dv_workshop_find_ref_fields (const DvKind *kind,
                             GHashTable   *targets)
{
  guint32 fields = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const DvField *declared = &kind->fields[i];

      if (declared->type != DV_FIELD_REF && declared->type != DV_FIELD_REFS)
        continue;
      if (targets == NULL || declared->target == NULL || g_hash_table_contains (targets, declared->target))
        fields |= 1u << i;
    }

  return fields;
}

static void
note_referred (DvWorkshop     *self,
               const DvRecord *record)
{
  if (self->kind != dv_record_get_kind (record))
    {
      self->kind = dv_record_get_kind (record);
      self->fields = dv_workshop_find_ref_fields (self->kind, NULL);
    }

  for (guint i = 0; self->fields >> i != 0; i++)
    {
      const char *value = (self->fields & (1u << i)) != 0 ? dv_record_get_string (record, (int) i) : "";
      g_auto (GStrv) ids = NULL;

      if (value[0] == '\0' || g_hash_table_contains (self->referred, value))
        continue;
      ids = g_strsplit (value, " ", -1);
      for (guint j = 0; ids[j] != NULL; j++)
        g_hash_table_add (self->referred, g_strdup (ids[j]));
    }
}

/* Makes @item findable, and notes to what it refers; what is below it is not
 * looked at. */
void
dv_workshop_index (DvWorkshop *self,
                   DvItem     *item)
{
  note_referred (self, dv_item_get_record (item));
  g_hash_table_replace (self->items, (gpointer) dv_item_get_id (item), item);
}

static void
unindex_children (DvWorkshop *self,
                  DvItem     *item)
{
  const DvKind *kind = dv_item_get_kind (item);

  for (guint i = 0; i < kind->n_children; i++)
    for (guint j = 0; j < dv_item_count (item, kind->children[i].kind); j++)
      {
        DvItem *child = dv_list_get (dv_item_get_list (item, kind->children[i].kind), j);

        g_hash_table_remove (self->items, dv_item_get_id (child));
        unindex_children (self, child);
      }
}

/* Makes @item and all below it unfindable. */
void
dv_workshop_unindex (DvWorkshop *self,
                     DvItem     *item)
{
  g_hash_table_remove (self->items, dv_item_get_id (item));
  unindex_children (self, item);
}

/* Builds the item at @first of @branch with all below it and makes them
 * findable; @next is the place after them. Returns: (transfer full). */
DvItem *
dv_workshop_plant (DvWorkshop *self,
                   DvBranch   *branch,
                   guint       first,
                   guint      *next)
{
  DvItem *path[DV_MAX_DEPTH];
  guint base = dv_branch_get_depth (branch, first);
  DvItem *top = dv_item_new (dv_branch_get_record (branch, first));
  guint i;

  path[0] = top;
  dv_workshop_index (self, top);
  for (i = first + 1; i < dv_branch_get_length (branch) && dv_branch_get_depth (branch, i) > base; i++)
    {
      guint depth = dv_branch_get_depth (branch, i) - base;
      DvItem *item = dv_item_new (dv_branch_get_record (branch, i));

      dv_item_append (path[depth - 1], item);
      dv_workshop_index (self, item);
      path[depth] = item;
      g_object_unref (item);
    }
  *next = i;

  return top;
}

/**
 * dv_workshop_new:
 *
 * Returns: (transfer full): an empty workshop with a new id
 */
DvWorkshop *
dv_workshop_new (void)
{
  DvWorkshop *self = g_object_new (DV_TYPE_WORKSHOP, NULL);
  g_autoptr (DvRecord) record = dv_record_new (&dv_workshop_kind, NULL);

  self->root = dv_item_new (record);
  dv_workshop_index (self, self->root);
  return self;
}

DvItem *
dv_workshop_get_root (DvWorkshop *self)
{
  g_return_val_if_fail (DV_IS_WORKSHOP (self), NULL);
  return self->root;
}

const char *
dv_workshop_get_id (DvWorkshop *self)
{
  return dv_item_get_id (dv_workshop_get_root (self));
}

/**
 * dv_workshop_find:
 * @self: a workshop
 * @id: an id
 *
 * Returns: (nullable) (transfer none): the item that has it
 */
DvItem *
dv_workshop_find (DvWorkshop *self,
                  const char *id)
{
  g_return_val_if_fail (DV_IS_WORKSHOP (self), NULL);
  return g_hash_table_lookup (self->items, id);
}

/**
 * dv_workshop_find_kind:
 * @self: a workshop
 * @id: an id
 * @kind: a kind
 *
 * Returns: (nullable) (transfer none): the item that has it, if it is a @kind
 */
DvItem *
dv_workshop_find_kind (DvWorkshop   *self,
                       const char   *id,
                       const DvKind *kind)
{
  DvItem *item = dv_workshop_find (self, id);

  return item != NULL && dv_item_get_kind (item) == kind ? item : NULL;
}

/**
 * dv_workshop_get_ref:
 * @self: a workshop
 * @item: an item of it
 * @field: the number of a field of the type REF
 *
 * Returns: (nullable) (transfer none): what the field refers to
 */
DvItem *
dv_workshop_get_ref (DvWorkshop *self,
                     DvItem     *item,
                     int         field)
{
  return dv_workshop_find (self, dv_item_get_string (item, field));
}

/**
 * dv_workshop_get_list:
 * @self: a workshop
 * @kind: a kind that the workshop has as a child
 *
 * Returns: (transfer none): the live list of its children of that kind
 */
DvList *
dv_workshop_get_list (DvWorkshop   *self,
                      const DvKind *kind)
{
  return dv_item_get_list (dv_workshop_get_root (self), kind);
}

/**
 * dv_workshop_get_single:
 * @self: a workshop
 * @kind: a kind of which the workshop has at most one: manifest, map, parking
 *
 * Returns: (nullable) (transfer none): that one
 */
DvItem *
dv_workshop_get_single (DvWorkshop   *self,
                        const DvKind *kind)
{
  return dv_list_get (dv_workshop_get_list (self, kind), 0);
}

/**
 * dv_workshop_snapshot:
 * @self: a workshop
 *
 * Returns: (transfer full): all of it as it is now; it may be handed to another
 *   thread
 */
DvBranch *
dv_workshop_snapshot (DvWorkshop *self)
{
  return dv_item_snapshot_sized (dv_workshop_get_root (self), g_hash_table_size (self->items));
}

static void
trim_history (GQueue *queue)
{
  while (g_queue_get_length (queue) > MAX_UNDO)
    dv_group_unref (g_queue_pop_tail (queue));
}

static void
do_edits (DvApply *apply,
          DvGroup *group,
          guint   *n_skipped)
{
  *n_skipped = 0;
  for (guint i = 0; i < dv_group_get_length (group); i++)
    {
      dv_workshop_foresee (apply, group, i);
      if (!dv_workshop_apply_edit (apply, dv_group_get_edit (group, i), NULL))
        (*n_skipped)++;
    }
  g_clear_pointer (&apply->referrers, g_hash_table_unref);
}

/* Turns back what a group that failed half-way had done. */
static void
roll_back (DvApply *failed)
{
  g_autoptr (DvGroup) done = dv_group_new ("", DV_ORIGIN_UNDO);
  g_autoptr (DvGroup) inverse = dv_group_new ("", DV_ORIGIN_UNDO);
  DvApply apply = { .self = failed->self, .lenient = TRUE, .done = done, .inverse = inverse };
  guint n_skipped;

  dv_group_reverse (failed->inverse);
  do_edits (&apply, failed->inverse, &n_skipped);
}

/**
 * dv_workshop_apply:
 * @self: a workshop
 * @group: what is to change
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Checks and makes all edits of @group, in order, or none. Removing an item
 * makes what refers to it forget it, in the same step. What the console asks
 * can be undone. Edits that change nothing leave no trace.
 *
 * Returns: whether it happened
 */
gboolean
dv_workshop_apply (DvWorkshop *self,
                   DvGroup    *group,
                   GError    **error)
{
  g_autoptr (DvGroup) done = NULL;
  g_autoptr (DvGroup) inverse = NULL;
  DvApply apply = { .self = self };
  gboolean fits = TRUE;

  g_return_val_if_fail (DV_IS_WORKSHOP (self), FALSE);
  g_return_val_if_fail (group != NULL, FALSE);

  apply.done = done = dv_group_new (dv_group_get_label (group), dv_group_get_origin (group));
  apply.inverse = inverse = dv_group_new (dv_group_get_label (group), DV_ORIGIN_UNDO);

  for (guint i = 0; i < dv_group_get_length (group) && fits; i++)
    {
      dv_workshop_foresee (&apply, group, i);
      fits = dv_workshop_apply_edit (&apply, dv_group_get_edit (group, i), error);
    }
  g_clear_pointer (&apply.referrers, g_hash_table_unref);
  if (!fits)
    {
      roll_back (&apply);
      return FALSE;
    }

  if (dv_group_get_length (done) == 0)
    return TRUE;

  if (dv_group_get_origin (group) == DV_ORIGIN_CONSOLE && dv_group_get_length (inverse) > 0)
    {
      dv_group_reverse (inverse);
      g_queue_push_head (&self->undo, dv_group_ref (inverse));
      trim_history (&self->undo);
      clear_history (&self->redo);
    }
  g_signal_emit (self, signals[APPLIED], 0, done);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);

  return TRUE;
}

/* Whether @inverse turns back what @older turns back, only from further on: one
 * field edit of the same item, where the older step left it. */
static gboolean
continues (DvGroup *older,
           DvGroup *inverse)
{
  const DvEdit *first, *second;

  if (dv_group_get_length (older) != 1 || dv_group_get_length (inverse) != 1)
    return FALSE;

  first = dv_group_get_edit (older, 0);
  second = dv_group_get_edit (inverse, 0);
  return first->type == DV_EDIT_SET && second->type == DV_EDIT_SET &&
         first->fields == second->fields && strcmp (first->id, second->id) == 0 &&
         first->expected == second->values;
}

static gboolean
changes_something (const DvEdit *edit)
{
  for (guint i = 0; i < dv_record_get_kind (edit->values)->n_fields; i++)
    if ((edit->fields & (1u << i)) != 0 && !dv_record_field_equal (edit->values, edit->expected, (int) i))
      return TRUE;

  return FALSE;
}

/**
 * dv_workshop_amend:
 * @self: a workshop
 * @group: what is to change
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Like dv_workshop_apply(), for a text that is saved while it is typed: when
 * the newest step set the same fields of the same item, and nothing changed
 * since, the two become one step of undo.
 *
 * Returns: whether it happened
 */
gboolean
dv_workshop_amend (DvWorkshop *self,
                   DvGroup    *group,
                   GError    **error)
{
  guint before = g_queue_get_length (&self->undo);
  DvGroup *older, *newer;

  if (!dv_workshop_apply (self, group, error))
    return FALSE;
  if (before == 0 || g_queue_get_length (&self->undo) != before + 1)
    return TRUE;

  newer = g_queue_peek_nth (&self->undo, 0);
  older = g_queue_peek_nth (&self->undo, 1);
  if (continues (older, newer))
    {
      g_autoptr (DvGroup) merged = dv_group_new (dv_group_get_label (older), DV_ORIGIN_UNDO);
      DvEdit edit = *dv_group_get_edit (older, 0);

      edit.expected = dv_group_get_edit (newer, 0)->expected;
      dv_group_add_edit (merged, &edit);
      dv_group_unref (g_queue_pop_head (&self->undo));
      dv_group_unref (g_queue_pop_head (&self->undo));
      /* Back where it began, there is nothing left to undo. */
      if (changes_something (&edit))
        g_queue_push_head (&self->undo, g_steal_pointer (&merged));
      g_signal_emit (self, signals[HISTORY_CHANGED], 0);
    }

  return TRUE;
}

/**
 * dv_workshop_replay:
 * @self: a workshop
 * @group: a group from a journal or from another room
 *
 * Makes what it can: an item whose place has gone lands in the parking lot, and
 * an edit of something that is gone is left out. Cannot be undone and is not
 * announced with #DvWorkshop::applied.
 *
 * Returns: how many edits were left out
 */
guint
dv_workshop_replay (DvWorkshop *self,
                    DvGroup    *group)
{
  g_autoptr (DvGroup) done = dv_group_new ("", DV_ORIGIN_IMPORT);
  g_autoptr (DvGroup) inverse = dv_group_new ("", DV_ORIGIN_UNDO);
  DvApply apply = { .self = self, .lenient = TRUE, .park = TRUE, .done = done, .inverse = inverse };
  guint n_skipped;

  g_return_val_if_fail (DV_IS_WORKSHOP (self), 0);

  do_edits (&apply, group, &n_skipped);
  return n_skipped;
}

static gboolean
step_back (DvWorkshop *self,
           GQueue     *from,
           GQueue     *to,
           DvOrigin    origin,
           guint      *n_skipped)
{
  g_autoptr (DvGroup) group = g_queue_pop_head (from);
  g_autoptr (DvGroup) done = NULL;
  g_autoptr (DvGroup) inverse = NULL;
  DvApply apply = { .self = self, .lenient = TRUE };
  guint skipped = 0;

  if (group == NULL)
    return FALSE;

  apply.done = done = dv_group_new (dv_group_get_label (group), origin);
  apply.inverse = inverse = dv_group_new (dv_group_get_label (group), DV_ORIGIN_UNDO);
  do_edits (&apply, group, &skipped);

  if (dv_group_get_length (inverse) > 0)
    {
      dv_group_reverse (inverse);
      g_queue_push_head (to, dv_group_ref (inverse));
    }
  if (dv_group_get_length (done) > 0)
    g_signal_emit (self, signals[APPLIED], 0, done);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
  if (n_skipped != NULL)
    *n_skipped = skipped;

  return TRUE;
}

/**
 * dv_workshop_undo:
 * @self: a workshop
 * @n_skipped: (out) (optional): how many edits no longer applied
 *
 * Turns back the newest step that the console took and that was not undone.
 * A field that somebody else has changed since is left as it is.
 *
 * Returns: whether there was a step
 */
gboolean
dv_workshop_undo (DvWorkshop *self,
                  guint      *n_skipped)
{
  g_return_val_if_fail (DV_IS_WORKSHOP (self), FALSE);
  return step_back (self, &self->undo, &self->redo, DV_ORIGIN_UNDO, n_skipped);
}

/**
 * dv_workshop_redo:
 * @self: a workshop
 * @n_skipped: (out) (optional): how many edits no longer applied
 *
 * Returns: whether there was a step to take again
 */
gboolean
dv_workshop_redo (DvWorkshop *self,
                  guint      *n_skipped)
{
  g_return_val_if_fail (DV_IS_WORKSHOP (self), FALSE);
  return step_back (self, &self->redo, &self->undo, DV_ORIGIN_REDO, n_skipped);
}

static const char *
head_label (GQueue *queue)
{
  DvGroup *group = g_queue_peek_head (queue);

  return group != NULL ? dv_group_get_label (group) : NULL;
}

/**
 * dv_workshop_get_undo_label:
 * @self: a workshop
 *
 * Returns: (nullable) (transfer none): what would be undone; %NULL for nothing
 */
const char *
dv_workshop_get_undo_label (DvWorkshop *self)
{
  g_return_val_if_fail (DV_IS_WORKSHOP (self), NULL);
  return head_label (&self->undo);
}

const char *
dv_workshop_get_redo_label (DvWorkshop *self)
{
  g_return_val_if_fail (DV_IS_WORKSHOP (self), NULL);
  return head_label (&self->redo);
}
