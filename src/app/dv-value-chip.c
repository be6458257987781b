/* dv-value-chip.c
 *
 * One core value in the row of chips: number, name, and count or target
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-value-chip"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dv-behaviours.h"
#include "dv-choosing.h"
#include "dv-palette.h"
#include "dv-value-chip.h"
#include "dv-values.h"

/* The chip draws itself, so that the row can ask how wide it would be in each
 * layout before choosing one; labels with style classes could only answer for
 * the layout that they have. */

/* A target shows as so many pips; more than fit read as a number. */
#define MAX_PIPS 4
#define PIP 8
#define PIP_GAP 2

/* CSS px; text as a part of the desktop's text size. */
typedef struct
{
  int height;
  int disc;
  int start;
  int end;
  int gap;
  double name;
  double count;
  double number;
} Measures;

static const Measures measures[] = {
  [DV_CHIP_ROOMY] = { 36, 22, 8, 14, 8, 1.0, 13.0 / 14.0, 12.0 / 14.0 },
  [DV_CHIP_COMPACT] = { 32, 20, 6, 9, 5, 13.0 / 14.0, 12.5 / 14.0, 11.5 / 14.0 },
  [DV_CHIP_COLUMN] = { 52, 20, 4, 4, 6, 12.0 / 14.0, 12.0 / 14.0, 11.5 / 14.0 },
};

struct _DvValueChip
{
  GtkButton parent_instance;

  /* Owned */
  DvItem *value;
  char *name;

  /* State */
  DvChipLayout layout;
  gboolean shows_target;
  gboolean selected;
  guint number; /* among the chosen values, from 1 */
  guint count;  /* of examples; with a target, how many are chosen */
  guint target;
};

G_DEFINE_FINAL_TYPE (DvValueChip, dv_value_chip, GTK_TYPE_BUTTON)

static PangoLayout *
create_text (DvValueChip *self,
             const char  *text,
             double       scale,
             PangoWeight  weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  PangoAttrList *attributes = pango_attr_list_new ();

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * scale);
  else
    pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * scale));
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);

  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static PangoLayout *
create_name (DvValueChip *self,
             DvChipLayout layout)
{
  return create_text (self, self->name, measures[layout].name, PANGO_WEIGHT_SEMIBOLD);
}

/* The count after the name, or NULL when there is none to show. */
static PangoLayout *
create_count (DvValueChip *self,
              DvChipLayout layout)
{
  g_autofree char *text = NULL;

  if (self->shows_target && self->target <= MAX_PIPS)
    return NULL;
  if (self->shows_target)
    /* TRANSLATORS: in a narrow chip: how many are chosen of how many wanted */
    text = g_strdup_printf (C_("chip", "%u/%u"), self->count, self->target);
  else if (self->count > 0)
    text = g_strdup_printf ("%u", self->count);

  return text != NULL ? create_text (self, text, measures[layout].count, PANGO_WEIGHT_MEDIUM) : NULL;
}

/* The width of pips or count, 0 when there is neither. */
static int
get_tail_width (DvValueChip *self,
                PangoLayout *count)
{
  int width = 0;

  if (count != NULL)
    pango_layout_get_pixel_size (count, &width, NULL);
  else if (self->shows_target)
    width = (int) self->target * (PIP + PIP_GAP) - PIP_GAP;

  return width;
}

/**
 * dv_value_chip_get_width:
 * @self: a chip
 * @layout: a layout, not need be the one it has
 *
 * Returns: how wide it wants to be in that layout, in CSS px
 */
int
dv_value_chip_get_width (DvValueChip *self,
                         DvChipLayout layout)
{
  const Measures *m = &measures[layout];
  g_autoptr (PangoLayout) name = create_name (self, layout);
  g_autoptr (PangoLayout) count = create_count (self, layout);
  int tail = get_tail_width (self, count);
  int width;

  pango_layout_get_pixel_size (name, &width, NULL);
  if (layout == DV_CHIP_COLUMN)
    return m->start + MAX (width, m->disc + (tail > 0 ? m->gap + tail : 0)) + m->end;
  return m->start + m->disc + m->gap + width + (tail > 0 ? m->gap + tail : 0) + m->end;
}

/**
 * dv_value_chip_get_height:
 * @layout: a layout
 *
 * Returns: how high a chip is in it, in CSS px
 */
int
dv_value_chip_get_height (DvChipLayout layout)
{
  return measures[layout].height;
}

