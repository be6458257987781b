/* dv-export.c
 *
 * Everything a workshop can be exported as
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-export"

#include "config.h"

#include "dv-export.h"

#include <glib/gi18n-lib.h>

#include "dv-from-workshop.h"
#include "dv-handout.h"
#include "dv-map-page.h"
#include "dv-run-sheet-paper.h"

/* Window and command line both go through the table below: a new export is one
 * line of it.
 */

G_DEFINE_QUARK (dv_export_error, dv_export_error)

typedef GBytes *(*ExportFunc) (DvWorkshop *workshop,
                               GError    **error);

typedef struct
{
  const char *what;
  const char *const *formats; /* the usual one first */
  const ExportFunc *functions;
} Subject;

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define FUNCTIONS(...) ((const ExportFunc[]){ __VA_ARGS__ })

static GBytes *
export_manifest_pdf (DvWorkshop *workshop,
                     GError    **error)
{
  g_autoptr (DvManifestText) text = dv_manifest_text_new_from_workshop (workshop);

  return dv_manifest_export_pdf (text, error);
}

static GBytes *
export_map_pdf (DvWorkshop *workshop,
                GError    **error)
{
  g_autoptr (DvMapGraph) graph = dv_map_graph_new_from_workshop (workshop);

  return dv_map_export_pdf (graph, error);
}

static GBytes *
export_map_svg (DvWorkshop *workshop,
                GError    **error)
{
  g_autoptr (DvMapGraph) graph = dv_map_graph_new_from_workshop (workshop);

  return dv_map_export_svg (graph, error);
}

static GBytes *
export_map_png (DvWorkshop *workshop,
                GError    **error)
{
  g_autoptr (DvMapGraph) graph = dv_map_graph_new_from_workshop (workshop);

  return dv_map_export_png (graph, DV_MAP_PNG_WIDTH, error);
}

static GBytes *
export_words_pdf (DvWorkshop *workshop,
                  GError    **error)
{
  g_autoptr (DvWordsText) text = dv_words_text_new_from_workshop (workshop);

  return dv_words_to_pdf (text, error);
}

static GBytes *
export_words_txt (DvWorkshop *workshop,
                  GError    **error)
{
  g_autoptr (DvWordsText) text = dv_words_text_new_from_workshop (workshop);

  return dv_words_to_txt (text, error);
}

static GBytes *
export_words_csv (DvWorkshop *workshop,
                  GError    **error)
{
  g_autoptr (DvWordsText) text = dv_words_text_new_from_workshop (workshop);

  return dv_words_to_csv (text, error);
}

static GBytes *
export_behaviours_pdf (DvWorkshop *workshop,
                       GError    **error)
{
  g_autoptr (DvBehavioursText) text = dv_behaviours_text_new_from_workshop (workshop);

  return dv_behaviours_to_pdf (text, error);
}

static GBytes *
export_behaviours_txt (DvWorkshop *workshop,
                       GError    **error)
{
  g_autoptr (DvBehavioursText) text = dv_behaviours_text_new_from_workshop (workshop);

  return dv_behaviours_to_txt (text, error);
}

static GBytes *
export_behaviours_csv (DvWorkshop *workshop,
                       GError    **error)
{
  g_autoptr (DvBehavioursText) text = dv_behaviours_text_new_from_workshop (workshop);

  return dv_behaviours_to_csv (text, error);
}

static const Subject subjects[] = {
  { "manifest", LIST ("pdf"), FUNCTIONS (export_manifest_pdf) },
  { "map", LIST ("pdf", "svg", "png"), FUNCTIONS (export_map_pdf, export_map_svg, export_map_png) },
  { "words", LIST ("pdf", "txt", "csv"), FUNCTIONS (export_words_pdf, export_words_txt, export_words_csv) },
  { "behaviours", LIST ("pdf", "txt", "csv"),
    FUNCTIONS (export_behaviours_pdf, export_behaviours_txt, export_behaviours_csv) },
  { "run-sheet", LIST ("pdf"), FUNCTIONS (dv_run_sheet_to_pdf) },
  { "checklist", LIST ("pdf"), FUNCTIONS (dv_checklist_to_pdf) },
  { "handout", LIST ("pdf"), FUNCTIONS (dv_handout_to_pdf) },
};

static const char *const subject_names[] = { "manifest", "map", "words", "behaviours", "run-sheet", "checklist", "handout", NULL };

static const Subject *
find_subject (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_strcmp0 (subjects[i].what, what) == 0)
      return &subjects[i];

  return NULL;
}

/**
 * dv_export_subjects:
 *
 * Returns: (transfer none) (array zero-terminated=1): what can be exported
 */
const char *const *
dv_export_subjects (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (subject_names) == G_N_ELEMENTS (subjects) + 1);

  return subject_names;
}

/**
 * dv_export_formats:
 * @what: one of dv_export_subjects()
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): in which
 *   formats, the usual one first; %NULL when @what is not known
 */
const char *const *
dv_export_formats (const char *what)
{
  const Subject *subject = find_subject (what);

  return subject != NULL ? subject->formats : NULL;
}

/**
 * dv_export:
 * @workshop: a workshop
 * @what: one of dv_export_subjects()
 * @format: (nullable): one of dv_export_formats(), or %NULL for the usual one
 * @error: return location for an error
 *
 * The same workshop gives the same bytes, and nothing private is in them.
 *
 * Returns: (transfer full): a file, or %NULL with a %DV_EXPORT_ERROR or
 *   %G_IO_ERROR set
 */
GBytes *
dv_export (DvWorkshop *workshop,
           const char *what,
           const char *format,
           GError    **error)
{
  const Subject *subject = find_subject (what);
  g_autofree char *known = NULL;

  if (subject == NULL)
    {
      known = g_strjoinv (", ", (char **) subject_names);
      g_set_error (error, DV_EXPORT_ERROR, DV_EXPORT_ERROR_UNKNOWN_SUBJECT,
                   _("“%s” cannot be exported; choose from: %s"), what, known);
      return NULL;
    }

  for (guint i = 0; subject->formats[i] != NULL; i++)
    if (format == NULL || g_ascii_strcasecmp (subject->formats[i], format) == 0)
      return subject->functions[i](workshop, error);

  known = g_strjoinv (", ", (char **) subject->formats);
  g_set_error (error, DV_EXPORT_ERROR, DV_EXPORT_ERROR_UNKNOWN_FORMAT,
               _("“%s” cannot be exported as “%s”; choose from: %s"), what, format, known);

  return NULL;
}
