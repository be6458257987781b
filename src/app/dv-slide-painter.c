/* dv-slide-painter.c
 *
 * Paints slides without holding up the window
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-painter"

#include "config.h"

#include <string.h>

#include "dv-slide-painter.h"

#include "dv-slide-draw.h"

/* Laying out and painting a full projector takes most of a frame, and a cloud
 * of 2,000 words longer: a thread does it, with fonts of its own, so that no
 * frame is late and typing never stalls. The thread lives as long as somebody
 * shows slides. What Pango made belongs to the thread; a scene goes back to it
 * to be freed. What GTK draws is freed by the main thread only: Cairo and its
 * X11 surfaces keep things with a surface, and take them away with it. */

/* In device px. Small enough that a clock repaints little, large enough that
 * GTK does not spend its time on tiles. */
#define TILE_WIDTH 240
#define TILE_HEIGHT 136
/* New parts come up from so far below, in px of a projector of 1080. */
#define RISE 12.0

/* Textures would do, but GTK 4.8 converts those to floating point and back each
 * time it draws them in software, which takes 40 ms for a full screen. A node
 * that paints a surface is copied, and kept as a texture by the other renderers
 * as long as it is the same node. */
typedef struct
{
  cairo_surface_t *surface;
  GskRenderNode *node;
} Tile;

/* Something new, painted apart. */
typedef struct
{
  cairo_rectangle_int_t area;
  cairo_surface_t *surface;
} Patch;

struct _DvSlidePicture
{
  gatomicrefcount ref_count;

  /* Owned */
  DvSlidePainter *painter;
  DvScene *scene;
  GHashTable *parts; /* the ids on it */
  Tile *tiles;       /* the whole picture */
  Tile *under;       /* nullable: without what is new */
  DvSlidePicture *before; /* nullable: on its way back to the main thread */
  GArray *patches;   /* of Patch */

  /* State, in device px */
  int width;
  int height;
  int n_columns;
  int n_rows;
};

struct _DvSlidePainter
{
  gatomicrefcount ref_count;
  GThread *thread;
  GAsyncQueue *jobs;
};

typedef struct
{
  DvScene *scene; /* to be freed; nullable */
  GTask *task;    /* with what follows; nullable: the last job */
  DvSlidePainter *painter; /* owned */
  DvSlide *slide;
  DvSlidePicture *before; /* nullable; owned, handed on to what is painted */
  int width;
  int height;
  gboolean is_dark;
  gboolean arrives;
} Job;

/* What belongs to the thread. */
typedef struct
{
  char *language;
  DvShaper *shaper;
} Tools;

/* --- Pictures ---------------------------------------------------------------- */

static void
tiles_free (Tile *tiles,
            int   n_tiles)
{
  for (int i = 0; tiles != NULL && i < n_tiles; i++)
    {
      g_clear_pointer (&tiles[i].node, gsk_render_node_unref);
      g_clear_pointer (&tiles[i].surface, cairo_surface_destroy);
    }
  g_free (tiles);
}

static void
patch_clear (gpointer data)
{
  g_clear_pointer (&((Patch *) data)->surface, cairo_surface_destroy);
}

/**
 * dv_slide_picture_ref:
 * @self: a picture
 *
 * Any thread may do it.
 *
 * Returns: (transfer full): @self
 */
