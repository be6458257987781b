/* dv-console.c
 *
 * The inside of the window while a workshop is open
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-console"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-checklist-page.h"
#include "dv-console.h"
#include "dv-export-page.h"
#include "dv-pages.h"
#include "dv-picture.h"
#include "dv-plan.h"
#include "dv-run-sheet-page.h"
#include "dv-settings.h"
#include "dv-stage-column.h"

/* Rail, work space and side column, each under a header bar of its own. A page
 * is made when it is first shown. It follows the session: an open activity asks
 * for its page; one of the fixed pages leaves no activity open.
 *
 * The first picture shows rail and header bars, which is what people look for;
 * work space and side column take longer to lay out, and come in the next. */

/* In CSS px. */
#define RAIL_WIDTH 256
#define RAIL_FOLDS_BELOW 960
#define SIDE_FOLDS_BELOW 1180
/* What is left for the page beside a side column wider than usual. */
#define MIN_PAGE_WIDTH 560

struct _DvConsole
{
  GtkWidget parent_instance;

  /* Template children */
  AdwFlap *rail_flap;
  AdwFlap *side_flap;
  GtkWidget *main_box;
  GtkWidget *side_box;
  DvRail *rail;
  AdwWindowTitle *rail_title;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *outer_menu_button;
  GtkWidget *rail_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkBox *page_buttons;
  GtkWidget *search_button;
  GtkWidget *side_button;
  GtkWidget *saved_button;
  GtkRevealer *alarm;
  GtkLabel *alarm_label;
  GtkRevealer *screen_bar;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *pages;
  GtkStack *sides;
  DvStageColumn *column;
  GtkLabel *side_title;
  GtkLabel *side_subtitle;
  GtkBox *side_buttons;
  GtkToggleButton *stage_button;

  /* Owned */
  DvSession *session;
  GSignalGroup *page_signals;
  char *place; /* nullable: the user's file */

  /* Borrowed; owned by the stack */
  DvPage *page; /* the one that is shown; nullable before the first */
  DvPage *made[DV_PAGE_N_KINDS];
  DvPage *made_fixed[DV_N_FIXED];

  /* State */
  DvPageKind kind;
  DvFixed fixed;
  int width; /* last allocated */
  guint fold_id;
  gboolean is_filled; /* whether pages are shown */
  gboolean rail_wanted; /* when there is room */
  gboolean side_wanted;
};

G_DEFINE_FINAL_TYPE (DvConsole, dv_console, GTK_TYPE_WIDGET)

/* --- Header bars ----------------------------------------------------------- */

/* Whether a flap takes room of its own. */
static gboolean
is_beside (AdwFlap *flap)
{
  return adw_flap_get_reveal_flap (flap) && !adw_flap_get_folded (flap);
}

static void
update_header_bars (DvConsole *self)
{
  gboolean rail = is_beside (self->rail_flap);
  gboolean side = is_beside (self->side_flap);

  gtk_widget_set_visible (self->outer_menu_button, !rail);
  gtk_widget_set_visible (self->rail_button, !rail);
  gtk_widget_set_visible (self->side_button, !side);
  adw_header_bar_set_show_start_title_buttons (self->header, !rail);
  adw_header_bar_set_show_end_title_buttons (self->header, !side);
}

static char *
dup_step_title (DvItem *activity)
{
  DvItem *step = dv_item_get_parent (activity);

  /* Translators: number and title of a step. */
  return g_strdup_printf (C_("subtitle", "Step %u: %s"), dv_item_get_position (step) + 1,
                          dv_item_get_string (step, DV_STEP_TITLE));
}

static void
update_titles (DvConsole *self)
{
  DvItem *activity = dv_session_get_activity (self->session);
  const char *title = self->page != NULL ? dv_page_get_title (self->page) : NULL;
  const char *subtitle = self->page != NULL ? dv_page_get_subtitle (self->page) : NULL;
  g_autofree char *step = activity != NULL ? dup_step_title (activity) : NULL;

  if (title == NULL && activity != NULL)
    title = dv_item_get_string (activity, DV_ACTIVITY_TITLE);
  if (subtitle == NULL)
    subtitle = step;
  adw_window_title_set_title (self->title, title != NULL ? title : "");
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
}

