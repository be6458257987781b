/* dv-support-page.c
 *
 * The page on which the support for the articles is counted
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-support-page"

#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "dv-accessible.h"
#include "dv-change.h"
#include "dv-clock.h"
#include "dv-field.h"
#include "dv-manifest.h"
#include "dv-number-entry.h"
#include "dv-reveal.h"
#include "dv-support-grid.h"
#include "dv-support-page.h"
#include "dv-support.h"

/* A round at a time: what it was, its headline as the room reads it, and the
 * table of numbers. The room sees nothing of it before it is revealed. */

/* The numbers among the facts of a round. */
static const struct
{
  int field;
  const char *name;
  const char *undo;
} numbers[] = {
  { DV_SUPPORT_INVITED, NC_ ("of a round of support", "Invited"), N_ ("Change how many were invited") },
  { DV_SUPPORT_PRESENT, NC_ ("of a round of support", "Present"), N_ ("Change how many were present") },
  { DV_SUPPORT_THRESHOLD, NC_ ("of a round of support", "Threshold, %"), N_ ("Change the threshold") },
};

struct _DvSupportPage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkDropDown *rounds;
  GtkWidget *headline;
  GtkLabel *lead;
  GtkBox *facts;
  GtkWidget *title;
  GtkWidget *date;
  GtkLabel *date_label;
  GtkPopover *date_popover;
  GtkCalendar *calendar;
  GtkWidget *edition;
  GtkScrolledWindow *scroller;
  GtkWidget *reveal;
  GtkLabel *reveal_label;
  GtkWidget *first;

  GtkWidget *entries[G_N_ELEMENTS (numbers)];
  DvSupportGrid *grid;

  /* Owned */
  DvItem *round; /* nullable: the one that is shown */

  /* State */
  gboolean is_showing;   /* what changes comes from the workshop */
  gboolean is_switching; /* to another round, of which nothing is shown yet */
};

G_DEFINE_FINAL_TYPE (DvSupportPage, dv_support_page, DV_TYPE_PAGE)

static DvSession *
get_session (DvSupportPage *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static DvWorkshop *
get_workshop (DvSupportPage *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

static gboolean
has_articles (DvSupportPage *self)
{
  DvItem *manifest = dv_manifest_get (get_workshop (self));

  return manifest != NULL && dv_item_count (manifest, &dv_article_kind) > 0;
}

/* --- Showing ---------------------------------------------------------------------- */

static GDateTime *
get_day (DvSupportPage *self)
{
  const char *date = dv_item_get_string (self->round, DV_SUPPORT_DATE);
  int year, month, day;

  if (sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return NULL;

  return g_date_time_new_local (year, month, day, 12, 0, 0);
}

static void
show_date (DvSupportPage *self)
{
  g_autoptr (GDateTime) day = get_day (self);
  g_autofree char *text = day != NULL ? g_date_time_format (day, C_ ("time", "%-e %B %Y")) : NULL;

  gtk_label_set_text (self->date_label, text != NULL ? text : C_ ("date", "Not set"));
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
}

/* What a round is called in the list. */
static char *
dup_round_name (DvItem *round)
{
  const char *title = dv_item_get_string (round, DV_SUPPORT_TITLE);
  const char *date = dv_item_get_string (round, DV_SUPPORT_DATE);

  if (title[0] != '\0')
    return g_strdup (title);

  return g_strdup (date[0] != '\0' ? date : C_ ("support", "Round without a name"));
}

static gboolean
has_names (GListModel *model,
           GPtrArray  *names)
{
  if (model == NULL || g_list_model_get_n_items (model) != names->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), g_ptr_array_index (names, i)))
      return FALSE;

  return TRUE;
}

static void
show_rounds (DvSupportPage *self)
{
  DvList *rounds = dv_workshop_get_list (get_workshop (self), &dv_support_kind);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint position = dv_item_get_position (self->round);

  for (guint i = 0; i < dv_list_get_length (rounds); i++)
    g_ptr_array_add (names, dup_round_name (dv_list_get (rounds, i)));
  if (!has_names (gtk_drop_down_get_model (self->rounds), names))
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

      for (guint i = 0; i < names->len; i++)
        gtk_string_list_append (list, g_ptr_array_index (names, i));
      gtk_drop_down_set_model (self->rounds, G_LIST_MODEL (list));
    }
  if (gtk_drop_down_get_selected (self->rounds) != position)
    gtk_drop_down_set_selected (self->rounds, position);
}

