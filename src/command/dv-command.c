/* dv-command.c
 *
 * The verbs of the command line
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-command"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-export.h"
#include "dv-verb.h"

static const DvOption no_options[] = { { NULL, FALSE } };
static const DvOption new_options[] = {
  { "--template", TRUE }, { "--title", TRUE }, { "--language", TRUE }, { NULL, FALSE }
};
static const DvOption show_options[] = { { "--ids", FALSE }, { "--private", FALSE }, { NULL, FALSE } };
static const DvOption export_options[] = {
  { "--what", TRUE }, { "--format", TRUE }, { "-o", TRUE }, { "--scene", TRUE }, { "--id", TRUE },
  { "--value", TRUE }, { "--page", TRUE }, { "--size", TRUE }, { "--dark", FALSE }, { NULL, FALSE }
};

static const DvVerb verbs[] = {
  { "new", N_("[--template ID] [--title T] [--language L] OUT"), N_("Make a workshop"),
    N_("The file OUT may not exist yet. A template gives it the steps, activities\n"
       "and roles of a programme. L is en or nl, by default the language of the\n"
       "program."),
    new_options, 1, 1, dv_verb_new },
  { "check", N_("FILE…"), N_("Tell what is wrong with files"),
    N_("Says what is wrong with each file, and on which line. What a newer version\n"
       "of the program added is a warning."),
    no_options, 1, G_MAXUINT, dv_verb_check },
  { "show", N_("[--ids] [--private] FILE"), N_("Print a workshop as plain text"),
    N_("With --ids, the id of each item is behind it, for add, set and remove.\n"
       "Private fields are left out unless --private is given."),
    show_options, 1, 1, dv_verb_show },
  { "kinds", N_("[KIND…]"), N_("List the kinds of items and their fields"),
    N_("For each kind: where it belongs, and its fields with what they hold."),
    no_options, 0, G_MAXUINT, dv_verb_kinds },
  { "add", N_("FILE KIND [PARENTKIND=ID] [FIELD=VALUE…] [before=ID]"), N_("Add an item"),
    N_("Prints the id of the new item. It comes last in the item PARENTKIND=ID, or\n"
       "before its sibling ID. The parent may be left out when only one is possible.\n"
       "The value of a picture field is the name of a file."),
    no_options, 2, G_MAXUINT, dv_verb_add },
  { "set", N_("FILE ID FIELD=VALUE…"), N_("Change fields of an item"),
    N_("An empty value makes a field what it is when nothing is said. The value of a\n"
       "picture field is the name of a file."),
    no_options, 3, G_MAXUINT, dv_verb_set },
  { "remove", N_("FILE ID"), N_("Remove an item with all below it"),
    N_("The example behaviour of a core value goes to the parking lot. What refers to\n"
       "the item forgets it."),
    no_options, 2, 2, dv_verb_remove },
  { "scenes", N_("FILE"), N_("List what the room can be shown"),
    N_("A line for each scene, in the order of the programme: its name, the id of what\n"
       "it is about and what it is called. Name and id are for export --what scene."),
    no_options, 1, 1, dv_verb_scenes },
  { "export", N_("FILE --what WHAT [OPTION…] -o OUT"), N_("Make a document of a workshop"),
    N_("WHAT is manifest, map, words, behaviours, run-sheet, checklist, handout, scene\n"
       "or scenes. The end of the name OUT chooses the format: pdf, svg, png, txt or\n"
       "csv, as fits; --format overrides. OUT may be - for standard output. Nothing\n"
       "private is in the document.\n\n"
       "--what scene draws what the projector would show: --scene NAME of “draagvlak\n"
       "scenes”, --id ID or --value ID when there are more of that name, --page N,\n"
       "--size 1920x1080, --dark. --what scenes draws every page of all of them: in\n"
       "the folder OUT, or when OUT ends in .pdf in that one file."),
    export_options, 1, 1, dv_verb_export },
  { "recover", N_("FILE"), N_("Bring in what a crash left behind"),
    N_("Every other verb does so too, before anything else."),
    no_options, 1, 1, dv_verb_recover },
};

static const DvVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];

  return NULL;
}

/* A word that can only have been meant as a verb. */
static gboolean
looks_like_verb (const char *argument)
{
  return argument[0] != '-' && strpbrk (argument, "./:") == NULL && !g_file_test (argument, G_FILE_TEST_EXISTS);
}

/**
 * dv_command_handles:
 * @argument: the first argument of the program
 *
 * Returns: whether it is for the command line, not for the window
 */
gboolean
dv_command_handles (const char *argument)
{
  return find_verb (argument) != NULL || strcmp (argument, "--help") == 0 || strcmp (argument, "-h") == 0 ||
         strcmp (argument, "--version") == 0 || looks_like_verb (argument);
}

static DvExit
print_help (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n\n", _("Usage: draagvlak [FILE]\n       draagvlak VERB …"));
  g_string_append_printf (out, "%s\n\n", _("Without a verb the window opens. Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (out, "  %-8s  %s\n", verbs[i].name, _(verbs[i].summary));
  g_string_append_printf (out, "\n%s\n", _("“draagvlak VERB --help” tells more; --version prints the version."));

  return dv_verb_print (out->str);
}

static DvExit
print_verb_help (const DvVerb *verb)
{
  g_autofree char *usage = g_strdup_printf (_("Usage: draagvlak %s %s"), verb->name, _(verb->synopsis));
  g_autofree char *text = g_strdup_printf ("%s\n\n%s.\n\n%s\n", usage, _(verb->summary), _(verb->help));

  return dv_verb_print (text);
}

static gboolean
asks_help (int    argc,
           char **argv)
{
  for (int i = 0; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;

  return FALSE;
}

static DvExit
run_verb (const DvVerb *verb,
          int           argc,
          char        **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DvArguments) arguments = NULL;

  if (asks_help (argc, argv))
    return print_verb_help (verb);

  arguments = dv_arguments_new (argc, argv, verb->options, &error);
  if (arguments == NULL || !dv_arguments_count (arguments, verb->min, verb->max, &error))
    {
      dv_verb_say (NULL, 0, "draagvlak %s: %s", verb->name, error->message);
      dv_verb_say (NULL, 0, _("Usage: draagvlak %s %s"), verb->name, _(verb->synopsis));
      return DV_EXIT_WRONG_USE;
    }

  if (verb->run != dv_verb_kinds && dv_arguments_rest (arguments, 0)[0] == '\0')
    {
      dv_verb_say (NULL, 0, "draagvlak %s: %s", verb->name, _("The name of the file is empty"));
      return DV_EXIT_WRONG_USE;
    }

  return verb->run (arguments);
}

/**
 * dv_command_run:
 * @argc: how many arguments, the program's name included
 * @argv: the arguments; dv_command_handles() the first
 *
 * Needs no display. Sets nothing up but reads the locale that is set.
 *
 * Returns: the exit status, a #DvExit
 */
int
dv_command_run (int    argc,
                char **argv)
{
  const DvVerb *verb = find_verb (argv[1]);

  if (verb != NULL)
    return (int) run_verb (verb, argc - 2, argv + 2);
  if (strcmp (argv[1], "--version") == 0)
    return (int) dv_verb_print ("draagvlak " DV_VERSION "\n");
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return (int) print_help ();

  dv_verb_say (NULL, 0, _("draagvlak: there is no verb “%s”, and no such file; see draagvlak --help"), argv[1]);
  return DV_EXIT_WRONG_USE;
}
