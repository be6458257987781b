/* dv-instructions-page.c
 *
 * An activity that is done in the room: its question, what to do, and why
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-instructions-page"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "dv-field.h"
#include "dv-instructions-page.h"
#include "dv-plan.h"
#include "dv-programme.h"

/* What an activity says itself comes first, what its working form says fills
 * in. Question and instruction are read most of the time, and become text
 * fields when they are to be changed. */

struct _DvInstructionsPage
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkStack *question_stack;
  GtkLabel *question_label;
  GtkTextView *question;
  GtkLabel *purpose;
  GtkLabel *planned;
  GtkToggleButton *todo_button;
  GtkToggleButton *busy_button;
  GtkToggleButton *done_button;
  GtkToggleButton *edit_button;
  GtkStack *instruction_stack;
  GtkBox *lines;
  GtkTextView *instruction;
  GtkWidget *tips_box;
  GtkBox *tips;
  GtkWidget *outcome_box;
  GtkLabel *outcome;

  /* Owned */
  GSignalGroup *activity_signals;
  DvForm *form; /* nullable: of the activity that is shown */

  /* State */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (DvInstructionsPage, dv_instructions_page, DV_TYPE_PAGE)

static DvItem *
get_activity (DvInstructionsPage *self)
{
  return dv_session_get_activity (dv_page_get_session (DV_PAGE (self)));
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
make_line (const char *mark,
           const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *number = gtk_label_new (mark);

  gtk_widget_add_css_class (number, "line-number");
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), number);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* A line of its own for each, numbered from 1, or all with @mark. */
static void
fill_lines (GtkBox     *box,
            char      **texts,
            const char *mark)
{
  guint number = 0;

  clear_box (box);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *digits = NULL;

      if (g_strstrip (texts[i])[0] == '\0')
        continue;
      digits = g_strdup_printf ("%u", ++number);
      gtk_box_append (box, make_line (mark != NULL ? mark : digits, texts[i]));
    }
}

static const char *
get_text (DvInstructionsPage *self,
          int                 field,
          const char         *from_form)
{
  const char *own = dv_item_get_string (get_activity (self), field);

  return own[0] != '\0' || from_form == NULL ? own : from_form;
}

static void
update_question (DvInstructionsPage *self)
{
  const char *text = get_text (self, DV_ACTIVITY_QUESTION, self->form != NULL ? self->form->question : NULL);

  gtk_label_set_text (self->question_label, text[0] != '\0' ? text : dv_plan_get_title (get_activity (self)));
}

static void
update_instruction (DvInstructionsPage *self)
{
  const char *text = get_text (self, DV_ACTIVITY_INSTRUCTION, self->form != NULL ? self->form->instruction : NULL);
  g_auto (GStrv) texts = g_strsplit (text, "\n", -1);

  fill_lines (self->lines, texts, NULL);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->lines)) == NULL)
    {
      GtkWidget *label = gtk_label_new (_("Nothing here yet. Write what the room is asked to do, one thing a line."));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (self->lines, label);
    }
}

static void
update_form (DvInstructionsPage *self)
{
  const char *purpose = self->form != NULL ? self->form->purpose : NULL;
  const char *outcome = self->form != NULL ? self->form->outcome : NULL;
  gboolean has_tips = self->form != NULL && self->form->tips != NULL && self->form->tips[0] != NULL;
  g_auto (GStrv) tips = has_tips ? g_strdupv (self->form->tips) : NULL;

  gtk_label_set_text (self->purpose, purpose != NULL ? purpose : "");
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), purpose != NULL && purpose[0] != '\0');
  gtk_label_set_text (self->outcome, outcome != NULL ? outcome : "");
  gtk_widget_set_visible (self->outcome_box, outcome != NULL && outcome[0] != '\0');
  if (has_tips)
    fill_lines (self->tips, tips, "•");
  else
    clear_box (self->tips);
  gtk_widget_set_visible (self->tips_box, has_tips);
}

static void
update_facts (DvInstructionsPage *self)
{
  DvItem *activity = get_activity (self);
  int minutes = (int) dv_item_get_int (activity, DV_ACTIVITY_MINUTES);
  DvState state = (DvState) dv_item_get_int (activity, DV_ACTIVITY_STATE);
  g_autofree char *planned = NULL;

  if (minutes > 0)
    planned = g_strdup_printf (ngettext ("%d minute planned", "%d minutes planned", (gulong) minutes), minutes);
  gtk_label_set_text (self->planned, planned != NULL ? planned : "");
  gtk_widget_set_visible (GTK_WIDGET (self->planned), planned != NULL);

  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->todo_button, state == DV_STATE_TODO);
  gtk_toggle_button_set_active (self->busy_button, state == DV_STATE_BUSY);
  gtk_toggle_button_set_active (self->done_button, state == DV_STATE_DONE);
  self->is_updating = FALSE;
}

static void
activity_changed_cb (DvInstructionsPage *self)
{
  if (get_activity (self) == NULL)
    return;

  update_facts (self);
  update_question (self);
  update_instruction (self);
}

