/* dv-behaviours-page.c
 *
 * The page on which a room gives examples of behaviour for each value
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviours-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviour-grid.h"
#include "dv-behaviours-page.h"
#include "dv-behaviours.h"
#include "dv-entry-bar.h"
#include "dv-field.h"
#include "dv-merge-dialog.h"
#include "dv-mix-meter.h"
#include "dv-twins.h"
#include "dv-value-chips.h"
#include "dv-value-headline.h"
#include "dv-value-menu.h"
#include "dv-values.h"

/* Three columns of cards from this width on, and roomy cards from this height
 * on (the window is 48 higher), in CSS px. */
#define WIDE 760
#define HIGH 752

struct _DvBehavioursPage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkStack *content;
  GtkWidget *chips_place;
  GtkWidget *headline_place;
  GtkWidget *mix_place;
  GtkWidget *entry_place;
  GtkWidget *counts;
  GtkWidget *merge_bar;
  GtkWidget *merge_title;
  GtkWidget *merge_text;
  GtkWidget *value_entry;
  DvBehaviourGrid *grid;
  DvEntryBar *entry;

  /* Owned */
  DvTwins *twins;
  DvItem *previous; /* nullable: what was typed last, for the arrow up */
  DvItem *editing;  /* nullable: what the entry changes */
  GListModel *values;

  /* State */
  gboolean is_searching;
  gboolean is_high;
};

G_DEFINE_FINAL_TYPE (DvBehavioursPage, dv_behaviours_page, DV_TYPE_PAGE)

static DvSession *
get_session (DvBehavioursPage *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static DvWorkshop *
get_workshop (DvBehavioursPage *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

/* --- What is shown ------------------------------------------------------- */

static guint
count_stars (GListModel *items)
{
  guint n = g_list_model_get_n_items (items);
  guint stars = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvItem) item = g_list_model_get_item (items, i);

      if (dv_item_get_int (item, DV_BEHAVIOUR_STAR) != 0)
        stars++;
    }

  return stars;
}

static void
update_counts (DvBehavioursPage *self)
{
  GListModel *all = dv_behaviour_grid_get_all (self->grid);
  guint n = all != NULL ? g_list_model_get_n_items (all) : 0;
  guint found = g_list_model_get_n_items (dv_behaviour_grid_get_shown (self->grid));
  guint stars = 0;
  g_autofree char *examples = NULL;
  g_autofree char *text = NULL;

  if (all != NULL)
    stars = count_stars (all);
  /* TRANSLATORS: <b> makes the number bold */
  examples = g_strdup_printf (ngettext ("<b>%u</b> example", "<b>%u</b> examples", n), n);
  if (self->is_searching)
    text = g_strdup_printf (ngettext ("<b>%u</b> of %u example found", "<b>%u</b> of %u examples found", n), found, n);
  else if (stars > 0)
    {
      g_autofree char *starred = g_strdup_printf (ngettext ("<b>%u</b> with a star", "<b>%u</b> with a star", stars), stars);

      /* TRANSLATORS: "18 examples", then "3 with a star" */
      text = g_strdup_printf (C_("counts", "%s, %s"), examples, starred);
    }
  else
    text = g_steal_pointer (&examples);

  gtk_label_set_markup (GTK_LABEL (self->counts), n > 0 || self->is_searching ? text : "");
  if (n == 0)
    gtk_stack_set_visible_child_name (self->content, "empty");
  else if (found == 0)
    gtk_stack_set_visible_child_name (self->content, "nothing-found");
  else
    gtk_stack_set_visible_child (self->content, GTK_WIDGET (self->grid));
}

static void
update_merge_bar (DvBehavioursPage *self)
{
  g_autoptr (GPtrArray) twins = dv_twins_get_first (self->twins);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->merge_bar, twins != NULL);
  if (twins == NULL)
    return;

  title = g_strdup_printf (ngettext ("%u says the same: merge?", "%u say the same: merge?", twins->len), twins->len);
  text = g_strdup_printf (C_("quote", "“%s”"), dv_item_get_string (g_ptr_array_index (twins, 0), DV_BEHAVIOUR_TEXT));
  gtk_label_set_text (GTK_LABEL (self->merge_title), title);
  gtk_label_set_text (GTK_LABEL (self->merge_text), text);
}

