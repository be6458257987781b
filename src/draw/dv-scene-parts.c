/* dv-scene-parts.c
 *
 * Which shapes of a drawing belong together, and what lies where
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-scene"

#include "config.h"

#include "dv-scene-private.h"

#include <math.h>
#include <string.h>

/* A drawing may lie in another one, smaller or larger: what is asked of the
 * outer one is asked of the inner one too, in its own units.
 */

static DvScenePart *
get_part (DvScene *self,
          int      index)
{
  return &g_array_index (self->parts, DvScenePart, index);
}

static gboolean
contains (const DvSceneRect *rect,
          double             x,
          double             y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

static DvSceneRect
place_in_outer (const DvSceneShape *shape,
                DvSceneRect         inner)
{
  return (DvSceneRect){ shape->extents.x + inner.x * shape->scale, shape->extents.y + inner.y * shape->scale,
                        inner.width * shape->scale, inner.height * shape->scale };
}

/**
 * dv_scene_begin_part:
 * @self: a drawing
 * @id: what it stands for, such as the id of an item
 *
 * What is drawn until dv_scene_end_part() belongs together. Parts may lie in
 * parts. An id may be used more than once: it then stands for all of them.
 */
void
dv_scene_begin_part (DvScene    *self,
                     const char *id)
{
  DvScenePart part = { .id = g_strdup (id), .parent = self->open_part };

  g_array_append_val (self->parts, part);
  self->open_part = (int) self->parts->len - 1;
}

/**
 * dv_scene_end_part:
 * @self: a drawing
 *
 * Ends the part that was begun last.
 */
void
dv_scene_end_part (DvScene *self)
{
  g_return_if_fail (self->open_part >= 0);

  self->open_part = get_part (self, self->open_part)->parent;
}

/**
 * dv_scene_part_at:
 * @self: a drawing
 * @x: a place on it
 * @y: a place on it
 *
 * A part reaches over the rectangle around all its shapes.
 *
 * Returns: (transfer none) (nullable): the id of the part that lies there; the
 *   one drawn last when there are more; %NULL when there is none
 */
const char *
dv_scene_part_at (DvScene *self,
                  double   x,
                  double   y)
{
  for (guint i = self->shapes->len; i-- > 0;)
    {
      const DvSceneShape *shape = &g_array_index (self->shapes, DvSceneShape, i);
      const char *id;

      if (shape->kind != DV_SCENE_SCENE || !contains (&shape->extents, x, y))
        continue;
      id = dv_scene_part_at (shape->scene, (x - shape->extents.x) / shape->scale,
                             (y - shape->extents.y) / shape->scale);
      if (id != NULL)
        return id;
    }
  for (guint i = self->parts->len; i-- > 0;)
    {
      const DvScenePart *part = get_part (self, (int) i);

      if (part->has_extents && contains (&part->extents, x, y))
        return part->id;
    }

  return NULL;
}

static void
collect_parts (DvScene    *self,
               GPtrArray  *ids,
               GHashTable *seen)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_hash_table_add (seen, get_part (self, (int) i)->id))
      g_ptr_array_add (ids, g_strdup (get_part (self, (int) i)->id));
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const DvSceneShape *shape = &g_array_index (self->shapes, DvSceneShape, i);

      if (shape->kind == DV_SCENE_SCENE)
        collect_parts (shape->scene, ids, seen);
    }
}

/**
 * dv_scene_list_parts:
 * @self: a drawing
 *
 * Returns: (transfer full) (element-type utf8): the ids of its parts, each once
 */
GPtrArray *
dv_scene_list_parts (DvScene *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  collect_parts (self, ids, seen);

  return ids;
}

/**
 * dv_scene_get_part:
 * @self: a drawing
 * @id: id of a part
 * @extents: (out) (optional): the rectangle around it
 *
 * Returns: whether anything was drawn in that part
 */
gboolean
dv_scene_get_part (DvScene     *self,
                   const char  *id,
                   DvSceneRect *extents)
{
  DvSceneRect all = { 0.0, 0.0, 0.0, 0.0 };
  gboolean is_found = FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const DvScenePart *part = get_part (self, (int) i);

      if (!part->has_extents || strcmp (part->id, id) != 0)
        continue;
      all = is_found ? dv_scene_rect_unite (all, part->extents) : part->extents;
      is_found = TRUE;
    }
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const DvSceneShape *shape = &g_array_index (self->shapes, DvSceneShape, i);
      DvSceneRect inner;

      if (shape->kind != DV_SCENE_SCENE || !dv_scene_get_part (shape->scene, id, &inner))
        continue;
      inner = place_in_outer (shape, inner);
      all = is_found ? dv_scene_rect_unite (all, inner) : inner;
      is_found = TRUE;
    }
  if (is_found && extents != NULL)
    *extents = all;

  return is_found;
}

