/* dv-verb-scenes.c
 *
 * Listing what the room can be shown, and drawing it
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
#include <glib/gstdio.h>

#include "dv-cue.h"
#include "dv-slide-draw.h"
#include "dv-verb.h"

/* What is drawn is made from a slide, which holds nothing that the room may not
 * see, so that this cannot show more than the projector does. */

#define DEFAULT_WIDTH 1920
#define DEFAULT_HEIGHT 1080
#define MIN_SIZE 200
#define MAX_SIZE 8000

typedef struct
{
  int width;
  int height;
  gboolean is_dark;
} Look;

/**
 * dv_verb_is_scene:
 * @what: what is to be exported
 *
 * Returns: whether that is one scene, or all
 */
gboolean
dv_verb_is_scene (const char *what)
{
  return strcmp (what, "scene") == 0 || strcmp (what, "scenes") == 0;
}

/**
 * dv_verb_is_one_file:
 * @out: where all scenes are to go
 *
 * Returns: whether that is one PDF file rather than a folder
 */
gboolean
dv_verb_is_one_file (const char *out)
{
  gsize length = strlen (out);

  return length > 4 && g_ascii_strcasecmp (out + length - 4, ".pdf") == 0 && !g_file_test (out, G_FILE_TEST_IS_DIR);
}

/* "1920x1080" */
static gboolean
parse_size (const char *text,
            Look       *look)
{
  char *end = NULL;
  guint64 width, height;

  if (!g_ascii_isdigit (text[0]))
    return FALSE;
  width = g_ascii_strtoull (text, &end, 10);
  if ((end[0] != 'x' && end[0] != 'X') || !g_ascii_isdigit (end[1]))
    return FALSE;
  height = g_ascii_strtoull (end + 1, &end, 10);
  if (end[0] != '\0' || width < MIN_SIZE || width > MAX_SIZE || height < MIN_SIZE || height > MAX_SIZE)
    return FALSE;

  look->width = (int) width;
  look->height = (int) height;
  return TRUE;
}

static gboolean
parse_page (const char *text,
            guint      *page)
{
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 10000, &number, NULL))
    return FALSE;

  *page = (guint) number - 1;
  return TRUE;
}

static const char *
get_id (DvArguments *arguments)
{
  const char *id = dv_arguments_get (arguments, "--id");

  return id != NULL ? id : dv_arguments_get (arguments, "--value");
}

