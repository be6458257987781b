/* dv-run-sheet-page.c
 *
 * The meeting against the clock
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-run-sheet-page"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-clock.h"
#include "dv-plan.h"
#include "dv-run-sheet-page-private.h"

/* Every second, and whenever the workshop changes, the run sheet is made anew
 * from the workshop and the clock; a row stays as long as its activity keeps its
 * place. What keys and menus do is in dv-run-sheet-page-actions.c. */

/* Of the bars, in px. */
#define PX_PER_MINUTE 3.4
#define WIDEST_BAR 250

G_DEFINE_FINAL_TYPE (DvRunSheetPage, dv_run_sheet_page, DV_TYPE_PAGE)

static DvWorkshop *
get_workshop (DvRunSheetPage *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

/* --- Meetings ---------------------------------------------------------------- */

/* The one that was chosen, else the one the room is at. */
static DvItem *
get_meeting (DvRunSheetPage *self)
{
  DvItem *step = self->meeting != NULL ? dv_workshop_find_kind (get_workshop (self), self->meeting, &dv_step_kind) : NULL;
  DvItem *current = step == NULL ? dv_plan_get_current (get_workshop (self)) : NULL;

  if (current != NULL)
    step = current;
  else if (step == NULL)
    step = dv_list_get (dv_workshop_get_list (get_workshop (self), &dv_step_kind), 0);
  return step != NULL ? dv_run_sheet_find_meeting (get_workshop (self), step) : NULL;
}

static gboolean
has_strings (GtkStringList *list,
             GPtrArray     *meetings)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) != meetings->len)
    return FALSE;
  for (guint i = 0; i < meetings->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (list, i), dv_plan_get_title (g_ptr_array_index (meetings, i))) != 0)
      return FALSE;
  return TRUE;
}

static void
show_meetings (DvRunSheetPage *self,
               DvItem         *meeting)
{
  g_autoptr (GPtrArray) meetings = dv_run_sheet_list_meetings (get_workshop (self));
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->meetings));
  guint position = 0;

  self->is_showing = TRUE;
  if (list == NULL || !has_strings (list, meetings))
    {
      g_autoptr (GtkStringList) made = gtk_string_list_new (NULL);

      for (guint i = 0; i < meetings->len; i++)
        gtk_string_list_append (made, dv_plan_get_title (g_ptr_array_index (meetings, i)));
      gtk_drop_down_set_model (self->meetings, G_LIST_MODEL (made));
    }
  if (g_ptr_array_find (meetings, meeting, &position))
    gtk_drop_down_set_selected (self->meetings, position);
  gtk_widget_set_visible (GTK_WIDGET (self->meetings), meetings->len > 1);
  dv_page_set_subtitle (DV_PAGE (self), meetings->len > 1 ? "" : dv_plan_get_title (meeting));
  self->is_showing = FALSE;
}

static void
meeting_selected_cb (DvRunSheetPage *self)
{
  g_autoptr (GPtrArray) meetings = NULL;
  guint position = gtk_drop_down_get_selected (self->meetings);

  if (self->is_showing)
    return;

  meetings = dv_run_sheet_list_meetings (get_workshop (self));
  if (position >= meetings->len)
    return;
  g_free (self->meeting);
  self->meeting = g_strdup (dv_item_get_id (g_ptr_array_index (meetings, position)));
  self->dismissed = 0;
  dv_run_sheet_page_refresh (self);
}

/* The clock counts once something has begun, or on the day itself. */
static int
get_now (DvRunSheetPage *self,
         DvItem         *meeting)
{
  g_autofree char *today = dv_clock_dup_date ();
  const char *date = dv_item_get_string (dv_workshop_get_root (get_workshop (self)), DV_WORKSHOP_DATE);

  return dv_run_sheet_has_begun (get_workshop (self), meeting) || g_str_equal (date, today) ? dv_clock_get_minute () : DV_NO_TIME;
}

/* --- Figures ----------------------------------------------------------------- */

static void
set_text (GtkLabel *label,
          char     *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
  g_free (text);
}

static char *
dup_minutes (int minutes)
{
  /* Translators: a number of minutes, large. */
  return g_strdup_printf (C_("run sheet", "%d min"), minutes);
}

