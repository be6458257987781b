/* dv-words.c
 *
 * Key words: collecting, counting, merging and dividing them over values
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-words"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-fold.h"
#include "dv-words.h"

/* Every word that somebody gives is an item of its own and stays one. What is
 * looked at is a rank: words that say the same but for case and accents, and
 * words that were merged, count together. */

/* A column of numbers past this is a year or a telephone number, not a count. */
#define MAX_COUNT 1000

void
dv_word_rank_free (DvWordRank *rank)
{
  g_clear_object (&rank->lead);
  g_clear_object (&rank->value);
  g_ptr_array_unref (rank->items);
  g_strfreev (rank->variants);
  g_free (rank);
}

void
dv_word_pair_free (DvWordPair *pair)
{
  g_clear_object (&pair->lead);
  g_clear_object (&pair->other);
  g_free (pair);
}

void
dv_word_share_free (DvWordShare *share)
{
  g_clear_object (&share->value);
  g_free (share);
}

static DvRecord *
insert_word (DvGroup    *group,
             DvWorkshop *workshop,
             DvSide      side,
             const char *text,
             const char *quote,
             gint64      count)
{
  DvRecord *record = dv_group_insert (group, &dv_word_kind, dv_workshop_get_id (workshop), NULL);
  g_autofree char *trimmed_text = dv_trim (text);
  g_autofree char *trimmed_quote = dv_trim (quote);

  dv_record_set_int (record, DV_WORD_SIDE, side);
  dv_record_set_int (record, DV_WORD_COUNT, count);
  dv_record_set_string (record, DV_WORD_TEXT, trimmed_text);
  dv_record_set_string (record, DV_WORD_QUOTE, trimmed_quote);
  return record;
}

/**
 * dv_words_add:
 * @workshop: a workshop
 * @side: who gave it
 * @text: the word; blanks around it are taken away
 * @quote: (nullable): the sentence in which it was said
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new word
 */
DvItem *
dv_words_add (DvWorkshop *workshop,
              DvSide      side,
              const char *text,
              const char *quote,
              GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Add key word"), DV_ORIGIN_CONSOLE);
  DvRecord *record = insert_word (group, workshop, side, text, quote, 1);

  if (!dv_workshop_apply (workshop, group, error))
    return NULL;

  return dv_workshop_find (workshop, dv_record_get_id (record));
}

/* Whether @column is a count and nothing else. */
static gboolean
parse_count (const char *column,
             gint64     *count)
{
  g_autofree char *trimmed = dv_trim (column);

  return g_ascii_string_to_signed (trimmed, 10, 1, MAX_COUNT, count, NULL);
}

/* A line is a word, then perhaps after a tab how often, then perhaps after a
 * tab or semicolon the sentence in which it was said. */
static void
insert_line (DvGroup    *group,
             DvWorkshop *workshop,
             DvSide      side,
             const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", 3);
  gint64 count = 1;
  guint quote = 1;

  if (columns[1] == NULL)
    {
      g_auto (GStrv) parts = g_strsplit (line, ";", 2);

      insert_word (group, workshop, side, parts[0], parts[0] != NULL ? parts[1] : NULL, 1);
      return;
    }

  if (parse_count (columns[1], &count))
    quote = 2;
  insert_word (group, workshop, side, columns[0], columns[quote], count);
}

/**
 * dv_words_add_list:
 * @workshop: a workshop
 * @side: who gave them
 * @text: a pasted list, a word a line
 * @n_added: (out) (optional): how many words were added
 * @error: where to put a %DV_MODEL_ERROR; the message has the line
 *
 * Bullets, numbers and blank lines are taken away. After a word may come “; ”
 * and the sentence in which it was said, or a tab and how often it was given.
 * One step of undo.
 *
 * Returns: whether all could be added; if not, none was
 */