DvSlidePicture *
dv_slide_picture_ref (DvSlidePicture *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * dv_slide_picture_unref:
 * @self: (transfer full): a picture
 *
 * Any thread may do it; its scene goes back to the thread of the painter to be
 * freed.
 */
void
dv_slide_picture_unref (DvSlidePicture *self)
{
  int n_tiles = self->n_columns * self->n_rows;
  Job *job;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  job = g_new0 (Job, 1);
  job->scene = g_steal_pointer (&self->scene);
  g_async_queue_push (self->painter->jobs, job);
  tiles_free (self->tiles, n_tiles);
  tiles_free (self->under, n_tiles);
  g_array_unref (self->patches);
  g_hash_table_unref (self->parts);
  g_clear_pointer (&self->before, dv_slide_picture_unref);
  dv_slide_painter_unref (self->painter);
  g_free (self);
}

/**
 * dv_slide_picture_get_width:
 * @self: a picture
 *
 * Returns: its width, in device px
 */
int
dv_slide_picture_get_width (DvSlidePicture *self)
{
  return self->width;
}

/**
 * dv_slide_picture_get_height:
 * @self: a picture
 *
 * Returns: its height, in device px
 */
int
dv_slide_picture_get_height (DvSlidePicture *self)
{
  return self->height;
}

/**
 * dv_slide_picture_has_arrivals:
 * @self: a picture
 *
 * Returns: whether there are parts on it that were not on the one before
 */
gboolean
dv_slide_picture_has_arrivals (DvSlidePicture *self)
{
  return self->under != NULL;
}

/**
 * dv_slide_picture_part_at:
 * @self: a picture
 * @x: in device px
 * @y: in device px
 *
 * Returns: (nullable) (transfer none): the id of the part that is there
 */
const char *
dv_slide_picture_part_at (DvSlidePicture *self,
                          double          x,
                          double          y)
{
  return dv_scene_part_at (self->scene, x, y);
}

static void
get_tile_area (DvSlidePicture        *self,
               int                    i,
               cairo_rectangle_int_t *area)
{
  area->x = (i % self->n_columns) * TILE_WIDTH;
  area->y = (i / self->n_columns) * TILE_HEIGHT;
  area->width = MIN (TILE_WIDTH, self->width - area->x);
  area->height = MIN (TILE_HEIGHT, self->height - area->y);
}

static GskRenderNode *
create_node (cairo_surface_t             *surface,
             const cairo_rectangle_int_t *area)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) area->x, (float) area->y,
                                                                 (float) area->width, (float) area->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, area->x, area->y);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_fill (cr);
  cairo_destroy (cr);
  return node;
}

/* Where a patch is when it is still so far below its place. */
static gboolean
is_touched (const cairo_rectangle_int_t *tile,
            const Patch                 *patch,
            int                          below)
{
  cairo_rectangle_int_t area = patch->area;

  area.y += below;
  return gdk_rectangle_intersect (tile, &area, NULL);
}

/* Blended here and not by GTK, which in software would have the X server do it,
 * in several passes over the whole area. */
static GskRenderNode *
blend (DvSlidePicture              *self,
       int                          i,
       const cairo_rectangle_int_t *area,
       int                          below,
       double                       arrived)
{
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  GskRenderNode *node;

  for (guint j = 0; j < self->patches->len; j++)
    {
      const Patch *patch = &g_array_index (self->patches, Patch, j);

      if (!is_touched (area, patch, below))
        continue;
      if (surface == NULL)
        {
          surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, area->width, area->height);
          memcpy (cairo_image_surface_get_data (surface), cairo_image_surface_get_data (self->under[i].surface),
                  (gsize) cairo_image_surface_get_stride (surface) * (gsize) area->height);
          cairo_surface_mark_dirty (surface);
          cr = cairo_create (surface);
        }
      cairo_set_source_surface (cr, patch->surface, patch->area.x - area->x, patch->area.y + below - area->y);
      cairo_paint_with_alpha (cr, arrived);
    }
  if (surface == NULL)
    return gsk_render_node_ref (self->under[i].node);

  cairo_destroy (cr);
  node = create_node (surface, area);
  cairo_surface_destroy (surface);
  return node;
}

static void
append_arriving (DvSlidePicture *self,
                 GtkSnapshot    *snapshot,
                 double          arrived)
{
  double unit = MIN (self->width, self->height) / 1080.0;
  int below = (int) (RISE * unit * (1.0 - arrived) + 0.5);

  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    {
      cairo_rectangle_int_t area;
      GskRenderNode *node;

      get_tile_area (self, i, &area);
      node = blend (self, i, &area, below, arrived);
      gtk_snapshot_append_node (snapshot, node);
      gsk_render_node_unref (node);
    }
}

