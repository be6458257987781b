/* dv-support.c
 *
 * Support for the articles: what was counted, and what of it may be shown
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-support"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-document-text.h"
#include "dv-manifest.h"
#include "dv-people.h"
#include "dv-support.h"

/* A cell of fewer than five votes is never shown, nor can it be computed from
 * what is: it is joined with its neighbour on the same side of the line
 * between "partly" and "mostly", so that the percentage stays true. Where all
 * of a side are fewer than five the percentage itself would tell how many, and
 * becomes a bound. Nought is no cell: nobody can be recognised in it. */

#define FIRST_FOR DV_ANSWER_MOSTLY
#define LAST_OPINION DV_ANSWER_FULLY

/**
 * dv_support_row_free:
 * @row: (transfer full): a row
 */
void
dv_support_row_free (DvSupportRow *row)
{
  g_clear_object (&row->article);
  g_free (row);
}

/* The tally of @article of those of @role; of everybody for NULL. */
static DvItem *
find_tally (DvItem *support,
            DvItem *article,
            DvItem *role)
{
  DvList *tallies = dv_item_get_list (support, &dv_tally_kind);
  const char *role_id = role != NULL ? dv_item_get_id (role) : "";

  for (guint i = 0; i < dv_list_get_length (tallies); i++)
    {
      DvItem *tally = dv_list_get (tallies, i);

      if (dv_item_has_ref (tally, DV_TALLY_ARTICLE, dv_item_get_id (article)) &&
          g_strcmp0 (dv_item_get_string (tally, DV_TALLY_ROLE), role_id) == 0)
        return tally;
    }

  return NULL;
}

/**
 * dv_support_get_count:
 * @support: a round of support
 * @article: an article
 * @role: (nullable): those of this role; %NULL for everybody
 * @answer: an answer
 *
 * Returns: what was entered for it
 */
guint
dv_support_get_count (DvItem  *support,
                      DvItem  *article,
                      DvItem  *role,
                      DvAnswer answer)
{
  DvItem *tally = find_tally (support, article, role);

  return tally != NULL ? (guint) dv_item_get_int (tally, DV_TALLY_NOT + (int) answer) : 0;
}

/**
 * dv_support_get_total:
 * @support: a round of support
 * @article: an article
 * @answer: an answer
 *
 * Returns: how many gave it: as counted for everybody, else over the roles. It
 *   is for the console only, see dv_support_list_rows().
 */
guint
dv_support_get_total (DvItem  *support,
                      DvItem  *article,
                      DvAnswer answer)
{
  DvList *tallies = dv_item_get_list (support, &dv_tally_kind);
  guint total = 0;

  if (find_tally (support, article, NULL) != NULL)
    return dv_support_get_count (support, article, NULL, answer);

  for (guint i = 0; i < dv_list_get_length (tallies); i++)
    if (dv_item_has_ref (dv_list_get (tallies, i), DV_TALLY_ARTICLE, dv_item_get_id (article)))
      total += (guint) dv_item_get_int (dv_list_get (tallies, i), DV_TALLY_NOT + (int) answer);

  return total;
}

static gboolean
is_small (guint count)
{
  return count > 0 && count < DV_ANONYMITY_MIN;
}

static guint
sum (const guint *answers,
     int          first,
     int          last)
{
  guint total = 0;

  for (int i = first; i <= last; i++)
    total += answers[i];

  return total;
}

/* The nearest cell with votes from @cell in steps of @by, or -1. */
static int
find_neighbour (const guint *answers,
                int          cell,
                int          by,
                int          first,
                int          last)
{
  for (int i = cell + by; i >= first && i <= last; i += by)
    if (answers[i] > 0)
      return i;

  return -1;
}

/* The votes of two neighbours go on as the larger of them, which is what most
 * of them answered. */
static void
join_cells (guint *answers,
            int    a,
            int    b)
{
  int larger = answers[a] > answers[b] ? a : b;
  int smaller = larger == a ? b : a;

  answers[larger] += answers[smaller];
  answers[smaller] = 0;
}

/* Joins the small cells from @first to @last, as far as there is a neighbour. */
static void
join_small (guint *answers,
            int    first,
            int    last)
{
  for (int i = first; i <= last; i++)
    {
      int before, after;

      if (!is_small (answers[i]))
        continue;

      before = find_neighbour (answers, i, -1, first, last);
      after = find_neighbour (answers, i, 1, first, last);
      if (before < 0 && after < 0)
        return;

      if (after < 0 || (before >= 0 && answers[before] < answers[after]))
        join_cells (answers, before, i);
      else
        join_cells (answers, i, after);
      i = first - 1;
    }
}

