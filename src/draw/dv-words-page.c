/* dv-words-page.c
 *
 * The key words as ranked lists
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-words-page"

#include "config.h"

#include "dv-words-page.h"

#include "dv-document-text.h"
#include "dv-table-text.h"

/* Columns, in points from the left side of the page. */
#define RANK_WIDTH 24.0
#define WORD_X (DV_LIST_PAGE_LEFT + RANK_WIDTH + 10.0)
#define WORD_WIDTH 190.0
#define BAR_X (WORD_X + WORD_WIDTH + 10.0)
#define BAR_WIDTH 140.0
#define COUNT_X (BAR_X + BAR_WIDTH + 8.0)
#define COUNT_WIDTH 42.0
#define SHARE_X (COUNT_X + COUNT_WIDTH + 6.0)
#define SHARE_WIDTH (DV_LIST_PAGE_RIGHT - SHARE_X)
#define N_SIDES 2

static const DvDocumentText side_texts[N_SIDES] = { DV_TEXT_RESIDENTS, DV_TEXT_STAFF };

/* The words of one side, the one named most often first. */
typedef struct
{
  guint side;
  guint total;
  guint highest;
  GPtrArray *rows; /* DvWordRow, borrowed */
  guint *ranks;    /* of each row, from 1 */
} Ranking;

static void
row_clear (gpointer data)
{
  g_free (((DvWordRow *) data)->text);
}

/**
 * dv_words_text_new:
 *
 * Returns: (transfer full): a list without words
 */
DvWordsText *
dv_words_text_new (void)
{
  DvWordsText *text = g_new0 (DvWordsText, 1);

  text->rows = g_array_new (FALSE, FALSE, sizeof (DvWordRow));
  g_array_set_clear_func (text->rows, row_clear);

  return text;
}

/**
 * dv_words_text_free:
 * @text: (transfer full): a list
 */
void
dv_words_text_free (DvWordsText *text)
{
  g_free (text->language);
  g_free (text->subtitle);
  g_free (text->organisation);
  g_free (text->date);
  g_array_unref (text->rows);
  g_free (text);
}

/**
 * dv_words_text_add:
 * @text: a list
 * @word: a word
 * @residents: how often residents named it
 * @staff: how often staff named it
 */
void
dv_words_text_add (DvWordsText *text,
                   const char  *word,
                   guint        residents,
                   guint        staff)
{
  DvWordRow row = { g_strdup (word), { residents, staff } };

  g_array_append_val (text->rows, row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const DvWordRow *first = *(DvWordRow *const *) a, *second = *(DvWordRow *const *) b;
  guint side = GPOINTER_TO_UINT (data);

  if (first->counts[side] != second->counts[side])
    return first->counts[side] > second->counts[side] ? -1 : 1;

  /* By code point, not by locale: the same list everywhere. */
  return g_strcmp0 (first->text, second->text);
}

static const DvWordRow *
get_row (const Ranking *ranking,
         guint          index)
{
  return g_ptr_array_index (ranking->rows, index);
}

static void
ranking_init (Ranking           *ranking,
              const DvWordsText *text,
              guint              side)
{
  *ranking = (Ranking){ .side = side, .rows = g_ptr_array_new () };
  for (guint i = 0; i < text->rows->len; i++)
    {
      DvWordRow *row = &g_array_index (text->rows, DvWordRow, i);

      if (row->counts[side] == 0)
        continue;
      g_ptr_array_add (ranking->rows, row);
      ranking->total += row->counts[side];
      ranking->highest = MAX (ranking->highest, row->counts[side]);
    }
  g_ptr_array_sort_with_data (ranking->rows, compare_rows, GUINT_TO_POINTER (side));

  /* Words named equally often share a rank. */
  ranking->ranks = g_new0 (guint, ranking->rows->len + 1);
  for (guint i = 0; i < ranking->rows->len; i++)
    {
      gboolean is_equal = i > 0 && get_row (ranking, i)->counts[side] == get_row (ranking, i - 1)->counts[side];

      ranking->ranks[i] = is_equal ? ranking->ranks[i - 1] : i + 1;
    }
}

static void
ranking_clear (Ranking *ranking)
{
  g_ptr_array_unref (ranking->rows);
  g_free (ranking->ranks);
}

static double
share_of (const Ranking *ranking,
          guint          index)
{
  return 100.0 * get_row (ranking, index)->counts[ranking->side] / ranking->total;
}

static void
add_head_row (DvListPage *page,
              const char *language)
{
  DvFlowCell cells[] = {
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_RANK), .x = DV_LIST_PAGE_LEFT,
      .width = RANK_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_WORD), .x = WORD_X, .width = WORD_WIDTH },
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_TIMES), .x = COUNT_X,
      .width = COUNT_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_SHARE), .x = SHARE_X,
      .width = SHARE_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
  };

  dv_list_page_add_row (page, TRUE, 1, cells, G_N_ELEMENTS (cells));
}

