/* dv-choose-lines.c
 *
 * The list on which a room chooses: shortlist, ties and reserve of one value
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choose-lines"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviours.h"
#include "dv-choose-lines.h"
#include "dv-fold.h"
#include "dv-reserve-lines.h"

/* Belongs to the page, which says when to look again: several changes of the
 * workshop come together. Lines of the shortlist live as long as their example
 * is on it, so that the list keeps its rows. */

struct _DvChooseLines
{
  GObject parent_instance;

  /* Owned */
  DvWorkshop *workshop;
  DvItem *value;               /* nullable */
  GListStore *places;          /* of DvChooseLine: shortlist and tie */
  GListStore *heading;         /* of DvChooseLine: none or one */
  GtkFilterListModel *reserve; /* of DvItem */
  GtkCustomFilter *filter;
  GtkFlattenListModel *all;    /* of DvChooseLine */
  char *folded;                /* what is searched for; NULL for nothing */

  /* State */
  DvCounting counting;
  guint heading_id;
};

G_DEFINE_FINAL_TYPE (DvChooseLines, dv_choose_lines, G_TYPE_OBJECT)

static DvChooseLine *
find_line (DvChooseLines *self,
           DvItem        *behaviour)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      if (line->behaviour != NULL && line->behaviour == behaviour)
        return line;
    }

  return NULL;
}

/* "Place 3 is tied: 17 and 17" */
static char *
describe_tie (GPtrArray *places)
{
  GString *numbers = g_string_new (NULL);
  DvPlace *last = NULL;
  g_autofree char *listed = NULL;
  char *text;

  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *tied = g_ptr_array_index (places, i);

      if (!tied->at_edge)
        continue;
      if (last != NULL)
        g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", last->dots + last->hands);
      last = tied;
    }
  /* TRANSLATORS: numbers with commas between, and the last number */
  listed = g_strdup_printf (C_("tie", "%s and %u"), numbers->str, last != NULL ? last->dots + last->hands : 0);
  /* TRANSLATORS: a place in the order, then numbers: "17 and 17" */
  text = g_strdup_printf (C_("tie", "Place %u is tied: %s"), last != NULL ? last->place : 0, listed);
  g_string_free (numbers, TRUE);
  return text;
}

static gboolean
is_decided (DvChooseLines *self)
{
  return dv_choosing_count_chosen (self->value) >= (guint) dv_item_get_int (self->value, DV_VALUE_TARGET);
}

static void
fill_line (DvChooseLines *self,
           DvChooseLine  *line,
           const DvPlace *place)
{
  g_free (line->text);
  line->text = g_strdup (place->letter);
  line->dots = place->dots;
  line->hands = place->hands;
  line->is_revealed = dv_choosing_is_revealed (self->value);
  line->at_edge = place->at_edge || (self->counting == DV_COUNTING_HANDS && line->at_edge);
  line->counting = self->counting;
}

/* The lines for @places in that order, with a line for a tie. */
static GPtrArray *
create_lines (DvChooseLines *self,
              GPtrArray     *places)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean shows_tie = !is_decided (self);

  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);
      DvPlace *next = i + 1 < places->len ? g_ptr_array_index (places, i + 1) : NULL;
      DvChooseLine *line = find_line (self, place->behaviour);

      if (self->folded != NULL && !dv_behaviour_matches (place->behaviour, self->folded))
        continue;
      line = line != NULL ? g_object_ref (line) : dv_choose_line_new (DV_LINE_PLACE, place->behaviour);
      fill_line (self, line, place);
      g_ptr_array_add (lines, line);
      if (shows_tie && place->at_edge && (next == NULL || !next->at_edge))
        {
          DvChooseLine *tie = dv_choose_line_new (DV_LINE_TIE, NULL);

          tie->text = describe_tie (places);
          tie->counting = self->counting;
          g_ptr_array_add (lines, tie);
        }
    }
  for (guint i = 0; i < lines->len; i++)
    {
      DvChooseLine *line = g_ptr_array_index (lines, i);

      line->is_first = i == 0;
      line->is_last = i == lines->len - 1;
    }

  return lines;
}

static gboolean
same_order (DvChooseLines *self,
            GPtrArray     *lines)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  if (n != lines->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (self->places), i);
      DvChooseLine *other = g_ptr_array_index (lines, i);

      if (line != other && (line->type != DV_LINE_TIE || other->type != DV_LINE_TIE))
        return FALSE;
    }

  return TRUE;
}

static void
tell_lines (DvChooseLines *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      line->counting = self->counting;
      dv_choose_line_changed (line);
    }
}

