/* dv-map-paint.c
 *
 * What a strategy map looks like
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-paint"

#include "config.h"

#include <string.h>

#include "dv-map-paint.h"

#include "dv-document-text.h"
#include "dv-glyph.h"

/* Lanes are bands behind everything, arrows come next, boxes on top. An arrow
 * has the colour of what it contributes to.
 */

#define LANE_RADIUS 20.0
#define BOX_RADIUS 18.0
#define BOX_LINE 1.8
#define WIRE_LINE 2.6
#define LABEL_X 18.0
#define TEXT_MAX (DV_MAP_BOX_WIDTH - 26.0)
#define STATUS_GAP 7.0
#define THEME_BASELINE 24.0
#define THEME_DROP 16.0 /* of the last line over the lanes, on a projector */

/* How the text of a map is set. */
typedef struct
{
  DvFont node;
  DvFont small_node;
  DvFont measure;
  DvFont themes[3]; /* tried in turn until the name fits */
  DvFont lanes[4];
  double min_height;   /* of a box */
  double pad;          /* above and below its text, together */
  double status_size;
  double measure_drop; /* baseline above the bottom of the box */
  double measure_room; /* of the line, at the bottom of the box */
  double label_width;  /* of the names of lanes */
} DvMapType;

static const DvMapType paper_type = {
  .node = { DV_FACE_UI, 20.5, 600, FALSE, -0.007 },
  .small_node = { DV_FACE_UI, 16.5, 600, FALSE, 0.0 },
  .measure = { DV_FACE_UI, 15.0, 400, FALSE, 0.0 },
  .themes = { { DV_FACE_UI, 23.0, 700, FALSE, -0.009 },
              { DV_FACE_UI, 17.0, 700, FALSE, 0.0 },
              { DV_FACE_UI, 13.0, 700, FALSE, 0.0 } },
  .lanes = { { DV_FACE_UI, 20.0, 700, FALSE, -0.01 },
             { DV_FACE_UI, 17.0, 700, FALSE, 0.0 },
             { DV_FACE_UI, 14.0, 700, FALSE, 0.0 },
             { DV_FACE_UI, 11.0, 700, FALSE, 0.0 } },
  .min_height = DV_MAP_BOX_HEIGHT,
  .pad = 24.0,
  .status_size = 14.0,
  .measure_drop = 14.25,
  .measure_room = 22.0,
  .label_width = DV_MAP_LABEL_WIDTH - 12.0,
};

/* A screen shows the whole map smaller than A3 does, so its text is larger in
 * the box and the box is higher. */
static const DvMapType screen_type = {
  .node = { DV_FACE_UI, 22.5, 600, FALSE, -0.012 },
  .small_node = { DV_FACE_UI, 20.0, 600, FALSE, -0.007 },
  .measure = { DV_FACE_UI, 21.0, 400, FALSE, 0.0 },
  .themes = { { DV_FACE_UI, 27.0, 700, FALSE, -0.01 },
              { DV_FACE_UI, 21.0, 700, FALSE, 0.0 },
              { DV_FACE_UI, 16.0, 700, FALSE, 0.0 } },
  .lanes = { { DV_FACE_UI, 20.0, 700, FALSE, -0.012 },
             { DV_FACE_UI, 18.0, 700, FALSE, -0.01 },
             { DV_FACE_UI, 15.0, 700, FALSE, 0.0 },
             { DV_FACE_UI, 11.0, 700, FALSE, 0.0 } },
  .min_height = 140.0,
  .pad = 24.0,
  .status_size = 18.0,
  .measure_drop = 22.0,
  .measure_room = 34.0,
  .label_width = DV_MAP_LABEL_WIDTH - 12.0,
};

/* On a projector the smallest text decides how large the map has to be, so
 * there is one size for all of it, and long objectives take more lines. */
