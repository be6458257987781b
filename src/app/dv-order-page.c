/* dv-order-page.c
 *
 * Putting key words together that belong together
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-order-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-card-grid.h"
#include "dv-chip-box.h"
#include "dv-cluster-card.h"
#include "dv-fold.h"
#include "dv-kin-card.h"
#include "dv-nearest.h"
#include "dv-order-page.h"
#include "dv-side-totals.h"
#include "dv-value-menu.h"
#include "dv-values.h"

/* Words that lead to no value lie loose at the left; every value, chosen or
 * not, is a card with its words. After each step everything is dealt out again;
 * cards and chips are kept, so that only what moved is laid out. A digit, a drop
 * or an action moves the words that are marked, or else the one with the focus. */

/* So many loose words are on the table at first, and so many more when one
 * scrolls to the end: a page of 2,000 chips would take long to lay out. */
#define N_LOOSE 120

struct _DvOrderPage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkWidget *empty_view;
  GtkWidget *board;
  GtkLabel *question_label;
  DvSideTotals *totals;
  GtkDropTarget *well_target;
  GtkLabel *loose_label;
  GtkScrolledWindow *well_scroller;
  DvChipBox *loose_box;
  DvCardGrid *grid;
  GtkWidget *drop_zone;
  GtkDropTarget *zone_target;

  /* Owned */
  DvTermList *terms;
  GListModel *chosen;    /* of DvItem: the core values */
  GListModel *clusters;  /* of DvItem: the other values */
  GHashTable *chips;     /* DvTerm (owned) to DvWordChip (owned) */
  GPtrArray *cards;      /* of DvClusterCard, in the order of their digits */
  GHashTable *marked;    /* ids of leads */
  GtkWidget *kin_card;   /* the proposal */
  GtkWidget *group_button;
  char *wanted;          /* nullable: folded text that is searched for */

  /* Borrowed */
  DvClusterCard *current; /* nullable: in cards */
  GtkWidget *last_focus;  /* nullable, weak: the chip or card that had the focus */

  /* State */
  guint n_loose; /* how many loose words may be on the table */
  gulong focus_id;
};

G_DEFINE_FINAL_TYPE (DvOrderPage, dv_order_page, DV_TYPE_PAGE)

static DvSession *
get_session (DvOrderPage *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static DvWorkshop *
get_workshop (DvOrderPage *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

/* --- Dealing out --------------------------------------------------------- */

static GtkWidget *
get_chip (DvOrderPage *self,
          GHashTable  *next,
          DvTerm      *term)
{
  GtkWidget *chip = g_hash_table_lookup (self->chips, term);

  if (chip == NULL)
    chip = dv_word_chip_new (self->terms, term);
  g_hash_table_insert (next, g_object_ref (term), g_object_ref_sink (chip));
  dv_word_chip_set_marked (DV_WORD_CHIP (chip), g_hash_table_contains (self->marked,
                                                                       dv_item_get_id (dv_term_get_lead (term))));

  return chip;
}

static DvClusterCard *
find_card (DvOrderPage *self,
           DvItem      *value)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (dv_cluster_card_get_value (g_ptr_array_index (self->cards, i)) == value)
      return g_ptr_array_index (self->cards, i);

  return NULL;
}

static void
words_dropped_cb (DvOrderPage   *self,
                  DvWordChip    *chip,
                  DvClusterCard *card);

static DvClusterCard *
make_card (DvOrderPage *self,
           DvItem      *value)
{
  GtkWidget *card = dv_cluster_card_new (get_session (self), value);

  g_signal_connect_object (card, "words-dropped", G_CALLBACK (words_dropped_cb), self, G_CONNECT_SWAPPED);
  return DV_CLUSTER_CARD (card);
}

static void
add_cards (DvOrderPage *self,
           GPtrArray   *cards,
           GListModel  *values)
{
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (DvItem) value = g_list_model_get_item (values, i);
      DvClusterCard *card = find_card (self, value);

      if (card == NULL)
        card = make_card (self, value);
      g_ptr_array_add (cards, g_object_ref_sink (card));
    }
}

/* Makes the cards one for each value, in order, the proposal after them. */
static void
deal_cards (DvOrderPage *self)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *previous = NULL;

  add_cards (self, cards, self->chosen);
  add_cards (self, cards, self->clusters);
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      if (g_ptr_array_find (cards, card, NULL))
        continue;
      if (DV_CLUSTER_CARD (card) == self->current)
        self->current = NULL;
      gtk_widget_unparent (card);
    }
  g_ptr_array_unref (self->cards);
  self->cards = cards;
  for (guint i = 0; i < cards->len; i++)
    {
      dv_card_grid_insert (self->grid, g_ptr_array_index (cards, i), previous);
      previous = g_ptr_array_index (cards, i);
    }
  dv_card_grid_insert (self->grid, self->kin_card, previous);
}

