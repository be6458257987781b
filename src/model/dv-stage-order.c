/* dv-stage-order.c
 *
 * In which order the room sees examples that come in
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-stage-order"

#include "config.h"

#include "dv-stage-order.h"

#include <string.h>

/* Who sees the cards appear one by one could tell, by whose phone goes down,
 * who wrote which. What arrives between two refreshes of the stage is therefore
 * shuffled. What is on the screen already keeps its place, unless a person put
 * the example elsewhere. */

struct _DvStageOrder
{
  GPtrArray *file;  /* ids in the order of the workshop, when last seen */
  GPtrArray *shown; /* the same ids as the room saw them */
};

/**
 * dv_stage_order_new:
 *
 * Returns: (transfer full): an order in which nothing was shown yet
 */
DvStageOrder *
dv_stage_order_new (void)
{
  return g_new0 (DvStageOrder, 1);
}

static void
forget (DvStageOrder *self)
{
  g_clear_pointer (&self->file, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
}

/**
 * dv_stage_order_free:
 * @self: (transfer full): an order
 */
void
dv_stage_order_free (DvStageOrder *self)
{
  forget (self);
  g_free (self);
}

static GPtrArray *
list_ids (GPtrArray *items)
{
  GPtrArray *ids = g_ptr_array_new_full (items->len, g_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (ids, g_strdup (((DvSlideItem *) g_ptr_array_index (items, i))->id));

  return ids;
}

static GHashTable *
make_set (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));

  return set;
}

/* Those of @ids that are in @set. */
static GPtrArray *
keep (GPtrArray  *ids,
      GHashTable *set)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_contains (set, g_ptr_array_index (ids, i)))
      g_ptr_array_add (kept, g_ptr_array_index (ids, i));

  return kept;
}

static gboolean
same (GPtrArray *a,
      guint      from_a,
      GPtrArray *b,
      guint      from_b,
      guint      n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (g_ptr_array_index (a, from_a + i), g_ptr_array_index (b, from_b + i)) != 0)
      return FALSE;

  return TRUE;
}

static void
shuffle (GPtrArray *ids,
         GArray    *places)
{
  for (guint i = places->len; i > 1; i--)
    {
      guint first = g_array_index (places, guint, i - 1);
      guint second = g_array_index (places, guint, (guint) g_random_int_range (0, (gint32) i));
      gpointer id = ids->pdata[first];

      ids->pdata[first] = ids->pdata[second];
      ids->pdata[second] = id;
    }
}

/* One item of @before was moved to get @after: which one, or NULL. */
static const char *
find_moved (GPtrArray *before,
            GPtrArray *after)
{
  guint start = 0, end = before->len;

  while (start < end && strcmp (g_ptr_array_index (before, start), g_ptr_array_index (after, start)) == 0)
    start++;
  while (end > start && strcmp (g_ptr_array_index (before, end - 1), g_ptr_array_index (after, end - 1)) == 0)
    end--;
  if (end - start < 2)
    return NULL;

  if (same (before, start, after, start + 1, end - start - 1))
    return g_ptr_array_index (before, end - 1);
  if (same (before, start + 1, after, start, end - start - 1))
    return g_ptr_array_index (before, start);
  return NULL;
}

static gboolean
find (GPtrArray  *ids,
      const char *id,
      guint      *place)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, place);
}

/* Puts @id in @shown behind what it comes behind in @file. */
static void
put_behind (GPtrArray  *shown,
            GPtrArray  *file,
            const char *id)
{
  guint place = 0, at = 0;

  if (find (shown, id, &place))
    g_ptr_array_remove_index (shown, place);
  find (file, id, &place);
  if (place > 0 && find (shown, g_ptr_array_index (file, place - 1), &at))
    at++;
  g_ptr_array_insert (shown, (int) at, (gpointer) id);
}

/* The order of what was there before: as shown, but for what a person moved. */
static GPtrArray *
order_known (DvStageOrder *self,
             GPtrArray    *file,
             GHashTable   *now,
             GHashTable   *known)
{
  g_autoptr (GPtrArray) before = keep (self->file, now);
  g_autoptr (GPtrArray) after = keep (file, known);
  g_autoptr (GPtrArray) shown = keep (self->shown, now);
  const char *moved;

  if (same (before, 0, after, 0, before->len))
    return g_steal_pointer (&shown);

  moved = find_moved (before, after);
  if (moved == NULL)
    return g_steal_pointer (&after);

  put_behind (shown, after, moved);
  return g_steal_pointer (&shown);
}

/* Puts what is new in its place among what was there, and shuffles it. */
static guint
add_new (GPtrArray  *shown,
         GPtrArray  *file,
         GHashTable *known)
{
  g_autoptr (GPtrArray) result = g_ptr_array_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint taken = 0;

  for (guint i = 0; i < file->len; i++)
    {
      guint place = result->len;

      if (g_hash_table_contains (known, g_ptr_array_index (file, i)))
        g_ptr_array_add (result, g_ptr_array_index (shown, taken++));
      else
        {
          g_array_append_val (places, place);
          g_ptr_array_add (result, g_ptr_array_index (file, i));
        }
    }

  shuffle (result, places);
  g_ptr_array_set_size (shown, 0);
  g_ptr_array_extend (shown, result, NULL, NULL);
  return places->len;
}

static void
sort_items (GPtrArray *items,
            GPtrArray *shown)
{
  g_autoptr (GHashTable) of_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (of_id, ((DvSlideItem *) g_ptr_array_index (items, i))->id, g_ptr_array_index (items, i));
  for (guint i = 0; i < items->len; i++)
    items->pdata[i] = g_hash_table_lookup (of_id, g_ptr_array_index (shown, i));
}

static gpointer
dup_id (gconstpointer id,
        gpointer      data)
{
  return g_strdup (id);
}

/**
 * dv_stage_order_apply:
 * @self: the order of one list
 * @items: (element-type DvSlideItem): the list as the workshop has it, each
 *   item with an id of its own
 *
 * Puts @items in the order in which the room is to see them. The first time
 * that is the order of the workshop.
 *
 * Returns: how many items are new
 */
guint
dv_stage_order_apply (DvStageOrder *self,
                      GPtrArray    *items)
{
  g_autoptr (GPtrArray) file = list_ids (items);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GHashTable) now = NULL;
  g_autoptr (GHashTable) known = NULL;
  GPtrArray *kept;
  guint n_new;

  if (self->file == NULL)
    {
      self->shown = g_ptr_array_copy (file, dup_id, NULL);
      self->file = g_steal_pointer (&file);
      return 0;
    }

  if (file->len == self->file->len && same (file, 0, self->file, 0, file->len))
    {
      sort_items (items, self->shown);
      return 0;
    }

  now = make_set (file);
  known = make_set (self->file);
  shown = order_known (self, file, now, known);
  n_new = add_new (shown, file, known);
  sort_items (items, shown);

  /* The ids of "shown" belong to the lists that are thrown away here. */
  kept = g_ptr_array_copy (shown, dup_id, NULL);
  g_ptr_array_set_free_func (kept, g_free);
  forget (self);
  self->shown = kept;
  self->file = g_steal_pointer (&file);
  return n_new;
}
