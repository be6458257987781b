/* dv-verb-export.c
 *
 * Making a document of a workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-command"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "dv-export.h"
#include "dv-file.h"
#include "dv-from-workshop.h"
#include "dv-image.h"
#include "dv-verb.h"

static char *
list_names (const char *const *names)
{
  return g_strjoinv (", ", (char **) names);
}

static const char *const *
get_formats (const char *what)
{
  static const char *const scene_formats[] = { "png", "svg", "pdf", NULL };

  return dv_verb_is_scene (what) ? scene_formats : dv_export_formats (what);
}

static char *
list_subjects (void)
{
  g_autofree char *documents = list_names (dv_export_subjects ());

  return g_strconcat (documents, ", scene, scenes", NULL);
}

/* The format that --format or the end of the name of the file asks for; there
 * capitals are as good. */
static char *
choose_format (const DvArguments *arguments,
               const char        *out)
{
  const char *format = dv_arguments_get (arguments, "--format");
  const char *name = strrchr (out, G_DIR_SEPARATOR);
  const char *dot = strrchr (name != NULL ? name : out, '.');

  if (format != NULL)
    return g_strdup (format);
  /* All scenes go to a folder, whatever its name, or to one PDF file. */
  if (g_strcmp0 (dv_arguments_get (arguments, "--what"), "scenes") == 0)
    return g_strdup (dv_verb_is_one_file (out) ? "pdf" : "png");

  return dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;
}

/* Whether --what and the format are known; says so when not. */
static gboolean
check_format (const char *what,
              const char *format)
{
  const char *const *formats = what != NULL ? get_formats (what) : NULL;
  g_autofree char *known = formats != NULL ? list_names (formats) : list_subjects ();

  if (formats == NULL)
    {
      dv_verb_say (NULL, 0, _("--what must be one of: %s"), known);
      return FALSE;
    }
  if (format != NULL && g_strv_contains (formats, format))
    return TRUE;

  if (format == NULL)
    dv_verb_say (NULL, 0, _("Say in which format with --format; there are: %s"), known);
  else
    dv_verb_say (NULL, 0, _("There is no “%s” of %s; there are: %s"), format, what, known);
  return FALSE;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  struct stat first, second;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static gboolean
write_stream (FILE       *stream,
              const void *data,
              gsize       length)
{
  return fwrite (data, 1, length, stream) == length && fflush (stream) == 0;
}

/* A pipe or device is written to; a file is replaced in one step, as the user's
 * own file is: it keeps its permissions, and a link stays one. */
static gboolean
write_out (const char *out,
           GBytes     *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept_aside = NULL;
  DvFileIdentity identity;
  struct stat st;
  FILE *stream;
  gboolean done;

  if (stat (out, &st) != 0 || S_ISREG (st.st_mode) || S_ISDIR (st.st_mode))
    {
      done = dv_file_save (out, data, length, NULL, NULL, &identity, &kept_aside, &error);
      if (!done)
        dv_verb_fail (out, error);
      return done;
    }

  stream = fopen (out, "we");
  done = stream != NULL && write_stream (stream, data, length);
  if (!done)
    dv_verb_say (out, 0, _("Cannot write: %s"), g_strerror (errno));
  if (stream != NULL)
    fclose (stream);
  return done;
}

/**
 * dv_verb_write:
 * @out: name of a file, or "-" for standard output
 * @bytes: what goes there
 *
 * Says what went wrong, if anything did.
 *
 * Returns: how it went
 */
DvExit
dv_verb_write (const char *out,
               GBytes     *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (strcmp (out, "-") != 0)
    return write_out (out, bytes) ? DV_EXIT_FINE : DV_EXIT_WRONG_USE;
  if (write_stream (stdout, data, length))
    return DV_EXIT_FINE;

  dv_verb_say (NULL, 0, _("Cannot write: %s"), g_strerror (errno));
  return DV_EXIT_WRONG_USE;
}

/* A logo that cannot be drawn is left out; that should not pass in silence. */
static void
check_logo (DvWorkshop *workshop,
            const char *path)
{
  g_autoptr (DvManifestText) text = dv_manifest_text_new_from_workshop (workshop);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image;

  if (text->logo == NULL)
    return;

  image = dv_image_new_from_png (text->logo, &error);
  if (image != NULL)
    cairo_surface_destroy (image);
  else
    dv_verb_say (path, 0, _("warning: The logo is left out: %s"), error->message);
}

/* export FILE --what WHAT [--format F] [--scene NAME …] -o OUT */
DvExit
dv_verb_export (DvArguments *arguments)
{
  const char *path = dv_arguments_rest (arguments, 0);
  const char *what = dv_arguments_get (arguments, "--what");
  const char *out = dv_arguments_get (arguments, "-o");
  g_autofree char *format = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DvDocument *document;
  DvExit result;

  if (out == NULL || out[0] == '\0')
    {
      dv_verb_say (NULL, 0, _("Say with -o where the document is to go"));
      return DV_EXIT_WRONG_USE;
    }
  format = choose_format (arguments, out);
  if (!check_format (what, format) || !dv_verb_check_scene (arguments, what))
    return DV_EXIT_WRONG_USE;
  if (strcmp (out, "-") != 0 && is_same_file (path, out))
    {
      dv_verb_say (out, 0, _("This is the workshop itself; choose another name for the document"));
      return DV_EXIT_WRONG_USE;
    }

  document = dv_verb_open (path, FALSE, &result);
  if (document == NULL)
    return result;

  if (dv_verb_is_scene (what))
    {
      DvExit drawn = dv_verb_export_scene (arguments, dv_document_get_workshop (document), format);

      return dv_verb_worse (dv_verb_close (document, path, FALSE), drawn);
    }

  if (strcmp (what, "manifest") == 0)
    check_logo (dv_document_get_workshop (document), path);
  bytes = dv_export (dv_document_get_workshop (document), what, format, &error);
  result = dv_verb_close (document, path, FALSE);
  if (bytes == NULL)
    return dv_verb_fail (path, error);

  return dv_verb_worse (result, dv_verb_write (out, bytes));
}