static void
deal_card (DvOrderPage   *self,
           DvClusterCard *card,
           GPtrArray     *chips,
           guint          key)
{
  double residents = 0;
  double staff = 0;

  for (guint i = 0; i < chips->len; i++)
    {
      DvTerm *term = dv_word_chip_get_term (g_ptr_array_index (chips, i));

      residents += dv_term_list_get_share (self->terms, term, DV_SIDE_RESIDENT);
      staff += dv_term_list_get_share (self->terms, term, DV_SIDE_STAFF);
    }
  dv_cluster_card_show (card, chips, key, residents, staff);
  dv_cluster_card_set_current (card, card == self->current);
}

static gboolean
is_wanted (DvOrderPage *self,
           DvTerm      *term)
{
  return self->wanted == NULL || dv_term_matches (term, self->wanted);
}

/* Lays every term where it belongs; returns how many are loose. */
static guint
deal_terms (DvOrderPage *self,
            GHashTable  *next)
{
  g_autoptr (GHashTable) by_value = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();
  guint n_loose = 0;

  for (guint i = 0; i < self->cards->len; i++)
    g_hash_table_insert (by_value, dv_cluster_card_get_value (g_ptr_array_index (self->cards, i)), g_ptr_array_new ());
  for (guint i = 0; i < dv_term_list_get_length (self->terms); i++)
    {
      DvTerm *term = dv_term_list_get (self->terms, i);
      DvItem *value = dv_term_get_value (term);
      GPtrArray *chips = value != NULL ? g_hash_table_lookup (by_value, value) : NULL;

      if (chips != NULL)
        g_ptr_array_add (chips, get_chip (self, next, term));
      else if (is_wanted (self, term) && n_loose++ < self->n_loose)
        g_ptr_array_add (loose, get_chip (self, next, term));
    }
  for (guint i = 0; i < self->cards->len; i++)
    {
      DvClusterCard *card = g_ptr_array_index (self->cards, i);

      deal_card (self, card, g_hash_table_lookup (by_value, dv_cluster_card_get_value (card)), i + 1);
    }
  dv_chip_box_set_chips (self->loose_box, loose);

  return n_loose;
}

static gboolean
is_loose (DvTerm *term)
{
  return dv_term_get_value (term) == NULL;
}

/* Where the focus goes when it was lost in the dealing: to the chip or card
 * that had it, if it is on the table still. */
static void
mend_focus (DvOrderPage *self,
            DvTerm      *term)
{
  GtkWidget *chip = term != NULL ? g_hash_table_lookup (self->chips, term) : NULL;

  if (chip != NULL && gtk_widget_get_mapped (chip))
    gtk_widget_grab_focus (chip);
}

static DvTerm *
get_focus_term (DvOrderPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return DV_IS_WORD_CHIP (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
           ? dv_word_chip_get_term (DV_WORD_CHIP (focus))
           : NULL;
}

static void
deal (DvOrderPage *self)
{
  GHashTable *next = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  g_autoptr (DvTerm) term = get_focus_term (self);
  g_autofree char *number = NULL;
  guint n_loose;

  if (term != NULL)
    g_object_ref (term);
  deal_cards (self);
  n_loose = deal_terms (self, next);
  g_hash_table_unref (self->chips);
  self->chips = next;
  dv_kin_card_find (DV_KIN_CARD (self->kin_card), self->terms, is_loose);

  number = g_strdup_printf ("%u", n_loose);
  gtk_label_set_label (self->loose_label, number);
  dv_side_totals_set (self->totals, dv_term_list_get_residents (self->terms), dv_term_list_get_staff (self->terms));
  gtk_stack_set_visible_child (self->stack, dv_term_list_get_length (self->terms) == 0 && self->cards->len == 0
                                              ? self->empty_view
                                              : self->board);
  if (term != get_focus_term (self))
    mend_focus (self, term);
}

static void
scrolled_cb (DvOrderPage   *self,
             GtkAdjustment *adjustment)
{
  double end = gtk_adjustment_get_value (adjustment) + 2 * gtk_adjustment_get_page_size (adjustment);

  if (end < gtk_adjustment_get_upper (adjustment) || self->n_loose > dv_term_list_get_length (self->terms))
    return;

  self->n_loose += N_LOOSE;
  deal (self);
}

/* --- What is meant ------------------------------------------------------- */

static void
set_current (DvOrderPage   *self,
             DvClusterCard *card)
{
  if (self->current == card)
    return;

  if (self->current != NULL)
    dv_cluster_card_set_current (self->current, FALSE);
  self->current = card;
  if (card != NULL)
    dv_cluster_card_set_current (card, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.rename", card != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.promote", card != NULL);
}

static void
focus_changed_cb (DvOrderPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *card;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->board))
    return;

  if (DV_IS_WORD_CHIP (focus) || DV_IS_CLUSTER_CARD (focus))
    g_set_weak_pointer (&self->last_focus, focus);
  card = DV_IS_CLUSTER_CARD (focus) ? focus : gtk_widget_get_ancestor (focus, DV_TYPE_CLUSTER_CARD);
  if (card != NULL)
    set_current (self, DV_CLUSTER_CARD (card));
}