/* Fills the numbers of @row from what was counted, @answers. */
static void
fill_row (DvSupportRow *row,
          const guint  *answers,
          guint         threshold)
{
  guint against = sum (answers, 0, FIRST_FOR - 1);
  guint in_favour = sum (answers, FIRST_FOR, LAST_OPINION);
  guint n = against + in_favour;

  row->percent = -1;
  if (n < DV_ANONYMITY_MIN || (is_small (against) && is_small (in_favour)))
    return;

  memcpy (row->answers, answers, sizeof row->answers);
  row->has_support = (guint64) in_favour * 100 >= (guint64) threshold * n;
  join_small (row->answers, 0, FIRST_FOR - 1);
  join_small (row->answers, FIRST_FOR, LAST_OPINION);
  join_small (row->answers, 0, LAST_OPINION);
  if (row->answers[DV_ANSWER_UNSURE] < DV_ANONYMITY_MIN)
    row->answers[DV_ANSWER_UNSURE] = 0;

  if (is_small (against))
    {
      row->bound = DV_BOUND_AT_LEAST;
      row->percent = (int) ((guint64) (n - (DV_ANONYMITY_MIN - 1)) * 100 / n);
    }
  else if (is_small (in_favour))
    {
      row->bound = DV_BOUND_AT_MOST;
      row->percent = (int) (((guint64) (DV_ANONYMITY_MIN - 1) * 100 + n - 1) / n);
    }
  else
    {
      row->bound = DV_BOUND_EXACT;
      row->percent = (int) (((guint64) in_favour * 200 + n) / (2 * (guint64) n));
    }
}

static DvSupportRow *
make_row (DvItem *support,
          DvItem *article)
{
  DvSupportRow *row = g_new0 (DvSupportRow, 1);
  guint answers[DV_N_ANSWERS];

  for (guint i = 0; i < DV_N_ANSWERS; i++)
    answers[i] = dv_support_get_total (support, article, i);
  row->article = g_object_ref (article);
  fill_row (row, answers, (guint) dv_item_get_int (support, DV_SUPPORT_THRESHOLD));

  return row;
}

/**
 * dv_support_find_comparable:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Returns: (nullable) (transfer none): the round before it, if the same edition
 *   was asked then and the room may know how it ended
 */
DvItem *
dv_support_find_comparable (DvWorkshop *workshop,
                            DvItem     *support)
{
  DvItem *previous = dv_support_find_previous (workshop, support);
  const char *edition = dv_item_get_string (support, DV_SUPPORT_EDITION);

  if (previous == NULL || edition == NULL || *edition == '\0' || !dv_support_is_revealed (previous) ||
      g_strcmp0 (dv_item_get_string (previous, DV_SUPPORT_EDITION), edition) != 0)
    return NULL;

  return previous;
}

/**
 * dv_support_list_rows:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Small cells are joined and small differences hidden in it, so that all of it
 * may be shown once the round is revealed.
 *
 * Returns: (transfer full) (element-type DvSupportRow): a row for each article
 */
