/* dv-checklist-page.c
 *
 * Whether everything is ready for the next meeting
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-checklist-page"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-checklist-page.h"
#include "dv-checklist.h"
#include "dv-chime.h"
#include "dv-projection.h"
#include "dv-settings.h"

/* What the program can see for itself is ticked by itself; the rest is ticked
 * by hand. Ticks belong to this laptop and this room, not to the workshop: they
 * are remembered among the settings, a few workshops of them. */

#define MAX_TICKS 200

static const char *const nicks[DV_N_CHECKS] = {
  "join", "projector", "back-row", "sound", "run-sheet", "values", "people", "paper", "copy",
};

struct _DvChecklistPage
{
  DvPage parent_instance;

  /* Owned by the widgets they are in */
  GtkLabel *title;
  GtkLabel *count;
  GtkProgressBar *bar;
  AdwActionRow *rows[DV_N_CHECKS];
  GtkCheckButton *checks[DV_N_CHECKS];

  /* Owned */
  GtkWidget *print_button;
  char *place; /* nullable: the user's file */

  /* State */
  gboolean is_showing; /* the checks are being filled in: nobody ticked */
};

G_DEFINE_FINAL_TYPE (DvChecklistPage, dv_checklist_page, DV_TYPE_PAGE)

static DvStage *
get_stage (DvChecklistPage *self)
{
  return dv_session_get_stage (dv_page_get_session (DV_PAGE (self)));
}

/* --- Ticks ------------------------------------------------------------------- */

static char *
dup_tick (DvChecklistPage *self,
          DvCheck          check)
{
  return g_strconcat (dv_workshop_get_id (dv_page_get_workshop (DV_PAGE (self))), ":", nicks[check], NULL);
}

static gboolean
is_ticked (DvChecklistPage *self,
           DvCheck          check)
{
  g_auto (GStrv) ticks = dv_settings_dup_strv ("checklist");
  g_autofree char *tick = dup_tick (self, check);

  return ticks != NULL && g_strv_contains ((const char *const *) ticks, tick);
}

/* The newest last; the oldest are forgotten. */
static void
set_ticked (DvChecklistPage *self,
            DvCheck          check,
            gboolean         is_ticked)
{
  g_auto (GStrv) ticks = dv_settings_dup_strv ("checklist");
  g_autofree char *tick = dup_tick (self, check);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) made = NULL;
  guint n = ticks != NULL ? g_strv_length (ticks) : 0;

  for (guint i = n >= MAX_TICKS ? n - MAX_TICKS + 1 : 0; i < n; i++)
    if (!g_str_equal (ticks[i], tick))
      g_strv_builder_add (builder, ticks[i]);
  if (is_ticked)
    g_strv_builder_add (builder, tick);
  made = g_strv_builder_end (builder);
  dv_settings_set_strv ("checklist", (const char *const *) made);
}

/* --- What is so -------------------------------------------------------------- */

static gboolean
is_known (DvChecklistPage   *self,
          const DvChecklist *list,
          DvCheck            check)
{
  if (check == DV_CHECK_PROJECTOR)
    return dv_projection_find_room (GTK_WIDGET (self)) == DV_ROOM_SCREEN_OWN;
  return dv_checklist_is_done (list, check);
}

static char *
dup_run_sheet (const DvChecklist *list)
{
  const DvRunSheet *sheet = list->sheet;
  g_autofree char *parts = NULL;
  g_autofree char *end = NULL;

  if (sheet == NULL || sheet->n_parts == 0)
    return g_strdup (C_("checklist", "No activities yet"));
  if (sheet->start == DV_NO_TIME)
    return g_strdup (C_("checklist", "It does not say yet when the meeting starts"));
  if (sheet->has_proposal)
    return g_strdup_printf (ngettext ("%d minute more than fits before the fixed end", "%d minutes more than fit before the fixed end", (gulong) sheet->delay), sheet->delay);
  parts = g_strdup_printf (ngettext ("%u activity", "%u activities", sheet->n_parts), sheet->n_parts);
  end = dv_time_to_string (sheet->planned_end);
  /* Translators: "9 activities", minutes, the time at which the meeting ends. */
  return g_strdup_printf (C_("checklist", "%s, %d minutes, ready at %s"), parts, sheet->minutes, end);
}

