/* dv-mix.c
 *
 * Mixed tables: how many of each role sit where
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-mix"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-document-text.h"
#include "dv-mix.h"
#include "dv-people.h"

/* People are dealt like cards, role after role, and a role begins at the table
 * where the one before it ended. So each table gets as many of a role as the
 * next, or one more, and the same holds for its size. */

/* A table talks well with so many people. */
#define GOOD_SIZE 7

struct _DvMix
{
  guint n_roles;
  guint n_tables;
  guint *seats; /* owned; of all roles of the first table, then of the second … */
};

/**
 * dv_mix_new:
 * @people: (array length=n_roles): how many people have each role
 * @n_roles: how many roles
 * @n_tables: how many tables, at least one
 *
 * Returns: (transfer full): the seats
 */
DvMix *
dv_mix_new (const guint *people,
            guint        n_roles,
            guint        n_tables)
{
  DvMix *self;
  guint next = 0;

  g_return_val_if_fail (n_tables > 0, NULL);

  self = g_new0 (DvMix, 1);
  self->n_roles = n_roles;
  self->n_tables = n_tables;
  self->seats = g_new0 (guint, (gsize) n_roles * n_tables);
  for (guint role = 0; role < n_roles; role++)
    {
      for (guint table = 0; table < n_tables; table++)
        self->seats[table * n_roles + role] = people[role] / n_tables;
      for (guint i = 0; i < people[role] % n_tables; i++)
        self->seats[(next + i) % n_tables * n_roles + role]++;
      next = (next + people[role]) % n_tables;
    }

  return self;
}

/**
 * dv_mix_new_for:
 * @workshop: a workshop
 * @n_tables: how many tables, at least one
 *
 * Returns: (transfer full): the seats of its people, in the order of its roles
 */
DvMix *
dv_mix_new_for (DvWorkshop *workshop,
                guint       n_tables)
{
  DvList *roles = dv_workshop_get_list (workshop, &dv_role_kind);
  guint n_roles = dv_list_get_length (roles);
  g_autofree guint *people = g_new0 (guint, n_roles);

  for (guint i = 0; i < n_roles; i++)
    people[i] = (guint) dv_item_get_int (dv_list_get (roles, i), DV_ROLE_PEOPLE);

  return dv_mix_new (people, n_roles, n_tables);
}

/**
 * dv_mix_free:
 * @self: (transfer full): a mix
 */
void
dv_mix_free (DvMix *self)
{
  g_free (self->seats);
  g_free (self);
}

/**
 * dv_mix_get_n_tables:
 * @self: a mix
 *
 * Returns: over how many tables it is
 */
guint
dv_mix_get_n_tables (const DvMix *self)
{
  return self->n_tables;
}

/**
 * dv_mix_get_n_roles:
 * @self: a mix
 *
 * Returns: of how many roles it is
 */
guint
dv_mix_get_n_roles (const DvMix *self)
{
  return self->n_roles;
}

/**
 * dv_mix_get_seats:
 * @self: a mix
 * @table: a table, from 0
 * @role: a role, from 0
 *
 * Returns: how many of @role sit at @table
 */
guint
dv_mix_get_seats (const DvMix *self,
                  guint        table,
                  guint        role)
{
  g_return_val_if_fail (table < self->n_tables && role < self->n_roles, 0);

  return self->seats[table * self->n_roles + role];
}

/**
 * dv_mix_get_size:
 * @self: a mix
 * @table: a table, from 0
 *
 * Returns: how many people sit at @table
 */
guint
dv_mix_get_size (const DvMix *self,
                 guint        table)
{
  guint size = 0;

  for (guint role = 0; role < self->n_roles; role++)
    size += dv_mix_get_seats (self, table, role);

  return size;
}

/* How many people have a role that counts. */
static guint
count_people (DvWorkshop *workshop)
{
  g_autoptr (DvMix) mix = dv_mix_new_for (workshop, 1);

  return dv_mix_get_size (mix, 0);
}

/**
 * dv_mix_suggest_tables:
 * @workshop: a workshop
 *
 * Returns: how many tables suit it: those it has, else as many as make tables
 *   of about seven
 */
guint
dv_mix_suggest_tables (DvWorkshop *workshop)
{
  guint n_tables = dv_list_get_length (dv_workshop_get_list (workshop, &dv_table_kind));
  guint people = MAX (count_people (workshop), dv_people_count (workshop));

  return n_tables > 0 ? n_tables : MAX (1, (people + GOOD_SIZE / 2) / GOOD_SIZE);
}

/**
 * dv_mix_is_set:
 * @workshop: a workshop
 *
 * Returns: whether its tables are as large as a mix of its people makes them
 */
gboolean
dv_mix_is_set (DvWorkshop *workshop)
{
  DvList *tables = dv_workshop_get_list (workshop, &dv_table_kind);
  guint n_tables = dv_list_get_length (tables);
  g_autoptr (DvMix) mix = NULL;

  if (n_tables == 0 || count_people (workshop) == 0)
    return FALSE;

  mix = dv_mix_new_for (workshop, n_tables);
  for (guint i = 0; i < n_tables; i++)
    if (dv_mix_get_size (mix, i) != (guint) dv_item_get_int (dv_list_get (tables, i), DV_TABLE_PEOPLE))
      return FALSE;

  return TRUE;
}

/**
 * dv_mix_set_tables:
 * @workshop: a workshop
 * @n_tables: how many tables, at least one
 * @error: where to put a %DV_MODEL_ERROR
 *
 * Gives the workshop so many tables, each as large as the mix of its people
 * makes it. Tables that are there stay; the last ones go when there are more.
 *
 * Returns: whether it happened
 */
gboolean
dv_mix_set_tables (DvWorkshop *workshop,
                   guint       n_tables,
                   GError    **error)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Mix the groups"), DV_ORIGIN_CONSOLE);
  g_autoptr (DvMix) mix = dv_mix_new_for (workshop, n_tables);
  DvList *tables = dv_workshop_get_list (workshop, &dv_table_kind);
  guint n_old = dv_list_get_length (tables);

  for (guint i = 0; i < n_tables; i++)
    if (i < n_old)
      dv_group_set_int (group, dv_list_get (tables, i), DV_TABLE_PEOPLE, dv_mix_get_size (mix, i));
    else
      {
        DvRecord *record = dv_group_insert (group, &dv_table_kind, dv_workshop_get_id (workshop), NULL);
        g_autofree char *name = dv_document_text_fill (dv_document_language (workshop), DV_TEXT_TABLE_NUMBER, i + 1, 0);

        dv_record_set_string (record, DV_TABLE_NAME, name);
        dv_record_set_int (record, DV_TABLE_PEOPLE, dv_mix_get_size (mix, i));
      }
  for (guint i = n_tables; i < n_old; i++)
    dv_group_remove (group, dv_item_get_id (dv_list_get (tables, i)));

  return dv_workshop_apply (workshop, group, error);
}
