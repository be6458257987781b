/* dv-word-chip.c
 *
 * A key word that can be picked up and put with others
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-word-chip"

#include "config.h"

#include "dv-side-bar.h"
#include "dv-word-chip.h"

/* The word, how often it was given, and along the foot a bar that says by whom,
 * in proportion to what each side gave in all. It may be marked, to be moved
 * with others; the page that owns it decides what a move is. */

/* In CSS px. */
#define BAR_HEIGHT 4
#define RADIUS 8

struct _DvWordChip
{
  GtkWidget parent_instance;

  /* Children */
  GtkLabel *word_label;
  GtkLabel *count_label;

  /* Owned */
  DvTermList *terms;
  DvTerm *term;

  /* State */
  gboolean is_marked;
};

G_DEFINE_FINAL_TYPE (DvWordChip, dv_word_chip, GTK_TYPE_WIDGET)

static void
update (DvWordChip *self)
{
  g_autofree char *count = g_strdup_printf ("%u", dv_term_get_count (self->term));
  g_autofree char *name = dv_term_dup_label (self->term);

  gtk_label_set_label (self->word_label, dv_term_get_text (self->term));
  gtk_label_set_label (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkContentProvider *
prepare_cb (DvWordChip    *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  return gdk_content_provider_new_typed (DV_TYPE_WORD_CHIP, self);
}

static void
drag_begin_cb (DvWordChip    *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (paintable);

  gtk_drag_source_set_icon (source, picture, 12, 16);
}

static void
dv_word_chip_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  DvWordChip *self = DV_WORD_CHIP (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  dv_side_bar_append (snapshot, &GRAPHENE_RECT_INIT (0, height - BAR_HEIGHT, width, BAR_HEIGHT),
                      dv_term_list_get_share (self->terms, self->term, DV_SIDE_RESIDENT),
                      dv_term_list_get_share (self->terms, self->term, DV_SIDE_STAFF));
  gtk_snapshot_pop (snapshot);
  GTK_WIDGET_CLASS (dv_word_chip_parent_class)->snapshot (widget, snapshot);
}

static void
dv_word_chip_dispose (GObject *object)
{
  DvWordChip *self = DV_WORD_CHIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->terms);
  g_clear_object (&self->term);

  G_OBJECT_CLASS (dv_word_chip_parent_class)->dispose (object);
}

static void
dv_word_chip_class_init (DvWordChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_word_chip_dispose;
  widget_class->snapshot = dv_word_chip_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "wordchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
dv_word_chip_init (DvWordChip *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->word_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->word_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->word_label, 24);
  gtk_widget_set_parent (GTK_WIDGET (self->word_label), GTK_WIDGET (self));
  self->count_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "count");
  gtk_widget_set_parent (GTK_WIDGET (self->count_label), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/**
 * dv_word_chip_new:
 * @terms: what the bar is in proportion to
 * @term: the key word
 *
 * Returns: (transfer floating): the chip
 */
GtkWidget *
dv_word_chip_new (DvTermList *terms,
                  DvTerm     *term)
{
  DvWordChip *self = g_object_new (DV_TYPE_WORD_CHIP, NULL);

  self->terms = g_object_ref (terms);
  self->term = g_object_ref (term);
  g_signal_connect_object (term, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  update (self);

  return GTK_WIDGET (self);
}

DvTerm *
dv_word_chip_get_term (DvWordChip *self)
{
  g_return_val_if_fail (DV_IS_WORD_CHIP (self), NULL);
  return self->term;
}

gboolean
dv_word_chip_is_marked (DvWordChip *self)
{
  g_return_val_if_fail (DV_IS_WORD_CHIP (self), FALSE);
  return self->is_marked;
}

/**
 * dv_word_chip_set_marked:
 * @self: a chip
 * @marked: whether it goes with the others that are marked
 */
void
dv_word_chip_set_marked (DvWordChip *self,
                         gboolean    marked)
{
  g_return_if_fail (DV_IS_WORD_CHIP (self));
  if (self->is_marked == marked)
    return;

  self->is_marked = marked;
  if (marked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "marked");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               marked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