gboolean
dv_words_add_list (DvWorkshop *workshop,
                   DvSide      side,
                   const char *text,
                   guint      *n_added,
                   GError    **error)
{
  g_autoptr (GPtrArray) lines = dv_split_lines (text);
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u key word", "Add %u key words", lines->len), lines->len);
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);

  if (n_added != NULL)
    *n_added = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const DvEdit *edit;

      insert_line (group, workshop, side, g_ptr_array_index (lines, i));
      edit = dv_group_get_edit (group, i);
      if (!dv_record_check (dv_branch_get_record (edit->branch, 0), error))
        {
          g_autofree char *start = g_utf8_substring (g_ptr_array_index (lines, i), 0,
                                                     MIN (40, g_utf8_strlen (g_ptr_array_index (lines, i), -1)));

          g_prefix_error (error, _("“%s”: "), start);
          return FALSE;
        }
    }
  if (!dv_workshop_apply (workshop, group, error))
    return FALSE;

  if (n_added != NULL)
    *n_added = lines->len;
  return TRUE;
}

/* Which words count together: a row of words with, for each, the place of
 * another one of its rank, ending in the first (a disjoint-set forest). */
typedef struct
{
  DvList *words;
  guint *up;
} DvForest;

static guint
find_top (DvForest *forest,
          guint     i)
{
  while (forest->up[i] != i)
    {
      forest->up[i] = forest->up[forest->up[i]];
      i = forest->up[i];
    }

  return i;
}

/* The first of two tops stays on top, so that it does not matter in which
 * order they are joined. */
static void
join (DvForest *forest,
      guint     a,
      guint     b)
{
  a = find_top (forest, a);
  b = find_top (forest, b);
  forest->up[MAX (a, b)] = MIN (a, b);
}

static void
join_equal (DvForest *forest)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dv_list_get_length (forest->words); i++)
    {
      char *key = dv_fold (dv_item_get_string (dv_list_get (forest->words, i), DV_WORD_TEXT));
      gpointer other;

      if (g_hash_table_lookup_extended (first, key, NULL, &other))
        {
          join (forest, i, GPOINTER_TO_UINT (other));
          g_free (key);
        }
      else
        g_hash_table_insert (first, key, GUINT_TO_POINTER (i));
    }
}

static void
join_merged (DvForest *forest)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = dv_list_get_length (forest->words);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, (gpointer) dv_item_get_id (dv_list_get (forest->words, i)), GUINT_TO_POINTER (i));

  for (guint i = 0; i < n; i++)
    {
      const char *into = dv_item_get_string (dv_list_get (forest->words, i), DV_WORD_INTO);
      gpointer other;

      if (into[0] != '\0' && g_hash_table_lookup_extended (places, into, NULL, &other))
        join (forest, i, GPOINTER_TO_UINT (other));
    }
}

static gboolean
is_merged (DvItem *word)
{
  return dv_item_get_string (word, DV_WORD_INTO)[0] != '\0';
}

static void
choose_lead (DvWordRank *rank)
{
  for (guint i = 0; i < rank->items->len; i++)
    if (!is_merged (g_ptr_array_index (rank->items, i)))
      {
        DvItem *lead = g_ptr_array_steal_index (rank->items, i);

        g_ptr_array_insert (rank->items, 0, lead);
        break;
      }

  rank->lead = g_object_ref (g_ptr_array_index (rank->items, 0));
}

static void
list_variants (DvWordRank *rank)
{
  g_autoptr (GPtrArray) variants = g_ptr_array_new ();
  const char *lead = dv_item_get_string (rank->lead, DV_WORD_TEXT);

  for (guint i = 1; i < rank->items->len; i++)
    {
      const char *text = dv_item_get_string (g_ptr_array_index (rank->items, i), DV_WORD_TEXT);

      if (strcmp (text, lead) != 0 && !g_ptr_array_find_with_equal_func (variants, text, g_str_equal, NULL))
        g_ptr_array_add (variants, (gpointer) text);
    }

  g_ptr_array_add (variants, NULL);
  rank->variants = g_strdupv ((char **) variants->pdata);
}

