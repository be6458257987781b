/* dv-cluster-card.c
 *
 * A group of key words: a core value, or what may become one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-cluster-card"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dv-change.h"
#include "dv-chip-box.h"
#include "dv-cluster-card.h"
#include "dv-palette.h"
#include "dv-quote-picker.h"
#include "dv-side-bar.h"
#include "dv-side-glyph.h"
#include "dv-values.h"

/* Shows what the page counted for it; renames itself; tells the page of words
 * that are dropped on it. */

/* More chips make a card that nobody overlooks. */
#define MAX_CHIPS 18
/* As much of a name is shown in any case, in characters. */
#define NAME_WIDTH 13

struct _DvClusterCard
{
  GtkWidget parent_instance;

  /* Template children */
  GtkDropTarget *drop_target;
  GtkLabel *number_label;
  GtkStack *name_stack;
  GtkWidget *name_label;
  GtkWidget *name_entry;
  GtkWidget *kind_squeezer;
  GtkWidget *rename_button;
  DvSideBar *residents_bar;
  GtkLabel *residents_label;
  DvSideBar *staff_bar;
  GtkLabel *staff_label;
  DvChipBox *chip_box;
  GtkButton *more_button;
  DvQuotePicker *quote_picker;
  GtkWidget *promote_button;

  /* Owned */
  DvSession *session;
  DvItem *value;
  GPtrArray *chips; /* of DvWordChip: all of them, shown or not */

  /* State */
  gboolean is_unfolded;
};

G_DEFINE_FINAL_TYPE (DvClusterCard, dv_cluster_card, GTK_TYPE_WIDGET)

enum
{
  WORDS_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_name (DvClusterCard *self)
{
  return dv_item_get_string (self->value, DV_VALUE_NAME);
}

static void
rename_done_cb (DvClusterCard *self)
{
  g_autofree char *name = dv_trim (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  GError *error = NULL;

  if (gtk_stack_get_visible_child (self->name_stack) != self->name_entry)
    return;

  gtk_stack_set_visible_child (self->name_stack, self->name_label);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (*name != '\0' && g_strcmp0 (name, get_name (self)) != 0)
    dv_session_check (self->session,
                      dv_change_string (dv_session_get_workshop (self->session), self->value, DV_VALUE_NAME, name,
                                        C_ ("undo", "Rename value"), &error),
                      &error);
}

static gboolean
name_key_cb (DvClusterCard         *self,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             GtkEventControllerKey *controller)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), get_name (self));
  rename_done_cb (self);
  return TRUE;
}

static void
rename_cb (DvClusterCard *self)
{
  dv_cluster_card_rename (self);
}

static gboolean
drop_cb (DvClusterCard *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  g_signal_emit (self, signals[WORDS_DROPPED], 0, g_value_get_object (value));
  return TRUE;
}

static void
show_chips (DvClusterCard *self)
{
  guint n_hidden = !self->is_unfolded && self->chips->len > MAX_CHIPS ? self->chips->len - MAX_CHIPS : 0;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_hidden), n_hidden);

  for (guint i = 0; i < self->chips->len - n_hidden; i++)
    g_ptr_array_add (shown, g_ptr_array_index (self->chips, i));
  dv_chip_box_set_chips (self->chip_box, shown);
  gtk_button_set_label (self->more_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_hidden > 0);
}

static void
more_cb (DvClusterCard *self)
{
  self->is_unfolded = TRUE;
  show_chips (self);
}

static void
show_number (DvClusterCard *self,
             guint          key)
{
  guint number = dv_value_get_number (self->value);
  g_autofree char *text = g_strdup_printf ("%u", number > 0 ? number : key);
  g_autofree char *class_name = g_strdup_printf ("value-%u", (number - 1) % DV_PALETTE_N_VALUES + 1);

  gtk_label_set_label (self->number_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), number > 0 || (key > 0 && key < 10));
  if (number > 0)
    gtk_widget_set_css_classes (GTK_WIDGET (self->number_label),
                                (const char *[]){ "number-disc", "numeric", "ink", "tint-2", class_name, NULL });
  else
    gtk_widget_set_css_classes (GTK_WIDGET (self->number_label), (const char *[]){ "number-disc", "numeric", NULL });
}

static void
show_share (GtkLabel  *label,
            DvSideBar *bar,
            double     share)
{
  /* Translators: a percentage */
  g_autofree char *text = g_strdup_printf (C_ ("share", "%.0f%%"), share * 100);

  /* A bar that is full at 40 percent: no group comes near to 100. */
  gtk_label_set_label (label, text);
  dv_side_bar_set_shares (bar, MIN (1, share / 0.4), MIN (1, share / 0.4));
}

static void
show_quote (DvClusterCard *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->chips->len; i++)
    {
      GListModel *items = dv_term_get_items (dv_word_chip_get_term (g_ptr_array_index (self->chips, i)));

      for (guint j = 0; j < g_list_model_get_n_items (items); j++)
        g_ptr_array_add (words, g_list_model_get_item (items, j));
    }
  dv_quote_picker_show (self->quote_picker, self->session, self->value, words);
}

