/* dv-pdf-doc.c
 *
 * A PDF document in which everything drawn says what it is
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-pdf-doc"

#include "config.h"

#include "dv-pdf-doc.h"

#include <cairo-pdf.h>

/* The only file that knows Cairo's tags. Its rules, found by trying:
 *
 * - only an element without children holds painted things, so text with a link
 *   in it is a paragraph of span, link, span;
 * - whatever is painted stands in such an element or in an artifact;
 * - an artifact may begin anywhere but inside an element that paints; at the
 *   end of a page that one is ended first, its parent stays open.
 *
 * All functions but new, get_* and finish accept %NULL for the document, so
 * that the code that draws a page draws it on a screen as well.
 */

#define MAX_DEPTH 16
#define MAX_LEVELS 4

struct _DvPdfDoc
{
  cairo_surface_t *surface;
  cairo_t *cr;
  GByteArray *bytes;
  GArray *tags;                /* DvPdfTag, in the order begun */
  DvPdfRole open[MAX_DEPTH];
  guint depth;
  int outline[MAX_LEVELS + 1]; /* the latest entry of each level */
  int page;                    /* from 1 */
};

static const struct
{
  const char *name;
  gboolean paints; /* never has children */
} roles[] = {
  [DV_PDF_DOCUMENT] = { "Document", FALSE },
  [DV_PDF_HEADING_1] = { "H1", FALSE },
  [DV_PDF_HEADING_2] = { "H2", FALSE },
  [DV_PDF_HEADING_3] = { "H3", FALSE },
  [DV_PDF_PARAGRAPH] = { "P", FALSE },
  [DV_PDF_SPAN] = { "Span", TRUE },
  [DV_PDF_LIST] = { "L", FALSE },
  [DV_PDF_ITEM] = { "LI", FALSE },
  [DV_PDF_LABEL] = { "Lbl", FALSE },
  [DV_PDF_BODY] = { "LBody", FALSE },
  [DV_PDF_TABLE] = { "Table", FALSE },
  [DV_PDF_ROW] = { "TR", FALSE },
  [DV_PDF_COLUMN_HEADER] = { "TH", FALSE },
  [DV_PDF_CELL] = { "TD", FALSE },
  [DV_PDF_FIGURE] = { "Figure", TRUE },
  [DV_PDF_LINK] = { CAIRO_TAG_LINK, TRUE },
  [DV_PDF_ARTIFACT] = { "Private", TRUE },
};

/* Cairo knows artifacts since 1.18. Before that "Private" keeps the place: it
 * is the standard role for what no reader should read out.
 */
static const char *
role_name (DvPdfRole role)
{
  if (role == DV_PDF_ARTIFACT && cairo_version () >= CAIRO_VERSION_ENCODE (1, 18, 0))
    return "Artifact";

  return roles[role].name;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
tag_clear (gpointer data)
{
  g_free (((DvPdfTag *) data)->text);
}

static void
set_metadata (DvPdfDoc             *self,
              cairo_pdf_metadata_t  key,
              const char           *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (self->surface, key, value);
}

/* Cairo dates a document by the clock unless told otherwise, and the same
 * workshop must give the same bytes. An empty date leaves it out.
 */
static void
set_date (DvPdfDoc   *self,
          const char *date)
{
  g_autofree char *moment = NULL;

  moment = date != NULL && *date != '\0' ? g_strconcat (date, "T00:00:00Z", NULL) : g_strdup ("");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, moment);
}

static void
begin (DvPdfDoc   *self,
       DvPdfRole   role,
       const char *attributes,
       const char *text)
{
  DvPdfTag tag = { role, g_strdup (text) };

  g_assert (self->depth < MAX_DEPTH);
  g_assert (self->depth == 0 || !roles[self->open[self->depth - 1]].paints);

  g_array_append_val (self->tags, tag);
  self->open[self->depth++] = role;
  cairo_tag_begin (self->cr, role_name (role), attributes);
}

/**
 * dv_pdf_doc_new:
 * @width: width of a page in points
 * @height: height of a page in points
 * @info: what the document says of itself
 *
 * The document is written to memory, and is open from here on: its outermost
 * element is begun here and ended by dv_pdf_doc_finish().
 *
 * Returns: (transfer full): a document at its first page
 */
DvPdfDoc *
dv_pdf_doc_new (double           width,
                double           height,
                const DvPdfInfo *info)
{
  DvPdfDoc *self = g_new0 (DvPdfDoc, 1);

  self->page = 1;
  self->bytes = g_byte_array_new ();
  self->tags = g_array_new (FALSE, FALSE, sizeof (DvPdfTag));
  g_array_set_clear_func (self->tags, tag_clear);
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes, width, height);

  set_metadata (self, CAIRO_PDF_METADATA_TITLE, info->title);
  set_metadata (self, CAIRO_PDF_METADATA_AUTHOR, info->author);
  set_metadata (self, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  set_metadata (self, CAIRO_PDF_METADATA_CREATOR, "Draagvlak");
  set_date (self, info->date);

  self->cr = cairo_create (self->surface);
  begin (self, DV_PDF_DOCUMENT, NULL, info->language);

  return self;
}

