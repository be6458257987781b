/* dv-kind.c
 *
 * How a kind of item declares itself: its fields and what it may contain
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kind"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-kind-workshop.h"
#include "dv-kind.h"

G_DEFINE_QUARK (dv-model-error-quark, dv_model_error)

static void
collect_kinds (const DvKind *kind,
               GPtrArray    *kinds)
{
  if (g_ptr_array_find (kinds, kind, NULL))
    return;

  g_ptr_array_add (kinds, (gpointer) kind);
  for (guint i = 0; i < kind->n_children; i++)
    collect_kinds (kind->children[i].kind, kinds);
}

/**
 * dv_kind_list:
 *
 * Lists every kind that can be reached from the workshop, parents before
 * children, each once. There is no other register of kinds: what no kind
 * declares as its child does not exist.
 *
 * Returns: (transfer container) (element-type DvKind): the kinds
 */
GPtrArray *
dv_kind_list (void)
{
  GPtrArray *kinds = g_ptr_array_new ();

  collect_kinds (&dv_workshop_kind, kinds);
  return kinds;
}

/**
 * dv_kind_find:
 * @name: the name of a kind, as in XML
 *
 * Returns: (nullable) (transfer none): the kind of that name
 *
 * May be called from any thread.
 */
const DvKind *
dv_kind_find (const char *name)
{
  static gsize ready = 0;
  static GHashTable *by_name = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_once_init_enter (&ready))
    {
      g_autoptr (GPtrArray) kinds = dv_kind_list ();

      by_name = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < kinds->len; i++)
        {
          const DvKind *kind = g_ptr_array_index (kinds, i);

          g_hash_table_insert (by_name, (gpointer) kind->name, (gpointer) kind);
        }
      g_once_init_leave (&ready, 1);
    }

  return g_hash_table_lookup (by_name, name);
}

/**
 * dv_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): what a person calls it, in the language of the
 *   program
 */
const char *
dv_kind_get_label (const DvKind *kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", kind->label);
}

/**
 * dv_kind_find_field:
 * @kind: a kind
 * @name: the name of a field
 *
 * Returns: the number of the field, or -1
 */
int
dv_kind_find_field (const DvKind *kind,
                    const char   *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return (int) i;

  return -1;
}

/**
 * dv_kind_find_child:
 * @kind: a kind
 * @child: a kind that may be a child of it
 *
 * Returns: the place of @child in the children of @kind, or -1
 */
int
dv_kind_find_child (const DvKind *kind,
                    const DvKind *child)
{
  for (guint i = 0; i < kind->n_children; i++)
    if (kind->children[i].kind == child)
      return (int) i;

  return -1;
}

/**
 * dv_kind_has_refs_to:
 * @kind: a kind
 * @target: another, or the same
 *
 * Returns: whether an item of @kind can refer to an item of @target
 */
gboolean
dv_kind_has_refs_to (const DvKind *kind,
                     const DvKind *target)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const DvField *field = &kind->fields[i];

      if ((field->type == DV_FIELD_REF || field->type == DV_FIELD_REFS) &&
          (field->target == NULL || field->target == target))
        return TRUE;
    }

  return FALSE;
}

/**
 * dv_field_is_string:
 * @field: a field
 *
 * Returns: whether the field is kept as text, rather than as a number
 */
gboolean
dv_field_is_string (const DvField *field)
{
  switch (field->type)
    {
    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
    case DV_FIELD_REF:
    case DV_FIELD_REFS:
    case DV_FIELD_DATE:
    case DV_FIELD_TIME:
    case DV_FIELD_DATA:
      return TRUE;
    case DV_FIELD_INT:
    case DV_FIELD_NUMBER:
    case DV_FIELD_BOOL:
    case DV_FIELD_ENUM:
    default:
      return FALSE;
    }
}

/**
 * dv_field_is_long:
 * @field: a field
 *
 * Returns: whether the field is an element of its own in XML
 */
gboolean
dv_field_is_long (const DvField *field)
{
  return field->type == DV_FIELD_TEXT || field->type == DV_FIELD_DATA;
}

/**
 * dv_field_find_nick:
 * @field: a field of the type ENUM
 * @nick: a name
 *
 * Returns: the index of @nick, or -1
 */
int
dv_field_find_nick (const DvField *field,
                    const char    *nick)
{
  for (int i = 0; field->nicks[i] != NULL; i++)
    if (strcmp (field->nicks[i], nick) == 0)
      return i;

  return -1;
}

