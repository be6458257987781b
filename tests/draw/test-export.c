/* test-export.c
 *
 * Tests of exporting a workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include "dv-export.h"
#include "dv-test-pdf.h"

#define SECRET "geheimpje"

typedef struct
{
  DvWorkshop *workshop;
  DvGroup *group;
} Builder;

/* Whatever is private in any kind holds a secret. */
static const char *
insert (Builder      *builder,
        const DvKind *kind,
        const char   *parent,
        DvRecord    **record)
{
  *record = dv_group_insert (builder->group, kind, parent != NULL ? parent : dv_workshop_get_id (builder->workshop), NULL);
  for (int i = 0; i < (int) kind->n_fields; i++)
    if ((kind->fields[i].flags & DV_FIELD_PRIVATE) != 0 && dv_field_is_string (&kind->fields[i]))
      dv_record_set_string (*record, i, SECRET);

  return dv_record_get_id (*record);
}

static const char *
insert_named (Builder      *builder,
              const DvKind *kind,
              const char   *parent,
              int           field,
              const char   *text)
{
  DvRecord *record;
  const char *id = insert (builder, kind, parent, &record);

  dv_record_set_string (record, field, text);

  return id;
}

static const char *
insert_role (Builder    *builder,
             const char *name,
             gint64      people)
{
  DvRecord *record;
  const char *id = insert (builder, &dv_role_kind, NULL, &record);

  dv_record_set_string (record, DV_ROLE_NAME, name);
  dv_record_set_int (record, DV_ROLE_SHAPE, DV_SHAPE_TRIANGLE);
  dv_record_set_int (record, DV_ROLE_PEOPLE, people);

  return id;
}

static void
insert_behaviour (Builder    *builder,
                  const char *value,
                  const char *role,
                  const char *text)
{
  DvRecord *record;

  insert (builder, &dv_behaviour_kind, value, &record);
  dv_record_set_string (record, DV_BEHAVIOUR_TEXT, text);
  dv_record_set_string (record, DV_BEHAVIOUR_COUNTER, "Ik wacht af");
  dv_record_set_string (record, DV_BEHAVIOUR_ROLE, role);
  dv_record_set_int (record, DV_BEHAVIOUR_STAR, 1);
}

static void
insert_word (Builder    *builder,
             const char *text,
             DvSide      side,
             gint64      count)
{
  DvRecord *record;

  insert (builder, &dv_word_kind, NULL, &record);
  dv_record_set_string (record, DV_WORD_TEXT, text);
  dv_record_set_int (record, DV_WORD_SIDE, side);
  dv_record_set_int (record, DV_WORD_COUNT, count);
}

static void
insert_map (Builder *builder)
{
  const char *map = insert_named (builder, &dv_map_kind, NULL, DV_MAP_TITLE, "Een kaart");
  const char *lane = insert_named (builder, &dv_lane_kind, map, DV_LANE_NAME, "Middelen");
  const char *theme = insert_named (builder, &dv_theme_kind, map, DV_THEME_NAME, "Dichtbij");
  const char *ids[2];
  DvRecord *record;

  for (guint i = 0; i < 2; i++)
    {
      ids[i] = insert (builder, &dv_objective_kind, map, &record);
      dv_record_set_string (record, DV_OBJECTIVE_TEXT, i == 0 ? "Minder wachten" : "Meer loketten");
      dv_record_set_string (record, DV_OBJECTIVE_LANE, lane);
      dv_record_set_string (record, DV_OBJECTIVE_THEME, theme);
    }
  insert (builder, &dv_measure_kind, ids[0], &record);
  dv_record_set_string (record, DV_MEASURE_NAME, "Wachttijd");
  dv_record_set_string (record, DV_MEASURE_UNIT, "dagen");
  dv_record_set_number (record, DV_MEASURE_NOW, 1240);
  dv_record_set_number (record, DV_MEASURE_TARGET, 6.5);
  insert (builder, &dv_link_kind, map, &record);
  dv_record_set_string (record, DV_LINK_SOURCE, ids[1]);
  dv_record_set_string (record, DV_LINK_TARGET, ids[0]);
}

static void
insert_manifest (Builder    *builder,
                 const char *value)
{
  const char *manifest = insert_named (builder, &dv_manifest_kind, NULL, DV_MANIFEST_TITLE, "Ons Manifest");
  DvRecord *record;
  const char *article = insert (builder, &dv_article_kind, manifest, &record);

  dv_record_set_string (record, DV_ARTICLE_TITLE, "Nabij");
  dv_record_set_string (record, DV_ARTICLE_VALUE, value);
  insert_named (builder, &dv_clause_kind, article, DV_CLAUSE_TEXT, "Ik bel terug.");
}

static DvWorkshop *
new_workshop (void)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (DvGroup) group = dv_group_new ("Test", DV_ORIGIN_CONSOLE);
  g_autoptr (GError) error = NULL;
  Builder builder = { workshop, group };
  const char *many, *few, *value, *step;
  DvRecord *record;

  dv_group_set_int (group, dv_workshop_get_root (workshop), DV_WORKSHOP_LANGUAGE, DV_LANGUAGE_NL);
  dv_group_set_string (group, dv_workshop_get_root (workshop), DV_WORKSHOP_TITLE, "Waterland");
  dv_group_set_string (group, dv_workshop_get_root (workshop), DV_WORKSHOP_NOTES, SECRET);
  /* Nine of whom nobody said the role, among whom the one can hide. */
  dv_group_set_int (group, dv_workshop_get_root (workshop), DV_WORKSHOP_PEOPLE, 30);
  many = insert_role (&builder, "Uitvoerend medewerker", 20);
  few = insert_role (&builder, "Burgemeester", 1);
  value = insert (&builder, &dv_value_kind, NULL, &record);
  dv_record_set_string (record, DV_VALUE_NAME, "Nabij");
  dv_record_set_int (record, DV_VALUE_STATE, DV_VALUE_STATE_CHOSEN);
  insert_behaviour (&builder, value, many, "=HYPERLINK(\"http://kwaad\"), zei \"ze\"");
  insert_behaviour (&builder, value, few, "Ik ga langs");
  insert_word (&builder, "dichtbij", DV_SIDE_RESIDENT, 3);
  insert_word (&builder, "open", DV_SIDE_RESIDENT, 1);
  insert_word (&builder, "eerlijk", DV_SIDE_STAFF, 2);
  step = insert_named (&builder, &dv_step_kind, NULL, DV_STEP_TITLE, "Stap");
  insert_named (&builder, &dv_activity_kind, step, DV_ACTIVITY_TITLE, "Ophalen");
  insert_map (&builder);
  insert_manifest (&builder, value);

  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&workshop);
}

