/* dv-cue.c
 *
 * What the room can be shown: a kind of scene and what it is about
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-cue"

#include "config.h"

#include "dv-cue.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-choosing.h"
#include "dv-manifest.h"
#include "dv-map.h"
#include "dv-mix.h"
#include "dv-slide-private.h"
#include "dv-support.h"
#include "dv-values.h"

/* What an item of a cue must be, and what a person calls the scene. */
typedef struct
{
  const DvKind *about;   /* NULL: the whole workshop */
  gboolean is_optional;  /* may be of the whole workshop too */
  const char *label;
} DvScope;

static const DvScope scopes[DV_SLIDE_N_KINDS] = {
  [DV_SLIDE_BLANK] = { NULL, FALSE, NC_ ("scene", "Blank") },
  [DV_SLIDE_HOUSE] = { NULL, FALSE, NC_ ("scene", "Title") },
  [DV_SLIDE_AGENDA] = { &dv_step_kind, TRUE, NC_ ("scene", "Programme") },
  [DV_SLIDE_QUESTION] = { &dv_activity_kind, FALSE, NC_ ("scene", "Question") },
  [DV_SLIDE_BEHAVIOURS] = { &dv_value_kind, FALSE, NC_ ("scene", "Examples") },
  [DV_SLIDE_TABLES] = { &dv_activity_kind, TRUE, NC_ ("scene", "All tables at work") },
  [DV_SLIDE_SHORTLIST] = { &dv_value_kind, FALSE, NC_ ("scene", "Shortlist") },
  [DV_SLIDE_REVEAL] = { &dv_value_kind, FALSE, NC_ ("scene", "Dots") },
  [DV_SLIDE_WORDS] = { &dv_activity_kind, TRUE, NC_ ("scene", "Word cloud") },
  [DV_SLIDE_WORD_LIST] = { &dv_activity_kind, TRUE, NC_ ("scene", "List of words") },
  [DV_SLIDE_VALUES] = { NULL, FALSE, NC_ ("scene", "Core values") },
  [DV_SLIDE_ARTICLE] = { &dv_article_kind, FALSE, NC_ ("scene", "Article") },
  [DV_SLIDE_MANIFEST] = { NULL, FALSE, NC_ ("scene", "Manifest") },
  [DV_SLIDE_MAP] = { NULL, FALSE, NC_ ("scene", "Strategy map") },
  [DV_SLIDE_MAP_STORY] = { NULL, FALSE, NC_ ("scene", "Strategy map, lane by lane") },
  [DV_SLIDE_SUPPORT] = { &dv_support_kind, FALSE, NC_ ("scene", "Support") },
  [DV_SLIDE_MIX] = { NULL, FALSE, NC_ ("scene", "Mixed tables") },
  [DV_SLIDE_TIMER] = { NULL, FALSE, NC_ ("scene", "Timer") },
  [DV_SLIDE_FLIP] = { &dv_flip_kind, FALSE, NC_ ("scene", "Flip-over") },
  [DV_SLIDE_JOIN_WIFI] = { NULL, FALSE, NC_ ("scene", "Join: the Wi-Fi") },
  [DV_SLIDE_JOIN_PAGE] = { NULL, FALSE, NC_ ("scene", "Join: the page") },
  [DV_SLIDE_TEST] = { NULL, FALSE, NC_ ("scene", "Can the back row read this?") },
};

/**
 * dv_cue_make:
 * @kind: a kind of slide
 * @id: (nullable): what it is about
 *
 * Returns: the cue
 */
DvCue
dv_cue_make (DvSlideKind kind,
             const char *id)
{
  DvCue cue = { .kind = kind };

  if (id != NULL)
    g_strlcpy (cue.id, id, sizeof cue.id);

  return cue;
}

/**
 * dv_cue_equal:
 * @a: a cue
 * @b: another
 *
 * Returns: whether they show the same
 */
gboolean
dv_cue_equal (const DvCue *a,
              const DvCue *b)
{
  return a->kind == b->kind && g_strcmp0 (a->id, b->id) == 0;
}

/* What @cue is about; a question may be that of a value too. */
static DvItem *
find_item (DvWorkshop  *workshop,
           const DvCue *cue)
{
  const DvScope *scope = &scopes[cue->kind];
  DvItem *item;

  if (cue->id[0] == '\0' || scope->about == NULL)
    return NULL;

  item = dv_workshop_find_kind (workshop, cue->id, scope->about);
  if (item == NULL && cue->kind == DV_SLIDE_QUESTION)
    item = dv_workshop_find_kind (workshop, cue->id, &dv_value_kind);
  return item;
}

