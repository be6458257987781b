/* test-field.c
 *
 * Fields on screen: what is typed is saved, once, and can be taken back
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-change.h"
#include "dv-field.h"
#include "dv-test-page.h"

typedef struct
{
  DvWorkshop *workshop;
  DvSession *session;
  DvItem *value;
  GtkWidget *entry;
  GtkWidget *other;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->workshop = dv_test_workshop_new ();
  self->session = dv_session_new (self->workshop);
  self->value = dv_test_get (self->workshop, "value1");
  self->entry = gtk_entry_new ();
  self->other = gtk_entry_new ();
  self->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (box), self->other);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  dv_field_bind (self->entry, self->session, self->value, DV_VALUE_NAME, "Rename");
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  dv_test_wait ();
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->workshop);
}

static const char *
get_name (Fixture *self)
{
  return dv_item_get_string (self->value, DV_VALUE_NAME);
}

static void
test_saves (Fixture      *self,
            gconstpointer data)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, "Nabij");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "  Dichtbij ");
  g_assert_cmpstr (get_name (self), ==, "Nabij");
  dv_field_commit (self->entry);
  g_assert_cmpstr (get_name (self), ==, "Dichtbij");
}

static void
test_one_step (Fixture      *self,
               gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "Dicht");
  dv_field_commit (self->entry);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "Dichtbij");
  dv_field_commit (self->entry);
  g_assert_cmpstr (get_name (self), ==, "Dichtbij");

  g_assert_true (dv_workshop_undo (self->workshop, NULL));
  g_assert_cmpstr (get_name (self), ==, "Nabij");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, "Nabij");
  g_assert_null (dv_workshop_get_undo_label (self->workshop));
  g_assert_true (dv_workshop_redo (self->workshop, NULL));
  g_assert_cmpstr (get_name (self), ==, "Dichtbij");
}

static void
test_follows (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_ROOM);

  dv_group_set_string (group, self->value, DV_VALUE_NAME, "Buurt");
  g_assert_true (dv_session_apply (self->session, group));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, "Buurt");
}

/* A name may not be empty: the old one stays. */
static void
test_required (Fixture      *self,
               gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "   ");
  dv_field_commit (self->entry);
  g_assert_cmpstr (get_name (self), ==, "Nabij");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, "Nabij");
}

static void
test_removed (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_ROOM);

  dv_group_remove (group, "value1");
  g_assert_true (dv_session_apply (self->session, group));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "Te laat");
  dv_field_commit (self->entry);
  g_assert_null (dv_workshop_find (self->workshop, "value1"));
}

/* What was typed just before the window goes is not lost. */
static void
test_unmap (Fixture      *self,
            gconstpointer data)
{
  dv_test_wait ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "Op het laatst");
  gtk_widget_set_visible (self->window, FALSE);
  g_assert_cmpstr (get_name (self), ==, "Op het laatst");
}

/* What the view hides is not lost when the focus leaves. */
static void
test_hidden (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (gtk_text_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, NULL);
  GtkTextIter start, end;

  dv_field_bind (view, self->session, self->value, DV_VALUE_MEANING, "Edit");
  gtk_text_buffer_set_text (buffer, "*Alle* inwoners", -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 1);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  dv_field_commit (view);
  g_assert_cmpstr (dv_item_get_string (self->value, DV_VALUE_MEANING), ==, "*Alle* inwoners");
  g_assert_finalize_object (view);
}

static void
said_cb (GString    *said,
         const char *text,
         gboolean    may_undo)
{
  g_string_append (said, text);
}

/* The operation stands among the arguments, as it does all over the window. */
static void
test_says_why (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GString) said = g_string_new (NULL);
  DvItem *step = dv_test_get (self->workshop, "step1");
  GError *error = NULL;

  g_signal_connect_swapped (self->session, "say", G_CALLBACK (said_cb), said);
  g_assert_false (dv_session_check (self->session,
                                    dv_change_string (self->workshop, step, DV_STEP_START, "99:99", "Start", &error),
                                    &error));
  g_assert_cmpuint (said->len, >, 0);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);
  g_test_add ("/field/saves", Fixture, NULL, set_up, test_saves, tear_down);
  g_test_add ("/field/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/field/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/field/required", Fixture, NULL, set_up, test_required, tear_down);
  g_test_add ("/field/removed", Fixture, NULL, set_up, test_removed, tear_down);
  g_test_add ("/field/unmap", Fixture, NULL, set_up, test_unmap, tear_down);
  g_test_add ("/field/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/field/says-why", Fixture, NULL, set_up, test_says_why, tear_down);
  return g_test_run ();
}
