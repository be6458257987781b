/* dv-stage.c
 *
 * What the facilitator has made public
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-stage"

#include "config.h"

#include "dv-stage.h"

#include <string.h>

#include "dv-slide-private.h"
#include "dv-stage-order.h"
#include "dv-stage-path.h"

/* Keeps slides, which are plain copies, and asks for new ones when the workshop
 * changes. "base" is what the cue shows; "live" is that with page, timer and
 * spotlight; "shown" is what the room sees: "live", or what it was when it was
 * frozen, or nothing. A slide that is equal to the one before is thrown away,
 * so that who compares pointers draws nothing twice. Main thread. */

/* In microseconds. */
#define REFRESH_EVERY (400 * G_TIME_SPAN_MILLISECOND)
#define HAND_RULES_FOR (20 * G_TIME_SPAN_SECOND)

struct _DvStage
{
  GObject parent_instance;

  DvWorkshop *workshop;
  DvTimer *timer;
  DvStagePager pager; /* nullable */
  gpointer pager_data;
  DvStageClock clock;
  gpointer clock_data;

  /* By id, because they may be removed. */
  char activity[DV_ID_LENGTH + 1];
  char value[DV_ID_LENGTH + 1];
  DvCue cue;   /* what is shown while following: one of those of the activity */
  guint place; /* of that cue among them, for when it goes away */
  DvCue special; /* what is shown while not following */
  gboolean is_following;
  guint page;
  guint n_pages;
  gint64 paged_at; /* by hand; 0: not */
  char *spotlight;
  gboolean is_blank;
  gboolean is_frozen;
  gboolean is_timer_shown;

  DvSlide *base;
  DvSlide *live;
  DvSlide *frozen; /* nullable */
  DvSlide *shown;
  DvSlide *next; /* nullable */
  guint n_waiting;

