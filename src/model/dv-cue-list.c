/* dv-cue-list.c
 *
 * What there is to show, in the order of the programme
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-cue-list"

#include "config.h"

#include "dv-cue.h"

#include <string.h>

#include "dv-choosing.h"
#include "dv-manifest.h"
#include "dv-stage-path.h"
#include "dv-support.h"
#include "dv-values.h"

static void
add_cue (GArray     *cues,
         DvWorkshop *workshop,
         DvSlideKind kind,
         DvItem     *item)
{
  DvCue cue = dv_cue_make (kind, item != NULL ? dv_item_get_id (item) : NULL);

  if (dv_cue_is_there (workshop, &cue))
    g_array_append_val (cues, cue);
}

static void
add_articles (GArray     *cues,
              DvWorkshop *workshop)
{
  DvItem *manifest = dv_manifest_get (workshop);

  for (guint i = 0; manifest != NULL && i < dv_item_count (manifest, &dv_article_kind); i++)
    add_cue (cues, workshop, DV_SLIDE_ARTICLE, dv_list_get (dv_item_get_list (manifest, &dv_article_kind), i));
}

static gboolean
has_question (DvItem *activity)
{
  return dv_item_get_string (activity, DV_ACTIVITY_QUESTION)[0] != '\0';
}

static gboolean
has_form (DvItem     *activity,
          const char *form)
{
  return strcmp (dv_item_get_string (activity, DV_ACTIVITY_FORM), form) == 0;
}

/* Whether tables work on values of their own, so that there is a page of all. */
static gboolean
has_table_values (DvWorkshop *workshop)
{
  DvList *tables = dv_workshop_get_list (workshop, &dv_table_kind);

  for (guint i = 0; i < dv_list_get_length (tables); i++)
    if (dv_workshop_get_ref (workshop, dv_list_get (tables, i), DV_TABLE_VALUE) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * dv_cue_of_activity:
 * @workshop: a workshop
 * @activity: (nullable): an activity; %NULL when none is open
 * @value: (nullable): the value that is open in it
 *
 * Returns: (transfer full) (element-type DvCue): what is shown in it, in the
 *   order in which a presenter steps through it; at least one
 */
GArray *
dv_cue_of_activity (DvWorkshop *workshop,
                    DvItem     *activity,
                    DvItem     *value)
{
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (DvCue));
  DvPageKind page = activity != NULL ? (DvPageKind) dv_item_get_int (activity, DV_ACTIVITY_PAGE) : DV_PAGE_INSTRUCTIONS;

  if (activity == NULL)
    {
      add_cue (cues, workshop, DV_SLIDE_HOUSE, NULL);
      return cues;
    }

  switch (page)
    {
    case DV_PAGE_WORDS:
    case DV_PAGE_ORDER:
      if (has_question (activity))
        add_cue (cues, workshop, DV_SLIDE_QUESTION, activity);
      add_cue (cues, workshop, DV_SLIDE_WORDS, activity);
      add_cue (cues, workshop, DV_SLIDE_WORD_LIST, activity);
      break;
    case DV_PAGE_VALUES:
      if (has_question (activity))
        add_cue (cues, workshop, DV_SLIDE_QUESTION, activity);
      add_cue (cues, workshop, DV_SLIDE_VALUES, NULL);
      break;
    case DV_PAGE_BEHAVIOURS:
      if (value != NULL)
        add_cue (cues, workshop, DV_SLIDE_BEHAVIOURS, value);
      /* All tables once, after the last value. */
      if (has_table_values (workshop) &&
          (value == NULL || dv_value_get_number (value) == dv_values_count_chosen (workshop)))
        add_cue (cues, workshop, DV_SLIDE_TABLES, activity);
      break;
    case DV_PAGE_CHOOSE:
      if (value != NULL)
        add_cue (cues, workshop, dv_choosing_is_revealed (value) ? DV_SLIDE_REVEAL : DV_SLIDE_SHORTLIST, value);
      break;
    case DV_PAGE_MANIFEST:
      add_articles (cues, workshop);
      add_cue (cues, workshop, DV_SLIDE_MANIFEST, NULL);
      break;
    case DV_PAGE_MAP:
      add_cue (cues, workshop, DV_SLIDE_MAP_STORY, NULL);
      add_cue (cues, workshop, DV_SLIDE_MAP, NULL);
      break;
    case DV_PAGE_SUPPORT:
    case DV_PAGE_INSTRUCTIONS:
    default:
      if (has_form (activity, "welcome"))
        {
          add_cue (cues, workshop, DV_SLIDE_HOUSE, NULL);
          add_cue (cues, workshop, DV_SLIDE_AGENDA, NULL);
        }
      add_cue (cues, workshop, DV_SLIDE_QUESTION, activity);
      if (page == DV_PAGE_SUPPORT || has_form (activity, "measure-support"))
        add_cue (cues, workshop, DV_SLIDE_SUPPORT, dv_support_get_latest (workshop));
      break;
    }
  if (cues->len == 0)
    add_cue (cues, workshop, DV_SLIDE_QUESTION, activity);

  return cues;
}

/**
 * dv_cue_find:
 * @cues: (element-type DvCue): cues
 * @cue: a cue
 *
 * Returns: the place of @cue among @cues, or -1
 */
int
dv_cue_find (GArray      *cues,
             const DvCue *cue)
{
  for (guint i = 0; i < cues->len; i++)
    if (dv_cue_equal (&g_array_index (cues, DvCue, i), cue))
      return (int) i;

  return -1;
}

/* Two activities may show the same; in the list it stands once. */
static void
add_new (GArray *cues,
         GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (dv_cue_find (cues, &g_array_index (more, DvCue, i)) < 0)
      g_array_append_val (cues, g_array_index (more, DvCue, i));
}

static void
add_of_activity (GArray     *cues,
                 DvWorkshop *workshop,
                 DvItem     *activity)
{
  DvPageKind page = (DvPageKind) dv_item_get_int (activity, DV_ACTIVITY_PAGE);
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  gboolean has_values = dv_stage_path_goes_by_value (activity);

  for (guint i = 0; has_values && i < dv_list_get_length (values); i++)
    {
      g_autoptr (GArray) of_value = NULL;

      if (!dv_value_is_chosen (dv_list_get (values, i)))
        continue;
      of_value = dv_cue_of_activity (workshop, activity, dv_list_get (values, i));
      /* After the reveal one may look back at what there was to choose from. */
      if (page == DV_PAGE_CHOOSE)
        {
          g_array_set_size (of_value, 0);
          add_cue (of_value, workshop, DV_SLIDE_SHORTLIST, dv_list_get (values, i));
          add_cue (of_value, workshop, DV_SLIDE_REVEAL, dv_list_get (values, i));
        }
      add_new (cues, of_value);
    }
  if (!has_values || dv_values_count_chosen (workshop) == 0)
    {
      g_autoptr (GArray) of_activity = dv_cue_of_activity (workshop, activity, NULL);

      add_new (cues, of_activity);
    }
}

/* What a workshop has, whether or not an activity of the programme is about it. */
static void
add_contents (GArray     *cues,
              DvWorkshop *workshop)
{
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (DvCue));
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  DvList *rounds = dv_workshop_get_list (workshop, &dv_support_kind);

  if (dv_values_count_chosen (workshop) > 0)
    add_cue (more, workshop, DV_SLIDE_VALUES, NULL);
  for (guint i = 0; i < dv_list_get_length (values); i++)
    if (dv_value_is_chosen (dv_list_get (values, i)))
      {
        add_cue (more, workshop, DV_SLIDE_BEHAVIOURS, dv_list_get (values, i));
        if (dv_choosing_count_shortlist (dv_list_get (values, i)) > 0)
          add_cue (more, workshop, DV_SLIDE_SHORTLIST, dv_list_get (values, i));
        add_cue (more, workshop, DV_SLIDE_REVEAL, dv_list_get (values, i));
      }
  add_articles (more, workshop);
  add_cue (more, workshop, DV_SLIDE_MANIFEST, NULL);
  add_cue (more, workshop, DV_SLIDE_MAP, NULL);
  add_cue (more, workshop, DV_SLIDE_MAP_STORY, NULL);
  for (guint i = 0; i < dv_list_get_length (rounds); i++)
    add_cue (more, workshop, DV_SLIDE_SUPPORT, dv_list_get (rounds, i));
  add_new (cues, more);
}

