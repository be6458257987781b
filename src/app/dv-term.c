/* dv-term.c
 *
 * A key word as it is counted: everything that was given under one wording
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-term"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-fold.h"
#include "dv-term.h"

/* A DvWordRank that stays the same object while its counts change, so that a
 * list need not lose its selection, and a row can watch it. DvTermList makes
 * them. */

struct _DvTerm
{
  GObject parent_instance;

  /* Owned */
  DvWordRank *rank;  /* nullable until the first dv_term_take() */
  GListStore *items; /* of DvItem: what was given */

  /* State */
  guint place; /* from 1; equal counts share a place */
  guint n_quotes;
};

G_DEFINE_FINAL_TYPE (DvTerm, dv_term, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
dv_term_finalize (GObject *object)
{
  DvTerm *self = DV_TERM (object);

  g_clear_pointer (&self->rank, dv_word_rank_free);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (dv_term_parent_class)->finalize (object);
}

static void
dv_term_class_init (DvTermClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dv_term_finalize;

  /**
   * DvTerm::changed:
   * @self: the term
   *
   * Says that its wording, counts, quotes or place are new.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dv_term_init (DvTerm *self)
{
  self->items = g_list_store_new (DV_TYPE_ITEM);
}

DvTerm *
dv_term_new (void)
{
  return g_object_new (DV_TYPE_TERM, NULL);
}

static gboolean
has_items (DvTerm    *self,
           GPtrArray *items)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (DvItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item != g_ptr_array_index (items, i))
        return FALSE;
    }

  return TRUE;
}

static guint
count_quotes (GPtrArray *items)
{
  guint n_quotes = 0;

  for (guint i = 0; i < items->len; i++)
    n_quotes += *dv_item_get_string (g_ptr_array_index (items, i), DV_WORD_QUOTE) != '\0';

  return n_quotes;
}

/**
 * dv_term_take:
 * @self: a term
 * @rank: (transfer full): what it is now
 * @place: its place in the ranking, from 1
 *
 * Brings the term up to date and says so when that made a difference.
 *
 * Returns: whether what was given differs, not just the counts
 */
gboolean
dv_term_take (DvTerm     *self,
              DvWordRank *rank,
              guint       place)
{
  gboolean same_items;

  g_return_val_if_fail (DV_IS_TERM (self), FALSE);

  same_items = has_items (self, rank->items);
  g_clear_pointer (&self->rank, dv_word_rank_free);
  self->rank = rank;
  self->place = place;
  self->n_quotes = count_quotes (rank->items);
  if (!same_items)
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                         rank->items->pdata, rank->items->len);
  /* Cheap when nobody looks, and a new quote changes no count. */
  g_signal_emit (self, signals[CHANGED], 0);

  return !same_items;
}

DvItem *
dv_term_get_lead (DvTerm *self)
{
  g_return_val_if_fail (DV_IS_TERM (self), NULL);
  return self->rank->lead;
}

const char *
dv_term_get_text (DvTerm *self)
{
  return dv_item_get_string (dv_term_get_lead (self), DV_WORD_TEXT);
}

/**
 * dv_term_get_value:
 * @self: a term
 *
 * Returns: (nullable) (transfer none): the cluster or core value it is part of
 */
DvItem *
dv_term_get_value (DvTerm *self)
{
  g_return_val_if_fail (DV_IS_TERM (self), NULL);
  return self->rank->value;
}

/**
 * dv_term_get_items:
 * @self: a term
 *
 * Returns: (transfer none): the words that were given, of #DvItem, live
 */
GListModel *
dv_term_get_items (DvTerm *self)
{
  g_return_val_if_fail (DV_IS_TERM (self), NULL);
  return G_LIST_MODEL (self->items);
}

guint
dv_term_get_place (DvTerm *self)
{
  g_return_val_if_fail (DV_IS_TERM (self), 0);
  return self->place;
}

guint
dv_term_get_residents (DvTerm *self)
{
  g_return_val_if_fail (DV_IS_TERM (self), 0);
  return self->rank->residents;
}

guint
dv_term_get_staff (DvTerm *self)
{
  g_return_val_if_fail (DV_IS_TERM (self), 0);
  return self->rank->staff;
}

guint
dv_term_get_count (DvTerm *self)
{
  return dv_term_get_residents (self) + dv_term_get_staff (self);
}

guint
dv_term_get_n_quotes (DvTerm *self)
{
  g_return_val_if_fail (DV_IS_TERM (self), 0);
  return self->n_quotes;
}

/**
 * dv_term_is_merged:
 * @self: a term
 *
 * Returns: whether words were merged into it, which can be taken apart
 */
gboolean
dv_term_is_merged (DvTerm *self)
{
  g_return_val_if_fail (DV_IS_TERM (self), FALSE);

  for (guint i = 0; i < self->rank->items->len; i++)
    if (*dv_item_get_string (g_ptr_array_index (self->rank->items, i), DV_WORD_INTO) != '\0')
      return TRUE;

  return FALSE;
}

/**
 * dv_term_matches:
 * @self: a term
 * @folded: what is looked for, from dv_fold()
 *
 * Returns: whether a wording or a quote contains it
 */
gboolean
dv_term_matches (DvTerm     *self,
                 const char *folded)
{
  g_return_val_if_fail (DV_IS_TERM (self), FALSE);

  for (guint i = 0; i < self->rank->items->len; i++)
    {
      DvItem *item = g_ptr_array_index (self->rank->items, i);

      if (dv_fold_contains (dv_item_get_string (item, DV_WORD_TEXT), folded) ||
          dv_fold_contains (dv_item_get_string (item, DV_WORD_QUOTE), folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * dv_term_dup_label:
 * @self: a term
 *
 * Returns: (transfer full): the word and its counts as one sentence, for a
 *   screen reader
 */
char *
dv_term_dup_label (DvTerm *self)
{
  /* Translators: a key word, and how often residents and staff gave it */
  return g_strdup_printf (C_ ("word", "%1$s, residents %2$u, staff %3$u"), dv_term_get_text (self),
                          dv_term_get_residents (self), dv_term_get_staff (self));
}
