/* test-stage-column.c
 *
 * The side column: what the facilitator does is what the room sees
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-choosing.h"
#include "dv-flip-dialog.h"
#include "dv-headline-popover.h"
#include "dv-join-card.h"
#include "dv-join-dialog.h"
#include "dv-notes.h"
#include "dv-scene-picker.h"
#include "dv-reveal.h"
#include "dv-stage-column.h"
#include "dv-stage-preview.h"
#include "dv-support.h"
#include "dv-test-page.h"
#include "dv-test-workshop.h"

typedef struct
{
  DvWorkshop *workshop;
  DvSession *session;
  DvStage *stage;
  GtkWidget *column;
  GtkWidget *window;
} DvFixture;

/* A column beside an activity of @page about the first value. */
static void
open_column (DvFixture  *self,
             const char *page)
{
  self->workshop = dv_test_workshop_new ();
  dv_test_insert (self->workshop, "activity", "activity2", "step1", "title", "Nu", "page", page, NULL);
  self->session = dv_session_new (self->workshop);
  self->stage = dv_session_get_stage (self->session);
  dv_session_set_value (self->session, dv_test_get (self->workshop, "value1"));
  dv_session_set_activity (self->session, dv_test_get (self->workshop, "activity2"));
  self->column = g_object_ref_sink (dv_stage_column_new ());
  dv_stage_column_set_session (DV_STAGE_COLUMN (self->column), self->session);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 288, 720);
  gtk_window_set_child (GTK_WINDOW (self->window), self->column);
  gtk_window_present (GTK_WINDOW (self->window));
  dv_test_wait ();
}

static void
close_column (DvFixture *self)
{
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  dv_test_wait ();
  g_assert_finalize_object (self->column);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->workshop);
}

/* The stage looks at the workshop now and then; do not wait for it. */
static void
refresh (DvFixture *self)
{
  dv_stage_refresh (self->stage);
  dv_test_wait ();
}

static GtkWidget *
find_button (DvFixture  *self,
             const char *text)
{
  GtkWidget *label = dv_test_find_label (self->column, text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

static void
click (DvFixture  *self,
       const char *text)
{
  g_signal_emit_by_name (find_button (self, text), "clicked");
  dv_test_wait ();
}

/* --- Tests -------------------------------------------------------------------- */

static void
test_freeze (void)
{
  DvFixture self;
  guint n;

  open_column (&self, "behaviours");
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_BEHAVIOURS);
  n = dv_stage_get_slide (self.stage)->items->len;

  click (&self, "Freeze");
  g_assert_true (dv_stage_is_frozen (self.stage));
  /* Before anything waits, too. */
  g_assert_nonnull (dv_test_find_label (self.column, "Frozen"));
  dv_test_insert (self.workshop, "behaviour", "example9", "value1", "text", "Ik wacht", NULL);
  refresh (&self);
  g_assert_cmpuint (dv_stage_get_slide (self.stage)->items->len, ==, n);
  g_assert_nonnull (dv_test_find_label (self.column, "1 new waiting"));

  click (&self, "Go on");
  g_assert_cmpuint (dv_stage_get_slide (self.stage)->items->len, ==, n + 1);
  g_assert_nonnull (dv_test_find_label (self.column, "Freeze"));
  close_column (&self);
}

/* The room sees nothing, the facilitator what it will see. */
static void
test_black (void)
{
  DvFixture self;
  GtkWidget *preview;
  DvSlideView *view;

  open_column (&self, "behaviours");
  preview = dv_test_find (self.column, DV_TYPE_STAGE_PREVIEW, 0);
  view = dv_stage_preview_get_view (DV_STAGE_PREVIEW (preview));
  click (&self, "Black");
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_BLANK);
  g_assert_cmpint (dv_slide_view_get_slide (view)->kind, ==, DV_SLIDE_BEHAVIOURS);
  g_assert_cmpstr (dv_stage_column_get_subtitle (DV_STAGE_COLUMN (self.column)), ==, "Black");

  click (&self, "F7");
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_BEHAVIOURS);
  close_column (&self);
}

