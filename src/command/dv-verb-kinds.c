/* dv-verb-kinds.c
 *
 * Listing the kinds of items and their fields
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-command"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-verb.h"

static void
append_type (GString       *out,
             const DvField *field)
{
  g_autofree char *nicks = NULL;

  switch (field->type)
    {
    case DV_FIELD_STRING:
      g_string_append_printf (out, _("one line of at most %d characters"), (int) field->max);
      break;
    case DV_FIELD_TEXT:
      g_string_append_printf (out, (field->flags & DV_FIELD_MULTILINE) != 0 ? _("text of at most %d characters")
                                                                            : _("one line of at most %d characters"),
                              (int) field->max);
      break;
    case DV_FIELD_INT:
      g_string_append_printf (out, _("whole number from %d to %d"), (int) field->min, (int) field->max);
      break;
    case DV_FIELD_NUMBER:
      g_string_append (out, _("number"));
      break;
    case DV_FIELD_BOOL:
      g_string_append (out, "true | false");
      break;
    case DV_FIELD_ENUM:
      nicks = g_strjoinv (" | ", (char **) field->nicks);
      g_string_append (out, nicks);
      break;
    case DV_FIELD_REF:
      g_string_append_printf (out, _("id of kind %s"), field->target->name);
      break;
    case DV_FIELD_REFS:
      if (field->target != NULL)
        g_string_append_printf (out, _("ids of kind %s, with blanks between, at most %d"), field->target->name, (int) field->max);
      else
        g_string_append_printf (out, _("ids, with blanks between, at most %d"), (int) field->max);
      break;
    case DV_FIELD_DATE:
      g_string_append (out, _("date, YYYY-MM-DD"));
      break;
    case DV_FIELD_TIME:
      g_string_append (out, _("time, HH:MM"));
      break;
    case DV_FIELD_DATA:
      g_string_append_printf (out, _("PNG picture of at most %d KiB"), (int) (field->max / 4 * 3 / 1024));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_field (GString       *out,
              const DvField *field)
{
  g_string_append_printf (out, "  %-12s ", field->name);
  append_type (out, field);
  if (field->type == DV_FIELD_INT && field->initial != 0)
    g_string_append_printf (out, " (%d)", (int) field->initial);
  if ((field->flags & DV_FIELD_REQUIRED) != 0)
    g_string_append_printf (out, ", %s", _("required"));
  if ((field->flags & DV_FIELD_PRIVATE) != 0)
    g_string_append_printf (out, ", %s", _("private"));
  if ((field->flags & DV_FIELD_FORGOTTEN) != 0)
    g_string_append_printf (out, ", %s", _("never in the file"));
  g_string_append_c (out, '\n');
}

static void
append_parents (GString      *out,
                GPtrArray    *kinds,
                const DvKind *kind)
{
  g_autoptr (GString) parents = g_string_new (NULL);

  for (guint i = 0; i < kinds->len; i++)
    {
      const DvKind *parent = g_ptr_array_index (kinds, i);
      int child = dv_kind_find_child (parent, kind);

      if (child < 0)
        continue;
      if (parents->len > 0)
        g_string_append (parents, " | ");
      /* Translators: a kind, and how many it may hold of another. */
      g_string_append_printf (parents, _("%s (at most %u)"), parent->name, parent->children[child].max);
    }

  if (parents->len > 0)
    {
      g_string_append (out, ", ");
      g_string_append_printf (out, _("part of %s"), parents->str);
    }
}

static void
append_kind (GString      *out,
             GPtrArray    *kinds,
             const DvKind *kind)
{
  g_string_append_printf (out, "%s%s: %s", out->len > 0 ? "\n" : "", kind->name,
                          dv_kind_get_label (kind));
  append_parents (out, kinds, kind);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < kind->n_fields; i++)
    append_field (out, &kind->fields[i]);
}

/* kinds [KIND…] */
DvExit
dv_verb_kinds (DvArguments *arguments)
{
  g_autoptr (GPtrArray) kinds = dv_kind_list ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < arguments->rest->len; i++)
    {
      const DvKind *kind = dv_kind_find (dv_arguments_rest (arguments, i));

      if (kind == NULL)
        {
          dv_verb_say (NULL, 0, _("There is no kind “%s”; see draagvlak kinds"), dv_arguments_rest (arguments, i));
          return DV_EXIT_WRONG_USE;
        }
      append_kind (out, kinds, kind);
    }
  for (guint i = 0; arguments->rest->len == 0 && i < kinds->len; i++)
    append_kind (out, kinds, g_ptr_array_index (kinds, i));

  return dv_verb_print (out->str);
}
