/* dv-phase-strip.c
 *
 * The four steps of choosing for one value
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-phase-strip"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-choosing.h"
#include "dv-phase-strip.h"

#define N_STEPS 4

typedef struct
{
  GtkWidget *button;
  GtkWidget *number;
  GtkWidget *check;
  GtkWidget *count;
} Step;

struct _DvPhaseStrip
{
  GtkWidget parent_instance;

  /* Owned */
  DvSession *session;

  /* Borrowed: children */
  Step steps[N_STEPS];
};

G_DEFINE_FINAL_TYPE (DvPhaseStrip, dv_phase_strip, GTK_TYPE_WIDGET)

static const char *const names[N_STEPS] = {
  [DV_PHASE_SHORTLIST] = NC_("phase", "Shortlist"),
  [DV_PHASE_DOTS] = NC_("phase", "Give dots"),
  [DV_PHASE_REVEALED] = NC_("phase", "Reveal"),
  [DV_PHASE_CHOSEN] = NC_("phase", "Choose"),
};

/* Once the dots are revealed the room is choosing. */
static int
get_current (DvItem *value)
{
  return dv_choosing_is_revealed (value) ? DV_PHASE_CHOSEN : (int) dv_item_get_int (value, DV_VALUE_PHASE);
}

static void
update_step (DvPhaseStrip *self,
             DvItem       *value,
             int           i)
{
  Step *step = &self->steps[i];
  int current = get_current (value);
  gboolean is_done = i < current || dv_item_get_int (value, DV_VALUE_PHASE) == DV_PHASE_CHOSEN;
  guint number = 0;
  g_autofree char *count = NULL;

  if (i == DV_PHASE_SHORTLIST)
    number = dv_choosing_count_shortlist (value);
  else if (i == DV_PHASE_DOTS)
    number = dv_choosing_get_given (value, DV_METHOD_DOTS);
  count = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (step->count), count);
  gtk_widget_set_visible (step->number, !is_done);
  gtk_widget_set_visible (step->check, is_done);
  if (i == current)
    gtk_widget_add_css_class (step->button, "current");
  else
    gtk_widget_remove_css_class (step->button, "current");
  if (is_done)
    gtk_widget_add_css_class (step->button, "done");
  else
    gtk_widget_remove_css_class (step->button, "done");
  gtk_accessible_update_state (GTK_ACCESSIBLE (step->button), GTK_ACCESSIBLE_STATE_PRESSED,
                               i == current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  /* There is nothing to end before the dots are revealed. */
  gtk_widget_set_sensitive (step->button, i != DV_PHASE_CHOSEN || dv_choosing_is_revealed (value));
}

static void
update (DvPhaseStrip *self)
{
  DvItem *value = dv_session_get_value (self->session);

  for (int i = 0; value != NULL && i < N_STEPS; i++)
    update_step (self, value, i);
}

static void
clicked_cb (DvPhaseStrip *self,
            GtkWidget    *button)
{
  DvItem *value = dv_session_get_value (self->session);

  for (int i = 0; value != NULL && i < N_STEPS; i++)
    if (self->steps[i].button == button)
      {
        GError *error = NULL;
        gboolean done = dv_choosing_set_phase (dv_session_get_workshop (self->session), value, (DvPhase) i, &error);

        dv_session_check (self->session, done, &error);
      }
}

static void
add_step (DvPhaseStrip *self,
          int           i)
{
  Step *step = &self->steps[i];
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "phase", names[i]);
  g_autofree char *number = g_strdup_printf ("%d", i + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (name);

  step->button = gtk_button_new ();
  step->number = gtk_label_new (number);
  step->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  step->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (step->number, "disc");
  gtk_widget_add_css_class (step->check, "disc");
  gtk_widget_add_css_class (step->count, "dim-label");
  gtk_widget_add_css_class (step->count, "numeric");
  gtk_widget_set_valign (step->number, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (step->check, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);

  gtk_box_append (GTK_BOX (box), step->number);
  gtk_box_append (GTK_BOX (box), step->check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), step->count);
  gtk_button_set_child (GTK_BUTTON (step->button), box);
  gtk_widget_add_css_class (step->button, "flat");
  gtk_widget_set_tooltip_text (step->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (step->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (step->button, GTK_WIDGET (self));
}

static void
dv_phase_strip_dispose (GObject *object)
{
  DvPhaseStrip *self = DV_PHASE_STRIP (object);

  for (int i = 0; i < N_STEPS; i++)
    g_clear_pointer (&self->steps[i].button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_phase_strip_parent_class)->dispose (object);
}

static void
dv_phase_strip_class_init (DvPhaseStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_phase_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "phase-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_phase_strip_init (DvPhaseStrip *self)
{
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (int i = 0; i < N_STEPS; i++)
    add_step (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("accessible", "Steps of choosing"), -1);
}

/**
 * dv_phase_strip_new:
 * @session: the session whose value is chosen for
 *
 * Returns: (transfer floating): four steps; a click goes to one
 */
GtkWidget *
dv_phase_strip_new (DvSession *session)
{
  DvPhaseStrip *self = g_object_new (DV_TYPE_PHASE_STRIP, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::value", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dv_session_get_workshop (session), "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
