/* dv-behaviour-grid.c
 *
 * The examples of one value as cards
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviour-grid"

#include "config.h"

#include "dv-behaviour-card.h"
#include "dv-behaviour-grid-private.h"
#include "dv-behaviours.h"
#include "dv-fold.h"

/* Items go through the value's live list, a filter that is only there while
 * something is searched for, and a selection. The actions are about the cards
 * that are selected, or the one with the focus, or what was typed last. */

G_DEFINE_FINAL_TYPE (DvBehaviourGrid, dv_behaviour_grid, GTK_TYPE_WIDGET)

static DvWorkshop *
get_workshop (DvBehaviourGrid *self)
{
  return dv_session_get_workshop (self->session);
}

GPtrArray *
dv_behaviour_grid_new_items (void)
                  {
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* The card that has the focus, or holds what has it. */
DvBehaviourCard *
dv_behaviour_grid_find_focused_card (DvBehaviourGrid *self)
                  {
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->view))
    return NULL;
  card = gtk_widget_get_ancestor (focus, DV_TYPE_BEHAVIOUR_CARD);
  if (card == NULL)
    card = gtk_widget_get_first_child (focus);

  return DV_IS_BEHAVIOUR_CARD (card) ? DV_BEHAVIOUR_CARD (card) : NULL;
}

/**
 * dv_behaviour_grid_list_selected:
 * @self: a grid
 *
 * Returns: (transfer full) (element-type DvItem): the selected examples in
 *   order; without any, the one with the focus
 */
GPtrArray *
dv_behaviour_grid_list_selected (DvBehaviourGrid *self)
{
  GPtrArray *items = dv_behaviour_grid_new_items ();
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  DvBehaviourCard *card = dv_behaviour_grid_find_focused_card (self);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  if (items->len == 0 && card != NULL && dv_behaviour_card_get_item (card) != NULL)
    g_ptr_array_add (items, g_object_ref (dv_behaviour_card_get_item (card)));

  return items;
}

guint
dv_behaviour_grid_find_position (DvBehaviourGrid *self,
                                 DvItem          *item)
                  {
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvItem) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other == item)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * dv_behaviour_grid_select:
 * @self: a grid
 * @items: (element-type DvItem): examples of its value
 *
 * Selects just these.
 */
void
dv_behaviour_grid_select (DvBehaviourGrid *self,
                          GPtrArray       *items)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  gtk_selection_model_unselect_all (selection);
  for (guint i = 0; i < items->len; i++)
    {
      guint position = dv_behaviour_grid_find_position (self, g_ptr_array_index (items, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_selection_model_select_item (selection, position, FALSE);
    }
}

/**
 * dv_behaviour_grid_show_first:
 * @self: a grid
 *
 * Scrolls to the first card: a new one that was typed is there.
 */
void
dv_behaviour_grid_show_first (DvBehaviourGrid *self)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", 0);
}

/* --- Cards ----------------------------------------------------------------- */

static void
setup_cb (DvBehaviourGrid *self,
          GtkListItem     *list_item)
{
  GtkWidget *card = dv_behaviour_card_new (self->session);

  dv_behaviour_grid_add_menu (self, card);
  dv_behaviour_grid_add_dragging (self, card);
  gtk_list_item_set_child (list_item, card);
}

/* There is no unbinding: GTK (seen in 4.8) unbinds and binds every card on an
 * insertion, mostly to the item it had, and then there is nothing to do. */
