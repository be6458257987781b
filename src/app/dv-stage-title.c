/* dv-stage-title.c
 *
 * What the room sees, in a few words for the facilitator
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-stage-title"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-slide-draw.h"
#include "dv-stage-title.h"

#define HEIGHT 1080.0

/* Which items are on the page, from 1: how many fit depends on their texts, so
 * it is asked of the drawing itself. */
static gboolean
find_range (const DvSlide *slide,
            DvShaper      *shaper,
            double         aspect,
            guint         *first,
            guint         *last)
{
  double width = MAX (aspect, 1.0) * HEIGHT;
  g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, width, width / aspect, FALSE);

  *first = *last = 0;
  for (guint i = 0; i < slide->items->len; i++)
    {
      DvSlideItem *item = g_ptr_array_index (slide->items, i);
      DvSceneRect extents;

      if (item->id == NULL || !dv_scene_get_part (scene, item->id, &extents))
        continue;
      *last = i + 1;
      if (*first == 0)
        *first = i + 1;
    }

  return *first > 0;
}

static char *
dup_range (const DvSlide *slide,
           DvShaper      *shaper,
           double         aspect)
{
  guint first, last;

  if (!find_range (slide, shaper, aspect, &first, &last))
    return g_strdup (slide->title);
  if (first == last)
    /* Translators: a core value, the number of the example that is shown, and of
     * how many: "Near, 7 of 18". */
    return g_strdup_printf (C_("projector", "%s, %u of %u"), slide->title, first, slide->items->len);

  /* Translators: a core value, which of its examples are shown, and of how many:
   * "Near, 1–7 of 18". */
  return g_strdup_printf (C_("projector", "%s, %u–%u of %u"), slide->title, first, last, slide->items->len);
}

static char *
dup_plain (DvWorkshop    *workshop,
           const DvSlide *slide,
           guint          n_pages)
{
  DvCue cue = dv_cue_make (slide->kind, NULL);
  g_autofree char *label = dv_cue_dup_label (workshop, &cue);

  if (n_pages > 1)
    /* Translators: a scene, and which page of it: "Manifest, 2 of 3". */
    return g_strdup_printf (C_("projector", "%s, %u of %u"), label, MIN (slide->page, n_pages - 1) + 1, n_pages);
  return g_steal_pointer (&label);
}

/**
 * dv_stage_title_dup:
 * @workshop: a workshop
 * @slide: what the room sees of it
 * @shaper: to lay out text with
 * @aspect: width by height of the screen
 * @n_pages: how many pages @slide has
 *
 * Returns: (transfer full): what it is, in a few words in the language of the
 *   desktop
 */
char *
dv_stage_title_dup (DvWorkshop    *workshop,
                    const DvSlide *slide,
                    DvShaper      *shaper,
                    double         aspect,
                    guint          n_pages)
{
  switch (slide->kind)
    {
    case DV_SLIDE_BLANK:
      return g_strdup (C_("projector", "Black"));
    case DV_SLIDE_BEHAVIOURS:
      if (slide->items->len == 0)
        /* Translators: %s is a core value. */
        return g_strdup_printf (C_("projector", "%s, no examples yet"), slide->title);
      return dup_range (slide, shaper, aspect);
    case DV_SLIDE_SHORTLIST:
      /* Translators: %s is a core value. */
      return g_strdup_printf (C_("projector", "%s, shortlist"), slide->title);
    case DV_SLIDE_REVEAL:
      /* Translators: %s is a core value, of which the dots are shown. */
      return g_strdup_printf (C_("projector", "%s, dots"), slide->title);
    case DV_SLIDE_QUESTION:
      /* The activity, or the value; a question without one is called after it. */
      return g_strdup (slide->subtitle != NULL && slide->subtitle[0] != '\0' ? slide->subtitle : slide->title);
    case DV_SLIDE_ARTICLE:
    case DV_SLIDE_FLIP:
      if (slide->title != NULL && slide->title[0] != '\0')
        return g_strdup (slide->title);
      return dup_plain (workshop, slide, n_pages);
    case DV_SLIDE_HOUSE:
    case DV_SLIDE_AGENDA:
    case DV_SLIDE_TABLES:
    case DV_SLIDE_WORDS:
    case DV_SLIDE_WORD_LIST:
    case DV_SLIDE_VALUES:
    case DV_SLIDE_MANIFEST:
    case DV_SLIDE_MAP:
    case DV_SLIDE_MAP_STORY:
    case DV_SLIDE_SUPPORT:
    case DV_SLIDE_MIX:
    case DV_SLIDE_TIMER:
    case DV_SLIDE_JOIN_WIFI:
    case DV_SLIDE_JOIN_PAGE:
    case DV_SLIDE_TEST:
    default:
      return dup_plain (workshop, slide, n_pages);
    }
}
