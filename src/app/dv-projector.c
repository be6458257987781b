/* dv-projector.c
 *
 * The window that the room looks at
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-projector"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-projector.h"

#include "dv-settings.h"

/* Shows the slide of the stage and nothing else: no chrome, no pointer when it
 * is full screen. Keys stand for actions of the console's window, so that they
 * do the same in both; the single letters of a presenter work only here, where
 * nothing is typed. It is a window like any other, so that it can be shared in a
 * meeting. On which screen it is, is none of its business: see dv-projection.c. */

/* Of the window, in CSS px. */
#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 540

struct _DvProjector
{
  GtkWindow parent_instance;

  /* Children */
  DvSlideView *view;
  GtkLabel *description;

  /* Owned */
  DvSession *session;

  /* Borrowed; outlives this window */
  GtkWidget *console;

  /* State */
  guint aspect_id;
};

G_DEFINE_FINAL_TYPE (DvProjector, dv_projector, GTK_TYPE_WINDOW)

enum
{
  LEAVE,
  TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const DvProjectorKey keys[] = {
  { GDK_KEY_Page_Down, "win.stage-next" },
  { GDK_KEY_KP_Page_Down, "win.stage-next" },
  { GDK_KEY_Right, "win.stage-next" },
  { GDK_KEY_Down, "win.stage-next" },
  { GDK_KEY_space, "win.stage-next" },
  { GDK_KEY_Return, "win.stage-next" },
  { GDK_KEY_Page_Up, "win.stage-previous" },
  { GDK_KEY_KP_Page_Up, "win.stage-previous" },
  { GDK_KEY_Left, "win.stage-previous" },
  { GDK_KEY_Up, "win.stage-previous" },
  { GDK_KEY_BackSpace, "win.stage-previous" },
  { GDK_KEY_b, "win.blank" },
  { GDK_KEY_B, "win.blank" },
  { GDK_KEY_period, "win.blank" },
  { GDK_KEY_F5, "win.projector" },
  { GDK_KEY_F6, "win.join-scene" },
  { GDK_KEY_F7, "win.blank" },
  { GDK_KEY_F8, "win.freeze" },
};

/* --- What it shows --------------------------------------------------------------- */

static void
stage_changed_cb (DvProjector *self)
{
  DvSlide *slide = dv_stage_get_slide (dv_session_get_stage (self->session));
  g_autofree char *text = NULL;

  dv_slide_view_set_slide (self->view, slide);
  text = slide != NULL ? dv_slide_describe (slide) : g_strdup ("");
  if (g_strcmp0 (text, gtk_label_get_text (self->description)) != 0)
    gtk_label_set_text (self->description, text);
}

static void
title_changed_cb (DvProjector *self)
{
  DvItem *root = dv_workshop_get_root (dv_session_get_workshop (self->session));
  const char *title = dv_item_get_string (root, DV_WORKSHOP_TITLE);
  /* Translators: title of the window that the room looks at; %s is the title of
   * the workshop. */
  g_autofree char *text = g_strdup_printf (C_("window title", "%s: projector"), title[0] != '\0' ? title : "Draagvlak");

  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), text) != 0)
    gtk_window_set_title (GTK_WINDOW (self), text);
}

/* --- Keys -------------------------------------------------------------------------- */

/* Who just showed the picture types on without looking at where the focus is. */
static gboolean
type (DvProjector *self,
      guint        keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = "";
  gboolean is_taken = FALSE;

  if (letter == 0 || !g_unichar_isgraph (letter))
    return FALSE;

  g_unichar_to_utf8 (letter, text);
  g_signal_emit (self, signals[TYPED], 0, text, &is_taken);
  return is_taken;
}

/**
 * dv_projector_press:
 * @self: a projector
 * @keyval: a key
 * @state: what is held with it
 *
 * Returns: whether the key does something here
 */
gboolean
dv_projector_press (DvProjector     *self,
                    guint            keyval,
                    GdkModifierType  state)
{
  g_return_val_if_fail (DV_IS_PROJECTOR (self), FALSE);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    {
      g_signal_emit (self, signals[LEAVE], 0);
      return TRUE;
    }
  if (keyval == GDK_KEY_F11)
    {
      dv_projector_toggle_full (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_F5 && (state & GDK_SHIFT_MASK) != 0)
    return gtk_widget_activate_action (self->console, "win.projector-move", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      return gtk_widget_activate_action (self->console, keys[i].action, NULL);
  return type (self, keyval);
}

static gboolean
key_pressed_cb (DvProjector        *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *controller)
{
  if (keyval == GDK_KEY_F5 && (state & GDK_CONTROL_MASK) != 0)
    return gtk_widget_activate_action (self->console, "win.projector-close", NULL);
  if (dv_projector_press (self, keyval, state))
    return GDK_EVENT_STOP;

  /* Undo, the timer, the next value: the shortcuts of the console work here. */
  return gtk_widget_get_realized (self->console) &&
         gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), self->console);
}

