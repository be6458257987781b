/* test-scenes.c
 *
 * Tests that the back row can read every scene
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-cue.h"
#include "dv-test-legible.h"
#include "dv-test-workshop.h"

/* Every scene of the examples is drawn whole: all pages at all sizes, light
 * and dark. Of overfull workshops the first scenes of a kind, and of a scene
 * with many pages some: they are made by the same rules.
 */

#define MAX_REPORTED 40
#define MAX_PAGES 3
#define MAX_OF_KIND 2

typedef struct
{
  int width;
  int height;
} Size;

static const Size sizes[] = { { 1920, 1080 }, { 1280, 800 }, { 1024, 768 }, { 1080, 1920 } };

typedef struct
{
  const char *name;
  GPtrArray *faults; /* char* */
  guint n_drawn;
} Run;

static void
check_page (Run      *run,
            DvSlide  *slide,
            DvShaper *shaper,
            Size      size,
            gboolean  is_dark)
{
  g_autofree char *name = g_strdup_printf ("%s, %s%s, page %u, %d×%d%s", run->name, dv_slide_kind_to_nick (slide->kind),
                                           slide->spotlight != NULL ? " in the light" : slide->timer != NULL ? " with timer" : "",
                                           slide->page + 1, size.width, size.height, is_dark ? ", dark" : "");
  g_autoptr (DvScene) scene = dv_slide_draw (slide, shaper, size.width, size.height, is_dark);

  run->n_drawn++;
  dv_test_check_legible (scene, slide->kind, name, run->faults);
}

static void
check_slide (Run     *run,
             DvSlide *slide,
             Size     size,
             guint    max_pages)
{
  g_autoptr (DvShaper) shaper = dv_shaper_new (slide->language);
  guint n_pages = dv_slide_count_pages (slide, shaper, size.width, size.height);
  guint step = MAX (n_pages / max_pages, 1);

  for (guint page = 0; page < n_pages; page += page + 1 < n_pages && page + step >= n_pages ? n_pages - 1 - page : step)
    {
      slide->page = page;
      check_page (run, slide, shaper, size, FALSE);
      if (page == 0 || max_pages == G_MAXUINT)
        check_page (run, slide, shaper, size, TRUE);
    }
  slide->page = 0;
}

/* The same with one item in the light, and with the timer on. */
static void
check_variants (Run     *run,
                DvSlide *slide,
                Size     size)
{
  if (slide->kind != DV_SLIDE_TIMER && slide->timer == NULL)
    {
      g_autoptr (DvSlide) timed = dv_slide_copy (slide);

      timed->timer = g_strdup ("+106:12");
      timed->status = g_strdup ("de tijd is om");
      timed->timer_over = TRUE;
      timed->timer_part = 1.0;
      check_slide (run, timed, size, 1);
    }
  if (slide->items->len > 0)
    {
      g_autoptr (DvSlide) lit = dv_slide_copy (slide);
      const DvSlideItem *item = g_ptr_array_index (slide->items, slide->items->len - 1);

      lit->spotlight = g_strdup (item->id);
      check_slide (run, lit, size, 2);
    }
}

static void
check_workshop (Run        *run,
                DvWorkshop *workshop,
                gboolean    is_whole)
{
  g_autoptr (GArray) cues = dv_cue_list (workshop);
  guint n_of_kind[DV_SLIDE_N_KINDS] = { 0 };

  for (guint i = 0; i < cues->len; i++)
    {
      const DvCue *cue = &g_array_index (cues, DvCue, i);
      guint n = n_of_kind[cue->kind]++;
      g_autoptr (DvSlide) slide = NULL;

      if (!is_whole && n >= MAX_OF_KIND)
        continue;
      slide = dv_cue_make_slide (workshop, cue);
      g_assert_nonnull (slide);
      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          if (!is_whole && n > 0 && j != n % G_N_ELEMENTS (sizes))
            continue;
          check_slide (run, slide, sizes[j], is_whole ? G_MAXUINT : MAX_PAGES);
          if (n == 0 && j % 2 == 0)
            check_variants (run, slide, sizes[j]);
        }
    }
}

static void
run_init (Run        *run,
          const char *name)
{
  *run = (Run){ .name = name, .faults = g_ptr_array_new_with_free_func (g_free) };
}

static void
report (Run *run)
{
  for (guint i = 0; i < MIN (run->faults->len, MAX_REPORTED); i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (run->faults, i));
  g_test_message ("%s: %u scenes drawn, %u faults", run->name, run->n_drawn, run->faults->len);
  if (run->faults->len > 0)
    g_test_fail ();
  g_assert_cmpuint (run->n_drawn, >, 0);
  g_ptr_array_unref (run->faults);
}

static void
test_example (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_build_filename (g_getenv ("DRAAGVLAK_DATA_DIR"), "examples", name, NULL);
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_load (path);
  Run run;

  run_init (&run, name);
  check_workshop (&run, workshop, TRUE);
  report (&run);
}

static void
test_made_up (gconstpointer data)
{
  const DvTestAmounts *amounts = data;
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new (amounts);
  g_autofree char *name = g_strdup_printf ("%u values, %u examples, %s%s", amounts->values, amounts->behaviours,
                                           amounts->is_long ? "long" : "short",
                                           amounts->is_unbroken ? " and unbroken" : "");
  Run run;

  run_init (&run, name);
  check_workshop (&run, workshop, FALSE);
  report (&run);
}

static const DvTestAmounts empty = { .language = "en" };

static const DvTestAmounts full = {
  .language = "nl", .values = 8, .behaviours = 45, .roles = 8, .tables = 20, .words = 60, .clauses = 5,
  .lanes = 5, .themes = 4, .objectives = 40,
};

static const DvTestAmounts overfull = {
  .language = "en", .values = 12, .behaviours = 14, .roles = 8, .tables = 20, .words = 60, .clauses = 40,
  .lanes = 5, .themes = 5, .objectives = 300, .is_long = TRUE,
};

static const DvTestAmounts unbroken = {
  .language = "nl", .values = 9, .behaviours = 7, .roles = 4, .tables = 9, .words = 12, .clauses = 3,
  .lanes = 3, .themes = 3, .objectives = 12, .is_unbroken = TRUE,
};

static const DvTestAmounts few = {
  .language = "nl", .values = 1, .behaviours = 2, .roles = 3, .tables = 1, .words = 1, .clauses = 1,
  .lanes = 1, .themes = 1, .objectives = 1,
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/scenes/example", "waterland-noord.draagvlak", test_example);
  g_test_add_data_func ("/scenes/example-10-march", "waterland-noord-10-maart.draagvlak", test_example);
  g_test_add_data_func ("/scenes/empty", &empty, test_made_up);
  g_test_add_data_func ("/scenes/few", &few, test_made_up);
  g_test_add_data_func ("/scenes/full", &full, test_made_up);
  /* Texts of thousands of letters take minutes to set at every size: -m slow. */
  if (g_test_slow ())
    {
      g_test_add_data_func ("/scenes/overfull", &overfull, test_made_up);
      g_test_add_data_func ("/scenes/unbroken", &unbroken, test_made_up);
    }

  return g_test_run ();
}
