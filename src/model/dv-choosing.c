/* dv-choosing.c
 *
 * From much behaviour to a few clauses a value: shortlist, dots, reveal
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choosing"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-behaviours.h"
#include "dv-change.h"
#include "dv-choosing.h"
#include "dv-manifest.h"
#include "dv-subset.h"

/* Dots are counted on paper or by hand and entered as numbers, in total or for
 * each role. They are hidden until the reveal: places are given only then. */

void
dv_place_free (DvPlace *place)
{
  g_clear_object (&place->behaviour);
  g_free (place->letter);
  g_free (place);
}

static gboolean
is_on_shortlist (DvItem *behaviour)
{
  return dv_behaviour_is_visible (behaviour) && dv_item_get_int (behaviour, DV_BEHAVIOUR_SHORTLIST) != 0;
}

static gboolean
is_in_reserve (DvItem *behaviour)
{
  return dv_behaviour_is_visible (behaviour) && dv_item_get_int (behaviour, DV_BEHAVIOUR_SHORTLIST) == 0;
}

/* The last on the shortlist of @value, or NULL. */
static DvItem *
find_last (DvItem *value)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);

  for (guint i = dv_list_get_length (behaviours); i > 0; i--)
    if (is_on_shortlist (dv_list_get (behaviours, i - 1)))
      return dv_list_get (behaviours, i - 1);

  return NULL;
}

/* Puts @behaviour on the shortlist in @group. Letters follow the order; once
 * dots are being given the room calls the others by theirs, so that a new one
 * comes last. */
static void
put_on_shortlist (DvGroup *group,
                  DvItem  *behaviour)
{
  DvItem *value = dv_item_get_parent (behaviour);
  DvItem *last;

  if (value != NULL && dv_item_get_kind (value) == &dv_value_kind && is_in_reserve (behaviour) &&
      dv_item_get_int (value, DV_VALUE_PHASE) >= DV_PHASE_DOTS && (last = find_last (value)) != NULL &&
      dv_item_get_position (behaviour) < dv_item_get_position (last))
    {
      DvItem *next = dv_item_get_next (last);

      dv_group_move (group, dv_item_get_id (behaviour), dv_item_get_id (value), next != NULL ? dv_item_get_id (next) : NULL);
    }
  dv_group_set_int (group, behaviour, DV_BEHAVIOUR_SHORTLIST, TRUE);
}

/**
 * dv_choosing_set_shortlist:
 * @workshop: a workshop
 * @behaviours: (element-type DvItem): behaviours
 * @shortlist: whether they are on the shortlist
 * @error: where to put a %DV_MODEL_ERROR
 *
 * While dots are given or revealed, what is put on it comes last, so that the
 * letters of the others stay theirs.
 *
 * Returns: whether it happened
 */
