/* dv-slide-general.c
 *
 * Slides that are not about values: house, agenda, question, joining
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-general"

#include "config.h"

#include "dv-slide-private.h"

#include <string.h>

#include "dv-manifest.h"
#include "dv-people.h"
#include "dv-values.h"

/* Nothing private can come on a slide: builders read items only by
 * dv_slide_read(), which does not give it, and by functions of the model that
 * count. */

/**
 * dv_slide_start:
 * @workshop: a workshop
 * @kind: a kind of slide
 *
 * Returns: (transfer full): an empty slide in the language of the workshop
 */
DvSlide *
dv_slide_start (DvWorkshop *workshop,
                DvSlideKind kind)
{
  return dv_slide_new (kind, dv_document_language (workshop));
}

/**
 * dv_slide_read:
 * @item: an item
 * @field: a public text of it
 *
 * Returns: (transfer none): the text; empty when the field is declared private
 *   or forgotten, which is a mistake
 */
const char *
dv_slide_read (DvItem *item,
               int     field)
{
  const DvField *declared = &dv_item_get_kind (item)->fields[field];

  g_return_val_if_fail ((declared->flags & (DV_FIELD_PRIVATE | DV_FIELD_FORGOTTEN)) == 0, "");

  return dv_item_get_string (item, field);
}

/**
 * dv_slide_dup_field:
 * @item: an item
 * @field: a public text of it
 *
 * Returns: (nullable) (transfer full): the text, or %NULL when it is empty
 */
char *
dv_slide_dup_field (DvItem *item,
                    int     field)
{
  const char *text = dv_slide_read (item, field);

  return text[0] != '\0' ? g_strdup (text) : NULL;
}

/**
 * dv_slide_say:
 * @self: a slide
 * @text: a text without values
 *
 * Returns: (transfer none): the text in the language of the slide
 */
const char *
dv_slide_say (DvSlide       *self,
              DvDocumentText text)
{
  return dv_document_text (self->language, text);
}

/**
 * dv_slide_set_labels:
 * @self: a slide
 * @first: its first label
 * @...: the others, then %NULL
 */
void
dv_slide_set_labels (DvSlide    *self,
                     const char *first,
                     ...)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  va_list more;

  va_start (more, first);
  for (const char *label = first; label != NULL; label = va_arg (more, const char *))
    g_ptr_array_add (labels, g_strdup (label));
  va_end (more);

  g_ptr_array_add (labels, NULL);
  g_strfreev (self->labels);
  self->labels = (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
}

/**
 * dv_slide_add_present:
 * @self: a slide
 * @workshop: its workshop
 *
 * Adds the roles that may be shown, with how many people have them.
 */
void
dv_slide_add_present (DvSlide    *self,
                      DvWorkshop *workshop)
{
  g_autoptr (GPtrArray) roles = dv_people_list_shown (workshop, FALSE, NULL);

  for (guint i = 0; i < roles->len; i++)
    {
      DvItem *role = g_ptr_array_index (roles, i);

      dv_slide_add_role (self, dv_slide_read (role, DV_ROLE_NAME), (DvShape) dv_item_get_int (role, DV_ROLE_SHAPE),
                         (guint) dv_item_get_int (role, DV_ROLE_PEOPLE));
    }
}

/**
 * dv_slide_dup_taking_part:
 * @self: a slide that has its roles
 * @workshop: its workshop
 *
 * Returns: (nullable) (transfer full): "41 taking part"; %NULL when that, with
 *   the roles, would tell how many a role has that is not shown
 */
char *
dv_slide_dup_taking_part (DvSlide    *self,
                          DvWorkshop *workshop)
{
  guint n_people = dv_people_count (workshop), n_shown = 0;

  for (guint i = 0; i < self->roles->len; i++)
    n_shown += ((DvSlideItem *) g_ptr_array_index (self->roles, i))->count;
  if (n_people < DV_ANONYMITY_MIN || (n_shown > 0 && n_people > n_shown && n_people - n_shown < DV_ANONYMITY_MIN))
    return NULL;

  return dv_document_text_fill (self->language, DV_TEXT_TAKING_PART, n_people, 0);
}

/* What readers of these codes take for a sign of their own. */
static void
append_escaped (GString    *uri,
                const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (strchr ("\\;,:\"", *at) != NULL)
        g_string_append_c (uri, '\\');
      g_string_append_c (uri, *at);
    }
}

