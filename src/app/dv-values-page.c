/* dv-values-page.c
 *
 * Choosing core values and saying what each means
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-values-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-chip-box.h"
#include "dv-field.h"
#include "dv-fold.h"
#include "dv-side-glyph.h"
#include "dv-term-list.h"
#include "dv-value-menu.h"
#include "dv-value-row.h"
#include "dv-values-page.h"
#include "dv-values.h"
#include "dv-word-chip.h"

/* At the left all values, the core values first and in their order, which is
 * their number and colour; at the right the one that is selected, beside the
 * words and sentences it stems from. */

/* Enough to choose a quote from; the others are on the page of key words. */
#define MAX_QUOTES 60
#define MAX_CHIPS 60

struct _DvValuesPage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkWidget *empty_view;
  GtkWidget *choice;
  GtkLabel *question_label;
  GtkLabel *count_label;
  GtkListBox *list;
  GtkWidget *detail;
  GtkWidget *name_row;
  GtkWidget *meaning_view;
  GtkWidget *quote_row;
  GtkSpinButton *target_spin;
  GtkLabel *stem_label;
  DvChipBox *chip_box;
  GtkListBox *quotes_list;
  GtkText *add_text;
  GtkWidget *add_button;

  /* Owned */
  DvTermList *terms;
  GListModel *chosen;   /* of DvItem */
  GListModel *clusters; /* of DvItem */
  DvItem *value;        /* nullable: the one at the right */
  GPtrArray *quotes;    /* of DvItem: the word behind each row of quotes_list */
  char *wanted;         /* nullable: folded text that is searched for */

  /* State */
  gboolean is_showing; /* what changes comes from the workshop */
};

G_DEFINE_FINAL_TYPE (DvValuesPage, dv_values_page, DV_TYPE_PAGE)

static DvSession *
get_session (DvValuesPage *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static DvWorkshop *
get_workshop (DvValuesPage *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

/* --- The value at the right ---------------------------------------------- */

static void
add_quote (DvValuesPage *self,
           DvItem       *word)
{
  DvSide side = (DvSide) dv_item_get_int (word, DV_WORD_SIDE);
  g_autofree char *quote = g_strdup_printf (C_ ("quote", "“%s”"), dv_item_get_string (word, DV_WORD_QUOTE));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *glyph = dv_side_glyph_new (side);
  GtkWidget *label = gtk_label_new (quote);
  GtkWidget *text = gtk_label_new (dv_item_get_string (word, DV_WORD_TEXT));

  gtk_widget_add_css_class (glyph, side == DV_SIDE_STAFF ? "staff" : "resident");
  gtk_widget_set_valign (glyph, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "quote");
  gtk_widget_add_css_class (text, "meta");
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "said");
  gtk_widget_set_tooltip_text (box, C_ ("values", "Use as the quote of this value"));
  gtk_list_box_append (self->quotes_list, box);
  g_ptr_array_add (self->quotes, g_object_ref (word));
}

static void
clear_quotes (DvValuesPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->quotes_list, 0)) != NULL)
    gtk_list_box_remove (self->quotes_list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->quotes, 0);
}

static void
add_quotes (DvValuesPage *self,
            DvTerm       *term)
{
  GListModel *items = dv_term_get_items (term);

  for (guint i = 0; i < g_list_model_get_n_items (items) && self->quotes->len < MAX_QUOTES; i++)
    {
      g_autoptr (DvItem) word = g_list_model_get_item (items, i);

      if (*dv_item_get_string (word, DV_WORD_QUOTE) != '\0')
        add_quote (self, word);
    }
}

static void
show_stem (DvValuesPage *self)
{
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();
  g_autofree char *label = NULL;
  guint n = 0;

  clear_quotes (self);
  for (guint i = 0; i < dv_term_list_get_length (self->terms); i++)
    {
      DvTerm *term = dv_term_list_get (self->terms, i);

      if (dv_term_get_value (term) != self->value)
        continue;
      if (n++ < MAX_CHIPS)
        g_ptr_array_add (chips, dv_word_chip_new (self->terms, term));
      add_quotes (self, term);
    }
  dv_chip_box_set_chips (self->chip_box, chips);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It stems from %u key word", "It stems from %u key words", n), n);
  gtk_label_set_label (self->stem_label, n > 0 ? label : C_ ("values", "No key words lead to this value."));
  gtk_widget_set_visible (GTK_WIDGET (self->quotes_list), self->quotes->len > 0);
}

static void
show_target (DvValuesPage *self)
{
  self->is_showing = TRUE;
  gtk_spin_button_set_value (self->target_spin, (double) dv_item_get_int (self->value, DV_VALUE_TARGET));
  self->is_showing = FALSE;
}

