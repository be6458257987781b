/* dv-manifest-page.c
 *
 * The Manifest as a document on A4
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-manifest-page"

#include "config.h"

#include "dv-manifest-page.h"

#include <string.h>

#include "dv-document-text.h"
#include "dv-flow.h"
#include "dv-image.h"

/* The preview, the file and the tests all draw this one layout. Measures are
 * those of the design, in points: text stands 45 mm from the left, numbers
 * hang in the margin beside it.
 */

#define TEXT_X 127.5
#define TEXT_WIDTH 382.5
#define TEXT_END (TEXT_X + TEXT_WIDTH)
#define HANG_X (TEXT_X - 64.5)
#define HANG_WIDTH 46.5
#define TOP 69.0
#define BOTTOM 764.0
#define FOOT_RULE 783.9
#define FOOT_BASELINE 800.2
#define RUNNING_BASELINE 45.0
#define LOGO_WIDTH 120.0
#define LOGO_HEIGHT 40.0
#define LOGO_TOP 30.0

static const double title_sizes[] = { 52.5, 42.0, 33.0, 25.5 };

typedef struct
{
  DvTextStyle organisation;
  DvTextStyle title;
  DvTextStyle subtitle;
  DvTextStyle preamble;
  DvTextStyle heading;
  DvTextStyle label;
  DvTextStyle statement;
  DvTextStyle clause;
  DvTextStyle number;
  DvTextStyle foot;
  DvTextStyle mark;
} Styles;

struct _DvManifestLayout
{
  DvShaper *shaper;
  DvFlow *flow;
  Styles styles;
  char *language;
  char *edition;
  gboolean is_adopted;
};

static void
clause_free (gpointer data)
{
  DvManifestClause *clause = data;

  g_free (clause->id);
  g_free (clause->text);
  g_free (clause);
}

static void
article_free (gpointer data)
{
  DvManifestArticle *article = data;

  g_free (article->id);
  g_free (article->title);
  g_free (article->statement);
  g_ptr_array_unref (article->clauses);
  g_free (article);
}

/**
 * dv_manifest_text_new:
 *
 * Returns: (transfer full): the text of a Manifest without articles
 */
DvManifestText *
dv_manifest_text_new (void)
{
  DvManifestText *text = g_new0 (DvManifestText, 1);

  text->articles = g_ptr_array_new_with_free_func (article_free);

  return text;
}

/**
 * dv_manifest_text_free:
 * @text: (transfer full): the text of a Manifest
 */
void
dv_manifest_text_free (DvManifestText *text)
{
  g_free (text->language);
  g_free (text->organisation);
  g_free (text->title);
  g_free (text->subtitle);
  g_free (text->edition);
  g_free (text->date);
  g_free (text->author);
  g_free (text->preamble);
  g_free (text->logo_alt);
  g_clear_pointer (&text->logo, g_bytes_unref);
  g_ptr_array_unref (text->articles);
  g_free (text);
}

/**
 * dv_manifest_text_add_article:
 * @text: the text of a Manifest
 * @id: (nullable): to find the article again
 * @title: its heading
 * @statement: (nullable): the sentence below it
 * @colour: number of its value, from 1, or 0
 *
 * Returns: (transfer none): the new last article
 */
DvManifestArticle *
dv_manifest_text_add_article (DvManifestText *text,
                              const char     *id,
                              const char     *title,
                              const char     *statement,
                              guint           colour)
{
  DvManifestArticle *article = g_new0 (DvManifestArticle, 1);

  article->id = g_strdup (id);
  article->title = g_strdup (title);
  article->statement = g_strdup (statement);
  article->colour = colour;
  article->clauses = g_ptr_array_new_with_free_func (clause_free);
  g_ptr_array_add (text->articles, article);

  return article;
}

/**
 * dv_manifest_article_add_clause:
 * @article: an article
 * @id: (nullable): to find the clause again
 * @text: its text
 *
 * Adds a clause after the others of @article.
 */