static void
forget_typed (DvBehavioursPage *self)
{
  g_clear_object (&self->previous);
  dv_behaviour_grid_set_recent (self->grid, NULL);
}

static void
show_value (DvBehavioursPage *self)
{
  DvItem *value = dv_session_get_value (get_session (self));
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;

  if (value != NULL && !dv_value_is_chosen (value))
    value = NULL;
  if (self->editing != NULL)
    {
      g_clear_object (&self->editing);
      dv_entry_bar_clear (self->entry);
    }
  forget_typed (self);
  dv_behaviour_grid_set_value (self->grid, value);
  dv_twins_set_model (self->twins, dv_behaviour_grid_get_all (self->grid));
  gtk_stack_set_visible_child_name (self->stack, value != NULL ? "values" : "no-values");
  if (value == NULL)
    return;

  name = g_utf8_strdown (dv_item_get_string (value, DV_VALUE_NAME), -1);
  hint = g_strdup_printf (C_("entry", "An example of ‘%s’ that you can see or hear"), name);
  dv_entry_bar_set_placeholder (self->entry, hint);
  update_counts (self);
}

/* There is always a value selected while there are any. */
static void
ensure_value (DvBehavioursPage *self)
{
  DvItem *value = dv_session_get_value (get_session (self));
  g_autoptr (DvItem) first = g_list_model_get_item (self->values, 0);

  if (value == NULL || !dv_value_is_chosen (value))
    dv_session_set_value (get_session (self), first);
}

/* Also when the one that was selected is deleted. */
static void
selected_changed_cb (DvBehavioursPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && dv_session_get_value (get_session (self)) == NULL &&
      g_list_model_get_n_items (self->values) > 0)
    ensure_value (self);
  else
    show_value (self);
}

static void
values_changed_cb (DvBehavioursPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ensure_value (self);
}

static void
applied_cb (DvBehavioursPage *self)
{
  if (self->previous != NULL && dv_item_get_parent (self->previous) == NULL)
    forget_typed (self);
  if (self->editing != NULL && dv_item_get_parent (self->editing) == NULL)
    {
      g_clear_object (&self->editing);
      dv_entry_bar_clear (self->entry);
    }
  update_counts (self);
}

/* --- Typing ---------------------------------------------------------------- */

static void
remember (DvBehavioursPage *self,
          DvItem           *item)
{
  g_set_object (&self->previous, item);
  dv_behaviour_grid_set_recent (self->grid, item);
}

static gboolean
change_typed (DvBehavioursPage *self,
              const char       *text,
              gboolean          star)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  const char *counter = dv_item_get_string (self->editing, DV_BEHAVIOUR_COUNTER);
  GError *error = NULL;

  if (!dv_session_check (get_session (self), dv_behaviours_edit (get_workshop (self), self->editing, text, counter, &error), &error))
    return FALSE;
  if (star && dv_item_get_int (self->editing, DV_BEHAVIOUR_STAR) == 0)
    {
      error = NULL;
      g_ptr_array_add (one, self->editing);
      dv_session_check (get_session (self), dv_behaviours_set_star (get_workshop (self), one, TRUE, &error), &error);
    }

  return TRUE;
}

static void
entered_cb (DvBehavioursPage *self,
            const char       *text,
            gboolean          star)
{
  DvSession *session = get_session (self);
  DvItem *value = dv_session_get_value (session);
  DvItem *item;
  GError *error = NULL;

  if (value == NULL)
    return;
  if (self->editing != NULL)
    {
      if (change_typed (self, text, star))
        {
          g_clear_object (&self->editing);
          dv_entry_bar_clear (self->entry);
        }
      return;
    }

  item = dv_behaviours_add (get_workshop (self), value, text, NULL, dv_session_get_role (session), NULL, star, &error);
  if (!dv_session_check (session, item != NULL, &error))
    return;

  dv_entry_bar_clear (self->entry);
  remember (self, item);
  dv_behaviour_grid_show_first (self->grid);
}

