/* dv-article-card.c
 *
 * One article in the editor of the Manifest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-article-card"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-article-card.h"

#include "dv-behaviours.h"
#include "dv-clause-row.h"
#include "dv-field.h"
#include "dv-manifest.h"
#include "dv-values.h"

/* A card with the title and the statement of the article, its clauses, and at
 * the foot what adds one: typed, or taken from the examples that were not
 * chosen. The lists of the model feed the rows, so undo needs nothing here. */

/* More examples than this are for the choosing page. */
#define MAX_EXAMPLES 40

struct _DvArticleCard
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *number_label;
  GtkWidget *title_entry;
  GtkLabel *count_label;
  GtkWidget *statement_view;
  GtkWidget *statement_hint;
  GtkListBox *clause_list;
  GtkMenuButton *add_button;
  GtkEditable *add_entry;
  GtkListBox *example_list;
  GtkWidget *example_heading;

  /* Owned */
  DvSession *session;
  DvItem *article;
  GPtrArray *examples; /* DvItem: what the rows of example_list offer */
};

G_DEFINE_FINAL_TYPE (DvArticleCard, dv_article_card, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static DvWorkshop *
get_workshop (DvArticleCard *self)
{
  return dv_session_get_workshop (self->session);
}

static DvItem *
get_clause (GtkListBoxRow *row)
{
  return dv_clause_row_get_clause (DV_CLAUSE_ROW (row));
}

static void
update_statement_hint (DvArticleCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->statement_view));

  gtk_widget_set_visible (self->statement_hint, gtk_text_buffer_get_char_count (buffer) == 0);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  DvArticleCard *self = data;

  return dv_clause_row_new (self->session, item);
}

static void
selected_rows_cb (DvArticleCard *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->clause_list);

  if (row != NULL)
    g_signal_emit (self, signals[SELECTED], 0, get_clause (row));
}

static void
activated_cb (DvArticleCard *self,
              GtkListBoxRow *row)
{
  dv_clause_row_edit (DV_CLAUSE_ROW (row));
}

static void
focus_row (DvArticleCard *self,
           DvItem        *clause)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->clause_list, (int) dv_item_get_position (clause));

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Moves a clause one place, over the edge of the article into the next one. */
static void
move_clause (DvArticleCard *self,
             DvItem        *clause,
             int            step)
{
  DvList *clauses = dv_item_get_list (self->article, &dv_clause_kind);
  DvList *articles = dv_item_get_list (dv_item_get_parent (self->article), &dv_article_kind);
  int place = (int) dv_item_get_position (clause) + step;
  DvItem *article = self->article;
  DvItem *before = NULL;
  GError *error = NULL;

  if (place < 0 || place >= (int) dv_list_get_length (clauses))
    {
      int neighbour = (int) dv_item_get_position (self->article) + step;

      article = neighbour >= 0 ? dv_list_get (articles, (guint) neighbour) : NULL;
      if (article == NULL)
        return;
      before = step > 0 ? dv_list_get (dv_item_get_list (article, &dv_clause_kind), 0) : NULL;
    }
  else
    before = dv_list_get (clauses, (guint) (step > 0 ? place + 1 : place));

  if (dv_session_check (self->session,
                        dv_manifest_move_clause (get_workshop (self), clause, article, before, &error), &error))
    g_signal_emit (self, signals[SELECTED], 0, clause);
}

static void
remove_clause (DvArticleCard *self,
               DvItem        *clause)
{
  g_autoptr (DvItem) held = g_object_ref (clause);
  DvItem *neighbour = dv_item_get_next (clause);
  GError *error = NULL;

  if (neighbour == NULL && dv_item_get_position (clause) > 0)
    neighbour = dv_list_get (dv_item_get_list (self->article, &dv_clause_kind), dv_item_get_position (clause) - 1);
  if (!dv_session_check (self->session, dv_manifest_remove_clause (get_workshop (self), clause, &error), &error))
    return;

  dv_session_say_undo (self->session, _("Clause removed"));
  if (neighbour != NULL)
    focus_row (self, neighbour);
}

static gboolean
list_key_cb (DvArticleCard  *self,
             guint           keyval,
             guint           keycode,
             GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->clause_list);
  gboolean is_alt = (state & GDK_ALT_MASK) != 0;

  if (row == NULL || !gtk_widget_has_focus (GTK_WIDGET (row)))
    return GDK_EVENT_PROPAGATE;

  if (is_alt && keyval == GDK_KEY_Up)
    move_clause (self, get_clause (row), -1);
  else if (is_alt && keyval == GDK_KEY_Down)
    move_clause (self, get_clause (row), 1);
  else if (keyval == GDK_KEY_Delete && !is_alt)
    remove_clause (self, get_clause (row));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
