/* dv-slide-flip.c
 *
 * A sheet of the flip chart on the projector
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-flip"

#include "config.h"

#include "dv-slide-blocks.h"

/* Free text, as large as it can be on one page; what does not fit at the
 * smallest of these sizes goes on, on further pages.
 */

static const double sizes[] = { 84.0, 72.0, 64.0, 56.0, 48.0, 42.0 };

#define MEASURE 1600.0

/* Lines beginning with a dash or star are points; the others paragraphs. */
static void
add_line (DvSlideFrame  *frame,
          DvSlideBlocks *blocks,
          const char    *line,
          double         size,
          gboolean       is_new_paragraph)
{
  DvSlideBlock block = {
    .font = { DV_FACE_DISPLAY, size, 500, FALSE, -0.01 },
    .leading = size * 1.3,
    .colour = frame->colours.text,
    .before = is_new_paragraph ? size * 0.7 : size * 0.22,
  };

  if (g_str_has_prefix (line, "- ") || g_str_has_prefix (line, "* ") || g_str_has_prefix (line, "• "))
    {
      line = g_utf8_next_char (line) + 1;
      block.indent = size * 0.9;
      block.label = "•";
      block.label_font = block.font;
      block.label_colour = frame->colours.dim;
    }
  block.text = line;
  dv_slide_blocks_add (blocks, &block);
}

static DvSlideBlocks *
make_blocks (DvSlideFrame *frame,
             double        size)
{
  DvSlideBlocks *blocks = dv_slide_blocks_new (frame);
  g_auto (GStrv) lines = g_strsplit (frame->slide->text != NULL ? frame->slide->text : "", "\n", -1);
  gboolean is_new = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0')
        {
          is_new = TRUE;
          continue;
        }
      add_line (frame, blocks, lines[i], size, is_new);
      is_new = FALSE;
    }

  return blocks;
}

/**
 * dv_slide_paint_flip:
 * @frame: where to draw
 *
 * The text of a sheet, large.
 */
void
dv_slide_paint_flip (DvSlideFrame *frame)
{
  double top = dv_slide_draw_headline (frame), bottom = dv_slide_get_bottom (frame, TRUE);
  double width = MIN (frame->width - 2.0 * DV_SLIDE_MARGIN, MEASURE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DvSlideBlocks) blocks = make_blocks (frame, sizes[i]);
      guint n_pages = dv_slide_blocks_flow (blocks, width, bottom - top);

      if (n_pages > 1 && i + 1 < G_N_ELEMENTS (sizes))
        continue;
      dv_slide_set_pages (frame, n_pages);
      dv_slide_blocks_draw (blocks, frame->page, DV_SLIDE_MARGIN, top);
      break;
    }
  dv_slide_draw_foot (frame);
}