/* Keys mean words and groups only when one of these has the focus: not while a
 * name is typed or a quote chosen. */
static GtkWidget *
get_focus (DvOrderPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return DV_IS_WORD_CHIP (focus) || DV_IS_CLUSTER_CARD (focus) ? focus : NULL;
}

static gboolean
is_marked (DvOrderPage *self,
           DvTerm      *term)
{
  return g_hash_table_contains (self->marked, dv_item_get_id (dv_term_get_lead (term)));
}

static GPtrArray *
list_marked (DvOrderPage *self)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < dv_term_list_get_length (self->terms); i++)
    if (is_marked (self, dv_term_list_get (self->terms, i)))
      g_ptr_array_add (words, g_object_ref (dv_term_get_lead (dv_term_list_get (self->terms, i))));

  return words;
}

static void
add_chip (GPtrArray *words,
          GtkWidget *chip)
{
  if (words->len == 0 && DV_IS_WORD_CHIP (chip))
    g_ptr_array_add (words, g_object_ref (dv_term_get_lead (dv_word_chip_get_term (DV_WORD_CHIP (chip)))));
}

/* What a key is about: the words that are marked, or else that of @chip. */
static GPtrArray *
get_words (DvOrderPage *self,
           GtkWidget   *chip)
{
  GPtrArray *words = list_marked (self);

  add_chip (words, chip);
  return words;
}

/* What a drag is about: the word that was dragged, with all that are marked
 * when it is one of these. */
static GPtrArray *
get_dragged (DvOrderPage *self,
             DvWordChip  *chip)
{
  GPtrArray *words;

  if (dv_word_chip_is_marked (chip))
    return list_marked (self);

  words = g_ptr_array_new_with_free_func (g_object_unref);
  add_chip (words, GTK_WIDGET (chip));

  return words;
}

static void
clear_marks (DvOrderPage *self)
{
  GHashTableIter iter;
  gpointer chip;

  g_hash_table_remove_all (self->marked);
  g_hash_table_iter_init (&iter, self->chips);
  while (g_hash_table_iter_next (&iter, NULL, &chip))
    dv_word_chip_set_marked (chip, FALSE);
}

static void
toggle_mark (DvOrderPage *self,
             DvWordChip  *chip)
{
  const char *id = dv_item_get_id (dv_term_get_lead (dv_word_chip_get_term (chip)));

  dv_word_chip_set_marked (chip, !dv_word_chip_is_marked (chip));
  if (dv_word_chip_is_marked (chip))
    g_hash_table_add (self->marked, g_strdup (id));
  else
    g_hash_table_remove (self->marked, id);
}

/* The word to go on with when @chip leaves its place: its neighbour. */
static void
step_aside (DvOrderPage *self,
            GtkWidget   *chip)
{
  GtkWidget *next = chip;

  do
    next = gtk_widget_get_next_sibling (next);
  while (next != NULL && dv_word_chip_is_marked (DV_WORD_CHIP (next)));
  if (next == NULL)
    for (next = gtk_widget_get_prev_sibling (chip); next != NULL && dv_word_chip_is_marked (DV_WORD_CHIP (next));)
      next = gtk_widget_get_prev_sibling (next);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

/* --- Moving words -------------------------------------------------------- */

static void
move_words (DvOrderPage *self,
            GPtrArray   *words,
            DvItem      *value)
{
  GtkWidget *focus = get_focus (self);
  GError *error = NULL;

  if (words->len == 0)
    return;

  if (DV_IS_WORD_CHIP (focus) &&
      g_ptr_array_find (words, dv_term_get_lead (dv_word_chip_get_term (DV_WORD_CHIP (focus))), NULL))
    step_aside (self, focus);
  clear_marks (self);
  dv_session_check (get_session (self), dv_words_assign (get_workshop (self), words, value, &error), error);
}

static char *
make_name (GPtrArray *words)
{
  const char *text = words->len > 0 ? dv_item_get_string (g_ptr_array_index (words, 0), DV_WORD_TEXT)
                                    : C_ ("order", "New group");
  g_autofree char *short_text = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 60));
  g_autofree char *first = g_utf8_substring (short_text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (short_text), NULL);
}

