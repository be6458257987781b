/* test-templates.c
 *
 * Every template of the resources makes a widget, which can go again
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-application.h"
#include "dv-article-card.h"
#include "dv-behaviour-card.h"
#include "dv-behaviour-editor.h"
#include "dv-behaviour-grid.h"
#include "dv-behaviours-page.h"
#include "dv-choose-page.h"
#include "dv-choose-row.h"
#include "dv-clause-row.h"
#include "dv-cluster-card.h"
#include "dv-console.h"
#include "dv-details-dialog.h"
#include "dv-entry-bar.h"
#include "dv-export-page.h"
#include "dv-flip-dialog.h"
#include "dv-found-dialog.h"
#include "dv-headline-popover.h"
#include "dv-instructions-page.h"
#include "dv-join-card.h"
#include "dv-join-dialog.h"
#include "dv-kin-card.h"
#include "dv-manifest-details.h"
#include "dv-manifest-editor.h"
#include "dv-manifest-preview.h"
#include "dv-map-editor.h"
#include "dv-map-inspector.h"
#include "dv-map-lists.h"
#include "dv-new-dialog.h"
#include "dv-notes.h"
#include "dv-order-page.h"
#include "dv-parking-dialog.h"
#include "dv-preferences.h"
#include "dv-rail-row.h"
#include "dv-rail.h"
#include "dv-run-sheet-page.h"
#include "dv-run-sheet-row.h"
#include "dv-screen-question.h"
#include "dv-scene-picker.h"
#include "dv-side-totals.h"
#include "dv-stage-column.h"
#include "dv-stage-preview.h"
#include "dv-support-page.h"
#include "dv-test-page.h"
#include "dv-timer-card.h"
#include "dv-value-headline.h"
#include "dv-value-row.h"
#include "dv-values-page.h"
#include "dv-versions-dialog.h"
#include "dv-welcome.h"
#include "dv-window.h"
#include "dv-word-field.h"
#include "dv-word-row.h"
#include "dv-words-page.h"

typedef struct
{
  const char *name;
  GType (*get_type) (void);
} DvTemplate;

static const DvTemplate templates[] = {
  { "dv-article-card.ui", dv_article_card_get_type },
  { "dv-behaviour-card.ui", dv_behaviour_card_get_type },
  { "dv-behaviour-editor.ui", dv_behaviour_editor_get_type },
  { "dv-behaviour-grid.ui", dv_behaviour_grid_get_type },
  { "dv-behaviours-page.ui", dv_behaviours_page_get_type },
  { "dv-choose-page.ui", dv_choose_page_get_type },
  { "dv-choose-row.ui", dv_choose_row_get_type },
  { "dv-clause-row.ui", dv_clause_row_get_type },
  { "dv-cluster-card.ui", dv_cluster_card_get_type },
  { "dv-console.ui", dv_console_get_type },
  { "dv-details-dialog.ui", dv_details_dialog_get_type },
  { "dv-entry-bar.ui", dv_entry_bar_get_type },
  { "dv-export-page.ui", dv_export_page_get_type },
  { "dv-flip-dialog.ui", dv_flip_dialog_get_type },
  { "dv-found-dialog.ui", dv_found_dialog_get_type },
  { "dv-headline-popover.ui", dv_headline_popover_get_type },
  { "dv-instructions-page.ui", dv_instructions_page_get_type },
  { "dv-join-card.ui", dv_join_card_get_type },
  { "dv-join-dialog.ui", dv_join_dialog_get_type },
  { "dv-kin-card.ui", dv_kin_card_get_type },
  { "dv-manifest-details.ui", dv_manifest_details_get_type },
  { "dv-manifest-editor.ui", dv_manifest_editor_get_type },
  { "dv-manifest-preview.ui", dv_manifest_preview_get_type },
  { "dv-map-editor.ui", dv_map_editor_get_type },
  { "dv-map-inspector.ui", dv_map_inspector_get_type },
  { "dv-map-lists.ui", dv_map_lists_get_type },
  { "dv-new-dialog.ui", dv_new_dialog_get_type },
  { "dv-notes.ui", dv_notes_get_type },
  { "dv-order-page.ui", dv_order_page_get_type },
  { "dv-parking-dialog.ui", dv_parking_dialog_get_type },
  { "dv-preferences.ui", dv_preferences_get_type },
  { "dv-rail-row.ui", dv_rail_row_get_type },
  { "dv-rail.ui", dv_rail_get_type },
  { "dv-run-sheet-page.ui", dv_run_sheet_page_get_type },
  { "dv-run-sheet-row.ui", dv_run_sheet_row_get_type },
  { "dv-screen-question.ui", dv_screen_question_get_type },
  { "dv-scene-picker.ui", dv_scene_picker_get_type },
  { "dv-side-totals.ui", dv_side_totals_get_type },
  { "dv-timer-card.ui", dv_timer_card_get_type },
  { "dv-stage-column.ui", dv_stage_column_get_type },
  { "dv-stage-preview.ui", dv_stage_preview_get_type },
  { "dv-support-page.ui", dv_support_page_get_type },
  { "dv-value-headline.ui", dv_value_headline_get_type },
  { "dv-value-row.ui", dv_value_row_get_type },
  { "dv-values-page.ui", dv_values_page_get_type },
  { "dv-versions-dialog.ui", dv_versions_dialog_get_type },
  { "dv-welcome.ui", dv_welcome_get_type },
  { "dv-window.ui", dv_window_get_type },
  { "dv-word-field.ui", dv_word_field_get_type },
  { "dv-word-row.ui", dv_word_row_get_type },
  { "dv-words-page.ui", dv_words_page_get_type },
};

static void
test_listed (void)
{
  g_auto (GStrv) children = g_resources_enumerate_children ("/io/github/draagvlak/Draagvlak", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n_found = 0;

  for (guint i = 0; children[i] != NULL; i++)
    {
      gboolean is_listed = FALSE;

      if (!g_str_has_suffix (children[i], ".ui"))
        continue;
      n_found++;
      for (guint j = 0; j < G_N_ELEMENTS (templates); j++)
        is_listed |= strcmp (templates[j].name, children[i]) == 0;
      if (!is_listed)
        g_error ("%s is not tested here", children[i]);
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (templates));
}

static void
test_made (gconstpointer data)
{
  const DvTemplate *template = data;
  GType type = template->get_type ();
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  DvWorkshop *workshop = dv_test_workshop_new ();
  DvSession *session = dv_session_new (workshop);
  GtkWidget *widget;
  gpointer weak;

  if (g_object_class_find_property (G_OBJECT_CLASS (klass), "session") != NULL)
    widget = g_object_new (type, "session", session, NULL);
  else
    widget = g_object_new (type, NULL);
  g_assert_nonnull (gtk_widget_get_first_child (widget));

  weak = widget;
  g_object_add_weak_pointer (G_OBJECT (widget), &weak);
  if (GTK_IS_WINDOW (widget))
    {
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else
    {
      g_object_ref_sink (widget);
      g_object_unref (widget);
    }
  dv_test_wait ();
  g_assert_null (weak);
  g_assert_finalize_object (session);
  g_assert_finalize_object (workshop);
}

int
main (int    argc,
      char **argv)
{
  dv_test_page_init (&argc, &argv);

  g_test_add_func ("/templates/listed", test_listed);
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strconcat ("/templates/", templates[i].name, NULL);

      g_test_add_data_func (path, &templates[i], test_made);
    }

  return g_test_run ();
}
