/* dv-mix-meter.c
 *
 * How many examples of a value each role gave, and which role is still silent
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-mix-meter"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviours.h"
#include "dv-mix-meter.h"
#include "dv-role-glyph.h"

/* With more roles than this a cell has no room for its name and "nothing yet"
 * on one line, or not for its name and a number either. */
#define MAX_WIDE 4
#define MAX_MEDIUM 5

typedef struct
{
  GtkWidget *box;
  GtkWidget *glyph;
  GtkWidget *words; /* with name and count */
  GtkWidget *name;
  GtkWidget *count;
} Cell;

struct _DvMixMeter
{
  GtkWidget parent_instance;

  /* Owned */
  DvSession *session;
  GArray *cells; /* of Cell, borrowed: they are children */
};

G_DEFINE_FINAL_TYPE (DvMixMeter, dv_mix_meter, GTK_TYPE_WIDGET)

static const char *
get_short_name (DvItem *role)
{
  const char *name = dv_item_get_string (role, DV_ROLE_SHORT);

  return name != NULL && name[0] != '\0' ? name : dv_item_get_string (role, DV_ROLE_NAME);
}

static void
update_cell (Cell   *cell,
             DvItem *role,
             guint   number,
             guint   n_roles)
{
  gboolean stacked = n_roles > MAX_MEDIUM || (n_roles > MAX_WIDE && number == 0);
  const char *name = dv_item_get_string (role, DV_ROLE_NAME);
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *spoken = NULL;

  dv_role_glyph_set_role (DV_ROLE_GLYPH (cell->glyph), role);
  gtk_label_set_text (GTK_LABEL (cell->name), get_short_name (role));
  gtk_label_set_text (GTK_LABEL (cell->count), number == 0 ? C_("mix", "nothing yet") : count);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (cell->words), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_xalign (GTK_LABEL (cell->count), stacked ? 0 : 1);
  if (stacked)
    gtk_widget_add_css_class (cell->box, "stacked");
  else
    gtk_widget_remove_css_class (cell->box, "stacked");
  if (number == 0)
    gtk_widget_add_css_class (cell->box, "silent");
  else
    gtk_widget_remove_css_class (cell->box, "silent");

  spoken = number == 0 ? g_strdup_printf (C_("mix", "%s: nothing yet"), name)
                       : g_strdup_printf (ngettext ("%s: %u example", "%s: %u examples", number), name, number);
  gtk_widget_set_tooltip_text (cell->box, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
add_cell (DvMixMeter *self)
{
  Cell cell;

  cell.box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                           "css-name", "mix-cell", "spacing", 10, NULL);
  cell.glyph = dv_role_glyph_new (14);
  cell.words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (cell.words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (cell.words, TRUE);
  cell.name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (cell.name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (cell.name), 0);
  gtk_widget_set_hexpand (cell.name, TRUE);
  cell.count = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (cell.count), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell.count, "count");
  gtk_widget_add_css_class (cell.count, "numeric");

  gtk_box_append (GTK_BOX (cell.box), cell.glyph);
  gtk_box_append (GTK_BOX (cell.words), cell.name);
  gtk_box_append (GTK_BOX (cell.words), cell.count);
  gtk_box_append (GTK_BOX (cell.box), cell.words);
  gtk_widget_set_parent (cell.box, GTK_WIDGET (self));
  g_array_append_val (self->cells, cell);
}

static void
update (DvMixMeter *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  DvItem *value = dv_session_get_value (self->session);
  DvList *roles = dv_workshop_get_list (workshop, &dv_role_kind);
  guint n = dv_list_get_length (roles);
  g_autoptr (GArray) mix = value != NULL ? dv_behaviours_mix (workshop, value) : NULL;

  while (self->cells->len > n)
    {
      gtk_widget_unparent (g_array_index (self->cells, Cell, self->cells->len - 1).box);
      g_array_set_size (self->cells, self->cells->len - 1);
    }
  while (self->cells->len < n)
    add_cell (self);

  for (guint i = 0; i < n; i++)
    update_cell (&g_array_index (self->cells, Cell, i), dv_list_get (roles, i),
                 mix != NULL && i < mix->len ? g_array_index (mix, guint, i) : 0, n);
}

static void
dv_mix_meter_dispose (GObject *object)
{
  DvMixMeter *self = DV_MIX_METER (object);

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_array_index (self->cells, Cell, i).box);
  g_array_set_size (self->cells, 0);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_mix_meter_parent_class)->dispose (object);
}

static void
dv_mix_meter_finalize (GObject *object)
{
  g_array_unref (DV_MIX_METER (object)->cells);

  G_OBJECT_CLASS (dv_mix_meter_parent_class)->finalize (object);
}

static void
dv_mix_meter_class_init (DvMixMeterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_mix_meter_dispose;
  object_class->finalize = dv_mix_meter_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mix-meter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_mix_meter_init (DvMixMeter *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("accessible", "Examples by role"), -1);
}

/**
 * dv_mix_meter_new:
 * @session: the session whose value is looked at
 *
 * Returns: (transfer floating): a row of equal cells, one for each role
 */
GtkWidget *
dv_mix_meter_new (DvSession *session)
{
  DvMixMeter *self = g_object_new (DV_TYPE_MIX_METER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::value", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dv_session_get_workshop (session), "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