static void
test_spotlight (void)
{
  DvFixture self;
  GtkWidget *preview;
  DvSlideView *view;

  open_column (&self, "behaviours");
  preview = dv_test_find (self.column, DV_TYPE_STAGE_PREVIEW, 0);
  view = dv_stage_preview_get_view (DV_STAGE_PREVIEW (preview));
  g_signal_emit_by_name (view, "clicked", "example1");
  g_assert_cmpstr (dv_stage_get_slide (self.stage)->spotlight, ==, "example1");
  g_signal_emit_by_name (view, "clicked", "example1");
  g_assert_null (dv_stage_get_slide (self.stage)->spotlight);

  g_signal_emit_by_name (view, "clicked", "example4");
  g_signal_emit_by_name (view, "clicked", NULL);
  g_assert_null (dv_stage_get_slide (self.stage)->spotlight);
  close_column (&self);
}

static void
pick (GtkWidget  *picker,
      const char *text)
{
  GtkWidget *label, *row, *list = dv_test_find (picker, GTK_TYPE_LIST_BOX, 0);

  gtk_popover_popup (GTK_POPOVER (picker));
  dv_test_wait ();
  label = dv_test_find_label (list, text);
  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (list, "row-activated", row);
  dv_test_wait ();
}

static void
test_picker (void)
{
  DvFixture self;
  GtkWidget *picker;

  open_column (&self, "behaviours");
  picker = dv_test_find (self.column, DV_TYPE_SCENE_PICKER, 0);
  pick (picker, "Can the back row");
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_TEST);
  g_assert_false (dv_stage_is_following (self.stage));
  g_assert_nonnull (dv_test_find_label (self.column, "Can the back row"));

  pick (picker, "Follow the programme");
  g_assert_true (dv_stage_is_following (self.stage));
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_BEHAVIOURS);
  close_column (&self);
}

static void
test_headline (void)
{
  DvFixture self;
  GtkWidget *popover, *entry;
  g_autofree char *computed = NULL;

  open_column (&self, "words");
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_WORDS);
  computed = g_strdup (dv_stage_get_slide (self.stage)->title);
  popover = dv_test_find (self.column, DV_TYPE_HEADLINE_POPOVER, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
  dv_test_wait ();
  entry = dv_test_find (popover, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Dit delen we");
  gtk_popover_popdown (GTK_POPOVER (popover));
  dv_test_wait ();
  refresh (&self);
  g_assert_cmpstr (dv_stage_get_slide (self.stage)->title, ==, "Dit delen we");

  g_assert_true (dv_workshop_undo (self.workshop, NULL));
  refresh (&self);
  g_assert_cmpstr (dv_stage_get_slide (self.stage)->title, ==, computed);
  close_column (&self);
}

/* Who reveals the answers while the room looks at the question sees them come. */
static void
test_reveal_support (void)
{
  DvFixture self;
  DvItem *round;

  open_column (&self, "support");
  round = dv_support_get_latest (self.workshop);
  g_assert_true (dv_support_set_revealed (self.workshop, round, FALSE, NULL));
  refresh (&self);
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_QUESTION);

  click (&self, "Reveal the answers");
  refresh (&self);
  g_assert_true (dv_support_is_revealed (round));
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_SUPPORT);
  g_assert_false (dv_stage_column_reveal (DV_STAGE_COLUMN (self.column)));

  /* What was put on the projector on purpose stays there. */
  g_assert_true (dv_support_set_revealed (self.workshop, round, FALSE, NULL));
  dv_stage_show (self.stage, &(DvCue) { .kind = DV_SLIDE_HOUSE });
  g_assert_true (dv_reveal_support (self.session, round, TRUE));
  refresh (&self);
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_HOUSE);
  close_column (&self);
}

static void
test_reveal (void)
{
  DvFixture self;
  g_autoptr (GPtrArray) items = NULL;
  GError *error = NULL;

  open_column (&self, "choose");
  items = dv_test_list (self.workshop, "example1 example2");
  g_assert_true (dv_choosing_set_shortlist (self.workshop, items, TRUE, &error));
  refresh (&self);
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_SHORTLIST);

  click (&self, "Reveal the dots");
  refresh (&self);
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_REVEAL);
  g_assert_false (gtk_widget_get_visible (find_button (&self, "Reveal the dots")));
  g_assert_false (dv_stage_column_reveal (DV_STAGE_COLUMN (self.column)));
  close_column (&self);
}

