/* test-support-page.c
 *
 * The page on which the support for the articles is counted
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-manifest.h"
#include "dv-number-entry.h"
#include "dv-support-page.h"
#include "dv-support.h"
#include "dv-test-page.h"

/* Where the numbers of the first article are among those of the page: those of
 * the round itself come first. */
#define FIRST 3

static GtkWidget *
get_number (DvTestPage *self,
            guint       nth)
{
  GtkWidget *entry = dv_test_find (GTK_WIDGET (self->page), DV_TYPE_NUMBER_ENTRY, nth);

  g_assert_nonnull (entry);
  return entry;
}

static void
type (DvTestPage *self,
      guint       nth,
      const char *text)
{
  GtkWidget *entry = get_number (self, nth);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  dv_number_entry_commit (DV_NUMBER_ENTRY (entry));
  dv_test_wait ();
}

static void
act (DvTestPage *self,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL);
  dv_test_wait ();
}

/* From a new round to numbers the room may see, and back. */
static void
test_round (void)
{
  DvTestPage self;
  DvItem *round, *article;

  dv_test_page_open (&self, dv_support_page_new);
  act (&self, "support.add");
  round = dv_support_get_latest (self.workshop);
  article = dv_test_get (self.workshop, "article2");
  g_assert_true (round != dv_test_get (self.workshop, "support1"));

  type (&self, FIRST + DV_ANSWER_NOT, "6");
  type (&self, FIRST + DV_ANSWER_FULLY, "14");
  g_assert_cmpuint (dv_support_get_total (round, article, DV_ANSWER_NOT), ==, 6);
  g_assert_cmpuint (dv_support_get_total (round, article, DV_ANSWER_FULLY), ==, 14);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "70%"));

  /* The headline is counted until somebody words it. */
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_ENTRY, 0))),
                   ==, "The article has support");
  type (&self, 2, "75");
  g_assert_cmpint (dv_item_get_int (round, DV_SUPPORT_THRESHOLD), ==, 75);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_ENTRY, 0))),
                   ==, "The article has no support yet");

  g_assert_false (dv_support_is_revealed (round));
  act (&self, "support.reveal");
  g_assert_true (dv_support_is_revealed (round));
  act (&self, "support.reveal");
  g_assert_false (dv_support_is_revealed (round));

  dv_test_check_names (GTK_WIDGET (self.page));
  dv_test_page_close (&self);
}

/* What cannot be a count stays out, and what goes too far gives the old number
 * back. */
static void
test_wrong_numbers (void)
{
  DvTestPage self;
  DvItem *round, *article;
  GtkWidget *entry;
  int position = 0;

  dv_test_page_open (&self, dv_support_page_new);
  round = dv_test_get (self.workshop, "support1");
  article = dv_test_get (self.workshop, "article2");
  entry = get_number (&self, FIRST + DV_ANSWER_FULLY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12");

  gtk_editable_insert_text (GTK_EDITABLE (entry), "r-1", -1, &position);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12");

  type (&self, FIRST + DV_ANSWER_FULLY, "999999");
  g_assert_cmpuint (dv_support_get_total (round, article, DV_ANSWER_FULLY), ==, 12);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12");
  g_assert_cmpuint (self.said->len, >, 0);

  type (&self, FIRST + DV_ANSWER_FULLY, "");
  g_assert_cmpuint (dv_support_get_total (round, article, DV_ANSWER_FULLY), ==, 0);
  dv_test_page_close (&self);
}

/* Undo changes what is on screen, and takes the round away under the page. */
static void
test_undo (void)
{
  DvTestPage self;
  guint n_skipped;

  dv_test_page_open (&self, dv_support_page_new);
  act (&self, "support.add");
  type (&self, FIRST, "8");
  g_assert_true (dv_workshop_undo (self.workshop, &n_skipped));
  dv_test_wait ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_number (&self, FIRST))), ==, "");
  g_assert_true (dv_workshop_undo (self.workshop, &n_skipped));
  dv_test_wait ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_number (&self, FIRST + DV_ANSWER_FULLY))), ==, "12");

  act (&self, "support.remove");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_STACK, 0))),
                   ==, "no-rounds");
  g_assert_true (dv_manifest_remove_article (self.workshop, dv_test_get (self.workshop, "article2"), NULL));
  dv_test_wait ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_STACK, 0))),
                   ==, "no-articles");
  dv_test_page_close (&self);
}

/* What is being typed belongs to the round it was typed for. */
static void
test_other_round (void)
{
  DvTestPage self;
  DvItem *article;
  GtkWidget *entry;

  dv_test_page_open (&self, dv_support_page_new);
  article = dv_test_get (self.workshop, "article2");
  act (&self, "support.add");
  entry = get_number (&self, FIRST);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "7");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_DROP_DOWN, 0)), 0);
  dv_test_wait ();
  g_assert_cmpuint (dv_support_get_total (dv_support_get_latest (self.workshop), article, DV_ANSWER_NOT), ==, 7);
  g_assert_cmpuint (dv_support_get_total (dv_test_get (self.workshop, "support1"), article, DV_ANSWER_NOT), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_number (&self, FIRST + DV_ANSWER_FULLY))), ==, "12");
  dv_test_page_close (&self);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/support-page/round", test_round);
  g_test_add_func ("/support-page/wrong-numbers", test_wrong_numbers);
  g_test_add_func ("/support-page/undo", test_undo);
  g_test_add_func ("/support-page/other-round", test_other_round);

  return g_test_run ();
}
