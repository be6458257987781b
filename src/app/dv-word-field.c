/* dv-word-field.c
 *
 * Where key words are typed: whose, which word, and the sentence with it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-word-field"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-field.h"
#include "dv-side-glyph.h"
#include "dv-word-field.h"
#include "dv-words.h"

/* Enter adds and leaves the field ready for the next word; the side stays until
 * it is changed. With a word in hand (the previous one, or one from the list)
 * Enter saves it instead. A list that is pasted becomes one word a line. */

struct _DvWordField
{
  GtkWidget parent_instance;

  /* Template children */
  GtkToggleButton *resident_button;
  GtkToggleButton *staff_button;
  DvSideGlyph *glyph;
  GtkText *word_text;
  GtkButton *add_button;
  GtkLabel *add_label;
  GtkWidget *quote_box;
  GtkText *quote_text;

  /* Owned */
  DvSession *session;
  DvItem *edited;   /* nullable: the word in hand */
  DvItem *previous; /* nullable: the last that was typed here */
  GCancellable *cancellable;

  /* State */
  DvSide own_side; /* to go back to when the word in hand is put down */
};

G_DEFINE_FINAL_TYPE (DvWordField, dv_word_field, GTK_TYPE_WIDGET)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (GtkText *text)
{
  return gtk_editable_get_text (GTK_EDITABLE (text));
}

static void
set_text (GtkText    *text,
          const char *value)
{
  dv_entry_put (GTK_WIDGET (text), value);
  gtk_editable_set_position (GTK_EDITABLE (text), -1);
}

static DvWorkshop *
get_workshop (DvWordField *self)
{
  return dv_session_get_workshop (self->session);
}

static void
side_changed_cb (DvWordField *self)
{
  DvSide side = dv_session_get_side (self->session);

  gtk_toggle_button_set_active (side == DV_SIDE_STAFF ? self->staff_button : self->resident_button, TRUE);
  dv_side_glyph_set_side (self->glyph, side);
}

static void
side_toggled_cb (DvWordField *self)
{
  dv_session_set_side (self->session,
                       gtk_toggle_button_get_active (self->staff_button) ? DV_SIDE_STAFF : DV_SIDE_RESIDENT);
}

static void
update_button (DvWordField *self)
{
  g_autofree char *word = dv_trim (get_text (self->word_text));

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), *word != '\0');
  gtk_label_set_label (self->add_label, self->edited != NULL ? C_ ("words", "Save") : C_ ("words", "Add"));
}

static void
word_changed_cb (DvWordField *self)
{
  update_button (self);
}

static void
clear (DvWordField *self)
{
  if (self->edited != NULL)
    dv_session_set_side (self->session, self->own_side);
  g_clear_object (&self->edited);
  set_text (self->word_text, "");
  set_text (self->quote_text, "");
  gtk_widget_set_visible (self->quote_box, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->word_text));
  update_button (self);
}

static DvItem *
save_edited (DvWordField *self,
             const char  *word,
             const char  *quote)
{
  g_autoptr (DvGroup) group = dv_group_new (C_ ("undo", "Change word"), DV_ORIGIN_CONSOLE);

  dv_group_set_string (group, self->edited, DV_WORD_TEXT, word);
  dv_group_set_string (group, self->edited, DV_WORD_QUOTE, quote);
  dv_group_set_int (group, self->edited, DV_WORD_SIDE, (gint64) dv_session_get_side (self->session));

  return dv_session_apply (self->session, group) ? self->edited : NULL;
}

static DvItem *
add_word (DvWordField *self,
          const char  *word,
          const char  *quote)
{
  GError *error = NULL;
  DvItem *item = dv_words_add (get_workshop (self), dv_session_get_side (self->session), word, quote, &error);

  dv_session_check (self->session, item != NULL, &error);
  return item;
}

static gboolean
is_gone (DvWordField *self,
         DvItem      *item)
{
  return item == NULL || dv_workshop_find (get_workshop (self), dv_item_get_id (item)) != item;
}

