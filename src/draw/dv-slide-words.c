/* dv-slide-words.c
 *
 * The key words as a cloud: of residents, of both, of staff
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-words"

#include "config.h"

#include <math.h>

#include "dv-cloud-shape.h"
#include "dv-slide-frame.h"
#include "dv-text-stop.h"

/* Three zones beside each other, above each other where the page is narrow; one
 * when only one group has given words. All words have one scale: the area of a
 * word tells how often it was given, also beside those of another zone. What is
 * too small to be read, or finds no room, is counted at the foot.
 */

#define MAX_SIZE 88.0
#define WEIGHT 600
#define TRACKING -0.02 /* the same at every size, so that outlines are too */
#define GAP_X 26.0
#define GAP_Y 15.0
#define PANEL_PADDING 32.0
#define PANEL_RADIUS 32.0
#define FOOT_SIZE 34.0
#define FOOT_GLYPH 34.0
#define FOOT_LINE 48.0
#define FOOT_BOTTOM 48.0
#define FOOT_GAP 32.0
#define STACKED_BELOW 1200.0
#define PATIENCE 6
#define MOST_WORDS 120 /* of a zone; more than find room in any */

/* What letters go up and down from their baseline, in em. */
#define ASCENT 0.73
#define DESCENT 0.2

/* How full a zone is to be from top to bottom, and what words may move for it. */
#define FULL 0.84
#define MOST_STRETCH 1.4

/* All words a step smaller, as long as that gets more of them on the page. */
static const double scales[] = { 1.0, 0.9, 0.8, 0.7, 0.6, 0.5 };

typedef struct
{
  DvSlideSide side;
  DvSceneRect room;  /* for words */
  DvSceneRect panel; /* with what is around them */
  GPtrArray *items;  /* DvSlideItem, borrowed; those that may be drawn */
  DvCloudWord *words;
  guint n_left;      /* not drawn */
} Zone;

static const char *
get_label (DvSlideFrame    *frame,
           DvSlideWordLabel label)
{
  return frame->slide->labels != NULL && g_strv_length (frame->slide->labels) > (guint) label
           ? frame->slide->labels[label]
           : "";
}

static DvColour
get_colour (DvSlideFrame *frame,
            DvSlideSide   side)
{
  if (side == DV_SLIDE_SIDE_BOTH)
    return frame->colours.text;

  return side == DV_SLIDE_SIDE_STAFF ? frame->colours.staff : frame->colours.residents;
}

static DvFont
get_font (double size)
{
  return (DvFont){ .face = DV_FACE_DISPLAY, .size = size, .weight = WEIGHT, .tracking = TRACKING };
}

/* --- Zones --- */

static void
zone_init (Zone       *zone,
           DvSlideSide side)
{
  *zone = (Zone){ .side = side, .items = g_ptr_array_new () };
}

static void
zone_clear (Zone *zone)
{
  g_ptr_array_unref (zone->items);
  g_free (zone->words);
}

static void
sum_sides (DvSlideFrame *frame,
           guint        *residents,
           guint        *staff)
{
  *residents = *staff = 0;
  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);

      *residents += item->residents;
      *staff += item->staff;
    }
}

static guint
make_zones (DvSlideFrame *frame,
            Zone          zones[3])
{
  guint residents, staff, n = 0;

  sum_sides (frame, &residents, &staff);
  if (residents > 0)
    zone_init (&zones[n++], DV_SLIDE_SIDE_RESIDENTS);
  if (residents > 0 && staff > 0)
    zone_init (&zones[n++], DV_SLIDE_SIDE_BOTH);
  if (staff > 0)
    zone_init (&zones[n++], DV_SLIDE_SIDE_STAFF);

  for (guint i = 0; i < frame->slide->items->len; i++)
    {
      DvSlideItem *item = g_ptr_array_index (frame->slide->items, i);

      for (guint j = 0; j < n; j++)
        {
          if (n > 1 && zones[j].side != item->side)
            continue;
          if (zones[j].items->len == MOST_WORDS || dv_text_is_stop (frame->slide->language, item->text))
            zones[j].n_left++;
          else
            g_ptr_array_add (zones[j].items, item);
        }
    }

  return n;
}

