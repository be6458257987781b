/* dv-choose-page.c
 *
 * The page on which a room chooses a few examples of many
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choose-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-accessible.h"
#include "dv-behaviours.h"
#include "dv-choose-page-private.h"
#include "dv-choose-row.h"
#include "dv-choosing.h"
#include "dv-phase-strip.h"
#include "dv-value-menu.h"
#include "dv-values.h"

/* Roomy rows from this height on, in CSS px. */
#define HIGH 752

G_DEFINE_FINAL_TYPE (DvChoosePage, dv_choose_page, DV_TYPE_PAGE)

static DvSession *
get_session (DvChoosePage *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static DvWorkshop *
get_workshop (DvChoosePage *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

static guint
get_target (DvChoosePage *self)
{
  return (guint) dv_item_get_int (self->value, DV_VALUE_TARGET);
}

/* --- Lines ----------------------------------------------------------------- */

static gboolean
is_decided (DvChoosePage *self)
{
  return dv_choosing_count_chosen (self->value) >= get_target (self);
}

static DvCounting
get_counting (DvChoosePage *self)
{
  return dv_choose_lines_get_counting (self->lines);
}

static void
refresh_lines (DvChoosePage *self)
{
  DvChooseLine *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (DvItem) behaviour = selected != NULL && selected->behaviour != NULL ? g_object_ref (selected->behaviour) : NULL;
  guint position;

  if (!dv_choose_lines_refresh (self->lines) || behaviour == NULL)
    return;

  position = dv_choose_lines_find (self->lines, behaviour);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
}

static void
update_edge (DvChoosePage *self,
             GtkListItem  *list_item)
{
  DvChooseLine *line = gtk_list_item_get_item (list_item);

  if (line != NULL)
    dv_choose_lines_update_edge (self->lines, line, gtk_list_item_get_position (list_item));
}

static void
position_changed_cb (DvChoosePage *self,
                     GParamSpec   *pspec,
                     GtkListItem  *list_item)
{
  update_edge (self, list_item);
}

static void
update_edges (DvChoosePage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    update_edge (self, g_ptr_array_index (self->bound, i));
}

/* --- What stands around the list ------------------------------------------- */

static char *
create_question (DvChoosePage *self)
{
  static const char *const numbers[] = {
    NC_("how many", "two"), NC_("how many", "three"), NC_("how many", "four"), NC_("how many", "five"),
    NC_("how many", "six"), NC_("how many", "seven"), NC_("how many", "eight"), NC_("how many", "nine")
  };
  g_autofree char *name = g_utf8_strdown (dv_item_get_string (self->value, DV_VALUE_NAME), -1);
  guint target = get_target (self);

  if (target < 2 || target > 9)
    /* TRANSLATORS: the name of a core value */
    return g_strdup_printf (C_("choose", "Which one shows best what ‘%s’ is?"), name);
  /* TRANSLATORS: two to nine, then the name of a core value */
  return g_strdup_printf (C_("choose", "Which %s show best what ‘%s’ is?"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "how many", numbers[target - 2]), name);
}

static void
add_hint (DvChoosePage *self,
          const char   *key,
          const char   *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->hints), box);
}

static void
update_hints (DvChoosePage *self)
{
  GtkWidget *child;
  g_autofree char *top = g_strdup_printf (C_("hint", "take the top %u"), get_target (self));

  while ((child = gtk_widget_get_first_child (self->hints)) != NULL)
    gtk_box_remove (GTK_BOX (self->hints), child);

  if (get_counting (self) != DV_COUNTING_NONE)
    {
      add_hint (self, C_("key", "Enter"), C_("hint", "next number"));
      add_hint (self, get_counting (self) == DV_COUNTING_HANDS ? C_("key", "H") : C_("key", "P"), C_("hint", "numbers done"));
    }
  else if (!dv_choosing_is_revealed (self->value))
    {
      add_hint (self, C_("key", "V"), C_("hint", "on or off the shortlist"));
      add_hint (self, C_("key", "P"), C_("hint", "enter dots from paper"));
    }
  else
    {
      add_hint (self, C_("key", "T"), top);
      add_hint (self, C_("key", "Space"), C_("hint", "star on or off"));
      add_hint (self, C_("key", "V"), C_("hint", "on or off the shortlist"));
    }
}