static gboolean
has_join (DvWorkshop *workshop,
          int         field)
{
  return dv_item_get_string (dv_workshop_get_root (workshop), field)[0] != '\0';
}

/* Whether there is anything of that kind to show. */
static gboolean
has_content (DvWorkshop *workshop,
             DvSlideKind kind,
             DvItem     *item)
{
  switch (kind)
    {
    case DV_SLIDE_AGENDA:
      return dv_list_get_length (dv_workshop_get_list (workshop, &dv_step_kind)) > 0;
    case DV_SLIDE_TABLES:
      return dv_list_get_length (dv_workshop_get_list (workshop, &dv_table_kind)) > 0;
    case DV_SLIDE_REVEAL:
      return dv_choosing_is_revealed (item);
    case DV_SLIDE_ARTICLE:
      return dv_item_get_parent (item) == dv_manifest_get (workshop);
    case DV_SLIDE_MANIFEST:
      return dv_manifest_get (workshop) != NULL;
    case DV_SLIDE_MAP:
    case DV_SLIDE_MAP_STORY:
      return dv_map_get (workshop) != NULL;
    case DV_SLIDE_JOIN_WIFI:
      return has_join (workshop, DV_WORKSHOP_NETWORK);
    case DV_SLIDE_JOIN_PAGE:
      return has_join (workshop, DV_WORKSHOP_JOIN_ADDRESS);
    case DV_SLIDE_MIX:
      return dv_mix_is_set (workshop);
    case DV_SLIDE_SUPPORT:
    case DV_SLIDE_BLANK:
    case DV_SLIDE_HOUSE:
    case DV_SLIDE_QUESTION:
    case DV_SLIDE_BEHAVIOURS:
    case DV_SLIDE_SHORTLIST:
    case DV_SLIDE_WORDS:
    case DV_SLIDE_WORD_LIST:
    case DV_SLIDE_VALUES:
    case DV_SLIDE_TIMER:
    case DV_SLIDE_FLIP:
    case DV_SLIDE_TEST:
    default:
      return TRUE;
    }
}

/**
 * dv_cue_is_there:
 * @workshop: a workshop
 * @cue: a cue
 *
 * Returns: whether what it is about is in the workshop, and may be shown
 */
gboolean
dv_cue_is_there (DvWorkshop  *workshop,
                 const DvCue *cue)
{
  const DvScope *scope = &scopes[cue->kind];
  DvItem *item = find_item (workshop, cue);

  if (cue->id[0] == '\0' ? scope->about != NULL && !scope->is_optional : item == NULL)
    return FALSE;

  return has_content (workshop, cue->kind, item);
}

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
      if (has_form (activity, "measure-support"))
        add_cue (cues, workshop, DV_SLIDE_SUPPORT, dv_support_get_latest (workshop));
      break;
    }
  if (cues->len == 0)
    add_cue (cues, workshop, DV_SLIDE_QUESTION, activity);

  return cues;
}

static gboolean
has_cue (GArray      *cues,
         const DvCue *cue)
{
  for (guint i = 0; i < cues->len; i++)
    if (dv_cue_equal (&g_array_index (cues, DvCue, i), cue))
      return TRUE;

  return FALSE;
}

/* Two activities may show the same; in the list it stands once. */
static void
add_new (GArray *cues,
         GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (!has_cue (cues, &g_array_index (more, DvCue, i)))
      g_array_append_val (cues, g_array_index (more, DvCue, i));
}

static void
add_of_activity (GArray     *cues,
                 DvWorkshop *workshop,
                 DvItem     *activity)
{
  DvPageKind page = (DvPageKind) dv_item_get_int (activity, DV_ACTIVITY_PAGE);
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  gboolean has_values = page == DV_PAGE_BEHAVIOURS || page == DV_PAGE_CHOOSE;

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
  DvList *rounds = dv_workshop_get_list (workshop, &dv_support_kind);

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
  for (guint i = 0; i < dv_list_get_length (rounds); i++)
    add_cue (cues, workshop, DV_SLIDE_SUPPORT, dv_list_get (rounds, i));
  for (guint i = 0; i < dv_list_get_length (flips); i++)
    add_cue (cues, workshop, DV_SLIDE_FLIP, dv_list_get (flips, i));
  add_cue (cues, workshop, DV_SLIDE_TIMER, NULL);
  add_cue (cues, workshop, DV_SLIDE_TEST, NULL);

  return cues;
}

