/* dv-verb-items.c
 *
 * Verbs about single items: add, set, remove
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-command"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-choosing.h"
#include "dv-file.h"
#include "dv-image.h"
#include "dv-manifest.h"
#include "dv-values.h"
#include "dv-verb.h"

/* The names of fields and kinds are those of the file. A name that is neither
 * is wrong use; a value that does not fit is bad input. */

#define WRONG_USE (dv_wrong_use_quark ())
static G_DEFINE_QUARK (dv-wrong-use-quark, dv_wrong_use)

/* Splits NAME=VALUE. */
static gboolean
split_assignment (const char  *argument,
                  char       **name,
                  const char **value,
                  GError     **error)
{
  const char *equals = strchr (argument, '=');

  if (equals == NULL || equals == argument)
    {
      g_set_error (error, WRONG_USE, 0, _("“%s” is not of the form NAME=VALUE"), argument);
      return FALSE;
    }

  *name = g_strndup (argument, (gsize) (equals - argument));
  *value = equals + 1;
  return TRUE;
}

/* A picture is given by the name of its file. */
static gboolean
read_picture (DvRecord   *record,
              int         field,
              const char *path,
              GError    **error)
{
  const DvField *declared = &dv_record_get_kind (record)->fields[field];
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GError) local = NULL;
  cairo_surface_t *image;
  gsize length = 0;

  if (path[0] == '\0')
    return dv_record_parse (record, field, "", error);
  if (!dv_file_read (path, &data, &length, NULL, error))
    return FALSE;

  png = g_bytes_new_take (g_steal_pointer (&data), length);
  image = dv_image_new_from_png (png, &local);
  if (image == NULL)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID, "%s: %s: %s", declared->name, path, local->message);
      return FALSE;
    }

  cairo_surface_destroy (image);
  text = g_base64_encode (g_bytes_get_data (png, NULL), length);
  return dv_record_parse (record, field, text, error);
}

static gboolean
parse_value (DvRecord   *record,
             int         field,
             const char *value,
             GError    **error)
{
  if (dv_record_get_kind (record)->fields[field].type == DV_FIELD_DATA)
    return read_picture (record, field, value, error);

  return dv_record_parse (record, field, value, error);
}

static DvExit
fail (const char   *path,
      const GError *error)
{
  dv_verb_say (path, 0, "%s", error->message);
  return error->domain == DV_MODEL_ERROR ? DV_EXIT_BAD_INPUT : DV_EXIT_WRONG_USE;
}

static const DvKind *
find_kind (const char *name,
           GError    **error)
{
  const DvKind *kind = dv_kind_find (name);

  if (kind == NULL)
    g_set_error (error, WRONG_USE, 0, _("There is no kind “%s”; see draagvlak kinds"), name);
  return kind;
}

static gboolean
may_contain (const DvKind *parent,
             const DvKind *kind)
{
  return dv_kind_find_child (parent, kind) >= 0;
}

/* Where a new item is to go. */
typedef struct
{
  const DvKind *kind;
  DvItem *parent;     /* nullable: nothing was said */
  const char *before; /* nullable */
} DvSpot;

static gboolean
set_parent (DvWorkshop *workshop,
            DvSpot     *spot,
            const char *name,
            const char *id,
            GError    **error)
{
  const DvKind *kind = dv_kind_find (name);

  if (kind == NULL || !may_contain (kind, spot->kind))
    {
      g_set_error (error, WRONG_USE, 0, _("“%s” has no field “%s” and is not part of one"), spot->kind->name, name);
      return FALSE;
    }

  spot->parent = dv_workshop_find_kind (workshop, id, kind);
  if (spot->parent == NULL)
    g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_FOUND, _("There is no “%s” with the id “%s”"), name, id);
  return spot->parent != NULL;
}

static gboolean
take_assignment (DvWorkshop *workshop,
                 DvSpot     *spot,
                 DvRecord   *record,
                 const char *argument,
                 GError    **error)
{
  g_autofree char *name = NULL;
  const char *value;
  int field;

  if (!split_assignment (argument, &name, &value, error))
    return FALSE;

  field = dv_kind_find_field (spot->kind, name);
  if (field >= 0)
    return parse_value (record, field, value, error);
  if (strcmp (name, "before") == 0)
    {
      spot->before = value;
      return TRUE;
    }

  return set_parent (workshop, spot, name, value, error);
}

/* The items that may contain a @kind; the parking lot only when nothing else
 * may. */
