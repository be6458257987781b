/* dv-choose-line.h
 *
 * One line of the list on which a room chooses
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-choosing.h"

G_BEGIN_DECLS

typedef enum {
  DV_LINE_PLACE,   /* an example on the shortlist */
  DV_LINE_TIE,     /* under examples that are tied across the edge */
  DV_LINE_HEADING, /* over the reserve */
  DV_LINE_RESERVE, /* an example that is not on the shortlist */
} DvLineType;

/* What the numbers of a place are shown as. */
typedef enum {
  DV_COUNTING_NONE,
  DV_COUNTING_DOTS,  /* dots on paper are being entered */
  DV_COUNTING_HANDS, /* hands for those that are tied */
} DvCounting;

#define DV_TYPE_CHOOSE_LINE (dv_choose_line_get_type ())
G_DECLARE_FINAL_TYPE (DvChooseLine, dv_choose_line, DV, CHOOSE_LINE, GObject)

struct _DvChooseLine
{
  GObject parent_instance;

  DvLineType type;
  DvItem *behaviour; /* owned, nullable */
  char *text;        /* owned, nullable: letter, or what a tie or heading says */
  guint dots;
  guint hands;
  gboolean is_revealed;
  gboolean at_edge;
  gboolean is_first; /* of its group */
  gboolean is_last;
  DvCounting counting;
};

DvChooseLine *dv_choose_line_new     (DvLineType    type,
                                      DvItem       *behaviour) G_GNUC_WARN_UNUSED_RESULT;
void          dv_choose_line_changed (DvChooseLine *self);

G_END_DECLS
