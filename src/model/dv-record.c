/* dv-record.c
 *
 * The values of one item at one moment, immutable once shared
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-record"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-record-private.h"

/* A record is made, filled by whoever made it, and from then on shared by
 * reference: between items, edits, undo and a checkpoint on another thread.
 * The setters insist that nobody else holds it. Texts are GRefStrings, so that
 * a copy with one field changed shares the others. */

static const DvField *
get_field (const DvRecord *record,
           int             field)
{
  g_assert (field >= 0 && (guint) field < record->kind->n_fields);
  return &record->kind->fields[field];
}

static gboolean
is_unshared (DvRecord *record)
{
  return g_atomic_ref_count_compare (&record->ref_count, 1);
}

static void
clear_ref_string (char **string)
{
  if (*string != NULL)
    g_ref_string_release (g_steal_pointer (string));
}

static void
take_string (DvRecord   *record,
             int         field,
             const char *value)
{
  DvSlot *slot = &record->slots[field];
  char *copy = value == NULL || value[0] == '\0' ? NULL : g_ref_string_new (value);

  clear_ref_string (&slot->string);
  slot->string = copy;
}

/**
 * dv_record_new:
 * @kind: the kind of the item
 * @id: (nullable): its id, or %NULL for a new one
 *
 * Returns: (transfer full): a record in which every field has its initial value
 */
DvRecord *
dv_record_new (const DvKind *kind,
               const char   *id)
{
  DvRecord *record;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (id == NULL || dv_id_is_valid (id), NULL);

  record = g_malloc0 (sizeof (DvRecord) + kind->n_fields * sizeof (DvSlot));
  g_atomic_ref_count_init (&record->ref_count);
  record->kind = kind;
  if (id != NULL)
    g_strlcpy (record->id, id, sizeof record->id);
  else
    dv_id_make (record->id);

  for (guint i = 0; i < kind->n_fields; i++)
    dv_record_reset (record, (int) i);

  return record;
}

/**
 * dv_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): a record with the same id and values, not shared yet
 */
DvRecord *
dv_record_copy (const DvRecord *record)
{
  DvRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = dv_record_new (record->kind, record->id);
  for (guint i = 0; i < record->kind->n_fields; i++)
    dv_record_copy_field (copy, record, (int) i);
  if (record->extra != NULL)
    dv_record_set_extra (copy, record->extra->attributes, record->extra->elements);

  return copy;
}

DvRecord *
dv_record_ref (DvRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  g_atomic_ref_count_inc (&record->ref_count);
  return record;
}

static void
extra_free (DvExtra *extra)
{
  clear_ref_string (&extra->attributes);
  clear_ref_string (&extra->elements);
  g_free (extra);
}

void
dv_record_unref (DvRecord *record)
{
  g_return_if_fail (record != NULL);

  if (!g_atomic_ref_count_dec (&record->ref_count))
    return;

  for (guint i = 0; i < record->kind->n_fields; i++)
    if (dv_field_is_string (&record->kind->fields[i]))
      clear_ref_string (&record->slots[i].string);
  g_clear_pointer (&record->extra, extra_free);
  g_free (record);
}

const DvKind *
dv_record_get_kind (const DvRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);
  return record->kind;
}

const char *
dv_record_get_id (const DvRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);
  return record->id;
}

/**
 * dv_record_get_string:
 * @record: a record
 * @field: the number of a field that is kept as text
 *
 * Returns: (transfer none): the text, empty when nothing is set, never %NULL
 */
const char *
dv_record_get_string (const DvRecord *record,
                      int             field)
{
  g_return_val_if_fail (record != NULL, "");
  g_return_val_if_fail (dv_field_is_string (get_field (record, field)), "");

  return record->slots[field].string != NULL ? record->slots[field].string : "";
}

/**
 * dv_record_get_int:
 * @record: a record
 * @field: the number of a field of the type INT, BOOL or ENUM
 *
 * Returns: the number, 0 or 1, or the index of the nick
 */
gint64
dv_record_get_int (const DvRecord *record,
                   int             field)
{
  g_return_val_if_fail (record != NULL, 0);
  g_return_val_if_fail (!dv_field_is_string (get_field (record, field)) && get_field (record, field)->type != DV_FIELD_NUMBER, 0);

  return record->slots[field].integer;
}