static char *
list_names (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (int i = 0; i < DV_SLIDE_N_KINDS; i++)
    g_ptr_array_add (names, (gpointer) dv_slide_kind_to_nick (i));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * dv_verb_check_scene:
 * @arguments: what was typed
 * @what: what is to be exported
 *
 * Says what of the options for scenes cannot be, before any file is opened.
 *
 * Returns: whether they can
 */
gboolean
dv_verb_check_scene (DvArguments *arguments,
                     const char  *what)
{
  static const char *const of_one[] = { "--scene", "--id", "--value", "--page" };
  static const char *const of_all[] = { "--size", "--dark" };
  const char *name = dv_arguments_get (arguments, "--scene");
  const char *size = dv_arguments_get (arguments, "--size");
  g_autofree char *names = NULL;
  Look look;
  guint page;

  for (gsize i = 0; strcmp (what, "scene") != 0 && i < G_N_ELEMENTS (of_one); i++)
    if (dv_arguments_has (arguments, of_one[i]))
      {
        dv_verb_say (NULL, 0, _("%s goes with --what scene only"), of_one[i]);
        return FALSE;
      }
  for (gsize i = 0; !dv_verb_is_scene (what) && i < G_N_ELEMENTS (of_all); i++)
    if (dv_arguments_has (arguments, of_all[i]))
      {
        dv_verb_say (NULL, 0, _("%s goes with --what scene or scenes only"), of_all[i]);
        return FALSE;
      }
  if (strcmp (what, "scene") == 0 && (name == NULL || dv_slide_kind_from_nick (name) < 0))
    {
      names = list_names ();
      dv_verb_say (NULL, 0, _("--scene must be one of: %s"), names);
      return FALSE;
    }
  if (strcmp (what, "scenes") == 0 && g_strcmp0 (dv_arguments_get (arguments, "-o"), "-") == 0)
    {
      dv_verb_say (NULL, 0, _("--what scenes makes files in a folder, which standard output is not"));
      return FALSE;
    }
  if (size != NULL && !parse_size (size, &look))
    {
      dv_verb_say (NULL, 0, _("--size must be a width and a height from %d to %d, such as 1920x1080"), MIN_SIZE, MAX_SIZE);
      return FALSE;
    }
  if (!parse_page (dv_arguments_get (arguments, "--page"), &page))
    {
      dv_verb_say (NULL, 0, _("--page must be a number from 1"));
      return FALSE;
    }

  return TRUE;
}

static Look
get_look (DvArguments *arguments)
{
  const char *size = dv_arguments_get (arguments, "--size");
  Look look = { DEFAULT_WIDTH, DEFAULT_HEIGHT, dv_arguments_has (arguments, "--dark") };

  if (size != NULL)
    parse_size (size, &look);

  return look;
}

static guint
count_pages (const DvSlide *slide,
             const Look    *look)
{
  g_autoptr (DvShaper) shaper = dv_shaper_new (slide->language);

  return MAX (1, dv_slide_count_pages (slide, shaper, look->width, look->height));
}

static GBytes *
draw (const DvSlide *slide,
      const Look    *look,
      const char    *format,
      GError       **error)
{
  if (strcmp (format, "svg") == 0)
    return dv_slide_to_svg (slide, look->width, look->height, look->is_dark, error);
  if (strcmp (format, "pdf") == 0)
    return dv_slide_to_pdf (slide, look->width, look->height, look->is_dark, error);

  return dv_slide_to_png (slide, look->width, look->height, look->is_dark, error);
}

/* Without an id the first scene of that name. */
static gboolean
find_cue (DvWorkshop *workshop,
          DvSlideKind kind,
          const char *id,
          DvCue      *cue)
{
  g_autoptr (GArray) cues = dv_cue_list (workshop);

  *cue = dv_cue_make (kind, id);
  if (id != NULL || dv_cue_is_there (workshop, cue))
    return (id == NULL || strlen (id) <= DV_ID_LENGTH) && dv_cue_is_there (workshop, cue);

  for (guint i = 0; i < cues->len; i++)
    if (g_array_index (cues, DvCue, i).kind == kind)
      {
        *cue = g_array_index (cues, DvCue, i);
        return TRUE;
      }

  return FALSE;
}

static DvExit
export_one (DvArguments *arguments,
            DvWorkshop  *workshop,
            const char  *format)
{
  const char *name = dv_arguments_get (arguments, "--scene");
  const char *id = get_id (arguments);
  Look look = get_look (arguments);
  g_autoptr (DvSlide) slide = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint page = 0, n_pages;
  DvCue cue;

  if (!find_cue (workshop, (DvSlideKind) dv_slide_kind_from_nick (name), id, &cue))
    {
      if (id != NULL)
        dv_verb_say (NULL, 0, _("There is no scene “%s” of “%s”; “draagvlak scenes” lists what there is"), name, id);
      else
        dv_verb_say (NULL, 0, _("There is no scene “%s” in this workshop; “draagvlak scenes” lists what there is"), name);
      return DV_EXIT_WRONG_USE;
    }

  slide = dv_cue_make_slide (workshop, &cue);
  n_pages = count_pages (slide, &look);
  parse_page (dv_arguments_get (arguments, "--page"), &page);
  if (page >= n_pages)
    {
      dv_verb_say (NULL, 0, ngettext ("This scene has %u page", "This scene has %u pages", n_pages), n_pages);
      return DV_EXIT_WRONG_USE;
    }

  slide->page = page;
  bytes = draw (slide, &look, format, &error);
  if (bytes == NULL)
    return dv_verb_fail (NULL, error);

  return dv_verb_write (dv_arguments_get (arguments, "-o"), bytes);
}

static DvExit
export_pages (DvWorkshop  *workshop,
              const DvCue *cue,
              guint        number,
              const Look  *look,
              const char  *format,
              const char  *folder)
{
  g_autoptr (DvSlide) slide = dv_cue_make_slide (workshop, cue);
  guint n_pages = count_pages (slide, look);

  for (guint page = 0; page < n_pages; page++)
    {
      const char *nick = dv_slide_kind_to_nick (cue->kind);
      g_autofree char *name = n_pages > 1 ? g_strdup_printf ("%03u-%s-%u.%s", number, nick, page + 1, format)
                                          : g_strdup_printf ("%03u-%s.%s", number, nick, format);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      DvExit result;

      slide->page = page;
      bytes = draw (slide, look, format, &error);
      if (bytes == NULL)
        return dv_verb_fail (path, error);
      result = dv_verb_write (path, bytes);
      if (result != DV_EXIT_FINE)
        return result;
    }

  return DV_EXIT_FINE;
}

static DvExit
export_book (DvArguments *arguments,
             DvWorkshop  *workshop,
             const Look  *look)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dv_slides_to_pdf (workshop, look->width, look->height, look->is_dark, &error);

  return bytes != NULL ? dv_verb_write (dv_arguments_get (arguments, "-o"), bytes) : dv_verb_fail (NULL, error);
}

