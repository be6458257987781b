/* test-screens.c
 *
 * Where the projector goes, whatever is plugged in or out
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-screens.h"

static const DvScreen laptop = { "eDP-1", "BOE", "0x07c9", 0, 0, 1366, 768 };
static const DvScreen beamer = { "HDMI-1", "EPS", "EB-X49", 1366, 0, 1920, 1080 };
static const DvScreen desk = { "DP-2", "DEL", "U2720Q", -3840, 0, 3840, 2160 };

static void
assert_full (DvShowingAt at,
             int         screen)
{
  g_assert_cmpint (at.showing, ==, DV_SHOWING_FULL);
  g_assert_cmpint (at.screen, ==, screen);
}

static void
assert_showing (DvShowingAt at,
                DvShowing   showing)
{
  g_assert_cmpint (at.showing, ==, showing);
  g_assert_cmpint (at.screen, ==, -1);
}

static void
test_one (void)
{
  assert_showing (dv_screens_open (&laptop, 1, 0, NULL, FALSE), DV_SHOWING_ASKS);
  assert_showing (dv_screens_open (&laptop, 1, 0, NULL, TRUE), DV_SHOWING_WINDOW);
  assert_showing (dv_screens_open (&laptop, 1, -1, NULL, FALSE), DV_SHOWING_ASKS);
  /* No screen at all, while one is being switched. */
  assert_showing (dv_screens_open (NULL, 0, -1, NULL, FALSE), DV_SHOWING_ASKS);
  assert_showing (dv_screens_changed (NULL, 0, -1, NULL, DV_SHOWING_FULL), DV_SHOWING_WAITS);
}

static void
test_two (void)
{
  const DvScreen screens[] = { laptop, beamer };
  const DvScreen swapped[] = { beamer, laptop };

  assert_full (dv_screens_open (screens, 2, 0, NULL, FALSE), 1);
  assert_full (dv_screens_open (swapped, 2, 1, NULL, FALSE), 0);
  /* The console was moved to the other one. */
  assert_full (dv_screens_open (screens, 2, 1, NULL, FALSE), 0);
  /* The desktop does not say where the console is: on the laptop. */
  assert_full (dv_screens_open (swapped, 2, -1, NULL, FALSE), 0);
}

static void
test_mirrored (void)
{
  const DvScreen same[] = { laptop, { "HDMI-1", "EPS", "EB-X49", 0, 0, 1366, 768 } };
  const DvScreen smaller[] = { laptop, { "HDMI-1", "EPS", "EB-X49", 0, 0, 1024, 768 } };
  const DvScreen edge[] = { laptop, { "HDMI-1", "EPS", "EB-X49", 1300, 0, 1024, 768 } };

  assert_showing (dv_screens_open (same, 2, 0, NULL, FALSE), DV_SHOWING_ASKS);
  assert_showing (dv_screens_open (smaller, 2, 0, NULL, FALSE), DV_SHOWING_ASKS);
  assert_showing (dv_screens_open (smaller, 2, 1, NULL, FALSE), DV_SHOWING_ASKS);
  assert_showing (dv_screens_open (edge, 2, 0, NULL, FALSE), DV_SHOWING_ASKS);
  assert_showing (dv_screens_open (same, 2, 0, NULL, TRUE), DV_SHOWING_WINDOW);
  /* Super+P was pressed while projecting: nothing of the console is covered. */
  assert_showing (dv_screens_changed (same, 2, 0, NULL, DV_SHOWING_FULL), DV_SHOWING_WAITS);
}

/* As the list of what has to be ready tells it. */
static void
test_room (void)
{
  const DvScreen two[] = { laptop, beamer };
  const DvScreen same[] = { laptop, { "HDMI-1", "EPS", "EB-X49", 0, 0, 1366, 768 } };
  const DvScreen off[] = { laptop, { "HDMI-1", "EPS", "EB-X49", 0, 0, 0, 0 } };

  g_assert_cmpint (dv_screens_find_room (two, 2, 0), ==, DV_ROOM_SCREEN_OWN);
  g_assert_cmpint (dv_screens_find_room (same, 2, 0), ==, DV_ROOM_SCREEN_MIRRORED);
  g_assert_cmpint (dv_screens_find_room (same, 2, -1), ==, DV_ROOM_SCREEN_MIRRORED);
  g_assert_cmpint (dv_screens_find_room (off, 2, 0), ==, DV_ROOM_SCREEN_NONE);
  g_assert_cmpint (dv_screens_find_room (&laptop, 1, 0), ==, DV_ROOM_SCREEN_NONE);
  g_assert_cmpint (dv_screens_find_room (NULL, 0, -1), ==, DV_ROOM_SCREEN_NONE);
}

