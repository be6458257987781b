/* dv-test-legible.c
 *
 * Whether the back row can read a drawing
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-test-legible"

#include "config.h"

#include "dv-test-legible.h"

#include <math.h>

/* What lies under a text is the last area before it in which its middle lies;
 * that area must hold all of it. Areas are taken for their rectangles, which
 * is right for cards and generous for discs.
 */

#define MIN_TEXT 0.024 /* of the shorter side */
#define MIN_TEXT_CONTRAST 7.0
#define MIN_GRAPHIC_CONTRAST 3.0
#define SIDE_MARGIN 72.0 /* units of 1/1080; 80 less what a large letter hangs out */
#define TOP_MARGIN 36.0
#define BOTTOM_MARGIN 32.0
#define SLACK 1.5 /* units that ink may reach over an edge or a neighbour */

typedef struct
{
  DvSceneMark mark; /* its strings owned */
} Mark;

typedef struct
{
  GArray *marks; /* Mark, from the bottom to the top */
  double width;
  double height;
  double unit;
  const char *name;
  GPtrArray *faults;
} Check;

static void
mark_clear (gpointer data)
{
  Mark *mark = data;

  g_free ((char *) mark->mark.text);
  g_free ((char *) mark->mark.part);
}

static void
add_mark (const DvSceneMark *mark,
          gpointer           data)
{
  Mark copy = { *mark };

  copy.mark.text = g_strdup (mark->text);
  copy.mark.part = g_strdup (mark->part);
  g_array_append_val ((GArray *) data, copy);
}

static const DvSceneMark *
get_mark (const Check *check,
          guint        index)
{
  return &g_array_index (check->marks, Mark, index).mark;
}

static gboolean
has_ink (const DvSceneMark *mark)
{
  return mark->extents.width > 0.0 && mark->extents.height > 0.0;
}

static gboolean
is_text (const DvSceneMark *mark)
{
  return mark->text != NULL;
}

/* Whether an area covers the whole drawing, as the paper does. */
static gboolean
is_paper (const Check       *check,
          const DvSceneMark *mark)
{
  return !is_text (mark) && mark->extents.width > check->width - 1.0 && mark->extents.height > check->height - 1.0;
}

G_GNUC_PRINTF (4, 5)
static void
complain (Check             *check,
          const DvSceneMark *mark,
          const char        *what,
          const char        *format,
          ...)
{
  g_autofree char *detail = NULL;
  va_list arguments;

  va_start (arguments, format);
  detail = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (check->faults,
                   g_strdup_printf ("%s: %s: %s (%s at %.0f,%.0f %.0f×%.0f)", check->name, what, detail,
                                    mark->text != NULL ? mark->text : "shape", mark->extents.x, mark->extents.y,
                                    mark->extents.width, mark->extents.height));
}

