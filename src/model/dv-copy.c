/* dv-copy.c
 *
 * Copies of a workshop for somebody else, or for another time
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-copy"

#include "config.h"

#include "dv-copy.h"

#include "dv-kind-step.h"

/* Which fields and kinds a copy leaves out follows from their declarations. */

static gboolean
leaves_out_kind (const DvKind *kind,
                 DvCopy        copy)
{
  return copy == DV_COPY_FRESH && (kind->flags & DV_KIND_CONTRIBUTION) != 0;
}

static gboolean
leaves_out_field (const DvField *field,
                  DvCopy         copy)
{
  DvFieldFlags out = copy == DV_COPY_COLLEAGUE ? DV_FIELD_PRIVATE | DV_FIELD_FORGOTTEN
                                               : DV_FIELD_PROGRESS | DV_FIELD_FORGOTTEN;

  return (field->flags & out) != 0;
}

/* Which records stay: TRUE for each that does. */
static GArray *
choose_records (const DvBranch *branch,
                DvCopy          copy)
{
  guint n = dv_branch_get_length (branch);
  GArray *stays = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), n);
  guint skip_below = DV_MAX_DEPTH;

  g_array_set_size (stays, n);
  for (guint i = 0; i < n; i++)
    {
      guint depth = dv_branch_get_depth (branch, i);

      if (depth > skip_below)
        continue;
      skip_below = DV_MAX_DEPTH;
      if (leaves_out_kind (dv_record_get_kind (dv_branch_get_record (branch, i)), copy))
        skip_below = depth;
      else
        g_array_index (stays, gboolean, i) = TRUE;
    }

  return stays;
}

static char *
without_gone (GHashTable *ids,
              const char *refs)
{
  g_auto (GStrv) split = g_strsplit (refs, " ", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; split[i] != NULL; i++)
    if (g_hash_table_contains (ids, split[i]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", split[i]);

  return g_string_free (kept, FALSE);
}

/* What had to be shortened that day is planned in full for another. */
static void
restore_minutes (DvRecord *activity)
{
  gint64 planned = dv_record_get_int (activity, DV_ACTIVITY_PLANNED);

  if (planned > 0)
    dv_record_set_int (activity, DV_ACTIVITY_MINUTES, planned);
}

static DvRecord *
copy_record (DvRecord   *record,
             GHashTable *ids,
             DvCopy      copy)
{
  const DvKind *kind = dv_record_get_kind (record);
  DvRecord *next = dv_record_copy (record);

  if (copy == DV_COPY_FRESH && kind == &dv_activity_kind)
    restore_minutes (next);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      DvFieldType type = kind->fields[i].type;

      if (leaves_out_field (&kind->fields[i], copy))
        dv_record_reset (next, (int) i);
      else if (copy == DV_COPY_FRESH && (type == DV_FIELD_REF || type == DV_FIELD_REFS))
        {
          g_autofree char *kept = without_gone (ids, dv_record_get_string (record, (int) i));

          dv_record_set_string (next, (int) i, kept);
        }
    }
  /* What a newer version added may be private for all that we know. */
  if (copy == DV_COPY_COLLEAGUE)
    dv_record_set_extra (next, NULL, NULL);

  return next;
}

/**
 * dv_branch_copy:
 * @branch: a workshop
 * @copy: for whom it is
 *
 * A copy for a colleague keeps the id of the workshop, so that the two can be
 * merged; one to use again is another workshop and gets a new id.
 *
 * Returns: (transfer full): the copy
 */
DvBranch *
dv_branch_copy (const DvBranch *branch,
                DvCopy          copy)
{
  DvBranch *result = dv_branch_new ();
  g_autoptr (GArray) stays = choose_records (branch, copy);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < stays->len; i++)
    if (g_array_index (stays, gboolean, i))
      g_hash_table_add (ids, (gpointer) dv_record_get_id (dv_branch_get_record (branch, i)));

  for (guint i = 0; i < stays->len; i++)
    if (g_array_index (stays, gboolean, i))
      {
        DvRecord *record = copy_record (dv_branch_get_record (branch, i), ids, copy);

        if (i == 0 && copy == DV_COPY_FRESH)
          dv_record_rename (record, NULL);
        dv_branch_take (result, record, dv_branch_get_depth (branch, i), 0);
      }

  return result;
}
