/* dv-run-sheet-paper.c
 *
 * The run sheet and the checklist on A4
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-run-sheet-paper"

#include "config.h"

#include "dv-run-sheet-paper.h"

#include "dv-checklist.h"
#include "dv-document-text.h"
#include "dv-list-page.h"

/* For whoever leads the meeting, also when the laptop fails: what is planned,
 * never what became of it, and no notes, as paper is left lying about. */

/* In points, from the left of the page. */
#define START_WIDTH 40.0
#define MINUTES_X (DV_LIST_PAGE_LEFT + 44.0)
#define MINUTES_WIDTH 42.0
#define TITLE_X (MINUTES_X + MINUTES_WIDTH + 16.0)
#define TITLE_WIDTH 150.0
#define QUESTION_X (TITLE_X + TITLE_WIDTH + 12.0)
#define QUESTION_WIDTH (DV_LIST_PAGE_RIGHT - QUESTION_X)
#define BOX_WIDTH 18.0
#define CHECK_X (DV_LIST_PAGE_LEFT + BOX_WIDTH + 6.0)
#define CHECK_WIDTH 190.0
#define DETAIL_X (CHECK_X + CHECK_WIDTH + 12.0)

static DvListInfo
make_info (DvWorkshop     *workshop,
           DvDocumentText  title)
{
  DvItem *root = dv_workshop_get_root (workshop);
  const char *language = dv_document_language (workshop);

  return (DvListInfo){ .language = language, .title = dv_document_text (language, title),
                       .subtitle = dv_item_get_string (root, DV_WORKSHOP_TITLE),
                       .author = dv_item_get_string (root, DV_WORKSHOP_ORGANISATION),
                       .date = dv_item_get_string (root, DV_WORKSHOP_DATE) };
}

/* --- Run sheet --------------------------------------------------------------- */

/* "13:00–16:00, 9 parts, 180 minutes". */
static char *
dup_summary (const DvRunSheet *sheet,
             const char       *language)
{
  g_autofree char *counts = dv_document_text_fill (language, DV_TEXT_PARTS_MINUTES, sheet->n_parts, (guint) sheet->minutes);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (sheet->start == DV_NO_TIME)
    return g_steal_pointer (&counts);
  start = dv_time_to_string (sheet->start);
  end = dv_time_to_string (sheet->fixed_end != DV_NO_TIME ? sheet->fixed_end : sheet->planned_end);
  return g_strdup_printf ("%s–%s. %s", start, end, counts);
}

static void
add_head (DvListPage *page)
{
  const char *language = page->info.language;
  DvFlowCell cells[] = {
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_START), .x = DV_LIST_PAGE_LEFT, .width = START_WIDTH },
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_MINUTES_HEAD), .x = MINUTES_X, .width = MINUTES_WIDTH,
      .alignment = PANGO_ALIGN_RIGHT },
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_PART), .x = TITLE_X, .width = TITLE_WIDTH },
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_QUESTION), .x = QUESTION_X, .width = QUESTION_WIDTH },
  };

  dv_list_page_add_row (page, TRUE, 2, cells, G_N_ELEMENTS (cells));
}

static void
add_part (DvListPage     *page,
          const DvRunRow *row)
{
  g_autofree char *start = row->planned != DV_NO_TIME ? dv_time_to_string (row->planned) : g_strdup ("");
  g_autofree char *minutes = row->minutes > 0 ? g_strdup_printf ("%d", row->minutes) : g_strdup ("");
  DvFlowCell cells[] = {
    { .style = &page->text, .text = start, .x = DV_LIST_PAGE_LEFT, .width = START_WIDTH },
    { .style = &page->text, .text = minutes, .x = MINUTES_X, .width = MINUTES_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
    { .style = &page->strong, .text = dv_item_get_string (row->activity, DV_ACTIVITY_TITLE), .x = TITLE_X, .width = TITLE_WIDTH },
    { .style = &page->text, .text = dv_item_get_string (row->activity, DV_ACTIVITY_QUESTION), .x = QUESTION_X, .width = QUESTION_WIDTH },
  };

  dv_list_page_add_row (page, FALSE, 2, cells, G_N_ELEMENTS (cells));
}

static gboolean
add_meeting (DvListPage *page,
             DvWorkshop *workshop,
             DvItem     *meeting)
{
  g_autoptr (DvRunSheet) sheet = dv_run_sheet_new (workshop, meeting, DV_NO_TIME);
  DvSurface paper = dv_palette_surface (FALSE);
  g_autofree char *summary = NULL;

  if (sheet->n_parts == 0)
    return FALSE;

  summary = dup_summary (sheet, page->info.language);
  dv_list_page_begin_group (page);
  dv_list_page_add_heading (page, dv_item_get_string (meeting, DV_STEP_TITLE), paper.text);
  dv_list_page_add_note (page, summary);
  add_head (page);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const DvRunRow *row = g_ptr_array_index (sheet->rows, i);

      if (row->state != DV_STATE_SKIPPED)
        add_part (page, row);
    }
  dv_list_page_end_group (page);
  return TRUE;
}

/**
 * dv_run_sheet_to_pdf:
 * @workshop: a workshop
 * @error: return location for an error
 *
 * Returns: (transfer full): a PDF file with every meeting as it is planned, or
 *   %NULL with a %G_IO_ERROR set
 */