static const DvMapType room_type = {
  .node = { DV_FACE_UI, 22.0, 600, FALSE, -0.012 },
  .small_node = { DV_FACE_UI, DV_MAP_ROOM_TEXT, 600, FALSE, -0.012 },
  .measure = { DV_FACE_UI, DV_MAP_ROOM_TEXT, 400, FALSE, 0.0 },
  .themes = { { DV_FACE_UI, 28.0, 700, FALSE, -0.01 },
              { DV_FACE_UI, 24.0, 700, FALSE, -0.01 },
              { DV_FACE_UI, DV_MAP_ROOM_TEXT, 700, FALSE, -0.01 } },
  .lanes = { { DV_FACE_UI, 23.0, 700, FALSE, -0.012 },
             { DV_FACE_UI, DV_MAP_ROOM_TEXT, 700, FALSE, -0.02 },
             { DV_FACE_UI, DV_MAP_ROOM_TEXT, 700, FALSE, -0.02 },
             { DV_FACE_UI, DV_MAP_ROOM_TEXT, 700, FALSE, -0.02 } },
  .min_height = DV_MAP_BOX_HEIGHT,
  .pad = 14.0,
  .status_size = 20.0,
  .measure_drop = 14.0,
  .measure_room = 28.0,
  .label_width = DV_MAP_ROOM_LABEL_WIDTH,
};

static const DvMapType *
get_type (DvMapFlags flags)
{
  if ((flags & DV_MAP_ROOM) != 0)
    return &room_type;

  return (flags & DV_MAP_SCREEN) != 0 ? &screen_type : &paper_type;
}

struct _DvMapPicture
{
  DvMapGraph *graph;
  DvShaper *shaper;
  DvMapLayout *layout;
  DvScene *scene;
};

typedef struct
{
  const DvMapGraph *graph;
  const DvMapLayout *layout;
  DvShaper *shaper;
  DvScene *scene;
  DvSurface surface;
  DvMapFlags flags;
  const DvMapType *type;
  const DvMapDetail *view;
} Painter;

static DvMapLook
look_of (Painter *painter,
         guint    node)
{
  return painter->view->looks != NULL ? painter->view->looks[node] : DV_MAP_SHOWN;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static const DvMapNode *
get_node (const DvMapGraph *graph,
          guint             index)
{
  return &g_array_index (graph->nodes, DvMapNode, index);
}

static gboolean
has_measure (const DvMapNode *node)
{
  return has_text (node->measure) || has_text (node->values);
}

static double
leading_of (const DvFont *font)
{
  return font->size * 1.24;
}

/* Long objectives are set smaller, in a box as high as they need. */
static PangoLayout *
shape_node (DvShaper        *shaper,
            const DvMapType *type,
            const DvMapNode *node,
            const DvFont   **font)
{
  DvFit fit = dv_shaper_fit (shaper, &type->node, node->text, TEXT_MAX);

  *font = &type->node;
  if (fit.n_lines == 0 || fit.n_lines > 3)
    {
      *font = &type->small_node;
      fit = dv_shaper_fit (shaper, &type->small_node, node->text, TEXT_MAX);
    }

  return dv_shaper_layout (shaper, *font, node->text, fit.width, PANGO_ALIGN_CENTER);
}

/**
 * dv_map_measure:
 * @graph: a map; the heights of its nodes are set
 * @shaper: a shaper
 * @flags: how it will be drawn
 *
 * Finds out how high each box has to be for its text.
 */
void
dv_map_measure (DvMapGraph *graph,
                DvShaper   *shaper,
                DvMapFlags  flags)
{
  const DvMapType *type = get_type (flags);

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      DvMapNode *node = &g_array_index (graph->nodes, DvMapNode, i);
      const DvFont *font;
      g_autoptr (PangoLayout) layout = shape_node (shaper, type, node, &font);
      double text_height = pango_layout_get_line_count (layout) * leading_of (font);

      node->height = MAX (type->min_height,
                          type->pad + text_height + (has_measure (node) ? type->measure_room + 3.0 : 0.0));
    }
}

