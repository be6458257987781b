/* dv-behaviours.c
 *
 * Example behaviour: collecting, ordering, merging and moving it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviours"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-behaviours.h"
#include "dv-change.h"
#include "dv-fold.h"
#include "dv-manifest.h"
#include "dv-subset.h"

/* What somebody gave stays an item of its own. A behaviour that was merged
 * keeps its text, role, table and counts; it is not shown, and what was counted
 * for it counts for the one that speaks for both. */

static const char *
id_or_null (DvItem *item)
{
  return item != NULL ? dv_item_get_id (item) : NULL;
}

/* New ones come first, where the room looks; a pasted list keeps its order. */
static DvRecord *
insert_behaviour (DvGroup    *group,
                  DvItem     *value,
                  const char *text,
                  const char *counter,
                  DvItem     *role)
{
  DvItem *first = dv_list_get (dv_item_get_list (value, &dv_behaviour_kind), 0);
  DvRecord *record = dv_group_insert (group, &dv_behaviour_kind, dv_item_get_id (value), id_or_null (first));
  g_autofree char *trimmed_text = dv_trim (text);
  g_autofree char *trimmed_counter = dv_trim (counter);

  dv_record_set_string (record, DV_BEHAVIOUR_TEXT, trimmed_text);
  dv_record_set_string (record, DV_BEHAVIOUR_COUNTER, trimmed_counter);
  dv_record_set_string (record, DV_BEHAVIOUR_ROLE, id_or_null (role));
  return record;
}

/**
 * dv_behaviours_add:
 * @workshop: a workshop
 * @value: a value of it
 * @text: the behaviour; blanks around it are taken away
 * @counter: (nullable): what one would rather not see
 * @role: (nullable): the role of who gave it, %NULL for not told
 * @table: (nullable): the table that gave it
 * @star: whether somebody marked it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new behaviour
 */
DvItem *
dv_behaviours_add (DvWorkshop *workshop,
                   DvItem     *value,
                   const char *text,
                   const char *counter,
                   DvItem     *role,
                   DvItem     *table,
                   gboolean    star,
                   GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Add example"), DV_ORIGIN_CONSOLE);
  DvRecord *record = insert_behaviour (group, value, text, counter, role);

  dv_record_set_string (record, DV_BEHAVIOUR_TABLE, id_or_null (table));
  dv_record_set_int (record, DV_BEHAVIOUR_STAR, star);
  if (!dv_workshop_apply (workshop, group, error))
    return NULL;

  return dv_workshop_find (workshop, dv_record_get_id (record));
}

static DvShape
find_shape (gunichar c)
{
  static const gunichar glyphs[] = { 0x25b2, 0x25cf, 0x25a0, 0x25c6, 0x2302, 0x2b1f, 0x2b22, 0x25cb };

  for (guint i = 0; i < G_N_ELEMENTS (glyphs); i++)
    if (c == glyphs[i])
      return (DvShape) (DV_SHAPE_TRIANGLE + i);

  return DV_SHAPE_NONE;
}

static DvItem *
find_role (DvList     *roles,
           DvShape     shape,
           const char *name)
{
  g_autofree char *key = name != NULL ? dv_fold (name) : NULL;

  for (guint i = 0; i < dv_list_get_length (roles); i++)
    {
      DvItem *role = dv_list_get (roles, i);
      g_autofree char *full = dv_fold (dv_item_get_string (role, DV_ROLE_NAME));
      g_autofree char *abbreviated = dv_fold (dv_item_get_string (role, DV_ROLE_SHORT));

      if (shape != DV_SHAPE_NONE && dv_item_get_int (role, DV_ROLE_SHAPE) == shape)
        return role;
      if (key != NULL && key[0] != '\0' && (strcmp (key, full) == 0 || strcmp (key, abbreviated) == 0))
        return role;
    }

  return NULL;
}

