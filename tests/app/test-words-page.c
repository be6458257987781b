/* test-words-page.c
 *
 * Collecting key words
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-side-glyph.h"
#include "dv-term-list.h"
#include "dv-test-page.h"
#include "dv-word-dialogs.h"
#include "dv-word-field.h"
#include "dv-words-page.h"
#include "dv-words.h"

static GtkWidget *
get_field (DvTestPage *self)
{
  return dv_test_find (GTK_WIDGET (self->page), DV_TYPE_WORD_FIELD, 0);
}

static GtkWidget *
get_text (DvTestPage *self,
          guint       nth)
{
  return dv_test_find (get_field (self), GTK_TYPE_TEXT, nth);
}

static GtkSelectionModel *
get_selection (DvTestPage *self)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (dv_test_find (GTK_WIDGET (self->page), GTK_TYPE_LIST_VIEW, 0)));
}

static void
type_word (DvTestPage *self,
           const char *word,
           const char *quote)
{
  gtk_editable_set_text (GTK_EDITABLE (get_text (self, 0)), word);
  gtk_editable_set_text (GTK_EDITABLE (get_text (self, 1)), quote);
  g_signal_emit_by_name (get_text (self, 0), "activate");
}

static DvItem *
get_last (DvTestPage *self)
{
  DvList *words = dv_workshop_get_list (self->workshop, &dv_word_kind);

  return dv_list_get (words, dv_list_get_length (words) - 1);
}

static guint
count_words (DvTestPage *self)
{
  return dv_list_get_length (dv_workshop_get_list (self->workshop, &dv_word_kind));
}

static void
select_only (DvTestPage *self,
             const char *text,
             gboolean    alone)
{
  GtkSelectionModel *selection = get_selection (self);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (selection), i);
      g_autoptr (GObject) object = gtk_tree_list_row_get_item (row);

      if (DV_IS_TERM (object) && g_strcmp0 (dv_term_get_text (DV_TERM (object)), text) == 0)
        {
          gtk_selection_model_select_item (selection, i, alone);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_typing_adds (void)
{
  DvTestPage self;
  guint n;

  dv_test_page_open (&self, dv_words_page_new);
  n = count_words (&self);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "words.side", "i", DV_SIDE_STAFF);
  type_word (&self, "  dienstbaar ", "Wij zijn er voor u.");
  g_assert_cmpuint (count_words (&self), ==, n + 1);
  g_assert_cmpstr (dv_item_get_string (get_last (&self), DV_WORD_TEXT), ==, "dienstbaar");
  g_assert_cmpstr (dv_item_get_string (get_last (&self), DV_WORD_QUOTE), ==, "Wij zijn er voor u.");
  g_assert_cmpint (dv_item_get_int (get_last (&self), DV_WORD_SIDE), ==, DV_SIDE_STAFF);

  /* The field is ready for the next word of the same side. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_text (&self, 0))), ==, "");
  g_assert_cmpint (dv_session_get_side (self.session), ==, DV_SIDE_STAFF);

  /* Nothing typed, nothing added; a word that is too long stays to be mended. */
  type_word (&self, "   ", "");
  g_assert_cmpuint (count_words (&self), ==, n + 1);
  type_word (&self, "een woord dat zo lang is dat het geen woord meer is maar een verhaal dat niemand op een kaart krijgt", "");
  g_assert_cmpuint (count_words (&self), ==, n + 1);
  g_assert_cmpuint (self.said->len, >, 0);
  g_assert_cmpuint (strlen (gtk_editable_get_text (GTK_EDITABLE (get_text (&self, 0)))), >, 80);
  dv_test_page_close (&self);
}

static void
test_edits_previous (void)
{
  DvTestPage self;
  guint n;

  dv_test_page_open (&self, dv_words_page_new);
  type_word (&self, "behulpzam", "");
  n = count_words (&self);
  dv_word_field_edit (DV_WORD_FIELD (get_field (&self)), get_last (&self));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_text (&self, 0))), ==, "behulpzam");
  gtk_editable_set_text (GTK_EDITABLE (get_text (&self, 0)), "behulpzaam");
  g_signal_emit_by_name (get_text (&self, 0), "activate");
  g_assert_cmpuint (count_words (&self), ==, n);
  g_assert_cmpstr (dv_item_get_string (get_last (&self), DV_WORD_TEXT), ==, "behulpzaam");
  dv_test_page_close (&self);
}

/* A list is one step of undo, and what it leaves is as it was. */
static void
test_pastes_list (void)
{
  DvTestPage self;
  guint n;

  dv_test_page_open (&self, dv_words_page_new);
  n = count_words (&self);
  dv_word_field_add_list (DV_WORD_FIELD (get_field (&self)), "snel\n\n- warm\nrechtvaardig; Gelijk is gelijk.\n");
  g_assert_cmpuint (count_words (&self), ==, n + 3);
  g_assert_cmpstr (dv_item_get_string (get_last (&self), DV_WORD_QUOTE), ==, "Gelijk is gelijk.");
  g_assert_nonnull (strstr (self.said->str, "3"));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpuint (count_words (&self), ==, n);
  dv_test_page_close (&self);
}

static void
answer (const char *response)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      {
        adw_message_dialog_response (l->data, response);
        return;
      }
  g_assert_not_reached ();
}

