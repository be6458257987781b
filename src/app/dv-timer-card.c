/* dv-timer-card.c
 *
 * The timer in the side column
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-timer-card"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-settings.h"
#include "dv-timer-card.h"

/* Starting, pausing and a minute more or less are actions of the window, which
 * have keys; all else is in the popover under the time. */

static const int lengths[] = { 1, 2, 3, 5, 8, 10, 15, 20, 30 };

struct _DvTimerCard
{
  GtkWidget parent_instance;

  /* Template children */
  GtkMenuButton *time_button;
  GtkLabel *time;
  GtkLabel *caption;
  GtkButton *toggle;
  GtkProgressBar *bar;
  GtkWidget *offer;
  GtkLabel *offer_label;
  GtkPopover *popover;
  GtkFlowBox *lengths;
  GtkSpinButton *work;
  GtkSpinButton *report;
  GtkSpinButton *per_value;
  GtkCheckButton *shown;
  GtkCheckButton *large;
  GtkCheckButton *sound;

  /* Owned */
  DvSession *session;

  /* State */
  gboolean is_showing; /* the popover is being filled in: nobody chose */
};

G_DEFINE_FINAL_TYPE (DvTimerCard, dv_timer_card, GTK_TYPE_WIDGET)

static DvTimekeeper *
get_keeper (DvTimerCard *self)
{
  return dv_session_get_timekeeper (self->session);
}

static DvTimer *
get_timer (DvTimerCard *self)
{
  return dv_timekeeper_get_timer (get_keeper (self));
}

static DvStage *
get_stage (DvTimerCard *self)
{
  return dv_session_get_stage (self->session);
}

/* --- Showing ----------------------------------------------------------------- */

static char *
dup_caption (DvTimer *timer)
{
  const char *title = dv_timer_get_title (timer);

  if (dv_timer_get_phase (timer) == DV_TIMER_OVER)
    return g_strdup (C_("timer", "time is up"));
  if (!dv_timer_is_running (timer) && !dv_timer_is_idle (timer))
    /* Translators: what the time is for. */
    return g_strdup_printf (C_("timer", "paused: %s"), title);
  if (dv_timer_get_phase (timer) == DV_TIMER_REPORT)
    return g_strdup (C_("timer", "left for reporting back"));
  if (title[0] == '\0')
    return g_strdup (C_("timer", "left"));
  /* Translators: what the time is for. */
  return g_strdup_printf (C_("timer", "left for %s"), title);
}

static void
show_offer (DvTimerCard *self)
{
  int minutes = 0;
  const char *title = dv_timekeeper_get_offer (get_keeper (self), &minutes);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->offer, title != NULL);
  if (title == NULL)
    return;
  text = g_strdup_printf (ngettext ("Set to %d minute for %s", "Set to %d minutes for %s", (gulong) minutes), minutes, title);
  gtk_label_set_text (self->offer_label, text);
}

static void
show_toggle (DvTimerCard *self,
             gboolean     is_running)
{
  const char *name = is_running ? _("Pause the timer (Ctrl+T)") : _("Start the timer (Ctrl+T)");

  gtk_button_set_icon_name (self->toggle, is_running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_timer (DvTimerCard *self)
{
  DvTimer *timer = get_timer (self);
  g_autofree char *time = dv_timer_dup_text (timer);
  g_autofree char *caption = dup_caption (timer);
  gboolean is_over = dv_timer_get_phase (timer) == DV_TIMER_OVER;

  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->caption, caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), dv_timer_get_title (timer));
  gtk_progress_bar_set_fraction (self->bar, CLAMP (dv_timer_get_part (timer), 0, 1));
  if (is_over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
  show_toggle (self, dv_timer_is_running (timer));
  show_offer (self);
}

static void
show_popover (DvTimerCard *self)
{
  DvTimer *timer = get_timer (self);

  self->is_showing = TRUE;
  gtk_spin_button_set_value (self->work, MAX (1, (dv_timer_get_work (timer) + 59) / 60));
  gtk_spin_button_set_value (self->report, (dv_timer_get_report (timer) + 59) / 60);
  gtk_spin_button_set_value (self->per_value, dv_timekeeper_get_per_value (get_keeper (self)));
  gtk_check_button_set_active (self->shown, dv_stage_is_timer_shown (get_stage (self)));
  gtk_check_button_set_active (self->large, dv_stage_get_cue (get_stage (self)).kind == DV_SLIDE_TIMER);
  gtk_check_button_set_active (self->sound, dv_settings_get_boolean ("timer-sound", TRUE));
  self->is_showing = FALSE;
}

/* --- Choosing ---------------------------------------------------------------- */

static void
popover_shown_cb (DvTimerCard *self)
{
  show_popover (self);
}

static void
set_length_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DvTimerCard *self = DV_TIMER_CARD (widget);

  dv_timekeeper_set_lengths (get_keeper (self), g_variant_get_int32 (parameter), gtk_spin_button_get_value_as_int (self->report));
  gtk_popover_popdown (self->popover);
}

