/* dv-choose-page.c
 *
 * The page on which a room chooses a few examples of many
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choose-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-accessible.h"
#include "dv-behaviours.h"
#include "dv-choose-page.h"
#include "dv-choose-row.h"
#include "dv-choosing.h"
#include "dv-fold.h"
#include "dv-phase-strip.h"
#include "dv-value-chips.h"
#include "dv-value-menu.h"
#include "dv-values.h"

/* Roomy rows from this height on, in CSS px. */
#define HIGH 752

struct _DvChoosePage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkStack *content;
  GtkWidget *chips_place;
  GtkWidget *phase_place;
  GtkWidget *question;
  GtkWidget *chosen;
  GtkWidget *target;
  GtkWidget *view;
  GtkWidget *hints;
  GtkWidget *next;
  GtkWidget *next_label;
  GtkWidget *next_key;
  DvValueChips *chips;

  /* Owned */
  GListModel *values;
  GListStore *places;  /* of DvChooseLine: shortlist and tie */
  GListStore *heading; /* of DvChooseLine: none or one */
  GtkFilterListModel *reserve; /* of DvItem */
  GtkCustomFilter *filter;
  GtkFlattenListModel *lines; /* of DvChooseLine: all of it */
  GtkSingleSelection *selection;
  GPtrArray *bound; /* of GtkListItem, borrowed: those on screen */
  DvItem *value; /* nullable: what is shown */
  char *folded; /* what is searched for; NULL for nothing */

  /* State */
  DvCounting counting;
  gboolean is_showing; /* the target is being filled in: nobody typed it */
  gboolean is_high;
  guint heading_id;
};

G_DEFINE_FINAL_TYPE (DvChoosePage, dv_choose_page, DV_TYPE_PAGE)

static DvSession *
get_session (DvChoosePage *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static DvWorkshop *
get_workshop (DvChoosePage *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

static guint
get_target (DvChoosePage *self)
{
  return (guint) dv_item_get_int (self->value, DV_VALUE_TARGET);
}

/* --- Lines ----------------------------------------------------------------- */

static DvChooseLine *
find_line (DvChoosePage *self,
           DvItem       *behaviour)
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
is_decided (DvChoosePage *self)
{
  return dv_choosing_count_chosen (self->value) >= get_target (self);
}

static void
fill_line (DvChoosePage  *self,
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
create_lines (DvChoosePage *self,
              GPtrArray    *places)
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
same_order (DvChoosePage *self,
            GPtrArray    *lines)
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
tell_lines (DvChoosePage *self)
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
refresh_numbers (DvChoosePage *self,
                 GPtrArray    *places)
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

static void
select_behaviour (DvChoosePage *self,
                  DvItem       *behaviour)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      if (line->behaviour == behaviour)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
refresh_places (DvChoosePage *self)
{
  g_autoptr (GPtrArray) places = dv_choosing_rank (get_workshop (self), self->value);
  DvChooseLine *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (DvItem) behaviour = selected != NULL && selected->behaviour != NULL ? g_object_ref (selected->behaviour) : NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (self->counting != DV_COUNTING_NONE && refresh_numbers (self, places))
    return;

  lines = create_lines (self, places);
  if (!same_order (self, lines))
    {
      g_list_store_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)), lines->pdata, lines->len);
      if (behaviour != NULL)
        select_behaviour (self, behaviour);
    }
  tell_lines (self);
}

static void
refresh_heading (DvChoosePage *self)
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
  DvChoosePage *self = DV_CHOOSE_PAGE (data);

  self->heading_id = 0;
  refresh_heading (self);
}

/* Not while the list tells of another change: it is a part of the same list. */
static void
refresh_heading_later (DvChoosePage *self)
{
  if (self->heading_id == 0)
    self->heading_id = g_idle_add_once (refresh_heading_cb, self);
}