/* The middle one is a little wider and lies on a panel. */
static void
divide_page (Zone    *zones,
             guint    n,
             gboolean is_stacked,
             double   left,
             double   top,
             double   right,
             double   bottom)
{
  double gap = DV_SLIDE_GAP, room = (is_stacked ? bottom - top : right - left) - (n - 1) * gap;
  double at = is_stacked ? top : left;

  for (guint i = 0; i < n; i++)
    {
      Zone *zone = &zones[i];
      double length = room * (n == 1 ? 1.0 : i == 1 ? 0.354 : 0.323);
      double padding = zone->side == DV_SLIDE_SIDE_BOTH ? PANEL_PADDING : 0.0;

      zone->panel = is_stacked ? (DvSceneRect){ left, at, right - left, length }
                               : (DvSceneRect){ at, top, length, bottom - top };
      zone->room = (DvSceneRect){ zone->panel.x + padding, zone->panel.y + padding, zone->panel.width - 2.0 * padding,
                                  zone->panel.height - 2.0 * padding };
      at += length + gap;
    }
}

/* --- Words --- */

static guint
find_highest (Zone *zones,
              guint n)
{
  guint highest = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < zones[i].items->len; j++)
      highest = MAX (highest, ((const DvSlideItem *) g_ptr_array_index (zones[i].items, j))->count);

  return highest;
}

/* From left to right as much as staff gave it, with some room to both sides, so
 * that words that only one group gave do not stand in a row. */
static double
find_home (const DvSlideItem *item,
           const Zone        *zone,
           guint              residents,
           guint              staff,
           double             width)
{
  double of_residents = residents > 0 ? (double) item->residents / residents : 0.0;
  double of_staff = staff > 0 ? (double) item->staff / staff : 0.0;
  double share = of_residents + of_staff > 0.0 ? of_staff / (of_residents + of_staff) : 0.5;
  guint hash = g_str_hash (item->text) * 2654435761u;
  double spread = (hash >> 16) / 65535.0;
  double part;

  if (residents == 0 || staff == 0)
    part = 0.25 + 0.5 * spread;
  else if (zone->side == DV_SLIDE_SIDE_BOTH)
    part = 0.5 * spread + 0.5 * CLAMP ((share - 0.34) / 0.32, 0.0, 1.0);
  else
    part = 0.6 * spread + 0.4 * (zone->side == DV_SLIDE_SIDE_STAFF ? 1.0 - (1.0 - share) / 0.5 : share / 0.5);

  return width / 2.0 + CLAMP (part, 0.0, 1.0) * MAX (zone->room.width - width, 0.0);
}

/* A word that is wider than its zone is made smaller rather than left out. */
static double
find_size (const DvCloudShape *shape,
           double              size,
           double              width)
{
  double most = width * DV_CLOUD_COLUMNS / MAX (shape->n_columns, 1) - 2.0;

  return floor (MIN (size, most));
}

static double
size_of (const DvSlideItem *item,
         guint              highest,
         double             scale)
{
  return MAX_SIZE * scale * sqrt ((double) item->count / highest);
}

/* What could not be read at any scale needs no outline. */
static void
shape_words (DvSlideFrame  *frame,
             DvCloudShapes *shapes,
             Zone          *zone,
             guint          highest)
{
  DvFont font = get_font (DV_CLOUD_COLUMNS);

  zone->words = g_new0 (DvCloudWord, zone->items->len + 1);
  for (guint i = 0; i < zone->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (zone->items, i);
      g_autoptr (PangoLayout) layout = NULL;

      if (size_of (item, highest, 1.0) < DV_SLIDE_MIN_TEXT)
        continue;
      layout = dv_shaper_layout (frame->shaper, &font, item->text, -1.0, PANGO_ALIGN_LEFT);
      zone->words[i].shape = dv_cloud_shapes_make (shapes, layout);
    }
}

/* Returns how many words are on the page, all zones together; in @n_legible how
 * many could be, if there were room. */
