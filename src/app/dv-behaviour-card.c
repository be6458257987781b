/* dv-behaviour-card.c
 *
 * A card with one example of behaviour
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviour-card"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-behaviour-card.h"
#include "dv-behaviours.h"
#include "dv-palette.h"
#include "dv-role-glyph.h"
#include "dv-values.h"

/* Cards are recycled by the grid: set_item gives one its next example. Only the
 * cards on screen follow their item, so thousands of examples cost nothing. */

struct _DvBehaviourCard
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *text;
  GtkWidget *glyph;
  GtkWidget *role;
  GtkWidget *counter;
  GtkWidget *merged;
  GtkWidget *star;

  /* Owned */
  DvSession *session;
  DvItem *item; /* nullable */

  /* State */
  guint number; /* of the value whose class it wears; 0 for none */
};

G_DEFINE_FINAL_TYPE (DvBehaviourCard, dv_behaviour_card, GTK_TYPE_WIDGET)

static GPtrArray *
pack_item (DvItem *item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (item));
  return items;
}

static void
wear_number (DvBehaviourCard *self,
             guint            number)
{
  guint old = self->number;
  g_autofree char *before = g_strdup_printf ("value-%u", old);
  g_autofree char *after = NULL;

  number = number > 0 ? (number - 1) % DV_PALETTE_N_VALUES + 1 : 0;
  if (number == old)
    return;

  if (old > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self), before);
  after = g_strdup_printf ("value-%u", number);
  if (number > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), after);
  self->number = number;
}

static void
show_star (DvBehaviourCard *self)
{
  gboolean star = dv_item_get_int (self->item, DV_BEHAVIOUR_STAR) != 0;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), star);
  gtk_button_set_icon_name (GTK_BUTTON (self->star), star ? "starred-symbolic" : "non-starred-symbolic");
  if (star)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tint");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tint");
}

/* The short name beside a pill, the full one elsewhere. */
static void
show_role (DvBehaviourCard *self,
           DvItem          *role)
{
  const char *name = role != NULL ? dv_item_get_string (role, DV_ROLE_NAME) : "";

  if (role != NULL && gtk_widget_get_visible (self->merged) && dv_item_get_string (role, DV_ROLE_SHORT)[0] != '\0')
    name = dv_item_get_string (role, DV_ROLE_SHORT);
  gtk_label_set_text (GTK_LABEL (self->role), name);
  dv_role_glyph_set_role (DV_ROLE_GLYPH (self->glyph), role);
  gtk_widget_set_visible (self->glyph, role != NULL);
}

static void
show_merged (DvBehaviourCard *self)
{
  g_autoptr (GPtrArray) merged = dv_behaviours_list_merged (dv_session_get_workshop (self->session), self->item);
  guint n = merged->len;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->merged, n > 0);
  if (n == 0)
    return;

  text = g_strdup_printf (ngettext ("%u merged", "%u merged", n + 1), n + 1);
  gtk_button_set_label (GTK_BUTTON (self->merged), text);
  gtk_widget_set_tooltip_text (self->merged, C_("card", "Show what was merged here"));
}

/* What a screen reader says of the whole card. */
static char *
describe (DvBehaviourCard *self,
          DvItem          *role)
{
  const char *counter = dv_item_get_string (self->item, DV_BEHAVIOUR_COUNTER);
  GString *said = g_string_new (dv_item_get_string (self->item, DV_BEHAVIOUR_TEXT));

  if (role != NULL)
    g_string_append_printf (said, " – %s", dv_item_get_string (role, DV_ROLE_NAME));
  if (dv_item_get_int (self->item, DV_BEHAVIOUR_STAR) != 0)
    g_string_append_printf (said, " – %s", C_("card", "with a star"));
  if (counter != NULL && counter[0] != '\0')
    g_string_append_printf (said, " – %s", C_("card", "has a counter-example"));

  return g_string_free (said, FALSE);
}

static void
update (DvBehaviourCard *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  DvItem *role = dv_workshop_get_ref (workshop, self->item, DV_BEHAVIOUR_ROLE);
  DvItem *value = dv_item_get_parent (self->item);
  const char *text = dv_item_get_string (self->item, DV_BEHAVIOUR_TEXT);
  const char *counter = dv_item_get_string (self->item, DV_BEHAVIOUR_COUNTER);
  gboolean has_counter = counter != NULL && counter[0] != '\0';
  g_autofree char *said = describe (self, role);
  g_autofree char *against = NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  gtk_widget_set_tooltip_text (self->text, text);
  gtk_widget_set_visible (self->counter, has_counter);
  if (has_counter)
    {
      /* TRANSLATORS: a sentence that shows the opposite of the value */
      against = g_strdup_printf (C_("card", "Counter-example: %s"), counter);
      gtk_widget_set_tooltip_text (self->counter, against);
    }
  show_merged (self);
  show_role (self, role);
  show_star (self);
  wear_number (self, value != NULL && dv_item_get_kind (value) == &dv_value_kind ? dv_value_get_number (value) : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
item_changed_cb (DvBehaviourCard *self)
{
  /* While it is taken out of its value there is nothing to show. */
  if (dv_item_get_parent (self->item) != NULL)
    update (self);
}

static void
star_clicked_cb (DvBehaviourCard *self)
{
  g_autoptr (GPtrArray) items = pack_item (self->item);
  gboolean star = dv_item_get_int (self->item, DV_BEHAVIOUR_STAR) == 0;
  GError *error = NULL;
  gboolean done = dv_behaviours_set_star (dv_session_get_workshop (self->session), items, star, &error);

  dv_session_check (self->session, done, &error);
  show_star (self);
}

static void
merged_clicked_cb (DvBehaviourCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "behaviours.show-merged", "s", dv_item_get_id (self->item));
}

static void
dv_behaviour_card_dispose (GObject *object)
{
  DvBehaviourCard *self = DV_BEHAVIOUR_CARD (object);
  GtkWidget *child;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_BEHAVIOUR_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_behaviour_card_parent_class)->dispose (object);
}

static void
dv_behaviour_card_class_init (DvBehaviourCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_behaviour_card_dispose;

  g_type_ensure (DV_TYPE_ROLE_GLYPH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-behaviour-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourCard, text);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourCard, glyph);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourCard, role);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourCard, counter);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourCard, merged);
  gtk_widget_class_bind_template_child (widget_class, DvBehaviourCard, star);
  gtk_widget_class_bind_template_callback (widget_class, star_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, merged_clicked_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "behaviour-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_behaviour_card_init (DvBehaviourCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * dv_behaviour_card_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
dv_behaviour_card_new (DvSession *session)
{
  DvBehaviourCard *self = g_object_new (DV_TYPE_BEHAVIOUR_CARD, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

DvItem *
dv_behaviour_card_get_item (DvBehaviourCard *self)
{
  g_return_val_if_fail (DV_IS_BEHAVIOUR_CARD (self), NULL);
  return self->item;
}

/**
 * dv_behaviour_card_set_item:
 * @self: a card
 * @item: (nullable): the behaviour that it shows from now on
 */
void
dv_behaviour_card_set_item (DvBehaviourCard *self,
                            DvItem          *item)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_CARD (self));
  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dv_behaviour_card_refresh:
 * @self: a card
 *
 * Shows its example again, for what changes around it: what was merged into
 * it, the names of roles, the place of its value.
 */
void
dv_behaviour_card_refresh (DvBehaviourCard *self)
{
  g_return_if_fail (DV_IS_BEHAVIOUR_CARD (self));
  if (self->item != NULL)
    item_changed_cb (self);
}