static gpointer
map_reserve (gpointer item,
             gpointer data)
{
  g_autoptr (DvItem) behaviour = item;

  return dv_choose_line_new (DV_LINE_RESERVE, behaviour);
}

static gboolean
matches_cb (gpointer item,
            gpointer data)
{
  return dv_behaviour_matches (item, DV_CHOOSE_PAGE (data)->folded);
}

/* Rounds the corners of the first and last line of the reserve. */
static void
update_edge (DvChoosePage *self,
             GtkListItem  *list_item)
{
  DvChooseLine *line = gtk_list_item_get_item (list_item);
  guint position = gtk_list_item_get_position (list_item);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  guint first = g_list_model_get_n_items (G_LIST_MODEL (self->places)) + g_list_model_get_n_items (G_LIST_MODEL (self->heading));
  gboolean is_first = position == first;
  gboolean is_last = position == n - 1;

  if (line == NULL || line->type != DV_LINE_RESERVE || (line->is_first == is_first && line->is_last == is_last))
    return;

  line->is_first = is_first;
  line->is_last = is_last;
  dv_choose_line_changed (line);
}

static void
position_changed_cb (DvChoosePage *self,
                     GParamSpec   *pspec,
                     GtkListItem  *list_item)
{
  update_edge (self, list_item);
}

static void
update_edges (DvChoosePage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    update_edge (self, g_ptr_array_index (self->bound, i));
}

/* --- What stands around the list ------------------------------------------- */

static char *
create_question (DvChoosePage *self)
{
  static const char *const numbers[] = {
    NC_("how many", "two"), NC_("how many", "three"), NC_("how many", "four"), NC_("how many", "five"),
    NC_("how many", "six"), NC_("how many", "seven"), NC_("how many", "eight"), NC_("how many", "nine")
  };
  g_autofree char *name = g_utf8_strdown (dv_item_get_string (self->value, DV_VALUE_NAME), -1);
  guint target = get_target (self);

  if (target < 2 || target > 9)
    /* TRANSLATORS: the name of a core value */
    return g_strdup_printf (C_("choose", "Which one shows best what ‘%s’ is?"), name);
  /* TRANSLATORS: two to nine, then the name of a core value */
  return g_strdup_printf (C_("choose", "Which %s show best what ‘%s’ is?"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "how many", numbers[target - 2]), name);
}

static void
add_hint (DvChoosePage *self,
          const char   *key,
          const char   *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->hints), box);
}

static void
update_hints (DvChoosePage *self)
{
  GtkWidget *child;
  g_autofree char *top = g_strdup_printf (C_("hint", "take the top %u"), get_target (self));

  while ((child = gtk_widget_get_first_child (self->hints)) != NULL)
    gtk_box_remove (GTK_BOX (self->hints), child);

  if (self->counting != DV_COUNTING_NONE)
    {
      add_hint (self, C_("key", "Enter"), C_("hint", "next number"));
      add_hint (self, self->counting == DV_COUNTING_HANDS ? C_("key", "H") : C_("key", "P"), C_("hint", "numbers done"));
    }
  else if (!dv_choosing_is_revealed (self->value))
    {
      add_hint (self, C_("key", "V"), C_("hint", "on or off the shortlist"));
      add_hint (self, C_("key", "P"), C_("hint", "enter dots from paper"));
    }
  else
    {
      add_hint (self, C_("key", "T"), top);
      add_hint (self, C_("key", "Space"), C_("hint", "star on or off"));
      add_hint (self, C_("key", "V"), C_("hint", "on or off the shortlist"));
    }
}

static DvItem *
get_next_value (DvChoosePage *self)
{
  guint n = g_list_model_get_n_items (self->values);

  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (DvItem) value = g_list_model_get_item (self->values, i);
      g_autoptr (DvItem) next = g_list_model_get_item (self->values, i + 1);

      /* The model keeps it. */
      if (value == self->value)
        return next;
    }

  return NULL;
}

