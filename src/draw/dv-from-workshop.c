/* dv-from-workshop.c
 *
 * Takes from a workshop what is public, for drawing
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-from-workshop"

#include "config.h"

#include "dv-from-workshop.h"

#include <math.h>
#include <string.h>

#include "dv-behaviours.h"
#include "dv-document-text.h"
#include "dv-manifest.h"
#include "dv-map.h"
#include "dv-people.h"
#include "dv-values.h"
#include "dv-words.h"

/* The one place where drawing reads a workshop. Field by field and never a
 * private one, so nothing that draws or exports can show what is not public.
 */

static char *
dup_language (DvWorkshop *workshop)
{
  DvItem *root = dv_workshop_get_root (workshop);

  return g_strdup (dv_item_get_int (root, DV_WORKSHOP_LANGUAGE) == DV_LANGUAGE_NL ? "nl" : "en");
}

static char *
dup_root_string (DvWorkshop *workshop,
                 int         field)
{
  return g_strdup (dv_item_get_string (dv_workshop_get_root (workshop), field));
}

/* A list of @item, or one without items when there is no @item. */
static guint
list_length (DvItem       *item,
             const DvKind *kind)
{
  return item != NULL ? dv_item_count (item, kind) : 0;
}

static GBytes *
decode_logo (const char *base64)
{
  gsize length;
  guchar *data;

  if (base64 == NULL || *base64 == '\0')
    return NULL;

  data = g_base64_decode (base64, &length);

  return g_bytes_new_take (data, length);
}

static void
take_article (DvManifestText *text,
              DvWorkshop     *workshop,
              DvItem         *item)
{
  DvItem *value = dv_workshop_get_ref (workshop, item, DV_ARTICLE_VALUE);
  DvList *clauses = dv_item_get_list (item, &dv_clause_kind);
  DvManifestArticle *article;

  article = dv_manifest_text_add_article (text, dv_item_get_id (item), dv_item_get_string (item, DV_ARTICLE_TITLE),
                                          dv_item_get_string (item, DV_ARTICLE_STATEMENT),
                                          value != NULL ? dv_value_get_number (value) : 0);
  for (guint i = 0; i < dv_list_get_length (clauses); i++)
    {
      DvItem *clause = dv_list_get (clauses, i);

      dv_manifest_article_add_clause (article, dv_item_get_id (clause), dv_item_get_string (clause, DV_CLAUSE_TEXT));
    }
}

/**
 * dv_manifest_text_new_from_workshop:
 * @workshop: a workshop
 *
 * Returns: (transfer full): its Manifest; an empty one when it has none yet
 */
DvManifestText *
dv_manifest_text_new_from_workshop (DvWorkshop *workshop)
{
  DvManifestText *text = dv_manifest_text_new ();
  DvItem *manifest = dv_manifest_get (workshop);

  text->language = dup_language (workshop);
  text->organisation = dup_root_string (workshop, DV_WORKSHOP_ORGANISATION);
  if (manifest == NULL)
    return text;

  text->title = g_strdup (dv_item_get_string (manifest, DV_MANIFEST_TITLE));
  text->subtitle = g_strdup (dv_item_get_string (manifest, DV_MANIFEST_SUBTITLE));
  text->edition = g_strdup (dv_item_get_string (manifest, DV_MANIFEST_EDITION));
  text->date = g_strdup (dv_item_get_string (manifest, DV_MANIFEST_DATE));
  text->author = g_strdup (dv_item_get_string (manifest, DV_MANIFEST_AUTHOR));
  text->preamble = g_strdup (dv_item_get_string (manifest, DV_MANIFEST_PREAMBLE));
  text->logo_alt = g_strdup (dv_item_get_string (manifest, DV_MANIFEST_LOGO_ALT));
  text->logo = decode_logo (dv_item_get_string (manifest, DV_MANIFEST_LOGO));
  text->is_adopted = dv_item_get_int (manifest, DV_MANIFEST_STATE) == DV_MANIFEST_STATE_ADOPTED;
  for (guint i = 0; i < list_length (manifest, &dv_article_kind); i++)
    take_article (text, workshop, dv_list_get (dv_item_get_list (manifest, &dv_article_kind), i));

  return text;
}

