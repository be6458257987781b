/* dv-text-words.c
 *
 * Counts the forms of a key word as one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-text-words"

#include "config.h"

#include "dv-text-words.h"

#include "dv-fold.h"
#include "dv-text-stem.h"
#include "dv-text-stop.h"

#include <string.h>

/* Nothing changes in the workshop: each wording stays what it is, and merging
 * for good is the facilitator's. Only what the room sees is counted together.
 */

typedef struct
{
  DvTextStem *stem;  /* owned */
  DvSlideItem *item; /* owned by the slide */
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  dv_text_stem_free (group->stem);
  g_free (group);
}

/* What a group is called says all that was counted with it. */
static void
add_variant (DvSlideItem *item,
             const char  *text)
{
  char *detail;

  if (strcmp (item->text, text) == 0)
    return;

  detail = item->detail != NULL && item->detail[0] != '\0' ? g_strdup_printf ("%s, %s", item->detail, text)
                                                           : g_strdup (text);
  g_free (item->detail);
  item->detail = detail;
}

static Group *
find_group (GHashTable       *buckets,
            const DvTextStem *stem)
{
  GPtrArray *bucket = g_hash_table_lookup (buckets, stem->key);

  for (guint i = 0; bucket != NULL && i < bucket->len; i++)
    {
      Group *group = g_ptr_array_index (bucket, i);

      if (dv_text_stem_is_same (group->stem, stem))
        return group;
    }

  return NULL;
}

static void
add_group (GHashTable  *buckets,
           DvTextStem  *stem,
           DvSlideItem *item)
{
  GPtrArray *bucket = g_hash_table_lookup (buckets, stem->key);
  Group *group = g_new0 (Group, 1);

  group->stem = stem;
  group->item = item;
  if (bucket == NULL)
    {
      bucket = g_ptr_array_new_with_free_func (group_free);
      g_hash_table_insert (buckets, stem->key, bucket);
    }
  g_ptr_array_add (bucket, group);
}

static void
join (DvSlide           *slide,
      DvSlideItem       *into,
      const DvSlideItem *item)
{
  into->residents += item->residents;
  into->staff += item->staff;
  into->count += item->count;
  add_variant (into, item->text);
  if (item->detail != NULL && item->detail[0] != '\0')
    add_variant (into, item->detail);
  if (g_strcmp0 (slide->spotlight, item->id) == 0)
    {
      g_free (slide->spotlight);
      slide->spotlight = g_strdup (into->id);
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const DvSlideItem *first = *(DvSlideItem *const *) a, *second = *(DvSlideItem *const *) b;
  g_autofree char *first_text = NULL, *second_text = NULL;
  int order;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  first_text = dv_fold (first->text);
  second_text = dv_fold (second->text);
  order = strcmp (first_text, second_text);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

/* A headline that counts shared words has to count them as they are seen. */
static void
update_headline (DvSlide       *slide,
                 const DvSlide *before)
{
  g_autofree char *old = dv_slide_make_words_headline (before);

  if (g_strcmp0 (before->title, old) != 0)
    return;

  g_free (slide->title);
  slide->title = dv_slide_make_words_headline (slide);
}

/**
 * dv_text_group_words:
 * @slide: a slide of key words, the one given most first
 *
 * Counts forms of a word as one: case, accents, plural and verb forms, in the
 * language of the workshop. The wording that was given most often speaks for
 * all; the others are its detail. Doing it again changes nothing.
 *
 * Returns: (transfer full): such a slide; an equal one if it is of another kind
 */
DvSlide *
dv_text_group_words (const DvSlide *slide)
{
  DvSlide *grouped = dv_slide_copy (slide);
  g_autoptr (DvTextStemmer) stemmer = NULL;
  g_autoptr (GHashTable) buckets = NULL;
  guint n_kept = 0;

  if (slide->kind != DV_SLIDE_WORDS && slide->kind != DV_SLIDE_WORD_LIST)
    return grouped;

  stemmer = dv_text_stemmer_new (slide->language);
  buckets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < grouped->items->len; i++)
    {
      DvSlideItem *item = g_ptr_array_index (grouped->items, i);
      DvTextStem *stem = dv_text_stem (stemmer, item->text);
      Group *group = find_group (buckets, stem);

      if (group != NULL)
        {
          join (grouped, group->item, item);
          dv_text_stem_free (stem);
          continue;
        }
      add_group (buckets, stem, item);
      /* What is kept moves to the front; what was joined goes at the end. */
      grouped->items->pdata[i] = grouped->items->pdata[n_kept];
      grouped->items->pdata[n_kept++] = item;
    }
  if (n_kept == grouped->items->len)
    return grouped;

  g_ptr_array_set_size (grouped->items, (int) n_kept);
  g_ptr_array_sort (grouped->items, compare_items);
  for (guint i = 0; slide->kind == DV_SLIDE_WORD_LIST && i < n_kept; i++)
    {
      DvSlideItem *item = g_ptr_array_index (grouped->items, i);

      g_free (item->label);
      item->label = g_strdup_printf ("%u", i + 1);
    }
  dv_slide_set_word_sides (grouped);
  update_headline (grouped, slide);

  return grouped;
}
