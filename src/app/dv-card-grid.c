/* dv-card-grid.c
 *
 * Cards in columns of equal width, as many as fit
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-card-grid"

#include "config.h"

#include "dv-card-grid.h"

/* Each row is as high as its highest card; the width decides the columns. */

/* In CSS px. */
#define GAP 16
#define COLUMN_WIDTH 228

struct _DvCardGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DvCardGrid, dv_card_grid, GTK_TYPE_WIDGET)

/* The next @n cards that are shown, from @first; NULL-padded. */
static GtkWidget *
collect_row (GtkWidget  *first,
             int         n,
             GtkWidget **row)
{
  for (int i = 0; i < n; i++)
    {
      while (first != NULL && !gtk_widget_should_layout (first))
        first = gtk_widget_get_next_sibling (first);
      row[i] = first;
      if (first != NULL)
        first = gtk_widget_get_next_sibling (first);
    }
  while (first != NULL && !gtk_widget_should_layout (first))
    first = gtk_widget_get_next_sibling (first);

  return first;
}

static int
measure_row (GtkWidget **row,
             int         n,
             int         column_width)
{
  int row_height = 0;

  for (int i = 0; i < n && row[i] != NULL; i++)
    {
      int natural;

      gtk_widget_measure (row[i], GTK_ORIENTATION_VERTICAL, column_width, NULL, &natural, NULL, NULL);
      row_height = MAX (row_height, natural);
    }

  return row_height;
}

/* Walks the cards as they lie in @width px, allocates them when @place, and
 * returns the height that they take. */
static int
lay_out (DvCardGrid *self,
         int         width,
         gboolean    place)
{
  int n = MAX (1, (width + GAP) / (COLUMN_WIDTH + GAP));
  int column_width = (width - (n - 1) * GAP) / n;
  g_autofree GtkWidget **row = g_new0 (GtkWidget *, n);
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (next != NULL)
    {
      int row_height;

      next = collect_row (next, n, row);
      row_height = measure_row (row, n, column_width);
      for (int i = 0; place && i < n && row[i] != NULL; i++)
        gtk_widget_size_allocate (row[i], &(GtkAllocation){ i * (column_width + GAP), y, column_width, row_height }, -1);
      y += row_height + GAP;
    }

  return MAX (0, y - GAP);
}

static GtkSizeRequestMode
dv_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_card_grid_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = COLUMN_WIDTH;
  else
    *minimum = *natural = lay_out (DV_CARD_GRID (widget), MAX (for_size, COLUMN_WIDTH), FALSE);
}

static void
dv_card_grid_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  lay_out (DV_CARD_GRID (widget), width, TRUE);
}

static void
dv_card_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_card_grid_parent_class)->dispose (object);
}

static void
dv_card_grid_class_init (DvCardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_card_grid_dispose;
  widget_class->get_request_mode = dv_card_grid_get_request_mode;
  widget_class->measure = dv_card_grid_measure;
  widget_class->size_allocate = dv_card_grid_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "cardgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_card_grid_init (DvCardGrid *self)
{
}

/**
 * dv_card_grid_insert:
 * @self: a grid
 * @card: a widget, in this grid or in none
 * @previous: (nullable): the card that it comes after; %NULL for the first place
 */
void
dv_card_grid_insert (DvCardGrid *self,
                     GtkWidget  *card,
                     GtkWidget  *previous)
{
  g_return_if_fail (DV_IS_CARD_GRID (self));

  if (gtk_widget_get_parent (card) == GTK_WIDGET (self) && gtk_widget_get_prev_sibling (card) == previous)
    return;
  gtk_widget_insert_after (card, GTK_WIDGET (self), previous);
}
