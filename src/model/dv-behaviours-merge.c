/* dv-behaviours-merge.c
 *
 * Example behaviour that says the same: merging it, and taking it apart
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviours-merge"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-behaviours.h"
#include "dv-manifest.h"

/* What merging makes of the one that speaks for all. */
typedef struct
{
  DvWorkshop *workshop;
  DvGroup *group;
  DvItem *lead;
  gboolean star;
  gboolean shortlist;
  gboolean chosen;
  GString *tables; /* ids */
  DvItem *clause;  /* nullable: that of the lead, or the first of another */
  GString *from;   /* of the clause */
} DvMerger;

/* What speaks for @behaviour: itself, or what it was merged into. */
static DvItem *
find_speaker (DvWorkshop *workshop,
              DvItem     *behaviour)
{
  DvItem *into = dv_workshop_get_ref (workshop, behaviour, DV_BEHAVIOUR_INTO);

  while (into != NULL)
    {
      behaviour = into;
      into = dv_workshop_get_ref (workshop, behaviour, DV_BEHAVIOUR_INTO);
    }

  return behaviour;
}

/**
 * dv_behaviours_list_merged:
 * @workshop: a workshop
 * @behaviour: a behaviour
 *
 * Returns: (transfer full) (element-type DvItem): the behaviours for which it
 *   speaks, in the order of the list
 */
GPtrArray *
dv_behaviours_list_merged (DvWorkshop *workshop,
                           DvItem     *behaviour)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);
  DvItem *parent = dv_item_get_parent (behaviour);
  DvList *behaviours = parent != NULL ? dv_item_get_list (parent, &dv_behaviour_kind) : NULL;

  for (guint i = 0; behaviours != NULL && i < dv_list_get_length (behaviours); i++)
    {
      DvItem *other = dv_list_get (behaviours, i);

      if (!dv_behaviour_is_visible (other) && find_speaker (workshop, other) == behaviour)
        g_ptr_array_add (merged, g_object_ref (other));
    }

  return merged;
}

static gboolean
holds_id (const char *ids,
          const char *id)
{
  g_auto (GStrv) split = g_strsplit (ids, " ", -1);

  return g_strv_contains ((const char *const *) split, id);
}

