/* dv-session.c
 *
 * What the window and its pages share: the workshop, and where we are in it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-session"

#include "config.h"

#include <math.h>

#include "dv-session.h"

#include "dv-slide-draw.h"
#include "dv-text-words.h"

/* The view-model between a workshop and the widgets that show it. It owns no
 * data of the workshop: it remembers what is selected, forgets it when it is
 * removed, and is where a page says what the person must hear. It has the stage
 * go where the person goes, and goes where the stage was stepped to. Main
 * thread. */

/* Of a projector that has not been seen yet. */
#define DEFAULT_ASPECT (16.0 / 9.0)

struct _DvSession
{
  GObject parent_instance;

  /* Owned */
  DvWorkshop *workshop;
  DvStage *stage;
  DvTimekeeper *timekeeper;
  DvShaper *shaper; /* nullable: to count pages with */
  DvItem *activity; /* nullable, like the next two */
  DvItem *value;
  DvItem *role;

  /* State */
  DvSide side;
  double aspect;       /* width by height of what the room looks at */
  gboolean is_stepped; /* going where the stage went */
};

G_DEFINE_FINAL_TYPE (DvSession, dv_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_WORKSHOP,
  PROP_ACTIVITY,
  PROP_VALUE,
  PROP_ROLE,
  PROP_SIDE,
  PROP_ASPECT,
  N_PROPS
};

enum
{
  SAY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_gone (DvSession *self,
         DvItem    *item)
{
  return item != NULL && dv_workshop_find (self->workshop, dv_item_get_id (item)) != item;
}

/* An undo may remove what is selected. */
static void
applied_cb (DvSession *self)
{
  if (is_gone (self, self->activity))
    dv_session_set_activity (self, NULL);
  if (is_gone (self, self->value))
    dv_session_set_value (self, NULL);
  if (is_gone (self, self->role))
    dv_session_set_role (self, NULL);
}

/* --- The stage --------------------------------------------------------------- */

/* How many pages a slide has depends on the shape of the screen, not on how
 * large it is. */
static guint
count_pages (const DvSlide *slide,
             gpointer       data)
{
  DvSession *self = data;
  double width = MAX (self->aspect, 1.0) * 1080.0;

  if (self->shaper == NULL)
    self->shaper = dv_shaper_new (slide->language);
  return dv_slide_count_pages (slide, self->shaper, width, width / self->aspect);
}

/* The fixed pages of the rail leave on stage what is there. */
static void
follow (DvSession *self)
{
  if (self->activity != NULL && !self->is_stepped)
    dv_stage_follow (self->stage, self->activity, self->value);
  if (self->activity != NULL)
    dv_timekeeper_follow (self->timekeeper, self->activity, self->value);
}

static void
went_cb (DvSession *self)
{
  DvItem *activity = dv_stage_get_activity (self->stage);
  DvItem *value = dv_stage_get_value (self->stage);

  self->is_stepped = TRUE;
  /* The value first: a page that is opened looks which one it is. */
  if (value != NULL)
    dv_session_set_value (self, value);
  dv_session_set_activity (self, activity);
  self->is_stepped = FALSE;
}

static void
dv_session_dispose (GObject *object)
{
  DvSession *self = DV_SESSION (object);

  if (self->stage != NULL)
    dv_stage_set_pager (self->stage, NULL, NULL);
  g_clear_object (&self->timekeeper);
  g_clear_object (&self->stage);
  g_clear_pointer (&self->shaper, dv_shaper_free);
  g_clear_object (&self->activity);
  g_clear_object (&self->value);
  g_clear_object (&self->role);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (dv_session_parent_class)->dispose (object);
}

static void
dv_session_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  DvSession *self = DV_SESSION (object);