  GHashTable *orders; /* DvStageOrder by the id of a value */
  gint64 refreshed_at;
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (DvStage, dv_stage, G_TYPE_OBJECT)

enum
{
  CHANGED,
  WENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- What is shown ---------------------------------------------------------------- */

static DvCue
get_cue (DvStage *self)
{
  return self->is_following ? self->cue : self->special;
}

/* The cues of the activity that is followed, or of @activity and @value. */
static GArray *
list_cues (DvStage *self,
           DvItem  *activity,
           DvItem  *value)
{
  return dv_cue_of_activity (self->workshop, activity, dv_stage_path_get_value (self->workshop, activity, value));
}

static GArray *
list_own_cues (DvStage *self)
{
  return list_cues (self, dv_stage_get_activity (self), dv_stage_get_value (self));
}

static int
find_cue (GArray      *cues,
          const DvCue *cue)
{
  for (guint i = 0; i < cues->len; i++)
    if (dv_cue_equal (&g_array_index (cues, DvCue, i), cue))
      return (int) i;

  return -1;
}

static void
set_cue (DvStage *self,
         GArray  *cues,
         guint    place)
{
  self->is_following = TRUE;
  self->place = MIN (place, cues->len - 1);
  self->cue = g_array_index (cues, DvCue, self->place);
}

static void
go_to_page (DvStage *self,
            guint    page)
{
  self->page = page;
  self->paged_at = 0;
  g_clear_pointer (&self->spotlight, g_free);
}

/* What was shown may have gone, or be called otherwise now: dots are revealed. */
static void
mend_cue (DvStage *self)
{
  g_autoptr (GArray) cues = list_own_cues (self);
  int place = find_cue (cues, &self->cue);

  if (place >= 0)
    self->place = (guint) place;
  else
    {
      gboolean was_following = self->is_following;

      set_cue (self, cues, self->place);
      self->is_following = was_following;
      if (was_following)
        go_to_page (self, 0);
    }
  if (!self->is_following && !dv_cue_is_there (self->workshop, &self->special))
    {
      self->is_following = TRUE;
      go_to_page (self, 0);
    }
}

/* --- Building slides -------------------------------------------------------------- */

static DvStageOrder *
get_order (DvStage    *self,
           const char *value)
{
  DvStageOrder *order = g_hash_table_lookup (self->orders, value);

  if (order == NULL)
    {
      order = dv_stage_order_new ();
      g_hash_table_insert (self->orders, g_strdup (value), order);
    }

  return order;
}

static const char *
get_timer_status (DvStage *self)
{
  DvTimerPhase phase = dv_timer_get_phase (self->timer);
  const char *language = dv_document_language (self->workshop);

  if (phase == DV_TIMER_OVER)
    return dv_document_text (language, DV_TEXT_TIME_IS_UP);
  if (!dv_timer_is_running (self->timer) && dv_timer_get_part (self->timer) > 0)
    return dv_document_text (language, DV_TEXT_PAUSED);
  if (phase == DV_TIMER_REPORT)
    return dv_document_text (language, DV_TEXT_REPORTING);

  return NULL;
}

static void
add_timer (DvStage *self,
           DvSlide *slide)
{
  const char *title = dv_timer_get_title (self->timer);

  if (slide->kind == DV_SLIDE_TIMER && title != NULL && title[0] != '\0')
    {
      g_free (slide->title);
      slide->title = g_strdup (title);
    }
  g_free (slide->timer);
  slide->timer = dv_timer_dup_text (self->timer);
  slide->timer_part = dv_timer_get_part (self->timer);
  slide->timer_over = dv_timer_get_phase (self->timer) == DV_TIMER_OVER;
  slide->status = g_strdup (get_timer_status (self));
}

static gboolean
has_timer (DvStage *self,
           DvSlide *slide)
{
  return dv_timer_is_set (self->timer) && slide->kind != DV_SLIDE_BLANK &&
         (self->is_timer_shown || slide->kind == DV_SLIDE_TIMER);
}

/* @base on a page of its own; the same object when there is nothing to add. */
static DvSlide *
dress (DvStage    *self,
       DvSlide    *base,
       guint       page,
       const char *spotlight)
{
  DvSlide *slide;

  if (page == 0 && spotlight == NULL && !has_timer (self, base))
    return dv_slide_ref (base);

  slide = dv_slide_copy (base);
  slide->page = page;
  slide->spotlight = g_strdup (spotlight);
  if (has_timer (self, base))
    add_timer (self, slide);

  return slide;
}

static guint
count_pages (DvStage *self,
             DvSlide *slide)
{
  guint n_pages = self->pager != NULL ? self->pager (slide, self->pager_data) : 1;

  return MAX (n_pages, 1);
}

/* Takes @slide for *@kept unless it is the same to who looks. */
static gboolean
replace (DvSlide **kept,
         DvSlide  *slide)
{
  if (*kept == slide || (*kept != NULL && slide != NULL && dv_slide_equal (*kept, slide)))
    {
      g_clear_pointer (&slide, dv_slide_unref);
      return FALSE;
    }

  g_clear_pointer (kept, dv_slide_unref);
  *kept = slide;
  return TRUE;
}

static gboolean
has_item (DvSlide    *slide,
          const char *id)
{
  for (guint i = 0; i < slide->items->len; i++)
    if (g_strcmp0 (((DvSlideItem *) g_ptr_array_index (slide->items, i))->id, id) == 0)
      return TRUE;
  for (guint i = 0; slide->map != NULL && i < slide->map->nodes->len; i++)
    if (g_strcmp0 (g_array_index (slide->map->nodes, DvMapNode, i).id, id) == 0)
      return TRUE;

  return FALSE;
}

/* --- What comes next -------------------------------------------------------------- */

static DvSlide *
build_next (DvStage *self)
{
  g_autoptr (GArray) own = list_own_cues (self);
  g_autoptr (GArray) cues = NULL;
  g_autoptr (DvSlide) base = NULL;
  DvItem *activity = dv_stage_get_activity (self), *value = dv_stage_get_value (self);
  const DvCue *cue;

  if (self->page + 1 < self->n_pages)
    return dress (self, self->base, self->page + 1, NULL);

  if (!self->is_following)
    cue = &self->cue;
  else if (self->place + 1 < own->len)
    cue = &g_array_index (own, DvCue, self->place + 1);
  else if (activity != NULL && dv_stage_path_move (self->workshop, &activity, &value, 1))
    {
      cues = list_cues (self, activity, value);
      cue = &g_array_index (cues, DvCue, 0);
    }
  else
    return NULL;

  base = dv_cue_make_slide (self->workshop, cue);
  return dress (self, base, 0, NULL);
}

static gboolean
texts_differ (const DvSlide *a,
              const DvSlide *b)
{
  return a->kind != b->kind || g_strcmp0 (a->title, b->title) != 0 || g_strcmp0 (a->subtitle, b->subtitle) != 0 ||
         g_strcmp0 (a->text, b->text) != 0 || !dv_map_graph_equal (a->map, b->map);
}

/* What the room will see for the first time when it is no longer frozen. */
static guint
count_waiting (DvStage *self)
{
  g_autoptr (GHashTable) before = NULL;
  guint n = 0;

  if (!self->is_frozen || self->frozen == NULL || self->frozen == self->live)
    return 0;

  before = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->frozen->items->len; i++)
    {
      DvSlideItem *item = g_ptr_array_index (self->frozen->items, i);

      g_hash_table_insert (before, item->id, item);
    }
  for (guint i = 0; i < self->live->items->len; i++)
    {
      DvSlideItem *item = g_ptr_array_index (self->live->items, i);
      DvSlideItem *old = g_hash_table_lookup (before, item->id);

      if (old == NULL || !dv_slide_item_equal (old, item))
        n++;
      g_hash_table_remove (before, item->id);
    }

