/* dv-slide-describe.c
 *
 * What the room sees in plain words, for who cannot see it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-describe"

#include "config.h"

#include "dv-slide-private.h"

#include <string.h>

/* Nobody listens to more, and it is read anew at every change. */
#define MOST_ITEMS 30

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
add_line (GString    *lines,
          const char *text)
{
  if (has_text (text))
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
}

/* Adds @text, after @separator when something is there already. */
static void
add_part (GString    *line,
          const char *separator,
          const char *text)
{
  if (has_text (text))
    g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", text);
}

static void
add_number (GString       *line,
            const DvSlide *slide,
            DvDocumentText text,
            guint          number)
{
  g_autofree char *filled = dv_document_text_fill (slide->language, text, number, 0);

  add_part (line, ", ", filled);
}

static const char *
name_of_shape (const DvSlide *slide,
               DvShape        shape)
{
  for (guint i = 0; i < slide->roles->len; i++)
    {
      const DvSlideItem *role = g_ptr_array_index (slide->roles, i);

      if (role->shape == shape)
        return role->text;
    }

  return dv_document_text (slide->language, DV_TEXT_OTHER_ROLES);
}

static void
add_counted (GString    *line,
             guint       count,
             const char *what)
{
  g_autofree char *counted = g_strdup_printf ("%u %s", count, what);

  add_part (line, ", ", counted);
}

/* "12 Managers, 6 Policy": a drawing says it with shapes. */
static void
add_dots (GString           *line,
          const DvSlide     *slide,
          const DvSlideItem *item)
{
  for (guint i = 0; i < item->dots->len; i++)
    {
      const DvSlideDots *dots = &g_array_index (item->dots, DvSlideDots, i);

      if (dots->shape == DV_SHAPE_NONE && (slide->roles->len == 0 || slide->kind == DV_SLIDE_REVEAL))
        continue;
      add_counted (line, dots->count, name_of_shape (slide, dots->shape));
    }
}

static void
add_answers (GString           *line,
             const DvSlide     *slide,
             const DvSlideItem *item)
{
  if (item->has_change)
    g_string_append_printf (line, "%s%+d", line->len > 0 ? ", " : "", item->change);
  for (guint i = 0; i < DV_N_ANSWERS; i++)
    if (item->answers[i] > 0 && slide->labels != NULL && g_strv_length (slide->labels) > i)
      add_counted (line, item->answers[i], slide->labels[i]);
}

static void
add_words (GString           *line,
           const DvSlide     *slide,
           const DvSlideItem *item)
{
  if (slide->labels == NULL || g_strv_length (slide->labels) <= DV_SLIDE_WORDS_STAFF)
    return;

  add_counted (line, item->residents, slide->labels[DV_SLIDE_WORDS_RESIDENTS]);
  add_counted (line, item->staff, slide->labels[DV_SLIDE_WORDS_STAFF]);
}

static void
add_marks (GString           *line,
           const DvSlide     *slide,
           const DvSlideItem *item)
{
  if (item->marks & DV_MARK_STAR)
    add_part (line, ", ", dv_document_text (slide->language, DV_TEXT_STARRED));
  if (item->marks & DV_MARK_CHOSEN)
    add_part (line, ", ", dv_document_text (slide->language, DV_TEXT_CHOSEN));
  if (item->marks & DV_MARK_TIED)
    add_part (line, ", ", dv_document_text (slide->language, DV_TEXT_EQUAL));
  if (item->marks & DV_MARK_NOW)
    add_part (line, ", ", dv_document_text (slide->language, DV_TEXT_NOW));
  if ((item->marks & DV_MARK_DONE) != 0 && slide->kind == DV_SLIDE_AGENDA)
    add_part (line, ", ", dv_document_text (slide->language, DV_TEXT_READY));
}

/* What there is to know of an item besides its text. */
static char *
describe_rest (const DvSlide     *slide,
               const DvSlideItem *item)
{
  GString *rest = g_string_new (NULL);

  add_part (rest, ", ", item->role);
  if (slide->kind == DV_SLIDE_REVEAL)
    add_number (rest, slide, DV_TEXT_N_DOTS, item->count);
  if (slide->kind == DV_SLIDE_TABLES && item->number > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u %s", item->count,
                                                dv_document_text (slide->language,
                                                                  item->count == 1 ? DV_TEXT_COUNT_EXAMPLE
                                                                                   : DV_TEXT_COUNT_EXAMPLES));

      add_part (rest, ", ", count);
    }
  if (slide->kind == DV_SLIDE_WORDS || slide->kind == DV_SLIDE_WORD_LIST)
    add_words (rest, slide, item);
  add_dots (rest, slide, item);
  add_answers (rest, slide, item);
  add_marks (rest, slide, item);

  return g_string_free (rest, FALSE);
}

static gboolean
ends_sentence (const GString *line)
{
  return line->len > 0 && strchr (".?!", line->str[line->len - 1]) != NULL;
}

static char *
describe_item (const DvSlide     *slide,
               const DvSlideItem *item)
{
  GString *line = g_string_new (NULL);
  g_autofree char *rest = describe_rest (slide, item);

  add_part (line, "", item->label);
  add_part (line, ". ", item->text);
  if (has_text (item->detail))
    add_part (line, slide->kind == DV_SLIDE_VALUES || slide->kind == DV_SLIDE_MANIFEST ? ": " : ", ", item->detail);

  if (has_text (rest) && ends_sentence (line))
    g_string_append_printf (line, " (%s)", rest);
  else
    add_part (line, ", ", rest);

  return g_string_free (line, FALSE);
}

