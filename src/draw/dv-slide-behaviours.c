/* dv-slide-behaviours.c
 *
 * The examples of a value, on cards
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-behaviours"

#include "config.h"

#include "dv-slide-beads.h"
#include "dv-slide-pack.h"

#include <math.h>

/* A few cards are large and tell the role in words; more are dense, with only
 * its shape; from ten on there are pages, each with its first card large. Cards
 * are all large, or all dense: the longest text decides.
 */

#define MANY 10
#define MIN_COLUMN 420.0
#define MAX_COLUMNS 3
#define BEADS_HEIGHT 40.0
#define BEADS_BOTTOM 76.0

#define ROOMY_LEFT 34.0
#define ROOMY_RIGHT 30.0
#define ROOMY_TOP 34.0
#define ROOMY_BOTTOM 30.0
#define META_GAP 16.0
#define META_GLYPH 26.0
#define META_STAR 30.0

#define DENSE_LEFT 28.0
#define DENSE_RIGHT 24.0
#define DENSE_PADDING 10.0
#define DENSE_SIGN 30.0
#define DENSE_SIGN_GAP 22.0
#define DENSE_SIZE 34.0
#define DENSE_USUAL 1230.0 /* width of a usual text on one line */

#define PANEL_LEFT 40.0
#define PANEL_RIGHT 36.0
#define PANEL_PADDING 36.0
#define PANEL_LABEL 64.0
#define PANEL_META 56.0

static const double panel_sizes[] = { 50.0, 39.0, 34.0 };

typedef struct
{
  DvSlideFrame *frame;
  double top;
  double right;
  double bottom;
  gboolean has_signs; /* some card has a glyph or a star */
} Cards;

static const DvSlideItem *
get_item (Cards *cards,
          guint  index)
{
  return g_ptr_array_index (cards->frame->slide->items, index);
}

static gboolean
is_starred (const DvSlideItem *item)
{
  return (item->marks & (DV_MARK_STAR | DV_MARK_CHOSEN)) != 0;
}

static guint
count_columns (Cards *cards)
{
  double width = cards->right - DV_SLIDE_MARGIN;

  return (guint) CLAMP (floor ((width + DV_SLIDE_GAP) / (MIN_COLUMN + DV_SLIDE_GAP)), 1.0, MAX_COLUMNS);
}

/* --- Large cards --- */

typedef struct
{
  guint n_columns;
  guint n_rows;
  double width;
  double height;
} Roomy;

/* Sets the role; on its last line there is room for the star. Its height is 0
 * when there is nothing to tell. */
static double
fit_meta (Cards             *cards,
          const DvSlideItem *item,
          double             width,
          DvSlideText       *text)
{
  static const double sizes[] = { DV_SLIDE_MIN_TEXT };
  double glyph = item->shape != DV_SHAPE_NONE ? META_GLYPH + 12.0 : 0.0;
  double star = is_starred (item) ? META_STAR + 12.0 : 0.0;

  dv_slide_fit_text (cards->frame, text, DV_FACE_DISPLAY, 500, sizes, 1, item->role, width - glyph - star, 0.0);
  if (!dv_slide_has_text (item->role))
    text->height = glyph + star > 0.0 ? text->leading : 0.0;

  return text->height > 0.0 ? text->height + META_GAP : 0.0;
}

static void
draw_meta (Cards             *cards,
           const DvSlideItem *item,
           DvSlideText       *text,
           DvSceneRect        box,
           DvColour           colour,
           DvColour           star)
{
  double y = box.y + box.height - text->height;
  double middle = y + text->leading / 2.0;
  gboolean has_glyph = item->shape != DV_SHAPE_NONE;

  if (has_glyph)
    dv_slide_draw_glyph (cards->frame, dv_slide_glyph_of_shape (item->shape), colour, box.x,
                         middle - META_GLYPH / 2.0, META_GLYPH);
  if (dv_slide_has_text (item->role))
    dv_slide_draw_text (cards->frame, text, colour, box.x + (has_glyph ? META_GLYPH + 12.0 : 0.0), y);
  if (is_starred (item))
    dv_slide_draw_glyph (cards->frame, DV_GLYPH_STAR, star, box.x + box.width - META_STAR,
                         box.y + box.height - text->leading / 2.0 - META_STAR / 2.0, META_STAR);
}

