/* dv-map.c
 *
 * The strategy map: objectives in lanes and themes, and what leads to what
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-map.h"

/**
 * dv_map_get:
 * @workshop: a workshop
 *
 * Returns: (nullable) (transfer none): its strategy map
 */
DvItem *
dv_map_get (DvWorkshop *workshop)
{
  return dv_workshop_get_single (workshop, &dv_map_kind);
}

static const char *
group_map (DvGroup    *group,
           DvWorkshop *workshop)
{
  DvItem *map = dv_map_get (workshop);

  if (map != NULL)
    return dv_item_get_id (map);

  return dv_record_get_id (dv_group_insert (group, &dv_map_kind, dv_workshop_get_id (workshop), NULL));
}

/**
 * dv_map_ensure:
 * @workshop: a workshop
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Makes a strategy map without anything when there is none.
 *
 * Returns: whether it is there
 */
gboolean
dv_map_ensure (DvWorkshop *workshop,
               GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Start the strategy map"), DV_ORIGIN_CONSOLE);

  group_map (group, workshop);
  return dv_workshop_apply (workshop, group, error);
}

static DvItem *
add_named (DvWorkshop   *workshop,
           const DvKind *kind,
           int           field,
           const char   *text,
           DvItem       *before,
           const char   *label,
           GError      **error)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed = dv_trim (text);
  const char *map = group_map (group, workshop);
  DvRecord *record = dv_group_insert (group, kind, map, before != NULL ? dv_item_get_id (before) : NULL);

  dv_record_set_string (record, field, trimmed);
  if (!dv_workshop_apply (workshop, group, error))
    return NULL;

  return dv_workshop_find (workshop, dv_record_get_id (record));
}

/**
 * dv_map_add_lane:
 * @workshop: a workshop; it gets a map when it has none
 * @name: what the perspective is called
 * @before: (nullable): the one that is to be below it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new lane
 */
DvItem *
dv_map_add_lane (DvWorkshop *workshop,
                 const char *name,
                 DvItem     *before,
                 GError    **error)
{
  return add_named (workshop, &dv_lane_kind, DV_LANE_NAME, name, before, _("Add perspective"), error);
}

/**
 * dv_map_remove_lane:
 * @workshop: a workshop
 * @lane: a lane
 * @fate: what becomes of its objectives: they stay in no lane, move, or go too
 * @other: (nullable): the lane they go to, for %DV_FATE_MOVE
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_map_remove_lane (DvWorkshop *workshop,
                    DvItem     *lane,
                    DvFate      fate,
                    DvItem     *other,
                    GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Remove perspective"), DV_ORIGIN_CONSOLE);
  DvList *objectives = dv_item_get_list (dv_item_get_parent (lane), &dv_objective_kind);

  g_return_val_if_fail (fate != DV_FATE_MOVE || (other != NULL && other != lane), FALSE);

  for (guint i = 0; i < dv_list_get_length (objectives); i++)
    {
      DvItem *objective = dv_list_get (objectives, i);

      if (!dv_item_has_ref (objective, DV_OBJECTIVE_LANE, dv_item_get_id (lane)))
        continue;
      if (fate == DV_FATE_MOVE)
        dv_group_set_string (group, objective, DV_OBJECTIVE_LANE, dv_item_get_id (other));
      else if (fate == DV_FATE_REMOVE)
        dv_group_remove (group, dv_item_get_id (objective));
    }
  dv_group_remove (group, dv_item_get_id (lane));

  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_map_add_theme:
 * @workshop: a workshop; it gets a map when it has none
 * @name: what the theme is called
 * @before: (nullable): the one that is to come after it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new theme
 */
DvItem *
dv_map_add_theme (DvWorkshop *workshop,
                  const char *name,
                  DvItem     *before,
                  GError    **error)
{
  return add_named (workshop, &dv_theme_kind, DV_THEME_NAME, name, before, _("Add theme"), error);
}

/**
 * dv_map_remove_theme:
 * @workshop: a workshop
 * @theme: a theme; its objectives stay, without a theme
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_map_remove_theme (DvWorkshop *workshop,
                     DvItem     *theme,
                     GError    **error)
{
  return dv_change_remove (workshop, theme, _("Remove theme"), error);
}

/**
 * dv_map_add_objective:
 * @workshop: a workshop; it gets a map when it has none
 * @text: the objective
 * @lane: (nullable): its perspective
 * @theme: (nullable): its theme
 * @before: (nullable): the objective that is to come after it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new objective
 */
DvItem *
dv_map_add_objective (DvWorkshop *workshop,
                      const char *text,
                      DvItem     *lane,
                      DvItem     *theme,
                      DvItem     *before,
                      GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Add objective"), DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed = dv_trim (text);
  const char *map = group_map (group, workshop);
  DvRecord *record = dv_group_insert (group, &dv_objective_kind, map, before != NULL ? dv_item_get_id (before) : NULL);

  dv_record_set_string (record, DV_OBJECTIVE_TEXT, trimmed);
  dv_record_set_string (record, DV_OBJECTIVE_LANE, lane != NULL ? dv_item_get_id (lane) : NULL);
  dv_record_set_string (record, DV_OBJECTIVE_THEME, theme != NULL ? dv_item_get_id (theme) : NULL);
  if (!dv_workshop_apply (workshop, group, error))
    return NULL;

  return dv_workshop_find (workshop, dv_record_get_id (record));
}