static void
finish_rank (DvWorkshop *workshop,
             DvWordRank *rank)
{
  choose_lead (rank);
  list_variants (rank);

  for (guint i = 0; i < rank->items->len; i++)
    {
      DvItem *word = g_ptr_array_index (rank->items, i);
      guint count = (guint) dv_item_get_int (word, DV_WORD_COUNT);

      if (dv_item_get_int (word, DV_WORD_SIDE) == DV_SIDE_RESIDENT)
        rank->residents += count;
      else
        rank->staff += count;
      if (rank->value == NULL && !is_merged (word))
        g_set_object (&rank->value, dv_workshop_get_ref (workshop, word, DV_WORD_VALUE));
    }
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const DvWordRank *first = *(DvWordRank *const *) a;
  const DvWordRank *second = *(DvWordRank *const *) b;
  guint n_first = first->residents + first->staff;
  guint n_second = second->residents + second->staff;
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;
  int order;

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;

  first_text = dv_fold (dv_item_get_string (first->lead, DV_WORD_TEXT));
  second_text = dv_fold (dv_item_get_string (second->lead, DV_WORD_TEXT));
  order = strcmp (first_text, second_text);
  return order != 0 ? order : strcmp (dv_item_get_id (first->lead), dv_item_get_id (second->lead));
}

/* All ranks, in the order of the words that lead them. */
static GPtrArray *
make_ranks (DvWorkshop *workshop)
{
  GPtrArray *ranks = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_word_rank_free);
  DvForest forest = { .words = dv_workshop_get_list (workshop, &dv_word_kind) };
  guint n = dv_list_get_length (forest.words);
  g_autofree guint *up = g_new (guint, n + 1);
  g_autofree DvWordRank **of_top = g_new0 (DvWordRank *, n + 1);

  forest.up = up;
  for (guint i = 0; i < n; i++)
    up[i] = i;
  join_equal (&forest);
  join_merged (&forest);

  for (guint i = 0; i < n; i++)
    {
      guint top = find_top (&forest, i);

      if (of_top[top] == NULL)
        {
          of_top[top] = g_new0 (DvWordRank, 1);
          of_top[top]->items = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (ranks, of_top[top]);
        }
      g_ptr_array_add (of_top[top]->items, g_object_ref (dv_list_get (forest.words, i)));
    }
  for (guint i = 0; i < ranks->len; i++)
    finish_rank (workshop, g_ptr_array_index (ranks, i));

  return ranks;
}

/**
 * dv_words_rank:
 * @workshop: a workshop
 * @value: (nullable): a value, or %NULL for all key words
 *
 * Returns: (transfer full) (element-type DvWordRank): the key words that were
 *   assigned to @value, the one given most often first
 */
GPtrArray *
dv_words_rank (DvWorkshop *workshop,
               DvItem     *value)
{
  GPtrArray *ranks = make_ranks (workshop);

  for (guint i = ranks->len; value != NULL && i > 0; i--)
    if (((DvWordRank *) g_ptr_array_index (ranks, i - 1))->value != value)
      g_ptr_array_remove_index (ranks, i - 1);
  g_ptr_array_sort (ranks, compare_ranks);

  return ranks;
}

/**
 * dv_words_count:
 * @workshop: a workshop
 * @residents: (out) (optional): how many key words residents gave
 * @staff: (out) (optional): how many the staff gave
 */
void
dv_words_count (DvWorkshop *workshop,
                guint      *residents,
                guint      *staff)
{
  DvList *words = dv_workshop_get_list (workshop, &dv_word_kind);
  guint counts[2] = { 0, 0 };

  for (guint i = 0; i < dv_list_get_length (words); i++)
    {
      DvItem *word = dv_list_get (words, i);

      counts[dv_item_get_int (word, DV_WORD_SIDE)] += (guint) dv_item_get_int (word, DV_WORD_COUNT);
    }

  if (residents != NULL)
    *residents = counts[DV_SIDE_RESIDENT];
  if (staff != NULL)
    *staff = counts[DV_SIDE_STAFF];
}

static double
percentage (guint part,
            guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0.0;
}

/**
 * dv_words_shares:
 * @workshop: a workshop
 *
 * Returns: (transfer full) (element-type DvWordShare): for each value, in their
 *   order, what part of all key words of residents and of staff leads to it
 */
