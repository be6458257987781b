/* dv-slide-manifest.c
 *
 * An article and the whole Manifest on the projector
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-manifest"

#include "config.h"

#include "dv-slide-blocks.h"

/* Both are set in the face of the printed Manifest, so that people recognise
 * on paper what they saw. One article is read from the back row and set large;
 * the whole is an overview, in two columns where the screen is wide enough.
 */

#define META_BASELINE 92.0
#define META_SIZE 32.0
#define CONTENT_TOP 304.0
#define CLAUSE_INDENT 120.0
#define CLAUSE_SIZE 50.0
#define CLAUSE_LEADING 68.0
#define LEAD_SIZE 46.0
#define MEASURE 1560.0 /* longer lines are hard to read */

#define COLUMN_GAP 96.0
#define TWO_COLUMNS 1680.0
#define SMALL_INDENT 88.0
#define SMALL_SIZE 36.0
#define SMALL_LEADING 48.0

static const double title_sizes[] = { 112.0, 96.0, 80.0, 64.0, 56.0, 48.0 };

static const DvFont meta_font = { DV_FACE_DISPLAY, META_SIZE, 400, FALSE, 0.0 };

/* Draws a title of at most two lines; returns where it ends. */
static double
draw_title (DvSlideFrame *frame,
            const char   *title,
            DvColour      colour,
            double        top,
            double        width)
{
  for (guint i = 0; i < G_N_ELEMENTS (title_sizes); i++)
    {
      DvFont font = { DV_FACE_BOOK, title_sizes[i], 600, FALSE, -0.01 };
      double leading = font.size * 1.1;
      g_autoptr (PangoLayout) layout = dv_shaper_layout (frame->shaper, &font, title, width, PANGO_ALIGN_LEFT);
      int n_lines = pango_layout_get_line_count (layout);
      gboolean is_last = i + 1 == G_N_ELEMENTS (title_sizes);

      if (!is_last && (n_lines > (i < 3 ? 1 : 2) || !dv_shaper_words_fit (frame->shaper, &font, title, width)))
        continue;
      dv_scene_paragraph (frame->scene, layout, &font, colour, DV_SLIDE_MARGIN,
                          top + dv_shaper_first_baseline (frame->shaper, &font, leading), leading);
      return top + n_lines * leading;
    }

  return top;
}

/* The small line, the title and the timer; returns where the text begins. */
static double
draw_book_head (DvSlideFrame *frame)
{
  const DvSlide *slide = frame->slide;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN, bottom;

  width -= dv_slide_draw_corner (frame);
  if (slide->meta != NULL)
    dv_scene_text (frame->scene, &meta_font, frame->colours.dim, slide->meta, DV_SLIDE_MARGIN, META_BASELINE,
                   PANGO_ALIGN_LEFT);
  bottom = draw_title (frame, slide->title != NULL ? slide->title : "", frame->value.ink, META_BASELINE + 12.0, width);

  return MAX (CONTENT_TOP, bottom + 40.0);
}

static void
add_clauses (DvSlideFrame  *frame,
             DvSlideBlocks *blocks)
{
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);
      gboolean is_lead = (item->marks & DV_MARK_LEAD) != 0;
      DvSlideBlock block = {
        .font = { DV_FACE_BOOK, is_lead ? LEAD_SIZE : CLAUSE_SIZE, 400, is_lead, 0.0 },
        .leading = CLAUSE_LEADING,
        .colour = frame->colours.text,
        .text = item->text,
        .indent = is_lead ? 0.0 : CLAUSE_INDENT,
        .label = is_lead ? NULL : item->label,
        .label_font = { DV_FACE_BOOK, 42.0, 400, FALSE, 0.0 },
        .label_colour = frame->colours.dim,
        .before = i > 0 ? 24.0 : 0.0,
        .is_heading = is_lead,
        .part = item->id,
      };

      if (i > 0 && (((const DvSlideItem *) g_ptr_array_index (frame->slide->items, i - 1))->marks & DV_MARK_LEAD) != 0)
        block.before = 40.0;
      dv_slide_blocks_add (blocks, &block);
    }
}

