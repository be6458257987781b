/* dv-stage.c
 *
 * What the facilitator has made public
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-stage"

#include "config.h"

#include "dv-stage-private.h"

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

G_DEFINE_FINAL_TYPE (DvStage, dv_stage, G_TYPE_OBJECT)

enum
{
  CHANGED,
  WENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- What is shown ---------------------------------------------------------------- */

/* What @activity shows of @value. */
static GArray *
list_cues (DvStage *self,
           DvItem  *activity,
           DvItem  *value)
{
  return dv_cue_of_activity (self->workshop, activity, dv_stage_path_get_value (self->workshop, activity, value));
}

/**
 * dv_stage_list_cues:
 * @self: a stage
 *
 * Returns: (transfer full) (element-type DvCue): what the activity that is
 *   followed shows
 */
GArray *
dv_stage_list_cues (DvStage *self)
{
  return list_cues (self, dv_stage_get_activity (self), dv_stage_get_value (self));
}

/**
 * dv_stage_set_cue:
 * @self: a stage
 * @cues: (element-type DvCue): those of the activity, at least one
 * @place: which of them to show; the last when there are fewer
 */
void
dv_stage_set_cue (DvStage *self,
                  GArray  *cues,
                  guint    place)
{
  self->is_following = TRUE;
  self->place = MIN (place, cues->len - 1);
  self->cue = g_array_index (cues, DvCue, self->place);
}

/**
 * dv_stage_go_to_page:
 * @self: a stage
 * @page: a page, from 0; one past the last is the last
 *
 * What was in the light is not any more.
 */
void
dv_stage_go_to_page (DvStage *self,
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
  g_autoptr (GArray) cues = dv_stage_list_cues (self);
  int place = dv_cue_find (cues, &self->cue);

  if (place >= 0)
    self->place = (guint) place;
  else
    {
      gboolean was_following = self->is_following;

      dv_stage_set_cue (self, cues, self->place);
      self->is_following = was_following;
      if (was_following)
        dv_stage_go_to_page (self, 0);
    }
  if (!self->is_following && !dv_cue_is_there (self->workshop, &self->special))
    {
      self->is_following = TRUE;
      dv_stage_go_to_page (self, 0);
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

/* Freezing holds what people gave. The clock goes on: one that stands still in
 * front of the room looks broken, and tells it the wrong time. */
static DvSlide *
wind_frozen (DvStage *self)
{
  DvSlide *slide;
  char *title;

  if (self->frozen->timer == NULL || !dv_timer_is_set (self->timer))
    return dv_slide_ref (self->frozen);

  slide = dv_slide_copy (self->frozen);
  title = g_steal_pointer (&slide->title);
  g_free (slide->status);
  add_timer (self, slide);
  g_free (slide->title);
  slide->title = title;

  return slide;
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

static DvSlide *
make_slide (DvStage     *self,
            const DvCue *cue)
{
  DvSlide *slide = dv_cue_make_slide (self->workshop, cue), *seen;

  if (self->filter == NULL)
    return slide;

  seen = self->filter (slide);
  dv_slide_unref (slide);
  return seen;
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
  g_autoptr (GArray) own = dv_stage_list_cues (self);
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

  base = make_slide (self, cue);
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

/**
 * dv_stage_update:
 * @self: a stage
 *
 * Makes what depends on "base", and says so if anything is different.
 */
void
dv_stage_update (DvStage *self)
{
  guint n_waiting, choices;
  gboolean is_changed;

  /* Counting lays the slide out: not for each second of the timer. */
  if (self->counted != self->base)
    {
      self->n_pages = count_pages (self, self->base);
      g_clear_pointer (&self->counted, dv_slide_unref);
      self->counted = dv_slide_ref (self->base);
    }
  self->page = MIN (self->page, self->n_pages - 1);
  if (self->spotlight != NULL && !has_item (self->base, self->spotlight))
    g_clear_pointer (&self->spotlight, g_free);

  is_changed = replace (&self->live, dress (self, self->base, self->page, self->spotlight));
  if (self->is_frozen && self->frozen != NULL)
    replace (&self->frozen, wind_frozen (self));
  if (self->is_blank)
    is_changed |= replace (&self->shown, dv_slide_start (self->workshop, DV_SLIDE_BLANK));
  else
    is_changed |= replace (&self->shown, dv_slide_ref (self->is_frozen ? self->frozen : self->live));
  is_changed |= replace (&self->next, build_next (self));
  n_waiting = count_waiting (self);
  /* The console shows these too, also when the room sees no difference. */
  choices = (self->is_frozen ? 1 : 0) | (self->is_blank ? 2 : 0) | (self->is_following ? 4 : 0);
  if (n_waiting != self->n_waiting || choices != self->choices)
    is_changed = TRUE;
  self->n_waiting = n_waiting;
  self->choices = choices;

  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dv_stage_rebuild:
 * @self: a stage
 *
 * Builds anew what the cue shows.
 */
void
dv_stage_rebuild (DvStage *self)
{
  DvSlide *base;
  DvCue cue;
  guint n_new = 0;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refreshed_at = self->clock (self->clock_data);
  mend_cue (self);
  cue = dv_stage_get_cue (self);
  base = make_slide (self, &cue);
  if (base->kind == DV_SLIDE_BEHAVIOURS)
    n_new = dv_stage_order_apply (get_order (self, cue.id), base->items);
  if (n_new > 0 && (self->paged_at == 0 || self->refreshed_at - self->paged_at > HAND_RULES_FOR))
    self->page = 0;

  replace (&self->base, base);
  dv_stage_update (self);
}

static void
refresh_later_cb (gpointer data)
{
  DvStage *self = data;

  self->refresh_id = 0;
  dv_stage_rebuild (self);
}

static void
applied_cb (DvStage *self)
{
  gint64 gone = self->clock (self->clock_data) - self->refreshed_at;

  if (self->refresh_id != 0)
    return;
  if (gone >= REFRESH_EVERY)
    dv_stage_rebuild (self);
  else
    self->refresh_id = g_timeout_add_once ((guint) ((REFRESH_EVERY - gone) / G_TIME_SPAN_MILLISECOND),
                                           refresh_later_cb, self);
}

static void
timer_changed_cb (DvStage *self)
{
  dv_stage_update (self);
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
  g_clear_pointer (&self->counted, dv_slide_unref);
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
   * wait is another; or it was frozen, blank or following and no longer is.
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
  dv_stage_rebuild (self);

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
  g_clear_pointer (&self->counted, dv_slide_unref);
  /* Who takes the pager away is about to go, and wants no more signals. */
  if (pager != NULL)
    dv_stage_update (self);
}

/**
 * dv_stage_set_filter:
 * @self: a stage
 * @filter: (nullable): makes what is to be seen of each slide
 *
 * What the room sees, what is read aloud and what is compared to tell whether
 * anything changed are then the same.
 */
void
dv_stage_set_filter (DvStage      *self,
                     DvStageFilter filter)
{
  g_return_if_fail (DV_IS_STAGE (self));

  self->filter = filter;
  dv_stage_rebuild (self);
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
