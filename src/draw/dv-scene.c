/* dv-scene.c
 *
 * A drawing as a list of shapes and lines of text
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-scene"

#include "config.h"

#include "dv-scene-private.h"

#include <string.h>

#include "dv-image.h"

/* What is drawn on a screen, in a PDF and in an SVG file is one list, so none
 * of them can show something else. Cairo writes text to SVG as outlines, which
 * nobody can search, translate or read aloud; from this list it is written as
 * text.
 */

static void
shape_clear (gpointer data)
{
  DvSceneShape *shape = data;

  g_clear_pointer (&shape->path, cairo_path_destroy);
  g_clear_object (&shape->layout);
  g_clear_pointer (&shape->scene, dv_scene_free);
  g_clear_pointer (&shape->image, cairo_surface_destroy);
  g_clear_pointer (&shape->png, g_bytes_unref);
}

static void
part_clear (gpointer data)
{
  g_free (((DvScenePart *) data)->id);
}

/* The smallest rectangle around two. */
DvSceneRect
dv_scene_rect_unite (DvSceneRect a,
                     DvSceneRect b)
{
  double right = MAX (a.x + a.width, b.x + b.width);
  double bottom = MAX (a.y + a.height, b.y + b.height);
  DvSceneRect both = { MIN (a.x, b.x), MIN (a.y, b.y), 0.0, 0.0 };

  both.width = right - both.x;
  both.height = bottom - both.y;

  return both;
}

static DvScenePart *
get_part (DvScene *self,
          int      index)
{
  return &g_array_index (self->parts, DvScenePart, index);
}

/* All shapes come in here. */
static void
add_shape (DvScene      *self,
           DvSceneShape *shape)
{
  shape->part = self->open_part;
  shape->is_graphic = self->is_graphic;
  g_array_append_vals (self->shapes, shape, 1);

  for (int i = self->open_part; i >= 0; i = get_part (self, i)->parent)
    {
      DvScenePart *part = get_part (self, i);

      part->extents = part->has_extents ? dv_scene_rect_unite (part->extents, shape->extents) : shape->extents;
      part->has_extents = TRUE;
    }
}

/**
 * dv_scene_new:
 * @shaper: shapes the texts; outlives the scene
 * @width: width of the drawing in its own units
 * @height: its height
 *
 * Returns: (transfer full): an empty drawing
 */
DvScene *
dv_scene_new (DvShaper *shaper,
              double    width,
              double    height)
{
  DvScene *self = g_new0 (DvScene, 1);
  cairo_surface_t *nothing = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);

  self->shaper = shaper;
  self->width = width;
  self->height = height;
  self->shapes = g_array_new (FALSE, FALSE, sizeof (DvSceneShape));
  g_array_set_clear_func (self->shapes, shape_clear);
  self->parts = g_array_new (FALSE, FALSE, sizeof (DvScenePart));
  g_array_set_clear_func (self->parts, part_clear);
  self->open_part = -1;
  self->pen = cairo_create (nothing);
  cairo_surface_destroy (nothing);

  return self;
}

/**
 * dv_scene_free:
 * @self: (transfer full): a drawing
 */
void
dv_scene_free (DvScene *self)
{
  g_array_unref (self->shapes);
  g_array_unref (self->parts);
  cairo_destroy (self->pen);
  g_free (self);
}

/**
 * dv_scene_get_pen:
 * @self: a drawing
 *
 * Returns: (transfer none): a context to build the path of the next fill or
 *   stroke with; nothing else of it is used
 */
cairo_t *
dv_scene_get_pen (DvScene *self)
{
  return self->pen;
}

static void
add_path (DvScene          *self,
          DvSceneShapeKind  kind,
          DvColour          colour,
          double            width)
{
  DvSceneShape shape = { .kind = kind, .colour = colour, .line_width = width };
  double x2, y2;

  cairo_path_extents (self->pen, &shape.extents.x, &shape.extents.y, &x2, &y2);
  shape.extents.x -= width;
  shape.extents.y -= width;
  shape.extents.width = x2 - shape.extents.x + width;
  shape.extents.height = y2 - shape.extents.y + width;
  shape.path = cairo_copy_path (self->pen);
  add_shape (self, &shape);
}

/**
 * dv_scene_fill:
 * @self: a drawing
 * @colour: a colour
 *
 * Adds the path of the pen as an area, by the even-odd rule, and clears it.
 */
void
dv_scene_fill (DvScene  *self,
               DvColour  colour)
{
  add_path (self, DV_SCENE_FILL, colour, 0.0);
  cairo_new_path (self->pen);
}

/**
 * dv_scene_stroke:
 * @self: a drawing
 * @colour: a colour
 * @width: width of the line
 *
 * Adds the path of the pen as a line with round ends, and clears it.
 */
void
dv_scene_stroke (DvScene  *self,
                 DvColour  colour,
                 double    width)
{
  add_path (self, DV_SCENE_STROKE, colour, width);
  cairo_new_path (self->pen);
}

