/* dv-scene-svg.c
 *
 * Writes a drawing as an SVG file in which texts are texts
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-scene-svg"

#include "config.h"

#include "dv-scene-private.h"

#include <string.h>

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
append_text (GString      *svg,
             DvSceneShape *shape)
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

static void
append_image (GString      *svg,
              DvSceneShape *shape)
{
  gsize length;
  const guchar *data = g_bytes_get_data (shape->png, &length);
  g_autofree char *base64 = g_base64_encode (data, length);

  g_string_append (svg, "<image");
  append_attribute (svg, "x", shape->extents.x);
  append_attribute (svg, "y", shape->extents.y);
  append_attribute (svg, "width", shape->extents.width);
  append_attribute (svg, "height", shape->extents.height);
  g_string_append_printf (svg, " href=\"data:image/png;base64,%s\"/>\n", base64);
}

static void append_shapes (GString *svg,
                           DvScene *self);

static void
append_scene (GString      *svg,
              DvSceneShape *shape)
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
append_shape (GString      *svg,
              DvSceneShape *shape)
{
  if (shape->kind == DV_SCENE_SCENE)
    {
      append_scene (svg, shape);
      return;
    }
  if (shape->kind == DV_SCENE_IMAGE)
    {
      append_image (svg, shape);
      return;
    }
  if (shape->kind == DV_SCENE_TEXT)
    {
      append_text (svg, shape);
      return;
    }

  g_string_append (svg, "<path");
  append_path (svg, shape->path);
  if (shape->kind == DV_SCENE_FILL)
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
    append_shape (svg, &g_array_index (self->shapes, DvSceneShape, i));
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
