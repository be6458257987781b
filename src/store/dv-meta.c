/* dv-meta.c
 *
 * What a room knows about the user's file
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-meta"

#include "config.h"

#include <string.h>

#include "dv-meta.h"

#define GROUP "room"
#define COMING "coming"
#define CHECK "# sha256 "

DvMeta *
dv_meta_new (const char *id)
{
  DvMeta *meta = g_new0 (DvMeta, 1);

  meta->id = g_strdup (id);
  meta->title = g_strdup ("");
  meta->identity = DV_FILE_NONE;
  meta->coming = DV_FILE_NONE;
  return meta;
}

DvMeta *
dv_meta_copy (const DvMeta *meta)
{
  DvMeta *copy = g_memdup2 (meta, sizeof *meta);

  copy->id = g_strdup (meta->id);
  copy->title = g_strdup (meta->title);
  copy->path = g_strdup (meta->path);
  copy->digest = g_strdup (meta->digest);
  return copy;
}

void
dv_meta_free (DvMeta *meta)
{
  if (meta == NULL)
    return;

  g_free (meta->id);
  g_free (meta->title);
  g_free (meta->path);
  g_free (meta->digest);
  g_free (meta);
}

/* A path need not be UTF-8, a key file must be. */
static char *
get_path (GKeyFile *file)
{
  g_autofree char *uri = g_key_file_get_string (file, GROUP, "file", NULL);

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

static void
read_identity (GKeyFile       *file,
               const char     *group,
               DvFileIdentity *identity)
{
  if (!g_key_file_has_key (file, group, "size", NULL))
    return;

  identity->device = g_key_file_get_uint64 (file, group, "device", NULL);
  identity->inode = g_key_file_get_uint64 (file, group, "inode", NULL);
  identity->size = g_key_file_get_int64 (file, group, "size", NULL);
  identity->modified = g_key_file_get_int64 (file, group, "modified", NULL);
  identity->changed = g_key_file_get_int64 (file, group, "changed", NULL);
}

static void
write_identity (GKeyFile             *file,
                const char           *group,
                const DvFileIdentity *identity)
{
  g_key_file_set_uint64 (file, group, "device", identity->device);
  g_key_file_set_uint64 (file, group, "inode", identity->inode);
  g_key_file_set_int64 (file, group, "size", identity->size);
  g_key_file_set_int64 (file, group, "modified", identity->modified);
  g_key_file_set_int64 (file, group, "changed", identity->changed);
}

/* The last line is a digest of those before it: were "saved" wrong, work that is
 * only here would pass for saved. */
static char *
make_check (const char *data,
            gsize       length)
{
  g_autofree char *digest = dv_file_digest (data, length);

  return g_strdup_printf (CHECK "%s\n", digest);
}

static gboolean
is_whole (const char *data,
          gsize       length)
{
  const char *check = g_strrstr_len (data, (gssize) length, CHECK);
  g_autofree char *wanted = check != NULL ? make_check (data, (gsize) (check - data)) : NULL;

  return wanted != NULL && strcmp (check, wanted) == 0;
}

/**
 * dv_meta_read:
 * @folder: the folder of a room
 *
 * Returns: (transfer full) (nullable): what it knows; %NULL when there is
 *   nothing that can be read
 */
DvMeta *
dv_meta_read (const char *folder)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_build_filename (folder, "meta", NULL);
  g_autofree char *data = NULL;
  g_autofree char *id = NULL;
  gsize length = 0;
  DvMeta *meta;

  if (!dv_file_read (path, &data, &length, NULL, NULL) || !is_whole (data, length) ||
      !g_key_file_load_from_data (file, data, length, G_KEY_FILE_NONE, NULL))
    return NULL;
  id = g_key_file_get_string (file, GROUP, "id", NULL);
  if (id == NULL)
    return NULL;

  meta = dv_meta_new (id);
  g_free (meta->title);
  meta->title = g_key_file_get_string (file, GROUP, "title", NULL);
  if (meta->title == NULL)
    meta->title = g_strdup ("");
  meta->path = get_path (file);
  meta->digest = g_key_file_get_string (file, GROUP, "digest", NULL);
  meta->saved = g_key_file_get_uint64 (file, GROUP, "saved", NULL);
  read_identity (file, GROUP, &meta->identity);
  read_identity (file, COMING, &meta->coming);
  meta->coming_saved = g_key_file_get_uint64 (file, COMING, "saved", NULL);

  return meta;
}

/**
 * dv_meta_write:
 * @meta: what a room is to know
 * @folder: its folder
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * Returns: whether it is on the disk
 */
gboolean
dv_meta_write (const DvMeta *meta,
               const char   *folder,
               GError      **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *uri = meta->path != NULL ? g_filename_to_uri (meta->path, NULL, NULL) : NULL;
  g_autofree char *data = NULL;
  g_autofree char *check = NULL;
  g_autofree char *whole = NULL;
  gsize length = 0;

  g_key_file_set_string (file, GROUP, "id", meta->id);
  g_key_file_set_string (file, GROUP, "title", meta->title);
  g_key_file_set_uint64 (file, GROUP, "saved", meta->saved);
  if (uri != NULL)
    g_key_file_set_string (file, GROUP, "file", uri);
  if (meta->digest != NULL)
    g_key_file_set_string (file, GROUP, "digest", meta->digest);
  write_identity (file, GROUP, &meta->identity);
  if (meta->coming.size >= 0)
    {
      write_identity (file, COMING, &meta->coming);
      g_key_file_set_uint64 (file, COMING, "saved", meta->coming_saved);
    }
  data = g_key_file_to_data (file, &length, NULL);
  check = make_check (data, length);
  whole = g_strconcat (data, check, NULL);

  return dv_file_replace (folder, "meta", whole, strlen (whole), error);
}
