/* dv-map-page.c
 *
 * The strategy map on A3, as PDF, SVG and PNG
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-map-page"

#include "config.h"

#include "dv-map-page.h"

#include "dv-document-text.h"
#include "dv-glyph.h"
#include "dv-image.h"
#include "dv-map-paint.h"
#include "dv-pdf-doc.h"

/* A3 landscape, 420 by 297 mm, four units to a millimetre. */

#define PAGE_WIDTH 1680.0
#define PAGE_HEIGHT 1188.0
#define POINTS (72.0 / 25.4 / 4.0) /* in a unit */
#define MARGIN 56.0
#define TITLE_BASELINE 100.0
#define TITLE_WIDTH 1120.0         /* beside the legend */
#define SUBTITLE_BASELINE 134.0
#define LEGEND_BASELINE 92.0
#define LEGEND_GAP 28.0
#define LEGEND_SPACE 9.0
#define MAP_TOP 150.0
#define MAP_BOTTOM 1092.0
#define MAX_SCALE 1.25
#define FOOT_BASELINE 1134.0
#define STATUS_SIZE 15.0
#define MAX_PNG_WIDTH 20000

static const DvFont title_fonts[] = {
  { DV_FACE_BOOK, 50.0, 600, FALSE, 0.0 },
  { DV_FACE_BOOK, 40.0, 600, FALSE, 0.0 },
  { DV_FACE_BOOK, 32.0, 600, FALSE, 0.0 },
  { DV_FACE_BOOK, 24.0, 600, FALSE, 0.0 },
};
static const DvFont subtitle_font = { DV_FACE_UI, 19.0, 400, FALSE, 0.0 };
static const DvFont legend_font = { DV_FACE_UI, 16.0, 400, FALSE, 0.0 };
static const DvFont foot_font = { DV_FACE_UI, 14.0, 400, FALSE, 0.0 };

/* One scene for each element of the document. */
typedef struct
{
  DvShaper *shaper;
  DvMapLayout *layout;
  DvSurface surface;
  const char *title; /* borrowed */
  DvScene *heading;
  DvScene *subtitle;
  DvScene *map;
  DvScene *legend;
  DvScene *foot;
  double map_x;
  double map_scale;
} Page;

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static DvScene *
new_scene (Page *page)
{
  return dv_scene_new (page->shaper, PAGE_WIDTH, PAGE_HEIGHT);
}

/* One line if it can be, as large as it can be; two at the smallest size. */
static void
add_heading (Page *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (title_fonts); i++)
    {
      const DvFont *font = &title_fonts[i];
      g_autoptr (PangoLayout) layout = NULL;
      int n_lines;

      layout = dv_shaper_layout (page->shaper, font, page->title, TITLE_WIDTH, PANGO_ALIGN_LEFT);
      if (i + 1 == G_N_ELEMENTS (title_fonts))
        {
          pango_layout_set_height (layout, -2);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
      n_lines = pango_layout_get_line_count (layout);
      if (n_lines > 1 && i + 1 < G_N_ELEMENTS (title_fonts))
        continue;
      dv_scene_paragraph (page->heading, layout, font, page->surface.text, MARGIN,
                          TITLE_BASELINE - (n_lines - 1) * font->size * 1.2, font->size * 1.2);
      return;
    }
}

static void
add_subtitle (Page       *page,
              const char *subtitle)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (!has_text (subtitle))
    return;

  layout = dv_shaper_layout (page->shaper, &subtitle_font, subtitle, PAGE_WIDTH - 2.0 * MARGIN, PANGO_ALIGN_LEFT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  dv_scene_paragraph (page->subtitle, layout, &subtitle_font, page->surface.dim, MARGIN, SUBTITLE_BASELINE, 0.0);
}

static void
add_legend (Page             *page,
            const DvMapGraph *graph)
{
  const struct
  {
    DvGlyph glyph;
    DvColour colour;
    DvDocumentText text;
  } entries[] = {
    { DV_GLYPH_ON_COURSE, page->surface.on_course, DV_TEXT_ON_COURSE },
    { DV_GLYPH_ATTENTION, page->surface.attention, DV_TEXT_NEEDS_ATTENTION },
    { DV_GLYPH_BEHIND, page->surface.behind, DV_TEXT_BEHIND },
  };
  double x = PAGE_WIDTH - MARGIN;
  gboolean has_any = FALSE;

  for (guint i = 0; i < graph->nodes->len; i++)
    has_any = has_any || g_array_index (graph->nodes, DvMapNode, i).status != DV_STATUS_NONE;
  if (!has_any)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    x -= LEGEND_GAP + STATUS_SIZE + LEGEND_SPACE +
         dv_shaper_width (page->shaper, &legend_font, dv_document_text (graph->language, entries[i].text));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *text = dv_document_text (graph->language, entries[i].text);
      cairo_t *pen = dv_scene_get_pen (page->legend);

      x += LEGEND_GAP;
      cairo_save (pen);
      cairo_translate (pen, x, LEGEND_BASELINE - 5.5 - STATUS_SIZE / 2.0);
      cairo_scale (pen, STATUS_SIZE, STATUS_SIZE);
      dv_glyph_path (pen, entries[i].glyph);
      cairo_restore (pen);
      dv_scene_fill (page->legend, entries[i].colour);
      x += STATUS_SIZE + LEGEND_SPACE;
      dv_scene_text (page->legend, &legend_font, page->surface.dim, text, x, LEGEND_BASELINE, PANGO_ALIGN_LEFT);
      x += dv_shaper_width (page->shaper, &legend_font, text);
    }
}

