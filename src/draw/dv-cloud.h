/* dv-cloud.h
 *
 * Places the words of a cloud, so close that their letters fit into each other
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Columns of an outline in one em. */
#define DV_CLOUD_COLUMNS 96

/* What a word looks like at 1 px: how far its ink goes up and down in each
 * column, in em from the baseline, down is positive. A column without ink has
 * its top below its bottom. Borrowed. */
typedef struct
{
  const float *top;
  const float *bottom;
  guint n_columns;
  double left;    /* of the first column, in em from where the text begins */
  double advance; /* width of the text, in em */
} DvCloudShape;

typedef struct
{
  DvCloudShape shape;
  double size;    /* px at scale 1 */
  double home_x;  /* where its middle would best be, in px */
  double home_y;
  gboolean is_placed;
  double x;       /* where its text begins, in px */
  double baseline;
} DvCloudWord;

typedef struct
{
  double width;   /* px */
  double height;
  double gap_x;   /* least distance of ink, in px */
  double gap_y;
  double pull_x;  /* how much it matters that a word is beside its home */
  double pull_y;  /* the same, above and below */
  guint patience; /* so many words in a row without room: no more are tried; 0: all */
} DvCloudZone;

guint  dv_cloud_place (const DvCloudZone *zone,
                       DvCloudWord       *words,
                       guint              n_words,
                       double             scale);
double dv_cloud_fill  (const DvCloudZone *zone,
                       DvCloudWord       *words,
                       guint              n_words);

G_END_DECLS
