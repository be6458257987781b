/* test-projector.c
 *
 * What the room sees, and the keys that drive it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-behaviours.h"
#include "dv-quiet.h"
#include "dv-slide-draw.h"
#include "dv-slide-view.h"
#include "dv-test-page.h"
#include "dv-window-private.h"

/* Of all tests: a process has one application. */
static DvApplication *application;

/* --- Helpers ------------------------------------------------------------------ */

static void
wait_settled (DvSlideView *view)
{
  while (!dv_slide_view_is_settled (view))
    g_main_context_iteration (NULL, TRUE);
  dv_test_wait ();
}

static DvSlide *
create_slide (guint n_items)
{
  DvSlide *slide = dv_slide_new (DV_SLIDE_BEHAVIOURS, "nl");

  slide->title = g_strdup ("Nabij");
  slide->subtitle = g_strdup ("Waaraan zie of hoor je ‘nabij’?");
  slide->number = 1;
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *id = g_strdup_printf ("example%03u", i);

      dv_slide_add_item (slide, id, "Ik bel binnen twee dagen terug.");
    }
  return slide;
}

static DvSlideView *
open_view (GtkWidget **window,
           int         width,
           int         height)
{
  GtkWidget *view = dv_slide_view_new ();

  *window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (*window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (*window), width, height);
  gtk_window_set_child (GTK_WINDOW (*window), view);
  gtk_window_present (GTK_WINDOW (*window));
  dv_test_wait ();
  return DV_SLIDE_VIEW (view);
}

/* What is on the screen, without asking GTK to draw it. */
static cairo_surface_t *
take_picture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
assert_shows (DvSlideView *view,
              DvSlide     *slide)
{
  int width = gtk_widget_get_width (GTK_WIDGET (view)), height = gtk_widget_get_height (GTK_WIDGET (view));
  g_autoptr (DvShaper) shaper = dv_shaper_new (slide->language);
  g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, width, height, dv_slide_view_get_dark (view));
  cairo_surface_t *seen = take_picture (GTK_WIDGET (view));
  cairo_surface_t *meant = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (meant);

  dv_scene_paint (scene, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (meant);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gsize at = (gsize) y * (gsize) cairo_image_surface_get_stride (meant) + (gsize) x * 4;

        /* The fourth byte of this format means nothing. */
        if (memcmp (cairo_image_surface_get_data (seen) + at, cairo_image_surface_get_data (meant) + at, 3) != 0)
          g_error ("Something else is shown at %d, %d", x, y);
      }
  cairo_surface_destroy (seen);
  cairo_surface_destroy (meant);
}

static void
count_cb (GdkFrameClock *clock,
          gpointer       data)
{
  (*(guint *) data)++;
}

/* --- The view ----------------------------------------------------------------- */