/* A new group with @words, that takes its name from the first until a better
 * one is typed. */
static void
make_group (DvOrderPage *self,
            GPtrArray   *words)
{
  g_autofree char *name = make_name (words);
  GError *error = NULL;
  DvItem *value;

  clear_marks (self);
  value = dv_values_add (get_workshop (self), name, DV_VALUE_STATE_CANDIDATE, words, &error);
  if (!dv_session_check (get_session (self), value != NULL, error))
    return;

  set_current (self, find_card (self, value));
  if (self->current != NULL)
    dv_cluster_card_rename (self->current);
}

static void
words_dropped_cb (DvOrderPage   *self,
                  DvWordChip    *chip,
                  DvClusterCard *card)
{
  g_autoptr (GPtrArray) words = get_dragged (self, chip);

  move_words (self, words, dv_cluster_card_get_value (card));
}

static gboolean
well_drop_cb (DvOrderPage   *self,
              const GValue  *value,
              double         x,
              double         y,
              GtkDropTarget *target)
{
  g_autoptr (GPtrArray) words = get_dragged (self, g_value_get_object (value));

  move_words (self, words, NULL);
  return TRUE;
}

static gboolean
zone_drop_cb (DvOrderPage   *self,
              const GValue  *value,
              double         x,
              double         y,
              GtkDropTarget *target)
{
  g_autoptr (GPtrArray) words = get_dragged (self, g_value_get_object (value));

  make_group (self, words);
  return TRUE;
}

static void
kin_accepted_cb (DvOrderPage *self,
                 GPtrArray   *words)
{
  make_group (self, words);
}

/* --- Actions ------------------------------------------------------------- */

static void
group_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DvOrderPage *self = DV_ORDER_PAGE (widget);
  g_autoptr (GPtrArray) words = get_words (self, self->last_focus);

  make_group (self, words);
}

static void
rename_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (DV_ORDER_PAGE (widget)->current != NULL)
    dv_cluster_card_rename (DV_ORDER_PAGE (widget)->current);
}

static void
promote_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DvOrderPage *self = DV_ORDER_PAGE (widget);
  DvItem *value = self->current != NULL ? dv_cluster_card_get_value (self->current) : NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;

  if (value == NULL || dv_value_is_chosen (value))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->current));
  if (!dv_session_check (get_session (self), dv_values_choose (get_workshop (self), value, TRUE, &error), error))
    return;
  message = g_strdup_printf (C_ ("order", "“%s” is a core value now"), dv_item_get_string (value, DV_VALUE_NAME));
  dv_session_say_undo (get_session (self), message);
}

/* Its words lie loose then. What it holds in behaviour is asked about. */
static void
remove_group (DvOrderPage *self,
              DvItem      *value)
{
  g_autofree char *message = NULL;
  GError *error = NULL;

  if (dv_item_count (value, &dv_behaviour_kind) > 0)
    {
      dv_value_dialog_remove (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), get_session (self), value);
      return;
    }

  message = g_strdup_printf (C_ ("order", "“%s” dissolved, its words are loose"), dv_item_get_string (value, DV_VALUE_NAME));
  gtk_widget_child_focus (GTK_WIDGET (self->loose_box), GTK_DIR_TAB_FORWARD);
  if (dv_session_check (get_session (self), dv_values_remove (get_workshop (self), value, DV_FATE_KEEP, NULL, &error), error))
    dv_session_say_undo (get_session (self), message);
}