static gboolean
check_text (const DvField *field,
            const char    *value,
            GError       **error)
{
  gboolean multiline = (field->flags & DV_FIELD_MULTILINE) != 0;
  gint64 length = 0;

  if (!g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
                   _("%s is not valid UTF-8 text"), field->name);
      return FALSE;
    }

  /* By byte: opening a large workshop spends its time here. */
  for (const guchar *at = (const guchar *) value; *at != '\0'; at++)
    {
      length += (*at & 0xc0) != 0x80;
      if ((*at >= 0x20 && *at != 0x7f && *at != 0xef) || *at == '\t' || (*at == '\n' && multiline))
        continue;
      /* U+FFFE and U+FFFF begin with ef bf, as do others that are fine. */
      if (*at != 0xef || (at[1] == 0xbf && at[2] >= 0xbe))
        {
          g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
                       *at == '\n' ? _("%s may not hold a line break") : _("%s holds a control character"),
                       field->name);
          return FALSE;
        }
    }

  if (length > field->max)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE,
                   _("%s is longer than %d characters"), field->name, (int) field->max);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_refs (const DvField *field,
            const char    *value,
            GError       **error)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);
  guint n = g_strv_length (ids);

  for (guint i = 0; i < n; i++)
    if (!dv_id_is_valid (ids[i]))
      {
        g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
                     _("%s is not an id: “%s”"), field->name, ids[i]);
        return FALSE;
      }

  if (field->type == DV_FIELD_REF ? n > 1 : n > field->max)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE,
                   _("%s holds more than %d ids"), field->name,
                   field->type == DV_FIELD_REF ? 1 : (int) field->max);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_date (const char *value)
{
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? value[i] != '-' : !g_ascii_isdigit (value[i]))
      return FALSE;

  return value[10] == '\0' &&
         g_date_valid_dmy ((GDateDay) atoi (value + 8), (GDateMonth) atoi (value + 5), (GDateYear) atoi (value));
}

static gboolean
is_time (const char *value)
{
  for (int i = 0; i < 5; i++)
    if (i == 2 ? value[i] != ':' : !g_ascii_isdigit (value[i]))
      return FALSE;

  return value[5] == '\0' && atoi (value) < 24 && atoi (value + 3) < 60;
}

static gboolean
check_data (const DvField *field,
            const char    *value,
            GError       **error)
{
  gsize length = strlen (value);

  if (length > (gsize) field->max)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE,
                   _("%s is larger than %d bytes"), field->name, (int) field->max);
      return FALSE;
    }
  if (strspn (value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") != length || length % 4 != 0)
    {
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID, _("%s is not base64"), field->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * dv_field_check_string:
 * @field: a field that is kept as text
 * @value: what to put in it, not empty
 * @error: where to put %DV_MODEL_ERROR_INVALID or %DV_MODEL_ERROR_TOO_LARGE
 *
 * Checks a text against what the field declares. That references lead
 * somewhere is the workshop's to check.
 *
 * Returns: whether @value fits
 */
gboolean
dv_field_check_string (const DvField *field,
                       const char    *value,
                       GError       **error)
{
  switch (field->type)
    {
    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
      return check_text (field, value, error);

    case DV_FIELD_REF:
    case DV_FIELD_REFS:
      return check_refs (field, value, error);

    case DV_FIELD_DATE:
      if (is_date (value))
        return TRUE;
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
                   _("%s is not a date (YYYY-MM-DD): “%s”"), field->name, value);
      return FALSE;

    case DV_FIELD_TIME:
      if (is_time (value))
        return TRUE;
      g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
                   _("%s is not a time (HH:MM): “%s”"), field->name, value);
      return FALSE;

    case DV_FIELD_DATA:
      return check_data (field, value, error);

    case DV_FIELD_INT:
    case DV_FIELD_NUMBER:
    case DV_FIELD_BOOL:
    case DV_FIELD_ENUM:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * dv_id_is_valid:
 * @id: a text
 *
 * Returns: whether @id is 1 to %DV_ID_LENGTH letters a–z and digits, a letter
 *   first
 */
gboolean
dv_id_is_valid (const char *id)
{
  gsize length = 0;

  if (!g_ascii_islower (id[0]))
    return FALSE;
  while (g_ascii_islower (id[length]) || g_ascii_isdigit (id[length]))
    length++;

  return id[length] == '\0' && length <= DV_ID_LENGTH;
}

/**
 * dv_id_make:
 * @id: (out): where to put a new id, random and with its zero at the end
 *
 * 51 bits of randomness: two among a hundred thousand are the same once in
 * half a million workshops, and then the workshop refuses the second.
 *
 * May be called from any thread.
 */
void
dv_id_make (char id[DV_ID_LENGTH + 1])
{
  static const char symbols[] = "abcdefghijklmnopqrstuvwxyz0123456789";

  id[0] = symbols[g_random_int_range (0, 26)];
  for (int i = 1; i < DV_ID_LENGTH; i++)
    id[i] = symbols[g_random_int_range (0, 36)];
  id[DV_ID_LENGTH] = '\0';
}
