/* dv-arguments.c
 *
 * The arguments of a verb: options and the rest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-command"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-arguments.h"

/* GOptionContext is not used: it would take “text=--help” apart from its place
 * and writes help of its own form. */

G_DEFINE_QUARK (dv-arguments-error-quark, dv_arguments_error)

static const DvOption *
find_option (const DvOption *options,
             const char     *argument,
             gsize           length)
{
  for (; options != NULL && options->name != NULL; options++)
    if (strlen (options->name) == length && strncmp (options->name, argument, length) == 0)
      return options;

  return NULL;
}

/* Takes the option at @i; returns how many arguments it took, 0 for an error. */
static int
take_option (DvArguments    *self,
             int             argc,
             char          **argv,
             int             i,
             const DvOption *options,
             GError        **error)
{
  const char *equals = strchr (argv[i], '=');
  gsize length = equals != NULL ? (gsize) (equals - argv[i]) : strlen (argv[i]);
  const DvOption *option = find_option (options, argv[i], length);
  const char *value = equals != NULL ? equals + 1 : i + 1 < argc ? argv[i + 1] : NULL;

  if (option == NULL || (equals != NULL && !option->has_value))
    {
      g_set_error (error, DV_ARGUMENTS_ERROR, DV_ARGUMENTS_ERROR_UNKNOWN, _("There is no option “%s” here"), argv[i]);
      return 0;
    }
  if (option->has_value && value == NULL)
    {
      g_set_error (error, DV_ARGUMENTS_ERROR, DV_ARGUMENTS_ERROR_MISSING, _("The option “%s” needs a value"), argv[i]);
      return 0;
    }

  g_hash_table_insert (self->options, (gpointer) option->name, (gpointer) (option->has_value ? value : ""));
  return option->has_value && equals == NULL ? 2 : 1;
}

/**
 * dv_arguments_new:
 * @argc: how many
 * @argv: the arguments behind the verb; they must outlive the result
 * @options: (nullable) (array zero-terminated=1): the options that the verb has
 * @error: where to put a %DV_ARGUMENTS_ERROR
 *
 * Options may stand anywhere; behind “--” there are none. A lone “-” is no
 * option.
 *
 * Returns: (transfer full) (nullable): the arguments
 */
DvArguments *
dv_arguments_new (int             argc,
                  char          **argv,
                  const DvOption *options,
                  GError        **error)
{
  g_autoptr (DvArguments) self = g_new0 (DvArguments, 1);
  gboolean ended = FALSE;
  int i = 0;

  self->rest = g_ptr_array_new ();
  self->options = g_hash_table_new (g_str_hash, g_str_equal);

  while (i < argc)
    {
      int taken = 1;

      if (!ended && strcmp (argv[i], "--") == 0)
        ended = TRUE;
      else if (!ended && argv[i][0] == '-' && argv[i][1] != '\0')
        taken = take_option (self, argc, argv, i, options, error);
      else
        g_ptr_array_add (self->rest, argv[i]);
      if (taken == 0)
        return NULL;
      i += taken;
    }

  return g_steal_pointer (&self);
}

void
dv_arguments_free (DvArguments *self)
{
  g_ptr_array_unref (self->rest);
  g_hash_table_unref (self->options);
  g_free (self);
}

gboolean
dv_arguments_has (const DvArguments *self,
                  const char        *option)
{
  return g_hash_table_contains (self->options, option);
}

/**
 * dv_arguments_get:
 * @self: arguments
 * @option: the name of an option with its hyphens
 *
 * Returns: (nullable) (transfer none): its value, the last one given
 */
const char *
dv_arguments_get (const DvArguments *self,
                  const char        *option)
{
  return g_hash_table_lookup (self->options, option);
}

/**
 * dv_arguments_rest:
 * @self: arguments
 * @i: which of those that are no option
 *
 * Returns: (nullable) (transfer none): that argument
 */
const char *
dv_arguments_rest (const DvArguments *self,
                   guint              i)
{
  return i < self->rest->len ? g_ptr_array_index (self->rest, i) : NULL;
}

/**
 * dv_arguments_count:
 * @self: arguments
 * @min: the least that there may be, options aside
 * @max: the most
 * @error: where to put %DV_ARGUMENTS_ERROR_NUMBER
 *
 * Returns: whether there are as many as there should be
 */
gboolean
dv_arguments_count (const DvArguments *self,
                    guint              min,
                    guint              max,
                    GError           **error)
{
  if (self->rest->len >= min && self->rest->len <= max)
    return TRUE;

  if (self->rest->len < min)
    g_set_error (error, DV_ARGUMENTS_ERROR, DV_ARGUMENTS_ERROR_NUMBER, _("Something is missing"));
  else
    g_set_error (error, DV_ARGUMENTS_ERROR, DV_ARGUMENTS_ERROR_NUMBER, _("“%s” is one argument too many"),
                 dv_arguments_rest (self, max));
  return FALSE;
}
