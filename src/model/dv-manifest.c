/* dv-manifest.c
 *
 * The Manifest: articles, clauses, and taking behaviour into it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-manifest"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-manifest.h"

/* A behaviour that is chosen has a clause, and a clause that came from a
 * behaviour has it in "from"; what makes or breaks one makes or breaks the
 * other in the same step. The text of a clause is its own: the room words it. */

/**
 * dv_manifest_get:
 * @workshop: a workshop
 *
 * Returns: (nullable) (transfer none): its Manifest
 */
DvItem *
dv_manifest_get (DvWorkshop *workshop)
{
  return dv_workshop_get_single (workshop, &dv_manifest_kind);
}

/**
 * dv_manifest_find_article:
 * @workshop: a workshop
 * @value: a value
 *
 * Returns: (nullable) (transfer none): the first article about @value
 */
DvItem *
dv_manifest_find_article (DvWorkshop *workshop,
                          DvItem     *value)
{
  DvItem *manifest = dv_manifest_get (workshop);
  DvList *articles = manifest != NULL ? dv_item_get_list (manifest, &dv_article_kind) : NULL;

  for (guint i = 0; articles != NULL && i < dv_list_get_length (articles); i++)
    if (dv_item_has_ref (dv_list_get (articles, i), DV_ARTICLE_VALUE, dv_item_get_id (value)))
      return dv_list_get (articles, i);

  return NULL;
}

/* All clauses that came from @behaviour. */
static GPtrArray *
list_clauses (DvWorkshop *workshop,
              DvItem     *behaviour)
{
  GPtrArray *found = g_ptr_array_new ();
  DvItem *manifest = dv_manifest_get (workshop);
  DvList *articles = manifest != NULL ? dv_item_get_list (manifest, &dv_article_kind) : NULL;

  for (guint i = 0; articles != NULL && i < dv_list_get_length (articles); i++)
    {
      DvList *clauses = dv_item_get_list (dv_list_get (articles, i), &dv_clause_kind);

      for (guint j = 0; j < dv_list_get_length (clauses); j++)
        if (dv_item_has_ref (dv_list_get (clauses, j), DV_CLAUSE_FROM, dv_item_get_id (behaviour)))
          g_ptr_array_add (found, dv_list_get (clauses, j));
    }

  return found;
}

/**
 * dv_manifest_find_clause:
 * @workshop: a workshop
 * @behaviour: a behaviour
 *
 * Returns: (nullable) (transfer none): the first clause that came from it
 */
DvItem *
dv_manifest_find_clause (DvWorkshop *workshop,
                         DvItem     *behaviour)
{
  g_autoptr (GPtrArray) clauses = list_clauses (workshop, behaviour);

  return clauses->len > 0 ? g_ptr_array_index (clauses, 0) : NULL;
}

/* The id of the Manifest, for which an edit is added when there is none. */
static const char *
group_manifest (DvGroup    *group,
                DvWorkshop *workshop)
{
  DvItem *manifest = dv_manifest_get (workshop);
  DvRecord *record;

  if (manifest != NULL)
    return dv_item_get_id (manifest);

  record = dv_group_insert (group, &dv_manifest_kind, dv_workshop_get_id (workshop), NULL);
  dv_record_set_string (record, DV_MANIFEST_TITLE, "Manifest");
  return dv_record_get_id (record);
}

/* The article that is to come after the one about @value: the articles follow
 * the order of the values. */
static DvItem *
find_next_article (DvWorkshop *workshop,
                   DvItem     *value)
{
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);

  for (guint i = dv_item_get_position (value) + 1; i < dv_list_get_length (values); i++)
    {
      DvItem *article = dv_manifest_find_article (workshop, dv_list_get (values, i));

      if (article != NULL)
        return article;
    }

  return NULL;
}

static const char *
insert_article (DvGroup    *group,
                DvWorkshop *workshop,
                const char *manifest,
                DvItem     *value)
{
  DvItem *next = find_next_article (workshop, value);
  DvRecord *record = dv_group_insert (group, &dv_article_kind, manifest, next != NULL ? dv_item_get_id (next) : NULL);
  g_autofree char *statement = dv_join_lines (dv_item_get_string (value, DV_VALUE_MEANING));

  dv_record_set_string (record, DV_ARTICLE_TITLE, dv_item_get_string (value, DV_VALUE_NAME));
  dv_record_set_string (record, DV_ARTICLE_VALUE, dv_item_get_id (value));
  dv_record_set_string (record, DV_ARTICLE_STATEMENT, statement);
  return dv_record_get_id (record);
}