/* Whether all cards of a row or two can be as large as @size. */
static gboolean
fits_roomy (Cards       *cards,
            const Roomy *roomy,
            double       size,
            gboolean     may_break)
{
  double width = roomy->width - ROOMY_LEFT - ROOMY_RIGHT;
  gboolean fits = TRUE;

  for (guint i = 0; fits && i < cards->frame->slide->items->len; i++)
    {
      const DvSlideItem *item = get_item (cards, i);
      DvSlideText meta, text;
      double room = roomy->height - ROOMY_TOP - ROOMY_BOTTOM - fit_meta (cards, item, width, &meta);

      fits = dv_slide_fit_text (cards->frame, &text, DV_FACE_DISPLAY, 500, &size, 1, item->text, width, room) &&
             (may_break || !text.has_broken);
      dv_slide_text_clear (&text);
      dv_slide_text_clear (&meta);
    }

  return fits;
}

static void
draw_roomy (Cards       *cards,
            const Roomy *roomy,
            double       size)
{
  DvSlideFrame *frame = cards->frame;

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = get_item (cards, i);
      double x = DV_SLIDE_MARGIN + (i % roomy->n_columns) * (roomy->width + DV_SLIDE_GAP);
      double y = cards->top + (i / roomy->n_columns) * (roomy->height + DV_SLIDE_GAP);
      DvSceneRect box = { x + ROOMY_LEFT, y + ROOMY_TOP, roomy->width - ROOMY_LEFT - ROOMY_RIGHT,
                          roomy->height - ROOMY_TOP - ROOMY_BOTTOM };
      DvSlideText text, meta;

      dv_scene_begin_part (frame->scene, item->id);
      dv_slide_draw_card (frame, x, y, roomy->width, roomy->height, is_starred (item), frame->slide->number);
      dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 500, &size, 1, item->text, box.width, 0.0);
      dv_slide_draw_text (frame, &text, frame->colours.text, box.x, box.y);
      fit_meta (cards, item, box.width, &meta);
      draw_meta (cards, item, &meta, box, frame->colours.dim, frame->value.ink);
      dv_slide_text_clear (&text);
      dv_slide_text_clear (&meta);
      dv_scene_end_part (frame->scene);
    }
}

/* One to three cards in a row, four to six in two. */
static gboolean
paint_roomy (Cards *cards)
{
  static const double sizes[] = { 52.0, 45.0, 39.0 };
  guint n_items = cards->frame->slide->items->len;
  Roomy roomy = { .n_columns = count_columns (cards) };
  double width = cards->right - DV_SLIDE_MARGIN;

  if (n_items > 6)
    return FALSE;

  roomy.n_rows = MAX ((n_items + roomy.n_columns - 1) / roomy.n_columns, n_items > 3 ? 2 : 1);
  roomy.width = (width - (roomy.n_columns - 1) * DV_SLIDE_GAP) / roomy.n_columns;
  roomy.height = (cards->bottom - cards->top - (roomy.n_rows - 1) * DV_SLIDE_GAP) / roomy.n_rows;
  for (guint i = n_items > 3 ? 2 : 0; i < G_N_ELEMENTS (sizes); i++)
    if (fits_roomy (cards, &roomy, sizes[i], FALSE))
      {
        draw_roomy (cards, &roomy, sizes[i]);
        return TRUE;
      }

  return FALSE;
}

/* --- Dense cards and the panel --- */

static double
sign_width (Cards *cards)
{
  return cards->has_signs ? DENSE_SIGN + DENSE_SIGN_GAP : 0.0;
}

static void
draw_signs (Cards             *cards,
            const DvSlideItem *item,
            double             x,
            double             middle)
{
  DvSlideFrame *frame = cards->frame;
  gboolean has_glyph = item->shape != DV_SHAPE_NONE;
  double height = (has_glyph ? 28.0 : 0.0) + (is_starred (item) ? DENSE_SIGN : 0.0) +
                  (has_glyph && is_starred (item) ? 16.0 : 0.0);
  double y = middle - height / 2.0;

  if (has_glyph)
    {
      dv_slide_draw_glyph (frame, dv_slide_glyph_of_shape (item->shape), frame->colours.text, x + 1.0, y, 28.0);
      y += 44.0;
    }
  if (is_starred (item))
    dv_slide_draw_glyph (frame, DV_GLYPH_STAR, frame->value.ink, x, y, DENSE_SIGN);
}

