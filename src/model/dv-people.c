/* dv-people.c
 *
 * How many people there are, and when a group is too small to show
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-people"

#include "config.h"

#include "dv-people.h"

static guint
sum (DvList *list,
     int     field)
{
  guint total = 0;

  for (guint i = 0; i < dv_list_get_length (list); i++)
    total += (guint) dv_item_get_int (dv_list_get (list, i), field);

  return total;
}

/**
 * dv_people_count:
 * @workshop: a workshop
 *
 * Returns: how many people there are: as it says itself, else the sum over the
 *   tables, else over the roles; 0 when nobody said
 */
guint
dv_people_count (DvWorkshop *workshop)
{
  guint people = (guint) dv_item_get_int (dv_workshop_get_root (workshop), DV_WORKSHOP_PEOPLE);

  if (people == 0)
    people = sum (dv_workshop_get_list (workshop, &dv_table_kind), DV_TABLE_PEOPLE);
  if (people == 0)
    people = sum (dv_workshop_get_list (workshop, &dv_role_kind), DV_ROLE_PEOPLE);

  return people;
}

/**
 * dv_people_shows_role:
 * @role: (nullable): a role
 *
 * Returns: whether there are people enough with this role, %DV_ANONYMITY_MIN,
 *   to show it with what one of them said
 */
gboolean
dv_people_shows_role (DvItem *role)
{
  return role != NULL && dv_item_get_int (role, DV_ROLE_PEOPLE) >= DV_ANONYMITY_MIN;
}
