/* dv-words-page.c
 *
 * Collecting key words: typing, counting and merging
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-words-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-fold.h"
#include "dv-side-circles.h"
#include "dv-side-totals.h"
#include "dv-word-dialogs.h"
#include "dv-word-field.h"
#include "dv-word-row.h"
#include "dv-words-page.h"

/* The list is a tree of two levels: terms in the order of the ranking, and
 * below each the words as they were given. What can be done is done to the rows
 * that are selected; a term stands for all its words. */

struct _DvWordsPage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkWidget *empty_view;
  GtkLabel *empty_title;
  GtkWidget *list_view_box;
  GtkLabel *question_label;
  DvSideTotals *totals;
  GtkRevealer *proposal_revealer;
  GtkLabel *proposal_label;
  GtkWidget *scroller;
  GtkListView *list;
  GtkWidget *nothing_label;
  DvWordField *field;
  GtkPopoverMenu *menu;

  /* Owned */
  DvTermList *terms;
  GtkCustomFilter *filter;
  GtkFilterListModel *found;   /* of DvTerm */
  GtkTreeListModel *tree;      /* of DvTerm, and of DvItem below them */
  GtkMultiSelection *selection; /* of GtkTreeListRow */
  DvWordPair *proposal;        /* nullable */
  GHashTable *dismissed;       /* "lead other" of proposals that were turned down */
  char *wanted;                /* nullable: folded text that is searched for */

  /* State */
  guint propose_id;
};

G_DEFINE_FINAL_TYPE (DvWordsPage, dv_words_page, DV_TYPE_PAGE)

static DvSession *
get_session (DvWordsPage *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static DvWorkshop *
get_workshop (DvWordsPage *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

/* --- What is selected ---------------------------------------------------- */

/* The objects of the selected rows: each a DvTerm or a DvItem, of @type only. */
static GPtrArray *
get_selected (DvWordsPage *self,
              GType        type)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, set, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
      GObject *object = gtk_tree_list_row_get_item (row);

      if (object != NULL && G_TYPE_CHECK_INSTANCE_TYPE (object, type))
        g_ptr_array_add (selected, object);
      else
        g_clear_object (&object);
    }

  return selected;
}

static void
add_once (GPtrArray *words,
          DvItem    *word)
{
  if (!g_ptr_array_find (words, word, NULL))
    g_ptr_array_add (words, g_object_ref (word));
}

/* The words that the selected rows stand for. */
static GPtrArray *
get_words (DvWordsPage *self)
{
  g_autoptr (GPtrArray) selected = get_selected (self, G_TYPE_OBJECT);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < selected->len; i++)
    {
      GObject *object = g_ptr_array_index (selected, i);

      if (DV_IS_ITEM (object))
        add_once (words, DV_ITEM (object));
      else
        for (guint j = 0; j < g_list_model_get_n_items (dv_term_get_items (DV_TERM (object))); j++)
          {
            g_autoptr (DvItem) item = g_list_model_get_item (dv_term_get_items (DV_TERM (object)), j);

            add_once (words, item);
          }
    }

  return words;
}

static void
update_actions (DvWordsPage *self)
{
  g_autoptr (GPtrArray) selected = get_selected (self, G_TYPE_OBJECT);
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_terms = 0;
  guint n_merged = 0;

  for (guint i = 0; i < selected->len; i++)
    {
      GObject *object = g_ptr_array_index (selected, i);

      if (DV_IS_TERM (object))
        n_terms++;
      if (DV_IS_TERM (object) ? dv_term_is_merged (DV_TERM (object))
                              : *dv_item_get_string (DV_ITEM (object), DV_WORD_INTO) != '\0')
        n_merged++;
    }
  gtk_widget_action_set_enabled (widget, "words.edit", selected->len == 1);
  gtk_widget_action_set_enabled (widget, "words.swap-side", selected->len > 0);
  gtk_widget_action_set_enabled (widget, "words.more", selected->len == 1);
  gtk_widget_action_set_enabled (widget, "words.fewer", selected->len == 1);
  gtk_widget_action_set_enabled (widget, "words.merge", n_terms > 1 || self->proposal != NULL);
  gtk_widget_action_set_enabled (widget, "words.unmerge", n_merged > 0);
  gtk_widget_action_set_enabled (widget, "words.remove", selected->len > 0);
}

/* --- Proposals ----------------------------------------------------------- */

static char *
get_key (DvWordPair *pair)
{
  return g_strdup_printf ("%s %s", dv_item_get_id (pair->lead), dv_item_get_id (pair->other));
}