/* Whether the top can be taken and was not. */
static gboolean
can_take_top (DvChoosePage *self)
{
  g_autoptr (GPtrArray) places = dv_choosing_rank (get_workshop (self), self->value);

  if (dv_item_get_int (self->value, DV_VALUE_PHASE) == DV_PHASE_CHOSEN)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);

      if (place->certain && dv_item_get_int (place->behaviour, DV_BEHAVIOUR_CHOSEN) == 0)
        return TRUE;
    }

  return FALSE;
}

typedef enum {
  STEP_DOTS,
  STEP_REVEAL,
  STEP_TOP,
  STEP_VALUE,
  STEP_NONE,
} NextStep;

static NextStep
get_next_step (DvChoosePage *self)
{
  gint64 phase = dv_item_get_int (self->value, DV_VALUE_PHASE);

  if (phase == DV_PHASE_SHORTLIST)
    return STEP_DOTS;
  if (phase == DV_PHASE_DOTS)
    return STEP_REVEAL;
  if (can_take_top (self) && !is_decided (self))
    return STEP_TOP;
  return get_next_value (self) != NULL ? STEP_VALUE : STEP_NONE;
}

static void
update_next (DvChoosePage *self)
{
  NextStep step = get_next_step (self);
  DvItem *value = get_next_value (self);
  g_autofree char *label = NULL;
  const char *key = "";

  switch (step)
    {
    case STEP_DOTS:
      label = g_strdup (C_("choose", "Give dots"));
      break;
    case STEP_REVEAL:
      label = g_strdup (C_("choose", "Reveal"));
      key = C_("key", "R");
      break;
    case STEP_TOP:
      label = g_strdup_printf (C_("choose", "Take the top %u"), get_target (self));
      key = C_("key", "T");
      break;
    case STEP_VALUE:
      /* TRANSLATORS: the name of the core value that comes next */
      label = g_strdup_printf (C_("choose", "Next: %s"), dv_item_get_string (value, DV_VALUE_NAME));
      key = C_("key", "Ctrl PgDn");
      break;
    case STEP_NONE:
    default:
      break;
    }
  gtk_widget_set_visible (self->next, label != NULL);
  gtk_widget_set_visible (self->next_key, key[0] != '\0');
  gtk_label_set_text (GTK_LABEL (self->next_label), label != NULL ? label : "");
  gtk_label_set_text (GTK_LABEL (self->next_key), key);
  gtk_widget_set_sensitive (self->next, step != STEP_DOTS || dv_choosing_count_shortlist (self->value) > 0);
}

static void
refresh (DvChoosePage *self)
{
  g_autofree char *question = NULL;
  g_autofree char *chosen = NULL;
  guint n = 0;

  gtk_stack_set_visible_child_name (self->stack, self->value != NULL ? "values" : "no-values");
  if (self->value == NULL)
    return;

  refresh_places (self);
  refresh_heading (self);
  n = dv_behaviours_count (self->value);
  gtk_stack_set_visible_child_name (self->content, n > 0 ? "list" : "empty");

  question = create_question (self);
  gtk_label_set_text (GTK_LABEL (self->question), question);
  /* TRANSLATORS: <b> makes the numbers bold */
  chosen = g_strdup_printf (ngettext ("chosen <b>%u of %u</b>", "chosen <b>%u of %u</b>", get_target (self)),
                            dv_choosing_count_chosen (self->value), get_target (self));
  gtk_label_set_markup (GTK_LABEL (self->chosen), chosen);
  self->is_showing = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->target), get_target (self));
  self->is_showing = FALSE;
  update_hints (self);
  update_next (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choose.reveal", !dv_choosing_is_revealed (self->value));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choose.top", dv_choosing_is_revealed (self->value));
}