static char *
dup_people (const DvChecklist *list)
{
  g_autofree char *roles = g_strdup_printf (ngettext ("%u role", "%u roles", list->n_roles), list->n_roles);

  if (list->n_people == 0)
    /* Translators: "4 roles". */
    return g_strdup_printf (C_("checklist", "%s; it does not say yet how many people come"), roles);
  /* Translators: "4 roles", a number of people. */
  return g_strdup_printf (C_("checklist", "%s, %d people"), roles, list->n_people);
}

/* A laptop that copies its screen may tell of one screen only. */
static char *
dup_projector (DvChecklistPage *self)
{
  switch (dv_projection_find_room (GTK_WIDGET (self)))
    {
    case DV_ROOM_SCREEN_OWN:
      return g_strdup (C_("checklist", "A second screen is connected"));
    case DV_ROOM_SCREEN_MIRRORED:
      return g_strdup (C_("checklist", "Mirrored: the room sees this screen as well. Press Super+P"));
    case DV_ROOM_SCREEN_NONE:
    default:
      return g_strdup (C_("checklist", "No second screen: the room would see this one"));
    }
}

static char *
dup_detail (DvChecklistPage   *self,
            const DvChecklist *list,
            DvCheck            check)
{
  g_autofree char *folder = NULL;

  switch (check)
    {
    case DV_CHECK_JOIN:
      return g_strdup (list->has_address ? C_("checklist", "The address is filled in; try it with a telephone")
                                         : C_("checklist", "No address yet. On paper it works as well"));
    case DV_CHECK_PROJECTOR:
      return dup_projector (self);
    case DV_CHECK_BACK_ROW:
      return g_strdup (C_("checklist", "Can you read the smallest letters from there?"));
    case DV_CHECK_SOUND:
      return g_strdup (dv_settings_get_boolean ("timer-sound", TRUE) ? C_("checklist", "Can the timer be heard?")
                                                                     : C_("checklist", "The sound of the timer is off"));
    case DV_CHECK_RUN_SHEET:
      return dup_run_sheet (list);
    case DV_CHECK_VALUES:
      return g_strdup_printf (ngettext ("%u value, with a question", "%u values, each with a question", list->n_values), list->n_values);
    case DV_CHECK_PEOPLE:
      return dup_people (list);
    case DV_CHECK_PAPER:
      return g_strdup (C_("checklist", "The run sheet, the handout, and what the tables work with"));
    case DV_CHECK_COPY:
    default:
      if (self->place == NULL)
        return g_strdup (C_("checklist", "Only on this laptop so far"));
      folder = g_path_get_dirname (self->place);
      /* Translators: a folder. */
      return g_strdup_printf (C_("checklist", "Saved in %s; have it somewhere else as well"), folder);
    }
}

static void
show_title (DvChecklistPage *self,
            guint            n_left)
{
  g_autofree char *title = NULL;
  /* Translators: so many of so many things are ready. */
  g_autofree char *count = g_strdup_printf (C_("checklist", "%u of %u"), (guint) DV_N_CHECKS - n_left, (guint) DV_N_CHECKS);

  if (n_left == 0)
    title = g_strdup (C_("checklist", "You are ready"));
  else
    title = g_strdup_printf (ngettext ("%u more thing, then you are ready", "%u more things, then you are ready", n_left), n_left);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->count, count);
  gtk_progress_bar_set_fraction (self->bar, (double) (DV_N_CHECKS - n_left) / DV_N_CHECKS);
}

