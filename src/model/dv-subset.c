/* dv-subset.c
 *
 * A live list of those children of an item for which something holds
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-subset"

#include "config.h"

#include <string.h>

#include "dv-subset.h"

/* A page shows the behaviour that was not merged, the values that were chosen.
 * The subset keeps a flag for each child of the parent and a row of those that
 * belong. It hears of children from the list and of fields from the workshop's
 * "applied", not from each child: five thousand handlers would cost more than
 * the list. */

struct _DvSubset
{
  GObject parent_instance;

  /* Owned */
  DvItem *parent;
  DvList *source;
  GByteArray *flags; /* one for each child of the source: 1 when it belongs */
  GPtrArray *items;  /* of DvItem */

  guint32 fields;
  DvSubsetFunc func;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DvSubset, dv_subset, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
dv_subset_get_item_type (GListModel *model)
{
  return DV_TYPE_ITEM;
}

static guint
dv_subset_get_n_items (GListModel *model)
{
  return DV_SUBSET (model)->items->len;
}

static gpointer
dv_subset_get_item (GListModel *model,
                    guint       position)
{
  DvSubset *self = DV_SUBSET (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dv_subset_get_item_type;
  iface->get_n_items = dv_subset_get_n_items;
  iface->get_item = dv_subset_get_item;
}

/* How many of the flags from @first on, @n of them, are set. */
static guint
count_flags (DvSubset *self,
             guint     first,
             guint     n)
{
  guint count = 0;

  for (guint i = first; i < first + n; i++)
    count += self->flags->data[i];

  return count;
}

/* How many of the items stand before @position of the source; counted from the
 * nearer end, because most changes are at the end. */
static guint
count_before (DvSubset *self,
              guint     position)
{
  if (position <= self->flags->len / 2)
    return count_flags (self, 0, position);

  return self->items->len - count_flags (self, position, self->flags->len - position);
}

static void
make_room (DvSubset *self,
           guint     position,
           guint     n)
{
  guint old = self->flags->len;

  g_byte_array_set_size (self->flags, old + n);
  memmove (self->flags->data + position + n, self->flags->data + position, old - position);
}

static void
source_changed_cb (DvSubset *self,
                   guint     position,
                   guint     removed,
                   guint     added)
{
  guint first = count_before (self, position);
  guint n_removed = count_flags (self, position, removed);
  guint n_added = 0;

  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, first, n_removed);
  if (removed > 0)
    g_byte_array_remove_range (self->flags, position, removed);

  make_room (self, position, added);
  for (guint i = 0; i < added; i++)
    {
      DvItem *item = dv_list_get (self->source, position + i);
      gboolean belongs = self->func (item);

      self->flags->data[position + i] = belongs ? 1 : 0;
      if (belongs)
        g_ptr_array_insert (self->items, (int) (first + n_added++), g_object_ref (item));
    }

  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_removed, n_added);
}

static void
look_again (DvSubset *self,
            DvItem   *item)
{
  guint position = dv_item_get_position (item);
  gboolean belongs = self->func (item);
  guint first;

  if (self->flags->data[position] == (belongs ? 1 : 0))
    return;

  first = count_before (self, position);
  self->flags->data[position] = belongs ? 1 : 0;
  if (belongs)
    g_ptr_array_insert (self->items, (int) first, g_object_ref (item));
  else
    g_ptr_array_remove_index (self->items, first);
  g_list_model_items_changed (G_LIST_MODEL (self), first, belongs ? 0 : 1, belongs ? 1 : 0);
}

static void
applied_cb (DvSubset   *self,
            DvGroup    *group,
            DvWorkshop *workshop)
{
  for (guint i = 0; i < dv_group_get_length (group); i++)
    {
      const DvEdit *edit = dv_group_get_edit (group, i);
      DvItem *item;

      if (edit->type != DV_EDIT_SET || (edit->fields & self->fields) == 0)
        continue;
      item = dv_workshop_find (workshop, edit->id);
      if (item != NULL && dv_item_get_parent (item) == self->parent &&
          dv_item_get_list (self->parent, dv_item_get_kind (item)) == self->source)
        look_again (self, item);
    }
}

static void
dv_subset_dispose (GObject *object)
{
  DvSubset *self = DV_SUBSET (object);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (dv_subset_parent_class)->dispose (object);
}

static void
dv_subset_finalize (GObject *object)
{
  DvSubset *self = DV_SUBSET (object);

  g_byte_array_unref (self->flags);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (dv_subset_parent_class)->finalize (object);
}

static void
dv_subset_class_init (DvSubsetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dv_subset_dispose;
  object_class->finalize = dv_subset_finalize;
}

static void
dv_subset_init (DvSubset *self)
{
  self->flags = g_byte_array_new ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * dv_subset_new:
 * @workshop: a workshop
 * @parent: an item of it
 * @kind: a kind that @parent may have as a child
 * @fields: the fields that @func looks at, 1 << field each
 * @func: says which children belong
 *
 * The list follows the workshop for as long as it lives.
 *
 * Returns: (transfer full): a #GListModel of #DvItem in the order of the parent
 */
DvSubset *
dv_subset_new (DvWorkshop   *workshop,
               DvItem       *parent,
               const DvKind *kind,
               guint32       fields,
               DvSubsetFunc  func)
{
  DvSubset *self;

  g_return_val_if_fail (DV_IS_WORKSHOP (workshop), NULL);
  g_return_val_if_fail (DV_IS_ITEM (parent), NULL);

  self = g_object_new (DV_TYPE_SUBSET, NULL);
  self->parent = g_object_ref (parent);
  self->source = g_object_ref (dv_item_get_list (parent, kind));
  self->fields = fields;
  self->func = func;

  source_changed_cb (self, 0, 0, dv_list_get_length (self->source));
  g_signal_connect_object (self->source, "items-changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workshop, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);

  return self;
}

guint
dv_subset_get_length (DvSubset *self)
{
  g_return_val_if_fail (DV_IS_SUBSET (self), 0);
  return self->items->len;
}

/**
 * dv_subset_get:
 * @self: a subset
 * @position: which, counted from 0
 *
 * Returns: (nullable) (transfer none): the item there, %NULL past the end
 */
DvItem *
dv_subset_get (DvSubset *self,
               guint     position)
{
  g_return_val_if_fail (DV_IS_SUBSET (self), NULL);
  return position < self->items->len ? g_ptr_array_index (self->items, position) : NULL;
}

/**
 * dv_subset_get_position:
 * @self: a subset
 * @item: an item
 *
 * Returns: the place of @item, counted from 0, or -1 when it is not in it
 */
int
dv_subset_get_position (DvSubset *self,
                        DvItem   *item)
{
  guint position = 0;

  g_return_val_if_fail (DV_IS_SUBSET (self), -1);
  return g_ptr_array_find (self->items, item, &position) ? (int) position : -1;
}
