/* dv-slide-value.c
 *
 * Slides about values, their examples and the tables that think them up
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-value"

#include "config.h"

#include "dv-slide-private.h"

#include "dv-behaviours.h"
#include "dv-choosing.h"
#include "dv-people.h"
#include "dv-values.h"

static void
set_count (DvSlide *slide,
           guint    count)
{
  slide->count = g_strdup_printf ("%u", count);
  slide->count_label = g_strdup (dv_slide_say (slide, count == 1 ? DV_TEXT_COUNT_EXAMPLE : DV_TEXT_COUNT_EXAMPLES));
}

/* The table of an example is left out: with its role that would be a person. */
static void
add_behaviour (DvSlide    *slide,
               DvWorkshop *workshop,
               GPtrArray  *roles,
               DvItem     *behaviour,
               gboolean    is_revealed)
{
  DvItem *role = dv_workshop_get_ref (workshop, behaviour, DV_BEHAVIOUR_ROLE);
  DvSlideItem *item = dv_slide_add_item (slide, dv_item_get_id (behaviour),
                                         dv_slide_read (behaviour, DV_BEHAVIOUR_TEXT));

  if (role != NULL && g_ptr_array_find (roles, role, NULL))
    {
      item->role = dv_slide_dup_field (role, DV_ROLE_NAME);
      item->shape = (DvShape) dv_item_get_int (role, DV_ROLE_SHAPE);
    }
  if (dv_item_get_int (behaviour, DV_BEHAVIOUR_STAR) != 0)
    item->marks |= DV_MARK_STAR;
  if (is_revealed && dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) != 0)
    item->marks |= DV_MARK_CHOSEN;
}

/**
 * dv_slide_build_behaviours:
 * @workshop: a workshop
 * @value: a value
 *
 * Returns: (transfer full): its question and its examples, newest first
 */
DvSlide *
dv_slide_build_behaviours (DvWorkshop *workshop,
                           DvItem     *value)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_BEHAVIOURS);
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  g_autoptr (GPtrArray) roles = dv_people_list_shown (workshop, FALSE, NULL);
  g_autofree char *people = NULL;
  gboolean is_revealed = dv_choosing_is_revealed (value);

  slide->title = dv_slide_dup_field (value, DV_VALUE_NAME);
  slide->subtitle = dv_value_dup_question (workshop, value);
  slide->number = (int) dv_value_get_number (value);
  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    if (dv_behaviour_is_visible (dv_list_get (behaviours, i)))
      add_behaviour (slide, workshop, roles, dv_list_get (behaviours, i), is_revealed);
  if (slide->items->len > 0)
    {
      set_count (slide, slide->items->len);
      /* Once dots are known nothing comes in any more. */
      if (!is_revealed)
        slide->newest = g_strdup (dv_slide_say (slide, DV_TEXT_JUST_IN));
    }

  dv_slide_add_join (slide, workshop);
  dv_slide_add_present (slide, workshop);
  people = dv_slide_dup_taking_part (slide, workshop);
  dv_slide_set_labels (slide, people, NULL);
  return slide;
}

/* How many tables work on @value. */
static guint
count_tables (DvWorkshop *workshop,
              DvItem     *value)
{
  DvList *tables = dv_workshop_get_list (workshop, &dv_table_kind);
  guint n = 0;

  for (guint i = 0; i < dv_list_get_length (tables); i++)
    if (dv_item_has_ref (dv_list_get (tables, i), DV_TABLE_VALUE, dv_item_get_id (value)))
      n++;

  return n;
}

/* How many examples of its value lie at @table: all, unless it shares the value
 * with another, for then it has those that came from it. And how many of them
 * it proposes for the shortlist. */
static void
count_table (DvItem  *table,
             DvItem  *value,
             gboolean is_shared,
             guint   *n_given,
             guint   *n_proposed)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);

  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    {
      DvItem *behaviour = dv_list_get (behaviours, i);

      if (!dv_behaviour_is_visible (behaviour))
        continue;
      if (!is_shared || dv_item_has_ref (behaviour, DV_BEHAVIOUR_TABLE, dv_item_get_id (table)))
        *n_given += 1;
      if (dv_item_has_ref (behaviour, DV_BEHAVIOUR_TABLES, dv_item_get_id (table)))
        *n_proposed += 1;
    }
}

