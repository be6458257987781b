/* dv-verb-files.c
 *
 * Verbs about whole files: new, check, show, recover
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-command"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-file.h"
#include "dv-outline.h"
#include "dv-programme.h"
#include "dv-state-folder.h"
#include "dv-verb.h"
#include "dv-xml-reader.h"
#include "dv-xml-writer.h"

static int
choose_language (const char *asked)
{
  const DvField *field = &dv_workshop_kind.fields[DV_WORKSHOP_LANGUAGE];

  if (asked != NULL)
    return dv_field_find_nick (field, asked);

  return g_str_has_prefix (g_get_language_names ()[0], "nl") ? DV_LANGUAGE_NL : DV_LANGUAGE_EN;
}

static DvWorkshop *
make_workshop (const DvArguments *arguments,
               DvLanguage         language,
               GError           **error)
{
  const char *template = dv_arguments_get (arguments, "--template");
  const char *title = dv_arguments_get (arguments, "--title");
  g_autoptr (DvWorkshop) workshop = NULL;
  DvItem *root;

  if (template != NULL)
    workshop = dv_programme_instantiate (template, language, NULL, error);
  else
    workshop = dv_workshop_new ();
  if (workshop == NULL)
    return NULL;

  root = dv_workshop_get_root (workshop);
  if (!dv_change_int (workshop, root, DV_WORKSHOP_LANGUAGE, language, "", error) ||
      (title != NULL && !dv_change_string (workshop, root, DV_WORKSHOP_TITLE, title, "", error)))
    return NULL;

  return g_steal_pointer (&workshop);
}

static DvExit
save_new (DvWorkshop *workshop,
          const char *path)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);
  g_autoptr (GBytes) bytes = dv_xml_write (branch, DV_XML_WITHOUT_FORGOTTEN);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept_aside = NULL;
  DvFileIdentity none = DV_FILE_NONE;
  DvFileIdentity identity;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (dv_file_save (path, data, length, &none, NULL, &identity, &kept_aside, &error))
    return DV_EXIT_FINE;

  return dv_verb_fail (path, error);
}

/* new [--template ID] [--title T] [--language L] OUT */
DvExit
dv_verb_new (DvArguments *arguments)
{
  const char *path = dv_arguments_rest (arguments, 0);
  int language = choose_language (dv_arguments_get (arguments, "--language"));
  g_autoptr (DvWorkshop) workshop = NULL;
  g_autoptr (GError) error = NULL;

  if (language < 0)
    {
      dv_verb_say (NULL, 0, _("The language must be en or nl, not “%s”"), dv_arguments_get (arguments, "--language"));
      return DV_EXIT_WRONG_USE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      dv_verb_say (path, 0, _("There is a file with this name already"));
      return DV_EXIT_WRONG_USE;
    }

  workshop = make_workshop (arguments, (DvLanguage) language, &error);
  if (workshop == NULL)
    return dv_verb_fail (NULL, error);

  return save_new (workshop, path);
}

static void
say_all (const char *path,
         GPtrArray  *problems,
         const char *before)
{
  for (guint i = 0; i < problems->len; i++)
    {
      DvProblem *problem = g_ptr_array_index (problems, i);

      dv_verb_say (path, problem->line, "%s%s", before, problem->message);
    }
}

static DvExit
check_file (const char *path)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (DvBranch) branch = dv_xml_load (path, problems, warnings, &error);
  g_autoptr (DvWorkshop) workshop = NULL;
  guint line = 0;

  if (branch == NULL)
    return dv_verb_fail (path, error);

  workshop = dv_workshop_new_from_branch (branch, problems, &line, &error);
  say_all (path, warnings, _("warning: "));
  say_all (path, problems, "");
  if (workshop == NULL)
    dv_verb_say (path, line, "%s", error->message);

  return workshop == NULL || problems->len > 0 ? DV_EXIT_BAD_INPUT : DV_EXIT_FINE;
}

/* check FILE… */
DvExit
dv_verb_check (DvArguments *arguments)
{
  DvExit result = DV_EXIT_FINE;

  for (guint i = 0; i < arguments->rest->len; i++)
    result = dv_verb_worse (result, check_file (dv_arguments_rest (arguments, i)));

  return result;
}

/* show [--ids] [--private] FILE */
DvExit
dv_verb_show (DvArguments *arguments)
{
  const char *path = dv_arguments_rest (arguments, 0);
  DvExit result;
  DvDocument *document = dv_verb_open (path, FALSE, &result);
  DvOutlineFlags flags = DV_OUTLINE_PUBLIC;
  g_autofree char *outline = NULL;

  if (document == NULL)
    return result;

  if (dv_arguments_has (arguments, "--ids"))
    flags |= DV_OUTLINE_IDS;
  if (dv_arguments_has (arguments, "--private"))
    flags |= DV_OUTLINE_PRIVATE;
  outline = dv_outline_write (dv_document_get_workshop (document), flags);
  result = dv_verb_print (outline);

  return dv_verb_worse (result, dv_verb_close (document, path, FALSE));
}

/* The file is not there, but what was done in it may be. */
static DvDocument *
recover_room (const char *path,
              GError    **error)
{
  g_autoptr (GPtrArray) rooms = dv_state_list_rooms ();
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  for (guint i = 0; i < rooms->len; i++)
    {
      DvRoom *room = g_ptr_array_index (rooms, i);

      if (room->is_unrecovered && g_strcmp0 (room->path, absolute) == 0)
        return dv_document_recover (room->name, error);
    }

  g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_FOUND, _("There is no such file, and nothing to recover of it"));
  return NULL;
}

/* recover FILE */
DvExit
dv_verb_recover (DvArguments *arguments)
{
  const char *path = dv_arguments_rest (arguments, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  DvDocument *document;
  DvExit result = DV_EXIT_FINE;
  guint n;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    document = dv_verb_open (path, TRUE, &result);
  else
    {
      document = recover_room (path, &error);
      if (document == NULL)
        result = dv_verb_fail (path, error);
    }
  if (document == NULL)
    return result;

  n = dv_document_get_n_recovered (document);
  result = dv_verb_close (document, path, TRUE);
  if (result != DV_EXIT_FINE)
    return result;

  text = n == 0 ? g_strdup (_("There was nothing to recover.\n"))
                : g_strdup_printf (ngettext ("%u change was brought in.\n", "%u changes were brought in.\n", n), n);
  return dv_verb_print (text);
}