/* A picture in tiles is the scene, also after cards came in. */
static void
test_same (void)
{
  GtkWidget *window;
  DvSlideView *view = open_view (&window, 1000, 563);

  dv_slide_view_set_animated (view, TRUE);
  for (guint n = 1; n < 16; n += 3)
    {
      g_autoptr (DvSlide) slide = create_slide (n);

      dv_slide_view_set_slide (view, slide);
      wait_settled (view);
      assert_shows (view, slide);
      dv_slide_view_set_dark (view, n % 2 == 0);
      wait_settled (view);
      assert_shows (view, slide);
    }
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 800);
  dv_test_wait ();
  wait_settled (view);
  assert_shows (view, dv_slide_view_get_slide (view));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_no_redraw (void)
{
  GtkWidget *window;
  DvSlideView *view = open_view (&window, 800, 450);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  g_autoptr (DvSlide) slide = create_slide (5);
  g_autoptr (DvSlide) same = create_slide (5);
  guint n_frames = 0;

  dv_slide_view_set_slide (view, slide);
  wait_settled (view);
  dv_test_wait ();
  g_signal_connect (clock, "paint", G_CALLBACK (count_cb), &n_frames);
  dv_slide_view_set_slide (view, same);
  dv_slide_view_set_slide (view, slide);
  dv_test_wait ();
  g_assert_cmpuint (n_frames, ==, 0);
  g_assert_true (dv_slide_view_is_settled (view));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* With animations off a picture is simply there. */
static void
test_no_motion (void)
{
  GtkWidget *window;
  DvSlideView *view = open_view (&window, 800, 450);
  g_autoptr (DvSlide) before = create_slide (3);
  g_autoptr (DvSlide) after = create_slide (4);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  dv_slide_view_set_animated (view, TRUE);
  dv_slide_view_set_slide (view, before);
  wait_settled (view);
  dv_slide_view_set_slide (view, after);
  wait_settled (view);
  assert_shows (view, after);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_letterbox (void)
{
  GtkWidget *window;
  DvSlideView *view = open_view (&window, 800, 800);
  g_autoptr (DvSlide) slide = create_slide (1);
  int minimum;

  dv_slide_view_set_aspect (view, 16.0 / 9.0);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 256, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 144);
  dv_slide_view_set_slide (view, slide);
  wait_settled (view);
  /* Above the picture is nothing; at the left lies the only card. */
  g_assert_null (dv_slide_view_part_at (view, 400, 20));
  g_assert_cmpstr (dv_slide_view_part_at (view, 120, 340), ==, "example000");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Closed while a picture is being painted: nothing is left behind. */
static void
test_closed_early (void)
{
  GtkWidget *window;
  DvSlideView *view = open_view (&window, 800, 450);
  gpointer weak = view;
  g_autoptr (DvSlide) slide = create_slide (8);

  g_object_add_weak_pointer (G_OBJECT (view), &weak);
  dv_slide_view_set_slide (view, slide);
  gtk_window_destroy (GTK_WINDOW (window));
  dv_test_wait ();
  g_assert_null (weak);
}

/* --- The projector ------------------------------------------------------------ */

static void
test_stage (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvSession) session = dv_session_new (workshop);
  DvStage *stage = dv_session_get_stage (session);
  DvProjector *projector = dv_projector_new (session, NULL);
  DvSlideView *view = dv_projector_get_view (projector);
  DvCue cue = dv_cue_make (DV_SLIDE_BEHAVIOURS, "value1");

  gtk_window_present (GTK_WINDOW (projector));
  dv_stage_show (stage, &cue);
  wait_settled (view);
  g_assert_true (dv_slide_view_get_slide (view) == dv_stage_get_slide (stage));
  assert_shows (view, dv_stage_get_slide (stage));
  g_assert_nonnull (strstr (dv_projector_get_description (projector), "Ik kom langs"));
  /* A note of the facilitator. */
  g_assert_null (strstr (dv_projector_get_description (projector), "geheim"));

  dv_stage_set_blank (stage, TRUE);
  wait_settled (view);
  g_assert_cmpint (dv_slide_view_get_slide (view)->kind, ==, DV_SLIDE_BLANK);
  g_assert_null (strstr (dv_projector_get_description (projector), "Ik kom langs"));
  dv_stage_set_blank (stage, FALSE);

  dv_stage_set_frozen (stage, TRUE);
  cue = dv_cue_make (DV_SLIDE_VALUES, NULL);
  dv_stage_show (stage, &cue);
  wait_settled (view);
  g_assert_cmpint (dv_slide_view_get_slide (view)->kind, ==, DV_SLIDE_BEHAVIOURS);
  dv_stage_set_frozen (stage, FALSE);
  wait_settled (view);
  g_assert_cmpint (dv_slide_view_get_slide (view)->kind, ==, DV_SLIDE_VALUES);

  gtk_window_destroy (GTK_WINDOW (projector));
  dv_test_wait ();
  g_assert_finalize_object (g_steal_pointer (&session));
}

static gboolean
is_at_end (DvSession *session)
{
  return dv_stage_get_next (dv_session_get_stage (session)) == NULL;
}

/* Stepping takes the console along, to the end and back to the beginning. */
static void
test_step (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvSession) session = dv_session_new (workshop);
  DvStage *stage = dv_session_get_stage (session);
  DvItem *activity = dv_list_get (dv_item_get_list (dv_list_get (dv_workshop_get_list (workshop, &dv_step_kind), 0), &dv_activity_kind), 0);
  guint n_steps = 0;

  dv_test_insert (workshop, "activity", "examples", dv_item_get_id (dv_item_get_parent (activity)),
                  "title", "Voorbeelden", "page", "behaviours", NULL);
  dv_session_set_activity (session, activity);
  g_assert_true (dv_stage_get_activity (stage) == activity);
  while (!is_at_end (session) && dv_stage_step (stage, 1))
    {
      g_assert_true (dv_stage_get_activity (stage) == dv_session_get_activity (session));
      g_assert_cmpuint (++n_steps, <, 1000);
    }
  g_assert_cmpuint (n_steps, >, 0);
  while (dv_stage_step (stage, -1))
    {
      g_assert_true (dv_stage_get_activity (stage) == dv_session_get_activity (session));
      g_assert_cmpuint (--n_steps, <, 1000);
    }
  g_assert_cmpuint (n_steps, ==, 0);
  g_assert_true (dv_session_get_activity (session) == activity);

  /* A fixed page of the rail changes nothing for the room. */
  dv_session_set_activity (session, NULL);
  g_assert_true (dv_stage_get_activity (stage) == activity);
}