static GPtrArray *
list_parents (DvWorkshop   *workshop,
              const DvKind *kind)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);
  GPtrArray *parents = g_ptr_array_new ();

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);
      const DvKind *parent = dv_record_get_kind (record);

      if (may_contain (parent, kind) && (parent != &dv_parking_kind || kind == &dv_thought_kind))
        g_ptr_array_add (parents, dv_workshop_find (workshop, dv_record_get_id (record)));
    }

  return parents;
}

/* A kind that the workshop has at most one of, and that may contain @kind. */
static const DvKind *
find_single (const DvKind *kind)
{
  for (guint i = 0; i < dv_workshop_kind.n_children; i++)
    if (dv_workshop_kind.children[i].max == 1 && may_contain (dv_workshop_kind.children[i].kind, kind) &&
        (dv_workshop_kind.children[i].kind != &dv_parking_kind || kind == &dv_thought_kind))
      return dv_workshop_kind.children[i].kind;

  return NULL;
}

/* The id of the parent that must be meant when nothing was said; the Manifest,
 * map or parking lot is made when it is not there. */
static const char *
guess_parent (DvWorkshop   *workshop,
              DvGroup      *group,
              const DvKind *kind,
              GError      **error)
{
  g_autoptr (GPtrArray) parents = list_parents (workshop, kind);
  const DvKind *single = find_single (kind);

  if (parents->len == 1)
    return dv_item_get_id (g_ptr_array_index (parents, 0));
  if (parents->len == 0 && single == &dv_parking_kind)
    return dv_group_parking (group, workshop);
  if (parents->len == 0 && single != NULL)
    return dv_record_get_id (dv_group_insert (group, single, dv_workshop_get_id (workshop), NULL));

  g_set_error (error, WRONG_USE, 0,
               parents->len == 0 ? _("There is nothing yet that “%s” can be part of")
                                 : _("Say which item “%s” is to be part of; see draagvlak show --ids"),
               kind->name);
  return NULL;
}

/* As in the window: people knew what would be shown when they gave their dots. */
static gboolean
check_promise (DvWorkshop *workshop,
               DvRecord   *record,
               GError    **error)
{
  if (dv_record_get_kind (record) != &dv_activity_kind || dv_record_get_int (record, DV_ACTIVITY_BY_ROLE) == 0)
    return TRUE;

  return dv_choosing_check_promise (workshop, error);
}

static DvExit
add_item (DvWorkshop        *workshop,
          const char        *path,
          const DvKind      *kind,
          const DvArguments *arguments,
          char             **id)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Add item"), DV_ORIGIN_CONSOLE);
  DvRecord *record = dv_record_new (kind, NULL);
  g_autoptr (DvBranch) branch = dv_branch_new_single (record);
  g_autoptr (GError) error = NULL;
  DvSpot spot = { .kind = kind };
  const char *parent;

  for (guint i = 2; i < arguments->rest->len; i++)
    if (!take_assignment (workshop, &spot, record, dv_arguments_rest (arguments, i), &error))
      return fail (path, error);

  if (!check_promise (workshop, record, &error))
    return fail (path, error);

  parent = spot.parent != NULL ? dv_item_get_id (spot.parent) : guess_parent (workshop, group, kind, &error);
  if (parent == NULL)
    return fail (path, error);

  dv_group_insert_branch (group, branch, parent, spot.before);
  if (!dv_workshop_apply (workshop, group, &error))
    return fail (path, error);

  *id = g_strdup (dv_record_get_id (record));
  return DV_EXIT_FINE;
}

/* add FILE KIND [PARENTKIND=ID] [FIELD=VALUE…] [before=ID] */
DvExit
dv_verb_add (DvArguments *arguments)
{
  const char *path = dv_arguments_rest (arguments, 0);
  g_autoptr (GError) error = NULL;
  const DvKind *kind = find_kind (dv_arguments_rest (arguments, 1), &error);
  g_autofree char *id = NULL;
  g_autofree char *line = NULL;
  DvDocument *document;
  DvExit result;

  if (kind == NULL)
    return fail (NULL, error);

  document = dv_verb_open (path, TRUE, &result);
  if (document == NULL)
    return result;

  result = add_item (dv_document_get_workshop (document), path, kind, arguments, &id);
  result = dv_verb_worse (result, dv_verb_close (document, path, result == DV_EXIT_FINE));
  if (result != DV_EXIT_FINE)
    return result;

  line = g_strconcat (id, "\n", NULL);
  return dv_verb_print (line);
}

