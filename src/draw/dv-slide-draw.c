/* dv-slide-draw.c
 *
 * Draws a slide: the scenes of the projector
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-draw"

#include "config.h"

#include "dv-slide-draw.h"

#include "dv-cue.h"
#include "dv-document-text.h"
#include "dv-image.h"
#include "dv-pdf-doc.h"
#include "dv-slide-frame.h"
#include "dv-text-words.h"

#include <math.h>

/* The unit is a 1080th of the shorter side, so that text is as large on a tall
 * screen as on a wide one. A screen wider than 16:9 gets wider margins, a
 * narrower one fewer columns.
 */

#define UNITS 1080.0
#define MAX_WIDTH 1920.0
#define POINTS_PER_PX 0.75

static const DvSlidePainter painters[DV_SLIDE_N_KINDS] = {
  [DV_SLIDE_BLANK] = dv_slide_paint_blank,
  [DV_SLIDE_HOUSE] = dv_slide_paint_house,
  [DV_SLIDE_AGENDA] = dv_slide_paint_agenda,
  [DV_SLIDE_QUESTION] = dv_slide_paint_question,
  [DV_SLIDE_BEHAVIOURS] = dv_slide_paint_behaviours,
  [DV_SLIDE_TABLES] = dv_slide_paint_tables,
  [DV_SLIDE_SHORTLIST] = dv_slide_paint_shortlist,
  [DV_SLIDE_REVEAL] = dv_slide_paint_reveal,
  [DV_SLIDE_WORDS] = dv_slide_paint_words,
  [DV_SLIDE_WORD_LIST] = dv_slide_paint_word_list,
  [DV_SLIDE_VALUES] = dv_slide_paint_values,
  [DV_SLIDE_ARTICLE] = dv_slide_paint_article,
  [DV_SLIDE_MANIFEST] = dv_slide_paint_manifest,
  [DV_SLIDE_MAP] = dv_slide_paint_map,
  [DV_SLIDE_MAP_STORY] = dv_slide_paint_map_story,
  [DV_SLIDE_SUPPORT] = dv_slide_paint_support,
  [DV_SLIDE_MIX] = dv_slide_paint_mix,
  [DV_SLIDE_TIMER] = dv_slide_paint_timer,
  [DV_SLIDE_FLIP] = dv_slide_paint_flip,
  [DV_SLIDE_JOIN_WIFI] = dv_slide_paint_join_wifi,
  [DV_SLIDE_JOIN_PAGE] = dv_slide_paint_join_page,
  [DV_SLIDE_TEST] = dv_slide_paint_test,
};

static void
frame_init (DvSlideFrame  *frame,
            const DvSlide *slide,
            DvShaper      *shaper,
            double         width,
            double         height,
            gboolean       is_dark)
{
  double unit = MIN (width, height) / UNITS;

  *frame = (DvSlideFrame){ .shaper = shaper, .slide = slide, .is_dark = is_dark, .page = slide->page, .n_pages = 1 };
  frame->scale = unit;
  frame->width = MIN (width / unit, MAX_WIDTH);
  frame->height = height / unit;
  frame->colours = dv_slide_get_colours (is_dark);
  frame->value = dv_palette_value ((guint) MAX (slide->number, 0), is_dark);
  if (slide->number <= 0)
    frame->value.ink = frame->value.solid = frame->colours.text;
  frame->scene = dv_scene_new (shaper, frame->width, frame->height);
}

static DvColour
get_paper (const DvSlideFrame *frame)
{
  return frame->slide->kind == DV_SLIDE_BLANK ? dv_colour_from_code (0x000000) : frame->colours.paper;
}

/* Forms of a word count as one, in the drawing as well as in what is read aloud.
 * Returns NULL when the slide is to be drawn as it is. */
static DvSlide *
prepare (const DvSlide *slide)
{
  if (slide->kind != DV_SLIDE_WORDS && slide->kind != DV_SLIDE_WORD_LIST)
    return NULL;

  return dv_text_group_words (slide);
}

static char *
describe (const DvSlide *slide)
{
  g_autoptr (DvSlide) prepared = prepare (slide);

  return dv_slide_describe (prepared != NULL ? prepared : slide);
}

