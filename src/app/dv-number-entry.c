/* dv-number-entry.c
 *
 * A small text field for a whole number
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-number-entry"

#include "config.h"

#include "dv-number-entry.h"

/* For tables of numbers that are typed one after another: it takes digits
 * only, so that letters can be keys of the table; nought is empty, so that what
 * was counted stands out; Enter and leaving it enter the number, Esc gives the
 * old one back. */

#define MAX_DIGITS 6

struct _DvNumberEntry
{
  GtkEntry parent_instance;

  guint value;
};

G_DEFINE_FINAL_TYPE (DvNumberEntry, dv_number_entry, GTK_TYPE_ENTRY)

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_value (DvNumberEntry *self)
{
  g_autofree char *text = self->value > 0 ? g_strdup_printf ("%u", self->value) : g_strdup ("");

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static gboolean
has_digits_only (const char *text,
                 int         length)
{
  for (int i = 0; (length < 0 || i < length) && text[i] != '\0'; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

static void
insert_text_cb (GtkEditable *editable,
                const char  *text,
                int          length,
                int         *position,
                gpointer     data)
{
  if (!has_digits_only (text, length))
    {
      g_signal_stop_emission_by_name (editable, "insert-text");
      gtk_widget_error_bell (GTK_WIDGET (editable));
    }
}

/* Before the focus goes, so that who looks at the workshop then sees the
 * number. */
static void
leave_cb (DvNumberEntry *self)
{
  dv_number_entry_commit (self);
}

static gboolean
key_pressed_cb (DvNumberEntry  *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  show_value (self);
  return GDK_EVENT_PROPAGATE;
}

static void
dv_number_entry_class_init (DvNumberEntryClass *klass)
{
  /**
   * DvNumberEntry::entered:
   * @self: the field
   * @number: what was typed
   */
  signals[ENTERED] = g_signal_new ("entered", DV_TYPE_NUMBER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
dv_number_entry_init (DvNumberEntry *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_max_length (GTK_ENTRY (self), MAX_DIGITS);
  gtk_entry_set_alignment (GTK_ENTRY (self), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "number");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  g_signal_connect_object (text, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (self, "activate", G_CALLBACK (dv_number_entry_commit), NULL, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * dv_number_entry_new:
 * @name: what the number is, for who cannot see where it stands
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
dv_number_entry_new (const char *name)
{
  GtkWidget *self = g_object_new (DV_TYPE_NUMBER_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

/**
 * dv_number_entry_set_value:
 * @self: a field
 * @value: the number as it is now
 *
 * Shows it, unless a person is typing another.
 */
void
dv_number_entry_set_value (DvNumberEntry *self,
                           guint          value)
{
  g_autofree char *old = self->value > 0 ? g_strdup_printf ("%u", self->value) : g_strdup ("");
  gboolean is_typing = g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), old) != 0 &&
                       gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->value = value;
  if (!is_typing)
    show_value (self);
}

/**
 * dv_number_entry_commit:
 * @self: a field
 *
 * Enters what was typed in it, if that is another number. What is not taken is
 * gone from the screen: the field shows the number it has.
 */
void
dv_number_entry_commit (DvNumberEntry *self)
{
  guint typed = (guint) g_ascii_strtoull (gtk_editable_get_text (GTK_EDITABLE (self)), NULL, 10);

  if (typed != self->value)
    g_signal_emit (self, signals[ENTERED], 0, typed);
  show_value (self);
}
