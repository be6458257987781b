/* dv-console.h
 *
 * The inside of the window while a workshop is open
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-page.h"
#include "dv-rail.h"
#include "dv-screens.h"

G_BEGIN_DECLS

#define DV_TYPE_CONSOLE (dv_console_get_type ())
G_DECLARE_FINAL_TYPE (DvConsole, dv_console, DV, CONSOLE, GtkWidget)

GtkWidget *dv_console_new          (DvSession  *session,
                                    int         width);

DvSession *dv_console_get_session  (DvConsole  *self);
DvPage    *dv_console_get_page     (DvConsole  *self);
DvPageKind dv_console_get_kind     (DvConsole  *self);
DvFixed    dv_console_get_fixed    (DvConsole  *self);
void       dv_console_open_fixed   (DvConsole  *self,
                                    DvFixed     fixed);
void       dv_console_go           (DvConsole  *self,
                                    int         by);

void       dv_console_toggle_rail  (DvConsole  *self);
void       dv_console_toggle_side  (DvConsole  *self);
void       dv_console_show_search  (DvConsole  *self);
void       dv_console_focus_entry  (DvConsole  *self);
void       dv_console_reveal       (DvConsole  *self);
void       dv_console_commit       (DvConsole  *self);
void       dv_console_set_place    (DvConsole  *self,
                                    const char *path);
void       dv_console_tell_saved   (DvConsole  *self,
                                    const char *hint,
                                    const char *tooltip,
                                    const char *alarm);
void       dv_console_tell_showing (DvConsole  *self,
                                    DvShowing   showing);

G_END_DECLS