static void
bind_cb (DvBehaviourGrid *self,
         GtkListItem     *list_item)
{
  dv_behaviour_card_set_item (DV_BEHAVIOUR_CARD (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static gboolean
matches_cb (gpointer item,
            gpointer data)
{
  return dv_behaviour_matches (item, DV_BEHAVIOUR_GRID (data)->folded);
}

/* Whether cards look different although their own items are as they were. */
static gboolean
concerns_cards (DvWorkshop   *workshop,
                const DvEdit *edit)
{
  switch (edit->type)
    {
    case DV_EDIT_SET:
      if (dv_workshop_find_kind (workshop, edit->id, &dv_behaviour_kind) != NULL)
        return (edit->fields & (1u << DV_BEHAVIOUR_INTO)) != 0;
      return dv_workshop_find_kind (workshop, edit->id, &dv_role_kind) != NULL ||
             dv_workshop_find_kind (workshop, edit->id, &dv_value_kind) != NULL;
    case DV_EDIT_MOVE:
      return dv_workshop_find_kind (workshop, edit->id, &dv_value_kind) != NULL;
    case DV_EDIT_REMOVE:
      return TRUE;
    case DV_EDIT_INSERT:
    default:
      return FALSE;
    }
}

static void
refresh_cards (DvBehaviourGrid *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DV_IS_BEHAVIOUR_CARD (gtk_widget_get_first_child (child)))
      dv_behaviour_card_refresh (DV_BEHAVIOUR_CARD (gtk_widget_get_first_child (child)));
}

/* While searching, a text that is edited may come to match or not. */
static void
applied_cb (DvBehaviourGrid *self,
            DvGroup         *group,
            DvWorkshop      *workshop)
{
  gboolean concerns = FALSE;
  gboolean sets = FALSE;

  for (guint i = 0; i < dv_group_get_length (group); i++)
    {
      const DvEdit *edit = dv_group_get_edit (group, i);

      sets = sets || edit->type == DV_EDIT_SET;
      concerns = concerns || concerns_cards (workshop, edit);
    }
  if (concerns)
    refresh_cards (self);
  if (sets && self->folded != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
dv_behaviour_grid_dispose (GObject *object)
{
  DvBehaviourGrid *self = DV_BEHAVIOUR_GRID (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->view != NULL)
    {
      gtk_grid_view_set_model (GTK_GRID_VIEW (self->view), NULL);
      gtk_grid_view_set_factory (GTK_GRID_VIEW (self->view), NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_BEHAVIOUR_GRID);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->moved);
  g_clear_object (&self->recent);
  g_clear_object (&self->value);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_behaviour_grid_parent_class)->dispose (object);
}

static void
dv_behaviour_grid_finalize (GObject *object)
{
  g_free (DV_BEHAVIOUR_GRID (object)->folded);

  G_OBJECT_CLASS (dv_behaviour_grid_parent_class)->finalize (object);
}

static void
dv_behaviour_grid_class_init (DvBehaviourGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_behaviour_grid_dispose;
  object_class->finalize = dv_behaviour_grid_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-behaviour-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourGrid, view);
  gtk_widget_class_bind_template_callback_full (widget_class, "activate_cb", G_CALLBACK (dv_behaviour_grid_activate));

  dv_behaviour_grid_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dv_behaviour_grid_init (DvBehaviourGrid *self)
{
  self->columns = 3;
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_behaviour_grid_add_keys (self);
}

/**
 * dv_behaviour_grid_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): a grid without a value
 */
GtkWidget *
dv_behaviour_grid_new (DvSession *session)
{
  DvBehaviourGrid *self = g_object_new (DV_TYPE_BEHAVIOUR_GRID, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->session = g_object_ref (session);
  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  /* A search through thousands must not hold up the next key. */
  gtk_filter_list_model_set_incremental (self->shown, TRUE);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (GTK_GRID_VIEW (self->view), factory);
  gtk_grid_view_set_model (GTK_GRID_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (dv_session_get_workshop (session), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dv_behaviour_grid_set_value:
 * @self: a grid
 * @value: (nullable): the value whose examples are shown
 */
void
dv_behaviour_grid_set_value (DvBehaviourGrid *self,
                             DvItem          *value)
{
  g_autoptr (GListModel) items = NULL;

  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  if (!g_set_object (&self->value, value))
    return;

  g_clear_object (&self->recent);
  if (value != NULL)
    items = dv_behaviours_visible_new (get_workshop (self), value);
  gtk_filter_list_model_set_model (self->shown, items);
  dv_behaviour_grid_show_first (self);
}

void
dv_behaviour_grid_set_columns (DvBehaviourGrid *self,
                               guint            columns)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  if (self->columns == columns)
    return;

  self->columns = columns;
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->view), MIN (columns, gtk_grid_view_get_max_columns (GTK_GRID_VIEW (self->view))));
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->view), columns);
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->view), columns);
}

/**
 * dv_behaviour_grid_search:
 * @self: a grid
 * @text: what to look for; empty for all
 */
void
dv_behaviour_grid_search (DvBehaviourGrid *self,
                          const char      *text)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));

  g_free (self->folded);
  self->folded = dv_fold (text);
  if (self->folded[0] == '\0')
    g_clear_pointer (&self->folded, g_free);

  if (self->folded != NULL)
    gtk_custom_filter_set_filter_func (self->filter, matches_cb, self, NULL);
  else
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  dv_behaviour_grid_show_first (self);
}

/**
 * dv_behaviour_grid_set_recent:
 * @self: a grid
 * @item: (nullable): what was typed last, which a key without a selection means
 */
void
dv_behaviour_grid_set_recent (DvBehaviourGrid *self,
                              DvItem          *item)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_GRID (self));
  g_set_object (&self->recent, item);
}

/**
 * dv_behaviour_grid_get_all:
 * @self: a grid
 *
 * Returns: (nullable) (transfer none): the examples of the value that were not
 *   merged into others
 */
GListModel *
dv_behaviour_grid_get_all (DvBehaviourGrid *self)
{
  g_return_val_if_fail (DV_IS_BEHAVIOUR_GRID (self), NULL);
  return gtk_filter_list_model_get_model (self->shown);
}

/**
 * dv_behaviour_grid_get_shown:
 * @self: a grid
 *
 * Returns: (transfer none): those that match what is searched for
 */
GListModel *
dv_behaviour_grid_get_shown (DvBehaviourGrid *self)
{
  g_return_val_if_fail (DV_IS_BEHAVIOUR_GRID (self), NULL);
  return G_LIST_MODEL (self->shown);
}