drop_cb (DvArticleCard *self,
         const GValue  *value,
         double         x,
         double         y)
{
  DvItem *clause = g_value_get_object (value);
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->clause_list, (int) y);
  GError *error = NULL;

  if (clause == NULL || dv_item_get_kind (clause) != &dv_clause_kind)
    return FALSE;

  return dv_session_check (self->session,
                           dv_manifest_move_clause (get_workshop (self), clause, self->article,
                                                    row != NULL ? get_clause (row) : NULL, &error),
                           &error);
}

static void
show_added (DvArticleCard *self,
            DvItem        *clause,
            GError        *error)
{
  if (!dv_session_check (self->session, clause != NULL, &error))
    return;

  dv_entry_put (GTK_WIDGET (self->add_entry), "");
  g_signal_emit (self, signals[SELECTED], 0, clause);
}

static void
add_typed_cb (DvArticleCard *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->add_entry)));
  GError *error = NULL;
  DvItem *clause;

  if (text[0] == '\0')
    return;

  clause = dv_manifest_add_clause (get_workshop (self), self->article, text, NULL, &error);
  show_added (self, clause, error);
}

static void
add_example_cb (DvArticleCard *self,
                GtkListBoxRow *row)
{
  DvItem *behaviour = g_ptr_array_index (self->examples, gtk_list_box_row_get_index (row));
  GError *error = NULL;
  DvItem *clause;

  gtk_menu_button_popdown (self->add_button);
  clause = dv_manifest_add_behaviour (get_workshop (self), behaviour, self->article, NULL, &error);
  show_added (self, clause, error);
}

static void
append_example (DvArticleCard *self,
                DvItem        *behaviour)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT), -1);
  gtk_list_box_append (self->example_list, row);
  g_ptr_array_add (self->examples, g_object_ref (behaviour));
}

/* Those with a star first: the room liked them. */
static void
append_examples (DvArticleCard *self,
                 DvItem        *value,
                 gboolean       star,
                 guint         *left)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);

  for (guint i = 0; i < dv_list_get_length (behaviours) && *left > 0; i++)
    {
      DvItem *behaviour = dv_list_get (behaviours, i);

      if (!dv_behaviour_is_visible (behaviour) ||
          dv_manifest_find_clause (get_workshop (self), behaviour) != NULL ||
          (dv_item_get_int (behaviour, DV_BEHAVIOUR_STAR) != 0) != star)
        continue;
      append_example (self, behaviour);
      (*left)--;
    }
}

static void
fill_examples_cb (DvArticleCard *self)
{
  DvItem *value = dv_workshop_get_ref (get_workshop (self), self->article, DV_ARTICLE_VALUE);
  GtkListBoxRow *row;
  guint left = MAX_EXAMPLES;

  g_ptr_array_set_size (self->examples, 0);
  while ((row = gtk_list_box_get_row_at_index (self->example_list, 0)) != NULL)
    gtk_list_box_remove (self->example_list, GTK_WIDGET (row));
  if (value != NULL)
    {
      append_examples (self, value, TRUE, &left);
      append_examples (self, value, FALSE, &left);
    }
  gtk_widget_set_visible (self->example_heading, left < MAX_EXAMPLES);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
}

static void
move_article (DvArticleCard *self,
              int            step)
{
  DvList *articles = dv_item_get_list (dv_item_get_parent (self->article), &dv_article_kind);
  int place = (int) dv_item_get_position (self->article) + step;
  GError *error = NULL;

  if (place < 0 || place >= (int) dv_list_get_length (articles))
    return;

  dv_session_check (self->session,
                    dv_manifest_move_article (get_workshop (self), self->article,
                                              dv_list_get (articles, (guint) (step > 0 ? place + 1 : place)), &error),
                    &error);
}

static void
move_up_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  move_article (DV_ARTICLE_CARD (widget), -1);
}

static void
move_down_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  move_article (DV_ARTICLE_CARD (widget), 1);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  DvArticleCard *self = DV_ARTICLE_CARD (widget);
  g_autoptr (DvSession) session = g_object_ref (self->session);
  GError *error = NULL;

  if (dv_session_check (session, dv_manifest_remove_article (get_workshop (self), self->article, &error), &error))
    dv_session_say_undo (session, _("Article removed"));
}

static void
update_number (DvArticleCard *self)
{
  DvItem *value = dv_workshop_get_ref (get_workshop (self), self->article, DV_ARTICLE_VALUE);
  g_autofree char *number = g_strdup_printf ("%u", dv_item_get_position (self->article) + 1);
  guint colour = value != NULL && dv_value_is_chosen (value) ? (dv_value_get_number (value) - 1) % 8 + 1 : 0;
  g_autofree char *css_class = g_strdup_printf ("value-%u", colour);
  const char *classes[] = { "number-disc", "ink", "tint-2", css_class, NULL };

  gtk_label_set_label (self->number_label, number);
  gtk_widget_set_css_classes (GTK_WIDGET (self->number_label), classes);
}