static void
show_proposal (DvWordsPage *self)
{
  g_autofree char *text = NULL;

  if (self->proposal != NULL)
    {
      /* Translators: two key words that look alike */
      text = g_strdup_printf (C_ ("proposal", "“%s” and “%s”: the same word?"),
                              dv_item_get_string (self->proposal->lead, DV_WORD_TEXT),
                              dv_item_get_string (self->proposal->other, DV_WORD_TEXT));
      gtk_label_set_label (self->proposal_label, text);
    }
  gtk_revealer_set_reveal_child (self->proposal_revealer, self->proposal != NULL);
  update_actions (self);
}

static void
propose (DvWordsPage *self)
{
  g_autoptr (GPtrArray) pairs = dv_words_propose_merges (get_workshop (self));

  g_clear_pointer (&self->proposal, dv_word_pair_free);
  for (guint i = 0; i < pairs->len && self->proposal == NULL; i++)
    {
      g_autofree char *key = get_key (g_ptr_array_index (pairs, i));

      if (!g_hash_table_contains (self->dismissed, key))
        {
          self->proposal = g_ptr_array_index (pairs, i);
          g_ptr_array_set_free_func (pairs, NULL);
          for (guint j = 0; j < pairs->len; j++)
            if (j != i)
              dv_word_pair_free (g_ptr_array_index (pairs, j));
        }
    }
  show_proposal (self);
}

static void
propose_cb (gpointer data)
{
  DvWordsPage *self = DV_WORDS_PAGE (data);

  self->propose_id = 0;
  propose (self);
}

static void
dismiss_cb (DvWordsPage *self)
{
  if (self->proposal != NULL)
    g_hash_table_add (self->dismissed, get_key (self->proposal));
  propose (self);
  dv_page_focus_entry (DV_PAGE (self));
}

/* The button is about the proposal, whatever is selected; Ctrl+M is about what
 * is selected first. */
static void
accept_cb (DvWordsPage *self)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  DvItem *lead = self->proposal != NULL ? self->proposal->lead : NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;

  if (lead == NULL)
    return;

  g_ptr_array_add (others, self->proposal->other);
  message = g_strdup_printf (C_ ("words", "Merged into “%s”"), dv_item_get_string (lead, DV_WORD_TEXT));
  if (dv_session_check (get_session (self), dv_words_merge (get_workshop (self), lead, others, &error), &error))
    dv_session_say_undo (get_session (self), message);
}

/* --- Actions ------------------------------------------------------------- */

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DvWordsPage *self = DV_WORDS_PAGE (widget);
  g_autoptr (GPtrArray) selected = get_selected (self, G_TYPE_OBJECT);
  g_autoptr (GPtrArray) words = get_words (self);

  if (selected->len != 1)
    return;
  if (words->len == 1)
    dv_word_field_edit (self->field, g_ptr_array_index (words, 0));
  else
    dv_word_dialogs_reword (widget, get_session (self), g_ptr_array_index (selected, 0));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DvWordsPage *self = DV_WORDS_PAGE (widget);
  g_autoptr (GPtrArray) terms = get_selected (self, DV_TYPE_TERM);

  if (terms->len > 1)
    dv_word_dialogs_merge (widget, get_session (self), terms);
  else if (self->proposal != NULL)
    accept_cb (self);
}

static void
unmerge_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DvWordsPage *self = DV_WORDS_PAGE (widget);
  g_autoptr (GPtrArray) selected = get_selected (self, G_TYPE_OBJECT);

  for (guint i = 0; i < selected->len; i++)
    {
      GObject *object = g_ptr_array_index (selected, i);
      DvItem *word = DV_IS_TERM (object) ? dv_term_get_lead (DV_TERM (object)) : DV_ITEM (object);
      GError *error = NULL;

      dv_session_check (get_session (self), dv_words_unmerge (get_workshop (self), word, &error), &error);
    }
  if (selected->len > 0)
    dv_session_say_undo (get_session (self), C_ ("words", "Taken apart"));
}

static void
swap_side_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DvWordsPage *self = DV_WORDS_PAGE (widget);
  g_autoptr (GPtrArray) words = get_words (self);
  g_autoptr (DvGroup) group = dv_group_new (C_ ("undo", "Change side"), DV_ORIGIN_CONSOLE);

  for (guint i = 0; i < words->len; i++)
    {
      DvItem *word = g_ptr_array_index (words, i);
      gboolean is_staff = dv_item_get_int (word, DV_WORD_SIDE) == DV_SIDE_STAFF;

      dv_group_set_int (group, word, DV_WORD_SIDE, is_staff ? DV_SIDE_RESIDENT : DV_SIDE_STAFF);
    }
  dv_session_apply (get_session (self), group);
}

