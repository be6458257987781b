/* test-xml.c
 *
 * Reading and writing: golden file, every kind and field, what newer versions add
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-xml"

#include "config.h"

#include <string.h>

#include "dv-xml-group.h"
#include "dv-xml-reader.h"
#include "dv-xml-writer.h"
#include "store-fixture.h"

#define HEAD "<workshop xmlns=\"urn:draagvlak:workshop\" version=\"1.0\" id=\"w\">"
#define NEWER "<workshop xmlns=\"urn:draagvlak:workshop\" version=\"1.7\" id=\"w\">"
#define TAIL "</workshop>"

static GPtrArray *
new_notes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
}

static DvBranch *
read_text_with (const char *text,
                GPtrArray  *problems,
                GPtrArray  *warnings)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DvBranch *branch = dv_xml_read (bytes, "x.xml", problems, warnings, &error);

  g_assert_no_error (error);
  return branch;
}

static char *
write_text (DvBranch  *branch,
            DvXmlFlags flags)
{
  g_autoptr (GBytes) bytes = dv_xml_write (branch, flags);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "golden.draagvlak", NULL);
  g_autofree char *golden = read_text (path);
  g_autoptr (GPtrArray) problems = new_notes ();
  g_autoptr (GPtrArray) warnings = new_notes ();
  g_autoptr (DvBranch) branch = read_text_with (golden, problems, warnings);
  g_autofree char *written = write_text (branch, DV_XML_EVERYTHING);
  g_autoptr (DvWorkshop) workshop = NULL;
  g_autoptr (GError) error = NULL;
  guint line = 0;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpstr (written, ==, golden);

  workshop = dv_workshop_new_from_branch (branch, problems, &line, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (dv_item_get_string (dv_workshop_find (workshop, "b1"), DV_BEHAVIOUR_COUNTER), ==,
                   "We sturen een brief.");
  g_assert_cmpfloat (dv_item_get_number (dv_workshop_find (workshop, "me1"), DV_MEASURE_NOW), ==, 6.4);
}

/* Every kind with every field, many times over: what is read is what was
 * written, and writing it again gives the same bytes. */
static void
test_round_trip (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (DvBranch) branch = make_random_workshop (random, TRUE);
      g_autofree char *written = write_text (branch, DV_XML_EVERYTHING);
      g_autoptr (GPtrArray) problems = new_notes ();
      g_autoptr (GPtrArray) warnings = new_notes ();
      g_autoptr (DvBranch) read = read_text_with (written, problems, warnings);
      g_autofree char *again = write_text (read, DV_XML_EVERYTHING);

      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpuint (warnings->len, ==, 0);
      g_assert_true (dv_branch_equal (branch, read));
      g_assert_cmpstr (again, ==, written);
    }
}

/* A random edit of every type for every kind goes into the journal and back. */
static void
test_group_round_trip (void)
{
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (DvBranch) branch = make_random_workshop (random, TRUE);
      g_autoptr (DvGroup) group = dv_group_new ("Move “a” & <b>", DV_ORIGIN_IMPORT);
      g_autoptr (DvGroup) read = NULL;
      g_autoptr (GString) first = g_string_new (NULL);
      g_autoptr (GString) second = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      dv_group_insert_branch (group, branch, "wparent", seed % 2 == 0 ? "wbefore" : NULL);
      for (guint i = 0; i < dv_branch_get_length (branch); i++)
        {
          DvRecord *record = dv_branch_get_record (branch, i);
          const DvKind *kind = dv_record_get_kind (record);
          DvEdit edit = { .type = DV_EDIT_SET, .values = record, .expected = i % 3 == 0 ? record : NULL };

          g_strlcpy (edit.id, dv_record_get_id (record), sizeof edit.id);
          edit.fields = g_rand_int (random) & (guint32) ((G_GUINT64_CONSTANT (1) << kind->n_fields) - 1);
          dv_group_add_edit (group, &edit);
          dv_group_move (group, edit.id, "wparent", NULL);
        }
      dv_group_remove (group, "wgone");
      dv_group_erase (group, "werased");

      dv_xml_append_group (first, group);
      read = dv_xml_read_group (first->str, first->len, "journal", &error);
      g_assert_no_error (error);
      dv_xml_append_group (second, read);
      g_assert_cmpstr (first->str, ==, second->str);

      g_assert_cmpuint (dv_group_get_length (read), ==, dv_group_get_length (group));
      g_assert_cmpint (dv_group_get_origin (read), ==, DV_ORIGIN_IMPORT);
      g_assert_cmpstr (dv_group_get_label (read), ==, dv_group_get_label (group));
      g_assert_true (dv_branch_equal (dv_group_get_edit (read, 0)->branch, branch));
      for (guint i = 0; i < dv_group_get_length (read); i++)
        {
          const DvEdit *a = dv_group_get_edit (group, i);
          const DvEdit *b = dv_group_get_edit (read, i);

          g_assert_cmpint (a->type, ==, b->type);
          g_assert_cmpstr (a->id, ==, b->id);
          g_assert_cmpstr (a->parent, ==, b->parent);
          g_assert_cmpstr (a->before, ==, b->before);
          g_assert_cmpuint (a->fields, ==, b->fields);
          g_assert_cmpint (a->erase, ==, b->erase);
          for (guint j = 0; a->fields >> j != 0; j++)
            if ((a->fields & (1u << j)) != 0)
              g_assert_true (dv_record_field_equal (a->values, b->values, (int) j));
        }
    }
}