void
dv_manifest_article_add_clause (DvManifestArticle *article,
                                const char        *id,
                                const char        *text)
{
  DvManifestClause *clause = g_new0 (DvManifestClause, 1);

  clause->id = g_strdup (id);
  clause->text = g_strdup (text);
  g_ptr_array_add (article->clauses, clause);
}

static void
styles_init (Styles *styles)
{
  DvSurface paper = dv_palette_surface (FALSE);

  *styles = (Styles){
    .organisation = { { DV_FACE_UI, 8.25, 500, FALSE, 0.0 }, 12.0, paper.dim },
    .title = { { DV_FACE_BOOK, title_sizes[0], 500, FALSE, -0.015 }, 57.0, paper.text },
    .subtitle = { { DV_FACE_BOOK, 16.5, 400, TRUE, 0.0 }, 22.5, paper.dim },
    .preamble = { { DV_FACE_BOOK, 12.75, 400, FALSE, 0.0 }, 19.5, paper.text },
    .heading = { { DV_FACE_BOOK, 21.75, 600, FALSE, -0.005 }, 25.5, paper.text },
    .label = { { DV_FACE_UI, 8.25, 500, FALSE, 0.0 }, 12.0, paper.dim },
    .statement = { { DV_FACE_BOOK, 11.625, 400, TRUE, 0.0 }, 17.25, paper.text },
    .clause = { { DV_FACE_BOOK, 11.625, 400, FALSE, 0.0 }, 17.25, paper.text },
    .number = { { DV_FACE_BOOK, 10.875, 400, FALSE, 0.0 }, 17.25, paper.dim },
    .foot = { { DV_FACE_UI, 8.25, 400, FALSE, 0.0 }, 11.25, paper.dim },
    .mark = { { DV_FACE_UI, 9.75, 700, FALSE, 0.0 }, 12.0, paper.text },
  };
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static DvFlowCell
text_cell (const DvTextStyle *style,
           const char        *text)
{
  return (DvFlowCell){ .style = style, .text = text, .x = TEXT_X, .width = TEXT_WIDTH };
}

static DvFlowCell
hanging_cell (const DvTextStyle *style,
              const char        *text)
{
  return (DvFlowCell){ .style = style, .text = text, .x = HANG_X, .width = HANG_WIDTH, .alignment = PANGO_ALIGN_RIGHT };
}

static void
add_text (DvFlow      *flow,
          DvFlowBlock  block,
          DvFlowCell   cell)
{
  dv_flow_add (flow, &block, &cell, 1);
}

static void
add_logo (DvManifestLayout     *self,
          const DvManifestText *text)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image;
  DvTextStyle style = self->styles.label;
  DvFlowBlock block = { .kind = DV_FLOW_FIGURE, .keep_next = TRUE };
  DvFlowCell cell = { .style = &style, .text = text->logo_alt, .x = TEXT_END - LOGO_WIDTH,
                      .width = LOGO_WIDTH, .alignment = PANGO_ALIGN_RIGHT };

  image = dv_image_new_from_png (text->logo, &error);
  if (image == NULL)
    {
      /* The page is worth more than its logo. */
      g_info ("logo: %s", error->message);
      return;
    }

  style.leading = LOGO_HEIGHT;
  block.image = image;
  dv_flow_add (self->flow, &block, &cell, 1);
  cairo_surface_destroy (image);
}

/* A long title steps down until its words fit and it takes two lines at most. */
static void
fit_title (DvManifestLayout *self,
           const char       *title)
{
  DvTextStyle *style = &self->styles.title;

  for (guint i = 0; i < G_N_ELEMENTS (title_sizes); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;

      style->font.size = title_sizes[i];
      style->leading = title_sizes[i] * 57.0 / 52.5;
      layout = dv_shaper_layout (self->shaper, &style->font, title, TEXT_WIDTH, PANGO_ALIGN_LEFT);
      if (pango_layout_get_line_count (layout) <= 2 &&
          dv_shaper_words_fit (self->shaper, &style->font, title, TEXT_WIDTH))
        return;
    }
}

