/* dv-slide-blocks.c
 *
 * Paragraphs one below another, in columns and over pages
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-blocks"

#include "config.h"

#include "dv-slide-blocks.h"

#include <math.h>

/* Text on a slide never becomes smaller to fit: what does not fit goes on in
 * the next column or on the next page. A paragraph is only divided when it is
 * higher than a whole column.
 */

typedef struct
{
  DvSlideBlock block; /* its texts owned */
  double room;        /* width of its lines */
  int n_lines;
  guint column;
  double y;           /* from the top of the column */
} Placed;

struct _DvSlideBlocks
{
  DvSlideFrame *frame; /* borrowed */
  GArray *placed;      /* Placed */
};

static void
placed_clear (gpointer data)
{
  Placed *placed = data;

  g_free ((char *) placed->block.text);
  g_free ((char *) placed->block.label);
  g_free ((char *) placed->block.part);
}

static Placed *
get_placed (DvSlideBlocks *self,
            guint          index)
{
  return &g_array_index (self->placed, Placed, index);
}

static double
height_of (const Placed *placed)
{
  return placed->n_lines * placed->block.leading;
}

/**
 * dv_slide_blocks_new:
 * @frame: a frame; outlives the blocks
 *
 * Returns: (transfer full): no paragraphs yet
 */
DvSlideBlocks *
dv_slide_blocks_new (DvSlideFrame *frame)
{
  DvSlideBlocks *self = g_new0 (DvSlideBlocks, 1);

  self->frame = frame;
  self->placed = g_array_new (FALSE, TRUE, sizeof (Placed));
  g_array_set_clear_func (self->placed, placed_clear);

  return self;
}

/**
 * dv_slide_blocks_free:
 * @self: (transfer full): paragraphs
 */
void
dv_slide_blocks_free (DvSlideBlocks *self)
{
  g_array_unref (self->placed);
  g_free (self);
}

static void
insert_block (DvSlideBlocks      *self,
              guint               index,
              const DvSlideBlock *block)
{
  Placed placed = { .block = *block };

  placed.block.text = g_strdup (block->text);
  placed.block.label = g_strdup (block->label);
  placed.block.part = g_strdup (block->part);
  g_array_insert_val (self->placed, index, placed);
}

/**
 * dv_slide_blocks_add:
 * @self: paragraphs
 * @block: one more; nothing is added when its text is empty
 */
void
dv_slide_blocks_add (DvSlideBlocks      *self,
                     const DvSlideBlock *block)
{
  if (block->text == NULL || *block->text == '\0')
    return;

  insert_block (self, self->placed->len, block);
}

/* Only finds out how many lines there are: most of what is tried is never
 * drawn. */
static void
measure (DvSlideBlocks *self,
         Placed        *placed,
         double         width)
{
  const DvSlideBlock *block = &placed->block;

  placed->room = MAX (width - block->indent, block->font.size);
  if (block->is_balanced)
    {
      DvFit fit = dv_shaper_fit (self->frame->shaper, &block->font, block->text, placed->room);

      /* Half a unit more, for what rounding may take. */
      if (fit.n_lines > 1)
        placed->room = MIN (placed->room, fit.width + 0.5);
    }
  placed->n_lines = dv_shaper_count_lines (self->frame->shaper, &block->font, block->text, placed->room);
}

static PangoLayout *
shape (DvSlideBlocks *self,
       const Placed  *placed)
{
  return dv_shaper_layout (self->frame->shaper, &placed->block.font, placed->block.text, placed->room, PANGO_ALIGN_LEFT);
}

/* Divides a paragraph that is higher than a column at the last line that fits. */
static void
divide (DvSlideBlocks *self,
        guint          index,
        double         width,
        double         height)
{
  Placed *placed = get_placed (self, index);
  int n_fitting = MAX ((int) (height / placed->block.leading), 1);
  DvSlideBlock rest = placed->block;
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutLine *line;
  g_autofree char *text = NULL;

  if (n_fitting >= placed->n_lines)
    return;

  layout = shape (self, placed);
  line = pango_layout_get_line_readonly (layout, n_fitting);
  text = g_strchug (g_strdup (placed->block.text + line->start_index));
  rest.text = text;
  rest.label = NULL;
  rest.before = 0.0;
  rest.group = 0;
  placed->block.group = 0;
  ((char *) placed->block.text)[line->start_index] = '\0';
  g_strchomp ((char *) placed->block.text);
  placed->block.is_balanced = rest.is_balanced = FALSE;
  measure (self, placed, width);
  insert_block (self, index + 1, &rest);
}

