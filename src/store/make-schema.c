/* make-schema.c
 *
 * Prints the RELAX NG schema of workshop files, from the declarations of kinds
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "make-schema"

#include "config.h"

#include "dv-kinds.h"

/* Runs during the build; what it prints is installed beside the programmes. The
 * schema holds for files of this version: the program itself also reads what a
 * newer minor version added, and keeps it. Numbers of children are left to the
 * program where a grammar could only count by repeating itself. Fields that are
 * forgotten on close are never in a file.
 */

static void
print_string_type (gint64 max)
{
  g_print ("<data type=\"string\"><param name=\"maxLength\">%" G_GINT64_FORMAT "</param></data>", max);
}

static void
print_choice (const char *const *values)
{
  g_print ("<choice>");
  for (guint i = 0; values[i] != NULL; i++)
    g_print ("<value>%s</value>", values[i]);
  g_print ("</choice>");
}

static void
print_type (const DvField *field)
{
  switch (field->type)
    {
    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
      print_string_type (field->max);
      break;
    case DV_FIELD_INT:
      g_print ("<data type=\"integer\"><param name=\"minInclusive\">%" G_GINT64_FORMAT "</param>"
               "<param name=\"maxInclusive\">%" G_GINT64_FORMAT "</param></data>",
               field->min, field->max);
      break;
    case DV_FIELD_NUMBER:
      g_print ("<data type=\"double\"/>");
      break;
    case DV_FIELD_BOOL:
      print_choice (DV_NICKS ("true", "false"));
      break;
    case DV_FIELD_ENUM:
      print_choice (field->nicks);
      break;
    case DV_FIELD_REF:
      g_print ("<ref name=\"id\"/>");
      break;
    case DV_FIELD_REFS:
      g_print ("<list><oneOrMore><ref name=\"id\"/></oneOrMore></list>");
      break;
    case DV_FIELD_DATE:
      g_print ("<data type=\"date\"><param name=\"pattern\">\\d{4}-\\d{2}-\\d{2}</param></data>");
      break;
    case DV_FIELD_TIME:
      g_print ("<data type=\"string\"><param name=\"pattern\">([01]\\d|2[0-3]):[0-5]\\d</param></data>");
      break;
    case DV_FIELD_DATA:
      g_print ("<data type=\"base64Binary\"/>");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
print_field (const DvField *field)
{
  const char *element = dv_field_is_long (field) ? "element" : "attribute";
  gboolean is_optional = (field->flags & DV_FIELD_REQUIRED) == 0;

  g_print ("      %s<%s name=\"%s\">", is_optional ? "<optional>" : "", element, field->name);
  print_type (field);
  g_print ("</%s>%s\n", element, is_optional ? "</optional>" : "");
}

static void
print_kind (const DvKind *kind)
{
  g_print ("\n  <define name=\"%s\">\n    <element name=\"%s\">\n", kind->name, kind->name);
  if (kind == &dv_workshop_kind)
    g_print ("      <attribute name=\"version\">"
             "<data type=\"string\"><param name=\"pattern\">1\\.[0-9]+</param></data></attribute>\n");
  g_print ("      <attribute name=\"id\"><ref name=\"id\"/></attribute>\n");
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & DV_FIELD_FORGOTTEN) == 0)
      print_field (&kind->fields[i]);

  for (guint i = 0; i < kind->n_children; i++)
    {
      const char *times = kind->children[i].max == 1 ? "optional" : "zeroOrMore";

      g_print ("      <%s><ref name=\"%s\"/></%s>\n", times, kind->children[i].kind->name, times);
    }
  g_print ("    </element>\n  </define>\n");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) kinds = dv_kind_list ();

  g_print ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!-- Workshops of Draagvlak, version 1.0; made from the declarations in src/model -->\n"
           "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"urn:draagvlak:workshop\"\n"
           "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
           "  <start><ref name=\"workshop\"/></start>\n\n"
           "  <define name=\"id\">\n"
           "    <data type=\"string\"><param name=\"pattern\">[a-z][a-z0-9]{0,%d}</param></data>\n"
           "  </define>\n",
           DV_ID_LENGTH - 1);
  for (guint i = 0; i < kinds->len; i++)
    print_kind (g_ptr_array_index (kinds, i));
  g_print ("</grammar>\n");

  return 0;
}