static char *
make_wifi_uri (const char *network,
               const char *password)
{
  GString *uri = g_string_new (password != NULL ? "WIFI:T:WPA;S:" : "WIFI:T:nopass;S:");

  append_escaped (uri, network);
  if (password != NULL)
    {
      g_string_append (uri, ";P:");
      append_escaped (uri, password);
    }
  g_string_append (uri, ";;");

  return g_string_free (uri, FALSE);
}

/* The code goes behind the # so that it is not sent over the air in the clear
 * with the first request. */
static char *
make_page_uri (const char *address,
               const char *code)
{
  return g_strconcat ("http://", address, "/", code != NULL ? "#" : NULL, code, NULL);
}

/**
 * dv_slide_add_join:
 * @self: a slide
 * @workshop: its workshop
 *
 * Adds how to join, as far as the workshop says.
 */
void
dv_slide_add_join (DvSlide    *self,
                   DvWorkshop *workshop)
{
  DvItem *root = dv_workshop_get_root (workshop);
  DvSlideJoin *join = g_new0 (DvSlideJoin, 1);

  join->network = dv_slide_dup_field (root, DV_WORKSHOP_NETWORK);
  join->password = dv_slide_dup_field (root, DV_WORKSHOP_PASSWORD);
  join->address = dv_slide_dup_field (root, DV_WORKSHOP_JOIN_ADDRESS);
  join->code = dv_slide_dup_field (root, DV_WORKSHOP_JOIN_CODE);
  if (join->network != NULL)
    join->wifi_uri = make_wifi_uri (join->network, join->password);
  if (join->address != NULL)
    join->page_uri = make_page_uri (join->address, join->code);

  self->join = join;
}

/**
 * dv_slide_add_logo:
 * @self: a slide
 * @manifest: a Manifest
 *
 * Adds the logo of the Manifest, if it has one.
 */
void
dv_slide_add_logo (DvSlide *self,
                   DvItem  *manifest)
{
  const char *base64 = dv_slide_read (manifest, DV_MANIFEST_LOGO);
  gsize length;
  guchar *data;

  if (base64[0] == '\0')
    return;

  data = g_base64_decode (base64, &length);
  self->logo = g_bytes_new_take (data, length);
  self->logo_alt = dv_slide_dup_field (manifest, DV_MANIFEST_LOGO_ALT);
}

/* "24 March 2026 · Village hall", or what is known of it. */
static char *
make_date_and_place (DvSlide *slide,
                     DvItem  *root)
{
  g_autofree char *date = dv_document_text_date (slide->language, dv_slide_read (root, DV_WORKSHOP_DATE));
  const char *place = dv_slide_read (root, DV_WORKSHOP_PLACE);

  if (date[0] == '\0' && place[0] == '\0')
    return NULL;

  return g_strconcat (date, date[0] != '\0' && place[0] != '\0' ? " · " : "", place, NULL);
}

/**
 * dv_slide_build_house:
 * @workshop: a workshop
 *
 * Returns: (transfer full): its title, organisation and logo
 */
DvSlide *
dv_slide_build_house (DvWorkshop *workshop)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_HOUSE);
  DvItem *root = dv_workshop_get_root (workshop);
  DvItem *manifest = dv_manifest_get (workshop);

  slide->title = dv_slide_dup_field (root, DV_WORKSHOP_TITLE);
  slide->subtitle = dv_slide_dup_field (root, DV_WORKSHOP_ORGANISATION);
  slide->meta = make_date_and_place (slide, root);
  if (manifest != NULL)
    dv_slide_add_logo (slide, manifest);

  return slide;
}

/**
 * dv_slide_build_question:
 * @workshop: a workshop
 * @item: an activity or a value
 *
 * Returns: (transfer full): its question; the title of an activity that has none
 */
DvSlide *
dv_slide_build_question (DvWorkshop *workshop,
                         DvItem     *item)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_QUESTION);

  if (dv_item_get_kind (item) == &dv_value_kind)
    {
      slide->title = dv_value_dup_question (workshop, item);
      slide->subtitle = dv_slide_dup_field (item, DV_VALUE_NAME);
      slide->text = dv_slide_dup_field (item, DV_VALUE_MEANING);
      slide->number = (int) dv_value_get_number (item);
      return slide;
    }

  slide->title = dv_slide_dup_field (item, DV_ACTIVITY_QUESTION);
  slide->text = dv_slide_dup_field (item, DV_ACTIVITY_INSTRUCTION);
  if (slide->title == NULL)
    slide->title = dv_slide_dup_field (item, DV_ACTIVITY_TITLE);
  else
    slide->subtitle = dv_slide_dup_field (item, DV_ACTIVITY_TITLE);

  return slide;
}

