/* dv-slide-manifest.c
 *
 * Slides of what comes out: an article, the Manifest, the strategy map
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-manifest"

#include "config.h"

#include "dv-slide-private.h"

#include "dv-manifest.h"
#include "dv-map.h"
#include "dv-values.h"

static int
number_of (DvWorkshop *workshop,
           DvItem     *article)
{
  DvItem *value = dv_workshop_get_ref (workshop, article, DV_ARTICLE_VALUE);

  return value != NULL ? (int) dv_value_get_number (value) : 0;
}

static void
add_clauses (DvSlide *slide,
             DvItem  *article)
{
  DvList *clauses = dv_item_get_list (article, &dv_clause_kind);

  for (guint i = 0; i < dv_list_get_length (clauses); i++)
    {
      DvItem *clause = dv_list_get (clauses, i);
      DvSlideItem *item = dv_slide_add_item (slide, dv_item_get_id (clause), dv_slide_read (clause, DV_CLAUSE_TEXT));

      item->label = dv_manifest_dup_number (clause);
    }
}

/**
 * dv_slide_build_article:
 * @workshop: a workshop
 * @article: an article of its Manifest
 *
 * Returns: (transfer full): its statement and its clauses
 */
DvSlide *
dv_slide_build_article (DvWorkshop *workshop,
                        DvItem     *article)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_ARTICLE);
  const char *statement = dv_slide_read (article, DV_ARTICLE_STATEMENT);

  slide->title = dv_slide_dup_field (article, DV_ARTICLE_TITLE);
  slide->number = number_of (workshop, article);
  slide->meta = dv_document_text_article (slide->language, dv_item_get_position (article) + 1);
  if (statement[0] != '\0')
    dv_slide_add_item (slide, dv_item_get_id (article), statement)->marks |= DV_MARK_LEAD;
  add_clauses (slide, article);

  return slide;
}

static void
add_article (DvSlide    *slide,
             DvWorkshop *workshop,
             DvItem     *article)
{
  DvSlideItem *item = dv_slide_add_item (slide, dv_item_get_id (article), dv_slide_read (article, DV_ARTICLE_TITLE));

  item->label = dv_manifest_dup_number (article);
  item->detail = dv_slide_dup_field (article, DV_ARTICLE_STATEMENT);
  item->number = number_of (workshop, article);
  item->marks |= DV_MARK_LEAD;
  add_clauses (slide, article);
}

/**
 * dv_slide_build_manifest:
 * @workshop: a workshop
 *
 * Who wrote it down is left out: the room wrote it.
 *
 * Returns: (transfer full): the whole Manifest
 */
DvSlide *
dv_slide_build_manifest (DvWorkshop *workshop)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_MANIFEST);
  DvItem *manifest = dv_manifest_get (workshop);
  DvList *articles = manifest != NULL ? dv_item_get_list (manifest, &dv_article_kind) : NULL;
  gboolean is_adopted;

  if (manifest != NULL)
    {
      slide->title = dv_slide_dup_field (manifest, DV_MANIFEST_TITLE);
      slide->subtitle = dv_slide_dup_field (manifest, DV_MANIFEST_SUBTITLE);
      slide->text = dv_slide_dup_field (manifest, DV_MANIFEST_PREAMBLE);
      is_adopted = dv_item_get_int (manifest, DV_MANIFEST_STATE) == DV_MANIFEST_STATE_ADOPTED;
      slide->meta = dv_document_text_edition (slide->language, is_adopted,
                                              dv_slide_read (manifest, DV_MANIFEST_EDITION),
                                              dv_slide_read (manifest, DV_MANIFEST_DATE));
      dv_slide_add_logo (slide, manifest);
    }
  for (guint i = 0; articles != NULL && i < dv_list_get_length (articles); i++)
    add_article (slide, workshop, dv_list_get (articles, i));

  if (slide->title == NULL)
    slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_MANIFEST));
  if (slide->items->len == 0 && slide->text == NULL)
    slide->text = g_strdup (dv_slide_say (slide, DV_TEXT_NO_ARTICLES));

  return slide;
}

/**
 * dv_slide_build_map:
 * @workshop: a workshop
 * @kind: %DV_SLIDE_MAP or %DV_SLIDE_MAP_STORY
 *
 * Returns: (transfer full): its strategy map
 */
DvSlide *
dv_slide_build_map (DvWorkshop *workshop,
                    DvSlideKind kind)
{
  DvSlide *slide = dv_slide_start (workshop, kind);
  DvItem *map = dv_map_get (workshop);

  slide->map = dv_map_graph_new_from_workshop (workshop);
  if (map != NULL)
    {
      slide->title = dv_slide_dup_field (map, DV_MAP_TITLE);
      slide->subtitle = dv_slide_dup_field (map, DV_MAP_SUBTITLE);
    }
  if (slide->title == NULL)
    slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_MAP));
  slide->foot = g_strdup (dv_slide_say (slide, DV_TEXT_READ_ARROWS));

  return slide;
}