/**
 * dv_record_get_number:
 * @record: a record
 * @field: the number of a field of the type NUMBER
 *
 * Returns: the number, or NaN when it is not set
 */
double
dv_record_get_number (const DvRecord *record,
                      int             field)
{
  g_return_val_if_fail (record != NULL, NAN);
  g_return_val_if_fail (get_field (record, field)->type == DV_FIELD_NUMBER, NAN);

  return record->slots[field].number;
}

/**
 * dv_record_is_initial:
 * @record: a record
 * @field: the number of a field
 *
 * Returns: whether the field holds what it holds when nothing is said
 */
gboolean
dv_record_is_initial (const DvRecord *record,
                      int             field)
{
  const DvField *declared = get_field (record, field);

  if (dv_field_is_string (declared))
    return record->slots[field].string == NULL;
  if (declared->type == DV_FIELD_NUMBER)
    return isnan (record->slots[field].number);

  return record->slots[field].integer == declared->initial;
}

/**
 * dv_record_field_equal:
 * @a: a record
 * @b: another of the same kind
 * @field: the number of a field
 *
 * Returns: whether the field is the same in both
 */
gboolean
dv_record_field_equal (const DvRecord *a,
                       const DvRecord *b,
                       int             field)
{
  const DvField *declared = get_field (a, field);

  g_return_val_if_fail (a->kind == b->kind, FALSE);

  if (dv_field_is_string (declared))
    return g_strcmp0 (a->slots[field].string, b->slots[field].string) == 0;
  if (declared->type == DV_FIELD_NUMBER)
    return (isnan (a->slots[field].number) && isnan (b->slots[field].number)) ||
           !(a->slots[field].number < b->slots[field].number || a->slots[field].number > b->slots[field].number);

  return a->slots[field].integer == b->slots[field].integer;
}

/**
 * dv_record_format:
 * @record: a record
 * @field: the number of a field
 *
 * Writes a field as XML and the command line have it; dv_record_parse() reads
 * it back. Numbers have a point, whatever the locale.
 *
 * Returns: (transfer full): the text
 */
char *
dv_record_format (const DvRecord *record,
                  int             field)
{
  const DvField *declared = get_field (record, field);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (declared->type)
    {
    case DV_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, record->slots[field].integer);
    case DV_FIELD_BOOL:
      return g_strdup (record->slots[field].integer != 0 ? "true" : "false");
    case DV_FIELD_ENUM:
      return g_strdup (declared->nicks[record->slots[field].integer]);
    case DV_FIELD_NUMBER:
      if (isnan (record->slots[field].number))
        return g_strdup ("");
      /* Fifteen digits give back what a person typed: 6.4, not 6.4000000000000004. */
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", record->slots[field].number));
    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
    case DV_FIELD_REF:
    case DV_FIELD_REFS:
    case DV_FIELD_DATE:
    case DV_FIELD_TIME:
    case DV_FIELD_DATA:
    default:
      return g_strdup (dv_record_get_string (record, field));
    }
}

/**
 * dv_record_set_string:
 * @record: a record that nobody else holds
 * @field: the number of a field that is kept as text
 * @value: (nullable): the text; dv_workshop_apply() checks it
 */
void
dv_record_set_string (DvRecord   *record,
                      int         field,
                      const char *value)
{
  g_return_if_fail (record != NULL && is_unshared (record));
  g_return_if_fail (dv_field_is_string (get_field (record, field)));

  take_string (record, field, value);
}

/**
 * dv_record_set_int:
 * @record: a record that nobody else holds
 * @field: the number of a field of the type INT, BOOL or ENUM
 * @value: the number, 0 or 1, or the index of the nick
 */
void
dv_record_set_int (DvRecord *record,
                   int       field,
                   gint64    value)
{
  g_return_if_fail (record != NULL && is_unshared (record));
  g_return_if_fail (!dv_field_is_string (get_field (record, field)) && get_field (record, field)->type != DV_FIELD_NUMBER);

  record->slots[field].integer = value;
}

/**
 * dv_record_set_number:
 * @record: a record that nobody else holds
 * @field: the number of a field of the type NUMBER
 * @value: the number, NaN for none
 */
