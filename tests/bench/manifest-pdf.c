/* manifest-pdf.c
 *
 * Lays out a text as a PDF with the program's own engine, to be timed
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "bench-blocks.h"
#include "dv-document-text.h"
#include "dv-flow.h"

#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.89
#define MARGIN 56.7
#define TEXT_WIDTH (PAGE_WIDTH - 2 * MARGIN)
#define INDENT 18.0
#define CELL_GAP 8.0

static const DvTextStyle text_style = { { DV_FACE_BOOK, 11.0, 400, FALSE, 0.0 }, 16.0, { .1, .1, .15 } };
static const DvTextStyle cell_style = { { DV_FACE_BOOK, 10.0, 400, FALSE, 0.0 }, 14.0, { .1, .1, .15 } };
static const DvTextStyle head_style = { { DV_FACE_BOOK, 10.0, 600, FALSE, 0.0 }, 14.0, { .1, .1, .15 } };
static const DvTextStyle foot_style = { { DV_FACE_UI, 8.0, 400, FALSE, 0.0 }, 12.0, { .3, .3, .35 } };
static const DvTextStyle heading_styles[] = {
  { { DV_FACE_BOOK, 28.0, 600, FALSE, 0.0 }, 36.0, { .1, .1, .15 } },
  { { DV_FACE_BOOK, 20.0, 600, FALSE, 0.0 }, 26.0, { .1, .1, .15 } },
  { { DV_FACE_BOOK, 14.0, 600, FALSE, 0.0 }, 20.0, { .1, .1, .15 } },
};

static void
add_heading (DvFlow     *flow,
             guint       level,
             const char *text)
{
  DvFlowCell cell = { .style = &heading_styles[level], .text = text, .x = MARGIN, .width = TEXT_WIDTH };
  DvFlowBlock block = {
    .kind = (DvFlowKind) (DV_FLOW_HEADING_1 + level), .outline = text, .before = 14.0, .keep_next = TRUE
  };

  dv_flow_add (flow, &block, &cell, 1);
}

static void
add_items (DvFlow     *flow,
           BenchBlock *block)
{
  gboolean is_numbered = strcmp (block->kind, "ol") == 0;

  for (guint i = 0; i < block->rows->len; i++)
    {
      char **row = g_ptr_array_index (block->rows, i);
      g_autofree char *label = is_numbered ? g_strdup_printf ("%u.", i + 1) : g_strdup ("•");
      DvFlowCell cells[] = {
        { .style = &text_style, .text = label, .x = MARGIN, .width = INDENT },
        { .style = &text_style, .text = row[0], .x = MARGIN + INDENT, .width = TEXT_WIDTH - INDENT },
      };
      DvFlowBlock item = { .kind = DV_FLOW_ITEM, .before = i == 0 ? 6.0 : 2.0, .main_cell = 1 };

      dv_flow_add (flow, &item, cells, G_N_ELEMENTS (cells));
    }
}

static void
add_row (DvFlow   *flow,
         char    **row,
         gboolean  is_head)
{
  guint n_cells = g_strv_length (row);
  g_autofree DvFlowCell *cells = g_new0 (DvFlowCell, n_cells);
  DvFlowBlock block = { .kind = is_head ? DV_FLOW_HEAD_ROW : DV_FLOW_ROW, .before = is_head ? 8.0 : 0.0,
                        .pad_top = 3.0, .pad_bottom = 3.0, .keep_next = is_head, .ruled = TRUE };

  for (guint i = 0; i < n_cells; i++)
    {
      cells[i].style = is_head ? &head_style : &cell_style;
      cells[i].text = row[i];
      cells[i].x = MARGIN + i * TEXT_WIDTH / n_cells;
      cells[i].width = TEXT_WIDTH / n_cells - CELL_GAP;
    }
  if (n_cells > 0)
    dv_flow_add (flow, &block, cells, n_cells);
}

static void
add_block (DvFlow     *flow,
           BenchBlock *block)
{
  static const char *const headings[] = { "title", "h1", "h2" };

  if (block->rows->len == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (block->kind, headings[i]) == 0)
      {
        add_heading (flow, i, ((char **) g_ptr_array_index (block->rows, 0))[0]);
        return;
      }

  if (strcmp (block->kind, "ul") == 0 || strcmp (block->kind, "ol") == 0)
    {
      add_items (flow, block);
    }
  else if (strcmp (block->kind, "table") == 0)
    {
      for (guint i = 0; i < block->rows->len; i++)
        add_row (flow, g_ptr_array_index (block->rows, i), i == 0);
    }
  else
    {
      DvFlowCell cell = { .style = &text_style, .text = ((char **) g_ptr_array_index (block->rows, 0))[0],
                          .x = MARGIN, .width = TEXT_WIDTH };

      dv_flow_add (flow, &(DvFlowBlock){ .kind = DV_FLOW_PARAGRAPH, .before = 6.0 }, &cell, 1);
    }
}

static GBytes *
export (DvFlow    *flow,
        DvShaper  *shaper,
        GError   **error)
{
  DvPdfInfo info = { .title = "Manifest", .author = "Draagvlak", .language = "nl" };
  g_autoptr (DvPdfDoc) doc = dv_pdf_doc_new (PAGE_WIDTH, PAGE_HEIGHT, &info);
  cairo_t *cr = dv_pdf_doc_get_cairo (doc);
  guint n_pages = dv_flow_get_n_pages (flow);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *foot = dv_document_text_page ("nl", i + 1, n_pages);

      if (i > 0)
        dv_pdf_doc_next_page (doc);
      dv_flow_paint (flow, cr, doc, i);
      dv_pdf_doc_begin (doc, DV_PDF_ARTIFACT);
      dv_shaper_paint_text (shaper, cr, &foot_style.font, foot, PAGE_WIDTH - MARGIN, PAGE_HEIGHT - 30.0, PANGO_ALIGN_RIGHT);
      dv_pdf_doc_end (doc);
      dv_flow_release (flow, i);
    }

  return dv_pdf_doc_finish (doc, error);
}

int
main (int    argc,
      char **argv)
{
  DvFlowPage page = { PAGE_WIDTH, PAGE_HEIGHT, { MARGIN, MARGIN, PAGE_HEIGHT - MARGIN }, MARGIN,
                      PAGE_WIDTH - MARGIN, { .7, .7, .75 } };
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (DvShaper) shaper = NULL;
  g_autoptr (DvFlow) flow = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: manifest-pdf IN.json OUT.pdf\n");
      return 2;
    }

  blocks = bench_blocks_load (argv[1], &error);
  if (blocks != NULL)
    {
      shaper = dv_shaper_new ("nl");
      flow = dv_flow_new (shaper, &page);
      for (guint i = 0; i < blocks->len; i++)
        add_block (flow, g_ptr_array_index (blocks, i));
      pdf = export (flow, shaper, &error);
    }
  if (pdf == NULL ||
      !g_file_set_contents (argv[2], g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error))
    {
      g_printerr ("manifest-pdf: %s\n", error->message);
      return 1;
    }

  return 0;
}