static void
add_table (DvSlide    *slide,
           DvWorkshop *workshop,
           DvItem     *table)
{
  DvItem *value = dv_workshop_get_ref (workshop, table, DV_TABLE_VALUE);
  DvSlideItem *item = dv_slide_add_item (slide, dv_item_get_id (table),
                                         value != NULL ? dv_slide_read (value, DV_VALUE_NAME) : "");
  guint n_proposed = 0;

  item->label = dv_slide_dup_field (table, DV_TABLE_NAME);
  if (value == NULL)
    return;

  item->number = (int) dv_value_get_number (value);
  item->target = (guint) dv_item_get_int (value, DV_VALUE_TARGET);
  count_table (table, value, count_tables (workshop, value) > 1, &item->count, &n_proposed);
  item->reached = MIN (n_proposed, item->target);
  if (n_proposed >= item->target)
    {
      item->marks |= DV_MARK_DONE;
      item->detail = g_strdup (dv_slide_say (slide, DV_TEXT_READY));
    }
  else
    item->detail = dv_document_text_page (slide->language, n_proposed, item->target);
}

/* With more values than tables some value rests until the tables move on. */
static char *
make_resting (DvSlide    *slide,
              DvWorkshop *workshop)
{
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *resting = NULL;

  for (guint i = 0; i < dv_list_get_length (values); i++)
    {
      DvItem *value = dv_list_get (values, i);

      if (dv_value_is_chosen (value) && count_tables (workshop, value) == 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", dv_slide_read (value, DV_VALUE_NAME));
    }
  if (names->len == 0)
    return NULL;

  resting = dv_document_text_fill_string (slide->language, DV_TEXT_RESTING, names->str, NULL);
  return g_strconcat (resting, " ", dv_slide_say (slide, DV_TEXT_NEXT_VALUE), NULL);
}

/**
 * dv_slide_build_tables:
 * @workshop: a workshop
 * @activity: (nullable): what they are doing
 *
 * Returns: (transfer full): all tables, each with its value and how far it is
 */
DvSlide *
dv_slide_build_tables (DvWorkshop *workshop,
                       DvItem     *activity)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_TABLES);
  DvList *tables = dv_workshop_get_list (workshop, &dv_table_kind);
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);
  guint n_values = dv_values_count_chosen (workshop), n_given = 0;

  slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_ALL_TABLES));
  if (activity != NULL)
    slide->subtitle = dv_slide_dup_field (activity, DV_ACTIVITY_QUESTION);
  for (guint i = 0; i < dv_list_get_length (tables); i++)
    add_table (slide, workshop, dv_list_get (tables, i));
  for (guint i = 0; i < dv_list_get_length (values); i++)
    if (dv_value_is_chosen (dv_list_get (values, i)))
      n_given += dv_behaviours_count (dv_list_get (values, i));

  if (n_values > slide->items->len && slide->items->len > 0)
    slide->foot = make_resting (slide, workshop);
  if (n_given > 0)
    slide->foot_end = g_strdup_printf ("%u %s", n_given,
                                       dv_slide_say (slide, n_given == 1 ? DV_TEXT_COUNT_EXAMPLE
                                                                         : DV_TEXT_COUNT_EXAMPLES));
  return slide;
}

/**
 * dv_slide_build_values:
 * @workshop: a workshop
 *
 * Returns: (transfer full): its core values with what they mean
 */
DvSlide *
dv_slide_build_values (DvWorkshop *workshop)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_VALUES);
  DvList *values = dv_workshop_get_list (workshop, &dv_value_kind);

  slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_OUR_VALUES));
  for (guint i = 0; i < dv_list_get_length (values); i++)
    {
      DvItem *value = dv_list_get (values, i);
      DvSlideItem *item;

      if (!dv_value_is_chosen (value))
        continue;
      item = dv_slide_add_item (slide, dv_item_get_id (value), dv_slide_read (value, DV_VALUE_NAME));
      item->number = (int) dv_value_get_number (value);
      item->detail = dv_slide_dup_field (value, DV_VALUE_MEANING);
    }
  if (slide->items->len == 0)
    slide->subtitle = g_strdup (dv_slide_say (slide, DV_TEXT_NO_VALUES));

  return slide;
}
