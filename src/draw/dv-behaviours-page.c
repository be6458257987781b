/* dv-behaviours-page.c
 *
 * The example behaviour of each value as a list
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-behaviours-page"

#include "config.h"

#include "dv-behaviours-page.h"

#include "dv-document-text.h"
#include "dv-list-page.h"
#include "dv-table-text.h"

/* Columns, in points from the left side of the page. */
#define GLYPH_WIDTH 15.0
#define ROLE_X (DV_LIST_PAGE_LEFT + GLYPH_WIDTH)
#define ROLE_WIDTH 96.0
#define TEXT_X (ROLE_X + ROLE_WIDTH + 10.0)
#define TEXT_WIDTH 296.0
#define STAR_X (TEXT_X + TEXT_WIDTH + 10.0)
#define MARK_X (STAR_X + 13.0)
#define MARK_WIDTH (DV_LIST_PAGE_RIGHT - MARK_X)

static void
row_clear (gpointer data)
{
  DvBehaviourRow *row = data;

  g_free (row->text);
  g_free (row->counter);
  g_free (row->role);
}

static void
group_free (gpointer data)
{
  DvBehaviourGroup *group = data;

  g_free (group->name);
  g_array_unref (group->rows);
  g_free (group);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * dv_behaviours_text_new:
 *
 * Returns: (transfer full): a list without values
 */
DvBehavioursText *
dv_behaviours_text_new (void)
{
  DvBehavioursText *text = g_new0 (DvBehavioursText, 1);

  text->groups = g_ptr_array_new_with_free_func (group_free);

  return text;
}

/**
 * dv_behaviours_text_free:
 * @text: (transfer full): a list
 */
void
dv_behaviours_text_free (DvBehavioursText *text)
{
  g_free (text->language);
  g_free (text->subtitle);
  g_free (text->organisation);
  g_free (text->date);
  g_ptr_array_unref (text->groups);
  g_free (text);
}

/**
 * dv_behaviours_text_add_group:
 * @text: a list
 * @name: (nullable): name of a value, or %NULL for none
 * @number: its number among the chosen ones, or 0
 *
 * Returns: (transfer none): the new last group
 */
DvBehaviourGroup *
dv_behaviours_text_add_group (DvBehavioursText *text,
                              const char       *name,
                              guint             number)
{
  DvBehaviourGroup *group = g_new0 (DvBehaviourGroup, 1);

  group->name = g_strdup (name);
  group->number = number;
  group->rows = g_array_new (FALSE, FALSE, sizeof (DvBehaviourRow));
  g_array_set_clear_func (group->rows, row_clear);
  g_ptr_array_add (text->groups, group);

  return group;
}

/**
 * dv_behaviour_group_add:
 * @group: the group of a value
 * @text: an example
 * @counter: (nullable): a counter-example
 * @role: (nullable): name of the role, where it may be shown
 * @glyph: shape of the role
 * @has_star: whether it was starred
 * @is_chosen: whether it was chosen for the Manifest
 */
void
dv_behaviour_group_add (DvBehaviourGroup *group,
                        const char       *text,
                        const char       *counter,
                        const char       *role,
                        DvGlyph           glyph,
                        gboolean          has_star,
                        gboolean          is_chosen)
{
  DvBehaviourRow row = { g_strdup (text), g_strdup (counter), g_strdup (role), glyph, has_star, is_chosen };

  g_array_append_val (group->rows, row);
}

static char *
heading_of (const DvBehavioursText *text,
            const DvBehaviourGroup *group)
{
  if (!has_text (group->name))
    return g_strdup (dv_document_text (text->language, DV_TEXT_NO_VALUE));
  if (group->number == 0)
    return g_strdup (group->name);

  return g_strdup_printf ("%u  %s", group->number, group->name);
}

static const char *
mark_of (const DvBehavioursText *text,
         const DvBehaviourRow   *row)
{
  if (row->is_chosen)
    return dv_document_text (text->language, DV_TEXT_CHOSEN);

  return row->has_star ? dv_document_text (text->language, DV_TEXT_STARRED) : "";
}

static void
add_head_row (DvListPage *page,
              const char *language)
{
  DvFlowCell cells[] = {
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_ROLE), .x = ROLE_X, .width = ROLE_WIDTH },
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_EXAMPLE), .x = TEXT_X, .width = TEXT_WIDTH },
    { .style = &page->head, .text = dv_document_text (language, DV_TEXT_STAR), .x = MARK_X, .width = MARK_WIDTH },
  };

  dv_list_page_add_row (page, TRUE, 1, cells, G_N_ELEMENTS (cells));
}

static void
add_row (DvListPage             *page,
         const DvBehavioursText *text,
         const DvBehaviourRow   *row,
         DvColour                colour)
{
  DvTextStyle star = page->text;
  g_autofree char *example = NULL;
  DvFlowCell cells[5] = { 0 };
  guint n = 0;

  if (has_text (row->counter))
    example = g_strdup_printf ("%s\n%s: %s", row->text, dv_document_text (text->language, DV_TEXT_COUNTER_EXAMPLE),
                               row->counter);

  if (row->glyph != DV_GLYPH_NONE)
    cells[n++] = (DvFlowCell){ .style = &page->text, .x = DV_LIST_PAGE_LEFT, .glyph = row->glyph };
  cells[n++] = (DvFlowCell){ .style = &page->meta, .text = row->role, .x = ROLE_X, .width = ROLE_WIDTH };
  cells[n++] = (DvFlowCell){ .style = &page->text, .text = example != NULL ? example : row->text, .x = TEXT_X,
                             .width = TEXT_WIDTH };
  star.colour = colour;
  if (row->has_star || row->is_chosen)
    cells[n++] = (DvFlowCell){ .style = &star, .x = STAR_X, .glyph = DV_GLYPH_STAR };
  cells[n++] = (DvFlowCell){ .style = &page->meta, .text = mark_of (text, row), .x = MARK_X, .width = MARK_WIDTH };

  dv_list_page_add_row (page, FALSE, row->glyph != DV_GLYPH_NONE ? 2 : 1, cells, n);
}

