/* dv-stage-private.h
 *
 * What keeping the stage and choosing what is on it share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-stage.h"

G_BEGIN_DECLS

struct _DvStage
{
  GObject parent_instance;

  DvWorkshop *workshop;
  DvTimer *timer;
  DvStagePager pager; /* nullable */
  gpointer pager_data;
  DvStageFilter filter; /* nullable */
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
  DvSlide *counted; /* nullable: the base of which n_pages is known */
  DvSlide *live;
  DvSlide *frozen; /* nullable */
  DvSlide *shown;
  DvSlide *next; /* nullable */
  guint n_waiting;
  guint choices; /* frozen, blank, following: as last told */

  GHashTable *orders; /* DvStageOrder by the id of a value */
  gint64 refreshed_at;
  guint refresh_id;
};

GArray *dv_stage_list_cues  (DvStage *self) G_GNUC_WARN_UNUSED_RESULT;
void    dv_stage_set_cue    (DvStage *self,
                             GArray  *cues,
                             guint    place);
void    dv_stage_go_to_page (DvStage *self,
                             guint    page);
void    dv_stage_update     (DvStage *self);
void    dv_stage_rebuild    (DvStage *self);

G_END_DECLS
