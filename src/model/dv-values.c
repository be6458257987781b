/* dv-values.c
 *
 * Core values: clusters of key words, choosing among them, letting one go
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-values"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-manifest.h"
#include "dv-subset.h"
#include "dv-values.h"
#include "dv-words.h"

/**
 * dv_values_add:
 * @workshop: a workshop
 * @name: its name
 * @state: a candidate is a cluster of key words, to choose from
 * @words: (nullable) (element-type DvItem): key words that lead to it, with all
 *   that count with these
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new value
 */
DvItem *
dv_values_add (DvWorkshop  *workshop,
               const char  *name,
               DvValueState state,
               GPtrArray   *words,
               GError     **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Add core value"), DV_ORIGIN_CONSOLE);
  DvRecord *record = dv_group_insert (group, &dv_value_kind, dv_workshop_get_id (workshop), NULL);
  g_autofree char *trimmed = dv_trim (name);

  dv_record_set_string (record, DV_VALUE_NAME, trimmed);
  dv_record_set_int (record, DV_VALUE_STATE, state);
  if (words != NULL)
    dv_words_group_assign (group, workshop, words, dv_record_get_id (record));
  if (!dv_workshop_apply (workshop, group, error))
    return NULL;

  return dv_workshop_find (workshop, dv_record_get_id (record));
}

/* The first value that is chosen last of all: new ones come behind it. */
static DvItem *
find_place (DvWorkshop *workshop,
            DvItem     *value)
{
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  DvItem *before = dv_list_get (values, 0);

  for (guint i = 0; i < dv_list_get_length (values); i++)
    {
      DvItem *other = dv_list_get (values, i);

      if (other != value && dv_value_is_chosen (other))
        before = dv_list_get (values, i + 1);
    }

  return before;
}

/**
 * dv_values_choose:
 * @workshop: a workshop
 * @value: a value
 * @chosen: whether it is one of the core values
 * @error: where to put a %DV_MODEL_ERROR
 *
 * A value that is chosen comes behind the others that were. One that is not
 * chosen any more keeps its key words, behaviour and article.
 *
 * Returns: whether it happened
 */
gboolean
dv_values_choose (DvWorkshop *workshop,
                  DvItem     *value,
                  gboolean    chosen,
                  GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (chosen ? _("Choose core value") : _("Do not choose core value"),
                                            DV_ORIGIN_CONSOLE);
  DvItem *before;

  if (chosen == dv_value_is_chosen (value))
    return TRUE;

  dv_group_set_int (group, value, DV_VALUE_STATE, chosen ? DV_VALUE_STATE_CHOSEN : DV_VALUE_STATE_CANDIDATE);
  before = find_place (workshop, value);
  dv_group_move (group, dv_item_get_id (value), dv_workshop_get_id (workshop),
                 before != NULL ? dv_item_get_id (before) : NULL);
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_values_set_name:
 * @workshop: a workshop
 * @value: a value
 * @name: its new name
 * @error: where to put a %DV_MODEL_ERROR
 *
 * An article of the Manifest that was called like it gets the new name too.
 *
 * Returns: whether it happened
 */
gboolean
dv_values_set_name (DvWorkshop *workshop,
                    DvItem     *value,
                    const char *name,
                    GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Rename core value"), DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed = dv_trim (name);
  DvItem *article = dv_manifest_find_article (workshop, value);

  dv_group_set_string (group, value, DV_VALUE_NAME, trimmed);
  if (article != NULL &&
      g_str_equal (dv_item_get_string (article, DV_ARTICLE_TITLE), dv_item_get_string (value, DV_VALUE_NAME)))
    dv_group_set_string (group, article, DV_ARTICLE_TITLE, trimmed);

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_values_set_meaning:
 * @workshop: a workshop
 * @value: a value
 * @meaning: (nullable): what it means here
 * @error: where to put a %DV_MODEL_ERROR
 *
 * An article of the Manifest that said the same, or nothing, says the new
 * meaning too.
 *
 * Returns: whether it happened
 */
gboolean
dv_values_set_meaning (DvWorkshop *workshop,
                       DvItem     *value,
                       const char *meaning,
                       GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Change meaning of core value"), DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed = dv_trim (meaning);
  g_autofree char *before = dv_join_lines (dv_item_get_string (value, DV_VALUE_MEANING));
  g_autofree char *after = dv_join_lines (trimmed);
  DvItem *article = dv_manifest_find_article (workshop, value);

  dv_group_set_string (group, value, DV_VALUE_MEANING, trimmed);
  if (article != NULL && g_str_equal (dv_item_get_string (article, DV_ARTICLE_STATEMENT), before))
    dv_group_set_string (group, article, DV_ARTICLE_STATEMENT, after);

  return dv_workshop_apply (workshop, group, error);
}

static void
move_behaviour (DvGroup    *group,
                DvItem     *value,
                const char *to)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);

  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    dv_group_move (group, dv_item_get_id (dv_list_get (behaviours, i)), to, NULL);
}