static guint
place_words (DvSlideFrame *frame,
             Zone         *zones,
             guint         n_zones,
             guint         highest,
             double        scale,
             guint        *n_legible)
{
  guint n_placed = 0, residents, staff;

  *n_legible = 0;
  sum_sides (frame, &residents, &staff);
  for (guint i = 0; i < n_zones; i++)
    {
      Zone *zone = &zones[i];
      DvCloudZone room = { floor (zone->room.width), floor (zone->room.height), GAP_X, GAP_Y, 1.0, 0.8, PATIENCE };

      for (guint j = 0; j < zone->items->len; j++)
        {
          const DvSlideItem *item = g_ptr_array_index (zone->items, j);
          DvCloudWord *word = &zone->words[j];
          double size = size_of (item, highest, scale);

          if (size >= DV_SLIDE_MIN_TEXT)
            size = find_size (&word->shape, size, room.width);
          word->size = size < DV_SLIDE_MIN_TEXT ? 0.0 : size;
          *n_legible += word->size > 0.0 ? 1 : 0;
          word->home_x = find_home (item, zone, residents, staff, word->shape.n_columns * size / DV_CLOUD_COLUMNS);
          word->home_y = room.height / 2.0;
        }
      n_placed += dv_cloud_place (&room, zone->words, zone->items->len, 1.0);
    }

  return n_placed;
}

/* The largest scale at which as many words are on the page as at any smaller. */
static void
choose_scale (DvSlideFrame *frame,
              Zone         *zones,
              guint         n_zones,
              guint         highest)
{
  guint most = 0, chosen = 0, n_placed, n_legible;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      n_placed = place_words (frame, zones, n_zones, highest, scales[i], &n_legible);
      if (n_placed > most)
        {
          most = n_placed;
          chosen = i;
        }
      /* Smaller ones would only be harder to read. */
      if (n_placed == n_legible)
        break;
    }
  place_words (frame, zones, n_zones, highest, scales[chosen], &n_legible);
}

/* How a zone is made fuller: words stay above each other as they are, and go up
 * and down from the middle. */
typedef struct
{
  double middle;
  double factor;
} Stretch;

static Stretch
find_stretch (const Zone *zone)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  double first = G_MAXDOUBLE, last = -G_MAXDOUBLE;
  Stretch stretch = { 0.0, 1.0 };

  for (guint i = 0; i < zone->items->len; i++)
    {
      const DvCloudWord *word = &zone->words[i];

      if (!word->is_placed)
        continue;
      top = MIN (top, word->baseline - word->size * ASCENT);
      bottom = MAX (bottom, word->baseline + word->size * DESCENT);
      first = MIN (first, word->baseline);
      last = MAX (last, word->baseline);
    }
  if (last - first > 1.0)
    stretch.factor = CLAMP (1.0 + (zone->room.height * FULL - (bottom - top)) / (last - first), 1.0, MOST_STRETCH);
  stretch.middle = (top + bottom) / 2.0;

  return stretch;
}

static void
draw_words (DvSlideFrame *frame,
            Zone         *zone)
{
  Stretch stretch = find_stretch (zone);

  for (guint i = 0; i < zone->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (zone->items, i);
      const DvCloudWord *word = &zone->words[i];
      DvFont font = get_font (word->size);

      if (!word->is_placed)
        {
          zone->n_left++;
          continue;
        }
      dv_scene_begin_part (frame->scene, item->id);
      dv_scene_text (frame->scene, &font, get_colour (frame, zone->side), item->text, zone->room.x + word->x,
                     zone->room.y + round (zone->room.height / 2.0 + (word->baseline - stretch.middle) * stretch.factor),
                     PANGO_ALIGN_LEFT);
      dv_scene_end_part (frame->scene);
    }
}

/* --- Foot --- */

typedef struct
{
  DvGlyph glyph;
  const char *name;
  const char *count;
  char *more; /* owned: "+31 in the list", empty when all are drawn */
  double name_width;
  double count_width;
  double more_width;
} Foot;

