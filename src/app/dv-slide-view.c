/* dv-slide-view.c
 *
 * Shows what the room sees, on the projector or small
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-slide-view"

#include "config.h"

#include <math.h>

#include "dv-slide-view.h"

#include <adwaita.h>

#include "dv-slide-painter.h"

/* One widget for the projector and for the previews of the console, so that
 * they cannot differ. A picture is painted once for each slide and size, by the
 * painter's thread; until it is there the one before stays. When nothing
 * changes nothing is drawn. */

/* DESIGN.md, Motion; in ms. */
#define ARRIVAL 200

struct _DvSlideView
{
  GtkWidget parent_instance;

  /* Owned */
  DvSlidePainter *painter;
  DvSlide *slide;          /* nullable */
  DvSlidePicture *picture; /* nullable: what is on the screen */
  DvSlide *painted;        /* nullable: of what @picture is */
  DvSlide *painting;       /* nullable: what the painter is busy with */
  AdwAnimation *arrival;

  /* State */
  double aspect; /* width by height; 0: as the widget is */
  double arrived;
  gboolean is_dark;
  gboolean is_animated;
  gboolean is_stale; /* something changed while the painter was busy */
};

G_DEFINE_FINAL_TYPE (DvSlideView, dv_slide_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SLIDE,
  PROP_DARK,
  PROP_ANIMATED,
  PROP_ASPECT,
  PROP_SETTLED,
  N_PROPS
};

enum
{
  CLICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* --- Where the picture is -------------------------------------------------------- */

/* In px of the widget, on whole ones. */
static void
get_area (DvSlideView  *self,
          GdkRectangle *area)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  *area = (GdkRectangle){ 0, 0, width, height };
  if (self->aspect <= 0 || width <= 0 || height <= 0)
    return;

  if (width > height * self->aspect)
    area->width = MAX (1, (int) round (height * self->aspect));
  else
    area->height = MAX (1, (int) round (width / self->aspect));
  area->x = (width - area->width) / 2;
  area->y = (height - area->height) / 2;
}

/* --- Painting ---------------------------------------------------------------------- */

static void start_painting (DvSlideView *self);

/* Cards that come in while the rest stays where it is. Another scene, or another
 * value, is simply there. */
static gboolean
continues (const DvSlide *slide,
           const DvSlide *before)
{
  return before != NULL && slide->kind == before->kind && slide->number == before->number &&
         g_strcmp0 (slide->title, before->title) == 0 && g_strcmp0 (slide->spotlight, before->spotlight) == 0;
}

static void
arrival_cb (double   value,
            gpointer data)
{
  DvSlideView *self = data;

  self->arrived = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
notify_settled (DvSlideView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTLED]);
}

static void
show_picture (DvSlideView *self)
{
  /* What is coming in is there at once when more comes after it. */
  adw_animation_reset (self->arrival);
  self->arrived = 1.0;
  if (self->picture != NULL && dv_slide_picture_has_arrivals (self->picture))
    {
      self->arrived = 0.0;
      adw_animation_play (self->arrival);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GWeakRef *weak = data;
  g_autoptr (DvSlideView) self = g_weak_ref_get (weak);
  g_autoptr (DvSlidePicture) picture = dv_slide_painter_finish (result);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || self->painter == NULL)
    return;

  g_clear_pointer (&self->painted, dv_slide_unref);
  self->painted = g_steal_pointer (&self->painting);
  if (self->slide != NULL)
    {
      g_clear_pointer (&self->picture, dv_slide_picture_unref);
      self->picture = g_steal_pointer (&picture);
      show_picture (self);
    }
  if (self->is_stale)
    start_painting (self);
  else
    notify_settled (self);
}

static gboolean
wants_motion (DvSlideView *self)
{
  return self->is_animated && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         adw_get_enable_animations (GTK_WIDGET (self));
}

static void
start_painting (DvSlideView *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkRectangle area;
  GWeakRef *weak;

  self->is_stale = self->painting != NULL;
  if (self->slide == NULL || self->is_stale || self->painter == NULL)
    return;

  get_area (self, &area);
  if (area.width <= 0 || area.height <= 0)
    return;

  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  self->painting = dv_slide_ref (self->slide);
  dv_slide_painter_paint (self->painter, self->slide, area.width * scale, area.height * scale, self->is_dark,
                          self->picture, wants_motion (self) && continues (self->slide, self->painted),
                          painted_cb, weak);
}

/* --- Widget ------------------------------------------------------------------------ */

