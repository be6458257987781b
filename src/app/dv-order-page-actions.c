/* dv-order-page-actions.c
 *
 * What can be done with words and groups, by key, mouse and drag
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-order-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-nearest.h"
#include "dv-order-page-private.h"
#include "dv-value-menu.h"
#include "dv-values.h"

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
  dv_session_check (get_session (self), dv_words_assign (get_workshop (self), words, value, &error), &error);
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
void
dv_order_page_make_group (DvOrderPage *self,
                          GPtrArray   *words)
{
  g_autofree char *name = make_name (words);
  GError *error = NULL;
  DvItem *value;

  clear_marks (self);
  value = dv_values_add (get_workshop (self), name, DV_VALUE_STATE_CANDIDATE, words, &error);
  if (!dv_session_check (get_session (self), value != NULL, &error))
    return;

  dv_order_page_set_current (self, dv_order_page_find_card (self, value));
  if (self->current != NULL)
    dv_cluster_card_rename (self->current);
}

void
dv_order_page_words_dropped (DvOrderPage   *self,
                             DvWordChip    *chip,
                             DvClusterCard *card)
{
  g_autoptr (GPtrArray) words = get_dragged (self, chip);

  move_words (self, words, dv_cluster_card_get_value (card));
}

gboolean
dv_order_page_well_drop (DvOrderPage   *self,
                         const GValue  *value,
                         double         x,
                         double         y,
                         GtkDropTarget *target)
{
  g_autoptr (GPtrArray) words = get_dragged (self, g_value_get_object (value));

  move_words (self, words, NULL);
  return TRUE;
}

gboolean
dv_order_page_zone_drop (DvOrderPage   *self,
                         const GValue  *value,
                         double         x,
                         double         y,
                         GtkDropTarget *target)
{
  g_autoptr (GPtrArray) words = get_dragged (self, g_value_get_object (value));

  dv_order_page_make_group (self, words);
  return TRUE;
}

/* --- Actions ------------------------------------------------------------- */

static void
group_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DvOrderPage *self = DV_ORDER_PAGE (widget);
  g_autoptr (GPtrArray) words = get_words (self, self->last_focus);

  dv_order_page_make_group (self, words);
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
  if (!dv_session_check (get_session (self), dv_values_choose (get_workshop (self), value, TRUE, &error), &error))
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
  if (dv_session_check (get_session (self), dv_values_remove (get_workshop (self), value, DV_FATE_KEEP, NULL, &error), &error))
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

/* A click marks a word, a second one on a group renames it. */
void
dv_order_page_released (DvOrderPage     *self,
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

/* Gives the class of the page its actions and keys. */
void
dv_order_page_add_actions (GtkWidgetClass *widget_class)
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
