/* dv-slide-legend.c
 *
 * Which shape is which role, at the foot of a slide
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-legend"

#include "config.h"

#include "dv-slide-frame.h"

#define SIZE 30.0
#define GLYPH 26.0
#define GLYPH_GAP 12.0
#define ENTRY_GAP 40.0
#define LINE 44.0
#define FOOT_BOTTOM 48.0
#define PAGES_WIDTH 150.0

static char *
make_entry (const DvSlideItem *role)
{
  return g_strdup_printf ("%s %u", role->role != NULL ? role->role : "", role->count);
}

/* What stands at the right end, the number of the page included. */
static double
end_width (DvSlideFrame *frame,
           gboolean      has_pages)
{
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN, end = 0.0;

  if (dv_slide_has_text (frame->slide->foot_end))
    end = MIN (dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, SIZE, frame->slide->foot_end) + ENTRY_GAP, width * 0.45);

  return end + (has_pages ? PAGES_WIDTH : 0.0);
}

/* Entries flow over lines; @y is of the first one. Returns how many lines. */
static guint
flow_entries (DvSlideFrame *frame,
              double        y,
              gboolean      has_pages,
              gboolean      is_drawn)
{
  double right = frame->width - DV_SLIDE_MARGIN - end_width (frame, has_pages), x = DV_SLIDE_MARGIN;
  guint n_lines = frame->slide->roles->len > 0 ? 1 : 0;

  for (guint i = 0; i < frame->slide->roles->len; i++)
    {
      const DvSlideItem *role = g_ptr_array_index (frame->slide->roles, i);
      g_autofree char *entry = make_entry (role);
      DvGlyph glyph = role->shape == DV_SHAPE_NONE ? DV_GLYPH_CIRCLE : dv_slide_glyph_of_shape (role->shape);
      double width = GLYPH + GLYPH_GAP + dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, SIZE, entry);

      if (x > DV_SLIDE_MARGIN && x + width > right)
        {
          x = DV_SLIDE_MARGIN;
          y += LINE;
          n_lines++;
        }
      if (is_drawn)
        {
          dv_slide_draw_glyph (frame, glyph, frame->colours.dim, x, y + (LINE - GLYPH) / 2.0, GLYPH);
          dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, SIZE, entry, frame->colours.dim, x + GLYPH + GLYPH_GAP,
                              y + 32.0, PANGO_ALIGN_LEFT);
        }
      x += width + ENTRY_GAP;
    }

  return n_lines;
}

/**
 * dv_slide_get_legend_bottom:
 * @frame: a scene
 * @has_pages: whether there is more than one page
 *
 * Returns: the y where the content must end above a legend
 */
double
dv_slide_get_legend_bottom (DvSlideFrame *frame,
                            gboolean      has_pages)
{
  double legend = frame->height - FOOT_BOTTOM - flow_entries (frame, 0.0, has_pages, FALSE) * LINE - 52.0;

  return MIN (legend, dv_slide_get_bottom (frame, has_pages));
}

/**
 * dv_slide_draw_legend:
 * @frame: a scene, of which the number of pages is known
 *
 * Draws the roles with their shapes at the foot, and what else stands there.
 */
void
dv_slide_draw_legend (DvSlideFrame *frame)
{
  const DvSlide *slide = frame->slide;
  DvSlide without_foot = *slide;
  gboolean has_pages = frame->n_pages > 1;
  guint n_lines = flow_entries (frame, 0.0, has_pages, FALSE);

  flow_entries (frame, frame->height - FOOT_BOTTOM - n_lines * LINE + 2.0, has_pages, TRUE);
  if (n_lines > 0)
    without_foot.foot = NULL;
  frame->slide = &without_foot;
  dv_slide_draw_foot (frame);
  frame->slide = slide;
}