  return n + g_hash_table_size (before) + (texts_differ (self->frozen, self->live) ? 1 : 0);
}

/* --- Keeping up ------------------------------------------------------------------- */

/* Makes what depends on "base", and says so if anything is different. */
static void
update (DvStage *self)
{
  DvSlide *shown;
  guint n_pages, n_waiting;
  gboolean is_changed;

  self->n_pages = n_pages = count_pages (self, self->base);
  self->page = MIN (self->page, n_pages - 1);
  if (self->spotlight != NULL && !has_item (self->base, self->spotlight))
    g_clear_pointer (&self->spotlight, g_free);

  is_changed = replace (&self->live, dress (self, self->base, self->page, self->spotlight));
  shown = self->is_frozen && self->frozen != NULL ? self->frozen : self->live;
  if (self->is_blank)
    is_changed |= replace (&self->shown, dv_slide_start (self->workshop, DV_SLIDE_BLANK));
  else
    is_changed |= replace (&self->shown, dv_slide_ref (shown));
  is_changed |= replace (&self->next, build_next (self));
  n_waiting = count_waiting (self);
  if (n_waiting != self->n_waiting)
    is_changed = TRUE;
  self->n_waiting = n_waiting;

  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Builds anew what the cue shows. */
static void
rebuild (DvStage *self)
{
  DvSlide *base;
  DvCue cue;
  guint n_new = 0;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refreshed_at = self->clock (self->clock_data);
  mend_cue (self);
  cue = get_cue (self);
  base = dv_cue_make_slide (self->workshop, &cue);
  if (base->kind == DV_SLIDE_BEHAVIOURS)
    n_new = dv_stage_order_apply (get_order (self, cue.id), base->items);
  if (n_new > 0 && (self->paged_at == 0 || self->refreshed_at - self->paged_at > HAND_RULES_FOR))
    self->page = 0;

  replace (&self->base, base);
  update (self);
}

static void
refresh_later_cb (gpointer data)
{
  DvStage *self = data;

  self->refresh_id = 0;
  rebuild (self);
}

static void
applied_cb (DvStage *self)
{
  gint64 gone = self->clock (self->clock_data) - self->refreshed_at;

  if (self->refresh_id != 0)
    return;
  if (gone >= REFRESH_EVERY)
    rebuild (self);
  else
    self->refresh_id = g_timeout_add_once ((guint) ((REFRESH_EVERY - gone) / G_TIME_SPAN_MILLISECOND), refresh_later_cb, self);
}

static void
timer_changed_cb (DvStage *self)
{
  update (self);
}

static gint64
monotonic_time (gpointer data)
{
  return g_get_monotonic_time ();
}

static void
dv_stage_dispose (GObject *object)
{
  DvStage *self = DV_STAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->base, dv_slide_unref);
  g_clear_pointer (&self->live, dv_slide_unref);
  g_clear_pointer (&self->frozen, dv_slide_unref);
  g_clear_pointer (&self->shown, dv_slide_unref);
  g_clear_pointer (&self->next, dv_slide_unref);
  g_clear_object (&self->timer);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (dv_stage_parent_class)->dispose (object);
}

static void
dv_stage_finalize (GObject *object)
{
  DvStage *self = DV_STAGE (object);

  g_hash_table_unref (self->orders);
  g_free (self->spotlight);

  G_OBJECT_CLASS (dv_stage_parent_class)->finalize (object);
}

static void
dv_stage_class_init (DvStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dv_stage_dispose;
  object_class->finalize = dv_stage_finalize;

  /**
   * DvStage::changed:
   * @self: the stage
   *
   * What the room sees, what it would see, what comes next or how many changes
   * wait is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DvStage::went:
   * @self: the stage
   *
   * Stepping led to another activity or value. Comes before "changed".
   */
  signals[WENT] = g_signal_new ("went", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dv_stage_init (DvStage *self)
{
  self->timer = dv_timer_new ();
  self->clock = monotonic_time;
  self->is_following = TRUE;
  self->orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dv_stage_order_free);
  g_signal_connect_object (self->timer, "changed", G_CALLBACK (timer_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dv_stage_new:
 * @workshop: a workshop
 *
 * Returns: (transfer full): a stage that shows the title of @workshop until an
 *   activity is followed
 */
DvStage *
dv_stage_new (DvWorkshop *workshop)
{
  DvStage *self = g_object_new (DV_TYPE_STAGE, NULL);

  self->workshop = g_object_ref (workshop);
  self->cue = dv_cue_make (DV_SLIDE_HOUSE, NULL);
  g_signal_connect_object (workshop, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  rebuild (self);

  return self;
}

/**
 * dv_stage_get_workshop:
 * @self: a stage
 *
 * Returns: (transfer none): whose stage it is
 */
DvWorkshop *
dv_stage_get_workshop (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->workshop;
}

/**
 * dv_stage_get_timer:
 * @self: a stage
 *
 * Returns: (transfer none): its timer, to be told the time by who shows it
 */
DvTimer *
dv_stage_get_timer (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->timer;
}

/**
 * dv_stage_set_pager:
 * @self: a stage
 * @pager: (nullable): counts pages
 * @data: for @pager
 *
 * Without it every slide has one page.
 */
void
dv_stage_set_pager (DvStage     *self,
                    DvStagePager pager,
                    gpointer     data)
{
  g_return_if_fail (DV_IS_STAGE (self));

  self->pager = pager;
  self->pager_data = data;
  /* Who takes the pager away is about to go, and wants no more signals. */
  if (pager != NULL)
    update (self);
}

/**
 * dv_stage_set_clock:
 * @self: a stage
 * @clock: (nullable): tells the time; %NULL for that of the computer
 * @data: for @clock
 */
void
dv_stage_set_clock (DvStage     *self,
                    DvStageClock clock,
                    gpointer     data)
{
  g_return_if_fail (DV_IS_STAGE (self));

  self->clock = clock != NULL ? clock : monotonic_time;
  self->clock_data = data;
  self->refreshed_at = self->clock (data);
}

/* --- What the facilitator chooses ------------------------------------------------- */

static void
set_place (DvStage *self,
           DvItem  *activity,
           DvItem  *value)
{
  g_strlcpy (self->activity, activity != NULL ? dv_item_get_id (activity) : "", sizeof self->activity);
  g_strlcpy (self->value, value != NULL ? dv_item_get_id (value) : "", sizeof self->value);
}

/**
 * dv_stage_follow:
 * @self: a stage
 * @activity: (nullable): the activity that was opened
 * @value: (nullable): the value that was opened in it
 *
 * Shows what that activity shows. Does nothing when they are followed already,
 * so that a cue that was shown on top of them stays.
 */
void
dv_stage_follow (DvStage *self,
                 DvItem  *activity,
                 DvItem  *value)
{
  g_autoptr (GArray) cues = NULL;

  g_return_if_fail (DV_IS_STAGE (self));

  value = dv_stage_path_get_value (self->workshop, activity, value);
  if (activity == dv_stage_get_activity (self) && value == dv_stage_get_value (self))
    return;

  set_place (self, activity, value);
  cues = list_own_cues (self);
  set_cue (self, cues, 0);
  go_to_page (self, 0);
  rebuild (self);
}

/**
 * dv_stage_get_activity:
 * @self: a stage
 *
 * Returns: (nullable) (transfer none): the activity that is followed
 */
DvItem *
dv_stage_get_activity (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->activity[0] != '\0' ? dv_workshop_find_kind (self->workshop, self->activity, &dv_activity_kind) : NULL;
}

/**
 * dv_stage_get_value:
 * @self: a stage
 *
 * Returns: (nullable) (transfer none): the value that is followed, in an
 *   activity that goes by value
 */
DvItem *
dv_stage_get_value (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->value[0] != '\0' ? dv_workshop_find_kind (self->workshop, self->value, &dv_value_kind) : NULL;
}

/**
 * dv_stage_show:
 * @self: a stage
 * @cue: (nullable): what to show; %NULL to go back to the activity
 *
 * Shows something else than the activity does, until another activity or value
 * is opened or a step is made past its last page.
 */
void
dv_stage_show (DvStage     *self,
               const DvCue *cue)
{
  g_autoptr (GArray) cues = NULL;
  int place;

  g_return_if_fail (DV_IS_STAGE (self));

  cues = list_own_cues (self);
  place = find_cue (cues, cue != NULL ? cue : &self->cue);
  if (cue == NULL || place >= 0)
    set_cue (self, cues, (guint) MAX (place, 0));
  else
    {
      self->special = *cue;
      self->is_following = FALSE;
    }
  go_to_page (self, 0);
  rebuild (self);
}

/**
 * dv_stage_is_following:
 * @self: a stage
 *
 * Returns: whether what is shown belongs to the activity
 */
gboolean
dv_stage_is_following (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), TRUE);

  return self->is_following;
}

/**
 * dv_stage_get_cue:
 * @self: a stage
 *
 * Returns: what is shown, or would be were it not frozen or blank
 */
DvCue
dv_stage_get_cue (DvStage *self)
{
  return get_cue (self);
}

/**
 * dv_stage_get_slide:
 * @self: a stage
 *
 * Returns: (transfer none): what the room sees
 */
DvSlide *
dv_stage_get_slide (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->shown;
}

/**
 * dv_stage_get_live:
 * @self: a stage
 *
 * Returns: (transfer none): what the room would see were it not frozen or blank
 */
DvSlide *
dv_stage_get_live (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->live;
}

/**
 * dv_stage_get_next:
 * @self: a stage
 *
 * Returns: (nullable) (transfer none): what the next step would show; %NULL at
 *   the end
 */
DvSlide *
dv_stage_get_next (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), NULL);

  return self->next;
}

/* Goes to the next or previous cue, value or activity. */
static gboolean
leave (DvStage *self,
       int      by)
{
  g_autoptr (GArray) cues = list_own_cues (self);
  DvItem *activity = dv_stage_get_activity (self), *value = dv_stage_get_value (self);
  int place = (int) self->place + by;

  if (!self->is_following)
    {
      self->is_following = TRUE;
      go_to_page (self, 0);
      return TRUE;
    }
  if (place >= 0 && place < (int) cues->len)
    {
      set_cue (self, cues, (guint) place);
      go_to_page (self, by > 0 ? 0 : G_MAXUINT - 1);
      return TRUE;
    }
  if (activity == NULL || !dv_stage_path_move (self->workshop, &activity, &value, by))
    return FALSE;

  set_place (self, activity, value);
  g_array_unref (cues);
  cues = list_own_cues (self);
  set_cue (self, cues, by > 0 ? 0 : cues->len - 1);
  go_to_page (self, by > 0 ? 0 : G_MAXUINT - 1);
  g_signal_emit (self, signals[WENT], 0);
  return TRUE;
}

/**
 * dv_stage_step:
 * @self: a stage
 * @by: 1 for the next page, -1 for the previous
 *
 * Past the last page comes the next scene of the activity, then the next value,
 * then the next activity; backwards likewise, to their last page.
 *
 * Returns: whether there was anything to go to
 */
gboolean
dv_stage_step (DvStage *self,
               int      by)
{
  g_return_val_if_fail (DV_IS_STAGE (self), FALSE);
  g_return_val_if_fail (by == 1 || by == -1, FALSE);

  if (by > 0 ? self->page + 1 < self->n_pages : self->page > 0)
    {
      go_to_page (self, by > 0 ? self->page + 1 : self->page - 1);
      self->paged_at = self->clock (self->clock_data);
      update (self);
      return TRUE;
    }

  if (!leave (self, by))
    return FALSE;
  rebuild (self);
  return TRUE;
}

/**
 * dv_stage_get_page:
 * @self: a stage
 *
 * Returns: the page that is shown, from 0
 */
guint
dv_stage_get_page (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), 0);