static void
change_count (DvWordsPage *self,
              int          step)
{
  g_autoptr (GPtrArray) words = get_words (self);
  DvItem *word = words->len > 0 ? g_ptr_array_index (words, 0) : NULL;
  gint64 count = word != NULL ? dv_item_get_int (word, DV_WORD_COUNT) + step : 0;
  GError *error = NULL;

  if (count < 1)
    return;

  dv_session_check (get_session (self),
                    dv_change_int (get_workshop (self), word, DV_WORD_COUNT, count, C_ ("undo", "Change count"), &error),
                    &error);
}

static void
more_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  change_count (DV_WORDS_PAGE (widget), 1);
}

static void
fewer_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  change_count (DV_WORDS_PAGE (widget), -1);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DvWordsPage *self = DV_WORDS_PAGE (widget);
  g_autoptr (GPtrArray) words = get_words (self);
  g_autofree char *message = NULL;
  GError *error = NULL;

  if (words->len == 0)
    return;

  if (words->len == 1)
    message = g_strdup_printf (C_ ("words", "“%s” removed"),
                               dv_item_get_string (g_ptr_array_index (words, 0), DV_WORD_TEXT));
  else
    message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word removed", "%u words removed", words->len),
                               words->len);
  if (dv_session_check (get_session (self), dv_words_remove (get_workshop (self), words, &error), &error))
    dv_session_say_undo (get_session (self), message);
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  dv_word_field_paste (DV_WORDS_PAGE (widget)->field);
}

static void
side_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  dv_session_set_side (get_session (DV_WORDS_PAGE (widget)), (DvSide) g_variant_get_int32 (parameter));
}

static void
show_menu (DvWordsPage *self,
           double       x,
           double       y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DvWordsPage *self = DV_WORDS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  double x, y;

  if (focus != NULL && gtk_widget_translate_coordinates (focus, gtk_widget_get_parent (GTK_WIDGET (self->menu)),
                                                         24, gtk_widget_get_height (focus), &x, &y))
    show_menu (self, x, y);
}

/* A click with the other button first selects what it is about. */
static void
secondary_pressed_cb (DvWordsPage     *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *widget = picked != NULL ? gtk_widget_get_ancestor (picked, DV_TYPE_WORD_ROW) : NULL;
  guint position = widget != NULL ? dv_word_row_get_position (DV_WORD_ROW (widget)) : GTK_INVALID_LIST_POSITION;
  double menu_x, menu_y;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), gtk_widget_get_parent (GTK_WIDGET (self->menu)),
                                    x, y, &menu_x, &menu_y);
  show_menu (self, menu_x, menu_y);
}

static void
activate_cb (DvWordsPage *self,
             guint        position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "words.edit", NULL);
}

/* --- Showing ------------------------------------------------------------- */

static void
update_view (DvWordsPage *self)
{
  gboolean is_empty = dv_term_list_get_length (self->terms) == 0;
  gboolean is_found = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_stack_set_visible_child (self->stack, is_empty ? self->empty_view : self->list_view_box);
  gtk_widget_set_visible (self->scroller, is_found);
  gtk_widget_set_visible (self->nothing_label, !is_found);
  dv_side_totals_set (self->totals, dv_term_list_get_residents (self->terms), dv_term_list_get_staff (self->terms));
}

static void
counted_cb (DvWordsPage *self)
{
  update_view (self);
  update_actions (self);
  /* In a quiet moment: it looks at all words. */
  if (self->propose_id == 0)
    self->propose_id = g_idle_add_once (propose_cb, self);
}

static void
side_changed_cb (DvWordsPage *self)
{
  gtk_label_set_label (self->empty_title, dv_session_get_side (get_session (self)) == DV_SIDE_STAFF
                                            ? C_ ("words", "What do staff believe they show?")
                                            : C_ ("words", "What do residents find important?"));
}

static guint
find_term (DvWordsPage *self,
           DvTerm      *term)
{
  GListModel *found = G_LIST_MODEL (self->found);

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (DvTerm) other = g_list_model_get_item (found, i);

      if (other == term)
        {
          g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

          return gtk_tree_list_row_get_position (row);
        }
    }

  return GTK_INVALID_LIST_POSITION;
}

/* What was typed is shown where it landed in the ranking. */
static void
added_cb (DvWordsPage *self,
          DvItem      *word)
{
  DvTerm *term = dv_term_list_find (self->terms, word);
  guint position = term != NULL ? find_term (self, term) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
setup_row_cb (DvWordsPage *self,
              GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, dv_word_row_new (self->terms));
}