static char *
number_with_unit (const char *language,
                  double      number,
                  const char *unit)
{
  g_autofree char *plain = dv_document_text_number (language, number);

  return g_strconcat (plain, *plain != '\0' ? unit : "", NULL);
}

/* "48% → 65%", "34 → 20 dagen", or what is known of it. */
static char *
values_of_measure (const char *language,
                   DvItem     *measure)
{
  const char *unit = dv_item_get_string (measure, DV_MEASURE_UNIT);
  gboolean is_percent = g_strcmp0 (unit, "%") == 0;
  g_autofree char *spaced = NULL;
  g_autofree char *now = NULL;
  g_autofree char *target = NULL;

  spaced = unit != NULL && *unit != '\0' && !is_percent ? g_strconcat (" ", unit, NULL) : g_strdup ("");
  now = number_with_unit (language, dv_item_get_number (measure, DV_MEASURE_NOW), is_percent ? "%" : "");
  target = number_with_unit (language, dv_item_get_number (measure, DV_MEASURE_TARGET), is_percent ? "%" : spaced);
  if (*target == '\0')
    return *now != '\0' ? g_strconcat (now, spaced, NULL) : g_strdup ("");

  return *now != '\0' ? g_strconcat (now, " → ", target, NULL) : g_strconcat ("→ ", target, NULL);
}

static int
place_of (DvWorkshop *workshop,
          DvItem     *item,
          int         field)
{
  DvItem *referred = dv_workshop_get_ref (workshop, item, field);

  return referred != NULL ? (int) dv_item_get_position (referred) : -1;
}

static DvMapStatus
status_of (DvItem *measure)
{
  static const DvMapStatus statuses[] = {
    [DV_STATUS_NONE] = DV_MAP_STATUS_NONE,
    [DV_STATUS_ON_COURSE] = DV_MAP_STATUS_ON_COURSE,
    [DV_STATUS_ATTENTION] = DV_MAP_STATUS_ATTENTION,
    [DV_STATUS_BEHIND] = DV_MAP_STATUS_BEHIND,
  };

  return statuses[dv_item_get_int (measure, DV_MEASURE_STATUS)];
}

static void
take_objective (DvMapGraph *graph,
                DvWorkshop *workshop,
                DvItem     *objective)
{
  DvMapNode *node;
  DvItem *measure;

  dv_map_graph_add_node (graph, dv_item_get_id (objective), dv_item_get_string (objective, DV_OBJECTIVE_TEXT),
                         place_of (workshop, objective, DV_OBJECTIVE_LANE),
                         place_of (workshop, objective, DV_OBJECTIVE_THEME));
  if (list_length (objective, &dv_measure_kind) == 0)
    return;

  node = &g_array_index (graph->nodes, DvMapNode, graph->nodes->len - 1);
  measure = dv_list_get (dv_item_get_list (objective, &dv_measure_kind), 0);
  node->measure = g_strdup (dv_item_get_string (measure, DV_MEASURE_NAME));
  node->values = values_of_measure (graph->language, measure);
  node->status = status_of (measure);
}

static void
take_names (GPtrArray    *names,
            DvItem       *map,
            const DvKind *kind,
            int           field)
{
  for (guint i = 0; i < list_length (map, kind); i++)
    g_ptr_array_add (names, g_strdup (dv_item_get_string (dv_list_get (dv_item_get_list (map, kind), i), field)));
}

/**
 * dv_map_graph_new_from_workshop:
 * @workshop: a workshop
 *
 * Returns: (transfer full): its strategy map; nodes and links are in the order
 *   of its objectives and links
 */
