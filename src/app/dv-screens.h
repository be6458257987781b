/* dv-screens.h
 *
 * On which screen the room looks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A screen as the desktop describes it. Strings are borrowed. */
typedef struct
{
  const char *connector;    /* nullable: "HDMI-1", "eDP-1" */
  const char *manufacturer; /* nullable */
  const char *model;        /* nullable */
  int x;                    /* on the desktop, in its px */
  int y;
  int width;
  int height;
} DvScreen;

/* What the projector does, as far as screens go. */
typedef enum
{
  DV_SHOWING_NOTHING,
  DV_SHOWING_ASKS,    /* the room might see the console: the person must say */
  DV_SHOWING_FULL,    /* full screen, where the console is not */
  DV_SHOWING_WINDOW,  /* as a window */
  DV_SHOWING_WAITS,   /* its screen went; comes back by itself */
} DvShowing;

/* Whether the room has a screen of its own. */
typedef enum
{
  DV_ROOM_SCREEN_NONE,
  DV_ROOM_SCREEN_MIRRORED, /* it shows the console */
  DV_ROOM_SCREEN_OWN,
} DvRoomScreen;

typedef struct
{
  DvShowing showing;
  int screen; /* of DV_SHOWING_FULL: which; else -1 */
} DvShowingAt;

char       *dv_screen_dup_key  (const DvScreen    *screen) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dv_screens_overlap (const DvScreen    *a,
                                const DvScreen    *b);
int         dv_screens_choose  (const DvScreen    *screens,
                                guint              n_screens,
                                int                console,
                                const char *const *remembered);
int         dv_screens_next    (const DvScreen    *screens,
                                guint              n_screens,
                                int                console,
                                int                current);
char      **dv_screens_remember (const DvScreen   *screen,
                                 const char *const *remembered) G_GNUC_WARN_UNUSED_RESULT;

DvShowingAt dv_screens_open    (const DvScreen    *screens,
                                guint              n_screens,
                                int                console,
                                const char *const *remembered,
                                gboolean           is_allowed);
DvShowingAt dv_screens_changed (const DvScreen    *screens,
                                guint              n_screens,
                                int                console,
                                const char *const *remembered,
                                DvShowing          now);
DvRoomScreen dv_screens_find_room (const DvScreen *screens,
                                   guint           n_screens,
                                   int             console);

G_END_DECLS