static void
length_changed_cb (DvTimerCard *self)
{
  if (!self->is_showing)
    dv_timekeeper_set_lengths (get_keeper (self), gtk_spin_button_get_value_as_int (self->work),
                               gtk_spin_button_get_value_as_int (self->report));
}

static void
per_value_changed_cb (DvTimerCard *self)
{
  if (self->is_showing)
    return;
  dv_timekeeper_set_per_value (get_keeper (self), gtk_spin_button_get_value_as_int (self->per_value));
  show_popover (self);
}

static void
shown_toggled_cb (DvTimerCard *self)
{
  if (!self->is_showing)
    dv_stage_set_timer_shown (get_stage (self), gtk_check_button_get_active (self->shown));
}

static void
large_toggled_cb (DvTimerCard *self)
{
  DvCue cue = dv_cue_make (DV_SLIDE_TIMER, NULL);

  if (!self->is_showing)
    dv_stage_show (get_stage (self), gtk_check_button_get_active (self->large) ? &cue : NULL);
}

static void
sound_toggled_cb (DvTimerCard *self)
{
  if (!self->is_showing)
    dv_settings_set_boolean ("timer-sound", gtk_check_button_get_active (self->sound));
}

static void
offer_clicked_cb (DvTimerCard *self)
{
  dv_timekeeper_take_offer (get_keeper (self));
}

/* --- Life -------------------------------------------------------------------- */

static void
add_lengths (DvTimerCard *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", lengths[i]);
      g_autofree char *name = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) lengths[i]), lengths[i]);
      GtkWidget *button = gtk_button_new_with_label (text);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timer.set-length");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", lengths[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_flow_box_append (self->lengths, button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

static void
dv_timer_card_dispose (GObject *object)
{
  DvTimerCard *self = DV_TIMER_CARD (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_TIMER_CARD);
  /* GTK 4.8 lets go of children that have a name only. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_timer_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-timer-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, time_button);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, time);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, caption);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, toggle);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, bar);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, offer);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, offer_label);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, popover);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, lengths);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, work);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, report);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, per_value);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, shown);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, large);
  gtk_widget_class_bind_template_child (widget_class, DvTimerCard, sound);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, per_value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, large_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, sound_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_clicked_cb);
}

static void
dv_timer_card_class_init (DvTimerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_timer_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timercard");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "timer.set-length", "i", set_length_action);
}

static void
dv_timer_card_init (DvTimerCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  /* GTK centres what is in a menu button. */
  gtk_widget_set_halign (gtk_widget_get_parent (gtk_menu_button_get_child (self->time_button)), GTK_ALIGN_FILL);
  add_lengths (self);
}

/**
 * dv_timer_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
dv_timer_card_new (void)
{
  return g_object_new (DV_TYPE_TIMER_CARD, NULL);
}

/**
 * dv_timer_card_set_session:
 * @self: a new card
 * @session: whose timer to show; can be set once
 */
void
dv_timer_card_set_session (DvTimerCard *self,
                           DvSession   *session)
{
  g_return_if_fail (DV_IS_TIMER_CARD (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_keeper (self), "changed", G_CALLBACK (show_timer), self, G_CONNECT_SWAPPED);
  show_timer (self);
}