static void
unbind_fields (DvValuesPage *self)
{
  dv_field_unbind (self->name_row);
  dv_field_unbind (self->meaning_view);
  dv_field_unbind (self->quote_row);
}

static void
show_value (DvValuesPage *self,
            DvItem       *value)
{
  if (self->value == value)
    return;

  unbind_fields (self);
  g_set_object (&self->value, value);
  gtk_widget_set_visible (self->detail, value != NULL);
  if (value == NULL)
    return;

  dv_field_bind (self->name_row, get_session (self), value, DV_VALUE_NAME, C_ ("undo", "Rename value"));
  dv_field_bind (self->meaning_view, get_session (self), value, DV_VALUE_MEANING, C_ ("undo", "Change meaning"));
  dv_field_bind (self->quote_row, get_session (self), value, DV_VALUE_QUOTE, C_ ("undo", "Change quote"));
  show_target (self);
  show_stem (self);
  if (dv_value_is_chosen (value))
    dv_session_set_value (get_session (self), value);
}

static void
target_changed_cb (DvValuesPage *self)
{
  GError *error = NULL;

  if (self->is_showing || self->value == NULL)
    return;

  dv_session_check (get_session (self),
                    dv_change_int (get_workshop (self), self->value, DV_VALUE_TARGET,
                                   gtk_spin_button_get_value_as_int (self->target_spin), C_ ("undo", "Change target"),
                                   &error),
                    &error);
}

static void
quote_activated_cb (DvValuesPage  *self,
                    GtkListBoxRow *row)
{
  DvItem *word = g_ptr_array_index (self->quotes, (guint) gtk_list_box_row_get_index (row));
  GError *error = NULL;

  dv_session_check (get_session (self),
                    dv_change_string (get_workshop (self), self->value, DV_VALUE_QUOTE,
                                      dv_item_get_string (word, DV_WORD_QUOTE), C_ ("undo", "Choose quote"), &error),
                    &error);
}

/* --- The list at the left ------------------------------------------------ */

static DvValueRow *
find_row (DvValuesPage *self,
          DvItem       *value)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (DV_IS_VALUE_ROW (row) && dv_value_row_get_value (DV_VALUE_ROW (row)) == value)
      return DV_VALUE_ROW (row);

  return NULL;
}

static gboolean
is_gone (DvValuesPage *self,
         DvItem       *value)
{
  return dv_workshop_find (get_workshop (self), dv_item_get_id (value)) != value;
}

static void
drop_gone_rows (DvValuesPage *self)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (DV_IS_VALUE_ROW (row) && is_gone (self, dv_value_row_get_value (DV_VALUE_ROW (row))))
        gtk_list_box_remove (self->list, row);
    }
}

static void
show_rows (DvValuesPage *self,
           GListModel   *values,
           GPtrArray    *shares,
           double        top)
{
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (DvItem) value = g_list_model_get_item (values, i);
      DvWordShare *share = g_ptr_array_index (shares, dv_item_get_position (value));
      DvValueRow *row = find_row (self, value);

      if (row == NULL)
        {
          row = DV_VALUE_ROW (dv_value_row_new (get_session (self), value));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      dv_value_row_show (row, share->resident_share / 100, share->staff_share / 100, top);
    }
}

static void
show_count (DvValuesPage *self)
{
  guint n = dv_values_count_chosen (get_workshop (self));
  /* Translators: how many core values are chosen */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen, 5–7 is workable",
                                                        "%u chosen, 5–7 is workable", n),
                                           n);

  gtk_label_set_label (self->count_label, text);
  if (n >= 5 && n <= 7)
    gtk_widget_remove_css_class (GTK_WIDGET (self->count_label), "warning-text");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "warning-text");
}

static void
select_first (DvValuesPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  show_value (self, row != NULL ? dv_value_row_get_value (DV_VALUE_ROW (row)) : NULL);
}