static void
draw_dense (Cards              *cards,
            const DvSlidePlace *place,
            DvSceneRect         box)
{
  /* The smaller ones only if the division over pages misjudged a text. */
  static const double sizes[] = { DENSE_SIZE, 31.0, DV_SLIDE_MIN_TEXT };
  DvSlideFrame *frame = cards->frame;
  const DvSlideItem *item = get_item (cards, place->item);
  double left = box.x + DENSE_LEFT + sign_width (cards);
  double room = place->n_parts > 1 ? 0.0 : box.height;
  DvSlideText text;
  int from, to;

  dv_slide_draw_card (frame, box.x, box.y, box.width, box.height, is_starred (item), frame->slide->number);
  draw_signs (cards, item, box.x + DENSE_LEFT, box.y + box.height / 2.0);
  dv_slide_fit_card (frame, &text, 500, sizes, place->n_parts > 1 ? 1 : G_N_ELEMENTS (sizes), item->text,
                     box.x + box.width - DENSE_RIGHT - left, room);
  dv_slide_place_lines (place, &text, &from, &to);
  dv_slide_draw_lines (frame, &text, frame->colours.text, left,
                       box.y + (box.height - (to - from) * text.leading) / 2.0, from, to);
  dv_slide_text_clear (&text);
}

static void
draw_panel (Cards              *cards,
            const DvSlidePlace *place,
            DvSceneRect         box)
{
  DvSlideFrame *frame = cards->frame;
  const DvSlideItem *item = get_item (cards, place->item);
  DvColour colour = frame->is_dark ? frame->colours.paper : dv_colour_from_code (0xffffff);
  DvSceneRect inner = { box.x + PANEL_LEFT, box.y + PANEL_PADDING, box.width - PANEL_LEFT - PANEL_RIGHT,
                        box.height - 2.0 * PANEL_PADDING };
  const double sizes[] = { place->size, MIN (place->size, 40.0), MIN (place->size, 34.0), DV_SLIDE_MIN_TEXT };
  double y = inner.y;
  DvSlideText text, meta;

  dv_scene_round_rect (frame->scene, box.x, box.y, box.width, box.height, 24.0);
  dv_scene_fill (frame->scene, frame->value.ink);
  if (place->item == 0 && dv_slide_has_text (frame->slide->newest))
    {
      dv_slide_draw_line (frame, DV_FACE_DISPLAY, 500, 30.0, frame->slide->newest, colour, inner.x, y + 30.0,
                          PANGO_ALIGN_LEFT);
      y += PANEL_LABEL;
    }
  /* Pages are divided by guessing; a role of many words may leave less room. */
  fit_meta (cards, item, inner.width, &meta);
  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 600, sizes, G_N_ELEMENTS (sizes), item->text, inner.width,
                     MAX (inner.y + inner.height - y - meta.height, 1.0));
  dv_slide_draw_text (frame, &text, colour, inner.x, y);
  draw_meta (cards, item, &meta, inner, colour, colour);
  dv_slide_text_clear (&text);
  dv_slide_text_clear (&meta);
}

static void
draw_place (Cards              *cards,
            const DvSlideGrid  *grid,
            const DvSlidePlace *place)
{
  DvSceneRect box = dv_slide_grid_get (grid, place);

  dv_scene_begin_part (cards->frame->scene, get_item (cards, place->item)->id);
  if (place->is_panel)
    draw_panel (cards, place, box);
  else
    draw_dense (cards, place, box);
  dv_scene_end_part (cards->frame->scene);
}

/* As many as leave room for a text of the usual length. */
static guint
count_rows (const DvSlideGrid *grid,
            double             width)
{
  double n_lines = CLAMP (ceil (DENSE_USUAL / (width - grid->room_x)), 2.0, 4.0);
  double height = n_lines * dv_slide_leading (grid->size) + grid->room_y;

  return (guint) CLAMP (floor ((grid->height + grid->gap) / (height + grid->gap)), 1.0, DV_SLIDE_PACK_MAX);
}