static void
test_merges (void)
{
  DvTestPage self;
  DvItem *word;

  dv_test_page_open (&self, dv_words_page_new);
  type_word (&self, "op tijd zijn", "");
  type_word (&self, "op tijd zijn", "");
  type_word (&self, "stipt", "Half tien is half tien.");
  word = get_last (&self);
  select_only (&self, "op tijd zijn", TRUE);
  select_only (&self, "stipt", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "words.merge", NULL);
  dv_test_wait ();
  answer ("accept");
  dv_test_wait ();
  g_assert_cmpstr (dv_item_get_string (word, DV_WORD_INTO), !=, "");
  g_assert_cmpstr (dv_item_get_string (word, DV_WORD_QUOTE), ==, "Half tien is half tien.");

  select_only (&self, "op tijd zijn", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "words.unmerge", NULL);
  g_assert_cmpstr (dv_item_get_string (word, DV_WORD_INTO), ==, "");
  dv_test_page_close (&self);
}

static gboolean
press (GtkWidget  *root,
       const char *label)
{
  GtkWidget *found = dv_test_find_label (root, label);
  GtkWidget *button = found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;

  if (button == NULL)
    return FALSE;
  g_signal_emit_by_name (button, "clicked");
  dv_test_wait ();
  return TRUE;
}

/* A proposal changes nothing until somebody says so. */
static void
test_proposes (void)
{
  DvTestPage self;
  DvItem *word;

  dv_test_page_open (&self, dv_words_page_new);
  while (press (GTK_WIDGET (self.page), "Not now") && dv_test_find_label (GTK_WIDGET (self.page), "same word") != NULL)
    ;
  type_word (&self, "kaders", "");
  type_word (&self, "kaders", "");
  type_word (&self, "kader", "");
  word = get_last (&self);
  dv_test_wait ();
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "“kaders” and “kader”"));
  g_assert_cmpstr (dv_item_get_string (word, DV_WORD_INTO), ==, "");
  g_assert_true (press (GTK_WIDGET (self.page), "Merge"));
  g_assert_cmpstr (dv_item_get_string (word, DV_WORD_INTO), !=, "");
  dv_test_page_close (&self);
}

static void
test_changes (void)
{
  DvTestPage self;
  DvItem *word;
  guint n;

  dv_test_page_open (&self, dv_words_page_new);
  type_word (&self, "kordaat", "");
  word = get_last (&self);
  n = count_words (&self);
  select_only (&self, "kordaat", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "words.swap-side", NULL);
  g_assert_cmpint (dv_item_get_int (word, DV_WORD_SIDE), ==, DV_SIDE_STAFF);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "words.more", NULL);
  g_assert_cmpint (dv_item_get_int (word, DV_WORD_COUNT), ==, 2);
  select_only (&self, "kordaat", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "words.fewer", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "words.fewer", NULL);
  g_assert_cmpint (dv_item_get_int (word, DV_WORD_COUNT), ==, 1);
  select_only (&self, "kordaat", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "words.remove", NULL);
  g_assert_cmpuint (count_words (&self), ==, n - 1);
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_cmpuint (count_words (&self), ==, n);
  dv_test_page_close (&self);
}

static void
test_searches (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_words_page_new);
  type_word (&self, "kordaat", "Doorpakken als het moet.");
  dv_page_search (self.page, "DOORPAKKEN");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (&self))), ==, 1);
  dv_page_search (self.page, "geen enkel woord");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (&self))), ==, 0);
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "No word"));
  dv_page_search (self.page, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (&self))), >, 1);
  dv_test_page_close (&self);
}

/* One word that climbs is one that moves; the ranking stays in order. */
static void
test_ranking (void)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (DvTermList) terms = NULL;
  GListModel *model;

  g_assert_true (dv_words_add_list (workshop, DV_SIDE_RESIDENT, "a\t5\nb\t4\nc\t3\nd\t1\n", NULL, NULL));
  terms = dv_term_list_new (workshop);
  model = G_LIST_MODEL (terms);
  for (guint i = 0; i < 6; i++)
    g_assert_nonnull (dv_words_add (workshop, DV_SIDE_STAFF, "d", NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 4);
  g_assert_cmpstr (dv_term_get_text (dv_term_list_get (terms, 0)), ==, "d");
  g_assert_cmpuint (dv_term_get_residents (dv_term_list_get (terms, 0)), ==, 1);
  g_assert_cmpuint (dv_term_get_staff (dv_term_list_get (terms, 0)), ==, 6);
  g_assert_cmpuint (dv_term_list_get_residents (terms), ==, 13);
  for (guint i = 0; i < 6; i++)
    g_assert_true (dv_workshop_undo (workshop, NULL));
  g_assert_cmpstr (dv_term_get_text (dv_term_list_get (terms, 3)), ==, "d");
  for (guint i = 1; i < 4; i++)
    g_assert_cmpuint (dv_term_get_count (dv_term_list_get (terms, i - 1)), >=,
                      dv_term_get_count (dv_term_list_get (terms, i)));
}

static void
test_names (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_words_page_new);
  dv_test_check_names (GTK_WIDGET (self.page));
  gtk_test_accessible_assert_property (get_text (&self, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Key word");
  gtk_test_accessible_assert_role (get_text (&self, 0), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (dv_test_find (GTK_WIDGET (self.page), GTK_TYPE_LIST_VIEW, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Key words, most given first");
  dv_test_page_close (&self);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/words-page/typing-adds", test_typing_adds);
  g_test_add_func ("/words-page/edits-previous", test_edits_previous);
  g_test_add_func ("/words-page/pastes-list", test_pastes_list);
  g_test_add_func ("/words-page/merges", test_merges);
  g_test_add_func ("/words-page/proposes", test_proposes);
  g_test_add_func ("/words-page/changes", test_changes);
  g_test_add_func ("/words-page/searches", test_searches);
  g_test_add_func ("/words-page/ranking", test_ranking);
  g_test_add_func ("/words-page/names", test_names);

  return g_test_run ();
}
