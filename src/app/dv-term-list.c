/* dv-term-list.c
 *
 * The live ranking of the key words of a workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-term-list"

#include "config.h"

#include <gio/gio.h>

#include "dv-term-list.h"

/* Counts again after each step that touches a word or a value, and tells its
 * watchers no more than what moved: mostly one term that climbs, so that rows,
 * selection and focus stay where they are. */

struct _DvTermList
{
  GObject parent_instance;

  /* Owned */
  DvWorkshop *workshop;
  GPtrArray *terms;    /* of DvTerm, as the watchers know it */
  GHashTable *by_lead; /* id of a lead (owned) to DvTerm (in terms) */

  /* State */
  guint residents;
  guint staff;
  double top_share;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DvTermList, dv_term_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Takes @n_removed terms out at @position, puts the @n_added first of @terms
 * there, and tells. */
static void
splice (DvTermList *self,
        guint       position,
        guint       n_removed,
        gpointer   *terms,
        guint       n_added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->terms, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->terms, (int) (position + i), g_object_ref (terms[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* Replaces from @start, counting what is equal at the end as kept. */
static void
replace_range (DvTermList *self,
               GPtrArray  *next,
               guint       start)
{
  guint old_end = self->terms->len;
  guint new_end = next->len;

  while (old_end > start && new_end > start && self->terms->pdata[old_end - 1] == next->pdata[new_end - 1])
    {
      old_end--;
      new_end--;
    }
  if (old_end > start || new_end > start)
    splice (self, start, old_end - start, next->pdata + start, new_end - start);
}

/* Goes from the terms that are known to @next. One term that climbed or sank
 * is taken out and put back, so that its neighbours are left alone. */
static void
show (DvTermList *self,
      GPtrArray  *next)
{
  guint start = 0;

  while (start < self->terms->len && start < next->len && self->terms->pdata[start] == next->pdata[start])
    start++;
  if (start < self->terms->len && start < next->len)
    {
      gpointer climber = next->pdata[start];
      gpointer sinker = self->terms->pdata[start];
      guint position;

      if (g_ptr_array_find (self->terms, climber, &position))
        {
          if (start + 1 < next->len && next->pdata[start + 1] == sinker)
            {
              splice (self, position, 1, NULL, 0);
              splice (self, start, 0, &climber, 1);
            }
          else if (g_ptr_array_find (next, sinker, &position) && position < self->terms->len)
            {
              g_autoptr (GObject) keep = g_object_ref (sinker);

              splice (self, start, 1, NULL, 0);
              splice (self, position, 0, &sinker, 1);
            }
        }
    }
  while (start < self->terms->len && start < next->len && self->terms->pdata[start] == next->pdata[start])
    start++;
  replace_range (self, next, start);
}

static GPtrArray *
count_terms (DvTermList *self)
{
  g_autoptr (GPtrArray) ranks = dv_words_rank (self->workshop, NULL);
  GPtrArray *next = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_lead = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint place = 0;
  guint last = 0;

  g_ptr_array_set_free_func (ranks, NULL);
  for (guint i = 0; i < ranks->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (ranks, i);
      DvTerm *term = g_hash_table_lookup (self->by_lead, dv_item_get_id (rank->lead));

      if (i == 0 || rank->residents + rank->staff != last)
        place = i + 1;
      last = rank->residents + rank->staff;
      term = term != NULL ? g_object_ref (term) : dv_term_new ();
      g_hash_table_insert (by_lead, g_strdup (dv_item_get_id (rank->lead)), term);
      g_ptr_array_add (next, term);
      dv_term_take (term, rank, place);
    }
  g_hash_table_unref (self->by_lead);
  self->by_lead = g_steal_pointer (&by_lead);

  return next;
}

static void
count_again (DvTermList *self)
{
  g_autoptr (GPtrArray) next = NULL;

  dv_words_count (self->workshop, &self->residents, &self->staff);
  next = count_terms (self);
  self->top_share = 0;
  for (guint i = 0; i < next->len; i++)
    for (DvSide side = DV_SIDE_RESIDENT; side <= DV_SIDE_STAFF; side++)
      self->top_share = MAX (self->top_share, dv_term_list_get_share (self, next->pdata[i], side));
  show (self, next);
  g_signal_emit (self, signals[COUNTED], 0);
}

/* An item that is gone might have been a word. */
static gboolean
touches_words (DvTermList   *self,
               const DvEdit *edit)
{
  DvItem *item = dv_workshop_find (self->workshop, edit->id);
  const DvKind *kind = item != NULL ? dv_item_get_kind (item) : NULL;

  return kind == NULL || kind == &dv_word_kind || kind == &dv_value_kind;
}

static void
applied_cb (DvTermList *self,
            DvGroup    *group)
{
  for (guint i = 0; i < dv_group_get_length (group); i++)
    if (touches_words (self, dv_group_get_edit (group, i)))
      {
        count_again (self);
        return;
      }
}

static GType
dv_term_list_get_item_type (GListModel *model)
{
  return DV_TYPE_TERM;
}

static guint
dv_term_list_get_n_items (GListModel *model)
{
  return DV_TERM_LIST (model)->terms->len;
}

static gpointer
dv_term_list_get_item (GListModel *model,
                       guint       position)
{
  DvTerm *term = dv_term_list_get (DV_TERM_LIST (model), position);

  return term != NULL ? g_object_ref (term) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dv_term_list_get_item_type;
  iface->get_n_items = dv_term_list_get_n_items;
  iface->get_item = dv_term_list_get_item;
}

static void
dv_term_list_finalize (GObject *object)
{
  DvTermList *self = DV_TERM_LIST (object);

  g_clear_object (&self->workshop);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->by_lead, g_hash_table_unref);

  G_OBJECT_CLASS (dv_term_list_parent_class)->finalize (object);
}

static void
dv_term_list_class_init (DvTermListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dv_term_list_finalize;

  /**
   * DvTermList::counted:
   * @self: the list
   *
   * Says that the words were counted anew: totals and terms are up to date.
   */
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dv_term_list_init (DvTermList *self)
{
  self->terms = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_lead = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * dv_term_list_new:
 * @workshop: a workshop
 *
 * Returns: (transfer full): its key words, most given first, as a #GListModel
 *   of #DvTerm
 */
DvTermList *
dv_term_list_new (DvWorkshop *workshop)
{
  DvTermList *self = g_object_new (DV_TYPE_TERM_LIST, NULL);

  self->workshop = g_object_ref (workshop);
  g_signal_connect_object (workshop, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  count_again (self);

  return self;
}

guint
dv_term_list_get_length (DvTermList *self)
{
  g_return_val_if_fail (DV_IS_TERM_LIST (self), 0);
  return self->terms->len;
}

/**
 * dv_term_list_get:
 * @self: a list
 * @position: a position
 *
 * Returns: (nullable) (transfer none): the term there
 */
DvTerm *
dv_term_list_get (DvTermList *self,
                  guint       position)
{
  g_return_val_if_fail (DV_IS_TERM_LIST (self), NULL);
  return position < self->terms->len ? g_ptr_array_index (self->terms, position) : NULL;
}

/**
 * dv_term_list_find:
 * @self: a list
 * @word: a word
 *
 * Returns: (nullable) (transfer none): the term with which the word is counted
 */
DvTerm *
dv_term_list_find (DvTermList *self,
                   DvItem     *word)
{
  DvTerm *term;

  g_return_val_if_fail (DV_IS_TERM_LIST (self), NULL);

  term = g_hash_table_lookup (self->by_lead, dv_item_get_id (word));
  for (guint i = 0; term == NULL && i < self->terms->len; i++)
    {
      GListModel *items = dv_term_get_items (self->terms->pdata[i]);

      for (guint j = 0; term == NULL && j < g_list_model_get_n_items (items); j++)
        {
          g_autoptr (DvItem) item = g_list_model_get_item (items, j);

          if (item == word)
            term = self->terms->pdata[i];
        }
    }

  return term;
}

guint
dv_term_list_get_residents (DvTermList *self)
{
  g_return_val_if_fail (DV_IS_TERM_LIST (self), 0);
  return self->residents;
}

guint
dv_term_list_get_staff (DvTermList *self)
{
  g_return_val_if_fail (DV_IS_TERM_LIST (self), 0);
  return self->staff;
}

/**
 * dv_term_list_get_share:
 * @self: a list
 * @term: one of its terms
 * @side: a side
 *
 * Returns: what part of all that @side gave is this term, from 0 to 1
 */
double
dv_term_list_get_share (DvTermList *self,
                        DvTerm     *term,
                        DvSide      side)
{
  guint total;
  guint count;

  g_return_val_if_fail (DV_IS_TERM_LIST (self), 0);

  total = side == DV_SIDE_STAFF ? self->staff : self->residents;
  count = side == DV_SIDE_STAFF ? dv_term_get_staff (term) : dv_term_get_residents (term);

  return total > 0 ? (double) count / total : 0;
}

/**
 * dv_term_list_get_top_share:
 * @self: a list
 *
 * Returns: the largest share that a side gave to one term, from 0 to 1: bars
 *   are drawn in proportion to it
 */
double
dv_term_list_get_top_share (DvTermList *self)
{
  g_return_val_if_fail (DV_IS_TERM_LIST (self), 0);
  return self->top_share;
}