static void
add_ids (GString    *ids,
         const char *more)
{
  g_auto (GStrv) split = g_strsplit (more, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (split[i][0] != '\0' && !holds_id (ids->str, split[i]))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", split[i]);
}

/* A clause of a behaviour that merges: the lead takes it over; when the lead
 * has one, that one came from both, and the other goes unless the room had
 * worded it anew. */
static void
merge_clause (DvMerger *merger,
              DvItem   *other)
{
  DvItem *clause = dv_manifest_find_clause (merger->workshop, other);

  if (clause == NULL || clause == merger->clause)
    return;
  if (merger->clause == NULL)
    {
      merger->clause = clause;
      g_string_assign (merger->from, dv_item_get_id (merger->lead));
      add_ids (merger->from, dv_item_get_string (clause, DV_CLAUSE_FROM));
      return;
    }

  add_ids (merger->from, dv_item_get_string (clause, DV_CLAUSE_FROM));
  if (strcmp (dv_item_get_string (clause, DV_CLAUSE_TEXT), dv_item_get_string (other, DV_BEHAVIOUR_TEXT)) == 0)
    dv_group_remove (merger->group, dv_item_get_id (clause));
}

static void
merge_one (DvMerger *merger,
           DvItem   *other)
{
  DvItem *value = dv_item_get_parent (merger->lead);
  g_autoptr (GPtrArray) merged = dv_behaviours_list_merged (merger->workshop, other);

  dv_group_set_string (merger->group, other, DV_BEHAVIOUR_INTO, dv_item_get_id (merger->lead));
  dv_group_set_int (merger->group, other, DV_BEHAVIOUR_CHOSEN, FALSE);
  for (guint i = 0; i < merged->len; i++)
    dv_group_set_string (merger->group, g_ptr_array_index (merged, i), DV_BEHAVIOUR_INTO,
                         dv_item_get_id (merger->lead));
  if (dv_item_get_parent (other) != value)
    {
      dv_group_move (merger->group, dv_item_get_id (other), dv_item_get_id (value), NULL);
      for (guint i = 0; i < merged->len; i++)
        dv_group_move (merger->group, dv_item_get_id (g_ptr_array_index (merged, i)), dv_item_get_id (value), NULL);
    }

  merger->star |= dv_item_get_int (other, DV_BEHAVIOUR_STAR) != 0;
  merger->shortlist |= dv_item_get_int (other, DV_BEHAVIOUR_SHORTLIST) != 0;
  merger->chosen |= dv_item_get_int (other, DV_BEHAVIOUR_CHOSEN) != 0;
  add_ids (merger->tables, dv_item_get_string (other, DV_BEHAVIOUR_TABLES));
  merge_clause (merger, other);
}

static void
set_lead (DvMerger *merger)
{
  dv_group_set_int (merger->group, merger->lead, DV_BEHAVIOUR_STAR, merger->star);
  dv_group_set_int (merger->group, merger->lead, DV_BEHAVIOUR_SHORTLIST, merger->shortlist);
  dv_group_set_int (merger->group, merger->lead, DV_BEHAVIOUR_CHOSEN, merger->chosen);
  dv_group_set_string (merger->group, merger->lead, DV_BEHAVIOUR_TABLES, merger->tables->str);
  if (merger->clause != NULL)
    dv_group_set_string (merger->group, merger->clause, DV_CLAUSE_FROM, merger->from->str);
}

/**
 * dv_behaviours_merge:
 * @workshop: a workshop
 * @lead: the behaviour that speaks for all from now on
 * @others: (element-type DvItem): behaviours that say the same
 * @error: where to put a %DV_MODEL_ERROR
 *
 * The lead gets the stars, the tables that proposed them and the place on the
 * shortlist; if one of them was chosen, the lead is. Nothing is lost: each of
 * the others keeps its text, role, table and counts.
 *
 * Returns: whether it happened
 */
gboolean
dv_behaviours_merge (DvWorkshop *workshop,
                     DvItem     *lead,
                     GPtrArray  *others,
                     GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Merge examples"), DV_ORIGIN_CONSOLE);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autoptr (GString) from = g_string_new (NULL);
  DvMerger merger = { .workshop = workshop, .group = group, .tables = tables, .from = from };

  merger.lead = find_speaker (workshop, lead);
  merger.star = dv_item_get_int (merger.lead, DV_BEHAVIOUR_STAR) != 0;
  merger.shortlist = dv_item_get_int (merger.lead, DV_BEHAVIOUR_SHORTLIST) != 0;
  merger.chosen = dv_item_get_int (merger.lead, DV_BEHAVIOUR_CHOSEN) != 0;
  add_ids (tables, dv_item_get_string (merger.lead, DV_BEHAVIOUR_TABLES));
  merger.clause = dv_manifest_find_clause (workshop, merger.lead);
  if (merger.clause != NULL)
    add_ids (from, dv_item_get_string (merger.clause, DV_CLAUSE_FROM));

  g_hash_table_add (seen, merger.lead);
  for (guint i = 0; i < others->len; i++)
    {
      DvItem *other = find_speaker (workshop, g_ptr_array_index (others, i));

      if (g_hash_table_add (seen, other))
        merge_one (&merger, other);
    }
  set_lead (&merger);

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_behaviours_unmerge:
 * @workshop: a workshop
 * @behaviour: a behaviour that was merged, or one that speaks for others
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Makes @behaviour speak for itself again; or all that it speaks for.
 *
 * Returns: whether it happened
 */
gboolean
dv_behaviours_unmerge (DvWorkshop *workshop,
                       DvItem     *behaviour,
                       GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Take examples apart"), DV_ORIGIN_CONSOLE);
  g_autoptr (GPtrArray) merged = NULL;

  if (!dv_behaviour_is_visible (behaviour))
    dv_group_set_string (group, behaviour, DV_BEHAVIOUR_INTO, NULL);
  else
    {
      merged = dv_behaviours_list_merged (workshop, behaviour);
      for (guint i = 0; i < merged->len; i++)
        dv_group_set_string (group, g_ptr_array_index (merged, i), DV_BEHAVIOUR_INTO, NULL);
    }

  return dv_workshop_apply (workshop, group, error);
}
