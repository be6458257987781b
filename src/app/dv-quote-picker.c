/* dv-quote-picker.c
 *
 * The quote of a value, and choosing another among what was said
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-quote-picker"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-kinds.h"
#include "dv-quote-picker.h"
#include "dv-side-glyph.h"

/* A flat button that reads as the quote and opens the sentences that came with
 * the key words of the value. Hidden when there is nothing to read or choose. */

/* A list that nobody reads to the end is no help. */
#define MAX_QUOTES 200

struct _DvQuotePicker
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *button;
  GtkPopover *popover;
  GtkLabel *label;
  GtkListBox *list;

  /* Owned */
  DvSession *session; /* nullable until shown */
  DvItem *value;
  GPtrArray *words; /* of DvItem: those with a quote */
};

G_DEFINE_FINAL_TYPE (DvQuotePicker, dv_quote_picker, GTK_TYPE_WIDGET)

static void
add_row (DvQuotePicker *self,
         GtkWidget     *glyph,
         const char    *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (text);

  if (glyph != NULL)
    {
      gtk_widget_set_valign (glyph, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), glyph);
    }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->list, box);
}

/* The rows are made when the popover opens: most never do. */
static void
fill_list (DvQuotePicker *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (self->words->len, MAX_QUOTES); i++)
    {
      DvItem *word = g_ptr_array_index (self->words, i);
      DvSide side = (DvSide) dv_item_get_int (word, DV_WORD_SIDE);
      GtkWidget *glyph = dv_side_glyph_new (side);

      gtk_widget_add_css_class (glyph, side == DV_SIDE_STAFF ? "staff" : "resident");
      add_row (self, glyph, dv_item_get_string (word, DV_WORD_QUOTE));
    }
  add_row (self, NULL, C_ ("quote", "No quote"));
}

static void
clicked_cb (DvQuotePicker *self)
{
  fill_list (self);
  gtk_popover_popup (self->popover);
}

static void
row_activated_cb (DvQuotePicker *self,
                  GtkListBoxRow *row)
{
  guint i = (guint) gtk_list_box_row_get_index (row);
  const char *quote = i < MIN (self->words->len, MAX_QUOTES)
                        ? dv_item_get_string (g_ptr_array_index (self->words, i), DV_WORD_QUOTE)
                        : "";
  GError *error = NULL;

  gtk_popover_popdown (self->popover);
  dv_session_check (self->session,
                    dv_change_string (dv_session_get_workshop (self->session), self->value, DV_VALUE_QUOTE, quote,
                                      C_ ("undo", "Choose quote"), &error),
                    &error);
}

static void
dv_quote_picker_dispose (GObject *object)
{
  DvQuotePicker *self = DV_QUOTE_PICKER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->value);
  g_clear_pointer (&self->words, g_ptr_array_unref);

  G_OBJECT_CLASS (dv_quote_picker_parent_class)->dispose (object);
}

static void
dv_quote_picker_class_init (DvQuotePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_quote_picker_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quotepicker");
}

static void
make_popover (DvQuotePicker *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("quote", "What was said"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "quotes");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, scroller);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

static void
dv_quote_picker_init (DvQuotePicker *self)
{
  self->words = g_ptr_array_new_with_free_func (g_object_unref);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->label, 3);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), GTK_WIDGET (self->label));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, C_ ("quote", "Choose a quote"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  make_popover (self);
}

static void
show_label (DvQuotePicker *self)
{
  const char *text = dv_item_get_string (self->value, DV_VALUE_QUOTE);
  g_autofree char *quote = NULL;

  if (*text != '\0')
    {
      quote = g_strdup_printf (C_ ("quote", "“%s”"), text);
      gtk_widget_add_css_class (GTK_WIDGET (self->label), "quote");
    }
  else
    {
      quote = g_strdup (C_ ("quote", "Choose a quote"));
      gtk_widget_remove_css_class (GTK_WIDGET (self->label), "quote");
    }
  gtk_label_set_label (self->label, quote);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, quote, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0' || self->words->len > 0);
}

/**
 * dv_quote_picker_show:
 * @self: a picker
 * @session: the session
 * @value: the value whose quote it is
 * @words: (element-type DvItem): the key words that lead to it
 */
void
dv_quote_picker_show (DvQuotePicker *self,
                      DvSession     *session,
                      DvItem        *value,
                      GPtrArray     *words)
{
  g_return_if_fail (DV_IS_QUOTE_PICKER (self));

  g_set_object (&self->session, session);
  g_set_object (&self->value, value);
  g_ptr_array_set_size (self->words, 0);
  for (guint i = 0; i < words->len; i++)
    if (*dv_item_get_string (g_ptr_array_index (words, i), DV_WORD_QUOTE) != '\0')
      g_ptr_array_add (self->words, g_object_ref (g_ptr_array_index (words, i)));
  show_label (self);
}
