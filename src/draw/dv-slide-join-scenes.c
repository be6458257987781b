/* dv-slide-join-scenes.c
 *
 * How to join, over the whole screen: the Wi-Fi, then the page
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-join-scenes"

#include "config.h"

#include "dv-slide-frame.h"

#include <math.h>

#define TOP 130.0
#define BOTTOM 130.0
#define CARD 820.0
#define MIN_CARD 560.0
#define COLUMN_GAP 80.0
#define DISC 92.0
#define DISC_GAP 28.0
#define LABEL_GAP 40.0
#define GLYPH 25.0
#define GLYPH_PITCH 34.0
#define MAX_GLYPHS 12
#define SHOWN_GLYPHS 10
#define MIN_PEOPLE 40.0
#define SHAPES_IN_ROW 4

/* The column with the words: from top to bottom, and what is left of it. */
typedef struct
{
  DvSlideFrame *frame;
  double x;
  double y;
  double width;
  double bottom;
} Column;

static const char *
get_label (DvSlideFrame *frame,
           guint         index)
{
  guint n_labels = frame->slide->labels != NULL ? g_strv_length (frame->slide->labels) : 0;

  return index < n_labels ? frame->slide->labels[index] : NULL;
}

/* A tall screen has the code above the words. Without a code the words take
 * the whole width.
 */
static void
start_column (DvSlideFrame *frame,
              const char   *uri,
              Column       *column)
{
  gboolean is_tall = frame->height > frame->width;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN;
  double size = is_tall ? MIN (CARD, width) : CLAMP ((width - COLUMN_GAP) * 0.49, MIN_CARD, CARD);
  double x = is_tall ? (frame->width - size) / 2.0 : DV_SLIDE_MARGIN;

  *column = (Column){ .frame = frame, .x = DV_SLIDE_MARGIN, .y = TOP, .width = width,
                      .bottom = frame->height - BOTTOM };
  if (!dv_slide_has_text (uri) || !dv_slide_draw_qr (frame, uri, x, TOP, size))
    return;
  if (is_tall)
    {
      column->y += size + 64.0;
      return;
    }
  column->x += size + COLUMN_GAP;
  column->width -= size + COLUMN_GAP;
}

/* "Step 1 of 2", with a bar for each step. */
static void
draw_step (Column *column)
{
  DvSlideFrame *frame = column->frame;
  gint64 step = frame->slide->count != NULL ? g_ascii_strtoll (frame->slide->count, NULL, 10) : 0;

  if (!dv_slide_has_text (frame->slide->meta))
    return;

  for (int i = 0; i < 2; i++)
    {
      dv_scene_round_rect (frame->scene, column->x + i * 74.0, column->y + 16.0, 64.0, 8.0, 4.0);
      dv_scene_fill (frame->scene, i < step ? frame->colours.text : frame->colours.rule);
    }
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 30.0, frame->slide->meta, frame->colours.dim, column->x + 162.0,
                      column->y + 31.0, PANGO_ALIGN_LEFT);
  column->y += 68.0;
}

static void
draw_title (Column *column)
{
  static const double sizes[] = { 80.0, 72.0, 64.0, 56.0, 48.0 };
  static const double lead_sizes[] = { 40.0, 36.0, 32.0, DV_SLIDE_MIN_TEXT };
  DvSlideFrame *frame = column->frame;
  gboolean has_disc = dv_slide_has_text (frame->slide->count);
  double indent = has_disc ? DISC + DISC_GAP : 0.0;
  DvSlideText text;

  if (has_disc)
    {
      dv_scene_round_rect (frame->scene, column->x, column->y, DISC, DISC, DISC / 2.0);
      dv_scene_fill (frame->scene, frame->colours.text);
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 700, 56.0, frame->slide->count, frame->colours.paper,
                          column->x + DISC / 2.0, column->y + DISC / 2.0 + 20.0, PANGO_ALIGN_CENTER);
    }
  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 700, sizes, G_N_ELEMENTS (sizes), frame->slide->title,
                     column->width - indent, 100.0);
  dv_slide_draw_text (frame, &text, frame->colours.text, column->x + indent,
                      column->y + MAX ((DISC - text.height) / 2.0, 0.0));
  column->y += MAX (text.height, DISC) + 24.0;
  dv_slide_text_clear (&text);

  if (!dv_slide_has_text (frame->slide->subtitle))
    return;
  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, lead_sizes, G_N_ELEMENTS (lead_sizes), frame->slide->subtitle,
                     column->width, 110.0);
  dv_slide_draw_text (frame, &text, frame->colours.dim, column->x, column->y);
  column->y += text.height + 40.0;
  dv_slide_text_clear (&text);
}