static void
add_title (DvManifestLayout     *self,
           const DvManifestText *text)
{
  const char *title = has_text (text->title) ? text->title : dv_document_text (text->language, DV_TEXT_MANIFEST);
  DvFlowCell head[] = {
    hanging_cell (&self->styles.mark, text->is_adopted ? NULL : dv_document_text (text->language, DV_TEXT_CONCEPT)),
    text_cell (&self->styles.organisation, or_empty (text->organisation)),
  };
  DvFlowBlock head_block = { .kind = DV_FLOW_PARAGRAPH, .keep_next = TRUE, .main_cell = 1 };
  DvFlowCell cell;

  if (text->logo != NULL)
    add_logo (self, text);
  if (has_text (text->organisation) || !text->is_adopted)
    dv_flow_add (self->flow, &head_block, head, G_N_ELEMENTS (head));

  fit_title (self, title);
  cell = text_cell (&self->styles.title, title);
  /* Optical: the first letter's stem over the edge of the text. */
  cell.x -= 0.057 * self->styles.title.font.size;
  add_text (self->flow,
            (DvFlowBlock){ .kind = DV_FLOW_HEADING_1, .before = 6.0, .keep_next = TRUE, .outline = title },
            cell);

  if (has_text (text->subtitle))
    add_text (self->flow, (DvFlowBlock){ .kind = DV_FLOW_PARAGRAPH },
              text_cell (&self->styles.subtitle, text->subtitle));
}

static void
add_preamble (DvManifestLayout *self,
              const char       *preamble)
{
  g_auto (GStrv) paragraphs = g_strsplit (preamble, "\n", -1);
  double before = 22.5;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (*g_strstrip (paragraphs[i]) == '\0')
        continue;
      add_text (self->flow, (DvFlowBlock){ .kind = DV_FLOW_PARAGRAPH, .before = before },
                text_cell (&self->styles.preamble, paragraphs[i]));
      before = 9.75;
    }
}

static void
add_clause (DvManifestLayout       *self,
            const DvManifestClause *clause,
            guint                   article,
            guint                   number)
{
  g_autofree char *label = g_strdup_printf ("%u.%u", article, number);
  DvFlowCell cells[] = {
    hanging_cell (&self->styles.number, label),
    text_cell (&self->styles.clause, or_empty (clause->text)),
  };
  DvFlowBlock block = {
    .kind = DV_FLOW_ITEM, .key = clause->id, .before = number == 1 ? 6.75 : 3.75, .group = article, .main_cell = 1
  };

  dv_flow_add (self->flow, &block, cells, G_N_ELEMENTS (cells));
}

static void
add_article (DvManifestLayout        *self,
             const DvManifestArticle *article,
             guint                    number,
             const char              *language)
{
  g_autofree char *label = dv_document_text_article (language, number);
  g_autofree char *outline = g_strdup_printf ("%s %s", label, or_empty (article->title));
  DvTextStyle heading = self->styles.heading;
  DvFlowCell cells[] = { hanging_cell (&self->styles.label, label), text_cell (&heading, or_empty (article->title)) };
  DvFlowBlock block = {
    .kind = DV_FLOW_HEADING_2, .key = article->id, .outline = outline, .before = 23.25, .group = number,
    .keep_next = has_text (article->statement) || article->clauses->len > 0, .main_cell = 1
  };

  if (article->colour > 0)
    heading.colour = dv_palette_value (article->colour, FALSE).ink;
  cells[0].rise = 3.4;
  dv_flow_add (self->flow, &block, cells, G_N_ELEMENTS (cells));

  if (has_text (article->statement))
    add_text (self->flow,
              (DvFlowBlock){ .kind = DV_FLOW_PARAGRAPH, .before = 3.0, .group = number,
                             .keep_next = article->clauses->len > 0 },
              text_cell (&self->styles.statement, article->statement));

  for (guint i = 0; i < article->clauses->len; i++)
    add_clause (self, g_ptr_array_index (article->clauses, i), number, i + 1);
}