static void
state_toggled_cb (DvInstructionsPage *self,
                  GtkToggleButton    *button)
{
  DvState state = DV_STATE_TODO;

  if (self->is_updating || get_activity (self) == NULL || !gtk_toggle_button_get_active (button))
    return;

  if (button == self->busy_button)
    state = DV_STATE_BUSY;
  else if (button == self->done_button)
    state = DV_STATE_DONE;
  dv_plan_set_state (dv_page_get_session (DV_PAGE (self)), get_activity (self), state);
}

/* What the form says is where writing begins. */
static void
edit_field (DvInstructionsPage *self,
            GtkTextView        *view,
            int                 field,
            const char         *from_form,
            const char         *label)
{
  dv_field_bind (GTK_WIDGET (view), dv_page_get_session (DV_PAGE (self)), get_activity (self), field, label);
  if (dv_item_get_string (get_activity (self), field)[0] == '\0' && from_form != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), from_form, -1);
}

static void
begin_edit (DvInstructionsPage *self)
{
  edit_field (self, self->question, DV_ACTIVITY_QUESTION, self->form != NULL ? self->form->question : NULL,
              C_("undo", "Edit the question"));
  edit_field (self, self->instruction, DV_ACTIVITY_INSTRUCTION, self->form != NULL ? self->form->instruction : NULL,
              C_("undo", "Edit the instruction"));
  gtk_stack_set_visible_child_name (self->question_stack, "edit");
  gtk_stack_set_visible_child_name (self->instruction_stack, "edit");
  gtk_widget_grab_focus (GTK_WIDGET (self->question));
}

static void
end_edit (DvInstructionsPage *self)
{
  dv_field_unbind (GTK_WIDGET (self->question));
  dv_field_unbind (GTK_WIDGET (self->instruction));
  gtk_stack_set_visible_child_name (self->question_stack, "read");
  gtk_stack_set_visible_child_name (self->instruction_stack, "read");
}

static void
edit_toggled_cb (DvInstructionsPage *self)
{
  if (get_activity (self) == NULL)
    return;

  if (gtk_toggle_button_get_active (self->edit_button))
    {
      begin_edit (self);
      return;
    }
  end_edit (self);
  activity_changed_cb (self);
}

static void
dv_instructions_page_enter (DvPage *page)
{
  DvInstructionsPage *self = DV_INSTRUCTIONS_PAGE (page);
  DvItem *activity = get_activity (self);
  DvItem *root = dv_workshop_get_root (dv_page_get_workshop (page));

  gtk_toggle_button_set_active (self->edit_button, FALSE);
  end_edit (self);
  g_clear_pointer (&self->form, dv_form_free);
  g_signal_group_set_target (self->activity_signals, activity);
  gtk_stack_set_visible_child_name (self->stack, activity != NULL ? "activity" : "none");
  if (activity == NULL)
    return;

  if (dv_item_get_string (activity, DV_ACTIVITY_FORM)[0] != '\0')
    self->form = dv_form_lookup (dv_item_get_string (activity, DV_ACTIVITY_FORM),
                                 (DvLanguage) dv_item_get_int (root, DV_WORKSHOP_LANGUAGE), NULL);
  update_form (self);
  activity_changed_cb (self);
}

static void
dv_instructions_page_focus_entry (DvPage *page)
{
  DvInstructionsPage *self = DV_INSTRUCTIONS_PAGE (page);

  /* Nothing is typed here; the arrow keys scroll. */
  if (get_activity (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->edit_button));
}

static void
dv_instructions_page_dispose (GObject *object)
{
  DvInstructionsPage *self = DV_INSTRUCTIONS_PAGE (object);

  g_clear_object (&self->activity_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_INSTRUCTIONS_PAGE);
  g_clear_pointer (&self->form, dv_form_free);

  G_OBJECT_CLASS (dv_instructions_page_parent_class)->dispose (object);
}

static void
dv_instructions_page_class_init (DvInstructionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_instructions_page_dispose;
  page_class->enter = dv_instructions_page_enter;
  page_class->focus_entry = dv_instructions_page_focus_entry;

  gtk_widget_class_set_css_name (widget_class, "instructions");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-instructions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, question_stack);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, question);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, planned);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, todo_button);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, busy_button);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, instruction_stack);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, lines);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, instruction);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, tips_box);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, tips);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, outcome_box);
  gtk_widget_class_bind_template_child (widget_class, DvInstructionsPage, outcome);
  gtk_widget_class_bind_template_callback (widget_class, state_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_toggled_cb);
}

static void
dv_instructions_page_init (DvInstructionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->activity_signals = g_signal_group_new (DV_TYPE_ITEM);
  g_signal_group_connect_swapped (self->activity_signals, "changed", G_CALLBACK (activity_changed_cb), self);
}

/**
 * dv_instructions_page_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): a page that shows the open activity
 */
DvPage *
dv_instructions_page_new (DvSession *session)
{
  return g_object_new (DV_TYPE_INSTRUCTIONS_PAGE, "session", session, NULL);
}
