/* dv-shaper.h
 *
 * Turns text into lines of glyphs, and paints them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <pango/pangocairo.h>

#include "dv-fonts.h"

G_BEGIN_DECLS

typedef struct _DvShaper DvShaper;

typedef struct
{
  int n_lines;  /* 0 when a word does not fit */
  double width;
} DvFit;

DvShaper    *dv_shaper_new          (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void         dv_shaper_free         (DvShaper *self);

PangoLayout *dv_shaper_layout       (DvShaper       *self,
                                     const DvFont   *font,
                                     const char     *text,
                                     double          width,
                                     PangoAlignment  alignment) G_GNUC_WARN_UNUSED_RESULT;
DvFit        dv_shaper_fit          (DvShaper       *self,
                                     const DvFont   *font,
                                     const char     *text,
                                     double          width);
PangoLayout *dv_shaper_balance      (DvShaper       *self,
                                     const DvFont   *font,
                                     const char     *text,
                                     double          width) G_GNUC_WARN_UNUSED_RESULT;
double       dv_shaper_width        (DvShaper       *self,
                                     const DvFont   *font,
                                     const char     *text);
gboolean     dv_shaper_words_fit    (DvShaper       *self,
                                     const DvFont   *font,
                                     const char     *text,
                                     double          width);
int          dv_shaper_count_lines  (DvShaper       *self,
                                     const DvFont   *font,
                                     const char     *text,
                                     double          width);
int          dv_shaper_guess_lines  (DvShaper       *self,
                                     const DvFont   *font,
                                     const char     *text,
                                     double          width);
double       dv_shaper_first_baseline (DvShaper     *self,
                                       const DvFont *font,
                                       double        leading);

double       dv_shaper_mend_line    (PangoLayout     *layout,
                                     PangoLayoutLine *line);
void         dv_shaper_paint_lines  (cairo_t     *cr,
                                     PangoLayout *layout,
                                     double       x,
                                     double       baseline,
                                     double       leading,
                                     int          from,
                                     int          to);
void         dv_shaper_paint_text   (DvShaper       *self,
                                     cairo_t        *cr,
                                     const DvFont   *font,
                                     const char     *text,
                                     double          x,
                                     double          baseline,
                                     PangoAlignment  alignment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvShaper, dv_shaper_free)

G_END_DECLS
