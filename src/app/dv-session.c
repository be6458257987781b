/* dv-session.c
 *
 * What the window and its pages share: the workshop, and where we are in it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-session"

#include "config.h"

#include "dv-session.h"

/* The view-model between a workshop and the widgets that show it. It owns no
 * data of the workshop: it remembers what is selected, forgets it when it is
 * removed, and is where a page says what the person must hear. Main thread. */

struct _DvSession
{
  GObject parent_instance;

  /* Owned */
  DvWorkshop *workshop;
  DvItem *activity; /* nullable, like the next two */
  DvItem *value;
  DvItem *role;

  /* State */
  DvSide side;
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

static void
dv_session_dispose (GObject *object)
{
  DvSession *self = DV_SESSION (object);

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
  if (g_set_object (&self->activity, activity))
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
  if (g_set_object (&self->value, value))
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
 * dv_session_check:
 * @self: a session
 * @done: what an operation returned
 * @error: (transfer full) (nullable): why it did not happen
 *
 * Tells the person when something did not happen.
 *
 * Returns: @done
 */
gboolean
dv_session_check (DvSession *self,
                  gboolean   done,
                  GError    *error)
{
  if (!done && error != NULL)
    dv_session_say (self, error->message);
  g_clear_error (&error);

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

  return dv_session_check (self, done, error);
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