/**
 * dv_cue_list:
 * @workshop: a workshop
 *
 * Returns: (transfer full) (element-type DvCue): everything that can be shown,
 *   in the order of the programme
 */
GArray *
dv_cue_list (DvWorkshop *workshop)
{
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (DvCue));
  DvList *steps = dv_workshop_get_list (workshop, &dv_step_kind);
  DvList *flips = dv_workshop_get_list (workshop, &dv_flip_kind);

  add_cue (cues, workshop, DV_SLIDE_HOUSE, NULL);
  add_cue (cues, workshop, DV_SLIDE_AGENDA, NULL);
  add_cue (cues, workshop, DV_SLIDE_JOIN_WIFI, NULL);
  add_cue (cues, workshop, DV_SLIDE_JOIN_PAGE, NULL);
  add_cue (cues, workshop, DV_SLIDE_MIX, NULL);
  for (guint i = 0; i < dv_list_get_length (steps); i++)
    {
      DvList *activities = dv_item_get_list (dv_list_get (steps, i), &dv_activity_kind);

      for (guint j = 0; j < dv_list_get_length (activities); j++)
        add_of_activity (cues, workshop, dv_list_get (activities, j));
    }
  add_contents (cues, workshop);
  for (guint i = 0; i < dv_list_get_length (flips); i++)
    add_cue (cues, workshop, DV_SLIDE_FLIP, dv_list_get (flips, i));
  add_cue (cues, workshop, DV_SLIDE_TIMER, NULL);
  add_cue (cues, workshop, DV_SLIDE_TEST, NULL);

  return cues;
}