static void
append_tiles (DvSlidePicture *self,
              GtkSnapshot    *snapshot)
{
  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    gtk_snapshot_append_node (snapshot, self->tiles[i].node);
}

/**
 * dv_slide_picture_snapshot:
 * @self: a picture
 * @snapshot: where to
 * @scale: px of the snapshot for each device px
 * @arrived: how far the new parts have come, from 0 (not there) to 1
 */
void
dv_slide_picture_snapshot (DvSlidePicture *self,
                           GtkSnapshot    *snapshot,
                           double          scale,
                           double          arrived)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  if (self->under == NULL || arrived >= 1.0)
    append_tiles (self, snapshot);
  else
    append_arriving (self, snapshot, MAX (arrived, 0.0));
  gtk_snapshot_restore (snapshot);
}

/* --- In the thread ------------------------------------------------------------- */

static gboolean
is_known (const char *part,
          gpointer    data)
{
  return part == NULL || g_hash_table_contains (data, part);
}

static gboolean
is_new (const char *part,
        gpointer    data)
{
  return !is_known (part, data);
}

static cairo_surface_t *
paint (DvSlidePicture *self,
       cairo_format_t  format,
       DvSceneFilter   filter,
       gpointer        data)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, self->width, self->height);
  cairo_t *cr = cairo_create (surface);

  if (filter != NULL)
    dv_scene_paint_some (self->scene, cr, filter, data);
  else
    dv_scene_paint (self->scene, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Both formats take four bytes for each pixel. */
static cairo_surface_t *
copy_area (cairo_surface_t             *surface,
           const cairo_rectangle_int_t *area)
{
  cairo_surface_t *copy = cairo_image_surface_create (cairo_image_surface_get_format (surface), area->width, area->height);
  const guchar *from = cairo_image_surface_get_data (surface);
  guchar *to = cairo_image_surface_get_data (copy);

  for (int y = 0; y < area->height; y++)
    memcpy (to + y * cairo_image_surface_get_stride (copy),
            from + (area->y + y) * cairo_image_surface_get_stride (surface) + area->x * 4,
            (gsize) area->width * 4);
  cairo_surface_mark_dirty (copy);
  return copy;
}

static gboolean
take_same (Tile       *tile,
           const Tile *other)
{
  gsize size = (gsize) cairo_image_surface_get_stride (tile->surface) * (gsize) cairo_image_surface_get_height (tile->surface);

  if (other == NULL ||
      memcmp (cairo_image_surface_get_data (tile->surface), cairo_image_surface_get_data (other->surface), size) != 0)
    return FALSE;

  cairo_surface_destroy (tile->surface);
  tile->surface = cairo_surface_reference (other->surface);
  tile->node = gsk_render_node_ref (other->node);
  return TRUE;
}

/* Tiles that look as they did, here or before, are the same nodes. */
static Tile *
cut (DvSlidePicture  *self,
     cairo_surface_t *surface,
     const Tile      *before,
     const Tile      *other)
{
  Tile *tiles = g_new0 (Tile, self->n_columns * self->n_rows);

  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    {
      cairo_rectangle_int_t area;

      get_tile_area (self, i, &area);
      tiles[i].surface = copy_area (surface, &area);
      if (!take_same (&tiles[i], before != NULL ? &before[i] : NULL) &&
          !take_same (&tiles[i], other != NULL ? &other[i] : NULL))
        tiles[i].node = create_node (tiles[i].surface, &area);
    }

  return tiles;
}

typedef struct
{
  DvSlidePicture *picture;
  GHashTable *known;
} Search;

/* Shapes that touch share a patch; a card and its bead far away do not. */
static void
add_area (GArray               *patches,
          cairo_rectangle_int_t area)
{
  for (guint i = 0; i < patches->len; i++)
    {
      cairo_rectangle_int_t other = g_array_index (patches, Patch, i).area;
      GdkRectangle all;

      if (!gdk_rectangle_intersect (&area, &other, NULL))
        continue;

      gdk_rectangle_union (&area, &other, &all);
      g_array_remove_index_fast (patches, i);
      add_area (patches, all);
      return;
    }
  g_array_append_val (patches, ((Patch){ area, NULL }));
}

static void
find_areas (const DvSceneMark *mark,
            gpointer           data)
{
  Search *search = data;
  GdkRectangle page = { 0, 0, search->picture->width, search->picture->height };
  GdkRectangle area;

  if (is_known (mark->part, search->known))
    return;

  /* Antialiasing and the width of a line reach a little over the edge. */
  area.x = (int) mark->extents.x - 4;
  area.y = (int) mark->extents.y - 4;
  area.width = (int) mark->extents.width + 9;
  area.height = (int) mark->extents.height + 9;
  if (gdk_rectangle_intersect (&area, &page, &area))
    add_area (search->picture->patches, area);
}

static void
paint_arrivals (DvSlidePicture *self,
                const Tile     *before,
                GHashTable     *known)
{
  Search search = { self, known };
  cairo_surface_t *surface;

  dv_scene_foreach (self->scene, find_areas, &search);
  if (self->patches->len == 0)
    return;

  surface = paint (self, CAIRO_FORMAT_RGB24, is_known, known);
  self->under = cut (self, surface, before, self->tiles);
  cairo_surface_destroy (surface);

  surface = paint (self, CAIRO_FORMAT_ARGB32, is_new, known);
  for (guint i = 0; i < self->patches->len; i++)
    {
      Patch *patch = &g_array_index (self->patches, Patch, i);
      patch->surface = copy_area (surface, &patch->area);
    }
  cairo_surface_destroy (surface);
}

static DvShaper *
get_shaper (Tools      *tools,
            const char *language)
{
  if (g_strcmp0 (tools->language, language) != 0)
    {
      g_clear_pointer (&tools->shaper, dv_shaper_free);
      g_free (tools->language);
      tools->language = g_strdup (language);
      tools->shaper = dv_shaper_new (language);
    }
  return tools->shaper;
}

static GHashTable *
collect_parts (DvScene *scene)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) ids = dv_scene_list_parts (scene);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (parts, g_strdup (g_ptr_array_index (ids, i)));
  return parts;
}

