/* dv-recent.c
 *
 * Which workshops were open lately, and where in them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-recent"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dv-recent.h"

/* A small key file in the state folder, newest first, one group for each
 * workshop. It holds no contents but titles, and losing it costs nothing but
 * convenience: what is wrong with it is not a person's problem. */

#define MAX_RECENT 30

void
dv_recent_free (DvRecent *recent)
{
  g_free (recent->id);
  g_free (recent->path);
  g_free (recent->title);
  g_free (recent->place);
  g_free (recent->activity);
  g_free (recent);
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "draagvlak", NULL);
}

static char *
dup_file (void)
{
  g_autofree char *folder = dup_folder ();

  return g_build_filename (folder, "recent.ini", NULL);
}

static char *
dup_key (GKeyFile   *file,
         const char *group,
         const char *key)
{
  char *value = g_key_file_get_string (file, group, key, NULL);

  return value != NULL ? value : g_strdup ("");
}

static DvRecent *
read_group (GKeyFile   *file,
            const char *group)
{
  DvRecent *recent = g_new0 (DvRecent, 1);

  recent->id = dup_key (file, group, "id");
  recent->path = dup_key (file, group, "path");
  recent->title = dup_key (file, group, "title");
  recent->place = dup_key (file, group, "place");
  recent->activity = dup_key (file, group, "activity");
  recent->time = g_key_file_get_int64 (file, group, "time", NULL);

  return recent;
}

/**
 * dv_recent_list:
 *
 * Returns: (transfer full) (element-type DvRecent): the workshops, newest first
 */
GPtrArray *
dv_recent_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_recent_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_file ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return list;

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL && i < MAX_RECENT; i++)
    g_ptr_array_add (list, read_group (file, groups[i]));

  return list;
}

static gboolean
is_same (const DvRecent *recent,
         const char     *id,
         const char     *path)
{
  if (path != NULL && path[0] != '\0')
    return g_str_equal (recent->path, path);
  return recent->path[0] == '\0' && id != NULL && g_str_equal (recent->id, id);
}

static void
write_group (GKeyFile       *file,
             guint           number,
             const DvRecent *recent)
{
  g_autofree char *group = g_strdup_printf ("%u", number);

  g_key_file_set_string (file, group, "id", recent->id);
  g_key_file_set_string (file, group, "path", recent->path);
  g_key_file_set_string (file, group, "title", recent->title);
  g_key_file_set_string (file, group, "place", recent->place);
  g_key_file_set_string (file, group, "activity", recent->activity);
  g_key_file_set_int64 (file, group, "time", recent->time);
}

/* Writes @first and the others of @list but the one with the same name. */
static void
write_list (const DvRecent *first,
            GPtrArray      *list,
            const char     *id,
            const char     *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = dup_file ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  guint n = 0;

  if (first != NULL)
    write_group (file, n++, first);
  for (guint i = 0; i < list->len && n < MAX_RECENT; i++)
    if (!is_same (g_ptr_array_index (list, i), id, path))
      write_group (file, n++, g_ptr_array_index (list, i));

  text = g_key_file_to_data (file, &length, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (name, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_info ("%s", error->message);
}

/**
 * dv_recent_dup_activity:
 * @id: the id of a workshop
 * @path: (nullable): its file
 *
 * Returns: (transfer full) (nullable): the id of the activity that was open
 *   when it was closed; may be gone
 */
char *
dv_recent_dup_activity (const char *id,
                        const char *path)
{
  g_autoptr (GPtrArray) list = dv_recent_list ();

  for (guint i = 0; i < list->len; i++)
    {
      DvRecent *recent = g_ptr_array_index (list, i);

      if (is_same (recent, id, path))
        return g_strdup (recent->activity);
    }
  return NULL;
}

/**
 * dv_recent_remember:
 * @recent: a workshop; replaces what was remembered of it, goes to the top
 */
void
dv_recent_remember (const DvRecent *recent)
{
  g_autoptr (GPtrArray) list = dv_recent_list ();

  write_list (recent, list, recent->id, recent->path);
}

/**
 * dv_recent_forget:
 * @path: a file that need not be listed any more
 */
void
dv_recent_forget (const char *path)
{
  g_autoptr (GPtrArray) list = dv_recent_list ();

  write_list (NULL, list, NULL, path);
}

/**
 * dv_recent_format_time:
 * @time: in seconds since 1970
 *
 * Returns: (transfer full): the time of today, "yesterday", or a date
 */
char *
dv_recent_format_time (gint64 time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  int year, month, day, then_year, then_month, then_day;

  if (then == NULL)
    return g_strdup ("");

  g_date_time_get_ymd (then, &then_year, &then_month, &then_day);
  g_date_time_get_ymd (now, &year, &month, &day);
  if (year == then_year && month == then_month && day == then_day)
    /* Translators: a time of today. */
    return g_date_time_format (then, C_("time", "%H:%M"));

  g_date_time_get_ymd (yesterday, &year, &month, &day);
  if (year == then_year && month == then_month && day == then_day)
    return g_strdup (C_("time", "yesterday"));

  if (g_date_time_get_year (now) == then_year)
    /* Translators: a day of this year. */
    return g_date_time_format (then, C_("time", "%-e %B"));
  return g_date_time_format (then, C_("time", "%-e %B %Y"));
}
