/* dv-choose-line.c
 *
 * One line of the list on which a room chooses
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choose-line"

#include "config.h"

#include "dv-choose-line.h"

/* Shortlist, ties and reserve are one list, so that all of it scrolls together
 * and a reserve of thousands costs no more than what is on screen. */

G_DEFINE_FINAL_TYPE (DvChooseLine, dv_choose_line, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
dv_choose_line_finalize (GObject *object)
{
  DvChooseLine *self = DV_CHOOSE_LINE (object);

  g_clear_object (&self->behaviour);
  g_free (self->text);

  G_OBJECT_CLASS (dv_choose_line_parent_class)->finalize (object);
}

static void
dv_choose_line_class_init (DvChooseLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dv_choose_line_finalize;

  /**
   * DvChooseLine::changed:
   * @self: the line
   *
   * Its numbers or its state are others now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dv_choose_line_init (DvChooseLine *self)
{
}

/**
 * dv_choose_line_new:
 * @type: what the line is
 * @behaviour: (nullable): the example on it
 *
 * Returns: (transfer full): a line
 */
DvChooseLine *
dv_choose_line_new (DvLineType type,
                    DvItem    *behaviour)
{
  DvChooseLine *self = g_object_new (DV_TYPE_CHOOSE_LINE, NULL);

  self->type = type;
  g_set_object (&self->behaviour, behaviour);
  return self;
}

void
dv_choose_line_changed (DvChooseLine *self)
{
  g_return_if_fail (DV_IS_CHOOSE_LINE (self));
  g_signal_emit (self, signals[CHANGED], 0);
}