GBytes *
dv_run_sheet_to_pdf (DvWorkshop *workshop,
                     GError    **error)
{
  DvListInfo info = make_info (workshop, DV_TEXT_RUN_SHEET);
  g_autoptr (DvListPage) page = dv_list_page_new (&info);
  g_autoptr (GPtrArray) meetings = dv_run_sheet_list_meetings (workshop);
  gboolean has_any = FALSE;

  for (guint i = 0; i < meetings->len; i++)
    if (add_meeting (page, workshop, g_ptr_array_index (meetings, i)))
      has_any = TRUE;
  if (!has_any)
    dv_list_page_add_note (page, dv_document_text (info.language, DV_TEXT_NO_PARTS));

  return dv_list_page_export (page, error);
}

/* --- Checklist --------------------------------------------------------------- */

static const struct
{
  DvDocumentText group; /* begins one, when it is another than the last */
  DvDocumentText text;
  DvDocumentText detail;
} checks[DV_N_CHECKS] = {
  [DV_CHECK_JOIN] = { DV_TEXT_CHECK_ROOM, DV_TEXT_CHECK_JOIN, DV_TEXT_CHECK_JOIN_HOW },
  [DV_CHECK_PROJECTOR] = { DV_TEXT_CHECK_ROOM, DV_TEXT_CHECK_PROJECTOR, DV_TEXT_CHECK_PROJECTOR_HOW },
  [DV_CHECK_BACK_ROW] = { DV_TEXT_CHECK_ROOM, DV_TEXT_CHECK_BACK_ROW, DV_TEXT_CHECK_BACK_ROW_HOW },
  [DV_CHECK_SOUND] = { DV_TEXT_CHECK_ROOM, DV_TEXT_CHECK_SOUND, DV_TEXT_CHECK_SOUND_HOW },
  [DV_CHECK_RUN_SHEET] = { DV_TEXT_CHECK_CONTENT, DV_TEXT_RUN_SHEET, DV_TEXT_RUN_SHEET },
  [DV_CHECK_VALUES] = { DV_TEXT_CHECK_CONTENT, DV_TEXT_CHECK_VALUES, DV_TEXT_CHECK_VALUES_HOW },
  [DV_CHECK_PEOPLE] = { DV_TEXT_CHECK_CONTENT, DV_TEXT_CHECK_PEOPLE, DV_TEXT_CHECK_PEOPLE_HOW },
  [DV_CHECK_PAPER] = { DV_TEXT_CHECK_PAPER_GROUP, DV_TEXT_CHECK_PAPER, DV_TEXT_CHECK_PAPER_HOW },
  [DV_CHECK_COPY] = { DV_TEXT_CHECK_PAPER_GROUP, DV_TEXT_CHECK_COPY, DV_TEXT_CHECK_COPY_HOW },
};

static char *
dup_detail (const DvChecklist *list,
            const char        *language,
            DvCheck            check)
{
  if (check == DV_CHECK_RUN_SHEET && list->sheet != NULL)
    return dup_summary (list->sheet, language);
  if (check == DV_CHECK_VALUES)
    return dv_document_text_fill (language, checks[check].detail, list->n_values, 0);
  if (check == DV_CHECK_PEOPLE)
    return dv_document_text_fill (language, checks[check].detail, list->n_roles, (guint) list->n_people);
  return g_strdup (check != DV_CHECK_RUN_SHEET ? dv_document_text (language, checks[check].detail) : "");
}

static void
add_check (DvListPage        *page,
           const DvChecklist *list,
           DvCheck            check)
{
  const char *language = page->info.language;
  g_autofree char *detail = dup_detail (list, language, check);
  DvFlowCell cells[] = {
    { .style = &page->text, .text = "□", .x = DV_LIST_PAGE_LEFT, .width = BOX_WIDTH },
    { .style = &page->strong, .text = dv_document_text (language, checks[check].text), .x = CHECK_X, .width = CHECK_WIDTH },
    { .style = &page->text, .text = detail, .x = DETAIL_X, .width = DV_LIST_PAGE_RIGHT - DETAIL_X },
  };

  dv_list_page_add_row (page, FALSE, 1, cells, G_N_ELEMENTS (cells));
}

/**
 * dv_checklist_to_pdf:
 * @workshop: a workshop
 * @error: return location for an error
 *
 * Returns: (transfer full): a PDF file with what has to be ready, to be ticked
 *   with a pen, or %NULL with a %G_IO_ERROR set
 */
GBytes *
dv_checklist_to_pdf (DvWorkshop *workshop,
                     GError    **error)
{
  DvListInfo info = make_info (workshop, DV_TEXT_CHECKLIST);
  g_autoptr (DvListPage) page = dv_list_page_new (&info);
  g_autoptr (DvChecklist) list = dv_checklist_new (workshop);
  DvSurface paper = dv_palette_surface (FALSE);

  for (guint i = 0; i < DV_N_CHECKS; i++)
    {
      if (i == 0 || checks[i].group != checks[i - 1].group)
        dv_list_page_add_heading (page, dv_document_text (info.language, checks[i].group), paper.text);
      add_check (page, list, (DvCheck) i);
    }

  return dv_list_page_export (page, error);
}
