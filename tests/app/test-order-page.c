/* test-order-page.c
 *
 * Putting key words together
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-chip-box.h"
#include "dv-cluster-card.h"
#include "dv-order-page.h"
#include "dv-test-page.h"
#include "dv-values.h"
#include "dv-word-chip.h"
#include "dv-words.h"

static DvPage *
create (DvSession *session)
{
  g_assert_true (dv_words_add_list (dv_session_get_workshop (session), DV_SIDE_RESIDENT,
                                    "aardig\t40\nvrolijk\t30\nblij\t20\n", NULL, NULL));
  return dv_order_page_new (session);
}

static GtkWidget *
get_chip (DvTestPage *self,
          const char *text)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *chip = dv_test_find (GTK_WIDGET (self->page), DV_TYPE_WORD_CHIP, i);

      g_assert_nonnull (chip);
      if (g_strcmp0 (dv_term_get_text (dv_word_chip_get_term (DV_WORD_CHIP (chip))), text) == 0)
        return chip;
    }
}

static DvItem *
get_value (DvTestPage *self,
           const char *text)
{
  return dv_term_get_value (dv_word_chip_get_term (DV_WORD_CHIP (get_chip (self, text))));
}

static DvItem *
get_card_value (DvTestPage *self,
                guint       nth)
{
  return dv_cluster_card_get_value (DV_CLUSTER_CARD (dv_test_find (GTK_WIDGET (self->page), DV_TYPE_CLUSTER_CARD, nth)));
}

static guint
count_values (DvTestPage *self)
{
  return dv_list_get_length (dv_workshop_get_list (self->workshop, &dv_value_kind));
}

static void
act (DvTestPage *self,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL);
  dv_test_wait ();
}

/* A digit moves the word that has the focus, and the next one gets it. */
static void
test_moves_by_digit (void)
{
  DvTestPage self;
  GtkWidget *neighbour;

  dv_test_page_open (&self, create);
  g_assert_null (get_value (&self, "aardig"));
  neighbour = gtk_widget_get_next_sibling (get_chip (&self, "aardig"));
  gtk_widget_grab_focus (get_chip (&self, "aardig"));
  gtk_widget_activate_action (GTK_WIDGET (self.page), "order.move", "i", 1);
  dv_test_wait ();
  g_assert_true (get_value (&self, "aardig") == get_card_value (&self, 0));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self.window)) == neighbour);

  gtk_widget_grab_focus (get_chip (&self, "aardig"));
  act (&self, "order.remove");
  g_assert_null (get_value (&self, "aardig"));
  dv_test_page_close (&self);
}

static void
test_groups_and_promotes (void)
{
  DvTestPage self;
  DvItem *value;
  guint n, n_chosen;

  dv_test_page_open (&self, create);
  n = count_values (&self);
  n_chosen = dv_values_count_chosen (self.workshop);
  gtk_widget_grab_focus (get_chip (&self, "vrolijk"));
  act (&self, "order.group");
  g_assert_cmpuint (count_values (&self), ==, n + 1);
  value = get_value (&self, "vrolijk");
  g_assert_cmpstr (dv_item_get_string (value, DV_VALUE_NAME), ==, "Vrolijk");
  g_assert_false (dv_value_is_chosen (value));

  act (&self, "order.promote");
  g_assert_true (dv_value_is_chosen (value));
  g_assert_cmpuint (dv_values_count_chosen (self.workshop), ==, n_chosen + 1);
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpuint (count_values (&self), ==, n);
  dv_test_wait ();
  g_assert_null (get_value (&self, "vrolijk"));
  dv_test_page_close (&self);
}

static void
test_dissolves (void)
{
  DvTestPage self;
  GtkWidget *card = NULL;
  guint n;

  dv_test_page_open (&self, create);
  n = count_values (&self);
  gtk_widget_grab_focus (get_chip (&self, "blij"));
  act (&self, "order.group");
  for (guint i = 0; i <= n; i++)
    if (get_card_value (&self, i) == get_value (&self, "blij"))
      card = dv_test_find (GTK_WIDGET (self.page), DV_TYPE_CLUSTER_CARD, i);
  g_assert_true (gtk_widget_grab_focus (card));
  act (&self, "order.remove");
  g_assert_cmpuint (count_values (&self), ==, n);
  g_assert_null (get_value (&self, "blij"));
  g_assert_nonnull (strstr (self.said->str, "Blij"));
  dv_test_page_close (&self);
}

/* However many words there are, no more chips than fit the eye. */
static void
test_many_words (void)
{
  DvTestPage self;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (list, "woord %u\n", i);
  dv_test_page_open (&self, create);
  g_assert_true (dv_words_add_list (self.workshop, DV_SIDE_STAFF, list->str, NULL, NULL));
  dv_test_wait ();
  g_assert_nonnull (dv_test_find (GTK_WIDGET (self.page), DV_TYPE_WORD_CHIP, 100));
  g_assert_null (dv_test_find (GTK_WIDGET (self.page), DV_TYPE_WORD_CHIP, 400));
  dv_page_search (self.page, "woord 1999");
  g_assert_nonnull (get_chip (&self, "woord 1999"));
  dv_test_page_close (&self);
}

static void
test_names (void)
{
  DvTestPage self;

  dv_test_page_open (&self, create);
  dv_test_check_names (GTK_WIDGET (self.page));
  gtk_test_accessible_assert_role (get_chip (&self, "blij"), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (get_chip (&self, "blij"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "blij, residents 20, staff 0");
  gtk_test_accessible_assert_state (get_chip (&self, "blij"), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_nonnull (dv_page_get_buttons (self.page));
  dv_test_page_close (&self);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/order-page/moves-by-digit", test_moves_by_digit);
  g_test_add_func ("/order-page/groups-and-promotes", test_groups_and_promotes);
  g_test_add_func ("/order-page/dissolves", test_dissolves);
  g_test_add_func ("/order-page/many-words", test_many_words);
  g_test_add_func ("/order-page/names", test_names);

  return g_test_run ();
}