/**
 * dv_manifest_group_article:
 * @group: a group
 * @workshop: the workshop
 * @value: a value
 *
 * Adds edits that make the Manifest and the article about @value when they are
 * not there; call it once for a value and group.
 *
 * Returns: (transfer none): the id of the article
 */
const char *
dv_manifest_group_article (DvGroup    *group,
                           DvWorkshop *workshop,
                           DvItem     *value)
{
  DvItem *article = dv_manifest_find_article (workshop, value);

  if (article != NULL)
    return dv_item_get_id (article);

  return insert_article (group, workshop, group_manifest (group, workshop), value);
}

/**
 * dv_manifest_ensure:
 * @workshop: a workshop
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Makes the Manifest, and an article for each core value that has none, called
 * like the value and with its meaning as statement.
 *
 * Returns: whether they are there
 */
gboolean
dv_manifest_ensure (DvWorkshop *workshop,
                    GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Start the Manifest"), DV_ORIGIN_CONSOLE);
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  const char *manifest = group_manifest (group, workshop);

  for (guint i = 0; i < dv_list_get_length (values); i++)
    {
      DvItem *value = dv_list_get (values, i);

      if (dv_item_get_int (value, DV_VALUE_STATE) == DV_VALUE_STATE_CHOSEN &&
          dv_manifest_find_article (workshop, value) == NULL)
        insert_article (group, workshop, manifest, value);
    }

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_manifest_add_article:
 * @workshop: a workshop
 * @title: what it is called
 * @value: (nullable): the value that it is about
 * @before: (nullable): the article that is to come after it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new article
 */
DvItem *
dv_manifest_add_article (DvWorkshop *workshop,
                         const char *title,
                         DvItem     *value,
                         DvItem     *before,
                         GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Add article"), DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed = dv_trim (title);
  const char *manifest = group_manifest (group, workshop);
  DvRecord *record = dv_group_insert (group, &dv_article_kind, manifest,
                                      before != NULL ? dv_item_get_id (before) : NULL);

  dv_record_set_string (record, DV_ARTICLE_TITLE, trimmed);
  if (value != NULL)
    dv_record_set_string (record, DV_ARTICLE_VALUE, dv_item_get_id (value));
  if (!dv_workshop_apply (workshop, group, error))
    return NULL;

  return dv_workshop_find (workshop, dv_record_get_id (record));
}

gboolean
dv_manifest_move_article (DvWorkshop *workshop,
                          DvItem     *article,
                          DvItem     *before,
                          GError    **error)
{
  return dv_change_place (workshop, article, before, _("Move article"), error);
}

/* Takes from @behaviours, which a clause came from, that they are chosen. */
static void
group_forget_choice (DvGroup    *group,
                     DvWorkshop *workshop,
                     DvItem     *clause)
{
  g_auto (GStrv) ids = g_strsplit (dv_item_get_string (clause, DV_CLAUSE_FROM), " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DvItem *behaviour = dv_workshop_find_kind (workshop, ids[i], &dv_behaviour_kind);

      if (behaviour != NULL)
        dv_group_set_int (group, behaviour, DV_BEHAVIOUR_CHOSEN, FALSE);
    }
}

/**
 * dv_manifest_remove_article:
 * @workshop: a workshop
 * @article: an article
 * @error: where to put a %DV_MODEL_ERROR
 *
 * The behaviour that its clauses came from goes back to the reserve.
 *
 * Returns: whether it happened
 */
gboolean
dv_manifest_remove_article (DvWorkshop *workshop,
                            DvItem     *article,
                            GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Remove article"), DV_ORIGIN_CONSOLE);
  DvList *clauses = dv_item_get_list (article, &dv_clause_kind);

  for (guint i = 0; i < dv_list_get_length (clauses); i++)
    group_forget_choice (group, workshop, dv_list_get (clauses, i));
  dv_group_remove (group, dv_item_get_id (article));

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_manifest_add_clause:
 * @workshop: a workshop
 * @article: an article
 * @text: a clause of the room's own, which came from no behaviour
 * @before: (nullable): the clause that is to come after it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new clause
 */
DvItem *
dv_manifest_add_clause (DvWorkshop *workshop,
                        DvItem     *article,
                        const char *text,
                        DvItem     *before,
                        GError    **error)
{
  return dv_change_insert (workshop, &dv_clause_kind, article, before, DV_CLAUSE_TEXT, text, _("Add clause"), error);
}

static const char *
insert_clause (DvGroup    *group,
               const char *article,
               DvItem     *behaviour,
               DvItem     *before)
{
  DvRecord *record = dv_group_insert (group, &dv_clause_kind, article,
                                      before != NULL ? dv_item_get_id (before) : NULL);

  dv_record_set_string (record, DV_CLAUSE_TEXT, dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT));
  dv_record_set_string (record, DV_CLAUSE_FROM, dv_item_get_id (behaviour));
  return dv_record_get_id (record);
}

/**
 * dv_manifest_group_choose:
 * @group: a group
 * @workshop: the workshop
 * @value: the value of the behaviours
 * @behaviours: (element-type DvItem): behaviours of @value
 *
 * Adds what choosing them does: each is marked as chosen and gets a clause at
 * the end of the article about @value.
 */
void
dv_manifest_group_choose (DvGroup    *group,
                          DvWorkshop *workshop,
                          DvItem     *value,
                          GPtrArray  *behaviours)
{
  g_autofree char *article = g_strdup (dv_manifest_group_article (group, workshop, value));

  for (guint i = 0; i < behaviours->len; i++)
    {
      DvItem *behaviour = g_ptr_array_index (behaviours, i);

      dv_group_set_int (group, behaviour, DV_BEHAVIOUR_CHOSEN, TRUE);
      if (dv_manifest_find_clause (workshop, behaviour) == NULL)
        insert_clause (group, article, behaviour, NULL);
    }
}

/* Whether @clause came from another behaviour that is still chosen; if so,
 * @others holds the rest of its "from". */
static gboolean
has_other_source (DvWorkshop *workshop,
                  DvItem     *clause,
                  DvItem     *behaviour,
                  GString    *others)
{
  g_auto (GStrv) ids = g_strsplit (dv_item_get_string (clause, DV_CLAUSE_FROM), " ", -1);
  gboolean found = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DvItem *other = dv_workshop_find_kind (workshop, ids[i], &dv_behaviour_kind);

      if (other == behaviour)
        continue;
      g_string_append_printf (others, "%s%s", others->len > 0 ? " " : "", ids[i]);
      found = found || (other != NULL && dv_item_get_int (other, DV_BEHAVIOUR_CHOSEN) != 0);
    }

  return found;
}

