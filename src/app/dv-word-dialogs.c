/* dv-word-dialogs.c
 *
 * Questions about key words: which wording stays, and how else to write one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-word-dialogs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-word-dialogs.h"

/* Each dialog keeps what it needs until it is answered; what it asks about may
 * be gone by then, undone from elsewhere, and is then left alone. */

typedef struct
{
  DvSession *session;
  GPtrArray *words; /* of DvItem */
  GPtrArray *choices; /* borrowed: a button for each of words, or empty */
  GtkEditable *entry; /* borrowed, nullable */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->session);
  g_ptr_array_unref (question->words);
  g_ptr_array_unref (question->choices);
  g_free (question);
}

static Question *
question_new (DvSession *session)
{
  Question *question = g_new0 (Question, 1);

  question->session = g_object_ref (session);
  question->words = g_ptr_array_new_with_free_func (g_object_unref);
  question->choices = g_ptr_array_new ();

  return question;
}

static gboolean
is_there (Question *question,
          DvItem   *word)
{
  return dv_workshop_find (dv_session_get_workshop (question->session), dv_item_get_id (word)) == word;
}

static AdwMessageDialog *
make_dialog (GtkWidget  *parent,
             const char *heading,
             const char *body,
             const char *label,
             Question   *question,
             GCallback   answered)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));

  adw_message_dialog_add_response (dialog, "cancel", C_ ("dialog", "_Cancel"));
  adw_message_dialog_add_response (dialog, "accept", label);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", answered, question, question_free, 0);

  return dialog;
}

static void
merge_answered_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   Question         *question)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *message = NULL;
  GError *error = NULL;
  DvItem *lead = NULL;

  if (g_strcmp0 (response, "accept") != 0)
    return;

  for (guint i = 0; i < question->words->len; i++)
    {
      DvItem *word = g_ptr_array_index (question->words, i);

      if (!is_there (question, word))
        continue;
      if (gtk_check_button_get_active (g_ptr_array_index (question->choices, i)))
        lead = word;
      else
        g_ptr_array_add (others, word);
    }
  if (lead == NULL || others->len == 0)
    return;
  if (!dv_session_check (question->session,
                         dv_words_merge (dv_session_get_workshop (question->session), lead, others, &error), &error))
    return;

  message = g_strdup_printf (C_ ("words", "Merged into “%s”"), dv_item_get_string (lead, DV_WORD_TEXT));
  dv_session_say_undo (question->session, message);
}

static GtkWidget *
make_choice (DvTerm    *term,
             GtkWidget *first)
{
  guint n = dv_term_get_count (term);
  g_autofree char *label = NULL;
  GtkWidget *choice;

  /* Translators: a key word, and how often it was given */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u time)", "%s (%u times)", n),
                           dv_term_get_text (term), n);
  choice = gtk_check_button_new_with_label (label);
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), GTK_CHECK_BUTTON (first));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);

  return choice;
}

static GtkWidget *
make_choices (Question  *question,
              GPtrArray *terms)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *first = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      GtkWidget *choice = make_choice (g_ptr_array_index (terms, i), first);

      first = first != NULL ? first : choice;
      g_ptr_array_add (question->words, g_object_ref (dv_term_get_lead (g_ptr_array_index (terms, i))));
      g_ptr_array_add (question->choices, choice);
      gtk_box_append (GTK_BOX (box), choice);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

/**
 * dv_word_dialogs_merge:
 * @parent: a widget in the window that asks
 * @session: the session
 * @terms: (element-type DvTerm): two or more terms, the most given first
 *
 * Asks which wording speaks for all, and merges.
 *
 * Returns: (transfer none): the dialog, presented
 */
GtkWindow *
dv_word_dialogs_merge (GtkWidget *parent,
                       DvSession *session,
                       GPtrArray *terms)
{
  Question *question = question_new (session);
  g_autofree char *heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge %u word?", "Merge %u words?",
                                                           terms->len),
                                              terms->len);
  AdwMessageDialog *dialog;

  dialog = make_dialog (parent, heading,
                        C_ ("words", "Which wording stays? The others are kept with it, with their sentences and counts."),
                        C_ ("words", "_Merge"), question, G_CALLBACK (merge_answered_cb));
  adw_message_dialog_set_extra_child (dialog, make_choices (question, terms));
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}

static void
reword_answered_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    Question         *question)
{
  g_autoptr (DvGroup) group = dv_group_new (C_ ("undo", "Change word"), DV_ORIGIN_CONSOLE);
  g_autofree char *text = dv_trim (gtk_editable_get_text (question->entry));

  if (g_strcmp0 (response, "accept") != 0 || *text == '\0')
    return;

  for (guint i = 0; i < question->words->len; i++)
    if (is_there (question, g_ptr_array_index (question->words, i)))
      dv_group_set_string (group, g_ptr_array_index (question->words, i), DV_WORD_TEXT, text);
  dv_session_apply (question->session, group);
}

/* What was merged keeps its own wording; that is what merging promises. */
static void
add_own_words (Question *question,
               DvTerm   *term)
{
  GListModel *items = dv_term_get_items (term);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (DvItem) item = g_list_model_get_item (items, i);

      if (*dv_item_get_string (item, DV_WORD_INTO) == '\0')
        g_ptr_array_add (question->words, g_object_ref (item));
    }
}

/**
 * dv_word_dialogs_reword:
 * @parent: a widget in the window that asks
 * @session: the session
 * @term: a term of several words
 *
 * Asks for another wording of all that was given under this one.
 *
 * Returns: (transfer none): the dialog, presented
 */
GtkWindow *
dv_word_dialogs_reword (GtkWidget *parent,
                        DvSession *session,
                        DvTerm    *term)
{
  Question *question = question_new (session);
  GtkWidget *entry = gtk_entry_new ();
  AdwMessageDialog *dialog;

  add_own_words (question, term);
  dialog = make_dialog (parent, C_ ("words", "Change the wording"),
                        C_ ("words", "For everyone who gave this word. Unfold it to change one of them."),
                        C_ ("dialog", "_Save"), question, G_CALLBACK (reword_answered_cb));
  question->entry = GTK_EDITABLE (entry);
  gtk_editable_set_text (question->entry, dv_term_get_text (term));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("words", "Key word"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}
