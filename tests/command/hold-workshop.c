/* hold-workshop.c
 *
 * hold-workshop FILE [TITLE]: has a workshop open as a window would, until its
 * standard input ends; with TITLE it sets that, makes it durable and is killed
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <signal.h>
#include <stdio.h>

#include "dv-change.h"
#include "dv-document.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DvDocument) document = dv_document_open (argv[1], &error);
  DvWorkshop *workshop;

  g_assert_no_error (error);
  workshop = dv_document_get_workshop (document);
  if (argc > 2)
    {
      dv_change_string (workshop, dv_workshop_get_root (workshop), DV_WORKSHOP_TITLE, argv[2], "", &error);
      g_assert_no_error (error);
      dv_document_flush (document, &error);
      g_assert_no_error (error);
      raise (SIGKILL);
    }

  puts ("open");
  fflush (stdout);
  while (getchar () != EOF)
    continue;
  dv_document_close (document, &error);
  g_assert_no_error (error);
  return 0;
}