static void
show_round (DvSupportPage *self)
{
  gboolean is_revealed = dv_support_is_revealed (self->round);
  g_autofree char *computed = dv_support_dup_computed (get_workshop (self), self->round);
  g_autofree char *lead = dv_support_dup_lead (get_workshop (self), self->round);

  self->is_showing = TRUE;
  show_rounds (self);
  show_date (self);
  self->is_showing = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    dv_number_entry_set_value (DV_NUMBER_ENTRY (self->entries[i]), (guint) dv_item_get_int (self->round, numbers[i].field));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->headline), computed);
  gtk_label_set_text (self->lead, lead);
  gtk_label_set_text (self->reveal_label, is_revealed ? C_ ("support", "Hide again") : C_ ("support", "Reveal"));
  if (is_revealed)
    gtk_widget_remove_css_class (self->reveal, "suggested-action");
  else
    gtk_widget_add_css_class (self->reveal, "suggested-action");
  dv_page_set_subtitle (DV_PAGE (self), is_revealed ? C_ ("support", "The room sees the result")
                                                    : C_ ("support", "The room sees no result yet"));
}

static void
bind_fields (DvSupportPage *self)
{
  const struct
  {
    GtkWidget *widget;
    int field;
    const char *undo;
  } fields[] = {
    { self->headline, DV_SUPPORT_HEADLINE, _("Change the headline") },
    { self->title, DV_SUPPORT_TITLE, _("Rename a round of support") },
    { self->edition, DV_SUPPORT_EDITION, _("Change the version that was asked about") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (self->round != NULL)
      dv_field_bind (fields[i].widget, get_session (self), self->round, fields[i].field, fields[i].undo);
    else
      dv_field_unbind (fields[i].widget);
}

static void
refresh (DvSupportPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->round == NULL     ? has_articles (self) ? "no-rounds" : "no-articles"
                                                 : has_articles (self)   ? "round"
                                                                         : "no-articles");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "support.reveal", self->round != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "support.remove", self->round != NULL);
  if (self->round != NULL)
    show_round (self);
  dv_support_grid_set_round (self->grid, self->round);
}

static void
set_round (DvSupportPage *self,
           DvItem        *round)
{
  /* What is being typed belongs to the round before. */
  if (self->round != NULL && self->round != round)
    {
      self->is_switching = TRUE;
      dv_support_grid_commit (self->grid);
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        dv_number_entry_commit (DV_NUMBER_ENTRY (self->entries[i]));
      self->is_switching = FALSE;
    }
  if (g_set_object (&self->round, round))
    {
      for (guint i = 0; round != NULL && i < G_N_ELEMENTS (numbers); i++)
        dv_number_entry_set_value (DV_NUMBER_ENTRY (self->entries[i]), (guint) dv_item_get_int (round, numbers[i].field));
      bind_fields (self);
    }
  refresh (self);
}

/* The round that is shown may be gone, by undo too. */
static void
ensure_round (DvSupportPage *self)
{
  if (self->round == NULL || dv_item_get_parent (self->round) == NULL)
    set_round (self, dv_support_get_latest (get_workshop (self)));
  else
    refresh (self);
}

static void
applied_cb (DvSupportPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->is_switching)
    ensure_round (self);
}

/* --- What a person does ------------------------------------------------------------ */

static void
round_selected_cb (DvSupportPage *self)
{
  DvList *rounds;
  guint selected = gtk_drop_down_get_selected (self->rounds);

  if (self->is_showing || self->round == NULL)
    return;
  rounds = dv_workshop_get_list (get_workshop (self), &dv_support_kind);
  if (selected < dv_list_get_length (rounds))
    set_round (self, dv_list_get (rounds, selected));
}

static void
change (DvSupportPage *self,
        int            field,
        gint64         value,
        const char    *undo)
{
  GError *error = NULL;
  gboolean done;

  if (self->round == NULL || dv_item_get_parent (self->round) == NULL)
    return;
  done = dv_change_int (get_workshop (self), self->round, field, value, undo, &error);
  dv_session_check (get_session (self), done, &error);
}