static void
refresh (DvChecklistPage *self)
{
  g_autoptr (DvChecklist) list = dv_checklist_new (dv_page_get_workshop (DV_PAGE (self)));
  guint n_left = 0;

  self->is_showing = TRUE;
  for (guint i = 0; i < DV_N_CHECKS; i++)
    {
      g_autofree char *detail = dup_detail (self, list, (DvCheck) i);
      gboolean known = is_known (self, list, (DvCheck) i);
      gboolean done = known || is_ticked (self, (DvCheck) i);

      adw_action_row_set_subtitle (self->rows[i], detail);
      gtk_check_button_set_active (self->checks[i], done);
      gtk_widget_set_sensitive (GTK_WIDGET (self->checks[i]), !known);
      n_left += done ? 0 : 1;
    }
  show_title (self, n_left);
  self->is_showing = FALSE;
}

static void
toggled_cb (DvChecklistPage *self,
            GtkCheckButton  *button)
{
  if (self->is_showing)
    return;
  for (guint i = 0; i < DV_N_CHECKS; i++)
    if (self->checks[i] == button)
      set_ticked (self, (DvCheck) i, gtk_check_button_get_active (button));
  refresh (self);
}

/* --- Buttons ----------------------------------------------------------------- */

/* Again: back to what the room is to see. */
static void
test_clicked_cb (DvChecklistPage *self)
{
  DvCue cue = dv_cue_make (DV_SLIDE_TEST, NULL);
  gboolean is_test = dv_stage_get_cue (get_stage (self)).kind == DV_SLIDE_TEST;

  dv_stage_show (get_stage (self), is_test ? NULL : &cue);
}

static void
sound_clicked_cb (DvChecklistPage *self)
{
  dv_chime_play ();
}

static GtkWidget *
add_button (DvChecklistPage *self,
            DvCheck          check,
            const char      *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->rows[check], button);
  return button;
}

static void
add_buttons (DvChecklistPage *self)
{
  GtkWidget *button;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (self, DV_CHECK_JOIN, C_("checklist", "Show on the projector"))), "win.join-scene");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (self, DV_CHECK_PROJECTOR, C_("checklist", "Project"))), "win.projector");
  g_signal_connect_object (add_button (self, DV_CHECK_BACK_ROW, C_("checklist", "Test image")), "clicked", G_CALLBACK (test_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add_button (self, DV_CHECK_SOUND, C_("checklist", "Play")), "clicked", G_CALLBACK (sound_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (self, DV_CHECK_RUN_SHEET, C_("checklist", "View"))), "win.run-sheet");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (self, DV_CHECK_PEOPLE, C_("checklist", "Details"))), "win.details");
  button = add_button (self, DV_CHECK_PAPER, C_("checklist", "Handout"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.export-as('handout.pdf')");
  button = add_button (self, DV_CHECK_PAPER, C_("checklist", "Run sheet"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.export-as('run-sheet.pdf')");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (self, DV_CHECK_COPY, C_("checklist", "Save as…"))), "win.save-as");
}

/* --- Life -------------------------------------------------------------------- */

static void
add_group (DvChecklistPage *self,
           GtkBox          *box,
           const char      *title,
           DvCheck          first,
           DvCheck          last)
{
  static const char *const titles[DV_N_CHECKS] = {
    NC_("checklist", "Joining"), NC_("checklist", "Projector"), NC_("checklist", "Back row"), NC_("checklist", "Sound"),
    NC_("checklist", "Run sheet"), NC_("checklist", "Values and questions"), NC_("checklist", "Roles and people"),
    NC_("checklist", "Printed"), NC_("checklist", "Backup copy"),
  };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = first; i <= last; i++)
    {
      const char *name = g_dpgettext2 (NULL, "checklist", titles[i]);

      self->rows[i] = ADW_ACTION_ROW (adw_action_row_new ());
      self->checks[i] = GTK_CHECK_BUTTON (gtk_check_button_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->rows[i]), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), name);
      adw_action_row_add_prefix (self->rows[i], GTK_WIDGET (self->checks[i]));
      gtk_widget_set_valign (GTK_WIDGET (self->checks[i]), GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (self->checks[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->rows[i]));
    }
  gtk_box_append (box, group);
}

/* In a box of its own, which hides its baseline: the line around it would take
 * that into account only for some widths. */
static GtkWidget *
make_back_button (void)
{
  const char *name = _("Back to the run sheet");
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.run-sheet");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
add_head (DvChecklistPage *self,
          GtkBox          *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "headline");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "counts");
  gtk_box_append (GTK_BOX (line), make_back_button ());
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (box, line);
  gtk_box_append (box, GTK_WIDGET (self->bar));
}

