/* dv-slide-choose.c
 *
 * Slides of choosing: the shortlist while dots are hidden, then the reveal
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-choose"

#include "config.h"

#include "dv-slide-private.h"

#include "dv-behaviours.h"
#include "dv-choosing.h"
#include "dv-people.h"
#include "dv-values.h"

static char *
make_request (DvSlide *slide,
              DvItem  *value)
{
  guint target = (guint) dv_item_get_int (value, DV_VALUE_TARGET);
  g_autofree char *number = dv_document_text_count (slide->language, target);

  if (dv_item_get_int (value, DV_VALUE_PHASE) == DV_PHASE_DOTS)
    return g_strdup (dv_slide_say (slide, DV_TEXT_GIVE_DOTS));
  if (target == 1)
    return g_strdup (dv_slide_say (slide, DV_TEXT_WHICH_ONE));

  return dv_document_text_fill_string (slide->language, DV_TEXT_WHICH_ONES, number, NULL);
}

/* That dots will be shown by role is said from the start. */
static char *
make_remark (DvSlide    *slide,
             DvWorkshop *workshop,
             DvItem     *value)
{
  const char *promise = dv_choosing_is_promised (workshop) ? dv_slide_say (slide, DV_TEXT_BY_ROLE) : NULL;

  if (dv_item_get_int (value, DV_VALUE_PHASE) != DV_PHASE_DOTS)
    return dv_choosing_is_revealed (value) ? NULL : g_strdup (promise);

  return g_strjoin ("\n", dv_slide_say (slide, DV_TEXT_NO_STANDINGS), promise, NULL);
}

static char *
make_join_line (DvSlide    *slide,
                DvWorkshop *workshop)
{
  DvItem *root = dv_workshop_get_root (workshop);
  const char *address = dv_slide_read (root, DV_WORKSHOP_JOIN_ADDRESS);
  const char *code = dv_slide_read (root, DV_WORKSHOP_JOIN_CODE);
  g_autofree char *first = dv_document_text_fill_string (slide->language, DV_TEXT_JOIN_AT, address, NULL);
  g_autofree char *second = dv_document_text_fill_string (slide->language, DV_TEXT_JOIN_CODE, code, NULL);

  if (address[0] == '\0')
    return NULL;

  return code[0] != '\0' ? g_strconcat (first, ", ", second, NULL) : g_steal_pointer (&first);
}

/**
 * dv_slide_build_shortlist:
 * @workshop: a workshop
 * @value: a value
 *
 * Returns: (transfer full): what can be chosen, by letter; nothing that was
 *   counted is on it
 */
DvSlide *
dv_slide_build_shortlist (DvWorkshop *workshop,
                          DvItem     *value)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_SHORTLIST);
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);

  slide->title = dv_slide_dup_field (value, DV_VALUE_NAME);
  slide->subtitle = make_request (slide, value);
  slide->number = (int) dv_value_get_number (value);
  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    {
      DvItem *behaviour = dv_list_get (behaviours, i);
      g_autofree char *letter = dv_choosing_dup_letter (behaviour);
      DvSlideItem *item;

      if (letter[0] == '\0')
        continue;
      item = dv_slide_add_item (slide, dv_item_get_id (behaviour), dv_slide_read (behaviour, DV_BEHAVIOUR_TEXT));
      item->label = g_steal_pointer (&letter);
      item->marks |= DV_MARK_HIDDEN;
    }

  if (slide->items->len > 0)
    {
      slide->count = g_strdup_printf ("%u", slide->items->len);
      slide->count_label = g_strdup (dv_slide_say (slide, DV_TEXT_ON_SHORTLIST));
    }
  slide->text = make_remark (slide, workshop, value);
  if (dv_item_get_int (value, DV_VALUE_PHASE) == DV_PHASE_DOTS)
    slide->foot = make_join_line (slide, workshop);

  return slide;
}

/* --- Dots by role --- */

/* How the dots are told apart; not at all when there are no roles. */
typedef struct
{
  GPtrArray *roles; /* DvItem, borrowed: those that are told apart */
  gboolean has_others;
  guint n_others; /* people */
} DvSplit;