static void
pasted_cb (DvBehavioursPage *self,
           const char       *text)
{
  DvSession *session = get_session (self);
  DvItem *value = dv_session_get_value (session);
  g_autofree char *said = NULL;
  guint n = 0;
  GError *error = NULL;
  gboolean done;

  if (value == NULL)
    return;
  done = dv_behaviours_add_list (get_workshop (self), value, text, dv_session_get_role (session), &n, &error);
  if (!dv_session_check (session, done, &error))
    return;

  said = g_strdup_printf (ngettext ("%u example added from the list", "%u examples added from the list", n), n);
  dv_session_say_undo (session, said);
  dv_behaviour_grid_show_first (self->grid);
}

static void
previous_cb (DvBehavioursPage *self)
{
  g_autoptr (DvItem) first = g_list_model_get_item (dv_behaviour_grid_get_shown (self->grid), 0);
  DvItem *item = self->previous != NULL && dv_behaviour_is_visible (self->previous) ? self->previous : first;

  if (item == NULL)
    return;
  g_set_object (&self->editing, item);
  dv_entry_bar_edit (self->entry, dv_item_get_string (item, DV_BEHAVIOUR_TEXT));
}

static void
cancelled_cb (DvBehavioursPage *self)
{
  g_clear_object (&self->editing);
}

static void
add_value_cb (DvBehavioursPage *self)
{
  DvItem *value;
  GError *error = NULL;

  value = dv_values_add (get_workshop (self), gtk_editable_get_text (GTK_EDITABLE (self->value_entry)),
                         DV_VALUE_STATE_CHOSEN, NULL, &error);
  if (!dv_session_check (get_session (self), value != NULL, &error))
    return;

  dv_entry_put (GTK_WIDGET (self->value_entry), "");
  dv_session_set_value (get_session (self), value);
  dv_page_focus_entry (DV_PAGE (self));
}

/* --- Merging --------------------------------------------------------------- */

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DvBehavioursPage *self = DV_BEHAVIOURS_PAGE (widget);
  g_autoptr (GPtrArray) selected = dv_behaviour_grid_list_selected (self->grid);
  g_autoptr (GPtrArray) twins = dv_twins_get_first (self->twins);

  /* Twins say the same, so there is no wording to choose. */
  if (selected->len < 2 && twins != NULL)
    dv_merge (get_session (self), twins, 0);
  else
    dv_behaviour_grid_merge (self->grid, selected);
}

static void
not_now_clicked_cb (DvBehavioursPage *self)
{
  dv_twins_dismiss (self->twins);
}

static gboolean
dropped_cb (DvBehavioursPage *self,
            DvItem           *value,
            DvItem           *item)
{
  return dv_behaviour_grid_take (self->grid, item, value);
}

static void
star_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (DV_BEHAVIOURS_PAGE (widget)->grid), "behaviours.star", NULL);
}

static void
focus_entry_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  dv_page_focus_entry (DV_PAGE (widget));
}

/* --- The page ---------------------------------------------------------------- */

static void
dv_behaviours_page_enter (DvPage *page)
{
  DvBehavioursPage *self = DV_BEHAVIOURS_PAGE (page);

  ensure_value (self);
  show_value (self);
}

static void
dv_behaviours_page_focus_entry (DvPage *page)
{
  DvBehavioursPage *self = DV_BEHAVIOURS_PAGE (page);

  if (dv_session_get_value (get_session (self)) != NULL)
    dv_entry_bar_focus (self->entry);
  else
    gtk_widget_grab_focus (self->value_entry);
}

static void
dv_behaviours_page_search (DvPage     *page,
                           const char *text)
{
  DvBehavioursPage *self = DV_BEHAVIOURS_PAGE (page);

  self->is_searching = text[0] != '\0';
  dv_behaviour_grid_search (self->grid, text);
  update_counts (self);
}

