/* dv-support-text.c
 *
 * Support for the articles in words, in the language of the workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-support-text"

#include "config.h"

#include <string.h>

#include "dv-document-text.h"
#include "dv-support.h"

/* A sentence may begin with what is filled in; hence the capital. */
static char *
fill_sentence (const char     *language,
               DvDocumentText  text,
               const char     *first,
               const char     *second)
{
  g_autofree char *filled = dv_document_text_fill_string (language, text, first, second);
  g_autofree char *capital = g_utf8_strup (filled, (gssize) (g_utf8_next_char (filled) - filled));

  return g_strconcat (capital, g_utf8_next_char (filled), NULL);
}

/**
 * dv_support_row_dup_percent:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): its percentage as it is shown, "82%" or
 *   "≥ 90%"; %NULL when it is hidden
 */
char *
dv_support_row_dup_percent (const DvSupportRow *row)
{
  if (row->bound == DV_BOUND_HIDDEN)
    return NULL;

  return g_strdup_printf ("%s%d%%",
                          row->bound == DV_BOUND_AT_LEAST  ? "≥ "
                          : row->bound == DV_BOUND_AT_MOST ? "≤ "
                                                           : "",
                          row->percent);
}

/**
 * dv_support_get_answer_text:
 * @language: language of the workshop
 * @answer: an answer
 *
 * Returns: (transfer none): "mostly"
 */
const char *
dv_support_get_answer_text (const char *language,
                            DvAnswer    answer)
{
  return dv_document_text (language, DV_TEXT_ANSWER_NOT + answer);
}

/* How many articles of @rows may be spoken of, and how many have support. */
static guint
count_rows (GPtrArray *rows,
            guint     *n_with_support)
{
  guint n = 0;

  *n_with_support = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const DvSupportRow *row = g_ptr_array_index (rows, i);

      n += row->bound != DV_BOUND_HIDDEN;
      *n_with_support += row->bound != DV_BOUND_HIDDEN && row->has_support;
    }

  return n;
}

/**
 * dv_support_dup_computed:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Returns: (transfer full): the result in a sentence, "Five of six articles
 *   have support"; articles with too few answers do not count
 */
char *
dv_support_dup_computed (DvWorkshop *workshop,
                         DvItem     *support)
{
  g_autoptr (GPtrArray) rows = dv_support_list_rows (workshop, support);
  const char *language = dv_document_language (workshop);
  guint n_with_support;
  guint n = count_rows (rows, &n_with_support);
  g_autofree char *all = dv_document_text_count (language, n);
  g_autofree char *some = dv_document_text_count (language, n_with_support);

  if (n == 0)
    return g_strdup (dv_document_text (language, DV_TEXT_SUPPORT_NO_ANSWERS));
  if (n == 1)
    return g_strdup (dv_document_text (language, n_with_support == 1 ? DV_TEXT_SUPPORT_THE_ONE
                                                                     : DV_TEXT_SUPPORT_NOT_THE_ONE));
  if (n == 2 && n_with_support == 2)
    return g_strdup (dv_document_text (language, DV_TEXT_SUPPORT_BOTH));
  if (n_with_support == n)
    return fill_sentence (language, DV_TEXT_SUPPORT_ALL, all, NULL);
  if (n_with_support == 0)
    return fill_sentence (language, DV_TEXT_SUPPORT_NONE, all, NULL);
  if (n_with_support == 1)
    return fill_sentence (language, DV_TEXT_SUPPORT_ONE, all, NULL);

  return fill_sentence (language, DV_TEXT_SUPPORT_SOME, some, all);
}

/**
 * dv_support_dup_headline:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Returns: (transfer full): its headline: as the facilitator worded it, else
 *   as it is computed
 */
char *
dv_support_dup_headline (DvWorkshop *workshop,
                         DvItem     *support)
{
  const char *own = dv_item_get_string (support, DV_SUPPORT_HEADLINE);

  return own != NULL && *own != '\0' ? g_strdup (own) : dv_support_dup_computed (workshop, support);
}