/* On a word: takes it out of its group. On a group: lets it go. */
static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DvOrderPage *self = DV_ORDER_PAGE (widget);
  GtkWidget *focus = get_focus (self);
  g_autoptr (GPtrArray) words = get_words (self, focus);

  if (DV_IS_WORD_CHIP (focus))
    move_words (self, words, NULL);
  else if (focus != NULL)
    remove_group (self, dv_cluster_card_get_value (DV_CLUSTER_CARD (focus)));
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DvOrderPage *self = DV_ORDER_PAGE (widget);
  guint key = (guint) g_variant_get_int32 (parameter);
  g_autoptr (GPtrArray) words = get_words (self, get_focus (self));

  if (key <= self->cards->len)
    move_words (self, words,
                key > 0 ? dv_cluster_card_get_value (g_ptr_array_index (self->cards, key - 1)) : NULL);
}

static gboolean
digit_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  if (get_focus (DV_ORDER_PAGE (widget)) == NULL)
    return FALSE;

  gtk_widget_activate_action_variant (widget, "order.move", arguments);
  return TRUE;
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  if (get_focus (DV_ORDER_PAGE (widget)) == NULL)
    return FALSE;

  gtk_widget_activate_action (widget, "order.remove", NULL);
  return TRUE;
}

static gboolean
space_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  GtkWidget *focus = get_focus (DV_ORDER_PAGE (widget));

  if (!DV_IS_WORD_CHIP (focus))
    return FALSE;

  toggle_mark (DV_ORDER_PAGE (widget), DV_WORD_CHIP (focus));
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  DvOrderPage *self = DV_ORDER_PAGE (widget);

  if (g_hash_table_size (self->marked) == 0)
    return FALSE;

  clear_marks (self);
  return TRUE;
}

/* --- Arrows -------------------------------------------------------------- */

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  DvOrderPage *self = DV_ORDER_PAGE (widget);
  GtkWidget *focus = get_focus (self);
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer chip;
  GtkWidget *next;

  if (focus == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->chips);
  while (g_hash_table_iter_next (&iter, NULL, &chip))
    g_ptr_array_add (chips, chip);
  next = dv_nearest_find (widget, focus, chips, (GtkDirectionType) g_variant_get_int32 (arguments));
  if (next != NULL)
    gtk_widget_grab_focus (next);

  return TRUE;
}

/* --- The mouse ----------------------------------------------------------- */

static void
released_cb (DvOrderPage     *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  GtkWidget *picked = gtk_widget_pick (self->board, x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = picked != NULL ? gtk_widget_get_ancestor (picked, DV_TYPE_WORD_CHIP) : NULL;
  GtkWidget *card = picked != NULL ? gtk_widget_get_ancestor (picked, DV_TYPE_CLUSTER_CARD) : NULL;

  if (chip != NULL)
    {
      gtk_widget_grab_focus (chip);
      toggle_mark (self, DV_WORD_CHIP (chip));
    }
  else if (card != NULL && n_press == 2)
    dv_cluster_card_rename (DV_CLUSTER_CARD (card));
  else if (card != NULL)
    gtk_widget_grab_focus (card);
}

static void
group_clicked_cb (DvOrderPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "order.group", NULL);
}

/* --- The page ------------------------------------------------------------ */