static double
label_width (Column *column)
{
  double width = 0.0;

  for (guint i = 0; i < 2; i++)
    if (dv_slide_has_text (get_label (column->frame, i)))
      width = MAX (width, dv_slide_line_width (column->frame, DV_FACE_DISPLAY, 400, 32.0,
                                               get_label (column->frame, i)));

  return width > 0.0 ? width + LABEL_GAP : 0.0;
}

/* What to type. Letters of a code stand apart, so that they are typed one by
 * one.
 */
static void
draw_datum (Column     *column,
            guint       label,
            const char *datum,
            double      indent,
            gboolean    is_code)
{
  static const double sizes[] = { 92.0, 76.0, 60.0, 52.0, 44.0, 38.0, 34.0 };
  DvSlideFrame *frame = column->frame;
  guint first = is_code ? 0 : 2;
  g_autoptr (GString) apart = g_string_new (NULL);
  double baseline;
  DvSlideText text;

  if (!dv_slide_has_text (datum))
    return;

  for (const char *c = datum; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_string_append_len (apart, c, g_utf8_next_char (c) - c);
      if (is_code && *g_utf8_next_char (c) != '\0')
        g_string_append (apart, "\xe2\x80\x8a"); /* hair space */
    }
  dv_slide_fit_text (frame, &text, DV_FACE_UI, is_code ? 700 : 600, sizes + first, G_N_ELEMENTS (sizes) - first,
                     apart->str, column->width - indent, 100.0);
  baseline = dv_shaper_first_baseline (frame->shaper, &text.font, text.leading);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, 32.0, get_label (frame, label), frame->colours.dim, column->x,
                      column->y + baseline, PANGO_ALIGN_LEFT);
  dv_slide_draw_text (frame, &text, frame->colours.text, column->x + indent, column->y);
  column->y += text.height + 16.0;
  dv_slide_text_clear (&text);
}

/* --- The hint below the Wi-Fi --- */

static void
draw_waves (DvSlideFrame *frame,
            double        x,
            double        y)
{
  cairo_t *pen = dv_scene_get_pen (frame->scene);

  dv_scene_set_graphic (frame->scene, TRUE);
  for (int i = 1; i <= 2; i++)
    {
      cairo_new_sub_path (pen);
      cairo_arc (pen, x + 22.0, y + 34.0, i * 14.0, -0.75 * G_PI, -0.25 * G_PI);
      dv_scene_stroke (frame->scene, frame->colours.text, 5.0);
    }
  dv_scene_round_rect (frame->scene, x + 16.5, y + 28.5, 11.0, 11.0, 5.5);
  dv_scene_fill (frame->scene, frame->colours.text);
  dv_scene_set_graphic (frame->scene, FALSE);
}

