/* dv-slide-map.c
 *
 * The strategy map on the projector, whole and lane by lane
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-map"

#include "config.h"

#include "dv-document-text.h"
#include "dv-slide-map-pages.h"
#include "dv-slide-frame.h"

/* The map needs all the room there is, so its title is one line and the legend
 * stands beside it.
 */

#define TITLE_BASELINE 100.0
#define TITLE_GAP 28.0
#define LEGEND_SIZE 28.0
#define LEGEND_GLYPH 26.0
#define LEGEND_GAP 40.0
#define MAP_GAP 14.0
#define BOTTOM 44.0
#define PAGE_WIDTH 100.0

static const double title_sizes[] = { 56.0, 48.0, 40.0, 34.0, DV_SLIDE_MIN_TEXT };
static const double subtitle_sizes[] = { 32.0, DV_SLIDE_MIN_TEXT };

static const struct
{
  DvStatus status;
  DvGlyph glyph;
  DvDocumentText text;
} legend[] = {
  { DV_STATUS_ON_COURSE, DV_GLYPH_ON_COURSE, DV_TEXT_ON_COURSE },
  { DV_STATUS_ATTENTION, DV_GLYPH_ATTENTION, DV_TEXT_NEEDS_ATTENTION },
  { DV_STATUS_BEHIND, DV_GLYPH_BEHIND, DV_TEXT_BEHIND },
};

static gboolean
has_status (const DvMapGraph *graph)
{
  for (guint i = 0; i < graph->nodes->len; i++)
    if (g_array_index (graph->nodes, DvMapNode, i).status != DV_STATUS_NONE)
      return TRUE;

  return FALSE;
}

/* Draws the legend from the right, if @is_drawn; returns how wide it is. */
static double
draw_legend (DvSlideFrame *frame,
             double        baseline,
             gboolean      is_drawn)
{
  DvSurface surface = dv_palette_surface (frame->is_dark);
  const DvColour colours[] = { surface.on_course, surface.attention, surface.behind };
  double x = frame->width - DV_SLIDE_MARGIN;

  if (!has_status (frame->slide->map))
    return 0.0;

  for (guint i = G_N_ELEMENTS (legend); i-- > 0;)
    {
      const char *text = dv_document_text (frame->slide->language, legend[i].text);

      x -= dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, LEGEND_SIZE, text);
      if (is_drawn)
        dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, LEGEND_SIZE, text, frame->colours.dim, x, baseline,
                            PANGO_ALIGN_LEFT);
      x -= LEGEND_GLYPH + 12.0;
      if (is_drawn)
        dv_slide_draw_glyph (frame, legend[i].glyph, colours[i], x, baseline - 22.0, LEGEND_GLYPH);
      x -= LEGEND_GAP;
    }

  return frame->width - DV_SLIDE_MARGIN - x;
}

/* How to read the arrows, at the right under the legend if there is room
 * beside it for the number of the page. */
static gboolean
draw_hint (DvSlideFrame *frame,
           double        baseline,
           double        left)
{
  const char *hint = frame->slide->foot;
  double right = frame->width - DV_SLIDE_MARGIN - PAGE_WIDTH;

  if (!dv_slide_has_text (hint) ||
      left + dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, LEGEND_SIZE, hint) + TITLE_GAP > right)
    return FALSE;

  dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, LEGEND_SIZE, hint, frame->colours.dim, right, baseline,
                      PANGO_ALIGN_RIGHT);

  return TRUE;
}

/* Title, and the subtitle beside it or else below it; returns where the map
 * begins. */
