/* dv-verb.c
 *
 * What every verb shares: opening, closing, and saying what is wrong
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-command"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-file.h"
#include "dv-verb.h"

/* Messages go to standard error as “FILE:LINE: what is wrong”, as compilers do,
 * so that an editor can lead to the place. Text is written as UTF-8 whatever
 * the locale: a pipe should not get question marks. */

/**
 * dv_verb_say:
 * @path: (nullable): the file that it is about
 * @line: the line in it, 0 for none
 * @format: what is to be said, without a line break at the end
 * @...: for @format
 */
void
dv_verb_say (const char *path,
             guint       line,
             const char *format,
             ...)
{
  va_list arguments;

  if (path != NULL && line > 0)
    fprintf (stderr, "%s:%u: ", path, line);
  else if (path != NULL)
    fprintf (stderr, "%s: ", path);
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s\n", text);
}

static DvExit
exit_for (const GError *error)
{
  if (error->domain == DV_MODEL_ERROR)
    return DV_EXIT_BAD_INPUT;
  if (error->domain == DV_STORE_ERROR)
    switch ((DvStoreError) error->code)
      {
      case DV_STORE_ERROR_NOT_OURS:
      case DV_STORE_ERROR_NEWER:
      case DV_STORE_ERROR_MALFORMED:
      case DV_STORE_ERROR_TOO_LARGE:
      case DV_STORE_ERROR_DAMAGED:
        return DV_EXIT_BAD_INPUT;
      case DV_STORE_ERROR_UNREADABLE:
      case DV_STORE_ERROR_UNWRITABLE:
      case DV_STORE_ERROR_LOCKED:
      case DV_STORE_ERROR_NOT_FOUND:
      default:
        return DV_EXIT_WRONG_USE;
      }

  return DV_EXIT_WRONG_USE;
}

/**
 * dv_verb_worse:
 * @first: what a command has come to so far
 * @second: what its next part came to
 *
 * A function, since MAX() would do that part twice.
 *
 * Returns: the worse of the two
 */
DvExit
dv_verb_worse (DvExit first,
               DvExit second)
{
  return first > second ? first : second;
}

/**
 * dv_verb_fail:
 * @path: (nullable): the file that it is about
 * @error: what went wrong
 *
 * Says what went wrong, with the file in front unless the message has it.
 *
 * Returns: what the command comes to
 */
DvExit
dv_verb_fail (const char   *path,
              const GError *error)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  dv_verb_say (name == NULL || strstr (error->message, name) != NULL ? NULL : path, 0, "%s", error->message);
  return exit_for (error);
}

/**
 * dv_verb_print:
 * @text: text for standard output
 *
 * Returns: %DV_EXIT_FINE, or %DV_EXIT_WRONG_USE when it could not be written
 */
DvExit
dv_verb_print (const char *text)
{
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return DV_EXIT_FINE;

  dv_verb_say (NULL, 0, _("Cannot write: %s"), g_strerror (errno));
  return DV_EXIT_WRONG_USE;
}

static void
say_problems (const char *path,
              GPtrArray  *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      DvProblem *problem = g_ptr_array_index (problems, i);

      dv_verb_say (path, problem->line, "%s", problem->message);
    }
}

static void
say_notices (const char *path,
             GPtrArray  *notices)
{
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    dv_verb_say (path, 0, "%s", (const char *) g_ptr_array_index (notices, i));
}

/**
 * dv_verb_open:
 * @path: a workshop file
 * @to_change: whether the command is going to change it; then a file that had
 *   to be mended is refused, because nobody is there to accept it
 * @result: (out): what the command comes to when this fails
 *
 * Opens it as the window does: under the lock, and with what a crash left
 * behind brought in.
 *
 * Returns: (transfer full) (nullable): the document; end with dv_verb_close()
 */
DvDocument *
dv_verb_open (const char *path,
              gboolean    to_change,
              DvExit     *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DvDocument) document = NULL;
  GPtrArray *problems;

  /* Asked first: a change that is refused should not stay behind in the room. */
  if (!to_change || dv_file_may_save (path, &error))
    document = dv_document_open (path, &error);
  *result = DV_EXIT_FINE;
  if (document == NULL)
    {
      *result = dv_verb_fail (path, error);
      return NULL;
    }

  say_notices (path, dv_document_get_notices (document));
  problems = dv_document_get_problems (document);
  if (problems == NULL || problems->len == 0)
    return g_steal_pointer (&document);

  say_problems (path, problems);
  if (!to_change)
    return g_steal_pointer (&document);

  dv_verb_say (path, 0, _("Nothing was changed: open it in the window to mend it first"));
  dv_document_close (document, NULL);
  *result = DV_EXIT_BAD_INPUT;
  return NULL;
}

/**
 * dv_verb_close:
 * @document: (transfer full): an open document
 * @path: its file
 * @changed: whether the command changed it
 *
 * Saves what was changed, or recovered, to the file itself.
 *
 * Returns: what the command comes to
 */
DvExit
dv_verb_close (DvDocument *document,
               const char *path,
               gboolean    changed)
{
  g_autoptr (DvDocument) owned = document;
  g_autoptr (GError) error = NULL;
  DvExit result = DV_EXIT_FINE;

  if (changed && !dv_document_save_sync (document, &error))
    result = dv_verb_fail (path, error);
  g_clear_error (&error);
  if (!dv_document_close (document, &error) && result == DV_EXIT_FINE)
    result = dv_verb_fail (path, error);

  return result;
}