/**
 * dv_scene_paint_some:
 * @self: a drawing
 * @cr: where to paint it, in its own units
 * @filter: (scope call): told the innermost part of a shape, %NULL for none;
 *   says whether to paint it
 * @data: for @filter
 *
 * Paints what is wanted of a drawing, in the usual order: all but one card, or
 * that card alone.
 */
void
dv_scene_paint_some (DvScene       *self,
                     cairo_t       *cr,
                     DvSceneFilter  filter,
                     gpointer       data)
{
  DvSceneWanted wanted = { .filter = filter, .data = data };

  dv_scene_paint_wanted (self, cr, &wanted, NULL);
}

/**
 * dv_scene_set_graphic:
 * @self: a drawing
 * @is_graphic: whether the shapes that follow carry meaning: a glyph, a bar
 *
 * Says what must be told from what is under it; the others only adorn.
 */
void
dv_scene_set_graphic (DvScene  *self,
                      gboolean  is_graphic)
{
  self->is_graphic = is_graphic;
}

/* Where the letters of a line are black, not the line they stand on. */
static DvSceneRect
ink_of_text (const DvSceneShape *shape)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (shape->layout, shape->line);
  PangoRectangle ink;

  pango_layout_line_get_extents (line, &ink, NULL);

  return (DvSceneRect){ shape->x + ink.x / (double) PANGO_SCALE, shape->baseline + ink.y / (double) PANGO_SCALE,
                        ink.width / (double) PANGO_SCALE, ink.height / (double) PANGO_SCALE };
}

/* The extents of a line keep a line width on each side; half of it is inked. */
static DvSceneRect
ink_of_path (const DvSceneShape *shape)
{
  double spare = shape->line_width / 2.0;

  return (DvSceneRect){ shape->extents.x + spare, shape->extents.y + spare,
                        shape->extents.width - 2.0 * spare, shape->extents.height - 2.0 * spare };
}

static void
tell (const DvSceneShape *shape,
      const char         *part,
      const DvSceneShape *frame,
      DvSceneFunc         func,
      gpointer            data)
{
  DvSceneMark mark = { .colour = shape->colour, .part = part, .is_stroke = shape->kind == DV_SCENE_STROKE,
                       .is_image = shape->kind == DV_SCENE_IMAGE,
                       .is_graphic = shape->is_graphic };
  g_autofree char *text = NULL;

  if (shape->kind == DV_SCENE_TEXT)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (shape->layout, shape->line);

      text = g_strndup (pango_layout_get_text (shape->layout) + line->start_index, (gsize) line->length);
      mark.text = text;
      mark.size = shape->font.size * frame->scale;
      mark.baseline = frame->extents.y + shape->baseline * frame->scale;
    }
  mark.extents = place_in_outer (frame, shape->kind == DV_SCENE_TEXT ? ink_of_text (shape) : ink_of_path (shape));
  func (&mark, data);
}

/* @frame: where the drawing lies, and how large. */
static void
tell_all (DvScene            *self,
          const DvSceneShape *frame,
          const char         *outer,
          DvSceneFunc         func,
          gpointer            data)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const DvSceneShape *shape = &g_array_index (self->shapes, DvSceneShape, i);
      const char *part = shape->part >= 0 ? get_part (self, shape->part)->id : outer;
      DvSceneShape inner;

      if (shape->kind != DV_SCENE_SCENE)
        {
          tell (shape, part, frame, func, data);
          continue;
        }
      inner = *shape;
      inner.extents = place_in_outer (frame, shape->extents);
      inner.scale = shape->scale * frame->scale;
      tell_all (shape->scene, &inner, part, func, data);
    }
}

/**
 * dv_scene_foreach:
 * @self: a drawing
 * @func: (scope call): called for each shape, from the bottom to the top
 * @data: for @func
 *
 * Tells where everything is, how large and in which colour, in the units of
 * this drawing; drawings inside it are told shape by shape.
 */
void
dv_scene_foreach (DvScene     *self,
                  DvSceneFunc  func,
                  gpointer     data)
{
  DvSceneShape whole = { .scale = 1.0 };

  tell_all (self, &whole, NULL, func, data);
}

/**
 * dv_scene_get_width:
 * @self: a drawing
 *
 * Returns: its width, in its own units
 */
double
dv_scene_get_width (DvScene *self)
{
  return self->width;
}

/**
 * dv_scene_get_height:
 * @self: a drawing
 *
 * Returns: its height, in its own units
 */
double
dv_scene_get_height (DvScene *self)
{
  return self->height;
}