/* Takes the numbers over but leaves the lines where they are: while numbers are
 * typed, nothing jumps. Returns: whether the same examples are still there. */
static gboolean
refresh_numbers (DvChooseLines *self,
                 GPtrArray     *places)
{
  guint n_lines = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->places)); i++)
    {
      g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      n_lines += line->type == DV_LINE_PLACE ? 1 : 0;
    }
  if (n_lines != places->len)
    return FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);
      DvChooseLine *line = find_line (self, place->behaviour);

      if (line == NULL)
        return FALSE;
      fill_line (self, line, place);
    }
  tell_lines (self);
  return TRUE;
}

/* Returns: whether the lines are others, or in another order. */
static gboolean
refresh_places (DvChooseLines *self)
{
  g_autoptr (GPtrArray) places = dv_choosing_rank (self->workshop, self->value);
  g_autoptr (GPtrArray) lines = NULL;
  gboolean moves;

  if (self->counting != DV_COUNTING_NONE && refresh_numbers (self, places))
    return FALSE;

  lines = create_lines (self, places);
  moves = !same_order (self, lines);
  if (moves)
    g_list_store_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)), lines->pdata, lines->len);
  tell_lines (self);
  return moves;
}

static void
refresh_heading (DvChooseLines *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->reserve));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->heading));
  g_autoptr (DvChooseLine) line = NULL;

  if (n == 0)
    {
      if (shown > 0)
        g_list_store_remove_all (self->heading);
      return;
    }
  if (shown == 0)
    {
      g_autoptr (DvChooseLine) new_line = dv_choose_line_new (DV_LINE_HEADING, NULL);

      new_line->text = g_strdup ("");
      g_list_store_append (self->heading, new_line);
    }
  line = g_list_model_get_item (G_LIST_MODEL (self->heading), 0);
  g_free (line->text);
  line->text = g_strdup_printf (ngettext ("Reserve: %u", "Reserve: %u", n), n);
  dv_choose_line_changed (line);
}

static void
refresh_heading_cb (gpointer data)
{
  DvChooseLines *self = data;

  self->heading_id = 0;
  refresh_heading (self);
}

/* The reserve may get shorter in a later moment than the edit was applied; but
 * not while the list tells of another change: the heading is a part of it. */
static void
refresh_heading_later (DvChooseLines *self)
{
  if (self->heading_id == 0)
    self->heading_id = g_idle_add_once (refresh_heading_cb, self);
}

static gboolean
matches_cb (gpointer item,
            gpointer data)
{
  return dv_behaviour_matches (item, DV_CHOOSE_LINES (data)->folded);
}

static void
dv_choose_lines_dispose (GObject *object)
{
  DvChooseLines *self = DV_CHOOSE_LINES (object);

  g_clear_handle_id (&self->heading_id, g_source_remove);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->all);
  g_clear_object (&self->reserve);
  g_clear_object (&self->filter);
  g_clear_object (&self->heading);
  g_clear_object (&self->places);
  g_clear_object (&self->value);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (dv_choose_lines_parent_class)->dispose (object);
}

static void
dv_choose_lines_finalize (GObject *object)
{
  g_free (DV_CHOOSE_LINES (object)->folded);

  G_OBJECT_CLASS (dv_choose_lines_parent_class)->finalize (object);
}

static void
dv_choose_lines_class_init (DvChooseLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dv_choose_lines_dispose;
  G_OBJECT_CLASS (klass)->finalize = dv_choose_lines_finalize;
}

static void
dv_choose_lines_init (DvChooseLines *self)
{
  GListStore *groups = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (DvReserveLines) lines = NULL;

  self->places = g_list_store_new (DV_TYPE_CHOOSE_LINE);
  self->heading = g_list_store_new (DV_TYPE_CHOOSE_LINE);
  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
  self->reserve = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  gtk_filter_list_model_set_incremental (self->reserve, TRUE);
  lines = dv_reserve_lines_new (G_LIST_MODEL (self->reserve));
  g_list_store_append (groups, self->places);
  g_list_store_append (groups, self->heading);
  g_list_store_append (groups, lines);
  self->all = gtk_flatten_list_model_new (G_LIST_MODEL (groups));
  g_signal_connect_object (self->all, "items-changed", G_CALLBACK (refresh_heading_later), self, G_CONNECT_SWAPPED);
}

/**
 * dv_choose_lines_new:
 * @workshop: a workshop
 *
 * Returns: (transfer full): lines of no value yet
 */
DvChooseLines *
dv_choose_lines_new (DvWorkshop *workshop)
{
  DvChooseLines *self = g_object_new (DV_TYPE_CHOOSE_LINES, NULL);

  self->workshop = g_object_ref (workshop);
  return self;
}

