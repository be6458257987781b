/* dv-test-page.c
 *
 * A page of the console in a window, driven as a person would
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-test-page.h"

#define WIDTH 1110
#define HEIGHT 720

void
dv_test_page_init (int    *argc,
                   char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

static void
say_cb (DvSession  *session,
        const char *text,
        gboolean    undo,
        GString    *said)
{
  g_string_append_printf (said, "%s\n", text);
}

/* Fills @self with the sample workshop and the page that @create makes, shown
 * in a window with its side column. */
void
dv_test_page_open (DvTestPage *self,
                   DvPage     *(*create) (DvSession *session))
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->workshop = dv_test_workshop_new ();
  self->session = dv_session_new (self->workshop);
  self->said = g_string_new (NULL);
  g_signal_connect (self->session, "say", G_CALLBACK (say_cb), self->said);
  self->page = g_object_ref_sink (create (self->session));
  self->window = adw_window_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  if (dv_page_get_side (self->page) != NULL)
    gtk_box_append (GTK_BOX (box), dv_page_get_side (self->page));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  dv_page_enter (self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  dv_test_wait ();
}

/* Closes the window; the page must go with it, and the session after that. */
void
dv_test_page_close (DvTestPage *self)
{
  GtkWidget *box = adw_window_get_content (ADW_WINDOW (self->window));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  gtk_window_destroy (GTK_WINDOW (self->window));
  dv_test_wait ();
  g_assert_finalize_object (self->page);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->workshop);
  g_string_free (self->said, TRUE);
}

static gboolean
waited_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets everything that was asked for happen: frames are drawn, idles are run,
 * and what is put off for a moment is done. */
void
dv_test_wait (void)
{
  gboolean waited = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, 250, waited_cb, &waited, NULL);
  while (!waited)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type,
      guint     *nth)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*nth)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, nth);

  return found;
}

/* The @nth widget of the type @type in @root, in the order of the tree. */
GtkWidget *
dv_test_find (GtkWidget *root,
              GType      type,
              guint      nth)
{
  return find (root, type, &nth);
}

/* The label in @root that shows @text, %NULL when there is none on screen. */
GtkWidget *
dv_test_find_label (GtkWidget  *root,
                    const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = dv_test_find_label (child, text);

  return found;
}

static gboolean
has_text (GtkWidget *button)
{
  return gtk_button_get_label (GTK_BUTTON (button)) != NULL ||
         dv_test_find (button, GTK_TYPE_LABEL, 0) != NULL ||
         gtk_widget_get_tooltip_text (button) != NULL ||
         gtk_widget_get_tooltip_text (gtk_widget_get_parent (button)) != NULL; /* of a menu button */
}

/* Every button can be told by a screen reader. */
void
dv_test_check_names (GtkWidget *root)
{
  /* It is one control, worked with the arrows. */
  if (GTK_IS_SPIN_BUTTON (root))
    return;
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) && gtk_widget_get_focusable (root) && !has_text (root))
    g_error ("a button in a %s has no name", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    dv_test_check_names (child);
}