static GtkSizeRequestMode
dv_behaviours_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_behaviours_page_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (DV_BEHAVIOURS_PAGE (widget)->stack), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
dv_behaviours_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  DvBehavioursPage *self = DV_BEHAVIOURS_PAGE (widget);
  gboolean is_high = height >= HIGH;

  dv_behaviour_grid_set_columns (self->grid, width >= WIDE ? 3 : 2);
  if (self->is_high != is_high)
    {
      self->is_high = is_high;
      if (is_high)
        gtk_widget_remove_css_class (widget, "low");
      else
        gtk_widget_add_css_class (widget, "low");
    }
  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
dv_behaviours_page_constructed (GObject *object)
{
  DvBehavioursPage *self = DV_BEHAVIOURS_PAGE (object);
  DvSession *session;
  GtkWidget *chips, *headline, *mix;

  G_OBJECT_CLASS (dv_behaviours_page_parent_class)->constructed (object);
  session = get_session (self);

  chips = dv_value_chips_new (session, FALSE);
  headline = dv_value_headline_new (session);
  mix = dv_mix_meter_new (session);
  self->grid = DV_BEHAVIOUR_GRID (dv_behaviour_grid_new (session));
  self->entry = DV_ENTRY_BAR (dv_entry_bar_new (session, (guint) dv_behaviour_kind.fields[DV_BEHAVIOUR_TEXT].max));
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_widget_set_hexpand (headline, TRUE);
  gtk_widget_set_hexpand (mix, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_box_append (GTK_BOX (self->chips_place), chips);
  gtk_box_append (GTK_BOX (self->headline_place), headline);
  gtk_box_append (GTK_BOX (self->mix_place), mix);
  gtk_stack_add_child (self->content, GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (self->entry_place), GTK_WIDGET (self->entry));
  dv_value_menu_attach (DV_VALUE_CHIPS (chips));

  self->twins = dv_twins_new (get_workshop (self));
  self->values = dv_values_chosen_new (get_workshop (self));
  g_signal_connect_object (chips, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "previous", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->twins, "changed", G_CALLBACK (update_merge_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->values, "items-changed", G_CALLBACK (values_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dv_behaviour_grid_get_shown (self->grid), "items-changed",
                           G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::value", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  show_value (self);
}

static void
dv_behaviours_page_dispose (GObject *object)
{
  DvBehavioursPage *self = DV_BEHAVIOURS_PAGE (object);

  g_clear_object (&self->twins);
  g_clear_object (&self->previous);
  g_clear_object (&self->editing);
  g_clear_object (&self->values);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_BEHAVIOURS_PAGE);

  G_OBJECT_CLASS (dv_behaviours_page_parent_class)->dispose (object);
}

static void
dv_behaviours_page_class_init (DvBehavioursPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  object_class->constructed = dv_behaviours_page_constructed;
  object_class->dispose = dv_behaviours_page_dispose;
  widget_class->get_request_mode = dv_behaviours_page_get_request_mode;
  widget_class->measure = dv_behaviours_page_measure;
  widget_class->size_allocate = dv_behaviours_page_size_allocate;
  page_class->enter = dv_behaviours_page_enter;
  page_class->focus_entry = dv_behaviours_page_focus_entry;
  page_class->search = dv_behaviours_page_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-behaviours-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, content);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, chips_place);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, headline_place);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, mix_place);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, entry_place);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, counts);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, merge_bar);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, merge_title);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, merge_text);
  gtk_widget_class_bind_template_child (widget_class, DvBehavioursPage, value_entry);
  gtk_widget_class_bind_template_callback (widget_class, not_now_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_value_cb);

  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "page.focus-entry", NULL, focus_entry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "page.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "page.star", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.focus-entry", NULL);
  gtk_widget_class_set_css_name (widget_class, "behaviours-page");
}

static void
dv_behaviours_page_init (DvBehavioursPage *self)
{
  self->is_high = TRUE;
  /* The bin layout of a page would hide size_allocate. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_behaviours_page_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_behaviours_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_BEHAVIOURS_PAGE, "session", session, NULL);
}