static void
update_subtitle (DvChoosePage *self)
{
  g_autofree char *text = NULL;
  guint n;

  if (self->value == NULL)
    return;
  n = dv_behaviours_count (self->value);
  /* TRANSLATORS: how many examples, and how many of them are to be chosen */
  text = g_strdup_printf (ngettext ("From %u example to %u", "From %u examples to %u", n), n, get_target (self));
  dv_page_set_subtitle (DV_PAGE (self), text);
}

static void
applied_cb (DvChoosePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->value == NULL || dv_item_get_parent (self->value) == NULL)
    return;

  refresh (self);
  update_subtitle (self);
}

static void
show_value (DvChoosePage *self)
{
  DvItem *value = dv_session_get_value (get_session (self));
  g_autoptr (GListModel) reserve = NULL;
  gboolean has_focus = gtk_widget_get_focus_child (self->view) != NULL;

  if (value != NULL && !dv_value_is_chosen (value))
    value = NULL;
  g_set_object (&self->value, value);
  self->counting = DV_COUNTING_NONE;
  g_list_store_remove_all (self->places);
  if (value != NULL)
    reserve = dv_choosing_reserve_new (get_workshop (self), value);
  gtk_filter_list_model_set_model (self->reserve, reserve);
  refresh (self);
  update_subtitle (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", 0);
  /* The focus would go to the button that ends this step. */
  if (has_focus)
    gtk_widget_grab_focus (self->view);
}

static void
ensure_value (DvChoosePage *self)
{
  DvItem *value = dv_session_get_value (get_session (self));
  g_autoptr (DvItem) first = g_list_model_get_item (self->values, 0);

  if (value == NULL || !dv_value_is_chosen (value))
    dv_session_set_value (get_session (self), first);
}

/* Also when the one that was selected is deleted. */
static void
selected_changed_cb (DvChoosePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && dv_session_get_value (get_session (self)) == NULL &&
      g_list_model_get_n_items (self->values) > 0)
    ensure_value (self);
  else
    show_value (self);
}

static void
values_changed_cb (DvChoosePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ensure_value (self);
}

/* --- What a person does ------------------------------------------------------ */

/* What a key is about: the row with the focus, which is not the selected one
 * when the list was entered, or what was selected has gone to another part. */
static DvItem *
get_selected (DvChoosePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  DvChooseLine *line = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL && DV_IS_CHOOSE_ROW (row) && gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    line = dv_choose_row_get_line (DV_CHOOSE_ROW (row));
  return line != NULL ? line->behaviour : NULL;
}

static void
shortlist_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  DvItem *behaviour = get_selected (self);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  GError *error = NULL;
  gboolean done;

  if (behaviour == NULL)
    return;
  g_ptr_array_add (one, behaviour);
  done = dv_choosing_set_shortlist (get_workshop (self), one, dv_item_get_int (behaviour, DV_BEHAVIOUR_SHORTLIST) == 0, &error);
  dv_session_check (get_session (self), done, error);
  /* With the last row of the reserve the focus would leave the list. */
  if (gtk_widget_get_focus_child (self->view) == NULL)
    gtk_widget_grab_focus (self->view);
}

static void
star_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  DvItem *behaviour = get_selected (self);
  GError *error = NULL;
  gboolean done;

  if (behaviour == NULL || dv_item_get_int (behaviour, DV_BEHAVIOUR_SHORTLIST) == 0)
    return;
  done = dv_choosing_choose (get_workshop (self), behaviour, dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) == 0, &error);
  dv_session_check (get_session (self), done, error);
}

static void
set_phase (DvChoosePage *self,
           DvPhase       phase)
{
  GError *error = NULL;
  gboolean done = dv_choosing_set_phase (get_workshop (self), self->value, phase, &error);

  dv_session_check (get_session (self), done, error);
}

