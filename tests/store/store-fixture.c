/* store-fixture.c
 *
 * What the tests of the store share: random items and throwaway folders
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "store-fixture"

#include "config.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "store-fixture.h"

static int
remove_cb (const char        *path,
           const struct stat *st,
           int                type,
           struct FTW        *ftw)
{
  return remove (path);
}

void
remove_tree (const char *path)
{
  nftw (path, remove_cb, 16, FTW_DEPTH | FTW_PHYS);
}

void
store_fixture_set_up (StoreFixture *fixture,
                      gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "workshop.draagvlak", NULL);
}

void
store_fixture_tear_down (StoreFixture *fixture,
                         gconstpointer data)
{
  g_autofree char *rooms = g_build_filename (g_get_user_state_dir (), "draagvlak", NULL);

  remove_tree (rooms);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Text with everything that XML makes difficult. */
static char *
make_text (GRand   *random,
           gsize    max,
           gboolean multiline)
{
  static const char *const parts[] = {
    "a", "é", "ü", "€", "☃", "😀", "&", "<", ">", "\"", "'", "]]>", "&amp;", " ", "  ", "\t", "-->", "<!--", "nabij", "ij", "́"
  };
  GString *text = g_string_new ("x");
  gsize n = (gsize) g_rand_int_range (random, 0, 40);

  for (gsize i = 0; i < n; i++)
    {
      if (multiline && g_rand_int_range (random, 0, 8) == 0)
        g_string_append_c (text, '\n');
      g_string_append (text, parts[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (parts))]);
    }
  while ((gsize) g_utf8_strlen (text->str, -1) > max)
    g_string_truncate (text, (gsize) (g_utf8_prev_char (text->str + text->len) - text->str));

  return g_string_free (text, FALSE);
}

static void
fill_string (GRand    *random,
             DvRecord *record,
             int       field,
             gboolean  with_refs)
{
  const DvField *declared = &dv_record_get_kind (record)->fields[field];
  g_autofree char *text = NULL;
  char id[DV_ID_LENGTH + 1];
  char other[DV_ID_LENGTH + 1];

  dv_id_make (id);
  dv_id_make (other);
  switch ((int) declared->type)
    {
    case DV_FIELD_STRING:
    case DV_FIELD_TEXT:
      text = make_text (random, (gsize) declared->max, (declared->flags & DV_FIELD_MULTILINE) != 0);
      break;
    case DV_FIELD_REF:
      text = with_refs ? g_strdup (id) : NULL;
      break;
    case DV_FIELD_REFS:
      text = with_refs ? g_strdup_printf ("%s %s", id, other) : NULL;
      break;
    case DV_FIELD_DATE:
      text = g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (random, 10, 99), g_rand_int_range (random, 1, 13),
                              g_rand_int_range (random, 1, 29));
      break;
    case DV_FIELD_TIME:
      text = g_strdup_printf ("%02d:%02d", g_rand_int_range (random, 0, 24), g_rand_int_range (random, 0, 60));
      break;
    default:
      text = g_base64_encode ((const guchar *) "PNG in spirit", (gsize) g_rand_int_range (random, 1, 14));
    }
  dv_record_set_string (record, field, text);
}

/* A record in which most fields hold something that is allowed. */
DvRecord *
make_random_record (GRand        *random,
                    const DvKind *kind,
                    gboolean      with_refs)
{
  DvRecord *record = dv_record_new (kind, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const DvField *field = &kind->fields[i];

      if ((field->flags & DV_FIELD_REQUIRED) == 0 && g_rand_int_range (random, 0, 4) == 0)
        continue;
      if (dv_field_is_string (field))
        fill_string (random, record, (int) i, with_refs || (field->flags & DV_FIELD_REQUIRED) != 0);
      else if (field->type == DV_FIELD_NUMBER)
        dv_record_set_number (record, (int) i, g_rand_int_range (random, -100000, 100000) / 64.0);
      else if (field->type == DV_FIELD_INT)
        dv_record_set_int (record, (int) i, g_rand_int_range (random, (gint32) field->min, (gint32) field->max + 1));
      else if (field->type == DV_FIELD_BOOL)
        dv_record_set_int (record, (int) i, g_rand_int_range (random, 0, 2));
      else
        dv_record_set_int (record, (int) i, g_rand_int_range (random, 0, (gint32) g_strv_length ((char **) field->nicks)));
    }

  return record;
}

static gboolean
needs_refs (const DvKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == DV_FIELD_REF && (kind->fields[i].flags & DV_FIELD_REQUIRED) != 0)
      return TRUE;

  return FALSE;
}

static void
add_children (GRand        *random,
              DvBranch     *branch,
              const DvKind *kind,
              guint         depth,
              gboolean      with_refs)
{
  for (guint i = 0; i < kind->n_children; i++)
    {
      const DvKind *child = kind->children[i].kind;
      guint n = (guint) g_rand_int_range (random, 1, 4);

      for (guint j = 0; j < MIN (n, kind->children[i].max) && (with_refs || !needs_refs (child)); j++)
        {
          dv_branch_take (branch, make_random_record (random, child, with_refs), depth, 0);
          add_children (random, branch, child, depth + 1, with_refs);
        }
    }
}

/* A workshop with some of everything. Its references lead nowhere. */
DvBranch *
make_random_workshop (GRand   *random,
                      gboolean with_refs)
{
  DvBranch *branch = dv_branch_new ();

  dv_branch_take (branch, make_random_record (random, &dv_workshop_kind, with_refs), 0, 0);
  add_children (random, branch, &dv_workshop_kind, 1, with_refs);
  return branch;
}

/* Types one word, as the console does; returns its id. */
const char *
add_word (DvWorkshop *workshop,
          const char *text)
{
  g_autoptr (DvGroup) group = dv_group_new ("Add word", DV_ORIGIN_CONSOLE);
  DvRecord *record = dv_group_insert (group, &dv_word_kind, dv_workshop_get_id (workshop), NULL);
  g_autoptr (GError) error = NULL;

  dv_record_set_string (record, DV_WORD_TEXT, text);
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);

  return dv_item_get_id (dv_workshop_find (workshop, dv_record_get_id (record)));
}

guint
count_words (DvWorkshop *workshop)
{
  return dv_list_get_length (dv_workshop_get_list (workshop, &dv_word_kind));
}

char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}