/* The same way as through the journal of a crashed program. */
static void
applied_cb (DvWorkshop *workshop,
            DvGroup    *group,
            DvWorkshop *copy)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DvGroup) read = NULL;
  g_autoptr (GError) error = NULL;

  dv_xml_append_group (text, group);
  read = dv_xml_read_group (text->str, text->len, "journal", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dv_workshop_replay (copy, read), ==, 0);
}

static void
assert_same (DvWorkshop *a,
             DvWorkshop *b)
{
  g_autoptr (DvBranch) branch_a = dv_workshop_snapshot (a);
  g_autoptr (DvBranch) branch_b = dv_workshop_snapshot (b);

  g_assert_true (dv_branch_equal (branch_a, branch_b));
}

static void
apply (DvWorkshop *workshop,
       DvGroup    *group)
{
  g_autoptr (GError) error = NULL;

  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
}

/* Gives every field of every item another value, moves and removes, undoes and
 * redoes it all: a follower that sees only the journal stays the same. */
static void
test_follow (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (DvBranch) branch = make_random_workshop (random, FALSE);
      g_autofree char *before = write_text (branch, DV_XML_EVERYTHING);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autoptr (GError) error = NULL;
      guint line = 0;
      g_autoptr (DvWorkshop) workshop = dv_workshop_new_from_branch (branch, NULL, &line, &error);
      g_autoptr (DvWorkshop) copy = NULL;
      g_autoptr (DvBranch) now = NULL;
      g_autoptr (DvBranch) back = NULL;

      g_assert_no_error (error);
      copy = dv_workshop_new_from_branch (branch, NULL, &line, &error);
      g_signal_connect (workshop, "applied", G_CALLBACK (applied_cb), copy);
      for (guint i = 0; i < dv_branch_get_length (branch); i++)
        {
          DvRecord *record = dv_branch_get_record (branch, i);
          const DvKind *kind = dv_record_get_kind (record);
          g_autoptr (DvRecord) other = make_random_record (random, kind, FALSE);
          g_autoptr (DvGroup) group = dv_group_new ("Change", DV_ORIGIN_CONSOLE);

          for (guint j = 0; j < kind->n_fields; j++)
            dv_record_copy_field (dv_group_set (group, dv_record_get_id (record), kind, (int) j), other, (int) j);
          apply (workshop, group);
          assert_same (workshop, copy);
        }
      for (guint i = dv_branch_get_length (branch) - 1; i > 0; i--)
        {
          const char *id = dv_record_get_id (dv_branch_get_record (branch, i));
          g_autoptr (DvGroup) group = dv_group_new ("Move or remove", DV_ORIGIN_CONSOLE);
          DvItem *item = dv_workshop_find (workshop, id);

          if (item == NULL)
            continue;
          if (dv_item_get_kind (item) != &dv_role_kind && g_rand_int_range (random, 0, 2) == 0)
            dv_group_remove (group, id);
          else
            dv_group_move (group, id, dv_item_get_id (dv_item_get_parent (item)), NULL);
          apply (workshop, group);
        }
      assert_same (workshop, copy);

      now = dv_workshop_snapshot (workshop);
      after = write_text (now, DV_XML_EVERYTHING);
      g_assert_cmpstr (before, !=, after);
      while (dv_workshop_undo (workshop, NULL))
        ;
      assert_same (workshop, copy);
      back = dv_workshop_snapshot (workshop);
      undone = write_text (back, DV_XML_EVERYTHING);
      g_assert_cmpstr (undone, ==, before);
      while (dv_workshop_redo (workshop, NULL))
        ;
      assert_same (workshop, copy);
    }
}