static GtkSizeRequestMode
dv_slide_view_get_request_mode (GtkWidget *widget)
{
  return DV_SLIDE_VIEW (widget)->aspect > 0 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
dv_slide_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  DvSlideView *self = DV_SLIDE_VIEW (widget);

  *minimum = *natural = 0;
  if (self->aspect > 0 && orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *minimum = *natural = (int) round (for_size / self->aspect);
}

static void
dv_slide_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  DvSlideView *self = DV_SLIDE_VIEW (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  GdkRectangle area;

  get_area (self, &area);
  if (self->picture == NULL || dv_slide_picture_get_width (self->picture) != area.width * scale ||
      dv_slide_picture_get_height (self->picture) != area.height * scale)
    start_painting (self);
}

static void
dv_slide_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  DvSlideView *self = DV_SLIDE_VIEW (widget);
  GdkRectangle area;
  double scale;

  if (self->picture == NULL || self->slide == NULL)
    return;

  get_area (self, &area);
  /* A picture of another size, while the window is being resized. */
  scale = MIN ((double) area.width / dv_slide_picture_get_width (self->picture),
               (double) area.height / dv_slide_picture_get_height (self->picture));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y));
  dv_slide_picture_snapshot (self->picture, snapshot, scale, self->arrived);
  gtk_snapshot_restore (snapshot);
}

static void
released_cb (DvSlideView *self,
             int          n_press,
             double       x,
             double       y)
{
  g_signal_emit (self, signals[CLICKED], 0, dv_slide_view_part_at (self, x, y));
}

static void
dv_slide_view_dispose (GObject *object)
{
  DvSlideView *self = DV_SLIDE_VIEW (object);

  if (self->arrival != NULL)
    adw_animation_reset (self->arrival);
  g_clear_object (&self->arrival);
  g_clear_pointer (&self->slide, dv_slide_unref);
  g_clear_pointer (&self->painted, dv_slide_unref);
  g_clear_pointer (&self->painting, dv_slide_unref);
  g_clear_pointer (&self->picture, dv_slide_picture_unref);
  g_clear_pointer (&self->painter, dv_slide_painter_unref);

  G_OBJECT_CLASS (dv_slide_view_parent_class)->dispose (object);
}