static DvWindow *
open_window (void)
{
  DvWindow *window = dv_window_new (application);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dv_window_copy_example (&error);

  g_assert_no_error (error);
  dv_window_open (window, path);
  while (window->console == NULL)
    g_main_context_iteration (NULL, TRUE);
  dv_test_wait ();
  return window;
}

static void
close_window (DvWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
activate (DvWindow   *window,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  dv_test_wait ();
}

/* One screen: the person is asked, in place of the console, and only once. */
static void
test_question (void)
{
  DvWindow *window = open_window ();

  activate (window, "win.projector");
  g_assert_cmpint (dv_projection_get_showing (window->projection), ==, DV_SHOWING_ASKS);
  g_assert_null (dv_projection_get_projector (window->projection));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "question");
  activate (window, "win.projector-close");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "console");
  g_assert_null (dv_projection_get_projector (window->projection));

  activate (window, "win.projector");
  activate (window, "win.projector-window");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "console");
  g_assert_cmpint (dv_projection_get_showing (window->projection), ==, DV_SHOWING_WINDOW);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dv_projection_get_projector (window->projection))));
  activate (window, "win.projector-close");
  g_assert_null (dv_projection_get_projector (window->projection));
  activate (window, "win.projector");
  g_assert_cmpint (dv_projection_get_showing (window->projection), ==, DV_SHOWING_WINDOW);
  /* Its window goes with the console. */
  close_window (window);
}

static void
test_keys (void)
{
  DvWindow *window = open_window ();
  DvStage *stage = dv_session_get_stage (window->session);
  g_autoptr (DvSlide) first = NULL;
  DvProjector *projector;

  activate (window, "win.projector-window");
  projector = dv_projection_get_projector (window->projection);
  first = dv_slide_ref (dv_stage_get_slide (stage));

  g_assert_true (dv_projector_press (projector, GDK_KEY_b, 0));
  g_assert_true (dv_stage_is_blank (stage));
  g_assert_true (dv_projector_press (projector, GDK_KEY_period, 0));
  g_assert_false (dv_stage_is_blank (stage));
  g_assert_true (dv_projector_press (projector, GDK_KEY_F8, 0));
  g_assert_true (dv_stage_is_frozen (stage));
  g_assert_true (dv_projector_press (projector, GDK_KEY_F8, 0));
  g_assert_true (dv_projector_press (projector, GDK_KEY_Page_Down, 0));
  g_assert_false (dv_slide_equal (dv_stage_get_slide (stage), first));
  g_assert_true (dv_projector_press (projector, GDK_KEY_Page_Up, 0));
  g_assert_true (dv_slide_equal (dv_stage_get_slide (stage), first));
  /* F5 and Esc never close it. */
  g_assert_true (dv_projector_press (projector, GDK_KEY_F5, 0));
  g_assert_true (dv_projector_press (projector, GDK_KEY_Escape, 0));
  g_assert_true (dv_projection_get_projector (window->projection) == projector);
  /* What means something elsewhere is left to it. */
  g_assert_false (dv_projector_press (projector, GDK_KEY_b, GDK_CONTROL_MASK));
  close_window (window);
}

