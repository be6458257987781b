/* dv-workshop-load.c
 *
 * A workshop from a file: building it, and mending what does not hold together
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-workshop"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-workshop-private.h"

/* A reader has checked every value against its field. What only the whole can
 * tell is checked here: ids are unique and references lead somewhere. A person
 * gets the workshop with that mended and a list of what was mended; a file with
 * more items than a kind may hold is refused. */

static void
add_problem (GPtrArray *problems,
             guint      line,
             char      *message)
{
  DvProblem *problem;

  if (problems == NULL)
    {
      g_free (message);
      return;
    }

  problem = g_new0 (DvProblem, 1);
  problem->line = line;
  problem->message = message;
  g_ptr_array_add (problems, problem);
}

static gboolean
check_shape (DvBranch *branch,
             guint    *error_line,
             GError  **error)
{
  const DvKind *path[DV_MAX_DEPTH] = { NULL };
  guint counts[DV_MAX_DEPTH][DV_MAX_FIELDS] = { { 0 } };
  guint last_depth = 0;

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      const DvKind *kind = dv_record_get_kind (dv_branch_get_record (branch, i));
      guint depth = dv_branch_get_depth (branch, i);
      int child = i == 0 ? 0 : -1;

      if (i > 0 && depth >= 1 && depth <= last_depth + 1)
        child = dv_kind_find_child (path[depth - 1], kind);
      if (child < 0 || (i == 0 && kind != &dv_workshop_kind))
        {
          *error_line = dv_branch_get_line (branch, i);
          g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED,
                       _("“%s” may not stand here"), dv_kind_get_label (kind));
          return FALSE;
        }
      if (i > 0 && ++counts[depth - 1][child] > path[depth - 1]->children[child].max)
        {
          *error_line = dv_branch_get_line (branch, i);
          g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE,
                       _("“%s” holds at most %u of the kind “%s”"), dv_kind_get_label (path[depth - 1]),
                       path[depth - 1]->children[child].max, dv_kind_get_label (kind));
          return FALSE;
        }
      path[depth] = kind;
      memset (counts[depth], 0, sizeof counts[depth]);
      last_depth = depth;
    }

  return dv_branch_get_length (branch) > 0;
}

/* The record at @i, under a new id when another has its id already. */
static DvRecord *
with_own_id (DvBranch   *branch,
             guint       i,
             GHashTable *kinds,
             GPtrArray  *problems)
{
  DvRecord *record = dv_branch_get_record (branch, i);
  DvRecord *renamed;

  if (!g_hash_table_contains (kinds, dv_record_get_id (record)))
    return dv_record_ref (record);

  renamed = dv_record_copy (record);
  dv_record_rename (renamed, NULL);
  add_problem (problems, dv_branch_get_line (branch, i),
               g_strdup_printf (_("The id “%s” is used twice; the second, of the kind “%s”, got a new one"),
                                dv_record_get_id (record), dv_kind_get_label (dv_record_get_kind (record))));
  return renamed;
}

static gboolean
is_right (GHashTable    *kinds,
          const DvField *field,
          DvRecord      *record,
          const char    *id)
{
  const DvKind *kind = g_hash_table_lookup (kinds, id);

  return kind != NULL && (field->target == NULL || field->target == kind) &&
         (field->type == DV_FIELD_REFS || strcmp (id, dv_record_get_id (record)) != 0);
}