static void
dv_value_chip_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  DvValueChip *self = DV_VALUE_CHIP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The row gives a column less when names are long. */
      *minimum = measures[self->layout].disc;
      *natural = dv_value_chip_get_width (self, self->layout);
    }
  else
    *minimum = *natural = measures[self->layout].height;
}

static void
dv_value_chip_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  /* The only child it ever has is its menu. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static GdkRGBA
to_rgba (DvColour colour)
{
  return (GdkRGBA){ (float) colour.red, (float) colour.green, (float) colour.blue, 1.f };
}

static void
append_text (GtkSnapshot   *snapshot,
             PangoLayout   *text,
             double         x,
             double         centre,
             const GdkRGBA *colour)
{
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (int) (centre - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, text, colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_disc (DvValueChip   *self,
             GtkSnapshot   *snapshot,
             double         x,
             double         centre,
             DvValueColours colours,
             gboolean       dark)
{
  const Measures *m = &measures[self->layout];
  g_autofree char *text = g_strdup_printf ("%u", self->number);
  g_autoptr (PangoLayout) number = create_text (self, text, m->number, PANGO_WEIGHT_BOLD);
  /* Ink, not solid: white on some solids has too little contrast for a number. */
  GdkRGBA fill = to_rgba (self->selected ? colours.ink : colours.tint2);
  GdkRGBA ink = to_rgba (self->selected ? (dark ? colours.tint : dv_colour_from_code (0xffffff)) : colours.ink);
  GskRoundedRect disc;
  int width;

  gsk_rounded_rect_init_from_rect (&disc,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) (centre - m->disc / 2.0),
                                                        (float) m->disc, (float) m->disc),
                                   (float) m->disc / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &fill, &disc.bounds);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_size (number, &width, NULL);
  append_text (snapshot, number, x + (m->disc - width) / 2.0, centre, &ink);
}

static void
append_pips (DvValueChip   *self,
             GtkSnapshot   *snapshot,
             double         x,
             double         centre,
             const GdkRGBA *solid,
             const GdkRGBA *dim)
{
  for (guint i = 0; i < self->target; i++)
    {
      graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x + i * (PIP + PIP_GAP)), (float) (centre - PIP / 2.0), PIP, PIP);
      const GdkRGBA *colour = i < self->count || self->selected ? solid : dim;
      GskRoundedRect pip;

      gsk_rounded_rect_init_from_rect (&pip, &bounds, PIP / 2.f);
      if (i < self->count)
        {
          gtk_snapshot_push_rounded_clip (snapshot, &pip);
          gtk_snapshot_append_color (snapshot, colour, &bounds);
          gtk_snapshot_pop (snapshot);
        }
      else
        gtk_snapshot_append_border (snapshot, &pip, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                                    (GdkRGBA[4]){ *colour, *colour, *colour, *colour });
    }
}

static void
append_selection (DvValueChip   *self,
                  GtkSnapshot   *snapshot,
                  DvValueColours colours)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA fill = to_rgba (colours.tint2);
  GdkRGBA line = to_rgba (colours.solid);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   self->layout == DV_CHIP_COLUMN ? 12.f : height / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 }, (GdkRGBA[4]){ line, line, line, line });
}

static void
dv_value_chip_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  DvValueChip *self = DV_VALUE_CHIP (widget);
  const Measures *m = &measures[self->layout];
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  DvValueColours colours = dv_palette_value (self->number, dark);
  g_autoptr (PangoLayout) name = create_name (self, self->layout);
  g_autoptr (PangoLayout) count = create_count (self, self->layout);
  int tail = get_tail_width (self, count);
  int width = gtk_widget_get_width (widget);
  double x = m->start;
  double centre = gtk_widget_get_height (widget) / 2.0;
  double name_centre = centre;
  int name_width;
  GdkRGBA solid = to_rgba (colours.solid);
  GdkRGBA text;
  GdkRGBA dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  dim = text;
  dim.alpha *= .75f;
  if (self->selected)
    {
      append_selection (self, snapshot, colours);
      text = dim = to_rgba (colours.ink);
    }

  pango_layout_get_pixel_size (name, &name_width, NULL);
  if (self->layout == DV_CHIP_COLUMN)
    {
      int head = m->disc + (tail > 0 ? m->gap + tail : 0);

      name_width = MIN (name_width, width - m->start - m->end);
      pango_layout_set_width (name, name_width * PANGO_SCALE);
      pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
      centre = 5 + m->disc / 2.0;
      name_centre = m->height - 4 - 9;
      x = (width - head) / 2.0;
    }

  append_disc (self, snapshot, x, centre, colours, dark);
  x += m->disc + m->gap;
  if (self->layout == DV_CHIP_COLUMN)
    append_text (snapshot, name, (width - name_width) / 2.0, name_centre, &text);
  else
    {
      append_text (snapshot, name, x, name_centre, &text);
      x += name_width + m->gap;
    }

  if (count != NULL)
    append_text (snapshot, count, x, centre, &dim);
  else if (self->shows_target)
    append_pips (self, snapshot, x, centre, &solid, &dim);
}