static void
show_delay (DvRunSheetPage *self)
{
  const DvRunSheet *sheet = self->sheet;

  if (sheet->delay > 0)
    {
      set_text (self->delay, dup_minutes (sheet->delay));
      set_text (self->delay_caption, g_strdup (sheet->is_live ? C_("run sheet", "later than planned") : C_("run sheet", "too much before the fixed end")));
    }
  else if (!sheet->is_live)
    {
      set_text (self->delay, dup_minutes (sheet->minutes));
      set_text (self->delay_caption, g_strdup_printf (ngettext ("in %u activity", "in %u activities", sheet->n_parts), sheet->n_parts));
    }
  else if (sheet->delay < 0)
    {
      set_text (self->delay, dup_minutes (-sheet->delay));
      set_text (self->delay_caption, g_strdup (C_("run sheet", "earlier than planned")));
    }
  else
    {
      set_text (self->delay, g_strdup (C_("run sheet", "On time")));
      set_text (self->delay_caption, g_strdup (sheet->expected_end > sheet->planned_end ? C_("run sheet", "it fits before the fixed end") : C_("run sheet", "as planned")));
    }
}

static void
show_end (DvRunSheetPage *self)
{
  const DvRunSheet *sheet = self->sheet;
  g_autofree char *planned = dv_time_to_string (sheet->fixed_end != DV_NO_TIME ? sheet->fixed_end : sheet->planned_end);

  if (sheet->expected_end == DV_NO_TIME)
    {
      set_text (self->end, g_strdup ("–"));
      set_text (self->end_caption, g_strdup (C_("run sheet", "end: say when it starts (S)")));
      return;
    }
  set_text (self->end, dv_time_to_string (sheet->expected_end));
  if (sheet->fixed_end != DV_NO_TIME)
    set_text (self->end_caption, g_strdup_printf (C_("run sheet", "end, has to be %s"), planned));
  else if (sheet->expected_end != sheet->planned_end)
    set_text (self->end_caption, g_strdup_printf (C_("run sheet", "end, planned %s"), planned));
  else
    set_text (self->end_caption, g_strdup (C_("run sheet", "end, as planned")));
}

static void
show_times (DvRunSheetPage *self)
{
  const char *start = dv_item_get_string (self->sheet->step, DV_STEP_START);
  const char *end = dv_item_get_string (dv_run_sheet_get_last_step (get_workshop (self), self->sheet->step), DV_STEP_END);

  if (start[0] == '\0')
    set_text (self->times_label, g_strdup (C_("run sheet", "Say when it starts")));
  else if (end[0] == '\0')
    set_text (self->times_label, g_strdup_printf (C_("run sheet", "Starts at %s"), start));
  else
    set_text (self->times_label, g_strdup_printf (C_("run sheet", "%s until %s"), start, end));
}

/* --- Proposals --------------------------------------------------------------- */

/* Put aside, it comes back when it has become worse. */
static gboolean
is_proposed (DvRunSheetPage *self)
{
  return self->sheet->has_proposal &&
         (self->dismissed == 0 || self->sheet->delay >= self->dismissed + DV_RUN_SHEET_LATE);
}

static char *
dup_proposal (const DvRunSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const DvRunRow *row = g_ptr_array_index (sheet->rows, i);
      const char *title = dv_item_get_string (row->activity, DV_ACTIVITY_TITLE);

      if (row->proposed == DV_NO_TIME)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (row->proposed == 0)
        g_string_append_printf (text, C_("proposal", "skip “%s”"), title);
      else
        g_string_append_printf (text, ngettext ("“%s” %d instead of %d minute", "“%s” %d instead of %d minutes", (gulong) row->minutes),
                                title, row->proposed, row->minutes);
    }

  return g_string_free (text, FALSE);
}

static void
show_proposal (DvRunSheetPage *self)
{
  const DvRunSheet *sheet = self->sheet;
  int target = sheet->fixed_end != DV_NO_TIME ? sheet->fixed_end : sheet->planned_end;
  g_autofree char *end = dv_time_to_string (sheet->proposed_end);
  gboolean is_shown = is_proposed (self);

  if (is_shown)
    {
      set_text (self->proposal_title,
                g_strdup_printf (sheet->proposed_end <= target ? C_("proposal", "How you still end at %s") : C_("proposal", "How you end at %s at the earliest"), end));
      set_text (self->proposal_text, dup_proposal (sheet));
    }
  gtk_widget_set_visible (self->proposal, is_shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run-sheet.accept", is_shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run-sheet.dismiss", is_shown);
}

/* --- Rows -------------------------------------------------------------------- */

static DvRunSheetRow *
get_row (DvRunSheetPage *self,
         guint           i)
{
  return DV_RUN_SHEET_ROW (gtk_list_box_get_row_at_index (self->list, (int) i));
}

static gboolean
has_rows (DvRunSheetPage *self)
{
  for (guint i = 0; i < self->sheet->rows->len; i++)
    if (get_row (self, i) == NULL ||
        dv_run_sheet_row_get_activity (get_row (self, i)) != ((DvRunRow *) g_ptr_array_index (self->sheet->rows, i))->activity)
      return FALSE;

  return get_row (self, self->sheet->rows->len) == NULL;
}

