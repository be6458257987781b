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

  text->language = g_strdup (dv_document_language (workshop));
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

  text->language = g_strdup (dv_document_language (workshop));
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
                GPtrArray        *roles,
                DvItem           *behaviour)
{
  DvItem *role = dv_workshop_get_ref (workshop, behaviour, DV_BEHAVIOUR_ROLE);
  DvGlyph glyph = DV_GLYPH_NONE;
  const char *name = NULL;

  if (!dv_behaviour_is_visible (behaviour))
    return;

  /* Of a role that few people have, everybody would know who it was. */
  if (role != NULL && g_ptr_array_find (roles, role, NULL))
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
  g_autoptr (GPtrArray) roles = dv_people_list_shown (workshop, FALSE, NULL);

  text->language = g_strdup (dv_document_language (workshop));
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
        take_behaviour (group, workshop, roles, dv_list_get (behaviours, j));
    }

  return text;
}