static void
update_side_titles (DvConsole *self)
{
  gboolean is_own = self->page != NULL && gtk_stack_get_visible_child (self->sides) != GTK_WIDGET (self->column);
  const char *title = is_own ? dv_page_get_side_title (self->page) : C_("side column", "Projector");
  const char *subtitle = is_own ? dv_page_get_side_subtitle (self->page) : dv_stage_column_get_subtitle (self->column);

  gtk_label_set_text (self->side_title, title != NULL ? title : "");
  gtk_label_set_text (self->side_subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->side_subtitle), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->side_subtitle), subtitle != NULL && subtitle[0] != '\0');
}

static void
workshop_changed_cb (DvConsole *self)
{
  DvItem *root = dv_workshop_get_root (dv_session_get_workshop (self->session));
  const char *title = dv_item_get_string (root, DV_WORKSHOP_TITLE);

  adw_window_title_set_title (self->rail_title, title[0] != '\0' ? title : C_("title", "Untitled workshop"));
  adw_window_title_set_subtitle (self->rail_title, dv_item_get_string (root, DV_WORKSHOP_ORGANISATION));
}

static void
history_changed_cb (DvConsole *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  const char *undo = dv_workshop_get_undo_label (workshop);
  const char *redo = dv_workshop_get_redo_label (workshop);
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s (Ctrl+Z)"), undo) : NULL;
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s (Ctrl+Shift+Z)"), redo) : NULL;

  gtk_widget_set_tooltip_text (self->undo_button, undo_text != NULL ? undo_text : _("Undo (Ctrl+Z)"));
  gtk_widget_set_tooltip_text (self->redo_button, redo_text != NULL ? redo_text : _("Redo (Ctrl+Shift+Z)"));
}

/* --- Folding ----------------------------------------------------------------- */

static void
set_folded (AdwFlap  *flap,
            gboolean  is_folded,
            gboolean  is_wanted)
{
  AdwFlapFoldPolicy policy = is_folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  if (adw_flap_get_fold_policy (flap) == policy)
    return;

  adw_flap_set_fold_policy (flap, policy);
  adw_flap_set_reveal_flap (flap, !is_folded && is_wanted);
}

static gboolean
rail_should_fold (DvConsole *self)
{
  return self->width < RAIL_FOLDS_BELOW;
}

static gboolean
side_should_fold (DvConsole *self)
{
  int side = gtk_stack_get_visible_child (self->sides) == GTK_WIDGET (self->column) || self->page == NULL
                 ? RAIL_WIDTH
                 : dv_page_get_side_width (self->page);

  return self->width < MAX (SIDE_FOLDS_BELOW, RAIL_WIDTH + side + MIN_PAGE_WIDTH);
}

static void
update_folds (DvConsole *self)
{
  set_folded (self->rail_flap, rail_should_fold (self), self->rail_wanted);
  set_folded (self->side_flap, side_should_fold (self), self->side_wanted);
  update_header_bars (self);
}

static gboolean
fold_cb (gpointer data)
{
  DvConsole *self = data;

  self->fold_id = 0;
  update_folds (self);
  return G_SOURCE_REMOVE;
}

/* --- Pages ------------------------------------------------------------------- */

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_box (GtkBox    *box,
          GtkWidget *child)
{
  clear_box (box);
  if (child != NULL)
    gtk_box_append (box, child);
}

static void
update_side (DvConsole *self)
{
  GtkWidget *own = dv_page_get_side (self->page);
  gboolean is_stage = own == NULL || gtk_toggle_button_get_active (self->stage_button);

  if (own != NULL && gtk_widget_get_parent (own) == NULL)
    gtk_stack_add_child (self->sides, own);
  gtk_stack_set_visible_child (self->sides, is_stage ? GTK_WIDGET (self->column) : own);
  gtk_widget_set_visible (GTK_WIDGET (self->stage_button), own != NULL);
  fill_box (self->side_buttons, is_stage ? NULL : dv_page_get_side_buttons (self->page));
  gtk_widget_set_size_request (self->side_box, is_stage ? 288 : dv_page_get_side_width (self->page), -1);
  update_side_titles (self);
  update_folds (self);
}