/**
 * dv_pdf_doc_free:
 * @self: (transfer full): a document, finished or not
 */
void
dv_pdf_doc_free (DvPdfDoc *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  if (self->surface != NULL)
    cairo_surface_finish (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->tags, g_array_unref);
  g_free (self);
}

/**
 * dv_pdf_doc_get_cairo:
 * @self: a document
 *
 * Returns: (transfer none): where its current page is drawn, in points
 */
cairo_t *
dv_pdf_doc_get_cairo (DvPdfDoc *self)
{
  return self->cr;
}

/**
 * dv_pdf_doc_get_tags:
 * @self: a document
 *
 * Cairo numbers elements in the order they are begun, so this list is what a
 * later pass over the file needs to say more about each of them.
 *
 * Returns: (transfer none): an array of #DvPdfTag
 */
const GArray *
dv_pdf_doc_get_tags (DvPdfDoc *self)
{
  return self->tags;
}

/**
 * dv_pdf_doc_begin:
 * @self: (nullable): a document
 * @role: what is drawn until dv_pdf_doc_end()
 */
void
dv_pdf_doc_begin (DvPdfDoc  *self,
                  DvPdfRole  role)
{
  if (self != NULL)
    begin (self, role, NULL, NULL);
}

/**
 * dv_pdf_doc_begin_figure:
 * @self: (nullable): a document
 * @alternative: what the figure says, in words
 */
void
dv_pdf_doc_begin_figure (DvPdfDoc   *self,
                         const char *alternative)
{
  if (self != NULL)
    begin (self, DV_PDF_FIGURE, NULL, alternative);
}

/**
 * dv_pdf_doc_begin_link:
 * @self: (nullable): a document
 * @uri: where it leads
 * @x: left side of the area that leads there, in points
 * @y: its top
 * @width: its width
 * @height: its height
 *
 * Cairo writes an address as it is between brackets and reads its attributes
 * between quotes, so everything that could end either is escaped here.
 */
void
dv_pdf_doc_begin_link (DvPdfDoc   *self,
                       const char *uri,
                       double      x,
                       double      y,
                       double      width,
                       double      height)
{
  g_autofree char *safe = NULL;
  g_autofree char *attributes = NULL;
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];

  if (self == NULL)
    return;

  safe = g_uri_escape_string (uri, ":/?#[]@!$&*+,;=%", FALSE);
  g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", x);
  g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", y);
  g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", width);
  g_ascii_formatd (numbers[3], sizeof numbers[3], "%.2f", height);
  attributes = g_strdup_printf ("rect=[%s %s %s %s] uri='%s'",
                                numbers[0], numbers[1], numbers[2], numbers[3], safe);
  begin (self, DV_PDF_LINK, attributes, safe);
}

/**
 * dv_pdf_doc_end:
 * @self: (nullable): a document
 *
 * Ends what was begun last.
 */
void
dv_pdf_doc_end (DvPdfDoc *self)
{
  if (self == NULL)
    return;

  g_assert (self->depth > 0);
  cairo_tag_end (self->cr, role_name (self->open[--self->depth]));
}

/**
 * dv_pdf_doc_add_outline:
 * @self: (nullable): a document
 * @level: depth of the entry, from 1
 * @text: its text
 * @x: where it leads on the current page, in points
 * @y: the same
 *
 * A level may be skipped: the entry then hangs under the nearest one above.
 */
void
dv_pdf_doc_add_outline (DvPdfDoc   *self,
                        guint       level,
                        const char *text,
                        double      x,
                        double      y)
{
  g_autofree char *place = NULL;
  int id;

  if (self == NULL || *text == '\0')
    return;

  level = CLAMP (level, 1, MAX_LEVELS);
  place = g_strdup_printf ("page=%d pos=[%d %d]", self->page, (int) x, (int) y);
  id = cairo_pdf_surface_add_outline (self->surface, self->outline[level - 1], text, place,
                                      level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint i = level; i <= MAX_LEVELS; i++)
    self->outline[i] = id;
}

/**
 * dv_pdf_doc_next_page:
 * @self: (nullable): a document
 *
 * Ends the current page and begins another. What is open but does not paint
 * itself goes on. Not for the last page, which dv_pdf_doc_finish() ends: Cairo
 * 1.18 makes a page of the end tags that would come after it.
 */
void
dv_pdf_doc_next_page (DvPdfDoc *self)
{
  if (self == NULL)
    return;

  g_assert (self->depth == 0 || !roles[self->open[self->depth - 1]].paints);
  cairo_show_page (self->cr);
  self->page++;
}

/**
 * dv_pdf_doc_finish:
 * @self: a document in which all but the outermost element is ended
 * @error: return location for an error
 *
 * Nothing can be drawn afterwards.
 *
 * Returns: (transfer full): the file, or %NULL with a %G_IO_ERROR set if
 *   something could not be drawn
 */
GBytes *
dv_pdf_doc_finish (DvPdfDoc  *self,
                   GError   **error)
{
  cairo_status_t status;

  g_return_val_if_fail (self->cr != NULL, NULL);
  g_assert (self->depth == 1);

  dv_pdf_doc_end (self);
  status = cairo_status (self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "PDF: %s", cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