gboolean
dv_map_set_lane (DvWorkshop *workshop,
                 DvItem     *objective,
                 DvItem     *lane,
                 GError    **error)
{
  return dv_change_ref (workshop, objective, DV_OBJECTIVE_LANE, lane, _("Move objective"), error);
}

gboolean
dv_map_set_theme (DvWorkshop *workshop,
                  DvItem     *objective,
                  DvItem     *theme,
                  GError    **error)
{
  return dv_change_ref (workshop, objective, DV_OBJECTIVE_THEME, theme, _("Move objective"), error);
}

/**
 * dv_map_find_link:
 * @workshop: a workshop
 * @source: an objective
 * @target: an objective that it contributes to
 *
 * Returns: (nullable) (transfer none): the link between them
 */
DvItem *
dv_map_find_link (DvWorkshop *workshop,
                  DvItem     *source,
                  DvItem     *target)
{
  DvItem *map = dv_map_get (workshop);
  DvList *links = map != NULL ? dv_item_get_list (map, &dv_link_kind) : NULL;

  for (guint i = 0; links != NULL && i < dv_list_get_length (links); i++)
    {
      DvItem *link = dv_list_get (links, i);

      if (strcmp (dv_item_get_string (link, DV_LINK_SOURCE), dv_item_get_id (source)) == 0 &&
          strcmp (dv_item_get_string (link, DV_LINK_TARGET), dv_item_get_id (target)) == 0)
        return link;
    }

  return NULL;
}

/**
 * dv_map_add_link:
 * @workshop: a workshop
 * @source: an objective
 * @target: another, which it contributes to
 * @error: where to put %DV_MODEL_ERROR_NOT_ALLOWED: an objective does not lead
 *   to itself, and not twice to the same
 *
 * Returns: whether it happened
 */
gboolean
dv_map_add_link (DvWorkshop *workshop,
                 DvItem     *source,
                 DvItem     *target,
                 GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Link objectives"), DV_ORIGIN_CONSOLE);
  DvRecord *record = dv_group_insert (group, &dv_link_kind, dv_item_get_id (dv_item_get_parent (source)), NULL);

  dv_record_set_string (record, DV_LINK_SOURCE, dv_item_get_id (source));
  dv_record_set_string (record, DV_LINK_TARGET, dv_item_get_id (target));
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_map_toggle_link:
 * @workshop: a workshop
 * @source: an objective
 * @target: another
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Removes the link between them, or makes it.
 *
 * Returns: whether it happened
 */
gboolean
dv_map_toggle_link (DvWorkshop *workshop,
                    DvItem     *source,
                    DvItem     *target,
                    GError    **error)
{
  DvItem *link = dv_map_find_link (workshop, source, target);

  if (link != NULL)
    return dv_change_remove (workshop, link, _("Remove link"), error);

  return dv_map_add_link (workshop, source, target, error);
}

/**
 * dv_map_add_measure:
 * @workshop: a workshop
 * @objective: an objective
 * @name: what is measured
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new measure
 */
DvItem *
dv_map_add_measure (DvWorkshop *workshop,
                    DvItem     *objective,
                    const char *name,
                    GError    **error)
{
  return dv_change_insert (workshop, &dv_measure_kind, objective, NULL, DV_MEASURE_NAME, name, _("Add measure"), error);
}

/**
 * dv_map_set_measure:
 * @workshop: a workshop
 * @measure: a measure
 * @name: what is measured
 * @unit: (nullable): in what
 * @now: how it is now, NaN for not known
 * @target: what it is to be, NaN for not known
 * @by: (nullable): by when, such as 2028
 * @status: how it goes
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: whether it happened
 */
gboolean
dv_map_set_measure (DvWorkshop *workshop,
                    DvItem     *measure,
                    const char *name,
                    const char *unit,
                    double      now,
                    double      target,
                    const char *by,
                    DvStatus    status,
                    GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Change measure"), DV_ORIGIN_CONSOLE);
  g_autofree char *trimmed = dv_trim (name);

  dv_group_set_string (group, measure, DV_MEASURE_NAME, trimmed);
  dv_group_set_string (group, measure, DV_MEASURE_UNIT, unit);
  dv_group_set_number (group, measure, DV_MEASURE_NOW, now);
  dv_group_set_number (group, measure, DV_MEASURE_TARGET, target);
  dv_group_set_string (group, measure, DV_MEASURE_BY, by);
  dv_group_set_int (group, measure, DV_MEASURE_STATUS, status);
  return dv_workshop_apply (workshop, group, error);
}

/**
 * dv_map_add_initiative:
 * @workshop: a workshop
 * @objective: an objective
 * @name: what is done for it
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Returns: (nullable) (transfer none): the new initiative
 */
DvItem *
dv_map_add_initiative (DvWorkshop *workshop,
                       DvItem     *objective,
                       const char *name,
                       GError    **error)
{
  return dv_change_insert (workshop, &dv_initiative_kind, objective, NULL, DV_INITIATIVE_NAME, name,
                           _("Add initiative"), error);
}
