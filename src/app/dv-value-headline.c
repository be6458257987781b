/* dv-value-headline.c
 *
 * The question about a value, large, and to be changed where it stands
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-value-headline"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-value-headline.h"
#include "dv-values.h"

/* Enter and leaving the entry keep what was typed, Esc does not. An emptied
 * question becomes the usual one again. */

struct _DvValueHeadline
{
  GtkWidget parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkWidget *label;
  GtkWidget *entry;

  /* Owned */
  DvSession *session;
  DvItem *editing; /* nullable: the value whose question is typed */
};

G_DEFINE_FINAL_TYPE (DvValueHeadline, dv_value_headline, GTK_TYPE_WIDGET)

static void
update (DvValueHeadline *self)
{
  DvItem *value = dv_session_get_value (self->session);
  g_autofree char *question = NULL;

  if (value == NULL)
    return;

  question = dv_value_dup_question (dv_session_get_workshop (self->session), value);
  gtk_label_set_text (GTK_LABEL (self->label), question);
  gtk_widget_set_tooltip_text (self->label, dv_item_get_string (value, DV_VALUE_MEANING));
}

static void
end_edit (DvValueHeadline *self,
          gboolean         keep)
{
  g_autoptr (DvItem) value = g_steal_pointer (&self->editing);
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *shown = NULL;
  GError *error = NULL;

  if (value == NULL)
    return;

  shown = dv_value_dup_question (workshop, value);
  if (keep && g_strcmp0 (typed, shown) != 0)
    {
      gboolean done = dv_change_string (workshop, value, DV_VALUE_QUESTION, typed, C_("undo", "Change question"), &error);

      dv_session_check (self->session, done, &error);
    }
  gtk_stack_set_visible_child_name (self->stack, "show");
  update (self);
}

static void
edit_clicked_cb (DvValueHeadline *self)
{
  DvItem *value = dv_session_get_value (self->session);
  g_autofree char *question = NULL;

  if (value == NULL)
    return;

  question = dv_value_dup_question (dv_session_get_workshop (self->session), value);
  g_set_object (&self->editing, value);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), question);
  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_grab_focus (self->entry);
}

static void
entry_activate_cb (DvValueHeadline *self)
{
  end_edit (self, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "page.focus-entry", NULL);
}

static gboolean
key_pressed_cb (DvValueHeadline *self,
                guint            key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  end_edit (self, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "page.focus-entry", NULL);
  return GDK_EVENT_STOP;
}

static void
focus_left_cb (DvValueHeadline *self)
{
  end_edit (self, TRUE);
}

static void
value_changed_cb (DvValueHeadline *self)
{
  end_edit (self, TRUE);
  update (self);
}

static void
dv_value_headline_dispose (GObject *object)
{
  DvValueHeadline *self = DV_VALUE_HEADLINE (object);

  g_clear_object (&self->editing);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_VALUE_HEADLINE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_value_headline_parent_class)->dispose (object);
}

static void
dv_value_headline_class_init (DvValueHeadlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_value_headline_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-value-headline.ui");
  gtk_widget_class_bind_template_child (widget_class, DvValueHeadline, stack);
  gtk_widget_class_bind_template_child (widget_class, DvValueHeadline, label);
  gtk_widget_class_bind_template_child (widget_class, DvValueHeadline, entry);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dv_value_headline_init (DvValueHeadline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

/**
 * dv_value_headline_new:
 * @session: the session whose value is asked about
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
dv_value_headline_new (DvSession *session)
{
  DvValueHeadline *self = g_object_new (DV_TYPE_VALUE_HEADLINE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::value", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dv_session_get_workshop (session), "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