static void
foot_init (DvSlideFrame *frame,
           Foot         *foot,
           const Zone   *zone,
           guint         n_left)
{
  static const struct
  {
    DvGlyph glyph;
    DvSlideWordLabel name;
    DvSlideWordLabel count;
  } sides[] = {
    [DV_SLIDE_SIDE_RESIDENTS] = { DV_GLYPH_HOUSE, DV_SLIDE_WORDS_RESIDENTS, DV_SLIDE_WORDS_N_RESIDENTS },
    [DV_SLIDE_SIDE_BOTH] = { DV_GLYPH_NONE, DV_SLIDE_WORDS_BOTH, DV_SLIDE_WORDS_N_LABELS },
    [DV_SLIDE_SIDE_STAFF] = { DV_GLYPH_TOWN_HALL, DV_SLIDE_WORDS_STAFF, DV_SLIDE_WORDS_N_STAFF },
  };

  *foot = (Foot){ .glyph = sides[zone->side].glyph };
  foot->name = get_label (frame, sides[zone->side].name);
  foot->count = get_label (frame, sides[zone->side].count);
  foot->more = n_left > 0 ? g_strdup_printf ("+%u %s", n_left, get_label (frame, DV_SLIDE_WORDS_IN_LIST)) : g_strdup ("");
  foot->name_width = dv_slide_line_width (frame, DV_FACE_DISPLAY, 600, FOOT_SIZE, foot->name);
  foot->count_width = dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, FOOT_SIZE, foot->count);
  foot->more_width = dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, DV_SLIDE_MIN_TEXT, foot->more);
}

static double
foot_width (const Foot *foot,
            gboolean    has_more)
{
  double width = foot->name_width;

  if (foot->glyph != DV_GLYPH_NONE)
    width += FOOT_GLYPH + 16.0;
  if (foot->count_width > 0.0)
    width += foot->count_width + 16.0;
  if (has_more && foot->more_width > 0.0)
    width += foot->more_width + 28.0;

  return width;
}

/* Glyph, name and how many words the group gave, then what is only in the list:
 * on the same line, or where that is too long on one below it. */
static void
draw_foot (DvSlideFrame *frame,
           const Zone   *zone,
           const Foot   *foot,
           gboolean      is_broken,
           double        baseline)
{
  DvColour colour = get_colour (frame, zone->side);
  double width = foot_width (foot, !is_broken);
  double x = zone->panel.x, more_x;

  if (zone->side == DV_SLIDE_SIDE_BOTH)
    x += (zone->panel.width - width) / 2.0;
  else if (zone->side == DV_SLIDE_SIDE_STAFF && zone->panel.x > DV_SLIDE_MARGIN + 1.0)
    x += zone->panel.width - width;

  more_x = x + width - foot->more_width;
  if (is_broken && zone->side == DV_SLIDE_SIDE_BOTH)
    more_x = zone->panel.x + (zone->panel.width - foot->more_width) / 2.0;
  else if (is_broken && x < zone->panel.x + 1.0)
    more_x = x;
  else if (!is_broken && x > zone->panel.x + 1.0 && zone->side == DV_SLIDE_SIDE_STAFF && foot->more_width > 0.0)
    {
      more_x = x;
      x += foot->more_width + 28.0;
    }

  dv_slide_draw_glyph (frame, foot->glyph, colour, x, baseline - FOOT_GLYPH * 0.86, FOOT_GLYPH);
  if (foot->glyph != DV_GLYPH_NONE)
    x += FOOT_GLYPH + 16.0;
  x += dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, FOOT_SIZE, foot->name, colour, x, baseline, PANGO_ALIGN_LEFT);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, FOOT_SIZE, foot->count, colour, x + 16.0, baseline, PANGO_ALIGN_LEFT);
  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, DV_SLIDE_MIN_TEXT, foot->more, frame->colours.dim, more_x,
                      is_broken ? baseline + FOOT_LINE * 0.85 : baseline, PANGO_ALIGN_LEFT);
}

/* --- The scene --- */