/* A line of a menu is no longer. */
#define LABEL_LENGTH 40

/* The name of @item for a menu; the start of its text when it has no name. */
static char *
dup_name (DvItem *item)
{
  const DvKind *kind = dv_item_get_kind (item);
  const char *fields[] = { "name", "title", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int field = dv_kind_find_field (kind, fields[i]);
      const char *text = field >= 0 ? dv_item_get_string (item, field) : "";
      gsize length = strcspn (text, "\n");
      g_autofree char *line = g_strndup (text, length);
      g_autofree char *start = NULL;

      if (length == 0)
        continue;
      if (g_utf8_strlen (line, -1) <= LABEL_LENGTH)
        return g_steal_pointer (&line);
      start = g_utf8_substring (line, 0, LABEL_LENGTH - 1);
      return g_strconcat (start, "…", NULL);
    }

  return g_strdup ("");
}

/**
 * dv_cue_dup_label:
 * @workshop: a workshop
 * @cue: a cue
 *
 * Returns: (transfer full): what a menu calls it, in the language of the desktop
 */
char *
dv_cue_dup_label (DvWorkshop  *workshop,
                  const DvCue *cue)
{
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "scene", scopes[cue->kind].label);
  DvItem *item = find_item (workshop, cue);
  g_autofree char *name = item != NULL ? dup_name (item) : g_strdup ("");

  if (name[0] == '\0')
    return g_strdup (label);

  /* Translators: a scene of the projector and what it is about, such as
   * "Examples: Near". */
  return g_strdup_printf (C_ ("scene", "%s: %s"), label, name);
}

/**
 * dv_cue_make_slide:
 * @workshop: a workshop
 * @cue: a cue
 *
 * Returns: (transfer full): what the room is to see; a blank slide when what
 *   the cue is about is not there
 */
DvSlide *
dv_cue_make_slide (DvWorkshop  *workshop,
                   const DvCue *cue)
{
  DvItem *item = find_item (workshop, cue);

  if (!dv_cue_is_there (workshop, cue))
    return dv_slide_start (workshop, DV_SLIDE_BLANK);

  switch (cue->kind)
    {
    case DV_SLIDE_HOUSE:
      return dv_slide_build_house (workshop);
    case DV_SLIDE_AGENDA:
      return dv_slide_build_agenda (workshop, item);
    case DV_SLIDE_QUESTION:
      return dv_slide_build_question (workshop, item);
    case DV_SLIDE_BEHAVIOURS:
      return dv_slide_build_behaviours (workshop, item);
    case DV_SLIDE_TABLES:
      return dv_slide_build_tables (workshop, item);
    case DV_SLIDE_SHORTLIST:
      return dv_slide_build_shortlist (workshop, item);
    case DV_SLIDE_REVEAL:
      return dv_slide_build_reveal (workshop, item);
    case DV_SLIDE_WORDS:
    case DV_SLIDE_WORD_LIST:
      return dv_slide_build_words (workshop, item, cue->kind);
    case DV_SLIDE_VALUES:
      return dv_slide_build_values (workshop);
    case DV_SLIDE_ARTICLE:
      return dv_slide_build_article (workshop, item);
    case DV_SLIDE_MANIFEST:
      return dv_slide_build_manifest (workshop);
    case DV_SLIDE_MAP:
    case DV_SLIDE_MAP_STORY:
      return dv_slide_build_map (workshop, cue->kind);
    case DV_SLIDE_FLIP:
      return dv_slide_build_flip (workshop, item);
    case DV_SLIDE_TIMER:
      return dv_slide_build_timer (workshop);
    case DV_SLIDE_JOIN_WIFI:
    case DV_SLIDE_JOIN_PAGE:
      return dv_slide_build_join (workshop, cue->kind);
    case DV_SLIDE_TEST:
      return dv_slide_build_test (workshop);
    case DV_SLIDE_SUPPORT:
      return dv_slide_build_support (workshop, item);
    case DV_SLIDE_MIX:
      return dv_slide_build_mix (workshop);
    case DV_SLIDE_BLANK:
    default:
      return dv_slide_start (workshop, DV_SLIDE_BLANK);
    }
}
