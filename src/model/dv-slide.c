/* dv-slide.c
 *
 * What the room is to see, as plain data
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide"

#include "config.h"

#include "dv-slide.h"

#include <string.h>

/* A slide is built once, by one of the dv-slide-<topic>.c, and then only read,
 * from any thread. Whoever wants it otherwise (another page, a spotlight) takes
 * a copy. Fields that a kind does not use are NULL or 0. What each kind has:
 *
 * HOUSE       title, subtitle: organisation; meta: date and place; logo
 * AGENDA      title; items: activities; label: "13:00"; detail: "15 min";
 *             marks: now, done
 * QUESTION    title: the question; subtitle: the activity; text: what to do;
 *             number when it is about a value
 * BEHAVIOURS  title: the value; subtitle: question; count and count_label;
 *             newest; items: examples, newest first, with role and shape where
 *             they may be shown, and marks: star, chosen; join; roles
 *             (count: people present); labels: 0 "41 taking part"
 * TABLES      title; subtitle; items: tables; label: its name; text and number:
 *             its value; count: its examples; reached of target: its choices;
 *             detail: "1 of 3" or "ready"; foot: which value rests; foot_end
 * SHORTLIST   title: the value; subtitle: what is asked; text: remark after the
 *             last card; items: label "A", text; foot: how to join
 * REVEAL      title: the value, subtitle: rest of the headline, "Near: these
 *             three we choose" is to be drawn as one; items: most dots first,
 *             label "A", count, dots; marks: chosen, tied; labels: 0 what is
 *             said beside the tie, if any; roles: legend of the dots (count:
 *             people); foot_end: "41 people, 123 dots"
 * WORDS       title: headline; subtitle: question; items: words, most first,
 *             with residents, staff, count (both) and side; labels: see DvSlideWordLabel
 * WORD_LIST   the same, with label "1"
 * VALUES      title; items: number, text: name, detail: meaning
 * ARTICLE     title; number; meta: "Article 2"; items: the statement (mark:
 *             lead), then clauses with label "2.1"
 * MANIFEST    title; subtitle; text: preamble; meta: edition; logo; items: per
 *             article its title (mark: lead, label "2", number, detail: the
 *             statement), then clauses with label "2.1"
 * MAP         title; subtitle; map
 * MAP_STORY   the same
 * SUPPORT     title: headline; subtitle: lead and threshold; meta: presence;
 *             threshold; items: articles with answers, percent, change, marks:
 *             below, hidden; labels: 0 to 5 the answers, 6 "since 10 March"
 * MIX         title; subtitle; items: a table each: label its name, detail how
 *             many sit there, dots per shape; roles: legend
 * TIMER       title; timer, timer_part, timer_over, status
 * FLIP        title; text
 * JOIN_WIFI   title; subtitle; meta: "Step 1 of 2"; count: "1"; labels: 0
 *             "Network", 1 "Password"; text: a hint, its heading on the first
 *             line; join
 * JOIN_PAGE   likewise; labels: 0 "Address", 1 "Code", 2 "41 taking part"; roles
 * TEST        title; subtitle; items: lines to read
 *
 * A slide other than TIMER that has a timer shows it in the place of the count.
 */

/* clang-format off */
G_DEFINE_BOXED_TYPE (DvSlide, dv_slide, dv_slide_ref, dv_slide_unref)
/* clang-format on */

static const char *const nicks[DV_SLIDE_N_KINDS] = {
  [DV_SLIDE_BLANK] = "blank",
  [DV_SLIDE_HOUSE] = "house",
  [DV_SLIDE_AGENDA] = "agenda",
  [DV_SLIDE_QUESTION] = "question",
  [DV_SLIDE_BEHAVIOURS] = "behaviours",
  [DV_SLIDE_TABLES] = "tables",
  [DV_SLIDE_SHORTLIST] = "shortlist",
  [DV_SLIDE_REVEAL] = "reveal",
  [DV_SLIDE_WORDS] = "words",
  [DV_SLIDE_WORD_LIST] = "word-list",
  [DV_SLIDE_VALUES] = "values",
  [DV_SLIDE_ARTICLE] = "article",
  [DV_SLIDE_MANIFEST] = "manifest",
  [DV_SLIDE_MAP] = "map",
  [DV_SLIDE_MAP_STORY] = "map-story",
  [DV_SLIDE_SUPPORT] = "support",
  [DV_SLIDE_MIX] = "mix",
  [DV_SLIDE_TIMER] = "timer",
  [DV_SLIDE_FLIP] = "flip",
  [DV_SLIDE_JOIN_WIFI] = "join-wifi",
  [DV_SLIDE_JOIN_PAGE] = "join-page",
  [DV_SLIDE_TEST] = "test",
};

