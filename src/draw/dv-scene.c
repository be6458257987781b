/* dv-scene.c
 *
 * A drawing as a list of shapes and lines of text
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-scene"

#include "config.h"

#include "dv-scene.h"

#include <string.h>

/* What is drawn on a screen, in a PDF and in an SVG file is one list, so none
 * of them can show something else. Cairo writes text to SVG as outlines, which
 * nobody can search, translate or read aloud; from this list it is written as
 * text.
 */

typedef enum
{
  SHAPE_FILL,
  SHAPE_STROKE,
  SHAPE_TEXT,
  SHAPE_SCENE,
} ShapeKind;

typedef struct
{
  ShapeKind kind;
  DvColour colour;
  DvSceneRect extents;
  cairo_path_t *path;       /* of fill and stroke */
  double line_width;
  PangoLayout *layout;      /* of text */
  int line;
  DvFont font;
  PangoAlignment alignment; /* what anchor_x is to the line */
  double x;                 /* left side */
  double anchor_x;
  double baseline;
  DvScene *scene;           /* another drawing, at extents, */
  double scale;             /* this large */
} Shape;

struct _DvScene
{
  DvShaper *shaper; /* borrowed */
  double width;
  double height;
  GArray *shapes;   /* Shape */
  cairo_t *pen;     /* on nothing: only its path is used */
};

static void
shape_clear (gpointer data)
{
  Shape *shape = data;

  g_clear_pointer (&shape->path, cairo_path_destroy);
  g_clear_object (&shape->layout);
  g_clear_pointer (&shape->scene, dv_scene_free);
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
  self->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  g_array_set_clear_func (self->shapes, shape_clear);
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
add_path (DvScene   *self,
          ShapeKind  kind,
          DvColour   colour,
          double     width)
{
  Shape shape = { .kind = kind, .colour = colour, .line_width = width };
  double x2, y2;

  cairo_path_extents (self->pen, &shape.extents.x, &shape.extents.y, &x2, &y2);
  shape.extents.x -= width;
  shape.extents.y -= width;
  shape.extents.width = x2 - shape.extents.x + width;
  shape.extents.height = y2 - shape.extents.y + width;
  shape.path = cairo_copy_path (self->pen);
  g_array_append_val (self->shapes, shape);
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
  add_path (self, SHAPE_FILL, colour, 0.0);
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
  add_path (self, SHAPE_STROKE, colour, width);
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
  Shape shape = { .kind = SHAPE_TEXT, .colour = colour, .font = *font, .line = line,
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
  g_array_append_val (self->shapes, shape);
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
  int n_lines = pango_layout_get_line_count (layout);
  PangoAlignment alignment = pango_layout_get_alignment (layout);

  for (int i = 0; i < n_lines; i++)
    add_line (self, layout, i, font, colour, x, baseline + i * leading, alignment);
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
  Shape shape = { .kind = SHAPE_SCENE, .scene = scene, .scale = scale };

  shape.extents = (DvSceneRect){ x, y, scene->width * scale, scene->height * scale };
  g_array_append_val (self->shapes, shape);
}

static gboolean
is_visible (const Shape       *shape,
            const DvSceneRect *clip)
{
  return clip == NULL || (shape->extents.x < clip->x + clip->width &&
                          clip->x < shape->extents.x + shape->extents.width &&
                          shape->extents.y < clip->y + clip->height &&
                          clip->y < shape->extents.y + shape->extents.height);
}

static void
paint_scene (Shape             *shape,
             cairo_t           *cr,
             const DvSceneRect *clip)
{
  DvSceneRect inner;

  if (clip != NULL)
    inner = (DvSceneRect){ (clip->x - shape->extents.x) / shape->scale, (clip->y - shape->extents.y) / shape->scale,
                           clip->width / shape->scale, clip->height / shape->scale };
  cairo_save (cr);
  cairo_translate (cr, shape->extents.x, shape->extents.y);
  cairo_scale (cr, shape->scale, shape->scale);
  dv_scene_paint (shape->scene, cr, clip != NULL ? &inner : NULL);
  cairo_restore (cr);
}

static void
paint_shape (Shape             *shape,
             cairo_t           *cr,
             const DvSceneRect *clip)
{
  cairo_set_source_rgb (cr, shape->colour.red, shape->colour.green, shape->colour.blue);
  cairo_new_path (cr);
  switch (shape->kind)
    {
    case SHAPE_FILL:
      cairo_append_path (cr, shape->path);
      cairo_fill (cr);
      break;
    case SHAPE_STROKE:
      cairo_append_path (cr, shape->path);
      cairo_set_line_width (cr, shape->line_width);
      cairo_stroke (cr);
      break;
    case SHAPE_TEXT:
      cairo_move_to (cr, shape->x, shape->baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (shape->layout, shape->line));
      break;
    case SHAPE_SCENE:
    default:
      paint_scene (shape, cr, clip);
      break;
    }
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
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      Shape *shape = &g_array_index (self->shapes, Shape, i);

      if (is_visible (shape, clip))
        paint_shape (shape, cr, clip);
    }
  cairo_restore (cr);
}

static void
append_number (GString *svg,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  for (end = strlen (buffer); end > 1 && buffer[end - 1] == '0'; end--)
    buffer[end - 1] = '\0';
  if (buffer[end - 1] == '.')
    buffer[end - 1] = '\0';
  g_string_append (svg, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
append_attribute (GString    *svg,
                  const char *name,
                  double      number)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, number);
  g_string_append_c (svg, '"');
}

/* XML knows no control characters, not even escaped. */
static void
append_escaped (GString    *svg,
                const char *text,
                gssize      length)
{
  g_autofree char *clean = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *escaped = NULL;

  for (char *c = clean; *c != '\0'; c++)
    if ((guchar) *c < 0x20)
      *c = ' ';
  escaped = g_markup_escape_text (g_strchomp (clean), -1);
  g_string_append (svg, escaped);
}

static void
append_path (GString            *svg,
             const cairo_path_t *path)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };

  g_string_append (svg, " d=\"");
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      /* Cairo ends each closed part with a move to where the next might begin. */
      if (data->header.type == CAIRO_PATH_MOVE_TO && i + data->header.length >= path->num_data)
        break;
      g_string_append_c (svg, letters[data->header.type]);
      for (int j = 1; j < data->header.length; j++)
        {
          if (j > 1)
            g_string_append_c (svg, ' ');
          append_number (svg, data[j].point.x);
          g_string_append_c (svg, ' ');
          append_number (svg, data[j].point.y);
        }
    }
  g_string_append_c (svg, '"');
}

