/* dv-settings.c
 *
 * What is remembered about the window, with or without installed settings
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-settings"

#include "config.h"

#include "dv-settings.h"

/* GSettings ends the program when its schema is not installed. Somebody who
 * starts the program from a build folder should just get the defaults, so the
 * schema is looked for first, and so is each key: an older schema may be
 * installed. Main thread. */

/**
 * dv_settings_get:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL when the schema is
 *   not installed
 */
GSettings *
dv_settings_get (void)
{
  static GSettings *settings = NULL;
  static gboolean is_looked_for = FALSE;

  if (!is_looked_for)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      is_looked_for = TRUE;
      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, DV_APPLICATION_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }

  return settings;
}

static gboolean
has_key (const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (dv_settings_get () == NULL)
    return FALSE;

  g_object_get (dv_settings_get (), "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key);
}

/**
 * dv_settings_get_boolean:
 * @key: a key of the schema
 * @fallback: what to return when there is no schema
 */
gboolean
dv_settings_get_boolean (const char *key,
                         gboolean    fallback)
{
  return has_key (key) ? g_settings_get_boolean (dv_settings_get (), key) : fallback;
}

void
dv_settings_set_boolean (const char *key,
                         gboolean    value)
{
  if (has_key (key))
    g_settings_set_boolean (dv_settings_get (), key, value);
}

/**
 * dv_settings_get_int:
 * @key: a key of the schema
 * @fallback: what to return when there is no schema
 */
int
dv_settings_get_int (const char *key,
                     int         fallback)
{
  return has_key (key) ? g_settings_get_int (dv_settings_get (), key) : fallback;
}

void
dv_settings_set_int (const char *key,
                     int         value)
{
  if (has_key (key))
    g_settings_set_int (dv_settings_get (), key, value);
}

/**
 * dv_settings_dup_string:
 * @key: a key of the schema that holds a string or an enumeration
 * @fallback: what to return when there is no schema
 *
 * Returns: (transfer full): the string
 */
char *
dv_settings_dup_string (const char *key,
                        const char *fallback)
{
  return has_key (key) ? g_settings_get_string (dv_settings_get (), key) : g_strdup (fallback);
}

void
dv_settings_set_string (const char *key,
                        const char *value)
{
  if (has_key (key))
    g_settings_set_string (dv_settings_get (), key, value);
}

/**
 * dv_settings_dup_strv:
 * @key: a key of the schema that holds strings
 *
 * Returns: (transfer full) (nullable): the strings; %NULL when there is no schema
 */
char **
dv_settings_dup_strv (const char *key)
{
  return has_key (key) ? g_settings_get_strv (dv_settings_get (), key) : NULL;
}

void
dv_settings_set_strv (const char        *key,
                      const char *const *value)
{
  if (has_key (key))
    g_settings_set_strv (dv_settings_get (), key, value);
}

/**
 * dv_settings_bind:
 * @key: a key of the schema
 * @object: a #GObject
 * @property: one of its properties, of the type of @key
 *
 * Has @property follow @key, as long as @object lives.
 */
void
dv_settings_bind (const char *key,
                  gpointer    object,
                  const char *property)
{
  if (has_key (key))
    g_settings_bind (dv_settings_get (), key, object, property, G_SETTINGS_BIND_GET);
}