/**
 * dv_manifest_group_unchoose:
 * @group: a group
 * @workshop: the workshop
 * @behaviour: a behaviour
 *
 * Adds what not choosing it any more does: its clause goes, unless that came
 * from another chosen behaviour too.
 */
void
dv_manifest_group_unchoose (DvGroup    *group,
                            DvWorkshop *workshop,
                            DvItem     *behaviour)
{
  g_autoptr (GPtrArray) clauses = list_clauses (workshop, behaviour);

  dv_group_set_int (group, behaviour, DV_BEHAVIOUR_CHOSEN, FALSE);
  for (guint i = 0; i < clauses->len; i++)
    {
      DvItem *clause = g_ptr_array_index (clauses, i);
      g_autoptr (GString) others = g_string_new (NULL);

      if (has_other_source (workshop, clause, behaviour, others))
        dv_group_set_string (group, clause, DV_CLAUSE_FROM, others->str);
      else
        dv_group_remove (group, dv_item_get_id (clause));
    }
}

/**
 * dv_manifest_add_behaviour:
 * @workshop: a workshop
 * @behaviour: a behaviour of a value, which becomes chosen
 * @article: (nullable): an article, or %NULL for the one about its value
 * @before: (nullable): the clause that is to come after it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Makes a clause of it, or moves the clause that it has.
 *
 * Returns: (nullable) (transfer none): the clause
 */
