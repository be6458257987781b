/* dv-test-page.h
 *
 * A page of the console in a window, driven as a person would
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-page.h"
#include "dv-test-workshop.h"

/* What a test of a page holds: the sample workshop, the page in a window. */
typedef struct
{
  DvWorkshop *workshop;
  DvSession *session;
  DvPage *page;
  GtkWidget *window;
  GString *said; /* what the person was told, a line each */
} DvTestPage;

void       dv_test_page_init     (int        *argc,
                                  char     ***argv);
void       dv_test_page_open     (DvTestPage *self,
                                  DvPage     *(*create) (DvSession *session));
void       dv_test_page_close    (DvTestPage *self);
void       dv_test_wait          (void);
GtkWidget *dv_test_find          (GtkWidget  *root,
                                  GType       type,
                                  guint       nth);
GtkWidget *dv_test_find_label    (GtkWidget  *root,
                                  const char *text);
void       dv_test_check_names   (GtkWidget  *root);
