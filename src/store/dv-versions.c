/* dv-versions.c
 *
 * Earlier versions of a workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-versions"

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "dv-file.h"
#include "dv-versions.h"
#include "dv-xml-reader.h"

/* A version is a file as the user has it, named by the time at which it was
 * kept. They are a comfort, not the promise: failing to keep one is no error. */

#define SUFFIX ".draagvlak"
#define HOUR (60 * 60)

void
dv_version_free (DvVersion *version)
{
  g_free (version->name);
  g_free (version);
}

static int
compare_versions (const void *a,
                  const void *b)
{
  return strcmp ((*(DvVersion *const *) b)->name, (*(DvVersion *const *) a)->name);
}

static char *
get_folder (const char *folder)
{
  return g_build_filename (folder, "versions", NULL);
}

/**
 * dv_versions_list:
 * @folder: the folder of a room
 *
 * Returns: (transfer full) (element-type DvVersion): what is kept, the newest
 *   first
 */
GPtrArray *
dv_versions_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_version_free);
  g_autofree char *versions = get_folder (folder);
  g_autoptr (GDir) dir = g_dir_open (versions, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (versions, name, NULL);
      struct stat st;
      DvVersion *version;

      if (!g_str_has_suffix (name, SUFFIX) || lstat (path, &st) != 0 || !S_ISREG (st.st_mode))
        continue;
      version = g_new0 (DvVersion, 1);
      version->name = g_strdup (name);
      version->size = (gint64) st.st_size;
      version->time = g_ascii_strtoll (name, NULL, 10);
      g_ptr_array_add (list, version);
    }
  g_ptr_array_sort (list, compare_versions);

  return list;
}

/**
 * dv_versions_read:
 * @folder: the folder of a room
 * @name: the name of a version
 * @error: where to put a %DV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the workshop as it was
 */
DvBranch *
dv_versions_read (const char *folder,
                  const char *name,
                  GError    **error)
{
  g_autofree char *versions = get_folder (folder);
  g_autofree char *path = g_build_filename (versions, name, NULL);

  if (strchr (name, '/') != NULL || !g_str_has_suffix (name, SUFFIX) || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_FOUND, _("There is no earlier version “%s”"), name);
      return NULL;
    }

  return dv_xml_load (path, NULL, NULL, error);
}

/* The newest ones stay, then one an hour, as long as there is room. */
static void
prune (const char *folder)
{
  g_autoptr (GPtrArray) list = dv_versions_list (folder);
  g_autofree char *versions = get_folder (folder);
  gint64 size = 0;
  gint64 last_hour = -1;

  for (guint i = 0; i < list->len; i++)
    {
      DvVersion *version = g_ptr_array_index (list, i);
      g_autofree char *path = g_build_filename (versions, version->name, NULL);
      gint64 hour = version->time / HOUR;
      gboolean is_wanted = i < DV_VERSIONS_NEWEST || hour != last_hour;

      if (i > 0 && (!is_wanted || size + version->size > DV_VERSIONS_MAX_SIZE))
        {
          unlink (path);
          continue;
        }
      size += version->size;
      last_hour = hour;
    }
}

static gboolean
is_newest (GPtrArray  *list,
           const char *versions,
           const char *data,
           gsize       length)
{
  DvVersion *newest = list->len > 0 ? g_ptr_array_index (list, 0) : NULL;
  g_autofree char *path = newest != NULL ? g_build_filename (versions, newest->name, NULL) : NULL;
  g_autofree char *contents = NULL;
  gsize size = 0;

  return newest != NULL && newest->size == (gint64) length && dv_file_read (path, &contents, &size, NULL, NULL) &&
         size == length && memcmp (contents, data, length) == 0;
}

/**
 * dv_versions_keep:
 * @folder: the folder of a room
 * @data: the user's file
 * @length: how many bytes
 * @min_age: in seconds: when the newest version is younger, nothing is kept
 */
void
dv_versions_keep (const char *folder,
                  const char *data,
                  gsize       length,
                  gint64      min_age)
{
  g_autoptr (GPtrArray) list = dv_versions_list (folder);
  g_autofree char *versions = get_folder (folder);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  DvVersion *newest = list->len > 0 ? g_ptr_array_index (list, 0) : NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (length > DV_VERSIONS_MAX_SIZE || (newest != NULL && now - newest->time < min_age) ||
      is_newest (list, versions, data, length) || g_mkdir_with_parents (versions, 0700) != 0)
    return;

  name = g_strdup_printf ("%010" G_GINT64_FORMAT "-%06" G_GINT64_FORMAT SUFFIX, now, g_get_real_time () % G_USEC_PER_SEC);
  if (dv_file_replace (versions, name, data, length, &error))
    prune (folder);
  else
    g_message ("Cannot keep an earlier version: %s", error->message);
}