/**
 * dv_choose_lines_get_model:
 * @self: lines
 *
 * Returns: (transfer none): all of them, #DvChooseLine
 */
GListModel *
dv_choose_lines_get_model (DvChooseLines *self)
{
  g_return_val_if_fail (DV_IS_CHOOSE_LINES (self), NULL);
  return G_LIST_MODEL (self->all);
}

/**
 * dv_choose_lines_set_value:
 * @self: lines
 * @value: (nullable): the value whose examples they show
 *
 * Ends counting. The shortlist is there after dv_choose_lines_refresh().
 */
void
dv_choose_lines_set_value (DvChooseLines *self,
                           DvItem        *value)
{
  g_autoptr (GListModel) reserve = NULL;

  g_return_if_fail (DV_IS_CHOOSE_LINES (self));
  g_set_object (&self->value, value);
  self->counting = DV_COUNTING_NONE;
  g_list_store_remove_all (self->places);
  if (value != NULL)
    reserve = dv_choosing_reserve_new (self->workshop, value);
  gtk_filter_list_model_set_model (self->reserve, reserve);
}

DvCounting
dv_choose_lines_get_counting (DvChooseLines *self)
{
  g_return_val_if_fail (DV_IS_CHOOSE_LINES (self), DV_COUNTING_NONE);
  return self->counting;
}

/**
 * dv_choose_lines_set_counting:
 * @self: lines
 * @counting: which numbers are being typed
 *
 * While numbers are typed the lines stay where they are.
 */
void
dv_choose_lines_set_counting (DvChooseLines *self,
                              DvCounting     counting)
{
  g_return_if_fail (DV_IS_CHOOSE_LINES (self));
  self->counting = counting;
  tell_lines (self);
}

/**
 * dv_choose_lines_search:
 * @self: lines
 * @text: what to look for; empty for all
 */
void
dv_choose_lines_search (DvChooseLines *self,
                        const char    *text)
{
  g_return_if_fail (DV_IS_CHOOSE_LINES (self));
  g_free (self->folded);
  self->folded = dv_fold (text);
  if (self->folded[0] == '\0')
    g_clear_pointer (&self->folded, g_free);
  if (self->folded != NULL)
    gtk_custom_filter_set_filter_func (self->filter, matches_cb, self, NULL);
  else
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
}

/**
 * dv_choose_lines_refresh:
 * @self: lines of a value
 *
 * Takes over what changed in the workshop.
 *
 * Returns: whether lines of the shortlist came, went or moved
 */
gboolean
dv_choose_lines_refresh (DvChooseLines *self)
{
  gboolean moves;

  g_return_val_if_fail (DV_IS_CHOOSE_LINES (self) && self->value != NULL, FALSE);
  moves = refresh_places (self);
  refresh_heading (self);
  return moves;
}

/**
 * dv_choose_lines_has_tie:
 * @self: lines
 *
 * Returns: whether the room decides between examples at the last place
 */
gboolean
dv_choose_lines_has_tie (DvChooseLines *self)
{
  guint n;

  g_return_val_if_fail (DV_IS_CHOOSE_LINES (self), FALSE);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->places));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      if (line->at_edge)
        return TRUE;
    }

  return FALSE;
}

/**
 * dv_choose_lines_find:
 * @self: lines
 * @behaviour: an example
 *
 * Returns: where it is on the shortlist, or %GTK_INVALID_LIST_POSITION
 */
guint
dv_choose_lines_find (DvChooseLines *self,
                      DvItem        *behaviour)
{
  guint position;
  DvChooseLine *line;

  g_return_val_if_fail (DV_IS_CHOOSE_LINES (self), GTK_INVALID_LIST_POSITION);
  line = find_line (self, behaviour);
  return line != NULL && g_list_store_find (self->places, line, &position) ? position : GTK_INVALID_LIST_POSITION;
}

/**
 * dv_choose_lines_update_edge:
 * @self: lines
 * @line: a line
 * @position: where it is
 *
 * Rounds the corners of the first and last line of the reserve.
 */
void
dv_choose_lines_update_edge (DvChooseLines *self,
                             DvChooseLine  *line,
                             guint          position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->all));
  guint first = g_list_model_get_n_items (G_LIST_MODEL (self->places)) + g_list_model_get_n_items (G_LIST_MODEL (self->heading));
  gboolean is_first = position == first;
  gboolean is_last = position == n - 1;

  if (line->type != DV_LINE_RESERVE || (line->is_first == is_first && line->is_last == is_last))
    return;

  line->is_first = is_first;
  line->is_last = is_last;
  dv_choose_line_changed (line);
}