static DvItem *
get_next_value (DvChoosePage *self)
{
  guint n = g_list_model_get_n_items (self->values);

  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (DvItem) value = g_list_model_get_item (self->values, i);
      g_autoptr (DvItem) next = g_list_model_get_item (self->values, i + 1);

      /* The model keeps it. */
      if (value == self->value)
        return next;
    }

  return NULL;
}

/* Whether the top can be taken and was not. */
static gboolean
can_take_top (DvChoosePage *self)
{
  g_autoptr (GPtrArray) places = dv_choosing_rank (get_workshop (self), self->value);

  if (dv_item_get_int (self->value, DV_VALUE_PHASE) == DV_PHASE_CHOSEN)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);

      if (place->certain && dv_item_get_int (place->behaviour, DV_BEHAVIOUR_CHOSEN) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What the button at the end of the page does. */
DvNextStep
dv_choose_page_get_next_step (DvChoosePage *self)
{
  gint64 phase = dv_item_get_int (self->value, DV_VALUE_PHASE);

  if (phase == DV_PHASE_SHORTLIST)
    return DV_STEP_DOTS;
  if (phase == DV_PHASE_DOTS)
    return DV_STEP_REVEAL;
  if (can_take_top (self) && !is_decided (self))
    return DV_STEP_TOP;
  return get_next_value (self) != NULL ? DV_STEP_VALUE : DV_STEP_NONE;
}

static void
update_next (DvChoosePage *self)
{
  DvNextStep step = dv_choose_page_get_next_step (self);
  DvItem *value = get_next_value (self);
  g_autofree char *label = NULL;
  const char *key = "";

  switch (step)
    {
    case DV_STEP_DOTS:
      label = g_strdup (C_("choose", "Give dots"));
      break;
    case DV_STEP_REVEAL:
      label = g_strdup (C_("choose", "Reveal"));
      key = C_("key", "R");
      break;
    case DV_STEP_TOP:
      label = g_strdup_printf (C_("choose", "Take the top %u"), get_target (self));
      key = C_("key", "T");
      break;
    case DV_STEP_VALUE:
      /* TRANSLATORS: the name of the core value that comes next */
      label = g_strdup_printf (C_("choose", "Next: %s"), dv_item_get_string (value, DV_VALUE_NAME));
      key = C_("key", "Ctrl PgDn");
      break;
    case DV_STEP_NONE:
    default:
      break;
    }
  gtk_widget_set_visible (self->next, label != NULL);
  gtk_widget_set_visible (self->next_key, key[0] != '\0');
  gtk_label_set_text (GTK_LABEL (self->next_label), label != NULL ? label : "");
  gtk_label_set_text (GTK_LABEL (self->next_key), key);
  gtk_widget_set_sensitive (self->next, (step != DV_STEP_DOTS && step != DV_STEP_REVEAL) ||
                                        dv_choosing_count_shortlist (self->value) > 0);
}

/* A promise can be taken back at any time, and made until the first dot. */
static void
update_promise (DvChoosePage *self)
{
  DvItem *activity = dv_session_get_activity (get_session (self));
  gboolean is_promised = activity != NULL && dv_item_get_int (activity, DV_ACTIVITY_BY_ROLE) != 0;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->promise), is_promised);
  gtk_widget_set_sensitive (self->promise,
                            activity != NULL && (is_promised || dv_choosing_may_promise (get_workshop (self))));
}

void
dv_choose_page_refresh (DvChoosePage *self)
{
  g_autofree char *question = NULL;
  g_autofree char *chosen = NULL;
  guint n = 0;

  gtk_stack_set_visible_child_name (self->stack, self->value != NULL ? "values" : "no-values");
  if (self->value == NULL)
    return;

  refresh_lines (self);
  n = dv_behaviours_count (self->value);
  gtk_stack_set_visible_child_name (self->content, n > 0 ? "list" : "empty");

  question = create_question (self);
  gtk_label_set_text (GTK_LABEL (self->question), question);
  /* TRANSLATORS: <b> makes the numbers bold */
  chosen = g_strdup_printf (ngettext ("chosen <b>%u of %u</b>", "chosen <b>%u of %u</b>", get_target (self)),
                            dv_choosing_count_chosen (self->value), get_target (self));
  gtk_label_set_markup (GTK_LABEL (self->chosen), chosen);
  self->is_showing = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->target), get_target (self));
  update_promise (self);
  self->is_showing = FALSE;
  update_hints (self);
  update_next (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choose.reveal",
                                 !dv_choosing_is_revealed (self->value) && dv_choosing_count_shortlist (self->value) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choose.top", dv_choosing_is_revealed (self->value));
}