/* The role that a line begins with, as “▲ …” or “Leidinggevende: …”, and where
 * the text begins behind it. */
static DvItem *
parse_role (DvList      *roles,
            const char  *line,
            const char **text)
{
  DvShape shape = find_shape (g_utf8_get_char (line));
  const char *colon = strchr (line, ':');
  g_autofree char *name = NULL;
  DvItem *role = NULL;

  *text = line;
  if (shape != DV_SHAPE_NONE)
    {
      role = find_role (roles, shape, NULL);
      if (role != NULL)
        *text = g_utf8_next_char (line);
      return role;
    }
  if (colon == NULL)
    return NULL;

  name = g_strndup (line, (gsize) (colon - line));
  role = find_role (roles, DV_SHAPE_NONE, name);
  if (role != NULL)
    *text = colon + 1;
  return role;
}

/**
 * dv_behaviours_add_list:
 * @workshop: a workshop
 * @value: a value of it
 * @text: a pasted list, an example a line
 * @role: (nullable): the role for lines that do not begin with one
 * @n_added: (out) (optional): how many were added
 * @error: where to put a %DV_MODEL_ERROR; the message has the line
 *
 * Bullets, numbers and blank lines are taken away. A line may begin with the
 * shape of a role or with its name and a colon; behind a tab may come what one
 * would rather not see. One step of undo.
 *
 * Returns: whether all could be added; if not, none was
 */