/* Who types on after showing the picture loses no letter. */
static void
test_typing (void)
{
  DvWindow *window = open_window ();
  GtkWidget *entry = gtk_entry_new ();
  DvProjector *projector;

  activate (window, "win.projector-window");
  projector = dv_projection_get_projector (window->projection);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), entry);
  gtk_widget_grab_focus (entry);

  g_assert_true (dv_projector_press (projector, GDK_KEY_I, GDK_SHIFT_MASK));
  g_assert_true (dv_projector_press (projector, GDK_KEY_k, 0));
  g_assert_true (dv_projector_press (projector, GDK_KEY_eacute, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Iké");
  close_window (window);
}

/* --- Quiet -------------------------------------------------------------------- */

static const char notifications_xml[] =
    "<node><interface name='org.freedesktop.Notifications'>"
    "<method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='u' direction='out'/></method>"
    "<method name='UnInhibit'><arg type='u' direction='in'/></method>"
    "</interface></node>";

static void
method_cb (GDBusConnection       *bus,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  int *n_held = data;

  *n_held += g_str_equal (method, "Inhibit") ? 1 : -1;
  g_dbus_method_invocation_return_value (invocation, g_str_equal (method, "Inhibit") ? g_variant_new ("(u)", 7) : NULL);
}

/* A desktop that can be asked holds notifications back, until it is over; also
 * when that is before it answered. */
static void
test_quiet (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (notifications_xml, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (DvQuiet) quiet = NULL;
  GtkWidget *window = gtk_window_new ();
  int n_held = 0;
  guint name;

  g_assert_no_error (error);
  g_dbus_connection_register_object (bus, "/org/freedesktop/Notifications", info->interfaces[0], &vtable, &n_held, NULL, &error);
  g_assert_no_error (error);
  name = g_bus_own_name_on_connection (bus, "org.freedesktop.Notifications", G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  dv_test_wait ();

  quiet = dv_quiet_new (bus);
  dv_quiet_begin (quiet, GTK_WINDOW (window));
  dv_quiet_begin (quiet, GTK_WINDOW (window));
  while (n_held == 0)
    g_main_context_iteration (NULL, TRUE);
  dv_test_wait ();
  g_assert_cmpint (n_held, ==, 1);
  dv_quiet_end (quiet);
  while (n_held != 0)
    g_main_context_iteration (NULL, TRUE);

  dv_quiet_begin (quiet, GTK_WINDOW (window));
  dv_quiet_end (quiet);
  while (n_held == 0)
    g_main_context_iteration (NULL, TRUE);
  while (n_held != 0)
    g_main_context_iteration (NULL, TRUE);
  g_bus_unown_name (name);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  dv_test_page_init (&argc, &argv);
  application = dv_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_application_hold (G_APPLICATION (application));

  g_test_add_func ("/projector/same", test_same);
  g_test_add_func ("/projector/no-redraw", test_no_redraw);
  g_test_add_func ("/projector/no-motion", test_no_motion);
  g_test_add_func ("/projector/letterbox", test_letterbox);
  g_test_add_func ("/projector/closed-early", test_closed_early);
  g_test_add_func ("/projector/stage", test_stage);
  g_test_add_func ("/projector/step", test_step);
  g_test_add_func ("/projector/question", test_question);
  g_test_add_func ("/projector/keys", test_keys);
  g_test_add_func ("/projector/typing", test_typing);
  g_test_add_func ("/projector/quiet", test_quiet);

  status = g_test_run ();
  g_application_release (G_APPLICATION (application));
  g_object_unref (application);
  return status;
}