static void
item_free (gpointer data)
{
  DvSlideItem *item = data;

  g_free (item->id);
  g_free (item->label);
  g_free (item->text);
  g_free (item->detail);
  g_free (item->role);
  g_array_unref (item->dots);
  g_free (item);
}

static gpointer
item_copy (gconstpointer data,
           gpointer      user_data)
{
  const DvSlideItem *item = data;
  DvSlideItem *copy = g_memdup2 (item, sizeof *item);

  copy->id = g_strdup (item->id);
  copy->label = g_strdup (item->label);
  copy->text = g_strdup (item->text);
  copy->detail = g_strdup (item->detail);
  copy->role = g_strdup (item->role);
  copy->dots = g_array_copy (item->dots);
  return copy;
}

static gboolean
dots_equal (GArray *a,
            GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const DvSlideDots *first = &g_array_index (a, DvSlideDots, i);
      const DvSlideDots *second = &g_array_index (b, DvSlideDots, i);

      if (first->shape != second->shape || first->count != second->count)
        return FALSE;
    }

  return TRUE;
}

/**
 * dv_slide_item_equal:
 * @a: an item of a slide
 * @b: another
 *
 * Returns: whether the room could not tell them apart
 */
gboolean
dv_slide_item_equal (const DvSlideItem *a,
                     const DvSlideItem *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->label, b->label) == 0 && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->detail, b->detail) == 0 && g_strcmp0 (a->role, b->role) == 0 && a->shape == b->shape &&
         a->number == b->number && a->marks == b->marks && a->count == b->count && a->residents == b->residents &&
         a->staff == b->staff && a->side == b->side && a->target == b->target && a->reached == b->reached &&
         memcmp (a->answers, b->answers, sizeof a->answers) == 0 && a->percent == b->percent &&
         a->change == b->change && a->has_change == b->has_change && dots_equal (a->dots, b->dots);
}

static gboolean
items_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!dv_slide_item_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static void
join_free (DvSlideJoin *join)
{
  g_free (join->network);
  g_free (join->password);
  g_free (join->wifi_uri);
  g_free (join->address);
  g_free (join->code);
  g_free (join->page_uri);
  g_free (join);
}

static DvSlideJoin *
join_copy (const DvSlideJoin *join)
{
  DvSlideJoin *copy = g_new0 (DvSlideJoin, 1);

  copy->network = g_strdup (join->network);
  copy->password = g_strdup (join->password);
  copy->wifi_uri = g_strdup (join->wifi_uri);
  copy->address = g_strdup (join->address);
  copy->code = g_strdup (join->code);
  copy->page_uri = g_strdup (join->page_uri);
  return copy;
}

/* The addresses for QR codes follow from the other fields. */
static gboolean
join_equal (const DvSlideJoin *a,
            const DvSlideJoin *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strcmp0 (a->network, b->network) == 0 && g_strcmp0 (a->password, b->password) == 0 &&
         g_strcmp0 (a->address, b->address) == 0 && g_strcmp0 (a->code, b->code) == 0;
}

static gboolean
bytes_equal (GBytes *a,
             GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

static gboolean
labels_equal (char **a,
              char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/**
 * dv_slide_new:
 * @kind: its kind
 * @language: language of the workshop, "nl" or "en"
 *
 * Returns: (transfer full): an empty slide, to be filled before anybody else
 *   sees it
 */
DvSlide *
dv_slide_new (DvSlideKind kind,
              const char *language)
{
  DvSlide *self = g_new0 (DvSlide, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->language = g_strdup (language);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->roles = g_ptr_array_new_with_free_func (item_free);

  return self;
}

/**
 * dv_slide_copy:
 * @self: a slide
 *
 * Returns: (transfer full): one that is equal and can be changed
 */
DvSlide *
dv_slide_copy (const DvSlide *self)
{
  DvSlide *copy = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->language = g_strdup (self->language);
  copy->title = g_strdup (self->title);
  copy->subtitle = g_strdup (self->subtitle);
  copy->text = g_strdup (self->text);
  copy->meta = g_strdup (self->meta);
  copy->count = g_strdup (self->count);
  copy->count_label = g_strdup (self->count_label);
  copy->newest = g_strdup (self->newest);
  copy->foot = g_strdup (self->foot);
  copy->foot_end = g_strdup (self->foot_end);
  copy->status = g_strdup (self->status);
  copy->timer = g_strdup (self->timer);
  copy->labels = g_strdupv (self->labels);
  copy->items = g_ptr_array_copy (self->items, item_copy, NULL);
  copy->roles = g_ptr_array_copy (self->roles, item_copy, NULL);
  copy->join = self->join != NULL ? join_copy (self->join) : NULL;
  copy->map = self->map != NULL ? dv_map_graph_copy (self->map) : NULL;
  copy->logo = self->logo != NULL ? g_bytes_ref (self->logo) : NULL;
  copy->logo_alt = g_strdup (self->logo_alt);
  copy->spotlight = g_strdup (self->spotlight);

  return copy;
}

/**
 * dv_slide_ref:
 * @self: a slide
 *
 * Returns: (transfer full): @self
 */
DvSlide *
dv_slide_ref (DvSlide *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * dv_slide_unref:
 * @self: (transfer full): a slide
 */
void
dv_slide_unref (DvSlide *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->language);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->text);
  g_free (self->meta);
  g_free (self->count);
  g_free (self->count_label);
  g_free (self->newest);
  g_free (self->foot);
  g_free (self->foot_end);
  g_free (self->status);
  g_free (self->timer);
  g_strfreev (self->labels);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->roles);
  g_clear_pointer (&self->join, join_free);
  g_clear_pointer (&self->map, dv_map_graph_free);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->logo_alt);
  g_free (self->spotlight);
  g_free (self);
}