/* Puts the focus in the first number at or behind line @from. */
static gboolean
focus_number (DvChoosePage *self,
              guint         from)
{
  GtkListItem *best = NULL;

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      DvChooseLine *line = gtk_list_item_get_item (item);
      guint position = gtk_list_item_get_position (item);

      if (line == NULL || line->type != DV_LINE_PLACE || position < from ||
          (self->counting == DV_COUNTING_HANDS && !line->at_edge))
        continue;
      if (best == NULL || position < gtk_list_item_get_position (best))
        best = item;
    }

  return best != NULL && dv_choose_row_focus_number (DV_CHOOSE_ROW (gtk_list_item_get_child (best)));
}

static void
set_counting (DvChoosePage *self,
              DvCounting    counting)
{
  self->counting = counting;
  tell_lines (self);
  refresh (self);
  if (counting == DV_COUNTING_NONE || !focus_number (self, 0))
    gtk_widget_grab_focus (self->view);
}

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);

  if (self->value == NULL)
    return;
  if (self->counting == DV_COUNTING_DOTS)
    {
      set_counting (self, DV_COUNTING_NONE);
      return;
    }
  if (dv_item_get_int (self->value, DV_VALUE_PHASE) == DV_PHASE_SHORTLIST && dv_choosing_count_shortlist (self->value) > 0)
    set_phase (self, DV_PHASE_DOTS);
  set_counting (self, DV_COUNTING_DOTS);
}

static void
hands_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  gboolean has_tie = FALSE;

  if (self->value == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->places)); i++)
    {
      g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      has_tie = has_tie || line->at_edge;
    }
  if (self->counting == DV_COUNTING_HANDS)
    set_counting (self, DV_COUNTING_NONE);
  else if (has_tie)
    set_counting (self, DV_COUNTING_HANDS);
  else
    dv_session_say (get_session (self), C_("toast", "Nothing is tied at the last place"));
}

static void
reveal_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);

  if (self->value == NULL)
    return;
  self->counting = DV_COUNTING_NONE;
  set_phase (self, DV_PHASE_REVEALED);
  gtk_widget_grab_focus (self->view);
}

static void
top_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  g_autofree char *said = NULL;
  guint n = 0;
  GError *error = NULL;

  if (self->value == NULL)
    return;
  if (!dv_session_check (get_session (self), dv_choosing_take_top (get_workshop (self), self->value, &n, &error), error))
    return;
  said = g_strdup_printf (ngettext ("%u taken into the Manifest", "%u taken into the Manifest", n), n);
  if (n > 0)
    dv_session_say_undo (get_session (self), said);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);

  if (self->value == NULL)
    return;
  switch (get_next_step (self))
    {
    case STEP_DOTS:
      set_phase (self, DV_PHASE_DOTS);
      break;
    case STEP_REVEAL:
      gtk_widget_activate_action (widget, "choose.reveal", NULL);
      break;
    case STEP_TOP:
      gtk_widget_activate_action (widget, "choose.top", NULL);
      break;
    case STEP_VALUE:
      dv_value_chips_step (self->chips, 1);
      break;
    case STEP_NONE:
    default:
      break;
    }
}

static void
activate_cb (DvChoosePage *self,
             guint         position)
{
  g_autoptr (DvChooseLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  gtk_single_selection_set_selected (self->selection, position);
  if (line != NULL && line->type == DV_LINE_PLACE)
    gtk_widget_activate_action (GTK_WIDGET (self), "choose.star", NULL);
  else if (line != NULL && line->type == DV_LINE_RESERVE)
    gtk_widget_activate_action (GTK_WIDGET (self), "choose.shortlist", NULL);
}

static void
target_changed_cb (DvChoosePage *self)
{
  GError *error = NULL;
  gboolean done;

  if (self->is_showing || self->value == NULL)
    return;
  done = dv_choosing_set_target (get_workshop (self), self->value,
                                 gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->target)), &error);
  dv_session_check (get_session (self), done, error);
}