static DvValueColours
colours_of (Painter         *painter,
            const DvMapNode *node)
{
  gboolean has_theme = node->theme >= 0 && node->theme < (int) painter->graph->themes->len;

  return dv_palette_value (has_theme ? painter->view->first_theme + (guint) node->theme + 1 : 0, (painter->flags & DV_MAP_DARK) != 0);
}

/* The colour of lines. From the last row the lightest of the colours could not
 * be told from the lanes, so there they are those of text. */
static DvColour
line_colour_of (Painter         *painter,
                const DvMapNode *node)
{
  DvValueColours colours = colours_of (painter, node);

  return (painter->flags & DV_MAP_ROOM) != 0 ? colours.ink : colours.solid;
}

static PangoLayout *
shape_lane (DvShaper        *shaper,
            const DvMapType *type,
            const char      *name,
            const DvFont   **font)
{
  for (guint i = 0; i < G_N_ELEMENTS (type->lanes); i++)
    {
      *font = &type->lanes[i];
      if (dv_shaper_words_fit (shaper, *font, name, type->label_width))
        break;
    }

  return dv_shaper_layout (shaper, *font, name, type->label_width, PANGO_ALIGN_LEFT);
}

/* Names of themes in as few lines as the largest size that allows it. */
static PangoLayout *
shape_theme (DvShaper        *shaper,
             const DvMapType *type,
             const char      *name,
             double           width,
             const DvFont   **font)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (PangoLayout) layout = NULL;

      *font = &type->themes[i];
      layout = dv_shaper_balance (shaper, *font, name, width);
      if (pango_layout_get_line_count (layout) <= (i == 0 ? 1 : 2) || i + 1 == G_N_ELEMENTS (type->themes))
        return g_steal_pointer (&layout);
    }
}

/**
 * dv_map_lane_height:
 * @shaper: a shaper
 * @name: name of a lane
 * @flags: how the map will be drawn
 *
 * Returns: how high a lane has to be for its name
 */
double
dv_map_lane_height (DvShaper   *shaper,
                    const char *name,
                    DvMapFlags  flags)
{
  const DvFont *font;
  g_autoptr (PangoLayout) layout = shape_lane (shaper, get_type (flags), name, &font);

  return pango_layout_get_line_count (layout) * font->size * 1.25 + 12.0;
}

/**
 * dv_map_theme_height:
 * @shaper: a shaper
 * @name: name of a theme
 * @flags: how the map will be drawn
 *
 * Returns: how high the head of the map has to be for it, over one box
 */
double
dv_map_theme_height (DvShaper   *shaper,
                     const char *name,
                     DvMapFlags  flags)
{
  const DvFont *font;
  g_autoptr (PangoLayout) layout = shape_theme (shaper, get_type (flags), name, DV_MAP_BOX_WIDTH, &font);

  return pango_layout_get_line_count (layout) * font->size * 1.2 + THEME_DROP;
}

static void
add_lane (Painter         *painter,
          const DvMapRect *rect,
          const char      *name)
{
  g_autoptr (PangoLayout) layout = NULL;
  const DvFont *font = NULL;
  double leading, height;

  dv_scene_round_rect (painter->scene, rect->x, rect->y, rect->width, rect->height, LANE_RADIUS);
  dv_scene_fill (painter->scene, painter->surface.band);
  if (!has_text (name))
    return;

  layout = shape_lane (painter->shaper, painter->type, name, &font);
  leading = font->size * 1.25;
  height = pango_layout_get_line_count (layout) * leading;
  dv_scene_paragraph (painter->scene, layout, font, painter->surface.text, rect->x + LABEL_X,
                      rect->y + (rect->height - height) / 2.0 +
                        dv_shaper_first_baseline (painter->shaper, font, leading),
                      leading);
}

