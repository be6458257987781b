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