gboolean
dv_choosing_set_shortlist (DvWorkshop *workshop,
                           GPtrArray  *behaviours,
                           gboolean    shortlist,
                           GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (shortlist ? _("Put on the shortlist") : _("Take off the shortlist"),
                                            DV_ORIGIN_CONSOLE);

  for (guint i = 0; i < behaviours->len; i++)
    if (shortlist)
      put_on_shortlist (group, g_ptr_array_index (behaviours, i));
    else
      dv_group_set_int (group, g_ptr_array_index (behaviours, i), DV_BEHAVIOUR_SHORTLIST, FALSE);

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_choosing_set_table:
 * @workshop: a workshop
 * @behaviour: a behaviour
 * @table: a table
 * @proposes: whether it proposes @behaviour, which puts that on the shortlist
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_choosing_set_table (DvWorkshop *workshop,
                       DvItem     *behaviour,
                       DvItem     *table,
                       gboolean    proposes,
                       GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Change which tables propose this"), DV_ORIGIN_CONSOLE);
  g_autoptr (GString) tables = g_string_new (NULL);
  g_auto (GStrv) ids = g_strsplit (dv_item_get_string (behaviour, DV_BEHAVIOUR_TABLES), " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], dv_item_get_id (table)) != 0)
      g_string_append_printf (tables, "%s%s", tables->len > 0 ? " " : "", ids[i]);
  if (proposes)
    g_string_append_printf (tables, "%s%s", tables->len > 0 ? " " : "", dv_item_get_id (table));

  dv_group_set_string (group, behaviour, DV_BEHAVIOUR_TABLES, tables->str);
  if (proposes)
    put_on_shortlist (group, behaviour);
  return dv_workshop_apply (workshop, group, error);
}

static const char *
phase_label (DvPhase phase)
{
  switch (phase)
    {
    case DV_PHASE_DOTS:
      return _("Start giving dots");
    case DV_PHASE_REVEALED:
      return _("Reveal dots");
    case DV_PHASE_CHOSEN:
      return _("End choosing");
    case DV_PHASE_SHORTLIST:
    default:
      return _("Back to the shortlist");
    }
}

gboolean
dv_choosing_set_phase (DvWorkshop *workshop,
                       DvItem     *value,
                       DvPhase     phase,
                       GError    **error)
{
  return dv_change_int (workshop, value, DV_VALUE_PHASE, phase, phase_label (phase), error);
}

/**
 * dv_choosing_set_target:
 * @workshop: a workshop
 * @value: a value
 * @target: how many clauses it is to get
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_choosing_set_target (DvWorkshop *workshop,
                        DvItem     *value,
                        int         target,
                        GError    **error)
{
  return dv_change_int (workshop, value, DV_VALUE_TARGET, target, _("Change number of clauses"), error);
}

static DvItem *
find_count (DvItem  *behaviour,
            DvMethod method,
            DvItem  *role)
{
  DvList *counts;

  if (dv_item_count (behaviour, &dv_count_kind) == 0)
    return NULL;

  counts = dv_item_get_list (behaviour, &dv_count_kind);
  for (guint i = 0; i < dv_list_get_length (counts); i++)
    {
      DvItem *count = dv_list_get (counts, i);

      if (dv_item_get_int (count, DV_COUNT_METHOD) == method &&
          strcmp (dv_item_get_string (count, DV_COUNT_ROLE), role != NULL ? dv_item_get_id (role) : "") == 0)
        return count;
    }

  return NULL;
}

/**
 * dv_choosing_set_count:
 * @workshop: a workshop
 * @behaviour: a behaviour
 * @method: dots or hands
 * @role: (nullable): those of this role; %NULL when no role was counted
 * @number: how many
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_choosing_set_count (DvWorkshop *workshop,
                       DvItem     *behaviour,
                       DvMethod    method,
                       DvItem     *role,
                       guint       number,
                       GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (method == DV_METHOD_DOTS ? _("Count dots") : _("Count hands"),
                                            DV_ORIGIN_CONSOLE);
  DvItem *count = find_count (behaviour, method, role);
  DvRecord *record;

  if (count != NULL && number == 0)
    dv_group_remove (group, dv_item_get_id (count));
  else if (count != NULL)
    dv_group_set_int (group, count, DV_COUNT_NUMBER, number);
  else if (number > 0)
    {
      record = dv_group_insert (group, &dv_count_kind, dv_item_get_id (behaviour), NULL);
      dv_record_set_int (record, DV_COUNT_METHOD, method);
      dv_record_set_string (record, DV_COUNT_ROLE, role != NULL ? dv_item_get_id (role) : NULL);
      dv_record_set_int (record, DV_COUNT_NUMBER, number);
    }

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_choosing_get_count:
 * @behaviour: a behaviour
 * @method: dots or hands
 * @role: (nullable): those of this role; %NULL for what was counted without one
 *
 * Returns: what was entered for it
 */
guint
dv_choosing_get_count (DvItem  *behaviour,
                       DvMethod method,
                       DvItem  *role)
{
  DvItem *count = find_count (behaviour, method, role);

  return count != NULL ? (guint) dv_item_get_int (count, DV_COUNT_NUMBER) : 0;
}

static guint
sum_counts (DvItem  *behaviour,
            DvMethod method)
{
  guint total = 0;

  for (guint i = 0; i < dv_item_count (behaviour, &dv_count_kind); i++)
    {
      DvItem *count = dv_list_get (dv_item_get_list (behaviour, &dv_count_kind), i);

      if (dv_item_get_int (count, DV_COUNT_METHOD) == method)
        total += (guint) dv_item_get_int (count, DV_COUNT_NUMBER);
    }

  return total;
}

/**
 * dv_choosing_get_total:
 * @workshop: a workshop
 * @behaviour: a behaviour
 * @method: dots or hands
 *
 * Returns: all that were counted for it, over the roles, and for what was
 *   merged into it
 */
guint
dv_choosing_get_total (DvWorkshop *workshop,
                       DvItem     *behaviour,
                       DvMethod    method)
{
  g_autoptr (GPtrArray) merged = dv_behaviours_list_merged (workshop, behaviour);
  guint total = sum_counts (behaviour, method);

  for (guint i = 0; i < merged->len; i++)
    total += sum_counts (g_ptr_array_index (merged, i), method);

  return total;
}

/**
 * dv_choosing_get_given:
 * @value: a value
 * @method: dots or hands
 *
 * Returns: all that were counted for its behaviour, to see whether everybody
 *   has given theirs
 */
guint
dv_choosing_get_given (DvItem  *value,
                       DvMethod method)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  guint total = 0;

  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    total += sum_counts (dv_list_get (behaviours, i), method);

  return total;
}

/* A to Z, AA to AZ, BA … */
static char *
make_letter (guint n)
{
  char letters[8];
  gsize at = sizeof letters - 1;

  letters[at] = '\0';
  for (n++; n > 0 && at > 0; n = (n - 1) / 26)
    letters[--at] = (char) ('A' + (n - 1) % 26);

  return g_strdup (letters + at);
}

/**
 * dv_choosing_dup_letter:
 * @behaviour: a behaviour
 *
 * Returns: (transfer full): by what the room calls it: its place on the
 *   shortlist, as A to Z, AA and so on; empty when it is not on it
 */
char *
dv_choosing_dup_letter (DvItem *behaviour)
{
  DvItem *value = dv_item_get_parent (behaviour);
  DvList *behaviours;
  guint n = 0;

  if (value == NULL || !is_on_shortlist (behaviour))
    return g_strdup ("");

  behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  for (guint i = 0; i < dv_list_get_length (behaviours) && dv_list_get (behaviours, i) != behaviour; i++)
    if (is_on_shortlist (dv_list_get (behaviours, i)))
      n++;

  return make_letter (n);
}

/**
 * dv_choosing_is_revealed:
 * @value: a value
 *
 * Returns: whether the room may see how the dots were given
 */
gboolean
dv_choosing_is_revealed (DvItem *value)
{
  return dv_item_get_int (value, DV_VALUE_PHASE) >= DV_PHASE_REVEALED;
}

static guint
count_if (DvItem      *value,
          DvSubsetFunc func)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  guint n = 0;

  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    if (func (dv_list_get (behaviours, i)))
      n++;

  return n;
}