  return self->page;
}

/**
 * dv_stage_get_n_pages:
 * @self: a stage
 *
 * Returns: how many pages there are, at least 1
 */
guint
dv_stage_get_n_pages (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), 1);

  return self->n_pages;
}

/**
 * dv_stage_set_blank:
 * @self: a stage
 * @is_blank: whether the room sees nothing
 */
void
dv_stage_set_blank (DvStage *self,
                    gboolean is_blank)
{
  g_return_if_fail (DV_IS_STAGE (self));

  self->is_blank = is_blank;
  update (self);
}

gboolean
dv_stage_is_blank (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), FALSE);

  return self->is_blank;
}

/**
 * dv_stage_set_frozen:
 * @self: a stage
 * @is_frozen: whether the room keeps seeing what it sees now
 *
 * What is waiting is shown at once when this ends.
 */
void
dv_stage_set_frozen (DvStage *self,
                     gboolean is_frozen)
{
  g_return_if_fail (DV_IS_STAGE (self));

  if (self->is_frozen == is_frozen)
    return;

  self->is_frozen = is_frozen;
  g_clear_pointer (&self->frozen, dv_slide_unref);
  if (is_frozen)
    self->frozen = dv_slide_ref (self->live);
  update (self);
}

gboolean
dv_stage_is_frozen (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), FALSE);

  return self->is_frozen;
}