static double
channel (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (DvColour colour)
{
  return 0.2126 * channel (colour.red) + 0.7152 * channel (colour.green) + 0.0722 * channel (colour.blue);
}

static double
contrast (DvColour a,
          DvColour b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* The last area under a place, before the mark at @before. */
static const DvSceneMark *
find_under (const Check *check,
            guint        before,
            double       x,
            double       y)
{
  for (guint i = before; i-- > 0;)
    {
      const DvSceneMark *mark = get_mark (check, i);

      if (!is_text (mark) && !mark->is_stroke && x >= mark->extents.x && x <= mark->extents.x + mark->extents.width &&
          y >= mark->extents.y && y <= mark->extents.y + mark->extents.height)
        return mark;
    }

  return NULL;
}

static void
check_margins (Check             *check,
               const DvSceneMark *mark)
{
  const DvSceneRect *ink = &mark->extents;
  double side = SIDE_MARGIN * check->unit;

  if (ink->x < side || ink->x + ink->width > check->width - side || ink->y < TOP_MARGIN * check->unit ||
      ink->y + ink->height > check->height - BOTTOM_MARGIN * check->unit)
    complain (check, mark, "outside the margins", "drawing of %.0f×%.0f", check->width, check->height);
}

static void
check_text (Check *check,
            guint  index)
{
  const DvSceneMark *mark = get_mark (check, index), *under;
  const DvSceneRect *ink = &mark->extents;
  double smallest = MIN_TEXT * MIN (check->width, check->height), slack = SLACK * check->unit;

  if (mark->size < smallest - 0.01)
    complain (check, mark, "too small", "%.2f of at least %.2f", mark->size, smallest);

  under = find_under (check, index, ink->x + ink->width / 2.0, ink->y + ink->height / 2.0);
  if (under == NULL)
    {
      complain (check, mark, "on nothing", "no paper under it");
      return;
    }
  if (!under->is_image && contrast (mark->colour, under->colour) < MIN_TEXT_CONTRAST)
    complain (check, mark, "too faint", "contrast %.2f, #%06x on #%06x", contrast (mark->colour, under->colour),
              dv_colour_to_code (mark->colour), dv_colour_to_code (under->colour));
  if (ink->x < under->extents.x - slack || ink->x + ink->width > under->extents.x + under->extents.width + slack ||
      ink->y < under->extents.y - slack || ink->y + ink->height > under->extents.y + under->extents.height + slack)
    complain (check, mark, "sticks out of its card", "card at %.0f,%.0f %.0f×%.0f", under->extents.x,
              under->extents.y, under->extents.width, under->extents.height);
}

/* A line may be told from what is inside it or from what is around it. */
static void
check_graphic (Check *check,
               guint  index)
{
  const DvSceneMark *mark = get_mark (check, index);
  const DvSceneRect *ink = &mark->extents;
  const DvSceneMark *inside = find_under (check, index, ink->x + ink->width / 2.0, ink->y + ink->height / 2.0);
  const DvSceneMark *around = find_under (check, index, ink->x - 2.0 * check->unit, ink->y + ink->height / 2.0);
  double best = 0.0;

  if (inside != NULL)
    best = contrast (mark->colour, inside->colour);
  if (mark->is_stroke && around != NULL)
    best = MAX (best, contrast (mark->colour, around->colour));
  if (best < MIN_GRAPHIC_CONTRAST)
    complain (check, mark, "too faint", "contrast %.2f of #%06x", best, dv_colour_to_code (mark->colour));
}

static gboolean
overlap (const DvSceneRect *a,
         const DvSceneRect *b,
         double             slack)
{
  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height &&
         b->y + slack < a->y + a->height;
}

static void
check_overlaps (Check *check)
{
  for (guint i = 0; i < check->marks->len; i++)
    {
      const DvSceneMark *mark = get_mark (check, i);

      if (!is_text (mark) || !has_ink (mark))
        continue;
      for (guint j = i + 1; j < check->marks->len; j++)
        {
          const DvSceneMark *other = get_mark (check, j);

          if (is_text (other) && has_ink (other) && overlap (&mark->extents, &other->extents, SLACK * check->unit))
            complain (check, mark, "overlaps", "“%s”", other->text);
        }
    }
}

void
dv_test_check_legible (DvScene     *scene,
                       DvSlideKind  kind,
                       const char  *name,
                       GPtrArray   *faults)
{
  Check check = { .marks = g_array_new (FALSE, FALSE, sizeof (Mark)), .name = name, .faults = faults };

  g_array_set_clear_func (check.marks, mark_clear);
  check.width = dv_scene_get_width (scene);
  check.height = dv_scene_get_height (scene);
  check.unit = MIN (check.width, check.height) / 1080.0;
  dv_scene_foreach (scene, add_mark, check.marks);

  for (guint i = 0; i < check.marks->len; i++)
    {
      const DvSceneMark *mark = get_mark (&check, i);

      if (!has_ink (mark) || is_paper (&check, mark))
        continue;
      check_margins (&check, mark);
      if (is_text (mark))
        check_text (&check, i);
      else if (mark->is_graphic)
        check_graphic (&check, i);
    }
  /* The words of a cloud stand in each other's corners; that no letters touch
   * is tested with the placement. */
  if (kind != DV_SLIDE_WORDS)
    check_overlaps (&check);

  g_array_unref (check.marks);
}