static void
make_group_button (DvOrderPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *key = gtk_label_new (C_ ("key", "Ctrl G"));

  gtk_widget_add_css_class (key, "keycap");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_ ("order", "Group")));
  gtk_box_append (GTK_BOX (box), key);
  self->group_button = g_object_ref_sink (gtk_button_new ());
  gtk_button_set_child (GTK_BUTTON (self->group_button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("order", "Group"), -1);
  g_signal_connect_object (self->group_button, "clicked", G_CALLBACK (group_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
dv_order_page_enter (DvPage *page)
{
  DvOrderPage *self = DV_ORDER_PAGE (page);
  DvItem *activity = dv_session_get_activity (get_session (self));
  const char *question = activity != NULL ? dv_item_get_string (activity, DV_ACTIVITY_QUESTION) : "";

  dv_page_set_title (page, activity != NULL ? dv_item_get_string (activity, DV_ACTIVITY_TITLE) : C_ ("page", "Sorting"));
  gtk_label_set_label (self->question_label, *question != '\0' ? question : C_ ("order", "Which words belong together?"));
}

static void
dv_order_page_focus_entry (DvPage *page)
{
  DvOrderPage *self = DV_ORDER_PAGE (page);

  if (self->last_focus == NULL || !gtk_widget_get_mapped (self->last_focus) ||
      !gtk_widget_grab_focus (self->last_focus))
    gtk_widget_child_focus (GTK_WIDGET (self->board), GTK_DIR_TAB_FORWARD);
}

static void
dv_order_page_search (DvPage     *page,
                      const char *text)
{
  DvOrderPage *self = DV_ORDER_PAGE (page);
  g_autofree char *folded = *text != '\0' ? dv_fold (text) : NULL;

  if (g_strcmp0 (self->wanted, folded) == 0)
    return;

  g_free (self->wanted);
  self->wanted = g_steal_pointer (&folded);
  self->n_loose = N_LOOSE;
  deal (self);
}

static GtkWidget *
dv_order_page_get_buttons (DvPage *page)
{
  return DV_ORDER_PAGE (page)->group_button;
}

static void
dv_order_page_root (GtkWidget *widget)
{
  DvOrderPage *self = DV_ORDER_PAGE (widget);

  GTK_WIDGET_CLASS (dv_order_page_parent_class)->root (widget);
  self->focus_id = g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget",
                                             G_CALLBACK (focus_changed_cb), self);
}

static void
dv_order_page_unroot (GtkWidget *widget)
{
  g_clear_signal_handler (&DV_ORDER_PAGE (widget)->focus_id, gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (dv_order_page_parent_class)->unroot (widget);
}

static void
dv_order_page_constructed (GObject *object)
{
  DvOrderPage *self = DV_ORDER_PAGE (object);

  G_OBJECT_CLASS (dv_order_page_parent_class)->constructed (object);

  self->chosen = dv_values_chosen_new (get_workshop (self));
  self->clusters = dv_values_clusters_new (get_workshop (self));
  self->terms = dv_term_list_new (get_workshop (self));
  g_signal_connect_object (self->terms, "counted", G_CALLBACK (deal), self, G_CONNECT_SWAPPED);
  deal (self);
  set_current (self, NULL);
  dv_order_page_enter (DV_PAGE (self));
}

static void
dv_order_page_dispose (GObject *object)
{
  DvOrderPage *self = DV_ORDER_PAGE (object);

  g_clear_weak_pointer (&self->last_focus);
  self->current = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_ORDER_PAGE);
  g_clear_object (&self->kin_card);
  g_clear_object (&self->group_button);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->chips, g_hash_table_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->terms);
  g_clear_object (&self->chosen);
  g_clear_object (&self->clusters);

  G_OBJECT_CLASS (dv_order_page_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "order.group", NULL, group_action);
  gtk_widget_class_install_action (widget_class, "order.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "order.promote", NULL, promote_action);
  gtk_widget_class_install_action (widget_class, "order.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "order.move", "i", move_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "order.group", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "order.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "order.promote", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "order.promote", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  for (int i = 0; i <= 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_0 + i), 0, digit_cb, "i", i);
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_KP_0 + i), 0, digit_cb, "i", i);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, arrow_cb, "i", GTK_DIR_LEFT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, arrow_cb, "i", GTK_DIR_RIGHT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, arrow_cb, "i", GTK_DIR_UP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, arrow_cb, "i", GTK_DIR_DOWN);
}

static void
dv_order_page_class_init (DvOrderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  object_class->constructed = dv_order_page_constructed;
  object_class->dispose = dv_order_page_dispose;
  widget_class->root = dv_order_page_root;
  widget_class->unroot = dv_order_page_unroot;
  page_class->enter = dv_order_page_enter;
  page_class->focus_entry = dv_order_page_focus_entry;
  page_class->search = dv_order_page_search;
  page_class->get_buttons = dv_order_page_get_buttons;

  g_type_ensure (DV_TYPE_CARD_GRID);
  g_type_ensure (DV_TYPE_CHIP_BOX);
  g_type_ensure (DV_TYPE_SIDE_TOTALS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-order-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, empty_view);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, board);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, totals);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, well_target);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, loose_label);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, well_scroller);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, loose_box);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, grid);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, drop_zone);
  gtk_widget_class_bind_template_child (widget_class, DvOrderPage, zone_target);
  gtk_widget_class_bind_template_callback (widget_class, well_drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_drop_cb);
  add_actions (widget_class);
}

static void
dv_order_page_init (DvOrderPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GType dropped = DV_TYPE_WORD_CHIP;

  self->n_loose = N_LOOSE;
  self->chips = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->well_target, &dropped, 1);
  gtk_drop_target_set_gtypes (self->zone_target, &dropped, 1);
  make_group_button (self);
  self->kin_card = g_object_ref_sink (dv_kin_card_new ());
  g_signal_connect_object (self->kin_card, "accepted", G_CALLBACK (kin_accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->well_scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->board, GTK_EVENT_CONTROLLER (click));
}

/**
 * dv_order_page_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_order_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_ORDER_PAGE, "session", session, NULL);
}
