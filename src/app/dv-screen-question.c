/* dv-screen-question.c
 *
 * Asks whether the room sees the screen of the console too
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-screen-question"

#include "config.h"

#include "dv-screen-question.h"

/* Fills the window, so that while it is asked the room sees no notes. Goes by
 * itself as soon as there is a screen for the room. Its buttons are actions of
 * the window. */

struct _DvScreenQuestion
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *child;
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (DvScreenQuestion, dv_screen_question, GTK_TYPE_WIDGET)

static gboolean
dv_screen_question_grab_focus (GtkWidget *widget)
{
  /* What shows nothing to anybody. */
  return gtk_widget_grab_focus (DV_SCREEN_QUESTION (widget)->cancel_button);
}

static void
dv_screen_question_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DV_TYPE_SCREEN_QUESTION);

  G_OBJECT_CLASS (dv_screen_question_parent_class)->dispose (object);
}

static void
dv_screen_question_class_init (DvScreenQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_screen_question_dispose;
  widget_class->grab_focus = dv_screen_question_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-screen-question.ui");
  gtk_widget_class_bind_template_child (widget_class, DvScreenQuestion, child);
  gtk_widget_class_bind_template_child (widget_class, DvScreenQuestion, cancel_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.projector-close", NULL);
}

static void
dv_screen_question_init (DvScreenQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_screen_question_new:
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
dv_screen_question_new (void)
{
  return g_object_new (DV_TYPE_SCREEN_QUESTION, NULL);
}
