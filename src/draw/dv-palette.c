/* dv-palette.c
 *
 * The colours of core values, surfaces and map status
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-palette"

#include "config.h"

#include "dv-palette.h"

/* Colour means a core value and nothing else, so everything that is not a
 * value is drawn with the few neutral colours of DvSurface. The contrast of
 * every pair used together was computed when the palette was designed: change
 * no number here without doing that again.
 */

typedef struct
{
  guint solid;
  guint ink;
  guint tint;
  guint tint2;
} ValueCode;

static const ValueCode light_codes[DV_PALETTE_N_VALUES] = {
  { 0x1a55a2, 0x114e9a, 0xe9f2fe, 0xcde1ff }, /* blue */
  { 0x7c0c18, 0x7c0c18, 0xffecea, 0xfed4d1 }, /* crimson */
  { 0x3f8361, 0x125c3d, 0xe7f5ed, 0xcce8d7 }, /* green */
  { 0xa38c24, 0x5f4f01, 0xf5f1df, 0xe9e0bb }, /* ochre */
  { 0xdc629d, 0x8e245d, 0xffebf2, 0xffd1e3 }, /* pink */
  { 0x3798c8, 0x005577, 0xe3f4fe, 0xc1e6fb }, /* sky */
  { 0x8a5812, 0x734601, 0xfaefe2, 0xf3dbc2 }, /* brown */
  { 0x423c50, 0x423c50, 0xf1f0f5, 0xe1dee8 }, /* slate */
};

static const ValueCode dark_codes[DV_PALETTE_N_VALUES] = {
  { 0x86b2fb, 0x8fb9fe, 0x1d2a40, 0x293d5e },
  { 0xff9d90, 0xff9d90, 0x3e211d, 0x5b2f29 },
  { 0x3aa36b, 0x66cc91, 0x153121, 0x17482d },
  { 0xbcae45, 0xc7b951, 0x2f2b0e, 0x453e09 },
  { 0xe871a4, 0xff96c0, 0x3c202b, 0x592c3f },
  { 0x24a9c8, 0x4dc7e6, 0x092f39, 0x034553 },
  { 0xffd6ab, 0xffd6ab, 0x34271a, 0x4b3926 },
  { 0xcdd7ff, 0xcdd7ff, 0x262935, 0x383c4e },
};

/* What has no value: the grey of the map's spanning box. */
static const ValueCode light_neutral = { 0x474e5c, 0x474e5c, 0xf2f1ed, 0xe4e2dc };
static const ValueCode dark_neutral = { 0xbfc4cc, 0xbfc4cc, 0x2b3039, 0x3a404b };

/* From "not at all" to "fully". The middle is told from the paper by its
 * outline, which "don't know yet" is dashed with. */
static const guint light_answers[] = { 0x7a4a0c, 0xbf8638, 0xd3d1ca, 0x5b95d0, 0x1a55a2 };
static const guint dark_answers[] = { 0xe3a85c, 0xa8752f, 0x4a4f58, 0x4a86c8, 0x8fb9fe };

/**
 * dv_colour_from_code:
 * @code: 0xRRGGBB
 *
 * Returns: the colour @code stands for
 */
DvColour
dv_colour_from_code (guint code)
{
  DvColour colour = {
    ((code >> 16) & 0xff) / 255.0,
    ((code >> 8) & 0xff) / 255.0,
    (code & 0xff) / 255.0,
  };

  return colour;
}

/**
 * dv_colour_to_code:
 * @colour: a colour
 *
 * Returns: 0xRRGGBB, nearest to @colour
 */
guint
dv_colour_to_code (DvColour colour)
{
  guint red = (guint) (CLAMP (colour.red, 0.0, 1.0) * 255.0 + 0.5);
  guint green = (guint) (CLAMP (colour.green, 0.0, 1.0) * 255.0 + 0.5);
  guint blue = (guint) (CLAMP (colour.blue, 0.0, 1.0) * 255.0 + 0.5);

  return red << 16 | green << 8 | blue;
}

/**
 * dv_palette_value:
 * @number: place of the value among the chosen values, from 1; 0 for none
 * @dark: whether it is drawn on a dark surface
 *
 * Past the eighth value the colours repeat; the number beside it then tells
 * the two apart.
 *
 * Returns: the colours of that value
 */
DvValueColours
dv_palette_value (guint    number,
                  gboolean dark)
{
  const ValueCode *code;
  DvValueColours colours;

  if (number == 0)
    code = dark ? &dark_neutral : &light_neutral;
  else
    code = (dark ? dark_codes : light_codes) + (number - 1) % DV_PALETTE_N_VALUES;

  colours.solid = dv_colour_from_code (code->solid);
  colours.ink = dv_colour_from_code (code->ink);
  colours.tint = dv_colour_from_code (code->tint);
  colours.tint2 = dv_colour_from_code (code->tint2);

  return colours;
}

/**
 * dv_palette_surface:
 * @dark: whether the dark style is wanted
 *
 * Returns: the neutral colours of pages and the map
 */
DvSurface
dv_palette_surface (gboolean dark)
{
  DvSurface surface;

  surface.page = dv_colour_from_code (dark ? 0x14171c : 0xffffff);
  surface.band = dv_colour_from_code (dark ? 0x20252d : 0xf2f1ed);
  surface.box = dv_colour_from_code (dark ? 0x14171c : 0xffffff);
  surface.text = dv_colour_from_code (dark ? 0xf5f3ee : 0x1c2230);
  surface.dim = dv_colour_from_code (dark ? 0xbfc4cc : 0x474e5c);
  surface.rule = dv_colour_from_code (dark ? 0x474e5c : 0xb9bcc4);
  surface.residents = dv_colour_from_code (dark ? 0xffd6ab : 0x7f3a00);
  surface.staff = dv_colour_from_code (dark ? 0x8fb9fe : 0x114e9a);
  surface.on_course = dv_colour_from_code (dark ? 0x66cc91 : 0x125c3d);
  surface.attention = dv_colour_from_code (dark ? 0xc7b951 : 0x7a5600);
  surface.behind = dv_colour_from_code (dark ? 0xff9d90 : 0xb01722);

  return surface;
}

/**
 * dv_palette_answer:
 * @answer: from 0, not at all, to 4, fully
 * @dark: whether the surface is dark
 *
 * Returns: the colour of an answer in the scale of support
 */
DvColour
dv_palette_answer (guint    answer,
                   gboolean dark)
{
  guint i = MIN (answer, G_N_ELEMENTS (light_answers) - 1);

  return dv_colour_from_code (dark ? dark_answers[i] : light_answers[i]);
}

/**
 * dv_palette_answer_outline:
 * @dark: whether the surface is dark
 *
 * Returns: the colour around the middle answer, and of the dashes of "don't
 *   know yet"
 */
DvColour
dv_palette_answer_outline (gboolean dark)
{
  return dv_colour_from_code (dark ? 0xa9afb9 : 0x85888f);
}
