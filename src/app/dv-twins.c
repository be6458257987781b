/* dv-twins.c
 *
 * Finds examples that say the very same, while nobody waits for it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-twins"

#include "config.h"

#include "dv-fold.h"
#include "dv-twins.h"

/* Folding a text takes a few microseconds; for thousands of examples after each
 * one that is typed that would be felt. So each is folded once, in small
 * portions when the main loop is idle, and kept under its folded text. */

#define PORTION 100

struct _DvTwins
{
  GObject parent_instance;

  /* Owned */
  GListModel *model; /* nullable */
  GPtrArray *order;  /* of DvItem: the model as it was last told */
  GHashTable *keys;  /* DvItem → its folded text, owned by the buckets */
  GHashTable *buckets; /* folded text → GPtrArray of DvItem, borrowed */
  GHashTable *dismissed; /* set of folded texts */
  GQueue waiting; /* of DvItem, owned: not folded yet */

  /* Borrowed, owned by the buckets */
  const char *first; /* nullable: the proposal that stands */

  /* State */
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (DvTwins, dv_twins, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_twin (DvTwins    *self,
         const char *key)
{
  GPtrArray *bucket = key != NULL ? g_hash_table_lookup (self->buckets, key) : NULL;

  return bucket != NULL && bucket->len > 1 && !g_hash_table_contains (self->dismissed, key);
}

/* Keeps the proposal that stands for as long as it holds, then looks for another. */
static void
choose_first (DvTwins *self,
              const char *candidate)
{
  GHashTableIter iter;
  gpointer key;

  if (is_twin (self, self->first))
    return;

  self->first = NULL;
  if (is_twin (self, candidate))
    self->first = candidate;
  else
    {
      g_hash_table_iter_init (&iter, self->buckets);
      while (self->first == NULL && g_hash_table_iter_next (&iter, &key, NULL))
        if (is_twin (self, key))
          self->first = key;
    }
}

static void
add_item (DvTwins *self,
          DvItem  *item)
{
  g_autofree char *key = dv_fold_words (dv_item_get_string (item, DV_BEHAVIOUR_TEXT));
  gpointer kept = key;
  gpointer bucket;

  if (!g_hash_table_lookup_extended (self->buckets, key, &kept, &bucket))
    {
      bucket = g_ptr_array_new ();
      kept = g_steal_pointer (&key);
      g_hash_table_insert (self->buckets, kept, bucket);
    }
  g_ptr_array_add (bucket, item);
  g_hash_table_insert (self->keys, item, kept);

  if (((GPtrArray *) bucket)->len > 1 && (self->first == kept || !is_twin (self, self->first)))
    {
      choose_first (self, kept);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
remove_item (DvTwins *self,
             DvItem  *item)
{
  char *key = g_hash_table_lookup (self->keys, item);
  GPtrArray *bucket;
  GList *link;
  gboolean was_first;

  if (key == NULL)
    {
      link = g_queue_find (&self->waiting, item);
      if (link != NULL)
        {
          g_object_unref (item);
          g_queue_delete_link (&self->waiting, link);
        }
      return;
    }

  bucket = g_hash_table_lookup (self->buckets, key);
  was_first = self->first == key;
  g_hash_table_remove (self->keys, item);
  g_ptr_array_remove (bucket, item);
  if (was_first && bucket->len < 2)
    self->first = NULL;
  if (bucket->len == 0)
    g_hash_table_remove (self->buckets, key);
  if (was_first)
    {
      choose_first (self, NULL);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static gboolean
fold_some_cb (gpointer data)
{
  DvTwins *self = data;

  for (guint i = 0; i < PORTION && !g_queue_is_empty (&self->waiting); i++)
    {
      g_autoptr (DvItem) item = g_queue_pop_head (&self->waiting);

      add_item (self, item);
    }
  if (!g_queue_is_empty (&self->waiting))
    return G_SOURCE_CONTINUE;

  self->idle_id = 0;
  return G_SOURCE_REMOVE;
}

static void
let_wait (DvTwins *self,
          DvItem  *item)
{
  g_queue_push_tail (&self->waiting, g_object_ref (item));
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, fold_some_cb, self, NULL);
}

static void
items_changed_cb (DvTwins *self,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  for (guint i = 0; i < removed; i++)
    remove_item (self, g_ptr_array_index (self->order, position + i));
  if (removed > 0)
    g_ptr_array_remove_range (self->order, position, removed);

  for (guint i = 0; i < added; i++)
    {
      DvItem *item = g_list_model_get_item (self->model, position + i);

      g_ptr_array_insert (self->order, (int) (position + i), item);
      let_wait (self, item);
    }
}

/* Follows texts that are edited. */
static void
applied_cb (DvTwins    *self,
            DvGroup    *group,
            DvWorkshop *workshop)
{
  for (guint i = 0; i < dv_group_get_length (group); i++)
    {
      const DvEdit *edit = dv_group_get_edit (group, i);
      DvItem *item;

      if (edit->type != DV_EDIT_SET || (edit->fields & (1u << DV_BEHAVIOUR_TEXT)) == 0)
        continue;
      item = dv_workshop_find_kind (workshop, edit->id, &dv_behaviour_kind);
      if (item == NULL || !g_hash_table_contains (self->keys, item))
        continue;
      g_object_ref (item);
      remove_item (self, item);
      let_wait (self, item);
      g_object_unref (item);
    }
}

static void
forget_all (DvTwins *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_hash_table_remove_all (self->keys);
  g_hash_table_remove_all (self->buckets);
  g_ptr_array_set_size (self->order, 0);
  self->first = NULL;
}

static void
dv_twins_dispose (GObject *object)
{
  DvTwins *self = DV_TWINS (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  forget_all (self);

  G_OBJECT_CLASS (dv_twins_parent_class)->dispose (object);
}

static void
dv_twins_finalize (GObject *object)
{
  DvTwins *self = DV_TWINS (object);

  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->buckets);
  g_hash_table_unref (self->dismissed);
  g_ptr_array_unref (self->order);

  G_OBJECT_CLASS (dv_twins_parent_class)->finalize (object);
}

static void
dv_twins_class_init (DvTwinsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dv_twins_dispose;
  object_class->finalize = dv_twins_finalize;

  /**
   * DvTwins::changed:
   * @self: the finder
   *
   * dv_twins_get_first() has another answer.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dv_twins_init (DvTwins *self)
{
  self->order = g_ptr_array_new_with_free_func (g_object_unref);
  self->keys = g_hash_table_new (NULL, NULL);
  self->buckets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
}

/**
 * dv_twins_new:
 * @workshop: the workshop whose edits are followed
 *
 * Returns: (transfer full): a finder that looks at nothing yet
 */
DvTwins *
dv_twins_new (DvWorkshop *workshop)
{
  DvTwins *self = g_object_new (DV_TYPE_TWINS, NULL);

  g_signal_connect_object (workshop, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * dv_twins_set_model:
 * @self: a finder
 * @behaviours: (nullable): the live list to look through
 */
void
dv_twins_set_model (DvTwins    *self,
                    GListModel *behaviours)
{
  g_return_if_fail (DV_IS_TWINS (self));
  if (self->model == behaviours)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  forget_all (self);
  g_set_object (&self->model, behaviours);
  g_signal_emit (self, signals[CHANGED], 0);
  if (behaviours == NULL)
    return;

  g_signal_connect_object (behaviours, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (behaviours));
}

/**
 * dv_twins_get_first:
 * @self: a finder
 *
 * Returns: (transfer full) (nullable) (element-type DvItem): two examples or
 *   more that say the same; %NULL when there are none
 */
GPtrArray *
dv_twins_get_first (DvTwins *self)
{
  GPtrArray *items;
  GPtrArray *bucket;

  g_return_val_if_fail (DV_IS_TWINS (self), NULL);
  if (self->first == NULL)
    return NULL;

  bucket = g_hash_table_lookup (self->buckets, self->first);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < bucket->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (bucket, i)));

  return items;
}

/**
 * dv_twins_dismiss:
 * @self: a finder
 *
 * Proposes the first no more while the window is open.
 */
void
dv_twins_dismiss (DvTwins *self)
{
  g_return_if_fail (DV_IS_TWINS (self));
  if (self->first == NULL)
    return;

  g_hash_table_add (self->dismissed, g_strdup (self->first));
  self->first = NULL;
  choose_first (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}