static void
test_flags (void)
{
  g_autoptr (DvBranch) branch = read_text_with (
      HEAD "<notes>geheim</notes><word id=\"a\" sender=\"afzender\"><text>nabij</text></word>" TAIL, NULL, NULL);
  g_autofree char *everything = write_text (branch, DV_XML_EVERYTHING);
  g_autofree char *file = write_text (branch, DV_XML_WITHOUT_FORGOTTEN);
  g_autofree char *colleague = write_text (branch, DV_XML_WITHOUT_FORGOTTEN | DV_XML_WITHOUT_PRIVATE);

  g_assert_nonnull (strstr (everything, "afzender"));
  g_assert_null (strstr (file, "afzender"));
  g_assert_nonnull (strstr (file, "geheim"));
  g_assert_null (strstr (colleague, "geheim"));
  g_assert_nonnull (strstr (colleague, "nabij"));
}

/* What a newer minor version adds is kept where it stood, and written again. */
static void
test_newer (void)
{
  static const char text[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<workshop xmlns=\"urn:draagvlak:workshop\" id=\"w\" title=\"x\" version=\"1.7\" mood=\"a &lt; &quot;b&quot;\">\n"
      "  <poll open=\"true\"><question>Wat? &lt;</question><answer/></poll>\n"
      "  <poll/>\n"
      "  <role id=\"r\" name=\"Inwoner\" shape=\"star\"/>\n"
      "  <word id=\"a\"><text>nabij</text>\n"
      "    <reaction>mooi\n"
      " zo</reaction>\n"
      "  </word>\n"
      "</workshop>\n";
  g_autoptr (GPtrArray) problems = new_notes ();
  g_autoptr (GPtrArray) warnings = new_notes ();
  g_autoptr (DvBranch) branch = read_text_with (text, problems, warnings);
  g_autofree char *written = write_text (branch, DV_XML_EVERYTHING);
  g_autoptr (DvBranch) again = read_text_with (written, NULL, NULL);
  g_autofree char *twice = write_text (again, DV_XML_EVERYTHING);
  DvRecord *role;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (warnings->len, ==, 6);
  g_assert_cmpstr (written, ==, text);
  g_assert_cmpstr (twice, ==, text);
  g_assert_true (dv_branch_equal (branch, again));

  /* A value that only the newer version knows gives way to one set here. */
  role = dv_record_copy (dv_branch_get_record (branch, 1));
  dv_record_set_int (role, DV_ROLE_SHAPE, DV_SHAPE_CIRCLE);
  {
    g_autoptr (GString) line = g_string_new (NULL);

    dv_xml_append_record (line, role, DV_XML_ALL_FIELDS, 0);
    g_assert_cmpstr (line->str, ==, "<role id=\"r\" name=\"Inwoner\" shape=\"circle\"/>");
  }
  dv_record_unref (role);
}

static void
test_extra_in_journal (void)
{
  g_autoptr (DvBranch) branch = read_text_with (
      NEWER "<word id=\"a\" mood=\"b\"><text>nabij</text><reaction to=\"x\"><b/></reaction></word>" TAIL, NULL, NULL);
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_CONSOLE);
  g_autoptr (DvGroup) read = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  dv_group_insert_branch (group, branch, "w", NULL);
  dv_xml_append_group (text, group);
  read = dv_xml_read_group (text->str, text->len, "journal", &error);
  g_assert_no_error (error);
  g_assert_true (dv_branch_equal (dv_group_get_edit (read, 0)->branch, branch));
}

static void
test_foreign (void)
{
  g_autoptr (GPtrArray) warnings = new_notes ();
  g_autoptr (DvBranch) branch = read_text_with (
      "<workshop xmlns=\"urn:draagvlak:workshop\" xmlns:o=\"urn:other\" version=\"1.0\" id=\"w\" o:a=\"b\"><!-- c -->"
      "<o:x><word id=\"q\"/></o:x><word id=\"a\"><text>nabij</text></word>" TAIL, NULL, warnings);
  g_autofree char *written = write_text (branch, DV_XML_EVERYTHING);

  g_assert_cmpuint (warnings->len, ==, 3);
  g_assert_cmpstr (written, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" HEAD "\n  <word id=\"a\"><text>nabij</text></word>\n" TAIL "\n");
}

