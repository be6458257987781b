/* dv-word-row.c
 *
 * A row in the list of key words: a term, or one word that was given
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-word-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-side-bar.h"
#include "dv-side-glyph.h"
#include "dv-word-row.h"

/* Made by the factory of a list view and bound to one row of its tree after
 * another. A term shows its place, counts and bars; below it, when it is
 * unfolded, each word shows whose it is, how it was written and what was said. */

struct _DvWordRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkTreeExpander *expander;
  GtkStack *stack;
  GtkWidget *term_box;
  GtkLabel *place_label;
  GtkLabel *word_label;
  GtkLabel *quotes_label;
  GtkLabel *residents_label;
  DvSideBar *bar;
  GtkLabel *staff_label;
  GtkWidget *item_box;
  DvSideGlyph *glyph;
  GtkLabel *variant_label;
  GtkLabel *quote_label;
  GtkLabel *count_label;

  /* Owned */
  DvTermList *terms;
  GSignalGroup *term_signals;
  GSignalGroup *item_signals;
  GtkTreeListRow *row; /* nullable: while bound */
};

G_DEFINE_FINAL_TYPE (DvWordRow, dv_word_row, GTK_TYPE_WIDGET)

static void
set_number (GtkLabel *label,
            guint     number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : NULL;

  gtk_label_set_label (label, text != NULL ? text : "");
}

static void
name_row (DvWordRow  *self,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_term (DvWordRow *self,
           DvTerm    *term)
{
  double top = dv_term_list_get_top_share (self->terms);
  guint n_quotes = dv_term_get_n_quotes (term);
  g_autofree char *quotes = NULL;
  g_autofree char *name = dv_term_dup_label (term);

  quotes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u quote", "%u quotes", n_quotes), n_quotes);
  gtk_label_set_label (self->word_label, dv_term_get_text (term));
  gtk_label_set_label (self->quotes_label, n_quotes > 0 ? quotes : "");
  set_number (self->place_label, dv_term_get_place (term));
  set_number (self->residents_label, dv_term_get_residents (term));
  set_number (self->staff_label, dv_term_get_staff (term));
  dv_side_bar_set_shares (self->bar,
                          top > 0 ? dv_term_list_get_share (self->terms, term, DV_SIDE_RESIDENT) / top : 0,
                          top > 0 ? dv_term_list_get_share (self->terms, term, DV_SIDE_STAFF) / top : 0);
  name_row (self, name);
}

static gboolean
is_variant (DvWordRow *self,
            DvItem    *item)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (self->row);
  g_autoptr (DvTerm) term = parent != NULL ? gtk_tree_list_row_get_item (parent) : NULL;

  return term != NULL && g_strcmp0 (dv_term_get_text (term), dv_item_get_string (item, DV_WORD_TEXT)) != 0;
}

static void
show_quote (DvWordRow *self,
            DvItem    *item)
{
  const char *text = dv_item_get_string (item, DV_WORD_QUOTE);
  g_autofree char *quote = g_strdup_printf (C_ ("quote", "“%s”"), text);

  if (*text != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->quote_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->quote_label), "dim-label");
  if (*text != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->quote_label), "quote");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->quote_label), "quote");
  gtk_label_set_label (self->quote_label, *text != '\0' ? quote : C_ ("words", "no sentence"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->quote_label), *text != '\0' ? text : NULL);
}

