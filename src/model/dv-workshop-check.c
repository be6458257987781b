/* dv-workshop-check.c
 *
 * What may stand in a workshop: places, numbers, ids and references
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-workshop"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-workshop-private.h"

/* The rules that hold for every item, whoever asks: what may stand where, how
 * many, that texts fit their field and that references lead somewhere. */

/* Whether @id is an item of the kind @target, in the workshop or among the
 * records that are about to be inserted with it. */
static gboolean
leads_somewhere (DvWorkshop   *self,
                 GHashTable   *arriving,
                 const char   *id,
                 const DvKind *target)
{
  DvItem *item = g_hash_table_lookup (self->items, id);
  const DvKind *kind = item != NULL ? dv_item_get_kind (item) : NULL;

  if (kind == NULL && arriving != NULL && g_hash_table_contains (arriving, id))
    kind = dv_record_get_kind (g_hash_table_lookup (arriving, id));

  return kind != NULL && (target == NULL || kind == target);
}

static const DvRecord *
find_record (DvWorkshop *self,
             GHashTable *arriving,
             const char *id)
{
  DvItem *item = g_hash_table_lookup (self->items, id);

  if (item != NULL)
    return dv_item_get_record (item);

  return arriving != NULL ? g_hash_table_lookup (arriving, id) : NULL;
}

/* Whether following @field from @id comes back to @start. */
static gboolean
goes_round (DvWorkshop *self,
            GHashTable *arriving,
            const char *start,
            int         field,
            const char *id)
{
  guint limit = g_hash_table_size (self->items) + (arriving != NULL ? g_hash_table_size (arriving) : 0);
  const DvRecord *record = find_record (self, arriving, id);

  if (strcmp (id, start) == 0)
    return TRUE;
  for (guint i = 0; record != NULL && i < limit; i++)
    {
      const char *next = dv_record_get_string (record, field);

      if (next[0] == '\0')
        return FALSE;
      if (strcmp (next, start) == 0)
        return TRUE;
      record = find_record (self, arriving, next);
    }

  return FALSE;
}

/* Whether one id in a field is right; sets @error when not. */
static gboolean
check_ref (DvWorkshop     *self,
           GHashTable     *arriving,
           const DvRecord *record,
           int             field,
           const char     *id,
           GError        **error)
{
  const DvKind *kind = dv_record_get_kind (record);
  const DvField *declared = &kind->fields[field];

  if (!leads_somewhere (self, arriving, id, declared->target))
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_FOUND,
                   _("“%s” refers to “%s”, which is not there or is something else"), declared->name, id);
      return FALSE;
    }
  if (declared->type == DV_FIELD_REF && declared->target == kind &&
      goes_round (self, arriving, dv_record_get_id (record), field, id))
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED,
                   _("“%s” would lead back to the item itself"), declared->name);
      return FALSE;
    }

  return TRUE;
}

/* Whether all ids in a field lead to what the field is for; @arriving holds the
 * records that come with @record, by id. */
gboolean
dv_workshop_check_refs (DvWorkshop      *self,
                        GHashTable      *arriving,
                        const DvRecord  *record,
                        int              field,
                        GError         **error)
{
  const DvField *declared = &dv_record_get_kind (record)->fields[field];
  const char *value;
  g_auto (GStrv) ids = NULL;

  if (declared->type != DV_FIELD_REF && declared->type != DV_FIELD_REFS)
    return TRUE;

  value = dv_record_get_string (record, field);
  if (value[0] == '\0')
    return TRUE;

  ids = g_strsplit (value, " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!check_ref (self, arriving, record, field, ids[i], error))
      return FALSE;

  return TRUE;
}

/* An objective does not lead to itself, and to another only once. */
static gboolean
check_link (DvWorkshop     *self,
            const DvRecord *record,
            GError        **error)
{
  const char *source = dv_record_get_string (record, DV_LINK_SOURCE);
  const char *target = dv_record_get_string (record, DV_LINK_TARGET);
  DvItem *map = dv_list_get (dv_item_get_list (self->root, &dv_map_kind), 0);
  DvList *links = map != NULL ? dv_item_get_list (map, &dv_link_kind) : NULL;

  if (strcmp (source, target) == 0)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED, _("An objective cannot lead to itself"));
      return FALSE;
    }

  for (guint i = 0; links != NULL && i < dv_list_get_length (links); i++)
    {
      DvItem *link = dv_list_get (links, i);

      if (strcmp (dv_item_get_id (link), dv_record_get_id (record)) != 0 &&
          strcmp (dv_item_get_string (link, DV_LINK_SOURCE), source) == 0 &&
          strcmp (dv_item_get_string (link, DV_LINK_TARGET), target) == 0)
        {
          g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED, _("These two objectives are linked already"));
          return FALSE;
        }
    }

  return TRUE;
}

/* What one kind demands of its items on top of what its fields declare. */
gboolean
dv_workshop_check_kind (DvWorkshop     *self,
                        const DvRecord *record,
                        GError        **error)
{
  if (dv_record_get_kind (record) == &dv_link_kind)
    return check_link (self, record, error);

  return TRUE;
}

