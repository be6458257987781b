/* dv-projection.c
 *
 * Whether, where and how the room sees the stage
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-projection"

#include "config.h"

#include "dv-projection.h"

#include "dv-quiet.h"
#include "dv-settings.h"

/* Owns the projector's window and moves it when screens come and go; what it
 * decides comes from dv-screens.c. The stage is not touched by any of this, so
 * that the room sees what it saw when the picture comes back. Belongs to one
 * window of the console. */

/* The desktop changes screens in steps; in ms. */
#define SETTLE 250

struct _DvProjection
{
  GObject parent_instance;

  /* Owned */
  DvSession *session;
  DvQuiet *quiet;
  GListModel *monitors;   /* nullable: without a display */
  GdkMonitor *monitor;    /* nullable: where it is full screen */

  /* Borrowed */
  GtkWindow *console;
  DvProjector *projector; /* nullable; owned by GTK */

  /* State */
  DvShowing showing;
  gboolean is_allowed; /* the person said so, for the screens as they are */
  guint settle_id;
  gulong gone_id;      /* of the monitor */
};

G_DEFINE_FINAL_TYPE (DvProjection, dv_projection, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SHOWING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void check_later (DvProjection *self);
static void apply       (DvProjection *self,
                         DvShowingAt   at);

/* --- Screens ----------------------------------------------------------------------- */

static GArray *
list_screens (GListModel *monitors)
{
  GArray *screens = g_array_new (FALSE, TRUE, sizeof (DvScreen));

  for (guint i = 0; monitors != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      DvScreen screen = {
        .connector = gdk_monitor_get_connector (monitor),
        .manufacturer = gdk_monitor_get_manufacturer (monitor),
        .model = gdk_monitor_get_model (monitor),
      };
      GdkRectangle geometry;

      gdk_monitor_get_geometry (monitor, &geometry);
      screen.x = geometry.x;
      screen.y = geometry.y;
      screen.width = geometry.width;
      screen.height = geometry.height;
      g_array_append_val (screens, screen);
    }

  return screens;
}

static int
find_monitor (GListModel *monitors,
              GdkMonitor *monitor)
{
  for (guint i = 0; monitor != NULL && monitors != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) other = g_list_model_get_item (monitors, i);

      if (other == monitor)
        return (int) i;
    }
  return -1;
}

/* The screen on which the window of @widget is. */
static int
find_screen (GListModel *monitors,
             GtkWidget  *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  if (surface == NULL)
    return -1;
  return find_monitor (monitors, gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface));
}

static int
find_console (DvProjection *self)
{
  return find_screen (self->monitors, GTK_WIDGET (self->console));
}

/**
 * dv_projection_find_room:
 * @widget: something in the console
 *
 * Returns: whether the room has a screen of its own, as things are plugged in
 */
DvRoomScreen
dv_projection_find_room (GtkWidget *widget)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));
  g_autoptr (GArray) screens = list_screens (monitors);

  return dv_screens_find_room ((const DvScreen *) screens->data, screens->len, find_screen (monitors, widget));
}

/* --- Remembering ------------------------------------------------------------------- */

static void
remember (DvProjection   *self,
          const DvScreen *screen)
{
  g_auto (GStrv) before = dv_settings_dup_strv ("projector-screens");
  g_auto (GStrv) after = dv_screens_remember (screen, (const char *const *) before);

  dv_settings_set_strv ("projector-screens", (const char *const *) after);
}

/* What was found without being asked for says nothing about another room, once
 * somebody chose. */
static void
remember_first (DvProjection   *self,
                const DvScreen *screen)
{
  g_auto (GStrv) before = dv_settings_dup_strv ("projector-screens");

  if (before == NULL || before[0] == NULL)
    remember (self, screen);
}

/* --- The window -------------------------------------------------------------------- */

static void
leave_cb (DvProjection *self)
{
  /* A room that looks at a screen of its own keeps its picture. */
  if (self->showing != DV_SHOWING_FULL && self->projector != NULL &&
      gtk_window_is_fullscreen (GTK_WINDOW (self->projector)))
    dv_projector_show_window (self->projector);
  else
    gtk_window_present (self->console);
}

/* What is typed at the picture goes to where the typing was, and so does the
 * focus. Not where that would put the console on the screen of the room. */
static gboolean
typed_cb (DvProjection *self,
          const char   *text)
{
  GtkWidget *focus;

  if (self->showing != DV_SHOWING_FULL && gtk_window_is_fullscreen (GTK_WINDOW (self->projector)))
    return FALSE;

  focus = gtk_window_get_focus (self->console);
  gtk_window_present (self->console);
  if (GTK_IS_TEXT_VIEW (focus))
    gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), text, -1,
                                                  gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)));
  else if (GTK_IS_EDITABLE (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus)))
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (focus));

      gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (focus), position);
    }
  return TRUE;
}

static gboolean
close_request_cb (DvProjection *self)
{
  dv_projection_close (self);
  return GDK_EVENT_STOP;
}

