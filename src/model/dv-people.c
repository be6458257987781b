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

static guint
people_of (DvItem *role)
{
  return (guint) dv_item_get_int (role, DV_ROLE_PEOPLE);
}

static DvItem *
find_smallest (GPtrArray *roles)
{
  DvItem *smallest = NULL;

  for (guint i = 0; i < roles->len; i++)
    if (smallest == NULL || people_of (g_ptr_array_index (roles, i)) < people_of (smallest))
      smallest = g_ptr_array_index (roles, i);

  return smallest;
}

/**
 * dv_people_list_shown:
 * @workshop: a workshop
 * @has_others: whether there is something from people whose role is not known
 * @n_others: (out) (optional): how many people there are besides
 *
 * Lists the roles that may be told apart in public. What is left over counts
 * as one more group: were that smaller than %DV_ANONYMITY_MIN, everybody could
 * tell by elimination who is in it, so then the smallest role joins it.
 *
 * Returns: (transfer container) (element-type DvItem): those roles, in order
 */
GPtrArray *
dv_people_list_shown (DvWorkshop *workshop,
                      gboolean    has_others,
                      guint      *n_others)
{
  GPtrArray *shown = g_ptr_array_new ();
  DvList *roles = dv_workshop_get_list (workshop, &dv_role_kind);
  guint n_known = sum (roles, DV_ROLE_PEOPLE), n_all = dv_people_count (workshop);
  guint others = n_all > n_known ? n_all - n_known : 0;

  for (guint i = 0; i < dv_list_get_length (roles); i++)
    {
      DvItem *role = dv_list_get (roles, i);

      if (dv_people_shows_role (role))
        g_ptr_array_add (shown, role);
      else if (people_of (role) > 0)
        {
          others += people_of (role);
          has_others = TRUE;
        }
    }

  while (has_others && others < DV_ANONYMITY_MIN && shown->len > 0)
    {
      DvItem *smallest = find_smallest (shown);

      others += people_of (smallest);
      g_ptr_array_remove (shown, smallest);
    }

  if (n_others != NULL)
    *n_others = others;
  return shown;
}