GPtrArray *
dv_words_shares (DvWorkshop *workshop)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_word_share_free);
  g_autoptr (GPtrArray) ranks = make_ranks (workshop);
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  guint residents, staff;

  for (guint i = 0; i < dv_list_get_length (values); i++)
    {
      DvWordShare *share = g_new0 (DvWordShare, 1);

      share->value = g_object_ref (dv_list_get (values, i));
      g_ptr_array_add (shares, share);
    }

  for (guint i = 0; i < ranks->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (ranks, i);
      DvWordShare *share;

      if (rank->value == NULL)
        continue;
      share = g_ptr_array_index (shares, dv_item_get_position (rank->value));
      share->residents += rank->residents;
      share->staff += rank->staff;
    }

  dv_words_count (workshop, &residents, &staff);
  for (guint i = 0; i < shares->len; i++)
    {
      DvWordShare *share = g_ptr_array_index (shares, i);

      share->resident_share = percentage (share->residents, residents);
      share->staff_share = percentage (share->staff, staff);
    }

  return shares;
}

static DvWordRank *
find_rank (GPtrArray *ranks,
           DvItem    *word)
{
  for (guint i = 0; i < ranks->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (ranks, i);

      if (g_ptr_array_find (rank->items, word, NULL))
        return rank;
    }

  return NULL;
}

/* The ranks that @words are part of, each once. */
static GPtrArray *
find_ranks (GPtrArray *ranks,
            GPtrArray *words)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < words->len; i++)
    {
      DvWordRank *rank = find_rank (ranks, g_ptr_array_index (words, i));

      if (rank != NULL && !g_ptr_array_find (found, rank, NULL))
        g_ptr_array_add (found, rank);
    }

  return found;
}

static void
merge_rank (DvGroup    *group,
            DvItem     *lead,
            DvWordRank *other)
{
  for (guint i = 0; i < other->items->len; i++)
    dv_group_set_string (group, g_ptr_array_index (other->items, i), DV_WORD_INTO, dv_item_get_id (lead));
}

/**
 * dv_words_merge:
 * @workshop: a workshop
 * @lead: the word that speaks for all from now on
 * @others: (element-type DvItem): words that count with it; whatever counts with
 *   one of these comes along
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Nothing is lost: each keeps its text, quote and count. What @lead was
 * assigned to holds for all; when it was to nothing, what the first other was.
 *
 * Returns: whether it happened
 */
gboolean
dv_words_merge (DvWorkshop *workshop,
                DvItem     *lead,
                GPtrArray  *others,
                GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Merge key words"), DV_ORIGIN_CONSOLE);
  g_autoptr (GPtrArray) ranks = make_ranks (workshop);
  g_autoptr (GPtrArray) found = find_ranks (ranks, others);
  DvWordRank *leading = find_rank (ranks, lead);

  g_return_val_if_fail (leading != NULL, FALSE);

  for (guint i = 0; i < found->len; i++)
    {
      DvWordRank *other = g_ptr_array_index (found, i);

      if (other == leading)
        continue;
      if (leading->value == NULL && other->value != NULL)
        {
          g_set_object (&leading->value, other->value);
          dv_group_set_string (group, leading->lead, DV_WORD_VALUE, dv_item_get_id (other->value));
        }
      merge_rank (group, leading->lead, other);
    }

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_words_unmerge:
 * @workshop: a workshop
 * @word: a word that was merged, or one that others were merged into
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Makes @word, with what is written like it, count for itself again; or takes
 * all apart that were merged into it.
 *
 * Returns: whether it happened
 */
gboolean
dv_words_unmerge (DvWorkshop *workshop,
                  DvItem     *word,
                  GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Take key words apart"), DV_ORIGIN_CONSOLE);
  g_autoptr (GPtrArray) ranks = make_ranks (workshop);
  g_autofree char *key = dv_fold (dv_item_get_string (word, DV_WORD_TEXT));
  DvWordRank *rank = find_rank (ranks, word);
  gboolean all = !is_merged (word);

  g_return_val_if_fail (rank != NULL, FALSE);

  for (guint i = 0; i < rank->items->len; i++)
    {
      DvItem *item = g_ptr_array_index (rank->items, i);
      g_autofree char *other = dv_fold (dv_item_get_string (item, DV_WORD_TEXT));

      if (is_merged (item) && (all || strcmp (key, other) == 0))
        dv_group_set_string (group, item, DV_WORD_INTO, NULL);
    }

  return dv_workshop_apply (workshop, group, error);
}

/* A word without the endings that make it more than one: -en, -s, -'s, -e; and
 * without hyphens. Only for a proposal, a person decides. */
static char *
stem (const char *text)
{
  static const char *const endings[] = { "'s", "en", "es", "s", "e" };
  char *key = dv_fold (text);
  char *to = key;

  for (const char *at = key; *at != '\0'; at++)
    if (*at != '-' && *at != ' ' && *at != '.')
      *to++ = *at;
  *to = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (key, endings[i]) && strlen (key) >= strlen (endings[i]) + 4)
      {
        key[strlen (key) - strlen (endings[i])] = '\0';
        break;
      }

  return key;
}

