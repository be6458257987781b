/* dv-flow.c
 *
 * Flowing text: headings, paragraphs, lists and tables on pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-flow"

#include "config.h"

#include "dv-flow.h"

#include "dv-links.h"

/* A flow is filled block by block, divided over pages when first asked for
 * one, and then painted page by page. Texts are shaped once, to count their
 * lines, and the glyphs are kept for painting as long as they are not too
 * many: beyond SHAPED_LIMIT a text is shaped again when its page is painted,
 * so that memory does not grow with the document.
 */

#define SHAPED_LIMIT (640 * 1024) /* bytes of text whose glyphs are kept: about 25 MB */
#define GLYPH_EM 0.86             /* size of a glyph beside text, in em */

typedef struct
{
  DvTextStyle style;
  char *text;          /* (nullable) */
  PangoLayout *layout; /* (nullable): see SHAPED_LIMIT */
  PangoAlignment alignment;
  DvGlyph glyph;
  double x;
  double width;
  double rise;
  double bar;
  int n_lines;
} Cell;

typedef struct
{
  DvFlowBlock block; /* with strings and image of its own */
  guint first_cell;
  guint n_cells;
  int n_lines;
  int head; /* index of the head row of its table, or -1 */
} Block;

struct _DvFlow
{
  DvShaper *shaper; /* borrowed */
  DvFlowPage page;
  GArray *blocks;   /* Block */
  GArray *cells;    /* Cell */
  DvPagination *pages;
  gsize shaped;     /* bytes of text whose glyphs are kept */
};

static void
block_clear (gpointer data)
{
  Block *block = data;

  g_free ((char *) block->block.key);
  g_free ((char *) block->block.outline);
  g_clear_pointer (&block->block.image, cairo_surface_destroy);
}

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_clear_object (&cell->layout);
}

static Block *
get_block (DvFlow *self,
           guint   index)
{
  return &g_array_index (self->blocks, Block, index);
}

static Cell *
get_cell (DvFlow *self,
          Block  *block,
          guint   index)
{
  return &g_array_index (self->cells, Cell, block->first_cell + index);
}

static PangoLayout *
shape (DvFlow *self,
       Cell   *cell)
{
  PangoLayout *layout;

  layout = dv_shaper_layout (self->shaper, &cell->style.font, cell->text, cell->width, cell->alignment);
  dv_links_mark (layout, cell->text);

  return layout;
}

static void
measure_cell (DvFlow *self,
              Cell   *cell)
{
  g_autoptr (PangoLayout) layout = NULL;
  gsize length = cell->text != NULL ? strlen (cell->text) : 0;

  cell->n_lines = 1;
  if (length == 0)
    return;

  layout = shape (self, cell);
  cell->n_lines = pango_layout_get_line_count (layout);
  if (self->shaped + length <= SHAPED_LIMIT)
    {
      self->shaped += length;
      cell->layout = g_steal_pointer (&layout);
    }
}

static gboolean
is_row (DvFlowKind kind)
{
  return kind == DV_FLOW_ROW || kind == DV_FLOW_HEAD_ROW;
}

/* The head row this block stands under, if it is in the same table. */
static int
find_head (DvFlow     *self,
           DvFlowKind  kind)
{
  Block *previous;

  if (kind != DV_FLOW_ROW || self->blocks->len == 0)
    return -1;

  previous = get_block (self, self->blocks->len - 1);
  if (previous->block.kind == DV_FLOW_HEAD_ROW)
    return (int) self->blocks->len - 1;

  return previous->block.kind == DV_FLOW_ROW ? previous->head : -1;
}

static double
block_leading (DvFlow *self,
               Block  *block)
{
  return get_cell (self, block, block->block.main_cell)->style.leading;
}

static gboolean
is_row_at (DvFlow *self,
           guint   index)
{
  return index < self->blocks->len && get_block (self, index)->block.kind == DV_FLOW_ROW;
}

/* The first row of a table is not the last on its page, and the last not the
 * first: neither would show that it is part of one. */
