/* dv-choice-row.c
 *
 * A row that chooses one of the items in a list, or none
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choice-row"

#include "config.h"

#include "dv-choice-row.h"

/* A combo row over items of the workshop. "chosen" is said only when a person
 * chose, not when the row is filled or follows the workshop. */

struct _DvChoiceRow
{
  AdwComboRow parent_instance;

  /* Owned */
  GPtrArray *items; /* DvItem, the row for "none" first as NULL */

  /* State */
  gboolean is_filling;
  guint chosen_id;
};

G_DEFINE_FINAL_TYPE (DvChoiceRow, dv_choice_row, ADW_TYPE_COMBO_ROW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_item (gpointer data)
{
  g_clear_object (&data);
}

static gboolean
chosen_cb (gpointer data)
{
  DvChoiceRow *self = data;

  self->chosen_id = 0;
  g_signal_emit (self, signals[CHOSEN], 0, dv_choice_row_get_chosen (self));
  return G_SOURCE_REMOVE;
}

/* What a person chose may well fill the row anew, and GTK does not bear that
 * while it is still selecting (seen in 4.8). */
static void
selected_cb (DvChoiceRow *self)
{
  if (!self->is_filling && self->chosen_id == 0)
    self->chosen_id = g_idle_add (chosen_cb, self);
}

static void
dv_choice_row_dispose (GObject *object)
{
  g_clear_handle_id (&DV_CHOICE_ROW (object)->chosen_id, g_source_remove);

  G_OBJECT_CLASS (dv_choice_row_parent_class)->dispose (object);
}

static void
dv_choice_row_finalize (GObject *object)
{
  g_ptr_array_unref (DV_CHOICE_ROW (object)->items);

  G_OBJECT_CLASS (dv_choice_row_parent_class)->finalize (object);
}

static void
dv_choice_row_class_init (DvChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dv_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = dv_choice_row_finalize;

  /**
   * DvChoiceRow::chosen:
   * @self: the row
   * @item: (nullable): what the person chose
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_ITEM);
}

static void
dv_choice_row_init (DvChoiceRow *self)
{
  self->items = g_ptr_array_new_with_free_func (clear_item);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * dv_choice_row_fill:
 * @self: a row
 * @items: a list of #DvItem
 * @field: the number of the field that names an item
 * @none: (nullable): the words for no item; %NULL when one must be chosen
 *
 * Fills the list anew; what was chosen stays chosen when it is still there.
 */
void
dv_choice_row_fill (DvChoiceRow *self,
                    GListModel  *items,
                    int          field,
                    const char  *none)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  DvItem *chosen = dv_choice_row_get_chosen (self);
  g_autoptr (DvItem) held = chosen != NULL ? g_object_ref (chosen) : NULL;

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->items, 0);
  if (none != NULL)
    {
      gtk_string_list_append (names, none);
      g_ptr_array_add (self->items, NULL);
    }
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      DvItem *item = g_list_model_get_item (items, i);

      gtk_string_list_append (names, dv_item_get_string (item, field));
      g_ptr_array_add (self->items, item);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  self->is_filling = FALSE;
  dv_choice_row_set_chosen (self, held);
}

/**
 * dv_choice_row_set_chosen:
 * @self: a row
 * @item: (nullable): what it is to show
 */
void
dv_choice_row_set_chosen (DvChoiceRow *self,
                          DvItem      *item)
{
  guint i = 0;

  self->is_filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self),
                              g_ptr_array_find (self->items, item, &i) ? i : GTK_INVALID_LIST_POSITION);
  self->is_filling = FALSE;
}

/**
 * dv_choice_row_get_chosen:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the item that it shows
 */
DvItem *
dv_choice_row_get_chosen (DvChoiceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected < self->items->len ? g_ptr_array_index (self->items, selected) : NULL;
}