/**
 * dv_words_propose_merges:
 * @workshop: a workshop
 *
 * Returns: (transfer full) (element-type DvWordPair): words that differ in a
 *   simple ending or a hyphen only, the most frequent first
 */
GPtrArray *
dv_words_propose_merges (DvWorkshop *workshop)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_word_pair_free);
  g_autoptr (GPtrArray) ranks = dv_words_rank (workshop, NULL);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ranks->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (ranks, i);
      g_autofree char *key = stem (dv_item_get_string (rank->lead, DV_WORD_TEXT));
      DvWordRank *other = g_hash_table_lookup (first, key);
      DvWordPair *pair;

      if (other == NULL)
        {
          g_hash_table_insert (first, g_steal_pointer (&key), rank);
          continue;
        }
      pair = g_new0 (DvWordPair, 1);
      pair->lead = g_object_ref (other->lead);
      pair->other = g_object_ref (rank->lead);
      g_ptr_array_add (pairs, pair);
    }

  return pairs;
}

/**
 * dv_words_group_assign:
 * @group: a group
 * @workshop: a workshop
 * @words: (element-type DvItem): words; what counts with one comes along
 * @value: (nullable): the id of the value that they lead to
 *
 * Adds what dv_words_assign() does, for an operation that does more.
 */
void
dv_words_group_assign (DvGroup    *group,
                       DvWorkshop *workshop,
                       GPtrArray  *words,
                       const char *value)
{
  g_autoptr (GPtrArray) ranks = make_ranks (workshop);
  g_autoptr (GPtrArray) found = find_ranks (ranks, words);

  for (guint i = 0; i < found->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (found, i);

      for (guint j = 0; j < rank->items->len; j++)
        dv_group_set_string (group, g_ptr_array_index (rank->items, j), DV_WORD_VALUE, value);
    }
}

/**
 * dv_words_assign:
 * @workshop: a workshop
 * @words: (element-type DvItem): words; what counts with one comes along
 * @value: (nullable): the value that they lead to, or %NULL for none
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_words_assign (DvWorkshop *workshop,
                 GPtrArray  *words,
                 DvItem     *value,
                 GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Assign key words"), DV_ORIGIN_CONSOLE);

  dv_words_group_assign (group, workshop, words, value != NULL ? dv_item_get_id (value) : NULL);
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_words_remove:
 * @workshop: a workshop
 * @words: (element-type DvItem): the words, these alone; what was merged into
 *   one of them counts for itself again
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_words_remove (DvWorkshop *workshop,
                 GPtrArray  *words,
                 GError    **error)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Remove %u key word", "Remove %u key words", words->len),
                                            words->len);
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);

  for (guint i = 0; i < words->len; i++)
    dv_group_remove (group, dv_item_get_id (g_ptr_array_index (words, i)));

  return dv_workshop_apply (workshop, group, error);
}