/**
 * dv_values_remove:
 * @workshop: a workshop
 * @value: a value
 * @fate: what becomes of its example behaviour
 * @other: (nullable): where it goes, for %DV_FATE_MOVE
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Its key words belong to no value then. Its article stays in the Manifest with
 * all clauses.
 *
 * Returns: whether it happened
 */
gboolean
dv_values_remove (DvWorkshop *workshop,
                  DvItem     *value,
                  DvFate      fate,
                  DvItem     *other,
                  GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Remove core value"), DV_ORIGIN_CONSOLE);

  g_return_val_if_fail (fate != DV_FATE_MOVE || (other != NULL && other != value), FALSE);

  if (fate == DV_FATE_MOVE)
    move_behaviour (group, value, dv_item_get_id (other));
  else if (fate == DV_FATE_KEEP && dv_item_count (value, &dv_behaviour_kind) > 0)
    move_behaviour (group, value, dv_group_parking (group, workshop));
  dv_group_remove (group, dv_item_get_id (value));

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_value_is_chosen:
 * @value: a value
 *
 * Returns: whether it is one of the core values, not a candidate
 */
gboolean
dv_value_is_chosen (DvItem *value)
{
  return dv_item_get_int (value, DV_VALUE_STATE) == DV_VALUE_STATE_CHOSEN;
}

static gboolean
is_cluster (DvItem *value)
{
  return !dv_value_is_chosen (value);
}

/**
 * dv_values_chosen_new:
 * @workshop: a workshop
 *
 * Returns: (transfer full): the live list of the core values, in order; a #DvSubset
 */
GListModel *
dv_values_chosen_new (DvWorkshop *workshop)
{
  return G_LIST_MODEL (dv_subset_new (workshop, dv_workshop_get_root (workshop), &dv_value_kind,
                                      1u << DV_VALUE_STATE, dv_value_is_chosen));
}

/**
 * dv_values_clusters_new:
 * @workshop: a workshop
 *
 * Returns: (transfer full): the live list of the candidates, in order; a #DvSubset
 */
GListModel *
dv_values_clusters_new (DvWorkshop *workshop)
{
  return G_LIST_MODEL (dv_subset_new (workshop, dv_workshop_get_root (workshop), &dv_value_kind,
                                      1u << DV_VALUE_STATE, is_cluster));
}

guint
dv_values_count_chosen (DvWorkshop *workshop)
{
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  guint n = 0;

  for (guint i = 0; i < dv_list_get_length (values); i++)
    if (dv_value_is_chosen (dv_list_get (values, i)))
      n++;

  return n;
}

/**
 * dv_value_get_number:
 * @value: a value
 *
 * Returns: its place among the core values, counted from 1, which chooses its
 *   colour (past eight they repeat); 0 for a candidate
 */
guint
dv_value_get_number (DvItem *value)
{
  DvItem *parent = dv_item_get_parent (value);
  DvList *values;
  guint number = 0;

  if (parent == NULL || !dv_value_is_chosen (value))
    return 0;

  values = dv_item_get_list (parent, &dv_value_kind);
  for (guint i = 0; i < dv_list_get_length (values); i++)
    {
      DvItem *other = dv_list_get (values, i);

      if (dv_value_is_chosen (other))
        number++;
      if (other == value)
        break;
    }

  return number;
}

/* A name as it stands in a sentence; an abbreviation stays as it is. */
static char *
dup_name_in_sentence (const char *name)
{
  gunichar first = g_utf8_get_char (name);
  const char *rest = name[0] != '\0' ? g_utf8_next_char (name) : name;
  GString *text;

  if (!g_unichar_isupper (first) || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (name);

  text = g_string_new (NULL);
  g_string_append_unichar (text, g_unichar_tolower (first));
  g_string_append (text, rest);
  return g_string_free (text, FALSE);
}

/**
 * dv_value_dup_question:
 * @workshop: a workshop
 * @value: a value of it
 *
 * Returns: (transfer full): the question to the room that asks for behaviour:
 *   its own, or the usual one in the language of the workshop
 */
char *
dv_value_dup_question (DvWorkshop *workshop,
                       DvItem     *value)
{
  DvItem *root = dv_workshop_get_root (workshop);
  const char *own = dv_item_get_string (value, DV_VALUE_QUESTION);
  g_autofree char *name = dup_name_in_sentence (dv_item_get_string (value, DV_VALUE_NAME));

  if (own[0] != '\0')
    return g_strdup (own);
  /* What the room reads is in the workshop's language, whatever the window
   * speaks, so this is not for gettext. */
  if (dv_item_get_int (root, DV_WORKSHOP_LANGUAGE) != DV_LANGUAGE_NL)
    return g_strdup_printf ("How do you see or hear ‘%s’?", name);
  if (dv_item_get_int (root, DV_WORKSHOP_ADDRESS) == DV_ADDRESS_U)
    return g_strdup_printf ("Waaraan ziet of hoort u ‘%s’?", name);

  return g_strdup_printf ("Waaraan zie of hoor je ‘%s’?", name);
}