/**
 * dv_manifest_layout_new:
 * @text: what is on the pages; not kept
 *
 * Returns: (transfer full): the pages
 */
DvManifestLayout *
dv_manifest_layout_new (const DvManifestText *text)
{
  DvManifestLayout *self = g_new0 (DvManifestLayout, 1);
  DvFlowPage page = {
    .width = DV_MANIFEST_PAGE_WIDTH,
    .height = DV_MANIFEST_PAGE_HEIGHT,
    .frame = { text->logo != NULL ? LOGO_TOP : TOP, TOP, BOTTOM },
  };

  self->language = g_strdup (text->language);
  self->is_adopted = text->is_adopted;
  self->edition = dv_document_text_edition (text->language, text->is_adopted, text->edition, text->date);
  self->shaper = dv_shaper_new (text->language);
  self->flow = dv_flow_new (self->shaper, &page);
  styles_init (&self->styles);

  add_title (self, text);
  if (has_text (text->preamble))
    add_preamble (self, text->preamble);
  for (guint i = 0; i < text->articles->len; i++)
    add_article (self, g_ptr_array_index (text->articles, i), i + 1, text->language);
  if (text->articles->len == 0)
    add_text (self->flow, (DvFlowBlock){ .kind = DV_FLOW_PARAGRAPH, .before = 23.25 },
              text_cell (&self->styles.statement, dv_document_text (text->language, DV_TEXT_NO_ARTICLES)));

  return self;
}

/**
 * dv_manifest_layout_free:
 * @self: (transfer full): pages
 */
void
dv_manifest_layout_free (DvManifestLayout *self)
{
  dv_flow_free (self->flow);
  dv_shaper_free (self->shaper);
  g_free (self->language);
  g_free (self->edition);
  g_free (self);
}

/**
 * dv_manifest_layout_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are, at least 1
 */
guint
dv_manifest_layout_get_n_pages (DvManifestLayout *self)
{
  return dv_flow_get_n_pages (self->flow);
}