static void
update (DvValuesPage *self)
{
  g_autoptr (GPtrArray) shares = dv_words_shares (get_workshop (self));
  double top = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      DvWordShare *share = g_ptr_array_index (shares, i);

      top = MAX (top, MAX (share->resident_share, share->staff_share) / 100);
    }
  if (self->value != NULL && is_gone (self, self->value))
    show_value (self, NULL);
  drop_gone_rows (self);
  show_rows (self, self->chosen, shares, top);
  show_rows (self, self->clusters, shares, top);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_headers (self->list);
  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child (self->stack, shares->len == 0 ? self->empty_view : self->choice);
  show_count (self);
  select_first (self);
  if (self->value != NULL)
    {
      show_target (self);
      show_stem (self);
    }
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       data)
{
  DvItem *first = dv_value_row_get_value (DV_VALUE_ROW (a));
  DvItem *second = dv_value_row_get_value (DV_VALUE_ROW (b));

  if (dv_value_is_chosen (first) != dv_value_is_chosen (second))
    return dv_value_is_chosen (first) ? -1 : 1;

  return (int) dv_item_get_position (first) - (int) dv_item_get_position (second);
}

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       data)
{
  DvValuesPage *self = DV_VALUES_PAGE (data);
  DvItem *value = dv_value_row_get_value (DV_VALUE_ROW (row));

  return self->wanted == NULL || dv_fold_contains (dv_item_get_string (value, DV_VALUE_NAME), self->wanted) ||
         dv_fold_contains (dv_item_get_string (value, DV_VALUE_MEANING), self->wanted);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *previous,
               gpointer       data)
{
  gboolean is_chosen = dv_value_is_chosen (dv_value_row_get_value (DV_VALUE_ROW (row)));
  GtkWidget *label;

  if (previous != NULL && dv_value_is_chosen (dv_value_row_get_value (DV_VALUE_ROW (previous))) == is_chosen)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (is_chosen ? C_ ("values", "Core values") : C_ ("values", "Not chosen"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "list-header");
  gtk_list_box_row_set_header (row, label);
}

static void
row_selected_cb (DvValuesPage  *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    show_value (self, dv_value_row_get_value (DV_VALUE_ROW (row)));
}

static void
row_activated_cb (DvValuesPage  *self,
                  GtkListBoxRow *row)
{
  gtk_widget_grab_focus (self->meaning_view);
}

/* --- Actions ------------------------------------------------------------- */

/* The value with the next place in the same part of the list. */
static DvItem *
get_neighbour (DvValuesPage *self,
               int           step)
{
  GListModel *values = dv_value_is_chosen (self->value) ? self->chosen : self->clusters;
  guint n = g_list_model_get_n_items (values);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvItem) value = g_list_model_get_item (values, i);
      g_autoptr (DvItem) other = NULL;

      if (value != self->value || (step < 0 && i == 0) || (step > 0 && i + 1 == n))
        continue;
      other = g_list_model_get_item (values, (guint) ((int) i + step));
      return other;
    }

  return NULL;
}

static void
move_value (DvValuesPage *self,
            int           step)
{
  DvItem *neighbour = self->value != NULL ? get_neighbour (self, step) : NULL;
  DvItem *value = self->value;
  GError *error = NULL;
  DvValueRow *row;

  if (neighbour == NULL)
    return;

  dv_session_check (get_session (self),
                    dv_change_place (get_workshop (self), value, step < 0 ? neighbour : dv_item_get_next (neighbour),
                                     C_ ("undo", "Move value"), &error),
                    &error);
  row = find_row (self, value);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
up_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  move_value (DV_VALUES_PAGE (widget), -1);
}

static void
down_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  move_value (DV_VALUES_PAGE (widget), 1);
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DvValuesPage *self = DV_VALUES_PAGE (widget);
  GError *error = NULL;

  if (self->value != NULL)
    dv_session_check (get_session (self),
                      dv_values_choose (get_workshop (self), self->value, !dv_value_is_chosen (self->value), &error),
                      &error);
}

static void
rename_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (DV_VALUES_PAGE (widget)->name_row);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DvValuesPage *self = DV_VALUES_PAGE (widget);
  g_autofree char *message = NULL;
  GError *error = NULL;

  if (self->value == NULL)
    return;
  if (dv_item_count (self->value, &dv_behaviour_kind) > 0)
    {
      dv_value_dialog_remove (GTK_WINDOW (gtk_widget_get_root (widget)), get_session (self), self->value);
      return;
    }

  message = g_strdup_printf (C_ ("values", "“%s” removed"), dv_item_get_string (self->value, DV_VALUE_NAME));
  if (dv_session_check (get_session (self),
                        dv_values_remove (get_workshop (self), self->value, DV_FATE_KEEP, NULL, &error), &error))
    dv_session_say_undo (get_session (self), message);
}

static void
add_changed_cb (DvValuesPage *self)
{
  g_autofree char *name = dv_trim (gtk_editable_get_text (GTK_EDITABLE (self->add_text)));

  gtk_widget_set_sensitive (self->add_button, *name != '\0');
}

static void
add_cb (DvValuesPage *self)
{
  g_autofree char *name = dv_trim (gtk_editable_get_text (GTK_EDITABLE (self->add_text)));
  GError *error = NULL;
  DvItem *value;

  if (*name == '\0')
    return;

  value = dv_values_add (get_workshop (self), name, DV_VALUE_STATE_CHOSEN, NULL, &error);
  if (!dv_session_check (get_session (self), value != NULL, &error))
    return;
  dv_entry_put (GTK_WIDGET (self->add_text), "");
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (find_row (self, value)));
}

/* --- Keys ---------------------------------------------------------------- */