static double
draw_map_head (DvSlideFrame *frame,
               double       *page_baseline)
{
  const DvSlide *slide = frame->slide;
  double content = frame->width - 2.0 * DV_SLIDE_MARGIN, legend_width = draw_legend (frame, 0.0, FALSE), x, bottom;
  double corner = dv_slide_draw_corner (frame);
  gboolean legend_below = corner > 0.0 || legend_width > content * 0.5;
  double width = content - corner - (legend_below ? 0.0 : legend_width);
  DvSlideText title, subtitle;

  *page_baseline = 0.0;
  dv_slide_fit_text (frame, &title, DV_FACE_DISPLAY, 700, title_sizes, G_N_ELEMENTS (title_sizes), slide->title, width, 76.0);
  dv_slide_draw_text (frame, &title, frame->colours.text, DV_SLIDE_MARGIN, 48.0);
  bottom = 48.0 + (dv_slide_has_text (slide->title) ? title.height : 0.0);
  if (dv_slide_has_text (slide->subtitle))
    {
      double baseline = 48.0 + dv_shaper_first_baseline (frame->shaper, &title.font, title.leading);

      x = DV_SLIDE_MARGIN + dv_slide_line_width (frame, DV_FACE_DISPLAY, 700, title.font.size, slide->title) + TITLE_GAP;
      if (title.n_lines == 1 &&
          x + dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, LEGEND_SIZE, slide->subtitle) <= DV_SLIDE_MARGIN + width)
        {
          dv_slide_draw_line (frame, DV_FACE_DISPLAY, 400, LEGEND_SIZE, slide->subtitle, frame->colours.dim, x, baseline,
                              PANGO_ALIGN_LEFT);
        }
      else
        {
          dv_slide_fit_text (frame, &subtitle, DV_FACE_DISPLAY, 400, subtitle_sizes, G_N_ELEMENTS (subtitle_sizes),
                             slide->subtitle, content - corner, 0.0);
          dv_slide_draw_text (frame, &subtitle, frame->colours.dim, DV_SLIDE_MARGIN, bottom);
          x = DV_SLIDE_MARGIN + dv_slide_line_width (frame, DV_FACE_DISPLAY, 400, subtitle.font.size, slide->subtitle);
          baseline = bottom + dv_shaper_first_baseline (frame->shaper, &subtitle.font, subtitle.leading);
          if (!legend_below && corner <= 0.0 && subtitle.n_lines == 1 && draw_hint (frame, baseline, x))
            *page_baseline = baseline;
          bottom += subtitle.height;
          dv_slide_text_clear (&subtitle);
        }
    }
  dv_slide_text_clear (&title);
  if (corner > 0.0)
    bottom = MAX (bottom, DV_SLIDE_CORNER_BOTTOM);
  if (legend_below && legend_width > 0.0)
    bottom += 40.0;
  if (legend_width > 0.0)
    draw_legend (frame, legend_below ? bottom - 6.0 : TITLE_BASELINE - 2.0, TRUE);

  return bottom + MAP_GAP;
}

static int
find_node (const DvMapGraph *graph,
           const char       *id)
{
  for (guint i = 0; id != NULL && i < graph->nodes->len; i++)
    if (g_strcmp0 (g_array_index (graph->nodes, DvMapNode, i).id, id) == 0)
      return (int) i;

  return -1;
}

/* Follows the links from a node one way, to the very end. */
static void
light_chain (const DvMapGraph *graph,
             guint             from,
             gboolean          upward,
             DvMapLook        *looks)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *seen = g_new0 (gboolean, graph->nodes->len);

  g_array_append_val (queue, from);
  seen[from] = TRUE;
  for (guint i = 0; i < queue->len; i++)
    {
      guint node = g_array_index (queue, guint, i);

      looks[node] = DV_MAP_LIT;
      for (guint j = 0; j < graph->links->len; j++)
        {
          const DvMapLink *link = &g_array_index (graph->links, DvMapLink, j);
          guint near = upward ? link->source : link->target, far = upward ? link->target : link->source;

          if (near != node || far >= graph->nodes->len || seen[far])
            continue;
          seen[far] = TRUE;
          g_array_append_val (queue, far);
        }
    }
}

/* How each node of the whole map looks: the chain of the one in the light, all
 * that leads to it and all it leads to. */
static DvMapLook *
make_looks (const DvMapGraph *graph,
            const char       *spotlight)
{
  DvMapLook *looks = g_new0 (DvMapLook, graph->nodes->len + 1);
  int node = find_node (graph, spotlight);

  if (node < 0)
    return looks;

  for (guint i = 0; i < graph->nodes->len; i++)
    looks[i] = DV_MAP_QUIET;
  light_chain (graph, (guint) node, TRUE, looks);
  light_chain (graph, (guint) node, FALSE, looks);

  return looks;
}

static guint
lane_of (const DvMapGraph *graph,
         guint             index)
{
  int lane = g_array_index (graph->nodes, DvMapNode, index).lane;

  return lane >= 0 && lane < (int) graph->lanes->len ? (guint) lane : graph->lanes->len;
}

/* Draws a piece in the middle of its page; lanes above @first_lane are not yet
 * told. */
static void
draw_piece (DvSlideFrame     *frame,
            const DvMapPiece *piece,
            guint             first_lane,
            double            top,
            double            height)
{
  g_autofree DvMapLook *whole = make_looks (frame->slide->map, frame->slide->spotlight);
  g_autofree DvMapLook *looks = g_new0 (DvMapLook, piece->nodes->len + 1);
  DvMapDetail view = { looks, first_lane, piece->first_theme };
  double content = frame->width - 2.0 * DV_SLIDE_MARGIN;
  double x = DV_SLIDE_MARGIN + (content - piece->layout->width * piece->scale) / 2.0;
  double slack = height - piece->layout->height * piece->scale;

  for (guint i = 0; i < piece->nodes->len; i++)
    {
      looks[i] = whole[g_array_index (piece->nodes, guint, i)];
      if (lane_of (piece->graph, i) < first_lane)
        looks[i] = DV_MAP_HIDDEN;
    }
  dv_scene_add_scene (frame->scene,
                      dv_map_scene_new_view (piece->graph, piece->layout, frame->shaper,
                                             DV_MAP_ROOM | (frame->is_dark ? DV_MAP_DARK : 0), &view),
                      x, top + MAX (slack, 0.0) * 0.25, piece->scale);
}