gboolean
dv_behaviours_add_list (DvWorkshop *workshop,
                        DvItem     *value,
                        const char *text,
                        DvItem     *role,
                        guint      *n_added,
                        GError    **error)
{
  g_autoptr (GPtrArray) lines = dv_split_lines (text);
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u example", "Add %u examples", lines->len), lines->len);
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  DvList *roles = dv_workshop_get_list (workshop, &dv_role_kind);

  if (n_added != NULL)
    *n_added = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      const char *behind;
      DvItem *named = parse_role (roles, line, &behind);
      g_auto (GStrv) columns = g_strsplit (behind, "\t", 2);
      DvRecord *record = insert_behaviour (group, value, columns[0], columns[0] != NULL ? columns[1] : NULL,
                                           named != NULL ? named : role);

      if (!dv_record_check (record, error))
        {
          g_autofree char *start = g_utf8_substring (line, 0, MIN (40, g_utf8_strlen (line, -1)));

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

/**
 * dv_behaviours_edit:
 * @workshop: a workshop
 * @behaviour: a behaviour
 * @text: its new text
 * @counter: (nullable): what one would rather not see
 * @error: where to put a %DV_MODEL_ERROR
 *
 * A clause that still has the text of the behaviour gets the new text too.
 *
 * Returns: whether it happened
 */
gboolean
dv_behaviours_edit (DvWorkshop *workshop,
                    DvItem     *behaviour,
                    const char *text,
                    const char *counter,
                    GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Change example"), DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed_text = dv_trim (text);
  g_autofree char *trimmed_counter = dv_trim (counter);
  DvItem *clause = dv_manifest_find_clause (workshop, behaviour);

  dv_group_set_string (group, behaviour, DV_BEHAVIOUR_TEXT, trimmed_text);
  dv_group_set_string (group, behaviour, DV_BEHAVIOUR_COUNTER, trimmed_counter);
  if (clause != NULL && strcmp (dv_item_get_string (clause, DV_CLAUSE_TEXT),
                                dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT)) == 0)
    dv_group_set_string (group, clause, DV_CLAUSE_TEXT, trimmed_text);

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_behaviours_set_role:
 * @workshop: a workshop
 * @behaviours: (element-type DvItem): behaviours
 * @role: (nullable): the role of who gave them, %NULL for not told
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_behaviours_set_role (DvWorkshop *workshop,
                        GPtrArray  *behaviours,
                        DvItem     *role,
                        GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Change role"), DV_ORIGIN_CONSOLE);

  for (guint i = 0; i < behaviours->len; i++)
    dv_group_set_string (group, g_ptr_array_index (behaviours, i), DV_BEHAVIOUR_ROLE, id_or_null (role));

  return dv_workshop_apply (workshop, group, error);
}

gboolean
dv_behaviours_set_star (DvWorkshop *workshop,
                        GPtrArray  *behaviours,
                        gboolean    star,
                        GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (star ? _("Add star") : _("Remove star"), DV_ORIGIN_CONSOLE);

  for (guint i = 0; i < behaviours->len; i++)
    dv_group_set_int (group, g_ptr_array_index (behaviours, i), DV_BEHAVIOUR_STAR, star);

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_behaviours_move:
 * @workshop: a workshop
 * @behaviour: a behaviour
 * @before: (nullable): the behaviour of the same value that is to come after
 *   it, %NULL for the end
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_behaviours_move (DvWorkshop *workshop,
                    DvItem     *behaviour,
                    DvItem     *before,
                    GError    **error)
{
  return dv_change_place (workshop, behaviour, before, _("Move example"), error);
}

/* Moves @behaviour with what was merged into it, and its clause when that is
 * in the article about the value that it leaves. */
static void
group_move (DvGroup    *group,
            DvWorkshop *workshop,
            DvItem     *behaviour,
            DvItem     *value,
            const char *article)
{
  g_autoptr (GPtrArray) merged = dv_behaviours_list_merged (workshop, behaviour);
  DvItem *clause = dv_manifest_find_clause (workshop, behaviour);

  dv_group_move (group, dv_item_get_id (behaviour), dv_item_get_id (value), NULL);
  for (guint i = 0; i < merged->len; i++)
    dv_group_move (group, dv_item_get_id (g_ptr_array_index (merged, i)), dv_item_get_id (value), NULL);

  if (clause != NULL && article != NULL &&
      dv_item_has_ref (dv_item_get_parent (clause), DV_ARTICLE_VALUE, dv_item_get_id (dv_item_get_parent (behaviour))))
    dv_group_move (group, dv_item_get_id (clause), article, NULL);
}

static gboolean
any_has_clause (DvWorkshop *workshop,
                GPtrArray  *behaviours)
{
  for (guint i = 0; i < behaviours->len; i++)
    if (dv_manifest_find_clause (workshop, g_ptr_array_index (behaviours, i)) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * dv_behaviours_move_to_value:
 * @workshop: a workshop
 * @behaviours: (element-type DvItem): behaviours
 * @value: the value that they belong to from now on
 * @error: where to put a %DV_MODEL_ERROR
 *
 * What was merged into them comes along, and so do their clauses.
 *
 * Returns: whether it happened
 */
gboolean
dv_behaviours_move_to_value (DvWorkshop *workshop,
                             GPtrArray  *behaviours,
                             DvItem     *value,
                             GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Move to another core value"), DV_ORIGIN_CONSOLE);
  g_autofree char *article = NULL;

  if (any_has_clause (workshop, behaviours))
    article = g_strdup (dv_manifest_group_article (group, workshop, value));
  for (guint i = 0; i < behaviours->len; i++)
    if (dv_item_get_parent (g_ptr_array_index (behaviours, i)) != value)
      group_move (group, workshop, g_ptr_array_index (behaviours, i), value, article);

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_behaviours_remove:
 * @workshop: a workshop
 * @behaviours: (element-type DvItem): the behaviours, these alone
 * @error: where to put a %DV_MODEL_ERROR
 *
 * What was merged into one of them is shown again. A clause that came from one
 * stays in the Manifest, as a clause of the room's own.
 *
 * Returns: whether it happened
 */
gboolean
dv_behaviours_remove (DvWorkshop *workshop,
                      GPtrArray  *behaviours,
                      GError    **error)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Remove %u example", "Remove %u examples", behaviours->len),
                                            behaviours->len);
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);

  for (guint i = 0; i < behaviours->len; i++)
    dv_group_remove (group, dv_item_get_id (g_ptr_array_index (behaviours, i)));

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_behaviour_is_visible:
 * @behaviour: a behaviour
 *
 * Returns: whether it speaks for itself, not merged into another
 */
gboolean
dv_behaviour_is_visible (DvItem *behaviour)
{
  return dv_item_get_string (behaviour, DV_BEHAVIOUR_INTO)[0] == '\0';
}

/**
 * dv_behaviours_visible_new:
 * @workshop: a workshop
 * @value: a value of it
 *
 * Returns: (transfer full): the live list of the behaviours of @value without
 *   those that were merged into another; a #DvSubset
 */
GListModel *
dv_behaviours_visible_new (DvWorkshop *workshop,
                           DvItem     *value)
{
  return G_LIST_MODEL (dv_subset_new (workshop, value, &dv_behaviour_kind,
                                      1u << DV_BEHAVIOUR_INTO, dv_behaviour_is_visible));
}

/**
 * dv_behaviours_count:
 * @value: a value
 *
 * Returns: how many behaviours it has without those that were merged
 */
guint
dv_behaviours_count (DvItem *value)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  guint n = 0;

  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    if (dv_behaviour_is_visible (dv_list_get (behaviours, i)))
      n++;

  return n;
}

static void
add_mix (DvWorkshop *workshop,
         DvItem     *value,
         GArray     *mix)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);

  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    {
      DvItem *role = dv_workshop_get_ref (workshop, dv_list_get (behaviours, i), DV_BEHAVIOUR_ROLE);
      guint place = role != NULL ? dv_item_get_position (role) : mix->len - 1;

      g_array_index (mix, guint, place)++;
    }
}

/**
 * dv_behaviours_mix:
 * @workshop: a workshop
 * @value: (nullable): a value, or %NULL for all
 *
 * Counts what was given, so what was merged counts too.
 *
 * Returns: (transfer full) (element-type guint): how many behaviours came from
 *   each role, in the order of the roles, and last how many from nobody said who
 */
GArray *
dv_behaviours_mix (DvWorkshop *workshop,
                   DvItem     *value)
{
  guint n_roles = dv_list_get_length (dv_workshop_get_list (workshop, &dv_role_kind));
  GArray *mix = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_roles + 1);
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);

  g_array_set_size (mix, n_roles + 1);
  if (value != NULL)
    add_mix (workshop, value, mix);
  for (guint i = 0; value == NULL && i < dv_list_get_length (values); i++)
    add_mix (workshop, dv_list_get (values, i), mix);

  return mix;
}

/**
 * dv_behaviour_matches:
 * @behaviour: a behaviour
 * @folded: what is searched for, from dv_fold()
 *
 * Returns: whether it occurs in the behaviour or in what one would rather not see
 */
gboolean
dv_behaviour_matches (DvItem     *behaviour,
                      const char *folded)
{
  return dv_fold_contains (dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT), folded) ||
         dv_fold_contains (dv_item_get_string (behaviour, DV_BEHAVIOUR_COUNTER), folded);
}

/**
 * dv_behaviours_find_similar:
 * @value: a value
 * @text: what somebody is about to add
 *
 * Returns: (transfer full) (element-type DvItem): behaviours that say the same
 *   but for case, accents, blanks and punctuation
 */
GPtrArray *
dv_behaviours_find_similar (DvItem     *value,
                            const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  g_autofree char *key = dv_fold_words (text);

  for (guint i = 0; key[0] != '\0' && i < dv_list_get_length (behaviours); i++)
    {
      DvItem *behaviour = dv_list_get (behaviours, i);

      if (dv_behaviour_is_visible (behaviour) &&
          dv_fold_is_words (dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT), key))
        g_ptr_array_add (found, g_object_ref (behaviour));
    }

  return found;
}