static void
add_theme (Painter         *painter,
           const DvMapRect *rect,
           const char      *name,
           guint            number)
{
  DvColour ink = dv_palette_value (number, (painter->flags & DV_MAP_DARK) != 0).ink;
  double middle = rect->x + rect->width / 2.0;
  const DvFont *font;
  g_autoptr (PangoLayout) layout = shape_theme (painter->shaper, painter->type, name, rect->width, &font);
  int n_lines = pango_layout_get_line_count (layout);
  double first = THEME_BASELINE - (n_lines - 1) * font->size * 0.9;

  if ((painter->flags & DV_MAP_ROOM) != 0)
    first = rect->height - THEME_DROP - (n_lines - 1) * font->size * 1.2;
  dv_scene_paragraph (painter->scene, layout, font, ink, middle, first, font->size * 1.2);
}

static void
add_arrow_head (Painter  *painter,
                double    x,
                double    y,
                DvColour  colour)
{
  cairo_t *pen = dv_scene_get_pen (painter->scene);

  cairo_move_to (pen, x, y);
  cairo_line_to (pen, x + 7.0, y + 12.0);
  cairo_curve_to (pen, x + 2.5, y + 9.2, x - 2.5, y + 9.2, x - 7.0, y + 12.0);
  cairo_close_path (pen);
  dv_scene_fill (painter->scene, colour);
}

static void
add_wire (Painter         *painter,
          const DvMapWire *wire)
{
  const DvMapLink *link = &g_array_index (painter->graph->links, DvMapLink, wire->link);
  const DvMapPoint *points = &g_array_index (painter->layout->points, DvMapPoint, wire->first_point);
  const DvMapNode *target = get_node (painter->graph, link->target);
  const DvMapNode *source = get_node (painter->graph, link->source);
  DvColour colour = line_colour_of (painter, target->theme >= 0 ? target : source);
  cairo_t *pen = dv_scene_get_pen (painter->scene);
  DvMapPoint end = points[wire->n_points - 1];
  DvMapLook from = look_of (painter, link->source), to = look_of (painter, link->target);
  gboolean is_quiet = from == DV_MAP_QUIET || to == DV_MAP_QUIET;

  if (from == DV_MAP_HIDDEN || to == DV_MAP_HIDDEN)
    return;
  if (is_quiet)
    colour = painter->surface.rule;

  cairo_move_to (pen, points[0].x, points[0].y);
  for (guint i = 1; i + 2 < wire->n_points; i += 3)
    cairo_curve_to (pen, points[i].x, points[i].y, points[i + 1].x, points[i + 1].y, points[i + 2].x, points[i + 2].y);
  dv_scene_set_graphic (painter->scene, !is_quiet);
  dv_scene_stroke (painter->scene, colour, from == DV_MAP_LIT && to == DV_MAP_LIT ? 2.0 * WIRE_LINE : WIRE_LINE);
  add_arrow_head (painter, end.x, end.y - 9.0, colour);
  dv_scene_set_graphic (painter->scene, FALSE);
}

static DvGlyph
glyph_of (DvStatus status)
{
  static const DvGlyph glyphs[] = { DV_GLYPH_NONE, DV_GLYPH_ON_COURSE, DV_GLYPH_ATTENTION, DV_GLYPH_BEHIND };

  return glyphs[status];
}

static DvColour
colour_of_status (const DvSurface *surface,
                  DvStatus      status)
{
  if (status == DV_STATUS_ON_COURSE)
    return surface->on_course;

  return status == DV_STATUS_ATTENTION ? surface->attention : surface->behind;
}

static void
add_glyph (DvScene  *scene,
           DvGlyph   glyph,
           DvColour  colour,
           double    x,
           double    y,
           double    size)
{
  cairo_t *pen = dv_scene_get_pen (scene);

  if (glyph == DV_GLYPH_NONE)
    return;

  cairo_save (pen);
  cairo_translate (pen, x, y);
  cairo_scale (pen, size, size);
  dv_glyph_path (pen, glyph);
  cairo_restore (pen);
  dv_scene_fill (scene, colour);
}