guint
dv_choosing_count_shortlist (DvItem *value)
{
  return count_if (value, is_on_shortlist);
}

static gboolean
is_chosen (DvItem *behaviour)
{
  return dv_behaviour_is_visible (behaviour) && dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) != 0;
}

/**
 * dv_choosing_count_chosen:
 * @value: a value
 *
 * Returns: how many of its behaviours are in the Manifest
 */
guint
dv_choosing_count_chosen (DvItem *value)
{
  return count_if (value, is_chosen);
}

/**
 * dv_choosing_shortlist_new:
 * @workshop: a workshop
 * @value: a value
 *
 * Returns: (transfer full): the live list of its shortlist; a #DvSubset
 */
GListModel *
dv_choosing_shortlist_new (DvWorkshop *workshop,
                           DvItem     *value)
{
  return G_LIST_MODEL (dv_subset_new (workshop, value, &dv_behaviour_kind,
                                      1u << DV_BEHAVIOUR_INTO | 1u << DV_BEHAVIOUR_SHORTLIST, is_on_shortlist));
}

/**
 * dv_choosing_reserve_new:
 * @workshop: a workshop
 * @value: a value
 *
 * Returns: (transfer full): the live list of its behaviour that is not on the
 *   shortlist; a #DvSubset
 */
GListModel *
dv_choosing_reserve_new (DvWorkshop *workshop,
                         DvItem     *value)
{
  return G_LIST_MODEL (dv_subset_new (workshop, value, &dv_behaviour_kind,
                                      1u << DV_BEHAVIOUR_INTO | 1u << DV_BEHAVIOUR_SHORTLIST, is_in_reserve));
}

/* The places of the shortlist in order, with what was counted for each and for
 * what was merged into it: one walk, because a list may be long. */
static GPtrArray *
count_places (DvWorkshop *workshop,
              DvItem     *value)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_place_free);
  g_autoptr (GHashTable) of_behaviour = g_hash_table_new (NULL, NULL);
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);

  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    if (is_on_shortlist (dv_list_get (behaviours, i)))
      {
        DvPlace *place = g_new0 (DvPlace, 1);

        place->behaviour = g_object_ref (dv_list_get (behaviours, i));
        place->letter = make_letter (places->len);
        g_ptr_array_add (places, place);
        g_hash_table_insert (of_behaviour, place->behaviour, place);
      }

  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    {
      DvItem *behaviour = dv_list_get (behaviours, i);
      DvItem *speaker = behaviour;
      DvPlace *place;

      while (!dv_behaviour_is_visible (speaker))
        speaker = dv_workshop_get_ref (workshop, speaker, DV_BEHAVIOUR_INTO);
      place = g_hash_table_lookup (of_behaviour, speaker);
      if (place != NULL)
        {
          place->dots += sum_counts (behaviour, DV_METHOD_DOTS);
          place->hands += sum_counts (behaviour, DV_METHOD_HANDS);
        }
    }

  return places;
}