static void
bind_row_cb (DvWordsPage *self,
             GtkListItem *list_item)
{
  dv_word_row_bind (DV_WORD_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (DvWordsPage *self,
               GtkListItem *list_item)
{
  dv_word_row_unbind (DV_WORD_ROW (gtk_list_item_get_child (list_item)));
}

static GListModel *
list_below (gpointer object,
            gpointer data)
{
  return DV_IS_TERM (object) ? g_object_ref (dv_term_get_items (DV_TERM (object))) : NULL;
}

static gboolean
is_wanted (gpointer object,
           gpointer data)
{
  DvWordsPage *self = DV_WORDS_PAGE (data);

  return self->wanted == NULL || dv_term_matches (DV_TERM (object), self->wanted);
}

static void
make_list (DvWordsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->terms = dv_term_list_new (get_workshop (self));
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->terms)),
                                           g_object_ref (GTK_FILTER (self->filter)));
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), FALSE, FALSE, list_below, NULL, NULL);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->terms, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  counted_cb (self);
}

static void
dv_words_page_enter (DvPage *page)
{
  DvWordsPage *self = DV_WORDS_PAGE (page);
  DvItem *activity = dv_session_get_activity (get_session (self));
  const char *question = activity != NULL ? dv_item_get_string (activity, DV_ACTIVITY_QUESTION) : "";

  dv_page_set_title (page, activity != NULL ? dv_item_get_string (activity, DV_ACTIVITY_TITLE)
                                            : C_ ("page", "Collecting key words"));
  gtk_label_set_label (self->question_label,
                       *question != '\0' ? question : C_ ("words", "What do residents find important?"));
}

static void
dv_words_page_focus_entry (DvPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (DV_WORDS_PAGE (page)->field));
}

static void
dv_words_page_search (DvPage     *page,
                      const char *text)
{
  DvWordsPage *self = DV_WORDS_PAGE (page);
  g_autofree char *folded = *text != '\0' ? dv_fold (text) : NULL;

  if (g_strcmp0 (self->wanted, folded) == 0)
    return;

  g_free (self->wanted);
  self->wanted = g_steal_pointer (&folded);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_view (self);
}

static void
dv_words_page_constructed (GObject *object)
{
  DvWordsPage *self = DV_WORDS_PAGE (object);

  G_OBJECT_CLASS (dv_words_page_parent_class)->constructed (object);

  dv_word_field_set_session (self->field, get_session (self));
  g_signal_connect_object (get_session (self), "notify::side", G_CALLBACK (side_changed_cb), self, G_CONNECT_SWAPPED);
  side_changed_cb (self);
  make_list (self);
  dv_words_page_enter (DV_PAGE (self));
}

static void
dv_words_page_dispose (GObject *object)
{
  DvWordsPage *self = DV_WORDS_PAGE (object);

  g_clear_handle_id (&self->propose_id, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->terms);
  g_clear_pointer (&self->proposal, dv_word_pair_free);
  g_clear_pointer (&self->dismissed, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_WORDS_PAGE);

  G_OBJECT_CLASS (dv_words_page_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "words.edit", edit_action },
    { "words.merge", merge_action },
    { "words.unmerge", unmerge_action },
    { "words.swap-side", swap_side_action },
    { "words.more", more_action },
    { "words.fewer", fewer_action },
    { "words.remove", remove_action },
    { "words.paste", paste_action },
    { "words.menu", menu_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "words.side", "i", side_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "words.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "words.unmerge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "words.side", "i", DV_SIDE_RESIDENT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "words.side", "i", DV_SIDE_STAFF);
}

static void
dv_words_page_class_init (DvWordsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  object_class->constructed = dv_words_page_constructed;
  object_class->dispose = dv_words_page_dispose;
  page_class->enter = dv_words_page_enter;
  page_class->focus_entry = dv_words_page_focus_entry;
  page_class->search = dv_words_page_search;

  g_type_ensure (DV_TYPE_SIDE_CIRCLES);
  g_type_ensure (DV_TYPE_SIDE_TOTALS);
  g_type_ensure (DV_TYPE_WORD_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-words-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, empty_view);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, empty_title);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, list_view_box);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, totals);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, proposal_revealer);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, proposal_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, list);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, field);
  gtk_widget_class_bind_template_child (widget_class, DvWordsPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  add_actions (widget_class);
}

static void
dv_words_page_init (DvWordsPage *self)
{
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_words_page_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_words_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_WORDS_PAGE, "session", session, NULL);
}