static void
show_item (DvWordRow *self,
           DvItem    *item)
{
  DvSide side = (DvSide) dv_item_get_int (item, DV_WORD_SIDE);
  const char *text = dv_item_get_string (item, DV_WORD_TEXT);
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  /* Translators: how often a word was given */
  count = g_strdup_printf (C_ ("words", "%d×"), (int) dv_item_get_int (item, DV_WORD_COUNT));
  /* Translators: a side, a key word, how often it was given and what was said */
  name = g_strdup_printf (C_ ("words", "%1$s: %2$s, %3$s %4$s"), dv_side_get_label (side), text, count,
                          dv_item_get_string (item, DV_WORD_QUOTE));
  dv_side_glyph_set_side (self->glyph, side);
  gtk_widget_set_css_classes (GTK_WIDGET (self->glyph),
                              (const char *[]){ side == DV_SIDE_STAFF ? "staff" : "resident", NULL });
  gtk_label_set_label (self->variant_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->variant_label), is_variant (self, item));
  show_quote (self, item);
  gtk_label_set_label (self->count_label, count);
  name_row (self, name);
}

static void
update (DvWordRow *self)
{
  g_autoptr (GObject) object = self->row != NULL ? gtk_tree_list_row_get_item (self->row) : NULL;

  if (object == NULL)
    return;

  gtk_stack_set_visible_child (self->stack, DV_IS_TERM (object) ? self->term_box : self->item_box);
  if (DV_IS_TERM (object))
    show_term (self, DV_TERM (object));
  else
    show_item (self, DV_ITEM (object));
}

static void
dv_word_row_dispose (GObject *object)
{
  DvWordRow *self = DV_WORD_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->row);
  g_clear_object (&self->term_signals);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->terms);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_WORD_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_word_row_parent_class)->dispose (object);
}

static void
dv_word_row_class_init (DvWordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_word_row_dispose;

  g_type_ensure (DV_TYPE_SIDE_BAR);
  g_type_ensure (DV_TYPE_SIDE_GLYPH);
  gtk_widget_class_set_css_name (widget_class, "wordrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-word-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, expander);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, stack);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, term_box);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, word_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, quotes_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, residents_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, bar);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, staff_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, item_box);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, variant_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, quote_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordRow, count_label);
}

static void
dv_word_row_init (DvWordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->term_signals = g_signal_group_new (DV_TYPE_TERM);
  g_signal_group_connect_swapped (self->term_signals, "changed", G_CALLBACK (update), self);
  self->item_signals = g_signal_group_new (DV_TYPE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (update), self);
}

/**
 * dv_word_row_new:
 * @terms: what the bars are in proportion to
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
dv_word_row_new (DvTermList *terms)
{
  DvWordRow *self = g_object_new (DV_TYPE_WORD_ROW, NULL);

  self->terms = g_object_ref (terms);
  /* One word more changes the proportions of all. */
  g_signal_connect_object (terms, "counted", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dv_word_row_bind:
 * @self: a row
 * @row: what it is to show: of a #DvTerm, or of a word below it
 */
void
dv_word_row_bind (DvWordRow      *self,
                  GtkTreeListRow *row)
{
  g_autoptr (GObject) object = gtk_tree_list_row_get_item (row);

  g_return_if_fail (DV_IS_WORD_ROW (self));

  g_set_object (&self->row, row);
  gtk_tree_expander_set_list_row (self->expander, row);
  g_signal_group_set_target (DV_IS_TERM (object) ? self->term_signals : self->item_signals, object);
  update (self);
}

void
dv_word_row_unbind (DvWordRow *self)
{
  g_return_if_fail (DV_IS_WORD_ROW (self));

  g_signal_group_set_target (self->term_signals, NULL);
  g_signal_group_set_target (self->item_signals, NULL);
  gtk_tree_expander_set_list_row (self->expander, NULL);
  g_clear_object (&self->row);
}

/**
 * dv_word_row_get_position:
 * @self: a row
 *
 * Returns: its position in the tree, or %GTK_INVALID_LIST_POSITION when it
 *   shows nothing
 */
guint
dv_word_row_get_position (DvWordRow *self)
{
  g_return_val_if_fail (DV_IS_WORD_ROW (self), GTK_INVALID_LIST_POSITION);
  return self->row != NULL ? gtk_tree_list_row_get_position (self->row) : GTK_INVALID_LIST_POSITION;
}