static int
compare_counts (const DvPlace *first,
                const DvPlace *second)
{
  if (first->dots != second->dots)
    return first->dots > second->dots ? -1 : 1;
  if (first->hands != second->hands)
    return first->hands > second->hands ? -1 : 1;
  return 0;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const DvPlace *first = *(DvPlace *const *) a;
  const DvPlace *second = *(DvPlace *const *) b;
  int order = compare_counts (first, second);
  gsize first_length = strlen (first->letter);
  gsize second_length = strlen (second->letter);

  if (order != 0)
    return order;

  return first_length != second_length ? (first_length < second_length ? -1 : 1)
                                       : strcmp (first->letter, second->letter);
}

/* Gives the places @start up to @end, which have the same counts, what they
 * are worth when @target of them are to be chosen. */
static void
settle (GPtrArray *places,
        guint      start,
        guint      end,
        guint      target)
{
  for (guint i = start; i < end; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);

      place->place = start + 1;
      place->tied = end - start > 1;
      place->certain = end <= target;
      place->at_edge = start < target && end > target;
    }
}

/**
 * dv_choosing_rank:
 * @workshop: a workshop
 * @value: a value
 *
 * Most dots first; hands decide between equals. Before the reveal they come in
 * the order of the shortlist, without places.
 *
 * Returns: (transfer full) (element-type DvPlace): the shortlist
 */
GPtrArray *
dv_choosing_rank (DvWorkshop *workshop,
                  DvItem     *value)
{
  GPtrArray *places = count_places (workshop, value);
  guint target = (guint) dv_item_get_int (value, DV_VALUE_TARGET);
  guint start = 0;

  if (!dv_choosing_is_revealed (value))
    return places;

  g_ptr_array_sort (places, compare_places);
  for (guint i = 1; i <= places->len; i++)
    if (i == places->len ||
        compare_counts (g_ptr_array_index (places, start), g_ptr_array_index (places, i)) != 0)
      {
        settle (places, start, i, target);
        start = i;
      }

  return places;
}

/**
 * dv_choosing_take_top:
 * @workshop: a workshop
 * @value: a value whose dots were revealed
 * @n_taken: (out) (optional): how many were taken
 * @error: where to put %DV_MODEL_ERROR_NOT_ALLOWED
 *
 * Takes the first of the shortlist into the Manifest, as many as the value is
 * to have clauses. Of a tie across the edge none is taken: the room decides
 * between those. When there is no such tie, choosing has ended.
 *
 * Returns: whether it happened
 */
gboolean
dv_choosing_take_top (DvWorkshop *workshop,
                      DvItem     *value,
                      guint      *n_taken,
                      GError    **error)
{
  g_autofree char *label = g_strdup_printf (_("Take the first %d into the Manifest"),
                                            (int) dv_item_get_int (value, DV_VALUE_TARGET));
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  g_autoptr (GPtrArray) places = dv_choosing_rank (workshop, value);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  gboolean tie = FALSE;

  if (n_taken != NULL)
    *n_taken = 0;
  if (!dv_choosing_is_revealed (value))
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED, _("The dots have not been revealed yet"));
      return FALSE;
    }

  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);

      tie = tie || place->at_edge;
      if (place->certain && !is_chosen (place->behaviour))
        g_ptr_array_add (taken, place->behaviour);
    }

  if (taken->len > 0)
    dv_manifest_group_choose (group, workshop, value, taken);
  if (!tie)
    dv_group_set_int (group, value, DV_VALUE_PHASE, DV_PHASE_CHOSEN);
  if (!dv_workshop_apply (workshop, group, error))
    return FALSE;

  if (n_taken != NULL)
    *n_taken = taken->len;
  return TRUE;
}

/**
 * dv_choosing_choose:
 * @workshop: a workshop
 * @behaviour: a behaviour
 * @chosen: whether it is in the Manifest
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Makes or removes its clause, at once; the article too when there is none.
 *
 * Returns: whether it happened
 */
gboolean
dv_choosing_choose (DvWorkshop *workshop,
                    DvItem     *behaviour,
                    gboolean    chosen,
                    GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (chosen ? _("Choose example") : _("Do not choose example"),
                                            DV_ORIGIN_CONSOLE);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  DvItem *value = dv_item_get_parent (behaviour);

  if (!chosen)
    dv_manifest_group_unchoose (group, workshop, behaviour);
  else if (dv_item_get_kind (value) == &dv_value_kind)
    {
      g_ptr_array_add (one, behaviour);
      dv_manifest_group_choose (group, workshop, value, one);
    }
  else
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED,
                   _("Behaviour in the parking lot belongs to no core value"));
      return FALSE;
    }

  return dv_workshop_apply (workshop, group, error);
}
