/* dv-chip-box.c
 *
 * Chips in lines, as many on a line as fit
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-chip-box"

#include "config.h"

#include "dv-chip-box.h"

/* Unlike a GtkFlowBox it has no columns: a chip is as wide as its word. Tab
 * enters and leaves it as one; arrows are for the page, which knows more than
 * one box. */

/* Between chips, in CSS px. */
#define GAP 8

struct _DvChipBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DvChipBox, dv_chip_box, GTK_TYPE_WIDGET)

/* Walks the chips as they lie in @width px, allocates them when @place, and
 * returns the height that they take. */
static int
lay_out (DvChipBox *self,
         int        width,
         gboolean   place)
{
  int x = 0;
  int y = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition natural;
      int chip_width;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &natural);
      chip_width = MIN (natural.width, width);
      if (x > 0 && x + chip_width > width)
        {
          x = 0;
          y += line_height + GAP;
          line_height = 0;
        }
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, chip_width, natural.height }, -1);
      line_height = MAX (line_height, natural.height);
      x += chip_width + GAP;
    }

  return y + line_height;
}

static GtkSizeRequestMode
dv_chip_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_chip_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (DV_CHIP_BOX (widget), for_size >= 0 ? for_size : G_MAXINT, FALSE);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
dv_chip_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  lay_out (DV_CHIP_BOX (widget), width, TRUE);
}

static gboolean
dv_chip_box_focus (GtkWidget       *widget,
                   GtkDirectionType direction)
{
  GtkWidget *chip;

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  for (chip = gtk_widget_get_first_child (widget); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    if (gtk_widget_grab_focus (chip))
      return TRUE;

  return FALSE;
}

static void
dv_chip_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_chip_box_parent_class)->dispose (object);
}

static void
dv_chip_box_class_init (DvChipBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_chip_box_dispose;
  widget_class->get_request_mode = dv_chip_box_get_request_mode;
  widget_class->measure = dv_chip_box_measure;
  widget_class->size_allocate = dv_chip_box_size_allocate;
  widget_class->focus = dv_chip_box_focus;

  gtk_widget_class_set_css_name (widget_class, "chipbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_chip_box_init (DvChipBox *self)
{
}

/**
 * dv_chip_box_set_chips:
 * @self: a box
 * @chips: (element-type GtkWidget): what it is to hold, in order
 *
 * Chips that were in another box are taken from there; those that stay where
 * they are keep the focus.
 */
void
dv_chip_box_set_chips (DvChipBox *self,
                       GPtrArray *chips)
{
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_return_if_fail (DV_IS_CHIP_BOX (self));

  for (guint i = 0; i < chips->len; i++)
    {
      GtkWidget *chip = g_ptr_array_index (chips, i);

      if (chip == next)
        {
          next = gtk_widget_get_next_sibling (next);
          continue;
        }
      g_object_ref_sink (chip);
      if (gtk_widget_get_parent (chip) != NULL)
        gtk_widget_unparent (chip);
      gtk_widget_insert_before (chip, GTK_WIDGET (self), next);
      g_object_unref (chip);
    }
  while (next != NULL)
    {
      GtkWidget *gone = next;

      next = gtk_widget_get_next_sibling (next);
      gtk_widget_unparent (gone);
    }
}
