/* dv-list-page.c
 *
 * What the printed lists share: title, tables and foot on A4
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-list-page"

#include "config.h"

#include "dv-list-page.h"

#include "dv-document-text.h"

/* A4, in points. */
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.89
#define TOP 56.7
#define BOTTOM 770.0
#define FOOT_RULE 783.9
#define FOOT_BASELINE 800.2
#define WIDTH (DV_LIST_PAGE_RIGHT - DV_LIST_PAGE_LEFT)

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_line (DvListPage        *self,
          DvFlowKind         kind,
          const DvTextStyle *style,
          const char        *text,
          double             before,
          gboolean           keep_next)
{
  DvFlowCell cell = { .style = style, .text = text, .x = DV_LIST_PAGE_LEFT, .width = WIDTH };
  DvFlowBlock block = { .kind = kind, .before = before, .keep_next = keep_next, .group = self->group };

  if (kind != DV_FLOW_PARAGRAPH)
    block.outline = text;
  dv_flow_add (self->flow, &block, &cell, 1);
}

/**
 * dv_list_page_new:
 * @info: what the document is called; strings have to outlive it
 *
 * Returns: (transfer full): a document with its title
 */
DvListPage *
dv_list_page_new (const DvListInfo *info)
{
  DvListPage *self = g_new0 (DvListPage, 1);
  DvSurface paper = dv_palette_surface (FALSE);
  DvTextStyle title = { { DV_FACE_BOOK, 30.0, 600, FALSE, 0.0 }, 37.5, paper.text };
  DvTextStyle subtitle = { { DV_FACE_UI, 10.0, 400, FALSE, 0.0 }, 15.0, paper.dim };
  DvFlowPage page = { PAGE_WIDTH, PAGE_HEIGHT, { TOP, TOP, BOTTOM }, DV_LIST_PAGE_LEFT, DV_LIST_PAGE_RIGHT, paper.rule };

  self->info = *info;
  self->shaper = dv_shaper_new (info->language);
  self->flow = dv_flow_new (self->shaper, &page);
  self->heading = (DvTextStyle){ { DV_FACE_BOOK, 18.0, 600, FALSE, 0.0 }, 24.0, paper.text };
  self->head = (DvTextStyle){ { DV_FACE_UI, 8.0, 500, FALSE, 0.0 }, 12.0, paper.dim };
  self->text = (DvTextStyle){ { DV_FACE_UI, 9.5, 400, FALSE, 0.0 }, 13.5, paper.text };
  self->strong = (DvTextStyle){ { DV_FACE_UI, 9.5, 600, FALSE, 0.0 }, 13.5, paper.text };
  self->meta = (DvTextStyle){ { DV_FACE_UI, 8.0, 400, FALSE, 0.0 }, 13.5, paper.dim };

  add_line (self, DV_FLOW_HEADING_1, &title, info->title, 0.0, TRUE);
  if (has_text (info->subtitle))
    add_line (self, DV_FLOW_PARAGRAPH, &subtitle, info->subtitle, 0.0, FALSE);

  return self;
}

/**
 * dv_list_page_free:
 * @self: (transfer full): a document
 */
void
dv_list_page_free (DvListPage *self)
{
  dv_flow_free (self->flow);
  dv_shaper_free (self->shaper);
  g_free (self);
}

/**
 * dv_list_page_begin_group:
 * @self: a document
 *
 * What is added until dv_list_page_end_group() shares a page, if one holds it.
 */
void
dv_list_page_begin_group (DvListPage *self)
{
  self->group = ++self->n_groups;
}

/**
 * dv_list_page_end_group:
 * @self: a document
 */
void
dv_list_page_end_group (DvListPage *self)
{
  self->group = 0;
}

/**
 * dv_list_page_add_heading:
 * @self: a document
 * @text: a heading
 * @colour: its colour
 *
 * Begins a part of the list.
 */