/* "Bold needs a conversation.", or NULL. */
static char *
dup_to_discuss (DvWorkshop *workshop,
                DvItem     *support)
{
  g_autoptr (GPtrArray) rows = dv_support_list_rows (workshop, support);
  const char *language = dv_document_language (workshop);
  const char *titles[2] = { NULL, NULL };
  g_autofree char *number = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const DvSupportRow *row = g_ptr_array_index (rows, i);

      if (row->bound == DV_BOUND_HIDDEN || row->has_support)
        continue;
      if (n < G_N_ELEMENTS (titles))
        titles[n] = dv_item_get_string (row->article, DV_ARTICLE_TITLE);
      n++;
    }

  if (n == 0)
    return NULL;
  if (n <= G_N_ELEMENTS (titles))
    return dv_document_text_fill_string (language,
                                         n == 1 ? DV_TEXT_SUPPORT_ONE_TO_DISCUSS : DV_TEXT_SUPPORT_TWO_TO_DISCUSS,
                                         titles[0], titles[1]);

  number = dv_document_text_count (language, n);
  return fill_sentence (language, DV_TEXT_SUPPORT_SOME_TO_DISCUSS, number, NULL);
}

/**
 * dv_support_dup_lead:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Returns: (transfer full): what comes below the headline: what needs a
 *   conversation, and the threshold that was agreed on
 */
char *
dv_support_dup_lead (DvWorkshop *workshop,
                     DvItem     *support)
{
  g_autofree char *discuss = dup_to_discuss (workshop, support);
  g_autofree char *threshold = dv_document_text_fill (dv_document_language (workshop), DV_TEXT_SUPPORT_THRESHOLD,
                                                      (guint) dv_item_get_int (support, DV_SUPPORT_THRESHOLD), 0);

  return discuss != NULL ? g_strconcat (discuss, " ", threshold, NULL) : g_steal_pointer (&threshold);
}

/**
 * dv_support_dup_presence:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Returns: (transfer full) (nullable): "118 of 140 people invited are present"
 */
char *
dv_support_dup_presence (DvWorkshop *workshop,
                         DvItem     *support)
{
  const char *language = dv_document_language (workshop);
  guint present = (guint) dv_item_get_int (support, DV_SUPPORT_PRESENT);
  guint invited = (guint) dv_item_get_int (support, DV_SUPPORT_INVITED);

  if (present > 0 && invited > 0)
    return dv_document_text_fill (language, DV_TEXT_SUPPORT_PRESENT_OF, present, invited);
  if (present > 0)
    return dv_document_text_fill (language, DV_TEXT_SUPPORT_PRESENT, present, 0);
  if (invited > 0)
    return dv_document_text_fill (language, DV_TEXT_SUPPORT_INVITED, invited, 0);

  return NULL;
}

/**
 * dv_support_dup_since:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Returns: (transfer full) (nullable): since when the changes are, "since 10
 *   March"; %NULL when there are none to show
 */
char *
dv_support_dup_since (DvWorkshop *workshop,
                      DvItem     *support)
{
  const char *language = dv_document_language (workshop);
  DvItem *previous = dv_support_find_comparable (workshop, support);
  const char *date, *today;
  g_autofree char *text = NULL;
  gboolean is_this_year;

  if (previous == NULL)
    return NULL;

  date = dv_item_get_string (previous, DV_SUPPORT_DATE);
  today = dv_item_get_string (support, DV_SUPPORT_DATE);
  is_this_year = date != NULL && today != NULL && strncmp (date, today, 4) == 0;
  text = is_this_year ? dv_document_text_day (language, date) : dv_document_text_date (language, date);
  if (*text == '\0')
    return g_strdup (dv_document_text (language, DV_TEXT_SUPPORT_SINCE_LAST));

  return dv_document_text_fill_string (language, DV_TEXT_SUPPORT_SINCE, text, NULL);
}
