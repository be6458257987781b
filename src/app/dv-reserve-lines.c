/* dv-reserve-lines.c
 *
 * Lines for the examples that are not on the shortlist
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-reserve-lines"

#include "config.h"

#include "dv-choose-line.h"
#include "dv-reserve-lines.h"

/* Makes a line the first time that somebody asks for it. GtkMapListModel would
 * do, but up to GTK 4.8 it takes what comes in front of an item that it knows
 * for something behind it: the same example was on the list twice. */

struct _DvReserveLines
{
  GObject parent_instance;

  /* Owned */
  GListModel *reserve; /* of DvItem */
  GPtrArray *lines;    /* of DvChooseLine, NULL where nobody asked yet */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DvReserveLines, dv_reserve_lines, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
free_line (gpointer line)
{
  g_clear_object (&line);
}

static GType
dv_reserve_lines_get_item_type (GListModel *model)
{
  return DV_TYPE_CHOOSE_LINE;
}

static guint
dv_reserve_lines_get_n_items (GListModel *model)
{
  return DV_RESERVE_LINES (model)->lines->len;
}

static gpointer
dv_reserve_lines_get_item (GListModel *model,
                           guint       position)
{
  DvReserveLines *self = DV_RESERVE_LINES (model);

  if (position >= self->lines->len)
    return NULL;

  if (g_ptr_array_index (self->lines, position) == NULL)
    {
      g_autoptr (DvItem) behaviour = g_list_model_get_item (self->reserve, position);

      g_ptr_array_index (self->lines, position) = dv_choose_line_new (DV_LINE_RESERVE, behaviour);
    }

  return g_object_ref (g_ptr_array_index (self->lines, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dv_reserve_lines_get_item_type;
  iface->get_n_items = dv_reserve_lines_get_n_items;
  iface->get_item = dv_reserve_lines_get_item;
}

static void
make_room (GPtrArray *lines,
           guint      position,
           guint      n)
{
  guint behind = lines->len - position;

  g_ptr_array_set_size (lines, (int) (lines->len + n));
  for (guint i = behind; i > 0; i--)
    lines->pdata[position + n + i - 1] = lines->pdata[position + i - 1];
  for (guint i = 0; i < n; i++)
    lines->pdata[position + i] = NULL;
}

static void
reserve_changed_cb (DvReserveLines *self,
                    guint           position,
                    guint           removed,
                    guint           added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->lines, position, removed);
  if (added > 0)
    make_room (self->lines, position, added);

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
dv_reserve_lines_finalize (GObject *object)
{
  DvReserveLines *self = DV_RESERVE_LINES (object);

  g_clear_object (&self->reserve);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (dv_reserve_lines_parent_class)->finalize (object);
}

static void
dv_reserve_lines_class_init (DvReserveLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dv_reserve_lines_finalize;
}

static void
dv_reserve_lines_init (DvReserveLines *self)
{
  self->lines = g_ptr_array_new_with_free_func (free_line);
}

/**
 * dv_reserve_lines_new:
 * @reserve: a list of #DvItem
 *
 * Returns: (transfer full): the live list of #DvChooseLine, one for each of them
 */
DvReserveLines *
dv_reserve_lines_new (GListModel *reserve)
{
  DvReserveLines *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (reserve), NULL);

  self = g_object_new (DV_TYPE_RESERVE_LINES, NULL);
  self->reserve = g_object_ref (reserve);
  make_room (self->lines, 0, g_list_model_get_n_items (reserve));
  g_signal_connect_object (reserve, "items-changed", G_CALLBACK (reserve_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
