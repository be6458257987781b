/* dv-preferences.c
 *
 * How the program looks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-preferences"

#include "config.h"

#include "dv-preferences.h"
#include "dv-settings.h"

/* The rows are in the order of the enumerations of the schema. */

static const char *const styles[] = { "system", "light", "dark" };
static const char *const sizes[] = { "normal", "large", "larger" };

struct _DvPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template children */
  AdwComboRow *style_row;
  AdwComboRow *projector_row;
  AdwComboRow *notes_row;
  GtkSwitch *sound_switch;
};

G_DEFINE_FINAL_TYPE (DvPreferences, dv_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
style_selected_cb (DvPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->style_row);

  if (selected < G_N_ELEMENTS (styles))
    dv_settings_set_string ("style", styles[selected]);
}

static void
projector_selected_cb (DvPreferences *self)
{
  dv_settings_set_boolean ("projector-dark", adw_combo_row_get_selected (self->projector_row) == 1);
}

static void
notes_selected_cb (DvPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->notes_row);

  if (selected < G_N_ELEMENTS (sizes))
    dv_settings_set_string ("notes-size", sizes[selected]);
}

static void
sound_switched_cb (DvPreferences *self)
{
  dv_settings_set_boolean ("timer-sound", gtk_switch_get_active (self->sound_switch));
}

static void
select_string (AdwComboRow       *row,
               const char        *key,
               const char *const *names,
               guint              n_names)
{
  g_autofree char *name = dv_settings_dup_string (key, names[0]);

  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (names[i], name))
      adw_combo_row_set_selected (row, i);
  /* Without installed settings a choice would be forgotten at once. */
  gtk_widget_set_sensitive (GTK_WIDGET (row), dv_settings_get () != NULL);
}

static void
dv_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DV_TYPE_PREFERENCES);

  G_OBJECT_CLASS (dv_preferences_parent_class)->dispose (object);
}

static void
dv_preferences_class_init (DvPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DvPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, DvPreferences, projector_row);
  gtk_widget_class_bind_template_child (widget_class, DvPreferences, notes_row);
  gtk_widget_class_bind_template_child (widget_class, DvPreferences, sound_switch);
  gtk_widget_class_bind_template_callback (widget_class, sound_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, projector_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_selected_cb);
}

static void
dv_preferences_init (DvPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  select_string (self->style_row, "style", styles, G_N_ELEMENTS (styles));
  adw_combo_row_set_selected (self->projector_row, dv_settings_get_boolean ("projector-dark", FALSE) ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->projector_row), dv_settings_get () != NULL);
  select_string (self->notes_row, "notes-size", sizes, G_N_ELEMENTS (sizes));
  gtk_switch_set_active (self->sound_switch, dv_settings_get_boolean ("timer-sound", TRUE));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sound_switch), dv_settings_get () != NULL);
}

/**
 * dv_preferences_new:
 *
 * Returns: (transfer none): a window, not shown yet; owned by GTK
 */
GtkWidget *
dv_preferences_new (void)
{
  return g_object_new (DV_TYPE_PREFERENCES, NULL);
}