static void
ensure_projector (DvProjection *self)
{
  if (self->projector != NULL)
    return;

  self->projector = dv_projector_new (self->session, GTK_WIDGET (self->console));
  gtk_window_set_application (GTK_WINDOW (self->projector), gtk_window_get_application (self->console));
  g_signal_connect_object (self->projector, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->projector, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->projector, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
}

static void
drop_projector (DvProjection *self)
{
  DvProjector *projector = g_steal_pointer (&self->projector);

  if (projector != NULL)
    gtk_window_destroy (GTK_WINDOW (projector));
}

static void
hide_projector (DvProjection *self)
{
  if (self->projector == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->projector), FALSE);
  gtk_window_unfullscreen (GTK_WINDOW (self->projector));
}

/* At once, before the desktop puts the picture over the console. */
static void
monitor_gone_cb (DvProjection *self)
{
  hide_projector (self);
  check_later (self);
}

static void
set_monitor (DvProjection *self,
             GdkMonitor   *monitor)
{
  if (self->monitor == monitor)
    return;

  if (self->monitor != NULL)
    g_clear_signal_handler (&self->gone_id, self->monitor);
  g_set_object (&self->monitor, monitor);
  if (monitor != NULL)
    self->gone_id = g_signal_connect_object (monitor, "invalidate", G_CALLBACK (monitor_gone_cb), self, G_CONNECT_SWAPPED);
}

/* --- Changing ---------------------------------------------------------------------- */

static void
show_full (DvProjection *self,
           int           screen)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, (guint) screen);
  gboolean is_there = self->projector != NULL && self->monitor == monitor &&
                      gtk_widget_get_visible (GTK_WIDGET (self->projector)) &&
                      gtk_window_is_fullscreen (GTK_WINDOW (self->projector));

  ensure_projector (self);
  set_monitor (self, monitor);
  if (!is_there)
    dv_projector_show_full (self->projector, monitor);
}

static void
apply (DvProjection *self,
       DvShowingAt   at)
{
  gboolean is_shown = at.showing == DV_SHOWING_FULL || at.showing == DV_SHOWING_WINDOW;
  gboolean is_window = self->showing == DV_SHOWING_WINDOW && self->projector != NULL &&
                       gtk_widget_get_visible (GTK_WIDGET (self->projector));

  if (at.showing == DV_SHOWING_FULL)
    show_full (self, at.screen);
  else
    set_monitor (self, NULL);

  /* A window that the person made full screen stays so. */
  if (at.showing == DV_SHOWING_WINDOW && !is_window)
    {
      ensure_projector (self);
      dv_projector_show_window (self->projector);
    }
  else if (at.showing == DV_SHOWING_NOTHING)
    drop_projector (self);
  else if (!is_shown)
    hide_projector (self);

  if (is_shown)
    dv_quiet_begin (self->quiet, GTK_WINDOW (self->projector));
  else
    dv_quiet_end (self->quiet);

  if (self->showing != at.showing)
    {
      self->showing = at.showing;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWING]);
    }
}

/* So that the preview has the shape of what the room will look at. */
static void
foresee_aspect (DvProjection   *self,
                const DvScreen *screen)
{
  if (screen->width > 0 && screen->height > 0)
    dv_session_set_aspect (self->session, CLAMP ((double) screen->width / screen->height, 0.1, 10.0));
}

static void
open (DvProjection *self,
      gboolean      is_allowed)
{
  g_autoptr (GArray) screens = list_screens (self->monitors);
  g_auto (GStrv) remembered = dv_settings_dup_strv ("projector-screens");
  DvShowingAt at = dv_screens_open ((const DvScreen *) screens->data, screens->len, find_console (self),
                                    (const char *const *) remembered, is_allowed);

  apply (self, at);
  if (at.showing == DV_SHOWING_FULL)
    remember_first (self, &g_array_index (screens, DvScreen, at.screen));
  if (at.showing == DV_SHOWING_FULL || at.showing == DV_SHOWING_WINDOW)
    gtk_window_present (GTK_WINDOW (self->projector));
}

/**
 * dv_projection_check:
 * @self: a projection
 *
 * Looks at the screens as they are now. Is done by itself a moment after they
 * changed.
 */
void
dv_projection_check (DvProjection *self)
{
  g_autoptr (GArray) screens = list_screens (self->monitors);
  g_auto (GStrv) remembered = dv_settings_dup_strv ("projector-screens");
  gboolean is_typing = gtk_window_is_active (self->console);
  DvShowing before = self->showing;
  DvShowingAt at;
  int screen;

  g_return_if_fail (DV_IS_PROJECTION (self));

  g_clear_handle_id (&self->settle_id, g_source_remove);
  at = dv_screens_changed ((const DvScreen *) screens->data, screens->len, find_console (self),
                           (const char *const *) remembered, before);
  apply (self, at);
  /* Whoever is typing goes on typing. */
  if (at.showing == DV_SHOWING_FULL && (is_typing || before != DV_SHOWING_FULL))
    gtk_window_present (self->console);

  screen = dv_screens_choose ((const DvScreen *) screens->data, screens->len, find_console (self),
                              (const char *const *) remembered);
  if (self->projector == NULL && screen >= 0)
    foresee_aspect (self, &g_array_index (screens, DvScreen, screen));
}