static void
make_rows (DvRunSheetPage *self)
{
  DvRunSheetRow *row;

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->sheet->rows->len; i++)
    gtk_list_box_append (self->list, dv_run_sheet_row_new ());
}

static void
show_rows (DvRunSheetPage *self)
{
  int longest = 1;
  double scale;

  for (guint i = 0; i < self->sheet->rows->len; i++)
    {
      const DvRunRow *row = g_ptr_array_index (self->sheet->rows, i);

      longest = MAX (longest, row->minutes + row->over);
    }
  scale = MIN (PX_PER_MINUTE, (double) WIDEST_BAR / longest);

  for (guint i = 0; i < self->sheet->rows->len; i++)
    {
      dv_run_sheet_row_set_scale (get_row (self, i), scale, (int) (longest * scale) + 16);
      dv_run_sheet_row_show (get_row (self, i), g_ptr_array_index (self->sheet->rows, i), self->sheet->is_live, is_proposed (self));
    }
}

/* --- Showing ----------------------------------------------------------------- */

/* New rows get back the focus and the selection that the old ones had. */
static void
show_sheet (DvRunSheetPage *self)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  DvItem *selected = dv_run_sheet_page_get_selected (self);
  GtkListBoxRow *row;

  if (has_rows (self))
    {
      show_rows (self);
      return;
    }

  g_set_object (&self->kept, selected);
  make_rows (self);
  show_rows (self);
  if (self->kept != NULL)
    dv_run_sheet_page_select (self, self->kept);
  g_clear_object (&self->kept);
  row = gtk_list_box_get_selected_row (self->list);
  if (has_focus && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * dv_run_sheet_page_refresh:
 * @self: a page
 *
 * Shows the meeting as it is now. Only for the files of the page.
 */
void
dv_run_sheet_page_refresh (DvRunSheetPage *self)
{
  DvItem *meeting = get_meeting (self);
  g_autofree char *clock = dv_clock_dup_time ();

  g_clear_pointer (&self->sheet, dv_run_sheet_free);
  set_text (self->now, g_steal_pointer (&clock));
  set_text (self->now_caption, g_strdup (C_("run sheet", "now")));
  if (meeting == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      gtk_widget_set_visible (GTK_WIDGET (self->meetings), FALSE);
      return;
    }

  self->sheet = dv_run_sheet_new (get_workshop (self), meeting, get_now (self, meeting));
  if (!self->sheet->has_proposal)
    self->dismissed = 0;
  show_meetings (self, meeting);
  show_delay (self);
  show_end (self);
  show_times (self);
  show_proposal (self);
  show_sheet (self);
  gtk_stack_set_visible_child_name (self->stack, self->sheet->rows->len > 0 ? "sheet" : "empty");
  dv_run_sheet_page_update_actions (self);
}

static gboolean
tick_cb (gpointer data)
{
  dv_run_sheet_page_refresh (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
refresh_cb (gpointer data)
{
  DvRunSheetPage *self = data;

  self->refresh_id = 0;
  dv_run_sheet_page_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
applied_cb (DvRunSheetPage *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
dv_run_sheet_page_map (GtkWidget *widget)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (widget);

  GTK_WIDGET_CLASS (dv_run_sheet_page_parent_class)->map (widget);
  self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
}

static void
dv_run_sheet_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&DV_RUN_SHEET_PAGE (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (dv_run_sheet_page_parent_class)->unmap (widget);
}

static void
dv_run_sheet_page_enter (DvPage *page)
{
  dv_run_sheet_page_refresh (DV_RUN_SHEET_PAGE (page));
}

/* Where the room is, as that is what one comes to change. */
static void
dv_run_sheet_page_focus_entry (DvPage *page)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (page);

  if (self->sheet == NULL || self->sheet->rows->len == 0)
    {
      gtk_widget_grab_focus (self->empty_add);
      return;
    }
  for (guint i = 0; gtk_list_box_get_selected_row (self->list) == NULL && i < self->sheet->rows->len; i++)
    if (((DvRunRow *) g_ptr_array_index (self->sheet->rows, i))->state <= DV_STATE_BUSY)
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (get_row (self, i)));
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (get_row (self, 0)));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

static GtkWidget *
dv_run_sheet_page_get_buttons (DvPage *page)
{
  return DV_RUN_SHEET_PAGE (page)->buttons;
}

/* --- Times ------------------------------------------------------------------- */

/* "9", "930", "9.30" and "9:30" are times; anything else is none. */
static gboolean
read_time (GtkEditable *entry,
           int         *time)
{
  const char *text = gtk_editable_get_text (entry);
  int numbers[2] = { 0, 0 };
  int n_digits = 0;
  gboolean is_minutes = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at) && n_digits < 4)
        {
          numbers[is_minutes] = numbers[is_minutes] * 10 + (*at - '0');
          n_digits++;
        }
      else if ((*at == ':' || *at == '.') && !is_minutes)
        is_minutes = TRUE;
      else if (*at != ' ')
        return FALSE;
    }
  if (!is_minutes && n_digits > 2)
    {
      numbers[1] = numbers[0] % 100;
      numbers[0] /= 100;
    }
  *time = n_digits > 0 ? numbers[0] * 60 + numbers[1] : DV_NO_TIME;
  return numbers[0] < 24 && numbers[1] < 60;
}

