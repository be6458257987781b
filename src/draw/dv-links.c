/* dv-links.c
 *
 * Addresses in running text, made into links
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-links"

#include "config.h"

#include "dv-links.h"

#include <string.h>

/* What a person types as an address in a sentence becomes a link: a web
 * address or a mail address. The full stop or bracket that follows is the
 * sentence's.
 */

#define PATTERN "(?:https?://|www\\.)[^\\s<>\"“”]*[^\\s<>\"“”.,;:!?)\\]'’]|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
#define UNDERLINE_DROP 0.14 /* in em, below the baseline */

static GRegex *
get_regex (void)
{
  static gsize regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, (gsize) g_regex_new (PATTERN, G_REGEX_OPTIMIZE, 0, NULL));

  return (GRegex *) regex;
}

/**
 * dv_links_find:
 * @text: valid UTF-8
 * @start: (inout): where to begin to look; then where the address begins
 * @end: (out): where it ends, in bytes
 *
 * Returns: (transfer full) (nullable): where the next address in @text leads,
 *   or %NULL if there is none
 */
char *
dv_links_find (const char *text,
               gsize      *start,
               gsize      *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *word = NULL;
  int from, to;

  if (!g_regex_match_full (get_regex (), text, -1, (int) *start, 0, &match, NULL))
    return NULL;

  g_match_info_fetch_pos (match, 0, &from, &to);
  /* A bracket that was opened in the address is closed in it. */
  if (text[to] == ')' && memchr (text + from, '(', (gsize) (to - from)) != NULL &&
      memchr (text + from, ')', (gsize) (to - from)) == NULL)
    to++;
  *start = (gsize) from;
  *end = (gsize) to;
  word = g_strndup (text + from, (gsize) (to - from));
  if (g_str_has_prefix (word, "www."))
    return g_strconcat ("https://", word, NULL);
  if (strstr (word, "://") == NULL)
    return g_strconcat ("mailto:", word, NULL);

  return g_steal_pointer (&word);
}

/**
 * dv_links_has_any:
 * @text: valid UTF-8
 *
 * Returns: whether there is an address in @text
 */
gboolean
dv_links_has_any (const char *text)
{
  /* Nearly no text has one, and this is asked of each of them. */
  if (strchr (text, '@') == NULL && strstr (text, "://") == NULL && strstr (text, "www.") == NULL)
    return FALSE;

  return g_regex_match (get_regex (), text, 0, NULL);
}

/**
 * dv_links_mark:
 * @layout: a layout of @text
 * @text: its text
 *
 * Makes each address in @layout a run of its own, so that
 * dv_links_paint_lines() can tell it from the rest.
 */
void
dv_links_mark (PangoLayout *layout,
               const char  *text)
{
  PangoAttrList *attributes;
  gsize start = 0, end = 0;
  char *uri;

  if (!dv_links_has_any (text))
    return;

  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  while ((uri = dv_links_find (text, &start, &end)) != NULL)
    {
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      underline->start_index = (guint) start;
      underline->end_index = (guint) end;
      pango_attr_list_insert (attributes, underline);
      start = end;
      g_free (uri);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* The address the byte at @offset is part of. */
static char *
uri_at (const char *text,
        gsize       offset)
{
  gsize start = 0, end = 0;
  char *uri;

  while ((uri = dv_links_find (text, &start, &end)) != NULL)
    {
      if (offset >= start && offset < end)
        return uri;
      g_free (uri);
      start = end;
    }

  return NULL;
}

static void
paint_run (cairo_t        *cr,
           DvPdfDoc       *doc,
           const char     *text,
           PangoGlyphItem *run,
           double          x,
           double          baseline,
           double          size)
{
  g_autofree char *uri = uri_at (text, (gsize) run->item->offset);
  double width = pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;

  if (uri != NULL)
    dv_pdf_doc_begin_link (doc, uri, x, baseline - size, width, size * 1.3);
  else
    dv_pdf_doc_begin (doc, DV_PDF_SPAN);

  cairo_move_to (cr, x, baseline);
  pango_cairo_show_glyph_item (cr, text, run);
  if (uri != NULL)
    {
      cairo_set_line_width (cr, size * 0.05);
      cairo_move_to (cr, x, baseline + size * UNDERLINE_DROP);
      cairo_rel_line_to (cr, width, 0.0);
      cairo_stroke (cr);
    }
  dv_pdf_doc_end (doc);
}

/**
 * dv_links_paint_lines:
 * @cr: where to paint, with the colour already set
 * @doc: (nullable): the document @cr draws
 * @layout: a layout that went through dv_links_mark()
 * @x: left side of the text
 * @baseline: baseline of the first painted line
 * @leading: distance between baselines
 * @from: the first line to paint
 * @to: the line after the last one
 * @size: size of the font
 *
 * Paints text and links in elements of their own; the one around them is the
 * caller's.
 */
void
dv_links_paint_lines (cairo_t     *cr,
                      DvPdfDoc    *doc,
                      PangoLayout *layout,
                      double       x,
                      double       baseline,
                      double       leading,
                      int          from,
                      int          to,
                      double       size)
{
  const char *text = pango_layout_get_text (layout);

  for (int i = from; i < to; i++, baseline += leading)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      double at = x + dv_shaper_mend_line (layout, line);

      for (GSList *l = line->runs; l != NULL; l = l->next)
        {
          PangoGlyphItem *run = l->data;

          paint_run (cr, doc, text, run, at, baseline, size);
          at += pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;
        }
    }
}