static DvSlidePicture *
create_picture (Job   *job,
                Tools *tools)
{
  DvSlidePicture *self = g_new0 (DvSlidePicture, 1);
  DvSlidePicture *before = g_steal_pointer (&job->before);
  gboolean is_same_size = before != NULL && before->width == job->width && before->height == job->height;
  cairo_surface_t *surface;

  g_atomic_ref_count_init (&self->ref_count);
  self->painter = g_steal_pointer (&job->painter);
  self->width = job->width;
  self->height = job->height;
  self->n_columns = (job->width + TILE_WIDTH - 1) / TILE_WIDTH;
  self->n_rows = (job->height + TILE_HEIGHT - 1) / TILE_HEIGHT;
  self->patches = g_array_new (FALSE, TRUE, sizeof (Patch));
  g_array_set_clear_func (self->patches, patch_clear);
  self->scene = dv_slide_draw (job->slide, get_shaper (tools, job->slide->language),
                               job->width, job->height, job->is_dark);
  self->parts = collect_parts (self->scene);

  surface = paint (self, CAIRO_FORMAT_RGB24, NULL, NULL);
  self->tiles = cut (self, surface, is_same_size ? before->tiles : NULL, NULL);
  cairo_surface_destroy (surface);
  if (job->arrives && is_same_size)
    paint_arrivals (self, before->tiles, before->parts);
  self->before = before;

  return self;
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->scene, dv_scene_free);
  g_clear_pointer (&job->slide, dv_slide_unref);
  g_clear_pointer (&job->painter, dv_slide_painter_unref);
  g_clear_object (&job->task);
  g_free (job);
}