static void
stage_toggled_cb (DvConsole *self)
{
  if (self->page != NULL)
    update_side (self);
}

static void
end_search (DvConsole *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
show_page (DvConsole *self,
           DvPage    *page)
{
  if (self->page != page)
    {
      end_search (self);
      self->page = page;
      g_signal_group_set_target (self->page_signals, page);
    }

  dv_page_enter (page);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  gtk_widget_set_visible (self->search_button, dv_page_can_search (page));
  fill_box (self->page_buttons, dv_page_get_buttons (page));
  gtk_toggle_button_set_active (self->stage_button, FALSE);
  update_side (self);
  update_titles (self);
  dv_rail_set_fixed (self->rail, self->fixed);
  if (adw_flap_get_folded (self->rail_flap))
    adw_flap_set_reveal_flap (self->rail_flap, FALSE);
  dv_page_focus_entry (page);
}

static DvPage *
get_page (DvConsole  *self,
          DvPageKind  kind)
{
  if (self->made[kind] == NULL)
    {
      self->made[kind] = dv_pages_create (kind, self->session);
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->made[kind]));
    }
  return self->made[kind];
}

/* Nullable: the Manifest and the map are pages of a kind of activity. */
static DvPage *
get_fixed_page (DvConsole *self)
{
  DvPage *page = self->made_fixed[self->fixed];

  if (page != NULL)
    return page;
  if (self->fixed == DV_FIXED_RUN_SHEET)
    page = dv_run_sheet_page_new (self->session);
  else if (self->fixed == DV_FIXED_CHECKLIST)
    {
      page = dv_checklist_page_new (self->session);
      dv_checklist_page_set_place (DV_CHECKLIST_PAGE (page), self->place);
    }
  else if (self->fixed == DV_FIXED_EXPORT)
    {
      page = dv_export_page_new (self->session);
      dv_export_page_set_place (DV_EXPORT_PAGE (page), self->place);
    }
  if (page != NULL)
    gtk_stack_add_child (self->pages, GTK_WIDGET (page));
  self->made_fixed[self->fixed] = page;
  return page;
}

static void
show_where_we_are (DvConsole *self)
{
  DvItem *activity = dv_session_get_activity (self->session);

  if (activity != NULL)
    {
      self->fixed = DV_FIXED_NONE;
      self->kind = (DvPageKind) dv_item_get_int (activity, DV_ACTIVITY_PAGE);
    }
  else if (self->fixed == DV_FIXED_MANIFEST)
    self->kind = DV_PAGE_MANIFEST;
  else if (self->fixed == DV_FIXED_MAP)
    self->kind = DV_PAGE_MAP;
  else
    self->kind = DV_PAGE_INSTRUCTIONS;

  if (self->is_filled)
    show_page (self, get_fixed_page (self) != NULL ? get_fixed_page (self) : get_page (self, self->kind));
  else
    update_titles (self);
}

static void
fill (DvConsole *self)
{
  if (self->is_filled)
    return;

  self->is_filled = TRUE;
  dv_stage_column_set_session (self->column, self->session);
  gtk_widget_set_visible (GTK_WIDGET (self->sides), TRUE);
  show_where_we_are (self);
}

static void
painted_cb (GtkWidget *widget)
{
  fill (DV_CONSOLE (widget));
}

/* An activity that is taken back leaves a fixed page, or the next best. */
static void
activity_changed_cb (DvConsole *self)
{
  if (dv_session_get_activity (self->session) == NULL && self->fixed == DV_FIXED_NONE)
    {
      DvItem *next = dv_plan_get_neighbour (dv_session_get_workshop (self->session), NULL, 1);
      if (next != NULL)
        {
          dv_session_set_activity (self->session, next);
          return;
        }
    }
  show_where_we_are (self);
}

static void
open_fixed_cb (DvConsole *self,
               int        fixed)
{
  dv_console_open_fixed (self, (DvFixed) fixed);
}

/* --- Search and keys --------------------------------------------------------- */