static GBytes *
export (DvWorkshop *workshop,
        const char *what,
        const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("export-%s.%s", what, format);
  GBytes *bytes = dv_export (workshop, what, format, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
  dv_test_keep (bytes, name);

  return bytes;
}

static char *
to_text (GBytes     *bytes,
         const char *format)
{
  if (strcmp (format, "pdf") == 0)
    return dv_test_pdf_to_text (bytes);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Everything there is, of a workshop full of secrets. */
static void
test_nothing_private (void)
{
  g_autoptr (DvWorkshop) workshop = new_workshop ();

  for (guint i = 0; dv_export_subjects ()[i] != NULL; i++)
    {
      const char *what = dv_export_subjects ()[i];
      const char *const *formats = dv_export_formats (what);

      for (guint j = 0; formats[j] != NULL; j++)
        {
          g_autoptr (GBytes) bytes = export (workshop, what, formats[j]);
          g_autofree char *text = to_text (bytes, formats[j]);

          g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SECRET, strlen (SECRET)));
          if (text == NULL)
            return;
          g_assert_null (strstr (text, SECRET));
          g_assert_null (strstr (text, "Burgemeester"));
        }
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (DvWorkshop) workshop = new_workshop ();

  for (guint i = 0; dv_export_subjects ()[i] != NULL; i++)
    {
      const char *what = dv_export_subjects ()[i];
      const char *const *formats = dv_export_formats (what);

      for (guint j = 0; formats[j] != NULL; j++)
        {
          g_autoptr (GBytes) first = export (workshop, what, formats[j]);
          g_autoptr (GBytes) second = export (workshop, what, formats[j]);

          g_assert_true (g_bytes_equal (first, second));
        }
    }
}

static void
assert_text (DvWorkshop *workshop,
             const char *what,
             const char *format,
             const char *part)
{
  g_autoptr (GBytes) bytes = export (workshop, what, format);
  g_autofree char *text = to_text (bytes, format);

  if (text != NULL && strstr (text, part) == NULL)
    g_error ("\"%s\" is not in %s.%s: %s", part, what, format, text);
}

static void
test_content (void)
{
  g_autoptr (DvWorkshop) workshop = new_workshop ();

  assert_text (workshop, "manifest", "pdf", "Ik bel terug.");
  assert_text (workshop, "manifest", "pdf", "Concept");
  assert_text (workshop, "map", "svg", "1.240 → 6,5 dagen");
  assert_text (workshop, "map", "svg", ">Minder wachten</text>");
  assert_text (workshop, "words", "txt", "   1. dichtbij (3×, 75%)");
  assert_text (workshop, "words", "csv", "Inwoners,2,open,1,25.0\r\n");
  assert_text (workshop, "words", "pdf", "eerlijk");
  assert_text (workshop, "behaviours", "txt", "- Ik ga langs (met ster)\n  Tegenvoorbeeld: Ik wacht af\n");
  assert_text (workshop, "behaviours", "pdf", "Uitvoerend medewerker");
  assert_text (workshop, "run-sheet", "pdf", "Draaiboek");
  assert_text (workshop, "checklist", "pdf", "Reservekopie");
}

/* A cell that a spreadsheet would run is text, and quotes are doubled. */
static void
test_formula_is_text (void)
{
  g_autoptr (DvWorkshop) workshop = new_workshop ();

  assert_text (workshop, "behaviours", "csv",
               "Nabij,\"'=HYPERLINK(\"\"http://kwaad\"\"), zei \"\"ze\"\"\",Ik wacht af,Uitvoerend medewerker,ja,nee\r\n");
}

static void
test_empty_workshop (void)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();

  for (guint i = 0; dv_export_subjects ()[i] != NULL; i++)
    {
      const char *what = dv_export_subjects ()[i];
      const char *const *formats = dv_export_formats (what);

      for (guint j = 0; formats[j] != NULL; j++)
        g_bytes_unref (export (workshop, what, formats[j]));
    }
}

static void
test_unknown (void)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (dv_export (workshop, "poem", "pdf", &error));
  g_assert_error (error, DV_EXPORT_ERROR, DV_EXPORT_ERROR_UNKNOWN_SUBJECT);
  g_clear_error (&error);
  g_assert_null (dv_export (workshop, "map", "docx", &error));
  g_assert_error (error, DV_EXPORT_ERROR, DV_EXPORT_ERROR_UNKNOWN_FORMAT);
  g_assert_null (dv_export_formats ("poem"));
  g_assert_cmpstr (dv_export_formats ("map")[0], ==, "pdf");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/nothing-private", test_nothing_private);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/content", test_content);
  g_test_add_func ("/export/formula", test_formula_is_text);
  g_test_add_func ("/export/empty", test_empty_workshop);
  g_test_add_func ("/export/unknown", test_unknown);

  return g_test_run ();
}
