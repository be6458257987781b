/* typing.c
 *
 * Times the main loop while somebody types examples into a long list
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Usage: typing [N [TEXTS]]
 *
 * Shows the page with N examples of one value (5000) in a window of 1366 by 768,
 * and types TEXTS examples (20), a key every 20 ms. Prints the longest iteration
 * of the main loop in ms: of a key, and of adding what was typed. An iteration
 * is what happens between two waits, drawing included. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>

#include "dv-behaviours-page.h"
#include "dv-entry-bar.h"
#include "dv-palette.h"
#include "dv-workshop.h"

#define WIDTH 1110
#define HEIGHT 720
#define KEY_MS 20

typedef enum {
  SETTLING,
  KEYS,
  ADDING,
  N_STAGES,
} Stage;

typedef struct
{
  GtkWidget *entry;
  GtkWidget *text;
  GtkWidget *add;
  guint n_left;  /* texts */
  guint at;      /* in the text */
  Stage stage;
  gboolean done;
} Typist;

static gint64 woke;
static GPollFunc poll_before;
static gint64 woke_cpu;
static gint64 longest[N_STAGES];
static gint64 longest_cpu[N_STAGES]; /* the same without what other programs took */
static guint counted[N_STAGES];
static guint late[N_STAGES];
static Stage stage = SETTLING;

/* What this thread has worked, in microseconds. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* The main loop works from when a poll returns until it polls again. */
static int
timed_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int result;

  if (woke > 0)
    {
      gint64 busy = g_get_monotonic_time () - woke;

      longest[stage] = MAX (longest[stage], busy);
      longest_cpu[stage] = MAX (longest_cpu[stage], get_cpu_time () - woke_cpu);
      counted[stage]++;
      if (busy > 16000)
        late[stage]++;
    }
  result = poll_before (fds, n_fds, timeout);
  woke = g_get_monotonic_time ();
  woke_cpu = get_cpu_time ();
  return result;
}

static gboolean
type_cb (gpointer data)
{
  static const char text[] = "Ik bel vandaag nog terug over nummer ";
  Typist *self = data;

  if (self->stage == ADDING)
    {
      self->at = 0;
      if (--self->n_left == 0)
        {
          self->done = TRUE;
          return G_SOURCE_REMOVE;
        }
    }
  if (self->at < sizeof text - 1)
    {
      char key[2] = { text[self->at++], '\0' };

      self->stage = stage = KEYS;
      g_signal_emit_by_name (self->text, "insert-at-cursor", key);
    }
  else
    {
      self->stage = stage = ADDING;
      g_signal_emit_by_name (self->add, "clicked");
    }

  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static DvWorkshop *
create_workshop (guint n)
{
  static const char *const names[] = { "Leiding", "Uitvoering", "Beleid", "Raad" };
  static const char *const shapes[] = { "triangle", "circle", "square", "diamond" };
  DvWorkshop *workshop = dv_workshop_new ();
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_IMPORT);
  g_autofree char *value = NULL;
  const char *roles[G_N_ELEMENTS (names)];
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      DvRecord *role = dv_group_insert (group, &dv_role_kind, dv_workshop_get_id (workshop), NULL);

      dv_record_set_string (role, DV_ROLE_NAME, names[i]);
      dv_record_set_int (role, DV_ROLE_SHAPE, dv_field_find_nick (&dv_role_kind.fields[DV_ROLE_SHAPE], shapes[i]));
      roles[i] = dv_record_get_id (role);
    }
  for (guint i = 0; i < DV_PALETTE_N_VALUES; i++)
    {
      DvRecord *record = dv_group_insert (group, &dv_value_kind, dv_workshop_get_id (workshop), NULL);
      g_autofree char *name = g_strdup_printf ("Waarde %u", i + 1);

      dv_record_set_string (record, DV_VALUE_NAME, name);
      dv_record_set_int (record, DV_VALUE_STATE, DV_VALUE_STATE_CHOSEN);
      if (i == 0)
        value = g_strdup (dv_record_get_id (record));
    }
  for (guint i = 0; i < n; i++)
    {
      DvRecord *record = dv_group_insert (group, &dv_behaviour_kind, value, NULL);
      g_autofree char *text = g_strdup_printf ("Ik bel binnen twee dagen terug, ook als ik het antwoord op vraag %u nog niet heb.", i);

      dv_record_set_string (record, DV_BEHAVIOUR_TEXT, text);
      dv_record_set_string (record, DV_BEHAVIOUR_ROLE, roles[i % G_N_ELEMENTS (roles)]);
      dv_record_set_int (record, DV_BEHAVIOUR_STAR, i % 9 == 0);
    }
  if (!dv_workshop_apply (workshop, group, &error))
    g_error ("%s", error->message);

  return workshop;
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/draagvlak/Draagvlak/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_until (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 5000;
  g_autoptr (DvWorkshop) workshop = NULL;
  g_autoptr (DvSession) session = NULL;
  Typist typist = { .n_left = argc > 2 ? (guint) atoi (argv[2]) : 20 };
  GtkWidget *window;
  DvPage *page;
  gboolean settled = FALSE;

  adw_init ();
  load_style ();
  workshop = create_workshop (n);
  session = dv_session_new (workshop);
  page = dv_behaviours_page_new (session);
  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  dv_page_enter (page);
  gtk_window_present (GTK_WINDOW (window));
  dv_page_focus_entry (page);

  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, timed_poll);
  g_timeout_add (3000, set_cb, &settled);
  run_until (&settled);

  typist.entry = find (GTK_WIDGET (page), DV_TYPE_ENTRY_BAR);
  typist.text = find (typist.entry, GTK_TYPE_TEXT);
  typist.add = gtk_widget_get_last_child (gtk_widget_get_parent (typist.text));
  g_timeout_add (KEY_MS, type_cb, &typist);
  run_until (&typist.done);

  printf ("%.1f %.1f\n", (double) longest[KEYS] / 1000.0, (double) longest[ADDING] / 1000.0);
  fprintf (stderr, "without other programs: %.1f ms, %.1f ms\n",
           (double) longest_cpu[KEYS] / 1000.0, (double) longest_cpu[ADDING] / 1000.0);
  fprintf (stderr, "keys: %u iterations, %u over 16 ms; adding: %u iterations, %u over 16 ms; opening: longest %.1f ms\n",
           counted[KEYS], late[KEYS], counted[ADDING], late[ADDING], (double) longest[SETTLING] / 1000.0);
  return 0;
}
