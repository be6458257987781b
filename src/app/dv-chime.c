/* dv-chime.c
 *
 * A soft sound when time is up
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-chime"

#include "config.h"

#include "dv-chime.h"

#include <math.h>
#include <string.h>

/* Two tones, a fourth apart, that die away: one hears that something is ready,
 * not that something is wrong. Computed, so that no recording has to be kept.
 * It is played by whatever backend for media GTK finds, which is a package of
 * its own; without one, the bell of the desktop sounds. */

#define RATE 22050
#define SECONDS 1.1
#define SECOND_AT 0.16
#define LOW 587.33
#define HIGH 783.99
/* Of full scale: about -20 dB. */
#define LOUDNESS 0.1
#define ATTACK 0.012
#define DECAY 0.28

#define HEADER 44

static double
tone (double frequency,
      double time)
{
  if (time < 0)
    return 0;
  return MIN (1, time / ATTACK) * exp (-time / DECAY) *
         (sin (2 * G_PI * frequency * time) + 0.25 * sin (4 * G_PI * frequency * time));
}

static void
put (guint8 **at,
     guint32  value,
     guint    n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    *(*at)++ = (guint8) (value >> (8 * i));
}

/* Little endian, whatever the machine. */
static void
put_header (guint8 **at,
            guint32  n_bytes)
{
  memcpy (*at, "RIFF", 4);
  *at += 4;
  put (at, HEADER - 8 + n_bytes, 4);
  memcpy (*at, "WAVEfmt ", 8);
  *at += 8;
  put (at, 16, 4);
  put (at, 1, 2); /* plain samples */
  put (at, 1, 2); /* one channel */
  put (at, RATE, 4);
  put (at, RATE * 2, 4);
  put (at, 2, 2);
  put (at, 16, 2);
  memcpy (*at, "data", 4);
  *at += 4;
  put (at, n_bytes, 4);
}

/**
 * dv_chime_make:
 *
 * Returns: (transfer full): the sound, as the contents of a WAV file
 */
GBytes *
dv_chime_make (void)
{
  guint n_samples = (guint) (RATE * SECONDS);
  guint8 *data = g_malloc (HEADER + n_samples * 2);
  guint8 *at = data;

  put_header (&at, n_samples * 2);
  for (guint i = 0; i < n_samples; i++)
    {
      double time = (double) i / RATE;
      double sample = LOUDNESS * (tone (LOW, time) + tone (HIGH, time - SECOND_AT));

      put (&at, (guint32) (gint32) lrint (CLAMP (sample, -1, 1) * G_MAXINT16), 2);
    }

  return g_bytes_new_take (data, HEADER + n_samples * 2);
}

/* Backends take files only. */
static char *
dup_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "draagvlak", NULL);
  g_autofree char *path = g_build_filename (folder, "chime.wav", NULL);
  g_autoptr (GBytes) sound = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  sound = dv_chime_make ();
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents (path, g_bytes_get_data (sound, NULL), (gssize) g_bytes_get_size (sound), NULL))
    return NULL;
  return g_steal_pointer (&path);
}

static void
beep (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (display != NULL)
    gdk_display_beep (display);
}

static void
failed_cb (GtkMediaStream *stream)
{
  if (gtk_media_stream_get_error (stream) != NULL)
    beep ();
}

/**
 * dv_chime_play:
 *
 * Plays it, if the machine can; returns at once. Main thread only.
 */
void
dv_chime_play (void)
{
  static GtkMediaStream *stream;
  g_autofree char *path = dup_path ();

  if (path == NULL)
    {
      beep ();
      return;
    }
  g_clear_object (&stream);
  stream = gtk_media_file_new_for_filename (path);
  g_signal_connect (stream, "notify::error", G_CALLBACK (failed_cb), NULL);
  if (gtk_media_stream_get_error (stream) != NULL)
    beep ();
  else
    gtk_media_stream_play (stream);
}