static void
dv_slide_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DvSlideView *self = DV_SLIDE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SLIDE:
      g_value_set_boxed (value, self->slide);
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->is_dark);
      break;
    case PROP_ANIMATED:
      g_value_set_boolean (value, self->is_animated);
      break;
    case PROP_ASPECT:
      g_value_set_double (value, self->aspect);
      break;
    case PROP_SETTLED:
      g_value_set_boolean (value, dv_slide_view_is_settled (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_slide_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DvSlideView *self = DV_SLIDE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SLIDE:
      dv_slide_view_set_slide (self, g_value_get_boxed (value));
      break;
    case PROP_DARK:
      dv_slide_view_set_dark (self, g_value_get_boolean (value));
      break;
    case PROP_ANIMATED:
      dv_slide_view_set_animated (self, g_value_get_boolean (value));
      break;
    case PROP_ASPECT:
      dv_slide_view_set_aspect (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SLIDE] = g_param_spec_boxed ("slide", NULL, NULL, DV_TYPE_SLIDE, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  /* Whether new parts come in; only where the desktop has animations on. */
  properties[PROP_ANIMATED] = g_param_spec_boolean ("animated", NULL, NULL, FALSE, flags);
  /* Width by height of the picture; 0 to fill the widget. */
  properties[PROP_ASPECT] = g_param_spec_double ("aspect", NULL, NULL, 0, 10, 0, flags);
  /* Whether the screen shows the slide and nothing is coming in. */
  properties[PROP_SETTLED] = g_param_spec_boolean ("settled", NULL, NULL, TRUE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dv_slide_view_class_init (DvSlideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_slide_view_dispose;
  object_class->get_property = dv_slide_view_get_property;
  object_class->set_property = dv_slide_view_set_property;
  widget_class->get_request_mode = dv_slide_view_get_request_mode;
  widget_class->measure = dv_slide_view_measure;
  widget_class->size_allocate = dv_slide_view_size_allocate;
  widget_class->snapshot = dv_slide_view_snapshot;
  install_properties (object_class);

  /**
   * DvSlideView::clicked:
   * @self: the view
   * @part: (nullable): the id of what was clicked, such as a card; %NULL
   *   beside everything
   */
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dv_slide_view_init (DvSlideView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (arrival_cb, self, NULL);

  self->painter = dv_slide_painter_get ();
  self->arrived = 1.0;
  self->arrival = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ARRIVAL, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->arrival), ADW_EASE_OUT_CUBIC);
  g_signal_connect_swapped (self->arrival, "done", G_CALLBACK (notify_settled), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (start_painting), NULL);
}

/**
 * dv_slide_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
dv_slide_view_new (void)
{
  return g_object_new (DV_TYPE_SLIDE_VIEW, NULL);
}

/**
 * dv_slide_view_get_slide:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): what it shows, or soon will
 */
DvSlide *
dv_slide_view_get_slide (DvSlideView *self)
{
  g_return_val_if_fail (DV_IS_SLIDE_VIEW (self), NULL);
  return self->slide;
}

static void
describe (DvSlideView *self)
{
  g_autofree char *text = self->slide != NULL ? dv_slide_describe (self->slide) : NULL;
  const char *title = self->slide != NULL ? self->slide->title : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

/**
 * dv_slide_view_set_slide:
 * @self: a view
 * @slide: (nullable): what to show; must not change any more
 *
 * A slide that equals what is shown changes nothing, and draws nothing.
 */
void
dv_slide_view_set_slide (DvSlideView *self,
                         DvSlide     *slide)
{
  g_return_if_fail (DV_IS_SLIDE_VIEW (self));
  if (self->slide == slide ||
      (slide != NULL && self->slide != NULL && dv_slide_equal (slide, self->slide)))
    return;

  g_clear_pointer (&self->slide, dv_slide_unref);
  if (slide != NULL)
    self->slide = dv_slide_ref (slide);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
  describe (self);
  start_painting (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLIDE]);
}

/**
 * dv_slide_view_get_dark:
 * @self: a view
 *
 * Returns: whether it shows the dark style
 */
gboolean
dv_slide_view_get_dark (DvSlideView *self)
{
  g_return_val_if_fail (DV_IS_SLIDE_VIEW (self), FALSE);
  return self->is_dark;
}

/**
 * dv_slide_view_set_dark:
 * @self: a view
 * @is_dark: whether to show the dark style
 *
 * Paints the slide anew; what is on the screen stays until that is done.
 */
void
dv_slide_view_set_dark (DvSlideView *self,
                        gboolean     is_dark)
{
  g_return_if_fail (DV_IS_SLIDE_VIEW (self));
  if (self->is_dark == !!is_dark)
    return;

  self->is_dark = !!is_dark;
  start_painting (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
}

/**
 * dv_slide_view_get_animated:
 * @self: a view
 *
 * Returns: whether new parts come in
 */
gboolean
dv_slide_view_get_animated (DvSlideView *self)
{
  g_return_val_if_fail (DV_IS_SLIDE_VIEW (self), FALSE);
  return self->is_animated;
}

/**
 * dv_slide_view_set_animated:
 * @self: a view
 * @is_animated: whether new parts come in, where the desktop has animations on
 *
 * Counts from the next slide on.
 */
void
dv_slide_view_set_animated (DvSlideView *self,
                            gboolean     is_animated)
{
  g_return_if_fail (DV_IS_SLIDE_VIEW (self));
  if (self->is_animated == !!is_animated)
    return;

  self->is_animated = !!is_animated;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANIMATED]);
}

/**
 * dv_slide_view_get_aspect:
 * @self: a view
 *
 * Returns: width by height of the screen that it stands for; 0 when it fills the
 *   widget
 */
double
dv_slide_view_get_aspect (DvSlideView *self)
{
  g_return_val_if_fail (DV_IS_SLIDE_VIEW (self), 0);
  return self->aspect;
}

/**
 * dv_slide_view_set_aspect:
 * @self: a view
 * @aspect: width by height of the screen that it stands for; 0 to fill the
 *   widget
 *
 * With an aspect, the widget asks for the height that goes with its width.
 */
void
dv_slide_view_set_aspect (DvSlideView *self,
                          double       aspect)
{
  g_return_if_fail (DV_IS_SLIDE_VIEW (self));
  if (fabs (self->aspect - aspect) < 1e-6)
    return;

  self->aspect = aspect;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASPECT]);
}

/**
 * dv_slide_view_is_settled:
 * @self: a view
 *
 * Returns: whether what is on the screen is the slide, and nothing is coming in
 */
gboolean
dv_slide_view_is_settled (DvSlideView *self)
{
  g_return_val_if_fail (DV_IS_SLIDE_VIEW (self), FALSE);
  return self->painting == NULL && !self->is_stale &&
         (self->arrival == NULL || adw_animation_get_state (self->arrival) != ADW_ANIMATION_PLAYING) &&
         (self->slide == NULL || self->painted == self->slide);
}

/**
 * dv_slide_view_part_at:
 * @self: a view
 * @x: in px of the widget
 * @y: in px of the widget
 *
 * Returns: (nullable) (transfer none): the id of the part that is there
 */
const char *
dv_slide_view_part_at (DvSlideView *self,
                       double       x,
                       double       y)
{
  GdkRectangle area;
  double scale;

  g_return_val_if_fail (DV_IS_SLIDE_VIEW (self), NULL);
  if (self->picture == NULL)
    return NULL;

  get_area (self, &area);
  scale = (double) dv_slide_picture_get_width (self->picture) / MAX (area.width, 1);
  return dv_slide_picture_part_at (self->picture, (x - area.x) * scale, (y - area.y) * scale);
}