/**
 * dv_stage_get_n_waiting:
 * @self: a stage
 *
 * Returns: while it is frozen, how many items are new or different
 */
guint
dv_stage_get_n_waiting (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), 0);

  return self->n_waiting;
}

/**
 * dv_stage_set_spotlight:
 * @self: a stage
 * @id: (nullable): an item of the slide to show alone, or %NULL
 *
 * Lasts until the next step, or until the item is gone.
 */
void
dv_stage_set_spotlight (DvStage    *self,
                        const char *id)
{
  g_return_if_fail (DV_IS_STAGE (self));

  g_free (self->spotlight);
  self->spotlight = g_strdup (id);
  update (self);
}

/**
 * dv_stage_set_timer_shown:
 * @self: a stage
 * @is_shown: whether the timer is on every slide
 */
void
dv_stage_set_timer_shown (DvStage *self,
                          gboolean is_shown)
{
  g_return_if_fail (DV_IS_STAGE (self));

  self->is_timer_shown = is_shown;
  update (self);
}

gboolean
dv_stage_is_timer_shown (DvStage *self)
{
  g_return_val_if_fail (DV_IS_STAGE (self), FALSE);

  return self->is_timer_shown;
}

/**
 * dv_stage_refresh:
 * @self: a stage
 *
 * Looks again at once: the size of what the room looks at is another.
 */
void
dv_stage_refresh (DvStage *self)
{
  g_return_if_fail (DV_IS_STAGE (self));

  rebuild (self);
}
