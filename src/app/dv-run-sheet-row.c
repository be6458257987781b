/* dv-run-sheet-row.c
 *
 * One part of a meeting in the run sheet
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-run-sheet-row"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-run-bar.h"
#include "dv-run-sheet-row.h"

/* Shows what it is told; the page makes the run sheet anew whenever time or the
 * workshop changes, and rows of the same activity stay, with their focus. */

struct _DvRunSheetRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkImage *glyph;
  GtkLabel *planned;
  GtkLabel *expected;
  GtkLabel *title;
  DvRunBar *bar;
  GtkLabel *minutes;
  GtkLabel *over;
  GtkMenuButton *menu_button;

  /* Owned */
  DvItem *activity; /* nullable until something is shown */

  /* State */
  double scale; /* px to a minute */
  int width;    /* of all bars, in px */
};

G_DEFINE_FINAL_TYPE (DvRunSheetRow, dv_run_sheet_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static char *
dup_time (int time)
{
  return time != DV_NO_TIME ? dv_time_to_string (time) : g_strdup ("–");
}

static char *
dup_minutes (const DvRunRow *row,
             gboolean        is_live,
             gboolean        is_proposed)
{
  int left = row->minutes - row->gone;

  if (row->state == DV_STATE_SKIPPED)
    return g_strdup (C_("state of an activity", "skipped"));
  if (is_proposed && row->proposed == 0)
    /* Translators: minutes, and that they are to be skipped. */
    return g_strdup_printf (C_("proposal", "%d → skip"), row->minutes);
  if (is_proposed && row->proposed != DV_NO_TIME)
    /* Translators: minutes as planned, and as proposed. */
    return g_strdup_printf (C_("proposal", "%d → %d"), row->minutes, row->proposed);
  if (row->state == DV_STATE_BUSY && is_live && row->gone != DV_NO_TIME && left >= 0)
    /* Translators: minutes of an activity. */
    return g_strdup_printf (C_("run sheet", "%d left of %d"), left, row->minutes);
  if (row->minutes == 0 && row->gone == DV_NO_TIME)
    return g_strdup ("–");
  return g_strdup_printf ("%d", row->minutes);
}

static void
show_minutes (DvRunSheetRow  *self,
              const DvRunRow *row,
              gboolean        is_live,
              gboolean        is_proposed)
{
  gboolean is_pill = is_proposed && row->proposed != DV_NO_TIME;
  g_autofree char *minutes = dup_minutes (row, is_live, is_proposed);
  /* Translators: minutes more than planned. */
  g_autofree char *over = g_strdup_printf (C_("run sheet", " +%d"), row->over);

  gtk_label_set_text (self->minutes, minutes);
  gtk_label_set_text (self->over, over);
  gtk_widget_set_visible (GTK_WIDGET (self->over), row->over > 0);
  set_class (GTK_WIDGET (self->minutes), "proposed-pill", is_pill);
  gtk_widget_set_hexpand (GTK_WIDGET (self->minutes), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->minutes), is_pill ? GTK_ALIGN_END : GTK_ALIGN_FILL);
}

static const char *
state_name (DvState state)
{
  switch (state)
    {
    case DV_STATE_BUSY:
      return C_("state of an activity", "in progress");
    case DV_STATE_DONE:
      return C_("state of an activity", "done");
    case DV_STATE_SKIPPED:
      return C_("state of an activity", "skipped");
    case DV_STATE_TODO:
    default:
      return C_("state of an activity", "to do");
    }
}

static void
show_name (DvRunSheetRow  *self,
           const DvRunRow *row,
           const char     *planned,
           const char     *expected)
{
  const char *title = dv_item_get_string (row->activity, DV_ACTIVITY_TITLE);
  g_autofree char *minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) row->minutes), row->minutes);
  /* Translators: title of an activity, its state, its planned time, when it is
   * planned and when it is expected to begin. */
  g_autofree char *name = g_strdup_printf (C_("accessible", "%s, %s, %s, planned at %s, expected at %s"),
                                           title, state_name (row->state), minutes, planned, expected);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
}

static void
dv_run_sheet_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DV_TYPE_RUN_SHEET_ROW);
  g_clear_object (&DV_RUN_SHEET_ROW (object)->activity);

  G_OBJECT_CLASS (dv_run_sheet_row_parent_class)->dispose (object);
}

static void
dv_run_sheet_row_class_init (DvRunSheetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_run_sheet_row_dispose;

  g_type_ensure (DV_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-run-sheet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetRow, planned);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetRow, expected);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetRow, title);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetRow, bar);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetRow, over);
  gtk_widget_class_bind_template_child (widget_class, DvRunSheetRow, menu_button);
}

static void
dv_run_sheet_row_init (DvRunSheetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
}

/**
 * dv_run_sheet_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
dv_run_sheet_row_new (void)
{
  return g_object_new (DV_TYPE_RUN_SHEET_ROW, NULL);
}

/**
 * dv_run_sheet_row_get_activity:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
DvItem *
dv_run_sheet_row_get_activity (DvRunSheetRow *self)
{
  g_return_val_if_fail (DV_IS_RUN_SHEET_ROW (self), NULL);
  return self->activity;
}

/**
 * dv_run_sheet_row_set_scale:
 * @self: a row
 * @scale: px to a minute
 * @width: how wide the bars of all rows are, in px
 *
 * Counts from the next time something is shown.
 */
void
dv_run_sheet_row_set_scale (DvRunSheetRow *self,
                            double         scale,
                            int            width)
{
  g_return_if_fail (DV_IS_RUN_SHEET_ROW (self));

  self->scale = scale;
  self->width = width;
}

/**
 * dv_run_sheet_row_show:
 * @self: a row
 * @row: what to show
 * @is_live: whether the clock counts
 * @is_proposed: whether proposals are shown
 */
void
dv_run_sheet_row_show (DvRunSheetRow  *self,
                       const DvRunRow *row,
                       gboolean        is_live,
                       gboolean        is_proposed)
{
  static const char *const icons[] = { "dv-dot-symbolic", "media-playback-start-symbolic", "object-select-symbolic", "list-remove-symbolic" };
  g_autofree char *planned = dup_time (row->planned);
  g_autofree char *expected = dup_time (row->expected);

  g_return_if_fail (DV_IS_RUN_SHEET_ROW (self));

  g_set_object (&self->activity, row->activity);
  gtk_image_set_from_icon_name (self->glyph, icons[row->state]);
  gtk_label_set_text (self->planned, planned);
  gtk_label_set_text (self->expected, expected);
  gtk_label_set_text (self->title, dv_item_get_string (row->activity, DV_ACTIVITY_TITLE));
  dv_run_bar_show (self->bar, row, self->scale, self->width);
  show_minutes (self, row, is_live, is_proposed);
  set_class (GTK_WIDGET (self), "todo", row->state == DV_STATE_TODO);
  set_class (GTK_WIDGET (self), "busy", row->state == DV_STATE_BUSY);
  set_class (GTK_WIDGET (self), "done", row->state == DV_STATE_DONE);
  set_class (GTK_WIDGET (self), "skipped", row->state == DV_STATE_SKIPPED);
  show_name (self, row, planned, expected);
}