static void
make_grid (Cards       *cards,
           gboolean     has_panel,
           DvSlideGrid *grid)
{
  double width = cards->right - DV_SLIDE_MARGIN;
  guint n_columns = count_columns (cards);
  double first = 0.0, others;

  *grid = (DvSlideGrid){ .x = DV_SLIDE_MARGIN, .y = cards->top, .height = cards->bottom - cards->top,
                         .gap = DV_SLIDE_GAP_DENSE, .column_gap = DV_SLIDE_GAP_DENSE, .has_panel = has_panel, .size = DENSE_SIZE, .weight = 500,
                         .room_x = DENSE_LEFT + DENSE_RIGHT + sign_width (cards), .room_y = 2.0 * DENSE_PADDING,
                         .panel_sizes = panel_sizes, .n_panel_sizes = G_N_ELEMENTS (panel_sizes), .panel_weight = 600,
                         .panel_room_x = PANEL_LEFT + PANEL_RIGHT,
                         .panel_room_y = 2.0 * PANEL_PADDING + PANEL_LABEL + PANEL_META };
  if (has_panel && n_columns > 1)
    first = CLAMP (width * 0.3165, 320.0, 440.0);
  others = (width - first - (n_columns - 1) * grid->gap) / (first > 0.0 ? n_columns - 1 : n_columns);
  grid->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    grid->widths[i] = i == 0 && first > 0.0 ? first : others;
  grid->n_rows = count_rows (grid, others);
  if (!has_panel)
    grid->n_rows = MIN (grid->n_rows, (cards->frame->slide->items->len + n_columns - 1) / n_columns);
}

static void
paint_dense (Cards *cards)
{
  DvSlideFrame *frame = cards->frame;
  gboolean has_panel = frame->slide->items->len >= MANY;
  g_autoptr (GArray) places = NULL;
  DvSlideGrid grid;

  make_grid (cards, has_panel, &grid);
  places = dv_slide_pack (frame, &grid);
  if (!has_panel && places->len > 0 && g_array_index (places, DvSlidePlace, places->len - 1).page > 0)
    {
      /* Long texts: make room to tell which page this is. */
      g_array_unref (places);
      cards->bottom = frame->height - BEADS_BOTTOM - BEADS_HEIGHT - 28.0;
      make_grid (cards, has_panel, &grid);
      places = dv_slide_pack (frame, &grid);
    }

  dv_slide_set_pages (frame, places->len > 0 ? g_array_index (places, DvSlidePlace, places->len - 1).page + 1 : 1);
  for (guint i = 0; i < places->len; i++)
    {
      const DvSlidePlace *place = &g_array_index (places, DvSlidePlace, i);

      if (place->page == frame->page)
        draw_place (cards, &grid, place);
    }
  if (has_panel || frame->n_pages > 1)
    dv_slide_draw_beads (frame, places, frame->height - BEADS_BOTTOM - BEADS_HEIGHT, cards->right);
}

/**
 * dv_slide_paint_behaviours:
 * @frame: a scene
 *
 * Draws the examples of a value, newest first, or one of them in the light.
 */
void
dv_slide_paint_behaviours (DvSlideFrame *frame)
{
  const DvSlide *slide = frame->slide;
  const DvSlideItem *spotlight = dv_slide_get_spotlight (slide);
  Cards cards = { .frame = frame };

  cards.top = dv_slide_draw_head (frame);
  cards.right = dv_slide_draw_join (frame, cards.top);
  cards.bottom = frame->height - DV_SLIDE_MARGIN;
  for (guint i = 0; i < slide->items->len && !cards.has_signs; i++)
    cards.has_signs = get_item (&cards, i)->shape != DV_SHAPE_NONE || is_starred (get_item (&cards, i));

  if (spotlight != NULL)
    {
      dv_slide_draw_spotlight (frame, cards.top, cards.right, cards.bottom, spotlight);
      return;
    }
  if (slide->items->len >= MANY)
    cards.bottom = frame->height - BEADS_BOTTOM - BEADS_HEIGHT - 28.0;
  if (slide->items->len > 0 && !paint_roomy (&cards))
    paint_dense (&cards);
}