static void
test_mended (void)
{
  g_autoptr (GPtrArray) problems = new_notes ();
  g_autoptr (DvBranch) branch = read_text_with (
      HEAD "<role/>\n<word id=\"a\"/>\n<map id=\"m\">\n<link id=\"l\" source=\"x\"/></map>" TAIL, problems, NULL);
  g_autofree char *written = write_text (branch, DV_XML_EVERYTHING);

  /* No id, no name; no text; a link to nowhere. */
  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_cmpuint (((DvProblem *) g_ptr_array_index (problems, 2))->line, ==, 2);
  g_assert_cmpuint (((DvProblem *) g_ptr_array_index (problems, 3))->line, ==, 4);
  g_assert_cmpuint (dv_branch_get_length (branch), ==, 4);
  g_assert_nonnull (strstr (written, "<word id=\"a\"><text>?</text></word>"));
}

/* The length of a text is limited by its declaration: at the limit and past it. */
static void
test_text_limits (void)
{
  g_autoptr (GPtrArray) kinds = dv_kind_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const DvKind *kind = g_ptr_array_index (kinds, i);

      for (guint j = 0; j < kind->n_fields; j++)
        for (gint64 beyond = 0; beyond < 2; beyond++)
          {
            const DvField *field = &kind->fields[j];
            g_autofree char *value = NULL;
            g_autoptr (DvBranch) branch = NULL;
            g_autoptr (GString) group = g_string_new ("<group xmlns=\"urn:draagvlak:workshop\"><insert id=\"a\">");
            g_autoptr (DvGroup) read = NULL;
            g_autoptr (GError) error = NULL;
            gsize length = (gsize) (field->max + beyond);

            if (field->type != DV_FIELD_STRING && field->type != DV_FIELD_TEXT && field->type != DV_FIELD_DATA)
              continue;
            if (field->type == DV_FIELD_DATA && beyond > 0)
              length += 3;
            value = g_strnfill (length, 'x');
            g_string_append_printf (group, dv_field_is_long (field) ? "<%1$s id=\"a\"><%2$s>%3$s</%2$s></%1$s>"
                                                                     : "<%1$s id=\"a\" %2$s=\"%3$s\"/>",
                                    kind->name, field->name, value);
            g_string_append (group, "</insert></group>");
            read = dv_xml_read_group (group->str, group->len, "x", &error);
            if (beyond == 0)
              g_assert_no_error (error);
            else
              g_assert_error (error, DV_STORE_ERROR, DV_STORE_ERROR_TOO_LARGE);
          }
    }
}

static void
test_bad_groups (void)
{
  static const char *const texts[] = {
    "",
    "<groups/>",
    "<group xmlns=\"urn:draagvlak:workshop\"><add/></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><insert id=\"a\"/></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><insert id=\"a\"><word id=\"a\"/><word id=\"b\"/></insert></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><insert id=\"a\"><word/></insert></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><insert id=\"a\"><thing id=\"a\"/></insert></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><set id=\"a\" fields=\"text\"/></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><move parent=\"a\"/></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><move id=\"A\"/></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><remove id=\"a\"><word id=\"b\"/></remove></group>",
    "<group xmlns=\"urn:draagvlak:workshop\"><insert id=\"a\"><word id=\"a\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dv_xml_read_group (texts[i], strlen (texts[i]), "x", &error));
      g_assert_nonnull (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/golden", test_golden);
  g_test_add_func ("/xml/round-trip", test_round_trip);
  g_test_add_func ("/xml/group/round-trip", test_group_round_trip);
  g_test_add_func ("/xml/group/follow", test_follow);
  g_test_add_func ("/xml/group/extra", test_extra_in_journal);
  g_test_add_func ("/xml/group/bad", test_bad_groups);
  g_test_add_func ("/xml/flags", test_flags);
  g_test_add_func ("/xml/newer", test_newer);
  g_test_add_func ("/xml/foreign", test_foreign);
  g_test_add_func ("/xml/mended", test_mended);
  g_test_add_func ("/xml/text-limits", test_text_limits);

  return g_test_run ();
}
