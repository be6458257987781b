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
#define LEAD_PART 0.92 /* of the size of clauses */
#define MEASURE 1680.0 /* longer lines are hard to read */

#define COLUMN_GAP 96.0
#define TWO_COLUMNS 1680.0

/* The largest of these at which an article takes no more pages than at the
 * last, and the same for the whole Manifest. */
static const double clause_sizes[] = { 64.0, 58.0, 54.0, 50.0 };
static const double book_sizes[] = { 44.0, 41.0, 38.0, 35.0, 32.0 };

static const double title_sizes[] = { 112.0, 96.0, 80.0, 64.0, 56.0, 48.0 };

static const DvFont meta_font = { DV_FACE_DISPLAY, META_SIZE, 400, FALSE, 0.0 };

/* Sets a title of at most two lines, if it goes; returns where it ends. */
static double
draw_title (DvSlideFrame *frame,
            const char   *title,
            double        top,
            double        width,
            gboolean      is_drawn)
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
      if (is_drawn)
        dv_scene_paragraph (frame->scene, layout, &font, frame->value.ink, DV_SLIDE_MARGIN,
                            top + dv_shaper_first_baseline (frame->shaper, &font, leading), leading);
      return top + n_lines * leading;
    }

  return top;
}

/* The small line, the title and the timer; returns where the text begins. */
static double
draw_book_head (DvSlideFrame *frame,
                gboolean      is_drawn)
{
  const DvSlide *slide = frame->slide;
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN, bottom;

  if (dv_slide_has_text (slide->timer))
    width -= DV_SLIDE_CORNER_WIDTH + DV_SLIDE_GAP;
  if (is_drawn)
    dv_slide_draw_corner (frame);
  if (is_drawn && slide->meta != NULL)
    dv_scene_text (frame->scene, &meta_font, frame->colours.dim, slide->meta, DV_SLIDE_MARGIN, META_BASELINE,
                   PANGO_ALIGN_LEFT);
  bottom = draw_title (frame, slide->title != NULL ? slide->title : "", META_BASELINE + 12.0, width, is_drawn);

  return MAX (CONTENT_TOP, bottom + 40.0);
}

static void
add_clauses (DvSlideFrame  *frame,
             DvSlideBlocks *blocks,
             double         size)
{
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);
      gboolean is_lead = (item->marks & DV_MARK_LEAD) != 0;
      DvSlideBlock block = {
        .font = { DV_FACE_BOOK, is_lead ? size * LEAD_PART : size, 400, is_lead, 0.0 },
        .leading = size * 1.36,
        .colour = frame->colours.text,
        .text = item->text,
        .indent = is_lead ? 0.0 : size * 2.3,
        .label = is_lead ? NULL : item->label,
        .label_font = { DV_FACE_BOOK, size * 0.84, 400, FALSE, 0.0 },
        .label_colour = frame->colours.dim,
        .before = i > 0 ? size * 0.5 : 0.0,
        .is_heading = is_lead,
        .is_balanced = TRUE,
        .part = item->id,
      };

      if (i > 0 && (((const DvSlideItem *) g_ptr_array_index (frame->slide->items, i - 1))->marks & DV_MARK_LEAD) != 0)
        block.before = size * 0.8;
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
  g_autoptr (DvSlideBlocks) blocks = NULL;
  double top = draw_book_head (frame, TRUE), right = frame->width - DV_SLIDE_MARGIN, bottom = dv_slide_get_bottom (frame, TRUE);
  double width = MIN (right - DV_SLIDE_MARGIN, MEASURE);

  if (spotlight != NULL)
    {
      dv_slide_draw_spotlight (frame, top, right, bottom, spotlight);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (clause_sizes); i++)
    {
      guint n_pages;

      g_clear_pointer (&blocks, dv_slide_blocks_free);
      blocks = dv_slide_blocks_new (frame);
      add_clauses (frame, blocks, clause_sizes[i]);
      n_pages = dv_slide_blocks_flow (blocks, width, bottom - top);
      dv_slide_set_pages (frame, n_pages);
      if (n_pages == 1)
        break;
    }
  dv_slide_blocks_draw (blocks, frame->page, DV_SLIDE_MARGIN, top);
  dv_slide_draw_foot (frame);
}

