/* dv-trace.c
 *
 * Where a clause of the Manifest came from
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-trace"

#include "config.h"

#include "dv-behaviours.h"
#include "dv-choosing.h"
#include "dv-manifest.h"
#include "dv-people.h"
#include "dv-words.h"

/* The chain that a reader of the Manifest unfolds: clause, behaviour, what was
 * merged into it, the value, and the key words with the sentence in which they
 * were said. */

void
dv_trace_free (DvTrace *trace)
{
  g_clear_object (&trace->item);
  g_clear_object (&trace->role);
  g_clear_object (&trace->table);
  g_free (trace);
}

static DvTrace *
add_trace (GPtrArray *traces,
           DvItem    *item,
           guint      depth)
{
  DvTrace *trace = g_new0 (DvTrace, 1);

  trace->item = g_object_ref (item);
  trace->depth = depth;
  g_ptr_array_add (traces, trace);
  return trace;
}

static void
add_behaviour (GPtrArray  *traces,
               DvWorkshop *workshop,
               DvItem     *behaviour,
               guint       depth)
{
  DvTrace *trace = add_trace (traces, behaviour, depth);
  DvItem *role = dv_workshop_get_ref (workshop, behaviour, DV_BEHAVIOUR_ROLE);

  if (dv_people_shows_role (role))
    g_set_object (&trace->role, role);
  else
    g_set_object (&trace->table, dv_workshop_get_ref (workshop, behaviour, DV_BEHAVIOUR_TABLE));
  trace->dots = dv_choosing_get_total (workshop, behaviour, DV_METHOD_DOTS);
  trace->hands = dv_choosing_get_total (workshop, behaviour, DV_METHOD_HANDS);
}

static void
add_value (GPtrArray  *traces,
           DvWorkshop *workshop,
           DvItem     *value,
           guint       depth)
{
  g_autoptr (GPtrArray) ranks = dv_words_rank (workshop, value);

  add_trace (traces, value, depth);
  for (guint i = 0; i < ranks->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (ranks, i);

      for (guint j = 0; j < rank->items->len; j++)
        if (j == 0 || dv_item_get_string (g_ptr_array_index (rank->items, j), DV_WORD_QUOTE)[0] != '\0')
          add_trace (traces, g_ptr_array_index (rank->items, j), depth + 1);
    }
}

static gboolean
is_listed (GPtrArray *traces,
           DvItem    *item)
{
  for (guint i = 0; i < traces->len; i++)
    if (((DvTrace *) g_ptr_array_index (traces, i))->item == item)
      return TRUE;

  return FALSE;
}

/**
 * dv_manifest_trace:
 * @workshop: a workshop
 * @clause: a clause of its Manifest
 *
 * The role with which a behaviour was given is told only when enough people
 * have that role, and the table only when no role is told.
 *
 * Returns: (transfer full) (element-type DvTrace): the clause, then below it the
 *   behaviour that it came from with what was merged into that, the value, and
 *   its key words: the first of each rank and all with a quote
 */
GPtrArray *
dv_manifest_trace (DvWorkshop *workshop,
                   DvItem     *clause)
{
  GPtrArray *traces = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_trace_free);
  g_auto (GStrv) ids = g_strsplit (dv_item_get_string (clause, DV_CLAUSE_FROM), " ", -1);
  DvItem *article = dv_item_get_parent (clause);
  DvItem *value = NULL;

  if (article != NULL && dv_item_get_kind (article) == &dv_article_kind)
    value = dv_workshop_get_ref (workshop, article, DV_ARTICLE_VALUE);

  add_trace (traces, clause, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      DvItem *behaviour = dv_workshop_find_kind (workshop, ids[i], &dv_behaviour_kind);
      g_autoptr (GPtrArray) merged = NULL;

      if (behaviour == NULL || is_listed (traces, behaviour))
        continue;
      add_behaviour (traces, workshop, behaviour, 1);
      merged = dv_behaviours_list_merged (workshop, behaviour);
      for (guint j = 0; j < merged->len; j++)
        if (!is_listed (traces, g_ptr_array_index (merged, j)))
          add_behaviour (traces, workshop, g_ptr_array_index (merged, j), 2);
      if (dv_item_get_kind (dv_item_get_parent (behaviour)) == &dv_value_kind)
        value = dv_item_get_parent (behaviour);
    }
  if (value != NULL)
    add_value (traces, workshop, value, 1);

  return traces;
}
