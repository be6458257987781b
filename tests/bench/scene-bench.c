/* scene-bench.c
 *
 * How long each scene of a workshop takes to lay out and paint
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "scene-bench"

#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "dv-cue.h"
#include "dv-slide-draw.h"
#include "dv-xml-reader.h"

/* Draws every scene of a workshop, and a value with 2,000 examples, from the
 * slide to pixels at 1920 × 1080 in software, and beside it the least that
 * would do: the paper, and each line of text shaped and painted where it is
 * known to go. Prints medians in milliseconds of processor time.
 */

#define WIDTH 1920
#define HEIGHT 1080
#define RUNS 31
#define MANY 2000

typedef struct
{
  GArray *fonts;   /* DvFont */
  GPtrArray *texts;
  GArray *places;  /* DvSceneRect: x and baseline */
} Floor;

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Of the processor: what else runs on the machine does not count. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1e6;
}

static void
collect_cb (const DvSceneMark *mark,
            gpointer           data)
{
  Floor *bottom = data;
  DvFont font = { .face = DV_FACE_DISPLAY, .size = mark->size, .weight = 500 };
  DvSceneRect place = { mark->extents.x, mark->baseline, 0.0, 0.0 };

  if (mark->text == NULL)
    return;

  g_array_append_val (bottom->fonts, font);
  g_array_append_val (bottom->places, place);
  g_ptr_array_add (bottom->texts, g_strdup (mark->text));
}

static void
paint_floor (Floor    *bottom,
             DvShaper *shaper,
             cairo_t  *cr)
{
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  for (guint i = 0; i < bottom->texts->len; i++)
    {
      const DvSceneRect *place = &g_array_index (bottom->places, DvSceneRect, i);

      dv_shaper_paint_text (shaper, cr, &g_array_index (bottom->fonts, DvFont, i),
                            g_ptr_array_index (bottom->texts, i), place->x, place->y, PANGO_ALIGN_LEFT);
    }
}

static void
measure (const DvSlide *slide,
         DvShaper      *shaper,
         cairo_t       *cr,
         const char    *name)
{
  double layout[RUNS], whole[RUNS], floor_ms[RUNS];
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (DvFont));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (DvSceneRect));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Floor bottom = { fonts, texts, places };
  g_autoptr (DvScene) first = dv_slide_draw (slide, shaper, WIDTH, HEIGHT, FALSE);

  dv_scene_foreach (first, collect_cb, &bottom);
  for (int i = 0; i < RUNS; i++)
    {
      double start = now_ms ();
      g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, WIDTH, HEIGHT, FALSE);

      layout[i] = now_ms () - start;
      dv_scene_paint (scene, cr, NULL);
      whole[i] = now_ms () - start;
      start = now_ms ();
      paint_floor (&bottom, shaper, cr);
      floor_ms[i] = now_ms () - start;
    }
  qsort (layout, RUNS, sizeof *layout, compare_doubles);
  qsort (whole, RUNS, sizeof *whole, compare_doubles);
  qsort (floor_ms, RUNS, sizeof *floor_ms, compare_doubles);
  g_print ("%-34.34s %8.2f %8.2f %8.2f %8.2f\n", name, layout[RUNS / 2], whole[RUNS / 2], whole[RUNS - 1],
           whole[RUNS / 2] / floor_ms[RUNS / 2]);
}

static DvSlide *
make_many (const DvSlide *like)
{
  DvSlide *slide = dv_slide_copy (like);
  guint n_texts = slide->items->len;

  for (guint i = n_texts; i < MANY && n_texts > 0; i++)
    {
      const DvSlideItem *old = g_ptr_array_index (slide->items, i % n_texts);
      g_autofree char *id = g_strdup_printf ("many%u", i);
      DvSlideItem *item = dv_slide_add_item (slide, id, old->text);

      item->shape = old->shape;
      item->role = g_strdup (old->role);
    }

  return slide;
}

static void
measure_cue (DvWorkshop  *workshop,
             const DvCue *cue,
             DvShaper    *shaper,
             cairo_t     *cr)
{
  g_autoptr (DvSlide) slide = dv_cue_make_slide (workshop, cue);

  measure (slide, shaper, cr, dv_slide_kind_to_nick (slide->kind));
  if (slide->kind == DV_SLIDE_BEHAVIOURS && slide->items->len > 9)
    {
      g_autoptr (DvSlide) many = make_many (slide);

      measure (many, shaper, cr, "behaviours, 2,000 of them");
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (DvWorkshop) workshop = NULL;
  g_autoptr (GArray) cues = NULL;
  g_autoptr (DvShaper) shaper = NULL;
  cairo_surface_t *image;
  cairo_t *cr;
  DvBranch *branch;
  guint error_line;
  gboolean has_drawn[DV_SLIDE_N_KINDS] = { FALSE };

  if (argc != 2)
    {
      g_printerr ("Usage: scene-bench FILE.draagvlak\n");
      return 2;
    }
  branch = dv_xml_load (argv[1], problems, NULL, &error);
  if (branch == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  workshop = dv_workshop_new_from_branch (branch, NULL, &error_line, &error);
  dv_branch_unref (branch);
  if (workshop == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  shaper = dv_shaper_new ("nl");
  image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cr = cairo_create (image);
  cues = dv_cue_list (workshop);
  g_print ("%-34s %8s %8s %8s %8s\n", "scene, 1920 x 1080", "layout", "whole", "worst", "/ floor");
  for (guint i = 0; i < cues->len; i++)
    {
      const DvCue *cue = &g_array_index (cues, DvCue, i);

      /* One of a kind, but all values: they differ most. */
      if (has_drawn[cue->kind] && cue->kind != DV_SLIDE_BEHAVIOURS && cue->kind != DV_SLIDE_ARTICLE)
        continue;
      has_drawn[cue->kind] = TRUE;
      measure_cue (workshop, cue, shaper, cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (image);

  return 0;
}
