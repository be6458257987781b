/* hold-clipboard.c
 *
 * Another program from which a person copied something
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <stdio.h>

#include <gtk/gtk.h>

/* hold-clipboard TEXT: offers TEXT to paste until it is ended; says "ready" when
 * it does. It has no window, so that it takes no focus. */

int
main (int    argc,
      char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (argc != 2 || !gtk_init_check ())
    return 2;

  gdk_clipboard_set_text (gdk_display_get_clipboard (gdk_display_get_default ()), argv[1]);
  gdk_display_sync (gdk_display_get_default ());
  puts ("ready");
  fflush (stdout);
  g_main_loop_run (loop);

  return 0;
}