/* How many blocks from @first cannot be parted. */
static guint
count_kept (DvSlideBlocks *self,
            guint          first)
{
  guint i = first;

  while (i + 1 < self->placed->len && get_placed (self, i)->block.is_heading)
    i++;

  return i + 1 - first;
}

static guint
count_group (DvSlideBlocks *self,
             guint          first)
{
  guint group = get_placed (self, first)->block.group, i = first + 1;

  while (group != 0 && i < self->placed->len && get_placed (self, i)->block.group == group)
    i++;

  return i - first;
}

static double
height_from (DvSlideBlocks *self,
             guint          first,
             guint          n,
             gboolean       is_top)
{
  double height = 0.0;

  for (guint i = first; i < first + n; i++)
    height += (is_top && i == first ? 0.0 : get_placed (self, i)->block.before) + height_of (get_placed (self, i));

  return height;
}

/**
 * dv_slide_blocks_flow:
 * @self: paragraphs
 * @width: width of a column, in units of the frame
 * @height: its height
 *
 * Gives each paragraph its place.
 *
 * Returns: how many columns are needed, at least 1
 */
guint
dv_slide_blocks_flow (DvSlideBlocks *self,
                      double         width,
                      double         height)
{
  guint column = 0, group = 0;
  double y = 0.0;

  for (guint i = 0; i < self->placed->len; i++)
    {
      measure (self, get_placed (self, i), width);
      if (height_of (get_placed (self, i)) > height)
        divide (self, i, width, height);
    }

  for (guint i = 0; i < self->placed->len;)
    {
      guint n = count_kept (self, i), n_group = count_group (self, i);
      Placed *first = get_placed (self, i);
      gboolean starts_group = first->block.group != 0 && first->block.group != group;

      if (starts_group && n_group > n && height_from (self, i, n_group, TRUE) <= height)
        n = n_group;
      if (height_from (self, i, n, TRUE) > height)
        n = 1;
      group = first->block.group;
      if (y > 0.0 && y + height_from (self, i, n, FALSE) > height)
        {
          column++;
          y = 0.0;
        }
      for (guint j = i; j < i + n; j++)
        {
          Placed *placed = get_placed (self, j);

          if (y > 0.0)
            y += placed->block.before;
          placed->column = column;
          placed->y = y;
          y += height_of (placed);
        }
      i += n;
    }

  return column + 1;
}

/**
 * dv_slide_blocks_get_height:
 * @self: paragraphs in their places
 * @column: a column, from 0
 *
 * Returns: how far down it is filled
 */
double
dv_slide_blocks_get_height (DvSlideBlocks *self,
                            guint          column)
{
  double height = 0.0;

  for (guint i = 0; i < self->placed->len; i++)
    if (get_placed (self, i)->column == column)
      height = MAX (height, get_placed (self, i)->y + height_of (get_placed (self, i)));

  return height;
}

/**
 * dv_slide_blocks_draw:
 * @self: paragraphs in their places
 * @column: a column, from 0
 * @x: its left side
 * @y: its top
 *
 * Returns: where it ends
 */
double
dv_slide_blocks_draw (DvSlideBlocks *self,
                      guint          column,
                      double         x,
                      double         y)
{
  DvSlideFrame *frame = self->frame;

  for (guint i = 0; i < self->placed->len; i++)
    {
      Placed *placed = get_placed (self, i);
      const DvSlideBlock *block = &placed->block;
      g_autoptr (PangoLayout) layout = NULL;
      double baseline;

      if (placed->column != column)
        continue;

      layout = shape (self, placed);
      baseline = y + placed->y + dv_shaper_first_baseline (frame->shaper, &block->font, block->leading);
      if (block->part != NULL)
        dv_scene_begin_part (frame->scene, block->part);
      if (block->label != NULL)
        dv_scene_text (frame->scene, &block->label_font, block->label_colour, block->label, x, baseline, PANGO_ALIGN_LEFT);
      dv_scene_paragraph (frame->scene, layout, &block->font, block->colour, x + block->indent, baseline,
                          block->leading);
      if (block->part != NULL)
        dv_scene_end_part (frame->scene);
    }

  return y + dv_slide_blocks_get_height (self, column);
}
