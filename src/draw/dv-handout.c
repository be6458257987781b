/* dv-handout.c
 *
 * The workshop as a document for those who took part
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-handout"

#include "config.h"

#include "dv-handout.h"

#include "dv-behaviours.h"
#include "dv-document-text.h"
#include "dv-list-page.h"
#include "dv-manifest.h"
#include "dv-map.h"
#include "dv-support.h"
#include "dv-values.h"

/* What the room saw, on paper: the programme, the values with their examples,
 * the Manifest, the objectives of the map and the support that was revealed. No
 * notes, no roles, no dots that were not revealed; what is hidden for the room
 * is hidden here. */

#define FIRST_WIDTH 110.0
#define SECOND_X (DV_LIST_PAGE_LEFT + FIRST_WIDTH + 12.0)
#define LAST_WIDTH 76.0
#define LAST_X (DV_LIST_PAGE_RIGHT - LAST_WIDTH)
#define SECOND_WIDTH (LAST_X - 12.0 - SECOND_X)
#define LABEL_WIDTH 24.0
#define TEXT_X (DV_LIST_PAGE_LEFT + LABEL_WIDTH)
#define TEXT_WIDTH (DV_LIST_PAGE_RIGHT - TEXT_X)

typedef struct
{
  DvWorkshop *workshop;
  DvListPage *page;
  const char *language;
  DvColour ink;
} Handout;

static const char *
say (Handout       *self,
     DvDocumentText text)
{
  return dv_document_text (self->language, text);
}

static void
add_note (Handout    *self,
          const char *text)
{
  if (text != NULL && *text != '\0')
    dv_list_page_add_note (self->page, text);
}

/* A row of a table with the main text in its second column. */
static void
add_row (Handout    *self,
         gboolean    is_head,
         const char *first,
         const char *second,
         const char *last)
{
  const DvTextStyle *style = is_head ? &self->page->head : &self->page->text;
  const DvTextStyle *meta = is_head ? &self->page->head : &self->page->meta;
  DvFlowCell cells[] = {
    { .style = meta, .text = first, .x = DV_LIST_PAGE_LEFT, .width = FIRST_WIDTH },
    { .style = style, .text = second, .x = SECOND_X, .width = SECOND_WIDTH },
    { .style = style, .text = last, .x = LAST_X, .width = LAST_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
  };

  dv_list_page_add_row (self->page, is_head, 1, cells, G_N_ELEMENTS (cells));
}

/* A line with a number or a mark before it. */
static void
add_line (Handout    *self,
          const char *label,
          const char *text)
{
  DvFlowCell cells[] = {
    { .style = &self->page->meta, .text = label, .x = DV_LIST_PAGE_LEFT, .width = LABEL_WIDTH },
    { .style = &self->page->text, .text = text, .x = TEXT_X, .width = TEXT_WIDTH },
  };

  dv_list_page_add_row (self->page, FALSE, 1, cells, G_N_ELEMENTS (cells));
}

/* --- Programme ---------------------------------------------------------------------- */

static void
add_step (Handout *self,
          DvItem  *step)
{
  DvList *activities = dv_item_get_list (step, &dv_activity_kind);
  const char *title = dv_item_get_string (step, DV_STEP_TITLE);

  if (dv_list_get_length (activities) == 0)
    add_row (self, FALSE, title, "", "");
  for (guint i = 0; i < dv_list_get_length (activities); i++)
    {
      DvItem *activity = dv_list_get (activities, i);
      guint minutes = (guint) dv_item_get_int (activity, DV_ACTIVITY_MINUTES);
      g_autofree char *lasts = minutes > 0 ? dv_document_text_fill (self->language, DV_TEXT_HANDOUT_MINUTES, minutes, 0) : NULL;

      if (dv_item_get_int (activity, DV_ACTIVITY_STATE) == DV_STATE_SKIPPED)
        continue;
      add_row (self, FALSE, title, dv_item_get_string (activity, DV_ACTIVITY_TITLE), lasts != NULL ? lasts : "");
      title = "";
    }
}

static void
add_programme (Handout *self)
{
  DvList *steps = dv_workshop_get_list (self->workshop, &dv_step_kind);

  if (dv_list_get_length (steps) == 0)
    return;

  dv_list_page_add_heading (self->page, say (self, DV_TEXT_HANDOUT_PROGRAMME), self->ink);
  add_row (self, TRUE, say (self, DV_TEXT_HANDOUT_STEP), say (self, DV_TEXT_HANDOUT_ACTIVITY),
           say (self, DV_TEXT_HANDOUT_TIME));
  for (guint i = 0; i < dv_list_get_length (steps); i++)
    add_step (self, dv_list_get (steps, i));
}

/* --- Values --------------------------------------------------------------------------- */

static void
add_value (Handout *self,
           DvItem  *value,
           guint    number)
{
  DvList *behaviours = dv_item_get_list (value, &dv_behaviour_kind);
  g_autofree char *heading = g_strdup_printf ("%u  %s", number, dv_item_get_string (value, DV_VALUE_NAME));

  dv_list_page_add_heading (self->page, heading, dv_palette_value (number, FALSE).ink);
  add_note (self, dv_item_get_string (value, DV_VALUE_MEANING));
  for (guint i = 0; i < dv_list_get_length (behaviours); i++)
    {
      DvItem *behaviour = dv_list_get (behaviours, i);

      if (dv_behaviour_is_visible (behaviour))
        add_line (self, dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) != 0 ? "✓" : "•",
                  dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT));
    }
}