/* The values without a unit that is longer than a word: "1.234 → 1.300". */
static char *
without_unit (const char *values)
{
  const char *arrow = strstr (values, "→");
  const char *unit = arrow != NULL ? strchr (arrow + strlen ("→ "), ' ') : strchr (values, ' ');

  return unit != NULL ? g_strndup (values, (gsize) (unit - values)) : g_strdup (values);
}

/* Name and values of a measure, the name cut short until they fit, then without
 * their unit: the values are what the map is read for.
 */
static char *
measure_text (Painter         *painter,
              const DvMapNode *node,
              double           room)
{
  gboolean with_name = has_text (node->measure) && !((painter->flags & (DV_MAP_SCREEN | DV_MAP_ROOM)) != 0 && has_text (node->values));
  const char *values = node->values != NULL ? node->values : "";
  g_autofree char *whole = g_strconcat (with_name ? node->measure : "", with_name && *values ? " " : "", values, NULL);
  glong length = with_name ? g_utf8_strlen (node->measure, -1) : 0;

  while (length > 1 && dv_shaper_width (painter->shaper, &painter->type->measure, whole) > room)
    {
      g_autofree char *name = NULL;

      length--;
      name = g_utf8_substring (node->measure, 0, length);
      g_free (whole);
      whole = g_strconcat (g_strchomp (name), "… ", values, NULL);
    }
  if (*values != '\0' && dv_shaper_width (painter->shaper, &painter->type->measure, whole) > room)
    return without_unit (values);

  return g_steal_pointer (&whole);
}

static void
add_measure (Painter         *painter,
             const DvMapNode *node,
             const DvMapRect *box)
{
  double status_width = node->status != DV_STATUS_NONE ? painter->type->status_size + STATUS_GAP : 0.0;
  double baseline = box->y + box->height - painter->type->measure_drop;
  g_autofree char *text = measure_text (painter, node, TEXT_MAX - status_width);
  double width = dv_shaper_width (painter->shaper, &painter->type->measure, text) + status_width;
  double x = box->x + (box->width - width) / 2.0;

  dv_scene_set_graphic (painter->scene, TRUE);
  add_glyph (painter->scene, glyph_of (node->status), colour_of_status (&painter->surface, node->status), x,
             baseline - painter->type->measure.size * 0.35 - painter->type->status_size / 2.0, painter->type->status_size);
  dv_scene_set_graphic (painter->scene, FALSE);
  dv_scene_text (painter->scene, &painter->type->measure, painter->surface.dim, text, x + status_width, baseline, PANGO_ALIGN_LEFT);
}

static void
add_box (Painter *painter,
         guint    index)
{
  const DvMapNode *node = get_node (painter->graph, index);
  const DvMapRect *box = &g_array_index (painter->layout->boxes, DvMapRect, index);
  g_autoptr (PangoLayout) layout = NULL;
  const DvFont *font;
  double leading, height, room = box->height;
  DvMapLook look = look_of (painter, index);
  gboolean is_lit = look == DV_MAP_LIT, is_quiet = look == DV_MAP_QUIET;

  if (look == DV_MAP_HIDDEN)
    return;

  dv_scene_begin_part (painter->scene, node->id != NULL ? node->id : "");
  dv_scene_round_rect (painter->scene, box->x, box->y, box->width, box->height, BOX_RADIUS);
  dv_scene_fill (painter->scene, is_lit ? colours_of (painter, node).tint : painter->surface.box);
  dv_scene_round_rect (painter->scene, box->x, box->y, box->width, box->height, BOX_RADIUS);
  dv_scene_set_graphic (painter->scene, !is_quiet);
  dv_scene_stroke (painter->scene, is_quiet ? painter->surface.rule : line_colour_of (painter, node),
                   is_lit ? 2.5 * BOX_LINE : BOX_LINE);
  dv_scene_set_graphic (painter->scene, FALSE);

  if (has_measure (node))
    room -= painter->type->measure_room;
  layout = shape_node (painter->shaper, painter->type, node, &font);
  leading = leading_of (font);
  height = pango_layout_get_line_count (layout) * leading;
  dv_scene_paragraph (painter->scene, layout, font, is_quiet ? painter->surface.dim : painter->surface.text,
                      box->x + box->width / 2.0,
                      box->y + (room - height) / 2.0 + dv_shaper_first_baseline (painter->shaper, font, leading),
                      leading);
  if (has_measure (node))
    add_measure (painter, node, box);
  dv_scene_end_part (painter->scene);
}

