/* dv-mix-popover.c
 *
 * Mixing the groups over tables
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-mix-popover"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-mix-popover.h"
#include "dv-mix.h"

/* How many tables, what each would get of every role, and one button that makes
 * it so. Who sits where is up to the people. */

#define MAX_TABLES 100

struct _DvMixPopover
{
  GtkPopover parent_instance;

  GtkWidget *spin;
  GtkLabel *spread;
  GtkWidget *mix_button;
  GtkWidget *show_button;
  DvSession *session; /* owned */
};

G_DEFINE_FINAL_TYPE (DvMixPopover, dv_mix_popover, GTK_TYPE_POPOVER)

static guint
get_n_tables (DvMixPopover *self)
{
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin));
}

/* "2", or "1–2" when some tables get one more. */
static char *
dup_range (guint least,
           guint most)
{
  return least == most ? g_strdup_printf ("%u", least) : g_strdup_printf ("%u–%u", least, most);
}

static void
add_role (GString     *text,
          const DvMix *mix,
          guint        role,
          DvItem      *item)
{
  guint least = G_MAXUINT, most = 0;
  g_autofree char *range = NULL;

  for (guint table = 0; table < dv_mix_get_n_tables (mix); table++)
    {
      least = MIN (least, dv_mix_get_seats (mix, table, role));
      most = MAX (most, dv_mix_get_seats (mix, table, role));
    }
  if (most == 0)
    return;

  range = dup_range (least, most);
  g_string_append_printf (text, "\n%s: %s", dv_item_get_string (item, DV_ROLE_NAME), range);
}

static void
update (DvMixPopover *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  DvList *roles = dv_workshop_get_list (workshop, &dv_role_kind);
  guint n_tables = get_n_tables (self);
  g_autoptr (DvMix) mix = dv_mix_new_for (workshop, n_tables);
  g_autoptr (GString) text = g_string_new (NULL);
  guint most = dv_mix_get_size (mix, 0), least = dv_mix_get_size (mix, n_tables - 1);
  g_autofree char *size = NULL;

  for (guint table = 0; table < n_tables; table++)
    {
      most = MAX (most, dv_mix_get_size (mix, table));
      least = MIN (least, dv_mix_get_size (mix, table));
    }
  size = dup_range (least, most);
  if (most == 0)
    g_string_assign (text, C_ ("mix", "First say how many people have each role."));
  else
    /* TRANSLATORS: a number of people, or from one number to another */
    g_string_append_printf (text, C_ ("mix", "At every table %s people:"), size);
  for (guint i = 0; i < dv_list_get_length (roles); i++)
    add_role (text, mix, i, dv_list_get (roles, i));

  gtk_label_set_text (self->spread, text->str);
  gtk_widget_set_sensitive (self->mix_button, most > 0);
  gtk_widget_set_sensitive (self->show_button, dv_mix_is_set (workshop));
}

static void
mix_clicked_cb (DvMixPopover *self)
{
  GError *error = NULL;
  gboolean done = dv_mix_set_tables (dv_session_get_workshop (self->session), get_n_tables (self), &error);

  if (dv_session_check (self->session, done, &error))
    update (self);
}

static void
show_clicked_cb (DvMixPopover *self)
{
  DvCue cue = dv_cue_make (DV_SLIDE_MIX, NULL);

  dv_stage_show (dv_session_get_stage (self->session), &cue);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
dv_mix_popover_map (GtkWidget *widget)
{
  DvMixPopover *self = DV_MIX_POPOVER (widget);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), dv_mix_suggest_tables (dv_session_get_workshop (self->session)));
  update (self);
  GTK_WIDGET_CLASS (dv_mix_popover_parent_class)->map (widget);
}

static void
dv_mix_popover_dispose (GObject *object)
{
  g_clear_object (&DV_MIX_POPOVER (object)->session);

  G_OBJECT_CLASS (dv_mix_popover_parent_class)->dispose (object);
}

static void
dv_mix_popover_class_init (DvMixPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dv_mix_popover_dispose;
  GTK_WIDGET_CLASS (klass)->map = dv_mix_popover_map;
}

static GtkWidget *
make_head (DvMixPopover *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (C_ ("mix", "Number of tables"));

  self->spin = gtk_spin_button_new_with_range (1, MAX_TABLES, 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), self->spin);
  return head;
}

static void
dv_mix_popover_init (DvMixPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *spread = gtk_label_new ("");

  self->spread = GTK_LABEL (spread);
  gtk_label_set_xalign (self->spread, 0);
  gtk_label_set_wrap (self->spread, TRUE);
  gtk_widget_add_css_class (spread, "numeric");
  self->show_button = gtk_button_new_with_label (C_ ("mix", "Show on the projector"));
  self->mix_button = gtk_button_new_with_label (C_ ("mix", "Set the tables"));
  gtk_widget_add_css_class (self->mix_button, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->show_button);
  gtk_box_append (GTK_BOX (buttons), self->mix_button);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), spread);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mix-popover");
  g_signal_connect_object (self->mix_button, "clicked", G_CALLBACK (mix_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (show_clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dv_mix_popover_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): a popover for a menu button
 */
GtkWidget *
dv_mix_popover_new (DvSession *session)
{
  DvMixPopover *self = g_object_new (DV_TYPE_MIX_POPOVER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