static void
add_values (Handout *self)
{
  g_autoptr (GListModel) values = dv_values_chosen_new (self->workshop);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (DvItem) value = g_list_model_get_item (values, i);

      add_value (self, value, i + 1);
    }
}

/* --- Manifest --------------------------------------------------------------------------- */

static void
add_article (Handout *self,
             DvItem  *article)
{
  DvList *clauses = dv_item_get_list (article, &dv_clause_kind);
  g_autofree char *number = dv_manifest_dup_number (article);
  g_autofree char *heading = g_strdup_printf ("%s  %s", number, dv_item_get_string (article, DV_ARTICLE_TITLE));

  dv_list_page_begin_group (self->page);
  dv_list_page_add_heading (self->page, heading, self->ink);
  add_note (self, dv_item_get_string (article, DV_ARTICLE_STATEMENT));
  for (guint i = 0; i < dv_list_get_length (clauses); i++)
    {
      DvItem *clause = dv_list_get (clauses, i);
      g_autofree char *label = dv_manifest_dup_number (clause);

      add_line (self, label, dv_item_get_string (clause, DV_CLAUSE_TEXT));
    }
  dv_list_page_end_group (self->page);
}

static void
add_manifest (Handout *self)
{
  DvItem *manifest = dv_manifest_get (self->workshop);
  g_autofree char *edition = NULL;

  if (manifest == NULL || dv_item_count (manifest, &dv_article_kind) == 0)
    return;

  edition = dv_document_text_edition (self->language,
                                      dv_item_get_int (manifest, DV_MANIFEST_STATE) == DV_MANIFEST_STATE_ADOPTED,
                                      dv_item_get_string (manifest, DV_MANIFEST_EDITION),
                                      dv_item_get_string (manifest, DV_MANIFEST_DATE));
  dv_list_page_add_heading (self->page, dv_item_get_string (manifest, DV_MANIFEST_TITLE), self->ink);
  add_note (self, edition);
  add_note (self, dv_item_get_string (manifest, DV_MANIFEST_PREAMBLE));
  for (guint i = 0; i < dv_item_count (manifest, &dv_article_kind); i++)
    add_article (self, dv_list_get (dv_item_get_list (manifest, &dv_article_kind), i));
}

/* --- Strategy map ------------------------------------------------------------------------- */

static void
add_lane (Handout *self,
          DvItem  *map,
          DvItem  *lane)
{
  DvList *objectives = dv_item_get_list (map, &dv_objective_kind);
  const char *name = lane != NULL ? dv_item_get_string (lane, DV_LANE_NAME) : say (self, DV_TEXT_NO_LANE);

  for (guint i = 0; i < dv_list_get_length (objectives); i++)
    {
      DvItem *objective = dv_list_get (objectives, i);

      if (dv_workshop_get_ref (self->workshop, objective, DV_OBJECTIVE_LANE) != lane)
        continue;
      add_row (self, FALSE, name, dv_item_get_string (objective, DV_OBJECTIVE_TEXT), "");
      name = "";
    }
}