DvItem *
dv_manifest_add_behaviour (DvWorkshop *workshop,
                           DvItem     *behaviour,
                           DvItem     *article,
                           DvItem     *before,
                           GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Take behaviour into the Manifest"), DV_ORIGIN_CONSOLE);
  DvItem *value = dv_item_get_parent (behaviour);
  DvItem *clause = dv_manifest_find_clause (workshop, behaviour);
  g_autofree char *place = NULL;
  g_autofree char *id = NULL;

  if (article == NULL && dv_item_get_kind (value) != &dv_value_kind)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED, _("Behaviour in the parking lot belongs to no core value"));
      return NULL;
    }

  place = g_strdup (article != NULL ? dv_item_get_id (article) : dv_manifest_group_article (group, workshop, value));
  dv_group_set_int (group, behaviour, DV_BEHAVIOUR_CHOSEN, TRUE);
  if (clause != NULL)
    {
      id = g_strdup (dv_item_get_id (clause));
      dv_group_move (group, id, place, before != NULL ? dv_item_get_id (before) : NULL);
    }
  else
    id = g_strdup (insert_clause (group, place, behaviour, before));

  return dv_workshop_apply (workshop, group, error) ? dv_workshop_find (workshop, id) : NULL;
}

/**
 * dv_manifest_edit_clause:
 * @workshop: a workshop
 * @clause: a clause
 * @text: its new text; where it came from stays known
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_manifest_edit_clause (DvWorkshop *workshop,
                         DvItem     *clause,
                         const char *text,
                         GError    **error)
{
  return dv_change_string (workshop, clause, DV_CLAUSE_TEXT, text, _("Change clause"), error);
}

/**
 * dv_manifest_move_clause:
 * @workshop: a workshop
 * @clause: a clause
 * @article: the article in which it is to be, its own or another
 * @before: (nullable): the clause that is to come after it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_manifest_move_clause (DvWorkshop *workshop,
                         DvItem     *clause,
                         DvItem     *article,
                         DvItem     *before,
                         GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Move clause"), DV_ORIGIN_CONSOLE);

  dv_group_move (group, dv_item_get_id (clause), dv_item_get_id (article),
                 before != NULL ? dv_item_get_id (before) : NULL);
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_manifest_remove_clause:
 * @workshop: a workshop
 * @clause: a clause
 * @error: where to put a %DV_MODEL_ERROR
 *
 * The behaviour that it came from goes back to the reserve.
 *
 * Returns: whether it happened
 */
gboolean
dv_manifest_remove_clause (DvWorkshop *workshop,
                           DvItem     *clause,
                           GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Remove clause"), DV_ORIGIN_CONSOLE);

  group_forget_choice (group, workshop, clause);
  dv_group_remove (group, dv_item_get_id (clause));
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_manifest_adopt:
 * @workshop: a workshop with a Manifest
 * @edition: (nullable): as it is to stand on the cover, such as 1.0
 * @date: (nullable): the day of adoption, YYYY-MM-DD
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_manifest_adopt (DvWorkshop *workshop,
                   const char *edition,
                   const char *date,
                   GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Adopt the Manifest"), DV_ORIGIN_CONSOLE);
  DvItem *manifest = dv_manifest_get (workshop);

  g_return_val_if_fail (manifest != NULL, FALSE);

  dv_group_set_int (group, manifest, DV_MANIFEST_STATE, DV_MANIFEST_STATE_ADOPTED);
  dv_group_set_string (group, manifest, DV_MANIFEST_EDITION, edition);
  dv_group_set_string (group, manifest, DV_MANIFEST_DATE, date);
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_manifest_reopen:
 * @workshop: a workshop with a Manifest
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Makes it a concept again, to work on the next edition.
 *
 * Returns: whether it happened
 */
gboolean
dv_manifest_reopen (DvWorkshop *workshop,
                    GError    **error)
{
  DvItem *manifest = dv_manifest_get (workshop);

  g_return_val_if_fail (manifest != NULL, FALSE);

  return dv_change_int (workshop, manifest, DV_MANIFEST_STATE, DV_MANIFEST_STATE_CONCEPT,
                        _("Reopen the Manifest"), error);
}

/**
 * dv_manifest_dup_number:
 * @item: an article or a clause in one
 *
 * Returns: (transfer full): its number, such as “2” or “2.3”; empty elsewhere
 */
char *
dv_manifest_dup_number (DvItem *item)
{
  DvItem *parent = dv_item_get_parent (item);

  if (dv_item_get_kind (item) == &dv_article_kind && parent != NULL)
    return g_strdup_printf ("%u", dv_item_get_position (item) + 1);
  if (dv_item_get_kind (item) == &dv_clause_kind && parent != NULL && dv_item_get_kind (parent) == &dv_article_kind)
    return g_strdup_printf ("%u.%u", dv_item_get_position (parent) + 1, dv_item_get_position (item) + 1);

  return g_strdup ("");
}