/* A sheet is written, shown, removed and back again. */
static void
test_flip (void)
{
  DvFixture self;
  DvList *sheets;
  DvFlipDialog *dialog;
  guint n;

  open_column (&self, "behaviours");
  sheets = dv_workshop_get_list (self.workshop, &dv_flip_kind);
  n = dv_list_get_length (sheets);
  dialog = dv_flip_dialog_new (GTK_WINDOW (self.window), self.session);
  gtk_window_present (GTK_WINDOW (dialog));
  dv_flip_dialog_add (dialog);
  g_assert_cmpuint (dv_list_get_length (sheets), ==, n + 1);
  gtk_editable_set_text (GTK_EDITABLE (dv_test_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, 0)), "Afspraken");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "flip.show", NULL);
  dv_test_wait ();
  g_assert_cmpint (dv_stage_get_slide (self.stage)->kind, ==, DV_SLIDE_FLIP);
  g_assert_cmpstr (dv_stage_get_slide (self.stage)->title, ==, "Afspraken");

  gtk_widget_activate_action (GTK_WIDGET (dialog), "flip.remove", NULL);
  g_assert_cmpuint (dv_list_get_length (sheets), ==, n);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "flip.undo", NULL);
  g_assert_cmpuint (dv_list_get_length (sheets), ==, n + 1);
  g_assert_cmpstr (dv_item_get_string (dv_list_get (sheets, n), DV_FLIP_TITLE), ==, "Afspraken");
  gtk_window_destroy (GTK_WINDOW (dialog));
  dv_test_wait ();
  close_column (&self);
}

static void
type (GtkWidget  *dialog,
      guint       nth,
      const char *text)
{
  GtkWidget *row = dv_test_find (dialog, ADW_TYPE_ENTRY_ROW, nth);
  int position = 0;

  gtk_editable_insert_text (gtk_editable_get_delegate (GTK_EDITABLE (row)), text, -1, &position);
}

/* What is filled in is on the card, and roles of five and more alone. */
static void
test_join (void)
{
  DvFixture self;
  DvJoinDialog *dialog;
  GtkWidget *card;

  open_column (&self, "behaviours");
  card = dv_test_find (self.column, DV_TYPE_JOIN_CARD, 0);
  g_assert_nonnull (dv_test_find_label (card, "How people join"));
  g_assert_nonnull (dv_test_find_label (card, "13 take part"));
  g_assert_nonnull (dv_test_find_label (card, "8"));

  dialog = dv_join_dialog_new (GTK_WINDOW (self.window), self.session);
  gtk_window_present (GTK_WINDOW (dialog));
  type (GTK_WIDGET (dialog), 2, "10.42.0.1:8080");
  type (GTK_WIDGET (dialog), 3, "k7m-4rp0");
  gtk_window_close (GTK_WINDOW (dialog));
  dv_test_wait ();
  g_assert_cmpstr (dv_item_get_string (dv_workshop_get_root (self.workshop), DV_WORKSHOP_JOIN_CODE), ==, "K7M4RP");
  g_assert_nonnull (dv_test_find_label (card, "K7M4RP"));
  g_assert_nonnull (dv_test_find_label (card, "10.42.0.1:8080"));
  close_column (&self);
}

static void
test_bold (void)
{
  DvFixture self;
  GtkWidget *notes, *view;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *bold = NULL;
  g_autofree char *plain = NULL;

  open_column (&self, "behaviours");
  notes = dv_test_find (self.column, DV_TYPE_NOTES, 0);
  view = dv_test_find (notes, GTK_TYPE_TEXT_VIEW, 0);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, "Zeg het hardop", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 10);
  gtk_text_buffer_place_cursor (buffer, &start);

  gtk_widget_activate_action (notes, "notes.bold", NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  bold = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (bold, ==, "Zeg het *hardop*");
  gtk_widget_activate_action (notes, "notes.bold", NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  plain = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (plain, ==, "Zeg het hardop");
  close_column (&self);
}

static void
test_names (void)
{
  DvFixture self;

  open_column (&self, "behaviours");
  dv_test_check_names (self.column);
  close_column (&self);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);

  g_test_add_func ("/stage-column/freeze", test_freeze);
  g_test_add_func ("/stage-column/black", test_black);
  g_test_add_func ("/stage-column/spotlight", test_spotlight);
  g_test_add_func ("/stage-column/picker", test_picker);
  g_test_add_func ("/stage-column/headline", test_headline);
  g_test_add_func ("/stage-column/reveal", test_reveal);
  g_test_add_func ("/stage-column/reveal-support", test_reveal_support);
  g_test_add_func ("/stage-column/flip", test_flip);
  g_test_add_func ("/stage-column/join", test_join);
  g_test_add_func ("/stage-column/bold", test_bold);
  g_test_add_func ("/stage-column/names", test_names);
  return g_test_run ();
}
