/* projector.c
 *
 * Times the frames of the projector while examples pour in
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Usage: projector [SECONDS [PER_SECOND [AT_START]]]
 *
 * Shows the examples of one value in a window of 1920 by 1080 and adds so many a
 * second (20) for so long (10), to those that are there (0). Prints JSON: how
 * long the frame clock worked on a frame (also without what other programs took)
 * and how far frames were apart while
 * something moved, in ms; how many pictures of the clock were missed; and how
 * many frames were drawn in the two seconds in which nothing happened. Run it
 * as "GSK_RENDERER=cairo tests/with-display --size 1920x1080 projector". */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>

#include "dv-behaviours.h"
#include "dv-projector.h"

#define WIDTH 1920
#define HEIGHT 1080
#define SETTLE_MS 3000
#define IDLE_MS 2000

typedef struct
{
  DvWorkshop *workshop;
  DvProjector *projector;
  char *value;
  guint n_added;
  guint n_left;
  guint n_frames;
  guint n_missed;
  gint64 before;     /* of the frame that is being drawn */
  gint64 before_cpu;
  gint64 last;       /* frame time of the one before; 0 when nothing moved then */
  gint64 refresh;
  GArray *costs;     /* double, ms */
  GArray *cpu_costs; /* the same without what other programs took */
  GArray *distances; /* double, ms, while something moved */
  gboolean is_counting;
  gboolean is_done;
} Bench;

/* What this thread has worked, in microseconds. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 gpointer       data)
{
  Bench *self = data;

  self->before = g_get_monotonic_time ();
  self->before_cpu = get_cpu_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       data)
{
  Bench *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double cost = (double) (g_get_monotonic_time () - self->before) / 1000.0;
  double cpu_cost = (double) (get_cpu_time () - self->before_cpu) / 1000.0;
  gint64 refresh;

  if (!self->is_counting)
    return;

  gdk_frame_clock_get_refresh_info (clock, now, &refresh, NULL);
  self->refresh = refresh;
  self->n_frames++;
  g_array_append_val (self->costs, cost);
  g_array_append_val (self->cpu_costs, cpu_cost);
  if (self->last != 0)
    {
      double distance = (double) (now - self->last) / 1000.0;

      g_array_append_val (self->distances, distance);
      self->n_missed += (guint) MAX (0.0, round ((double) (now - self->last) / (double) refresh) - 1.0);
    }
  self->last = dv_slide_view_is_settled (dv_projector_get_view (self->projector)) ? 0 : now;
}

/* Only while new cards come in is a frame due; waiting for the painter is not
 * a frame that was missed. */
static void
settled_cb (Bench *self)
{
  if (dv_slide_view_is_settled (dv_projector_get_view (self->projector)))
    self->last = 0;
}

static void
add_example (Bench *self)
{
  g_autofree char *text = g_strdup_printf ("Ik bel binnen twee dagen terug, ook als ik het antwoord op vraag %u nog niet heb.",
                                           ++self->n_added);
  DvItem *value = dv_workshop_find (self->workshop, self->value);
  GError *error = NULL;

  if (dv_behaviours_add (self->workshop, value, text, NULL, NULL, NULL, FALSE, &error) == NULL)
    g_error ("%s", error->message);
}

static gboolean
add_cb (gpointer data)
{
  Bench *self = data;

  add_example (self);
  if (--self->n_left > 0)
    return G_SOURCE_CONTINUE;

  self->is_done = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, set_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static DvSession *
create_session (Bench *self)
{
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_IMPORT);
  DvRecord *value, *step, *activity;
  DvSession *session;
  GError *error = NULL;

  self->workshop = dv_workshop_new ();
  value = dv_group_insert (group, &dv_value_kind, dv_workshop_get_id (self->workshop), NULL);
  dv_record_set_string (value, DV_VALUE_NAME, "Nabij");
  dv_record_set_int (value, DV_VALUE_STATE, DV_VALUE_STATE_CHOSEN);
  self->value = g_strdup (dv_record_get_id (value));
  step = dv_group_insert (group, &dv_step_kind, dv_workshop_get_id (self->workshop), NULL);
  dv_record_set_string (step, DV_STEP_TITLE, "Voorbeeldgedrag");
  activity = dv_group_insert (group, &dv_activity_kind, dv_record_get_id (step), NULL);
  dv_record_set_string (activity, DV_ACTIVITY_TITLE, "Voorbeelden");
  dv_record_set_int (activity, DV_ACTIVITY_PAGE, DV_PAGE_BEHAVIOURS);
  if (!dv_workshop_apply (self->workshop, group, &error))
    g_error ("%s", error->message);

  session = dv_session_new (self->workshop);
  dv_session_set_value (session, dv_workshop_find (self->workshop, self->value));
  dv_session_set_activity (session, dv_workshop_find (self->workshop, dv_record_get_id (activity)));
  return session;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
print_figures (const char *name,
               GArray     *figures)
{
  guint n = figures->len;

  g_array_sort (figures, compare);
  if (n == 0)
    printf ("  \"%s\": null,\n", name);
  else
    printf ("  \"%s\": { \"median\": %.1f, \"p95\": %.1f, \"max\": %.1f },\n", name,
            g_array_index (figures, double, n / 2),
            g_array_index (figures, double, MIN (n - 1, n * 95 / 100)),
            g_array_index (figures, double, n - 1));
}

int
main (int   argc,
      char *argv[])
{
  guint seconds = argc > 1 ? (guint) atoi (argv[1]) : 10;
  guint per_second = argc > 2 ? (guint) atoi (argv[2]) : 20;
  guint at_start = argc > 3 ? (guint) atoi (argv[3]) : 0;
  Bench self = { .n_left = seconds * per_second };
  g_autoptr (DvSession) session = NULL;
  GdkFrameClock *clock;
  guint n_idle;

  gtk_disable_setlocale ();
  adw_init ();
  self.cpu_costs = g_array_new (FALSE, FALSE, sizeof (double));
  self.costs = g_array_new (FALSE, FALSE, sizeof (double));
  self.distances = g_array_new (FALSE, FALSE, sizeof (double));
  session = create_session (&self);
  for (guint i = 0; i < at_start; i++)
    add_example (&self);
  self.projector = dv_projector_new (session, NULL);
  gtk_window_set_decorated (GTK_WINDOW (self.projector), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self.projector), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (self.projector));
  g_signal_connect_swapped (dv_projector_get_view (self.projector), "notify::settled", G_CALLBACK (settled_cb), &self);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self.projector));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &self);
  wait_ms (SETTLE_MS);

  self.is_counting = TRUE;
  g_timeout_add (1000 / per_second, add_cb, &self);
  while (!self.is_done)
    g_main_context_iteration (NULL, TRUE);
  wait_ms (1000);

  n_idle = self.n_frames;
  wait_ms (IDLE_MS);
  n_idle = self.n_frames - n_idle;

  printf ("{\n  \"width\": %d,\n  \"height\": %d,\n  \"added\": %u,\n  \"frames\": %u,\n",
          gtk_widget_get_width (GTK_WIDGET (self.projector)), gtk_widget_get_height (GTK_WIDGET (self.projector)),
          self.n_added, self.n_frames);
  print_figures ("work_ms", self.costs);
  print_figures ("own_work_ms", self.cpu_costs);
  print_figures ("apart_ms", self.distances);
  printf ("  \"missed\": %u,\n  \"refresh_ms\": %.1f,\n  \"idle_frames\": %u\n}\n", self.n_missed,
          (double) self.refresh / 1000.0, n_idle);
  return 0;
}