void
dv_list_page_add_heading (DvListPage *self,
                          const char *text,
                          DvColour    colour)
{
  DvTextStyle style = self->heading;

  style.colour = colour;
  add_line (self, DV_FLOW_HEADING_2, &style, text, 20.0, TRUE);
}

/**
 * dv_list_page_add_note:
 * @self: a document
 * @text: a sentence
 *
 * Adds a sentence below a heading; it stays with what follows.
 */
void
dv_list_page_add_note (DvListPage *self,
                       const char *text)
{
  add_line (self, DV_FLOW_PARAGRAPH, &self->meta, text, 2.0, TRUE);
}

/**
 * dv_list_page_add_row:
 * @self: a document
 * @is_head: whether it heads the rows that follow
 * @main_cell: whose lines the row counts
 * @cells: its cells
 * @n_cells: how many
 *
 * Adds a row, ruled below.
 */
void
dv_list_page_add_row (DvListPage       *self,
                      gboolean          is_head,
                      guint             main_cell,
                      const DvFlowCell *cells,
                      guint             n_cells)
{
  DvFlowBlock block = { .kind = is_head ? DV_FLOW_HEAD_ROW : DV_FLOW_ROW, .before = is_head ? 6.0 : 0.0,
                        .pad_top = 2.6, .pad_bottom = 2.6, .keep_next = is_head, .ruled = TRUE,
                        .main_cell = main_cell, .group = self->group };

  dv_flow_add (self->flow, &block, cells, n_cells);
}

static void
paint_foot (DvListPage *self,
            DvPdfDoc   *doc,
            guint       page,
            guint       n_pages)
{
  cairo_t *cr = dv_pdf_doc_get_cairo (doc);
  g_autofree char *numbers = dv_document_text_page (self->info.language, page + 1, n_pages);
  g_autofree char *date = dv_document_text_date (self->info.language, self->info.date);
  DvSurface paper = dv_palette_surface (FALSE);

  dv_pdf_doc_begin (doc, DV_PDF_ARTIFACT);
  cairo_set_source_rgb (cr, paper.rule.red, paper.rule.green, paper.rule.blue);
  cairo_set_line_width (cr, 0.56);
  cairo_move_to (cr, DV_LIST_PAGE_LEFT, FOOT_RULE);
  cairo_line_to (cr, DV_LIST_PAGE_RIGHT, FOOT_RULE);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, paper.dim.red, paper.dim.green, paper.dim.blue);
  dv_shaper_paint_text (self->shaper, cr, &self->meta.font, date, DV_LIST_PAGE_LEFT, FOOT_BASELINE, PANGO_ALIGN_LEFT);
  dv_shaper_paint_text (self->shaper, cr, &self->meta.font, numbers, DV_LIST_PAGE_RIGHT, FOOT_BASELINE, PANGO_ALIGN_RIGHT);
  dv_pdf_doc_end (doc);
}

/**
 * dv_list_page_export:
 * @self: a document
 * @error: return location for an error
 *
 * Returns: (transfer full): a PDF file, or %NULL with a %G_IO_ERROR set
 */
GBytes *
dv_list_page_export (DvListPage *self,
                     GError    **error)
{
  DvPdfInfo info = { self->info.title, self->info.author, self->info.subtitle, self->info.language, self->info.date };
  g_autoptr (DvPdfDoc) doc = dv_pdf_doc_new (PAGE_WIDTH, PAGE_HEIGHT, &info);
  guint n_pages = dv_flow_get_n_pages (self->flow);

  for (guint i = 0; i < n_pages; i++)
    {
      dv_flow_paint (self->flow, dv_pdf_doc_get_cairo (doc), doc, i);
      paint_foot (self, doc, i, n_pages);
      dv_flow_release (self->flow, i);
      dv_pdf_doc_next_page (doc);
    }

  return dv_pdf_doc_finish (doc, error);
}