static gboolean
keeps_next (DvFlow *self,
            guint   index)
{
  if (get_block (self, index)->block.keep_next)
    return TRUE;

  return is_row_at (self, index) && is_row_at (self, index + 1) &&
         (index == 0 || !is_row_at (self, index - 1) || !is_row_at (self, index + 2));
}

static void
ensure_pages (DvFlow *self)
{
  g_autofree DvBox *boxes = NULL;

  if (self->pages != NULL)
    return;

  boxes = g_new0 (DvBox, self->blocks->len + 1);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = get_block (self, i);

      boxes[i].before = block->block.before;
      boxes[i].pad_top = block->block.pad_top;
      boxes[i].pad_bottom = block->block.pad_bottom;
      boxes[i].leading = block_leading (self, block);
      boxes[i].n_lines = block->n_lines;
      boxes[i].keep_next = keeps_next (self, i);
      boxes[i].group = block->block.group;
      boxes[i].repeat = block->head;
    }
  self->pages = dv_paginate (boxes, self->blocks->len, &self->page.frame);
}

/**
 * dv_flow_new:
 * @shaper: shapes the texts; outlives the flow
 * @page: measures of a page
 *
 * Returns: (transfer full): an empty flow
 */
DvFlow *
dv_flow_new (DvShaper         *shaper,
             const DvFlowPage *page)
{
  DvFlow *self = g_new0 (DvFlow, 1);

  self->shaper = shaper;
  self->page = *page;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->blocks, block_clear);
  g_array_set_clear_func (self->cells, cell_clear);

  return self;
}

/**
 * dv_flow_free:
 * @self: (transfer full): a flow
 */
