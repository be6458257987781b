/* dv-screens.c
 *
 * On which screen the room looks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-screens"

#include "config.h"

#include <string.h>

#include "dv-screens.h"

/* Where the projector goes, as a function of what is plugged in, where the
 * console is and what was chosen before; no window or setting is asked. Two
 * rules stand above all: the projector never covers the console, and where the
 * room would see the console, the person is asked first. */

/* A facilitator travels: so many rooms are remembered. */
#define MAX_REMEMBERED 16

static gboolean
is_usable (const DvScreen *screen)
{
  return screen->width > 0 && screen->height > 0;
}

/* The panel of a laptop. */
static gboolean
is_built_in (const DvScreen *screen)
{
  static const char *const connectors[] = { "eDP", "LVDS", "DSI" };

  for (guint i = 0; screen->connector != NULL && i < G_N_ELEMENTS (connectors); i++)
    if (g_str_has_prefix (screen->connector, connectors[i]))
      return TRUE;
  return FALSE;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * dv_screen_dup_key:
 * @screen: a screen
 *
 * Returns: (transfer full): what it is remembered by: connector, manufacturer
 *   and model
 */
char *
dv_screen_dup_key (const DvScreen *screen)
{
  return g_strdup_printf ("%s|%s|%s", or_empty (screen->connector),
                          or_empty (screen->manufacturer), or_empty (screen->model));
}

/**
 * dv_screens_overlap:
 * @a: a screen
 * @b: another
 *
 * Mirrored displays lie over each other, also where one is smaller.
 *
 * Returns: whether something on the one can be seen on the other
 */
gboolean
dv_screens_overlap (const DvScreen *a,
                    const DvScreen *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Where the console must be when the desktop does not say. */
static int
guess_console (const DvScreen *screens,
               guint           n_screens,
               int             console)
{
  if (console >= 0 && (guint) console < n_screens)
    return console;
  for (guint i = 0; i < n_screens; i++)
    if (is_usable (&screens[i]) && is_built_in (&screens[i]))
      return (int) i;
  return 0;
}

static gboolean
is_free (const DvScreen *screens,
         guint           n_screens,
         int             console,
         guint           screen)
{
  int at = guess_console (screens, n_screens, console);

  return is_usable (&screens[screen]) && (guint) at != screen && !dv_screens_overlap (&screens[screen], &screens[at]);
}

static gboolean
is_called (const DvScreen *screen,
           const char     *key)
{
  g_autofree char *own = dv_screen_dup_key (screen);

  return g_str_equal (own, key);
}

/* The same projector on another plug. */
static gboolean
is_of_model (const DvScreen *screen,
             const char     *key)
{
  g_autofree char *own = dv_screen_dup_key (screen);
  const char *model = strchr (own, '|');
  const char *other = strchr (key, '|');

  return screen->model != NULL && screen->model[0] != '\0' && other != NULL && g_str_equal (model, other);
}

typedef gboolean (*IsKnownAs) (const DvScreen *screen,
                               const char     *key);

static int
find (const DvScreen *screens,
      guint           n_screens,
      int             console,
      const char     *key,
      IsKnownAs       is_known_as)
{
  for (guint i = 0; i < n_screens; i++)
    if (is_free (screens, n_screens, console, i) && is_known_as (&screens[i], key))
      return (int) i;
  return -1;
}

static int
find_remembered (const DvScreen    *screens,
                 guint              n_screens,
                 int                console,
                 const char *const *remembered)
{
  int found = -1;

  for (guint i = 0; found < 0 && remembered != NULL && remembered[i] != NULL; i++)
    {
      found = find (screens, n_screens, console, remembered[i], is_called);
      if (found < 0)
        found = find (screens, n_screens, console, remembered[i], is_of_model);
    }
  return found;
}

/* Whether a room looks rather at @a than at @b: not at a laptop, and at what is
 * larger. */
static gboolean
is_better (const DvScreen *a,
           const DvScreen *b)
{
  if (is_built_in (a) != is_built_in (b))
    return is_built_in (b);
  return (gint64) a->width * a->height > (gint64) b->width * b->height;
}

/**
 * dv_screens_choose:
 * @screens: (array length=n_screens): what is plugged in
 * @n_screens: how many
 * @console: on which the console is; -1 when that is not known
 * @remembered: (nullable): keys of screens chosen before, the last one first
 *
 * Returns: the screen for the projector; -1 when there is none that shows
 *   nothing of the console
 */
int
dv_screens_choose (const DvScreen    *screens,
                   guint              n_screens,
                   int                console,
                   const char *const *remembered)
{
  int best = find_remembered (screens, n_screens, console, remembered);

  if (best >= 0)
    return best;

  for (guint i = 0; i < n_screens; i++)
    if (is_free (screens, n_screens, console, i) && (best < 0 || is_better (&screens[i], &screens[best])))
      best = (int) i;
  return best;
}

/**
 * dv_screens_next:
 * @screens: (array length=n_screens): what is plugged in
 * @n_screens: how many
 * @console: on which the console is; -1 when that is not known
 * @current: on which the projector is; -1 for none
 *
 * Returns: the screen after @current where it may go; -1 when there is no other
 */
int
dv_screens_next (const DvScreen *screens,
                 guint           n_screens,
                 int             console,
                 int             current)
{
  for (guint i = 1; i <= n_screens; i++)
    {
      guint next = (guint) (MAX (current, -1) + (int) i) % n_screens;

      if ((int) next != current && is_free (screens, n_screens, console, next))
        return (int) next;
    }
  return -1;
}

/* Whether the console stands on what was last chosen for the room. */
static gboolean
is_in_front (const DvScreen    *screens,
             guint              n_screens,
             int                console,
             const char *const *remembered)
{
  return console >= 0 && (guint) console < n_screens && remembered != NULL && remembered[0] != NULL &&
         !is_built_in (&screens[console]) && is_called (&screens[console], remembered[0]);
}

/**
 * dv_screens_remember:
 * @screen: what was chosen
 * @remembered: (nullable): what was chosen before
 *
 * Returns: (transfer full): the keys to remember, the last chosen one first
 */
char **
dv_screens_remember (const DvScreen    *screen,
                     const char *const *remembered)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *key = dv_screen_dup_key (screen);
  guint n_kept = 1;

  g_strv_builder_add (builder, key);
  for (guint i = 0; remembered != NULL && remembered[i] != NULL && n_kept < MAX_REMEMBERED; i++)
    if (!g_str_equal (remembered[i], key))
      {
        g_strv_builder_add (builder, remembered[i]);
        n_kept++;
      }
  return g_strv_builder_end (builder);
}

/**
 * dv_screens_open:
 * @screens: (array length=n_screens): what is plugged in
 * @n_screens: how many
 * @console: on which the console is; -1 when that is not known
 * @remembered: (nullable): keys of screens chosen before, the last one first
 * @is_allowed: whether the person said that the room does not see the console,
 *   or may
 *
 * Returns: what happens when the projector is asked for
 */
DvShowingAt
dv_screens_open (const DvScreen    *screens,
                 guint              n_screens,
                 int                console,
                 const char *const *remembered,
                 gboolean           is_allowed)
{
  int screen = dv_screens_choose (screens, n_screens, console, remembered);

  if (!is_allowed && (screen < 0 || is_in_front (screens, n_screens, console, remembered)))
    return (DvShowingAt){ DV_SHOWING_ASKS, -1 };
  if (screen < 0)
    return (DvShowingAt){ DV_SHOWING_WINDOW, -1 };
  return (DvShowingAt){ DV_SHOWING_FULL, screen };
}

/**
 * dv_screens_changed:
 * @screens: (array length=n_screens): what is plugged in now
 * @n_screens: how many
 * @console: on which the console is; -1 when that is not known
 * @remembered: (nullable): keys of screens chosen before, the last one first
 * @now: what the projector does
 *
 * A projector whose screen goes is hidden, or the desktop would put it over the
 * console; one that waits comes back as soon as there is a screen for it. A
 * window stays a window.
 *
 * Returns: what it does from now on
 */
DvShowingAt
dv_screens_changed (const DvScreen    *screens,
                    guint              n_screens,
                    int                console,
                    const char *const *remembered,
                    DvShowing          now)
{
  int screen = dv_screens_choose (screens, n_screens, console, remembered);

  switch (now)
    {
    case DV_SHOWING_ASKS:
      if (screen >= 0 && !is_in_front (screens, n_screens, console, remembered))
        return (DvShowingAt){ DV_SHOWING_FULL, screen };
      return (DvShowingAt){ DV_SHOWING_ASKS, -1 };
    case DV_SHOWING_FULL:
    case DV_SHOWING_WAITS:
      if (screen >= 0)
        return (DvShowingAt){ DV_SHOWING_FULL, screen };
      return (DvShowingAt){ DV_SHOWING_WAITS, -1 };
    case DV_SHOWING_NOTHING:
    case DV_SHOWING_WINDOW:
    default:
      return (DvShowingAt){ now, -1 };
    }
}

/**
 * dv_screens_find_room:
 * @screens: what is plugged in
 * @n_screens: how many
 * @console: where the console is, or -1
 *
 * Returns: whether there is a screen on which the room would not see the console
 */
DvRoomScreen
dv_screens_find_room (const DvScreen *screens,
                      guint           n_screens,
                      int             console)
{
  guint n_usable = 0;

  if (dv_screens_choose (screens, n_screens, console, NULL) >= 0)
    return DV_ROOM_SCREEN_OWN;
  for (guint i = 0; i < n_screens; i++)
    n_usable += is_usable (&screens[i]) ? 1 : 0;
  return n_usable > 1 ? DV_ROOM_SCREEN_MIRRORED : DV_ROOM_SCREEN_NONE;
}