GPtrArray *
dv_support_list_rows (DvWorkshop *workshop,
                      DvItem     *support)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_support_row_free);
  DvItem *manifest = dv_manifest_get (workshop);
  DvList *articles = manifest != NULL ? dv_item_get_list (manifest, &dv_article_kind) : NULL;
  DvItem *previous = dv_support_find_comparable (workshop, support);

  for (guint i = 0; articles != NULL && i < dv_list_get_length (articles); i++)
    {
      DvSupportRow *row = make_row (support, dv_list_get (articles, i));

      if (previous != NULL && row->bound == DV_BOUND_EXACT)
        {
          g_autoptr (DvSupportRow) before = make_row (previous, row->article);

          row->has_change = before->bound == DV_BOUND_EXACT;
          row->change = row->has_change ? row->percent - before->percent : 0;
        }
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/* Whether @a is of an earlier day than @b; when that is not known, whether it
 * comes first. */
static gboolean
is_earlier (DvItem *a,
            DvItem *b)
{
  const char *date_a = dv_item_get_string (a, DV_SUPPORT_DATE);
  const char *date_b = dv_item_get_string (b, DV_SUPPORT_DATE);
  gboolean has_dates = date_a != NULL && *date_a != '\0' && date_b != NULL && *date_b != '\0';
  int order = has_dates ? strcmp (date_a, date_b) : 0;

  return order < 0 || (order == 0 && dv_item_get_position (a) < dv_item_get_position (b));
}

/**
 * dv_support_get_latest:
 * @workshop: a workshop
 *
 * Returns: (nullable) (transfer none): its last round of support
 */
DvItem *
dv_support_get_latest (DvWorkshop *workshop)
{
  DvList *rounds = dv_workshop_get_list (workshop, &dv_support_kind);
  DvItem *latest = NULL;

  for (guint i = 0; i < dv_list_get_length (rounds); i++)
    if (latest == NULL || is_earlier (latest, dv_list_get (rounds, i)))
      latest = dv_list_get (rounds, i);

  return latest;
}

/**
 * dv_support_find_previous:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Returns: (nullable) (transfer none): the round before it, whatever was asked
 *   then
 */
DvItem *
dv_support_find_previous (DvWorkshop *workshop,
                          DvItem     *support)
{
  DvList *rounds = dv_workshop_get_list (workshop, &dv_support_kind);
  DvItem *previous = NULL;

  for (guint i = 0; i < dv_list_get_length (rounds); i++)
    {
      DvItem *other = dv_list_get (rounds, i);

      if (other != support && is_earlier (other, support) && (previous == NULL || is_earlier (previous, other)))
        previous = other;
    }

  return previous;
}

/**
 * dv_support_is_revealed:
 * @support: a round of support
 *
 * Returns: whether the room may see how it ended
 */
gboolean
dv_support_is_revealed (DvItem *support)
{
  return dv_item_get_int (support, DV_SUPPORT_REVEALED) != 0;
}

/**
 * dv_support_add_round:
 * @workshop: a workshop
 * @title: (nullable): its title; %NULL for its number
 * @date: (nullable): YYYY-MM-DD
 * @error: where to put a %DV_MODEL_ERROR
 *
 * It is about the Manifest as it is now, with the threshold and the number of
 * people invited of the round before.
 *
 * Returns: (transfer none) (nullable): the new round, the last
 */
DvItem *
dv_support_add_round (DvWorkshop *workshop,
                      const char *title,
                      const char *date,
                      GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Add a round of support"), DV_ORIGIN_CONSOLE);
  DvRecord *record = dv_group_insert (group, &dv_support_kind, dv_workshop_get_id (workshop), NULL);
  g_autofree char *id = g_strdup (dv_record_get_id (record));
  g_autofree char *number = dv_document_text_fill (dv_document_language (workshop), DV_TEXT_ROUND,
                                                   dv_item_count (dv_workshop_get_root (workshop), &dv_support_kind) + 1, 0);
  DvItem *manifest = dv_manifest_get (workshop);
  DvItem *latest = dv_support_get_latest (workshop);

  dv_record_set_string (record, DV_SUPPORT_TITLE, title != NULL ? title : number);
  dv_record_set_string (record, DV_SUPPORT_DATE, date);
  if (manifest != NULL)
    dv_record_set_string (record, DV_SUPPORT_EDITION, dv_item_get_string (manifest, DV_MANIFEST_EDITION));
  if (latest != NULL)
    {
      dv_record_set_int (record, DV_SUPPORT_THRESHOLD, dv_item_get_int (latest, DV_SUPPORT_THRESHOLD));
      dv_record_set_int (record, DV_SUPPORT_INVITED, dv_item_get_int (latest, DV_SUPPORT_INVITED));
    }

  return dv_workshop_apply (workshop, group, error) ? dv_workshop_find (workshop, id) : NULL;
}

/* Whether @tally holds votes for another answer than @answer. */
static gboolean
has_others (DvItem  *tally,
            DvAnswer answer)
{
  for (int i = 0; i < DV_N_ANSWERS; i++)
    if (i != (int) answer && dv_item_get_int (tally, DV_TALLY_NOT + i) > 0)
      return TRUE;

  return FALSE;
}

/**
 * dv_support_set_count:
 * @workshop: a workshop
 * @support: a round of support
 * @article: an article
 * @role: (nullable): those of this role; %NULL for everybody
 * @answer: an answer
 * @number: how many gave it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_support_set_count (DvWorkshop *workshop,
                      DvItem     *support,
                      DvItem     *article,
                      DvItem     *role,
                      DvAnswer    answer,
                      guint       number,
                      GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Count answers"), DV_ORIGIN_CONSOLE);
  DvItem *tally = find_tally (support, article, role);
  DvRecord *record;

  if (tally != NULL && number == 0 && !has_others (tally, answer))
    dv_group_remove (group, dv_item_get_id (tally));
  else if (tally != NULL)
    dv_group_set_int (group, tally, DV_TALLY_NOT + (int) answer, number);
  else if (number > 0)
    {
      record = dv_group_insert (group, &dv_tally_kind, dv_item_get_id (support), NULL);
      dv_record_set_string (record, DV_TALLY_ARTICLE, dv_item_get_id (article));
      dv_record_set_string (record, DV_TALLY_ROLE, role != NULL ? dv_item_get_id (role) : NULL);
      dv_record_set_int (record, DV_TALLY_NOT + (int) answer, number);
    }

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_support_set_revealed:
 * @workshop: a workshop
 * @support: a round of support
 * @is_revealed: whether the room may see how it ended
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_support_set_revealed (DvWorkshop *workshop,
                         DvItem     *support,
                         gboolean    is_revealed,
                         GError    **error)
{
  return dv_change_int (workshop, support, DV_SUPPORT_REVEALED, is_revealed,
                        is_revealed ? _("Reveal the support") : _("Hide the support"), error);
}