DvMapGraph *
dv_map_graph_new_from_workshop (DvWorkshop *workshop)
{
  DvMapGraph *graph = dv_map_graph_new ();
  DvItem *map = dv_map_get (workshop);

  graph->language = dup_language (workshop);
  graph->organisation = dup_root_string (workshop, DV_WORKSHOP_ORGANISATION);
  graph->date = dup_root_string (workshop, DV_WORKSHOP_DATE);
  if (map == NULL)
    return graph;

  graph->title = g_strdup (dv_item_get_string (map, DV_MAP_TITLE));
  graph->subtitle = g_strdup (dv_item_get_string (map, DV_MAP_SUBTITLE));
  take_names (graph->lanes, map, &dv_lane_kind, DV_LANE_NAME);
  take_names (graph->themes, map, &dv_theme_kind, DV_THEME_NAME);
  for (guint i = 0; i < list_length (map, &dv_objective_kind); i++)
    take_objective (graph, workshop, dv_list_get (dv_item_get_list (map, &dv_objective_kind), i));
  for (guint i = 0; i < list_length (map, &dv_link_kind); i++)
    {
      DvItem *link = dv_list_get (dv_item_get_list (map, &dv_link_kind), i);
      int source = place_of (workshop, link, DV_LINK_SOURCE), target = place_of (workshop, link, DV_LINK_TARGET);

      if (source >= 0 && target >= 0)
        dv_map_graph_add_link (graph, (guint) source, (guint) target);
    }

  return graph;
}

/**
 * dv_words_text_new_from_workshop:
 * @workshop: a workshop
 *
 * Returns: (transfer full): its key words, with merged ones counted together
 */
DvWordsText *
dv_words_text_new_from_workshop (DvWorkshop *workshop)
{
  DvWordsText *text = dv_words_text_new ();
  g_autoptr (GPtrArray) ranks = dv_words_rank (workshop, NULL);

  text->language = dup_language (workshop);
  text->subtitle = dup_root_string (workshop, DV_WORKSHOP_TITLE);
  text->organisation = dup_root_string (workshop, DV_WORKSHOP_ORGANISATION);
  text->date = dup_root_string (workshop, DV_WORKSHOP_DATE);
  for (guint i = 0; i < ranks->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (ranks, i);

      dv_words_text_add (text, dv_item_get_string (rank->lead, DV_WORD_TEXT), rank->residents, rank->staff);
    }

  return text;
}

static void
take_behaviour (DvBehaviourGroup *group,
                DvWorkshop       *workshop,
                DvItem           *behaviour)
{
  DvItem *role = dv_workshop_get_ref (workshop, behaviour, DV_BEHAVIOUR_ROLE);
  DvGlyph glyph = DV_GLYPH_NONE;
  const char *name = NULL;

  if (!dv_behaviour_is_visible (behaviour))
    return;

  /* Of a role that few people have, everybody would know who it was. */
  if (dv_people_shows_role (role))
    {
      name = dv_item_get_string (role, DV_ROLE_NAME);
      glyph = dv_glyph_from_shape (dv_role_kind.fields[DV_ROLE_SHAPE].nicks[dv_item_get_int (role, DV_ROLE_SHAPE)]);
    }
  dv_behaviour_group_add (group, dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT),
                          dv_item_get_string (behaviour, DV_BEHAVIOUR_COUNTER), name, glyph,
                          dv_item_get_int (behaviour, DV_BEHAVIOUR_STAR) != 0,
                          dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) != 0);
}

/**
 * dv_behaviours_text_new_from_workshop:
 * @workshop: a workshop
 *
 * Returns: (transfer full): the examples of its values, without what was
 *   merged into another, and with a role only where enough people have it
 */
DvBehavioursText *
dv_behaviours_text_new_from_workshop (DvWorkshop *workshop)
{
  DvBehavioursText *text = dv_behaviours_text_new ();
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);

  text->language = dup_language (workshop);
  text->subtitle = dup_root_string (workshop, DV_WORKSHOP_TITLE);
  text->organisation = dup_root_string (workshop, DV_WORKSHOP_ORGANISATION);
  text->date = dup_root_string (workshop, DV_WORKSHOP_DATE);
  for (guint i = 0; i < dv_list_get_length (values); i++)
    {
      DvItem *value = dv_list_get (values, i);
      DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);
      DvBehaviourGroup *group;

      group = dv_behaviours_text_add_group (text, dv_item_get_string (value, DV_VALUE_NAME), dv_value_get_number (value));
      for (guint j = 0; j < dv_list_get_length (behaviours); j++)
        take_behaviour (group, workshop, dv_list_get (behaviours, j));
    }

  return text;
}