static DvSlideItem *
item_new (const char *id,
          const char *text)
{
  DvSlideItem *item = g_new0 (DvSlideItem, 1);

  item->id = g_strdup (id);
  item->text = g_strdup (text);
  item->percent = -1;
  item->dots = g_array_new (FALSE, FALSE, sizeof (DvSlideDots));

  return item;
}

/**
 * dv_slide_add_item:
 * @self: a slide that nobody else has yet
 * @id: of the item it stands for
 * @text: its text
 *
 * Returns: (transfer none): a new item at the end, without a percentage
 */
DvSlideItem *
dv_slide_add_item (DvSlide    *self,
                   const char *id,
                   const char *text)
{
  DvSlideItem *item = item_new (id, text);

  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * dv_slide_add_role:
 * @self: a slide that nobody else has yet
 * @name: of the role
 * @shape: its shape
 * @count: how many people
 *
 * Adds a role that may be shown to those of the slide. Its name is its id and
 * text too.
 *
 * Returns: (transfer none): the role
 */
DvSlideItem *
dv_slide_add_role (DvSlide    *self,
                   const char *name,
                   DvShape     shape,
                   guint       count)
{
  DvSlideItem *item = item_new (name, name);

  item->role = g_strdup (name);
  item->shape = shape;
  item->count = count;
  g_ptr_array_add (self->roles, item);
  return item;
}

/**
 * dv_slide_equal:
 * @a: a slide
 * @b: another
 *
 * Returns: whether the room could not tell them apart
 */
gboolean
dv_slide_equal (const DvSlide *a,
                const DvSlide *b)
{
  if (a == b)
    return TRUE;

  return a->kind == b->kind && g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->subtitle, b->subtitle) == 0 && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->meta, b->meta) == 0 && g_strcmp0 (a->count, b->count) == 0 &&
         g_strcmp0 (a->count_label, b->count_label) == 0 && g_strcmp0 (a->newest, b->newest) == 0 &&
         g_strcmp0 (a->foot, b->foot) == 0 && g_strcmp0 (a->foot_end, b->foot_end) == 0 &&
         g_strcmp0 (a->status, b->status) == 0 && g_strcmp0 (a->timer, b->timer) == 0 &&
         !(a->timer_part < b->timer_part) && !(a->timer_part > b->timer_part) && a->timer_over == b->timer_over &&
         a->number == b->number && labels_equal (a->labels, b->labels) && items_equal (a->items, b->items) &&
         items_equal (a->roles, b->roles) && join_equal (a->join, b->join) && dv_map_graph_equal (a->map, b->map) &&
         bytes_equal (a->logo, b->logo) && g_strcmp0 (a->logo_alt, b->logo_alt) == 0 &&
         a->threshold == b->threshold && a->page == b->page && g_strcmp0 (a->spotlight, b->spotlight) == 0;
}

/**
 * dv_slide_kind_to_nick:
 * @kind: a kind of slide
 *
 * Returns: (transfer none): its name on the command line
 */
const char *
dv_slide_kind_to_nick (DvSlideKind kind)
{
  return nicks[kind];
}

/**
 * dv_slide_kind_from_nick:
 * @nick: a name
 *
 * Returns: the #DvSlideKind of that name, or -1
 */
int
dv_slide_kind_from_nick (const char *nick)
{
  for (int i = 0; i < DV_SLIDE_N_KINDS; i++)
    if (strcmp (nicks[i], nick) == 0)
      return i;

  return -1;
}
