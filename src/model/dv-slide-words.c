/* dv-slide-words.c
 *
 * Slides of key words: the cloud of two sides, and the same as a list
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-words"

#include "config.h"

#include "dv-slide-private.h"

#include "dv-words.h"

/* A word is of one side when the other gives less than this part of it. */
#define SHARED_FROM 34.0
#define SHARED_TO 66.0

/* Nor is it of both when one of them hardly gave it: of many words it takes
 * three, of few it takes less. */
#define ENOUGH 3
#define WORDS_FOR_EACH 40

static guint
enough_of (guint n)
{
  return CLAMP ((n + WORDS_FOR_EACH - 1) / WORDS_FOR_EACH, 1, ENOUGH);
}

/**
 * dv_slide_side_of_word:
 * @residents: how often residents gave a word
 * @staff: how often staff gave it
 * @n_residents: how many words residents gave
 * @n_staff: how many words staff gave
 *
 * Counts as percentages of their own group, so that a large group does not
 * drown out a small one.
 *
 * Returns: whose word it is
 */
DvSlideSide
dv_slide_side_of_word (guint residents,
                       guint staff,
                       guint n_residents,
                       guint n_staff)
{
  double of_residents = n_residents > 0 ? (double) residents / n_residents : 0;
  double of_staff = n_staff > 0 ? (double) staff / n_staff : 0;
  double share = of_residents + of_staff > 0 ? 100 * of_staff / (of_residents + of_staff) : 0;

  if (residents >= enough_of (n_residents) && staff >= enough_of (n_staff) && share >= SHARED_FROM &&
      share <= SHARED_TO)
    return DV_SLIDE_SIDE_BOTH;

  return share > 50 ? DV_SLIDE_SIDE_STAFF : DV_SLIDE_SIDE_RESIDENTS;
}

/**
 * dv_slide_set_word_sides:
 * @self: a slide of key words that nobody else has yet
 *
 * Says of each word whose it is; to be done again when words were joined.
 */
void
dv_slide_set_word_sides (DvSlide *self)
{
  guint n_residents = 0, n_staff = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      DvSlideItem *item = g_ptr_array_index (self->items, i);

      n_residents += item->residents;
      n_staff += item->staff;
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      DvSlideItem *item = g_ptr_array_index (self->items, i);

      item->side = dv_slide_side_of_word (item->residents, item->staff, n_residents, n_staff);
    }
}

/**
 * dv_slide_make_words_headline:
 * @self: a slide of key words that has their sides
 *
 * Returns: (transfer full): how many of its words both groups gave, as a
 *   headline
 */
char *
dv_slide_make_words_headline (const DvSlide *self)
{
  guint n_shared = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < self->items->len; i++)
    if (((DvSlideItem *) g_ptr_array_index (self->items, i))->side == DV_SLIDE_SIDE_BOTH)
      n_shared++;

  number = dv_document_text_count (self->language, n_shared);
  if (n_shared == 0)
    return g_strdup (dv_document_text (self->language, DV_TEXT_SHARED_NONE));
  if (n_shared == 1)
    return g_strdup (dv_document_text (self->language, DV_TEXT_SHARED_WORD));

  return dv_document_text_fill_string (self->language, DV_TEXT_SHARED_WORDS, number, NULL);
}

static void
add_words (DvSlide    *slide,
           DvWorkshop *workshop)
{
  g_autoptr (GPtrArray) ranks = dv_words_rank (workshop, NULL);

  for (guint i = 0; i < ranks->len; i++)
    {
      DvWordRank *rank = g_ptr_array_index (ranks, i);
      DvSlideItem *item = dv_slide_add_item (slide, dv_item_get_id (rank->lead),
                                             dv_slide_read (rank->lead, DV_WORD_TEXT));

      item->residents = rank->residents;
      item->staff = rank->staff;
      item->count = rank->residents + rank->staff;
      if (slide->kind == DV_SLIDE_WORD_LIST)
        item->label = g_strdup_printf ("%u", i + 1);
    }
  dv_slide_set_word_sides (slide);
}

/* What the activity says, else what the words say once both groups gave some. */
static void
set_headline (DvSlide *slide,
              DvItem  *activity,
              guint    n_residents,
              guint    n_staff)
{
  g_autofree char *question = activity != NULL ? dv_slide_dup_field (activity, DV_ACTIVITY_QUESTION) : NULL;

  if (activity != NULL)
    slide->title = dv_slide_dup_field (activity, DV_ACTIVITY_HEADLINE);
  if (slide->title == NULL && n_residents > 0 && n_staff > 0)
    slide->title = dv_slide_make_words_headline (slide);

  if (slide->title != NULL)
    slide->subtitle = g_steal_pointer (&question);
  else
    slide->title = question != NULL ? g_steal_pointer (&question) : g_strdup (dv_slide_say (slide, DV_TEXT_WORDS));
}

/**
 * dv_slide_build_words:
 * @workshop: a workshop
 * @activity: (nullable): the activity that asks for them
 * @kind: %DV_SLIDE_WORDS or %DV_SLIDE_WORD_LIST
 *
 * Returns: (transfer full): its key words, those given most first, with what
 *   was merged counted as one
 */
DvSlide *
dv_slide_build_words (DvWorkshop *workshop,
                      DvItem     *activity,
                      DvSlideKind kind)
{
  DvSlide *slide = dv_slide_start (workshop, kind);
  g_autofree char *residents_text = NULL;
  g_autofree char *staff_text = NULL;
  guint n_residents, n_staff;

  dv_words_count (workshop, &n_residents, &n_staff);
  add_words (slide, workshop);
  set_headline (slide, activity, n_residents, n_staff);
  if (slide->items->len == 0)
    slide->text = g_strdup (dv_slide_say (slide, DV_TEXT_NO_WORDS));

  residents_text = dv_document_text_number (slide->language, n_residents);
  staff_text = dv_document_text_number (slide->language, n_staff);
  dv_slide_set_labels (slide, dv_slide_say (slide, DV_TEXT_RESIDENTS), dv_slide_say (slide, DV_TEXT_STAFF),
                       dv_slide_say (slide, DV_TEXT_BOTH_GROUPS), dv_slide_say (slide, DV_TEXT_IN_LIST),
                       residents_text, staff_text, NULL);
  return slide;
}