static void
update_name (DvArticleCard *self)
{
  g_autofree char *name = g_strdup_printf (_("Article %u: %s"), dv_item_get_position (self->article) + 1,
                                           dv_item_get_string (self->article, DV_ARTICLE_TITLE));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_count (DvArticleCard *self)
{
  guint n = dv_item_count (self->article, &dv_clause_kind);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clause", "%u clauses", n), n);

  gtk_label_set_label (self->count_label, count);
  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->clause_list, (int) i);

      if (row != NULL)
        dv_clause_row_renumber (DV_CLAUSE_ROW (row));
    }
}

static void
dv_article_card_dispose (GObject *object)
{
  DvArticleCard *self = DV_ARTICLE_CARD (object);

  if (self->clause_list != NULL)
    gtk_list_box_bind_model (self->clause_list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_ARTICLE_CARD);
  g_clear_object (&self->session);
  g_clear_object (&self->article);
  g_clear_pointer (&self->examples, g_ptr_array_unref);

  G_OBJECT_CLASS (dv_article_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-article-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, box);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, number_label);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, title_entry);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, count_label);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, statement_view);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, statement_hint);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, clause_list);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, add_button);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, add_entry);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, example_list);
  gtk_widget_class_bind_template_child (widget_class, DvArticleCard, example_heading);
  gtk_widget_class_bind_template_callback (widget_class, selected_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_example_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_examples_cb);
}

static void
dv_article_card_class_init (DvArticleCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_article_card_dispose;

  /**
   * DvArticleCard::selected:
   * @self: the card
   * @item: the clause that is selected now
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_ITEM);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "article.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "article.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "article.remove", NULL, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_article_card_init (DvArticleCard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (DV_TYPE_ITEM, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  self->examples = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->clause_list), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->statement_view)), "changed",
                           G_CALLBACK (update_statement_hint), self, G_CONNECT_SWAPPED);
}

/**
 * dv_article_card_new:
 * @session: the session of the workshop
 * @article: an article of the Manifest
 *
 * Returns: (transfer floating): a card that follows the article
 */
GtkWidget *
dv_article_card_new (DvSession *session,
                     DvItem    *article)
{
  DvArticleCard *self = g_object_new (DV_TYPE_ARTICLE_CARD, NULL);
  DvList *clauses = dv_item_get_list (article, &dv_clause_kind);

  self->session = g_object_ref (session);
  self->article = g_object_ref (article);
  dv_field_bind (self->title_entry, session, article, DV_ARTICLE_TITLE, _("Edit article"));
  dv_field_bind (self->statement_view, session, article, DV_ARTICLE_STATEMENT, _("Edit article"));
  gtk_list_box_bind_model (self->clause_list, G_LIST_MODEL (clauses), make_row, self, NULL);
  g_signal_connect_object (clauses, "items-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (article, "changed", G_CALLBACK (dv_article_card_renumber), self, G_CONNECT_SWAPPED);
  dv_article_card_renumber (self);

  return GTK_WIDGET (self);
}

/**
 * dv_article_card_get_article:
 * @self: a card
 *
 * Returns: (transfer none): the article
 */
DvItem *
dv_article_card_get_article (DvArticleCard *self)
{
  g_return_val_if_fail (DV_IS_ARTICLE_CARD (self), NULL);
  return self->article;
}

/**
 * dv_article_card_renumber:
 * @self: a card
 *
 * Shows the number and the colour that the article has now.
 */
void
dv_article_card_renumber (DvArticleCard *self)
{
  g_return_if_fail (DV_IS_ARTICLE_CARD (self));

  if (dv_item_get_parent (self->article) == NULL)
    return;

  update_number (self);
  update_name (self);
  update_count (self);
}

/**
 * dv_article_card_select:
 * @self: a card
 * @clause: (nullable): a clause, or %NULL for none
 *
 * Selects the clause and gives it the focus, if it is in this article;
 * otherwise selects nothing.
 *
 * Returns: whether it is in this article
 */
gboolean
dv_article_card_select (DvArticleCard *self,
                        DvItem        *clause)
{
  g_return_val_if_fail (DV_IS_ARTICLE_CARD (self), FALSE);

  if (clause == NULL || dv_item_get_parent (clause) != self->article)
    {
      gtk_list_box_unselect_all (self->clause_list);
      return FALSE;
    }

  focus_row (self, clause);
  return TRUE;
}

/**
 * dv_article_card_focus_first:
 * @self: a card
 *
 * Returns: whether there is a clause, which has the focus now
 */
gboolean
dv_article_card_focus_first (DvArticleCard *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (DV_IS_ARTICLE_CARD (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->clause_list, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * dv_article_card_add_clause:
 * @self: a card
 *
 * Opens what adds a clause.
 */
void
dv_article_card_add_clause (DvArticleCard *self)
{
  g_return_if_fail (DV_IS_ARTICLE_CARD (self));
  gtk_menu_button_popup (self->add_button);
}