static void
add_map (Handout *self)
{
  DvItem *map = dv_map_get (self->workshop);

  if (map == NULL || dv_item_count (map, &dv_objective_kind) == 0)
    return;

  dv_list_page_add_heading (self->page, say (self, DV_TEXT_MAP), self->ink);
  for (guint i = 0; i < dv_item_count (map, &dv_lane_kind); i++)
    add_lane (self, map, dv_list_get (dv_item_get_list (map, &dv_lane_kind), i));
  add_lane (self, map, NULL);
}

/* --- Support -------------------------------------------------------------------------------- */

static void
add_percent (Handout    *self,
             const char *number,
             const char *title,
             const char *percent)
{
  DvFlowCell cells[] = {
    { .style = &self->page->meta, .text = number, .x = DV_LIST_PAGE_LEFT, .width = LABEL_WIDTH },
    { .style = &self->page->text, .text = title, .x = TEXT_X, .width = LAST_X - 12.0 - TEXT_X },
    { .style = &self->page->strong, .text = percent, .x = LAST_X, .width = LAST_WIDTH, .alignment = PANGO_ALIGN_RIGHT },
  };

  dv_list_page_add_row (self->page, FALSE, 1, cells, G_N_ELEMENTS (cells));
}

static void
add_support (Handout *self)
{
  DvItem *round = dv_support_get_latest (self->workshop);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *lead = NULL;
  g_autofree char *presence = NULL;

  if (round == NULL || !dv_support_is_revealed (round))
    return;

  headline = dv_support_dup_headline (self->workshop, round);
  lead = dv_support_dup_lead (self->workshop, round);
  presence = dv_support_dup_presence (self->workshop, round);
  dv_list_page_begin_group (self->page);
  dv_list_page_add_heading (self->page, headline, self->ink);
  add_note (self, lead);
  add_note (self, presence);
  rows = dv_support_list_rows (self->workshop, round);
  for (guint i = 0; i < rows->len; i++)
    {
      const DvSupportRow *row = g_ptr_array_index (rows, i);
      g_autofree char *percent = dv_support_row_dup_percent (row);
      g_autofree char *number = dv_manifest_dup_number (row->article);

      add_percent (self, number, dv_item_get_string (row->article, DV_ARTICLE_TITLE), percent != NULL ? percent : "–");
    }
  dv_list_page_end_group (self->page);
}

/* "Gemeente Waterland-Noord, 24 maart 2026" */
static char *
dup_subtitle (Handout *self)
{
  DvItem *root = dv_workshop_get_root (self->workshop);
  g_autofree char *date = dv_document_text_date (self->language, dv_item_get_string (root, DV_WORKSHOP_DATE));
  const char *parts[] = { dv_item_get_string (root, DV_WORKSHOP_ORGANISATION),
                          dv_item_get_string (root, DV_WORKSHOP_PLACE), date };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && parts[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);

  return g_string_free (text, FALSE);
}

/**
 * dv_handout_to_pdf:
 * @workshop: a workshop
 * @error: where to put an error of the writer
 *
 * Returns: (transfer full) (nullable): a tagged PDF of all that the room may
 *   take home
 */
GBytes *
dv_handout_to_pdf (DvWorkshop *workshop,
                   GError    **error)
{
  DvItem *root = dv_workshop_get_root (workshop);
  Handout self = { .workshop = workshop, .language = dv_document_language (workshop) };
  g_autofree char *subtitle = dup_subtitle (&self);
  const char *title = dv_item_get_string (root, DV_WORKSHOP_TITLE);
  const DvListInfo info = {
    .language = self.language,
    .title = title[0] != '\0' ? title : say (&self, DV_TEXT_HANDOUT_WORKSHOP),
    .subtitle = subtitle,
    .author = dv_item_get_string (root, DV_WORKSHOP_ORGANISATION),
    .date = dv_item_get_string (root, DV_WORKSHOP_DATE),
  };
  g_autoptr (DvListPage) page = dv_list_page_new (&info);

  self.page = page;
  self.ink = dv_palette_surface (FALSE).text;
  add_programme (&self);
  add_values (&self);
  add_manifest (&self);
  add_map (&self);
  add_support (&self);

  return dv_list_page_export (page, error);
}