/**
 * dv_slide_paint_article:
 * @frame: where to draw
 *
 * An article: its statement as lead, its clauses with their numbers. A long
 * article goes on, on further pages, between two clauses.
 */
void
dv_slide_paint_article (DvSlideFrame *frame)
{
  const DvSlideItem *spotlight = dv_slide_get_spotlight (frame->slide);
  g_autoptr (DvSlideBlocks) blocks = dv_slide_blocks_new (frame);
  double top = draw_book_head (frame), right = frame->width - DV_SLIDE_MARGIN, bottom = dv_slide_get_bottom (frame, TRUE);

  if (spotlight != NULL)
    {
      dv_slide_draw_spotlight (frame, top, right, bottom, spotlight);
      return;
    }

  add_clauses (frame, blocks);
  dv_slide_set_pages (frame, dv_slide_blocks_flow (blocks, MIN (right - DV_SLIDE_MARGIN, MEASURE), bottom - top));
  dv_slide_blocks_draw (blocks, frame->page, DV_SLIDE_MARGIN, top);
  dv_slide_draw_foot (frame);
}

static void
add_preamble (DvSlideFrame  *frame,
              DvSlideBlocks *blocks)
{
  DvSlideBlock block = {
    .font = { DV_FACE_BOOK, 42.0, 400, FALSE, 0.0 },
    .leading = 58.0,
    .colour = frame->colours.text,
    .text = frame->slide->text,
  };

  dv_slide_blocks_add (blocks, &block);
}

static void
add_article (DvSlideFrame      *frame,
             DvSlideBlocks     *blocks,
             const DvSlideItem *item,
             guint              group)
{
  gboolean has_statement = dv_slide_has_text (item->detail);
  DvSlideBlock heading = {
    .font = { DV_FACE_BOOK, 50.0, 600, FALSE, -0.005 },
    .leading = 60.0,
    .colour = dv_palette_value ((guint) MAX (item->number, 0), frame->is_dark).ink,
    .text = item->text,
    .indent = SMALL_INDENT,
    .label = item->label,
    .label_font = { DV_FACE_BOOK, 50.0, 600, FALSE, 0.0 },
    .label_colour = frame->colours.dim,
    .before = 60.0,
    .group = group,
    .is_heading = TRUE,
    .part = item->id,
  };
  DvSlideBlock statement = {
    .font = { DV_FACE_BOOK, SMALL_SIZE, 400, TRUE, 0.0 },
    .leading = SMALL_LEADING,
    .colour = frame->colours.text,
    .text = item->detail,
    .indent = SMALL_INDENT,
    .before = 10.0,
    .group = group,
    .is_heading = TRUE,
    .part = item->id,
  };

  dv_slide_blocks_add (blocks, &heading);
  if (has_statement)
    dv_slide_blocks_add (blocks, &statement);
}

static void
add_clause (DvSlideFrame      *frame,
            DvSlideBlocks     *blocks,
            const DvSlideItem *item,
            guint              group)
{
  DvSlideBlock block = {
    .font = { DV_FACE_BOOK, SMALL_SIZE, 400, FALSE, 0.0 },
    .leading = SMALL_LEADING,
    .colour = frame->colours.text,
    .text = item->text,
    .indent = SMALL_INDENT,
    .label = item->label,
    .label_font = { DV_FACE_BOOK, 33.0, 400, FALSE, 0.0 },
    .label_colour = frame->colours.dim,
    .before = 14.0,
    .group = group,
    .part = item->id,
  };

  dv_slide_blocks_add (blocks, &block);
}

static void
add_articles (DvSlideFrame  *frame,
              DvSlideBlocks *blocks)
{
  guint group = 0;

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);

      if ((item->marks & DV_MARK_LEAD) != 0)
        add_article (frame, blocks, item, ++group);
      else
        add_clause (frame, blocks, item, group);
    }
}

/* The first page: what it is, and the preamble. Returns how many pages that
 * takes, and draws the one asked for if it is one of them. */