/* Goes to a core value, ready to say what it means. */
static gboolean
show_chosen (DvValuesPage *self,
             int           position)
{
  g_autoptr (DvItem) value = position >= 0 ? g_list_model_get_item (self->chosen, (guint) position) : NULL;
  DvValueRow *row = value != NULL ? find_row (self, value) : NULL;

  if (row == NULL)
    return FALSE;

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (self->meaning_view);
  return TRUE;
}

static gboolean
number_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   data)
{
  show_chosen (DV_VALUES_PAGE (widget), g_variant_get_int32 (arguments) - 1);
  return TRUE;
}

static gboolean
step_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  DvValuesPage *self = DV_VALUES_PAGE (widget);
  int number = self->value != NULL ? (int) dv_value_get_number (self->value) : 0;

  show_chosen (self, number > 0 ? number - 1 + g_variant_get_int32 (arguments) : 0);
  return TRUE;
}

static void
add_shortcut (GtkEventController *controller,
              guint               key,
              GtkShortcutFunc     func,
              int                 argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* The same as on the other pages with values. Before the text view gets them,
 * which moves its cursor by the page. */
static void
add_shortcuts (DvValuesPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (int i = 1; i <= 8; i++)
    {
      add_shortcut (controller, (guint) (GDK_KEY_0 + i), number_key_cb, i);
      add_shortcut (controller, (guint) (GDK_KEY_KP_0 + i), number_key_cb, i);
    }
  add_shortcut (controller, GDK_KEY_Page_Down, step_key_cb, 1);
  add_shortcut (controller, GDK_KEY_Page_Up, step_key_cb, -1);
  add_shortcut (controller, GDK_KEY_KP_Page_Down, step_key_cb, 1);
  add_shortcut (controller, GDK_KEY_KP_Page_Up, step_key_cb, -1);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* --- The page ------------------------------------------------------------ */

static void
dv_values_page_enter (DvPage *page)
{
  DvValuesPage *self = DV_VALUES_PAGE (page);
  DvItem *activity = dv_session_get_activity (get_session (self));
  const char *question = activity != NULL ? dv_item_get_string (activity, DV_ACTIVITY_QUESTION) : "";

  dv_page_set_title (page, activity != NULL ? dv_item_get_string (activity, DV_ACTIVITY_TITLE)
                                            : C_ ("page", "Choosing core values"));
  gtk_label_set_label (self->question_label,
                       *question != '\0' ? question : C_ ("values", "Which values should residents notice in us?"));
}

static void
dv_values_page_focus_entry (DvPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (DV_VALUES_PAGE (page)->add_text));
}

static void
dv_values_page_search (DvPage     *page,
                       const char *text)
{
  DvValuesPage *self = DV_VALUES_PAGE (page);

  g_free (self->wanted);
  self->wanted = *text != '\0' ? dv_fold (text) : NULL;
  gtk_list_box_invalidate_filter (self->list);
}

static void
dv_values_page_constructed (GObject *object)
{
  DvValuesPage *self = DV_VALUES_PAGE (object);

  G_OBJECT_CLASS (dv_values_page_parent_class)->constructed (object);

  self->chosen = dv_values_chosen_new (get_workshop (self));
  self->clusters = dv_values_clusters_new (get_workshop (self));
  self->terms = dv_term_list_new (get_workshop (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  g_signal_connect_object (self->terms, "counted", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->detail, FALSE);
  update (self);
  dv_values_page_enter (DV_PAGE (self));
}

static void
dv_values_page_dispose (GObject *object)
{
  DvValuesPage *self = DV_VALUES_PAGE (object);

  if (self->name_row != NULL)
    {
      unbind_fields (self);
      gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_VALUES_PAGE);
  g_clear_object (&self->value);
  g_clear_object (&self->terms);
  g_clear_object (&self->chosen);
  g_clear_object (&self->clusters);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (dv_values_page_parent_class)->dispose (object);
}

static void
dv_values_page_class_init (DvValuesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  object_class->constructed = dv_values_page_constructed;
  object_class->dispose = dv_values_page_dispose;
  page_class->enter = dv_values_page_enter;
  page_class->focus_entry = dv_values_page_focus_entry;
  page_class->search = dv_values_page_search;

  g_type_ensure (DV_TYPE_CHIP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-values-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, empty_view);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, choice);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, list);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, detail);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, meaning_view);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, quote_row);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, target_spin);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, stem_label);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, chip_box);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, quotes_list);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, add_text);
  gtk_widget_class_bind_template_child (widget_class, DvValuesPage, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, quote_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_changed_cb);

  gtk_widget_class_install_action (widget_class, "values.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "values.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "values.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "values.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "values.remove", NULL, remove_action);
}

static void
dv_values_page_init (DvValuesPage *self)
{
  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
}

/**
 * dv_values_page_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_values_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_VALUES_PAGE, "session", session, NULL);
}