/* Gives back @record without the references that lead nowhere. */
DvRecord *
dv_workshop_drop_dangling (DvWorkshop *self,
                           GHashTable *arriving,
                           DvRecord   *record)
{
  const DvKind *kind = dv_record_get_kind (record);
  g_autoptr (DvRecord) mended = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GString) kept = NULL;
      g_auto (GStrv) ids = NULL;

      if (dv_workshop_check_refs (self, arriving, record, (int) i, NULL))
        continue;

      kept = g_string_new (NULL);
      ids = g_strsplit (dv_record_get_string (record, (int) i), " ", -1);
      for (guint j = 0; ids[j] != NULL; j++)
        if (check_ref (self, arriving, record, (int) i, ids[j], NULL))
          g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", ids[j]);

      if (mended == NULL)
        mended = dv_record_copy (record);
      dv_record_set_string (mended, (int) i, kept->str);
    }

  return mended != NULL ? g_steal_pointer (&mended) : dv_record_ref (record);
}

/* The child of @parent with the id @before, if it is one and a @kind. */
DvItem *
dv_workshop_find_before (DvItem       *parent,
                         const DvKind *kind,
                         DvWorkshop   *self,
                         const char   *before)
{
  DvItem *item = before[0] != '\0' ? g_hash_table_lookup (self->items, before) : NULL;

  return item != NULL && dv_item_get_parent (item) == parent && dv_item_get_kind (item) == kind ? item : NULL;
}

/* Whether @parent takes one more @kind, when it @arrives, before that sibling. */
gboolean
dv_workshop_check_place (DvWorkshop    *self,
                         DvItem        *parent,
                         const DvKind  *kind,
                         const char    *before,
                         gboolean       arrives,
                         GError       **error)
{
  const DvKind *parent_kind = dv_item_get_kind (parent);
  int child = dv_kind_find_child (parent_kind, kind);

  if (child < 0)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED,
                   _("“%s” may not be part of “%s”"),
                   dv_kind_get_label (kind), dv_kind_get_label (parent_kind));
      return FALSE;
    }
  if (arrives && dv_item_count (parent, kind) >= parent_kind->children[child].max)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE,
                   _("“%s” holds at most %u of the kind “%s”"), dv_kind_get_label (parent_kind),
                   parent_kind->children[child].max, dv_kind_get_label (kind));
      return FALSE;
    }
  if (before[0] != '\0' && dv_workshop_find_before (parent, kind, self, before) == NULL)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_FOUND,
                   _("“%s” is not of the kind “%s” in the same place"), before, dv_kind_get_label (kind));
      return FALSE;
    }

  return TRUE;
}

/* Whether all below the first of @branch may stand where it stands. */
gboolean
dv_workshop_check_nesting (DvBranch  *branch,
                           GError   **error)
{
  const DvKind *path[DV_MAX_DEPTH] = { NULL };
  guint counts[DV_MAX_DEPTH][DV_MAX_FIELDS] = { { 0 } };

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      const DvKind *kind = dv_record_get_kind (dv_branch_get_record (branch, i));
      guint depth = dv_branch_get_depth (branch, i);
      int child;

      path[depth] = kind;
      memset (counts[depth], 0, sizeof counts[depth]);
      if (depth == 0)
        continue;

      child = dv_kind_find_child (path[depth - 1], kind);
      if (child < 0)
        {
          g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED,
                       _("“%s” may not be part of “%s”"),
                       dv_kind_get_label (kind), dv_kind_get_label (path[depth - 1]));
          return FALSE;
        }
      if (++counts[depth - 1][child] > path[depth - 1]->children[child].max)
        {
          g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE,
                       _("“%s” holds at most %u of the kind “%s”"), dv_kind_get_label (path[depth - 1]),
                       path[depth - 1]->children[child].max, dv_kind_get_label (kind));
          return FALSE;
        }
    }

  return TRUE;
}

/* The records of @branch by id; ids and records are borrowed from it. */
GHashTable *
dv_workshop_list_arriving (DvBranch *branch)
{
  GHashTable *arriving = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);

      g_hash_table_insert (arriving, (gpointer) dv_record_get_id (record), record);
    }

  return arriving;
}

/* Whether all that @branch says may be in the workshop. */
gboolean
dv_workshop_check_records (DvWorkshop  *self,
                           DvBranch    *branch,
                           GError     **error)
{
  g_autoptr (GHashTable) arriving = dv_workshop_list_arriving (branch);
  guint n = dv_branch_get_length (branch);

  if (g_hash_table_size (arriving) < n)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED, _("Two new items have the same id"));
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);

      if (g_hash_table_contains (self->items, dv_record_get_id (record)))
        {
          g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED,
                       _("The id “%s” is in use"), dv_record_get_id (record));
          return FALSE;
        }
      if (!dv_record_check (record, error) || !dv_workshop_check_kind (self, record, error))
        return FALSE;
      for (guint j = 0; j < dv_record_get_kind (record)->n_fields; j++)
        if (!dv_workshop_check_refs (self, arriving, record, (int) j, error))
          return FALSE;
    }

  return TRUE;
}
