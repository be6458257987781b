/* main.c
 *
 * No verb or a file: the window. A verb: the command line.
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "draagvlak"

#include "config.h"

#include <fcntl.h>
#include <locale.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "dv-app.h"
#include "dv-command.h"

/* A build that is not installed finds its translations through the environment. */
static void
set_up_language (void)
{
  const char *folder = g_getenv ("DRAAGVLAK_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : DV_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Whoever starts us may have closed standard input, output or error. The next
 * file to be opened would get that number, and what is printed would land in a
 * lock or journal. */
static void
fill_standard_descriptors (void)
{
  int fd;

  do
    fd = open ("/dev/null", O_RDWR);
  while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd >= 0)
    close (fd);
}

int
main (int argc,
      char **argv)
{
  fill_standard_descriptors ();
  set_up_language ();
  if (argc > 1 && dv_command_handles (argv[1]))
    return dv_command_run (argc, argv);

  return dv_app_run (argc, argv);
}
