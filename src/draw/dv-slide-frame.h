/* dv-slide-frame.h
 *
 * What the scenes share: margins, title, foot, cards, the join column
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-glyph.h"
#include "dv-slide-draw.h"

G_BEGIN_DECLS

/* Sizes in px of a projector of 1920 × 1080; times "unit" they are those of the
 * drawing. No text is smaller than DV_SLIDE_MIN_TEXT. */
#define DV_SLIDE_MARGIN 80.0
#define DV_SLIDE_GAP 32.0
#define DV_SLIDE_GAP_DENSE 24.0
#define DV_SLIDE_MIN_TEXT 28.0
#define DV_SLIDE_JOIN_WIDTH 336.0
#define DV_SLIDE_CORNER_WIDTH 336.0 /* of the timer and its label */
#define DV_SLIDE_CORNER_BOTTOM 232.0 /* below the timer and its label */

typedef struct
{
  DvColour paper;
  DvColour card;
  DvColour card_edge;
  DvColour panel;    /* a quiet area on the paper */
  DvColour text;
  DvColour dim;
  DvColour rule;
  DvColour residents;
  DvColour staff;
  DvColour warning;
} DvSlideColours;

/* Everything a scene needs to draw itself. Layout is done in units of 1080 px:
 * "width" and "height" are in them (height 1080 unless portrait), and the scene
 * is scaled to the size asked for by dv_slide_draw(). */
typedef struct
{
  DvScene *scene;
  DvShaper *shaper;
  const DvSlide *slide;
  double width;
  double height;
  double scale;         /* px of the drawing to a unit */
  gboolean is_dark;
  DvSlideColours colours;
  DvValueColours value; /* those of slide->number, or the text colour */
  guint page;           /* in: asked for; out: shown */
  guint n_pages;        /* out, at least 1 */
} DvSlideFrame;

typedef void (*DvSlidePainter) (DvSlideFrame *frame);

/* One for each kind, each in a file of its own. */
void dv_slide_paint_blank      (DvSlideFrame *frame);
void dv_slide_paint_house      (DvSlideFrame *frame);
void dv_slide_paint_agenda     (DvSlideFrame *frame);
void dv_slide_paint_question   (DvSlideFrame *frame);
void dv_slide_paint_behaviours (DvSlideFrame *frame);
void dv_slide_paint_tables     (DvSlideFrame *frame);
void dv_slide_paint_shortlist  (DvSlideFrame *frame);
void dv_slide_paint_reveal     (DvSlideFrame *frame);
void dv_slide_paint_words      (DvSlideFrame *frame);
void dv_slide_paint_word_list  (DvSlideFrame *frame);
void dv_slide_paint_values     (DvSlideFrame *frame);
void dv_slide_paint_article    (DvSlideFrame *frame);
void dv_slide_paint_manifest   (DvSlideFrame *frame);
void dv_slide_paint_map        (DvSlideFrame *frame);
void dv_slide_paint_map_story  (DvSlideFrame *frame);
void dv_slide_paint_support    (DvSlideFrame *frame);
void dv_slide_paint_mix        (DvSlideFrame *frame);
void dv_slide_paint_timer      (DvSlideFrame *frame);
void dv_slide_paint_flip       (DvSlideFrame *frame);
void dv_slide_paint_join_wifi  (DvSlideFrame *frame);
void dv_slide_paint_join_page  (DvSlideFrame *frame);
void dv_slide_paint_test       (DvSlideFrame *frame);

/* --- Text --- */

/* A text set in a box: as large as the sizes allow, the first that fits; never
 * smaller, never cut. */
typedef struct
{
  PangoLayout *layout; /* owned */
  DvFont font;
  double leading;
  double width;        /* of the box */
  double height;
  int n_lines;
  gboolean has_broken; /* a word wider than the box */
} DvSlideText;

DvFont   dv_slide_font            (DvFace          face,
                                   int             weight,
                                   double          size);
double   dv_slide_leading         (double          size);
gboolean dv_slide_has_text        (const char     *text);

void     dv_slide_text_clear      (DvSlideText    *text);
gboolean dv_slide_fit_text        (DvSlideFrame   *frame,
                                   DvSlideText    *text,
                                   DvFace          face,
                                   int             weight,
                                   const double   *sizes,
                                   guint           n_sizes,
                                   const char     *string,
                                   double          width,
                                   double          height);
