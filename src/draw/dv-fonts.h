/* dv-fonts.h
 *
 * The typefaces of documents and scenes, and what stands in for them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum
{
  DV_FACE_BOOK,    /* Vollkorn: the Manifest */
  DV_FACE_UI,      /* Inter: everything else */
  DV_FACE_DISPLAY, /* Inter Display: large text */
} DvFace;

typedef struct
{
  DvFace face;
  double size;     /* in units of the drawing: points on a page */
  int weight;      /* 400 regular, 600 semibold */
  gboolean italic;
  double tracking; /* extra space between letters, in em */
} DvFont;

const char           *dv_font_get_families (DvFace face) G_GNUC_CONST;
PangoFontDescription *dv_font_describe     (const DvFont *font) G_GNUC_WARN_UNUSED_RESULT;
PangoAttrList        *dv_font_attributes   (const DvFont *font) G_GNUC_WARN_UNUSED_RESULT;
gboolean              dv_font_equal        (const DvFont *a,
                                            const DvFont *b);

G_END_DECLS
