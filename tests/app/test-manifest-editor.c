/* test-manifest-editor.c
 *
 * The editor of the Manifest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-article-card.h"
#include "dv-clause-row.h"
#include "dv-field.h"
#include "dv-manifest-editor.h"
#include "dv-manifest-preview.h"
#include "dv-manifest.h"
#include "dv-test-page.h"

static GtkWidget *
get_card (DvTestPage *self,
          guint       nth)
{
  return dv_test_find (GTK_WIDGET (self->page), DV_TYPE_ARTICLE_CARD, nth);
}

static void
test_shows (void)
{
  DvTestPage self;

  dv_test_page_open (&self, dv_manifest_editor_new);
  g_assert_nonnull (get_card (&self, 0));
  g_assert_null (get_card (&self, 1));
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "Wij zijn eerlijk"));
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "1.1"));
  g_assert_cmpstr (dv_page_get_side_subtitle (self.page), ==, "A4, page 1 of 1");
  dv_test_check_names (GTK_WIDGET (self.page));
  dv_test_page_close (&self);
}

static void
test_adds (void)
{
  DvTestPage self;
  GtkWidget *card, *entry;

  dv_test_page_open (&self, dv_manifest_editor_new);
  card = get_card (&self, 0);
  dv_article_card_add_clause (DV_ARTICLE_CARD (card));
  dv_test_wait ();

  /* The example of this value that is not in the Manifest is offered. */
  g_assert_nonnull (dv_test_find_label (card, "Ik laat zien wat ik doe"));
  entry = dv_test_find (card, GTK_TYPE_ENTRY, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Wij luisteren eerst");
  g_signal_emit_by_name (entry, "activate");
  dv_test_wait ();
  g_assert_nonnull (dv_test_find_label (card, "1.2"));
  g_assert_nonnull (dv_test_find_label (card, "Wij luisteren eerst"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  dv_test_wait ();
  g_assert_null (dv_test_find_label (card, "Wij luisteren eerst"));
  dv_test_page_close (&self);
}

static void
test_edits (void)
{
  DvTestPage self;
  GtkWidget *row, *view;

  dv_test_page_open (&self, dv_manifest_editor_new);
  row = dv_test_find (GTK_WIDGET (self.page), DV_TYPE_CLAUSE_ROW, 0);
  dv_clause_row_edit (DV_CLAUSE_ROW (row));
  view = dv_test_find (row, GTK_TYPE_TEXT_VIEW, 0);
  g_assert_true (gtk_widget_has_focus (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Wij zijn open", -1);
  dv_field_commit (view);
  g_assert_cmpstr (dv_item_get_string (dv_test_get (self.workshop, "clause1"), DV_CLAUSE_TEXT), ==, "Wij zijn open");
  dv_test_page_close (&self);
}

/* Articles come and go with undo, in their place and with their number. */
static void
test_articles (void)
{
  DvTestPage self;
  GError *error = NULL;
  DvItem *article;

  dv_test_page_open (&self, dv_manifest_editor_new);
  article = dv_manifest_add_article (self.workshop, "Nabij", dv_test_get (self.workshop, "value1"),
                                     dv_test_get (self.workshop, "article2"), &error);
  g_assert_no_error (error);
  g_assert_true (dv_article_card_get_article (DV_ARTICLE_CARD (get_card (&self, 0))) == article);
  g_assert_nonnull (dv_test_find_label (get_card (&self, 1), "2.1"));

  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_null (get_card (&self, 1));
  g_assert_nonnull (dv_test_find_label (get_card (&self, 0), "1.1"));
  dv_test_page_close (&self);
}

/* A workshop without a Manifest offers to begin one. */
static void
test_empty (void)
{
  DvTestPage self;
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_CONSOLE);

  dv_test_page_open (&self, dv_manifest_editor_new);
  dv_group_remove (group, "manifest1");
  g_assert_true (dv_session_apply (self.session, group));
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "No Manifest yet"));

  gtk_widget_activate_action (GTK_WIDGET (self.page), "manifest.begin", NULL);
  g_assert_nonnull (dv_manifest_get (self.workshop));
  g_assert_nonnull (get_card (&self, 0));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  g_assert_nonnull (dv_test_find_label (GTK_WIDGET (self.page), "Wij zijn eerlijk"));
  dv_test_page_close (&self);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/manifest-editor/shows", test_shows);
  g_test_add_func ("/manifest-editor/adds", test_adds);
  g_test_add_func ("/manifest-editor/edits", test_edits);
  g_test_add_func ("/manifest-editor/articles", test_articles);
  g_test_add_func ("/manifest-editor/empty", test_empty);
  return g_test_run ();
}
