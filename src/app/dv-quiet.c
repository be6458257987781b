/* dv-quiet.c
 *
 * Keeps the screen on and notifications away while the room looks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-quiet"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-quiet.h"

/* Desktops differ. The screen: what GTK knows (GNOME, Xfce, the portal), else
 * the service of freedesktop.org (KDE). Notifications: the notification service
 * itself where it can be asked (KDE), else GNOME's presence, "busy", which holds
 * back all that is not urgent. A desktop that knows none of these is left as it
 * is. Most of it ends by itself when the program does; the presence is given
 * back. Main thread. */

/* Of org.gnome.SessionManager.Presence. */
#define PRESENCE_BUSY 2

typedef enum
{
  ASK_SCREEN,
  ASK_NOTIFICATIONS,
  N_ASKS
} Ask;

static const struct
{
  const char *name;
  const char *path;
} services[N_ASKS] = {
  [ASK_SCREEN] = { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver" },
  [ASK_NOTIFICATIONS] = { "org.freedesktop.Notifications", "/org/freedesktop/Notifications" },
};

struct _DvQuiet
{
  GObject parent_instance;

  /* Owned */
  GDBusConnection *bus;        /* nullable */
  GtkApplication *application; /* nullable; while quiet */
  GCancellable *asking;        /* nullable; while quiet */

  /* State */
  guint cookie;         /* of GTK */
  guint cookies[N_ASKS];
  gboolean is_busy;     /* the presence is ours to give back */
  guint presence;       /* what it was */
};

G_DEFINE_FINAL_TYPE (DvQuiet, dv_quiet, G_TYPE_OBJECT)

/* --- Presence ------------------------------------------------------------------ */

static void
call_presence (DvQuiet             *self,
               const char          *interface,
               const char          *method,
               GVariant            *parameters,
               GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (self->bus, "org.gnome.SessionManager", "/org/gnome/SessionManager/Presence",
                          interface, method, parameters, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          self->asking, callback, callback != NULL ? g_object_ref (self) : NULL);
}

static void
set_presence (DvQuiet *self,
              guint    status)
{
  call_presence (self, "org.gnome.SessionManager.Presence", "SetStatus", g_variant_new ("(u)", status), NULL);
}

static void
presence_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DvQuiet) self = data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) status = NULL;

  if (reply == NULL || self->asking == NULL)
    return;

  g_variant_get (reply, "(v)", &status);
  if (!g_variant_is_of_type (status, G_VARIANT_TYPE_UINT32) || g_variant_get_uint32 (status) == PRESENCE_BUSY)
    return;

  self->presence = g_variant_get_uint32 (status);
  self->is_busy = TRUE;
  set_presence (self, PRESENCE_BUSY);
}

static void
ask_presence (DvQuiet *self)
{
  call_presence (self, "org.freedesktop.DBus.Properties", "Get",
                 g_variant_new ("(ss)", "org.gnome.SessionManager.Presence", "status"), presence_cb);
}

/* --- Services ------------------------------------------------------------------ */

static void
release (DvQuiet *self,
         Ask      ask,
         guint    cookie)
{
  g_dbus_connection_call (self->bus, services[ask].name, services[ask].path, services[ask].name,
                          "UnInhibit", g_variant_new ("(u)", cookie), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          NULL, NULL, NULL);
}

static void
answered (DvQuiet      *self,
          Ask           ask,
          GAsyncResult *result)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (self->bus, result, NULL);
  guint cookie = 0;

  if (reply != NULL && g_variant_is_of_type (reply, G_VARIANT_TYPE ("(u)")))
    g_variant_get (reply, "(u)", &cookie);
  if (self->asking != NULL)
    self->cookies[ask] = cookie;
  else if (cookie != 0)
    release (self, ask, cookie);
  if (cookie == 0 && ask == ASK_NOTIFICATIONS && self->asking != NULL)
    ask_presence (self);
}

static void
screen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DvQuiet) self = data;

  answered (self, ASK_SCREEN, result);
}

static void
notifications_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (DvQuiet) self = data;

  answered (self, ASK_NOTIFICATIONS, result);
}

/* The answer is waited for also when it is no longer wanted: it holds what must
 * be given back. */
static void
ask (DvQuiet             *self,
     Ask                  what,
     GVariant            *parameters,
     GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (self->bus, services[what].name, services[what].path, services[what].name,
                          "Inhibit", parameters, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          NULL, callback, g_object_ref (self));
}

/* --- Life ---------------------------------------------------------------------- */

static void
dv_quiet_dispose (GObject *object)
{
  DvQuiet *self = DV_QUIET (object);

  dv_quiet_end (self);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (dv_quiet_parent_class)->dispose (object);
}

static void
dv_quiet_class_init (DvQuietClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dv_quiet_dispose;
}

static void
dv_quiet_init (DvQuiet *self)
{
}

/**
 * dv_quiet_new:
 * @bus: (nullable): the session bus
 *
 * Returns: (transfer full): not quiet yet
 */
DvQuiet *
dv_quiet_new (GDBusConnection *bus)
{
  DvQuiet *self = g_object_new (DV_TYPE_QUIET, NULL);

  if (bus != NULL)
    self->bus = g_object_ref (bus);
  return self;
}

/**
 * dv_quiet_begin:
 * @self: quiet
 * @window: the window that the room looks at
 *
 * From now on the screen stays on and notifications are held back, as far as
 * the desktop can.
 */
void
dv_quiet_begin (DvQuiet   *self,
                GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);
  const char *reason = C_("reason to keep the screen on", "The room looks at the projector");

  g_return_if_fail (DV_IS_QUIET (self));
  if (self->asking != NULL)
    return;

  self->asking = g_cancellable_new ();
  if (application != NULL)
    {
      self->application = g_object_ref (application);
      self->cookie = gtk_application_inhibit (application, window,
                                              GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND, reason);
    }
  if (self->bus == NULL)
    return;

  if (self->cookie == 0)
    ask (self, ASK_SCREEN, g_variant_new ("(ss)", "Draagvlak", reason), screen_cb);
  ask (self, ASK_NOTIFICATIONS, g_variant_new ("(ss@a{sv})", DV_APPLICATION_ID, reason, g_variant_new ("a{sv}", NULL)),
       notifications_cb);
}

/**
 * dv_quiet_end:
 * @self: quiet
 *
 * Everything is as it was.
 */
void
dv_quiet_end (DvQuiet *self)
{
  g_return_if_fail (DV_IS_QUIET (self));
  if (self->asking == NULL)
    return;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->cookie != 0)
    gtk_application_uninhibit (self->application, self->cookie);
  self->cookie = 0;
  g_clear_object (&self->application);
  for (Ask i = 0; i < N_ASKS; i++)
    {
      if (self->cookies[i] != 0)
        release (self, i, self->cookies[i]);
      self->cookies[i] = 0;
    }
  if (self->is_busy)
    set_presence (self, self->presence);
  self->is_busy = FALSE;
}