gboolean dv_slide_fit_card        (DvSlideFrame   *frame,
                                   DvSlideText    *text,
                                   int             weight,
                                   const double   *sizes,
                                   guint           n_sizes,
                                   const char     *string,
                                   double          width,
                                   double          height);
void     dv_slide_draw_text       (DvSlideFrame   *frame,
                                   DvSlideText    *text,
                                   DvColour        colour,
                                   double          x,
                                   double          y);
void     dv_slide_draw_lines      (DvSlideFrame   *frame,
                                   DvSlideText    *text,
                                   DvColour        colour,
                                   double          x,
                                   double          y,
                                   int             from,
                                   int             to);
double   dv_slide_line_width      (DvSlideFrame   *frame,
                                   DvFace          face,
                                   int             weight,
                                   double          size,
                                   const char     *string);
double   dv_slide_draw_line       (DvSlideFrame   *frame,
                                   DvFace          face,
                                   int             weight,
                                   double          size,
                                   const char     *string,
                                   DvColour        colour,
                                   double          x,
                                   double          baseline,
                                   PangoAlignment  alignment);

/* --- Parts of a page --- */

/* Title, question and count (or timer) at the top; returns the y where the
 * content may begin, the same for the same kind whatever is on it. */
double   dv_slide_draw_head       (DvSlideFrame   *frame);
/* A headline of 76 and a subtitle, for scenes that are not about one value. */
double   dv_slide_draw_headline   (DvSlideFrame   *frame);
double   dv_slide_draw_corner     (DvSlideFrame   *frame);
/* The y where the content must end, before the number of pages is known. */
double   dv_slide_get_bottom      (DvSlideFrame   *frame,
                                   gboolean        may_page);
/* Foot texts and page number; returns the y where the content must end. */
double   dv_slide_draw_foot       (DvSlideFrame   *frame);
/* The same for the roles with their shapes. */
double   dv_slide_get_legend_bottom (DvSlideFrame *frame,
                                     gboolean      has_pages);
void     dv_slide_draw_legend     (DvSlideFrame   *frame);
/* Keeps the page within n_pages; call when that is known. */
void     dv_slide_set_pages       (DvSlideFrame   *frame,
                                   guint           n_pages);
/* The column at the right with QR code, address and roles; returns the x where
 * the content must end, the right margin when there is nothing to join. */
double   dv_slide_draw_join       (DvSlideFrame   *frame,
                                   double          top);
/* The x where the content must end, without drawing the column. */
double   dv_slide_get_right       (DvSlideFrame   *frame);
void     dv_slide_draw_card       (DvSlideFrame   *frame,
                                   double          x,
                                   double          y,
                                   double          width,
                                   double          height,
                                   gboolean        is_tinted,
                                   int             number);
void     dv_slide_draw_glyph      (DvSlideFrame   *frame,
                                   DvGlyph         glyph,
                                   DvColour        colour,
                                   double          x,
                                   double          y,
                                   double          size);
void     dv_slide_draw_disc       (DvSlideFrame   *frame,
                                   int             number,
                                   double          x,
                                   double          y,
                                   double          size);
void     dv_slide_draw_pips       (DvSlideFrame   *frame,
                                   int             number,
                                   guint           reached,
                                   guint           target,
                                   double          x,
                                   double          y,
                                   double          size);
gboolean dv_slide_draw_qr         (DvSlideFrame   *frame,
                                   const char     *text,
                                   double          x,
                                   double          y,
                                   double          size);
/* A text over the whole width that goes on, on further pages, and one item put
 * in the light: what several scenes do in the same way. */
void     dv_slide_draw_spotlight  (DvSlideFrame   *frame,
                                   double          top,
                                   double          right,
                                   double          bottom,
                                   const DvSlideItem *item);
/* Which of slide->items is in the light, or NULL. */
const DvSlideItem *dv_slide_get_spotlight (const DvSlide *slide);

DvGlyph  dv_slide_glyph_of_shape  (DvShape         shape);
DvSlideColours dv_slide_get_colours (gboolean      is_dark);

G_END_DECLS