static void
set_colour (cairo_t  *cr,
            DvColour  colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
paint_foot (DvManifestLayout *self,
            cairo_t          *cr,
            DvPdfDoc         *doc,
            guint             page)
{
  g_autofree char *numbers = dv_document_text_page (self->language, page + 1, dv_flow_get_n_pages (self->flow));
  const DvFont *font = &self->styles.foot.font;

  dv_pdf_doc_begin (doc, DV_PDF_ARTIFACT);
  set_colour (cr, dv_palette_surface (FALSE).rule);
  cairo_set_line_width (cr, 0.56);
  cairo_move_to (cr, TEXT_X, FOOT_RULE);
  cairo_line_to (cr, TEXT_END, FOOT_RULE);
  cairo_stroke (cr);

  set_colour (cr, self->styles.foot.colour);
  dv_shaper_paint_text (self->shaper, cr, font, self->edition, TEXT_X, FOOT_BASELINE, PANGO_ALIGN_LEFT);
  dv_shaper_paint_text (self->shaper, cr, font, numbers, TEXT_END, FOOT_BASELINE, PANGO_ALIGN_RIGHT);
  if (page > 0 && !self->is_adopted)
    {
      set_colour (cr, self->styles.mark.colour);
      dv_shaper_paint_text (self->shaper, cr, &self->styles.mark.font,
                            dv_document_text (self->language, DV_TEXT_CONCEPT),
                            HANG_X + HANG_WIDTH, RUNNING_BASELINE, PANGO_ALIGN_RIGHT);
    }
  dv_pdf_doc_end (doc);
}

/**
 * dv_manifest_layout_draw_page:
 * @self: pages
 * @cr: where to draw, in points; the paper is left as it is
 * @page: a page, from 0
 */
void
dv_manifest_layout_draw_page (DvManifestLayout *self,
                              cairo_t          *cr,
                              guint             page)
{
  dv_flow_paint (self->flow, cr, NULL, page);
  paint_foot (self, cr, NULL, page);
}

/**
 * dv_manifest_layout_find:
 * @self: pages
 * @id: id of an article or clause
 * @nth: which part of it, from 0: a clause may go on over the page
 * @page: (out): its page, from 0
 * @x: (out): left side on that page, in points
 * @y: (out): top
 * @width: (out): width
 * @height: (out): height
 *
 * Returns: whether there is such a part
 */
gboolean
dv_manifest_layout_find (DvManifestLayout *self,
                         const char       *id,
                         guint             nth,
                         guint            *page,
                         double           *x,
                         double           *y,
                         double           *width,
                         double           *height)
{
  for (guint i = 0; i < dv_flow_get_n_pages (self->flow); i++)
    {
      guint n_pieces;
      const DvPiece *pieces = dv_flow_get_page (self->flow, i, &n_pieces);

      for (guint j = 0; j < n_pieces; j++)
        {
          if (g_strcmp0 (dv_flow_get_key (self->flow, pieces[j].box), id) != 0 || id == NULL)
            continue;
          if (nth-- > 0)
            continue;
          *page = i;
          *x = HANG_X;
          *y = pieces[j].y;
          *width = TEXT_END - HANG_X;
          *height = pieces[j].height;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dv_manifest_layout_at:
 * @self: pages
 * @page: a page, from 0
 * @x: a place on it, in points
 * @y: the same
 *
 * Returns: (nullable) (transfer none): id of the article or clause there
 */
const char *
dv_manifest_layout_at (DvManifestLayout *self,
                       guint             page,
                       double            x,
                       double            y)
{
  guint n_pieces;
  const DvPiece *pieces = dv_flow_get_page (self->flow, page, &n_pieces);

  if (x < HANG_X || x > TEXT_END)
    return NULL;

  for (guint i = 0; i < n_pieces; i++)
    if (y >= pieces[i].y && y < pieces[i].y + pieces[i].height)
      return dv_flow_get_key (self->flow, pieces[i].box);

  return NULL;
}

/**
 * dv_manifest_export_pdf:
 * @text: what is on the pages
 * @error: return location for an error
 *
 * Returns: (transfer full): a PDF file, or %NULL with a %G_IO_ERROR set
 */
GBytes *
dv_manifest_export_pdf (const DvManifestText  *text,
                        GError               **error)
{
  g_autoptr (DvManifestLayout) layout = dv_manifest_layout_new (text);
  g_autoptr (DvPdfDoc) doc = NULL;
  guint n_pages = dv_manifest_layout_get_n_pages (layout);
  DvPdfInfo info = {
    .title = has_text (text->title) ? text->title : dv_document_text (text->language, DV_TEXT_MANIFEST),
    .author = has_text (text->author) ? text->author : text->organisation,
    .subject = text->subtitle,
    .language = text->language,
    .date = text->date,
  };

  doc = dv_pdf_doc_new (DV_MANIFEST_PAGE_WIDTH, DV_MANIFEST_PAGE_HEIGHT, &info);
  for (guint i = 0; i < n_pages; i++)
    {
      if (i > 0)
        dv_pdf_doc_next_page (doc);
      dv_flow_paint (layout->flow, dv_pdf_doc_get_cairo (doc), doc, i);
      paint_foot (layout, dv_pdf_doc_get_cairo (doc), doc, i);
      dv_flow_release (layout->flow, i);
    }

  return dv_pdf_doc_finish (doc, error);
}