static gboolean
settled_cb (gpointer data)
{
  DvProjection *self = data;

  self->settle_id = 0;
  dv_projection_check (self);
  return G_SOURCE_REMOVE;
}

static void
check_later (DvProjection *self)
{
  self->is_allowed = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE, settled_cb, self);
}

static void
monitors_changed_cb (DvProjection *self,
                     guint         position,
                     guint         n_removed,
                     guint         n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      g_signal_connect_object (monitor, "notify::geometry", G_CALLBACK (check_later), self, G_CONNECT_SWAPPED);
    }
  check_later (self);
}

/* --- Life -------------------------------------------------------------------------- */

static void
dv_projection_dispose (GObject *object)
{
  DvProjection *self = DV_PROJECTION (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->quiet != NULL)
    dv_quiet_end (self->quiet);
  set_monitor (self, NULL);
  drop_projector (self);
  g_clear_object (&self->quiet);
  g_clear_object (&self->monitors);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_projection_parent_class)->dispose (object);
}

static void
dv_projection_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWING:
      g_value_set_int (value, (int) DV_PROJECTION (object)->showing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_projection_class_init (DvProjectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dv_projection_dispose;
  object_class->get_property = dv_projection_get_property;

  /* A DvShowing. */
  properties[PROP_SHOWING] = g_param_spec_int ("showing", NULL, NULL, 0, DV_SHOWING_WAITS, DV_SHOWING_NOTHING,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dv_projection_init (DvProjection *self)
{
}

/**
 * dv_projection_new:
 * @session: whose stage the room sees
 * @console: the window with the actions for it; outlives this
 *
 * Returns: (transfer full): a projection that shows nothing yet
 */
DvProjection *
dv_projection_new (DvSession *session,
                   GtkWindow *console)
{
  DvProjection *self = g_object_new (DV_TYPE_PROJECTION, NULL);
  GtkApplication *application = gtk_window_get_application (console);

  self->session = g_object_ref (session);
  self->console = console;
  self->quiet = dv_quiet_new (application != NULL ? g_application_get_dbus_connection (G_APPLICATION (application)) : NULL);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (console))));
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  monitors_changed_cb (self, 0, 0, g_list_model_get_n_items (self->monitors));

  return self;
}

/**
 * dv_projection_get_showing:
 * @self: a projection
 *
 * Returns: what the projector does
 */
DvShowing
dv_projection_get_showing (DvProjection *self)
{
  g_return_val_if_fail (DV_IS_PROJECTION (self), DV_SHOWING_NOTHING);
  return self->showing;
}

/**
 * dv_projection_get_projector:
 * @self: a projection
 *
 * Returns: (nullable) (transfer none): the window of the room
 */
DvProjector *
dv_projection_get_projector (DvProjection *self)
{
  g_return_val_if_fail (DV_IS_PROJECTION (self), NULL);
  return self->projector;
}

/**
 * dv_projection_open:
 * @self: a projection
 *
 * Shows the projector where it should be and gives it the focus; asks first
 * when the room would see the console. One that is open stays as it is.
 */
void
dv_projection_open (DvProjection *self)
{
  g_return_if_fail (DV_IS_PROJECTION (self));
  open (self, self->is_allowed);
}

/**
 * dv_projection_open_window:
 * @self: a projection
 *
 * The person said that the room does not see the console, or may. Asks no more
 * until the screens are others.
 */
void
dv_projection_open_window (DvProjection *self)
{
  g_return_if_fail (DV_IS_PROJECTION (self));

  self->is_allowed = TRUE;
  open (self, TRUE);
}

/**
 * dv_projection_move:
 * @self: a projection
 *
 * Shows the projector on the next screen, and remembers that one.
 */
void
dv_projection_move (DvProjection *self)
{
  g_autoptr (GArray) screens = list_screens (self->monitors);
  int next;

  g_return_if_fail (DV_IS_PROJECTION (self));

  next = dv_screens_next ((const DvScreen *) screens->data, screens->len, find_console (self),
                          find_monitor (self->monitors, self->monitor));
  if (next < 0)
    {
      dv_projection_open (self);
      return;
    }
  apply (self, (DvShowingAt){ DV_SHOWING_FULL, next });
  remember (self, &g_array_index (screens, DvScreen, next));
  gtk_window_present (GTK_WINDOW (self->projector));
}

/**
 * dv_projection_close:
 * @self: a projection
 *
 * The room sees nothing any more; nor is anything asked.
 */
void
dv_projection_close (DvProjection *self)
{
  g_return_if_fail (DV_IS_PROJECTION (self));

  if (self->showing == DV_SHOWING_NOTHING)
    return;

  apply (self, (DvShowingAt){ DV_SHOWING_NOTHING, -1 });
  gtk_window_present (self->console);
}