/* The question is answered by joining the displays. */
static void
test_joined (void)
{
  const DvScreen screens[] = { laptop, beamer };

  assert_full (dv_screens_changed (screens, 2, 0, NULL, DV_SHOWING_ASKS), 1);
  assert_showing (dv_screens_changed (&laptop, 1, 0, NULL, DV_SHOWING_ASKS), DV_SHOWING_ASKS);
}

static void
test_unplugged (void)
{
  const DvScreen screens[] = { laptop, beamer };
  const DvScreen other[] = { laptop, { "HDMI-2", "SNY", "VPL", 1366, 0, 1024, 768 } };

  assert_showing (dv_screens_changed (&laptop, 1, 0, NULL, DV_SHOWING_FULL), DV_SHOWING_WAITS);
  assert_showing (dv_screens_changed (&laptop, 1, 0, NULL, DV_SHOWING_WAITS), DV_SHOWING_WAITS);
  assert_full (dv_screens_changed (screens, 2, 0, NULL, DV_SHOWING_WAITS), 1);
  assert_full (dv_screens_changed (other, 2, 0, NULL, DV_SHOWING_WAITS), 1);
  /* F5 while it waits: as when it was never open. */
  assert_showing (dv_screens_open (&laptop, 1, 0, NULL, FALSE), DV_SHOWING_ASKS);
}

static void
test_resolution (void)
{
  DvScreen screens[] = { laptop, beamer };

  screens[1].width = 1024;
  screens[1].height = 768;
  assert_full (dv_screens_changed (screens, 2, 0, NULL, DV_SHOWING_FULL), 1);
  /* A screen that is being switched has no size for a moment. */
  screens[1].width = 0;
  screens[1].height = 0;
  assert_showing (dv_screens_changed (screens, 2, 0, NULL, DV_SHOWING_FULL), DV_SHOWING_WAITS);
}

/* Nobody asked for it, or asked for a window: plugging in changes nothing. */
static void
test_left_alone (void)
{
  const DvScreen screens[] = { laptop, beamer };

  assert_showing (dv_screens_changed (screens, 2, 0, NULL, DV_SHOWING_NOTHING), DV_SHOWING_NOTHING);
  assert_showing (dv_screens_changed (screens, 2, 0, NULL, DV_SHOWING_WINDOW), DV_SHOWING_WINDOW);
  assert_full (dv_screens_open (screens, 2, 0, NULL, FALSE), 1);
}

static void
test_three (void)
{
  const DvScreen screens[] = { laptop, beamer, desk };
  g_autofree char *key = dv_screen_dup_key (&beamer);
  const char *remembered[] = { key, NULL };

  /* The larger of the two, until somebody chose. */
  assert_full (dv_screens_open (screens, 3, 0, NULL, FALSE), 2);
  assert_full (dv_screens_open (screens, 3, 0, remembered, FALSE), 1);
  /* Console on the desk: rather the beamer than the laptop. */
  assert_full (dv_screens_open (screens, 3, 2, NULL, FALSE), 1);

  g_assert_cmpint (dv_screens_next (screens, 3, 0, 1), ==, 2);
  g_assert_cmpint (dv_screens_next (screens, 3, 0, 2), ==, 1);
  g_assert_cmpint (dv_screens_next (screens, 3, 0, -1), ==, 1);
  g_assert_cmpint (dv_screens_next (screens, 3, 2, 1), ==, 0);
  g_assert_cmpint (dv_screens_next (screens, 2, 0, 1), ==, -1);
  g_assert_cmpint (dv_screens_next (&laptop, 1, 0, -1), ==, -1);
  g_assert_cmpint (dv_screens_next (NULL, 0, -1, -1), ==, -1);

  /* The one on which it is goes: it moves to the other. */
  assert_full (dv_screens_changed ((const DvScreen[]){ laptop, desk }, 2, 0, remembered, DV_SHOWING_FULL), 1);
}