static void
append_text (GString *svg,
             Shape   *shape)
{
  static const char *const anchors[] = {
    [PANGO_ALIGN_LEFT] = "start", [PANGO_ALIGN_CENTER] = "middle", [PANGO_ALIGN_RIGHT] = "end"
  };
  PangoLayoutLine *line = pango_layout_get_line_readonly (shape->layout, shape->line);

  g_string_append (svg, "<text");
  append_attribute (svg, "x", shape->anchor_x);
  append_attribute (svg, "y", shape->baseline);
  g_string_append_printf (svg, " font-family=\"%s\"", dv_font_get_families (shape->font.face));
  append_attribute (svg, "font-size", shape->font.size);
  g_string_append_printf (svg, " font-weight=\"%d\"", shape->font.weight);
  if (shape->font.italic)
    g_string_append (svg, " font-style=\"italic\"");
  if (shape->alignment != PANGO_ALIGN_LEFT)
    g_string_append_printf (svg, " text-anchor=\"%s\"", anchors[shape->alignment]);
  g_string_append_printf (svg, " fill=\"#%06x\">", dv_colour_to_code (shape->colour));
  append_escaped (svg, pango_layout_get_text (shape->layout) + line->start_index, line->length);
  g_string_append (svg, "</text>\n");
}

static void append_shapes (GString *svg,
                           DvScene *self);

static void
append_scene (GString *svg,
              Shape   *shape)
{
  g_string_append (svg, "<g transform=\"translate(");
  append_number (svg, shape->extents.x);
  g_string_append_c (svg, ' ');
  append_number (svg, shape->extents.y);
  g_string_append_printf (svg, ") scale(%d.%04d)\">\n", (int) shape->scale, (int) (shape->scale * 10000.0) % 10000);
  append_shapes (svg, shape->scene);
  g_string_append (svg, "</g>\n");
}

static void
append_shape (GString *svg,
              Shape   *shape)
{
  if (shape->kind == SHAPE_SCENE)
    {
      append_scene (svg, shape);
      return;
    }
  if (shape->kind == SHAPE_TEXT)
    {
      append_text (svg, shape);
      return;
    }

  g_string_append (svg, "<path");
  append_path (svg, shape->path);
  if (shape->kind == SHAPE_FILL)
    {
      g_string_append_printf (svg, " fill=\"#%06x\" fill-rule=\"evenodd\"/>\n", dv_colour_to_code (shape->colour));
      return;
    }
  g_string_append_printf (svg, " fill=\"none\" stroke=\"#%06x\"", dv_colour_to_code (shape->colour));
  append_attribute (svg, "stroke-width", shape->line_width);
  g_string_append (svg, " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
}

static void
append_shapes (GString *svg,
               DvScene *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    append_shape (svg, &g_array_index (self->shapes, Shape, i));
}

/**
 * dv_scene_to_svg:
 * @self: a drawing
 * @background: colour behind it
 * @language: (nullable): language of its texts
 * @title: what it is called
 * @description: what it says, in words
 *
 * Returns: (transfer full): an SVG file
 */
GBytes *
dv_scene_to_svg (DvScene    *self,
                 DvColour    background,
                 const char *language,
                 const char *title,
                 const char *description)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\"");

  append_attribute (svg, "width", self->width);
  append_attribute (svg, "height", self->height);
  g_string_append (svg, " viewBox=\"0 0 ");
  append_number (svg, self->width);
  g_string_append_c (svg, ' ');
  append_number (svg, self->height);
  g_string_append_printf (svg, "\" xml:lang=\"%s\" role=\"img\" aria-labelledby=\"title description\">\n",
                          language != NULL && g_str_has_prefix (language, "nl") ? "nl" : "en");
  g_string_append (svg, "<title id=\"title\">");
  append_escaped (svg, title, -1);
  g_string_append (svg, "</title>\n<desc id=\"description\">");
  append_escaped (svg, description, -1);
  g_string_append_printf (svg, "</desc>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#%06x\"/>\n",
                          dv_colour_to_code (background));
  append_shapes (svg, self);
  g_string_append (svg, "</svg>\n");

  return g_string_free_to_bytes (svg);
}