/* Choosing behaviour makes its clause, as in the window. */
static void
choose_behaviour (DvGroup    *group,
                  DvWorkshop *workshop,
                  DvItem     *behaviour,
                  gboolean    chosen)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  DvItem *value = dv_item_get_parent (behaviour);

  if (chosen == (dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) != 0) ||
      dv_item_get_kind (value) != &dv_value_kind)
    return;

  g_ptr_array_add (one, behaviour);
  if (chosen)
    dv_manifest_group_choose (group, workshop, value, one);
  else
    dv_manifest_group_unchoose (group, workshop, behaviour);
}

static gboolean
add_set (DvWorkshop *workshop,
         DvGroup    *group,
         DvItem     *item,
         const char *argument,
         GError    **error)
{
  const DvKind *kind = dv_item_get_kind (item);
  g_autofree char *name = NULL;
  const char *value;
  DvRecord *record;
  int field;

  if (!split_assignment (argument, &name, &value, error))
    return FALSE;

  field = dv_kind_find_field (kind, name);
  if (field < 0)
    {
      g_set_error (error, WRONG_USE, 0, _("“%s” has no field “%s”; see draagvlak kinds"), kind->name, name);
      return FALSE;
    }

  record = dv_group_set (group, dv_item_get_id (item), kind, field);
  if (!parse_value (record, field, value, error))
    return FALSE;
  if (kind == &dv_activity_kind && field == DV_ACTIVITY_BY_ROLE && !check_promise (workshop, record, error))
    return FALSE;
  if (kind == &dv_behaviour_kind && field == DV_BEHAVIOUR_CHOSEN)
    choose_behaviour (group, workshop, item, dv_record_get_int (record, field) != 0);

  return TRUE;
}

static DvItem *
find_item (DvWorkshop *workshop,
           const char *id,
           GError    **error)
{
  DvItem *item = dv_workshop_find (workshop, id);

  if (item == NULL)
    g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_FOUND, _("There is nothing with the id “%s”"), id);
  return item;
}

static DvExit
set_item (DvWorkshop        *workshop,
          const char        *path,
          const DvArguments *arguments)
{
  g_autoptr (DvGroup) group = dv_group_new (_("Change item"), DV_ORIGIN_CONSOLE);
  g_autoptr (GError) error = NULL;
  DvItem *item = find_item (workshop, dv_arguments_rest (arguments, 1), &error);

  if (item == NULL)
    return fail (path, error);
  for (guint i = 2; i < arguments->rest->len; i++)
    if (!add_set (workshop, group, item, dv_arguments_rest (arguments, i), &error))
      return fail (path, error);
  if (!dv_workshop_apply (workshop, group, &error))
    return fail (path, error);

  return DV_EXIT_FINE;
}

/* set FILE ID FIELD=VALUE… */
DvExit
dv_verb_set (DvArguments *arguments)
{
  const char *path = dv_arguments_rest (arguments, 0);
  DvExit result;
  DvDocument *document = dv_verb_open (path, TRUE, &result);

  if (document == NULL)
    return result;

  result = set_item (dv_document_get_workshop (document), path, arguments);
  return dv_verb_worse (result, dv_verb_close (document, path, result == DV_EXIT_FINE));
}

/* What the window asks about is answered here so that nothing is lost. */
static gboolean
remove_item (DvWorkshop *workshop,
             DvItem     *item,
             GError    **error)
{
  const DvKind *kind = dv_item_get_kind (item);
  g_autoptr (DvGroup) group = NULL;

  if (kind == &dv_value_kind)
    return dv_values_remove (workshop, item, DV_FATE_KEEP, NULL, error);
  if (kind == &dv_article_kind)
    return dv_manifest_remove_article (workshop, item, error);
  if (kind == &dv_clause_kind)
    return dv_manifest_remove_clause (workshop, item, error);

  group = dv_group_new (_("Remove item"), DV_ORIGIN_CONSOLE);
  dv_group_remove (group, dv_item_get_id (item));
  return dv_workshop_apply (workshop, group, error);
}

/* remove FILE ID */
DvExit
dv_verb_remove (DvArguments *arguments)
{
  const char *path = dv_arguments_rest (arguments, 0);
  g_autoptr (GError) error = NULL;
  DvWorkshop *workshop;
  DvItem *item;
  DvExit result;
  DvDocument *document = dv_verb_open (path, TRUE, &result);

  if (document == NULL)
    return result;

  workshop = dv_document_get_workshop (document);
  item = find_item (workshop, dv_arguments_rest (arguments, 1), &error);
  if (item == NULL || !remove_item (workshop, item, &error))
    result = fail (path, error);

  return dv_verb_worse (result, dv_verb_close (document, path, result == DV_EXIT_FINE));
}
