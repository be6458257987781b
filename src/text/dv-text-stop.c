/* dv-text-stop.c
 *
 * Words that say nothing by themselves
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-text-stop"

#include "config.h"

#include "dv-text-stop.h"

#include <string.h>

/* The lists are files, a word a line, so that an organisation can have its own.
 * Each is read once and then only looked into, from any thread.
 */

static const char *const languages[] = { "nl", "en" };

static char *
load (const char *name)
{
  const char *chosen = g_getenv ("DRAAGVLAK_DATA_DIR");
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "draagvlak", NULL);
  const char *folders[] = { chosen != NULL && chosen[0] != '\0' ? chosen : own, own, DV_PKGDATADIR };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "words", name, NULL);
      char *text;
      gsize length;

      if (g_file_get_contents (path, &text, &length, NULL))
        return g_utf8_make_valid (text, (gssize) length);
    }

  /* Without a list every word is drawn; nothing is lost. */
  return g_strdup ("");
}

static gpointer
read_list (gpointer data)
{
  GHashTable *list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *name = g_strdup_printf ("stop-%s.txt", (const char *) data);
  g_autofree char *text = load (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (lines[i][0] != '\0' && lines[i][0] != '#')
        g_hash_table_add (list, g_utf8_casefold (lines[i], -1));
    }

  return list;
}

static GHashTable *
get_list (const char *language)
{
  static GOnce lists[G_N_ELEMENTS (languages)] = { G_ONCE_INIT, G_ONCE_INIT };
  guint i = language != NULL && g_str_has_prefix (language, "nl") ? 0 : 1;

  return g_once (&lists[i], read_list, (gpointer) languages[i]);
}

/**
 * dv_text_is_stop:
 * @language: (nullable): "nl" or "en"
 * @text: a word or a phrase
 *
 * Accents count here: "één" is something else than "een".
 *
 * Returns: whether each of its words says nothing by itself, as "de" and "van"
 */
gboolean
dv_text_is_stop (const char *language,
                 const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t.,;:!?\"()", -1);
  gboolean has_words = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (!g_hash_table_contains (get_list (language), words[i]))
        return FALSE;
      has_words = TRUE;
    }

  return has_words;
}