void
dv_record_set_number (DvRecord *record,
                      int       field,
                      double    value)
{
  g_return_if_fail (record != NULL && is_unshared (record));
  g_return_if_fail (get_field (record, field)->type == DV_FIELD_NUMBER);

  record->slots[field].number = value;
}

/**
 * dv_record_copy_field:
 * @record: a record that nobody else holds
 * @from: another of the same kind
 * @field: the number of the field to copy
 */
void
dv_record_copy_field (DvRecord       *record,
                      const DvRecord *from,
                      int             field)
{
  g_return_if_fail (record != NULL && is_unshared (record));
  g_return_if_fail (record->kind == from->kind);

  if (dv_field_is_string (get_field (record, field)))
    {
      clear_ref_string (&record->slots[field].string);
      if (from->slots[field].string != NULL)
        record->slots[field].string = g_ref_string_acquire (from->slots[field].string);
    }
  else
    record->slots[field] = from->slots[field];
}

/**
 * dv_record_reset:
 * @record: a record that nobody else holds
 * @field: the number of the field to give its initial value
 */
void
dv_record_reset (DvRecord *record,
                 int       field)
{
  const DvField *declared = get_field (record, field);

  g_return_if_fail (is_unshared (record));

  if (dv_field_is_string (declared))
    clear_ref_string (&record->slots[field].string);
  else if (declared->type == DV_FIELD_NUMBER)
    record->slots[field].number = NAN;
  else
    record->slots[field].integer = declared->initial;
}

/**
 * dv_record_rename:
 * @record: a record that nobody else holds
 * @id: (nullable): its new id, or %NULL for a random one
 */
void
dv_record_rename (DvRecord   *record,
                  const char *id)
{
  g_return_if_fail (is_unshared (record));
  g_return_if_fail (id == NULL || dv_id_is_valid (id));

  if (id != NULL)
    g_strlcpy (record->id, id, sizeof record->id);
  else
    dv_id_make (record->id);
}

static gboolean
parse_int (const DvField *field,
           const char    *text,
           gint64        *value,
           GError       **error)
{
  g_autoptr (GError) local = NULL;

  if (g_ascii_string_to_signed (text, 10, field->min, field->max, value, &local))
    return TRUE;

  if (g_error_matches (local, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
    g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE,
                 _("%s is not between %d and %d: “%s”"), field->name, (int) field->min, (int) field->max, text);
  else
    g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
                 _("%s is not a whole number: “%s”"), field->name, text);
  return FALSE;
}

static gboolean
parse_number (const DvField *field,
              const char    *text,
              double        *value,
              GError       **error)
{
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && isfinite (*value) && strpbrk (text, "xXpP") == NULL &&
      !g_ascii_isspace (text[0]))
    return TRUE;

  g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
               _("%s is not a number: “%s”"), field->name, text);
  return FALSE;
}

static gboolean
parse_nick (const DvField *field,
            const char    *text,
            gint64        *value,
            GError       **error)
{
  g_autofree char *known = NULL;
  int index = dv_field_find_nick (field, text);

  if (index >= 0)
    {
      *value = index;
      return TRUE;
    }

  known = g_strjoinv (", ", (char **) field->nicks);
  g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
               _("%s is “%s”, but it must be one of: %s"), field->name, text, known);
  return FALSE;
}

static gboolean
parse_bool (const DvField *field,
            const char    *text,
            gint64        *value,
            GError       **error)
{
  if (strcmp (text, "true") == 0 || strcmp (text, "false") == 0)
    {
      *value = text[0] == 't';
      return TRUE;
    }

  g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
               _("%s must be true or false: “%s”"), field->name, text);
  return FALSE;
}

/**
 * dv_record_parse:
 * @record: a record that nobody else holds
 * @field: the number of a field
 * @text: its value as XML and the command line have it; empty for the initial one
 * @error: where to put %DV_MODEL_ERROR_INVALID or %DV_MODEL_ERROR_TOO_LARGE
 *
 * Returns: whether @text was a value that the field takes; if not, the field
 *   is left as it was
 */