/* --- Screen ------------------------------------------------------------------------ */

static gboolean
aspect_cb (gpointer data)
{
  DvProjector *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self->view));
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));

  self->aspect_id = 0;
  if (width > 0 && height > 0)
    dv_session_set_aspect (self->session, CLAMP ((double) width / height, 0.1, 10.0));
  return G_SOURCE_REMOVE;
}

/* Previews change their size with it, which cannot be done while sizes are
 * being given. */
static void
dv_projector_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  DvProjector *self = DV_PROJECTOR (widget);

  GTK_WIDGET_CLASS (dv_projector_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->aspect_id == 0)
    self->aspect_id = g_idle_add (aspect_cb, self);
}

static void
dark_changed_cb (DvProjector *self)
{
  if (dv_slide_view_get_dark (self->view))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark");
}

static void
fullscreened_cb (DvProjector *self)
{
  gboolean is_full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_full ? "none" : NULL);
}

static void
dv_projector_dispose (GObject *object)
{
  DvProjector *self = DV_PROJECTOR (object);

  g_clear_handle_id (&self->aspect_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_projector_parent_class)->dispose (object);
}

static void
dv_projector_class_init (DvProjectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dv_projector_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = dv_projector_size_allocate;

  /**
   * DvProjector::leave:
   * @self: the projector
   *
   * Esc was pressed: the person wants to go back to the console.
   */
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DvProjector::typed:
   * @self: the projector
   * @text: a letter that means nothing here
   *
   * Returns: whether somebody took it
   */
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static GtkWidget *
create_description (DvProjector *self)
{
  /* GTK 4.8 cannot announce. A status is read by screen readers when its text
   * changes; it takes no room and is not seen. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  gtk_widget_set_opacity (label, 0);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  self->description = GTK_LABEL (label);
  return label;
}

static void
dv_projector_init (DvProjector *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *view = dv_slide_view_new ();
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->view = DV_SLIDE_VIEW (view);
  dv_slide_view_set_animated (self->view, TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), view);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_description (self));
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self), "projector");
  g_signal_connect_swapped (self->view, "notify::dark", G_CALLBACK (dark_changed_cb), self);
  dv_settings_bind ("projector-dark", self->view, "dark");

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}

/**
 * dv_projector_new:
 * @session: whose stage to show
 * @console: the window with the actions that the keys stand for
 *
 * Returns: (transfer none): a window, not shown yet; owned by GTK
 */
DvProjector *
dv_projector_new (DvSession *session,
                  GtkWidget *console)
{
  DvProjector *self = g_object_new (DV_TYPE_PROJECTOR, NULL);
  DvItem *root = dv_workshop_get_root (dv_session_get_workshop (session));

  self->session = g_object_ref (session);
  self->console = console;
  g_signal_connect_object (dv_session_get_stage (session), "changed", G_CALLBACK (stage_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (root, "changed", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  stage_changed_cb (self);
  title_changed_cb (self);

  return self;
}

/**
 * dv_projector_get_view:
 * @self: a projector
 *
 * Returns: (transfer none): what shows the slide
 */
DvSlideView *
dv_projector_get_view (DvProjector *self)
{
  g_return_val_if_fail (DV_IS_PROJECTOR (self), NULL);
  return self->view;
}

/**
 * dv_projector_get_description:
 * @self: a projector
 *
 * Returns: what a screen reader is told
 */
const char *
dv_projector_get_description (DvProjector *self)
{
  g_return_val_if_fail (DV_IS_PROJECTOR (self), NULL);
  return gtk_label_get_text (self->description);
}

/**
 * dv_projector_show_full:
 * @self: a projector
 * @monitor: where
 *
 * Shows it there, over the whole screen. Window managers of X11 do not move a
 * window that is full screen or on its way from it: it goes, and comes back.
 */
void
dv_projector_show_full (DvProjector *self,
                        GdkMonitor  *monitor)
{
  g_return_if_fail (DV_IS_PROJECTOR (self));
  g_return_if_fail (GDK_IS_MONITOR (monitor));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * dv_projector_show_window:
 * @self: a projector
 *
 * Shows it as a window.
 */
void
dv_projector_show_window (DvProjector *self)
{
  g_return_if_fail (DV_IS_PROJECTOR (self));

  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * dv_projector_toggle_full:
 * @self: a projector
 *
 * Takes the whole screen on which it is, or becomes a window again.
 */
void
dv_projector_toggle_full (DvProjector *self)
{
  g_return_if_fail (DV_IS_PROJECTOR (self));

  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}