static void
test_remembered (void)
{
  const DvScreen screens[] = { laptop, beamer, desk };
  const DvScreen other_plug[] = { laptop, desk, { "DP-5", "EPS", "EB-X49", 1366, 0, 1920, 1080 } };
  const DvScreen nameless[] = { laptop, { "VGA-1", NULL, NULL, 1366, 0, 800, 600 }, { "VGA-2", NULL, NULL, 2166, 0, 1024, 768 } };
  g_auto (GStrv) first = dv_screens_remember (&desk, NULL);
  g_auto (GStrv) second = dv_screens_remember (&beamer, (const char *const *) first);
  g_auto (GStrv) third = dv_screens_remember (&desk, (const char *const *) second);
  g_auto (GStrv) vga = dv_screens_remember (&nameless[1], NULL);

  g_assert_cmpuint (g_strv_length (third), ==, 2);
  assert_full (dv_screens_open (screens, 3, 0, (const char *const *) second, FALSE), 1);
  assert_full (dv_screens_open (screens, 3, 0, (const char *const *) third, FALSE), 2);
  /* It is gone: the one before; and all are gone: the best there is. */
  assert_full (dv_screens_open ((const DvScreen[]){ laptop, desk }, 2, 0, (const char *const *) second, FALSE), 1);
  assert_full (dv_screens_open ((const DvScreen[]){ laptop, beamer }, 2, 0, (const char *const *) first, FALSE), 1);
  /* The same projector on another plug; screens without a name by their plug. */
  assert_full (dv_screens_open (other_plug, 3, 0, (const char *const *) second, FALSE), 2);
  assert_full (dv_screens_open (nameless, 3, 0, (const char *const *) vga, FALSE), 1);
  assert_full (dv_screens_open (nameless, 3, 0, NULL, FALSE), 2);
}

/* The console was dragged to where the room looks. */
static void
test_in_front (void)
{
  const DvScreen screens[] = { laptop, beamer };
  g_auto (GStrv) remembered = dv_screens_remember (&beamer, NULL);

  assert_showing (dv_screens_open (screens, 2, 1, (const char *const *) remembered, FALSE), DV_SHOWING_ASKS);
  assert_full (dv_screens_open (screens, 2, 1, (const char *const *) remembered, TRUE), 0);
  assert_showing (dv_screens_changed (screens, 2, 1, (const char *const *) remembered, DV_SHOWING_ASKS), DV_SHOWING_ASKS);
}

static void
test_many_rooms (void)
{
  g_auto (GStrv) remembered = NULL;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *model = g_strdup_printf ("room %d", i);
      const DvScreen screen = { "HDMI-1", "EPS", model, 0, 0, 1920, 1080 };
      char **more = dv_screens_remember (&screen, (const char *const *) remembered);

      g_strfreev (remembered);
      remembered = more;
    }
  g_assert_cmpuint (g_strv_length (remembered), ==, 16);
  g_assert_cmpstr (remembered[0], ==, "HDMI-1|EPS|room 39");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screens/one", test_one);
  g_test_add_func ("/screens/two", test_two);
  g_test_add_func ("/screens/mirrored", test_mirrored);
  g_test_add_func ("/screens/room", test_room);
  g_test_add_func ("/screens/joined", test_joined);
  g_test_add_func ("/screens/unplugged", test_unplugged);
  g_test_add_func ("/screens/resolution", test_resolution);
  g_test_add_func ("/screens/left-alone", test_left_alone);
  g_test_add_func ("/screens/three", test_three);
  g_test_add_func ("/screens/remembered", test_remembered);
  g_test_add_func ("/screens/in-front", test_in_front);
  g_test_add_func ("/screens/many-rooms", test_many_rooms);

  return g_test_run ();
}
