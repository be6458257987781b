/* dv-window-private.h
 *
 * What the files of the window share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-console.h"
#include "dv-projection.h"
#include "dv-window.h"

G_BEGIN_DECLS

struct _DvWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwBin *welcome_bin;
  AdwBin *console_bin;
  AdwBin *question_bin;
  GtkLabel *loading_label;

  /* Owned; NULL with the start screen */
  DvDocument *document;
  DvSession *session;
  DvProjection *projection;
  GCancellable *opening;
  GtkFileChooserNative *chooser;
  char *chooser_task; /* what the file that is being chosen is for */
  char *opening_path; /* of the file that is being read */

  /* Borrowed */
  DvConsole *console;  /* nullable; owned by console_bin */
  AdwToast *save_toast; /* nullable; while it is shown */

  /* State */
  guint wait_id;
  gboolean is_closing;
  gboolean is_leaving; /* hidden, while the workshop is written and closed */
  gboolean is_told;    /* the person chose to close although something failed */
};

void  dv_window_install_file_actions   (GtkWidgetClass *widget_class);
void  dv_window_install_view_actions   (GtkWidgetClass *widget_class);
void  dv_window_install_stage_actions  (GtkWidgetClass *widget_class);
void  dv_window_update_actions         (DvWindow       *self);
void  dv_window_update_stage_actions   (DvWindow       *self);
void  dv_window_showing_changed        (DvWindow       *self);
void  dv_window_say_folder             (DvWindow       *self,
                                        const char     *text,
                                        const char     *path);

G_END_DECLS