/* The dots of @role for @behaviour and what was merged into it. */
static guint
count_dots (DvWorkshop *workshop,
            DvItem     *behaviour,
            DvItem     *role)
{
  g_autoptr (GPtrArray) merged = dv_behaviours_list_merged (workshop, behaviour);
  guint count = dv_choosing_get_count (behaviour, DV_METHOD_DOTS, role);

  for (guint i = 0; i < merged->len; i++)
    count += dv_choosing_get_count (g_ptr_array_index (merged, i), DV_METHOD_DOTS, role);

  return count;
}

static guint
count_told (DvWorkshop *workshop,
            DvItem     *behaviour,
            GPtrArray  *roles)
{
  guint count = 0;

  for (guint i = 0; i < roles->len; i++)
    count += count_dots (workshop, behaviour, g_ptr_array_index (roles, i));

  return count;
}

static void
split_init (DvSplit    *split,
            DvWorkshop *workshop,
            GPtrArray  *places)
{
  gboolean has_untold = FALSE;

  for (guint i = 0; i < places->len; i++)
    if (count_dots (workshop, ((DvPlace *) g_ptr_array_index (places, i))->behaviour, NULL) > 0)
      has_untold = TRUE;

  split->roles = dv_people_list_shown (workshop, has_untold, &split->n_others);
  split->has_others = FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);

      if (place->dots > count_told (workshop, place->behaviour, split->roles))
        split->has_others = TRUE;
    }
  if (!dv_choosing_is_promised (workshop))
    g_ptr_array_set_size (split->roles, 0);
}

/* Whether everybody of some role chose this one: then whoever knows one of them
 * knows what that one chose. */
static gboolean
tells_everybody (DvSplit    *split,
                 DvWorkshop *workshop,
                 DvPlace    *place)
{
  for (guint i = 0; i < split->roles->len; i++)
    {
      DvItem *role = g_ptr_array_index (split->roles, i);

      if (count_dots (workshop, place->behaviour, role) >= (guint) dv_item_get_int (role, DV_ROLE_PEOPLE))
        return TRUE;
    }

  return split->has_others && place->dots - count_told (workshop, place->behaviour, split->roles) >= split->n_others;
}

static void
add_dots (DvSlideItem *item,
          DvShape      shape,
          guint        count)
{
  DvSlideDots dots = { shape, count };

  if (count > 0)
    g_array_append_val (item->dots, dots);
}

static void
add_place_dots (DvSlideItem *item,
                DvSplit     *split,
                DvWorkshop  *workshop,
                DvPlace     *place)
{
  guint told = 0;

  if (split->roles->len == 0 || tells_everybody (split, workshop, place))
    {
      add_dots (item, DV_SHAPE_NONE, place->dots);
      return;
    }

  for (guint i = 0; i < split->roles->len; i++)
    {
      DvItem *role = g_ptr_array_index (split->roles, i);
      guint count = count_dots (workshop, place->behaviour, role);

      add_dots (item, (DvShape) dv_item_get_int (role, DV_ROLE_SHAPE), count);
      told += count;
    }
  add_dots (item, DV_SHAPE_RING, place->dots - told);
}

static void
add_legend (DvSlide *slide,
            DvSplit *split)
{
  for (guint i = 0; i < split->roles->len; i++)
    {
      DvItem *role = g_ptr_array_index (split->roles, i);
      const char *name = dv_slide_read (role, DV_ROLE_SHORT);

      dv_slide_add_role (slide, name[0] != '\0' ? name : dv_slide_read (role, DV_ROLE_NAME),
                         (DvShape) dv_item_get_int (role, DV_ROLE_SHAPE),
                         (guint) dv_item_get_int (role, DV_ROLE_PEOPLE));
    }
  if (split->roles->len > 0 && split->has_others)
    dv_slide_add_role (slide, dv_slide_say (slide, DV_TEXT_OTHER_ROLES), DV_SHAPE_RING, split->n_others);
}

/* --- The reveal --- */