static gpointer
run (gpointer data)
{
  g_autoptr (GAsyncQueue) jobs = data;
  Tools tools = { NULL, NULL };
  gboolean is_last = FALSE;

  while (!is_last)
    {
      Job *job = g_async_queue_pop (jobs);

      is_last = job->task == NULL && job->scene == NULL;
      if (job->task != NULL)
        g_task_return_pointer (job->task, create_picture (job, &tools), (GDestroyNotify) dv_slide_picture_unref);
      job_free (job);
    }
  g_clear_pointer (&tools.shaper, dv_shaper_free);
  g_free (tools.language);
  return NULL;
}

/* --- The painter --------------------------------------------------------------- */

G_LOCK_DEFINE_STATIC (shared);
static DvSlidePainter *shared = NULL;

/**
 * dv_slide_painter_get:
 *
 * Returns: (transfer full): the painter that all share; its thread is started
 *   when nobody has it yet
 */
DvSlidePainter *
dv_slide_painter_get (void)
{
  DvSlidePainter *self;

  G_LOCK (shared);
  if (shared != NULL)
    g_atomic_ref_count_inc (&shared->ref_count);
  else
    {
      shared = g_new0 (DvSlidePainter, 1);
      g_atomic_ref_count_init (&shared->ref_count);
      shared->jobs = g_async_queue_new ();
      shared->thread = g_thread_new ("slides", run, g_async_queue_ref (shared->jobs));
    }
  self = shared;
  G_UNLOCK (shared);

  return self;
}

/**
 * dv_slide_painter_unref:
 * @self: (transfer full): the painter
 *
 * The thread ends when nobody needs it; this does not wait for it.
 */
void
dv_slide_painter_unref (DvSlidePainter *self)
{
  gboolean is_last;

  G_LOCK (shared);
  is_last = g_atomic_ref_count_dec (&self->ref_count);
  if (is_last && shared == self)
    shared = NULL;
  G_UNLOCK (shared);
  if (!is_last)
    return;

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  /* It may be the thread itself that lets go last. */
  g_thread_unref (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

/**
 * dv_slide_painter_paint:
 * @self: the painter
 * @slide: what to paint; must not change any more
 * @width: in device px
 * @height: in device px
 * @is_dark: whether in the dark style
 * @before: (nullable): what is on the screen now
 * @arrives: whether parts that are not on @before are painted apart, so that
 *   they can come in
 * @callback: called in the main loop
 * @data: for @callback
 */
void
dv_slide_painter_paint (DvSlidePainter      *self,
                        DvSlide             *slide,
                        int                  width,
                        int                  height,
                        gboolean             is_dark,
                        DvSlidePicture      *before,
                        gboolean             arrives,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (width > 0 && height > 0);

  g_atomic_ref_count_inc (&self->ref_count);
  job->painter = self;
  job->task = g_task_new (NULL, NULL, callback, data);
  g_task_set_source_tag (job->task, dv_slide_painter_paint);
  /* A new picture is worth more than the next of a row of redraws. */
  g_task_set_priority (job->task, G_PRIORITY_HIGH_IDLE);
  job->slide = dv_slide_ref (slide);
  job->before = before != NULL ? dv_slide_picture_ref (before) : NULL;
  job->width = width;
  job->height = height;
  job->is_dark = is_dark;
  job->arrives = arrives;
  g_async_queue_push (self->jobs, job);
}

/**
 * dv_slide_painter_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): the picture
 */
DvSlidePicture *
dv_slide_painter_finish (GAsyncResult *result)
{
  DvSlidePicture *picture = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_pointer (&picture->before, dv_slide_picture_unref);
  return picture;
}
