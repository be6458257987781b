/* dv-choose-page-actions.c
 *
 * What a person does on the page on which a room chooses
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choose-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-choose-page-private.h"
#include "dv-choose-row.h"
#include "dv-choosing.h"

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

/* What a key is about: the row with the focus, which is not the selected one
 * when the list was entered, or what was selected has gone to another part. */
static DvItem *
get_selected (DvChoosePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  DvChooseLine *line = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL && DV_IS_CHOOSE_ROW (row) && gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    line = dv_choose_row_get_line (DV_CHOOSE_ROW (row));
  return line != NULL ? line->behaviour : NULL;
}

/* With the last row of a part of the list the focus leaves the list. */
static gboolean
mend_focus_cb (gpointer data)
{
  DvChoosePage *self = data;

  if (self->view != NULL && gtk_widget_get_mapped (self->view) && gtk_widget_get_focus_child (self->view) == NULL)
    dv_choose_page_focus_first (self);
  return G_SOURCE_REMOVE;
}

static void
shortlist_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  DvItem *behaviour = get_selected (self);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  GError *error = NULL;
  gboolean done;

  if (behaviour == NULL)
    return;
  g_ptr_array_add (one, behaviour);
  done = dv_choosing_set_shortlist (get_workshop (self), one, dv_item_get_int (behaviour, DV_BEHAVIOUR_SHORTLIST) == 0, &error);
  dv_session_check (get_session (self), done, &error);
  /* Once the list has been dealt anew, which takes some moments. */
  g_idle_add_full (G_PRIORITY_LOW, mend_focus_cb, g_object_ref (self), g_object_unref);
}

static void
star_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  DvItem *behaviour = get_selected (self);
  GError *error = NULL;
  gboolean done;

  if (behaviour == NULL || dv_item_get_int (behaviour, DV_BEHAVIOUR_SHORTLIST) == 0)
    return;
  done = dv_choosing_choose (get_workshop (self), behaviour, dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) == 0, &error);
  dv_session_check (get_session (self), done, &error);
}

static void
set_phase (DvChoosePage *self,
           DvPhase       phase)
{
  GError *error = NULL;
  gboolean done = dv_choosing_set_phase (get_workshop (self), self->value, phase, &error);

  dv_session_check (get_session (self), done, &error);
}

/* Puts the focus in the first number at or behind line @from. */
static gboolean
focus_number (DvChoosePage *self,
              guint         from)
{
  GtkListItem *best = NULL;

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      DvChooseLine *line = gtk_list_item_get_item (item);
      guint position = gtk_list_item_get_position (item);

      if (line == NULL || line->type != DV_LINE_PLACE || position < from ||
          (dv_choose_lines_get_counting (self->lines) == DV_COUNTING_HANDS && !line->at_edge))
        continue;
      if (best == NULL || position < gtk_list_item_get_position (best))
        best = item;
    }

  return best != NULL && dv_choose_row_focus_number (DV_CHOOSE_ROW (gtk_list_item_get_child (best)));
}

/* Begins or ends the typing of numbers. */
void
dv_choose_page_set_counting (DvChoosePage *self,
                             DvCounting    counting)
{
  dv_choose_lines_set_counting (self->lines, counting);
  dv_choose_page_refresh (self);
  if (counting == DV_COUNTING_NONE || !focus_number (self, 0))
    gtk_widget_grab_focus (self->view);
}

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);

  if (self->value == NULL)
    return;
  if (dv_choose_lines_get_counting (self->lines) == DV_COUNTING_DOTS)
    {
      dv_choose_page_set_counting (self, DV_COUNTING_NONE);
      return;
    }
  if (dv_choosing_count_shortlist (self->value) == 0)
    {
      dv_session_say (get_session (self), C_("toast", "Nothing is on the shortlist yet"));
      return;
    }
  if (dv_item_get_int (self->value, DV_VALUE_PHASE) == DV_PHASE_SHORTLIST)
    set_phase (self, DV_PHASE_DOTS);
  dv_choose_page_set_counting (self, DV_COUNTING_DOTS);
}

static void
hands_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);

  if (self->value == NULL)
    return;
  if (dv_choose_lines_get_counting (self->lines) == DV_COUNTING_HANDS)
    dv_choose_page_set_counting (self, DV_COUNTING_NONE);
  else if (dv_choose_lines_has_tie (self->lines))
    dv_choose_page_set_counting (self, DV_COUNTING_HANDS);
  else
    dv_session_say (get_session (self), C_("toast", "Nothing is tied at the last place"));
}