static void
dv_value_chip_dispose (GObject *object)
{
  DvValueChip *self = DV_VALUE_CHIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->value);

  G_OBJECT_CLASS (dv_value_chip_parent_class)->dispose (object);
}

static void
dv_value_chip_finalize (GObject *object)
{
  g_free (DV_VALUE_CHIP (object)->name);

  G_OBJECT_CLASS (dv_value_chip_parent_class)->finalize (object);
}

static void
dv_value_chip_class_init (DvValueChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_value_chip_dispose;
  object_class->finalize = dv_value_chip_finalize;
  widget_class->measure = dv_value_chip_measure;
  widget_class->size_allocate = dv_value_chip_size_allocate;
  widget_class->snapshot = dv_value_chip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "value-chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO);
}

static void
dv_value_chip_init (DvValueChip *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->name = g_strdup ("");
  /* That of a button would hide measure and size_allocate. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* What a screen reader says: "Close, 18 examples, selected". */
static char *
describe (DvValueChip *self)
{
  g_autofree char *what = NULL;

  if (self->shows_target)
    what = g_strdup_printf (ngettext ("%u of %u chosen", "%u of %u chosen", self->target), self->count, self->target);
  else
    what = g_strdup_printf (ngettext ("%u example", "%u examples", self->count), self->count);

  /* TRANSLATORS: the name of a core value, then how many examples it has */
  return self->selected ? g_strdup_printf (C_("chip", "%s, %s, selected"), self->name, what)
                        : g_strdup_printf (C_("chip", "%s, %s"), self->name, what);
}

/**
 * dv_value_chip_new:
 * @value: a core value
 * @shows_target: pips for how many are chosen, rather than the number of examples
 *
 * Returns: (transfer floating): a chip, to be filled by dv_value_chip_update()
 */
GtkWidget *
dv_value_chip_new (DvItem  *value,
                   gboolean shows_target)
{
  DvValueChip *self = g_object_new (DV_TYPE_VALUE_CHIP, NULL);

  self->value = g_object_ref (value);
  self->shows_target = shows_target;
  return GTK_WIDGET (self);
}

DvItem *
dv_value_chip_get_value (DvValueChip *self)
{
  g_return_val_if_fail (DV_IS_VALUE_CHIP (self), NULL);
  return self->value;
}

/**
 * dv_value_chip_update:
 * @self: a chip
 * @selected: whether its value is the one that the page is about
 *
 * Reads the value again.
 *
 * Returns: whether the chip looks different now
 */
gboolean
dv_value_chip_update (DvValueChip *self,
                      gboolean     selected)
{
  const char *name = dv_item_get_string (self->value, DV_VALUE_NAME);
  guint number = dv_value_get_number (self->value);
  guint target = (guint) dv_item_get_int (self->value, DV_VALUE_TARGET);
  guint count = self->shows_target ? dv_choosing_count_chosen (self->value) : dv_behaviours_count (self->value);
  g_autofree char *described = NULL;

  g_return_val_if_fail (DV_IS_VALUE_CHIP (self), FALSE);
  if (self->selected == selected && self->number == number && self->target == target && self->count == count &&
      g_strcmp0 (self->name, name) == 0)
    return FALSE;

  self->selected = selected;
  self->number = number;
  self->target = target;
  self->count = count;
  g_free (self->name);
  self->name = g_strdup (name);

  described = describe (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, described, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return TRUE;
}

/**
 * dv_value_chip_set_layout:
 * @self: a chip
 * @layout: what the row decided
 *
 * Called by the row while it gives out room, so it asks for no new one.
 */
void
dv_value_chip_set_layout (DvValueChip *self,
                          DvChipLayout layout)
{
  if (self->layout == layout)
    return;

  self->layout = layout;
  if (layout == DV_CHIP_COLUMN)
    gtk_widget_add_css_class (GTK_WIDGET (self), "column");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "column");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
