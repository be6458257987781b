/* dv-slide-support.c
 *
 * Slides of who stands behind it, and who sits where
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-support"

#include "config.h"

#include "dv-slide-private.h"

#include <string.h>

#include "dv-mix.h"
#include "dv-people.h"
#include "dv-support.h"
#include "dv-values.h"

static void
add_row (DvSlide            *slide,
         DvWorkshop         *workshop,
         const DvSupportRow *row,
         gboolean            is_revealed)
{
  DvItem *value = dv_workshop_get_ref (workshop, row->article, DV_ARTICLE_VALUE);
  DvSlideItem *item = dv_slide_add_item (slide, dv_item_get_id (row->article),
                                         dv_slide_read (row->article, DV_ARTICLE_TITLE));

  item->number = value != NULL ? (int) dv_value_get_number (value) : 0;
  if (!is_revealed || row->bound == DV_BOUND_HIDDEN)
    {
      item->marks |= DV_MARK_HIDDEN;
      return;
    }

  memcpy (item->answers, row->answers, sizeof item->answers);
  item->percent = row->percent;
  item->detail = dv_support_row_dup_percent (row);
  item->has_change = row->has_change;
  item->change = row->change;
  if (!row->has_support)
    item->marks |= DV_MARK_BELOW;
}

static void
add_answers (DvSlide    *slide,
             const char *since)
{
  const char *names[DV_N_ANSWERS];

  for (guint i = 0; i < DV_N_ANSWERS; i++)
    names[i] = dv_support_get_answer_text (slide->language, i);
  dv_slide_set_labels (slide, names[0], names[1], names[2], names[3], names[4], names[5], since, NULL);
}

/**
 * dv_slide_build_support:
 * @workshop: a workshop
 * @support: a round of support
 *
 * Returns: (transfer full): how far people stand behind each article, as far as
 *   that may be shown; the articles alone until it is revealed
 */
DvSlide *
dv_slide_build_support (DvWorkshop *workshop,
                        DvItem     *support)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_SUPPORT);
  g_autoptr (GPtrArray) rows = dv_support_list_rows (workshop, support);
  gboolean is_revealed = dv_support_is_revealed (support);
  g_autofree char *since = is_revealed ? dv_support_dup_since (workshop, support) : NULL;

  slide->threshold = (int) dv_item_get_int (support, DV_SUPPORT_THRESHOLD);
  slide->meta = dv_support_dup_presence (workshop, support);
  if (is_revealed)
    {
      slide->title = dv_support_dup_headline (workshop, support);
      slide->subtitle = dv_support_dup_lead (workshop, support);
    }
  else
    {
      slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_SUPPORT_ASK));
      slide->subtitle = dv_document_text_fill (slide->language, DV_TEXT_SUPPORT_THRESHOLD, (guint) slide->threshold, 0);
      slide->text = g_strdup (dv_slide_say (slide, DV_TEXT_NO_STANDINGS));
    }
  for (guint i = 0; i < rows->len; i++)
    add_row (slide, workshop, g_ptr_array_index (rows, i), is_revealed);
  add_answers (slide, since);

  return slide;
}

/* The seats of @table: each role that may be told apart, then the others as
 * one. */
static void
add_seats (DvSlideItem *item,
           DvMix       *mix,
           guint        table,
           GPtrArray   *roles)
{
  guint told = 0, size = dv_mix_get_size (mix, table);
  DvSlideDots others = { DV_SHAPE_NONE, 0 };

  for (guint i = 0; i < roles->len; i++)
    {
      DvItem *role = g_ptr_array_index (roles, i);
      DvSlideDots dots = { (DvShape) dv_item_get_int (role, DV_ROLE_SHAPE),
                           dv_mix_get_seats (mix, table, dv_item_get_position (role)) };

      told += dots.count;
      if (dots.count > 0)
        g_array_append_val (item->dots, dots);
    }

  others.count = size - told;
  if (others.count > 0)
    g_array_append_val (item->dots, others);
}

/**
 * dv_slide_build_mix:
 * @workshop: a workshop with tables
 *
 * Returns: (transfer full): how many of each role sit at which table
 */
DvSlide *
dv_slide_build_mix (DvWorkshop *workshop)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_MIX);
  DvList *tables = dv_workshop_get_list (workshop, &dv_table_kind);
  g_autoptr (DvMix) mix = dv_mix_new_for (workshop, dv_list_get_length (tables));
  g_autoptr (GPtrArray) roles = dv_people_list_shown (workshop, FALSE, NULL);
  guint n_seats = 0, n_told = 0;

  slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_MIXED_TABLES));
  slide->subtitle = g_strdup (dv_slide_say (slide, DV_TEXT_MIXED_HOW));
  for (guint i = 0; i < dv_list_get_length (tables); i++)
    {
      DvItem *table = dv_list_get (tables, i);
      DvSlideItem *item = dv_slide_add_item (slide, dv_item_get_id (table), "");
      guint size = dv_mix_get_size (mix, i);

      item->label = dv_slide_dup_field (table, DV_TABLE_NAME);
      item->count = size;
      item->detail = dv_document_text_fill (slide->language, size == 1 ? DV_TEXT_SEAT : DV_TEXT_SEATS, size, 0);
      add_seats (item, mix, i, roles);
      n_seats += size;
    }

  dv_slide_add_present (slide, workshop);
  for (guint i = 0; i < slide->roles->len; i++)
    n_told += ((DvSlideItem *) g_ptr_array_index (slide->roles, i))->count;
  if (slide->roles->len > 0 && n_seats > n_told)
    dv_slide_add_role (slide, dv_slide_say (slide, DV_TEXT_OTHER_ROLES), DV_SHAPE_NONE, n_seats - n_told);

  return slide;
}