static guint
paint_title_pages (DvSlideFrame *frame,
                   guint         page)
{
  const DvSlide *slide = frame->slide;
  g_autoptr (DvSlideBlocks) blocks = dv_slide_blocks_new (frame);
  DvSlideBlock subtitle = {
    .font = { DV_FACE_BOOK, 50.0, 400, TRUE, 0.0 },
    .leading = 64.0,
    .colour = frame->colours.dim,
    .text = slide->subtitle,
    .is_heading = TRUE,
  };
  double width = MIN (frame->width - 2.0 * DV_SLIDE_MARGIN, 1400.0), top = 264.0, bottom = dv_slide_get_bottom (frame, TRUE);
  guint n_pages;

  dv_slide_blocks_add (blocks, &subtitle);
  if (dv_slide_has_text (slide->text))
    {
      DvSlideBlock space = { .font = subtitle.font, .leading = 40.0, .colour = subtitle.colour, .text = " ",
                             .is_heading = TRUE };

      if (dv_slide_has_text (slide->subtitle))
        dv_slide_blocks_add (blocks, &space);
      add_preamble (frame, blocks);
    }
  n_pages = dv_slide_blocks_flow (blocks, width, bottom - top);
  if (page < n_pages)
    {
      top = draw_book_head (frame) - CONTENT_TOP + top;
      dv_slide_blocks_draw (blocks, page, DV_SLIDE_MARGIN, top);
    }

  return n_pages;
}

static void
draw_running_head (DvSlideFrame *frame)
{
  DvFont font = { DV_FACE_BOOK, 40.0, 600, FALSE, 0.0 };

  if (dv_slide_has_text (frame->slide->title))
    {
      g_autoptr (PangoLayout) layout = dv_shaper_layout (frame->shaper, &font, frame->slide->title,
                                                         frame->width - 2.0 * DV_SLIDE_MARGIN, PANGO_ALIGN_LEFT);

      /* A reminder of where we are: a title of several lines is there on the
       * first page only. */
      if (pango_layout_get_line_count (layout) == 1)
        dv_scene_paragraph (frame->scene, layout, &font, frame->colours.dim, DV_SLIDE_MARGIN, 96.0, 48.0);
    }
}

/**
 * dv_slide_paint_manifest:
 * @frame: where to draw
 *
 * The whole Manifest: a page with its title and preamble, then its articles,
 * each in one column as long as it fits in one.
 */
void
dv_slide_paint_manifest (DvSlideFrame *frame)
{
  const DvSlideItem *spotlight = dv_slide_get_spotlight (frame->slide);
  g_autoptr (DvSlideBlocks) blocks = dv_slide_blocks_new (frame);
  guint n_columns = frame->width >= TWO_COLUMNS ? 2 : 1, n_title, n_used, first;
  double content = frame->width - 2.0 * DV_SLIDE_MARGIN, top = 152.0, bottom = dv_slide_get_bottom (frame, TRUE);
  double width = (content - (n_columns - 1) * COLUMN_GAP) / n_columns;

  if (spotlight != NULL)
    {
      draw_running_head (frame);
      dv_slide_draw_spotlight (frame, top, frame->width - DV_SLIDE_MARGIN, bottom, spotlight);
      return;
    }

  add_articles (frame, blocks);
  n_used = frame->slide->items->len > 0 ? dv_slide_blocks_flow (blocks, width, bottom - top) : 0;
  n_title = paint_title_pages (frame, G_MAXUINT);
  dv_slide_set_pages (frame, n_title + (n_used + n_columns - 1) / n_columns);

  if (frame->page < n_title)
    {
      paint_title_pages (frame, frame->page);
    }
  else
    {
      draw_running_head (frame);
      first = (frame->page - n_title) * n_columns;
      for (guint i = 0; i < n_columns && first + i < n_used; i++)
        dv_slide_blocks_draw (blocks, first + i, DV_SLIDE_MARGIN + i * (width + COLUMN_GAP), top);
    }
  dv_slide_draw_foot (frame);
}