static DvScene *
draw (const DvSlide *slide,
      DvShaper      *shaper,
      double         width,
      double         height,
      gboolean       is_dark,
      guint         *n_pages)
{
  DvScene *scene = dv_scene_new (shaper, width, height);
  g_autoptr (DvSlide) prepared = prepare (slide);
  DvSlideFrame frame;

  frame_init (&frame, prepared != NULL ? prepared : slide, shaper, width, height, is_dark);
  cairo_rectangle (dv_scene_get_pen (scene), 0.0, 0.0, width, height);
  dv_scene_fill (scene, get_paper (&frame));
  painters[slide->kind](&frame);
  *n_pages = MAX (frame.n_pages, 1);
  /* On whole pixels, for the edges of a QR code. */
  dv_scene_add_scene (scene, frame.scene, floor ((width - frame.width * frame.scale) / 2.0 + 0.01), 0.0, frame.scale);

  return scene;
}

/**
 * dv_slide_draw:
 * @slide: what the room is to see
 * @shaper: shapes the texts; outlives the drawing
 * @width: width of the drawing
 * @height: its height
 * @is_dark: whether the dark style is wanted
 *
 * The same slide, size and style give the same drawing, paper included. Only
 * the page the slide is at is drawn, the last when there are fewer.
 *
 * Returns: (transfer full): the drawing
 */
DvScene *
dv_slide_draw (const DvSlide *slide,
               DvShaper      *shaper,
               double         width,
               double         height,
               gboolean       is_dark)
{
  guint n_pages;

  return draw (slide, shaper, width, height, is_dark, &n_pages);
}

/**
 * dv_slide_count_pages:
 * @slide: what the room is to see
 * @shaper: shapes the texts
 * @width: width of the drawing
 * @height: its height
 *
 * Returns: how many pages the slide takes at that size, at least 1
 */
guint
dv_slide_count_pages (const DvSlide *slide,
                      DvShaper      *shaper,
                      double         width,
                      double         height)
{
  guint n_pages;

  dv_scene_free (draw (slide, shaper, width, height, FALSE, &n_pages));

  return n_pages;
}

/**
 * dv_slide_to_png:
 * @slide: what the room is to see
 * @width: width of the image in pixels
 * @height: its height
 * @is_dark: whether the dark style is wanted
 * @error: return location for an error
 *
 * Returns: (transfer full): the page the slide is at as a PNG file, or %NULL
 *   with %G_IO_ERROR_FAILED set
 */
GBytes *
dv_slide_to_png (const DvSlide *slide,
                 int            width,
                 int            height,
                 gboolean       is_dark,
                 GError       **error)
{
  g_autoptr (DvShaper) shaper = dv_shaper_new (slide->language);
  g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, width, height, is_dark);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (image);
  GBytes *png;

  dv_scene_paint (scene, cr, NULL);
  cairo_destroy (cr);
  png = dv_image_to_png (image, error);
  cairo_surface_destroy (image);

  return png;
}

/**
 * dv_slide_to_svg:
 * @slide: what the room is to see
 * @width: width of the drawing
 * @height: its height
 * @is_dark: whether the dark style is wanted
 * @error: return location for an error; there is none at present
 *
 * Returns: (transfer full): the page the slide is at as an SVG file in which
 *   texts are texts, with the title of the slide and what it says in words
 */
GBytes *
dv_slide_to_svg (const DvSlide *slide,
                 int            width,
                 int            height,
                 gboolean       is_dark,
                 GError       **error)
{
  g_autoptr (DvShaper) shaper = dv_shaper_new (slide->language);
  g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, width, height, is_dark);
  g_autofree char *description = describe (slide);

  return dv_scene_to_svg (scene, dv_slide_get_colours (is_dark).paper, slide->language,
                          slide->title != NULL ? slide->title : "", description);
}

/* Cairo 1.16 forgets all that was recorded, the tags too, when the whole page is
 * painted over. Behind a clip that is no rectangle it does not notice.
 */
static void
clip_to_diamond (cairo_t *cr,
                 double   width,
                 double   height)
{
  cairo_move_to (cr, width / 2.0, -height);
  cairo_line_to (cr, 2.0 * width, height / 2.0);
  cairo_line_to (cr, width / 2.0, 2.0 * height);
  cairo_line_to (cr, -width, height / 2.0);
  cairo_close_path (cr);
  cairo_clip (cr);
}