/* Screens come and go, and what is ticked by itself may be filled in beside
 * this page. */
static void
changed_cb (DvChecklistPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
dv_checklist_page_constructed (GObject *object)
{
  DvChecklistPage *self = DV_CHECKLIST_PAGE (object);

  G_OBJECT_CLASS (dv_checklist_page_parent_class)->constructed (object);
  g_signal_connect_object (dv_page_get_workshop (DV_PAGE (self)), "applied", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))), "items-changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dv_checklist_page_enter (DvPage *page)
{
  refresh (DV_CHECKLIST_PAGE (page));
}

static void
dv_checklist_page_focus_entry (DvPage *page)
{
  DvChecklistPage *self = DV_CHECKLIST_PAGE (page);

  for (guint i = 0; i < DV_N_CHECKS; i++)
    if (gtk_widget_is_sensitive (GTK_WIDGET (self->checks[i])) && !gtk_check_button_get_active (self->checks[i]))
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->checks[i]));
        return;
      }
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
dv_checklist_page_get_buttons (DvPage *page)
{
  return DV_CHECKLIST_PAGE (page)->print_button;
}

static void
add_print_button (DvChecklistPage *self)
{
  const char *name = _("Checklist on paper (Ctrl+E)");

  self->print_button = g_object_ref_sink (gtk_button_new_from_icon_name ("document-print-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print_button), "win.export");
  gtk_widget_set_tooltip_text (self->print_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->print_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
dv_checklist_page_finalize (GObject *object)
{
  g_object_unref (DV_CHECKLIST_PAGE (object)->print_button);
  g_free (DV_CHECKLIST_PAGE (object)->place);

  G_OBJECT_CLASS (dv_checklist_page_parent_class)->finalize (object);
}

static void
dv_checklist_page_class_init (DvChecklistPageClass *klass)
{
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dv_checklist_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = dv_checklist_page_finalize;
  page_class->enter = dv_checklist_page_enter;
  page_class->focus_entry = dv_checklist_page_focus_entry;
  page_class->get_buttons = dv_checklist_page_get_buttons;
}

static void
dv_checklist_page_init (DvChecklistPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  gtk_widget_add_css_class (box, "run-sheet");
  add_head (self, GTK_BOX (box));
  add_group (self, GTK_BOX (box), C_("checklist", "Room"), DV_CHECK_JOIN, DV_CHECK_SOUND);
  add_group (self, GTK_BOX (box), C_("checklist", "Content"), DV_CHECK_RUN_SHEET, DV_CHECK_PEOPLE);
  add_group (self, GTK_BOX (box), C_("checklist", "Paper, for when technology fails"), DV_CHECK_PAPER, DV_CHECK_COPY);
  add_buttons (self);
  add_print_button (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * dv_checklist_page_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): a page
 */
DvPage *
dv_checklist_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_CHECKLIST_PAGE,
                       "session", session,
                       "title", C_("title", "Ready for tomorrow"),
                       NULL);
}

/**
 * dv_checklist_page_set_place:
 * @self: a page
 * @path: (nullable): the user's file; %NULL when there is none yet
 */
void
dv_checklist_page_set_place (DvChecklistPage *self,
                             const char      *path)
{
  g_return_if_fail (DV_IS_CHECKLIST_PAGE (self));

  g_free (self->place);
  self->place = g_strdup (path);
  refresh (self);
}