/**
 * dv_slide_build_flip:
 * @workshop: a workshop
 * @flip: a sheet of the flip-over
 *
 * Returns: (transfer full): that sheet
 */
DvSlide *
dv_slide_build_flip (DvWorkshop *workshop,
                     DvItem     *flip)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_FLIP);

  slide->title = dv_slide_dup_field (flip, DV_FLIP_TITLE);
  slide->text = dv_slide_dup_field (flip, DV_FLIP_TEXT);
  return slide;
}

/**
 * dv_slide_build_timer:
 * @workshop: a workshop
 *
 * Returns: (transfer full): the time for work of the activity that is busy,
 *   standing still; the stage knows of a timer that runs
 */
DvSlide *
dv_slide_build_timer (DvWorkshop *workshop)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_TIMER);
  DvItem *activity = dv_slide_find_busy (workshop);
  gint64 minutes = 0;

  if (activity != NULL)
    {
      slide->title = dv_slide_dup_field (activity, DV_ACTIVITY_TITLE);
      minutes = dv_item_get_int (activity, DV_ACTIVITY_MINUTES) - dv_item_get_int (activity, DV_ACTIVITY_REPORT);
    }
  else
    slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_TIMER));
  slide->timer = g_strdup_printf ("%02d:00", (int) MAX (minutes, 0));

  return slide;
}

/**
 * dv_slide_build_test:
 * @workshop: a workshop
 *
 * Returns: (transfer full): lines to read from the back row
 */
DvSlide *
dv_slide_build_test (DvWorkshop *workshop)
{
  DvSlide *slide = dv_slide_start (workshop, DV_SLIDE_TEST);

  slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_TEST));
  slide->subtitle = g_strdup (dv_slide_say (slide, DV_TEXT_TEST_HOW));
  dv_slide_add_item (slide, "large", dv_slide_say (slide, DV_TEXT_TEST_LARGE));
  dv_slide_add_item (slide, "card", dv_slide_say (slide, DV_TEXT_TEST_CARD));
  dv_slide_add_item (slide, "small", dv_slide_say (slide, DV_TEXT_TEST_SMALL));
  return slide;
}

/**
 * dv_slide_build_join:
 * @workshop: a workshop
 * @kind: %DV_SLIDE_JOIN_WIFI or %DV_SLIDE_JOIN_PAGE
 *
 * Returns: (transfer full): how to join: first the network, then the page
 */
DvSlide *
dv_slide_build_join (DvWorkshop *workshop,
                     DvSlideKind kind)
{
  DvSlide *slide = dv_slide_start (workshop, kind);
  g_autofree char *people = NULL;

  dv_slide_add_join (slide, workshop);
  if (kind == DV_SLIDE_JOIN_WIFI)
    {
      slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_JOIN_WIFI));
      slide->subtitle = g_strdup (dv_slide_say (slide, DV_TEXT_JOIN_WIFI_HOW));
      slide->text = g_strdup (dv_slide_say (slide, DV_TEXT_NO_INTERNET));
      slide->meta = dv_document_text_fill (slide->language, DV_TEXT_STEP_OF, 1, 2);
      slide->count = g_strdup ("1");
      dv_slide_set_labels (slide, dv_slide_say (slide, DV_TEXT_NETWORK), dv_slide_say (slide, DV_TEXT_PASSWORD), NULL);
      return slide;
    }

  slide->title = g_strdup (dv_slide_say (slide, DV_TEXT_JOIN_PAGE));
  slide->subtitle = g_strdup (dv_slide_say (slide, DV_TEXT_JOIN_PAGE_HOW));
  if (slide->join->network != NULL)
    {
      slide->meta = dv_document_text_fill (slide->language, DV_TEXT_STEP_OF, 2, 2);
      slide->count = g_strdup ("2");
    }
  dv_slide_add_present (slide, workshop);
  people = dv_slide_dup_taking_part (slide, workshop);
  dv_slide_set_labels (slide, dv_slide_say (slide, DV_TEXT_ADDRESS), dv_slide_say (slide, DV_TEXT_CODE), people, NULL);
  return slide;
}