static void
update_subtitle (DvChoosePage *self)
{
  g_autofree char *text = NULL;
  guint n;

  if (self->value == NULL)
    return;
  n = dv_behaviours_count (self->value);
  /* TRANSLATORS: how many examples, and how many of them are to be chosen */
  text = g_strdup_printf (ngettext ("From %u example to %u", "From %u examples to %u", n), n, get_target (self));
  dv_page_set_subtitle (DV_PAGE (self), text);
}

static void
applied_cb (DvChoosePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->value == NULL || dv_item_get_parent (self->value) == NULL)
    return;

  dv_choose_page_refresh (self);
  update_subtitle (self);
}

static void
focus_first_cb (gpointer data)
{
  DvChoosePage *self = data;
  GtkListItem *first = NULL;
  GtkWidget *row;

  self->focus_id = 0;
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      DvChooseLine *line = gtk_list_item_get_item (item);

      if (line != NULL && line->behaviour != NULL &&
          (first == NULL || gtk_list_item_get_position (item) < gtk_list_item_get_position (first)))
        first = item;
    }
  row = first != NULL ? gtk_widget_get_parent (gtk_list_item_get_child (first)) : NULL;
  if (row != NULL && gtk_widget_get_mapped (row))
    gtk_widget_grab_focus (row);
}

/* On the first example and not on the heading above it, where the keys of one
 * letter have nothing to act on. Waits until the rows are there. */
void
dv_choose_page_focus_first (DvChoosePage *self)
{
  gtk_widget_grab_focus (self->view);
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_once (focus_first_cb, self);
}

static void
show_value (DvChoosePage *self)
{
  DvItem *value = dv_session_get_value (get_session (self));
  gboolean has_focus = gtk_widget_get_focus_child (self->view) != NULL;

  if (value != NULL && !dv_value_is_chosen (value))
    value = NULL;
  g_set_object (&self->value, value);
  dv_choose_lines_set_value (self->lines, value);
  dv_choose_page_refresh (self);
  update_subtitle (self);
  if (g_list_model_get_n_items (dv_choose_lines_get_model (self->lines)) > 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", 0);
  /* The focus would go to the button that ends this step. */
  if (has_focus)
    dv_choose_page_focus_first (self);
}

static void
ensure_value (DvChoosePage *self)
{
  DvItem *value = dv_session_get_value (get_session (self));
  g_autoptr (DvItem) first = g_list_model_get_item (self->values, 0);

  if (value == NULL || !dv_value_is_chosen (value))
    dv_session_set_value (get_session (self), first);
}

/* Also when the one that was selected is deleted. */
static void
selected_changed_cb (DvChoosePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && dv_session_get_value (get_session (self)) == NULL &&
      g_list_model_get_n_items (self->values) > 0)
    ensure_value (self);
  else
    show_value (self);
}

static void
values_changed_cb (DvChoosePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ensure_value (self);
}

static void
target_changed_cb (DvChoosePage *self)
{
  GError *error = NULL;
  gboolean done;

  if (self->is_showing || self->value == NULL)
    return;
  done = dv_choosing_set_target (get_workshop (self), self->value,
                                 gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->target)), &error);
  dv_session_check (get_session (self), done, &error);
}

static void
promise_toggled_cb (DvChoosePage *self)
{
  DvItem *activity = dv_session_get_activity (get_session (self));
  GError *error = NULL;
  gboolean done;

  if (self->is_showing || activity == NULL)
    return;
  done = dv_choosing_set_promised (get_workshop (self), activity,
                                   gtk_check_button_get_active (GTK_CHECK_BUTTON (self->promise)), &error);
  dv_session_check (get_session (self), done, &error);
}

/* --- Rows -------------------------------------------------------------------- */