/* Keys of one letter, while the list or a number in it has the focus. */
static gboolean
key_pressed_cb (DvChoosePage    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  static const struct
  {
    guint key;
    const char *action;
  } letters[] = {
    { GDK_KEY_v, "choose.shortlist" }, { GDK_KEY_p, "choose.paper" }, { GDK_KEY_r, "choose.reveal" },
    { GDK_KEY_t, "choose.top" }, { GDK_KEY_h, "choose.hands" },
  };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean in_number = focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) != NULL;

  /* With Shift too, for who has Caps Lock on. */
  if ((modifiers & gtk_accelerator_get_default_mod_mask () & ~(guint) GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (gdk_keyval_to_lower (key) == letters[i].key)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), letters[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  if (in_number && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      GtkWidget *row = gtk_widget_get_ancestor (focus, DV_TYPE_CHOOSE_ROW);
      guint position = GTK_INVALID_LIST_POSITION - 1;

      gtk_spin_button_update (GTK_SPIN_BUTTON (gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON)));
      for (guint i = 0; i < self->bound->len; i++)
        if (gtk_list_item_get_child (g_ptr_array_index (self->bound, i)) == row)
          position = gtk_list_item_get_position (g_ptr_array_index (self->bound, i));
      if (!focus_number (self, position + 1))
        set_counting (self, DV_COUNTING_NONE);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_space && focus != NULL && DV_IS_CHOOSE_ROW (gtk_widget_get_first_child (focus)))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "choose.star", NULL);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* --- Rows -------------------------------------------------------------------- */

static void
setup_cb (DvChoosePage *self,
          GtkListItem  *list_item)
{
  gtk_list_item_set_child (list_item, dv_choose_row_new (get_session (self)));
  g_signal_connect_object (list_item, "notify::position", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_cb (DvChoosePage *self,
         GtkListItem  *list_item)
{
  DvChooseLine *line = gtk_list_item_get_item (list_item);
  gboolean is_example = line->behaviour != NULL;

  gtk_list_item_set_selectable (list_item, is_example);
  gtk_list_item_set_activatable (list_item, is_example);
  dv_choose_row_set_line (DV_CHOOSE_ROW (gtk_list_item_get_child (list_item)), line);
  g_ptr_array_add (self->bound, list_item);
  update_edge (self, list_item);
}

static void
unbind_cb (DvChoosePage *self,
           GtkListItem  *list_item)
{
  g_ptr_array_remove_fast (self->bound, list_item);
  dv_choose_row_set_line (DV_CHOOSE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* --- The page ---------------------------------------------------------------- */

static void
dv_choose_page_enter (DvPage *page)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (page);

  ensure_value (self);
  show_value (self);
}

static void
dv_choose_page_focus_entry (DvPage *page)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (page);

  if (self->counting != DV_COUNTING_NONE)
    set_counting (self, DV_COUNTING_NONE);
  else if (gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    gtk_widget_grab_focus (self->view);
}

static void
dv_choose_page_search (DvPage     *page,
                       const char *text)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (page);

  g_free (self->folded);
  self->folded = dv_fold (text);
  if (self->folded[0] == '\0')
    g_clear_pointer (&self->folded, g_free);
  if (self->folded != NULL)
    gtk_custom_filter_set_filter_func (self->filter, matches_cb, self, NULL);
  else
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  refresh (self);
}

static GtkSizeRequestMode
dv_choose_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_choose_page_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (DV_CHOOSE_PAGE (widget)->stack), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
dv_choose_page_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  gboolean is_high = height >= HIGH;

  if (self->is_high != is_high)
    {
      self->is_high = is_high;
      if (is_high)
        gtk_widget_remove_css_class (widget, "low");
      else
        gtk_widget_add_css_class (widget, "low");
    }
  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
create_models (DvChoosePage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GListStore *groups = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkMapListModel) mapped = NULL;

  self->places = g_list_store_new (DV_TYPE_CHOOSE_LINE);
  self->heading = g_list_store_new (DV_TYPE_CHOOSE_LINE);
  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
  self->reserve = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  gtk_filter_list_model_set_incremental (self->reserve, TRUE);
  mapped = gtk_map_list_model_new (G_LIST_MODEL (g_object_ref (self->reserve)), map_reserve, NULL, NULL);
  g_list_store_append (groups, self->places);
  g_list_store_append (groups, self->heading);
  g_list_store_append (groups, mapped);
  self->lines = gtk_flatten_list_model_new (G_LIST_MODEL (groups));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->lines, "items-changed", G_CALLBACK (update_edges), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* The reserve may get shorter in a later moment than the edit was applied. */
  g_signal_connect_object (self->lines, "items-changed", G_CALLBACK (refresh_heading_later), self, G_CONNECT_SWAPPED);
}

static void
dv_choose_page_constructed (GObject *object)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (object);
  DvSession *session;
  GtkWidget *strip;

  G_OBJECT_CLASS (dv_choose_page_parent_class)->constructed (object);
  session = get_session (self);

  self->chips = DV_VALUE_CHIPS (dv_value_chips_new (session, TRUE));
  strip = dv_phase_strip_new (session);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chips), TRUE);
  gtk_widget_set_hexpand (strip, TRUE);
  gtk_box_append (GTK_BOX (self->chips_place), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (self->phase_place), strip);
  dv_value_menu_attach (self->chips);

  create_models (self);
  self->values = dv_values_chosen_new (get_workshop (self));
  g_signal_connect_object (self->values, "items-changed", G_CALLBACK (values_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::value", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  show_value (self);
}

static void
dv_choose_page_dispose (GObject *object)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (object);

  g_clear_handle_id (&self->heading_id, g_source_remove);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->view != NULL)
    {
      gtk_list_view_set_model (GTK_LIST_VIEW (self->view), NULL);
      gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_CHOOSE_PAGE);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_object (&self->reserve);
  g_clear_object (&self->filter);
  g_clear_object (&self->heading);
  g_clear_object (&self->places);
  g_clear_object (&self->values);
  g_clear_object (&self->value);

  G_OBJECT_CLASS (dv_choose_page_parent_class)->dispose (object);
}