static void
commit_cb (DvWordField *self)
{
  g_autofree char *word = dv_trim (get_text (self->word_text));
  g_autofree char *quote = dv_trim (get_text (self->quote_text));
  DvItem *item;

  if (*word == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->word_text));
      return;
    }
  if (is_gone (self, self->edited))
    g_clear_object (&self->edited);
  item = self->edited != NULL ? save_edited (self, word, quote) : add_word (self, word, quote);
  if (item == NULL)
    return;

  g_set_object (&self->previous, item);
  g_object_ref (item);
  clear (self);
  g_signal_emit (self, signals[ADDED], 0, item);
  g_object_unref (item);
}

static void
edit_previous (DvWordField *self)
{
  DvList *words = dv_workshop_get_list (get_workshop (self), &dv_word_kind);
  guint n_words = dv_list_get_length (words);

  if (is_gone (self, self->previous))
    {
      DvItem *last = n_words > 0 ? dv_list_get (words, n_words - 1) : NULL;

      g_set_object (&self->previous, last);
    }
  if (self->previous != NULL)
    dv_word_field_edit (self, self->previous);
}

static gboolean
word_key_cb (DvWordField          *self,
             guint                 keyval,
             guint                 keycode,
             GdkModifierType       state,
             GtkEventControllerKey *controller)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (state != 0)
    return FALSE;

  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab)
    {
      gtk_widget_set_visible (self->quote_box, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->quote_text));
      return TRUE;
    }
  if (keyval == GDK_KEY_Up && *get_text (self->word_text) == '\0')
    {
      edit_previous (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape && (self->edited != NULL || *get_text (self->word_text) != '\0'))
    {
      clear (self);
      return TRUE;
    }

  return FALSE;
}

/* Esc and ↑ lead back to the word; an empty sentence goes out of the way. */
static gboolean
quote_key_cb (DvWordField           *self,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              GtkEventControllerKey *controller)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_Up && !(keyval == GDK_KEY_ISO_Left_Tab && state == GDK_SHIFT_MASK))
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (self->word_text));
  gtk_editable_set_position (GTK_EDITABLE (self->word_text), -1);
  if (*get_text (self->quote_text) == '\0')
    gtk_widget_set_visible (self->quote_box, FALSE);

  return TRUE;
}

static void
take_text (DvWordField *self,
           const char  *text,
           gboolean     as_list)
{
  int position;

  if (!as_list && strchr (text, '\n') == NULL)
    {
      gtk_editable_delete_selection (GTK_EDITABLE (self->word_text));
      position = gtk_editable_get_position (GTK_EDITABLE (self->word_text));
      gtk_editable_insert_text (GTK_EDITABLE (self->word_text), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (self->word_text), position);
    }
  else
    dv_word_field_add_list (self, text);
}

/* An image on the clipboard, or nothing at all, is no reason to complain about
 * Ctrl+V; a button that does nothing is. */
static void
finish_reading (GObject      *source,
                GAsyncResult *result,
                DvWordField  *self,
                gboolean      as_list)
{
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->session != NULL && text != NULL)
    take_text (self, text, as_list);
  else if (self->session != NULL && as_list)
    dv_session_say (self->session, C_ ("words", "There is no text on the clipboard. Copy a list first."));
  g_object_unref (self);
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  finish_reading (source, result, DV_WORD_FIELD (data), FALSE);
}

static void
read_list_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  finish_reading (source, result, DV_WORD_FIELD (data), TRUE);
}

static void
paste_clipboard_cb (DvWordField *self)
{
  g_signal_stop_emission_by_name (self->word_text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 read_text_cb, g_object_ref (self));
}

static gboolean
dv_word_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DV_WORD_FIELD (widget)->word_text));
}

static void
dv_word_field_dispose (GObject *object)
{
  DvWordField *self = DV_WORD_FIELD (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->edited);
  g_clear_object (&self->previous);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_WORD_FIELD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_word_field_parent_class)->dispose (object);
}

