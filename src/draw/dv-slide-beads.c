/* dv-slide-beads.c
 *
 * All contributions as a string of beads, in groups by page
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-beads"

#include "config.h"

#include "dv-slide-beads.h"

#include <math.h>

#define HEIGHT 40.0
#define BEAD 21.0
#define BEAD_GAP 8.0
#define GROUP_PADDING 9.0
#define GROUP_GAP 8.0
#define MAX_BEADS 42
#define PILL_GAP 8.0
#define MIN_PILL 8.0
#define MAX_PILL 56.0
#define NUMBER_WIDTH 170.0

/* Beads of a page without any would be a gap: then there are no beads. */
static gboolean
has_beads (DvSlideFrame *frame,
           GArray       *places,
           double        width)
{
  guint n_pages = frame->n_pages;

  if (places->len > MAX_BEADS || places->len != frame->slide->items->len)
    return FALSE;

  return places->len * (BEAD + BEAD_GAP) + n_pages * (2.0 * GROUP_PADDING + GROUP_GAP - BEAD_GAP) <= width;
}

static void
draw_bead (DvSlideFrame      *frame,
           const DvSlideItem *item,
           gboolean           is_here,
           double             x,
           double             y)
{
  DvColour colour = is_here ? frame->colours.text : frame->colours.dim;

  if ((item->marks & (DV_MARK_STAR | DV_MARK_CHOSEN)) != 0)
    colour = frame->value.ink;
  if (item->shape != DV_SHAPE_NONE)
    {
      dv_slide_draw_glyph (frame, dv_slide_glyph_of_shape (item->shape), colour, x, y, BEAD);
      return;
    }

  /* A role that is not told: smaller than any shape. */
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_round_rect (frame->scene, x + BEAD / 2.0 - 5.0, y + BEAD / 2.0 - 5.0, 10.0, 10.0, 5.0);
  dv_scene_fill (frame->scene, colour);
  dv_scene_set_graphic (frame->scene, FALSE);
}

static guint
count_on_page (GArray *places,
               guint   page)
{
  guint count = 0;

  for (guint i = 0; i < places->len; i++)
    count += g_array_index (places, DvSlidePlace, i).page == page ? 1 : 0;

  return count;
}

static void
draw_string (DvSlideFrame *frame,
             GArray       *places,
             double        y)
{
  double x = DV_SLIDE_MARGIN - 2.0;
  guint page = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const DvSlidePlace *place = &g_array_index (places, DvSlidePlace, i);
      gboolean is_here = place->page == frame->page;

      if (i > 0 && place->page != page)
        x += 2.0 * GROUP_PADDING + GROUP_GAP - BEAD_GAP;
      if (is_here && (i == 0 || place->page != page))
        {
          guint count = count_on_page (places, place->page);

          dv_scene_round_rect (frame->scene, x, y, count * (BEAD + BEAD_GAP) - BEAD_GAP + 2.0 * GROUP_PADDING, HEIGHT,
                               12.0);
          dv_scene_fill (frame->scene, dv_palette_value ((guint) MAX (frame->slide->number, 0), frame->is_dark).tint2);
        }
      page = place->page;
      draw_bead (frame, g_ptr_array_index (frame->slide->items, place->item), is_here, x + GROUP_PADDING,
                 y + (HEIGHT - BEAD) / 2.0);
      x += BEAD + BEAD_GAP;
    }
}

static void
draw_bar (DvSlideFrame *frame,
          DvColour      colour,
          double        x,
          double        y,
          double        width,
          double        height)
{
  dv_scene_set_graphic (frame->scene, TRUE);
  dv_scene_round_rect (frame->scene, x, y, width, height, MIN (width, height) / 2.0);
  dv_scene_fill (frame->scene, colour);
  dv_scene_set_graphic (frame->scene, FALSE);
}

/* One pill for each page, or, with very many, a line with a thumb. */
static void
draw_pills (DvSlideFrame *frame,
            double        y,
            double        right)
{
  g_autofree char *number = g_strdup_printf ("%u / %u", frame->page + 1, frame->n_pages);
  double width = right - NUMBER_WIDTH - DV_SLIDE_MARGIN;
  double pill = MIN ((width + PILL_GAP) / frame->n_pages - PILL_GAP, MAX_PILL);
  double middle = y + HEIGHT / 2.0;

  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, 30.0, number, frame->colours.dim, right, middle + 11.0,
                      PANGO_ALIGN_RIGHT);
  if (pill < MIN_PILL)
    {
      double thumb = 40.0;

      draw_bar (frame, frame->colours.dim, DV_SLIDE_MARGIN, middle - 3.0, width, 6.0);
      draw_bar (frame, frame->value.ink,
                DV_SLIDE_MARGIN + (width - thumb) * frame->page / MAX (frame->n_pages - 1, 1), middle - 12.0, thumb, 24.0);
      return;
    }
  for (guint i = 0; i < frame->n_pages; i++)
    {
      gboolean is_here = i == frame->page;

      draw_bar (frame, is_here ? frame->value.ink : frame->colours.dim, DV_SLIDE_MARGIN + i * (pill + PILL_GAP),
                middle - (is_here ? 12.0 : 4.0), pill, is_here ? 24.0 : 8.0);
    }
}

/**
 * dv_slide_draw_beads:
 * @frame: a scene, of which the number of pages is known
 * @places: (element-type DvSlidePlace): where the items lie
 * @y: top of the string
 * @right: where it must end
 *
 * Draws one glyph for each contribution, with those of this page together; with
 * very many, one pill for each page.
 */
void
dv_slide_draw_beads (DvSlideFrame *frame,
                     GArray       *places,
                     double        y,
                     double        right)
{
  if (has_beads (frame, places, right - DV_SLIDE_MARGIN))
    draw_string (frame, places, y);
  else if (frame->n_pages > 1)
    draw_pills (frame, y, right);
}