/* The first line of the hint is its heading. */
static void
draw_hint (Column *column)
{
  static const double sizes[] = { 34.0, 31.0, DV_SLIDE_MIN_TEXT };
  DvSlideFrame *frame = column->frame;
  g_auto (GStrv) parts = NULL;
  double room = column->bottom + 50.0 - column->y - 66.0, width = column->width - 156.0, height, y;
  DvSlideText heading = { 0 }, text = { 0 };

  if (!dv_slide_has_text (frame->slide->text))
    return;

  parts = g_strsplit (frame->slide->text, "\n", 2);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      dv_slide_text_clear (&heading);
      dv_slide_text_clear (&text);
      dv_slide_fit_text (frame, &heading, DV_FACE_DISPLAY, 600, sizes + i, 1, parts[0], width, 0.0);
      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, sizes + i, 1, parts[1], width, 0.0);
      if (parts[1] == NULL)
        text.height = 0.0;
      if (heading.height + text.height <= room)
        break;
    }

  height = heading.height + text.height + 66.0;
  y = MAX (column->y, column->bottom - height);
  dv_scene_round_rect (frame->scene, column->x, y, column->width, height, 32.0);
  dv_scene_fill (frame->scene, frame->colours.panel);
  draw_waves (frame, column->x + 40.0, y + 34.0);
  dv_slide_draw_text (frame, &heading, frame->colours.text, column->x + 116.0, y + 32.0);
  if (text.height > 0.0)
    dv_slide_draw_text (frame, &text, frame->colours.text, column->x + 116.0, y + 32.0 + heading.height);
  dv_slide_text_clear (&heading);
  dv_slide_text_clear (&text);
}

/* --- Who is here, below the page --- */

static void
draw_crowd (DvSlideFrame      *frame,
            const DvSlideItem *role,
            double             x,
            double             right,
            double             middle)
{
  guint room = (guint) MAX (floor ((right - x) / GLYPH_PITCH), 0.0);
  guint shown = role->count <= MIN (MAX_GLYPHS, room) ? role->count : MIN (SHOWN_GLYPHS, room > 2 ? room - 2 : 0);

  if (role->shape == DV_SHAPE_NONE || shown == 0)
    return;

  for (guint i = 0; i < shown; i++)
    dv_slide_draw_glyph (frame, dv_slide_glyph_of_shape (role->shape), frame->colours.text, x + i * GLYPH_PITCH,
                         middle - GLYPH / 2.0, GLYPH);
  if (shown < role->count)
    {
      g_autofree char *more = g_strdup_printf ("+%u", role->count - shown);

      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, DV_SLIDE_MIN_TEXT, more, frame->colours.dim,
                          x + shown * GLYPH_PITCH + 4.0, middle + 10.0, PANGO_ALIGN_LEFT);
    }
}

/* When the names of all roles do not fit: shapes and numbers alone. */
static void
draw_shapes (Column *column,
             double  y)
{
  DvSlideFrame *frame = column->frame;
  GPtrArray *roles = frame->slide->roles;
  double pitch = column->width / SHAPES_IN_ROW;

  for (guint i = 0; i < roles->len; i++)
    {
      const DvSlideItem *role = g_ptr_array_index (roles, i);
      g_autofree char *count = g_strdup_printf ("%u", role->count);
      double x = column->x + (i % SHAPES_IN_ROW) * pitch, top = y + (i / SHAPES_IN_ROW) * 54.0;

      dv_slide_draw_glyph (frame, dv_slide_glyph_of_shape (role->shape), frame->colours.text, x, top, GLYPH);
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, 32.0, count, frame->colours.text, x + GLYPH + 10.0,
                          top + GLYPH - 1.0, PANGO_ALIGN_LEFT);
    }
}

static double
names_height (Column *column,
              double  size,
              double  width,
              double  pitch)
{
  GPtrArray *roles = column->frame->slide->roles;
  double height = 0.0;

  for (guint i = 0; i < roles->len; i++)
    {
      const DvSlideItem *role = g_ptr_array_index (roles, i);
      DvSlideText text;

      dv_slide_fit_text (column->frame, &text, DV_FACE_DISPLAY, 400, &size, 1, role->role, width, 0.0);
      height += MAX (pitch, text.height + 6.0);
      dv_slide_text_clear (&text);
    }

  return height;
}

