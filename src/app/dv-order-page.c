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
#include "dv-order-page-private.h"
#include "dv-side-totals.h"
#include "dv-values.h"

/* Words that lead to no value lie loose at the left; every value, chosen or
 * not, is a card with its words. After each step everything is dealt out again;
 * cards and chips are kept, so that only what moved is laid out. A digit, a drop
 * or an action moves the words that are marked, or else the one with the focus. */

/* So many loose words are on the table at first, and so many more when one
 * scrolls to the end: a page of 2,000 chips would take long to lay out. */
#define N_LOOSE 120

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

/* The card of @value, or %NULL. */
DvClusterCard *
dv_order_page_find_card (DvOrderPage *self,
                         DvItem      *value)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (dv_cluster_card_get_value (g_ptr_array_index (self->cards, i)) == value)
      return g_ptr_array_index (self->cards, i);

  return NULL;
}

static DvClusterCard *
make_card (DvOrderPage *self,
           DvItem      *value)
{
  GtkWidget *card = dv_cluster_card_new (get_session (self), value);

  g_signal_connect_object (card, "words-dropped", G_CALLBACK (dv_order_page_words_dropped), self, G_CONNECT_SWAPPED);
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
      DvClusterCard *card = dv_order_page_find_card (self, value);

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

/* Makes @card (nullable) the one that keys are for. */
void
dv_order_page_set_current (DvOrderPage   *self,
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
    dv_order_page_set_current (self, DV_CLUSTER_CARD (card));
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
  dv_order_page_set_current (self, NULL);
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
  gtk_widget_class_bind_template_callback_full (widget_class, "well_drop_cb", G_CALLBACK (dv_order_page_well_drop));
  gtk_widget_class_bind_template_callback_full (widget_class, "zone_drop_cb", G_CALLBACK (dv_order_page_zone_drop));
  dv_order_page_add_actions (widget_class);
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
  g_signal_connect_object (self->kin_card, "accepted", G_CALLBACK (dv_order_page_make_group), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->well_scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (dv_order_page_released), self, G_CONNECT_SWAPPED);
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