static DvExit
export_all (DvArguments *arguments,
            DvWorkshop  *workshop,
            const char  *format)
{
  const char *folder = dv_arguments_get (arguments, "-o");
  g_autoptr (GArray) cues = dv_cue_list (workshop);
  Look look = get_look (arguments);
  DvExit result = DV_EXIT_FINE;

  if (strcmp (format, "pdf") == 0 && dv_verb_is_one_file (folder))
    return export_book (arguments, workshop, &look);
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      dv_verb_say (folder, 0, _("Cannot make this folder: %s"), g_strerror (errno));
      return DV_EXIT_WRONG_USE;
    }
  for (guint i = 0; i < cues->len && result == DV_EXIT_FINE; i++)
    result = export_pages (workshop, &g_array_index (cues, DvCue, i), i + 1, &look, format, folder);

  return result;
}

/**
 * dv_verb_export_scene:
 * @arguments: what was typed, checked by dv_verb_check_scene()
 * @workshop: a workshop
 * @format: "png", "svg" or "pdf"
 *
 * Draws one scene, or all of them: as one PDF file, or in a folder, numbered in
 * the order of the programme.
 *
 * Returns: how it went
 */
DvExit
dv_verb_export_scene (DvArguments *arguments,
                      DvWorkshop  *workshop,
                      const char  *format)
{
  if (strcmp (dv_arguments_get (arguments, "--what"), "scenes") == 0)
    return export_all (arguments, workshop, format);

  return export_one (arguments, workshop, format);
}

/* scenes FILE */
DvExit
dv_verb_scenes (DvArguments *arguments)
{
  const char *path = dv_arguments_rest (arguments, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) cues = NULL;
  DvDocument *document;
  DvWorkshop *workshop;
  DvExit result;

  document = dv_verb_open (path, FALSE, &result);
  if (document == NULL)
    return result;

  workshop = dv_document_get_workshop (document);
  cues = dv_cue_list (workshop);
  for (guint i = 0; i < cues->len; i++)
    {
      const DvCue *cue = &g_array_index (cues, DvCue, i);
      g_autofree char *label = dv_cue_dup_label (workshop, cue);

      g_string_append_printf (out, "%-12s  %-10s  %s\n", dv_slide_kind_to_nick (cue->kind),
                              cue->id[0] != '\0' ? cue->id : "-", label);
    }
  result = dv_verb_close (document, path, FALSE);

  return dv_verb_worse (result, dv_verb_print (out->str));
}