  switch (prop_id)
    {
    case PROP_WORKSHOP:
      g_value_set_object (value, self->workshop);
      break;
    case PROP_ACTIVITY:
      g_value_set_object (value, self->activity);
      break;
    case PROP_VALUE:
      g_value_set_object (value, self->value);
      break;
    case PROP_ROLE:
      g_value_set_object (value, self->role);
      break;
    case PROP_SIDE:
      g_value_set_int (value, (int) self->side);
      break;
    case PROP_ASPECT:
      g_value_set_double (value, self->aspect);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_session_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  DvSession *self = DV_SESSION (object);

  switch (prop_id)
    {
    case PROP_WORKSHOP:
      self->workshop = g_value_dup_object (value);
      g_signal_connect_object (self->workshop, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
      self->stage = dv_stage_new (self->workshop);
      self->timekeeper = dv_timekeeper_new (self->stage);
      dv_stage_set_filter (self->stage, dv_text_group_words);
      dv_stage_set_pager (self->stage, count_pages, self);
      g_signal_connect_object (self->stage, "went", G_CALLBACK (went_cb), self, G_CONNECT_SWAPPED);
      break;
    case PROP_ACTIVITY:
      dv_session_set_activity (self, g_value_get_object (value));
      break;
    case PROP_VALUE:
      dv_session_set_value (self, g_value_get_object (value));
      break;
    case PROP_ROLE:
      dv_session_set_role (self, g_value_get_object (value));
      break;
    case PROP_SIDE:
      dv_session_set_side (self, (DvSide) g_value_get_int (value));
      break;
    case PROP_ASPECT:
      dv_session_set_aspect (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_session_class_init (DvSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dv_session_dispose;
  object_class->get_property = dv_session_get_property;
  object_class->set_property = dv_session_set_property;

  properties[PROP_WORKSHOP] = g_param_spec_object ("workshop", NULL, NULL, DV_TYPE_WORKSHOP,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* The activity that is open; NULL when a fixed page such as the map is. */
  properties[PROP_ACTIVITY] = g_param_spec_object ("activity", NULL, NULL, DV_TYPE_ITEM, flags);
  /* The core value that the pages are about; NULL when there is none. */
  properties[PROP_VALUE] = g_param_spec_object ("value", NULL, NULL, DV_TYPE_ITEM, flags);
  /* Whose behaviour is typed; NULL for unknown. */
  properties[PROP_ROLE] = g_param_spec_object ("role", NULL, NULL, DV_TYPE_ITEM, flags);
  /* A DvSide: whose words are typed. */
  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, 0, DV_SIDE_STAFF, 0, flags);
  /* Width by height of what the room looks at, or would. */
  properties[PROP_ASPECT] = g_param_spec_double ("aspect", NULL, NULL, 0.1, 10, DEFAULT_ASPECT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DvSession::say:
   * @self: the session
   * @text: what the person must hear, translated
   * @undo: whether to offer to undo the last step
   *
   * The window shows it as a toast.
   */
  signals[SAY] = g_signal_new ("say", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
dv_session_init (DvSession *self)
{
  self->aspect = DEFAULT_ASPECT;
}

/**
 * dv_session_new:
 * @workshop: the workshop that is open
 *
 * Returns: (transfer full): a session with nothing selected
 */
DvSession *
dv_session_new (DvWorkshop *workshop)
{
  return g_object_new (DV_TYPE_SESSION, "workshop", workshop, NULL);
}

DvWorkshop *
dv_session_get_workshop (DvSession *self)
{
  g_return_val_if_fail (DV_IS_SESSION (self), NULL);
  return self->workshop;
}

DvItem *
dv_session_get_activity (DvSession *self)
{
  g_return_val_if_fail (DV_IS_SESSION (self), NULL);
  return self->activity;
}

void
dv_session_set_activity (DvSession *self,
                         DvItem    *activity)
{
  g_return_if_fail (DV_IS_SESSION (self));
  if (!g_set_object (&self->activity, activity))
    return;

  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVITY]);
}

DvItem *
dv_session_get_value (DvSession *self)
{
  g_return_val_if_fail (DV_IS_SESSION (self), NULL);
  return self->value;
}

void
dv_session_set_value (DvSession *self,
                      DvItem    *value)
{
  g_return_if_fail (DV_IS_SESSION (self));
  if (!g_set_object (&self->value, value))
    return;

  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

DvItem *
dv_session_get_role (DvSession *self)
{
  g_return_val_if_fail (DV_IS_SESSION (self), NULL);
  return self->role;
}

void
dv_session_set_role (DvSession *self,
                     DvItem    *role)
{
  g_return_if_fail (DV_IS_SESSION (self));
  if (g_set_object (&self->role, role))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}

DvSide
dv_session_get_side (DvSession *self)
{
  g_return_val_if_fail (DV_IS_SESSION (self), DV_SIDE_RESIDENT);
  return self->side;
}

void
dv_session_set_side (DvSession *self,
                     DvSide     side)
{
  g_return_if_fail (DV_IS_SESSION (self));
  if (self->side == side)
    return;

  self->side = side;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

/**
 * dv_session_get_timekeeper:
 * @self: a session
 *
 * Returns: (transfer none): who keeps the timer of the stage
 */
DvTimekeeper *
dv_session_get_timekeeper (DvSession *self)
{
  g_return_val_if_fail (DV_IS_SESSION (self), NULL);
  return self->timekeeper;
}

/**
 * dv_session_get_stage:
 * @self: a session
 *
 * Returns: (transfer none): what the room sees
 */
DvStage *
dv_session_get_stage (DvSession *self)
{
  g_return_val_if_fail (DV_IS_SESSION (self), NULL);
  return self->stage;
}

/**
 * dv_session_get_aspect:
 * @self: a session
 *
 * Returns: width by height of what the room looks at, or would
 */
double
dv_session_get_aspect (DvSession *self)
{
  g_return_val_if_fail (DV_IS_SESSION (self), DEFAULT_ASPECT);
  return self->aspect;
}

/**
 * dv_session_set_aspect:
 * @self: a session
 * @aspect: width by height of what the room looks at
 *
 * Previews take it over, and the stage counts its pages anew.
 */
void
dv_session_set_aspect (DvSession *self,
                       double     aspect)
{
  g_return_if_fail (DV_IS_SESSION (self));
  g_return_if_fail (aspect > 0);
  if (fabs (self->aspect - aspect) < 1e-6)
    return;

  self->aspect = aspect;
  dv_stage_refresh (self->stage);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASPECT]);
}

/**
 * dv_session_check:
 * @self: a session
 * @done: what an operation returned
 * @error: (inout): why it did not happen, if it did not; cleared. A pointer to
 *   it, as the operation is often called among the arguments, which may be
 *   evaluated in any order
 *
 * Tells the person when something did not happen.
 *
 * Returns: @done
 */
gboolean
dv_session_check (DvSession *self,
                  gboolean   done,
                  GError   **error)
{
  if (!done && *error != NULL)
    dv_session_say (self, (*error)->message);
  g_clear_error (error);

  return done;
}

/**
 * dv_session_apply:
 * @self: a session
 * @group: what is to change
 *
 * Applies @group, or tells the person why not.
 *
 * Returns: whether it happened
 */
gboolean
dv_session_apply (DvSession *self,
                  DvGroup   *group)
{
  GError *error = NULL;
  gboolean done = dv_workshop_apply (self->workshop, group, &error);

  return dv_session_check (self, done, &error);
}

/**
 * dv_session_say:
 * @self: a session
 * @text: what the person must hear, translated
 */
void
dv_session_say (DvSession  *self,
                const char *text)
{
  g_return_if_fail (DV_IS_SESSION (self));
  g_signal_emit (self, signals[SAY], 0, text, FALSE);
}

/**
 * dv_session_say_undo:
 * @self: a session
 * @text: what was done, translated
 *
 * Like dv_session_say(), with a button that undoes the last step.
 */
void
dv_session_say_undo (DvSession  *self,
                     const char *text)
{
  g_return_if_fail (DV_IS_SESSION (self));
  g_signal_emit (self, signals[SAY], 0, text, TRUE);
}