static void
add_foot (Page             *page,
          const DvMapGraph *graph)
{
  g_autofree char *date = dv_document_text_date (graph->language, graph->date);

  if (graph->links->len > 0)
    dv_scene_text (page->foot, &foot_font, page->surface.dim, dv_document_text (graph->language, DV_TEXT_READ_ARROWS),
                   MARGIN, FOOT_BASELINE, PANGO_ALIGN_LEFT);
  if (*date != '\0')
    dv_scene_text (page->foot, &foot_font, page->surface.dim, date, PAGE_WIDTH - MARGIN, FOOT_BASELINE,
                   PANGO_ALIGN_RIGHT);
}

static void
page_init (Page       *page,
           DvMapGraph *graph)
{
  double width = PAGE_WIDTH - 2.0 * MARGIN;

  page->shaper = dv_shaper_new (graph->language);
  page->surface = dv_palette_surface (FALSE);
  page->title = has_text (graph->title) ? graph->title : dv_document_text (graph->language, DV_TEXT_MAP);
  dv_map_measure (graph, page->shaper, DV_MAP_PLAIN);
  page->layout = dv_map_layout_new (graph);
  page->heading = new_scene (page);
  page->subtitle = new_scene (page);
  page->legend = new_scene (page);
  page->foot = new_scene (page);
  page->map = dv_map_scene_new (graph, page->layout, page->shaper, DV_MAP_PLAIN);
  page->map_scale = MIN (width / page->layout->width, (MAP_BOTTOM - MAP_TOP) / page->layout->height);
  page->map_scale = MIN (page->map_scale, MAX_SCALE);
  page->map_x = MARGIN + (width - page->layout->width * page->map_scale) / 2.0;

  add_heading (page);
  add_subtitle (page, graph->subtitle);
  add_legend (page, graph);
  add_foot (page, graph);
}

static void
page_clear (Page *page)
{
  g_clear_pointer (&page->heading, dv_scene_free);
  g_clear_pointer (&page->subtitle, dv_scene_free);
  g_clear_pointer (&page->map, dv_scene_free);
  g_clear_pointer (&page->legend, dv_scene_free);
  g_clear_pointer (&page->foot, dv_scene_free);
  dv_map_layout_free (page->layout);
  dv_shaper_free (page->shaper);
}

/* The whole page as one drawing; takes the scenes of @page. */
static DvScene *
page_to_scene (Page *page)
{
  DvScene *scene = new_scene (page);

  dv_scene_add_scene (scene, g_steal_pointer (&page->heading), 0.0, 0.0, 1.0);
  dv_scene_add_scene (scene, g_steal_pointer (&page->subtitle), 0.0, 0.0, 1.0);
  dv_scene_add_scene (scene, g_steal_pointer (&page->map), page->map_x, MAP_TOP, page->map_scale);
  dv_scene_add_scene (scene, g_steal_pointer (&page->legend), 0.0, 0.0, 1.0);
  dv_scene_add_scene (scene, g_steal_pointer (&page->foot), 0.0, 0.0, 1.0);

  return scene;
}

static void
add_outline_of_lane (Page             *page,
                     const DvMapGraph *graph,
                     DvPdfDoc         *doc,
                     guint             lane)
{
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const DvMapNode *node = &g_array_index (graph->nodes, DvMapNode, i);
      const DvMapRect *box = &g_array_index (page->layout->boxes, DvMapRect, i);

      if (node->lane == (int) lane)
        dv_pdf_doc_add_outline (doc, 3, node->text, (page->map_x + box->x * page->map_scale) * POINTS,
                                (MAP_TOP + box->y * page->map_scale) * POINTS);
    }
}