static void
search_changed_cb (DvConsole *self)
{
  if (self->page != NULL)
    dv_page_search (self->page, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_mode_cb (DvConsole *self)
{
  if (self->page == NULL || gtk_search_bar_get_search_mode (self->search_bar))
    return;

  dv_page_search (self->page, "");
  if (gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    dv_page_focus_entry (self->page);
}

static gboolean
key_pressed_cb (DvConsole       *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (adw_flap_get_folded (self->rail_flap) && adw_flap_get_reveal_flap (self->rail_flap))
    adw_flap_set_reveal_flap (self->rail_flap, FALSE);
  else if (adw_flap_get_folded (self->side_flap) && adw_flap_get_reveal_flap (self->side_flap))
    adw_flap_set_reveal_flap (self->side_flap, FALSE);
  else
    end_search (self);
  dv_console_focus_entry (self);
  return GDK_EVENT_STOP;
}

/* --- Life ---------------------------------------------------------------------- */

static void
dv_console_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  DvConsole *self = DV_CONSOLE (widget);
  int least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* As narrow as with everything folded, or it could not become so narrow
       * that it folds. */
      gtk_widget_measure (self->main_box, orientation, for_size, minimum, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->rail_flap), orientation, for_size, NULL, natural, NULL, NULL);
      *natural = MAX (*natural, *minimum);
      return;
    }

  gtk_widget_measure (GTK_WIDGET (self->rail_flap), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->rail_flap), orientation, for_size < 0 ? -1 : MAX (for_size, least),
                      minimum, natural, NULL, NULL);
}

static void
dv_console_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  DvConsole *self = DV_CONSOLE (widget);
  int least;

  self->width = width;
  /* Folding changes what is being allocated: it must wait for a moment. */
  if (self->fold_id == 0 &&
      (rail_should_fold (self) != (adw_flap_get_fold_policy (self->rail_flap) == ADW_FLAP_FOLD_POLICY_ALWAYS) ||
       side_should_fold (self) != (adw_flap_get_fold_policy (self->side_flap) == ADW_FLAP_FOLD_POLICY_ALWAYS)))
    self->fold_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);

  gtk_widget_measure (GTK_WIDGET (self->rail_flap), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->rail_flap), &(GtkAllocation){ 0, 0, MAX (width, least), height }, baseline);
}

static void
dv_console_dispose (GObject *object)
{
  DvConsole *self = DV_CONSOLE (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  if (self->page_signals != NULL)
    g_signal_group_set_target (self->page_signals, NULL);
  self->page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_CONSOLE);
  g_clear_object (&self->page_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (dv_console_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DvConsole, rail_flap);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, side_flap);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, main_box);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, side_box);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, rail);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, rail_title);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, header);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, title);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, outer_menu_button);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, rail_button);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, redo_button);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, page_buttons);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, search_button);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, side_button);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, saved_button);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, alarm);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, alarm_label);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, screen_bar);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, search_bar);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, pages);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, sides);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, column);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, side_title);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, side_subtitle);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, side_buttons);
  gtk_widget_class_bind_template_child (widget_class, DvConsole, stage_button);
}

static void
dv_console_class_init (DvConsoleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_console_dispose;
  widget_class->measure = dv_console_measure;
  widget_class->size_allocate = dv_console_size_allocate;

  g_type_ensure (DV_TYPE_RAIL);
  g_type_ensure (DV_TYPE_STAGE_COLUMN);
  gtk_widget_class_set_css_name (widget_class, "console");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-console.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update_header_bars);
  gtk_widget_class_bind_template_callback (widget_class, stage_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_side_titles);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_fixed_cb);
}

