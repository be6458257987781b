/* dv-change.c
 *
 * Small changes of one field or one place, each a step that can be undone
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-change"

#include "config.h"

#include <string.h>

#include "dv-change.h"

/* The parking lot always has this id, so that two replays of one journal give
 * the same workshop. */
#define PARKING_ID "parkinglot"

/**
 * dv_trim:
 * @text: (nullable): what a person typed
 *
 * Returns: (transfer full): @text without blanks around it, empty for %NULL
 */
char *
dv_trim (const char *text)
{
  const char *start = text != NULL ? text : "";
  const char *end;

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (start, (gsize) (end - start));
}

/**
 * dv_join_lines:
 * @text: text of several lines
 *
 * Returns: (transfer full): the same on one line, with a blank for each break
 */
char *
dv_join_lines (const char *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = g_strsplit_set (text, "\n\r", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      char *line = dv_trim (split[i]);

      if (line[0] != '\0')
        g_ptr_array_add (lines, line);
      else
        g_free (line);
    }
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (" ", (char **) lines->pdata);
}

static gboolean
is_bullet (gunichar c)
{
  return c == '-' || c == '*' || c == '+' || c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x25e6 ||
         c == 0x00b7 || c == 0x2013 || c == 0x2014 || c == 0xf0b7;
}

/* Where the text begins behind a bullet, or a number with a point or bracket. */
static const char *
skip_bullet (const char *line)
{
  const char *at = line;

  if (is_bullet (g_utf8_get_char (at)))
    {
      at = g_utf8_next_char (at);
      return g_unichar_isspace (g_utf8_get_char (at)) ? at : line;
    }

  while (g_ascii_isdigit (*at))
    at++;
  if (at > line && at - line <= 4 && (*at == '.' || *at == ')') && g_unichar_isspace (g_utf8_get_char (at + 1)))
    return at + 1;

  return line;
}

/**
 * dv_split_lines:
 * @text: a pasted list
 *
 * Takes away bullets, numbers and blank lines.
 *
 * Returns: (transfer full) (element-type utf8): the lines
 */
GPtrArray *
dv_split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = g_strsplit_set (text, "\n\r", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_autofree char *line = dv_trim (split[i]);
      g_autofree char *bare = dv_trim (skip_bullet (line));

      if (bare[0] != '\0')
        g_ptr_array_add (lines, g_steal_pointer (&bare));
    }

  return lines;
}

/**
 * dv_group_parking:
 * @group: a group that is to move something to the parking lot
 * @workshop: the workshop
 *
 * Adds an edit that makes the parking lot when there is none; call it once for
 * a group.
 *
 * Returns: (transfer none): its id
 */
const char *
dv_group_parking (DvGroup    *group,
                  DvWorkshop *workshop)
{
  DvItem *parking = dv_workshop_get_single (workshop, &dv_parking_kind);
  g_autoptr (DvBranch) branch = NULL;

  if (parking != NULL)
    return dv_item_get_id (parking);

  branch = dv_branch_new_single (dv_record_new (&dv_parking_kind, PARKING_ID));
  dv_group_insert_branch (group, branch, dv_workshop_get_id (workshop), NULL);
  return PARKING_ID;
}

/**
 * dv_change_string:
 * @workshop: a workshop
 * @item: an item of it
 * @field: the number of a field that is kept as text
 * @value: (nullable): its new value; blanks around it are taken away
 * @label: what the person did, translated
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_change_string (DvWorkshop *workshop,
                  DvItem     *item,
                  int         field,
                  const char *value,
                  const char *label,
                  GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed = dv_trim (value);

  dv_group_set_string (group, item, field, trimmed);
  return dv_workshop_apply (workshop, group, error);
}

gboolean
dv_change_int (DvWorkshop *workshop,
               DvItem     *item,
               int         field,
               gint64      value,
               const char *label,
               GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);

  dv_group_set_int (group, item, field, value);
  return dv_workshop_apply (workshop, group, error);
}

gboolean
dv_change_number (DvWorkshop *workshop,
                  DvItem     *item,
                  int         field,
                  double      value,
                  const char *label,
                  GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);

  dv_group_set_number (group, item, field, value);
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_change_ref:
 * @workshop: a workshop
 * @item: an item of it
 * @field: the number of a field of the type REF
 * @other: (nullable): what it is to refer to
 * @label: what the person did, translated
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_change_ref (DvWorkshop *workshop,
               DvItem     *item,
               int         field,
               DvItem     *other,
               const char *label,
               GError    **error)
{
  return dv_change_string (workshop, item, field, other != NULL ? dv_item_get_id (other) : NULL, label, error);
}

/**
 * dv_change_place:
 * @workshop: a workshop
 * @item: an item of it
 * @before: (nullable): the sibling that is to come after it, %NULL for the end
 * @label: what the person did, translated
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_change_place (DvWorkshop *workshop,
                 DvItem     *item,
                 DvItem     *before,
                 const char *label,
                 GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  DvItem *parent = dv_item_get_parent (item);

  g_return_val_if_fail (parent != NULL, FALSE);

  dv_group_move (group, dv_item_get_id (item), dv_item_get_id (parent),
                 before != NULL ? dv_item_get_id (before) : NULL);
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_change_insert:
 * @workshop: a workshop
 * @kind: the kind of the new item
 * @parent: its parent
 * @before: (nullable): the sibling that is to come after it, %NULL for the end
 * @field: the number of the field that gets @text
 * @text: (nullable): blanks around it are taken away
 * @label: what the person did, translated
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new item, %NULL when it may not be
 */
DvItem *
dv_change_insert (DvWorkshop   *workshop,
                  const DvKind *kind,
                  DvItem       *parent,
                  DvItem       *before,
                  int           field,
                  const char   *text,
                  const char   *label,
                  GError      **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed = dv_trim (text);
  DvRecord *record = dv_group_insert (group, kind, dv_item_get_id (parent),
                                      before != NULL ? dv_item_get_id (before) : NULL);

  dv_record_set_string (record, field, trimmed);
  if (!dv_workshop_apply (workshop, group, error))
    return NULL;

  return dv_workshop_find (workshop, dv_record_get_id (record));
}

/**
 * dv_change_remove:
 * @workshop: a workshop
 * @item: an item of it; what is below it goes too, and what refers to it
 *   forgets it
 * @label: what the person did, translated
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_change_remove (DvWorkshop *workshop,
                  DvItem     *item,
                  const char *label,
                  GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);

  dv_group_remove (group, dv_item_get_id (item));
  return dv_workshop_apply (workshop, group, error);
}