static guint
count_rows (const DvBehavioursText *text)
{
  guint n = 0;

  for (guint i = 0; i < text->groups->len; i++)
    n += ((DvBehaviourGroup *) g_ptr_array_index (text->groups, i))->rows->len;

  return n;
}

/**
 * dv_behaviours_to_pdf:
 * @text: the list
 * @error: return location for an error
 *
 * Returns: (transfer full): a PDF file, or %NULL with a %G_IO_ERROR set
 */
GBytes *
dv_behaviours_to_pdf (const DvBehavioursText *text,
                      GError                **error)
{
  DvListInfo info = { text->language, dv_document_text (text->language, DV_TEXT_BEHAVIOURS), text->subtitle,
                      text->organisation, text->date };
  g_autoptr (DvListPage) page = dv_list_page_new (&info);

  for (guint i = 0; i < text->groups->len; i++)
    {
      DvBehaviourGroup *group = g_ptr_array_index (text->groups, i);
      g_autofree char *heading = heading_of (text, group);
      DvValueColours colours = dv_palette_value (group->number, FALSE);

      if (group->rows->len == 0)
        continue;
      dv_list_page_add_heading (page, heading, colours.ink);
      add_head_row (page, text->language);
      for (guint j = 0; j < group->rows->len; j++)
        add_row (page, text, &g_array_index (group->rows, DvBehaviourRow, j), colours.solid);
    }
  if (count_rows (text) == 0)
    dv_list_page_add_note (page, dv_document_text (text->language, DV_TEXT_NO_EXAMPLES));

  return dv_list_page_export (page, error);
}

static void
append_txt_row (GString                *txt,
                const DvBehavioursText *text,
                const DvBehaviourRow   *row)
{
  const char *mark = mark_of (text, row);

  g_string_append_printf (txt, "- %s", row->text);
  if (has_text (row->role) || *mark != '\0')
    g_string_append_printf (txt, " (%s%s%s)", has_text (row->role) ? row->role : "",
                            has_text (row->role) && *mark != '\0' ? ", " : "", mark);
  g_string_append_c (txt, '\n');
  if (has_text (row->counter))
    g_string_append_printf (txt, "  %s: %s\n", dv_document_text (text->language, DV_TEXT_COUNTER_EXAMPLE), row->counter);
}

/**
 * dv_behaviours_to_txt:
 * @text: the list
 * @error: return location for an error
 *
 * Returns: (transfer full): the list as plain text in UTF-8
 */
GBytes *
dv_behaviours_to_txt (const DvBehavioursText *text,
                      GError                **error)
{
  GString *txt = g_string_new (dv_document_text (text->language, DV_TEXT_BEHAVIOURS));

  g_string_append_c (txt, '\n');
  for (guint i = 0; i < text->groups->len; i++)
    {
      DvBehaviourGroup *group = g_ptr_array_index (text->groups, i);
      g_autofree char *heading = heading_of (text, group);

      if (group->rows->len == 0)
        continue;
      g_string_append_printf (txt, "\n%s\n", heading);
      for (guint j = 0; j < group->rows->len; j++)
        append_txt_row (txt, text, &g_array_index (group->rows, DvBehaviourRow, j));
    }
  if (count_rows (text) == 0)
    g_string_append_printf (txt, "\n%s\n", dv_document_text (text->language, DV_TEXT_NO_EXAMPLES));

  return g_string_free_to_bytes (txt);
}

static const char *
yes_or_no (const DvBehavioursText *text,
           gboolean                value)
{
  return dv_document_text (text->language, value ? DV_TEXT_YES : DV_TEXT_NO);
}

/**
 * dv_behaviours_to_csv:
 * @text: the list
 * @error: return location for an error
 *
 * Returns: (transfer full): the list as CSV, a row for each example
 */
GBytes *
dv_behaviours_to_csv (const DvBehavioursText *text,
                      GError                **error)
{
  GString *csv = g_string_new (NULL);
  const char *heads[] = {
    dv_document_text (text->language, DV_TEXT_VALUE), dv_document_text (text->language, DV_TEXT_EXAMPLE),
    dv_document_text (text->language, DV_TEXT_COUNTER_EXAMPLE), dv_document_text (text->language, DV_TEXT_ROLE),
    dv_document_text (text->language, DV_TEXT_STAR), dv_document_text (text->language, DV_TEXT_CHOSEN_HEAD), NULL
  };

  dv_table_text_append_csv (csv, heads);
  for (guint i = 0; i < text->groups->len; i++)
    {
      DvBehaviourGroup *group = g_ptr_array_index (text->groups, i);

      for (guint j = 0; j < group->rows->len; j++)
        {
          DvBehaviourRow *row = &g_array_index (group->rows, DvBehaviourRow, j);
          const char *cells[] = { group->name != NULL ? group->name : "", row->text,
                                  row->counter != NULL ? row->counter : "", row->role != NULL ? row->role : "",
                                  yes_or_no (text, row->has_star), yes_or_no (text, row->is_chosen), NULL };

          dv_table_text_append_csv (csv, cells);
        }
    }

  return g_string_free_to_bytes (csv);
}
