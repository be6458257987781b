/* dv-fonts.c
 *
 * The typefaces of documents and scenes, and what stands in for them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-fonts"

#include "config.h"

#include "dv-fonts.h"

/* fontconfig walks such a list from left to right, so a machine without our
 * fonts gets a face of the same kind and nothing has to be asked beforehand.
 */
static const char *const families[] = {
  [DV_FACE_BOOK] = "Vollkorn, Georgia, Liberation Serif, serif",
  [DV_FACE_UI] = "Inter, Cantarell, Liberation Sans, sans-serif",
  [DV_FACE_DISPLAY] = "Inter Display, Inter, Cantarell, sans-serif",
};

/* cv08 gives the capital I its serifs ("Ik" never reads as "lk"). Ligatures
 * are off: a letter that is not a glyph of its own makes Cairo nest marked
 * content, and readers then lose the rest of the paragraph.
 */
static const char *const features[] = {
  [DV_FACE_BOOK] = "lnum=1, tnum=1, liga=0, clig=0",
  [DV_FACE_UI] = "cv08=1, tnum=1, liga=0, clig=0, calt=0",
  [DV_FACE_DISPLAY] = "cv08=1, tnum=1, liga=0, clig=0, calt=0",
};

/**
 * dv_font_get_families:
 * @face: a typeface
 *
 * Returns: the families of @face, the wanted one first, separated by commas
 */
const char *
dv_font_get_families (DvFace face)
{
  return families[face];
}

/**
 * dv_font_describe:
 * @font: a font
 *
 * The size is set as an absolute one, so that one unit of the drawing is one
 * unit of the text whatever the resolution of the screen is said to be.
 *
 * Returns: (transfer full): a description for Pango
 */
PangoFontDescription *
dv_font_describe (const DvFont *font)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, families[font->face]);
  pango_font_description_set_weight (description, (PangoWeight) font->weight);
  pango_font_description_set_style (description, font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);

  return description;
}

/**
 * dv_font_attributes:
 * @font: a font
 *
 * Returns: (transfer full): what every text in @font carries: its features,
 *   its tracking, and no hyphens of Pango's own making
 */
PangoAttrList *
dv_font_attributes (const DvFont *font)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new (features[font->face]));
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  if (font->tracking < 0.0 || font->tracking > 0.0)
    pango_attr_list_insert (list, pango_attr_letter_spacing_new ((int) (font->tracking * font->size * PANGO_SCALE)));

  return list;
}

/**
 * dv_font_equal:
 * @a: a font
 * @b: another
 *
 * Returns: whether a text in @a looks as in @b
 */
gboolean
dv_font_equal (const DvFont *a,
               const DvFont *b)
{
  return a->face == b->face && a->weight == b->weight && !a->italic == !b->italic &&
         (int) (a->size * PANGO_SCALE) == (int) (b->size * PANGO_SCALE) &&
         (int) (a->tracking * 10000.0) == (int) (b->tracking * 10000.0);
}