static void
add_article (DvSlideFrame      *frame,
             DvSlideBlocks     *blocks,
             const DvSlideItem *item,
             guint              group,
             double             size)
{
  gboolean has_statement = dv_slide_has_text (item->detail);
  DvSlideBlock heading = {
    .font = { DV_FACE_BOOK, size * 1.4, 600, FALSE, -0.005 },
    .leading = size * 1.7,
    .colour = dv_palette_value ((guint) MAX (item->number, 0), frame->is_dark).ink,
    .text = item->text,
    .indent = size * 2.35,
    .label = item->label,
    .label_font = { DV_FACE_BOOK, size * 1.4, 600, FALSE, 0.0 },
    .label_colour = frame->colours.dim,
    .before = size * 1.5,
    .group = group,
    .is_heading = TRUE,
    .part = item->id,
  };
  DvSlideBlock statement = {
    .font = { DV_FACE_BOOK, size, 400, TRUE, 0.0 },
    .leading = size * 1.32,
    .colour = frame->colours.text,
    .text = item->detail,
    .indent = size * 2.35,
    .before = size * 0.2,
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
            guint              group,
            double             size)
{
  DvSlideBlock block = {
    .font = { DV_FACE_BOOK, size, 400, FALSE, 0.0 },
    .leading = size * 1.32,
    .colour = frame->colours.text,
    .text = item->text,
    .indent = size * 2.35,
    .label = item->label,
    .label_font = { DV_FACE_BOOK, size * 0.92, 400, FALSE, 0.0 },
    .label_colour = frame->colours.dim,
    .before = size * 0.36,
    .group = group,
    .is_balanced = TRUE,
    .part = item->id,
  };

  dv_slide_blocks_add (blocks, &block);
}

static void
add_articles (DvSlideFrame  *frame,
              DvSlideBlocks *blocks,
              double         size)
{
  guint group = 0;

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);

      if ((item->marks & DV_MARK_LEAD) != 0)
        add_article (frame, blocks, item, ++group, size);
      else
        add_clause (frame, blocks, item, group, size);
    }
}

static DvSlideBlocks *
make_title_blocks (DvSlideFrame *frame,
                   double        size)
{
  const DvSlide *slide = frame->slide;
  DvSlideBlocks *blocks = dv_slide_blocks_new (frame);
  DvSlideBlock subtitle = {
    .font = { DV_FACE_BOOK, 50.0, 400, TRUE, 0.0 },
    .leading = 64.0,
    .colour = frame->colours.dim,
    .text = slide->subtitle,
    .is_heading = TRUE,
  };
  DvSlideBlock preamble = {
    .font = { DV_FACE_BOOK, size, 400, FALSE, 0.0 },
    .leading = size * 1.4,
    .colour = frame->colours.text,
    .text = slide->text,
    .before = 44.0,
    .is_balanced = TRUE,
  };

  dv_slide_blocks_add (blocks, &subtitle);
  dv_slide_blocks_add (blocks, &preamble);

  return blocks;
}

/* What it is, and the preamble, as large as fits on one page. Returns how many
 * pages that takes, and draws the one asked for if it is one of them. */
static guint
paint_title_pages (DvSlideFrame *frame,
                   guint         page)
{
  static const double sizes[] = { 60.0, 54.0, 48.0, 42.0 };
  double width = MIN (frame->width - 2.0 * DV_SLIDE_MARGIN, 1560.0), bottom = dv_slide_get_bottom (frame, TRUE);
  double top = draw_book_head (frame, FALSE) - 44.0;
  guint n_pages = 1;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DvSlideBlocks) blocks = make_title_blocks (frame, sizes[i]);

      n_pages = dv_slide_blocks_flow (blocks, width, bottom - top);
      if (n_pages > 1 && i + 1 < G_N_ELEMENTS (sizes))
        continue;
      if (page < n_pages)
        {
          draw_book_head (frame, TRUE);
          dv_slide_blocks_draw (blocks, page, DV_SLIDE_MARGIN, top);
        }
      break;
    }

  return n_pages;
}

/* The articles, as large as goes on as few pages as the smallest size takes;
 * @n_used is the number of columns. */
static DvSlideBlocks *
make_articles (DvSlideFrame *frame,
               double        width,
               double        height,
               guint         n_columns,
               guint        *n_used)
{
  guint fewest = G_MAXUINT;
  DvSlideBlocks *blocks = NULL;

  if (frame->slide->items->len == 0)
    {
      *n_used = 0;
      return dv_slide_blocks_new (frame);
    }

  for (guint i = G_N_ELEMENTS (book_sizes); i-- > 0;)
    {
      DvSlideBlocks *larger = dv_slide_blocks_new (frame);
      guint n;

      add_articles (frame, larger, book_sizes[i]);
      n = dv_slide_blocks_flow (larger, width, height);
      if (blocks != NULL && (n + n_columns - 1) / n_columns > fewest)
        {
          dv_slide_blocks_free (larger);
          break;
        }
      fewest = (n + n_columns - 1) / n_columns;
      g_clear_pointer (&blocks, dv_slide_blocks_free);
      blocks = larger;
      *n_used = n;
    }

  return blocks;
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
  g_autoptr (DvSlideBlocks) blocks = NULL;
  guint n_columns = frame->width >= TWO_COLUMNS ? 2 : 1, n_title, n_used, first;
  double content = frame->width - 2.0 * DV_SLIDE_MARGIN, top = 152.0, bottom = dv_slide_get_bottom (frame, TRUE);
  double width = (content - (n_columns - 1) * COLUMN_GAP) / n_columns;

  if (spotlight != NULL)
    {
      draw_running_head (frame);
      dv_slide_draw_spotlight (frame, top, frame->width - DV_SLIDE_MARGIN, bottom, spotlight);
      return;
    }

  blocks = make_articles (frame, width, bottom - top, n_columns, &n_used);
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