static char *
make_outcome (DvSlide *slide,
              DvItem  *value)
{
  guint n_chosen = dv_choosing_count_chosen (value);
  g_autofree char *number = dv_document_text_count (slide->language, n_chosen);

  if (n_chosen == 0)
    return g_strdup (dv_slide_say (slide, DV_TEXT_SPREAD));
  if (n_chosen == 1)
    return g_strdup (dv_slide_say (slide, DV_TEXT_CHOOSE_ONE));

  return dv_document_text_fill_string (slide->language, DV_TEXT_CHOOSE_ONES, number, NULL);
}

/* Marks those that are equal across the edge of what is chosen, and says how
 * that is decided: by the room, or as hands already did. */
static void
mark_ties (DvSlide   *slide,
           GPtrArray *places,
           DvItem    *value)
{
  guint target = (guint) dv_item_get_int (value, DV_VALUE_TARGET);
  gboolean is_decided = dv_choosing_count_chosen (value) >= target;
  DvPlace *last, *next;
  g_autofree char *how = NULL;

  if (places->len <= target)
    return;

  last = g_ptr_array_index (places, target - 1);
  next = g_ptr_array_index (places, target);
  if (last->dots != next->dots || (last->at_edge && is_decided))
    return;

  for (guint i = 0; i < places->len; i++)
    if (last->at_edge ? ((DvPlace *) g_ptr_array_index (places, i))->at_edge : i == target - 1 || i == target)
      ((DvSlideItem *) g_ptr_array_index (slide->items, i))->marks |= DV_MARK_TIED;
  how = last->at_edge ? g_strdup (dv_slide_say (slide, DV_TEXT_TIED))
                      : dv_document_text_fill (slide->language, DV_TEXT_TIED_HANDS, last->hands, next->hands);
  dv_slide_set_labels (slide, how, NULL);
}

static char *
make_totals (DvSlide    *slide,
             DvWorkshop *workshop,
             GPtrArray  *places)
{
  guint n_people = dv_people_count (workshop), n_dots = 0;
  g_autofree char *people = dv_document_text_fill (slide->language, DV_TEXT_N_PEOPLE, n_people, 0);
  g_autofree char *dots = NULL;

  for (guint i = 0; i < places->len; i++)
    n_dots += ((DvPlace *) g_ptr_array_index (places, i))->dots;
  dots = dv_document_text_fill (slide->language, DV_TEXT_N_DOTS, n_dots, 0);

  if (n_dots == 0)
    return NULL;
  return n_people > 0 ? g_strconcat (people, ", ", dots, NULL) : g_steal_pointer (&dots);
}

/**
 * dv_slide_build_reveal:
 * @workshop: a workshop
 * @value: a value
 *
 * Dots are plain, unless every choosing activity promised to show them by role;
 * then they are split over roles of at least %DV_ANONYMITY_MIN people.
 *
 * Returns: (transfer full): how the dots were given; the shortlist without them
 *   as long as they are hidden
 */
DvSlide *
dv_slide_build_reveal (DvWorkshop *workshop,
                       DvItem     *value)
{
  g_autoptr (GPtrArray) places = NULL;
  DvSplit split;
  DvSlide *slide;

  if (!dv_choosing_is_revealed (value))
    return dv_slide_build_shortlist (workshop, value);

  slide = dv_slide_start (workshop, DV_SLIDE_REVEAL);
  places = dv_choosing_rank (workshop, value);
  split_init (&split, workshop, places);
  slide->title = dv_slide_dup_field (value, DV_VALUE_NAME);
  slide->subtitle = make_outcome (slide, value);
  slide->number = (int) dv_value_get_number (value);
  for (guint i = 0; i < places->len; i++)
    {
      DvPlace *place = g_ptr_array_index (places, i);
      DvSlideItem *item = dv_slide_add_item (slide, dv_item_get_id (place->behaviour),
                                             dv_slide_read (place->behaviour, DV_BEHAVIOUR_TEXT));

      item->label = g_strdup (place->letter);
      item->count = place->dots;
      if (dv_item_get_int (place->behaviour, DV_BEHAVIOUR_CHOSEN) != 0)
        item->marks |= DV_MARK_CHOSEN;
      add_place_dots (item, &split, workshop, place);
    }
  mark_ties (slide, places, value);
  add_legend (slide, &split);
  slide->foot_end = make_totals (slide, workshop, places);

  g_ptr_array_unref (split.roles);
  return slide;
}