/**
 * dv_scene_round_rect:
 * @self: a drawing
 * @x: left side
 * @y: top
 * @width: width
 * @height: height
 * @radius: radius of the corners
 *
 * Adds a rectangle to the path of the pen.
 */
void
dv_scene_round_rect (DvScene *self,
                     double   x,
                     double   y,
                     double   width,
                     double   height,
                     double   radius)
{
  cairo_new_sub_path (self->pen);
  cairo_arc (self->pen, x + width - radius, y + radius, radius, -G_PI / 2.0, 0.0);
  cairo_arc (self->pen, x + width - radius, y + height - radius, radius, 0.0, G_PI / 2.0);
  cairo_arc (self->pen, x + radius, y + height - radius, radius, G_PI / 2.0, G_PI);
  cairo_arc (self->pen, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (self->pen);
}

static void
add_line (DvScene        *self,
          PangoLayout    *layout,
          int             line,
          const DvFont   *font,
          DvColour        colour,
          double          x,
          double          baseline,
          PangoAlignment  alignment)
{
  PangoLayoutLine *glyphs = pango_layout_get_line (layout, line);
  DvSceneShape shape = { .kind = DV_SCENE_TEXT, .colour = colour, .font = *font, .line = line,
                  .alignment = alignment, .anchor_x = x, .baseline = baseline };
  PangoRectangle extents;
  double width;

  /* Only this line is painted, from its own left side. */
  dv_shaper_mend_line (layout, glyphs);
  pango_layout_line_get_extents (glyphs, NULL, &extents);
  width = extents.width / (double) PANGO_SCALE;
  shape.x = x - (alignment == PANGO_ALIGN_CENTER ? width / 2.0 : alignment == PANGO_ALIGN_RIGHT ? width : 0.0);
  shape.layout = g_object_ref (layout);
  shape.extents = (DvSceneRect){ shape.x, baseline - font->size, width, font->size * 1.3 };
  add_shape (self, &shape);
}

/**
 * dv_scene_text:
 * @self: a drawing
 * @font: a font
 * @colour: a colour
 * @text: valid UTF-8, one line
 * @x: where the text begins, has its middle, or ends
 * @baseline: its baseline
 * @alignment: what @x says
 */
void
dv_scene_text (DvScene        *self,
               const DvFont   *font,
               DvColour        colour,
               const char     *text,
               double          x,
               double          baseline,
               PangoAlignment  alignment)
{
  g_autoptr (PangoLayout) layout = dv_shaper_layout (self->shaper, font, text, -1.0, PANGO_ALIGN_LEFT);

  add_line (self, layout, 0, font, colour, x, baseline, alignment);
}

/**
 * dv_scene_lines:
 * @self: a drawing
 * @layout: shaped text; kept
 * @font: the font it was shaped in
 * @colour: a colour
 * @x: what its lines begin at, have their middle at or end at
 * @baseline: baseline of the first line that is drawn
 * @leading: distance between baselines
 * @from: the first line
 * @to: the line after the last one
 *
 * Like dv_scene_paragraph(), for a text that goes on elsewhere.
 */
void
dv_scene_lines (DvScene      *self,
                PangoLayout  *layout,
                const DvFont *font,
                DvColour      colour,
                double        x,
                double        baseline,
                double        leading,
                int           from,
                int           to)
{
  PangoAlignment alignment = pango_layout_get_alignment (layout);

  for (int i = from; i < to; i++)
    add_line (self, layout, i, font, colour, x, baseline + (i - from) * leading, alignment);
}

/**
 * dv_scene_paragraph:
 * @self: a drawing
 * @layout: shaped text; kept
 * @font: the font it was shaped in
 * @colour: a colour
 * @x: what its lines begin at, or have their middle at when they are centred
 * @baseline: baseline of the first line
 * @leading: distance between baselines
 */
void
dv_scene_paragraph (DvScene      *self,
                    PangoLayout  *layout,
                    const DvFont *font,
                    DvColour      colour,
                    double        x,
                    double        baseline,
                    double        leading)
{
  dv_scene_lines (self, layout, font, colour, x, baseline, leading, 0, pango_layout_get_line_count (layout));
}

/**
 * dv_scene_add_scene:
 * @self: a drawing
 * @scene: (transfer full): another
 * @x: where its left side comes
 * @y: where its top comes
 * @scale: how large it becomes
 */
void
dv_scene_add_scene (DvScene *self,
                    DvScene *scene,
                    double   x,
                    double   y,
                    double   scale)
{
  DvSceneShape shape = { .kind = DV_SCENE_SCENE, .scene = scene, .scale = scale };

  shape.extents = (DvSceneRect){ x, y, scene->width * scale, scene->height * scale };
  add_shape (self, &shape);
}

/**
 * dv_scene_measure_image:
 * @png: a PNG image
 * @width: (out): its width in pixels
 * @height: (out): its height
 *
 * Returns: whether @png is an image that can be drawn
 */
gboolean
dv_scene_measure_image (GBytes *png,
                        double *width,
                        double *height)
{
  static const guchar signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize length;
  const guchar *data = g_bytes_get_data (png, &length);
  guint sides[2] = { 0, 0 };

  /* Width and height follow the signature and the head of the first chunk. */
  if (length < 24 || memcmp (data, signature, sizeof signature) != 0)
    return FALSE;

  for (guint i = 0; i < 8; i++)
    sides[i / 4] = sides[i / 4] << 8 | data[16 + i];
  *width = sides[0];
  *height = sides[1];

  return sides[0] > 0 && sides[0] <= DV_IMAGE_MAX_SIDE && sides[1] > 0 && sides[1] <= DV_IMAGE_MAX_SIDE;
}

/**
 * dv_scene_image:
 * @self: a drawing
 * @png: a PNG image
 * @x: left side
 * @y: top
 * @width: width
 * @height: height
 *
 * Adds an image; one that is damaged is left out.
 */
void
dv_scene_image (DvScene *self,
                GBytes  *png,
                double   x,
                double   y,
                double   width,
                double   height)
{
  DvSceneShape shape = { .kind = DV_SCENE_IMAGE, .extents = { x, y, width, height } };

  shape.image = dv_image_new_from_png (png, NULL);
  if (shape.image == NULL)
    return;

  shape.png = g_bytes_ref (png);
  add_shape (self, &shape);
}

static void
paint_image (const DvSceneShape *shape,
             cairo_t            *cr)
{
  cairo_save (cr);
  cairo_translate (cr, shape->extents.x, shape->extents.y);
  cairo_scale (cr, shape->extents.width / cairo_image_surface_get_width (shape->image),
               shape->extents.height / cairo_image_surface_get_height (shape->image));
  cairo_set_source_surface (cr, shape->image, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static gboolean
is_visible (const DvSceneShape *shape,
            const DvSceneRect  *clip)
{
  return clip == NULL || (shape->extents.x < clip->x + clip->width &&
                          clip->x < shape->extents.x + shape->extents.width &&
                          shape->extents.y < clip->y + clip->height &&
                          clip->y < shape->extents.y + shape->extents.height);
}

static void
paint_scene (DvSceneShape        *shape,
             cairo_t             *cr,
             const DvSceneWanted *wanted,
             const char          *outer)
{
  DvSceneWanted inner = *wanted;
  DvSceneRect clip;

  if (wanted->clip != NULL)
    {
      clip = (DvSceneRect){ (wanted->clip->x - shape->extents.x) / shape->scale,
                            (wanted->clip->y - shape->extents.y) / shape->scale,
                            wanted->clip->width / shape->scale, wanted->clip->height / shape->scale };
      inner.clip = &clip;
    }
  cairo_save (cr);
  cairo_translate (cr, shape->extents.x, shape->extents.y);
  cairo_scale (cr, shape->scale, shape->scale);
  dv_scene_paint_wanted (shape->scene, cr, &inner, outer);
  cairo_restore (cr);
}

static void
paint_shape (DvSceneShape *shape,
             cairo_t      *cr)
{
  cairo_set_source_rgb (cr, shape->colour.red, shape->colour.green, shape->colour.blue);
  cairo_new_path (cr);
  switch (shape->kind)
    {
    case DV_SCENE_FILL:
      cairo_append_path (cr, shape->path);
      cairo_fill (cr);
      break;
    case DV_SCENE_STROKE:
      cairo_append_path (cr, shape->path);
      cairo_set_line_width (cr, shape->line_width);
      cairo_stroke (cr);
      break;
    case DV_SCENE_TEXT:
      cairo_move_to (cr, shape->x, shape->baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (shape->layout, shape->line));
      break;
    case DV_SCENE_IMAGE:
      paint_image (shape, cr);
      break;
    case DV_SCENE_SCENE:
    default:
      g_assert_not_reached ();
    }
}

static const char *
part_of (DvScene            *self,
         const DvSceneShape *shape,
         const char         *outer)
{
  return shape->part >= 0 ? get_part (self, shape->part)->id : outer;
}

/* @outer: (nullable): the part this drawing lies in, when it lies in another. */
void
dv_scene_paint_wanted (DvScene             *self,
                       cairo_t             *cr,
                       const DvSceneWanted *wanted,
                       const char          *outer)
{
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      DvSceneShape *shape = &g_array_index (self->shapes, DvSceneShape, i);
      const char *part = part_of (self, shape, outer);

      if (!is_visible (shape, wanted->clip))
        continue;
      if (shape->kind == DV_SCENE_SCENE)
        paint_scene (shape, cr, wanted, part);
      else if (wanted->filter == NULL || wanted->filter (part, wanted->data))
        paint_shape (shape, cr);
    }
  cairo_restore (cr);
}

/**
 * dv_scene_paint:
 * @self: a drawing
 * @cr: where to paint it, in its own units
 * @clip: (nullable): leave out what is not in this part
 */
void
dv_scene_paint (DvScene           *self,
                cairo_t           *cr,
                const DvSceneRect *clip)
{
  DvSceneWanted wanted = { .clip = clip };

  dv_scene_paint_wanted (self, cr, &wanted, NULL);
}