static void
setup_cb (DvChoosePage *self,
          GtkListItem  *list_item)
{
  gtk_list_item_set_child (list_item, dv_choose_row_new (get_session (self)));
  g_signal_connect_object (list_item, "notify::position", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_cb (DvChoosePage *self,
         GtkListItem  *list_item)
{
  DvChooseLine *line = gtk_list_item_get_item (list_item);
  gboolean is_example = line->behaviour != NULL;

  gtk_list_item_set_selectable (list_item, is_example);
  gtk_list_item_set_activatable (list_item, is_example);
  dv_choose_row_set_line (DV_CHOOSE_ROW (gtk_list_item_get_child (list_item)), line);
  g_ptr_array_add (self->bound, list_item);
  update_edge (self, list_item);
}

static void
unbind_cb (DvChoosePage *self,
           GtkListItem  *list_item)
{
  g_ptr_array_remove_fast (self->bound, list_item);
  dv_choose_row_set_line (DV_CHOOSE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* --- The page ---------------------------------------------------------------- */

static void
dv_choose_page_enter (DvPage *page)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (page);

  ensure_value (self);
  show_value (self);
}

static void
dv_choose_page_focus_entry (DvPage *page)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (page);

  if (get_counting (self) != DV_COUNTING_NONE)
    dv_choose_page_set_counting (self, DV_COUNTING_NONE);
  else if (gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    dv_choose_page_focus_first (self);
}

static void
dv_choose_page_search (DvPage     *page,
                       const char *text)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (page);

  dv_choose_lines_search (self->lines, text);
  dv_choose_page_refresh (self);
}

static GtkSizeRequestMode
dv_choose_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_choose_page_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (DV_CHOOSE_PAGE (widget)->stack), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
dv_choose_page_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  gboolean is_high = height >= HIGH;

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
create_models (DvChoosePage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->lines = dv_choose_lines_new (get_workshop (self));
  self->selection = gtk_single_selection_new (g_object_ref (dv_choose_lines_get_model (self->lines)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (dv_choose_lines_get_model (self->lines), "items-changed", G_CALLBACK (update_edges), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
dv_choose_page_constructed (GObject *object)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (object);
  DvSession *session;
  GtkWidget *strip;

  G_OBJECT_CLASS (dv_choose_page_parent_class)->constructed (object);
  session = get_session (self);

  self->chips = DV_VALUE_CHIPS (dv_value_chips_new (session, TRUE));
  strip = dv_phase_strip_new (session);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chips), TRUE);
  gtk_widget_set_hexpand (strip, TRUE);
  gtk_box_append (GTK_BOX (self->chips_place), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (self->phase_place), strip);
  dv_value_menu_attach (self->chips);

  create_models (self);
  self->values = dv_values_chosen_new (get_workshop (self));
  g_signal_connect_object (self->values, "items-changed", G_CALLBACK (values_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::value", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  show_value (self);
}

static void
dv_choose_page_dispose (GObject *object)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  if (self->view != NULL)
    {
      gtk_list_view_set_model (GTK_LIST_VIEW (self->view), NULL);
      gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_CHOOSE_PAGE);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_object (&self->values);
  g_clear_object (&self->value);

  G_OBJECT_CLASS (dv_choose_page_parent_class)->dispose (object);
}

static void
dv_choose_page_finalize (GObject *object)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (object);

  g_ptr_array_unref (self->bound);

  G_OBJECT_CLASS (dv_choose_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-choose-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, content);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, chips_place);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, phase_place);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, promise);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, question);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, chosen);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, target);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, view);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, hints);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, next);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, next_label);
  gtk_widget_class_bind_template_child (widget_class, DvChoosePage, next_key);
  gtk_widget_class_bind_template_callback_full (widget_class, "activate_cb", G_CALLBACK (dv_choose_page_activate));
  gtk_widget_class_bind_template_callback (widget_class, promise_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_changed_cb);
}

static void
dv_choose_page_class_init (DvChoosePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  object_class->constructed = dv_choose_page_constructed;
  object_class->dispose = dv_choose_page_dispose;
  object_class->finalize = dv_choose_page_finalize;
  widget_class->get_request_mode = dv_choose_page_get_request_mode;
  widget_class->measure = dv_choose_page_measure;
  widget_class->size_allocate = dv_choose_page_size_allocate;
  page_class->enter = dv_choose_page_enter;
  page_class->focus_entry = dv_choose_page_focus_entry;
  page_class->search = dv_choose_page_search;
  bind_template (widget_class);

  dv_choose_page_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "choose-page");
}

static void
dv_choose_page_init (DvChoosePage *self)
{
  self->is_high = TRUE;
  self->bound = g_ptr_array_new ();
  /* The bin layout of a page would hide size_allocate. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  dv_choose_page_add_keys (self);
}

/**
 * dv_choose_page_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_choose_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_CHOOSE_PAGE, "session", session, NULL);
}