gboolean
dv_record_parse (DvRecord   *record,
                 int         field,
                 const char *text,
                 GError    **error)
{
  const DvField *declared = get_field (record, field);
  gint64 integer = 0;
  double number = NAN;

  g_return_val_if_fail (is_unshared (record), FALSE);

  if (text[0] == '\0')
    {
      dv_record_reset (record, field);
      return TRUE;
    }

  switch (declared->type)
    {
    case DV_FIELD_INT:
      if (!parse_int (declared, text, &integer, error))
        return FALSE;
      record->slots[field].integer = integer;
      return TRUE;

    case DV_FIELD_BOOL:
      if (!parse_bool (declared, text, &integer, error))
        return FALSE;
      record->slots[field].integer = integer;
      return TRUE;

    case DV_FIELD_ENUM:
      if (!parse_nick (declared, text, &integer, error))
        return FALSE;
      record->slots[field].integer = integer;
      return TRUE;

    case DV_FIELD_NUMBER:
      if (!parse_number (declared, text, &number, error))
        return FALSE;
      record->slots[field].number = number;
      return TRUE;

    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
    case DV_FIELD_REF:
    case DV_FIELD_REFS:
    case DV_FIELD_DATE:
    case DV_FIELD_TIME:
    case DV_FIELD_DATA:
    default:
      if (!dv_field_check_string (declared, text, error))
        return FALSE;
      take_string (record, field, text);
      return TRUE;
    }
}

static gboolean
check_integer (const DvField *field,
               gint64         value,
               GError       **error)
{
  gint64 min = field->type == DV_FIELD_INT ? field->min : 0;
  gint64 max = field->type == DV_FIELD_INT ? field->max : 1;

  if (field->type == DV_FIELD_ENUM)
    max = (gint64) g_strv_length ((char **) field->nicks) - 1;
  if (value >= min && value <= max)
    return TRUE;

  g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
               _("%s is not between %d and %d: “%d”"), field->name, (int) min, (int) max, (int) value);
  return FALSE;
}

/**
 * dv_record_check:
 * @record: a record
 * @error: where to put %DV_MODEL_ERROR_INVALID or %DV_MODEL_ERROR_TOO_LARGE
 *
 * Checks every field against its declaration. That references lead somewhere
 * is the workshop's to check.
 *
 * Returns: whether all fit
 */
gboolean
dv_record_check (const DvRecord *record,
                 GError        **error)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const DvField *field = &record->kind->fields[i];

      if (dv_field_is_string (field))
        {
          const char *string = record->slots[i].string;

          if (string == NULL && (field->flags & DV_FIELD_REQUIRED) != 0)
            {
              g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
                           _("%s may not be empty"), field->name);
              return FALSE;
            }
          if (string != NULL && !dv_field_check_string (field, string, error))
            return FALSE;
        }
      else if (field->type == DV_FIELD_NUMBER)
        {
          if (isinf (record->slots[i].number))
            {
              g_set_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_INVALID,
                           _("%s is not a number: “%s”"), field->name, "∞");
              return FALSE;
            }
        }
      else if (!check_integer (field, record->slots[i].integer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dv_record_get_extra_attributes:
 * @record: a record
 *
 * Returns: (nullable) (transfer none): attributes that this version does not
 *   know, as they are to stand in the tag, with a space before each
 */
const char *
dv_record_get_extra_attributes (const DvRecord *record)
{
  return record->extra != NULL ? record->extra->attributes : NULL;
}

/**
 * dv_record_get_extra_elements:
 * @record: a record
 *
 * Returns: (nullable) (transfer none): elements that this version does not
 *   know, as they are to stand in the file
 */
const char *
dv_record_get_extra_elements (const DvRecord *record)
{
  return record->extra != NULL ? record->extra->elements : NULL;
}

/**
 * dv_record_set_extra:
 * @record: a record that nobody else holds
 * @attributes: (nullable): what dv_record_get_extra_attributes() is to return
 * @elements: (nullable): what dv_record_get_extra_elements() is to return
 */
void
dv_record_set_extra (DvRecord   *record,
                     const char *attributes,
                     const char *elements)
{
  g_return_if_fail (is_unshared (record));

  g_clear_pointer (&record->extra, extra_free);
  if (attributes == NULL && elements == NULL)
    return;

  record->extra = g_new0 (DvExtra, 1);
  if (attributes != NULL)
    record->extra->attributes = g_ref_string_new (attributes);
  if (elements != NULL)
    record->extra->elements = g_ref_string_new (elements);
}
