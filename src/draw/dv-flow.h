/* dv-flow.h
 *
 * Flowing text: headings, paragraphs, lists and tables on pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-glyph.h"
#include "dv-paginate.h"
#include "dv-palette.h"
#include "dv-pdf-doc.h"
#include "dv-shaper.h"

G_BEGIN_DECLS

typedef struct _DvFlow DvFlow;

typedef enum
{
  DV_FLOW_HEADING_1,
  DV_FLOW_HEADING_2,
  DV_FLOW_HEADING_3,
  DV_FLOW_PARAGRAPH,
  DV_FLOW_ITEM,     /* first cell is the label */
  DV_FLOW_HEAD_ROW, /* of a table */
  DV_FLOW_ROW,
  DV_FLOW_FIGURE,   /* an image as high as its only line */
} DvFlowKind;

typedef struct
{
  DvFont font;
  double leading;
  DvColour colour;
} DvTextStyle;

/* A text in a block, or a small drawing beside it. Lengths in points, @x from
 * the left side of the page.
 */
typedef struct
{
  const DvTextStyle *style;
  const char *text;
  double x;
  double width;
  PangoAlignment alignment;
  double rise;         /* baseline above that of the block */
  DvGlyph glyph;       /* drawn instead of text, as decoration */
  double bar;          /* a bar this part of @width, as decoration */
} DvFlowCell;

typedef struct
{
  DvFlowKind kind;
  const char *key;        /* (nullable): to find the block again */
  const char *outline;    /* (nullable): its entry in the outline */
  double before;
  double pad_top;
  double pad_bottom;
  guint group;
  gboolean keep_next;
  gboolean ruled;         /* a line below */
  guint main_cell;        /* whose leading and baseline rule the block */
  cairo_surface_t *image; /* of a figure */
} DvFlowBlock;

typedef struct
{
  double width;
  double height;
  DvPageFrame frame;
  double rule_from; /* ends of the lines below ruled blocks */
  double rule_to;
  DvColour rule_colour;
} DvFlowPage;

DvFlow         *dv_flow_new            (DvShaper         *shaper,
                                        const DvFlowPage *page) G_GNUC_WARN_UNUSED_RESULT;
void            dv_flow_free           (DvFlow *self);
void            dv_flow_add            (DvFlow            *self,
                                        const DvFlowBlock *block,
                                        const DvFlowCell  *cells,
                                        guint              n_cells);
const char     *dv_flow_get_key        (DvFlow *self,
                                        guint   block);
guint           dv_flow_get_n_pages    (DvFlow *self);
const DvPiece  *dv_flow_get_page       (DvFlow *self,
                                        guint   page,
                                        guint  *n_pieces);
void            dv_flow_paint          (DvFlow   *self,
                                        cairo_t  *cr,
                                        DvPdfDoc *doc,
                                        guint     page);
void            dv_flow_release        (DvFlow *self,
                                        guint   page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvFlow, dv_flow_free)

G_END_DECLS