static void
add_outline (Page             *page,
             const DvMapGraph *graph,
             DvPdfDoc         *doc)
{
  dv_pdf_doc_add_outline (doc, 1, page->title, 0.0, 0.0);
  for (guint i = 0; i < graph->lanes->len; i++)
    {
      const DvMapRect *rect = &g_array_index (page->layout->lanes, DvMapRect, i);

      dv_pdf_doc_add_outline (doc, 2, g_ptr_array_index (graph->lanes, i), page->map_x * POINTS,
                              (MAP_TOP + rect->y * page->map_scale) * POINTS);
      add_outline_of_lane (page, graph, doc, i);
    }
}

static void
paint_element (DvPdfDoc  *doc,
               DvPdfRole  role,
               DvScene   *scene)
{
  dv_pdf_doc_begin (doc, role);
  dv_scene_paint (scene, dv_pdf_doc_get_cairo (doc), NULL);
  dv_pdf_doc_end (doc);
}

/**
 * dv_map_export_pdf:
 * @graph: a map; the heights of its nodes are set
 * @error: return location for an error
 *
 * Returns: (transfer full): a PDF file of one page, or %NULL with a
 *   %G_IO_ERROR set
 */
GBytes *
dv_map_export_pdf (DvMapGraph *graph,
                   GError    **error)
{
  g_autofree char *description = dv_map_describe (graph);
  g_autoptr (DvPdfDoc) doc = NULL;
  DvPdfInfo info = { .author = graph->organisation, .subject = graph->subtitle, .language = graph->language,
                     .date = graph->date };
  Page page;
  cairo_t *cr;

  page_init (&page, graph);
  info.title = page.title;
  doc = dv_pdf_doc_new (PAGE_WIDTH * POINTS, PAGE_HEIGHT * POINTS, &info);
  cr = dv_pdf_doc_get_cairo (doc);
  cairo_scale (cr, POINTS, POINTS);

  add_outline (&page, graph, doc);
  paint_element (doc, DV_PDF_HEADING_1, page.heading);
  if (has_text (graph->subtitle))
    paint_element (doc, DV_PDF_PARAGRAPH, page.subtitle);
  dv_pdf_doc_begin_figure (doc, description);
  cairo_save (cr);
  cairo_translate (cr, page.map_x, MAP_TOP);
  cairo_scale (cr, page.map_scale, page.map_scale);
  dv_scene_paint (page.map, cr, NULL);
  cairo_restore (cr);
  dv_pdf_doc_end (doc);
  paint_element (doc, DV_PDF_PARAGRAPH, page.legend);
  paint_element (doc, DV_PDF_PARAGRAPH, page.foot);
  page_clear (&page);

  return dv_pdf_doc_finish (doc, error);
}

/**
 * dv_map_export_svg:
 * @graph: a map; the heights of its nodes are set
 * @error: return location for an error
 *
 * Returns: (transfer full): an SVG file, in which text is text
 */
GBytes *
dv_map_export_svg (DvMapGraph *graph,
                   GError    **error)
{
  g_autofree char *description = dv_map_describe (graph);
  g_autoptr (DvScene) scene = NULL;
  GBytes *svg;
  Page page;

  page_init (&page, graph);
  scene = page_to_scene (&page);
  svg = dv_scene_to_svg (scene, page.surface.page, graph->language, page.title, description);
  g_clear_pointer (&scene, dv_scene_free);
  page_clear (&page);

  return svg;
}

/**
 * dv_map_export_png:
 * @graph: a map; the heights of its nodes are set
 * @width: width of the image in pixels, usually %DV_MAP_PNG_WIDTH
 * @error: return location for an error
 *
 * Returns: (transfer full): a PNG file, or %NULL with a %G_IO_ERROR set
 */
GBytes *
dv_map_export_png (DvMapGraph *graph,
                   int         width,
                   GError    **error)
{
  g_autoptr (DvScene) scene = NULL;
  cairo_surface_t *image;
  cairo_t *cr;
  GBytes *png;
  Page page;

  if (width < 1 || width > MAX_PNG_WIDTH)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "width %d is not between 1 and %d pixels", width,
                   MAX_PNG_WIDTH);
      return NULL;
    }

  page_init (&page, graph);
  scene = page_to_scene (&page);
  image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, MAX (1, (int) (width * PAGE_HEIGHT / PAGE_WIDTH)));
  cr = cairo_create (image);
  cairo_set_source_rgb (cr, page.surface.page.red, page.surface.page.green, page.surface.page.blue);
  cairo_paint (cr);
  cairo_scale (cr, width / PAGE_WIDTH, width / PAGE_WIDTH);
  dv_scene_paint (scene, cr, NULL);
  cairo_destroy (cr);
  png = dv_image_to_png (image, error);
  cairo_surface_destroy (image);
  g_clear_pointer (&scene, dv_scene_free);
  page_clear (&page);

  return png;
}