static void
add_items (GString       *lines,
           const DvSlide *slide)
{
  guint n = MIN (slide->items->len, MOST_ITEMS);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = describe_item (slide, g_ptr_array_index (slide->items, i));

      add_line (lines, line);
    }
  if (slide->items->len > n)
    {
      g_autofree char *more = dv_document_text_fill (slide->language, DV_TEXT_AND_MORE, slide->items->len - n, 0);

      add_line (lines, more);
    }
}

static const char *
get_name (GPtrArray *names,
          int        index)
{
  return index >= 0 && index < (int) names->len ? g_ptr_array_index (names, (guint) index) : NULL;
}

/* A lane of the map from the bottom up, as it is told. */
static void
add_map (GString       *lines,
         const DvSlide *slide)
{
  const DvMapGraph *map = slide->map;
  int n_lanes = (int) map->lanes->len, n_shown = n_lanes;

  if (slide->kind == DV_SLIDE_MAP_STORY)
    n_shown = MIN (n_lanes, (int) slide->page + 1);
  for (int lane = n_lanes - 1; lane >= n_lanes - n_shown; lane--)
    {
      add_line (lines, get_name (map->lanes, lane));
      for (guint i = 0; i < map->nodes->len; i++)
        {
          const DvMapNode *node = &g_array_index (map->nodes, DvMapNode, i);

          if (node->lane == lane)
            add_line (lines, node->text);
        }
    }
  for (guint i = 0; i < map->links->len; i++)
    {
      const DvMapLink *link = &g_array_index (map->links, DvMapLink, i);
      const DvMapNode *source = &g_array_index (map->nodes, DvMapNode, link->source);
      const DvMapNode *target = &g_array_index (map->nodes, DvMapNode, link->target);
      g_autofree char *line = NULL;

      if (source->lane < n_lanes - n_shown || target->lane < n_lanes - n_shown)
        continue;
      line = g_strconcat (source->text, " ", dv_document_text (slide->language, DV_TEXT_CONTRIBUTES_TO), " ",
                          target->text, NULL);
      add_line (lines, line);
    }
}

static void
add_join (GString       *lines,
          const DvSlide *slide)
{
  const char *values[2];

  if (slide->kind != DV_SLIDE_JOIN_WIFI && slide->kind != DV_SLIDE_JOIN_PAGE)
    return;
  if (slide->join == NULL || slide->labels == NULL || g_strv_length (slide->labels) < G_N_ELEMENTS (values))
    return;

  values[0] = slide->kind == DV_SLIDE_JOIN_WIFI ? slide->join->network : slide->join->address;
  values[1] = slide->kind == DV_SLIDE_JOIN_WIFI ? slide->join->password : slide->join->code;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (has_text (values[i]))
      {
        g_autofree char *line = g_strconcat (slide->labels[i], ": ", values[i], NULL);

        add_line (lines, line);
      }
}

static void
add_head (GString       *lines,
          const DvSlide *slide)
{
  g_autofree char *outcome = NULL;
  g_autofree char *count = NULL;
  g_autofree char *timer = NULL;

  if (slide->kind == DV_SLIDE_REVEAL)
    {
      outcome = g_strconcat (slide->title, ": ", slide->subtitle, NULL);
      add_line (lines, outcome);
    }
  else
    {
      add_line (lines, slide->title);
      add_line (lines, slide->subtitle);
    }
  add_line (lines, slide->meta);
  if (slide->timer != NULL)
    {
      timer = g_strjoin (", ", slide->timer, has_text (slide->status) ? slide->status : NULL, NULL);
      add_line (lines, timer);
    }
  if (has_text (slide->count) && has_text (slide->count_label))
    {
      count = g_strconcat (slide->count, " ", slide->count_label, NULL);
      add_line (lines, count);
    }
}

static void
add_spotlight (GString       *lines,
               const DvSlide *slide)
{
  for (guint i = 0; i < slide->items->len; i++)
    {
      const DvSlideItem *item = g_ptr_array_index (slide->items, i);
      g_autofree char *line = NULL;

      if (g_strcmp0 (item->id, slide->spotlight) != 0)
        continue;
      line = describe_item (slide, item);
      add_line (lines, line);
    }
}

/**
 * dv_slide_describe:
 * @self: a slide
 *
 * Of a long list the first thirty are told, and how many more there are.
 *
 * Returns: (transfer full): what is on it, a line for each thing, in the
 *   language of the workshop
 */
char *
dv_slide_describe (const DvSlide *self)
{
  GString *lines = g_string_new (NULL);

  if (self->kind == DV_SLIDE_BLANK)
    add_line (lines, dv_document_text (self->language, DV_TEXT_BLANK));
  add_head (lines, self);
  if (self->spotlight != NULL && self->map == NULL)
    {
      add_spotlight (lines, self);
      return g_string_free (lines, FALSE);
    }

  if (self->kind == DV_SLIDE_MANIFEST)
    add_line (lines, self->text);
  add_items (lines, self);
  if (self->map != NULL)
    add_map (lines, self);
  add_join (lines, self);
  if (self->kind != DV_SLIDE_MANIFEST)
    add_line (lines, self->text);
  if (self->kind == DV_SLIDE_HOUSE)
    add_line (lines, self->logo_alt);
  add_line (lines, self->foot);
  add_line (lines, self->foot_end);

  return g_string_free (lines, FALSE);
}