/**
 * dv_map_scene_new:
 * @graph: a map
 * @layout: where everything is
 * @shaper: a shaper; outlives the scene
 * @flags: how it is drawn
 *
 * Returns: (transfer full): the map, in the units of @layout
 */
DvScene *
dv_map_scene_new (const DvMapGraph  *graph,
                  const DvMapLayout *layout,
                  DvShaper          *shaper,
                  DvMapFlags         flags)
{
  const DvMapDetail everything = { NULL, 0, 0 };

  return dv_map_scene_new_view (graph, layout, shaper, flags, &everything);
}

/**
 * dv_map_scene_new_view:
 * @graph: a map
 * @layout: where everything is
 * @shaper: a shaper; outlives the scene
 * @flags: how it is drawn
 * @view: what is shown of it
 *
 * Each box is a part of the scene, under the id of its node.
 *
 * Returns: (transfer full): the map, in the units of @layout
 */
DvScene *
dv_map_scene_new_view (const DvMapGraph  *graph,
                       const DvMapLayout *layout,
                       DvShaper          *shaper,
                       DvMapFlags         flags,
                       const DvMapDetail *view)
{
  Painter painter = { graph, layout, shaper, dv_scene_new (shaper, layout->width, layout->height),
                      dv_palette_surface ((flags & DV_MAP_DARK) != 0), flags, get_type (flags), view };

  for (guint i = view->first_lane; i < layout->lanes->len; i++)
    add_lane (&painter, &g_array_index (layout->lanes, DvMapRect, i),
              i < graph->lanes->len ? g_ptr_array_index (graph->lanes, i)
              : graph->lanes->len > 0 ? dv_document_text (graph->language, DV_TEXT_NO_LANE) : NULL);
  for (guint i = 0; i < layout->themes->len; i++)
    add_theme (&painter, &g_array_index (layout->themes, DvMapRect, i), g_ptr_array_index (graph->themes, i),
               view->first_theme + i + 1);
  for (guint i = 0; i < layout->wires->len; i++)
    add_wire (&painter, &g_array_index (layout->wires, DvMapWire, i));
  for (guint i = 0; i < graph->nodes->len; i++)
    add_box (&painter, i);

  if (graph->nodes->len == 0 && (flags & DV_MAP_HINT) != 0)
    dv_scene_text (painter.scene, &painter.type->node, painter.surface.dim, dv_document_text (graph->language, DV_TEXT_MAP_HINT),
                   layout->width / 2.0, layout->height / 2.0, PANGO_ALIGN_CENTER);

  return painter.scene;
}

/**
 * dv_map_picture_new:
 * @graph: (transfer full): a map
 * @flags: how it is drawn
 *
 * Returns: (transfer full): the map, placed and ready to be painted often
 */
DvMapPicture *
dv_map_picture_new (DvMapGraph *graph,
                    DvMapFlags  flags)
{
  DvMapPicture *self = g_new0 (DvMapPicture, 1);

  self->graph = graph;
  self->shaper = dv_shaper_new (graph->language);
  dv_map_measure (graph, self->shaper, flags);
  self->layout = dv_map_layout_new (graph);
  self->scene = dv_map_scene_new (graph, self->layout, self->shaper, flags);

  return self;
}

/**
 * dv_map_picture_free:
 * @self: (transfer full): a picture
 */
