/* dv-command.h
 *
 * The verbs of the command line
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command comes to, for scripts. */
typedef enum {
  DV_EXIT_FINE = 0,
  DV_EXIT_BAD_INPUT = 1, /* a file, or a value for it, is not right */
  DV_EXIT_WRONG_USE = 2, /* or something cannot be read or written */
} DvExit;

gboolean dv_command_handles (const char *argument);
int      dv_command_run     (int    argc,
                             char **argv);

G_END_DECLS