/* Mends one field; returns FALSE when the item cannot do without it. */
static gboolean
mend_field (GHashTable *kinds,
            DvRecord  **record,
            int         i,
            guint       line,
            GPtrArray  *problems)
{
  const DvField *field = &dv_record_get_kind (*record)->fields[i];
  const char *value = dv_record_get_string (*record, i);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);
  DvRecord *mended;

  for (guint j = 0; ids[j] != NULL; j++)
    if (is_right (kinds, field, *record, ids[j]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", ids[j]);
    else
      add_problem (problems, line,
                   /* Translators: the name of a field, the kind of item that has it, its id, and what it refers to. */
                   g_strdup_printf (_("“%s” of the %s “%s” refers to “%s”, which is not there or is something else"),
                                    field->name, dv_kind_get_label (dv_record_get_kind (*record)),
                                    dv_record_get_id (*record), ids[j]));

  if (strcmp (kept->str, value) == 0)
    return TRUE;
  if (kept->len == 0 && (field->flags & DV_FIELD_REQUIRED) != 0)
    return FALSE;

  mended = dv_record_copy (*record);
  dv_record_set_string (mended, i, kept->str);
  dv_record_unref (*record);
  *record = mended;
  return TRUE;
}

static gboolean
mend_refs (GHashTable *kinds,
           DvRecord  **record,
           guint       line,
           GPtrArray  *problems)
{
  const DvKind *kind = dv_record_get_kind (*record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      DvFieldType type = kind->fields[i].type;

      if ((type == DV_FIELD_REF || type == DV_FIELD_REFS) && dv_record_get_string (*record, (int) i)[0] != '\0' &&
          !mend_field (kinds, record, (int) i, line, problems))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
give_own_ids (DvBranch   *branch,
              GHashTable *kinds,
              GPtrArray  *problems)
{
  GPtrArray *records = g_ptr_array_new_full (dv_branch_get_length (branch), (GDestroyNotify) dv_record_unref);

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = with_own_id (branch, i, kinds, problems);

      g_hash_table_insert (kinds, (gpointer) dv_record_get_id (record), (gpointer) dv_record_get_kind (record));
      g_ptr_array_add (records, record);
    }

  return records;
}

/* The field that says what an item was merged into, or -1. */
static int
merge_field (DvItem *item)
{
  const DvKind *kind = dv_item_get_kind (item);

  return kind == &dv_word_kind ? DV_WORD_INTO : kind == &dv_behaviour_kind ? DV_BEHAVIOUR_INTO : -1;
}

static gboolean
is_in_ring (DvWorkshop *self,
            DvItem     *item,
            int         into)
{
  DvItem *next = dv_workshop_get_ref (self, item, into);

  for (guint steps = 0; next != NULL && steps <= g_hash_table_size (self->items); steps++)
    {
      if (next == item)
        return TRUE;
      next = dv_workshop_get_ref (self, next, into);
    }

  return FALSE;
}

/* A chain of "merged into" that bites its own tail is opened. */
static void
open_rings (DvWorkshop *self,
            GPtrArray  *merged,
            GPtrArray  *problems)
{
  for (guint i = 0; i < merged->len; i++)
    {
      DvItem *item = g_ptr_array_index (merged, i);
      int into = merge_field (item);
      g_autoptr (DvRecord) old = NULL;
      g_autoptr (DvRecord) opened = NULL;

      if (!is_in_ring (self, item, into))
        continue;

      old = dv_record_ref (dv_item_get_record (item));
      opened = dv_record_copy (old);
      dv_record_set_string (opened, into, NULL);
      dv_item_set_record (item, opened);
      dv_workshop_index (self, item);
      add_problem (problems, 0, g_strdup_printf (_("The %s “%s” was merged into itself"),
                                                 dv_kind_get_label (dv_item_get_kind (item)),
                                                 dv_item_get_id (item)));
    }
}

/**
 * dv_workshop_new_from_branch:
 * @branch: what a reader made of a file
 * @problems: (nullable) (element-type DvProblem): where to add what was mended
 * @error_line: (out): the line at fault when this fails
 * @error: where to put %DV_MODEL_ERROR_NOT_ALLOWED or %DV_MODEL_ERROR_TOO_LARGE
 *
 * May be called from any thread, as long as only one has the workshop.
 *
 * Returns: (transfer full) (nullable): the workshop
 */
DvWorkshop *
dv_workshop_new_from_branch (DvBranch  *branch,
                             GPtrArray *problems,
                             guint     *error_line,
                             GError   **error)
{
  g_autoptr (DvWorkshop) self = NULL;
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) merged = g_ptr_array_new ();
  DvItem *path[DV_MAX_DEPTH] = { NULL };
  guint skip_below = DV_MAX_DEPTH;

  *error_line = 0;
  if (!check_shape (branch, error_line, error))
    return NULL;

  self = g_object_new (DV_TYPE_WORKSHOP, NULL);
  records = give_own_ids (branch, kinds, problems);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (DvRecord) record = dv_record_ref (g_ptr_array_index (records, i));
      guint depth = dv_branch_get_depth (branch, i);
      g_autoptr (DvItem) item = NULL;

      if (depth > skip_below)
        continue;
      skip_below = DV_MAX_DEPTH;
      if (!mend_refs (kinds, &record, dv_branch_get_line (branch, i), problems))
        {
          skip_below = depth;
          continue;
        }

      item = dv_item_new (record);
      path[depth] = item;
      if (depth == 0)
        self->root = g_object_ref (item);
      else
        dv_item_append (path[depth - 1], item);
      dv_workshop_index (self, item);
      if (merge_field (item) >= 0 && dv_item_get_string (item, merge_field (item))[0] != '\0')
        g_ptr_array_add (merged, item);
    }

  open_rings (self, merged, problems);
  return g_steal_pointer (&self);
}