static gboolean
check_time (GtkEditable *entry,
            int         *time)
{
  gboolean is_good = read_time (entry, time);

  if (is_good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return is_good;
}

static void
times_activate_cb (DvRunSheetPage *self)
{
  int start, end;
  gboolean is_good = check_time (self->start_entry, &start);

  if (!check_time (self->end_entry, &end) || !is_good || self->sheet == NULL)
    return;
  gtk_popover_popdown (self->times_popover);
  dv_plan_set_times (dv_page_get_session (DV_PAGE (self)), self->sheet->step, start, end);
}

static void
times_shown_cb (DvRunSheetPage *self)
{
  int time;

  if (self->sheet == NULL)
    return;
  gtk_editable_set_text (self->start_entry, dv_item_get_string (self->sheet->step, DV_STEP_START));
  gtk_editable_set_text (self->end_entry, dv_item_get_string (dv_run_sheet_get_last_step (get_workshop (self), self->sheet->step), DV_STEP_END));
  check_time (self->start_entry, &time);
  check_time (self->end_entry, &time);
  gtk_widget_grab_focus (GTK_WIDGET (self->start_entry));
}

/* --- Life -------------------------------------------------------------------- */

static void
row_activated_cb (DvRunSheetPage *self,
                  DvRunSheetRow  *row)
{
  dv_session_set_activity (dv_page_get_session (DV_PAGE (self)), dv_run_sheet_row_get_activity (row));
}

static void
row_selected_cb (DvRunSheetPage *self)
{
  /* A list that goes takes its selection with it. */
  if (self->list != NULL)
    dv_run_sheet_page_update_actions (self);
}

static void
add_clicked_cb (DvRunSheetPage *self)
{
  dv_run_sheet_page_add (self);
}

static void
edit_activate_cb (DvRunSheetPage *self)
{
  dv_run_sheet_page_apply_edit (self);
}

/* To the row it was about, not to wherever GTK finds next. */
static void
edit_closed_cb (DvRunSheetPage *self)
{
  GtkListBoxRow *row = self->list != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;

  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
dv_run_sheet_page_constructed (GObject *object)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (object);

  G_OBJECT_CLASS (dv_run_sheet_page_parent_class)->constructed (object);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
}

static void
dv_run_sheet_page_dispose (GObject *object)
{
  DvRunSheetPage *self = DV_RUN_SHEET_PAGE (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->sheet, dv_run_sheet_free);
  g_clear_pointer (&self->meeting, g_free);
  g_clear_object (&self->edited);
  g_clear_object (&self->kept);
  if (self->edit_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->edit_popover));
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_RUN_SHEET_PAGE);

  G_OBJECT_CLASS (dv_run_sheet_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-run-sheet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, empty_add);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, now);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, now_caption);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, delay);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, delay_caption);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, end);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, end_caption);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, proposal);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, proposal_title);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, proposal_text);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, list);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, times_button);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, times_label);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, start_entry);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, end_entry);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, meetings);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, times_popover);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, edit_popover);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, title_entry);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetPage, report_spin);
  gtk_widget_class_bind_template_callback (widget_class, meeting_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_closed_cb);
}

static void
dv_run_sheet_page_class_init (DvRunSheetPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  object_class->constructed = dv_run_sheet_page_constructed;
  object_class->dispose = dv_run_sheet_page_dispose;
  widget_class->map = dv_run_sheet_page_map;
  widget_class->unmap = dv_run_sheet_page_unmap;
  page_class->enter = dv_run_sheet_page_enter;
  page_class->focus_entry = dv_run_sheet_page_focus_entry;
  page_class->get_buttons = dv_run_sheet_page_get_buttons;

  bind_template (widget_class);
  dv_run_sheet_page_install_actions (widget_class);
}

static void
dv_run_sheet_page_init (DvRunSheetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->edit_popover), GTK_WIDGET (self));
  /* Spin buttons of GTK 4.8 have no property for it. */
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (self->minutes_spin)), "activates-default", TRUE, NULL);
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (self->report_spin)), "activates-default", TRUE, NULL);
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
}

/**
 * dv_run_sheet_page_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): a page
 */
DvPage *
dv_run_sheet_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_RUN_SHEET_PAGE,
                       "session", session,
                       "title", C_("title", "Run sheet"),
                       NULL);
}