static void
dv_console_init (DvConsole *self)
{
  self->page_signals = g_signal_group_new (DV_TYPE_PAGE);
  g_signal_group_connect_swapped (self->page_signals, "notify::title", G_CALLBACK (update_titles), self);
  g_signal_group_connect_swapped (self->page_signals, "notify::subtitle", G_CALLBACK (update_titles), self);
  g_signal_group_connect_swapped (self->page_signals, "notify::side-title", G_CALLBACK (update_side_titles), self);
  g_signal_group_connect_swapped (self->page_signals, "notify::side-subtitle", G_CALLBACK (update_side_titles), self);
  g_signal_group_connect_swapped (self->page_signals, "notify::side-width", G_CALLBACK (update_side), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_picture_wait (GTK_WIDGET (self), painted_cb);
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  self->rail_wanted = dv_settings_get_boolean ("rail-visible", TRUE);
  self->side_wanted = dv_settings_get_boolean ("side-visible", TRUE);
}

/**
 * dv_console_new:
 * @session: the session of the workshop; with no activity open the first is
 *   opened
 * @width: how wide the window will be, in CSS px
 *
 * Returns: (transfer floating): the inside of a window
 */
GtkWidget *
dv_console_new (DvSession *session,
                int        width)
{
  DvConsole *self = g_object_new (DV_TYPE_CONSOLE, NULL);
  DvWorkshop *workshop = dv_session_get_workshop (session);

  self->session = g_object_ref (session);
  self->width = width;
  adw_flap_set_reveal_flap (self->rail_flap, self->rail_wanted);
  adw_flap_set_reveal_flap (self->side_flap, self->side_wanted);
  g_signal_connect_object (session, "notify::activity", G_CALLBACK (activity_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dv_workshop_get_root (workshop), "changed", G_CALLBACK (workshop_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workshop, "history-changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  dv_rail_set_session (self->rail, session);
  workshop_changed_cb (self);
  history_changed_cb (self);
  activity_changed_cb (self);
  update_folds (self);

  return GTK_WIDGET (self);
}

/**
 * dv_console_get_session:
 * @self: a console
 *
 * Returns: (transfer none): the session
 */
DvSession *
dv_console_get_session (DvConsole *self)
{
  g_return_val_if_fail (DV_IS_CONSOLE (self), NULL);
  return self->session;
}

/**
 * dv_console_get_page:
 * @self: a console
 *
 * Returns: (transfer none): the page that is shown
 */
DvPage *
dv_console_get_page (DvConsole *self)
{
  g_return_val_if_fail (DV_IS_CONSOLE (self), NULL);
  fill (self);
  return self->page;
}

/**
 * dv_console_get_kind:
 * @self: a console
 *
 * Returns: what the page that is shown is about
 */
DvPageKind
dv_console_get_kind (DvConsole *self)
{
  g_return_val_if_fail (DV_IS_CONSOLE (self), DV_PAGE_INSTRUCTIONS);
  return self->kind;
}

/**
 * dv_console_get_fixed:
 * @self: a console
 *
 * Returns: which of the pages that are always there is open, if any
 */
DvFixed
dv_console_get_fixed (DvConsole *self)
{
  g_return_val_if_fail (DV_IS_CONSOLE (self), DV_FIXED_NONE);
  return self->fixed;
}

/**
 * dv_console_open_fixed:
 * @self: a console
 * @fixed: which of the pages that are always there
 */
void
dv_console_open_fixed (DvConsole *self,
                       DvFixed    fixed)
{
  g_return_if_fail (DV_IS_CONSOLE (self));
  g_return_if_fail (fixed != DV_FIXED_NONE);

  self->fixed = fixed;
  if (dv_session_get_activity (self->session) != NULL)
    dv_session_set_activity (self->session, NULL);
  else
    show_where_we_are (self);
}

/**
 * dv_console_go:
 * @self: a console
 * @by: -1 for the activity before, 1 for the one after
 */
void
dv_console_go (DvConsole *self,
               int        by)
{
  DvItem *next;

  g_return_if_fail (DV_IS_CONSOLE (self));

  next = dv_plan_get_neighbour (dv_session_get_workshop (self->session), dv_session_get_activity (self->session), by);
  if (next != NULL)
    dv_session_set_activity (self->session, next);
}

static void
toggle (AdwFlap    *flap,
        gboolean   *wanted,
        const char *key)
{
  gboolean reveal = !adw_flap_get_reveal_flap (flap);

  adw_flap_set_reveal_flap (flap, reveal);
  if (!adw_flap_get_folded (flap))
    {
      *wanted = reveal;
      dv_settings_set_boolean (key, reveal);
    }
}

void
dv_console_toggle_rail (DvConsole *self)
{
  g_return_if_fail (DV_IS_CONSOLE (self));
  toggle (self->rail_flap, &self->rail_wanted, "rail-visible");
}

void
dv_console_toggle_side (DvConsole *self)
{
  g_return_if_fail (DV_IS_CONSOLE (self));
  toggle (self->side_flap, &self->side_wanted, "side-visible");
}

/**
 * dv_console_show_search:
 * @self: a console
 *
 * Puts the focus in the search field, if the page can be searched.
 */
void
dv_console_show_search (DvConsole *self)
{
  g_return_if_fail (DV_IS_CONSOLE (self));
  if (self->page == NULL || !dv_page_can_search (self->page))
    return;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * dv_console_focus_entry:
 * @self: a console
 *
 * Puts the focus where typing goes.
 */
void
dv_console_focus_entry (DvConsole *self)
{
  g_return_if_fail (DV_IS_CONSOLE (self));
  if (self->page != NULL)
    dv_page_focus_entry (self->page);
}

/**
 * dv_console_commit:
 * @self: a console
 *
 * Saves what is being typed, as when the window closes: leaving a field does.
 */
void
dv_console_commit (DvConsole *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (DV_IS_CONSOLE (self));

  if (!self->is_filled)
    return;
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  dv_stage_column_commit (self->column);
}

/**
 * dv_console_reveal:
 * @self: a console
 *
 * Reveals what is on stage and the room does not see yet.
 */
void
dv_console_reveal (DvConsole *self)
{
  g_return_if_fail (DV_IS_CONSOLE (self));
  if (self->is_filled && !dv_stage_column_reveal (self->column))
    dv_session_say (self->session, _("The room sees everything of this scene already"));
}

/**
 * dv_console_set_place:
 * @self: a console
 * @path: (nullable): the user's file; %NULL when there is none yet
 */
void
dv_console_set_place (DvConsole  *self,
                      const char *path)
{
  g_return_if_fail (DV_IS_CONSOLE (self));
  if (g_strcmp0 (self->place, path) == 0)
    return;

  g_free (self->place);
  self->place = g_strdup (path);
  if (self->made_fixed[DV_FIXED_EXPORT] != NULL)
    dv_export_page_set_place (DV_EXPORT_PAGE (self->made_fixed[DV_FIXED_EXPORT]), path);
  if (self->made_fixed[DV_FIXED_CHECKLIST] != NULL)
    dv_checklist_page_set_place (DV_CHECKLIST_PAGE (self->made_fixed[DV_FIXED_CHECKLIST]), path);
}

/**
 * dv_console_tell_saved:
 * @self: a console
 * @hint: (nullable): a few quiet words about where the work is saved
 * @tooltip: (nullable): more about it
 * @alarm: (nullable): why the work is not saved as it should be; stays until
 *   this is called again
 */
void
dv_console_tell_saved (DvConsole  *self,
                       const char *hint,
                       const char *tooltip,
                       const char *alarm)
{
  g_return_if_fail (DV_IS_CONSOLE (self));

  gtk_widget_set_visible (self->saved_button, hint != NULL);
  gtk_button_set_label (GTK_BUTTON (self->saved_button), hint != NULL ? hint : "");
  gtk_widget_set_tooltip_text (self->saved_button, tooltip);
  if (alarm != NULL)
    gtk_label_set_text (self->alarm_label, alarm);
  gtk_revealer_set_reveal_child (self->alarm, alarm != NULL);
}

/**
 * dv_console_tell_showing:
 * @self: a console
 * @showing: what the projector does
 *
 * Tells that the room sees nothing, as long as its screen is gone.
 */
void
dv_console_tell_showing (DvConsole *self,
                         DvShowing  showing)
{
  g_return_if_fail (DV_IS_CONSOLE (self));
  gtk_revealer_set_reveal_child (self->screen_bar, showing == DV_SHOWING_WAITS);
  dv_stage_column_set_projecting (self->column, showing != DV_SHOWING_NOTHING);
}
