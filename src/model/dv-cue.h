/* dv-cue.h
 *
 * What the room can be shown: a kind of scene and what it is about
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-slide.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

/* A cue says what to show; it is worth keeping while the workshop changes. */
typedef struct
{
  DvSlideKind kind;
  char id[DV_ID_LENGTH + 1]; /* a value, article, activity, flip-over sheet, round of
                              * support or step; empty: of the whole workshop */
} DvCue;

DvCue      dv_cue_make         (DvSlideKind   kind,
                                const char   *id);
gboolean   dv_cue_equal        (const DvCue  *a,
                                const DvCue  *b);
gboolean   dv_cue_is_there     (DvWorkshop   *workshop,
                                const DvCue  *cue);
int        dv_cue_find         (GArray       *cues,
                                const DvCue  *cue);
GArray    *dv_cue_list         (DvWorkshop   *workshop) G_GNUC_WARN_UNUSED_RESULT;
char      *dv_cue_dup_label    (DvWorkshop   *workshop,
                                const DvCue  *cue) G_GNUC_WARN_UNUSED_RESULT;
GArray    *dv_cue_of_activity  (DvWorkshop   *workshop,
                                DvItem       *activity,
                                DvItem       *value) G_GNUC_WARN_UNUSED_RESULT;
DvSlide   *dv_cue_make_slide   (DvWorkshop   *workshop,
                                const DvCue  *cue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