/* A row for each role: its name, how many, and a glyph for each of them. */
static void
draw_people (Column *column)
{
  DvSlideFrame *frame = column->frame;
  GPtrArray *roles = frame->slide->roles;
  const char *people = get_label (frame, 2);
  guint n_rows = roles->len + (dv_slide_has_text (people) ? 1 : 0);
  double room = column->bottom + 40.0 - column->y - 32.0;
  double pitch = CLAMP (room / MAX (n_rows, 1), MIN_PEOPLE, 54.0);
  double size = pitch >= 48.0 ? 32.0 : DV_SLIDE_MIN_TEXT;
  double names = 0.0, height, y;
  gboolean fits;

  if (n_rows == 0)
    return;

  for (guint i = 0; i < roles->len; i++)
    names = MAX (names, dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, size,
                                             ((DvSlideItem *) g_ptr_array_index (roles, i))->role));
  names = MIN (names + 8.0, column->width - 84.0);
  height = (n_rows - roles->len) * pitch + names_height (column, size, names, pitch);
  fits = height <= room;
  if (!fits)
    height = (n_rows - roles->len) * pitch + (roles->len + SHAPES_IN_ROW - 1) / SHAPES_IN_ROW * 54.0;
  y = MAX (column->y, column->bottom - height - 30.0);
  dv_scene_round_rect (frame->scene, column->x, y, column->width, 2.0, 1.0);
  dv_scene_fill (frame->scene, frame->colours.rule);
  y += 30.0;
  if (dv_slide_has_text (people))
    {
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, size, people, frame->colours.dim, column->x,
                          y + size, PANGO_ALIGN_LEFT);
      y += pitch;
    }
  if (!fits)
    {
      draw_shapes (column, y);
      return;
    }

  for (guint i = 0; i < roles->len; i++)
    {
      const DvSlideItem *role = g_ptr_array_index (roles, i);
      g_autofree char *count = g_strdup_printf ("%u", role->count);
      DvSlideText text;

      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, &size, 1, role->role, names, 0.0);
      dv_slide_draw_text (frame, &text, frame->colours.text, column->x, y);
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, size, count, frame->colours.text,
                          column->x + names + 64.0, y + dv_shaper_first_baseline (frame->shaper, &text.font, text.leading),
                          PANGO_ALIGN_RIGHT);
      draw_crowd (frame, role, column->x + names + 90.0, column->x + column->width, y + text.leading / 2.0);
      y += MAX (pitch, text.height + 6.0);
      dv_slide_text_clear (&text);
    }
}

/**
 * dv_slide_paint_join_wifi:
 * @frame: a scene
 *
 * Draws how to get onto the network: a QR code, its name and its password.
 */
void
dv_slide_paint_join_wifi (DvSlideFrame *frame)
{
  const DvSlideJoin *join = frame->slide->join;
  Column column;
  double indent;

  start_column (frame, join != NULL ? join->wifi_uri : NULL, &column);
  draw_step (&column);
  draw_title (&column);
  if (join != NULL)
    {
      indent = label_width (&column);
      draw_datum (&column, 0, join->network, indent, FALSE);
      draw_datum (&column, 1, join->password, indent, FALSE);
    }
  column.y += 24.0;
  draw_hint (&column);
}

/**
 * dv_slide_paint_join_page:
 * @frame: a scene
 *
 * Draws how to open the page: a QR code, its address, the code, and who is here.
 */
void
dv_slide_paint_join_page (DvSlideFrame *frame)
{
  const DvSlideJoin *join = frame->slide->join;
  Column column;
  double indent;

  start_column (frame, join != NULL ? join->page_uri : NULL, &column);
  draw_step (&column);
  draw_title (&column);
  if (join != NULL)
    {
      indent = label_width (&column);
      draw_datum (&column, 0, join->address, indent, FALSE);
      draw_datum (&column, 1, join->code, indent, TRUE);
    }
  column.y += 24.0;
  draw_people (&column);
}