void
dv_flow_free (DvFlow *self)
{
  g_clear_pointer (&self->pages, dv_pagination_free);
  g_array_unref (self->blocks);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * dv_flow_add:
 * @self: a flow that was not asked for pages yet
 * @block: what comes next; strings are copied
 * @cells: its texts, in reading order; strings are copied
 * @n_cells: how many, at least 1
 */
void
dv_flow_add (DvFlow            *self,
             const DvFlowBlock *block,
             const DvFlowCell  *cells,
             guint              n_cells)
{
  Block added = { *block, self->cells->len, n_cells, 1, find_head (self, block->kind) };

  g_return_if_fail (self->pages == NULL);
  g_return_if_fail (n_cells > 0 && block->main_cell < n_cells);

  added.block.key = g_strdup (block->key);
  added.block.outline = g_strdup (block->outline);
  if (block->image != NULL)
    cairo_surface_reference (block->image);

  for (guint i = 0; i < n_cells; i++)
    {
      Cell cell = { *cells[i].style, g_strdup (cells[i].text), NULL, cells[i].alignment, cells[i].glyph,
                    cells[i].x, cells[i].width, cells[i].rise, cells[i].bar, 1 };

      if (block->kind != DV_FLOW_FIGURE)
        measure_cell (self, &cell);
      added.n_lines = MAX (added.n_lines, cell.n_lines);
      g_array_append_val (self->cells, cell);
    }
  g_array_append_val (self->blocks, added);
}

/**
 * dv_flow_get_key:
 * @self: a flow
 * @block: a block, from 0
 *
 * Returns: (nullable) (transfer none): the key it was added with
 */
const char *
dv_flow_get_key (DvFlow *self,
                 guint   block)
{
  return get_block (self, block)->block.key;
}

/**
 * dv_flow_get_n_pages:
 * @self: a flow
 *
 * Returns: how many pages it takes, at least 1
 */
guint
dv_flow_get_n_pages (DvFlow *self)
{
  ensure_pages (self);

  return dv_pagination_get_n_pages (self->pages);
}

/**
 * dv_flow_get_page:
 * @self: a flow
 * @page: a page, from 0
 * @n_pieces: (out): how many pieces it has
 *
 * Returns: (transfer none): what stands where on that page
 */
const DvPiece *
dv_flow_get_page (DvFlow *self,
                  guint   page,
                  guint  *n_pieces)
{
  ensure_pages (self);

  return dv_pagination_get_page (self->pages, page, n_pieces);
}

static void
set_colour (cairo_t  *cr,
            DvColour  colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static gboolean
is_decoration (Cell *cell)
{
  return cell->glyph != DV_GLYPH_NONE || cell->bar > 0.0;
}

static gboolean
is_same_list (DvFlowKind a,
              DvFlowKind b)
{
  return (a == DV_FLOW_ITEM && b == DV_FLOW_ITEM) || (is_row (a) && b == DV_FLOW_ROW);
}

/* Lists and tables are not blocks: they begin with the first of a series of
 * items or rows and end with the last.
 */
static gboolean
opens_series (DvFlow *self,
              guint   index)
{
  DvFlowKind kind = get_block (self, index)->block.kind;

  if (kind != DV_FLOW_ITEM && !is_row (kind))
    return FALSE;

  return index == 0 || !is_same_list (get_block (self, index - 1)->block.kind, kind);
}

static gboolean
closes_series (DvFlow *self,
               guint   index)
{
  DvFlowKind kind = get_block (self, index)->block.kind;

  if (kind != DV_FLOW_ITEM && !is_row (kind))
    return FALSE;

  return index + 1 == self->blocks->len || !is_same_list (kind, get_block (self, index + 1)->block.kind);
}

/* Where and in which element a part of a text is painted. */
typedef struct
{
  cairo_t *cr;
  DvPdfDoc *doc;     /* (nullable) */
  double baseline;
  double leading;
  int from;
  int to;
  gboolean in_spans; /* the element around has, or may get, children */
} Spot;

/* Ends of the page cut an element: what painted is ended, its parent goes on,
 * so a text that is not whole on its page is painted in spans.
 */
static void
paint_text (DvFlow *self,
            Cell   *cell,
            Spot   *spot)
{
  g_autoptr (PangoLayout) layout = NULL;
  int to = MIN (spot->to, cell->n_lines);

  if (cell->text == NULL || *cell->text == '\0' || spot->from >= to)
    return;

  layout = cell->layout != NULL ? g_object_ref (cell->layout) : shape (self, cell);
  set_colour (spot->cr, cell->style.colour);
  if (dv_links_has_any (cell->text))
    {
      dv_links_paint_lines (spot->cr, spot->doc, layout, cell->x, spot->baseline - cell->rise,
                            spot->leading, spot->from, to, cell->style.font.size);
      return;
    }
  if (spot->in_spans)
    dv_pdf_doc_begin (spot->doc, DV_PDF_SPAN);
  dv_shaper_paint_lines (spot->cr, layout, cell->x, spot->baseline - cell->rise, spot->leading, spot->from, to);
  if (spot->in_spans)
    dv_pdf_doc_end (spot->doc);
}

static void
paint_decoration (Cell *cell,
                  Spot *spot)
{
  double size = cell->style.font.size;

  if (spot->from > 0)
    return;

  set_colour (spot->cr, cell->style.colour);
  if (cell->glyph != DV_GLYPH_NONE)
    {
      double side = size * GLYPH_EM;

      dv_glyph_paint (spot->cr, cell->glyph, cell->x, spot->baseline - cell->rise - side * 0.9, side);
    }
  if (cell->bar > 0.0)
    {
      cairo_rectangle (spot->cr, cell->x, spot->baseline - size * 0.62, cell->width * MIN (cell->bar, 1.0), size * 0.55);
      cairo_fill (spot->cr);
    }
}

static void
paint_decorations (DvFlow        *self,
                   Block         *block,
                   const DvPiece *piece,
                   Spot          *spot)
{
  gboolean has_any = block->block.ruled && piece->to == block->n_lines;

  for (guint i = 0; i < block->n_cells; i++)
    has_any = has_any || is_decoration (get_cell (self, block, i));
  if (!has_any)
    return;

  dv_pdf_doc_begin (spot->doc, DV_PDF_ARTIFACT);
  for (guint i = 0; i < block->n_cells; i++)
    if (is_decoration (get_cell (self, block, i)))
      paint_decoration (get_cell (self, block, i), spot);
  if (block->block.ruled && piece->to == block->n_lines)
    {
      set_colour (spot->cr, self->page.rule_colour);
      cairo_set_line_width (spot->cr, 0.5);
      cairo_move_to (spot->cr, self->page.rule_from, piece->y + piece->height);
      cairo_line_to (spot->cr, self->page.rule_to, piece->y + piece->height);
      cairo_stroke (spot->cr);
    }
  dv_pdf_doc_end (spot->doc);
}

static void
paint_cell (DvFlow    *self,
            Cell      *cell,
            Spot      *spot,
            DvPdfRole  role)
{
  if (is_decoration (cell))
    return;

  spot->in_spans = FALSE;
  dv_pdf_doc_begin (spot->doc, role);
  paint_text (self, cell, spot);
  dv_pdf_doc_end (spot->doc);
}

static void
paint_row (DvFlow *self,
           Block  *block,
           Spot   *spot)
{
  DvPdfRole role = block->block.kind == DV_FLOW_HEAD_ROW ? DV_PDF_COLUMN_HEADER : DV_PDF_CELL;

  /* A row that goes on over the page is another row to a reader. */
  dv_pdf_doc_begin (spot->doc, DV_PDF_ROW);
  for (guint i = 0; i < block->n_cells; i++)
    paint_cell (self, get_cell (self, block, i), spot, role);
  dv_pdf_doc_end (spot->doc);
}

static void
paint_item (DvFlow *self,
            Block  *block,
            Spot   *spot)
{
  gboolean begins = spot->from == 0;
  gboolean ends = spot->to == block->n_lines;

  if (begins)
    {
      dv_pdf_doc_begin (spot->doc, DV_PDF_ITEM);
      paint_cell (self, get_cell (self, block, 0), spot, DV_PDF_LABEL);
      dv_pdf_doc_begin (spot->doc, DV_PDF_BODY);
    }
  spot->in_spans = !(begins && ends && block->n_cells == 2);
  for (guint i = 1; i < block->n_cells; i++)
    if (!is_decoration (get_cell (self, block, i)))
      paint_text (self, get_cell (self, block, i), spot);
  if (ends)
    {
      dv_pdf_doc_end (spot->doc);
      dv_pdf_doc_end (spot->doc);
    }
}

static void
paint_plain (DvFlow    *self,
             Block     *block,
             Spot      *spot,
             DvPdfRole  role)
{
  gboolean begins = spot->from == 0;
  gboolean ends = spot->to == block->n_lines;

  spot->in_spans = !(begins && ends && block->n_cells == 1);
  if (begins)
    dv_pdf_doc_begin (spot->doc, role);
  for (guint i = 0; i < block->n_cells; i++)
    if (!is_decoration (get_cell (self, block, i)))
      paint_text (self, get_cell (self, block, i), spot);
  if (ends)
    dv_pdf_doc_end (spot->doc);
}

static void
paint_figure (DvFlow        *self,
              Block         *block,
              const DvPiece *piece,
              Spot          *spot)
{
  Cell *cell = get_cell (self, block, 0);
  double width = cairo_image_surface_get_width (block->block.image);
  double height = cairo_image_surface_get_height (block->block.image);
  double scale = MIN (cell->width / width, piece->height / height);
  double x = cell->x;

  if (cell->alignment == PANGO_ALIGN_RIGHT)
    x += cell->width - width * scale;

  /* An image nobody described is decoration. */
  if (cell->text != NULL && *cell->text != '\0')
    dv_pdf_doc_begin_figure (spot->doc, cell->text);
  else
    dv_pdf_doc_begin (spot->doc, DV_PDF_ARTIFACT);
  cairo_save (spot->cr);
  cairo_translate (spot->cr, x, piece->y);
  cairo_scale (spot->cr, scale, scale);
  cairo_set_source_surface (spot->cr, block->block.image, 0.0, 0.0);
  /* Not painted all over: Cairo 1.16 then forgets what was drawn before, with
   * the tags around it, and crashes when the document is ended. */
  cairo_rectangle (spot->cr, 0.0, 0.0, width, height);
  cairo_fill (spot->cr);
  cairo_restore (spot->cr);
  dv_pdf_doc_end (spot->doc);
}

static void
paint_content (DvFlow        *self,
               Block         *block,
               const DvPiece *piece,
               Spot          *spot)
{
  switch (block->block.kind)
    {
    case DV_FLOW_HEADING_1:
      paint_plain (self, block, spot, DV_PDF_HEADING_1);
      break;
    case DV_FLOW_HEADING_2:
      paint_plain (self, block, spot, DV_PDF_HEADING_2);
      break;
    case DV_FLOW_HEADING_3:
      paint_plain (self, block, spot, DV_PDF_HEADING_3);
      break;
    case DV_FLOW_ITEM:
      paint_item (self, block, spot);
      break;
    case DV_FLOW_HEAD_ROW:
    case DV_FLOW_ROW:
      paint_row (self, block, spot);
      break;
    case DV_FLOW_FIGURE:
      paint_figure (self, block, piece, spot);
      break;
    case DV_FLOW_PARAGRAPH:
    default:
      paint_plain (self, block, spot, DV_PDF_PARAGRAPH);
      break;
    }
}

/* A table head shown again on the next page is there for the eye only. */
static void
paint_repeated (DvFlow        *self,
                Block         *block,
                const DvPiece *piece,
                Spot          *spot)
{
  DvPdfDoc *doc = g_steal_pointer (&spot->doc);

  dv_pdf_doc_begin (doc, DV_PDF_ARTIFACT);
  paint_decorations (self, block, piece, spot);
  paint_content (self, block, piece, spot);
  dv_pdf_doc_end (doc);
}

static void
paint_piece (DvFlow        *self,
             cairo_t       *cr,
             DvPdfDoc      *doc,
             const DvPiece *piece)
{
  Block *block = get_block (self, piece->box);
  Cell *main_cell = get_cell (self, block, block->block.main_cell);
  Spot spot = { cr, doc, piece->y, main_cell->style.leading, piece->from, piece->to, FALSE };
  double drop = dv_shaper_first_baseline (self->shaper, &main_cell->style.font, main_cell->style.leading);

  spot.baseline += drop + (piece->from == 0 ? block->block.pad_top : 0.0);
  if (piece->repeated)
    {
      paint_repeated (self, block, piece, &spot);
      return;
    }

  if (piece->from == 0 && block->block.outline != NULL)
    dv_pdf_doc_add_outline (doc, (guint) block->block.kind + 1, block->block.outline, main_cell->x, piece->y);
  if (piece->from == 0 && opens_series (self, piece->box))
    dv_pdf_doc_begin (doc, is_row (block->block.kind) ? DV_PDF_TABLE : DV_PDF_LIST);
  paint_decorations (self, block, piece, &spot);
  paint_content (self, block, piece, &spot);
  if (piece->to == block->n_lines && closes_series (self, piece->box))
    dv_pdf_doc_end (doc);
}

/**
 * dv_flow_paint:
 * @self: a flow
 * @cr: where to paint, in points
 * @doc: (nullable): the document @cr draws, to say what is what. Then pages
 *   have to be painted once each and in order
 * @page: a page, from 0
 */
void
dv_flow_paint (DvFlow   *self,
               cairo_t  *cr,
               DvPdfDoc *doc,
               guint     page)
{
  guint n_pieces;
  const DvPiece *pieces = dv_flow_get_page (self, page, &n_pieces);

  for (guint i = 0; i < n_pieces; i++)
    paint_piece (self, cr, doc, &pieces[i]);
}

/**
 * dv_flow_release:
 * @self: a flow
 * @page: a page, from 0
 *
 * Forgets the glyphs of @page, which is not going to be painted again soon.
 */
void
dv_flow_release (DvFlow *self,
                 guint   page)
{
  guint n_pieces;
  const DvPiece *pieces = dv_flow_get_page (self, page, &n_pieces);

  for (guint i = 0; i < n_pieces; i++)
    {
      Block *block = get_block (self, pieces[i].box);

      for (guint j = 0; j < block->n_cells; j++)
        {
          Cell *cell = get_cell (self, block, j);

          if (cell->layout != NULL)
            self->shaped -= strlen (cell->text);
          g_clear_object (&cell->layout);
        }
    }
}
