/* dv-window.h
 *
 * A window with a workshop, or with the start screen
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-application.h"
#include "dv-document.h"

G_BEGIN_DECLS

#define DV_TYPE_WINDOW (dv_window_get_type ())
G_DECLARE_FINAL_TYPE (DvWindow, dv_window, DV, WINDOW, AdwApplicationWindow)

DvWindow      *dv_window_new             (DvApplication *application);

gboolean       dv_window_is_free         (DvWindow      *self);
const char    *dv_window_get_path        (DvWindow      *self);
DvDocument    *dv_window_get_document    (DvWindow      *self);
void           dv_window_show_welcome    (DvWindow      *self);
void           dv_window_open            (DvWindow      *self,
                                          const char    *path);
void           dv_window_recover         (DvWindow      *self,
                                          const char    *room);
void           dv_window_show_document   (DvWindow      *self,
                                          DvDocument    *document);
void           dv_window_tell_error      (DvWindow      *self,
                                          const char    *what,
                                          const GError  *error);
void           dv_window_say             (DvWindow      *self,
                                          const char    *text);

GtkFileFilter *dv_window_new_file_filter (void) G_GNUC_WARN_UNUSED_RESULT;
char          *dv_window_copy_example    (GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
