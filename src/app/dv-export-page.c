/* dv-export-page.c
 *
 * What there is to give away, and where the workshop is kept
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-export-page"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-export-page.h"

/* Buttons of formats ask the window for the action win.export-as: it knows the
 * folder of last time and says how it went. */

struct _DvExportPage
{
  DvPage parent_instance;

  /* Template children */
  GtkWidget *scroller;
  AdwActionRow *place_row;
  GtkWidget *folder_button;
  AdwActionRow *manifest_row;
  AdwActionRow *map_row;
  AdwActionRow *words_row;
  AdwActionRow *behaviours_row;
};

G_DEFINE_FINAL_TYPE (DvExportPage, dv_export_page, DV_TYPE_PAGE)

static void
set_count (AdwActionRow *row,
           char         *text)
{
  adw_action_row_set_subtitle (row, text);
  g_free (text);
}

/* Sums a kind of child over the items of @list. */
static guint
count_below (DvList       *list,
             const DvKind *child)
{
  guint n = 0;

  for (guint i = 0; i < dv_list_get_length (list); i++)
    n += dv_item_count (dv_list_get (list, i), child);
  return n;
}

static void
update_manifest (DvExportPage *self,
                 DvWorkshop   *workshop)
{
  DvItem *manifest = dv_workshop_get_single (workshop, &dv_manifest_kind);
  guint n_articles = manifest != NULL ? dv_item_count (manifest, &dv_article_kind) : 0;
  guint n_clauses = manifest != NULL ? count_below (dv_item_get_list (manifest, &dv_article_kind), &dv_clause_kind) : 0;
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *clauses = g_strdup_printf (ngettext ("%u clause", "%u clauses", n_clauses), n_clauses);

  /* Translators: "6 articles, 18 clauses". */
  set_count (self->manifest_row, g_strdup_printf (C_("counts", "%s, %s"), articles, clauses));
}

static void
update_counts (DvExportPage *self)
{
  DvWorkshop *workshop = dv_page_get_workshop (DV_PAGE (self));
  DvItem *map = dv_workshop_get_single (workshop, &dv_map_kind);
  guint n_objectives = map != NULL ? dv_item_count (map, &dv_objective_kind) : 0;
  guint n_words = dv_list_get_length (dv_workshop_get_list (workshop, &dv_word_kind));
  guint n_behaviours = count_below (dv_workshop_get_list (workshop, &dv_value_kind), &dv_behaviour_kind);

  update_manifest (self, workshop);
  set_count (self->map_row, g_strdup_printf (ngettext ("%u objective", "%u objectives", n_objectives), n_objectives));
  set_count (self->words_row, g_strdup_printf (ngettext ("%u key word", "%u key words", n_words), n_words));
  set_count (self->behaviours_row, g_strdup_printf (ngettext ("%u example", "%u examples", n_behaviours), n_behaviours));
}

static void
dv_export_page_enter (DvPage *page)
{
  update_counts (DV_EXPORT_PAGE (page));
}

static void
dv_export_page_focus_entry (DvPage *page)
{
  gtk_widget_child_focus (DV_EXPORT_PAGE (page)->scroller, GTK_DIR_TAB_FORWARD);
}

static void
dv_export_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DV_TYPE_EXPORT_PAGE);

  G_OBJECT_CLASS (dv_export_page_parent_class)->dispose (object);
}

static void
dv_export_page_class_init (DvExportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_export_page_dispose;
  page_class->enter = dv_export_page_enter;
  page_class->focus_entry = dv_export_page_focus_entry;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-export-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvExportPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DvExportPage, place_row);
  gtk_widget_class_bind_template_child (widget_class, DvExportPage, folder_button);
  gtk_widget_class_bind_template_child (widget_class, DvExportPage, manifest_row);
  gtk_widget_class_bind_template_child (widget_class, DvExportPage, map_row);
  gtk_widget_class_bind_template_child (widget_class, DvExportPage, words_row);
  gtk_widget_class_bind_template_child (widget_class, DvExportPage, behaviours_row);
}

static void
dv_export_page_init (DvExportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_export_page_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): a page
 */
DvPage *
dv_export_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_EXPORT_PAGE,
                       "session", session,
                       "title", C_("title", "Export and save"),
                       NULL);
}

/**
 * dv_export_page_set_place:
 * @self: a page
 * @path: (nullable): the user's file; %NULL when there is none yet
 */
void
dv_export_page_set_place (DvExportPage *self,
                          const char   *path)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *shown = folder != NULL ? g_filename_display_name (folder) : NULL;

  g_return_if_fail (DV_IS_EXPORT_PAGE (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->place_row), FALSE);
  if (path != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place_row), name);
      adw_action_row_set_subtitle (self->place_row, shown);
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place_row), _("Only on this laptop"));
      adw_action_row_set_subtitle (self->place_row, _("Everything is saved, but not in a file of your own yet"));
    }
  gtk_widget_set_visible (self->folder_button, path != NULL);
}
