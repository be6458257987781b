/* dv-cloud-board.h
 *
 * The free room of a word cloud, pixel by pixel
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DvCloudBoard DvCloudBoard;

/* Pixels beside each other in one row. */
#define DV_CLOUD_MAX_RUN 64

typedef struct
{
  int row;
  int from;
  int to; /* the first that is not in it */
} DvCloudRun;

/* What a word covers: a band of full rows, in which letters have no room for
 * others, and what sticks out above and below it. Rows are counted from the
 * baseline, columns from the left side. */
typedef struct
{
  int width;
  int band_top;
  int band_bottom;
  int top;
  int bottom;
  GArray *runs; /* DvCloudRun, outside of the band */
} DvCloudSprite;

/* Where a word would best be, and how much it matters which way it is not. */
typedef struct
{
  double x; /* of its middle */
  double y;
  double pull_x;
  double pull_y;
} DvCloudWish;

DvCloudBoard *dv_cloud_board_new      (int width,
                                       int height) G_GNUC_WARN_UNUSED_RESULT;
void          dv_cloud_board_free     (DvCloudBoard        *self);
void          dv_cloud_board_set_band (DvCloudBoard        *self,
                                       int                  height);
gboolean      dv_cloud_board_find     (DvCloudBoard        *self,
                                       const DvCloudSprite *sprite,
                                       const DvCloudWish   *wish,
                                       gboolean             thorough,
                                       int                 *x,
                                       int                 *baseline);
void          dv_cloud_board_take     (DvCloudBoard        *self,
                                       const DvCloudSprite *sprite,
                                       int                  x,
                                       int                  baseline,
                                       int                  gap_x,
                                       int                  gap_y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvCloudBoard, dv_cloud_board_free)

G_END_DECLS