void
dv_map_picture_free (DvMapPicture *self)
{
  dv_scene_free (self->scene);
  dv_map_layout_free (self->layout);
  dv_shaper_free (self->shaper);
  dv_map_graph_free (self->graph);
  g_free (self);
}

/**
 * dv_map_picture_get_layout:
 * @self: a picture
 *
 * Returns: (transfer none): where everything on it is; its width and height
 *   are those of the picture
 */
const DvMapLayout *
dv_map_picture_get_layout (DvMapPicture *self)
{
  return self->layout;
}

/**
 * dv_map_picture_paint:
 * @self: a picture
 * @cr: where to paint it, in its own units
 * @clip: (nullable): leave out what is not in this part
 */
void
dv_map_picture_paint (DvMapPicture      *self,
                      cairo_t           *cr,
                      const DvSceneRect *clip)
{
  dv_scene_paint (self->scene, cr, clip);
}

static void
describe_node (GString          *description,
               const DvMapGraph *graph,
               GPtrArray       **targets,
               guint             index)
{
  static const DvDocumentText status_texts[] = {
    DV_TEXT_ON_COURSE, DV_TEXT_ON_COURSE, DV_TEXT_NEEDS_ATTENTION, DV_TEXT_BEHIND
  };
  const DvMapNode *node = get_node (graph, index);

  g_string_append_printf (description, " %s", node->text);
  if (has_measure (node))
    {
      g_string_append_printf (description, " (%s%s%s", node->measure != NULL ? node->measure : "",
                              has_text (node->measure) && has_text (node->values) ? " " : "",
                              node->values != NULL ? node->values : "");
      if (node->status != DV_STATUS_NONE)
        g_string_append_printf (description, ", %s", dv_document_text (graph->language, status_texts[node->status]));
      g_string_append_c (description, ')');
    }
  for (guint i = 0; targets[index] != NULL && i < targets[index]->len; i++)
    {
      if (i == 0)
        g_string_append_printf (description, ", %s", dv_document_text (graph->language, DV_TEXT_CONTRIBUTES_TO));
      g_string_append_printf (description, "%s “%s”", i > 0 ? "," : "",
                              (const char *) g_ptr_array_index (targets[index], i));
    }
  g_string_append_c (description, '.');
}

/**
 * dv_map_describe:
 * @graph: a map
 *
 * Returns: (transfer full): what the map says, in words, lane by lane
 */
char *
dv_map_describe (const DvMapGraph *graph)
{
  GString *description = g_string_new (NULL);
  g_autofree char *summary = NULL;
  g_autofree GPtrArray **targets = g_new0 (GPtrArray *, graph->nodes->len + 1);

  summary = dv_document_text_fill (graph->language, DV_TEXT_MAP_SUMMARY, graph->nodes->len, graph->links->len);
  g_string_append (description, summary);

  for (guint i = 0; i < graph->links->len; i++)
    {
      const DvMapLink *link = &g_array_index (graph->links, DvMapLink, i);

      if (link->source >= graph->nodes->len || link->target >= graph->nodes->len)
        continue;
      if (targets[link->source] == NULL)
        targets[link->source] = g_ptr_array_new ();
      g_ptr_array_add (targets[link->source], get_node (graph, link->target)->text);
    }

  for (int lane = -1; lane < (int) graph->lanes->len; lane++)
    {
      gboolean is_first = TRUE;

      for (guint i = 0; i < graph->nodes->len; i++)
        {
          if (get_node (graph, i)->lane != lane)
            continue;
          if (is_first && lane >= 0)
            g_string_append_printf (description, " %s:", (const char *) g_ptr_array_index (graph->lanes, lane));
          is_first = FALSE;
          describe_node (description, graph, targets, i);
        }
    }
  for (guint i = 0; i < graph->nodes->len; i++)
    g_clear_pointer (&targets[i], g_ptr_array_unref);

  return g_string_free (description, FALSE);
}