static void
number_entered_cb (DvSupportPage *self,
                   guint          number,
                   GtkWidget     *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (self->entries[i] == entry)
      change (self, numbers[i].field, number, _(numbers[i].undo));
}

static void
set_date (DvSupportPage *self,
          const char    *date)
{
  GError *error = NULL;
  gboolean done;

  if (self->is_showing || self->round == NULL || g_str_equal (dv_item_get_string (self->round, DV_SUPPORT_DATE), date))
    return;
  done = dv_change_string (get_workshop (self), self->round, DV_SUPPORT_DATE, date, C_ ("undo", "Change the date"), &error);
  dv_session_check (get_session (self), done, &error);
}

static void
day_selected_cb (DvSupportPage *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  set_date (self, date);
}

static void
clear_date_cb (DvSupportPage *self)
{
  set_date (self, "");
  gtk_popover_popdown (self->date_popover);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DvSupportPage *self = DV_SUPPORT_PAGE (widget);
  g_autofree char *today = dv_clock_dup_date ();
  GError *error = NULL;
  DvItem *round = dv_support_add_round (get_workshop (self), NULL, today, &error);

  if (!dv_session_check (get_session (self), round != NULL, &error))
    return;
  set_round (self, round);
  dv_support_grid_focus_first (self->grid);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvSupportPage *self = DV_SUPPORT_PAGE (widget);
  g_autoptr (DvItem) round = self->round != NULL ? g_object_ref (self->round) : NULL;
  GError *error = NULL;
  gboolean done;

  if (round == NULL)
    return;
  done = dv_change_remove (get_workshop (self), round, _("Remove a round of support"), &error);
  if (dv_session_check (get_session (self), done, &error))
    dv_session_say_undo (get_session (self), C_ ("toast", "Round of support removed"));
}

static void
reveal_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvSupportPage *self = DV_SUPPORT_PAGE (widget);

  if (self->round != NULL)
    dv_reveal_support (get_session (self), self->round, !dv_support_is_revealed (self->round));
}

/* --- The page ------------------------------------------------------------------------ */

static void
dv_support_page_enter (DvPage *page)
{
  ensure_round (DV_SUPPORT_PAGE (page));
}

static void
dv_support_page_focus_entry (DvPage *page)
{
  DvSupportPage *self = DV_SUPPORT_PAGE (page);

  if (self->round != NULL)
    dv_support_grid_focus_first (self->grid);
  else if (gtk_widget_get_mapped (self->first))
    gtk_widget_grab_focus (self->first);
}

static void
add_numbers (DvSupportPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "of a round of support", numbers[i].name);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "meta");
      self->entries[i] = dv_number_entry_new (name);
      g_signal_connect_object (self->entries[i], "entered", G_CALLBACK (number_entered_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), self->entries[i]);
      gtk_box_append (self->facts, box);
    }
}

static void
dv_support_page_constructed (GObject *object)
{
  DvSupportPage *self = DV_SUPPORT_PAGE (object);

  G_OBJECT_CLASS (dv_support_page_parent_class)->constructed (object);
  add_numbers (self);
  self->grid = DV_SUPPORT_GRID (dv_support_grid_new (get_session (self)));
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->grid));
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  ensure_round (self);
}

static void
dv_support_page_dispose (GObject *object)
{
  DvSupportPage *self = DV_SUPPORT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_SUPPORT_PAGE);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (dv_support_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-support-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, headline);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, lead);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, title);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, date);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, date_popover);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, edition);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, reveal);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, reveal_label);
  gtk_widget_class_bind_template_child (widget_class, DvSupportPage, first);
  gtk_widget_class_bind_template_callback (widget_class, round_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_date_cb);
}

static void
dv_support_page_class_init (DvSupportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  object_class->constructed = dv_support_page_constructed;
  object_class->dispose = dv_support_page_dispose;
  page_class->enter = dv_support_page_enter;
  page_class->focus_entry = dv_support_page_focus_entry;
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "support.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "support.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "support.reveal", NULL, reveal_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "support.reveal", NULL);
  gtk_widget_class_set_css_name (widget_class, "support-page");
}

static void
dv_support_page_init (DvSupportPage *self)
{
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  self->is_showing = FALSE;
}

/**
 * dv_support_page_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_support_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_SUPPORT_PAGE, "session", session, NULL);
}