/* Where the map ends, with or without the number of the page below it. */
static double
get_map_bottom (DvSlideFrame *frame,
                gboolean      may_page)
{
  gboolean has_foot = may_page || dv_slide_has_text (frame->slide->foot) || dv_slide_has_text (frame->slide->foot_end);

  return has_foot ? dv_slide_get_bottom (frame, may_page) + 16.0 : frame->height - BOTTOM;
}

/* The foot without the number of a page. */
static void
draw_foot_alone (DvSlideFrame *frame)
{
  DvSlideFrame unpaged = *frame;

  unpaged.n_pages = 1;
  dv_slide_draw_foot (&unpaged);
}

/* Beside the hint in the head, else in the foot. */
static void
draw_page_number (DvSlideFrame *frame,
                  double        baseline)
{
  g_autofree char *pages = g_strdup_printf ("%u / %u", frame->page + 1, frame->n_pages);

  if (baseline <= 0.0)
    dv_slide_draw_foot (frame);
  else if (frame->n_pages > 1)
    dv_slide_draw_line (frame, DV_FACE_DISPLAY, 600, LEGEND_SIZE, pages, frame->colours.dim,
                        frame->width - DV_SLIDE_MARGIN, baseline, PANGO_ALIGN_RIGHT);
}

/* The pages of the map; only when there are more the number of the page takes
 * room. */
static GPtrArray *
divide_map (DvSlideFrame *frame,
            double        top,
            double        page_baseline,
            double       *bottom)
{
  double width = frame->width - 2.0 * DV_SLIDE_MARGIN;
  g_autoptr (GPtrArray) pieces = NULL;

  *bottom = get_map_bottom (frame, FALSE);
  pieces = dv_map_divide (frame->slide->map, frame->shaper, width, *bottom - top);
  if (pieces->len == 1 || page_baseline > 0.0)
    return g_steal_pointer (&pieces);

  *bottom = get_map_bottom (frame, TRUE);

  return dv_map_divide (frame->slide->map, frame->shaper, width, *bottom - top);
}

/**
 * dv_slide_paint_map:
 * @frame: where to draw
 *
 * The whole strategy map; when its text would be too small, over pages of some
 * lanes or themes each.
 */
void
dv_slide_paint_map (DvSlideFrame *frame)
{
  const DvMapGraph *map = frame->slide->map;
  g_autoptr (GPtrArray) pieces = NULL;
  double top, bottom;
  DvSlide without_hint = *frame->slide;
  double page_baseline;

  if (map == NULL)
    {
      dv_slide_draw_headline (frame);
      return;
    }

  top = draw_map_head (frame, &page_baseline);
  without_hint.foot = NULL;
  if (page_baseline > 0.0)
    frame->slide = &without_hint;
  pieces = divide_map (frame, top, page_baseline, &bottom);
  dv_slide_set_pages (frame, pieces->len);
  draw_piece (frame, g_ptr_array_index (pieces, frame->page), 0, top, bottom - top);
  draw_page_number (frame, page_baseline);
}

/* A story of several parts: those of the first themes from the bottom, each
 * lane by lane, then those of the next. */
static void
tell_pieces (DvSlideFrame *frame,
             GPtrArray    *pieces,
             double        top,
             double        height)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  guint n_pages = 0, page;

  for (guint i = 0, first = 0; i < pieces->len; i++)
    {
      DvMapPiece *piece = g_ptr_array_index (pieces, i);

      if (i > 0 && piece->first_theme != ((DvMapPiece *) g_ptr_array_index (pieces, first))->first_theme)
        first = i;
      g_ptr_array_insert (ordered, (int) first, piece);
      n_pages += dv_map_count_lanes (piece->graph);
    }
  dv_slide_set_pages (frame, n_pages);

  page = frame->page;
  for (guint i = 0; i < ordered->len; i++)
    {
      DvMapPiece *piece = g_ptr_array_index (ordered, i);
      guint n_lanes = dv_map_count_lanes (piece->graph);

      if (page < n_lanes)
        {
          draw_piece (frame, piece, n_lanes - 1 - page, top, height);
          return;
        }
      page -= n_lanes;
    }
}

/**
 * dv_slide_paint_map_story:
 * @frame: where to draw
 *
 * The map from the bottom: each page shows a lane more, all in the place they
 * will have in the whole.
 */
void
dv_slide_paint_map_story (DvSlideFrame *frame)
{
  const DvMapGraph *map = frame->slide->map;
  g_autoptr (GPtrArray) pieces = NULL;
  double top, bottom;
  DvSlide without_hint = *frame->slide;
  double page_baseline;

  if (map == NULL)
    {
      dv_slide_draw_headline (frame);
      return;
    }

  top = draw_map_head (frame, &page_baseline);
  without_hint.foot = NULL;
  if (page_baseline > 0.0)
    frame->slide = &without_hint;
  pieces = divide_map (frame, top, page_baseline, &bottom);
  tell_pieces (frame, pieces, top, bottom - top);
  if (pieces->len > 1)
    draw_page_number (frame, page_baseline);
  else
    draw_foot_alone (frame); /* the lanes themselves tell how far the story is */
}