static void
draw_nothing (DvSlideFrame *frame,
              double        top,
              double        bottom)
{
  static const double sizes[] = { 48.0, 40.0, 34.0, DV_SLIDE_MIN_TEXT };
  DvSlideText text;

  dv_slide_fit_text (frame, &text, DV_FACE_DISPLAY, 400, sizes, G_N_ELEMENTS (sizes), frame->slide->text,
                     frame->width - 2.0 * DV_SLIDE_MARGIN, bottom - top);
  dv_slide_draw_text (frame, &text, frame->colours.dim, DV_SLIDE_MARGIN, top + 32.0);
  dv_slide_text_clear (&text);
}

/* Which words go on the page is known only when they are placed, and the foot
 * has to be known before: that all are left out is the longest it can be. */
static gboolean
is_foot_broken (DvSlideFrame *frame,
                const Zone   *zones,
                guint         n_zones)
{
  gboolean is_broken = FALSE;

  for (guint i = 0; i < n_zones; i++)
    {
      Foot foot;

      foot_init (frame, &foot, &zones[i], frame->slide->items->len);
      is_broken |= foot_width (&foot, TRUE) > zones[i].panel.width;
      g_free (foot.more);
    }

  return is_broken;
}

static void
draw_cloud (DvSlideFrame *frame,
            Zone         *zones,
            guint         n_zones,
            double        top)
{
  gboolean is_stacked = n_zones > 1 && frame->width < STACKED_BELOW, is_broken;
  double right = frame->width - DV_SLIDE_MARGIN, bottom = frame->height - FOOT_BOTTOM;
  g_autoptr (DvCloudShapes) shapes = dv_cloud_shapes_new ();
  guint highest = MAX (find_highest (zones, n_zones), 1);

  divide_page (zones, n_zones, is_stacked, DV_SLIDE_MARGIN, top, right, bottom);
  is_broken = is_foot_broken (frame, zones, n_zones);
  if (!is_stacked)
    divide_page (zones, n_zones, FALSE, DV_SLIDE_MARGIN, top, right,
                 bottom - FOOT_LINE * (is_broken ? 2.0 : 1.0) - FOOT_GAP);

  for (guint i = 0; i < n_zones; i++)
    {
      Zone *zone = &zones[i];

      if (is_stacked)
        zone->room.height -= FOOT_LINE + 8.0;
      shape_words (frame, shapes, zone, highest);
      if (zone->side == DV_SLIDE_SIDE_BOTH)
        {
          dv_scene_round_rect (frame->scene, zone->panel.x, zone->panel.y, zone->panel.width, zone->panel.height,
                               PANEL_RADIUS);
          dv_scene_fill (frame->scene, frame->colours.panel);
        }
    }

  choose_scale (frame, zones, n_zones, highest);
  for (guint i = 0; i < n_zones; i++)
    {
      double baseline = is_stacked ? zones[i].panel.y + zones[i].panel.height - 24.0
                                   : bottom - 12.0 - (is_broken ? FOOT_LINE * 0.85 : 0.0);
      Foot foot;

      draw_words (frame, &zones[i]);
      foot_init (frame, &foot, &zones[i], zones[i].n_left);
      draw_foot (frame, &zones[i], &foot, is_broken && !is_stacked, baseline);
      g_free (foot.more);
    }
}

/**
 * dv_slide_paint_words:
 * @frame: a scene of key words, with their forms counted as one
 *
 * Draws the cloud.
 */
void
dv_slide_paint_words (DvSlideFrame *frame)
{
  const DvSlideItem *spotlight = dv_slide_get_spotlight (frame->slide);
  double top = dv_slide_draw_headline (frame);
  Zone zones[3];
  guint n_zones;

  if (spotlight != NULL)
    {
      dv_slide_draw_spotlight (frame, top, frame->width - DV_SLIDE_MARGIN, dv_slide_get_bottom (frame, FALSE), spotlight);
      return;
    }

  n_zones = make_zones (frame, zones);
  if (n_zones == 0)
    draw_nothing (frame, top, dv_slide_get_bottom (frame, FALSE));
  else
    draw_cloud (frame, zones, n_zones, top);
  for (guint i = 0; i < n_zones; i++)
    zone_clear (&zones[i]);
}