/* All pages of @slide, on a page of the document that is still empty or after
 * the last. Each is a figure; the first tells in words what the slide says. */
static void
add_pages (DvPdfDoc      *doc,
           DvShaper      *shaper,
           const DvSlide *slide,
           const char    *label,
           int            width,
           int            height,
           gboolean       is_dark,
           gboolean       is_first)
{
  g_autofree char *description = describe (slide);
  cairo_t *cr = dv_pdf_doc_get_cairo (doc);
  guint n_pages = 1;

  for (guint page = 0; page < n_pages; page++)
    {
      DvSlide at_page = *slide;
      g_autoptr (DvScene) scene = NULL;

      at_page.page = page;
      scene = draw (&at_page, shaper, width, height, is_dark, &n_pages);
      if (page > 0 || !is_first)
        dv_pdf_doc_next_page (doc);
      if (page == 0 && label != NULL)
        dv_pdf_doc_add_outline (doc, 1, label, 0.0, 0.0);
      dv_pdf_doc_begin_figure (doc, page == 0 ? description : slide->title);
      cairo_save (cr);
      cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
      clip_to_diamond (cr, width, height);
      dv_scene_paint (scene, cr, NULL);
      cairo_restore (cr);
      dv_pdf_doc_end (doc);
    }
}

/**
 * dv_slide_to_pdf:
 * @slide: what the room is to see
 * @width: width of a page in pixels of a 96th of an inch
 * @height: its height
 * @is_dark: whether the dark style is wanted
 * @error: return location for an error
 *
 * Puts all pages of the slide in one file.
 *
 * Returns: (transfer full): a tagged PDF file, or %NULL with %G_IO_ERROR_FAILED
 *   set
 */
GBytes *
dv_slide_to_pdf (const DvSlide *slide,
                 int            width,
                 int            height,
                 gboolean       is_dark,
                 GError       **error)
{
  const DvPdfInfo info = { .title = slide->title, .language = slide->language };
  g_autoptr (DvPdfDoc) doc = dv_pdf_doc_new (width * POINTS_PER_PX, height * POINTS_PER_PX, &info);
  g_autoptr (DvShaper) shaper = dv_shaper_new (slide->language);

  add_pages (doc, shaper, slide, NULL, width, height, is_dark, TRUE);

  return dv_pdf_doc_finish (doc, error);
}

/**
 * dv_slides_to_pdf:
 * @workshop: a workshop
 * @width: width of a page in pixels of a 96th of an inch
 * @height: its height
 * @is_dark: whether the dark style is wanted
 * @error: return location for an error
 *
 * Puts everything that the room can be shown in one file, in the order of the
 * programme and with an outline.
 *
 * Returns: (transfer full): a tagged PDF file, or %NULL with %G_IO_ERROR_FAILED
 *   set
 */
GBytes *
dv_slides_to_pdf (DvWorkshop *workshop,
                  int         width,
                  int         height,
                  gboolean    is_dark,
                  GError    **error)
{
  DvItem *root = dv_workshop_get_root (workshop);
  const DvPdfInfo info = { .title = dv_item_get_string (root, DV_WORKSHOP_TITLE),
                           .author = dv_item_get_string (root, DV_WORKSHOP_ORGANISATION),
                           .language = dv_document_language (workshop),
                           .date = dv_item_get_string (root, DV_WORKSHOP_DATE) };
  g_autoptr (DvPdfDoc) doc = dv_pdf_doc_new (width * POINTS_PER_PX, height * POINTS_PER_PX, &info);
  g_autoptr (DvShaper) shaper = dv_shaper_new (info.language);
  g_autoptr (GArray) cues = dv_cue_list (workshop);

  for (guint i = 0; i < cues->len; i++)
    {
      const DvCue *cue = &g_array_index (cues, DvCue, i);
      g_autoptr (DvSlide) slide = dv_cue_make_slide (workshop, cue);
      g_autofree char *label = dv_cue_dup_label (workshop, cue);

      add_pages (doc, shaper, slide, label, width, height, is_dark, i == 0);
    }

  return dv_pdf_doc_finish (doc, error);
}