static void
name_card (DvClusterCard *self,
           double         residents,
           double         staff)
{
  g_autofree char *label = NULL;

  /* Translators: the name of a group, and its share among residents and staff */
  label = g_strdup_printf (C_ ("order", "%1$s, residents %2$.0f%%, staff %3$.0f%%"), get_name (self), residents * 100,
                           staff * 100);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
dv_cluster_card_dispose (GObject *object)
{
  DvClusterCard *self = DV_CLUSTER_CARD (object);
  GtkWidget *child;

  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->value);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_CLUSTER_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_cluster_card_parent_class)->dispose (object);
}

static void
dv_cluster_card_class_init (DvClusterCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_cluster_card_dispose;

  /**
   * DvClusterCard::words-dropped:
   * @self: the card
   * @chip: the #DvWordChip that was dropped on it
   */
  signals[WORDS_DROPPED] = g_signal_new ("words-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_WORD_CHIP);

  g_type_ensure (DV_TYPE_CHIP_BOX);
  g_type_ensure (DV_TYPE_QUOTE_PICKER);
  g_type_ensure (DV_TYPE_SIDE_BAR);
  g_type_ensure (DV_TYPE_SIDE_GLYPH);
  gtk_widget_class_set_css_name (widget_class, "clustercard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-cluster-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, drop_target);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, number_label);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, name_stack);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, name_entry);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, kind_squeezer);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, rename_button);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, residents_bar);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, residents_label);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, staff_bar);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, staff_label);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, chip_box);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, more_button);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, quote_picker);
  gtk_widget_class_bind_template_child (widget_class, DvClusterCard, promote_button);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_done_cb);
}

static void
dv_cluster_card_init (DvClusterCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chips = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_drop_target_set_gtypes (self->drop_target, (GType[]){ DV_TYPE_WORD_CHIP }, 1);
}

/**
 * dv_cluster_card_new:
 * @session: the session
 * @value: a value, chosen or not
 *
 * Returns: (transfer floating): its card; call dv_cluster_card_show() next
 */
GtkWidget *
dv_cluster_card_new (DvSession *session,
                     DvItem    *value)
{
  DvClusterCard *self = g_object_new (DV_TYPE_CLUSTER_CARD, NULL);

  self->session = g_object_ref (session);
  self->value = g_object_ref (value);

  return GTK_WIDGET (self);
}

DvItem *
dv_cluster_card_get_value (DvClusterCard *self)
{
  g_return_val_if_fail (DV_IS_CLUSTER_CARD (self), NULL);
  return self->value;
}

/**
 * dv_cluster_card_show:
 * @self: a card
 * @chips: (element-type DvWordChip): its words
 * @key: which digit moves words to it; 0 for none
 * @residents: what part of all that residents gave is here, from 0 to 1
 * @staff: the same for staff
 */
void
dv_cluster_card_show (DvClusterCard *self,
                      GPtrArray     *chips,
                      guint          key,
                      double         residents,
                      double         staff)
{
  gboolean is_chosen;

  g_return_if_fail (DV_IS_CLUSTER_CARD (self));

  is_chosen = dv_value_is_chosen (self->value);
  g_ptr_array_set_size (self->chips, 0);
  for (guint i = 0; i < chips->len; i++)
    g_ptr_array_add (self->chips, g_object_ref_sink (g_ptr_array_index (chips, i)));
  gtk_label_set_label (GTK_LABEL (self->name_label), get_name (self));
  /* The name goes before the label beside it when there is little room. */
  gtk_label_set_width_chars (GTK_LABEL (self->name_label), (int) MIN (g_utf8_strlen (get_name (self), -1), NAME_WIDTH));
  gtk_widget_set_visible (self->kind_squeezer, is_chosen);
  gtk_widget_set_visible (self->rename_button, !is_chosen);
  show_number (self, key);
  show_share (self->residents_label, self->residents_bar, residents);
  show_share (self->staff_label, self->staff_bar, staff);
  show_chips (self);
  show_quote (self);
  name_card (self, residents, staff);
}

/**
 * dv_cluster_card_set_current:
 * @self: a card
 * @current: whether it is the one that keys are for
 */
void
dv_cluster_card_set_current (DvClusterCard *self,
                             gboolean       current)
{
  g_return_if_fail (DV_IS_CLUSTER_CARD (self));

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_widget_set_visible (self->promote_button, current && !dv_value_is_chosen (self->value));
}

/**
 * dv_cluster_card_rename:
 * @self: a card
 *
 * Lets the person type another name.
 */
void
dv_cluster_card_rename (DvClusterCard *self)
{
  g_return_if_fail (DV_IS_CLUSTER_CARD (self));

  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), get_name (self));
  gtk_stack_set_visible_child (self->name_stack, self->name_entry);
  gtk_widget_grab_focus (self->name_entry);
}