static void
add_row (DvListPage    *page,
         const Ranking *ranking,
         guint          index,
         DvColour       colour)
{
  const DvWordRow *row = get_row (ranking, index);
  guint count = row->counts[ranking->side];
  g_autofree char *rank = g_strdup_printf ("%u", ranking->ranks[index]);
  g_autofree char *times = dv_document_text_number (page->info.language, count);
  g_autofree char *share = g_strdup_printf ("%.0f%%", share_of (ranking, index));
  DvTextStyle bar = page->text;
  DvFlowCell cells[] = {
    { .style = &page->meta, .text = rank, .x = DV_LIST_PAGE_LEFT, .width = RANK_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
    { .style = &page->strong, .text = row->text, .x = WORD_X, .width = WORD_WIDTH },
    { .style = &bar, .x = BAR_X, .width = BAR_WIDTH, .bar = count / (double) ranking->highest },
    { .style = &page->text, .text = times, .x = COUNT_X, .width = COUNT_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
    { .style = &page->meta, .text = share, .x = SHARE_X, .width = SHARE_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
  };

  bar.colour = colour;
  dv_list_page_add_row (page, FALSE, 1, cells, G_N_ELEMENTS (cells));
}

static void
add_side (DvListPage        *page,
          const DvWordsText *text,
          guint              side)
{
  DvSurface paper = dv_palette_surface (FALSE);
  DvColour colour = side == 0 ? paper.residents : paper.staff;
  g_autofree char *totals = NULL;
  Ranking ranking;

  ranking_init (&ranking, text, side);
  if (ranking.rows->len > 0)
    {
      totals = dv_document_text_fill (text->language, DV_TEXT_WORDS_TOTAL, ranking.rows->len, ranking.total);
      dv_list_page_add_heading (page, dv_document_text (text->language, side_texts[side]), colour);
      dv_list_page_add_note (page, totals);
      add_head_row (page, text->language);
      for (guint i = 0; i < ranking.rows->len; i++)
        add_row (page, &ranking, i, colour);
    }
  ranking_clear (&ranking);
}

/**
 * dv_words_to_pdf:
 * @text: key words
 * @error: return location for an error
 *
 * Returns: (transfer full): a PDF file, or %NULL with a %G_IO_ERROR set
 */
GBytes *
dv_words_to_pdf (const DvWordsText *text,
                 GError           **error)
{
  DvListInfo info = { text->language, dv_document_text (text->language, DV_TEXT_WORDS), text->subtitle,
                      text->organisation, text->date };
  g_autoptr (DvListPage) page = dv_list_page_new (&info);

  for (guint side = 0; side < N_SIDES; side++)
    add_side (page, text, side);
  if (text->rows->len == 0)
    dv_list_page_add_note (page, dv_document_text (text->language, DV_TEXT_NO_WORDS));

  return dv_list_page_export (page, error);
}

/**
 * dv_words_to_txt:
 * @text: key words
 * @error: return location for an error
 *
 * Returns: (transfer full): the list as plain text in UTF-8
 */
GBytes *
dv_words_to_txt (const DvWordsText *text,
                 GError           **error)
{
  GString *txt = g_string_new (dv_document_text (text->language, DV_TEXT_WORDS));

  g_string_append_c (txt, '\n');
  for (guint side = 0; side < N_SIDES; side++)
    {
      g_autofree char *totals = NULL;
      Ranking ranking;

      ranking_init (&ranking, text, side);
      if (ranking.rows->len > 0)
        {
          totals = dv_document_text_fill (text->language, DV_TEXT_WORDS_TOTAL, ranking.rows->len, ranking.total);
          g_string_append_printf (txt, "\n%s: %s\n", dv_document_text (text->language, side_texts[side]), totals);
        }
      for (guint i = 0; i < ranking.rows->len; i++)
        g_string_append_printf (txt, "%4u. %s (%u×, %.0f%%)\n", ranking.ranks[i], get_row (&ranking, i)->text,
                                get_row (&ranking, i)->counts[side], share_of (&ranking, i));
      ranking_clear (&ranking);
    }
  if (text->rows->len == 0)
    g_string_append_printf (txt, "\n%s\n", dv_document_text (text->language, DV_TEXT_NO_WORDS));

  return g_string_free_to_bytes (txt);
}

/**
 * dv_words_to_csv:
 * @text: key words
 * @error: return location for an error
 *
 * Returns: (transfer full): the list as CSV, a row for each side and word
 */
GBytes *
dv_words_to_csv (const DvWordsText *text,
                 GError           **error)
{
  GString *csv = g_string_new (NULL);
  const char *heads[] = {
    dv_document_text (text->language, DV_TEXT_SIDE), dv_document_text (text->language, DV_TEXT_RANK),
    dv_document_text (text->language, DV_TEXT_WORD), dv_document_text (text->language, DV_TEXT_TIMES),
    dv_document_text (text->language, DV_TEXT_SHARE), NULL
  };

  dv_table_text_append_csv (csv, heads);
  for (guint side = 0; side < N_SIDES; side++)
    {
      Ranking ranking;

      ranking_init (&ranking, text, side);
      for (guint i = 0; i < ranking.rows->len; i++)
        {
          char share[G_ASCII_DTOSTR_BUF_SIZE];
          g_autofree char *rank = g_strdup_printf ("%u", ranking.ranks[i]);
          g_autofree char *count = g_strdup_printf ("%u", get_row (&ranking, i)->counts[side]);
          const char *cells[] = { dv_document_text (text->language, side_texts[side]), rank,
                                  get_row (&ranking, i)->text, count, share, NULL };

          g_ascii_formatd (share, sizeof share, "%.1f", share_of (&ranking, i));
          dv_table_text_append_csv (csv, cells);
        }
      ranking_clear (&ranking);
    }

  return g_string_free_to_bytes (csv);
}
