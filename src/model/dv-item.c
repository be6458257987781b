/* dv-item.c
 *
 * A live item of a workshop, and the live lists of its children
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-item"

#include "config.h"

#include <string.h>

#include "dv-item-private.h"

/* An item is a thin object over an immutable record: what it says is the
 * record, what it is to others (parent, children, position) is here. Only
 * DvWorkshop changes items, and all of it happens on the main thread. The lists
 * of children exist from the first time that somebody asks for one, because
 * most of the items of a large workshop have none. */

struct _DvItem
{
  GObject parent_instance;

  /* Owned */
  DvRecord *record;
  DvList **lists; /* nullable; n_children of the kind, each nullable */

  /* Borrowed */
  DvItem *parent;
};

struct _DvList
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (DvItem, dv_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (DvList, dv_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
dv_list_get_item_type (GListModel *model)
{
  return DV_TYPE_ITEM;
}

static guint
dv_list_get_n_items (GListModel *model)
{
  return DV_LIST (model)->items->len;
}

static gpointer
dv_list_get_item (GListModel *model,
                  guint       position)
{
  DvList *self = DV_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dv_list_get_item_type;
  iface->get_n_items = dv_list_get_n_items;
  iface->get_item = dv_list_get_item;
}

static void
dv_list_finalize (GObject *object)
{
  DvList *self = DV_LIST (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (dv_list_parent_class)->finalize (object);
}

static void
dv_list_class_init (DvListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dv_list_finalize;
}

static void
dv_list_init (DvList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
orphan (gpointer data,
        gpointer unused)
{
  DV_ITEM (data)->parent = NULL;
}

static void
dv_item_finalize (GObject *object)
{
  DvItem *self = DV_ITEM (object);

  if (self->lists != NULL)
    for (guint i = 0; i < dv_item_get_kind (self)->n_children; i++)
      if (self->lists[i] != NULL)
        {
          /* A view may still hold a child. */
          g_ptr_array_foreach (self->lists[i]->items, orphan, NULL);
          g_object_unref (self->lists[i]);
        }
  g_free (self->lists);
  g_clear_pointer (&self->record, dv_record_unref);

  G_OBJECT_CLASS (dv_item_parent_class)->finalize (object);
}

static void
dv_item_class_init (DvItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dv_item_finalize;

  /**
   * DvItem::changed:
   * @self: the item
   * @fields: a bit for each field that changed, 1 << field
   *
   * Says that the item has a new record. Children that come and go are told by
   * the list of children.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
dv_item_init (DvItem *self)
{
}

/* Makes an item of @record that has no parent yet. */
DvItem *
dv_item_new (DvRecord *record)
{
  DvItem *self = g_object_new (DV_TYPE_ITEM, NULL);

  self->record = dv_record_ref (record);
  return self;
}

/* Gives the item its next record, without telling anybody yet. */
void
dv_item_set_record (DvItem   *self,
                    DvRecord *record)
{
  g_assert (dv_record_get_kind (record) == dv_item_get_kind (self));

  dv_record_ref (record);
  dv_record_unref (self->record);
  self->record = record;
}

/* Tells the item's watchers that @fields differ. */
void
dv_item_tell_changed (DvItem *self,
                      guint32 fields)
{
  g_signal_emit (self, signals[CHANGED], 0, fields);
}

/* Adds @child at the end without telling the list's watchers: for building. */
void
dv_item_append (DvItem *self,
                DvItem *child)
{
  DvList *list = dv_item_get_list (self, dv_item_get_kind (child));

  child->parent = self;
  g_ptr_array_add (list->items, g_object_ref (child));
}

/* Adds @child before @before, or at the end when that is %NULL. */
void
dv_item_insert (DvItem *self,
                DvItem *child,
                DvItem *before)
{
  DvList *list = dv_item_get_list (self, dv_item_get_kind (child));
  guint position = before != NULL ? dv_item_get_position (before) : list->items->len;

  g_assert (before == NULL || before->parent == self);

  child->parent = self;
  g_ptr_array_insert (list->items, (int) position, g_object_ref (child));
  g_list_model_items_changed (G_LIST_MODEL (list), position, 0, 1);
}

/* Takes the item out of its parent. The caller holds a reference. */
void
dv_item_detach (DvItem *self)
{
  DvList *list = dv_item_get_list (self->parent, dv_item_get_kind (self));
  guint position = dv_item_get_position (self);

  self->parent = NULL;
  g_ptr_array_remove_index (list->items, position);
  g_list_model_items_changed (G_LIST_MODEL (list), position, 1, 0);
}

/**
 * dv_item_get_record:
 * @self: an item
 *
 * Returns: (transfer none): what the item says now; take a reference to keep it
 */
DvRecord *
dv_item_get_record (DvItem *self)
{
  g_return_val_if_fail (DV_IS_ITEM (self), NULL);
  return self->record;
}

const DvKind *
dv_item_get_kind (DvItem *self)
{
  g_return_val_if_fail (DV_IS_ITEM (self), NULL);
  return dv_record_get_kind (self->record);
}

const char *
dv_item_get_id (DvItem *self)
{
  g_return_val_if_fail (DV_IS_ITEM (self), NULL);
  return dv_record_get_id (self->record);
}

/**
 * dv_item_get_string:
 * @self: an item
 * @field: the number of a field that is kept as text
 *
 * Returns: (transfer none): the text, never %NULL, valid until the item changes
 */
const char *
dv_item_get_string (DvItem *self,
                    int     field)
{
  return dv_record_get_string (dv_item_get_record (self), field);
}

gint64
dv_item_get_int (DvItem *self,
                 int     field)
{
  return dv_record_get_int (dv_item_get_record (self), field);
}

double
dv_item_get_number (DvItem *self,
                    int     field)
{
  return dv_record_get_number (dv_item_get_record (self), field);
}

/**
 * dv_item_has_ref:
 * @self: an item
 * @field: the number of a field of the type REF or REFS
 * @id: an id
 *
 * Returns: whether the field holds @id
 */
gboolean
dv_item_has_ref (DvItem     *self,
                 int         field,
                 const char *id)
{
  const char *refs = dv_item_get_string (self, field);
  gsize length = strlen (id);

  for (const char *at = strstr (refs, id); at != NULL; at = strstr (at + 1, id))
    if ((at == refs || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;

  return FALSE;
}

/**
 * dv_item_get_parent:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): the item that it is a child of; %NULL
 *   for the workshop itself and for an item that was removed
 */
DvItem *
dv_item_get_parent (DvItem *self)
{
  g_return_val_if_fail (DV_IS_ITEM (self), NULL);
  return self->parent;
}

/**
 * dv_item_get_position:
 * @self: an item that has a parent
 *
 * Returns: its place among the children of the same kind, counted from 0
 */
guint
dv_item_get_position (DvItem *self)
{
  GPtrArray *items;

  g_return_val_if_fail (self->parent != NULL, 0);

  /* From both ends at once: what was added last is asked for most. */
  items = dv_item_get_list (self->parent, dv_item_get_kind (self))->items;
  for (guint i = 0; i < (items->len + 1) / 2; i++)
    {
      if (g_ptr_array_index (items, i) == self)
        return i;
      if (g_ptr_array_index (items, items->len - 1 - i) == self)
        return items->len - 1 - i;
    }

  g_return_val_if_reached (0);
}

/**
 * dv_item_get_next:
 * @self: an item that has a parent
 *
 * Returns: (nullable) (transfer none): the next child of the same kind
 */
DvItem *
dv_item_get_next (DvItem *self)
{
  return dv_list_get (dv_item_get_list (self->parent, dv_item_get_kind (self)),
                      dv_item_get_position (self) + 1);
}

/**
 * dv_item_get_list:
 * @self: an item
 * @child: a kind that its kind declares as a child
 *
 * Returns: (transfer none): the live list of its children of that kind
 */
DvList *
dv_item_get_list (DvItem       *self,
                  const DvKind *child)
{
  const DvKind *kind = dv_item_get_kind (self);
  int i = dv_kind_find_child (kind, child);

  g_return_val_if_fail (i >= 0, NULL);

  if (self->lists == NULL)
    self->lists = g_new0 (DvList *, kind->n_children);
  if (self->lists[i] == NULL)
    self->lists[i] = g_object_new (DV_TYPE_LIST, NULL);

  return self->lists[i];
}

/**
 * dv_item_count:
 * @self: an item
 * @child: a kind that its kind declares as a child
 *
 * Counts without making the list when there is none, which matters in a walk
 * over all items.
 *
 * Returns: how many children of that kind it has
 */
guint
dv_item_count (DvItem       *self,
               const DvKind *child)
{
  int i = dv_kind_find_child (dv_item_get_kind (self), child);

  g_return_val_if_fail (i >= 0, 0);

  return self->lists != NULL && self->lists[i] != NULL ? self->lists[i]->items->len : 0;
}

/* How far ahead of the walk an item and its record are asked of the memory. The
 * items of a large workshop lie all over it, and waiting for each in turn is what
 * the walk would spend its time on. */
#define AHEAD_ITEM 16
#define AHEAD_RECORD 8

static void snapshot (DvItem   *self,
                      DvBranch *branch,
                      guint     depth);

static void
snapshot_list (DvList   *list,
               DvBranch *branch,
               guint     depth)
{
  DvItem **items = (DvItem **) list->items->pdata;
  guint n = list->items->len;

  for (guint i = 0; i < n; i++)
    {
      if (i + AHEAD_ITEM < n)
        {
          __builtin_prefetch (&items[i + AHEAD_ITEM]->record);
          __builtin_prefetch (items[i + AHEAD_RECORD]->record, 1);
        }
      snapshot (items[i], branch, depth);
    }
}

static void
snapshot (DvItem   *self,
          DvBranch *branch,
          guint     depth)
{
  dv_branch_take (branch, dv_record_ref (self->record), depth, 0);
  if (self->lists == NULL)
    return;

  for (guint i = 0; i < dv_record_get_kind (self->record)->n_children; i++)
    if (self->lists[i] != NULL)
      snapshot_list (self->lists[i], branch, depth + 1);
}

/**
 * dv_item_snapshot_sized:
 * @self: an item
 * @n: about how many items there are, itself included, or 0
 *
 * Returns: (transfer full): the item and all below it as it is now; it may be
 *   handed to another thread
 */
DvBranch *
dv_item_snapshot_sized (DvItem *self,
                        guint   n)
{
  DvBranch *branch = dv_branch_new_sized (n);

  snapshot (self, branch, 0);
  return branch;
}

/**
 * dv_item_snapshot:
 * @self: an item
 *
 * Returns: (transfer full): the item and all below it as it is now; it may be
 *   handed to another thread
 */
DvBranch *
dv_item_snapshot (DvItem *self)
{
  return dv_item_snapshot_sized (self, 0);
}

guint
dv_list_get_length (DvList *self)
{
  g_return_val_if_fail (DV_IS_LIST (self), 0);
  return self->items->len;
}

/**
 * dv_list_get:
 * @self: a list
 * @position: which, counted from 0
 *
 * Returns: (nullable) (transfer none): the item there, %NULL past the end
 */
DvItem *
dv_list_get (DvList *self,
             guint   position)
{
  g_return_val_if_fail (DV_IS_LIST (self), NULL);
  return position < self->items->len ? g_ptr_array_index (self->items, position) : NULL;
}