static void
reveal_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);

  if (self->value == NULL)
    return;
  dv_choose_lines_set_counting (self->lines, DV_COUNTING_NONE);
  set_phase (self, DV_PHASE_REVEALED);
  gtk_widget_grab_focus (self->view);
}

static void
top_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);
  g_autofree char *said = NULL;
  guint n = 0;
  GError *error = NULL;

  if (self->value == NULL)
    return;
  if (!dv_session_check (get_session (self), dv_choosing_take_top (get_workshop (self), self->value, &n, &error), &error))
    return;
  said = g_strdup_printf (ngettext ("%u taken into the Manifest", "%u taken into the Manifest", n), n);
  if (n > 0)
    dv_session_say_undo (get_session (self), said);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvChoosePage *self = DV_CHOOSE_PAGE (widget);

  if (self->value == NULL)
    return;
  switch (dv_choose_page_get_next_step (self))
    {
    case DV_STEP_DOTS:
      set_phase (self, DV_PHASE_DOTS);
      break;
    case DV_STEP_REVEAL:
      gtk_widget_activate_action (widget, "choose.reveal", NULL);
      break;
    case DV_STEP_TOP:
      gtk_widget_activate_action (widget, "choose.top", NULL);
      break;
    case DV_STEP_VALUE:
      dv_value_chips_step (self->chips, 1);
      break;
    case DV_STEP_NONE:
    default:
      break;
    }
}

/* A line of the list is clicked twice, or Enter is pressed on it. */
void
dv_choose_page_activate (DvChoosePage *self,
                         guint         position)
{
  g_autoptr (DvChooseLine) line = g_list_model_get_item (dv_choose_lines_get_model (self->lines), position);

  gtk_single_selection_set_selected (self->selection, position);
  if (line != NULL && line->type == DV_LINE_PLACE)
    gtk_widget_activate_action (GTK_WIDGET (self), "choose.star", NULL);
  else if (line != NULL && line->type == DV_LINE_RESERVE)
    gtk_widget_activate_action (GTK_WIDGET (self), "choose.shortlist", NULL);
}

/* Keys of one letter, while the list or a number in it has the focus. */
static gboolean
key_pressed_cb (DvChoosePage    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  static const struct
  {
    guint key;
    const char *action;
  } letters[] = {
    { GDK_KEY_v, "choose.shortlist" }, { GDK_KEY_p, "choose.paper" }, { GDK_KEY_r, "choose.reveal" },
    { GDK_KEY_t, "choose.top" }, { GDK_KEY_h, "choose.hands" },
  };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean in_number = focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) != NULL;

  /* With Shift too, for who has Caps Lock on. */
  if ((modifiers & gtk_accelerator_get_default_mod_mask () & ~(guint) GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (gdk_keyval_to_lower (key) == letters[i].key)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), letters[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  if (in_number && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      GtkWidget *row = gtk_widget_get_ancestor (focus, DV_TYPE_CHOOSE_ROW);
      guint position = GTK_INVALID_LIST_POSITION - 1;

      gtk_spin_button_update (GTK_SPIN_BUTTON (gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON)));
      for (guint i = 0; i < self->bound->len; i++)
        if (gtk_list_item_get_child (g_ptr_array_index (self->bound, i)) == row)
          position = gtk_list_item_get_position (g_ptr_array_index (self->bound, i));
      if (!focus_number (self, position + 1))
        dv_choose_page_set_counting (self, DV_COUNTING_NONE);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_space && focus != NULL && DV_IS_CHOOSE_ROW (gtk_widget_get_first_child (focus)))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "choose.star", NULL);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

void
dv_choose_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "choose.shortlist", NULL, shortlist_action);
  gtk_widget_class_install_action (widget_class, "choose.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "choose.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "choose.hands", NULL, hands_action);
  gtk_widget_class_install_action (widget_class, "choose.reveal", NULL, reveal_action);
  gtk_widget_class_install_action (widget_class, "choose.top", NULL, top_action);
  gtk_widget_class_install_action (widget_class, "choose.next", NULL, next_action);
}

/* They come before those of the list, for which Space means to select. */
void
dv_choose_page_add_keys (DvChoosePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
}
