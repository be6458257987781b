/* dv-slide-blocks.h
 *
 * Paragraphs one below another, in columns and over pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-slide-frame.h"

G_BEGIN_DECLS

typedef struct _DvSlideBlocks DvSlideBlocks;

/* Texts are copied. */
typedef struct
{
  DvFont font;
  double leading;
  DvColour colour;
  const char *text;
  double indent;        /* of the text, from the left of the column */
  const char *label;    /* nullable: at the left, on the first baseline */
  DvFont label_font;
  DvColour label_colour;
  double before;        /* space above, not at the top of a column */
  guint group;          /* those of one number stay in one column if they can */
  gboolean is_heading;  /* never the last of a column */
  gboolean is_balanced; /* lines of about the same length */
  const char *part;     /* nullable: id of the item it stands for */
} DvSlideBlock;

DvSlideBlocks *dv_slide_blocks_new       (DvSlideFrame       *frame) G_GNUC_WARN_UNUSED_RESULT;
void           dv_slide_blocks_free      (DvSlideBlocks      *self);
void           dv_slide_blocks_add       (DvSlideBlocks      *self,
                                          const DvSlideBlock *block);
guint          dv_slide_blocks_flow      (DvSlideBlocks      *self,
                                          double              width,
                                          double              height);
double         dv_slide_blocks_draw      (DvSlideBlocks      *self,
                                          guint               column,
                                          double              x,
                                          double              y);
double         dv_slide_blocks_get_height (DvSlideBlocks     *self,
                                           guint              column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvSlideBlocks, dv_slide_blocks_free)

G_END_DECLS