static void
dv_word_field_class_init (DvWordFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_word_field_dispose;
  widget_class->grab_focus = dv_word_field_grab_focus;

  /**
   * DvWordField::added:
   * @self: the field
   * @word: the #DvItem that was added or changed, or the last of a list
   *
   * Says that what was typed is in the workshop.
   */
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_ITEM);

  g_type_ensure (DV_TYPE_SIDE_GLYPH);
  gtk_widget_class_set_css_name (widget_class, "wordfield");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-word-field.ui");
  gtk_widget_class_bind_template_child (widget_class, DvWordField, resident_button);
  gtk_widget_class_bind_template_child (widget_class, DvWordField, staff_button);
  gtk_widget_class_bind_template_child (widget_class, DvWordField, glyph);
  gtk_widget_class_bind_template_child (widget_class, DvWordField, word_text);
  gtk_widget_class_bind_template_child (widget_class, DvWordField, add_button);
  gtk_widget_class_bind_template_child (widget_class, DvWordField, add_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordField, quote_box);
  gtk_widget_class_bind_template_child (widget_class, DvWordField, quote_text);
  gtk_widget_class_bind_template_callback (widget_class, word_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, word_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, quote_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);
}

static void
dv_word_field_init (DvWordField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * dv_word_field_set_session:
 * @self: a field that has none yet
 * @session: where the words go and whose they are
 */
void
dv_word_field_set_session (DvWordField *self,
                           DvSession   *session)
{
  g_return_if_fail (DV_IS_WORD_FIELD (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::side", G_CALLBACK (side_changed_cb), self, G_CONNECT_SWAPPED);
  side_changed_cb (self);
  g_signal_connect_object (self->staff_button, "toggled", G_CALLBACK (side_toggled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dv_word_field_edit:
 * @self: a field
 * @word: the word to take in hand
 *
 * Puts the word and its sentence in the field; Enter saves it.
 */
void
dv_word_field_edit (DvWordField *self,
                    DvItem      *word)
{
  const char *quote;

  g_return_if_fail (DV_IS_WORD_FIELD (self));

  if (self->edited == NULL)
    self->own_side = dv_session_get_side (self->session);
  g_set_object (&self->edited, word);
  dv_session_set_side (self->session, (DvSide) dv_item_get_int (word, DV_WORD_SIDE));
  quote = dv_item_get_string (word, DV_WORD_QUOTE);
  set_text (self->word_text, dv_item_get_string (word, DV_WORD_TEXT));
  set_text (self->quote_text, quote);
  gtk_widget_set_visible (self->quote_box, *quote != '\0');
  gtk_widget_grab_focus (GTK_WIDGET (self->word_text));
  gtk_editable_select_region (GTK_EDITABLE (self->word_text), 0, -1);
  update_button (self);
}

/**
 * dv_word_field_paste:
 * @self: a field
 *
 * Adds the list that is on the clipboard, or says that there is none.
 */
void
dv_word_field_paste (DvWordField *self)
{
  g_return_if_fail (DV_IS_WORD_FIELD (self));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 read_list_cb, g_object_ref (self));
}

/**
 * dv_word_field_add_list:
 * @self: a field
 * @text: key words, one a line
 *
 * Adds them for the side that is chosen, as one step.
 */
void
dv_word_field_add_list (DvWordField *self,
                        const char  *text)
{
  GError *error = NULL;
  guint n_added = 0;
  g_autofree char *message = NULL;
  gboolean done;
  DvList *words;
  DvItem *last;

  g_return_if_fail (DV_IS_WORD_FIELD (self));

  done = dv_words_add_list (get_workshop (self), dv_session_get_side (self->session), text, &n_added, &error);
  if (!dv_session_check (self->session, done, &error))
    return;
  if (n_added == 0)
    {
      dv_session_say (self->session, C_ ("words", "There is no word in that list."));
      return;
    }

  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word added", "%u words added", n_added), n_added);
  dv_session_say_undo (self->session, message);
  words = dv_workshop_get_list (get_workshop (self), &dv_word_kind);
  last = dv_list_get (words, dv_list_get_length (words) - 1);
  g_set_object (&self->previous, last);
  g_signal_emit (self, signals[ADDED], 0, self->previous);
}