static void
dv_choose_page_finalize (GObject *object)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (object);

  g_ptr_array_unref (self->bound);
  g_free (self->folded);

  G_OBJECT_CLASS (dv_choose_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-choose-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, content);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, chips_place);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, phase_place);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, question);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, chosen);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, target);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, view);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, hints);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, next);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, next_label);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, next_key);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_changed_cb);
}

static void
dv_choose_page_class_init (DvChoosePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  object_class->constructed = dv_choose_page_constructed;
  object_class->dispose = dv_choose_page_dispose;
  object_class->finalize = dv_choose_page_finalize;
  widget_class->get_request_mode = dv_choose_page_get_request_mode;
  widget_class->measure = dv_choose_page_measure;
  widget_class->size_allocate = dv_choose_page_size_allocate;
  page_class->enter = dv_choose_page_enter;
  page_class->focus_entry = dv_choose_page_focus_entry;
  page_class->search = dv_choose_page_search;
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "choose.shortlist", NULL, shortlist_action);
  gtk_widget_class_install_action (widget_class, "choose.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "choose.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "choose.hands", NULL, hands_action);
  gtk_widget_class_install_action (widget_class, "choose.reveal", NULL, reveal_action);
  gtk_widget_class_install_action (widget_class, "choose.top", NULL, top_action);
  gtk_widget_class_install_action (widget_class, "choose.next", NULL, next_action);
  gtk_widget_class_set_css_name (widget_class, "choose-page");
}

static void
dv_choose_page_init (DvChoosePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->is_high = TRUE;
  self->bound = g_ptr_array_new ();
  /* The bin layout of a page would hide size_allocate. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
}

/**
 * dv_choose_page_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_choose_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_CHOOSE_PAGE, "session", session, NULL);
}
