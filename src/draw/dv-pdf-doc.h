/* dv-pdf-doc.h
 *
 * A PDF document in which everything drawn says what it is
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DvPdfDoc DvPdfDoc;

typedef enum
{
  DV_PDF_DOCUMENT,
  DV_PDF_HEADING_1,
  DV_PDF_HEADING_2,
  DV_PDF_HEADING_3,
  DV_PDF_PARAGRAPH,
  DV_PDF_SPAN,
  DV_PDF_LIST,
  DV_PDF_ITEM,
  DV_PDF_LABEL,
  DV_PDF_BODY,
  DV_PDF_TABLE,
  DV_PDF_ROW,
  DV_PDF_COLUMN_HEADER,
  DV_PDF_CELL,
  DV_PDF_FIGURE,
  DV_PDF_LINK,
  DV_PDF_ARTIFACT,
} DvPdfRole;

/* All nullable; @date is YYYY-MM-DD. */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *language;
  const char *date;
} DvPdfInfo;

/* One element of the structure, in the order they were begun. */
typedef struct
{
  DvPdfRole role;
  char *text; /* alternative of a figure, address of a link */
} DvPdfTag;

DvPdfDoc       *dv_pdf_doc_new          (double           width,
                                         double           height,
                                         const DvPdfInfo *info) G_GNUC_WARN_UNUSED_RESULT;
void            dv_pdf_doc_free         (DvPdfDoc *self);
cairo_t        *dv_pdf_doc_get_cairo    (DvPdfDoc *self);
const GArray   *dv_pdf_doc_get_tags     (DvPdfDoc *self);

void            dv_pdf_doc_begin        (DvPdfDoc  *self,
                                         DvPdfRole  role);
void            dv_pdf_doc_begin_figure (DvPdfDoc   *self,
                                         const char *alternative);
void            dv_pdf_doc_begin_link   (DvPdfDoc   *self,
                                         const char *uri,
                                         double      x,
                                         double      y,
                                         double      width,
                                         double      height);
void            dv_pdf_doc_end          (DvPdfDoc *self);
void            dv_pdf_doc_add_outline  (DvPdfDoc   *self,
                                         guint       level,
                                         const char *text,
                                         double      x,
                                         double      y);
void            dv_pdf_doc_next_page    (DvPdfDoc *self);
GBytes         *dv_pdf_doc_finish       (DvPdfDoc  *self,
                                         GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvPdfDoc, dv_pdf_doc_free)

G_END_DECLS
